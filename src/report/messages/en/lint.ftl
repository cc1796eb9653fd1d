# English texts of mtvp, in plain words: remarks about the rules of a regioplan. The Dutch texts are in ../nl/lint.ftl.

lint-word-hint = hint
lint-count-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
  }
lint-count-hints = { $count ->
    [one] 1 hint
   *[other] { $count } hints
  }
lint-summary = { $regioplans ->
    [one] looked at 1 regioplan
   *[other] looked at { $regioplans } regioplans
  }: { $counts }
lint-nothing = No regioplans were found (files with .regioplan).
lint-unknown = `{ $name }` is no file, no folder and no known regioplan.
lint-unknown-help = Known regions: { $names }. A file ends in .regioplan.
lint-first-here = this is here too
lint-untitled = The name here is empty.
lint-untitled-help = Write between the quotes what people call this.
lint-long = This sentence has { $words } words; more than { $most } is too long to read well.
lint-long-help = Make it two sentences.
lint-counting = This says again how the years count, and that does not fit the first time.
lint-counting-help = Keep one line. Only `vanaf startkwartaal` (from the start quarter) and `vanaf 1 januari met ingang van kalenderjaar …` (from 1 January as of calendar year …) go together.
lint-same-version = { $path } is { $regioplan } as well.
lint-same-version-help = Give one of the two another version, or remove one of the files.
lint-overlap = Version { $version } also judges plans from { $from } up to and including { $to }.
lint-overlap-help = Let one version end on the day before the other begins.
lint-gap = No version judges plans from { $from } up to and including { $to }: version { $version } ends earlier.
lint-gap-day = No version judges plans from { $from }: version { $version } ends earlier.
lint-overlap-day = Version { $version } also judges plans from { $from }.
lint-none = Rule `{ $rule }` asks { $least }, but in year { $year } none can be chosen.
lint-limit-help = Check how many there may be at most, and from what the practice chooses.
lint-gap-help = Let this version begin earlier, or the one before end later.
lint-unsourced = Rule `{ $rule }` names no source.
lint-unsourced-help = Write `bron` (source) below the rule, with the statement that it rests on.
lint-no-examples = There are no example plans beside this regioplan.
lint-no-example-pair = For rule `{ $rule }` there is no example plan that meets it, and none that breaks it.
lint-no-good-example = For rule `{ $rule }` there is no example plan that meets it.
lint-no-bad-example = For rule `{ $rule }` there is no example plan that breaks it.
lint-no-bad-example-help = Put a plan that breaks this rule in the folder `fout` (wrong), with the first line `# verwacht:` (expected) and the name of the rule.
lint-no-good-example-help = Put a plan that meets this rule in the folder `goed` (good).
lint-no-example-pair-help = Put a plan that meets this rule in the folder `goed` (good), and one that breaks it in the folder `fout` (wrong). The second one begins with `# verwacht:` (expected) and the name of the rule.
lint-no-example-help = Make a folder `{ $folder }` beside the regioplan. Put a plan in `goed` (good) and a plan in `fout` (wrong), with the first line `# verwacht:` (expected) and the name of the rule.
lint-built-in = Rule `{ $rule }` has the name of a fixed check of the program.
lint-built-in-help = Give the rule another name.
lint-shared-name = `{ $one }` and `{ $other }` both have the name "{ $name }".
lint-shared-name-help = Give one of the two another name, or remove the name from one of them.
lint-other-name = { $regioplan } calls this intervention `{ $other }`, not `{ $name }`.
lint-other-name-help = Use `{ $other }`. Is it something else? Then give it another name for people as well.
lint-unused = `{ $name }` is used nowhere.
lint-unused-help = Use the name in a rule, or remove this block.
lint-day = For `{ $field }` of ‘{ $record }’ it is not said whether it is the day on which it takes place. So, when accounting, rule `{ $rule }` counts it even when that day is still to come.
lint-day-help = Put `dag van uitvoering` (day on which it takes place) at the date, or `gepland telt mee` (planned counts) in the rule.
lint-handing-in = Rule `{ $rule }` asks something of `ingediend` (day of handing in), and speaks when accounting too. Then `ingediend` is the day on which the accounting was handed in.
lint-handing-in-help = Add `als verantwoording is nee` (if it is no accounting). Is that later day meant? Then add `pas bij verantwoording` (only when accounting).
lint-handing-in-both-help = Add `in het jaar van het plan` (in the year of the plan) and `als verantwoording is nee` (if it is no accounting). Else each plan for a later year is asked it again, of a day in that later year.
lint-handing-in-again = Rule `{ $rule }` asks something of `ingediend` (day of handing in), and speaks of years that are over too. Then `ingediend` is the day on which the plan for a later year was handed in.
lint-handing-in-again-help = Add `in het jaar van het plan` (in the year of the plan).
lint-with-itself = Rule `{ $rule }` compares something with itself, and that never holds: { $cond }.
lint-with-part = Rule `{ $rule }` compares a part with the whole, and that never holds: { $cond }.
lint-with-itself-help = Compare it with another field. Two parts of one list cannot be compared with each other.
lint-out-of-reach = Rule `{ $rule }` asks for a number that can never be in a plan: { $cond }.
lint-out-of-reach-help = A number is never less than zero, and a percentage never more than 100.
lint-nobody = What rule `{ $rule }` looks for can never go together: { $cond }.
lint-nobody-help = What stands behind each `met` (with) must hold too. Is one of the two enough, put both behind one `met`, with `of` (or) between them.
lint-day-rule = this rule
lint-unread = The field `{ $field }` may stay empty, and nothing reads it.
lint-unread-help = Remove the field, make it `verplicht` (required), name the `bron` (source) that asks it, or use it in a rule.
lint-outside-year = Year { $year } does not exist here: this regioplan is about years { $first } to { $last }.
lint-outside-year-help = Check the year. It is in the head too, after `jaren` (years).
lint-outside-calendar = No plan touches { $year }: the years of the plans lie between { $first } and { $last }.
lint-outside-calendar-help = Check the year. The days are in the head, after `beoordeelt plannen` (judges plans).
lint-never = Rule `{ $rule }` applies in no year at all: its years and days exclude each other.
lint-never-help = Check the years and the days.
lint-never-offered = `{ $name }` is never on offer. `aangeboden` (offered) says { $periods }. Together, and without what `niet aangeboden` (not offered) says, no day remains.
lint-never-kind = `{ $name }` cannot be chosen with any kind: the clauses `alleen met soort` (only with kind) exclude each other.
lint-never-kind-help = Put the kinds that are allowed together in one clause `alleen met soort` (only with kind), or give each clause a period of its own.
lint-past = Rule `{ $rule }` applies up to and including { $date }, and this regioplan begins only on { $from }.
lint-past-help = Remove the rule, or check the day.
lint-condition-never = Rule `{ $rule }` never applies: its `als` (if) needs at least { $least }, and in every year of the rule no more than { $count } can be chosen.
lint-too-few = Rule `{ $rule }` asks { $least }, but in year { $year } at most { $count } can be chosen.
lint-none-together = Rule `{ $rule }` asks { $least }, but in years { $year } together none can be chosen.
lint-too-few-together = Rule `{ $rule }` asks { $least }, but in years { $year } together at most { $count } can be chosen.
lint-too-few-help = Check the number, the year, the kind of choice, what must have been chosen before and from when the interventions are on offer.
lint-limit = This limit of rule `{ $rule }` stops nothing: { $count ->
    [one] there is one intervention
   *[other] there are { $count } interventions
  } to choose from.
lint-limit-each = This limit of rule `{ $rule }` stops nothing: in each group { $count ->
    [one] there is at most one intervention
   *[other] there are at most { $count } interventions
  } to choose from.
lint-always = Every plan meets this demand of rule `{ $rule }`: { $demand }.
lint-only-filled = This demand of rule `{ $rule }` asks only that something is filled in: { $demand }.
lint-already-asked = Rule `{ $rule }` demands what its condition says already: { $demand }.
lint-always-help = Check what you want to ask. Is it about filling in? Then write `is ingevuld` (is filled in).
lint-contradiction = Rule `{ $rule }` asks two things that do not go together: { $first }, and { $second }.
lint-conditions = The conditions of rule `{ $rule }` do not go together: { $first }, and { $second }.
lint-rules-contradict = Rule `{ $other }` and rule `{ $rule }` do not go together: { $first }, and { $second }.
lint-rules-contradict-if = Rule `{ $other }` and rule `{ $rule }` do not go together if { $conditions }: { $first }, and { $second }.
lint-contradiction-help = Check which of the two you mean.
lint-percent-times = Rule `{ $rule }` says `{ $part } % van { $value }`. Write `{ $times } keer { $value }`.
lint-percent-times-help = With `keer` (times) the limit that comes out is shown too.
lint-unit = In rule `{ $rule }` `{ $unit }` does not fit what is measured: { $cond }.
lint-unit-goal = In `{ $rule }` `{ $unit }` does not fit what is calculated.
lint-unit-help = Remove the unit, or write of what it is a part, as in `minimaal 50 % van medewerkers` (at least 50 % of staff).
lint-same = Rule `{ $rule }` asks exactly the same as rule `{ $other }`.
lint-same-help = Make it one rule and name all sources there.
lint-muting-unknown = There is no remark `{ $code }`.
lint-muting-unknown-help = The names are in front of each remark of `mtvp lint`.
lint-muting-unused = `{ $code }` does not occur here, so there is nothing to ignore.
lint-muting-itself = `{ $code }` cannot be ignored.
lint-muting-unused-help = Remove this line.
lint-muting-silent = There is no reason for ignoring `{ $code }`.
lint-muting-silent-help = Write between the quotes why this must stay as it is.
lint-page-title = { $code }: a remark of `mtvp lint` ({ $level })
lint-page-why = Why it matters
lint-page-wrong = Not like this
lint-page-right = Like this
lint-page-ignore = Must it stay? Then write in the same block: negeer opmerking { $code } "the reason" (ignore remark)
cli-lint-about = Find mistakes in the rules of a regioplan
cli-lint-arg-files = Regioplans, folders or names of regions; without it: this folder
cli-lint-arg-format = Format: human (to read) or json
cli-lint-arg-strict = A warning counts as an error too; a hint never does

## mtvp explain, about a remark
lint-zonder-titel-what = A rule, an intervention or another part has an empty name.
lint-zonder-titel-why = The name is above every finding. Without it a practice does not know what it is about.
lint-zonder-titel-wrong = regel intervisie ""
lint-zonder-titel-right = regel intervisie "Elk jaar minimaal twee intervisies"
lint-jaar-buiten-kop-what = A line names a year that the head of the regioplan does not have, or a calendar year that no plan touches.
lint-jaar-buiten-kop-why = Such a line applies to no plan at all. Mostly it is a slip, or a year of an older version.
lint-jaar-buiten-kop-wrong =
    jaren 1 tot en met 3
    …
    regel scholing "Scholing"
      in jaar 4
lint-jaar-buiten-kop-right =
    jaren 1 tot en met 3
    …
    regel scholing "Scholing"
      in jaar 3
lint-te-weinig-aanbod-what = A rule asks more choices than there are in that year.
lint-te-weinig-aanbod-why = No plan to which the rule applies can meet it. The practice would get a violation that it cannot help.
lint-te-weinig-aanbod-wrong =
    interventie trieren "Trieren"
      hoort bij kernelement anders-werken
      aangeboden vanaf jaar 2

    regel start "Begin"
      in jaar 1
      kies minimaal 1 uit trieren
lint-te-weinig-aanbod-right =
    interventie trieren "Trieren"
      hoort bij kernelement anders-werken
      aangeboden vanaf jaar 1

    regel start "Begin"
      in jaar 1
      kies minimaal 1 uit trieren
lint-tegenspraak-what = Two demands exclude each other. They are in one rule, or in two rules for the same years. Where one of those rules applies only under a condition, that condition is given. Or a demand never holds: it compares something with itself, or asks a number that cannot be there.
lint-tegenspraak-why = No plan to which both apply can meet both.
lint-tegenspraak-wrong =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
      eis aantal overleggen is maximaal 3
lint-tegenspraak-right =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 3
      eis aantal overleggen is maximaal 4
lint-jaren-tellen-what = The head says twice how the years count, and the two do not fit.
lint-jaren-tellen-why = The program then follows only one of them. The days of a year may differ from what you mean.
lint-jaren-tellen-wrong =
    jaren tellen vanaf startkwartaal
    jaren tellen vanaf 1 januari
lint-jaren-tellen-right =
    jaren tellen vanaf startkwartaal
    jaren tellen vanaf 1 januari met ingang van kalenderjaar 2027
lint-percentage-als-keer-what = A percentage is so large that it is a number of times.
lint-percentage-als-keer-why = Nobody reads 350000 % of a number as 3500 times. With `keer` (times) one can follow the limit that a finding shows.
lint-percentage-als-keer-wrong = eis patienten is maximaal 350000 % van fte-huisartsen
lint-percentage-als-keer-right = eis patienten is maximaal 3500 keer fte-huisartsen
lint-eenheid-past-niet-what = A number has a unit that does not fit what is measured.
lint-eenheid-past-niet-why = 50 % of nothing is nothing, and a count is no amount of money. The program compares the numbers only.
lint-eenheid-past-niet-wrong = eis assistentes is minimaal 50 %
lint-eenheid-past-niet-right = eis assistentes is minimaal 50 % van medewerkers
lint-ingebouwde-naam-what = A rule has the name of a fixed check, or of a remark of `mtvp lint`.
lint-ingebouwde-naam-why = A finding then does not show which of the two is meant, and `mtvp explain` explains only one of them.
lint-ingebouwde-naam-wrong = regel verplicht-veld "Naam en adres zijn ingevuld"
lint-ingebouwde-naam-right = regel naam-en-adres "Naam en adres zijn ingevuld"
lint-dubbele-versie-what = Two files have the same name and the same version.
lint-dubbele-versie-why = The program then cannot know which file judges a plan.
lint-dubbele-versie-wrong =
    regioplan mijn-regio versie "1.0"   # in 1.0.regioplan
    regioplan mijn-regio versie "1.0"   # in 1.1.regioplan
lint-dubbele-versie-right =
    regioplan mijn-regio versie "1.0"   # in 1.0.regioplan
    regioplan mijn-regio versie "1.1"   # in 1.1.regioplan
lint-versies-overlappen-what = Two versions of a region judge plans of the same days.
lint-versies-overlappen-why = For a plan of such a day nobody can say which version applies.
lint-versies-overlappen-wrong =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 december 2025 tot en met 31 december 2026  # versie 1.1
lint-versies-overlappen-right =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-regel-zonder-bron-what = A rule names no source.
lint-regel-zonder-bron-why = A practice cannot read then where the rule comes from. Later you cannot see either why it is there.
lint-regel-zonder-bron-wrong =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
lint-regel-zonder-bron-right =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
      bron VB-3
lint-bron-zonder-besluit-what = For a statement of the document it is not said what is done with it.
lint-bron-zonder-besluit-why = So nobody sees whether the regioplan is complete. Each statement belongs to a rule, or has a reason why nothing checks it.
lint-bron-zonder-besluit-wrong =
    bron VB-7 "3.2"
      zegt "De regio helpt bij het zoeken van een coach."
lint-bron-zonder-besluit-right =
    bron VB-7 "3.2"
      zegt "De regio helpt bij het zoeken van een coach."
      regio "Dit doet de regio zelf."
lint-bron-twee-besluiten-what = A statement is named in the regioplan, and also has a reason why nothing checks it.
lint-bron-twee-besluiten-why = One of the two is not right.
lint-bron-twee-besluiten-wrong =
    bron VB-7 "3.2"
      zegt "Er zijn vier overleggen."
      informatie "Dit is uitleg."
    …
    regel overleg "Overleg"
      bron VB-7
lint-bron-twee-besluiten-right =
    bron VB-7 "3.2"
      zegt "Er zijn vier overleggen."
    …
    regel overleg "Overleg"
      bron VB-7
lint-zonder-register-what = There is no source register beside the regioplan.
lint-zonder-register-why = Without it nobody can see whether each statement of the document has its place.
lint-zonder-register-wrong = 1.0.regioplan
lint-zonder-register-right =
    1.0.regioplan
    1.0.bronnen
lint-onnodige-afwijking-what = The head says that the regioplan deviates from a rule of the guide, but it does not.
lint-onnodige-afwijking-why = Whoever reads this thinks that something is missing. The line is left over from an older version.
lint-onnodige-afwijking-wrong =
    wijkt af van regel aanbod-netwerk "Er is maar één interventie."
    # er zijn er twee
lint-onnodige-afwijking-right = # de regel met wijkt af is weg
lint-ongebruikt-what = A name is made and then used nowhere.
lint-ongebruikt-why = Perhaps a rule was forgotten, or a rule names something else than you mean.
lint-ongebruikt-wrong =
    groep artsen "Huisartsen"
      bestaat uit medewerkers met functie huisarts
    # geen regel noemt artsen
lint-ongebruikt-right =
    groep artsen "Huisartsen"
      bestaat uit medewerkers met functie huisarts

    regel artsen-geschoold "Artsen zijn geschoold"
      eis elk van de artsen heeft geschoold ja
lint-dag-niet-gezegd-what = When accounting, a rule looks at data with a date, and the regioplan does not say whether that is the day on which it takes place.
lint-dag-niet-gezegd-why = What is still to come then counts as done: a meeting of next month makes the accounting complete.
lint-dag-niet-gezegd-wrong =
    gegevens intervisie
      veld datum: datum, verplicht "Datum van de intervisie"
lint-dag-niet-gezegd-right =
    gegevens intervisie
      veld datum: datum, verplicht, dag van uitvoering "Datum van de intervisie"
lint-twee-keer-ingediend-what = A rule asks something of `ingediend` (day of handing in), and speaks when accounting too: then that is the day on which the accounting was handed in. Or it speaks of years that are over too: then it is the day of a later plan.
lint-twee-keer-ingediend-why = A plan that was in time is too late when accounting, a year later.
lint-twee-keer-ingediend-wrong =
    regel op-tijd "Het plan is op tijd"
      in het jaar van het plan
      eis ingediend is uiterlijk 30 april van dat kalenderjaar
lint-twee-keer-ingediend-right =
    regel op-tijd "Het plan is op tijd"
      in het jaar van het plan
      als verantwoording is nee
      eis ingediend is uiterlijk 30 april van dat kalenderjaar
lint-veld-ongelezen-what = A practice can fill in this field, but it need not and nothing reads it. A field with text is there for people and is left alone.
lint-veld-ongelezen-why = A practice then does work that nobody uses. Or a rule, a source or the word `verplicht` (required) is missing.
lint-veld-ongelezen-wrong =
    gegevens jaar
      veld deelnemers: geheel getal
lint-veld-ongelezen-right =
    gegevens jaar
      veld deelnemers: geheel getal, verplicht
        bron VB-9
lint-altijd-voldaan-what = A demand stops nothing: every plan meets it, or only an empty field does not.
lint-altijd-voldaan-why = It seems to ask something and does not. Often a number was copied wrongly.
lint-altijd-voldaan-wrong = eis aantal overleggen is minimaal 0
lint-altijd-voldaan-right = eis aantal overleggen is minimaal 1
lint-nooit-van-kracht-what = A rule or an offer applies on no day and in no year at all.
lint-nooit-van-kracht-why = Two periods exclude each other, or the last day is past. The rule then does nothing.
lint-nooit-van-kracht-wrong =
    regel scholing "Scholing"
      vanaf jaar 3
      tot en met jaar 2
lint-nooit-van-kracht-right =
    regel scholing "Scholing"
      vanaf jaar 2
      tot en met jaar 3
lint-zelfde-regel-what = Two rules ask exactly the same.
lint-zelfde-regel-why = A practice then gets the same finding twice. With a change one of the two can be forgotten.
lint-zelfde-regel-wrong =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4

    regel vier-keer "Vier keer overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
lint-zelfde-regel-right =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
      bron VB-3, VB-8
lint-zonder-voorbeeld-what = For a rule an example plan is missing: one that meets the rule, one that breaks it, or both.
lint-zonder-voorbeeld-why = Only with a good and a wrong plan you see that the rule does what you mean.
lint-zonder-voorbeeld-wrong = 1.0/goed/jaar-1.yaml
lint-zonder-voorbeeld-right =
    1.0/goed/jaar-1.yaml
    1.0/fout/overleg.yaml   # eerste regel: # verwacht: overleg
lint-gat-tussen-versies-what = Between two versions of a region lie days that neither of them judges.
lint-gat-tussen-versies-why = The program cannot judge a plan of such a day.
lint-gat-tussen-versies-wrong =
    beoordeelt plannen van 1 januari 2025 tot en met 30 november 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-gat-tussen-versies-right =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-andere-naam-what = Another regioplan or the guide has the same intervention with another short name.
lint-andere-naam-why = Plans of two regions cannot be compared then. A practice that moves or works in two regions is confused.
lint-andere-naam-wrong = interventie consult-op-scherm "Beeldbellen"
lint-andere-naam-right = interventie beeldbellen "Beeldbellen"
lint-dubbele-naam-what = Two interventions, two fields in one place or two kinds of choice have the same name, or share one after `ook bekend als` (also known as).
lint-dubbele-naam-why = When a practice uses that name, nobody can say which of the two it means.
lint-dubbele-naam-wrong =
    interventie beeldbellen "Beeldbellen"
      ook bekend als "Digitaal consult"

    interventie e-consult "E-consult"
      ook bekend als "Digitaal consult"
lint-dubbele-naam-right =
    interventie beeldbellen "Beeldbellen"
      ook bekend als "Videoconsult"

    interventie e-consult "E-consult"
      ook bekend als "Digitaal consult"
lint-negeren-klopt-niet-what = A line with `negeer opmerking` (ignore remark) does nothing, names a remark that does not exist, or gives no reason.
lint-negeren-klopt-niet-why = Such a line easily stays when the problem is solved. A new problem then goes unnoticed.
lint-negeren-klopt-niet-wrong = negeer opmerking lange-zin ""
lint-negeren-klopt-niet-right = negeer opmerking lange-zin "Deze zin is afgesproken met de verzekeraar."
lint-lange-zin-what = A sentence is longer than 25 words.
lint-lange-zin-why = Short sentences read better. At language level B1 a sentence mostly has 10 to 15 words.
lint-lange-zin-wrong = toelichting "Een praktijk die in het eerste jaar begint en daarna in het tweede jaar verder gaat met dezelfde interventie, kiest in het derde jaar een nieuwe interventie of een verdieping."
lint-lange-zin-right = toelichting "Een praktijk begint in jaar 1 en gaat in jaar 2 verder. In jaar 3 kiest zij een nieuwe interventie of een verdieping."
