# Nederlandse teksten van mtvp, taalniveau B1: bevindingen in een plan. De Engelse teksten staan in ../en/findings.ftl.

## Bevindingen op regels
finding-title = { $title }
detail-plain = { $facts }
detail-judged = { $by } beoordeelt dit: { $about }
detail-review-met = { $by } beoordeelt de inhoud
detail-review = { $by } beoordeelt dit; { $facts }
detail-not-verifiable = niet te controleren; { $facts }
detail-not-here = in deze regio niet te beoordelen: { $region } kent { $names } niet, of anders dan de leidraad
detail-violation-from = vanaf { $date } is dit een overtreding: { $facts }
detail-year = jaar { $year }: { $detail }
detail-years = jaren { $years } samen: { $detail }
one-is-enough = { $fields } (een ervan is genoeg)
fact-missing = niet ingevuld: { $fields }
fact-plain = gevraagd: { $asked }
fact-limit = { $asked } (dat is { $day })
fact-limit-latest = { $asked } (dat is op zijn laatst { $day })
fact-limit-earliest = { $asked } (dat is op zijn vroegst { $day })
fact-cond = gevraagd: { $asked }; gevonden: { $seen }
fact-line = gevraagd: { $asked }; gevonden bij { $line }: { $seen }
fact-found = bij { $field } gevonden: { $seen }
fact-worked = { $asked }, dus { $number } ({ $working })
fact-too-large = de getallen zijn te groot om precies mee te rekenen
fact-choices = { $asked }; gekozen: { $count }
fact-choices-named = { $fact } ({ $names })
fact-in-target = { $fact }, bij { $target }
fact-lacking = { $fact }; nog niet gekozen: { $names }
fact-elsewhere = { $fact }; `{ $name }` telt al voor regel `{ $rule }`
fact-elsewhere-here = { $fact }; `{ $name }` telt al voor een andere eis van deze regel
seen-nothing = niets
seen-filler = ‘{ $word }’, en dat telt niet als antwoord
before-version = { $said } Dit jaar begon voordat dit regioplan gold ({ $from }); daarom is het een waarschuwing.
before-version-help = Koos u dit toen zo? Verander dan niets; de waarschuwing blijft staan. Verbeter anders dit jaar in het plan.
seen-ahead = { $day }, en dat is na de peildatum
seen-and-ahead = { $seen }, en { $count } { $count ->
    [one] is er
   *[other] zijn er
  } nog niet geweest
seen-filled = iets
seen-count = { $yes } van { $total }
seen-nothing-counts = niets dat meetelt
seen-at-least = minstens { $low }
seen-at-most = hoogstens { $high }
seen-at-earliest = op zijn vroegst { $low }
seen-at-latest = op zijn laatst { $high }
seen-between = { $least } en { $most }
seen-unknown = nog niet te zeggen
seen-of = { $seen } van { $total }
seen-lacking = { $seen }; niet overal ingevuld: { $fields }
label-counts-not = { $name } ({ $kind }) telt hier niet mee
label-counts-not-kind = { $name } telt hier niet mee: de soort keuze ontbreekt
help-advice = { $advice }
help-review = U hoeft nu niets te doen. { $by } neemt hierover een besluit.
help-review-missing = Vul { $fields } in. Zonder dat neemt { $by } hierover een besluit.
help-fill-in = Vul { $fields } in.
help-evidence-earlier = Zet in het jaar waarin u dat liet zien, bij deze interventie onder `bewijs` een bewijs van soort { $kinds }.
help-evidence = Zet bij deze interventie onder `bewijs` een bewijs van soort { $kinds }.
help-evidence-with = { $evidence } Of verbeter wat er al staat. Vul { $fields } in; nodig is: { $extra }.
help-evidence-and = { $help } { $more }
help-choose = Kies uit { $names }.
help-choose-all = Kies ook { $names }.
help-choose-or-none = { $choose } Of haal weg wat u hiervan al koos.
help-chose-or-none = { $choose } Of er hoorde geen van deze keuzes te staan.
explain-or-none = { $choose } Of kies ze geen van alle.
help-choose-these = Kies { $names }.
help-choose-those = Kies uit { $names } wat { $which }.
help-choose-all-those = Kies uit { $names } alles wat { $which }.
which-earlier = u eerder koos
which-not-earlier = u niet eerder koos
which-year-before = u het jaar ervoor koos
which-not-year-before = u het jaar ervoor niet koos
which-year = u in jaar { $year } koos
which-not-year = u in jaar { $year } niet koos
help-choose-kinds = { $choose } Schrijf als soort keuze { $kinds }.
help-figures = Wat de regio zegt, staat in de cijfers van de regio. Uw regio kan dit nagaan met `mtvp region`.
fact-figures = de cijfers van de regio zijn hier niet bekend: { $fields }
offer-without-figures = { $said } Of de regio dit toewijst, is niet na te gaan: haar cijfers zijn hier niet bekend.
offer-missing = { $said } Niet ingevuld: { $fields }.
help-choose-as = { $name } ({ $kinds })
help-chose = Hier hoorde een keuze uit { $names }.
help-chose-all = Hier hoorden ook { $names } bij.
help-chose-kinds = { $choose } De soort keuze was dan { $kinds }.
help-chose-fewer = Hier staan te veel keuzes.
help-past = { $asked } Staat jaar { $year } niet goed in dit plan? Verbeter het dan. Anders verandert u aan dat jaar niets meer; overleg met { $region }.
help-past-only = Staat jaar { $year } niet goed in dit plan? Verbeter het dan. Anders verandert u aan dat jaar niets meer; overleg met { $region }.
help-choose-fewer = Haal een of meer keuzes weg.
help-explain = Lees wat de regel vraagt met `mtvp explain { $rule }`.
help-explain-file = Lees wat de regel vraagt met `mtvp explain { $rule } --regioplan { $path }`.
help-pending-until = Dit hoeft nu nog niet. Doe het uiterlijk op { $date }, en zet het dan in het plan.
help-pending-until-figures = Dit hoeft nu nog niet. Doe het uiterlijk op { $date }, en zet het dan in `regio.yaml`.
help-pending = Dit hoeft nu nog niet. Houd het bij voor de verantwoording.
help-not-here = U hoeft nu niets te doen. Vraag de schrijver van de aanvulling wat in uw regio geldt.
help-pending-evidence = Dit hoeft nu nog niet. Bewaar een bewijs van soort { $kinds } voor de verantwoording.
note-plan-years = Dit plan geldt voor de jaren { $own } tot en met { $last }. Elk jaar is apart beoordeeld.
note-plan-years-accounting = Alleen jaar { $own } is verantwoord. Wat daarna komt, tot en met jaar { $last }, is beoordeeld als plan.
plan-year-missing = Jaar { $year } ontbreekt. Een plan voor jaar { $own } geldt ook voor jaar { $year }.
plan-year-missing-help = Zet jaar { $year } ook in het plan.
year-after-end = Jaar { $year } van deze praktijk begint op { $first }. Het programma eindigt op { $ends }.
year-after-end-help = Kijk het jaar en het startkwartaal na. Klopt het? Dan is er voor dit jaar geen plan meer nodig.
start-after-end = Deze praktijk begint na het einde van het programma ({ $ends }).
start-after-end-help = Kijk het startkwartaal na, of vraag uw regio welk regioplan nu geldt.
note-draft = jaar { $year } is een concept en is niet beoordeeld, want dit plan is voor jaar { $own }.
note-earlier = Wat bij de verantwoording van eerdere jaren hoort, is in een plan voor jaar { $own } niet opnieuw beoordeeld.
note-version-over = Versie { $version } van { $id } geldt voor plannen tot en met { $to }. De verantwoording van jaar { $year }, op { $date }, is toch met deze versie beoordeeld: zij beoordeelde ook het plan voor dat jaar.
note-accounting = Dit is de verantwoording van jaar { $year }.
note-supplement-over = De aanvulling { $name } is voor plannen tot en met { $to }. De verantwoording van jaar { $year }, op { $date }, is toch ook met haar beoordeeld: zij beoordeelde ook het plan voor dat jaar.
note-supplement-resting = de aanvulling { $name } is voor plannen van { $from } tot en met { $to }, en telt bij dit plan niet mee.
note-other-region = het plan noemt { $named }, maar is beoordeeld met { $id }, omdat u dat vroeg.
note-looks-like-region = het plan noemt { $named }, maar is beoordeeld met { $id }, omdat het eruitziet als een plan van { $id }.
judged-by = U hoeft nu niets te doen. { $by } neemt hierover een besluit.

## Vaste controles: keuzes
not-offered = { $name } wordt niet aangeboden. { $reason }
not-offered-period = { $name } wordt { $period } niet aangeboden. { $reason }
not-offered-then = { $name } kunt u in jaar { $year } niet kiezen. Deze interventie is er { $period }.
not-offered-start = { $name } kunt u niet kiezen met deze `startdatum`. Deze interventie is er { $period }.
not-offered-any-day = { $name } kunt u in jaar { $year } zo niet kiezen: er is geen dag waarop het mag.
only-trial = { $name } is in deze periode alleen uitgeprobeerd. { $reason }
only-trial-help = Vraag uw regio of deze keuze mag meetellen, of kies een andere interventie.
only-kinds = De soort keuze past niet bij { $name }.
only-kinds-help = Kies hier { $kinds }.
offer-unsure = Of { $name } in jaar { $year } mag, hangt af van de dag waarop u begint.
offer-unsure-help = Vraag uw regio wanneer u met deze interventie mag beginnen.
offer-unsure-help-start = Vul bij deze interventie `startdatum` in.
no-alternatives = Haal deze keuze weg.
help-kind = Schrijf hier { $kinds }.
help-kind-long = Zet bij deze interventie `keuze:`, met daarachter { $kinds }.
help-kind-behind = Schrijf achter de dubbele punt { $kinds }.
help-kind-or-gone = Wordt deze interventie niet gekozen? Haal de hele regel dan weg. Anders: schrijf de soort keuze { $kinds }.
help-kind-or-stopped = Wordt deze interventie niet gekozen? Haal de hele regel dan weg. Anders, ook als u er in dit jaar mee stopt: schrijf de soort keuze { $kinds }.
help-or-start = { $help } Koos u de interventie al eerder? Zet haar dan ook bij het jaar waarin u begon.
help-start = Koos u de interventie al eerder? Zet haar dan ook bij het jaar waarin u begon.
help-or-day = { $help } Kunt u op een andere dag beginnen? Verander dan `startdatum`.
help-day = Kunt u op een andere dag beginnen? Verander dan `startdatum`.
help-one = { $count ->
    [one] Zo kan het: { $do }.
   *[other] Doe één van deze dingen: { $do }.
  }
help-together = Eén wijziging is hier niet genoeg. Doe dit samen: { $do }.
help-no-choice = Geen enkele keuze lost dit op zonder dat het plan een andere regel breekt.
help-others-ask = { $help } Andere regels kunnen meer vragen.
do-turn = verander { $names } in { $kinds }
do-add = kies { $names } als { $kinds }
do-remove = haal { $names } weg
do-in-year = { $do } (jaar { $year })
do-with = { $do }, en vul dan { $fields } in
need-asked = { $field } (gevraagd: { $asked })
need-member = { $field } is { $values }
do-consult = { $do }, in overleg met uw regio
assigned-choice = { $name } kiest u niet zelf: { $by } wijst deze interventie toe.
help-over = Jaar { $year } is voorbij: zet er alleen bij wat de praktijk toen deed. { $help } Deed zij daar niets van? Overleg dan met { $region }; de bevinding blijft staan.
nearest-head-over = Jaar { $year } is voorbij: zet er alleen bij wat de praktijk toen deed, en overleg anders met uw regio. { $head }
nearest-head = { $ways ->
    [one] Zo voldoen de keuzes van jaar { $years } aan de regels, met zo weinig mogelijk wijzigingen:
   *[other] Zo voldoen de keuzes van jaar { $years } aan de regels, met zo weinig mogelijk wijzigingen. Kies er één:
  }
nearest-way = { $do }
nearest-or = of:
nearest-add = Zet erbij, onder regel { $line }:
nearest-turn = Verander regel { $line } zo:
nearest-remove = Haal weg, vanaf regel { $line }:
nearest-add-within = Zet erbij op regel { $line }, tussen de accolades achter `interventies` van jaar { $year }, met een komma tussen de onderdelen:
nearest-add-within-year = Zet erbij op regel { $line }, tussen de accolades van jaar { $year }, met een komma tussen de onderdelen:
nearest-turn-within = Verander op regel { $line } alleen dit, bij `{ $name }`:
nearest-remove-within = Haal op regel { $line } alleen `{ $name }` weg, met wat erbij hoort.
nearest-kinds = Goed is ook: { $kinds }.
nearest-kinds-of = Bij `{ $name }` is ook goed: { $kinds }.
nearest-needs = Vul daarbij in: { $fields }.
nearest-needs-of = Vul bij `{ $name }` in: { $fields }.
nearest-more = Er zijn nog meer keuzes waarmee u even weinig verandert.
nearest-rule = `{ $id }` ({ $title })
nearest-never = { $count ->
    [one] Geen enkele keuze in jaar { $years } voldoet nog aan deze regel: { $rules }. Vraag uw regio wat u kunt doen.
   *[other] Geen enkele keuze in jaar { $years } voldoet aan al deze regels samen: { $rules }. Vraag uw regio wat u kunt doen.
  }
assigned-choice-help = Overleg met uw regio.
kind-not-new = { $name } is in jaar { $year } niet nieuw, want u koos deze interventie al eerder.
kind-not-new-help = Schrijf hier `continuering`, `doorontwikkeling`, `verdieping` of `onderhoud`.
kind-never-chosen = { $name } staat bij jaar { $year } als { $kind }, maar u koos deze interventie niet eerder.
kind-never-chosen-help = Schrijf hier `nieuw`, of zet de interventie ook bij het jaar waarin u begon.
chosen-here = hier al gekozen, in jaar { $year }
kind-missing = De soort keuze is niet ingevuld.
kind-missing-help = Schrijf `nieuw`, `continuering`, `doorontwikkeling`, `verdieping` of `onderhoud`.
kind-missing-long-help = Zet erbij `keuze:`, met daarachter `nieuw`, `continuering`, `doorontwikkeling`, `verdieping` of `onderhoud`.
unknown-intervention = De interventie `{ $name }` staat niet in het regioplan van { $region }.
unknown-in-past-help = Schrijf de naam van wat u toen koos, zoals het regioplan die schrijft.
intervention-letter-help = Een letter is niet genoeg, want de letters zijn niet overal gelijk. Schrijf de naam van de interventie.
intervention-is-kernelement = Dit is een kernelement. Zet de interventies direct onder `interventies`, zonder het kernelement ertussen.
kernelement-chosen = Dit is een kernelement, geen interventie. Schrijf de naam van wat u kiest: { $names }.
box-unticked-found = Voor `{ $name }` staat een leeg vakje.
box-unticked = Het vakje is leeg: dan is dit niet gekozen. Haal de regel weg. Kiest u dit wel? Schrijf dan `{ $id }` zonder vakje.
intervention-elsewhere = Deze interventie hoort bij een andere regio: { $region }. Kies een interventie uit uw eigen regioplan.
intervention-outside = `{ $name }` staat niet onder `interventies`.
intervention-outside-help = Zet onder het jaar een regel `interventies:` en laat de interventies daaronder inspringen.
heading-of-choices = `{ $name }` is een kop boven keuzes. In een plan staan de keuzes van een jaar onder `interventies`.
heading-of-choices-help = Schrijf hier `interventies:`, en zet alle keuzes van het jaar daaronder.
heading-besides-help = Haal deze regel weg, en zet de keuzes bij de andere onder `interventies`.
intervention-by-label = Voor `{ $name }` gebruikt een plan een vaste naam.
intervention-by-label-help = Schrijf `{ $id }`.

## Vaste controles: jaren, versie, bestanden
year-outside = Jaar { $year } staat niet in dit regioplan.
year-outside-help = Dit regioplan gaat over jaar { $first } tot en met { $last }.
own-year-missing = Jaar { $year } ontbreekt, terwijl het plan voor dat jaar is.
own-year-missing-help = Zet onder `jaren` een blok `{ $year }:` met de keuzes voor dat jaar.
earlier-year-missing = Jaar { $year } ontbreekt. Geen regel hangt daar nu van af.
and-more = nog { $count } andere
earlier-year-decides = Jaar { $year } ontbreekt. Daarom is niet te controleren: { $rules }.
draft-has-begun = Jaar { $year } is al begonnen, op { $first }, maar dit plan is voor jaar { $own }. Jaar { $year } is daarom niet beoordeeld.
draft-begins = Jaar { $year } begint al op { $first }, maar dit plan is voor jaar { $own }. Jaar { $year } is daarom niet beoordeeld.
draft-begins-help = Is dit het plan voor jaar { $year }? Schrijf dan bovenin `jaar: { $year }`. Anders hoeft u niets te doen.
earlier-year-missing-help = Zet onder `jaren` ook een blok `{ $year }:` met de keuzes van toen.
year-and-start = Jaar { $year } loopt volgens uw startkwartaal van { $first } tot en met { $last }. Dat past niet bij de andere datums in het plan.
year-and-start-help = Controleer `jaar`, `startkwartaal`, `kalenderjaar` en `ingediend`.
start-here = startkwartaal
version-not-valid = Versie { $version } van { $id } geldt niet voor een plan van { $date }.
version-not-valid-today = Versie { $version } van { $id } geldt niet op { $date }, en het plan noemt geen datum van indienen.
version-not-valid-today-help = Vul `ingediend` in. Deze versie beoordeelt plannen van { $from } tot en met { $to }.
version-not-valid-help = Deze versie beoordeelt plannen van { $from } tot en met { $to }. Kijk de datum van indienen na, of schrijf achter `regioplan` de versie die bij die datum hoort.
handed-in-here = datum van indienen
version-unknown = Er is geen versie { $version } van { $id }.
version-unknown-help = Bekend zijn: { $versions }.
region-unknown = Er is geen regioplan met de naam `{ $name }`.
region-unknown-help = Bekend zijn: { $names }.
region-missing = Het plan noemt geen regioplan.
region-missing-help = Zet bovenaan `regioplan:` met de naam van uw regio. Bekend zijn: { $names }.
region-missing-new-help = Is dit een formulier en nog geen plan? `mtvp new` met de naam van uw regio maakt een plan om in te vullen. Is het wel een plan? Zet dan bovenaan `regioplan:` met die naam. Bekend zijn: { $names }.
no-version-valid = Geen versie van { $id } geldt op { $date }.
no-version-valid-asked = Het plan noemt { $named }. U vroeg met `--regioplan` om { $id }, en daarvan geldt geen versie op { $date }.
no-version-valid-accounting-help = Zet achter `{ $id }` de versie waarmee het plan van dit jaar is beoordeeld. Er zijn deze versies: { $versions }.
no-version-valid-help = Er zijn deze versies: { $versions }. Kijk of bij `ingediend` de goede dag staat, of vraag de regio om het nieuwe regioplan.
version-range = { $version } ({ $from } tot en met { $to })
issue-many = { $message } Zo zijn er hier { $count }; de eerste { $shown } zijn aangewezen.
issue-many-here = hier ook
file-missing = Het bestand { $path } is er niet, of het is leeg of geen bewijs.
file-missing-help = Zet het bestand op die plaats, of verbeter de naam. De naam telt vanaf de map waarin het plan staat. Een leeg bestand, een plan, een regioplan en mtvp.toml zijn geen bewijs.
bsn-found = Dit lijkt een burgerservicenummer. Gegevens van patiënten horen niet in een praktijkplan.
bsn-help = Haal het nummer weg. Schrijf alleen aantallen op, geen gegevens van personen.
bsn-in-name = De naam van dit bestand lijkt een burgerservicenummer te bevatten. Gegevens van patiënten horen niet bij een praktijkplan.
bsn-in-name-help = Geef het bestand, of de map, een andere naam, zoals de naam van de praktijk.
unseen = Hier staat een teken dat niet te zien is: { $signs }. Haal het weg, of typ de hele waarde opnieuw.
agb-doubled = De AGB-code { $code } staat voor jaar { $year } ook in { $paths }.
agb-shared = De AGB-code { $code } staat ook in { $paths }, en daar heet de praktijk anders.
agb-doubled-help = Kijk welk plan de goede code heeft. Is het twee keer hetzelfde plan? Laat er dan één staan.
agb-shared-help = Zijn het twee praktijken? Verbeter dan de code die niet klopt. Heeft de praktijk een nieuwe naam? Schrijf dan in beide plannen dezelfde naam. Tot dan telt een besluit of een afwijking alleen met `bestand` erbij.

## Vaste controles: velden en waarden
field-missing = `{ $field }` ontbreekt ({ $record }).
field-blank = `{ $field }` is niet ingevuld ({ $record }).
field-with-filler = { $field } (daar staat ‘{ $word }’)
field-filler = Bij `{ $field }` staat ‘{ $word }’. Dat telt niet als antwoord ({ $record }).
field-missing-help = Vul { $field } in: { $label }.
field-missing-help-accounting = Vul { $field } in voor de verantwoording: { $label }.
frame-missing = `{ $key }` is niet ingevuld.
frame-help-start = Schrijf het kwartaal waarin de praktijk met MTVP begon, bijvoorbeeld `startkwartaal: 2023-Q2`.
frame-help-year = Schrijf voor welk jaar van het programma dit plan is, bijvoorbeeld `jaar: 3`.
frame-help-practice = Zet onder `praktijk:` { $fields }, en wat het regioplan verder vraagt.
frame-help-years = Zet onder `jaren:` voor elk jaar de gekozen interventies.
unknown-key = `{ $key }` is hier geen bekend veld.
unknown-key-none = Haal dit veld weg.
field-not-in-force = Het veld `{ $key }` hoort bij de aanvulling { $supplement }, en die telt bij dit plan niet mee.
field-not-in-force-help = De aanvulling is voor plannen van { $from } tot en met { $to }. Kijk of `ingediend` klopt, of haal dit veld weg.
unknown-key-digits = Staat hier een getal met een komma? Zet dan het hele getal tussen aanhalingstekens.
field-of-plan = ‘{ $name }’
field-of-region = ‘{ $name }’
wrong-value-found = Bij { $field } staat `{ $found }`. Dat past hier niet.
wrong-value-shape = Wat bij { $field } staat, heeft niet de goede vorm.
list-item-blank = In de lijst bij { $field } is een regel leeg.
list-item-filler = In de lijst bij { $field } staat ‘{ $word }’. Dat telt niet als antwoord.
list-item-blank-help = Vul de regel in, of haal het streepje weg.
list-item-alone-help = Is er niets? Haal dan de hele lijst weg, met de naam erboven. Anders: vul de regel in.
list-none-help = Is er niets? Haal dan de hele regel weg. Is er wel iets? { $help }
decimal-comma = Bij ‘{ $field }’ staan twee getallen met alleen een komma ertussen.
decimal-comma-help = Is het één getal? Schrijf dan een punt, zoals 7.5. Zijn het er twee? Zet dan een spatie na de komma.
expected-date = Schrijf een datum als jaar-maand-dag, bijvoorbeeld 2025-03-14.
expected-date-weekday = Deze datum valt op een andere dag van de week. Kijk na welke dag het was, en schrijf die als jaar-maand-dag, bijvoorbeeld { $date }.
expected-date-as = Schrijf een datum als jaar-maand-dag: { $date }.
expected-date-exists = Deze dag bestaat niet. Kijk de maand en de dag na.
expected-quarter = Schrijf een kwartaal als 2023-Q2.
expected-quarter-as = Schrijf een kwartaal zo: { $quarter }.
expected-year = Schrijf een jaar van het programma als een getal: 1, 2 of 3.
expected-year-calendar = { $year } is een kalenderjaar. Schrijf het jaar van het programma. Begon de praktijk in { $earlier }, dan begint in { $year } jaar 3; begon zij in { $before }: jaar 2; in { $year }: jaar 1.
expected-calendar-year = Schrijf een kalenderjaar met vier cijfers, bijvoorbeeld 2025.
expected-yes-no = Schrijf `ja` of `nee`.
expected-yes-no-as = Schrijf `{ $word }`.
expected-one-number = Dit kan { $one } zijn of { $other }. Schrijf { $one } of { $other }.
expected-number = Schrijf een getal van 0 of meer, bijvoorbeeld 12 of 2,5.
expected-whole = Schrijf een heel getal van 0 of meer, bijvoorbeeld 4.
expected-money = Schrijf een bedrag in euro, bijvoorbeeld 1250,50.
expected-percentage = Schrijf een percentage van 0 tot en met 100, bijvoorbeeld 40.
expected-agb = Een AGB-code heeft acht cijfers.
expected-agb-as = Een AGB-code heeft acht cijfers. Is de nul vooraan weggevallen? Dan is het { $code }.
expected-agb-bare = Schrijf een AGB-code als acht cijfers achter elkaar: { $code }.
expected-email = Schrijf een e-mailadres, bijvoorbeeld info@praktijk.nl.
expected-file = Schrijf de naam van een bestand vanaf de map van het plan, bijvoorbeeld bewijs/certificaat.pdf.
expected-one-value = Zet hier één waarde, geen lijst en geen velden eronder.
expected-list = Maak hier een lijst van: begin elke regel met een streepje en een spatie.
expected-list-of-fields = Maak hier een lijst van: zet één streepje voor het eerste veld van elk onderdeel, en de andere velden daar recht onder: { $shown }.
expected-fields = Zet hieronder velden, elk op een eigen regel: { $fields }.
expected-years = Zet onder `jaren` voor elk jaar een blok, bijvoorbeeld `1:`.
expected-choices = Zet onder `interventies` op elke regel een interventie met de soort keuze, bijvoorbeeld `taakherschikking: nieuw`.

## Bestand is niet leesbaar
yaml-empty = In dit bestand staat geen praktijkplan.
yaml-empty-help = Maak een leeg plan met `mtvp new` en vul het in.
yaml-no-mapping = Een praktijkplan begint met velden, zoals `regioplan:` en `jaar:`.
yaml-no-mapping-help = Haal het streepje of de tekst bovenaan weg en begin met `regioplan:`.
yaml-two-documents = Hier begint een tweede plan in hetzelfde bestand.
yaml-two-documents-help = Zet elk plan in een eigen bestand en haal de regel met `---` weg.
yaml-too-large = Het bestand is groter dan { $limit } kB. Dat is te groot om te lezen.
yaml-too-large-help = Kijk of dit het goede bestand is.
yaml-not-utf8 = Het bestand bevat tekens die niet te lezen zijn. Het is niet opgeslagen als UTF-8, maar waarschijnlijk als ANSI (ook Latin-1 genoemd).
yaml-bytes = Het bestand bevat tekens die niet te lezen zijn, en is geen tekst.
yaml-utf16 = Het bestand is opgeslagen als UTF-16. Sommige programma's noemen dat ‘Unicode’.
other-region = het plan noemt regio { $named }, maar de instellingen hier noemen regio { $region }.
other-region-help = Klopt de regio? Zo niet, verbeter dan `regioplan`. Horen hier ook plannen van een andere regio? Haal dan `region` weg uit mtvp.toml.
other-form-document = Dit document is niet bekeken, want mtvp leest alleen tekst.
other-form-document-help = Is dit een praktijkplan? Maak dan een leeg plan met `mtvp new`, en vul daar in wat in het document staat. Is het een bewijsstuk? Noem het dan in het plan. Is het iets anders? Zet het dan bij `exclude` in mtvp.toml.
other-form-text = Hier staat een praktijkplan in, maar de naam van het bestand eindigt niet op .yaml.
other-form-text-help = Geef het bestand een naam die eindigt op .yaml. Is het geen plan? Zet het dan bij `exclude` in mtvp.toml.
yaml-document = Dit is een document van een ander programma, en geen tekst.
yaml-not-utf8-help = Sla het bestand op als UTF-8. Die keuze staat meestal bij ‘Opslaan als’.
yaml-twice = `{ $key }` staat hier twee keer.
yaml-first-here = de eerste keer
yaml-twice-help = Laat één van de twee staan. Zet alles van `{ $key }` daar bij elkaar.
yaml-key-not-text = Voor de dubbele punt staat geen gewone naam.
yaml-key-not-text-help = Schrijf voor de dubbele punt alleen de naam van een veld.
yaml-merge = `<<` wordt niet gebruikt in een praktijkplan.
yaml-merge-help = Haal `<<` weg en schrijf de velden hier uit.
yaml-tag = Het merk `{ $tag }` wordt niet gelezen.
yaml-tag-help = Haal het merk weg: schrijf alleen de waarde die u bedoelt.
yaml-alias-inside = Deze verwijzing met `*` wijst naar zichzelf.
yaml-alias-unknown = Deze verwijzing met `*` wijst nergens naar.
yaml-alias-bomb = De verwijzingen met `*` maken het plan veel te groot.
yaml-alias-help = Haal het sterretje weg en schrijf de waarde hier uit. Moet het teken blijven staan? Zet dan de hele tekst tussen aanhalingstekens.
yaml-tab = Op deze regel staat een tab om in te springen. Dat kan niet.
yaml-tab-help = Vervang de tab door twee spaties per stap.
yaml-quote = Er ontbreekt een aanhalingsteken aan het eind van een tekst.
yaml-quote-help = Zet aan het begin en aan het eind van de tekst hetzelfde aanhalingsteken.
yaml-after-quote = Na het laatste aanhalingsteken staat nog tekst.
yaml-after-quote-help = Zet de hele tekst tussen de aanhalingstekens, of laat ze allebei weg.
yaml-escape = Een schuine streep `\` heeft in deze tekst een bijzondere betekenis.
yaml-escape-help = Gebruik enkele aanhalingstekens om de tekst, of schrijf `\\`.
yaml-bracket = Er ontbreekt een haakje of een komma.
yaml-bracket-help = Zet bij elk haakje dat opent ook een haakje dat sluit, met komma’s ertussen.
yaml-colon = Op deze regel ontbreekt een dubbele punt, of de regel springt niet goed in.
yaml-colon-help = Schrijf een veld als `naam: waarde`, met een spatie na de dubbele punt. Staat er in de tekst zelf een dubbele punt? Zet de tekst dan tussen aanhalingstekens.
yaml-extra-colon = Op deze regel staat een dubbele punt te veel, of de regel springt niet goed in.
yaml-extra-colon-help = Zet de regel even ver naar rechts als de regels die erbij horen. Staat er in de tekst zelf een dubbele punt? Zet de tekst dan tussen aanhalingstekens. Wilt u bij een keuze gegevens toevoegen? Zet de soort dan op een eigen regel eronder: `keuze: onderhoud`.
yaml-sign = Het teken > of | heeft hier een bijzondere betekenis, en de waarde erachter telt niet mee.
yaml-sign-help = Schrijf alleen de waarde, bijvoorbeeld 8, of zet haar tussen aanhalingstekens.
yaml-indent = Deze regel springt niet goed in.
yaml-indent-help = Zet velden die bij elkaar horen precies onder elkaar, met evenveel spaties ervoor.
yaml-odd-space = Hier staat een bijzondere spatie, die er als een gewone uitziet.
yaml-odd-space-help = Haal de spatie weg en typ een gewone. Zulke spaties komen mee uit Word of van een website.
yaml-odd-dash = Dit teken maakt geen lijst.
yaml-odd-quote = Dit is geen recht aanhalingsteken.
yaml-no-space = Achter de dubbele punt ontbreekt een spatie.
yaml-no-colon = Achter `{ $name }` ontbreekt een dubbele punt.
yaml-write = Schrijf { $right }.
yaml-apostrophe = De tekst begint met een apostrof, en die telt hier als aanhalingsteken.
yaml-colon-inside = In deze tekst staat een dubbele punt met een spatie erachter.
yaml-choice-long = Achter `{ $name }` staat de soort keuze al, en dan horen er geen gegevens onder.
yaml-choice-long-help = Schrijf `{ $name }:`, en zet eronder `keuze: { $kind }`, even ver naar rechts als `{ $own }`.
yaml-title = Deze regel staat boven het plan en is geen veld.
yaml-title-help = Zet er `#` voor: `# { $line }`. Dan telt de regel als opmerking. Of haal hem weg.
yaml-letter-head = Boven het plan staat de kop van een brief.
yaml-letter-end = Onder het plan staat het slot van een brief.
yaml-letter-help = { $count ->
    [one] Haal deze regel weg, of zet er `#` voor.
   *[other] Haal deze { $count } regels weg, of zet voor elke regel `#`.
 }
yaml-answered = Voor de regels van het plan staat `>`, zoals in een antwoord op een e-mail.
yaml-answered-help = Haal `>` en de spatie erachter weg voor elke regel.
yaml-ornament = Deze regel is geen veld.
yaml-dash-close = Achter het streepje ontbreekt een spatie.
yaml-other-sign = Achter `{ $name }` staat `{ $sign }` in plaats van een dubbele punt met een spatie.
yaml-quote-stray = Voor deze regel staat een aanhalingsteken te veel.
yaml-year-named = Onder `jaren` staat alleen het nummer van het jaar, met een dubbele punt: { $year }.
yaml-year-value = Achter `{ $year }` staat `{ $value }`. Een jaar heeft alleen een nummer.
yaml-kind-alone = Voor `{ $kind }` ontbreekt `keuze:`.
yaml-kind-twice = De soort keuze van `{ $name }` staat er twee keer.
yaml-two-fields = Op deze regel staan { $count } velden.
yaml-two-fields-help = Geef elk veld een eigen regel: { $names }.
yaml-choice-unnamed = Boven deze regel ontbreekt de naam van een interventie.
yaml-choice-unnamed-help = Zet boven deze regel een nieuwe regel, met { $count } spaties ervoor: de naam van de interventie met een dubbele punt erachter.
yaml-value-above = Achter `{ $name }` staat `{ $value }`, en eronder staan de gegevens van de keuze.
yaml-value-above-help = Schrijf alleen `{ $name }:`, want de soort keuze staat eronder. Wilt u `{ $kind }` bewaren? Zet er dan `#` voor.
yaml-head-missing = Boven deze regel ontbreekt `{ $name }:`.
yaml-head-missing-help = Zet boven deze regel een nieuwe regel, zonder spaties ervoor: `{ $name }:`.
yaml-practice-name = Achter `praktijk` staat `{ $value }`, en eronder staan velden.
yaml-practice-name-help = Schrijf `praktijk:`, en zet op de regel eronder `naam: { $value }`.
yaml-practice-value-help = Haal `{ $value }` hier weg: de gegevens van de praktijk staan eronder.
yaml-between-choices = `{ $name }` hoort bij een keuze, maar staat tussen twee keuzes.
yaml-between-choices-help = Hoort `{ $name }` bij `{ $above }` of bij `{ $below }`? Zet de regel daaronder, met evenveel spaties ervoor als `keuze:`.
yaml-value-below = De waarde van `{ $name }` staat op de volgende regel.
yaml-text-lines = De tekst van `{ $name }` gaat door op deze regel.
yaml-text-lines-help = Schrijf `{ $name }: |` op een eigen regel, en zet de hele tekst daaronder, elke regel met { $count } spaties ervoor.
yaml-or-remark = { $help } Is het een opmerking? Zet er dan `#` voor.
yaml-no-dash = Deze regel staat bij een lijst, maar begint niet met een streepje.
yaml-anchor = Wat met `&` begint, is voor de computer een merk: `{ $word }` hoort zo niet bij de tekst.
yaml-goes-on = Deze regel hoort bij de tekst ‘{ $value }’ van `{ $name }`, maar staat niet verder naar rechts.
yaml-goes-on-help = Zet de regel verder naar rechts, met { $count } spaties ervoor: `{ $right }`. Of zet de hele tekst op één regel.
yaml-indent-count = Deze regel staat niet op zijn plaats: er { $found ->
    [0] staan geen spaties
    [one] staat 1 spatie
   *[other] staan { $found } spaties
  } voor, en dat moeten er { $right } zijn.
yaml-indent-to = Begin de regel met { $count ->
    [0] geen spaties
    [one] 1 spatie
   *[other] { $count } spaties
  }: `{ $right }`.
yaml-indent-all = Begin de regel met { $count ->
    [0] geen spaties
    [one] 1 spatie
   *[other] { $count } spaties
  }: `{ $right }`. Schuif { $lines ->
    [one] de regel eronder die erbij hoort even ver mee.
   *[other] de { $lines } regels eronder die erbij horen even ver mee.
  }
yaml-dash-stray = Voor `{ $name }` staat een streepje, maar hier hoort geen lijst.
yaml-sign-stray = Voor `{ $name }` staat `{ $sign }`, maar hier hoort geen lijst.
yaml-sign-stray-all = Schrijf { $right }, en haal het teken ook weg voor { $count ->
    [one] de regel eronder
   *[other] de { $count } regels eronder
}.
yaml-bold = Om `{ $name }` staan sterretjes.
yaml-table-row = `{ $name }` staat hier in een rij van een tabel.
yaml-dash-twice = `{ $first }` en `{ $second }` horen bij elkaar, maar hebben elk een streepje. Zo zijn het er twee.
yaml-dash-twice-help = Haal het streepje voor `{ $second }` weg en zet er een spatie voor in de plaats. Alleen de eerste regel krijgt een streepje.
kind-refused = Wordt deze interventie niet gekozen? Haal de hele regel dan weg. Anders: schrijf de soort keuze, bijvoorbeeld `nieuw` of `continuering`.
kind-stopped = Wordt deze interventie niet gekozen? Haal de hele regel dan weg. Anders, ook als u er in dit jaar mee stopt: schrijf de soort keuze, bijvoorbeeld `nieuw` of `continuering`.
intervention-of-parts = Bedoelt u `{ $id }`? Dat is de naam van meer interventies samen. Kies { $names }.
choose-part = Dit is de naam van meer interventies samen. Schrijf in plaats daarvan { $names }.
intervention-not-open = Bedoelt u `{ $id }`? Die biedt de regio in jaar { $year } niet aan. Kies een andere interventie, of haal de regel weg.
belongs-below = { $count ->
    [one] { $name } hoort onder { $below }: zet de regel daar, en verder naar rechts.
   *[other] { $name } horen onder { $below }: zet daar voor elk een regel, en verder naar rechts.
  }
belongs-as = Dat heet hier { $names }. { $where }
several-fields = Dat zijn { $count } velden: { $names }. Geef elk veld een eigen regel.
stands-already = Bedoelt u `{ $name }`? Dat staat hier al, met hetzelfde erachter. Haal het hier dan weg.
stands-otherwise = Bedoelt u `{ $name }`? Dat staat hier al, met iets anders erachter. Kijk wat klopt, zet dat daar, en haal het hier weg.
stands-here = hier staat het al
belongs-already = Dit veld staat ook al waar het hoort, met hetzelfde erachter. Haal deze regel weg.
belongs-otherwise = Dit veld staat ook al waar het hoort, met iets anders erachter. Kijk wat klopt, zet dat daar, en haal deze regel weg.
belongs-top = { $name } hoort niet onder iets anders. Zet de regel helemaal links in het plan, zonder spaties ervoor.
belongs-year = { $name } hoort bij een jaar. Zet de regel onder `jaren` en het nummer van het jaar, en verder naar rechts.
belongs-interventions = { $name } is een interventie. Zet de regel onder `interventies`, bij het jaar waarin u die kiest.
belongs-choice-of = { $name } hoort bij { $names }. Zet de regel onder die interventie, en verder naar rechts.
belongs-choice = { $name } hoort bij een interventie. Zet de regel onder de interventie waar het over gaat, en verder naar rechts.
expected-list-shown = Maak hier een lijst van. Begin elk onderdeel met een streepje en een spatie, op een eigen regel, met de velden recht onder elkaar: { $shown }.
fix-done = { $path }: { $count ->
    [one] 1 ding verbeterd
   *[other] { $count } dingen verbeterd
  }.
yaml-two-plans = Hier begint een tweede plan in hetzelfde bestand.
yaml-two-plans-help = Zet elk plan in een eigen bestand. Alleen het eerste plan is bekeken.
text-cut = Wat achter een spatie en `#` staat, telt als opmerking: `{ $text }` hoort zo niet bij de tekst.
text-cut-help = Hoort het bij de tekst? Zet dan de hele tekst tussen aanhalingstekens. Is het een opmerking? Zet dan een spatie achter `#`.
looks-like-region = Het plan noemt het regioplan van { $named }, maar ziet eruit als een plan van { $region }.
looks-like-region-help = Schrijf bovenaan `regioplan: { $right }`, als dat de regio is. Wat hier verder staat, gaat over dat regioplan.
help-fill-in-long = Vul { $fields } in. Schrijf de keuze daarvoor op meer regels: `{ $name }:`, en daaronder, verder naar rechts, `keuze: { $kind }` en { $shown }.
yaml-deep = Er zitten veel te veel lagen in elkaar.
yaml-deep-help = Een praktijkplan heeft maar een paar lagen. Kijk of dit het goede bestand is.
yaml-character = Dit teken kan hier niet staan.
yaml-character-help = Zet de tekst tussen aanhalingstekens.
yaml-unreadable = Vanaf hier is het bestand niet te lezen.
yaml-unreadable-help = Kijk of de regel springt zoals de regels erboven, en of elke naam een dubbele punt heeft.
