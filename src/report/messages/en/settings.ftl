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
settings-twice = this stands here for the second time
settings-twice-help = keep one of the two
settings-no-quotes = quotes are missing here
settings-no-quotes-help = put the text between quotes, such as: region = "my-region"
settings-open-quote = a quote is missing here
settings-open-quote-help = a text begins and ends on the same line with a quote
settings-no-value = a value is missing here
settings-no-value-help = write on a line: name = value
settings-unreadable = this line cannot be read
settings-unreadable-help = write on a line: name = value. A text stands between quotes, a list between [ and ].
settings-rule-unknown = unknown rule `{ $key }`
settings-lowered = `{ $rule }` is lowered here without a reason
settings-lowered-help = write why, such as: { $rule } = {"{"} level = "{ $level }", reason = "…" {"}"}. Until then the finding stays as it is.
settings-cannot-lower = `{ $rule }` cannot be lowered
settings-cannot-lower-help = without it the plan was not judged, and that must stay visible
settings-missing = the file { $path } is not there
settings-missing-help = see whether the path behind `{ $key }` is right; it begins at the folder in which mtvp.toml stands
settings-glob = the pattern `{ $found }` is not right
settings-glob-help = write a pattern as in .gitignore, such as "archive/" or "*-old.yaml"

## Exceptions
waivers-no-list = a file of exceptions is a list
waivers-no-list-help = begin each exception with a dash, and put below it: praktijk, regel, reden, akkoord (door and datum) and tot
waiver-no-fields = this exception has no data
waiver-missing = this exception lacks `{ $key }`; so it does not hold
waiver-missing-practice = fill in the AGB code of the practice: eight digits
waiver-missing-rule = fill in the name of the rule, as it stands in the finding
waiver-missing-reason = write down why the region allows this
waiver-missing-until = fill in the last day on which the exception holds, such as 2025-12-31
waiver-agreement = who agreed and when does not stand here rightly
waiver-agreement-help = write: akkoord: {"{"} door: name of the region, datum: 2025-03-14 {"}"}
waiver-ends-before = the exception ends on { $until }, before the agreement of { $agreed }
waiver-ends-before-help = see which of the two dates is wrong
waiver-expired = the exception for practice { $practice } at `{ $rule }` is over since { $until }
waiver-expired-help = the violation holds again: solve it, or agree on a new date with the region
waiver-unused = this exception does nothing: `{ $rule }` is not broken by practice { $practice }
waiver-unused-help = remove the exception if it is no longer needed
waiver-no-practice = this exception does nothing: there is no plan with AGB code { $practice }
waiver-no-practice-help = see whether the AGB code is right, or remove the exception
waiver-no-rule = this exception names a rule that does not exist: `{ $rule }`
waiver-twice = this exception is there already: practice { $practice }, `{ $rule }`
waiver-twice-help = keep one of the two
