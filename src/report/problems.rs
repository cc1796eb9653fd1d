//! Problems in a regioplan or its register, for the people who write them.

use crate::diagnostic::{Problem, Severity};
use crate::source::Source;

use super::Catalog;
use super::screen::{Drawn, Screen, Shielded};

/// All problems of one file, drawn in order of place.
#[must_use]
pub fn problems(source: &Source, problems: &[Problem], screen: Screen, catalog: &Catalog) -> String {
    let shielded = Shielded::new(source, &[]);
    let mut out = String::new();
    for problem in problems {
        let word = match problem.severity {
            Severity::Violation => catalog.word("word-error"),
            Severity::Warning | Severity::Review | Severity::Pending => catalog.word("severity-warning"),
        };
        let mut labels = vec![(problem.primary.span, problem.primary.text.as_ref().map(|text| catalog.say(text)))];
        labels
            .extend(problem.others.iter().map(|label| (label.span, label.text.as_ref().map(|text| catalog.say(text)))));
        out.push_str(&screen.draw(&Drawn {
            head: word,
            title: catalog.say(&problem.message),
            severity: problem.severity,
            labels,
            source: &shielded,
            line_word: catalog.word("word-line"),
            footers: problem.help.iter().map(|help| (catalog.word("word-help"), catalog.say(help))).collect(),
        }));
    }
    out
}
