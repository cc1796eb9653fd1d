//! The first lines of an example: `# verwacht: regel overtreding in jaar 3 bij trieren` -> what must be found.
//!
//! The words are read without a regioplan; the names in them are then looked up in one.

use crate::check::BUILT_IN;
use crate::diagnostic::{Severity, Text};
use crate::model::{Contents, InterventionId, RuleId};
use crate::value::same_name;

/// What an example says about one rule, as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announced {
    pub rule: String,
    pub what: What,
    pub year: Option<u8>,
    pub intervention: Option<String>,
}

/// What the check must say, or says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Finding(Severity),
    /// The rule speaks, and finds nothing.
    Fine,
    /// The rule does not speak.
    Silent,
}

/// A rule of the regioplan, or a built-in check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    Rule(RuleId),
    BuiltIn(&'static str),
}

/// What must be found, with its names looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expectation {
    pub about: About,
    pub what: What,
    pub year: Option<u8>,
    pub intervention: Option<InterventionId>,
}

/// What the first lines of an example announce; an error for each part that cannot be read.
pub fn announced(text: &str) -> Result<Vec<Announced>, Vec<Text>> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    let lines = text.trim_start_matches('\u{feff}').lines();
    let rests = lines.map_while(|line| line.trim().strip_prefix('#')?.trim_start().strip_prefix("verwacht:"));
    for part in rests.flat_map(|rest| rest.split(',')) {
        match one(part) {
            Ok(one) => found.push(one),
            Err(text) => wrong.push(text),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

/// One part: a rule, what it gives, and where.
fn one(part: &str) -> Result<Announced, Text> {
    let mut words = part.split_whitespace().peekable();
    let Some(rule) = words.next() else { return Err(Text::new("test-expect-empty")) };
    let mut found =
        Announced { rule: rule.to_owned(), what: What::Finding(Severity::Violation), year: None, intervention: None };
    let what = match words.peek().copied() {
        Some("overtreding") => Some(What::Finding(Severity::Violation)),
        Some("waarschuwing") => Some(What::Finding(Severity::Warning)),
        Some("beoordeling") => Some(What::Finding(Severity::Review)),
        Some("later") => Some(What::Finding(Severity::Pending)),
        _ => None,
    };
    if let Some(what) = what {
        found.what = what;
        words.next();
    }
    while let Some(word) = words.next() {
        match (word, words.next()) {
            ("in", Some("orde")) => found.what = What::Fine,
            ("geldt", Some("niet")) => found.what = What::Silent,
            ("in", Some("jaar")) => {
                let year = words.next().unwrap_or("");
                let number = year.parse().map_err(|_| Text::new("test-expect-year").with("found", year))?;
                found.year = Some(number);
            }
            ("bij", Some(name)) => found.intervention = Some(name.to_owned()),
            _ => return Err(Text::new("test-expect-word").with("found", word).with("part", part.trim())),
        }
    }
    Ok(found)
}

/// Looks up the names; an error for each that the regioplan does not have.
pub fn expect(model: &Contents, announced: &[Announced]) -> Result<Vec<Expectation>, Vec<Text>> {
    let mut found = Vec::new();
    let mut wrong = Vec::new();
    for one in announced {
        let rule = model.rules.find(|rule| same_name(&rule.id, &one.rule)).map(About::Rule);
        let about = rule.or_else(|| BUILT_IN.into_iter().find(|id| *id == one.rule).map(About::BuiltIn));
        let intervention = one.intervention.as_ref().map(|name| (name, model.find_intervention(name)));
        match (about, intervention) {
            (None, _) => wrong.push(Text::new("test-expect-rule").with("rule", &one.rule)),
            (_, Some((name, None))) => wrong.push(Text::new("test-expect-intervention").with("name", name)),
            (Some(about), intervention) => found.push(Expectation {
                about,
                what: one.what,
                year: one.year,
                intervention: intervention.and_then(|(_, id)| id),
            }),
        }
    }
    if wrong.is_empty() { Ok(found) } else { Err(wrong) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Announced> {
        announced(text).expect("a line that can be read")
    }

    #[test]
    fn the_first_lines_say_what_is_expected() {
        let found = read(
            "\u{feff}# verwacht: a, b waarschuwing in jaar 3 bij trieren\r\n#verwacht: c in orde\n# verder\n# verwacht: d",
        );
        let names: Vec<&str> = found.iter().map(|one| one.rule.as_str()).collect();
        assert_eq!(names, ["a", "b", "c"]);
        assert_eq!(found.first().map(|one| one.what), Some(What::Finding(Severity::Violation)));
        assert_eq!(found.get(1).and_then(|one| one.year), Some(3));
        assert_eq!(found.get(1).and_then(|one| one.intervention.as_deref()), Some("trieren"));
        assert_eq!(found.get(2).map(|one| one.what), Some(What::Fine));
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for text in [
            "# verwacht: a mis",
            "# verwacht: a in jaar drie",
            "# verwacht:",
            "# verwacht: a, , b",
            "# verwacht: a bij",
        ] {
            assert!(announced(text).is_err(), "{text}");
        }
    }
}
