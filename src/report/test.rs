//! What testing a regioplan by its examples found; the writers of it start here.

use serde::Serialize;

use crate::diagnostic::{Arg, Text};
use crate::model::{Contents, RuleId};
use crate::source::Source;
use crate::trial::{About, Coverage, Difference, Expectation, Noticed, RuleCoverage, Seen, What};

use crate::session::{Finding, Judged};

/// All about one regioplan.
pub struct TestReport<'a> {
    pub model: &'a Contents,
    pub judged: &'a Judged,
    /// The text of the regioplan.
    pub source: &'a Source,
    /// Where that text begins among the texts of the model.
    pub begins: usize,
    pub examples: Vec<TestedExample>,
    pub coverage: Coverage,
    /// The changes of the rules, when they were asked.
    pub changes: Option<Vec<Noticed>>,
}

/// One example.
pub struct TestedExample {
    pub source: Source,
    /// Why it cannot be tested.
    pub problems: Vec<Text>,
    pub difference: Difference,
    /// The findings with their places.
    pub findings: Vec<Finding>,
}

/// How many of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    #[serde(rename = "count")]
    pub of: usize,
    #[serde(rename = "total")]
    pub all: usize,
}

impl From<(usize, usize)> for Part {
    fn from((of, all): (usize, usize)) -> Self {
        Self { of, all }
    }
}

impl Part {
    /// In whole percents, never rounded up; all of nothing is everything.
    #[must_use]
    pub fn percent(self) -> usize {
        (self.of * 100).checked_div(self.all).unwrap_or(100)
    }

    /// Adds another part.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { of: self.of + other.of, all: self.all + other.all }
    }
}

impl TestedExample {
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.problems.is_empty() && self.difference.is_empty()
    }
}

impl TestReport<'_> {
    /// Examples that agree.
    #[must_use]
    pub fn agreeing(&self) -> Part {
        Part { of: self.examples.iter().filter(|one| one.agrees()).count(), all: self.examples.len() }
    }

    /// Rules with an example that keeps them and one that breaks them.
    #[must_use]
    pub fn rules(&self) -> Part {
        Part { of: self.coverage.full(), all: self.coverage.rules.len() }
    }

    #[must_use]
    pub fn answers(&self) -> Part {
        self.coverage.answers().into()
    }

    #[must_use]
    pub fn limits(&self) -> Part {
        self.coverage.limits().into()
    }

    /// The limits of one rule.
    #[must_use]
    pub fn limits_of(rule: &RuleCoverage) -> Part {
        Part { of: rule.limits.all - rule.limits.open.len(), all: rule.limits.all }
    }

    /// Changes that an example notices.
    #[must_use]
    pub fn noticed(&self) -> Option<Part> {
        let changes = self.changes.as_ref()?;
        Some(Part { of: changes.iter().filter(|one| one.noticed).count(), all: changes.len() })
    }

    /// What the examples exercise, each with the message that says it.
    #[must_use]
    pub fn exercised(&self) -> Vec<(&'static str, Part)> {
        let parts = [("test-rules", self.rules()), ("test-answers", self.answers()), ("test-limits", self.limits())];
        parts.into_iter().chain(self.noticed().map(|part| ("test-noticed", part))).collect()
    }

    /// Nothing is tested, or an example does not agree.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.examples.is_empty() || self.agreeing().of < self.examples.len()
    }

    /// The id of a rule.
    #[must_use]
    pub fn rule(&self, index: RuleId) -> &str {
        &self.model.rules.get(index).id
    }

    /// The line in the regioplan at which a rule begins.
    #[must_use]
    pub fn line(&self, index: RuleId) -> usize {
        let begins = u32::try_from(self.begins).unwrap_or(u32::MAX);
        self.source.position(self.model.rules.get(index).span.start.saturating_sub(begins)).line
    }

    /// A rule or built-in check, by its name.
    #[must_use]
    pub fn name(&self, about: About) -> &str {
        match about {
            About::Rule(index) => self.rule(index),
            About::BuiltIn(id) => id,
        }
    }

    /// What a rule is about; a built-in check has no title.
    #[must_use]
    pub fn title(&self, about: About) -> Option<Text> {
        let About::Rule(index) = about else { return None };
        Some(Text::new("finding-title").with("title", &self.model.rules.get(index).title))
    }

    /// The percentages that `--min-coverage` asks about, as far as they are too low.
    #[must_use]
    pub fn too_low(&self, least: usize) -> Vec<Text> {
        let parts = [("test-rules-too-low", Some(self.rules())), ("test-noticed-too-low", self.noticed())];
        let low = |(id, part): (&'static str, Option<Part>)| {
            let percent = part?.percent();
            (percent < least).then(|| Text::new(id).with("percent", percent).with("least", least))
        };
        parts.into_iter().filter_map(low).collect()
    }

    /// `aw-jaar-3: overtreding in jaar 3 bij trieren`, of something expected.
    #[must_use]
    pub fn expected(&self, one: &Expectation) -> Text {
        self.say(&Seen { about: one.about, what: one.what, year: one.year, intervention: one.intervention })
    }

    /// The same, of something found.
    #[must_use]
    pub fn say(&self, one: &Seen) -> Text {
        let what = match one.what {
            What::Finding(severity) => Text::new(severity.text_id()),
            What::Fine => Text::new("say-outcome-fine"),
            What::Silent => Text::new("test-silent"),
        };
        let year = one.year.map_or(Arg::from(""), |year| Arg::Text(Text::new("test-in-year").with("year", year)));
        let at = one.intervention.map(|id| self.model.intervention(id));
        let at = at.map_or(Arg::from(""), |found| Arg::Text(Text::new("test-at").with("name", &found.id)));
        Text::new("test-found").with("rule", self.name(one.about)).with("what", what).with("year", year).with("at", at)
    }

    /// The finding that something found stands for, with its place.
    #[must_use]
    pub fn finding<'e>(&self, example: &'e TestedExample, one: &Seen) -> Option<&'e Finding> {
        let at = one.intervention.map(|id| self.model.intervention(id)).map(|found| found.id.as_str());
        example.findings.iter().find(|found| {
            found.rule == self.name(one.about)
                && one.what == What::Finding(found.severity)
                && found.year == one.year
                && found.intervention.as_deref() == at
        })
    }
}
