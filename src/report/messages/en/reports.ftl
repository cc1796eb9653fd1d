# English texts of mtvp, in plain words: reports in other formats. The Dutch texts are in ../nl/reports.ftl.

## Words of all formats
word-lowered = lowered
count-suppressed = { $count } with a waiver
count-agreed = { $count } agreed by the region
report-year = year { $year }
report-line = line { $line }
report-set-aside = waiver ({ $severity })
report-set-aside-line = Note: { $title } ({ $rule }, { $place }). { $why }
report-suppressed = This does not count. The region waived this up to and including { $until }. Reason: { $reason } (agreed by { $by } on { $agreed })
report-lowered = The regioplan says: { $was }. The region takes it less seriously. Reason: { $reason }
report-skipped = { $count ->
    [one] 1 other YAML file skipped: it is no practice plan.
   *[other] { $count } other YAML files skipped: they are no practice plans.
  }
report-counts = { $counts } ({ $id } { $version }, reference date { $date })
report-counts-unjudged = { $counts } (not judged)
report-heading = Check of practice plans
report-plan-fine = The plan has no findings
report-root = The folder of all plans
report-tool = Checks practice plans of Meer Tijd Voor de Patiënt against the regioplan

## Summary on GitHub
summary-violations = Violations
summary-warnings = Warnings
summary-reviews = To be reviewed by the region
summary-set-aside = Waivers
markdown-left-out = { $count ->
    [one] 1 finding is left out, because this report would be too long for a comment. Use another format, such as `csv`, to see them all.
   *[other] { $count } findings are left out, because this report would be too long for a comment. Use another format, such as `csv`, to see them all.
  }
sarif-not-shown = { $count ->
    [one] GitHub shows the { $shown } heaviest findings. 1 other is in this file.
   *[other] GitHub shows the { $shown } heaviest findings. { $count } others are in this file.
  }
sarif-left-out = { $count ->
    [one] 1 finding is left out: GitHub takes no more than { $most } findings. With `--quiet` there are fewer.
   *[other] { $count } findings are left out: GitHub takes no more than { $most } findings. With `--quiet` there are fewer.
  }
summary-more = { $count ->
    [one] There is 1 more finding here. There is no room left for it.
   *[other] There are { $count } more findings here. There is no room left for them.
  }

## Columns of the table
csv-path = file
csv-regioplan = regioplan
csv-practice = practice
csv-plan-year = year of the plan
csv-line = line in the file
csv-column = place on the line
csv-severity = kind of finding
csv-rule = rule of the regioplan
csv-year = year
csv-intervention = intervention
csv-message = finding
csv-help = help
csv-source = source
csv-lowered = taken less seriously
csv-set-aside = reason of the waiver
csv-set-aside-by = waiver agreed by
csv-set-aside-until = waiver until
csv-fingerprint = mark
report-agreed = agreed by the region
report-settled = This was reviewed: agreed by { $by } on { $agreed }
report-settled-note = This was reviewed: agreed by { $by } on { $agreed }. Explanation: “{ $reason }”
report-decided = { $by } decided on { $on }: { $answer }
report-decided-note = { $by } decided on { $on }: { $answer }. Explanation: “{ $note }”
report-decided-outdated = { $by } decided on { $on }: { $answer }. What was reviewed then has changed since, so it must be reviewed again.
report-decided-outdated-note = { $by } decided on { $on }: { $answer }. Explanation: “{ $note }”. What was reviewed then has changed since, so it must be reviewed again.
decision-agreed = agreed
decision-refused = not agreed
word-decision = decision
csv-decided = decision
