# English texts of mtvp, in plain words: comparing two regioplans. The Dutch texts are in ../nl/compare.ftl.

## mtvp diff
cli-diff-about = Say what changes from one regioplan to another
cli-diff-arg-old = The old regioplan: name, name@version or file
cli-diff-arg-new = The new regioplan: name, name@version or file
cli-diff-arg-format = Format: human (to read), json or markdown (for a letter to practices)
diff-needs-one = { $path } is a folder. Name one regioplan.
diff-needs-one-help = Give a file that ends in .regioplan, or a name with a version, such as `regio@2.7`.
diff-head = From { $old } to { $new }
diff-file = { $id } { $version } ({ $from })
diff-none = Nothing changes.
diff-thing = { $subject } [{ $id }]
diff-in-years = year { $years }
diff-old-place = old: { $path }:{ $line }
diff-new-place = new: { $path }:{ $line }
diff-stricter = stricter
diff-looser = looser
diff-different = different
diff-totals = { $changes ->
    [one] 1 difference
   *[other] { $changes } differences
  }: { $stricter } stricter, { $looser } looser, { $different } different.
diff-part-header = The regioplan
diff-part-offer = What is offered
diff-part-rules = Rules
diff-part-dates = Dates
diff-part-data = What a plan contains
diff-part-region = The region as a whole and the guide
diff-part-sources = Explanations and sources
diff-subject-header = Regioplan { $name }
diff-subject-element = Core element { $name }
diff-subject-intervention = Intervention { $name }
diff-subject-list = List { $name }
diff-subject-theme = Theme { $name }
diff-subject-goal = Goal { $name }
diff-subject-kind = Kind of choice { $name }
diff-subject-group = Group { $name }
diff-subject-condition = Condition { $name }
diff-subject-rule = { $name }
diff-subject-record = Data: { $name }
diff-subject-field = Data: { $name }
diff-subject-indicator = Indicator: { $name }
diff-subject-overview = Overview: { $name }
diff-subject-demand = What the guide asks: { $name }
diff-subject-rendering = Rendering of the guide: { $name }
diff-subject-edition = Edition of the guide: { $name }
diff-subject-statement = Statement { $name }
diff-letter-title = { $same ->
    [yes] What changes in the regioplan of { $new }
   *[no] From the regioplan of { $old } to that of { $new }
  }
diff-letter-intro = This is what changes from version { $old } to version { $new }. The new version is for plans from { $from } up to and including { $to }.
diff-letter-rest = { $count ->
    [one] Also, 1 explanation, source or arrangement of the region changed. You need to do nothing for that.
   *[other] Also, { $count } things changed in explanations, sources or arrangements of the region. You need to do nothing for those.
  }
diff-letter-stricter = This is stricter.
diff-letter-looser = This is looser.

## Differences as sentences
diff-whole = { $how ->
    [added] This is new.
   *[dropped] This is dropped.
  }
diff-made-of = { $how ->
    [added] This is new. It consists of: { $new }.
   *[dropped] This is dropped. It consisted of: { $old }.
  }
diff-whole-condition = { $how ->
    [added] This is a new condition: { $new }.
   *[dropped] This condition is dropped. It was: { $old }.
  }
diff-intervention = { $how ->
    [added] This is new on offer. You can choose it in { $new }.{ $when }
   *[dropped] This is dropped. You can no longer choose it in { $old }.
  }
diff-intervention-named = { $how ->
    [added] The regioplan names this now, but you cannot choose it. It belongs to { $new }.
   *[dropped] The regioplan no longer names this. You could not choose it before. It belonged to { $old }.
  }
diff-rule = { $how ->
    [added] This is a new rule, { $when }. { $new }
   *[dropped] This rule is dropped, { $when }. { $old }
  }
diff-field = { $how ->
    [added] New: { $new }. This is { $when }.
   *[dropped] Dropped: { $old }. This was { $when }.
  }
diff-id = The short name was { $old }. It becomes { $new }.
diff-name = The name was “{ $old }”. It becomes “{ $new }”.
diff-file-sort = This was { $old }. It becomes { $new }.
diff-region = The short name of the region was { $old }. It becomes { $new }.
diff-region-name = The region was called “{ $old }”. It becomes “{ $new }”.
diff-version = The version was { $old }. It becomes { $new }.
diff-document = The document was “{ $old }”. It becomes “{ $new }”.
diff-valid = It was for plans { $old }. It becomes: { $new }.
diff-years = It was about { $old }. It becomes { $new }.
diff-calendar = Years counted { $old }. It becomes: { $new }.
diff-plan-years = { $how ->
    [added] There is now { $new }.
   *[dropped] There is no longer { $old }.
  }
diff-programme-end = The end of the programme was: { $old }. It becomes: { $new }.
diff-guide = { $how ->
    [added] It now follows { $new }.
    [dropped] It no longer follows { $old }.
   *[changed] It followed { $old }. It becomes { $new }.
  }
diff-deviation = { $how ->
    [added] It now deviates from the guide. { $new }
   *[dropped] It no longer deviates here from the guide. { $old }
  }
diff-beside = { $how ->
    [added] The supplement { $new } now applies as well.
   *[dropped] The supplement { $old } no longer applies.
  }
diff-also-known = { $how ->
    [added] Also known as: { $new }.
    [dropped] No longer also known as: { $old }.
   *[changed] It was also known as: { $old }. It becomes: { $new }.
  }
diff-element = This belonged to { $old }. It becomes { $new }.
diff-theme = { $how ->
    [added] This now belongs to the theme { $new }.
   *[dropped] This no longer belongs to the theme { $old }.
  }
diff-goal = { $how ->
    [added] This now serves the goal { $new }.
   *[dropped] This no longer serves the goal { $old }.
  }
diff-part-of = { $how ->
    [added] This is now a part of { $new }.
   *[dropped] This is no longer a part of { $old }.
  }
diff-variant = { $how ->
    [added] You can now also choose this variant: { $new }.
   *[dropped] You can no longer choose this variant: { $old }.
  }
diff-deepening = { $how ->
    [added] You can now also choose this deepening: { $new }.
   *[dropped] You can no longer choose this deepening: { $old }.
  }
diff-offered = { $how ->
    [added] This is now on offer: { $new }.
    [dropped] This is no longer on offer. It was: { $old }.
   *[changed] This was on offer: { $old }. It becomes: { $new }.
  }
diff-not-offered = { $how ->
    [added] This is not on offer, { $new }
   *[dropped] This is dropped: not on offer, { $old }
  }
diff-not-offered-outcome = If you chose it all the same, what followed was: { $old }. It becomes: { $new }.
diff-only-kinds = { $how ->
    [added] You can only choose it with kind { $new }.
   *[dropped] This is dropped: only with kind { $old }.
  }
diff-trial = { $how ->
    [added] This is a trial, { $new }
   *[dropped] This is no longer a trial, { $old }
  }
diff-own-idea = { $how ->
    [added] You can now fill this in yourself. { $new } reviews that.
    [dropped] You can no longer fill this in yourself. { $old } reviewed that.
   *[changed] If you filled this in yourself, { $old } reviewed that. It becomes { $new }.
  }
diff-assigned = { $how ->
    [added] You no longer choose this yourself. { $new } assigns it.
    [dropped] This is no longer assigned by { $old }.
   *[changed] This was assigned by { $old }. It becomes { $new }.
  }
diff-without-earlier = { $how ->
    [added] You need not have chosen this before.
   *[dropped] You must have chosen this before, as `nieuw` (new).
  }
diff-member = { $how ->
    [added] Now also in this list: { $new }.
   *[dropped] No longer in this list: { $old }.
  }
diff-group-set = This group was: { $old }. It becomes: { $new }.
diff-lines = This condition was: { $old }. It becomes: { $new }.
diff-owner = This was { $old }. It becomes { $new }.
diff-scope = This rule applied { $old }. It becomes: { $new }.
diff-condition = { $how ->
    [added] This rule now only applies if { $new }.
    [dropped] This rule only applied if { $old }. That condition is dropped.
   *[changed] This rule only applied if { $old }. It becomes: { $new }.
  }
diff-whole-region = { $how ->
    [added] This rule now applies to the region as a whole.
   *[dropped] This rule no longer applies to the region as a whole, but to each plan.
  }
diff-for-each = { $how ->
    [added] This rule now applies separately { $new }.
    [dropped] This rule applied separately { $old }. That is dropped.
   *[changed] This rule applied separately { $old }. It becomes: { $new }.
  }
diff-choose = { $how ->
    [added] { $when } you must also { $new }.
    [dropped] { $when } you had to { $old }. You need not any more.
   *[changed] { $when } you had to { $old }. It becomes { $new }.
  }
diff-demand = { $how ->
    [added] Now also asked, { $when }: { $new }.
    [dropped] No longer asked, { $when }: { $old }.
   *[changed] What was asked, { $when }: { $old }. It becomes: { $new }.
  }
diff-evidence = { $how ->
    [added] Now also needed, { $when }: { $new }.
    [dropped] No longer needed, { $when }: { $old }.
   *[changed] What was needed, { $when }: { $old }. It becomes: { $new }.
  }
diff-deadline = { $how ->
    [added] There is a new deadline { $when }: { $new }.
    [dropped] This deadline is dropped { $when }: { $old }.
   *[changed] The deadline { $when } was: { $old }. It becomes: { $new }.
  }
diff-not-double = { $how ->
    [added] A choice now does not count twice with: { $new }.
   *[dropped] A choice may again count twice with: { $old }.
  }
diff-at-accounting = { $how ->
    [added] This counts only when the year is accounted for.
   *[dropped] This counts at once, and not only when the year is accounted for.
  }
diff-judged = { $how ->
    [added] Only a person reviews this now. They look at: { $new }
    [dropped] It is no longer only a person who reviews this. They looked at: { $old }
   *[changed] What a person looks at was: { $old } It becomes: { $new }
  }
diff-planned = { $how ->
    [added] What is still to take place now counts when accounting.
   *[dropped] What is still to take place no longer counts when accounting.
  }
diff-not-yet = { $how ->
    [added] This rule is not in force yet. { $new }
    [dropped] This rule is in force now. Before it was not: { $old }
   *[changed] Why this rule is not in force yet was: { $old } It becomes: { $new }
  }
diff-from = { $how ->
    [added] This rule is in force from { $new }.
    [dropped] This rule was in force from { $old }. It becomes: always.
   *[changed] This rule was in force from { $old }. It becomes { $new }.
  }
diff-until = { $how ->
    [added] This rule is in force up to and including { $new }.
    [dropped] This rule was in force up to and including { $old }. That last day is dropped.
   *[changed] This rule was in force up to and including { $old }. It becomes { $new }.
  }
diff-outcome = { $when } what followed was: { $old }. It becomes: { $new }.
diff-outcome-order = { $when } the first that fits counts. The order was: { $old }. It becomes: { $new }.
diff-field-type = You filled in: { $old }. It becomes: { $new }.
diff-option = { $how ->
    [added] You can now also fill in: { $new }.
   *[dropped] You can no longer fill in: { $old }.
  }
diff-required = This was { $old }. It becomes { $new }.
diff-short-form = { $how ->
    [added] You may now fill this in in short, without the other data.
   *[dropped] You may no longer fill this in in short.
  }
diff-takes-place = { $how ->
    [added] When accounting, this day now counts only once it has passed.
   *[dropped] When accounting, this day now counts also when it has not passed yet.
  }
diff-none-when-empty = { $how ->
    [added] When you fill in nothing here, that now counts as: there are none.
   *[dropped] When you fill in nothing here, that no longer counts as: there are none. Then it is not known.
  }
diff-calculation = The calculation was: { $old }. It becomes: { $new }.
diff-target = { $how ->
    [added] The region now aims at this: { $new }.
    [dropped] The region aimed at this: { $old }. That is dropped.
   *[changed] The region aimed at this: { $old }. It becomes: { $new }.
  }
diff-columns = The overview held: { $old }. It becomes: { $new }.
diff-growth = { $how ->
    [added] It now says: { $new }.
   *[dropped] It no longer says: { $old }.
  }
diff-explanation = { $how ->
    [added] There is an explanation: { $new }
    [dropped] This explanation is dropped: { $old }
   *[changed] The explanation was: { $old } It becomes: { $new }
  }
diff-advice = { $how ->
    [added] There is advice: { $new }
    [dropped] This advice is dropped: { $old }
   *[changed] The advice was: { $old } It becomes: { $new }
  }
diff-reading = { $how ->
    [added] The document is read like this: { $new }
    [dropped] This reading of the document is dropped: { $old }
   *[changed] The document was read like this: { $old } It becomes: { $new }
  }
diff-cites = { $how ->
    [added] The source is now also: { $new }.
    [dropped] The source is no longer: { $old }.
   *[changed] The source was: { $old }. It becomes: { $new }.
  }
diff-disposition = This statement { $old }. It becomes: this statement { $new }.
diff-say-asks = { " " }It asks: { $titles }.
diff-say-regioplan = a regioplan
diff-say-leidraad = a guide
diff-say-werkplan = a work plan
diff-say-aanvulling = a supplement
diff-say-days = from { $from } up to and including { $to }
diff-say-years = year { $first } up to and including { $last }
diff-say-start-quarter = from the start quarter
diff-say-january = from 1 January
diff-say-january-from = from the start quarter, and as of { $year } from 1 January
diff-say-plan-years = one plan for years { $years }
diff-say-ends = on { $ends }
diff-say-no-end = no last day
diff-say-january-transition = from the start quarter, and as of { $year } from 1 January, with { $transition } as transition
diff-say-guide = guide { $id } of { $version }
diff-say-deviation = It is about { $rule }: { $reason }
diff-say-kinds = { $kinds } ({ $period })
diff-say-reason = { $period }: { $reason }
diff-say-field = { $label } ({ $id })
diff-say-optional = not required
diff-say-required = required
diff-say-required-later = required when the year is accounted for
diff-say-required-if = required if { $cond }
diff-say-choose = choose { $amount } { $count ->
    [one] intervention
   *[other] interventions
  } out of { $selector }
diff-say-context = { $when } ({ $narrow })
diff-say-only-if = only if { $cond }
diff-say-for-each = for each of the { $set }
diff-say-same = { $each }, together with those with the same { $field }
diff-say-met = If it is met,
diff-say-not-met = If it is not met,
diff-say-missing = If data is missing,
diff-say-outcome-if = { $outcome }, if { $cond }
diff-say-plain-rule = a rule
diff-say-minimum = a minimum requirement of { $name }
diff-say-end-goal = an end goal of { $name }
diff-say-own-idea = an own proposal for { $name }
diff-say-used = is used by a rule
diff-say-information = is information
diff-say-region = is a task of the region
diff-say-not-checkable = cannot be checked in a plan
diff-say-value = { $value }
diff-say-divided = { $value }, divided by { $divisor }
diff-say-percentage = { $value }, as a percentage
diff-say-table = { $columns }
diff-say-table-per = { $columns }, per { $per }
diff-say-column = { $label } ({ $value })
diff-say-offers = at least { $count } out of { $targets }, { $periods }
diff-say-growth = { $period }, { $element }: { $says }

## mtvp impact
cli-impact-about = Say what a new regioplan changes for plans that exist
cli-impact-arg-old = The old regioplan: name, name@version or file
cli-impact-arg-new = The new regioplan: name, name@version or file
cli-impact-arg-folder = The folder with practice plans
cli-impact-arg-verantwoording = Also judge what belongs to accounting for the year
cli-impact-arg-as-of = Reference date for all plans; without it the day of handing in of each plan counts
cli-impact-arg-format = Format: human (to read), json, csv (for a spreadsheet) or markdown
impact-head = What changes for these plans, from { $old } to { $new }
impact-title = What version { $new } of { $name } changes for plans of version { $old }
impact-basis = Each plan was judged by both versions, also when the plan names another one. Whether a version is valid on that day does not count here.
impact-as-of = The reference date for all plans is { $date }.
impact-own-date = The reference date is the day of handing in of each plan.
impact-today = A plan without that day was judged by the date of today, { $date }.
impact-accounting = What belongs to accounting for the year was judged too.
impact-elsewhere = { $count ->
    [one] 1 plan names another region, and was judged all the same: { $paths }.
   *[other] { $count } plans name another region, and were judged all the same: { $paths }.
  }
impact-totals = { $plans ->
    [one] 1 plan looked at
   *[other] { $plans } plans looked at
  }: { $act } with something to do, { $relieved } with fewer violations, { $otherwise } with another difference, { $unchanged } without a difference, { $unread } not judged.
impact-must-act = Becomes a violation
impact-warned = Becomes a warning
impact-review = Is reviewed by the region
impact-pending = Is due when accounting for the year
impact-relieved = Is no longer a violation
impact-gone = Is dropped
impact-nothing = nothing
impact-rule = { $title } [{ $rule }]: { $plans ->
    [one] 1 plan
   *[other] { $plans } plans
  }, for example { $path }:{ $line }
impact-practices = Practices with something to do
impact-practice = { $name }, year { $year } ({ $path })
impact-at-line = line { $line }: { $found } (was: { $was })
impact-at-line-new = line { $line }: { $found } (this is new)
impact-unread = Not judged
impact-no-plan = This is no practice plan, or it is empty.
impact-column-rule = Rule
impact-column-plans = Plans
impact-csv-practice = practice
impact-csv-path = file
impact-csv-line = line in file
impact-csv-change = effect
impact-csv-rule = rule
impact-csv-year = year
impact-csv-intervention = intervention
impact-csv-was = was
impact-csv-becomes = becomes
impact-csv-found = what was seen
impact-csv-help = what you can do
