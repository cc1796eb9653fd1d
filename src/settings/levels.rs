//! A severity that a repository gives to a rule: raised freely, lowered only with a reason.

use crate::diagnostic::Severity;
use crate::plan::mask_citizen_numbers;
use crate::value::same_name;

/// The severity that findings of a rule get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// The region, when the rule is named with it: `region::rule`.
    pub region: Option<String>,
    pub rule: String,
    pub severity: Severity,
    /// Why it may be lower than the regioplan says.
    pub reason: Option<String>,
}

/// The words for the severities that can be given. Evidence that is due later cannot be hurried or waived.
pub const WORDS: [(&str, Severity); 3] =
    [("violation", Severity::Violation), ("warning", Severity::Warning), ("review", Severity::Review)];

/// The severity of a word.
#[must_use]
pub fn level(word: &str) -> Option<Severity> {
    WORDS.into_iter().find(|(known, _)| *known == word).map(|(_, severity)| severity)
}

impl Level {
    /// A level for a rule as it is written: with or without its region.
    #[must_use]
    pub fn new(name: &str, severity: Severity, reason: Option<String>) -> Self {
        let (region, rule) = name.split_once("::").map_or((None, name), |(region, rule)| (Some(region), rule));
        // The reason is repeated in reports, and these show no citizen number.
        let reason = reason.map(|reason| mask_citizen_numbers(&reason).into_owned());
        Self { region: region.map(str::to_owned), rule: rule.to_owned(), severity, reason }
    }

    /// The rule as it is written.
    #[must_use]
    pub fn written(&self) -> String {
        match &self.region {
            Some(region) => format!("{region}::{}", self.rule),
            None => self.rule.clone(),
        }
    }

    /// Whether it is about a rule of this region.
    #[must_use]
    pub fn is_about(&self, region: Option<&str>, rule: &str) -> bool {
        let of_region = |own: &str| region.is_some_and(|region| same_name(own, region));
        same_name(&self.rule, rule) && self.region.as_deref().is_none_or(of_region)
    }
}
