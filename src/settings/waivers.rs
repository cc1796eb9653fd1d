//! The exceptions that a region granted: text of `afwijkingen.yaml` -> a list, each with its reason and its end.
//!
//! An exception without reason, agreement or end date is no exception: it is a problem, and waives nothing.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::plan::{self, Issue, Node};
use crate::source::Span;
use crate::value::same_name;

use super::entries::{self, Listing, Reader, date, filled, masked};

/// Who agreed, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    pub by: String,
    pub on: Date,
}

/// An exception for one practice and one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// AGB code of the practice.
    pub practice: String,
    /// The plan that it is for, from the folder of the file of exceptions; needed when more plans carry the code.
    pub file: Option<String>,
    /// The region, when the rule is named with it: `region::rule`.
    pub region: Option<String>,
    pub rule: String,
    pub reason: String,
    pub agreement: Agreement,
    /// The last day on which it holds.
    pub until: Date,
    /// Where it stands.
    pub span: Span,
    /// Where its end date stands.
    pub until_span: Span,
}

impl Waiver {
    /// Whether it holds on a day: it was agreed, and is not over.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        self.agreement.on <= day && !self.is_over_on(day)
    }

    /// Whether its last day is past.
    #[must_use]
    pub fn is_over_on(&self, day: Date) -> bool {
        self.until < day
    }

    /// Whether it is about a rule of a practice, of whatever region.
    #[must_use]
    pub fn is_about(&self, practice: &str, rule: &str) -> bool {
        self.practice == practice && same_name(&self.rule, rule)
    }

    /// Whether it holds for the rules of a region.
    #[must_use]
    pub fn is_for_region(&self, region: &str) -> bool {
        self.region.as_deref().is_none_or(|own| same_name(own, region))
    }
}

/// All exceptions of a file, with what is wrong in it.
#[derive(Clone, Debug, Default)]
pub struct Waivers {
    pub list: Vec<Waiver>,
    pub issues: Vec<Issue>,
}

const FIELDS: [&str; 6] = ["praktijk", "bestand", "regel", "reden", "akkoord", "tot"];
const AGREEMENT: [&str; 2] = ["door", "datum"];

const LISTING: Listing = Listing {
    unreadable: "afwijking-onleesbaar",
    incomplete: "afwijking-onvolledig",
    no_list: "waivers-no-list",
    no_list_help: "waivers-no-list-help",
    no_fields: "waiver-no-fields",
    unknown: "waiver-unknown",
    missing: "waiver-missing",
    missing_help: |key| match key {
        "praktijk" => "waiver-missing-practice",
        "regel" => "waiver-missing-rule",
        "reden" => "waiver-missing-reason",
        "tot" => "waiver-missing-until",
        "bestand" => "waiver-missing-file",
        _ => "waiver-agreement-help",
    },
};

/// Reads the file.
#[must_use]
pub fn read(text: &str) -> Waivers {
    let (list, issues) = entries::read(text, &LISTING, one);
    Waivers { list, issues }
}

fn one(item: &Node<'_>, reader: &mut Reader<'_>) -> Option<Waiver> {
    let place = plan::first_line(item);
    reader.unknown(item, &FIELDS);
    let practice = reader.value(item, "praktijk", place, entries::practice);
    let file = item.get("bestand").map(|_| reader.value(item, "bestand", place, filled));
    let rule = reader.value(item, "regel", place, filled);
    let reason = reader.value(item, "reden", place, masked);
    let until = reader.value(item, "tot", place, date);
    let agreement = match item.get("akkoord").filter(|(_, node)| !node.is_blank()) {
        None => {
            reader.missing("akkoord", place);
            None
        }
        Some((key, node)) if node.pairs().is_none() => {
            reader.incomplete(key.span, Text::new("waiver-agreement"), Text::new("waiver-agreement-help"));
            None
        }
        Some((key, node)) => {
            reader.unknown(node, &AGREEMENT);
            let by = reader.value(node, "door", key.span, masked);
            let on = reader.value(node, "datum", key.span, date);
            by.zip(on).map(|((by, _), (on, _))| Agreement { by, on })
        }
    };
    let file = match file {
        Some(found) => Some(found?.0),
        None => None,
    };
    let ((practice, _), (rule, _), (reason, _)) = (practice?, rule?, reason?);
    let ((until, until_span), agreement) = (until?, agreement?);
    if until < agreement.on {
        let text = Text::new("waiver-ends-before").with("until", until).with("agreed", agreement.on);
        reader.incomplete(until_span, text, Text::new("waiver-ends-before-help"));
        return None;
    }
    let (region, rule) = entries::rule(rule);
    Some(Waiver { practice, file, region, rule, reason, agreement, until, span: place, until_span })
}
