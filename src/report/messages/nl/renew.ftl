# Nederlandse teksten van mtvp, taalniveau B1: een regio die begint, en een nieuwe versie. De Engelse teksten staan in ../en/renew.ftl.

## Een regio die begint
start-written = { $path } staat klaar, met een bronnenregister en voorbeelden ernaast. Het is een begin: zet er het document van uw regio in.
start-next = Lees het terug met `mtvp show { $path }`, en kijk het na met `mtvp lint { $path }` en `mtvp test { $path }`.
start-name = `{ $name }` kan geen naam van een regio zijn.
start-name-help = Kies een naam van kleine letters, cijfers en streepjes, die met een letter begint, zoals `onze-regio`. Is het document van een ander jaar, zet dat er dan achter: `onze-regio@2027`.
cli-new-arg-start = Maak geen plan, maar een begin van een regioplan met deze naam: regels, bronnenregister en voorbeelden

## Een nieuwe versie
cli-renew-about = Maak de volgende versie van een regioplan, met voorbeelden van een jaar later
cli-renew-arg-regioplan = De oude versie: een bestand, of de naam van een bekend regioplan
cli-renew-arg-new-version = Hoe de nieuwe versie heet, zoals 2.8 of 2027
cli-renew-arg-from = De eerste dag waarvoor de nieuwe versie geldt (jjjj-mm-dd); zonder dit: de dag na de oude versie
cli-renew-arg-output = De map waarin de nieuwe versie komt; zonder dit: naast het oude bestand
cli-value-versie = VERSIE
renew-day = { $date }
renew-edition = De versie { $version }
renew-written = { $path } beoordeelt plannen van { $from } tot en met { $to }. Alleen de kop is veranderd.
renew-written-work-plan = { $path } geldt van { $from } tot en met { $to }. Alleen de kop is veranderd.
renew-written-guide = { $path } heeft er een versie bij. Verder is niets veranderd.
renew-examples = { $count ->
    [one] Eén voorbeeld klopt
   *[other] { $count } voorbeelden kloppen
  } nadat alle datums { $years } jaar zijn opgeschoven.
renew-open = Ook hier zijn alle datums opgeschoven. Deze voorbeelden kloppen nog niet, want een datum in een regel of in de kop past er niet bij
renew-open-supplement = Ook hier zijn alle datums opgeschoven. Deze voorbeelden kloppen nog niet: het regioplan dat zij noemen geldt dan niet, of een datum past er niet bij
renew-kept = In deze voorbeelden is niet elke datum opgeschoven, omdat een regel of de kop de andere noemt of nodig heeft; achter de naam staat wat bleef
renew-look-head = Kijk in het nieuwe document: wat de kop nog meer zegt
renew-look-day = Kijk in het nieuwe document: zinnen met een datum of een kwartaal
renew-look-calendar-year = Kijk in het nieuwe document: zinnen met een kalenderjaar
renew-look-trial = Kijk in het nieuwe document: wat een proef was
renew-look-in-force = Kijk in het nieuwe document: regels die nog niet, of niet altijd, van kracht zijn
renew-look-reading = Kijk in het nieuwe document: staat er nu wat hier nog uitleg is?
renew-look-register = Kijk in het nieuwe document: uitspraken in het bronnenregister met een jaartal
renew-look-text = Kijk in het nieuwe document: teksten met een jaartal
renew-then = Daarna
renew-register = Loop het nieuwe document door met { $path } ernaast: { $count ->
    [one] één uitspraak
   *[other] { $count } uitspraken
  }.
renew-settings = Noem `{ $id }` ook waar de oude versie staat: bij `aanvullingen` in `mtvp.toml`, of achter `samen met aanvulling` in een regioplan.
renew-next = Kijk wat u veranderde na met `mtvp lint { $path }`, `mtvp test { $path }` en `mtvp diff { $old } { $path }`.
renew-version = `{ $version }` kan geen naam van een versie zijn.
renew-version-help = De versie is ook de naam van het bestand. Gebruik letters, cijfers, punten en streepjes, zoals 2.8 of 2027.
renew-past-end = Het programma eindigt op { $end }, en de nieuwe versie zou op { $from } beginnen. Er is niets geschreven.
renew-past-end-help = Duurt het programma langer? Verander dan eerst de dag achter `programma eindigt op` in het regioplan. Begint de nieuwe versie eerder, gebruik dan `--from`.
renew-same = De versie { $version } is er al.
renew-same-help = Noem de nieuwe versie anders.
