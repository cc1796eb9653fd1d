# English texts of mtvp, in plain words: the commands and their help. The Dutch texts are in ../nl/commands.ftl.

## mtvp new
new-head = Practice plan MTVP, year { $year }, for { $name }, regioplan version { $version }.
new-how = Fill in something after each colon. A line that starts with # does not count. If you remove the sign #, remove the space after it too. Check the plan with: mtvp check
new-start = required: quarter in which the practice started with MTVP, such as 2023-Q2
new-handed-in = day of handing in, such as 2025-03-14
new-field = required: “{ $label }”{ $meaning }; { $type }
new-field-optional = if it applies: “{ $label }”{ $meaning }; { $type }
new-field-asked = asked by rule { $rule }: “{ $label }”{ $meaning }; { $type }
new-field-sometimes = sometimes asked, by rule { $rule }: “{ $label }”{ $meaning }; { $type }
new-choice-data = A choice sometimes needs data. Then write it like this:
new-choice-name = name-of-the-intervention
new-field-if = required if { $cond }: “{ $label }”{ $meaning }; { $type }
new-field-accounting = required at the accounting: “{ $label }”{ $meaning }; { $type }
new-field-later = asked at the accounting, by rule { $rule }: “{ $label }”{ $meaning }; { $type }
new-own-data = These data belong to one intervention. Put them below the choice of that intervention, beside `keuze` (choice):
new-earlier-year = Year { $year } is over. Write here in short what you chose then.
new-rule = “{ $title }” (rule { $id })
new-rule-asks = { $sentences }
new-element = Choose from “{ $name }”, for example by removing the sign #:
new-kinds = Write the kind of choice after the name: { $kinds }.
new-option = { $id }: { $kind }  # { $label }
new-written = The empty plan is in { $path }.
new-exists = { $path } already exists and was not replaced.
new-exists-help = Choose another name after `-o`.
new-needs-one = { $path } is a folder. Name one regioplan.

## Commands
stop = Could not be done: { $message }
nothing-checked = Nothing was checked: no plans were found (files with .yaml or .yml).
output-lost = the result could not be written. Is the disk full?
path-missing = { $path } does not exist.
path-missing-changed-help = Do you mean `--changed={ $path }`?
path-missing-help = Check the name. The name starts from the folder you are in now.
path-not-put = { $path } is kept by git, but was not put in this folder (sparse checkout).
path-not-put-help = Fetch everything with `git sparse-checkout disable`.
path-unreadable = { $path } cannot be opened.
path-unreadable-help = Check if the file or the folder exists and if you are allowed to open it.
file-unread = { $line ->
    [0] { $path }: { $why }
   *[other] { $path }, line { $line }: { $why }
  }
file-outside = { $path } lies outside the repository or the folder that you named. mtvp does not read such a file.
file-of-git = { $path } belongs to git itself. mtvp does not read such a file.
file-other-kind = { $path } is a link to a file with another name or another ending. mtvp does not read such a file.
file-outside-help = Put the file itself in the repository, with the right name.
file-special = { $path } is no ordinary file, but a pipe or a device. mtvp reads such a file only when you name it yourself.
file-waits = { $path } is a pipe, and nothing comes out of it.
file-special-help = Remove it, or put an ordinary file there.
folder-without-regioplan = There is no file with the ending .regioplan in { $path }.
not-a-plan-help = Look at a regioplan with `mtvp show { $path }`. Use it in a check with `--regioplan { $path }`.
file-kind-wrong = { $path } is { $kind }, not a { $wanted }.
file-kind-also = { $path } is { $kind }. { $help }
file-kind-folder = a folder
file-kind-folder-bare = folder with practice plans
file-kind-regioplan = a regioplan
file-kind-regioplan-bare = regioplan
file-kind-register = a source register
file-kind-plan = a practice plan
file-kind-plan-bare = practice plan
file-kind-figures = a file with the figures of a region
file-kind-figures-bare = file with figures of a region
file-kind-exceptions = a file of waivers
file-kind-exceptions-bare = file of waivers
file-kind-settings = a file of settings
file-kind-yaml = a YAML file of something else
file-kind-document = a document
file-kind-sheet = a spreadsheet
file-kind-other = another kind of file
file-help-folder = Name one file in that folder.
file-help-register = It belongs to a regioplan. Look at it with `mtvp show { $path } --sources`.
file-help-plan = Check a practice plan with `mtvp check { $path }`.
file-help-figures = Look at the figures with `mtvp region { $folder } --figures { $path }`. Name the folder in which the plans are.
file-help-exceptions = Look at the waivers with `mtvp waivers { $path }`.
file-help-settings = Look at the settings with `mtvp check --show-settings --config { $path }`.
file-help-yaml = A practice plan begins with `regioplan:`, `startkwartaal:` and `jaar:`. Make an empty plan with `mtvp new`.
file-help-document = mtvp reads text only. Make an empty plan with `mtvp new`, and fill in there what the document says.
file-help-other = The name of a practice plan ends in .yaml, that of a regioplan in .regioplan.
explain-unknown = `{ $name }` is not a rule, intervention, field, fixed check, core element, kind of choice or kind of finding.
explain-others = Other regioplans have this too: { $names }.
explain-guide-asks = What the guide asks of a regioplan
explain-indicator = How this indicator is calculated. An indicator never gives a violation.
explain-whole-help = That is the name of a whole regioplan. Look at it with `mtvp show { $name }`.
explain-unknown-help = See all names with `mtvp show` followed by the name of your region.
usage-as-of = `{ $found }` is not a date.
usage-command = There is no command `{ $found }`.
usage-command-near = Did you mean `{ $name }`?
usage-unknown = `{ $found }` is not known here.
usage-value = `{ $found }` does not fit { $argument }.
usage-no-value = A value is missing after { $argument }.
usage-empty = There is nothing after { $argument }: the path or the value is empty. Do you use a variable? Check that it is set.
usage-missing = This is missing: { $argument }.
usage-twice = { $argument } was given too often, or does not fit the rest.
usage-other = The command is not written correctly.
usage-contradiction = `{ $one }` and `{ $other }` contradict each other: they are two names of one option.
usage-contradiction-help = Leave one out.
usage-help = More explanation: mtvp --help
begin-about = mtvp checks a practice plan Meer Tijd Voor de Patiënt against the regioplan of your region.
begin-typed =
    Check a plan:                           mtvp check plan.yaml
    See which regions there are:            mtvp show
    Make an empty plan for year 1:          mtvp new REGION --year 1 -o plan.yaml
    See all commands:                       mtvp --help
begin-window =
    Drag the file of your plan to this window, and press Enter. You then read here what is still to be done.
    Do you have no plan yet? You make one with the page praktijk.html.

    Do you want to stop? Press Enter only: then this window closes.
begin-window-again =
    Did you change and save the plan? Drag it to this window once more, and press Enter. Another plan will do as well.
    Are you done? Press Enter only: then this window closes.
cli-about = Checks a practice plan Meer Tijd Voor de Patiënt against the regioplan of your region.
cli-usage = Usage:
cli-also = [also: { $name }]
cli-commands = Commands:
cli-options = Options:
cli-arguments = What you give:
cli-arg-help = Show this explanation
cli-arg-version = Show the version of mtvp
cli-arg-lang = Language of the messages: nl or en
cli-arg-color = Colour: auto, always or never
cli-arg-regioplan = A regioplan: name, name@version, file or folder
cli-help-about = Show this explanation, or that of one command
cli-help-arg-command = Name of the command, such as check, or decisions import
cli-value-plan = PLAN
cli-value-regioplan = REGIOPLAN
cli-value-datum = DATE
cli-value-format = FORMAT
cli-value-vorm = FORMAT
cli-value-pad = PATH
cli-value-revisie = REVISION
cli-value-patroon = PATTERN
cli-value-map = FOLDER
cli-value-regio = REGION
cli-value-regel = RULE
cli-value-ernst = SEVERITY
cli-value-aantal = NUMBER
cli-value-naam = NAME
cli-value-table = TABLE
cli-value-jaar = YEAR
cli-value-bestand = FILE
cli-value-oud = OLD
cli-value-nieuw = NEW
cli-value-percentage = PERCENTAGE
cli-value-lang = LANGUAGE
cli-value-color = COLOUR
cli-value-shell = SHELL
cli-value-opdracht = COMMAND
cli-value-options = OPTIONS
cli-check-about = Check practice plans
cli-check-arg-plans = Plans or folders with plans; - reads a plan from the input
cli-check-arg-verantwoording = Also judge what belongs to the accounting for the year
cli-check-arg-as-of = Reference date, for example 2025-03-14
cli-check-arg-format = Format. To read: human, concise (one line for each finding), markdown, csv (spreadsheet). For programs: json, sarif, junit, github, gitlab
cli-check-arg-strict = A warning counts as an error too
cli-check-arg-quiet = Show only violations and warnings
cli-check-arg-pending = List also what is due later, in order of date
cli-check-arg-fix = Correct in the plans themselves what is certain: the form of dates and values, spaces, quotation marks and names with one meaning
cli-check-arg-diff = With --fix: show what would change, and write nothing
cli-check-arg-stdin-filename = Name for a plan that comes from the input
cli-show-about = Show the known regioplans, or one regioplan
cli-show-arg-format = Format: human (tables) or json
cli-show-arg-sources = Show the statements of the document, and what is done with them
cli-explain-about = Explain a rule, intervention, field, fixed check or other word
cli-explain-arg-name = Its name, such as `aw-jaar-3`, `trieren` or `continuering`; with region::name of one region
cli-new-about = Make an empty practice plan, or a start of a regioplan
cli-new-arg-year = Year of the programme, such as 1; `mtvp show` says which years there are
cli-new-arg-output = Write the plan to this file; with --regioplan: the folder where the files of the region go
cli-fmt-about = Put regioplans in the fixed layout
cli-fmt-arg-files = Files or folders; - is standard input; without this: this folder
cli-fmt-arg-check = Change nothing, but say what would change
cli-fmt-arg-diff = Change nothing, but show the difference
cli-next-about = Make the plan for the following year
cli-next-arg-plan = The plan of this year
cli-next-arg-output = Write the plan to this file
cli-region-about = Look at all plans of a region together
cli-region-arg-folder = The folder with practice plans
cli-region-arg-figures = The figures of the region; without this: regio.yaml in the folder
cli-region-arg-format = Format of the output: human, json, csv, ics (calendar), xlsx (workbook) or html (page)
cli-region-arg-output = Write to this file; a file that exists is never replaced
cli-region-arg-as-of = Look from this date (yyyy-mm-dd)
cli-completions-about = Make a file that helps your command line complete commands
cli-completions-arg-shell = Kind of command line: bash, elvish, fish, powershell or zsh
cli-man-about = Show the manual as a man page, or that of one command
cli-man-arg-command = Name of the command, such as check, or decisions import

## mtvp next
next-written = The plan for the following year is in { $path }.
next-head = Practice plan MTVP, year { $year }.
next-year = year { $year }
work-plan-expired = Note: { $id } holds up to and including { $until }. On { $date } that work plan is over.
version-expired = Note: { $id } judges plans up to and including { $until }. On { $date } that version is over.
next-handed-in = still to fill in: the day of handing in
next-after-end = This practice has no year { $year } any more: the programme ends before it.
next-after-end-help = For the last year only the accounting is left: put `verantwoording: ja` (accounting: yes) in the plan.
next-unknown = there is no regioplan for year { $year } yet; fill in the version later
next-no-regioplan = There is no regioplan yet that judges year { $year } of this practice. The new plan says what is still open.
next-no-regioplan-after = A plan for year { $year } that you hand in by { $until } is judged by { $id }. For later there is no regioplan of that year yet. The new plan says what is still open.
next-files = The new plan is in another folder. { $count ->
    [one] It names a file that is not there: { $files }. Put it
   *[other] It names files that are not there: { $files }. Put them
  } there too: what a plan names counts from the folder of that plan.
next-open = Still to do for year { $year }:
next-named = Under `{ $field }` you chose for this year: { $names }
next-ways = Only going on with earlier choices is not enough in year { $year }. { $count ->
    [one] This is possible:
   *[other] Choose one of these possibilities:
  }
next-stood = The choices of year { $year } do not meet the rules yet. { $count ->
    [one] This is possible:
   *[other] Choose one of these possibilities:
  }
next-way = ({ $number }) { $way }
next-done = { $way }; below, the kind of choice is already like this
next-more = More is possible.
next-open-of = { $name }: { $what }
next-left-out = { $name } is not on offer in year { $year }
next-not-chosen = { $name } does not go on: under year { $year } it says that it was not chosen, or has stopped. Does it go on? Then put it here as well, with the kind of choice
next-unclear = does { $name } go on? Under year { $year } there is no kind of choice that can be read. If it goes on, put it here as well, with the kind of choice
next-unread = { $name } of year { $year } is no name of this regioplan and so is not listed here: correct the name there, and put the intervention here as well
next-check = check whether this is also right for year { $year }
next-date = still to fill in: the date of this plan
next-without-year = This plan does not say which year it is for, or lacks the start quarter.
next-without-year-help = Fill in `jaar` (year), `startkwartaal` (start quarter) and that year under `jaren` (years), and look at the plan with `mtvp check`.
next-one-line = In this plan the years are on one line.
next-one-line-help = Put every year on a line of its own; then a year can be added.

## mtvp fmt
fmt-nothing = No regioplans were found (files with .regioplan or .bronnen).
fmt-would-change = { $path } is not in the fixed layout yet
fmt-changed = { $path } is in the fixed layout now
file-kind-decisions = a file of decisions
file-kind-decisions-bare = file of decisions
file-help-decisions = Name { $path } at `decisions` in mtvp.toml. `mtvp reviews` shows what is to be reviewed.
cli-decisions-about = Copy decisions from a workbook
cli-import-about = Add the decisions that were filled in, in a workbook, to the file of decisions (besluiten.yaml)
cli-import-arg-workbook = The workbook (.xlsx) that mtvp region made, filled in and saved
cli-import-arg-output = The file with decisions; without this: that of mtvp.toml
cli-import-arg-diff = Show what is added, and write nothing
cli-value-werkboek = WORKBOOK
cli-lsp-about = Speak with an editor (Language Server Protocol): findings, completion and explanation while you write
cli-lsp-arg-stdio = Speak over standard input and output; `mtvp lsp` always does
lsp-terminal = `mtvp lsp` is for an editor, such as VS Code or Neovim, and is started by that editor.
lsp-terminal-help = The page docs/regios.md of mtvp says how to set up your editor. Do you want to check a plan? Use `mtvp check plan.yaml`.
lsp-broken = The editor did not speak the Language Server Protocol, or closed too early.
lsp-broken-help = Start the server from an editor, and check whether that editor is recent enough.
lsp-no-length = The editor did not speak the Language Server Protocol: before a message its length must stand (`Content-Length`), and this stood there: `{ $found }`.
lsp-unread = The editor sent a message that cannot be read. It was passed over. { $why }
lsp-unread-params = The editor sent `{ $method }`, and what stands with it cannot be read. { $why }
lsp-unknown = `{ $method }` is nothing that `mtvp lsp` can do.
lsp-cancelled = The editor does not want this answer any more.
lsp-first = The editor asked `{ $method }` before it said what it can do (`initialize`).
lsp-last = The editor asked `{ $method }` after it said goodbye (`shutdown`).
editor-write = Write `{ $right }` here
editor-mend = Correct this: { $what }
editor-rename-nothing = There is no name here that can get another name.
editor-rename-language = `{ $name }` belongs to the language and must keep this name.
editor-rename-broken = First correct the errors in { $path }. Then a name can change.
editor-rename-shape = `{ $name }` cannot be a name. Use small letters, digits and dashes, without a space, and no word of the language such as `van` (of) or `met` (with).
editor-rename-source = `{ $name }` cannot be the name of a statement. Use capital letters, a dash and a number, such as `RED-12`.
editor-rename-taken = The name `{ $name }` is in use already. Then two things would have the same name.
editor-rename-wrong = With the name `{ $name }` something is wrong in { $path }: { $why }
editor-examples = { $count ->
    [one] 1 example: try it
   *[other] { $count } examples: try them
 }
editor-examples-judged = { $count ->
    [one] 1 example: { $agreeing ->
        [one] it agrees
       *[other] it does not agree
     }
   *[other] { $count } examples: { $agreeing ->
        [one] 1 agrees
       *[other] { $agreeing } agree
     }
 }
editor-examples-broken = First correct the errors in this regioplan. Then you can try the examples.
cli-reviews-about = Show what someone of the region must review, and what was decided
cli-reviews-arg-folders = Folders with plans; without this: this folder
cli-reviews-arg-open = Show only what is still open
cli-reviews-arg-as-of = Look from this date (yyyy-mm-dd)
cli-reviews-arg-format = Format: human (list), json or csv
cli-region-arg-rules-only = Only the rules for the whole region decide the exit status; without this it is 1 as well when a plan is to be corrected
cli-region-arg-table = Which table csv is: praktijken (practices), keuzes (choices), te-beoordelen (to be reviewed), termijnen (dates), regels (rules) or cijfers (figures)
cli-region-arg-open-reviews = Write everything that is to be reviewed as decisions to fill in
