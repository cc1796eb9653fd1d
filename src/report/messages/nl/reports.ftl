# Nederlandse teksten van mtvp, taalniveau B1: rapporten in andere vormen. De Engelse teksten staan in ../en/reports.ftl.

## Woorden van alle vormen
word-lowered = verlaagd
count-suppressed = { $count } met toegestane afwijking
count-agreed = { $count } akkoord van de regio
report-year = jaar { $year }
report-line = regel { $line }
report-set-aside = toegestane afwijking ({ $severity })
report-set-aside-line = Let op: { $title } ({ $rule }, { $place }). { $why }
report-suppressed = Dit telt niet mee. De regio staat een afwijking toe tot en met { $until }. Reden: { $reason } (akkoord van { $by } op { $agreed })
report-lowered = Volgens het regioplan is dit: { $was }. De regio rekent het minder zwaar. Reden: { $reason }
report-skipped = { $count ->
    [one] 1 ander YAML-bestand overgeslagen: het is geen praktijkplan.
   *[other] { $count } andere YAML-bestanden overgeslagen: het zijn geen praktijkplannen.
  }
report-counts = { $counts } ({ $id } { $version }, peildatum { $date })
report-counts-unjudged = { $counts } (niet beoordeeld)
report-heading = Controle van praktijkplannen
report-plan-fine = Het plan heeft geen bevindingen
report-root = De map van alle plannen
report-tool = Controleert praktijkplannen van Meer Tijd Voor de Patiënt met het regioplan

## Samenvatting op GitHub
summary-violations = Overtredingen
summary-warnings = Waarschuwingen
summary-reviews = Te beoordelen door de regio
summary-set-aside = Toegestane afwijkingen
markdown-left-out = { $count ->
    [one] 1 bevinding is weggelaten, omdat dit verslag anders te lang is voor een reactie. Kijk voor alles in een andere vorm, zoals `csv`.
   *[other] { $count } bevindingen zijn weggelaten, omdat dit verslag anders te lang is voor een reactie. Kijk voor alles in een andere vorm, zoals `csv`.
  }
sarif-not-shown = { $count ->
    [one] GitHub toont de { $shown } zwaarste bevindingen. 1 andere staat wel in dit bestand.
   *[other] GitHub toont de { $shown } zwaarste bevindingen. { $count } andere staan wel in dit bestand.
  }
sarif-left-out = { $count ->
    [one] 1 bevinding is weggelaten: GitHub neemt niet meer dan { $most } bevindingen aan. Met `--quiet` zijn het er minder.
   *[other] { $count } bevindingen zijn weggelaten: GitHub neemt niet meer dan { $most } bevindingen aan. Met `--quiet` zijn het er minder.
  }
summary-more = { $count ->
    [one] Hier is nog 1 bevinding. Daarvoor is geen plaats meer.
   *[other] Hier zijn nog { $count } bevindingen. Daarvoor is geen plaats meer.
  }

## Kolommen van de tabel
csv-path = bestand
csv-regioplan = regioplan
csv-practice = praktijk
csv-plan-year = jaar van het plan
csv-line = regel in het bestand
csv-column = plaats op de regel
csv-severity = soort bevinding
csv-rule = regel van het regioplan
csv-year = jaar
csv-intervention = interventie
csv-message = bevinding
csv-help = hulp
csv-source = bron
csv-lowered = minder zwaar gerekend
csv-set-aside = reden van de afwijking
csv-set-aside-by = afwijking toegestaan door
csv-set-aside-until = afwijking tot en met
csv-fingerprint = kenmerk
report-agreed = akkoord van de regio
report-settled = Dit is beoordeeld: akkoord van { $by } op { $agreed }
report-settled-note = Dit is beoordeeld: akkoord van { $by } op { $agreed }. Toelichting: “{ $reason }”
report-decided = { $by } besloot op { $on }: { $answer }
report-decided-note = { $by } besloot op { $on }: { $answer }. Toelichting: “{ $note }”
report-decided-outdated = { $by } besloot op { $on }: { $answer }. Daarna is veranderd wat toen is beoordeeld; daarom moet het opnieuw worden beoordeeld.
report-decided-outdated-note = { $by } besloot op { $on }: { $answer }. Toelichting: “{ $note }”. Daarna is veranderd wat toen is beoordeeld; daarom moet het opnieuw worden beoordeeld.
decision-agreed = akkoord
decision-refused = niet akkoord
word-decision = besluit
csv-decided = besluit
