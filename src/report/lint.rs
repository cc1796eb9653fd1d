//! Remarks about regioplannen, for the people who write them.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::lint::{Level, Remark};
use crate::source::Source;

use super::Catalog;
use super::problems::draw;
use super::screen::{Screen, Shielded};
use super::summary::counted;

/// A regioplan or a register with its remarks.
pub struct LintFile<'a> {
    pub source: &'a Source,
    /// The regioplan that it is, or belongs to: `id@versie`.
    pub regioplan: String,
    pub remarks: &'a [Remark],
}

/// How many remarks of each level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
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
            let head = format!("{} {}", catalog.word(remark.lint.level().text_id()), remark.lint.code());
            out.push_str(&draw(&remark.problem, head, &shielded, screen, catalog));
        }
    }
    out.push_str(&catalog.say(&summary(LintTotals::of(files), regioplans)));
    out.push('\n');
    out
}

fn summary(totals: LintTotals, regioplans: usize) -> Text {
    let counts = counted([
        ("lint-count-errors", totals.errors),
        ("count-warnings", totals.warnings),
        ("lint-count-hints", totals.hints),
    ]);
    Text::new("lint-summary").with("regioplans", regioplans).with("counts", counts)
}
