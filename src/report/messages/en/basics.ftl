# English texts of mtvp, in plain words: words and summary. The Dutch texts are in ../nl/basics.ftl.

## Words
list-and = and
list-or = or
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
severity-violation = violation
severity-warning = warning
severity-review = to be reviewed
severity-pending = due later
word-help = help
word-source = source
word-line = line
word-error = error
embedded = embedded
nothing = nothing
note = Note: { $note }
did-you-mean = Do you mean `{ $name }`?
choose-from = Choose from: { $names }.

## Summary
count-violations = { $count ->
    [one] 1 violation
   *[other] { $count } violations
  }
count-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
  }
count-reviews = { $count } to be reviewed
count-pending = { $count } due later
count-nothing = no remarks
summary-file = { $path }: { $counts } ({ $id } { $version }, { $from }, reference date { $date })
version-beside = { $version } with { $names }
summary-file-unjudged = { $path }: { $counts } (not judged)
summary-all = { $plans ->
    [one] 1 plan checked
   *[other] { $plans } plans checked
  }: { $counts }
note-of-many = Note on { $count ->
    [one] 1 plan
   *[other] { $count } plans
  }: { $note }
note-pending-unlisted = What is due later is only counted here. To see it, check one plan, or use `--pending`.
later-head = Due later, when accounting for the year ({ $count }):
later-line = { $title }: { $places } ({ $sources })
later-place = line { $line }
later-place-of = { $name } (line { $line })
