//! What a region decided about what a person must judge: text of `besluiten.yaml` -> a list.
//!
//! A decision is about one rule for one practice in one year, as it stood in the plan on that day: the fingerprint says which
//! text was judged. An incomplete decision is a problem, and decides nothing.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::diagnostic::{Text, worded};
use crate::plan::{self, Issue, Node};
use crate::source::Span;
use crate::value::{name_key, same_name};

use super::entries::{self, Listing, Reader, date, filled, masked};

worded! {
    /// What was decided.
    pub enum Answer {
        Agreed = "agreed", "decision-agreed";
        Refused = "refused", "decision-refused";
    }
}

impl Answer {
    /// The word in the file.
    #[must_use]
    pub fn written(self) -> &'static str {
        match self {
            Self::Agreed => "akkoord",
            Self::Refused => "niet akkoord",
        }
    }
}

/// A decision about one rule for one practice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// AGB code of the practice.
    pub practice: String,
    /// The plan that it is about, from the folder of the file of decisions; needed when more plans carry the code.
    pub file: Option<String>,
    /// The region, when the rule is named with it: `region::rule`.
    pub region: Option<String>,
    pub rule: String,
    /// The programme year; none for a rule about the plan as a whole.
    pub year: Option<u8>,
    /// The intervention, where one was judged.
    pub intervention: Option<String>,
    /// Which text was judged.
    pub fingerprint: String,
    pub answer: Answer,
    /// Why; a refusal always has one.
    pub note: Option<String>,
    pub by: String,
    pub on: Date,
    /// Where it stands.
    pub span: Span,
}

/// What a decision can be about.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'s> {
    pub practice: &'s str,
    pub region: &'s str,
    pub rule: &'s str,
    pub year: Option<u8>,
    pub intervention: Option<&'s str>,
}

impl Decision {
    /// Whether it is about this.
    #[must_use]
    pub fn is_about(&self, subject: &Subject<'_>) -> bool {
        let same = |own: &Option<String>, other: Option<&str>| match (own, other) {
            (Some(own), Some(other)) => same_name(own, other),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
        self.practice == subject.practice
            && same_name(&self.rule, subject.rule)
            && self.region.as_deref().is_none_or(|region| same_name(region, subject.region))
            && self.year == subject.year
            && same(&self.intervention, subject.intervention)
    }
}

/// All decisions of a file, with what is wrong in it.
#[derive(Clone, Debug, Default)]
pub struct Decisions {
    pub list: Vec<Decision>,
    pub issues: Vec<Issue>,
    /// Numbers in the list, by AGB code.
    by_practice: HashMap<String, Vec<usize>>,
}

/// The fields of a decision, in the order in which they are written.
pub const FIELDS: [&str; 10] =
    ["praktijk", "bestand", "regel", "jaar", "interventie", "besluit", "toelichting", "door", "datum", "vingerafdruk"];

const LISTING: Listing = Listing {
    unreadable: "besluit-onleesbaar",
    incomplete: "besluit-onvolledig",
    no_list: "decisions-no-list",
    no_list_help: "decisions-no-list-help",
    no_fields: "decision-no-fields",
    unknown: "decision-unknown",
    missing: "decision-missing",
    missing_help: |key| match key {
        "praktijk" => "waiver-missing-practice",
        "bestand" => "waiver-missing-file",
        "regel" => "waiver-missing-rule",
        "jaar" => "decision-missing-year",
        "interventie" => "decision-missing-intervention",
        "besluit" => "decision-missing-answer",
        "toelichting" => "decision-missing-note",
        "door" => "decision-missing-by",
        "datum" => "decision-missing-date",
        _ => "decision-missing-fingerprint",
    },
};

/// Reads the file.
#[must_use]
pub fn read(text: &str) -> Decisions {
    let (all, mut issues) = all(text);
    let list = without_doubles(all, &mut issues);
    let mut by_practice: HashMap<String, Vec<usize>> = HashMap::new();
    for (number, decision) in list.iter().enumerate() {
        by_practice.entry(decision.practice.clone()).or_default().push(number);
    }
    Decisions { list, issues, by_practice }
}

/// Every decision that stands there, also where two are about one thing.
#[must_use]
pub fn all(text: &str) -> (Vec<Decision>, Vec<Issue>) {
    entries::read(text, &LISTING, one)
}

impl Decisions {
    /// The decisions about something, with their numbers, the last one first.
    #[must_use]
    pub fn about(&self, subject: &Subject<'_>) -> Vec<(usize, &Decision)> {
        let numbers = self.by_practice.get(subject.practice).map_or(&[][..], Vec::as_slice);
        let of_practice = numbers.iter().filter_map(|number| Some((*number, self.list.get(*number)?)));
        let mut found: Vec<_> = of_practice.filter(|(_, decision)| decision.is_about(subject)).collect();
        found.sort_by_key(|(number, decision)| std::cmp::Reverse((decision.on, *number)));
        found
    }
}

/// What a decision is about: practice, rule, year, intervention, and the text that was judged.
pub type Matter = ((String, Option<String>), (Option<String>, String), Option<u8>, Option<String>, String);
/// What a decision is about, and of which day it is.
pub type Key = (Matter, Date);

pub fn key(one: &Decision) -> Key {
    (matter(one), one.on)
}

pub fn matter(one: &Decision) -> Matter {
    let rule = (one.region.as_deref(), one.rule.as_str());
    let whose = (one.practice.as_str(), one.file.as_deref());
    matter_of(whose, rule, one.year, one.intervention.as_deref(), one.fingerprint.clone())
}

pub fn matter_of(
    (practice, file): (&str, Option<&str>),
    (region, rule): (Option<&str>, &str),
    year: Option<u8>,
    intervention: Option<&str>,
    fingerprint: String,
) -> Matter {
    let key = |name: &str| name_key(name).into_owned();
    let intervention = intervention.map(key);
    ((practice.to_owned(), file.map(str::to_owned)), (region.map(key), key(rule)), year, intervention, fingerprint)
}

/// Two decisions of one day about one text are told. When they say the same the first counts, else neither does, as nobody can
/// tell which came last.
fn without_doubles(all: Vec<Decision>, issues: &mut Vec<Issue>) -> Vec<Decision> {
    let mut groups: HashMap<Key, Vec<(Span, Answer)>> = HashMap::new();
    for one in &all {
        groups.entry(key(one)).or_default().push((one.span, one.answer));
    }
    let mut counts = |one: &Decision| {
        let Some([(first, answer), others @ ..]) = groups.get(&key(one)).map(Vec::as_slice) else { return true };
        let agree = others.iter().all(|(_, other)| other == answer);
        if one.span != *first {
            let text = Text::new(if agree { "decision-twice" } else { "decision-contradicts" });
            let text = text.with("rule", &one.rule).with("practice", &one.practice);
            let issue = Issue::new(LISTING.incomplete, one.span, text).help(Text::new("decision-twice-help"));
            issues.push(issue.also(*first, Text::new("yaml-first-here")));
        }
        agree && one.span == *first
    };
    all.into_iter().filter(|one| counts(one)).collect()
}

fn one(item: &Node<'_>, reader: &mut Reader<'_>) -> Option<Decision> {
    let place = plan::first_line(item);
    reader.unknown(item, &FIELDS);
    // As it was written down to be filled in: nothing was decided yet.
    let open = |key: &&str| item.get(key).is_none_or(|(_, value)| value.is_blank());
    if ["besluit", "toelichting", "door", "datum"].iter().all(open) && item.get("besluit").is_some() {
        return None;
    }
    let practice = reader.value(item, "praktijk", place, entries::practice);
    let file = item.get("bestand").map(|_| reader.value(item, "bestand", place, filled));
    let rule = reader.value(item, "regel", place, filled);
    let year = reader.optional(item, "jaar", |text| {
        text.parse().ok().filter(|year| *year > 0).ok_or_else(|| Text::new("decision-missing-year"))
    });
    let intervention = reader.optional(item, "interventie", filled);
    let answer = reader.value(item, "besluit", place, answer);
    let note = reader.optional(item, "toelichting", masked);
    let by = reader.value(item, "door", place, masked);
    let on = reader.value(item, "datum", place, date);
    let fingerprint = reader.value(item, "vingerafdruk", place, |text| Ok(text.to_lowercase()));
    if let (Some((Answer::Refused, span)), Ok(None)) = (&answer, &note) {
        // Who is refused must be able to read why.
        reader.missing("toelichting", *span);
        return None;
    }
    let file = match file {
        Some(found) => Some(found?.0),
        None => None,
    };
    let ((practice, _), (rule, _), (answer, _)) = (practice?, rule?, answer?);
    let ((by, _), (on, _), (fingerprint, _)) = (by?, on?, fingerprint?);
    let (region, rule) = entries::rule(rule);
    let (year, intervention, note) = (year.ok()?, intervention.ok()?, note.ok()?);
    Some(Decision { practice, file, region, rule, year, intervention, fingerprint, answer, note, by, on, span: place })
}

fn answer(text: &str) -> Result<Answer, Text> {
    let plain = text.to_lowercase();
    let found = Answer::ALL.into_iter().find(|answer| answer.written() == plain);
    found.ok_or_else(|| Text::new("decision-missing-answer"))
}
