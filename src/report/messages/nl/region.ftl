# Nederlandse teksten van mtvp, taalniveau B1: een hele regio. De Engelse teksten staan in ../en/region.ftl.

## mtvp region
region-head = { $name } ({ $id }@{ $version }), kalenderjaar { $year }
region-basis = { $count -> 
        [one] Eén praktijkplan
       *[other] { $count } praktijkplannen
    }, met de cijfers uit { $path }
region-basis-none = { $count -> 
        [one] Eén praktijkplan
       *[other] { $count } praktijkplannen
    }, zonder cijfers van de regio
region-reference = Peildatum: { $date }
region-practices = Praktijken
region-practice = Praktijk
region-agb = AGB-code
region-start = Startkwartaal
region-plan-year = Jaar
region-year-of-plan = Jaar van het plan
region-handed-in = Ingediend
region-choices = Keuzes voor het jaar van het plan
region-path = Bestand
region-kind = Soort keuze
region-interventions = Hoeveel praktijken een interventie kozen, per programmajaar
region-intervention = Interventie
region-overview = { $title }
region-no-value = –
region-cell-unknown = niet bekend
region-chosen = { $name } ({ $count })
region-rules = Regels voor de hele regio
region-rule = { $state }: { $title } ({ $id })
region-rule-group = { $rule }, { $group }
region-met = voldaan
region-violated = niet voldaan
region-warned = waarschuwing
region-review = { $by } beoordeelt dit
region-pending = later aan te tonen
region-not-verifiable = niet te controleren
region-not-applicable = niet van toepassing
region-missing-at = { $detail } (bij { $names })
region-help = hulp: { $help }
region-counted = telt mee: { $places }
region-source = bron: { $sources }
region-indicators = Indicatoren. Ze zijn ter informatie en geen eis.
region-indicator = { $title }: { $value }
region-number = { $number }
region-percentage = { $number } %
region-of = { $value } ({ $counted } van { $divisor })
region-divided = { $value } ({ $counted } gedeeld door { $divisor })
region-value-unknown = niet bekend, { $why }
region-no-plans = want er is nog geen plan
region-no-divisor = want er is niets om door te delen
region-no-figures-file = want er is geen bestand met de cijfers van de regio (`regio.yaml`)
region-less-than-part = want { $field } kan niet kloppen: er zijn er meer geteld dan er volgens dat getal zijn
region-unreadable = want een waarde is niet te lezen
region-fields-missing = want dit is niet ingevuld: { $fields }
region-goal-reached = { $indicator }; streefwaarde { $goal }: gehaald
region-goal-missed = { $indicator }; streefwaarde { $goal }: niet gehaald
region-goal-open = { $indicator }; streefwaarde { $goal }
region-open = Wat nog ontbreekt
region-open-none = Er ontbreekt niets.
region-open-rules = Van praktijken ontbreekt niets. Wat bij de regels voor de hele regio nog niet goed is, staat hierboven.
region-open-of = { $what } ({ $names })
region-open-due = { $open } (uiterlijk { $date })
region-open-plan = een praktijkplan voor jaar { $year }
region-open-unread = een plan dat te lezen is
region-open-any-plan = een praktijkplan
region-open-mend = het plan voldoet nog niet; bekijk het met `mtvp check`
region-open-evidence = aan te tonen bij de verantwoording: { $title }
region-open-figure = een cijfer van de regio: `{ $field }` ({ $label })
region-doubts = Wat niet kan kloppen
region-doubt = { $what }
region-doubt-at = { $path }:{ $line }: { $what }
region-doubt-value = { $message } ({ $check })
region-doubt-helped = { $message } { $help } ({ $check })
region-doubt-open = hier ontbreekt `{ $field }`, en dat is verplicht (verplicht-veld).
region-doubt-twice = { $who } staat meer dan één keer bij `{ $list }`. Zo telt deze praktijk dubbel.
region-doubt-year = { $regioplan } is er voor plannen van { $from } tot en met { $to }. Deze cijfers zijn van { $year }.
region-doubt-silent-year = Geen regel van { $regioplan } voor de hele regio gaat over { $year }. Over deze cijfers is dus niets gezegd. Kijk het kalenderjaar na.
region-doubt-silent-year-others = Geen regel van { $regioplan } voor de hele regio gaat over { $year }. Over deze cijfers is dus niets gezegd. Over dat jaar gaat { $others }: schrijf dat achter `regioplan`.
region-doubt-who = { $name } ({ $path })
region-doubt-one-code = Meer dan één praktijk gebruikt AGB-code { $agb }: { $who }. Vraag wie zich vergist; tot dan staan ze er allemaal.
region-doubt-one-name = { $name } staat bij meer dan één AGB-code: { $codes }. Is dat één praktijk? Vraag dan welke code klopt; tot dan staan ze er allemaal.
region-doubt-code = { $agb } ({ $path })
region-name-code = { $name } (AGB-code { $agb })
region-doubt-other-code = { $path } noemt AGB-code { $agb }. Bij `{ $list }` heeft { $name } code { $own }.
region-doubt-start = { $path } noemt startkwartaal { $start }. Bij `{ $list }` heeft { $name } startkwartaal { $own }.
region-doubt-alike = Deze plannen hebben één naam en niet allemaal een AGB-code: { $paths }. Het is niet te zien of { $name } één praktijk is; tot dan staan ze er allemaal. Vraag om de AGB-code.
region-doubt-early = { $count ->
    [one] Dit plan is pas na de peildatum ({ $date }) ingediend: { $names }.
   *[other] Deze { $count } plannen zijn pas na de peildatum ({ $date }) ingediend: { $names }.
  }
region-doubt-unlisted = { $count ->
    [one] Deze praktijk heeft een plan, en staat niet bij `{ $list }`: { $names }.
   *[other] Deze { $count } praktijken hebben een plan, en staan niet bij `{ $list }`: { $names }.
  }
region-begins = begint in { $quarter }
region-over = het programma is voor deze praktijk voorbij
region-no-year = heeft geen programmajaar dat in { $year } begint
region-skipped = Niet meegeteld ({ $count })
region-skipped-one = { $path }: { $reason }
region-other = dit plan volgt { $regioplan }
region-older = er is een nieuwer plan van dezelfde praktijk
region-cannot-read = dit bestand is niet te lezen; bekijk het met `mtvp check`
region-no-practice-plan = dit is geen praktijkplan
region-without = in dit plan ontbreekt `{ $key }`
region-which = Er zijn plannen van meer dan één regioplan: { $names }.
region-which-help = Kies er een met `--regioplan`, of geef de cijfers van één regio met `--figures`.
figures-help-year = Schrijf bovenaan het jaar van de cijfers, bijvoorbeeld: kalenderjaar: 2026
figures-no-plan = { $path } heeft de cijfers van een regio. Dat is geen praktijkplan.
figures-no-plan-help = Bekijk de cijfers met `mtvp region`, met de map waarin de plannen staan.
work-plan-other-year = Dit werkplan geldt van { $from } tot en met { $to }. Deze cijfers zijn van { $year }.
work-plan-other-year-help = Noem bij `regioplan` het werkplan van dat jaar, of verbeter het kalenderjaar.

## Wat te beoordelen is
review-open = te beoordelen
review-returned = opnieuw te beoordelen
review-refused = niet akkoord
review-agreed = akkoord
reviews-column-practice = AGB-code
reviews-column-name = praktijk
reviews-column-year = jaar
reviews-column-rule = regel
reviews-column-intervention = interventie
reviews-column-what = wat
reviews-column-place = plaats
reviews-column-state = stand
reviews-column-decision = besluit
reviews-practice = { $name } ({ $path })
reviews-line = { $state }: { $title } ({ $about })
reviews-lines = regel { $lines } van het plan
reviews-said = { $said }
reviews-what = Te beoordelen: { $what }
reviews-end = { $open ->
    [0] { $count ->
        [0] Er is niets te beoordelen.
       *[other] Alles is beoordeeld: { $count } in totaal.
    }
    [one] Eén beoordeling staat open, van { $count } in totaal. Neem hierover een besluit: akkoord, of niet akkoord met een toelichting. `mtvp region MAP --open-reviews` schrijft haar op als besluit om in te vullen.
   *[other] { $open } beoordelingen staan open, van { $count } in totaal. Neem over elk een besluit: akkoord, of niet akkoord met een toelichting. `mtvp region MAP --open-reviews` schrijft ze op als besluiten om in te vullen.
  }
reviews-without-code = { $count ->
    [one] Eén beoordeling staat hier niet bij: in het plan staat geen AGB-code, en een besluit hoort bij die code. Vraag de praktijk om haar in het plan te zetten.
   *[other] { $count } beoordelingen staan hier niet bij: in het plan staat geen AGB-code, en een besluit hoort bij die code. Vraag de praktijk om haar in het plan te zetten.
  }
reviews-without-code-one = { $who }: { $what } ({ $about })
reviews-fill-in = Besluiten van de regio over wat te beoordelen is.
  Vul bij elk besluit in: besluit (akkoord, of: niet akkoord), door (wie besloot) en datum (jjjj-mm-dd). Bij niet akkoord hoort een toelichting.
  De vingerafdruk zegt welke tekst is beoordeeld: verandert de praktijk die, dan komt de beoordeling terug.
  Hebt u al een bestand met besluiten? Zet deze er dan onder. Anders: bewaar dit bestand, en noem het in mtvp.toml, zoals: decisions = "besluiten.yaml"

## Waar elke praktijk staat
status-in-order = in orde
status-to-mend = te verbeteren
status-to-review = te beoordelen
status-no-plan = nog geen plan
status-not-asked = geen plan gevraagd
status-unreadable = niet te lezen
region-status = Stand
region-todo = Te doen
region-next = Eerste termijn
region-todo-mend = { $count } te verbeteren
region-todo-warnings = { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
  }
region-todo-review = { $count } te beoordelen
region-todo-pending = { $count } later
region-todo-waived = { $count ->
    [one] 1 afwijking
   *[other] { $count } afwijkingen
  }
region-todo-agreed = { $count } akkoord
region-todo-refused = { $count } niet akkoord
region-next-day = { $date }: { $what }
region-next-late = te laat, { $date }: { $what }
region-status-count = { $status }: { $count }
region-statuses = Stand van de praktijken: { $parts }
region-deadlines = Termijnen, zoals de regels ze geven
region-deadline = { $date }: { $what } ({ $who })
region-deadline-late = te laat, { $date }: { $what } ({ $who })
region-names = { $names }
region-names-more = { $names } en nog { $count }
region-ics-own = { $what } (de regio zelf)
region-itself = de regio zelf: { $name }
region-ics-summary = { $what } ({ $count ->
    [one] 1 praktijk
   *[other] { $count } praktijken
  })
deadline-accounting = einde van jaar { $year }
deadline-rule = laatste dag volgens een regel
deadline-plan = plan inleveren
deadline-year-end = einde van een jaar
region-double = er is nog een plan van dezelfde praktijk voor hetzelfde jaar
region-figures-file = dit zijn cijfers van een regio
region-figures-above = dit zijn cijfers van een regio die niet meetellen: de cijfers van de regio staan in { $path }
region-figures-year = dit zijn de cijfers van { $year }; er is gekeken met die van { $other }, in { $path }. Met `--figures` kiest u andere
region-contact = Contact
region-version = Regioplan
region-column-todo = Te verbeteren
region-column-warnings = Waarschuwingen
region-column-reviews = Te beoordelen
region-column-pending = Later aan te tonen
region-column-waived = Afwijkingen
region-column-agreed = Akkoord
region-column-refused = Niet akkoord
region-column-next = Termijn
region-column-next-what = Waarvoor
region-column-late = Te laat
region-column-rule = Regel
region-yes = ja
region-no = nee
region-choices-of = { $name } (jaar { $year }): { $choices }
region-column-sort = Soort
region-table-csv = `--table` hoort bij `--format csv`.
region-table-csv-help = De andere vormen hebben alle tabellen; laat `--table` weg, of kies csv.

## Het werkboek, en de tabellen ervan
sheet-practices = Praktijken
sheet-choices = Keuzes
sheet-reviews = Te beoordelen
sheet-dates = Termijnen
sheet-rules = Regels
sheet-figures = Cijfers
sheet-review-state = Stand
sheet-review-what = Wat te beoordelen is
sheet-review-answer = Besluit
sheet-review-note = Toelichting
sheet-review-by = Door
sheet-review-on = Datum
sheet-review-before = Eerder besloten
sheet-review-place = Plaats in het plan
sheet-review-file = Geldt voor bestand
sheet-review-fingerprint = Vingerafdruk
sheet-rule-state = Oordeel
sheet-rule-title = Wat de regel vraagt
sheet-rule-group = Groep
sheet-rule-detail = Bevinding
sheet-rule-help = Wat te doen
sheet-rule-counted = Telt mee
sheet-rule-source = Bron
sheet-figure-sort = Soort
sheet-figure-what = Wat
sheet-figure-value = Waarde
sheet-figure-unit = Eenheid
sheet-figure-counted = Geteld
sheet-figure-divisor = Gedeeld door
sheet-figure-goal = Streefwaarde
sheet-figure-reached = Gehaald
sheet-figure-note = Toelichting
sheet-figure-status = Stand van de praktijken
sheet-figure-indicator = Indicator (geen eis)
sheet-figure-doubt = Kan niet kloppen
sheet-figure-overview = Overzicht
sheet-unit-practices = praktijken
sheet-overview = { $title }: { $column }
sheet-overview-row = { $overview } ({ $row })
region-column-region = Regio
region-done = Geschreven: { $path }
workbook-title = MTVP: { $names }, { $date }
workbook-subject = Stand van de praktijken, keuzes, wat te beoordelen is, termijnen, regels en cijfers
workbook-foot = &L{ $title }, &A&RPagina &P van &N
workbook-wrong = Dit past hier niet
workbook-answer = Kies: akkoord, of: niet akkoord. Bij niet akkoord hoort een toelichting: de praktijk leest die.
workbook-day = De dag waarop het besluit is genomen, zoals 2026-03-14.
workbook-too-large = Dit past niet in één werkboek: er zijn te veel rijen. Neem minder plannen tegelijk, of kies `--format csv`.
workbook-no-file = Een werkboek is geen tekst: het kan niet op het scherm.
workbook-no-file-help = Noem een bestand, zoals: -o bureau.xlsx

## mtvp decisions import
import-row = { $sheet }, rij { $row } (praktijk { $practice }, `{ $rule }`): { $said }
import-missing = bij dit besluit is `{ $head }` leeg
import-unread = wat bij `{ $head }` staat, is niet te gebruiken: { $found }
import-later = de dag van dit besluit moet nog komen: { $date }
import-practice-help = zet hier de AGB-code die in het plan staat: acht cijfers. Staat er in het plan geen? Vraag de praktijk dan om haar in het plan te zetten: zonder die code geldt een besluit niet
import-damaged-help = deze rij is beschadigd: de kolommen buiten die voor het besluit horen te blijven zoals ze zijn. Maak een nieuw werkboek met `mtvp region MAP --format xlsx`, en vul het besluit daar in
import-answer-help = schrijf: akkoord, of: niet akkoord. Is er nog niets besloten, laat het dan leeg
import-otherwise = van dezelfde dag staat er in { $path } al een ander besluit over dezelfde tekst ({ $answer }, { $by }, { $date })
import-otherwise-help = moet het besluit anders zijn, verander het dan in dat bestand, of geef het nieuwe besluit een latere datum
import-overtaken = in { $path } staat een later besluit over dezelfde tekst ({ $answer }, { $by }, { $date }), en het laatste geldt
import-overtaken-help = moet het besluit anders zijn, geef het dan een datum na die dag
import-masked = hier staat een burgerservicenummer; in het besluit staat het er als sterretjes
import-masked-help = haal het ook weg uit het werkboek, en kijk of de tekst zo te begrijpen is
import-clash = het werkboek heeft nog een rij met een ander besluit van dezelfde dag over dezelfde tekst; zo telt geen van beide
import-clash-help = laat één van de twee staan
import-clash-half = het werkboek heeft nog een rij over dezelfde tekst, die iets anders zegt en niet te gebruiken is; zo telt geen van beide
import-clash-half-help = maak die andere rij af, of haal haar weg
import-end = { $parts }
import-done = { $count ->
    [0] Er zijn geen nieuwe besluiten.
    [one] 1 besluit is opgeschreven in { $path }.
   *[other] { $count } besluiten zijn opgeschreven in { $path }.
  }
import-would = { $count ->
    [0] Er zijn geen nieuwe besluiten.
    [one] 1 besluit komt in { $path }. Er is nog niets geschreven.
   *[other] { $count } besluiten komen in { $path }. Er is nog niets geschreven.
  }
import-known = { $count ->
    [one] 1 besluit stond er al.
   *[other] { $count } besluiten stonden er al.
  }
import-open = { $count ->
    [one] 1 rij heeft geen besluit.
   *[other] { $count } rijen hebben geen besluit.
  }
import-noted = { $count ->
    [one] Daarvan heeft 1 rij wel een toelichting: rij { $rows }.
   *[other] Daarvan hebben { $count } rijen wel een toelichting: rij { $rows }.
  }
import-wrong = { $count ->
    [one] 1 rij is niet gebruikt.
   *[other] { $count } rijen zijn niet gebruikt.
  }
import-unnamed = Deze besluiten tellen nog niet mee. Noem het bestand bij `decisions` in mtvp.toml, zoals: decisions = "{ $path }"
import-no-list = Er is geen bestand met besluiten genoemd.
import-no-list-help = Noem het in mtvp.toml, zoals: decisions = "besluiten.yaml". Of geef het hier, met `-o besluiten.yaml`.
import-no-end = Aan het eind van { $path } is geen besluit bij te schrijven: zo is het bestand geen lijst meer. Er is niets veranderd.
import-no-end-help = Elk besluit begint met een streepje, op dezelfde plaats in de regel. Staat er `[]`, of eindigt het bestand met `...`, haal dat dan weg.
import-head = De besluiten van de regio over wat te beoordelen is, bijgeschreven met `mtvp decisions import`.
workbook-none = { $path } is geen werkboek van Excel (.xlsx).
workbook-none-help = Sla het werkblad op als .xlsx: in Excel en LibreOffice met Opslaan als.
workbook-locked = { $path } is met een wachtwoord beveiligd, of is een oud bestand van Excel (.xls).
workbook-locked-help = Haal het wachtwoord eraf en sla het op als .xlsx.
workbook-damaged = { $path } is een beschadigd werkboek.
workbook-damaged-help = Open het in Excel of LibreOffice, en sla het opnieuw op als .xlsx.
workbook-large = { $path } is te groot voor een werkboek met besluiten.
workbook-large-help = Haal weg wat u er zelf bij hebt gezet, of maak een nieuw werkboek en vul de besluiten daar in.
workbook-no-sheet = In { $path } staat geen blad Te beoordelen. Dit zijn de bladen: { $names }.
workbook-no-sheet-help = Maak het werkboek met `mtvp region MAP --format xlsx`, en laat de koppen van het blad Te beoordelen staan.
workbook-column-missing = Op het blad { $sheet } van { $path } ontbreekt de kolom { $heads }.
workbook-column-twice = Op het blad { $sheet } van { $path } staat de kolom { $heads } meer dan één keer.
workbook-column-help = Laat elke kop één keer staan, in één rij. U mag kolommen verplaatsen en er andere bij zetten.
