# English texts of mtvp: the example plans of a regioplan. The Dutch texts are in ../nl/test.ftl.

## mtvp test
cli-test-about = Test a regioplan with the example plans beside it
cli-test-arg-regioplans = A regioplan: file, folder or name; without it: the folder you are in
cli-test-arg-coverage = Show for each rule what the examples exercise
cli-test-arg-mutate = Change each rule a little, and show what no example notices
cli-test-arg-min-coverage = Smallest percentage that is good enough
cli-test-arg-as-of = Judge the examples on this date (yyyy-mm-dd)
cli-test-arg-format = Format of the output: human or json
test-nothing = Nothing was tested: no regioplan was found (files with .regioplan).
test-no-examples = There are no examples. Put them in the folder named after the regioplan, in `goed` (good) and `fout` (wrong).
test-disagrees = Does not agree: { $path }
test-missing = expected, but not found: { $found }
test-surplus = found, but not expected: { $found }
test-place = { $path }, line { $line }: { $message }
test-found = { $rule }: { $what }{ $year }{ $at }
test-silent = does not apply
test-in-year = { " " }in year { $year }
test-at = { " " }at { $name }
test-expect-empty = The name of a rule is missing after `# verwacht:` (expected).
test-expect-year = `{ $found }` is not a year. Write for example: `in jaar 3` (in year 3)
test-expect-word = `{ $found }` in `{ $part }` cannot be read. Choose from: `overtreding` (violation), `waarschuwing` (warning), `beoordeling` (to be reviewed), `later` (due later), `in orde` (all right), `geldt niet` (does not apply), `in jaar 3` (in year 3), or `bij` (at) with an intervention.
test-expect-rule = The regioplan has no rule `{ $rule }`, and there is no fixed check with that name either.
test-expect-intervention = The regioplan has no intervention `{ $name }`.
test-good-expects = This plan is in `goed` (good), but its first line expects a violation or a warning.
test-wrong-expects = This plan is in `fout` (wrong), but does not say what is wrong. Begin with: # verwacht: name-of-the-rule overtreding (expected: …, violation)
test-other-regioplan = This example names { $named }, but is beside { $id }.
test-not-in-force = The supplement { $id } is for plans from { $from } up to and including { $to }. Give this example a day between these at `ingediend` (day of handing in).
test-figures = These are figures of a region. Put them in a folder of their own under `regio`.
test-empty-region = This folder has no figures and no plans.
test-skipped = { $path } does not count: { $reason }
test-change-any-evidence = a piece of evidence, of whatever kind
test-change-if = only if { $cond }
test-change-for-each = for each of the { $set }
test-change-gone = (gone)
test-head-rule = rule
test-head-met = met
test-head-broken = broken
test-head-answers = conditions
test-head-limits = boundaries
test-yes = yes
test-no = no
test-cannot = cannot be
test-part = { $of } of { $all }
test-never-met = No example meets this rule.
test-never-broken = No example breaks this rule.
test-never-yes = In no example this is so: { $said }
test-never-no = In every example this is so: { $said }
test-open-limit = No example is on the boundary between “{ $before }” and “{ $after }”.
test-rule-place = { $rule } ({ $path }, line { $line })
test-unnoticed = Not noticed by any example ({ $count }):
test-was = it says: { $said }
test-becomes = nobody notices: { $said }
test-summary = { $id } ({ $path })
test-agreeing = { $all ->
    [one] Examples that agree: { $of } of 1
   *[other] Examples that agree: { $of } of { $all }
  }
test-rules = Rules with a good and a wrong example: { $of } of { $all } ({ $percent } %)
test-answers = Outcomes of conditions: { $of } of { $all } ({ $percent } %)
test-limits = Boundaries with an example: { $of } of { $all } ({ $percent } %)
test-noticed = Changes that were noticed: { $of } of { $all } ({ $percent } %)
test-total = { $count } regioplans together: { $agreeing } of { $all } examples agree
test-rules-too-low = Too low: { $percent } % of the rules have a good and a wrong example; asked is { $least } %.
test-noticed-too-low = Too low: { $percent } % of the changes were noticed; asked is { $least } %.
