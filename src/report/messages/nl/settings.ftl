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
settings-glob = het patroon `{ $found }` is niet goed
settings-glob-help = schrijf een patroon zoals in .gitignore, bijvoorbeeld "archief/" of "*-oud.yaml"

## Afwijkingen
waivers-no-list = een bestand met afwijkingen is een lijst
waivers-no-list-help = begin elke afwijking met een streepje, en zet eronder: praktijk, regel, reden, akkoord (door en datum) en tot
waiver-no-fields = deze afwijking heeft geen gegevens
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
waiver-unused = deze afwijking doet niets: `{ $rule }` is bij praktijk { $practice } niet gebroken
waiver-unused-help = haal de afwijking weg als zij niet meer nodig is
waiver-no-practice = deze afwijking doet niets: er is geen plan met AGB-code { $practice }
waiver-no-practice-help = kijk of de AGB-code klopt, of haal de afwijking weg
waiver-no-rule = deze afwijking noemt een regel die er niet is: `{ $rule }`
waiver-twice = deze afwijking staat er al: praktijk { $practice }, `{ $rule }`
waiver-twice-help = laat één van de twee staan
