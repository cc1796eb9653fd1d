# Nederlandse teksten van mtvp, taalniveau B1: woorden en samenvatting. De Engelse teksten staan in ../en/basics.ftl.

## Woorden
list-and = en
list-or = of
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
severity-violation = overtreding
severity-warning = waarschuwing
severity-review = te beoordelen
severity-pending = later aan te tonen
word-help = hulp
word-source = bron
word-line = regel
word-error = fout
embedded = ingebouwd
nothing = niets
note = Let op: { $note }
did-you-mean = Bedoelt u `{ $name }`?
choose-from = Kies uit: { $names }.

## Samenvatting
count-violations = { $count ->
    [one] 1 overtreding
   *[other] { $count } overtredingen
  }
count-warnings = { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
  }
count-reviews = { $count } te beoordelen
count-pending = { $count } later aan te tonen
count-nothing = geen opmerkingen
summary-file = { $path }: { $counts } ({ $id } { $version }, { $from }, peildatum { $date })
version-beside = { $version } met { $names }
summary-file-unjudged = { $path }: { $counts } (niet beoordeeld)
summary-none = Geen plan bekeken
summary-all = { $plans ->
    [one] 1 plan bekeken
   *[other] { $plans } plannen bekeken
  }: { $counts }
note-of-many = Let op bij { $count ->
    [one] 1 plan
   *[other] { $count } plannen
  }: { $note }
note-pending-unlisted = Wat later aan te tonen is, is hier alleen geteld. Met `--pending` staat het erbij.
later-head-due = Later aan te tonen, uiterlijk op { $date } ({ $count }):
later-head = Later aan te tonen, bij de verantwoording van het jaar ({ $count }):
later-head-year = Later aan te tonen, bij de verantwoording van jaar { $year }, dat tot en met { $date } duurt ({ $count }):
later-line = { $title }: { $places } ({ $sources })
later-line-plain = { $title }: { $places }
later-place = regel { $line }
later-place-of = { $name } (regel { $line })

## Waar de praktijk staat
standing-fine = Het plan is in orde. U kunt het inleveren.
standing-may = Het plan is in orde: er zijn geen overtredingen. U kunt het inleveren; kijk eerst nog naar { $count ->
    [one] de waarschuwing
   *[other] de { $count } waarschuwingen
  }.
standing-unjudged = Het plan is nog niet beoordeeld.
standing-todo = Nog te doen: { $parts }.
standing-violations = de praktijk verbetert { $count ->
    [one] 1 overtreding
   *[other] { $count } overtredingen
  }
standing-warnings = de praktijk bekijkt { $count ->
    [one] 1 waarschuwing
   *[other] { $count } waarschuwingen
  }
standing-reviews = { $region } beoordeelt { $count ->
    [one] 1 punt
   *[other] { $count } punten
  }
standing-due = Later aan te tonen: { $count }, het eerste uiterlijk op { $date }; `--pending` noemt ze.
standing-due-listed = Later aan te tonen: { $count }, het eerste uiterlijk op { $date }.
standing-later = Later aan te tonen: { $count }, het eerste na { $date }, bij de verantwoording van jaar { $year }; `--pending` noemt ze.
standing-later-listed = Later aan te tonen: { $count }, het eerste na { $date }, bij de verantwoording van jaar { $year }.
