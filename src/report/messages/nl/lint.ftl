# Nederlandse teksten van mtvp, taalniveau B1: opmerkingen over de regels van een regioplan. De Engelse teksten staan in ../en/lint.ftl.

lint-word-hint = tip
lint-count-errors = { $count ->
    [one] 1 fout
   *[other] { $count } fouten
  }
lint-count-hints = { $count ->
    [one] 1 tip
   *[other] { $count } tips
  }
lint-summary = { $regioplans ->
    [one] 1 regioplan bekeken
   *[other] { $regioplans } regioplannen bekeken
  }: { $counts }
lint-nothing = Er zijn geen regioplannen gevonden (bestanden met .regioplan).
lint-unknown = `{ $name }` is geen bestand, geen map en geen bekend regioplan.
lint-unknown-help = Bekende regio's: { $names }. Een bestand eindigt op .regioplan.
lint-first-here = dit staat er ook
lint-untitled = Hier staat een lege naam.
lint-untitled-help = Schrijf tussen de aanhalingstekens hoe mensen dit noemen.
lint-long = Deze zin heeft { $words } woorden; meer dan { $most } is te lang om goed te lezen.
lint-long-help = Maak er twee zinnen van.
lint-counting = Hier staat voor de tweede keer hoe de jaren tellen, en dat past niet bij de eerste keer.
lint-counting-help = Laat één regel staan. Alleen `vanaf startkwartaal` en `vanaf 1 januari met ingang van kalenderjaar …` passen samen.
lint-same-version = { $path } is ook { $regioplan }.
lint-same-version-help = Geef een van de twee een andere versie, of verwijder een van de bestanden.
lint-overlap = Versie { $version } beoordeelt ook plannen van { $from } tot en met { $to }.
lint-overlap-help = Laat de ene versie eindigen op de dag voordat de andere begint.
lint-gap = Plannen van { $from } tot en met { $to } beoordeelt geen versie: versie { $version } eindigt eerder.
lint-gap-day = Plannen van { $from } beoordeelt geen versie: versie { $version } eindigt eerder.
lint-overlap-day = Versie { $version } beoordeelt ook plannen van { $from }.
lint-none = Regel `{ $rule }` vraagt er { $least }, maar in jaar { $year } is er geen een te kiezen.
lint-limit-help = Kijk na hoeveel het er hoogstens mogen zijn, en waaruit de praktijk kiest.
lint-gap-help = Laat deze versie eerder beginnen, of de vorige later eindigen.
lint-unsourced = Regel `{ $rule }` noemt geen bron.
lint-unsourced-help = Zet onder de regel `bron` met de uitspraak waar hij op rust.
lint-no-examples = Bij dit regioplan staan geen voorbeeldplannen.
lint-no-example-pair = Bij regel `{ $rule }` is geen voorbeeldplan dat eraan voldoet, en geen dat hem breekt.
lint-no-good-example = Bij regel `{ $rule }` is geen voorbeeldplan dat eraan voldoet.
lint-no-bad-example = Bij regel `{ $rule }` is geen voorbeeldplan dat hem breekt.
lint-no-bad-example-help = Zet in de map `fout` een plan dat deze regel breekt, met als eerste regel `# verwacht:` en de naam van de regel.
lint-no-good-example-help = Zet in de map `goed` een plan dat aan deze regel voldoet.
lint-no-example-pair-help = Zet in de map `goed` een plan dat aan deze regel voldoet, en in de map `fout` een plan dat de regel breekt. Dat tweede plan begint met `# verwacht:` en de naam van de regel.
lint-no-example-help = Maak naast het regioplan een map `{ $folder }`. Zet daarin een plan in `goed` en een plan in `fout`, met als eerste regel `# verwacht:` en de naam van de regel.
lint-built-in = Regel `{ $rule }` heet net zo als een vaste controle van het programma.
lint-built-in-help = Geef de regel een andere naam.
lint-shared-name = `{ $one }` en `{ $other }` hebben allebei de naam "{ $name }".
lint-shared-name-help = Geef een van de twee een andere naam, of haal de naam bij een van de twee weg.
lint-other-name = { $regioplan } noemt deze interventie `{ $other }`, niet `{ $name }`.
lint-other-name-help = Gebruik `{ $other }`. Is het iets anders? Geef het dan ook een andere naam voor mensen.
lint-unused = `{ $name }` wordt nergens gebruikt.
lint-unused-help = Gebruik de naam in een regel, of haal dit blok weg.
lint-day = Bij `{ $field }` van ‘{ $record }’ staat niet of het de dag is waarop het gebeurt. Regel `{ $rule }` telt het daarom bij de verantwoording mee, ook als die dag nog moet komen.
lint-day-help = Zet `dag van uitvoering` bij de datum, of zet `gepland telt mee` bij de regel.
lint-handing-in = Regel `{ $rule }` vraagt iets van `ingediend`, en geldt ook bij de verantwoording. Dan is `ingediend` de dag waarop de verantwoording is ingediend.
lint-handing-in-help = Zet er `als verantwoording is nee` bij. Gaat het juist om die latere dag? Zet er dan `pas bij verantwoording` bij.
lint-handing-in-both-help = Zet er `in het jaar van het plan` en `als verantwoording is nee` bij. Anders wordt zij bij elk plan voor een later jaar opnieuw gesteld, over een dag van dat latere jaar.
lint-handing-in-again = Regel `{ $rule }` vraagt iets van `ingediend`, en geldt ook voor jaren die al voorbij zijn. Dan is `ingediend` de dag waarop het plan voor een later jaar is ingediend.
lint-handing-in-again-help = Zet er `in het jaar van het plan` bij.
lint-with-itself = Regel `{ $rule }` vergelijkt iets met zichzelf, en dat klopt nooit: { $cond }.
lint-with-part = Regel `{ $rule }` vergelijkt een deel met het geheel, en dat klopt nooit: { $cond }.
lint-with-itself-help = Vergelijk met een ander veld. Twee onderdelen van één lijst kunt u niet met elkaar vergelijken.
lint-out-of-reach = Regel `{ $rule }` vraagt een getal dat nooit in een plan kan staan: { $cond }.
lint-out-of-reach-help = Een getal is nooit kleiner dan nul, en een percentage nooit groter dan 100.
lint-nobody = Wat regel `{ $rule }` bij elkaar zoekt, kan nooit samengaan: { $cond }.
lint-nobody-help = Achter elke `met` staat iets dat ook moet kloppen. Is een van de twee genoeg, zet ze dan achter één `met`, met `of` ertussen.
lint-day-rule = deze regel
lint-unread = Het veld `{ $field }` mag leeg blijven, en niets leest het.
lint-unread-help = Haal het veld weg, maak het `verplicht`, noem de `bron` die het vraagt, of gebruik het in een regel.
lint-outside-year = Jaar { $year } bestaat hier niet: dit regioplan gaat over jaar { $first } tot en met { $last }.
lint-outside-year-help = Kijk het jaar na. Het staat ook in de kop, achter `jaren`.
lint-outside-calendar = In { $year } valt geen plan: de jaren van de plannen liggen tussen { $first } en { $last }.
lint-outside-calendar-help = Kijk het jaar na. De dagen staan in de kop, achter `beoordeelt plannen`.
lint-never = Regel `{ $rule }` geldt in geen enkel jaar: de jaren en dagen sluiten elkaar uit.
lint-never-help = Kijk de jaren en de dagen na.
lint-never-offered = `{ $name }` wordt nooit aangeboden. Bij `aangeboden` staat { $periods }. Samen, en zonder wat bij `niet aangeboden` staat, blijft er geen dag over.
lint-never-kind = `{ $name }` kan met geen enkele soort keuze: wat bij `alleen met soort` staat, sluit elkaar uit.
lint-never-kind-help = Zet de soorten die mogen bij elkaar, in één zin `alleen met soort`, of zet bij elke zin een eigen periode.
lint-past = Regel `{ $rule }` geldt tot en met { $date }, en dit regioplan begint pas op { $from }.
lint-past-help = Haal de regel weg, of kijk de dag na.
lint-condition-never = De regel `{ $rule }` geldt nooit: achter `als` staan er minimaal { $least }, en in elk jaar van de regel zijn er hoogstens { $count } te kiezen.
lint-too-few = Regel `{ $rule }` vraagt er { $least }, maar in jaar { $year } zijn er hoogstens { $count } te kiezen.
lint-none-together = Regel `{ $rule }` vraagt er { $least }, maar in de jaren { $year } samen is er geen een te kiezen.
lint-too-few-together = Regel `{ $rule }` vraagt er { $least }, maar in de jaren { $year } samen zijn er hoogstens { $count } te kiezen.
lint-too-few-help = Kijk het aantal na, het jaar, de soort keuze, wat eerder gekozen moet zijn, en vanaf wanneer de interventies worden aangeboden.
lint-limit = Deze grens van regel `{ $rule }` houdt niets tegen: { $count ->
    [one] er is één interventie
   *[other] er zijn { $count } interventies
  } om uit te kiezen.
lint-limit-each = Deze grens van regel `{ $rule }` houdt niets tegen: in elke groep { $count ->
    [one] is er hoogstens één interventie
   *[other] zijn er hoogstens { $count } interventies
  } om uit te kiezen.
lint-always = Elk plan voldoet aan deze eis van regel `{ $rule }`: { $demand }.
lint-only-filled = Deze eis van regel `{ $rule }` vraagt alleen dat er iets is ingevuld: { $demand }.
lint-already-asked = Regel `{ $rule }` eist wat zijn voorwaarde al zegt: { $demand }.
lint-always-help = Kijk na wat u wilt vragen. Gaat het om invullen? Schrijf dan `is ingevuld`.
lint-contradiction = Regel `{ $rule }` vraagt twee dingen die niet samengaan: { $first }, en { $second }.
lint-conditions = De voorwaarden van regel `{ $rule }` gaan niet samen: { $first }, en { $second }.
lint-rules-contradict = Regel `{ $other }` en regel `{ $rule }` gaan niet samen: { $first }, en { $second }.
lint-rules-contradict-if = Regel `{ $other }` en regel `{ $rule }` gaan niet samen als { $conditions }: { $first }, en { $second }.
lint-contradiction-help = Kijk na welke van de twee u bedoelt.
lint-percent-times = In regel `{ $rule }` staat `{ $part } % van { $value }`. Schrijf `{ $times } keer { $value }`.
lint-percent-times-help = Met `keer` is ook te zien welke grens eruit komt.
lint-unit = In regel `{ $rule }` past `{ $unit }` niet bij wat wordt gemeten: { $cond }.
lint-unit-goal = In `{ $rule }` past `{ $unit }` niet bij wat wordt berekend.
lint-unit-help = Haal de eenheid weg, of schrijf waarvan het een deel is, zoals `minimaal 50 % van medewerkers`.
lint-same = Regel `{ $rule }` vraagt precies hetzelfde als regel `{ $other }`.
lint-same-help = Maak er één regel van en noem daar alle bronnen bij.
lint-muting-unknown = Er is geen opmerking `{ $code }`.
lint-muting-unknown-help = De namen staan vooraan bij elke opmerking van `mtvp lint`.
lint-muting-unused = `{ $code }` komt hier niet voor, dus er is niets om te negeren.
lint-muting-itself = `{ $code }` is niet te negeren.
lint-muting-unused-help = Haal deze regel weg.
lint-muting-silent = Bij het negeren van `{ $code }` staat geen reden.
lint-muting-silent-help = Schrijf tussen de aanhalingstekens waarom dit zo moet blijven.
lint-page-title = { $code }: een opmerking van `mtvp lint` ({ $level })
lint-page-why = Waarom dit telt
lint-page-wrong = Zo niet
lint-page-right = Zo wel
lint-page-ignore = Moet het zo blijven? Schrijf dan in hetzelfde blok: negeer opmerking { $code } "de reden"
cli-lint-about = Zoek fouten in de regels van een regioplan
cli-lint-arg-files = Regioplannen, mappen of namen van regio's; zonder dit: deze map
cli-lint-arg-format = Vorm: human (om te lezen) of json
cli-lint-arg-strict = Ook een waarschuwing telt als fout; een tip nooit

## mtvp explain, over een opmerking
lint-zonder-titel-what = Een regel, een interventie of een ander onderdeel heeft een lege naam.
lint-zonder-titel-why = De naam staat boven elke bevinding. Zonder naam weet een praktijk niet waar het over gaat.
lint-zonder-titel-wrong = regel intervisie ""
lint-zonder-titel-right = regel intervisie "Elk jaar minimaal twee intervisies"
lint-jaar-buiten-kop-what = Hier staat een jaar dat de kop van het regioplan niet heeft, of een kalenderjaar waarin geen plan valt.
lint-jaar-buiten-kop-why = Zo'n regel geldt voor geen enkel plan. Meestal is het een tikfout, of een jaar van een oudere versie.
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
lint-te-weinig-aanbod-what = Een regel vraagt meer keuzes dan er in dat jaar zijn.
lint-te-weinig-aanbod-why = Geen enkel plan waarvoor de regel geldt, kan eraan voldoen. De praktijk krijgt dan een overtreding waar zij niets aan kan doen.
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
lint-tegenspraak-what = Twee eisen sluiten elkaar uit. Ze staan in één regel, of in twee regels voor dezelfde jaren. Geldt een van die regels alleen onder een voorwaarde, dan staat die erbij. Of een eis klopt nooit: zij vergelijkt iets met zichzelf, of vraagt een getal dat er niet kan staan.
lint-tegenspraak-why = Geen enkel plan waarvoor ze allebei gelden, kan aan beide voldoen.
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
lint-jaren-tellen-what = De kop zegt twee keer hoe de jaren tellen, en dat past niet bij elkaar.
lint-jaren-tellen-why = Het programma volgt dan maar een van de twee. De dagen van een jaar kunnen anders zijn dan u bedoelt.
lint-jaren-tellen-wrong =
    jaren tellen vanaf startkwartaal
    jaren tellen vanaf 1 januari
lint-jaren-tellen-right =
    jaren tellen vanaf startkwartaal
    jaren tellen vanaf 1 januari met ingang van kalenderjaar 2027
lint-percentage-als-keer-what = Een percentage is zo groot dat het een aantal keren is.
lint-percentage-als-keer-why = 350000 % van een getal leest niemand als 3500 keer. De grens die een bevinding toont, is met `keer` ook te volgen.
lint-percentage-als-keer-wrong = eis patienten is maximaal 350000 % van fte-huisartsen
lint-percentage-als-keer-right = eis patienten is maximaal 3500 keer fte-huisartsen
lint-eenheid-past-niet-what = Een getal heeft een eenheid die niet past bij wat wordt gemeten.
lint-eenheid-past-niet-why = 50 % van niets is niets, en een aantal is geen bedrag. Het programma vergelijkt alleen de getallen.
lint-eenheid-past-niet-wrong = eis assistentes is minimaal 50 %
lint-eenheid-past-niet-right = eis assistentes is minimaal 50 % van medewerkers
lint-ingebouwde-naam-what = Een regel heet net zo als een vaste controle of als een opmerking van `mtvp lint`.
lint-ingebouwde-naam-why = In een bevinding is dan niet te zien welke van de twee bedoeld is. Ook `mtvp explain` legt dan maar een van de twee uit.
lint-ingebouwde-naam-wrong = regel verplicht-veld "Naam en adres zijn ingevuld"
lint-ingebouwde-naam-right = regel naam-en-adres "Naam en adres zijn ingevuld"
lint-dubbele-versie-what = Twee bestanden hebben dezelfde naam en dezelfde versie.
lint-dubbele-versie-why = Het programma kan dan niet weten welk bestand een plan beoordeelt.
lint-dubbele-versie-wrong =
    regioplan mijn-regio versie "1.0"   # in 1.0.regioplan
    regioplan mijn-regio versie "1.0"   # in 1.1.regioplan
lint-dubbele-versie-right =
    regioplan mijn-regio versie "1.0"   # in 1.0.regioplan
    regioplan mijn-regio versie "1.1"   # in 1.1.regioplan
lint-versies-overlappen-what = Twee versies van een regio beoordelen plannen van dezelfde dagen.
lint-versies-overlappen-why = Voor een plan van zo'n dag is niet te zeggen welke versie geldt.
lint-versies-overlappen-wrong =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 december 2025 tot en met 31 december 2026  # versie 1.1
lint-versies-overlappen-right =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-regel-zonder-bron-what = Een regel noemt geen bron.
lint-regel-zonder-bron-why = Een praktijk kan dan niet nalezen waar de regel vandaan komt. U ziet zelf later ook niet meer waarom hij er staat.
lint-regel-zonder-bron-wrong =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
lint-regel-zonder-bron-right =
    regel overleg "Overleg"
      elk jaar
      eis aantal overleggen is minimaal 4
      bron VB-3
lint-bron-zonder-besluit-what = Bij een uitspraak uit het document staat niet wat ermee is gedaan.
lint-bron-zonder-besluit-why = Zo ziet niemand of het regioplan compleet is. Elke uitspraak hoort bij een regel, of heeft een reden waarom niets haar controleert.
lint-bron-zonder-besluit-wrong =
    bron VB-7 "3.2"
      zegt "De regio helpt bij het zoeken van een coach."
lint-bron-zonder-besluit-right =
    bron VB-7 "3.2"
      zegt "De regio helpt bij het zoeken van een coach."
      regio "Dit doet de regio zelf."
lint-bron-twee-besluiten-what = Een uitspraak wordt genoemd in het regioplan, en heeft ook een reden waarom niets haar controleert.
lint-bron-twee-besluiten-why = Een van de twee klopt niet.
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
lint-zonder-register-what = Naast het regioplan staat geen bronnenregister.
lint-zonder-register-why = Zonder register is niet na te gaan of elke uitspraak van het document een plek heeft.
lint-zonder-register-wrong = 1.0.regioplan
lint-zonder-register-right =
    1.0.regioplan
    1.0.bronnen
lint-onnodige-afwijking-what = De kop zegt dat het regioplan afwijkt van een regel van de leidraad, maar dat is niet zo.
lint-onnodige-afwijking-why = Wie dit leest, denkt dat er iets ontbreekt. De regel is overgebleven van een oudere versie.
lint-onnodige-afwijking-wrong =
    wijkt af van regel aanbod-netwerk "Er is maar één interventie."
    # er zijn er twee
lint-onnodige-afwijking-right = # de regel met wijkt af is weg
lint-ongebruikt-what = Een naam wordt gemaakt en daarna nergens gebruikt.
lint-ongebruikt-why = Misschien is een regel vergeten, of staat er in een regel een andere naam dan u bedoelt.
lint-ongebruikt-wrong =
    groep artsen "Huisartsen"
      bestaat uit medewerkers met functie huisarts
    # geen regel noemt artsen
lint-ongebruikt-right =
    groep artsen "Huisartsen"
      bestaat uit medewerkers met functie huisarts

    regel artsen-geschoold "Artsen zijn geschoold"
      eis elk van de artsen heeft geschoold ja
lint-dag-niet-gezegd-what = Een regel kijkt bij de verantwoording naar gegevens met een datum, en het regioplan zegt niet of dat de dag is waarop het gebeurt.
lint-dag-niet-gezegd-why = Wat nog moet komen, telt dan als gedaan: een bijeenkomst van volgende maand maakt de verantwoording goed.
lint-dag-niet-gezegd-wrong =
    gegevens intervisie
      veld datum: datum, verplicht "Datum van de intervisie"
lint-dag-niet-gezegd-right =
    gegevens intervisie
      veld datum: datum, verplicht, dag van uitvoering "Datum van de intervisie"
lint-twee-keer-ingediend-what = Een regel vraagt iets van `ingediend`, en geldt ook bij de verantwoording: dan is dat de dag waarop de verantwoording is ingediend. Of zij geldt ook voor jaren die voorbij zijn: dan is het de dag van een later plan.
lint-twee-keer-ingediend-why = Een plan dat op tijd was, is een jaar later bij de verantwoording te laat.
lint-twee-keer-ingediend-wrong =
    regel op-tijd "Het plan is op tijd"
      in het jaar van het plan
      eis ingediend is uiterlijk 30 april van dat kalenderjaar
lint-twee-keer-ingediend-right =
    regel op-tijd "Het plan is op tijd"
      in het jaar van het plan
      als verantwoording is nee
      eis ingediend is uiterlijk 30 april van dat kalenderjaar
lint-veld-ongelezen-what = Een praktijk kan dit veld invullen, maar het hoeft niet en niets leest het. Een veld met tekst is er voor mensen en telt niet mee.
lint-veld-ongelezen-why = Een praktijk doet dan werk dat niemand gebruikt. Of er ontbreekt een regel, een bron of het woord `verplicht`.
lint-veld-ongelezen-wrong =
    gegevens jaar
      veld deelnemers: geheel getal
lint-veld-ongelezen-right =
    gegevens jaar
      veld deelnemers: geheel getal, verplicht
        bron VB-9
lint-altijd-voldaan-what = Een eis houdt niets tegen: elk plan voldoet eraan, of alleen een leeg veld niet.
lint-altijd-voldaan-why = De eis lijkt iets te vragen en doet dat niet. Vaak is een getal verkeerd overgenomen.
lint-altijd-voldaan-wrong = eis aantal overleggen is minimaal 0
lint-altijd-voldaan-right = eis aantal overleggen is minimaal 1
lint-nooit-van-kracht-what = Een regel of een aanbod geldt op geen enkele dag en in geen enkel jaar.
lint-nooit-van-kracht-why = Twee perioden sluiten elkaar uit, of de laatste dag is al voorbij. De regel doet dan niets.
lint-nooit-van-kracht-wrong =
    regel scholing "Scholing"
      vanaf jaar 3
      tot en met jaar 2
lint-nooit-van-kracht-right =
    regel scholing "Scholing"
      vanaf jaar 2
      tot en met jaar 3
lint-zelfde-regel-what = Twee regels vragen precies hetzelfde.
lint-zelfde-regel-why = Een praktijk krijgt dan twee keer dezelfde bevinding. Bij een wijziging kan een van de twee worden vergeten.
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
lint-zonder-voorbeeld-what = Bij een regel ontbreekt een voorbeeldplan: een plan dat aan de regel voldoet, een plan dat de regel breekt, of allebei.
lint-zonder-voorbeeld-why = Alleen met een goed en een fout plan ziet u dat de regel doet wat u bedoelt.
lint-zonder-voorbeeld-wrong = 1.0/goed/jaar-1.yaml
lint-zonder-voorbeeld-right =
    1.0/goed/jaar-1.yaml
    1.0/fout/overleg.yaml   # eerste regel: # verwacht: overleg
lint-gat-tussen-versies-what = Tussen twee versies van een regio liggen dagen die geen van beide beoordeelt.
lint-gat-tussen-versies-why = Een plan van zo'n dag kan het programma niet beoordelen.
lint-gat-tussen-versies-wrong =
    beoordeelt plannen van 1 januari 2025 tot en met 30 november 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-gat-tussen-versies-right =
    beoordeelt plannen van 1 januari 2025 tot en met 31 december 2025   # versie 1.0
    beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026   # versie 1.1
lint-andere-naam-what = Een ander regioplan of de leidraad heeft dezelfde interventie, met een andere korte naam.
lint-andere-naam-why = Plannen van twee regio's zijn dan niet te vergelijken. Een praktijk die verhuist of in twee regio's werkt, raakt in de war.
lint-andere-naam-wrong = interventie consult-op-scherm "Beeldbellen"
lint-andere-naam-right = interventie beeldbellen "Beeldbellen"
lint-dubbele-naam-what = Twee interventies, twee velden van één plek of twee soorten keuze hebben dezelfde naam, of delen een naam achter `ook bekend als`.
lint-dubbele-naam-why = Als een praktijk die naam gebruikt, is niet te zeggen welke van de twee zij bedoelt.
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
lint-negeren-klopt-niet-what = Een regel met `negeer opmerking` doet niets, noemt een opmerking die niet bestaat, of geeft geen reden.
lint-negeren-klopt-niet-why = Zo'n regel blijft gemakkelijk staan nadat het probleem is opgelost. Een nieuw probleem valt dan niet meer op.
lint-negeren-klopt-niet-wrong = negeer opmerking lange-zin ""
lint-negeren-klopt-niet-right = negeer opmerking lange-zin "Deze zin is afgesproken met de verzekeraar."
lint-lange-zin-what = Een zin is langer dan 25 woorden.
lint-lange-zin-why = Korte zinnen zijn beter te lezen. Op taalniveau B1 heeft een zin meestal 10 tot 15 woorden.
lint-lange-zin-wrong = toelichting "Een praktijk die in het eerste jaar begint en daarna in het tweede jaar verder gaat met dezelfde interventie, kiest in het derde jaar een nieuwe interventie of een verdieping."
lint-lange-zin-right = toelichting "Een praktijk begint in jaar 1 en gaat in jaar 2 verder. In jaar 3 kiest zij een nieuwe interventie of een verdieping."
