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
summary-none = No plan checked
summary-all = { $plans ->
    [one] 1 plan checked
   *[other] { $plans } plans checked
  }: { $counts }
note-of-many = Note on { $count ->
    [one] 1 plan
   *[other] { $count } plans
  }: { $note }
note-pending-unlisted = What is due later is only counted here. With `--pending` it is listed.
later-head-due = Due later, on { $date } at the latest ({ $count }):
later-head = Due later, when accounting for the year ({ $count }):
later-head-year = Due later, when accounting for year { $year }, which runs until { $date } ({ $count }):
later-line = { $title }: { $places } ({ $sources })
later-line-plain = { $title }: { $places }
later-place = line { $line }
later-place-of = { $name } (line { $line })

## Where the practice stands
standing-fine = The plan is in order. You can hand it in.
standing-may = The plan is in order: there are no violations. You can hand it in; look first at { $count ->
    [one] the warning
   *[other] the { $count } warnings
  }.
standing-unjudged = The plan has not been judged yet.
standing-todo = Still to do: { $parts }.
standing-violations = the practice corrects { $count ->
    [one] 1 violation
   *[other] { $count } violations
  }
standing-warnings = the practice looks at { $count ->
    [one] 1 warning
   *[other] { $count } warnings
  }
standing-reviews = { $region } reviews { $count ->
    [one] 1 point
   *[other] { $count } points
  }
standing-due = Due later: { $count }, the first on { $date } at the latest; `--pending` lists them.
standing-due-listed = Due later: { $count }, the first on { $date } at the latest.
standing-later = Due later: { $count }, the first after { $date }, when accounting for year { $year }; `--pending` lists them.
standing-later-listed = Due later: { $count }, the first after { $date }, when accounting for year { $year }.
