# English texts of mtvp, in plain words: findings in a plan. The Dutch texts are in ../nl/findings.ftl.

## Findings about rules
finding-title = “{ $title }”
detail-plain = { $facts }
detail-judged = { $by } will review this: { $about }
detail-review-met = { $by } will review the content
detail-review = { $by } will review this; { $facts }
detail-not-verifiable = cannot be checked; { $facts }
detail-not-here = cannot be judged in this region: { $region } does not have { $names }, or has it for something else than the guide
detail-violation-from = from { $date } this is a violation: { $facts }
detail-year = year { $year }: { $detail }
detail-years = years { $years } together: { $detail }
one-is-enough = { $fields } (one of these is enough)
fact-missing = not filled in: { $fields }
fact-plain = asked: { $asked }
fact-limit = { $asked } (that is { $day })
fact-limit-latest = { $asked } (that is { $day } at the latest)
fact-limit-earliest = { $asked } (that is { $day } at the earliest)
fact-cond = asked: { $asked }; found: { $seen }
fact-line = asked: { $asked }; found for { $line }: { $seen }
fact-found = found for { $field }: { $seen }
fact-worked = { $asked }, so { $number } ({ $working })
fact-too-large = the numbers are too large to calculate with exactly
fact-choices = { $asked }; chosen: { $count }
fact-choices-named = { $fact } ({ $names })
fact-in-target = { $fact }, for { $target }
fact-lacking = { $fact }; not chosen yet: { $names }
fact-elsewhere = { $fact }; `{ $name }` already counts for rule `{ $rule }`
fact-elsewhere-here = { $fact }; `{ $name }` already counts for another demand of this rule
seen-nothing = nothing
seen-filler = ‘{ $word }’, which does not count as an answer
before-version = { $said } This year began before this regioplan did ({ $from }), so it is a warning.
before-version-help = Did you choose this then? Then change nothing; the warning stays. Otherwise correct this year in the plan.
seen-ahead = { $day }, which is after the reference date
seen-and-ahead = { $seen }, and { $count } { $count ->
    [one] has
   *[other] have
  } yet to take place
seen-filled = something
seen-count = { $yes } of { $total }
seen-nothing-counts = nothing that counts
seen-at-least = at least { $low }
seen-at-most = at most { $high }
seen-at-earliest = { $low } at the earliest
seen-at-latest = { $high } at the latest
seen-between = { $least } and { $most }
seen-unknown = not known yet
seen-of = { $seen } of { $total }
seen-lacking = { $seen }; not filled in everywhere: { $fields }
label-counts-not = { $name } as { $kind } does not count here
label-counts-not-kind = { $name } does not count here: the kind of choice is missing
help-advice = “{ $advice }”
help-review = You do not have to do anything now. { $by } will decide about this.
help-review-missing = Fill in { $fields }. Without it, { $by } decides on this.
help-fill-in = Fill in { $fields }.
help-evidence-earlier = In the year in which you showed it, add evidence of kind { $kinds } under `bewijs` (evidence) at this intervention.
help-evidence = Under `bewijs` (evidence) at this intervention, add evidence of kind { $kinds }.
help-evidence-with = { $evidence } Or mend what is there. Fill in { $fields }; what is needed: { $extra }.
help-evidence-and = { $help } { $more }
help-choose = Choose from { $names }.
help-choose-all = Choose { $names } as well.
help-choose-or-none = { $choose } Or take away what you chose of these already.
help-chose-or-none = { $choose } Or none of these choices should have been there.
explain-or-none = { $choose } Or choose none of them.
help-choose-these = Choose { $names }.
help-choose-those = Choose from { $names } what { $which }.
help-choose-all-those = Choose from { $names } all that { $which }.
which-earlier = you chose earlier
which-not-earlier = you did not choose earlier
which-year-before = you chose the year before
which-not-year-before = you did not choose the year before
which-year = you chose in year { $year }
which-not-year = you did not choose in year { $year }
help-choose-kinds = { $choose } As the kind of choice, write { $kinds }.
help-figures = What the region says is in the figures of the region. Your region can check this with `mtvp region`.
fact-figures = the figures of the region are not known here: { $fields }
offer-without-figures = { $said } Whether the region assigns this is not known here: the figures of the region are missing.
offer-missing = { $said } Not filled in: { $fields }.
help-choose-as = { $name } ({ $kinds })
help-chose = A choice from { $names } belonged here.
help-chose-all = { $names } belonged here as well.
help-chose-kinds = { $choose } The kind of choice was { $kinds } then.
help-chose-fewer = There are too many choices here.
help-past = { $asked } Is year { $year } not right in this plan? Correct it. Otherwise, do not change that year any more; talk to { $region }.
help-past-only = Is year { $year } not right in this plan? Correct it. Otherwise, do not change that year any more; talk to { $region }.
help-choose-fewer = Remove one or more choices.
help-explain = Read what the rule asks with `mtvp explain { $rule }`.
help-explain-file = Read what the rule asks with `mtvp explain { $rule } --regioplan { $path }`.
help-pending-until = You do not have to do this yet. Do it on { $date } at the latest, and put it in the plan then.
help-pending-until-figures = You do not have to do this yet. Do it on { $date } at the latest, and put it in `regio.yaml` then.
help-pending = You do not have to do this yet. Keep track of it for the accounting for the year.
help-not-here = You do not have to do anything now. Ask who wrote the supplement what applies in your region.
help-pending-evidence = You do not have to do this yet. Keep evidence of kind { $kinds } for the accounting for the year.
note-plan-years = This plan is for years { $own } up to and including { $last }. Each year was judged on its own.
note-plan-years-accounting = Only year { $own } was accounted for. What comes after it, up to and including year { $last }, was judged as a plan.
plan-year-missing = Year { $year } is missing. A plan for year { $own } is for year { $year } as well.
plan-year-missing-help = Put year { $year } in the plan as well.
year-after-end = Year { $year } of this practice begins on { $first }. The programme ends on { $ends }.
year-after-end-help = Check the year and the start quarter. Are they right? Then no plan is needed for this year any more.
start-after-end = This practice begins after the end of the programme ({ $ends }).
start-after-end-help = Check the start quarter, or ask your region which regioplan applies now.
note-draft = year { $year } is a draft and was not judged, because this plan is for year { $own }.
note-earlier = What belongs to the accounting for earlier years was not judged again in a plan for year { $own }.
note-version-over = Version { $version } of { $id } is for plans up to and including { $to }. The accounting for year { $year }, on { $date }, was judged by this version all the same: it judged the plan for that year too.
note-accounting = This is the accounting for year { $year }.
note-supplement-over = The supplement { $name } is for plans up to and including { $to }. The accounting for year { $year }, on { $date }, was judged by it all the same: it judged the plan for that year too.
note-supplement-resting = the supplement { $name } is for plans from { $from } up to and including { $to }, and does not count for this plan.
note-other-region = the plan names { $named }, but was judged by { $id }, because you asked for that.
note-looks-like-region = the plan names { $named }, but was judged by { $id }, because it looks like a plan of { $id }.
judged-by = You do not have to do anything now. { $by } will decide about this.

## Fixed checks: choices
not-offered = { $name } is not offered. “{ $reason }”
not-offered-period = { $name } is not offered { $period }. “{ $reason }”
not-offered-then = You cannot choose { $name } in year { $year }. This intervention is offered { $period }.
not-offered-start = You cannot choose { $name } with this `startdatum` (start date). This intervention is offered { $period }.
not-offered-any-day = You cannot choose { $name } like this in year { $year }: there is no day on which it is allowed.
only-trial = { $name } is only being tried out in this period. “{ $reason }”
only-trial-help = Ask your region if this choice may count, or choose another intervention.
only-kinds = The kind of choice does not fit { $name }.
only-kinds-help = Choose { $kinds } here.
offer-unsure = Whether { $name } is allowed in year { $year } depends on the day you start.
offer-unsure-help = Ask your region when you may start with this intervention.
offer-unsure-help-start = Fill in `startdatum` (first day) at this intervention.
no-alternatives = Remove this choice.
help-kind = Write { $kinds } here.
help-kind-long = Add `keuze:` (choice) to this intervention, with { $kinds } behind it.
help-kind-behind = Write { $kinds } behind the colon.
help-kind-or-gone = Is this intervention not chosen? Then remove the whole line. Otherwise, write the kind of choice: { $kinds }.
help-kind-or-stopped = Is this intervention not chosen? Then remove the whole line. Otherwise, also when you stop with it in this year, write the kind of choice: { $kinds }.
help-or-start = { $help } Did you choose the intervention before? Then add it to the year in which you started too.
help-start = Did you choose the intervention before? Then add it to the year in which you started too.
help-or-day = { $help } Can you start on another day? Then change `startdatum` (start date).
help-day = Can you start on another day? Then change `startdatum` (start date).
help-one = { $count ->
    [one] This is possible: { $do }.
   *[other] Do one of these things: { $do }.
  }
help-together = One change is not enough here. Do these together: { $do }.
help-no-choice = No choice solves this without breaking another rule.
help-others-ask = { $help } Other rules may ask more.
do-turn = change { $names } to { $kinds }
do-add = choose { $names } as { $kinds }
do-remove = remove { $names }
do-in-year = { $do } (year { $year })
do-with = { $do }, and then fill in { $fields }
need-asked = { $field } (asked: { $asked })
need-member = { $field } is { $values }
do-consult = { $do }, in consultation with your region
assigned-choice = You do not choose { $name } yourself: { $by } assigns this intervention.
help-over = Year { $year } is over: only add what the practice did then. { $help } If it did none of this, talk to { $region }; the finding stays.
nearest-head-over = Year { $year } is over: only add what the practice did then, and talk to your region otherwise. { $head }
nearest-head = { $ways ->
    [one] The choices of year { $years } meet the rules like this, with as few changes as possible:
   *[other] The choices of year { $years } meet the rules like this, with as few changes as possible. Choose one:
  }
nearest-way = { $do }
nearest-or = or:
nearest-add = Add, below line { $line }:
nearest-turn = Change line { $line } to:
nearest-remove = Remove, from line { $line }:
nearest-add-within = Add on line { $line }, between the braces behind `interventies` (interventions) of year { $year }, with a comma between the parts:
nearest-add-within-year = Add on line { $line }, between the braces of year { $year }, with a comma between the parts:
nearest-turn-within = On line { $line } change only this, at `{ $name }`:
nearest-remove-within = On line { $line } remove only `{ $name }`, with what belongs to it.
nearest-kinds = Also possible: { $kinds }.
nearest-kinds-of = For `{ $name }` also possible: { $kinds }.
nearest-needs = Also fill in: { $fields }.
nearest-needs-of = For `{ $name }`, fill in: { $fields }.
nearest-more = There are other choices with as few changes.
nearest-rule = `{ $id }` ({ $title })
nearest-never = { $count ->
    [one] No choice in year { $years } can still meet this rule: { $rules }. Ask your region what you can do.
   *[other] No choices in year { $years } meet all of these rules together: { $rules }. Ask your region what you can do.
  }
assigned-choice-help = Talk to your region.
kind-not-new = { $name } is not new in year { $year }, because you chose this intervention before.
kind-not-new-help = Write `continuering` (going on), `doorontwikkeling` (developing further), `verdieping` (deepening) or `onderhoud` (keeping up) here.
kind-never-chosen = { $name } is chosen in year { $year } as { $kind }, but you did not choose this intervention before.
kind-never-chosen-help = Write `nieuw` (new) here, or add the intervention to the year in which you started too.
chosen-here = already chosen here, in year { $year }
kind-missing = The kind of choice is not filled in.
kind-missing-help = Write `nieuw` (new), `continuering` (going on), `doorontwikkeling` (developing further), `verdieping` (deepening) or `onderhoud` (keeping up).
kind-missing-long-help = Add `keuze:` (choice) with, behind it, `nieuw` (new), `continuering` (going on), `doorontwikkeling` (developing further), `verdieping` (deepening) or `onderhoud` (keeping up).
unknown-intervention = The intervention `{ $name }` is not in the regioplan of { $region }.
unknown-in-past-help = Write the name of what you chose then, as the regioplan writes it.
intervention-letter-help = A letter is not enough, because the letters are not the same everywhere. Write the name of the intervention.
intervention-is-kernelement = This is a core element. Put the interventions directly under `interventies` (interventions), without the core element in between.
kernelement-chosen = This is a core element, not an intervention. Write the name of what you choose: { $names }.
box-unticked-found = An empty box stands before `{ $name }`.
box-unticked = The box is empty: then this is not chosen. Take the line away. Do you choose it? Then write `{ $id }` without a box.
intervention-elsewhere = This intervention belongs to another region: { $region }. Choose an intervention from your own regioplan.
intervention-outside = `{ $name }` is not below `interventies` (interventions).
intervention-outside-help = Put a line `interventies:` (interventions) below the year, and indent the interventions below it.
heading-of-choices = `{ $name }` is a heading above choices. In a plan, the choices of a year are below `interventies` (interventions).
heading-of-choices-help = Write `interventies:` (interventions) here, and put all choices of the year below it.
heading-besides-help = Remove this line, and put the choices with the others below `interventies` (interventions).
intervention-by-label = A plan uses a fixed name for `{ $name }`.
intervention-by-label-help = Write `{ $id }`.

## Fixed checks: years, version, files
year-outside = Year { $year } is not in this regioplan.
year-outside-help = This regioplan is about year { $first } up to and including { $last }.
own-year-missing = Year { $year } is missing, but the plan is for that year.
own-year-missing-help = Under `jaren` (years), add a block `{ $year }:` with the choices for that year.
earlier-year-missing = Year { $year } is missing. No rule depends on it now.
and-more = { $count } others
earlier-year-decides = Year { $year } is missing. Therefore this cannot be checked: { $rules }.
draft-has-begun = Year { $year } has begun already, on { $first }, but this plan is for year { $own }. Therefore year { $year } was not judged.
draft-begins = Year { $year } begins on { $first }, but this plan is for year { $own }. Therefore year { $year } was not judged.
draft-begins-help = Is this the plan for year { $year }? Then write `jaar: { $year }` (year) at the top. Otherwise there is nothing to do.
earlier-year-missing-help = Under `jaren` (years), also add a block `{ $year }:` with the choices of that time.
year-and-start = By your start quarter, year { $year } runs from { $first } up to and including { $last }. That does not fit the other dates in the plan.
year-and-start-help = Check `jaar` (year), `startkwartaal` (start quarter), `kalenderjaar` (calendar year) and `ingediend` (day of handing in).
start-here = start quarter
version-not-valid = Version { $version } of { $id } is not for a plan of { $date }.
version-not-valid-today = Version { $version } of { $id } is not valid on { $date }, and the plan does not say when it was handed in.
version-not-valid-today-help = Fill in `ingediend` (day of handing in). This version judges plans from { $from } up to and including { $to }.
version-not-valid-help = This version judges plans from { $from } up to and including { $to }. Check the day of handing in, or write after `regioplan` the version that belongs to that day.
handed-in-here = day of handing in
version-unknown = There is no version { $version } of { $id }.
version-unknown-help = Known versions: { $versions }.
region-unknown = There is no regioplan with the name `{ $name }`.
region-unknown-help = Known names: { $names }.
region-missing = The plan does not name a regioplan.
region-missing-help = At the top, write `regioplan:` with the name of your region. Known names: { $names }.
region-missing-new-help = Is this a form, and not yet a plan? `mtvp new` with the name of your region makes a plan to fill in. Is it a plan? Then put `regioplan:` at the top, with that name. Known names: { $names }.
no-version-valid = There is no version of { $id } for { $date }.
no-version-valid-asked = The plan names { $named }. You asked for { $id } with `--regioplan`, and no version of it is valid on { $date }.
no-version-valid-accounting-help = After `{ $id }`, write the version by which the plan for this year was judged. There are these versions: { $versions }.
no-version-valid-help = There are these versions: { $versions }. Check whether `ingediend` (day of handing in) is right, or ask the region for the new regioplan.
version-range = { $version } ({ $from } up to and including { $to })
issue-many = { $message } There are { $count } of these here; the first { $shown } are pointed at.
issue-many-here = here too
file-missing = The file { $path } is missing, or it is empty, or it is no evidence.
file-missing-help = Put the file in that place, or correct the name. The path starts from the folder that the plan is in. An empty file, a plan, a regioplan and mtvp.toml are no evidence.
bsn-found = This looks like a citizen service number (BSN). Information about patients does not belong in a practice plan.
bsn-help = Remove the number. Write down only how many people there are, and no information about persons.
bsn-in-name = The name of this file seems to contain a citizen service number (BSN). Information about patients does not belong with a practice plan.
bsn-in-name-help = Give the file, or the folder, another name, such as the name of the practice.
unseen = There is an invisible character here: { $signs }. Remove it, or type the whole value again.
agb-doubled = The AGB code { $code } is also in { $paths }, for year { $year }.
agb-shared = The AGB code { $code } is also in { $paths }, where the practice has another name.
agb-doubled-help = See which plan has the right code. Is it the same plan twice? Then keep one of them.
agb-shared-help = Are these two practices? Then correct the code that is wrong. Has the practice a new name? Then write the same name in both plans. Until then a decision or a waiver only counts with `bestand` (file).

## Fixed checks: fields and values
field-missing = In { $record }, `{ $field }` is missing.
field-blank = In { $record }, `{ $field }` is not filled in.
field-with-filler = { $field } (it says ‘{ $word }’)
field-filler = In { $record }, `{ $field }` says ‘{ $word }’. That does not count as an answer.
field-missing-help = Fill in { $field }; the regioplan calls it “{ $label }”.
field-missing-help-accounting = Fill in { $field } for the accounting for the year; the regioplan calls it “{ $label }”.
frame-missing = `{ $key }` is not filled in.
frame-help-start = Write the quarter in which the practice started with MTVP, for example `startkwartaal: 2023-Q2` (start quarter).
frame-help-year = Write for which year of the programme this plan is, for example `jaar: 3` (year).
frame-help-practice = Put { $fields } below `praktijk:` (practice), and what else the regioplan asks.
frame-help-years = Under `jaren:` (years), put the chosen interventions for each year.
unknown-key = `{ $key }` is not a known field here.
unknown-key-none = Remove this field.
field-not-in-force = The field `{ $key }` belongs to the supplement { $supplement }, which does not count for this plan.
field-not-in-force-help = The supplement is for plans from { $from } up to and including { $to }. Check whether `ingediend` is right, or remove this field.
unknown-key-digits = Is this a number with a comma? Put the whole number between quotes.
field-of-plan = `{ $name }`
field-of-region = “{ $name }”
wrong-value-found = { $field } is `{ $found }`. That does not fit here.
wrong-value-shape = What is written at { $field } does not have the right form.
list-item-blank = In the list at { $field }, one line is empty.
list-item-filler = The list for { $field } says ‘{ $word }’. That does not count as an answer.
list-item-blank-help = Fill in the line, or remove the dash.
list-item-alone-help = Is there nothing? Then remove the whole list, with the name above it. Otherwise, fill in the line.
list-none-help = Is there nothing? Then remove the whole line. Is there something? { $help }
decimal-comma = “{ $field }” has two numbers with only a comma between them.
decimal-comma-help = Is it one number? Then write a point, as in 7.5. Are there two? Then put a space after the comma.
expected-date = Write a date as year-month-day, for example 2025-03-14.
expected-date-weekday = This date falls on another day of the week. Check which day it was, and write it as year-month-day, for example { $date }.
expected-date-as = Write a date as year-month-day: { $date }.
expected-date-exists = This day does not exist. Check the month and the day.
expected-quarter = Write a quarter like 2023-Q2.
expected-quarter-as = Write a quarter like this: { $quarter }.
expected-year = Write a year of the programme as a number: 1, 2 or 3.
expected-year-calendar = { $year } is a calendar year. Write the year of the programme. If the practice began in { $earlier }, year 3 begins in { $year }; if it began in { $before }: year 2; in { $year }: year 1.
expected-calendar-year = Write a calendar year with four digits, for example 2025.
expected-yes-no = Write `ja` (yes) or `nee` (no).
expected-yes-no-as = Write `{ $word }`.
expected-one-number = This can be { $one } or { $other }. Write { $one } or { $other }.
expected-number = Write a number of 0 or more, for example 12 or 7.5.
expected-whole = Write a whole number of 0 or more, for example 4.
expected-money = Write an amount in euros, for example 1250.50.
expected-percentage = Write a percentage from 0 up to and including 100, for example 40.
expected-agb = An AGB code has eight digits.
expected-agb-as = An AGB code has eight digits. Is the zero at the start gone? Then it is { $code }.
expected-agb-bare = Write an AGB code as eight digits in a row: { $code }.
expected-email = Write an e-mail address, for example info@praktijk.nl.
expected-file = Write the name of a file, starting from the folder of the plan, for example bewijs/certificaat.pdf.
expected-one-value = Put one value here, not a list and no fields below it.
expected-list = Make a list here: start each line with a dash and a space.
expected-list-of-fields = Make a list here: put one dash before the first field of each item, and the other fields straight below it: { $shown }.
expected-fields = Put fields below this, each on its own line: { $fields }.
expected-years = Under `jaren` (years), put a block for each year, for example `1:`.
expected-choices = Under `interventies` (interventions), put on each line an intervention with the kind of choice, for example `taakherschikking: nieuw`.

## File cannot be read
yaml-empty = There is no practice plan in this file.
yaml-empty-help = Make an empty plan with `mtvp new` and fill it in.
yaml-no-mapping = A practice plan starts with fields, such as `regioplan:` and `jaar:`.
yaml-no-mapping-help = Remove the dash or the text at the top and start with `regioplan:`.
yaml-two-documents = A second plan starts here in the same file.
yaml-two-documents-help = Put each plan in its own file and remove the line with `---`.
yaml-too-large = The file is larger than { $limit } kB. That is too large to read.
yaml-too-large-help = Check if this is the right file.
yaml-not-utf8 = The file has characters that cannot be read. It was not saved as UTF-8, but probably as ANSI (also called Latin-1).
yaml-bytes = The file has characters that cannot be read: it is not text.
yaml-utf16 = The file was saved as UTF-16. Some programs call that ‘Unicode’.
other-region = the plan names region { $named }, but the settings here name region { $region }.
other-region-help = Is the region right? If not, correct `regioplan`. Do plans of another region belong here too? Then remove `region` from mtvp.toml.
other-form-document = This document was not looked at, because mtvp reads only text.
other-form-document-help = Is this a practice plan? Then make an empty plan with `mtvp new`, and fill in what the document says. Is it evidence? Then name it in the plan. Is it something else? Then add it to `exclude` in mtvp.toml.
other-form-text = This file contains a practice plan, but its name does not end in .yaml.
other-form-text-help = Give the file a name that ends in .yaml. Is it not a plan? Then add it to `exclude` in mtvp.toml.
yaml-document = This is a document of another program, not text.
yaml-not-utf8-help = Save the file as UTF-8. You will usually find that option under ‘Save as’.
yaml-twice = `{ $key }` occurs twice here.
yaml-first-here = the first time
yaml-twice-help = Keep one of the two. Put everything of `{ $key }` together there.
yaml-key-not-text = There is no ordinary name before the colon.
yaml-key-not-text-help = Before the colon, write only the name of a field.
yaml-merge = `<<` is not used in a practice plan.
yaml-merge-help = Remove `<<` and write out the fields here.
yaml-tag = The tag `{ $tag }` is not read.
yaml-tag-help = Remove the tag: write only the value that you mean.
yaml-alias-inside = This reference with `*` points to itself.
yaml-alias-unknown = This reference with `*` points to nothing.
yaml-alias-bomb = The references with `*` make the plan far too large.
yaml-alias-help = Remove the star and write out the value here. Must the sign stay? Then put the whole text between quotation marks.
yaml-tab = This line is indented with a tab. That is not possible.
yaml-tab-help = Replace the tab by two spaces for each step.
yaml-quote = A quotation mark is missing at the end of a text.
yaml-quote-help = Put the same quotation mark at the start and at the end of the text.
yaml-after-quote = There is still text after the last quotation mark.
yaml-after-quote-help = Put the whole text between the quotation marks, or leave both of them out.
yaml-escape = A backslash `\` has a special meaning in this text.
yaml-escape-help = Use single quotation marks around the text, or write `\\`.
yaml-bracket = A bracket or a comma is missing.
yaml-bracket-help = For every bracket that opens, put one that closes, with commas in between.
yaml-colon = A colon is missing on this line, or the line does not start at the right place.
yaml-colon-help = Write a field as `naam: waarde` (name: value), with a space after the colon. Is there a colon in the text itself? Then put the text between quotation marks.
yaml-extra-colon = This line has one colon too many, or it is not indented well.
yaml-extra-colon-help = Indent the line as far as the lines that belong with it. Is there a colon in the text itself? Then put the text between quotes. Do you want to add information to a choice? Then put the kind on a line of its own below it: `keuze: onderhoud` (choice: keeping up).
yaml-sign = The sign > or | has a special meaning here, and the value after it does not count.
yaml-sign-help = Write only the value, for example 8, or put it between quotes.
yaml-indent = This line does not start at the right place.
yaml-indent-help = Put fields that belong together exactly below each other, with the same number of spaces before them.
yaml-odd-space = There is a special space here, which looks like an ordinary one.
yaml-odd-space-help = Remove the space and type an ordinary one. Such spaces come with text from Word or from a website.
yaml-odd-dash = This sign does not make a list.
yaml-odd-quote = This is not a straight quotation mark.
yaml-no-space = A space is missing after the colon.
yaml-no-colon = A colon is missing after `{ $name }`.
yaml-write = Write { $right }.
yaml-apostrophe = The text begins with an apostrophe, and here that counts as a quotation mark.
yaml-colon-inside = This text has a colon with a space after it.
yaml-choice-long = After `{ $name }` there is a kind of choice already, so no data can be put below it.
yaml-choice-long-help = Write `{ $name }:`, and below it `keuze: { $kind }`, as far to the right as `{ $own }`.
yaml-title = This line is above the plan and is no field.
yaml-title-help = Put `#` before it: `# { $line }`. Then the line counts as a remark. Or remove the line.
yaml-letter-head = The head of a letter is above the plan.
yaml-letter-end = The end of a letter is below the plan.
yaml-letter-help = { $count ->
    [one] Remove this line, or put `#` before it.
   *[other] Remove these { $count } lines, or put `#` before each of them.
 }
yaml-answered = The lines of the plan begin with `>`, as in an answer to an e-mail.
yaml-answered-help = Remove `>` and the space behind it before each line.
yaml-ornament = This line is no field.
yaml-dash-close = A space is missing after the dash.
yaml-other-sign = After `{ $name }` there is `{ $sign }` instead of a colon with a space.
yaml-quote-stray = There is one quotation mark too many before this line.
yaml-year-named = Below `jaren` stands only the number of the year, with a colon: { $year }.
yaml-year-value = Behind `{ $year }` stands `{ $value }`. A year has only a number.
yaml-kind-alone = `keuze:` is missing before `{ $kind }`.
yaml-kind-twice = The kind of choice of `{ $name }` is there twice.
yaml-two-fields = There are { $count } fields on this line.
yaml-two-fields-help = Give each field a line of its own: { $names }.
yaml-choice-unnamed = The name of an intervention is missing above this line.
yaml-choice-unnamed-help = Put a new line above this line, with { $count } spaces before it: the name of the intervention with a colon behind it.
yaml-value-above = After `{ $name }` there is `{ $value }`, and the data of the choice are below it.
yaml-value-above-help = Write only `{ $name }:`, because the kind of choice is below it. Do you want to keep `{ $kind }`? Then put `#` before it.
yaml-head-missing = `{ $name }:` is missing above this line.
yaml-head-missing-help = Put a new line above this one, without spaces before it: `{ $name }:`.
yaml-practice-name = Behind `praktijk` stands `{ $value }`, with fields below it.
yaml-practice-name-help = Write `praktijk:`, and put `naam: { $value }` on the line below it.
yaml-practice-value-help = Take `{ $value }` away here: the data of the practice stand below it.
yaml-between-choices = `{ $name }` belongs to a choice, but stands between two choices.
yaml-between-choices-help = Does `{ $name }` belong to `{ $above }` or to `{ $below }`? Put the line below that one, with as many spaces before it as `keuze:` has.
yaml-value-below = The value of `{ $name }` is on the next line.
yaml-text-lines = The text of `{ $name }` goes on at this line.
yaml-text-lines-help = Write `{ $name }: |` on a line of its own, and put the whole text below it, each line with { $count } spaces before it.
yaml-or-remark = { $help } Is it a remark? Then put `#` before it.
yaml-no-dash = This line stands in a list, but does not begin with a dash.
yaml-anchor = What begins with `&` is a mark for the computer: this way `{ $word }` is no part of the text.
yaml-goes-on = This line belongs to the text ‘{ $value }’ of `{ $name }`, but is not indented further.
yaml-goes-on-help = Indent the line further, with { $count } spaces before it: `{ $right }`. Or put the whole text on one line.
yaml-indent-count = This line is not in its place: there { $found ->
    [0] are no spaces
    [one] is 1 space
   *[other] are { $found } spaces
  } before it, and there must be { $right }.
yaml-indent-to = Begin the line with { $count ->
    [0] no spaces
    [one] 1 space
   *[other] { $count } spaces
  }: `{ $right }`.
yaml-indent-all = Begin the line with { $count ->
    [0] no spaces
    [one] 1 space
   *[other] { $count } spaces
  }: `{ $right }`. Move { $lines ->
    [one] the line below it that belongs to it just as far.
   *[other] the { $lines } lines below it that belong to it just as far.
  }
yaml-dash-stray = There is a dash before `{ $name }`, but this is no place for a list.
yaml-sign-stray = There is `{ $sign }` before `{ $name }`, but this is no place for a list.
yaml-sign-stray-all = Write { $right }, and remove the sign before { $count ->
    [one] the line below it
   *[other] the { $count } lines below it
} as well.
yaml-bold = There are asterisks around `{ $name }`.
yaml-table-row = `{ $name }` stands here in a row of a table.
yaml-dash-twice = `{ $first }` and `{ $second }` belong together, but each has a dash. That makes them two items.
yaml-dash-twice-help = Remove the dash before `{ $second }` and put a space in its place. Only the first line gets a dash.
kind-refused = Is this intervention not chosen? Then remove the whole line. Otherwise, write the kind of choice, for instance `nieuw` (new) or `continuering` (going on).
kind-stopped = Is this intervention not chosen? Then remove the whole line. Otherwise, also when you stop with it in this year, write the kind of choice, for instance `nieuw` (new) or `continuering` (going on).
intervention-of-parts = Did you mean `{ $id }`? That is the name of several interventions together. Choose { $names }.
choose-part = This is the name of several interventions together. Write { $names } instead.
intervention-not-open = Do you mean `{ $id }`? The region does not offer it in year { $year }. Choose another intervention, or remove the line.
belongs-below = { $count ->
    [one] { $name } belongs below { $below }: put the line there, and indent it.
   *[other] { $name } belong below { $below }: put a line for each there, and indent it.
  }
belongs-as = Here that is called { $names }. { $where }
several-fields = Those are { $count } fields: { $names }. Give each field a line of its own.
stands-already = Do you mean `{ $name }`? It stands here already, with the same behind it. Then take it away here.
stands-otherwise = Do you mean `{ $name }`? It stands here already, with something else behind it. See what is right, put that there, and take it away here.
stands-here = it stands here already
belongs-already = This field stands where it belongs as well, with the same behind it. Take this line away.
belongs-otherwise = This field stands where it belongs as well, with something else behind it. See what is right, put that there, and take this line away.
belongs-top = { $name } does not belong below anything else. Put the line at the left edge of the plan, without spaces before it.
belongs-year = { $name } belongs to a year. Put the line below `jaren` (years) and the number of the year, and indent it.
belongs-interventions = { $name } is an intervention. Put the line below `interventies` (interventions), in the year in which you choose it.
belongs-choice-of = { $name } belongs to { $names }. Put the line below that intervention, and indent it.
belongs-choice = { $name } belongs to an intervention. Put the line below the intervention that it is about, and indent it.
expected-list-shown = Make a list of this. Begin each item with a dash and a space, on a line of its own, with the fields straight below each other: { $shown }.
fix-done = { $path }: { $count ->
    [one] 1 thing corrected
   *[other] { $count } things corrected
  }.
yaml-two-plans = A second plan begins here in the same file.
yaml-two-plans-help = Put each plan in a file of its own. Only the first plan was looked at.
text-cut = What follows a space and `#` counts as a remark: so `{ $text }` is no part of the text.
text-cut-help = Does it belong to the text? Then put the whole text between quotation marks. Is it a remark? Then put a space after `#`.
looks-like-region = The plan names the regioplan of { $named }, but looks like a plan of { $region }.
looks-like-region-help = Write `regioplan: { $right }` at the top, if that is the region. The other findings here are about that regioplan.
help-fill-in-long = Fill in { $fields }. For that, write the choice on more lines: `{ $name }:`, and below it, indented, `keuze: { $kind }` (choice) and { $shown }.
yaml-deep = There are far too many levels inside each other.
yaml-deep-help = A practice plan has only a few levels. Check if this is the right file.
yaml-character = This character cannot be here.
yaml-character-help = Put the text between quotation marks.
yaml-unreadable = The file cannot be read from here on.
yaml-unreadable-help = Check if the line has the same spaces at the start as the lines above it, and if every name has a colon.
