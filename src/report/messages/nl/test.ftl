# Nederlandse teksten van mtvp, taalniveau B1: de voorbeeldplannen bij een regioplan. De Engelse teksten staan in ../en/test.ftl.

## mtvp test
cli-test-about = Test een regioplan met de voorbeeldplannen die ernaast staan
cli-test-arg-regioplans = Een regioplan: bestand, map of naam; zonder dit: de map waarin u nu bent
cli-test-arg-coverage = Toon per regel wat de voorbeelden raken
cli-test-arg-mutate = Verander elke regel een klein beetje, en toon wat geen voorbeeld merkt
cli-test-arg-min-coverage = Kleinste percentage dat goed genoeg is
cli-test-arg-as-of = Beoordeel de voorbeelden op deze datum (jjjj-mm-dd)
cli-test-arg-format = Vorm van de uitvoer: human of json
test-nothing = Er is niets getest: er is geen regioplan gevonden (bestanden met .regioplan).
test-no-examples = Er zijn geen voorbeelden. Zet ze in de map die naar het regioplan heet, in `goed` en `fout`.
test-disagrees = Klopt niet: { $path }
test-missing = verwacht, maar niet gevonden: { $found }
test-surplus = gevonden, maar niet verwacht: { $found }
test-place = { $path }, regel { $line }: { $message }
test-found = { $rule }: { $what }{ $year }{ $at }
test-silent = geldt niet
test-in-year = { " " }in jaar { $year }
test-at = { " " }bij { $name }
test-expect-empty = Achter `# verwacht:` ontbreekt de naam van een regel.
test-expect-year = `{ $found }` is geen jaar. Schrijf bijvoorbeeld: in jaar 3
test-expect-word = `{ $found }` in `{ $part }` is niet te lezen. Kies uit: overtreding, waarschuwing, beoordeling, later, in orde, geldt niet, in jaar 3, bij een interventie.
test-expect-rule = Het regioplan heeft geen regel `{ $rule }`, en er is ook geen vaste controle met die naam.
test-expect-intervention = Het regioplan heeft geen interventie `{ $name }`.
test-good-expects = Dit plan staat bij `goed`, maar de eerste regel verwacht een overtreding of waarschuwing.
test-wrong-expects = Dit plan staat bij `fout`, maar zegt niet wat er fout is. Begin met: # verwacht: naam-van-de-regel overtreding
test-other-regioplan = Dit voorbeeld noemt { $named }, maar staat bij { $id }.
test-not-in-force = De aanvulling { $id } is voor plannen van { $from } tot en met { $to }. Zet in dit voorbeeld bij `ingediend` een dag daartussen.
test-figures = Dit zijn cijfers van een regio. Zet ze in een eigen map onder `regio`.
test-empty-region = In deze map staan geen cijfers en geen plannen.
test-skipped = { $path } telt niet mee: { $reason }
test-change-any-evidence = een bewijs, van welke soort ook
test-change-if = alleen als { $cond }
test-change-for-each = voor elk van de { $set }
test-change-gone = (weg)
test-head-rule = regel
test-head-met = voldaan
test-head-broken = gebroken
test-head-answers = voorwaarden
test-head-limits = grenzen
test-yes = ja
test-no = nee
test-cannot = kan niet
test-part = { $of } van { $all }
test-never-met = Geen voorbeeld voldoet aan deze regel.
test-never-broken = Geen voorbeeld breekt deze regel.
test-never-yes = In geen voorbeeld geldt: { $said }
test-never-no = In elk voorbeeld geldt: { $said }
test-open-limit = Geen voorbeeld staat op de grens tussen “{ $before }” en “{ $after }”.
test-rule-place = { $rule } ({ $path }, regel { $line })
test-unnoticed = Niet opgemerkt door een voorbeeld ({ $count }):
test-was = er staat: { $said }
test-becomes = niemand merkt: { $said }
test-summary = { $id } ({ $path })
test-agreeing = { $all ->
    [one] Voorbeelden die kloppen: { $of } van 1
   *[other] Voorbeelden die kloppen: { $of } van { $all }
  }
test-rules = Regels met een goed en een fout voorbeeld: { $of } van { $all } ({ $percent } %)
test-answers = Uitkomsten van voorwaarden: { $of } van { $all } ({ $percent } %)
test-limits = Grenzen met een voorbeeld: { $of } van { $all } ({ $percent } %)
test-noticed = Opgemerkte veranderingen: { $of } van { $all } ({ $percent } %)
test-total = { $count } regioplannen samen: { $agreeing } van { $all } voorbeelden kloppen
test-rules-too-low = Te laag: { $percent } % van de regels heeft een goed en een fout voorbeeld; gevraagd is { $least } %.
test-noticed-too-low = Te laag: { $percent } % van de veranderingen is opgemerkt; gevraagd is { $least } %.
