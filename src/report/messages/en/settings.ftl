# English texts of mtvp, in plain words: settings, agreements and files. The Dutch texts are in ../nl/settings.ftl.

## mtvp.toml
settings-unknown = unknown setting `{ $key }`
settings-wrong = the value of `{ $key }` is not right
settings-want-text = write a text between quotes, such as: { $key } = "…"
settings-want-texts = write a list of texts, such as: { $key } = ["…", "…"]
settings-want-yes-no = write `{ $key } = true` or `{ $key } = false`, without quotes
settings-want-lang = choose "nl" for Dutch or "en" for English
settings-want-severities = begin a part with [severity]; below it each line says: name-of-the-rule = "warning"
settings-want-level = say what it becomes as well, such as: {"{"} level = "warning", reason = "…" {"}"}
settings-curly = these quotation marks are not straight
settings-curly-help = use straight quotation marks, as in: { $line }
settings-misplaced = `{ $key }` is in the wrong place: below [{ $table }]
settings-misplaced-help = put `{ $key }` above the line [{ $table }], at the top of the file
settings-below-root = `{ $key }` is not allowed here: this mtvp.toml is below another folder, and may only be stricter
settings-below-root-help = remove this. May this folder decide for itself? Then put in { $root }: delegate = ["{ $folder }/"]
settings-no-root-help = remove this, or put `{ $key }` in an mtvp.toml in the top folder of the repository
settings-twice = this is here for the second time
settings-twice-help = keep one of the two
settings-no-quotes = quotes are missing here
settings-no-quotes-help = put the text between quotes, such as: region = "my-region"
settings-open-quote = a quote is missing here
settings-open-quote-help = a text begins and ends on the same line with a quote
settings-no-value = a value is missing here
settings-no-value-help = write on a line: name = value
settings-unreadable = this line cannot be read
settings-unreadable-help = write on a line: name = value. Put a text between quotes, and a list between [ and ].
settings-rule-unknown = unknown rule `{ $key }`
settings-lowered = `{ $rule }` is made less serious here without a reason
settings-lowered-help = write why, such as: { $rule } = {"{"} level = "{ $level }", reason = "…" {"}"}. Until then the finding stays as it is.
settings-cannot-lower = `{ $rule }` cannot be made less serious
settings-cannot-lower-help = without it the plan was not judged, and that must stay visible
settings-missing = the file { $path } is not there
settings-missing-help = check whether the path after `{ $key }` is right; it starts from the folder of mtvp.toml
settings-no-regioplan = the file { $path } is no regioplan
settings-listed-twice = `{ $found }` is listed twice
settings-delegate-outside = { $count ->
    [one] `{ $found }` is no folder
   *[other] { $count } names, such as `{ $found }`, are no folders
  } below that of this mtvp.toml
settings-delegate-missing = { $count ->
    [one] the folder `{ $found }` is not there
   *[other] { $count } folders are not there, such as `{ $found }`
  }
settings-delegate-link = { $count ->
    [one] `{ $found }` is a link, or lies
   *[other] { $count } folders, such as `{ $found }`, are links, or lie
  } behind one
settings-delegate-help = name the folder itself after `delegate`, starting from the folder of mtvp.toml, such as "regio-noord/"; a pattern with * does not work here
settings-glob = the pattern `{ $found }` is not right
settings-glob-nothing = the pattern `{ $found }` matches no file below this folder
settings-glob-help = write a pattern as in .gitignore, such as "archive/" or "*-old.yaml"

## Waivers
waivers-no-list = a file of waivers is a list
waivers-no-list-help = begin each waiver with a dash, and put below it: `praktijk` (practice), `regel` (rule), `reden` (reason), `akkoord` (agreement: `door`, by whom, and `datum`, the date) and `tot` (until)
waiver-no-fields = this waiver has no data
waiver-unknown = a waiver has no field `{ $key }`; so it does not count
waiver-missing = this waiver lacks `{ $key }`; so it does not count
waiver-missing-practice = fill in the AGB code of the practice (`praktijk`): eight digits
waiver-missing-rule = fill in the name of the rule (`regel`), as the finding gives it
waiver-missing-reason = write down why the region allows this (`reden`: the reason)
waiver-missing-until = fill in the last day of the waiver (`tot`: until), such as 2025-12-31
waiver-agreement = who agreed and when is not written here in the right way
waiver-agreement-help = write: akkoord: {"{"} door: name of the region, datum: 2025-03-14 {"}"} (who agreed, and on which day)
waiver-ends-before = the waiver ends on { $until }, before the agreement of { $agreed }
waiver-ends-before-help = see which of the two dates is wrong
waiver-expired = the waiver for practice { $practice } at `{ $rule }` ended on { $until }
waiver-expired-help = the violation counts again: solve it, or agree on a new date with the region
waiver-cannot = `{ $rule }` cannot be waived
waiver-not-yet = this waiver does not count yet: it was agreed on { $agreed }
waiver-not-yet-help = see whether the date of the agreement is right
files-from-quoted = The list contains a name between quotes: { $found }
files-from-quoted-help = Git writes special signs that way. Make the list with `git diff --name-only -z`.
report-twice = { $path } is the place of two reports.
report-twice-help = Give each report a file of its own.
write-over-link = { $path } is a link, or lies behind a link. mtvp does not write there.
write-over-link-help = Choose another place, or remove the link.
report-over-file = { $path } is no report, but a file that mtvp reads; a report would overwrite it.
report-over-folder = { $path } is a folder.
write-not-done = { $path } cannot be written.
write-not-done-help = See whether the folder is there, whether you may write in it, and whether the disk is not full.
waiver-missing-file = fill in the path of the plan, counted from the folder of this file, or remove `bestand` (file)
waiver-unclear = this waiver does not count: several plans have AGB code { $practice }
waiver-unclear-help = say which plan it is for: add `bestand:` (file) with the path of the plan, counted from the folder of this file
waiver-judged = this waiver does nothing: for practice { $practice }, someone of the region reviews `{ $rule }`
waiver-judged-help = what is still to be reviewed needs no waiver; remove it
waiver-unused = this waiver does nothing: `{ $rule }` is not broken by practice { $practice }
waiver-unused-help = remove the waiver if it is no longer needed
waiver-absent = this waiver does nothing: there is no file { $file }
waiver-no-file = this waiver does nothing: { $file } is not a plan of practice { $practice }
waiver-no-file-help = see whether the path at `bestand` (file) is right, counted from the folder of this file
waiver-elsewhere = this waiver does nothing: `{ $rule }` is not broken in { $file }, but it is in another plan of practice { $practice }
waiver-abroad = this waiver does nothing: it is for region { $region }, and the plan of practice { $practice } is of another region
waiver-abroad-help = see whether the region before `::` is right
waiver-no-practice = this waiver does nothing: there is no plan with AGB code { $practice }
waiver-no-practice-help = see whether the AGB code is right, or remove the waiver
waiver-no-rule = this waiver names a rule that does not exist: `{ $rule }`
waiver-twice = this waiver is there already: practice { $practice }, `{ $rule }`
waiver-twice-help = keep one of the two

## Where a setting comes from
settings-from-file = { $path }, line { $line }
settings-from-flag = given with the command
settings-from-variable = as { $name } in the environment says
settings-from-default = the default
settings-none = not set
usage-severity-help = Write: --severity rule=violation, =warning or =review. Making a rule less serious is only possible in mtvp.toml, with a reason.

## Which files
changed-failed = git cannot say what differs from `{ $revision }`.
changed-no-repository = This folder does not belong to a git repository. Go to the folder with your repository, or leave out `--changed`: then all plans are checked.
changed-bare = This git repository has no folder with files (a bare repository). Go to a folder in which the files are: `git clone` or `git worktree add` makes one.
changed-broken = Git cannot read its own data of this repository. See what `git status` says, and mend that first. Or leave out `--changed`: then all plans are checked.
changed-no-revision = Git does not know `{ $revision }` here. Check the name of the branch or the revision. `git branch --all` shows all branches.
changed-range = `{ $revision }` is a range between two revisions: what was not committed yet would not count. Name one revision, such as `--changed=main`. mtvp then compares with the point where your branch began.
changed-shallow = Git does not have the whole history here, so it does not know `{ $revision }`. Fetch it with `git fetch --unshallow`. In GitHub Actions: set `fetch-depth: 0` with `actions/checkout`. In GitLab: set `GIT_DEPTH: 0`.
changed-other-owner = This repository belongs to another user of this computer, so git does not read it. Do you trust it? Then run: git config --global --add safe.directory "$PWD" (in the top folder of the repository).
changed-no-git = The program git is not on this computer. Install it, or leave out `--changed`: then all plans are checked.
input-twice = the input can be one thing only: a plan (`-`), or the list of `--files-from -`.
input-twice-help = Put the list or the plan in a file, and name that.
changed-said = { $todo }
  Git itself says: “{ $said }”
nothing-changed = No plan has changed. { $count ->
    [one] 1 plan was
   *[other] { $count } plans were
  } not looked at again.
nothing-changed-inside = No plan has changed in the folders of `paths`. { $count ->
    [one] 1 plan was
   *[other] { $count } plans were
  } not looked at again.
nothing-but-others = Nothing was checked: { $count ->
    [one] the only file is no practice plan
   *[other] the { $count } files are no practice plan
  }, or is among what is left out.
note-excluded = { $count ->
    [one] 1 file was
   *[other] { $count } files were
  } left out by a pattern in the settings
note-ignored = { $count ->
    [one] 1 file was
   *[other] { $count } files were
  } left out: `.gitignore` names it, and git does not keep it
note-hidden = { $count ->
    [one] 1 file was
   *[other] { $count } files were
  } left out: the name of the file or of its folder begins with a point
note-linked = { $path } is a link to a folder. What is in it was not looked at here.
note-submodule = { $path } is a submodule that was not fetched here. What is in it was not looked at. `git submodule update --init` fetches it.
note-sparse = { $count ->
    [one] { $path } is in git, but not in this folder (sparse checkout). What is in it was
   *[other] { $count } YAML files are in git, but not in this folder (sparse checkout), such as { $path }. What is in them was
  } not looked at. `git sparse-checkout disable` fetches all of it.
note-outside = { $count ->
    [one] { $path } is a practice plan, and is in no folder of `paths` (mtvp.toml). It was
   *[other] { $count } practice plans are in no folder of `paths` (mtvp.toml), such as { $path }. They were
  } not looked at. Add the folder to `paths`, or to `exclude`.
note-unkept = { $path } is evidence of a plan, and is on this computer, but not in git. So it does not count. Add it with `git add`.
note-unfinished = Not everything could be checked, so this report is not complete.
note-nothing = Nothing was checked.
passed-over = Left out
passed-other = left out: no practice plan
passed-excluded = left out: pattern in the settings
passed-unchanged = left out: not changed
passed-ignored = left out: named in .gitignore
passed-hidden = left out: name begins with a point
passed-linked = left out: link to a folder
passed-submodule = left out: submodule that was not fetched
passed-sparse = left out: in git, but not in this folder
passed-outside = left out: plan outside the folders of `paths`
passed-unreadable = left out: cannot be opened
note-unchanged = { $count ->
    [one] 1 plan has not changed and was
   *[other] { $count } plans have not changed and were
  } not looked at
note-exceptions = { $path } is a list of waivers, but does not count. Name the file at `waivers` in mtvp.toml.
report-lost = { $path } was not written completely. Is the disk full?
usage-report-help = Write: --report format=file. Formats: { $names }.

## mtvp check: options
cli-check-arg-report = Write a report to a file as well: format=path; may be repeated
cli-check-arg-exit-zero = End with 0, also with violations
cli-check-arg-statistics = Show how often each rule was found
cli-check-arg-changed = Look only at plans that differ from a git revision; without =REVISION: HEAD
cli-check-arg-files-from = Read the paths of the plans from a file; - is the input
cli-check-arg-also-changed = Besides the named files, look at plans of which something else changed: evidence, or what applies to all plans; for pre-commit
cli-check-arg-force-exclude = Leave out named files as well when a pattern says so, or when they are no plans
cli-arg-config = Use this file of settings; without it: each mtvp.toml from the top folder to here
cli-arg-no-config = Read no mtvp.toml
cli-check-arg-show-settings = Show the settings that apply here, and where they come from
cli-check-arg-exclude = Leave out files with this pattern, as in .gitignore; may be repeated
cli-check-arg-regioplans = A folder with regioplans of your own; may be repeated
cli-check-arg-region = Region of a plan that names none
cli-check-arg-waivers = File of waivers that the region granted
cli-check-arg-severity = Give a rule another severity: rule=violation, warning or review; may be repeated
cli-check-arg-threads = How many plans are checked at the same time; without it: as many as the computer can

## mtvp waivers
waivers-none = There is no file of waivers. Name it at `waivers` in mtvp.toml.
waivers-empty = There are no waivers.
waivers-column-practice = practice
waivers-column-file = file
waivers-column-rule = rule
waivers-column-reason = reason
waivers-column-by = agreed by
waivers-column-agreed = agreed on
waivers-column-until = valid until
waivers-column-state = state
waivers-not-yet = not valid yet
waivers-holds = valid
waivers-ends-soon = ends within 30 days
waivers-over = ended
cli-waivers-about = Show the waivers that a region granted, with their end dates
cli-waivers-arg-folder = Folder with plans, or a file of waivers; without it: this folder
cli-waivers-arg-as-of = Look from this date (yyyy-mm-dd)
cli-waivers-arg-format = Format: human (table), json or csv

## mtvp explain: waivers
waivers-explain-title = { $id }: a check of the file of waivers
waivers-explain-unreadable = The file of waivers must be a list, and each waiver has data.
waivers-explain-incomplete = A waiver names the practice, the rule, the reason, who agreed and when, and the last day. If something is missing, it does not count.
waivers-explain-over = The last day of the waiver is past, and the plan still breaks the rule. The violation counts again.
waivers-explain-unused = The waiver does nothing: the rule is not broken, or there is no plan of that practice, or the rule does not exist, or the waiver is there twice.
waivers-explain-how = See all waivers with `mtvp waivers`. docs/repositories.md describes the file, under “Afwijkingen” (waivers).

## Decisions
decisions-no-list = a file of decisions is a list
decisions-no-list-help = begin each decision with a dash, and put below it: `praktijk` (practice), `regel` (rule), `jaar` (year), `besluit` (decision), `toelichting` (explanation), `door` (by whom), `datum` (date) and `vingerafdruk` (fingerprint). `mtvp region --open-reviews` writes them for you.
decision-no-fields = this decision has no data
decision-unknown = a decision has no field `{ $key }`; so it does not count
decision-missing = this decision lacks `{ $key }`; so it does not count
decision-missing-year = fill in the programme year (`jaar`): a number, such as 2
decision-missing-intervention = fill in the name of the intervention, or remove `interventie` (intervention)
decision-missing-answer = after `besluit` (decision), write `akkoord` (agreed) or `niet akkoord` (not agreed)
decision-missing-note = write down why (`toelichting`: explanation): the practice must be able to read what is not right
decision-missing-by = fill in who decided (`door`)
decision-missing-date = fill in on which day it was decided (`datum`), such as 2026-03-14
decision-missing-fingerprint = copy the fingerprint from `mtvp region --open-reviews`: it says which text was reviewed
decision-twice = this decision is there already: practice { $practice }, `{ $rule }`
decision-contradicts = there are two different decisions of one day here: practice { $practice }, `{ $rule }`. So neither counts.
decision-twice-help = keep one of the two
decision-no-rule = this decision names a rule that does not exist: `{ $rule }`
decision-not-yet = this decision does not count yet: it is of { $on }
decision-not-yet-help = see whether the date of the decision is right
decision-misses = this decision fits nothing that is to be reviewed for practice { $practice } at `{ $rule }`
decision-misses-help = check whether `jaar` (year) and `interventie` (intervention) are right; `mtvp region --open-reviews` shows what is to be reviewed
decision-no-practice = this decision does nothing: there is no plan with AGB code { $practice }
decision-no-practice-help = see whether the AGB code is right, and whether it stands in the plan of the practice: a decision holds for the plan with that code
decision-unclear = this decision does not count: several plans have AGB code { $practice }
decision-absent = this decision does nothing: there is no file { $file }
decision-no-file = this decision does nothing: what is reviewed is not in { $file }
decisions-explain-title = { $id }: a check of the file of decisions
decisions-explain-unreadable = The file of decisions must be a list, and each decision has data.
decisions-explain-incomplete = A decision names the practice, the rule, the year, the decision, who took it, on which day, and the fingerprint of what was reviewed. A refusal has an explanation. If something is missing, it does not count.
decisions-explain-unused = The decision does nothing: the rule does not exist, there is no plan of that practice, it is of a later day, or it does not fit what is to be reviewed.
decisions-explain-how = See everything that is to be reviewed with `mtvp reviews`. docs/repositories.md describes the file, under “Besluiten” (decisions).
note-decisions = { $path } is a list of decisions, but does not count. Name the file at `decisions` in mtvp.toml.
decision-refused-help = change what the region does not agree with, and hand in the plan again. When you change what was reviewed, the region reviews it again. Do you not agree? Then contact the region.
