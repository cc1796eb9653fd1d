# Nederlandse teksten van mtvp, taalniveau B1: instellingen, afspraken en bestanden. De Engelse teksten staan in ../en/settings.ftl.

## mtvp.toml
settings-unknown = onbekende instelling `{ $key }`
settings-wrong = de waarde van `{ $key }` is niet goed
settings-want-text = schrijf een tekst tussen aanhalingstekens, zoals: { $key } = "…"
settings-want-texts = schrijf een lijst van teksten, zoals: { $key } = ["…", "…"]
settings-want-yes-no = schrijf `{ $key } = true` of `{ $key } = false`, zonder aanhalingstekens
settings-want-lang = kies "nl" voor Nederlands of "en" voor Engels
settings-want-severities = begin een deel met [severity]; daaronder staat op elke regel: naam-van-de-regel = "warning"
settings-want-level = zeg ook wat het wordt, zoals: {"{"} level = "warning", reason = "…" {"}"}
settings-curly = deze aanhalingstekens zijn niet recht
settings-curly-help = gebruik rechte aanhalingstekens, zoals: { $line }
settings-misplaced = `{ $key }` staat op de verkeerde plaats: onder [{ $table }]
settings-misplaced-help = zet `{ $key }` boven de regel [{ $table }], bovenaan het bestand
settings-below-root = `{ $key }` mag hier niet: deze mtvp.toml staat onder een andere map, en mag alleen strenger zijn
settings-below-root-help = haal dit weg. Mag deze map zelf beslissen? Zet dan in { $root }: delegate = ["{ $folder }/"]
settings-no-root-help = haal dit weg, of zet `{ $key }` in een mtvp.toml in de bovenste map van de repository
settings-twice = dit staat hier voor de tweede keer
settings-twice-help = laat één van de twee staan
settings-no-quotes = hier ontbreken aanhalingstekens
settings-no-quotes-help = zet de tekst tussen aanhalingstekens, zoals: region = "mijn-regio"
settings-open-quote = hier ontbreekt een aanhalingsteken
settings-open-quote-help = een tekst begint en eindigt op dezelfde regel met een aanhalingsteken
settings-no-value = hier ontbreekt een waarde
settings-no-value-help = schrijf op een regel: naam = waarde
settings-unreadable = deze regel is niet te lezen
settings-unreadable-help = schrijf op een regel: naam = waarde. Een tekst staat tussen aanhalingstekens, een lijst tussen [ en ].
settings-rule-unknown = onbekende regel `{ $key }`
settings-lowered = `{ $rule }` wordt hier lager gezet zonder reden
settings-lowered-help = schrijf erbij waarom, zoals: { $rule } = {"{"} level = "{ $level }", reason = "…" {"}"}. Tot dan blijft de bevinding zoals zij is.
settings-cannot-lower = `{ $rule }` kan niet lager worden gezet
settings-cannot-lower-help = zonder dit is het plan niet beoordeeld, en dat moet zichtbaar blijven
settings-missing = het bestand { $path } is er niet
settings-missing-help = kijk of het pad achter `{ $key }` klopt; het begint bij de map waarin mtvp.toml staat
settings-no-regioplan = het bestand { $path } is geen regioplan
settings-listed-twice = `{ $found }` staat er twee keer
settings-delegate-outside = { $count ->
    [one] `{ $found }` is geen map
   *[other] { $count } namen, zoals `{ $found }`, zijn geen map
  } onder de map van deze mtvp.toml
settings-delegate-missing = { $count ->
    [one] de map `{ $found }` is er niet
   *[other] { $count } mappen zijn er niet, zoals `{ $found }`
  }
settings-delegate-link = { $count ->
    [one] `{ $found }` is een koppeling (link), of ligt
   *[other] { $count } mappen, zoals `{ $found }`, zijn een koppeling (link), of liggen
  } achter een koppeling
settings-delegate-help = noem bij `delegate` de map zelf, geteld vanaf de map waarin mtvp.toml staat, zoals "regio-noord/"; een patroon met * kan hier niet
settings-glob = het patroon `{ $found }` is niet goed
settings-glob-nothing = het patroon `{ $found }` past op geen enkel bestand onder deze map
settings-glob-help = schrijf een patroon zoals in .gitignore, bijvoorbeeld "archief/" of "*-oud.yaml"

## Afwijkingen
waivers-no-list = een bestand met afwijkingen is een lijst
waivers-no-list-help = begin elke afwijking met een streepje, en zet eronder: praktijk, regel, reden, akkoord (door en datum) en tot
waiver-no-fields = deze afwijking heeft geen gegevens
waiver-unknown = bij een afwijking is `{ $key }` geen bekend veld; zo geldt zij niet
waiver-missing = bij deze afwijking ontbreekt `{ $key }`; zo geldt zij niet
waiver-missing-practice = vul de AGB-code van de praktijk in: acht cijfers
waiver-missing-rule = vul de naam van de regel in, zoals die in de bevinding staat
waiver-missing-reason = schrijf op waarom de regio dit goed vindt
waiver-missing-until = vul de laatste dag in waarop de afwijking geldt, zoals 2025-12-31
waiver-agreement = wie akkoord gaf en wanneer, staat hier niet goed
waiver-agreement-help = schrijf: akkoord: {"{"} door: naam van de regio, datum: 2025-03-14 {"}"}
waiver-ends-before = de afwijking eindigt op { $until }, vóór het akkoord van { $agreed }
waiver-ends-before-help = kijk welke van de twee datums niet klopt
waiver-expired = de afwijking voor praktijk { $practice } bij `{ $rule }` is voorbij sinds { $until }
waiver-expired-help = de overtreding geldt weer: los haar op, of spreek met de regio een nieuwe datum af
waiver-cannot = `{ $rule }` kan niet worden goedgekeurd
waiver-not-yet = deze afwijking geldt nog niet: het akkoord is van { $agreed }
waiver-not-yet-help = kijk of de datum van het akkoord klopt
files-from-quoted = In de lijst staat een naam tussen aanhalingstekens: { $found }
files-from-quoted-help = Git schrijft bijzondere tekens zo op. Maak de lijst met `git diff --name-only -z`.
report-twice = { $path } is de plaats van twee rapporten.
report-twice-help = Geef elk rapport een eigen bestand.
write-over-link = { $path } is een koppeling, of ligt achter een koppeling. Daar schrijft mtvp niet.
write-over-link-help = Kies een andere plaats, of haal de koppeling weg.
report-over-file = { $path } is geen rapport, maar een bestand dat mtvp leest; een rapport zou het overschrijven.
report-over-folder = { $path } is een map.
write-not-done = { $path } kan niet worden geschreven.
write-not-done-help = Kijk of de map bestaat, of u er mag schrijven, en of de schijf niet vol is.
waiver-missing-file = vul het pad van het plan in, geteld vanaf de map van dit bestand, of haal `bestand` weg
waiver-unclear = deze afwijking telt niet: meer plannen hebben AGB-code { $practice }
waiver-unclear-help = zeg voor welk plan zij is: zet er `bestand:` bij, met het pad van het plan, geteld vanaf de map van dit bestand
waiver-judged = deze afwijking doet niets: `{ $rule }` wordt bij praktijk { $practice } door iemand van de regio beoordeeld
waiver-judged-help = voor wat nog te beoordelen is, is geen afwijking nodig; haal haar weg
waiver-unused = deze afwijking doet niets: `{ $rule }` is bij praktijk { $practice } niet gebroken
waiver-unused-help = haal de afwijking weg als zij niet meer nodig is
waiver-absent = deze afwijking doet niets: er is geen bestand { $file }
waiver-no-file = deze afwijking doet niets: { $file } is geen plan van praktijk { $practice }
waiver-no-file-help = kijk of het pad bij `bestand` klopt, geteld vanaf de map van dit bestand
waiver-elsewhere = deze afwijking doet niets: in { $file } is `{ $rule }` niet gebroken, in een ander plan van praktijk { $practice } wel
waiver-abroad = deze afwijking doet niets: zij is voor regio { $region }, en het plan van praktijk { $practice } is van een andere regio
waiver-abroad-help = kijk of de regio voor `::` klopt
waiver-no-practice = deze afwijking doet niets: er is geen plan met AGB-code { $practice }
waiver-no-practice-help = kijk of de AGB-code klopt, of haal de afwijking weg
waiver-no-rule = deze afwijking noemt een regel die er niet is: `{ $rule }`
waiver-twice = deze afwijking staat er al: praktijk { $practice }, `{ $rule }`
waiver-twice-help = laat één van de twee staan

## Waar een instelling vandaan komt
settings-from-file = { $path }, regel { $line }
settings-from-flag = opgegeven bij de opdracht
settings-from-variable = zo zegt { $name } in de omgeving
settings-from-default = zo als niemand iets zegt
settings-none = niets
usage-severity-help = Schrijf: --severity regel=violation, =warning of =review. Lager zetten kan alleen in mtvp.toml, met een reden.

## Welke bestanden
changed-failed = git kan niet zeggen wat er anders is dan bij `{ $revision }`.
changed-no-repository = Deze map hoort niet bij een repository van git. Ga naar de map met uw repository, of laat `--changed` weg: dan worden alle plannen gecontroleerd.
changed-bare = Deze repository van git heeft geen map met bestanden (een kale repository). Ga naar een map waarin de bestanden staan: `git clone` of `git worktree add` maakt er een.
changed-broken = Git kan zijn eigen gegevens van deze repository niet lezen. Kijk wat `git status` zegt, en herstel dat eerst. Of laat `--changed` weg: dan worden alle plannen gecontroleerd.
changed-no-revision = Git kent `{ $revision }` hier niet. Kijk de naam van de tak of de revisie na. Met `git branch --all` ziet u alle takken.
changed-range = `{ $revision }` is een bereik tussen twee revisies: dan telt niet mee wat nog niet is vastgelegd. Noem één revisie, zoals `--changed=main`. mtvp vergelijkt dan met het punt waar uw tak begon.
changed-shallow = Git heeft hier niet de hele geschiedenis, en kent `{ $revision }` daarom niet. Haal haar op met `git fetch --unshallow`. In GitHub Actions: zet `fetch-depth: 0` bij `actions/checkout`. In GitLab: zet `GIT_DEPTH: 0`.
changed-other-owner = Deze repository is van een andere gebruiker van de computer, en daarom leest git haar niet. Vertrouwt u haar? Geef dan de opdracht: git config --global --add safe.directory "$PWD" (in de bovenste map van de repository).
changed-no-git = Het programma git staat niet op deze computer. Zet het erop, of laat `--changed` weg: dan worden alle plannen gecontroleerd.
input-twice = de invoer kan maar één ding zijn: een plan (`-`), of de lijst van `--files-from -`.
input-twice-help = Zet de lijst of het plan in een bestand, en noem dat.
changed-said = { $todo }
  Git zegt zelf: “{ $said }”
nothing-changed = Er is geen plan gewijzigd. { $count ->
    [one] 1 plan is
   *[other] { $count } plannen zijn
  } niet opnieuw bekeken.
nothing-changed-inside = In de mappen van `paths` is geen plan gewijzigd. { $count ->
    [one] 1 plan is
   *[other] { $count } plannen zijn
  } niet opnieuw bekeken.
nothing-but-others = Er is niets gecontroleerd: { $count ->
    [one] het enige bestand is geen praktijkplan
   *[other] de { $count } bestanden zijn geen praktijkplan
  }, of staat bij wat overgeslagen wordt.
note-excluded = { $count ->
    [one] 1 bestand is
   *[other] { $count } bestanden zijn
  } overgeslagen door een patroon in de instellingen
note-ignored = { $count ->
    [one] 1 bestand is
   *[other] { $count } bestanden zijn
  } overgeslagen: het staat in `.gitignore`, en git bewaart het niet
note-hidden = { $count ->
    [one] 1 bestand is
   *[other] { $count } bestanden zijn
  } overgeslagen: de naam van het bestand of van de map begint met een punt
note-linked = { $path } is een koppeling (link) naar een map. Wat daarin staat, is hier niet bekeken.
note-submodule = { $path } is een submodule die hier niet is opgehaald. Wat daarin staat, is niet bekeken. Ophalen kan met `git submodule update --init`.
note-sparse = { $count ->
    [one] { $path } staat wel in git, maar niet in deze map (sparse checkout). Wat daarin staat, is
   *[other] { $count } YAML-bestanden staan wel in git, maar niet in deze map (sparse checkout), zoals { $path }. Wat daarin staat, is
  } niet bekeken. Haal alles op met `git sparse-checkout disable`.
note-outside = { $count ->
    [one] { $path } is een praktijkplan, en staat niet in een map van `paths` (mtvp.toml). Het is
   *[other] { $count } praktijkplannen staan niet in een map van `paths` (mtvp.toml), zoals { $path }. Zij zijn
  } niet bekeken. Zet de map bij `paths`, of bij `exclude`.
note-unkept = { $path } is bewijs bij een plan, en staat wel op deze computer, maar niet in git. Daarom telt het niet mee. Zet het erbij met `git add`.
note-unfinished = Niet alles kon worden gecontroleerd. Dit rapport is dus niet af.
note-nothing = Er is niets gecontroleerd.
passed-over = Overgeslagen
passed-other = overgeslagen: geen praktijkplan
passed-excluded = overgeslagen: patroon in de instellingen
passed-unchanged = overgeslagen: niet gewijzigd
passed-ignored = overgeslagen: staat in .gitignore
passed-hidden = overgeslagen: naam begint met een punt
passed-linked = overgeslagen: koppeling naar een map
passed-submodule = overgeslagen: submodule die niet is opgehaald
passed-sparse = overgeslagen: staat in git, maar niet in deze map
passed-outside = overgeslagen: plan buiten de mappen van `paths`
passed-unreadable = overgeslagen: niet te openen
note-unchanged = { $count ->
    [one] 1 plan is niet gewijzigd en is
   *[other] { $count } plannen zijn niet gewijzigd en zijn
  } niet bekeken
note-exceptions = { $path } is een lijst met afwijkingen, maar telt niet mee. Noem het bestand bij `waivers` in mtvp.toml.
report-lost = { $path } is niet helemaal geschreven. Is de schijf vol?
usage-report-help = Schrijf: --report vorm=bestand. Vormen: { $names }.

## mtvp check: opties
cli-check-arg-report = Schrijf ook een rapport naar een bestand: vorm=pad; mag vaker
cli-check-arg-exit-zero = Eindig met 0, ook bij overtredingen
cli-check-arg-statistics = Toon hoe vaak elke regel voorkomt
cli-check-arg-changed = Kijk alleen naar plannen die anders zijn dan bij een git-revisie; zonder =REVISIE: HEAD
cli-check-arg-files-from = Lees de paden van de plannen uit een bestand; - is de invoer
cli-check-arg-also-changed = Kijk naast de genoemde bestanden ook naar plannen waarvan iets anders wijzigde: een bewijsstuk, of wat voor alle plannen geldt; voor pre-commit
cli-check-arg-force-exclude = Sla ook genoemde bestanden over als een patroon dat zegt, of als het geen plannen zijn
cli-arg-config = Gebruik dit bestand met instellingen; zonder dit: elke mtvp.toml van de bovenste map tot hier
cli-arg-no-config = Lees geen mtvp.toml
cli-check-arg-show-settings = Toon de instellingen die hier gelden, en waar zij vandaan komen
cli-check-arg-exclude = Sla bestanden met dit patroon over, zoals in .gitignore; mag vaker
cli-check-arg-regioplans = Een map met eigen regioplannen; mag vaker
cli-check-arg-region = Regio van een plan dat er geen noemt
cli-check-arg-waivers = Bestand met afwijkingen die de regio goedkeurde
cli-check-arg-severity = Geef een regel een andere ernst: regel=violation, warning of review; mag vaker
cli-check-arg-threads = Hoeveel plannen tegelijk worden bekeken; zonder dit: zoveel als de computer kan

## mtvp waivers
waivers-none = Er is geen bestand met afwijkingen. Noem het bij `waivers` in mtvp.toml.
waivers-empty = Er zijn geen afwijkingen.
waivers-column-practice = praktijk
waivers-column-file = bestand
waivers-column-rule = regel
waivers-column-reason = reden
waivers-column-by = akkoord door
waivers-column-agreed = akkoord op
waivers-column-until = geldt tot en met
waivers-column-state = stand
waivers-not-yet = geldt nog niet
waivers-holds = geldt
waivers-ends-soon = loopt binnen 30 dagen af
waivers-over = voorbij
cli-waivers-about = Toon de afwijkingen die een regio goedkeurde, met hun einddatum
cli-waivers-arg-folder = Map met plannen, of een bestand met afwijkingen; zonder dit: deze map
cli-waivers-arg-as-of = Kijk vanuit deze datum (jjjj-mm-dd)
cli-waivers-arg-format = Vorm: human (tabel), json of csv

## mtvp explain: afwijkingen
waivers-explain-title = { $id }: een controle van het bestand met afwijkingen
waivers-explain-unreadable = Het bestand met afwijkingen moet een lijst zijn, en elke afwijking heeft gegevens.
waivers-explain-incomplete = Een afwijking noemt de praktijk, de regel, de reden, wie akkoord gaf en wanneer, en de laatste dag. Ontbreekt er iets, dan geldt zij niet.
waivers-explain-over = De laatste dag van de afwijking is voorbij, en het plan breekt de regel nog. De overtreding geldt weer.
waivers-explain-unused = De afwijking doet niets: de regel is niet gebroken, of er is geen plan van die praktijk, of de regel bestaat niet, of de afwijking staat er dubbel.
waivers-explain-how = Bekijk alle afwijkingen met `mtvp waivers`. Hoe het bestand eruitziet, staat in docs/repositories.md onder Afwijkingen.

## Besluiten
decisions-no-list = een bestand met besluiten is een lijst
decisions-no-list-help = begin elk besluit met een streepje, en zet eronder: praktijk, regel, jaar, besluit, toelichting, door, datum en vingerafdruk. `mtvp region --open-reviews` schrijft ze voor u op.
decision-no-fields = dit besluit heeft geen gegevens
decision-unknown = bij een besluit is `{ $key }` geen bekend veld; zo geldt het niet
decision-missing = bij dit besluit ontbreekt `{ $key }`; zo geldt het niet
decision-missing-year = vul het programmajaar in: een getal, zoals 2
decision-missing-intervention = vul de naam van de interventie in, of haal `interventie` weg
decision-missing-answer = schrijf achter `besluit`: akkoord, of: niet akkoord
decision-missing-note = schrijf op waarom: de praktijk moet kunnen lezen wat er niet goed is
decision-missing-by = vul in wie het besluit nam
decision-missing-date = vul in op welke dag het besluit is genomen, zoals 2026-03-14
decision-missing-fingerprint = neem de vingerafdruk over van `mtvp region --open-reviews`: die zegt welke tekst is beoordeeld
decision-twice = dit besluit staat er al: praktijk { $practice }, `{ $rule }`
decision-contradicts = van één dag staan hier twee verschillende besluiten: praktijk { $practice }, `{ $rule }`. Zo geldt geen van beide.
decision-twice-help = laat één van de twee staan
decision-no-rule = dit besluit noemt een regel die er niet is: `{ $rule }`
decision-not-yet = dit besluit geldt nog niet: het is van { $on }
decision-not-yet-help = kijk of de datum van het besluit klopt
decision-misses = dit besluit past op niets dat bij praktijk { $practice } voor `{ $rule }` te beoordelen is
decision-misses-help = kijk of `jaar` en `interventie` kloppen; `mtvp region --open-reviews` laat zien wat er te beoordelen is
decision-no-practice = dit besluit doet niets: er is geen plan met AGB-code { $practice }
decision-no-practice-help = kijk of de AGB-code klopt, en of zij in het plan van de praktijk staat: een besluit geldt voor het plan met die code
decision-unclear = dit besluit telt niet: meer plannen hebben AGB-code { $practice }
decision-absent = dit besluit doet niets: er is geen bestand { $file }
decision-no-file = dit besluit doet niets: wat er wordt beoordeeld, staat niet in { $file }
decisions-explain-title = { $id }: een controle van het bestand met besluiten
decisions-explain-unreadable = Het bestand met besluiten moet een lijst zijn, en elk besluit heeft gegevens.
decisions-explain-incomplete = Een besluit noemt de praktijk, de regel, het jaar, het besluit, wie het nam, op welke dag, en de vingerafdruk van wat is beoordeeld. Bij niet akkoord hoort een toelichting. Ontbreekt er iets, dan geldt het niet.
decisions-explain-unused = Het besluit doet niets: de regel bestaat niet, er is geen plan van die praktijk, het is van een latere dag, of het past niet op wat te beoordelen is.
decisions-explain-how = Bekijk alles wat te beoordelen is met `mtvp reviews`. Hoe het bestand eruitziet, staat in docs/repositories.md onder Besluiten.
note-decisions = { $path } is een lijst met besluiten, maar telt niet mee. Noem het bestand bij `decisions` in mtvp.toml.
decision-refused-help = pas aan wat de regio niet goed vindt, en lever het plan opnieuw in. Verandert u wat is beoordeeld, dan beoordeelt de regio het opnieuw. Bent u het er niet mee eens? Neem dan contact op met de regio.
