# Nederlandse teksten van mtvp, taalniveau B1: brieven aan praktijken, en sjablonen. De Engelse teksten staan in ../en/letters.ftl.

## mtvp letters
cli-letters-about = Maak van elke praktijk een brief: wat te doen is, wanneer, en wat is besloten
cli-letters-arg-folder = De map met praktijkplannen
cli-letters-arg-output = Schrijf de brieven in deze map; bij csv: in dit bestand
cli-letters-arg-format = Vorm: html (om te printen en te mailen), md (Markdown) of csv (om samen te voegen)
cli-letters-arg-template = Uw eigen sjabloon: een bestand dat eindigt op .html.j2 of .md.j2
cli-letters-arg-print-template = Toon het sjabloon dat mtvp zelf gebruikt, om mee te beginnen
cli-letters-arg-figures = De cijfers van de regio; zonder dit: regio.yaml in de map
cli-letters-arg-as-of = Kijk vanuit deze datum (jjjj-mm-dd)
letters-written = { $count ->
    [one] Eén brief staat in { $path }.
   *[other] { $count } brieven staan in { $path }.
  }
letters-csv-written = De tabel staat in { $path }.
letters-where = Zeg in welke map de brieven komen.
letters-where-help = Bijvoorbeeld: mtvp letters { $folder } -o brieven
letters-other-form = Het sjabloon { $path } past niet bij deze vorm.
letters-other-form-help = Een sjabloon voor html eindigt op .html.j2, en een voor md op .md.j2. Csv heeft geen sjabloon.
letters-column-person = Contactpersoon
letters-column-email = E-mailadres
letters-column-address = Adres
letters-column-region = Regio
letters-column-needed = Nog nodig
letters-column-todo = Te doen
letters-column-may = Mag beter
letters-column-reviews = Beoordeelt de regio
letters-column-decisions = Besloten
letters-column-missed = Nog niet binnen
letters-column-later = Later
letters-column-asked = Vragen aan
thing-doubled = er is nog een plan met deze AGB-code voor hetzelfde jaar
thing-shared = deze AGB-code staat ook in een plan voor een ander jaar, en daar heet de praktijk anders

## Sjablonen
template-no-such = `{ $name }` bestaat niet
template-no-such-help = alleen wat MiniJinja zelf heeft en `tekst` kunnen hier staan, zoals `{"{{"} punt.titel | tekst {"}}"}`
template-unreadable = het sjabloon klopt hier niet
template-unreadable-help = kijk of elke `{"{{"}` een `{"}}"}` heeft, elke `{"{%"} if … %{"}"}` een `{"{%"} endif %{"}"}`, en elke `{"{%"} for … %{"}"}` een `{"{%"} endfor %{"}"}`
template-cannot = dit kan hier niet
template-cannot-help = begin met het sjabloon dat `mtvp letters --print-template` toont, en verander steeds een klein stuk
template-unknown = `{ $name }` staat niet in een brief
template-unknown-near = bedoelt u `{ $near }`? Deze namen zijn er: { $names }
template-unknown-help = deze namen zijn er: { $names }
