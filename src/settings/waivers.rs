//! The exceptions that a region granted: text of `afwijkingen.yaml` -> a list, each with its reason and its end.
//!
//! An exception without reason, agreement or end date is no exception: it is a problem, and waives nothing.

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::plan::{self, Issue, Node};
use crate::source::Span;

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

    /// Whether it is about a rule of a practice.
    #[must_use]
    pub fn is_about(&self, practice: &str, region: Option<&str>, rule: &str) -> bool {
        self.practice == practice && self.rule == rule && self.region.as_deref().is_none_or(|own| Some(own) == region)
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

/// Reads the file.
#[must_use]
pub fn read(text: &str) -> Waivers {
    let (root, issues) = plan::tree(text);
    let mut found = Waivers { list: Vec::new(), issues };
    let Some(root) = root else { return found };
    if root.is_blank() {
        return found;
    }
    let Some(items) = root.items() else {
        let issue = Issue::new("afwijking-onleesbaar", plan::first_line(&root), Text::new("waivers-no-list"));
        found.issues.push(issue.help(Text::new("waivers-no-list-help")));
        return found;
    };
    for item in items {
        let waiver = one(item, &mut found.issues);
        found.list.extend(waiver);
    }
    found
}

fn one(item: &Node<'_>, issues: &mut Vec<Issue>) -> Option<Waiver> {
    let place = plan::first_line(item);
    if item.pairs().is_none() {
        let issue = Issue::new("afwijking-onleesbaar", place, Text::new("waiver-no-fields"));
        issues.push(issue.help(Text::new("waivers-no-list-help")));
        return None;
    }
    let filled = |text: &str| Ok(text.to_owned());
    let date = |text: &str| plan::read_date(text).map_err(|wrong| wrong.help);
    // What is repeated in reports shows no citizen number.
    let masked = |text: &str| Ok(plan::mask_citizen_numbers(text).into_owned());
    unknown(item, &FIELDS, issues);
    let practice = value(item, "praktijk", place, issues, |text| {
        plan::read_agb(text).map(str::to_owned).map_err(|wrong| wrong.help)
    });
    let file = item.get("bestand").map(|_| value(item, "bestand", place, issues, filled));
    let rule = value(item, "regel", place, issues, filled);
    let reason = value(item, "reden", place, issues, masked);
    let until = value(item, "tot", place, issues, date);
    let agreement = match item.get("akkoord").filter(|(_, node)| !node.is_blank()) {
        None => {
            missing("akkoord", place, issues);
            None
        }
        Some((key, node)) if node.pairs().is_none() => {
            let text = Text::new("waiver-agreement");
            issues.push(Issue::new("afwijking-onvolledig", key.span, text).help(Text::new("waiver-agreement-help")));
            None
        }
        Some((key, node)) => {
            unknown(node, &AGREEMENT, issues);
            let by = value(node, "door", key.span, issues, masked);
            let on = value(node, "datum", key.span, issues, date);
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
        issues.push(Issue::new("afwijking-onvolledig", until_span, text).help(Text::new("waiver-ends-before-help")));
        return None;
    }
    let (region, rule) = match rule.split_once("::") {
        Some((region, rule)) => (Some(region.to_owned()), rule.to_owned()),
        None => (None, rule),
    };
    Some(Waiver { practice, file, region, rule, reason, agreement, until, span: place, until_span })
}

/// A value that must be there, with its place.
fn value<T>(
    node: &Node<'_>,
    key: &'static str,
    place: Span,
    issues: &mut Vec<Issue>,
    read: impl Fn(&str) -> Result<T, Text>,
) -> Option<(T, Span)> {
    let Some((found, value)) = node.get(key) else {
        missing(key, place, issues);
        return None;
    };
    let Some(text) = value.text().map(str::trim).filter(|text| !value.is_blank() && !plan::is_filler(text)) else {
        missing(key, found.span, issues);
        return None;
    };
    match read(text) {
        Ok(read) => Some((read, value.span)),
        Err(help) => {
            let text = Text::new("wrong-value-found").with("field", key).with("found", text);
            issues.push(Issue::new("afwijking-onvolledig", value.span, text).help(help));
            None
        }
    }
}

fn missing(key: &'static str, span: Span, issues: &mut Vec<Issue>) {
    let text = Text::new("waiver-missing").with("key", key);
    issues.push(Issue::new("afwijking-onvolledig", span, text).help(Text::new(match key {
        "praktijk" => "waiver-missing-practice",
        "regel" => "waiver-missing-rule",
        "reden" => "waiver-missing-reason",
        "tot" => "waiver-missing-until",
        "bestand" => "waiver-missing-file",
        _ => "waiver-agreement-help",
    })));
}

fn unknown(node: &Node<'_>, known: &[&str], issues: &mut Vec<Issue>) {
    for (key, _) in node.pairs().unwrap_or_default() {
        let Some(name) = key.text().filter(|name| !known.contains(name)) else { continue };
        let text = Text::new("unknown-key").with("key", name);
        let help = match plan::nearest(name, known) {
            Some(near) => Text::new("did-you-mean").with("name", near),
            None => {
                Text::new("choose-from").with("names", Arg::words(known.iter().map(|k| format!("`{k}`")), Join::Comma))
            }
        };
        issues.push(Issue::new("afwijking-onvolledig", key.span, text).help(help));
    }
}
