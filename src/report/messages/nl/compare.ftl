# Nederlandse teksten van mtvp, taalniveau B1: twee regioplannen vergelijken. De Engelse teksten staan in ../en/compare.ftl.

## mtvp diff
cli-diff-about = Zeg wat er verandert van het ene regioplan naar het andere
cli-diff-arg-old = Het oude regioplan: naam, naam@versie of bestand
cli-diff-arg-new = Het nieuwe regioplan: naam, naam@versie of bestand
cli-diff-arg-format = Vorm: human (om te lezen), json of markdown (voor een brief aan praktijken)
diff-needs-one = { $path } is een map. Noem één regioplan.
diff-needs-one-help = Geef een bestand met het einde .regioplan, of een naam met een versie, zoals `regio@2.7`.
diff-head = Van { $old } naar { $new }
diff-file = { $id } { $version } ({ $from })
diff-none = Er verandert niets.
diff-thing = { $subject } [{ $id }]
diff-in-years = jaar { $years }
diff-old-place = oud: { $path }:{ $line }
diff-new-place = nieuw: { $path }:{ $line }
diff-stricter = strenger
diff-looser = soepeler
diff-different = anders
diff-totals = { $changes ->
    [one] 1 verschil
   *[other] { $changes } verschillen
  }: { $stricter } strenger, { $looser } soepeler, { $different } anders.
diff-part-header = Het regioplan
diff-part-offer = Het aanbod
diff-part-rules = Regels
diff-part-dates = Termijnen
diff-part-data = Wat in een plan staat
diff-part-region = De hele regio en de leidraad
diff-part-sources = Uitleg en bronnen
diff-subject-header = Regioplan { $name }
diff-subject-element = Kernelement { $name }
diff-subject-intervention = Interventie { $name }
diff-subject-list = Keuzelijst { $name }
diff-subject-theme = Thema { $name }
diff-subject-goal = Doel { $name }
diff-subject-kind = Soort keuze { $name }
diff-subject-group = Groep { $name }
diff-subject-condition = Voorwaarde { $name }
diff-subject-rule = { $name }
diff-subject-record = Gegevens: { $name }
diff-subject-field = Gegevens: { $name }
diff-subject-indicator = Indicator: { $name }
diff-subject-overview = Overzicht: { $name }
diff-subject-demand = Wat de leidraad vraagt: { $name }
diff-subject-rendering = Weergave van de leidraad: { $name }
diff-subject-edition = Uitgave van de leidraad: { $name }
diff-subject-statement = Uitspraak { $name }
diff-letter-title = { $same ->
    [yes] Wat verandert er in het regioplan van { $new }
   *[no] Van het regioplan van { $old } naar dat van { $new }
  }
diff-letter-intro = Hieronder staat wat er verandert van versie { $old } naar versie { $new }. De nieuwe versie geldt voor plannen van { $from } tot en met { $to }.
diff-letter-rest = { $count ->
    [one] Ook is 1 uitleg, bron of afspraak van de regio veranderd. Daarvoor hoeft u niets te doen.
   *[other] Ook zijn { $count } punten veranderd in de uitleg, de bronnen of de afspraken van de regio. Daarvoor hoeft u niets te doen.
  }
diff-letter-stricter = Dit is strenger.
diff-letter-looser = Dit is soepeler.

## Verschillen als zinnen
diff-whole = { $how ->
    [added] Dit is nieuw.
   *[dropped] Dit vervalt.
  }
diff-made-of = { $how ->
    [added] Dit is nieuw. Het bestaat uit: { $new }.
   *[dropped] Dit vervalt. Het bestond uit: { $old }.
  }
diff-whole-condition = { $how ->
    [added] Dit is een nieuwe voorwaarde: { $new }.
   *[dropped] Deze voorwaarde vervalt. Zij was: { $old }.
  }
diff-intervention = { $how ->
    [added] Dit is nieuw in het aanbod. U kunt dit kiezen bij { $new }.{ $when }
   *[dropped] Dit vervalt. U kunt dit niet meer kiezen bij { $old }.
  }
diff-intervention-named = { $how ->
    [added] Dit staat nu in het regioplan, maar u kunt het niet kiezen. Het hoort bij { $new }.
   *[dropped] Dit staat niet meer in het regioplan. U kon het al niet kiezen. Het hoorde bij { $old }.
  }
diff-rule = { $how ->
    [added] Dit is een nieuwe regel, { $when }. { $new }
   *[dropped] Deze regel vervalt, { $when }. { $old }
  }
diff-field = { $how ->
    [added] Nieuw is: { $new }. Dit is { $when }.
   *[dropped] Dit vervalt: { $old }. Dit was { $when }.
  }
diff-id = De korte naam was { $old }. Dat wordt { $new }.
diff-name = De naam was “{ $old }”. Dat wordt “{ $new }”.
diff-file-sort = Dit was { $old }. Dat wordt { $new }.
diff-region = De korte naam van de regio was { $old }. Dat wordt { $new }.
diff-region-name = De regio heette “{ $old }”. Dat wordt “{ $new }”.
diff-version = De versie was { $old }. Dat wordt { $new }.
diff-document = Het document was “{ $old }”. Dat wordt “{ $new }”.
diff-valid = Het gold voor plannen { $old }. Dat wordt: { $new }.
diff-years = Het ging over { $old }. Dat wordt { $new }.
diff-calendar = De jaren telden { $old }. Dat wordt: { $new }.
diff-plan-years = { $how ->
    [added] Er is nu { $new }.
   *[dropped] Er is niet meer { $old }.
  }
diff-programme-end = Het einde van het programma was: { $old }. Dat wordt: { $new }.
diff-guide = { $how ->
    [added] Het volgt nu { $new }.
    [dropped] Het volgt niet meer { $old }.
   *[changed] Het volgde { $old }. Dat wordt { $new }.
  }
diff-deviation = { $how ->
    [added] Het wijkt nu af van de leidraad. { $new }
   *[dropped] Het wijkt hier niet meer af van de leidraad. { $old }
  }
diff-beside = { $how ->
    [added] De aanvulling { $new } geldt nu ook.
   *[dropped] De aanvulling { $old } geldt niet meer.
  }
diff-also-known = { $how ->
    [added] Ook bekend als: { $new }.
    [dropped] Niet meer ook bekend als: { $old }.
   *[changed] Het was ook bekend als: { $old }. Dat wordt: { $new }.
  }
diff-element = Dit hoorde bij { $old }. Dat wordt { $new }.
diff-theme = { $how ->
    [added] Dit hoort nu bij het thema { $new }.
   *[dropped] Dit hoort niet meer bij het thema { $old }.
  }
diff-goal = { $how ->
    [added] Dit dient nu het doel { $new }.
   *[dropped] Dit dient niet meer het doel { $old }.
  }
diff-part-of = { $how ->
    [added] Dit is nu een onderdeel van { $new }.
   *[dropped] Dit is geen onderdeel meer van { $old }.
  }
diff-variant = { $how ->
    [added] U kunt nu ook deze variant kiezen: { $new }.
   *[dropped] U kunt deze variant niet meer kiezen: { $old }.
  }
diff-deepening = { $how ->
    [added] U kunt nu ook deze verdieping kiezen: { $new }.
   *[dropped] U kunt deze verdieping niet meer kiezen: { $old }.
  }
diff-offered = { $how ->
    [added] Dit is nu in het aanbod: { $new }.
    [dropped] Dit is niet meer in het aanbod. Het was er: { $old }.
   *[changed] Dit was in het aanbod: { $old }. Dat wordt: { $new }.
  }
diff-not-offered = { $how ->
    [added] Dit is niet te kiezen, { $new }
   *[dropped] Dit geldt niet meer: niet te kiezen, { $old }
  }
diff-not-offered-outcome = Koos u het toch, dan volgde: { $old }. Dat wordt: { $new }.
diff-only-kinds = { $how ->
    [added] U kunt alleen nog kiezen met soort { $new }.
   *[dropped] Dit vervalt: alleen kiezen met soort { $old }.
  }
diff-trial = { $how ->
    [added] Dit is een proef, { $new }
   *[dropped] Dit is geen proef meer, { $old }
  }
diff-own-idea = { $how ->
    [added] U kunt dit nu zelf invullen. { $new } beoordeelt dat.
    [dropped] U kunt dit niet meer zelf invullen. { $old } beoordeelde dat.
   *[changed] Vult u dit zelf in, dan beoordeelde { $old } dat. Dat wordt { $new }.
  }
diff-assigned = { $how ->
    [added] U kiest dit niet meer zelf. { $new } wijst het toe.
    [dropped] Dit wordt niet meer toegewezen door { $old }.
   *[changed] Dit werd toegewezen door { $old }. Dat wordt { $new }.
  }
diff-without-earlier = { $how ->
    [added] U hoeft dit niet eerder te hebben gekozen.
   *[dropped] U moet dit eerder als nieuw hebben gekozen.
  }
diff-member = { $how ->
    [added] Nu ook in deze lijst: { $new }.
   *[dropped] Niet meer in deze lijst: { $old }.
  }
diff-group-set = Deze groep was: { $old }. Dat wordt: { $new }.
diff-lines = Deze voorwaarde was: { $old }. Dat wordt: { $new }.
diff-owner = Dit was { $old }. Dat wordt { $new }.
diff-scope = Deze regel gold { $old }. Dat wordt: { $new }.
diff-condition = { $how ->
    [added] Deze regel geldt nu alleen nog als { $new }.
    [dropped] Deze regel gold alleen als { $old }. Die voorwaarde vervalt.
   *[changed] Deze regel gold alleen als { $old }. Dat wordt: { $new }.
  }
diff-whole-region = { $how ->
    [added] Deze regel geldt nu voor de hele regio samen.
   *[dropped] Deze regel geldt niet meer voor de hele regio samen, maar voor elk plan.
  }
diff-for-each = { $how ->
    [added] Deze regel geldt nu { $new } apart.
    [dropped] Deze regel gold { $old } apart. Dat vervalt.
   *[changed] Deze regel gold { $old } apart. Dat wordt: { $new }.
  }
diff-choose = { $how ->
    [added] { $when } moet u ook { $new }.
    [dropped] { $when } moest u { $old }. Dat hoeft niet meer.
   *[changed] { $when } moest u { $old }. Dat wordt { $new }.
  }
diff-demand = { $how ->
    [added] Nu wordt ook gevraagd, { $when }: { $new }.
    [dropped] Dit wordt niet meer gevraagd, { $when }: { $old }.
   *[changed] Gevraagd werd, { $when }: { $old }. Dat wordt: { $new }.
  }
diff-evidence = { $how ->
    [added] Nu is ook nodig, { $when }: { $new }.
    [dropped] Dit is niet meer nodig, { $when }: { $old }.
   *[changed] Nodig was, { $when }: { $old }. Dat wordt: { $new }.
  }
diff-deadline = { $how ->
    [added] Er komt { $when } een termijn bij: { $new }.
    [dropped] Deze termijn vervalt { $when }: { $old }.
   *[changed] Eerst gold { $when }: { $old }. Nu geldt: { $new }.
  }
diff-not-double = { $how ->
    [added] Een keuze telt nu niet meer dubbel met: { $new }.
   *[dropped] Een keuze mag weer dubbel tellen met: { $old }.
  }
diff-at-accounting = { $how ->
    [added] Dit telt pas bij de verantwoording van het jaar.
   *[dropped] Dit telt meteen, en niet pas bij de verantwoording van het jaar.
  }
diff-judged = { $how ->
    [added] Alleen een persoon beoordeelt dit nu. Die kijkt naar: { $new }
    [dropped] Dit beoordeelt niet meer alleen een persoon. Die keek naar: { $old }
   *[changed] Waar een persoon naar kijkt, was: { $old } Dat wordt: { $new }
  }
diff-planned = { $how ->
    [added] Wat nog moet plaatsvinden, telt bij de verantwoording nu ook mee.
   *[dropped] Wat nog moet plaatsvinden, telt bij de verantwoording niet meer mee.
  }
diff-not-yet = { $how ->
    [added] Deze regel is nog niet van kracht. { $new }
    [dropped] Deze regel is nu van kracht. Eerst niet: { $old }
   *[changed] Waarom deze regel nog niet van kracht is, was: { $old } Dat wordt: { $new }
  }
diff-from = { $how ->
    [added] Deze regel is van kracht vanaf { $new }.
    [dropped] Deze regel was van kracht vanaf { $old }. Dat wordt: altijd al.
   *[changed] Deze regel was van kracht vanaf { $old }. Dat wordt { $new }.
  }
diff-until = { $how ->
    [added] Deze regel is van kracht tot en met { $new }.
    [dropped] Deze regel was van kracht tot en met { $old }. Die laatste dag vervalt.
   *[changed] Deze regel was van kracht tot en met { $old }. Dat wordt { $new }.
  }
diff-outcome = { $when } volgde: { $old }. Dat wordt: { $new }.
diff-outcome-order = { $when } telt het eerste dat past. De volgorde was: { $old }. Dat wordt: { $new }.
diff-field-type = U vulde in: { $old }. Dat wordt: { $new }.
diff-option = { $how ->
    [added] U kunt nu ook invullen: { $new }.
   *[dropped] U kunt niet meer invullen: { $old }.
  }
diff-required = Dit was { $old }. Dat wordt { $new }.
diff-short-form = { $how ->
    [added] U mag dit nu kort invullen, zonder de andere gegevens.
   *[dropped] U mag dit niet meer kort invullen.
  }
diff-takes-place = { $how ->
    [added] Is deze dag bij de verantwoording nog niet geweest, dan telt hij nu niet mee.
   *[dropped] Is deze dag bij de verantwoording nog niet geweest, dan telt hij nu wel mee.
  }
diff-none-when-empty = { $how ->
    [added] Vult u hier niets in, dan telt dat nu als: er is er geen.
   *[dropped] Vult u hier niets in, dan telt dat niet meer als: er is er geen. Dan is het niet bekend.
  }
diff-calculation = De berekening was: { $old }. Dat wordt: { $new }.
diff-target = { $how ->
    [added] De regio streeft nu naar dit: { $new }.
    [dropped] De regio streefde naar dit: { $old }. Dat vervalt.
   *[changed] De regio streefde naar dit: { $old }. Dat wordt: { $new }.
  }
diff-columns = In het overzicht stond: { $old }. Dat wordt: { $new }.
diff-growth = { $how ->
    [added] Hier staat nu: { $new }.
   *[dropped] Hier staat niet meer: { $old }.
  }
diff-explanation = { $how ->
    [added] Er is uitleg bij: { $new }
    [dropped] Deze uitleg vervalt: { $old }
   *[changed] De uitleg was: { $old } Dat wordt: { $new }
  }
diff-advice = { $how ->
    [added] Er is advies bij: { $new }
    [dropped] Dit advies vervalt: { $old }
   *[changed] Het advies was: { $old } Dat wordt: { $new }
  }
diff-reading = { $how ->
    [added] Zo is het document gelezen: { $new }
    [dropped] Deze lezing van het document vervalt: { $old }
   *[changed] Het document was zo gelezen: { $old } Dat wordt: { $new }
  }
diff-cites = { $how ->
    [added] De bron is nu ook: { $new }.
    [dropped] De bron is niet meer: { $old }.
   *[changed] De bron was: { $old }. Dat wordt: { $new }.
  }
diff-disposition = Deze uitspraak { $old }. Dat wordt: deze uitspraak { $new }.
diff-say-asks = { " " }Gevraagd: { $titles }.
diff-say-regioplan = een regioplan
diff-say-leidraad = een leidraad
diff-say-werkplan = een werkplan
diff-say-aanvulling = een aanvulling
diff-say-days = van { $from } tot en met { $to }
diff-say-years = jaar { $first } tot en met { $last }
diff-say-start-quarter = vanaf het startkwartaal
diff-say-january = vanaf 1 januari
diff-say-january-from = vanaf het startkwartaal, en vanaf { $year } vanaf 1 januari
diff-say-plan-years = één plan voor de jaren { $years }
diff-say-ends = op { $ends }
diff-say-no-end = geen laatste dag
diff-say-january-transition = vanaf het startkwartaal, en vanaf { $year } vanaf 1 januari, met { $transition } als overgang
diff-say-guide = leidraad { $id } van { $version }
diff-say-deviation = Het gaat om { $rule }: { $reason }
diff-say-kinds = { $kinds } ({ $period })
diff-say-reason = { $period }: { $reason }
diff-say-field = { $label } ({ $id })
diff-say-optional = niet verplicht
diff-say-required = verplicht
diff-say-required-later = verplicht bij de verantwoording van het jaar
diff-say-required-if = verplicht als { $cond }
diff-say-choose = { $amount } { $count ->
    [one] interventie
   *[other] interventies
  } kiezen uit { $selector }
diff-say-context = { $when } ({ $narrow })
diff-say-only-if = alleen als { $cond }
diff-say-for-each = voor elk van de { $set }
diff-say-same = { $each }, samen met die met dezelfde { $field }
diff-say-met = Voldoet u, dan
diff-say-not-met = Voldoet u niet, dan
diff-say-missing = Ontbreken er gegevens, dan
diff-say-outcome-if = { $outcome }, als { $cond }
diff-say-plain-rule = een regel
diff-say-minimum = een minimale eis van { $name }
diff-say-end-goal = een einddoel van { $name }
diff-say-own-idea = een eigen invulling van { $name }
diff-say-used = wordt gebruikt door een regel
diff-say-information = is informatie
diff-say-region = is een taak van de regio
diff-say-not-checkable = is niet te controleren in een plan
diff-say-value = { $value }
diff-say-divided = { $value }, gedeeld door { $divisor }
diff-say-percentage = { $value }, als percentage
diff-say-table = { $columns }
diff-say-table-per = { $columns }, per { $per }
diff-say-column = { $label } ({ $value })
diff-say-offers = minimaal { $count } uit { $targets }, { $periods }
diff-say-growth = { $period }, { $element }: { $says }

## mtvp impact
cli-impact-about = Zeg wat een nieuw regioplan verandert voor plannen die er al zijn
cli-impact-arg-old = Het oude regioplan: naam, naam@versie of bestand
cli-impact-arg-new = Het nieuwe regioplan: naam, naam@versie of bestand
cli-impact-arg-folder = De map met praktijkplannen
cli-impact-arg-verantwoording = Beoordeel ook wat bij de verantwoording van het jaar hoort
cli-impact-arg-as-of = Peildatum voor alle plannen; zonder dit telt de dag van indienen van elk plan
cli-impact-arg-format = Vorm: human (om te lezen), json, csv (voor een rekenblad) of markdown
impact-head = Wat verandert er voor deze plannen, van { $old } naar { $new }
impact-title = Wat versie { $new } van { $name } verandert voor plannen van versie { $old }
impact-basis = Elk plan is met beide versies beoordeeld, ook als het plan een andere versie noemt. Of een versie op die dag geldig is, telt hier niet mee.
impact-as-of = De peildatum is voor alle plannen { $date }.
impact-own-date = De peildatum is de dag van indienen van elk plan.
impact-today = Een plan zonder die dag is beoordeeld met de datum van vandaag, { $date }.
impact-accounting = Ook wat bij de verantwoording van het jaar hoort, is beoordeeld.
impact-elsewhere = { $count ->
    [one] 1 plan noemt een andere regio, en is toch beoordeeld: { $paths }.
   *[other] { $count } plannen noemen een andere regio, en zijn toch beoordeeld: { $paths }.
  }
impact-totals = { $plans ->
    [one] 1 plan bekeken
   *[other] { $plans } plannen bekeken
  }: { $act } met iets om te doen, { $relieved } met een overtreding minder, { $otherwise } met een ander verschil, { $unchanged } zonder verschil, { $unread } niet te beoordelen.
impact-must-act = Wordt een overtreding
impact-warned = Wordt een waarschuwing
impact-review = Wordt beoordeeld door de regio
impact-pending = Komt bij de verantwoording
impact-relieved = Is geen overtreding meer
impact-gone = Vervalt
impact-nothing = niets
impact-rule = { $title } [{ $rule }]: { $plans ->
    [one] 1 plan
   *[other] { $plans } plannen
  }, bijvoorbeeld { $path }:{ $line }
impact-practices = Praktijken die iets moeten doen
impact-practice = { $name }, jaar { $year } ({ $path })
impact-at-line = regel { $line }: { $found } (was: { $was })
impact-at-line-new = regel { $line }: { $found } (dit is nieuw)
impact-unread = Niet te beoordelen
impact-no-plan = Dit is geen praktijkplan, of het is leeg.
impact-column-rule = Regel
impact-column-plans = Plannen
impact-csv-practice = praktijk
impact-csv-path = bestand
impact-csv-line = regel in bestand
impact-csv-change = gevolg
impact-csv-rule = regel
impact-csv-year = jaar
impact-csv-intervention = interventie
impact-csv-was = was
impact-csv-becomes = wordt
impact-csv-found = wat er is gezien
impact-csv-help = wat u kunt doen
