//! A problem of form, with its place in the plan.

use crate::diagnostic::{Problem, Repair, Text};
use crate::model::{InterventionId, StatementId};
use crate::source::Span;

use super::trail::Trail;

/// A problem of one of the built-in checks.
#[derive(Clone, Debug)]
pub struct Issue {
    pub problem: Problem,
    /// Route of keys: `jaren.3.interventies.trieren`.
    pub trail: String,
    pub year: Option<u8>,
    pub intervention: Option<InterventionId>,
    /// Indexes in the source register.
    pub sources: Vec<StatementId>,
    /// Its help says what to choose: other rules may not allow all of it.
    pub chooses: Option<Chooses>,
    /// The field of the choice that would tell, when nothing is wrong but that it is empty.
    pub lacks: Option<&'static str>,
}

/// What a help about choices says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chooses {
    /// Which choice, or which kind of choice.
    Choice,
    /// Which kind; or the year in which it began was left out.
    KindOrStart,
    /// Which choice; or another day to begin.
    ChoiceOrDay,
}

impl Issue {
    #[must_use]
    pub fn new(check: &'static str, span: Span, message: Text) -> Self {
        Self {
            problem: Problem::new(check, span, message),
            trail: String::new(),
            year: None,
            intervention: None,
            sources: Vec::new(),
            chooses: None,
            lacks: None,
        }
    }

    #[must_use]
    pub fn help(mut self, help: Text) -> Self {
        self.problem = self.problem.help(help);
        self
    }

    #[must_use]
    pub fn repair(mut self, repair: impl Into<Option<Repair>>) -> Self {
        self.problem = self.problem.repair(repair.into());
        self
    }

    /// Its help says what to choose.
    #[must_use]
    pub fn choosing(mut self, what: Chooses) -> Self {
        self.chooses = Some(what);
        self
    }

    /// All that is wrong is that this field of the choice is empty.
    #[must_use]
    pub fn lacking(mut self, field: Option<&'static str>) -> Self {
        self.lacks = field;
        self
    }

    #[must_use]
    pub fn warning(mut self) -> Self {
        self.problem = self.problem.warning();
        self
    }

    #[must_use]
    pub fn also(mut self, span: Span, text: Text) -> Self {
        self.problem = self.problem.also(span, text);
        self
    }

    #[must_use]
    pub fn on(mut self, trail: &Trail<'_>) -> Self {
        self.trail = trail.written();
        self.year = trail.year();
        self.intervention = trail.intervention();
        self
    }

    #[must_use]
    pub fn sources(mut self, sources: &[StatementId]) -> Self {
        self.sources = sources.to_vec();
        self
    }
}
