# English texts of mtvp, in plain words: a whole region. The Dutch texts are in ../nl/region.ftl.

## mtvp region
region-head = { $name } ({ $id }@{ $version }), calendar year { $year }
region-basis = { $count -> 
        [one] One practice plan
       *[other] { $count } practice plans
    }, with the figures of { $path }
region-basis-none = { $count -> 
        [one] One practice plan
       *[other] { $count } practice plans
    }, without figures of the region
region-reference = Reference date: { $date }
region-practices = Practices
region-practice = Practice
region-agb = AGB code
region-start = Start quarter
region-plan-year = Year
region-year-of-plan = Year of the plan
region-handed-in = Handed in
region-choices = Choices for the year of the plan
region-path = File
region-kind = Kind of choice
region-interventions = How many practices chose an intervention, by programme year
region-intervention = Intervention
region-overview = { $title }
region-no-value = –
region-cell-unknown = not known
region-chosen = { $name } ({ $count })
region-rules = Rules for the whole region
region-rule = { $state }: { $title } ({ $id })
region-rule-group = { $rule }, { $group }
region-met = met
region-violated = not met
region-warned = warning
region-review = { $by } reviews this
region-pending = due later
region-not-verifiable = cannot be checked
region-not-applicable = not applicable
region-missing-at = { $detail } (at { $names })
region-help = help: { $help }
region-counted = counted: { $places }
region-source = source: { $sources }
region-indicators = Indicators. They are information, not a demand.
region-indicator = { $title }: { $value }
region-number = { $number }
region-percentage = { $number } %
region-of = { $value } ({ $counted } of { $divisor })
region-divided = { $value } ({ $counted } divided by { $divisor })
region-value-unknown = not known, { $why }
region-no-plans = for there is no plan yet
region-no-divisor = as there is nothing to divide by
region-no-figures-file = because there is no file with the figures of the region (`regio.yaml`)
region-less-than-part = because { $field } cannot be right: more were counted than there are by that number
region-unreadable = as a value cannot be read
region-fields-missing = as this is not filled in: { $fields }
region-goal-reached = { $indicator }; target { $goal }: reached
region-goal-missed = { $indicator }; target { $goal }: not reached
region-goal-open = { $indicator }; target { $goal }
region-open = What is still missing
region-open-none = Nothing is missing.
region-open-rules = Nothing is missing from practices. What is not right yet in the rules for the whole region stands above.
region-open-of = { $what } ({ $names })
region-open-due = { $open } (by { $date })
region-open-plan = a practice plan for year { $year }
region-open-unread = a plan that can be read
region-open-any-plan = a practice plan
region-open-mend = the plan does not comply yet; look at it with `mtvp check`
region-open-evidence = to show when accounting for the year: { $title }
region-open-figure = a figure of the region: `{ $field }` ({ $label })
region-doubts = What cannot be right
region-doubt = { $what }
region-doubt-at = { $path }:{ $line }: { $what }
region-doubt-value = { $message } ({ $check })
region-doubt-helped = { $message } { $help } ({ $check })
region-doubt-open = `{ $field }` is missing here, and it is required (verplicht-veld).
region-doubt-twice = { $who } stands more than once in `{ $list }`. So this practice counts double.
region-doubt-year = { $regioplan } is for plans of { $from } to { $to }. These figures are of { $year }.
region-doubt-silent-year = No rule of { $regioplan } for the whole region is about { $year }. So nothing was said about these figures. Check the calendar year.
region-doubt-silent-year-others = No rule of { $regioplan } for the whole region is about { $year }. So nothing was said about these figures. That year is in { $others }: write that after `regioplan`.
region-doubt-who = { $name } ({ $path })
region-doubt-one-code = More than one practice uses AGB code { $agb }: { $who }. Ask who made the slip; until then all of them stand here.
region-doubt-one-name = { $name } stands with more than one AGB code: { $codes }. Is that one practice? Then ask which code is right; until then all of them stand here.
region-doubt-code = { $agb } ({ $path })
region-name-code = { $name } (AGB code { $agb })
region-doubt-other-code = { $path } names AGB code { $agb }. In `{ $list }` { $name } has code { $own }.
region-doubt-start = { $path } names start quarter { $start }. In `{ $list }` { $name } has start quarter { $own }.
region-doubt-alike = These plans have one name and not all an AGB code: { $paths }. Nobody can tell whether { $name } is one practice; until then all of them stand there. Ask for the AGB code.
region-doubt-early = { $count ->
    [one] This plan was handed in only after the reference date ({ $date }): { $names }.
   *[other] These { $count } plans were handed in only after the reference date ({ $date }): { $names }.
  }
region-doubt-unlisted = { $count ->
    [one] This practice has a plan, and does not stand in `{ $list }`: { $names }.
   *[other] These { $count } practices have a plan, and do not stand in `{ $list }`: { $names }.
  }
region-begins = begins in { $quarter }
region-over = the programme is over for this practice
region-no-year = has no programme year that begins in { $year }
region-skipped = Not counted ({ $count })
region-skipped-one = { $path }: { $reason }
region-other = this plan follows { $regioplan }
region-older = there is a newer plan of the same practice
region-cannot-read = this file cannot be read; look at it with `mtvp check`
region-no-practice-plan = this is not a practice plan
region-without = this plan has no `{ $key }`
region-which = There are plans of more than one regioplan: { $names }.
region-which-help = Choose one with `--regioplan`, or give the figures of one region with `--figures`.
figures-help-year = Write the year of the figures at the top, for example: kalenderjaar: 2026 (calendar year)
figures-no-plan = { $path } has the figures of a region. That is no practice plan.
figures-no-plan-help = Look at the figures with `mtvp region`, with the folder of the plans.
work-plan-other-year = This work plan is for { $from } up to { $to }. These figures are of { $year }.
work-plan-other-year-help = Name the work plan of that year at `regioplan`, or correct the calendar year.

## What is to be reviewed
review-open = to be reviewed
review-returned = to be reviewed again
review-refused = not agreed
review-agreed = agreed
reviews-column-practice = AGB code
reviews-column-name = practice
reviews-column-year = year
reviews-column-rule = rule
reviews-column-intervention = intervention
reviews-column-what = what
reviews-column-place = place
reviews-column-state = state
reviews-column-decision = decision
reviews-practice = { $name } ({ $path })
reviews-line = { $state }: { $title } ({ $about })
reviews-lines = line { $lines } of the plan
reviews-said = { $said }
reviews-what = To be reviewed: { $what }
reviews-end = { $open ->
    [0] { $count ->
        [0] Nothing is to be reviewed.
       *[other] Everything has been reviewed: { $count } in total.
    }
    [one] One review is open, of { $count } in total. Decide about it: agreed, or not agreed with a note. `mtvp region FOLDER --open-reviews` writes it as a decision to fill in.
   *[other] { $open } reviews are open, of { $count } in total. Decide about each: agreed, or not agreed with a note. `mtvp region FOLDER --open-reviews` writes them as decisions to fill in.
  }
reviews-without-code = { $count ->
    [one] One review is not among these: the plan has no AGB code, and a decision belongs to that code. Ask the practice to put it in the plan.
   *[other] { $count } reviews are not among these: the plan has no AGB code, and a decision belongs to that code. Ask the practice to put it in the plan.
  }
reviews-without-code-one = { $who }: { $what } ({ $about })
reviews-fill-in = Decisions of the region on what is to be reviewed.
  Fill in with each: `besluit` (`akkoord`: agreed, or `niet akkoord`: not agreed), `door` (who decided) and `datum` (yyyy-mm-dd). A refusal needs an explanation (`toelichting`).
  The fingerprint (`vingerafdruk`) says which text was reviewed: when the practice changes it, it is to be reviewed again.
  Do you have a file of decisions already? Then put these below it. Otherwise keep this file, and name it in mtvp.toml, such as: decisions = "besluiten.yaml"

## Where each practice stands
status-in-order = in order
status-to-mend = to correct
status-to-review = to be reviewed
status-no-plan = no plan yet
status-not-asked = no plan asked
status-unreadable = unreadable
region-status = State
region-todo = To do
region-next = First date
region-todo-mend = { $count } to correct
region-todo-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
  }
region-todo-review = { $count } to be reviewed
region-todo-pending = { $count } later
region-todo-waived = { $count ->
    [one] 1 waiver
   *[other] { $count } waivers
  }
region-todo-agreed = { $count } agreed
region-todo-refused = { $count } not agreed
region-next-day = { $date }: { $what }
region-next-late = late, { $date }: { $what }
region-status-count = { $status }: { $count }
region-statuses = State of the practices: { $parts }
region-deadlines = Dates, as the rules give them
region-deadline = { $date }: { $what } ({ $who })
region-deadline-late = late, { $date }: { $what } ({ $who })
region-names = { $names }
region-names-more = { $names } and { $count } more
region-ics-own = { $what } (the region itself)
region-itself = the region itself: { $name }
region-ics-summary = { $what } ({ $count ->
    [one] 1 practice
   *[other] { $count } practices
  })
deadline-accounting = end of year { $year }
deadline-rule = last day by a rule
deadline-plan = handing in a plan
deadline-year-end = end of a year
region-double = there is another plan of the same practice for the same year
region-figures-file = these are figures of a region
region-figures-above = these are figures of a region that do not count: the figures of the region are in { $path }
region-figures-year = these are the figures of { $year }; those of { $other }, in { $path }, were used. Choose others with `--figures`
region-contact = Contact
region-version = Regioplan
region-column-todo = To correct
region-column-warnings = Warnings
region-column-reviews = To be reviewed
region-column-pending = To show later
region-column-waived = Waivers
region-column-agreed = Agreed
region-column-refused = Not agreed
region-column-next = Date
region-column-next-what = What for
region-column-late = Late
region-column-rule = Rule
region-yes = yes
region-no = no
region-choices-of = { $name } (year { $year }): { $choices }
region-column-sort = Kind
region-table-csv = `--table` belongs to `--format csv`.
region-table-csv-help = The other forms have all tables; leave out `--table`, or choose csv.

## The workbook, and its tables
sheet-practices = Practices
sheet-choices = Choices
sheet-reviews = To be reviewed
sheet-dates = Dates
sheet-rules = Rules
sheet-figures = Figures
sheet-review-state = State
sheet-review-what = What is to be reviewed
sheet-review-answer = Decision
sheet-review-note = Note
sheet-review-by = By
sheet-review-on = Date
sheet-review-before = Decided before
sheet-review-place = Place in the plan
sheet-review-file = Holds for file
sheet-review-fingerprint = Fingerprint
sheet-rule-state = Verdict
sheet-rule-title = What the rule asks
sheet-rule-group = Group
sheet-rule-detail = Finding
sheet-rule-help = What to do
sheet-rule-counted = Counts
sheet-rule-source = Source
sheet-figure-sort = Kind
sheet-figure-what = What
sheet-figure-value = Value
sheet-figure-unit = Unit
sheet-figure-counted = Counted
sheet-figure-divisor = Divided by
sheet-figure-goal = Target
sheet-figure-reached = Reached
sheet-figure-note = Note
sheet-figure-status = Where practices stand
sheet-figure-indicator = Indicator (no demand)
sheet-figure-doubt = Cannot be right
sheet-figure-overview = Overview
sheet-unit-practices = practices
sheet-overview = { $title }: { $column }
sheet-overview-row = { $overview } ({ $row })
region-column-region = Region
region-done = Written: { $path }
workbook-title = MTVP: { $names }, { $date }
workbook-subject = Where practices stand, choices, what is to be reviewed, dates, rules and figures
workbook-foot = &L{ $title }, &A&RPage &P of &N
workbook-wrong = This does not fit here
workbook-answer = Choose: `akkoord` (agreed), or: `niet akkoord` (not agreed). A refusal needs a note: the practice reads it.
workbook-day = The day on which it was decided, such as 2026-03-14.
workbook-too-large = This does not fit in one workbook: there are too many rows. Take fewer plans at a time, or choose `--format csv`.
workbook-no-file = A workbook is not text: it cannot be shown on the screen.
workbook-no-file-help = Name a file, such as: -o bureau.xlsx

## mtvp decisions import
import-row = { $sheet }, row { $row } (practice { $practice }, `{ $rule }`): { $said }
import-missing = `{ $head }` is empty at this decision
import-unread = what is written at `{ $head }` cannot be used: { $found }
import-later = the day of this decision is still to come: { $date }
import-practice-help = put the AGB code here that stands in the plan: eight digits. Is there none in the plan? Then ask the practice to put it in the plan: without that code a decision does not hold
import-damaged-help = this row is damaged: only the columns of the decision may be changed. Make a new workbook with `mtvp region FOLDER --format xlsx`, and fill in the decision there
import-answer-help = write: `akkoord` (agreed), or: `niet akkoord` (not agreed). Was nothing decided yet? Then leave it empty
import-otherwise = { $path } has another decision of the same day about the same text ({ $answer }, { $by }, { $date })
import-otherwise-help = must the decision be another one? Then change it in that file, or give the new decision a later date
import-overtaken = { $path } has a later decision about the same text ({ $answer }, { $by }, { $date }), and the last one counts
import-overtaken-help = must the decision be another one? Then give it a date after that day
import-masked = there is a citizen service number here; in the decision it stands as asterisks
import-masked-help = remove it from the workbook too, and see whether the text can be understood as it is now
import-clash = the workbook has another row with a different decision of the same day about the same text; so neither counts
import-clash-help = leave one of the two
import-clash-half = the workbook has another row about the same text, which says something else and cannot be used; so neither counts
import-clash-half-help = complete that other row, or remove it
import-end = { $parts }
import-done = { $count ->
    [0] There are no new decisions.
    [one] 1 decision was written to { $path }.
   *[other] { $count } decisions were written to { $path }.
  }
import-would = { $count ->
    [0] There are no new decisions.
    [one] 1 decision will be written to { $path }. Nothing was written yet.
   *[other] { $count } decisions will be written to { $path }. Nothing was written yet.
  }
import-known = { $count ->
    [one] 1 decision was there.
   *[other] { $count } decisions were there.
  }
import-open = { $count ->
    [one] 1 row has no decision.
   *[other] { $count } rows have no decision.
  }
import-noted = { $count ->
    [one] Of these, 1 row has a note: row { $rows }.
   *[other] Of these, { $count } rows have a note: rows { $rows }.
  }
import-wrong = { $count ->
    [one] 1 row was not used.
   *[other] { $count } rows were not used.
  }
import-unnamed = These decisions do not count yet. Name the file at `decisions` in mtvp.toml, such as: decisions = "{ $path }"
import-no-list = No file with decisions was named.
import-no-list-help = Name it in mtvp.toml, such as: decisions = "besluiten.yaml". Or give it here, with `-o besluiten.yaml`.
import-no-end = No decision can be added at the end of { $path }: the file would be no list any more. Nothing was changed.
import-no-end-help = Each decision begins with a dash, at the same place in the line. Is there `[]`, or does the file end with `...`? Then remove that.
import-head = The decisions of the region on what is to be reviewed, added with `mtvp decisions import`.
workbook-none = { $path } is no workbook of Excel (.xlsx).
workbook-none-help = Save the sheet as .xlsx: in Excel and LibreOffice with Save as.
workbook-locked = { $path } has a password, or is an old file of Excel (.xls).
workbook-locked-help = Remove the password and save it as .xlsx.
workbook-damaged = { $path } is a damaged workbook.
workbook-damaged-help = Open it in Excel or LibreOffice, and save it again as .xlsx.
workbook-large = { $path } is too large for a workbook with decisions.
workbook-large-help = Remove what you added yourself, or make a new workbook and fill in the decisions there.
workbook-no-sheet = { $path } has no sheet `Te beoordelen` (To be reviewed). These are the sheets: { $names }.
workbook-no-sheet-help = Make the workbook with `mtvp region FOLDER --format xlsx`, and leave the heads of that sheet as they are.
workbook-column-missing = The sheet { $sheet } of { $path } lacks the column { $heads }.
workbook-column-twice = The sheet { $sheet } of { $path } has the column { $heads } more than once.
workbook-column-help = Leave each head once, in one row. You may move columns and add others.
