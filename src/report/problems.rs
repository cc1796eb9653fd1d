//! Problems in a regioplan or its register, for the people who write them.

use crate::diagnostic::{Problem, Severity, Text};
use crate::source::Source;

use super::Catalog;
use super::screen::{Drawn, Screen, Shielded};

/// Nobody mends more problems at one sitting.
const DRAWN: usize = 100;

/// The problems of one file, drawn in order of place; of very many the first, and how many there are more.
#[must_use]
pub fn problems(source: &Source, problems: &[Problem], screen: Screen, catalog: &Catalog) -> String {
    let shielded = Shielded::new(source, &[]);
    let one = |problem: &Problem| {
        let word = match problem.severity {
            Severity::Violation => catalog.word("word-error"),
            Severity::Warning | Severity::Review | Severity::Pending => catalog.word("severity-warning"),
        };
        draw(problem, word, &shielded, screen, catalog)
    };
    let mut out: String = problems.iter().take(DRAWN).map(one).collect();
    let more = problems.len().saturating_sub(DRAWN);
    if more > 0 {
        out.push_str(&screen.paragraph("", &catalog.say(&Text::new("problems-more").with("count", more))));
    }
    out
}

/// One problem with its places; `head` says what it is.
pub fn draw(problem: &Problem, head: String, source: &Shielded<'_>, screen: Screen, catalog: &Catalog) -> String {
    let places = std::iter::once(&problem.primary).chain(&problem.others);
    screen.draw(&Drawn {
        head,
        title: catalog.say(&problem.message),
        severity: problem.severity,
        labels: places.map(|label| (label.span, label.text.as_ref().map(|text| catalog.say(text)))).collect(),
        source,
        line_word: catalog.word("word-line"),
        footers: problem.help.iter().map(|help| (catalog.word("word-help"), catalog.say(help))).collect(),
    })
}
