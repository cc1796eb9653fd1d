# English texts of mtvp: a region that begins, and a new version. The Dutch texts are in ../nl/renew.ftl.

## A region that begins
start-written = { $path } is ready, with a source register and examples beside it. It is a start: put the document of your region into it.
start-next = Read it back with `mtvp show { $path }`, and have it looked at with `mtvp lint { $path }` and `mtvp test { $path }`.
start-name = `{ $name }` cannot be the name of a region.
start-name-help = Choose a name of small letters, digits and hyphens that begins with a letter, such as `onze-regio`. Is the document of another year, put it behind the name: `onze-regio@2027`.
cli-new-arg-start = Make no plan, but a start of a regioplan with this name: rules, source register and examples

## A new version
cli-renew-about = Make the next version of a regioplan, with examples of a year later
cli-renew-arg-regioplan = The old version: a file, or the name of a known regioplan
cli-renew-arg-new-version = What the new version is called, such as 2.8 or 2027
cli-renew-arg-from = The first day on which the new version applies (yyyy-mm-dd); without this: the day after the old version
cli-renew-arg-output = The folder where the new version goes; without this: beside the old file
cli-value-versie = VERSION
renew-day = { $date }
renew-edition = The version { $version }
renew-written = { $path } judges plans from { $from } up to and including { $to }. Only the head has changed.
renew-written-work-plan = { $path } is for { $from } up to and including { $to }. Only the head has changed.
renew-written-guide = { $path } has one more version. Nothing else has changed.
renew-examples = { $count ->
    [one] One example agrees
   *[other] { $count } examples agree
  } after all dates were moved by { $years ->
    [one] one year
   *[other] { $years } years
  }.
renew-open = Here all dates were moved too. These examples do not agree yet, because a date in a rule or in the head does not fit
renew-open-supplement = Here all dates were moved too. These examples do not agree yet: the regioplan that they name does not apply then, or a date does not fit
renew-kept = In these examples not every date was moved, because a rule or the head names or needs the others; behind the name stands what stayed
renew-look-head = Look in the new document: what else the head says
renew-look-day = Look in the new document: sentences with a date or a quarter
renew-look-calendar-year = Look in the new document: sentences with a calendar year
renew-look-trial = Look in the new document: what was a trial
renew-look-in-force = Look in the new document: rules that are not in force yet, or not always
renew-look-reading = Look in the new document: does it now settle what is still our own reading here?
renew-look-register = Look in the new document: statements in the source register with a year
renew-look-text = Look in the new document: texts with a calendar year
renew-then = After that
renew-register = Go through the new document with { $path } beside it: { $count ->
    [one] one statement
   *[other] { $count } statements
  }.
renew-settings = Name `{ $id }` too where the old version is named: at `aanvullingen` (supplements) in `mtvp.toml`, or after `samen met aanvulling` (together with supplement) in a regioplan.
renew-next = Have what you changed looked at with `mtvp lint { $path }`, `mtvp test { $path }` and `mtvp diff { $old } { $path }`.
renew-version = `{ $version }` cannot be the name of a version.
renew-version-help = The version is the name of the file too. Use letters, digits, dots and hyphens, such as 2.8 or 2027.
renew-past-end = The programme ends on { $end }, and the new version would begin on { $from }. Nothing was written.
renew-past-end-help = Does the programme go on? Then first change the day after `programma eindigt op` (programme ends on) in the regioplan. Does the new version begin earlier? Then use `--from`.
renew-same = The version { $version } is there already.
renew-same-help = Give the new version another name.
