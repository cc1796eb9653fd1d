//! Remarks about regioplannen, for the people who write them.

use crate::diagnostic::{Arg, Join, Text};
use crate::lint::{Level, Lint, Remark};
use crate::source::Source;

use super::Catalog;
use super::screen::{Drawn, Screen, Shielded};

/// A regioplan or a register with its remarks.
pub struct LintFile<'a> {
    pub source: &'a Source,
    /// The regioplan that it is, or belongs to: `id@versie`.
    pub regioplan: String,
    pub remarks: &'a [Remark],
}

/// How many remarks of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LintTotals {
    pub errors: usize,
    pub warnings: usize,
    pub hints: usize,
}

impl LintTotals {
    #[must_use]
    pub fn of(files: &[LintFile<'_>]) -> Self {
        let mut totals = Self::default();
        for remark in files.iter().flat_map(|file| file.remarks) {
            match remark.lint.level() {
                Level::Error => totals.errors += 1,
                Level::Warning => totals.warnings += 1,
                Level::Hint => totals.hints += 1,
            }
        }
        totals
    }
}

/// All remarks, drawn in order of place, and how many there are; `regioplans` is the number that was looked at.
#[must_use]
pub fn lint(files: &[LintFile<'_>], regioplans: usize, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    for file in files {
        let shielded = Shielded::new(file.source, &[]);
        for remark in file.remarks {
            out.push_str(&draw(remark, &shielded, screen, catalog));
        }
    }
    out.push_str(&catalog.say(&summary(LintTotals::of(files), regioplans)));
    out.push('\n');
    out
}

/// The word for the level of a lint.
pub fn level_word(lint: Lint) -> &'static str {
    match lint.level() {
        Level::Error => "word-error",
        Level::Warning => "severity-warning",
        Level::Hint => "lint-word-hint",
    }
}

fn draw(remark: &Remark, source: &Shielded<'_>, screen: Screen, catalog: &Catalog) -> String {
    let problem = &remark.problem;
    let say = |text: &Option<Text>| text.as_ref().map(|text| catalog.say(text));
    let places = std::iter::once(&problem.primary).chain(&problem.others);
    screen.draw(&Drawn {
        head: format!("{} {}", catalog.word(level_word(remark.lint)), remark.lint.code()),
        title: catalog.say(&problem.message),
        severity: problem.severity,
        labels: places.map(|label| (label.span, say(&label.text))).collect(),
        source,
        line_word: catalog.word("word-line"),
        footers: problem.help.iter().map(|help| (catalog.word("word-help"), catalog.say(help))).collect(),
    })
}

fn summary(totals: LintTotals, regioplans: usize) -> Text {
    let counts =
        [("lint-count-errors", totals.errors), ("count-warnings", totals.warnings), ("lint-count-hints", totals.hints)];
    let mut parts: Vec<Arg> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| Arg::Text(Text::new(id).with("count", count)))
        .collect();
    if parts.is_empty() {
        parts.push(Arg::Text(Text::new("count-nothing")));
    }
    Text::new("lint-summary").with("regioplans", regioplans).with("counts", Arg::List(parts, Join::Comma))
}
