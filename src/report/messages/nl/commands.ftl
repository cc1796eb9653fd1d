# Nederlandse teksten van mtvp, taalniveau B1: de opdrachten en hun hulp. De Engelse teksten staan in ../en/commands.ftl.

## mtvp new
new-head = Praktijkplan MTVP, jaar { $year }, voor { $name }, regioplan versie { $version }.
new-how = Vul achter elke dubbele punt iets in. Een regel met # ervoor telt niet mee. Haalt u het teken # weg, haal dan ook de spatie erachter weg. Controleer het plan met: mtvp check
new-start = verplicht: kwartaal waarin de praktijk met MTVP begon, zoals 2023-Q2
new-handed-in = datum van indienen, zoals 2025-03-14
new-field = verplicht: { $label }{ $meaning } ({ $type })
new-field-optional = als het van toepassing is: { $label }{ $meaning } ({ $type })
new-field-asked = gevraagd door regel { $rule }: { $label }{ $meaning } ({ $type })
new-field-sometimes = soms gevraagd, door regel { $rule }: { $label }{ $meaning } ({ $type })
new-choice-data = Bij een keuze horen soms gegevens. Schrijf de keuze dan zo:
new-choice-name = naam-van-de-interventie
new-field-if = verplicht als { $cond }: { $label }{ $meaning } ({ $type })
new-field-accounting = verplicht bij de verantwoording: { $label }{ $meaning } ({ $type })
new-field-later = bij de verantwoording gevraagd, door regel { $rule }: { $label }{ $meaning } ({ $type })
new-own-data = Deze gegevens horen bij één interventie. Zet ze onder de keuze voor die interventie, naast `keuze`:
new-earlier-year = Jaar { $year } is voorbij. Zet hier kort wat u toen koos.
new-rule = { $title } (regel { $id })
new-rule-asks = { $sentences }
new-element = Kies bij { $name }, bijvoorbeeld door het teken # weg te halen:
new-kinds = Schrijf achter de naam de soort keuze: { $kinds }.
new-option = { $id }: { $kind }  # { $label }
new-written = Het lege plan staat in { $path }.
new-exists = { $path } bestaat al en is niet overschreven.
new-exists-help = Kies een andere naam achter `-o`.
new-needs-one = { $path } is een map. Noem één regioplan.

## Opdrachten
stop = Niet gelukt: { $message }
nothing-checked = Er is niets gecontroleerd: er zijn geen plannen gevonden (bestanden met .yaml of .yml).
output-lost = de uitkomst kon niet worden geschreven. Is de schijf vol?
path-missing = { $path } bestaat niet.
path-missing-changed-help = Bedoelt u `--changed={ $path }`?
path-missing-help = Kijk de naam na. De naam telt vanaf de map waarin u nu bent.
path-not-put = { $path } staat wel in git, maar niet in deze map (sparse checkout).
path-not-put-help = Haal alles op met `git sparse-checkout disable`.
path-unreadable = { $path } is niet te openen.
path-unreadable-help = Kijk of het bestand of de map bestaat en of u het mag openen.
file-unread = { $line ->
    [0] { $path }: { $why }
   *[other] { $path }, regel { $line }: { $why }
  }
file-outside = { $path } ligt buiten de repository of de map die u noemde. Zo'n bestand leest mtvp niet.
file-of-git = { $path } is van git zelf. Zo'n bestand leest mtvp niet.
file-other-kind = { $path } is een koppeling naar een bestand met een andere naam of een ander einde. Zo'n bestand leest mtvp niet.
file-outside-help = Zet het bestand zelf in de repository, met de goede naam.
file-special = { $path } is geen gewoon bestand, maar een pijp of een apparaat. Zo'n bestand leest mtvp alleen als u het zelf noemt.
file-waits = { $path } is een pijp die niemand vult.
file-special-help = Haal het weg, of zet er een gewoon bestand neer.
folder-without-regioplan = In { $path } staat geen bestand met het einde .regioplan.
not-a-plan-help = Bekijk een regioplan met `mtvp show { $path }`. Gebruik het bij een controle met `--regioplan { $path }`.
file-kind-wrong = { $path } is { $kind }, en geen { $wanted }.
file-kind-also = { $path } is { $kind }. { $help }
file-kind-folder = een map
file-kind-folder-bare = map met praktijkplannen
file-kind-regioplan = een regioplan
file-kind-regioplan-bare = regioplan
file-kind-register = een bronnenregister
file-kind-plan = een praktijkplan
file-kind-plan-bare = praktijkplan
file-kind-figures = een bestand met de cijfers van een regio
file-kind-figures-bare = bestand met cijfers van een regio
file-kind-exceptions = een bestand met afwijkingen
file-kind-exceptions-bare = bestand met afwijkingen
file-kind-settings = een bestand met instellingen
file-kind-yaml = een YAML-bestand van iets anders
file-kind-document = een document
file-kind-sheet = een rekenblad
file-kind-other = een ander soort bestand
file-help-folder = Noem één bestand uit die map.
file-help-register = Het hoort bij een regioplan. Bekijk het met `mtvp show { $path } --sources`.
file-help-plan = Controleer een praktijkplan met `mtvp check { $path }`.
file-help-figures = Bekijk de cijfers met `mtvp region { $folder } --figures { $path }`. Noem daarbij de map waarin de plannen staan.
file-help-exceptions = Bekijk de afwijkingen met `mtvp waivers { $path }`.
file-help-settings = Bekijk de instellingen met `mtvp check --show-settings --config { $path }`.
file-help-yaml = Een praktijkplan begint met `regioplan:`, `startkwartaal:` en `jaar:`. Maak een leeg plan met `mtvp new`.
file-help-document = mtvp leest alleen tekst. Maak een leeg plan met `mtvp new`, en vul daar in wat in het document staat.
file-help-other = De naam van een praktijkplan eindigt op .yaml, die van een regioplan op .regioplan.
explain-unknown = `{ $name }` is geen regel, interventie, veld, vaste controle, kernelement, soort keuze of soort bevinding.
explain-others = Dit staat ook in andere regioplannen: { $names }.
explain-guide-asks = Wat de leidraad van een regioplan vraagt
explain-indicator = Hoe deze indicator wordt berekend. Een indicator geeft nooit een overtreding.
explain-whole-help = Dat is de naam van een heel regioplan. Bekijk het met `mtvp show { $name }`.
explain-unknown-help = Bekijk alle namen met `mtvp show` en de naam van uw regio.
usage-as-of = `{ $found }` is geen datum.
usage-command = Er is geen opdracht `{ $found }`.
usage-command-near = Bedoelt u `{ $name }`?
usage-unknown = `{ $found }` is hier niet bekend.
usage-value = `{ $found }` past niet bij { $argument }.
usage-no-value = Achter { $argument } ontbreekt een waarde.
usage-empty = Achter { $argument } staat niets: het pad of de waarde is leeg. Gebruikt u een variabele? Kijk of die is ingevuld.
usage-missing = Er ontbreekt: { $argument }.
usage-twice = { $argument } staat er te vaak, of past niet bij de rest.
usage-other = De opdracht is niet goed geschreven.
usage-contradiction = `{ $one }` en `{ $other }` spreken elkaar tegen: dit zijn twee namen van één optie.
usage-contradiction-help = Laat er één weg.
usage-help = Meer uitleg: mtvp --help
begin-about = mtvp controleert een praktijkplan Meer Tijd Voor de Patiënt met het regioplan van uw regio.
begin-typed =
    Een plan controleren:                   mtvp check plan.yaml
    Zien welke regio's er zijn:             mtvp show
    Een leeg plan van jaar 1 maken:         mtvp new REGIO --year 1 -o plan.yaml
    Alle opdrachten zien:                   mtvp --help
begin-window =
    Sleep het bestand van uw plan naar dit venster, en druk op Enter. Dan leest u hier wat er nog te doen is.
    Hebt u nog geen plan? Dat maakt u met de pagina praktijk.html.

    Wilt u stoppen? Druk alleen op Enter: dan sluit dit venster.
begin-window-again =
    Hebt u het plan veranderd en bewaard? Sleep het nog een keer naar dit venster, en druk op Enter. Een ander plan mag ook.
    Bent u klaar? Druk alleen op Enter: dan sluit dit venster.
cli-about = Controleert een praktijkplan Meer Tijd Voor de Patiënt met het regioplan van uw regio.
cli-usage = Gebruik:
cli-also = [ook: { $name }]
cli-commands = Opdrachten:
cli-options = Opties:
cli-arguments = Wat u opgeeft:
cli-arg-help = Toon deze uitleg
cli-arg-version = Toon de versie van mtvp
cli-arg-lang = Taal van de berichten: nl of en
cli-arg-color = Kleur: auto, always (altijd) of never (nooit)
cli-arg-regioplan = Een regioplan: naam, naam@versie, bestand of map
cli-help-about = Toon deze uitleg, of die van één opdracht
cli-help-arg-command = Naam van de opdracht, zoals check, of decisions import
cli-value-plan = PLAN
cli-value-regioplan = REGIOPLAN
cli-value-datum = DATUM
cli-value-format = VORM
cli-value-vorm = VORM
cli-value-pad = PAD
cli-value-revisie = REVISIE
cli-value-patroon = PATROON
cli-value-map = MAP
cli-value-regio = REGIO
cli-value-regel = REGEL
cli-value-ernst = ERNST
cli-value-aantal = AANTAL
cli-value-naam = NAAM
cli-value-table = TABEL
cli-value-jaar = JAAR
cli-value-bestand = BESTAND
cli-value-oud = OUD
cli-value-nieuw = NIEUW
cli-value-percentage = PERCENTAGE
cli-value-lang = TAAL
cli-value-color = KLEUR
cli-value-shell = SOORT
cli-value-opdracht = OPDRACHT
cli-value-options = OPTIES
cli-check-about = Controleer praktijkplannen
cli-check-arg-plans = Plannen of mappen met plannen; - leest een plan van de invoer
cli-check-arg-verantwoording = Beoordeel ook wat bij de verantwoording van het jaar hoort
cli-check-arg-as-of = Peildatum, bijvoorbeeld 2025-03-14
cli-check-arg-format = Vorm. Om te lezen: human, concise (één regel per bevinding), markdown, csv (rekenblad). Voor programma's: json, sarif, junit, github, gitlab
cli-check-arg-strict = Ook een waarschuwing telt als fout
cli-check-arg-quiet = Toon alleen overtredingen en waarschuwingen
cli-check-arg-pending = Noem ook wat later aan te tonen is, op volgorde van datum
cli-check-arg-fix = Verbeter in de plannen zelf wat zeker is: de vorm van datums en waarden, spaties, aanhalingstekens en namen met één betekenis
cli-check-arg-diff = Toon met --fix wat er zou veranderen, en schrijf niets
cli-check-arg-stdin-filename = Naam voor een plan dat van de invoer komt
cli-show-about = Toon de bekende regioplannen, of één regioplan
cli-show-arg-format = Vorm: human (tabellen) of json
cli-show-arg-sources = Toon de uitspraken van het document, en wat ermee is gedaan
cli-explain-about = Leg een regel, interventie, veld, vaste controle of ander woord uit
cli-explain-arg-name = De naam ervan, zoals aw-jaar-3, trieren of continuering; met regio::naam van één regio
cli-new-about = Maak een leeg praktijkplan, of een begin van een regioplan
cli-new-arg-year = Jaar van het programma, zoals 1; `mtvp show` zegt welke jaren er zijn
cli-new-arg-output = Schrijf het plan naar dit bestand; bij --regioplan: de map waarin de regio komt
cli-fmt-about = Zet regioplannen in de vaste opmaak
cli-fmt-arg-files = Bestanden of mappen; - is de standaardinvoer; zonder dit: deze map
cli-fmt-arg-check = Verander niets, maar zeg wat er zou veranderen
cli-fmt-arg-diff = Verander niets, maar toon het verschil
cli-next-about = Maak het plan voor het volgende jaar
cli-next-arg-plan = Het plan van dit jaar
cli-next-arg-output = Schrijf het plan naar dit bestand
cli-region-about = Bekijk alle plannen van een regio samen
cli-region-arg-folder = De map met praktijkplannen
cli-region-arg-figures = De cijfers van de regio; zonder dit: regio.yaml in de map
cli-region-arg-format = Vorm van de uitvoer: human, json, csv, ics (agenda), xlsx (werkboek) of html (pagina)
cli-region-arg-output = Schrijf naar dit bestand; een bestand dat er al is, blijft zoals het is
cli-region-arg-as-of = Kijk vanuit deze datum (jjjj-mm-dd)
cli-completions-about = Maak een aanvulbestand voor uw opdrachtregel
cli-completions-arg-shell = Soort opdrachtregel: bash, elvish, fish, powershell of zsh
cli-man-about = Toon de handleiding als man-pagina, of die van één opdracht
cli-man-arg-command = Naam van de opdracht, zoals check, of decisions import

## mtvp next
next-written = Het plan voor het volgende jaar staat in { $path }.
next-head = Praktijkplan MTVP, jaar { $year }.
next-year = jaar { $year }
work-plan-expired = Let op: { $id } geldt tot en met { $until }. Op { $date } is dat werkplan voorbij.
version-expired = Let op: { $id } beoordeelt plannen tot en met { $until }. Op { $date } is die versie voorbij.
next-handed-in = nog in te vullen: de datum van indienen
next-after-end = Voor deze praktijk is er geen jaar { $year } meer: het programma eindigt eerder.
next-after-end-help = Voor het laatste jaar hoort u alleen nog de verantwoording te maken: zet `verantwoording: ja` in het plan.
next-unknown = er is nog geen regioplan voor jaar { $year }; vul de versie later in
next-no-regioplan = Er is nog geen regioplan dat jaar { $year } van deze praktijk beoordeelt. Het nieuwe plan zegt wat nog open is.
next-no-regioplan-after = Een plan voor jaar { $year } dat u uiterlijk { $until } indient, beoordeelt { $id }. Voor later is er nog geen regioplan van dat jaar. Het nieuwe plan zegt wat nog open is.
next-files = Het nieuwe plan staat in een andere map. { $count ->
    [one] Het noemt een bestand dat daar niet is: { $files }. Zet dat
   *[other] Het noemt bestanden die daar niet zijn: { $files }. Zet die
  } er ook in: wat een plan noemt, telt vanaf de map van dat plan.
next-open = Nog te doen voor jaar { $year }:
next-named = Bij `{ $field }` koos u voor dit jaar: { $names }
next-ways = Alleen doorgaan is in jaar { $year } niet genoeg. { $count ->
    [one] Zo kan het:
   *[other] Kies één van deze mogelijkheden:
  }
next-stood = De keuzes van jaar { $year } voldoen nog niet aan de regels. { $count ->
    [one] Zo kan het:
   *[other] Kies één van deze mogelijkheden:
  }
next-way = ({ $number }) { $way }
next-done = { $way }; de soort keuze staat hieronder al zo
next-more = Er is nog meer mogelijk.
next-open-of = { $name }: { $what }
next-left-out = { $name } is in jaar { $year } niet in het aanbod
next-not-chosen = { $name } gaat niet door: bij jaar { $year } staat dat zij niet is gekozen, of is gestopt. Gaat zij wel door? Zet haar hier dan bij, met de soort keuze
next-unclear = gaat { $name } door? Bij jaar { $year } staat geen soort keuze die te lezen is. Gaat zij door, zet haar hier dan bij, met de soort keuze
next-unread = { $name } uit jaar { $year } is geen naam van dit regioplan en staat hier dus niet bij: verbeter de naam daar, en zet de interventie ook hier
next-check = controleer of dit ook voor jaar { $year } klopt
next-date = nog in te vullen: de datum van dit plan
next-without-year = In dit plan ontbreekt het jaar waarvoor het is, of het startkwartaal.
next-without-year-help = Vul `jaar`, `startkwartaal` en dat jaar onder `jaren` in, en bekijk het plan met `mtvp check`.
next-one-line = In dit plan staan de jaren op één regel.
next-one-line-help = Zet elk jaar op een eigen regel; dan kan er een jaar bij.

## mtvp fmt
fmt-nothing = Er zijn geen regioplannen gevonden (bestanden met .regioplan of .bronnen).
fmt-would-change = { $path } staat nog niet in de vaste opmaak
fmt-changed = { $path } staat nu in de vaste opmaak
file-kind-decisions = een bestand met besluiten
file-kind-decisions-bare = bestand met besluiten
file-help-decisions = Noem { $path } bij `decisions` in mtvp.toml; bekijk met `mtvp reviews` wat te beoordelen is.
cli-decisions-about = Neem besluiten over uit een werkboek
cli-import-about = Schrijf de besluiten die in een werkboek zijn ingevuld, bij in besluiten.yaml
cli-import-arg-workbook = Het werkboek (.xlsx) van mtvp region, ingevuld en bewaard
cli-import-arg-output = Het bestand met besluiten; zonder dit: dat van mtvp.toml
cli-import-arg-diff = Toon wat erbij komt, en schrijf niets
cli-value-werkboek = WERKBOEK
cli-lsp-about = Spreek met een editor (Language Server Protocol): bevindingen, aanvullen en uitleg tijdens het schrijven
cli-lsp-arg-stdio = Spreek over de standaardinvoer en -uitvoer; dat doet `mtvp lsp` altijd
lsp-terminal = `mtvp lsp` is voor een editor, zoals VS Code of Neovim, en wordt door die editor gestart.
lsp-terminal-help = Op de pagina docs/regios.md van mtvp staat hoe u uw editor instelt. Wilt u een plan controleren? Gebruik `mtvp check plan.yaml`.
lsp-broken = De editor sprak niet volgens het Language Server Protocol, of sloot te vroeg.
lsp-broken-help = Start de server vanuit een editor, en kijk of die nieuw genoeg is.
lsp-no-length = De editor sprak niet volgens het Language Server Protocol: vóór een bericht hoort zijn lengte te staan (`Content-Length`), en daar stond: `{ $found }`.
lsp-unread = De editor stuurde een bericht dat niet te lezen is. Het is overgeslagen. { $why }
lsp-unread-params = De editor stuurde `{ $method }`, en wat daarbij staat is niet te lezen. { $why }
lsp-unknown = `{ $method }` is niets wat `mtvp lsp` kan.
lsp-cancelled = De editor wil dit antwoord niet meer.
lsp-first = De editor vroeg `{ $method }` voordat hij zei wat hij kan (`initialize`).
lsp-last = De editor vroeg `{ $method }` nadat hij afscheid nam (`shutdown`).
editor-write = Schrijf hier `{ $right }`
editor-mend = Verbeter dit: { $what }
editor-rename-nothing = Hier staat geen naam die een andere naam kan krijgen.
editor-rename-language = `{ $name }` hoort bij de taal en houdt deze naam.
editor-rename-broken = Verbeter eerst de fouten in { $path }. Daarna kan een naam veranderen.
editor-rename-shape = `{ $name }` kan geen naam zijn. Gebruik kleine letters, cijfers en streepjes, zonder spatie, en geen woord van de taal zoals `van` of `met`.
editor-rename-source = `{ $name }` kan geen naam van een uitspraak zijn. Gebruik hoofdletters, een streepje en een nummer, zoals `RED-12`.
editor-rename-taken = De naam `{ $name }` is al in gebruik. Iets anders zou daardoor iets anders betekenen.
editor-rename-wrong = Met de naam `{ $name }` klopt { $path } niet meer: { $why }
editor-examples = { $count ->
    [one] 1 voorbeeld: probeer het
   *[other] { $count } voorbeelden: probeer ze
 }
editor-examples-judged = { $count ->
    [one] 1 voorbeeld: { $agreeing ->
        [one] het klopt
       *[other] het klopt niet
     }
   *[other] { $count } voorbeelden: { $agreeing ->
        [one] 1 klopt
       *[other] { $agreeing } kloppen
     }
 }
editor-examples-broken = Verbeter eerst de fouten in dit regioplan. Daarna kunt u de voorbeelden proberen.
cli-reviews-about = Toon wat iemand van de regio moet beoordelen, en wat daarvan al is besloten
cli-reviews-arg-folders = Mappen met plannen; zonder dit: deze map
cli-reviews-arg-open = Toon alleen wat nog open staat
cli-reviews-arg-as-of = Kijk vanuit deze datum (jjjj-mm-dd)
cli-reviews-arg-format = Vorm: human (lijst), json of csv
cli-region-arg-rules-only = Alleen de regels voor de hele regio bepalen de uitkomst; zonder dit is die ook 1 als een plan te verbeteren is
cli-region-arg-table = Welke tabel csv is: praktijken, keuzes, te-beoordelen, termijnen, regels of cijfers
cli-region-arg-open-reviews = Schrijf alles wat te beoordelen is als besluiten om in te vullen
