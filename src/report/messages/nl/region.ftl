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
region-open-of = { $what } ({ $names })
region-open-due = { $open } (uiterlijk { $date })
region-open-plan = een praktijkplan voor jaar { $year }
region-open-any-plan = een praktijkplan
region-open-mend = het plan voldoet nog niet; bekijk het met `mtvp check`
region-open-evidence = aan te tonen bij de verantwoording: { $title }
region-open-figure = een cijfer van de regio: `{ $field }` ({ $label })
region-skipped = Niet meegeteld ({ $count })
region-skipped-one = { $path }: { $reason }
region-other = dit plan volgt { $regioplan }
region-older = er is een nieuwer plan van dezelfde praktijk
region-cannot-read = dit bestand is niet te lezen; bekijk het met `mtvp check`
region-no-practice-plan = dit is geen praktijkplan
region-without-year = in dit plan ontbreekt `jaar` of `startkwartaal`
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
    [one] Eén beoordeling staat open, van { $count } in totaal. `mtvp region MAP --open-reviews` schrijft haar op als besluit om in te vullen.
   *[other] { $open } beoordelingen staan open, van { $count } in totaal. `mtvp region MAP --open-reviews` schrijft ze op als besluiten om in te vullen.
  }
reviews-fill-in = Besluiten van de regio over wat te beoordelen is.
  Vul bij elk besluit in: besluit (akkoord, of: niet akkoord), door (wie besloot) en datum (jjjj-mm-dd). Bij niet akkoord hoort een toelichting.
  De vingerafdruk zegt welke tekst is beoordeeld: verandert de praktijk die, dan komt de beoordeling terug.
  Hebt u al een bestand met besluiten? Zet deze er dan onder. Anders: bewaar dit bestand, en noem het in mtvp.toml, zoals: decisions = "besluiten.yaml"

## Waar elke praktijk staat
status-in-order = in orde
status-to-mend = te verbeteren
status-to-review = te beoordelen
status-no-plan = nog geen plan
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
