//! A problem in one text: a regioplan that does not load, or a plan that cannot be read.

use crate::source::Span;

use super::{Repair, Severity, Text};

/// A place with, where it helps, a text of its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub span: Span,
    pub text: Option<Text>,
}

impl Label {
    #[must_use]
    pub fn new(span: Span, text: Text) -> Self {
        Self { span, text: Some(text) }
    }

    #[must_use]
    pub fn bare(span: Span) -> Self {
        Self { span, text: None }
    }
}

/// One problem: a code, a severity, a message, a primary place, further places, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    pub code: &'static str,
    pub severity: Severity,
    pub message: Text,
    pub primary: Label,
    pub others: Vec<Label>,
    pub help: Option<Text>,
    /// How it is mended, where that can be told.
    pub repair: Option<Repair>,
}

impl Problem {
    /// A violation at one place.
    #[must_use]
    pub fn new(code: &'static str, span: Span, message: Text) -> Self {
        Self {
            code,
            severity: Severity::Violation,
            message,
            primary: Label::bare(span),
            others: Vec::new(),
            help: None,
            repair: None,
        }
    }

    #[must_use]
    pub fn help(mut self, help: Text) -> Self {
        self.help = Some(help);
        self
    }

    #[must_use]
    pub fn maybe_help(mut self, help: Option<Text>) -> Self {
        self.help = help.or(self.help);
        self
    }

    #[must_use]
    pub fn also(mut self, span: Span, text: Text) -> Self {
        self.others.push(Label::new(span, text));
        self
    }

    #[must_use]
    pub fn repair(mut self, repair: Option<Repair>) -> Self {
        self.repair = repair;
        self
    }

    #[must_use]
    pub fn warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}
