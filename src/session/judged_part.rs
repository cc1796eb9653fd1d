//! What a person judges: the part of a plan that a rule looks at, as a fingerprint.
//!
//! In: a plan, and a rule in a year. Out: sixteen hexadecimal digits that change when what was judged changes, and only then:
//! the choice with its data and its kinds so far, and every field that the rule reads. Of a rule that looks at choices, all
//! choices up to that year, and the data of those that it names one by one; of one that reads nothing, or that only a person
//! judges, the whole year, whatever says when it speaks. Layout, comments and order have no part in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::model::{
    Base, Contents, FieldId, FrameField, InterventionId, LastYear, PLAN, PRACTICE, Record, RecordId, Ref, Rule,
    RuleScope, Selector, Set, SetSource, Shape, TargetSort, Type, Visitor, YEAR, walk_rule, walk_selector, walk_set,
};
use crate::plan::{Choice, Content, Entry, Plan, RecordValue, YearPlan};
use crate::value::{Quarter, Value};

use super::loaded::hex;

/// The fingerprint of what a rule judges. A built-in check has no rule: it judges the choice.
#[must_use]
pub fn fingerprint(
    model: &Contents,
    plan: &Plan,
    rule: Option<&Rule>,
    year: Option<u8>,
    intervention: Option<InterventionId>,
) -> String {
    let own =
        rule.and_then(|rule| rule.for_each.as_ref()).map(|for_each| &for_each.set).filter(|_| intervention.is_some());
    let mut read = Read { own, ..Read::default() };
    if let Some(rule) = rule {
        read.by_person = match (rule.can_be_broken(), &rule.scope) {
            (true, _) => ByPerson::No,
            (false, RuleScope::Once) => ByPerson::Plan,
            (false, RuleScope::Each(_) | RuleScope::OwnYear(_) | RuleScope::Together(_)) => ByPerson::Year,
        };
        walk_rule(&mut read, rule);
    }
    let written = Written { model, plan, until: year.map(LastYear::Year).or(plan.last), text: String::new() };
    let text = written.of(&read, intervention);
    hex(&Sha256::digest(text)).chars().take(DIGITS).collect()
}

/// So many digits tell two texts apart.
const DIGITS: usize = 16;

/// What a rule reads.
#[derive(Default)]
struct Read<'r> {
    /// The members that it looks at one by one, of which one is judged.
    own: Option<&'r Set>,
    frame: BTreeSet<&'static str>,
    plan: BTreeSet<FieldId>,
    practice: BTreeSet<FieldId>,
    year: BTreeSet<FieldId>,
    /// Which choices there are, and of what kind.
    choices: bool,
    /// The data of choices.
    data: bool,
    /// The interventions that it names one by one: whoever judges these reads what is written there.
    named: BTreeSet<InterventionId>,
    by_person: ByPerson,
}

/// What a person looks at who alone judges a rule: what it reads says when it speaks, and not what is looked at.
#[derive(Clone, Copy, Default, PartialEq)]
enum ByPerson {
    /// The rule itself judges what it reads.
    #[default]
    No,
    Year,
    Plan,
}

impl Visitor for Read<'_> {
    fn reference(&mut self, found: &Ref) {
        match found {
            Ref::Frame(FrameField::HandedIn) => {
                self.frame.insert(FrameField::HandedIn.word());
            }
            Ref::Frame(FrameField::StartQuarter) => {
                self.frame.insert(FrameField::StartQuarter.word());
            }
            // Which year it is says nothing of what stands in the plan.
            Ref::Frame(FrameField::Year | FrameField::CalendarYear | FrameField::Accounting) | Ref::Member => {}
            // Of one choice it is its own kind; of several, a set or a selector around it names them.
            Ref::Choice(_) => {}
            Ref::Path(path) => {
                let fields = match path.base {
                    Base::Plan => &mut self.plan,
                    Base::Practice => &mut self.practice,
                    Base::Year => &mut self.year,
                    Base::Choice | Base::Member(_) => {
                        self.data = true;
                        return;
                    }
                    Base::Region => return,
                };
                fields.extend(path.steps.first());
            }
        }
    }

    fn selector(&mut self, selector: &Selector) {
        self.choices = true;
        let named = selector.targets.iter().filter(|target| target.sort() == TargetSort::Interventie);
        self.named.extend(named.flat_map(|target| &target.members).copied());
        walk_selector(self, selector);
    }

    fn set(&mut self, set: &Set) {
        let is_own = self.own.is_some_and(|own| std::ptr::eq(own, set));
        self.choices |= matches!(set.source, SetSource::Choices) && !is_own;
        walk_set(self, set);
    }
}

/// What was judged, written out.
struct Written<'p> {
    model: &'p Contents,
    plan: &'p Plan,
    /// The last year of which anything is read; none when every year is.
    until: Option<LastYear>,
    text: String,
}

impl Written<'_> {
    fn of(mut self, read: &Read<'_>, intervention: Option<InterventionId>) -> String {
        let (plan, until) = (self.plan, self.until);
        let frame = &plan.frame;
        if let Some((date, _)) = frame.handed_in.filter(|_| read.frame.contains(FrameField::HandedIn.word())) {
            self.line("ingediend", &date.to_string());
        }
        if let Some((start, _)) = frame.start.filter(|_| read.frame.contains(FrameField::StartQuarter.word())) {
            self.line("startkwartaal", &quarter(start));
        }
        self.record(PLAN, &plan.data, |field| read.by_person == ByPerson::Plan || read.plan.contains(&field));
        self.fields(PRACTICE, &plan.practice, &read.practice);
        let before = self.text.len();
        let years: Vec<&YearPlan> =
            plan.years.iter().filter(|year| until.is_none_or(|until| until.reaches(year.year))).collect();
        for year in &years {
            self.line("jaar", &year.year.to_string());
            self.fields(YEAR, &year.data, &read.year);
            for choice in self.in_order(year) {
                let is_own = intervention == Some(choice.intervention);
                let is_named = intervention.is_none() && read.named.contains(&choice.intervention);
                let full = (is_own || is_named) && until == Some(LastYear::Year(year.year))
                    || intervention.is_none() && read.data;
                if is_own || read.choices {
                    self.choice(choice, full);
                }
            }
        }
        let nothing = read.year.is_empty() && !read.choices && before == 0;
        if let Some(year) =
            years.last().filter(|_| intervention.is_none() && (nothing || read.by_person != ByPerson::No))
        {
            self.year(year);
        }
        self.text
    }

    /// All of a year.
    fn year(&mut self, year: &YearPlan) {
        self.record(YEAR, &year.data, |_| true);
        for choice in self.in_order(year) {
            self.choice(choice, true);
        }
    }

    /// The choices of a year by name, so that neither the order of the plan nor that of the regioplan counts.
    fn in_order<'y>(&self, year: &'y YearPlan) -> Vec<&'y Choice> {
        let mut choices: Vec<&Choice> = year.choices.iter().collect();
        choices.sort_by_key(|choice| &self.model.intervention(choice.intervention).id);
        choices
    }

    fn choice(&mut self, choice: &Choice, full: bool) {
        let model = self.model;
        let intervention = model.intervention(choice.intervention);
        self.line("interventie", &intervention.id);
        self.line("keuze", choice.kind.map_or("", |kind| kind.word()));
        if full {
            self.record(intervention.record, &choice.data, |_| true);
        }
    }

    fn fields(&mut self, record: RecordId, value: &RecordValue, read: &BTreeSet<FieldId>) {
        self.record(record, value, |field| read.contains(&field));
    }

    /// By name, so that a next version of the regioplan, with its fields in another order, gives the same.
    fn record(&mut self, id: RecordId, value: &RecordValue, wanted: impl Fn(FieldId) -> bool) {
        let model = self.model;
        let Record { fields, .. } = model.record(id);
        let filled = fields.pairs().filter(|(at, _)| wanted(*at));
        let mut named: Vec<_> = filled.filter_map(|(at, field)| Some((field, value.entry(at)?))).collect();
        named.sort_by(|a, b| a.0.id.cmp(&b.0.id));
        for (field, entry) in named.into_iter().filter(|(_, entry)| !entry.content.is_empty()) {
            self.entry(&field.id, &field.ty, entry);
        }
    }

    fn entry(&mut self, name: &str, ty: &Type, entry: &Entry) {
        match (&entry.content, ty.shape()) {
            (Content::Value(value), _) => self.line(name, &value.canonical()),
            (Content::List(items), Shape::List(inner)) => {
                for item in items {
                    self.entry(name, inner, item);
                }
            }
            (Content::Record(record), Shape::Record(id)) => {
                self.line(name, "{");
                self.record(id, record, |_| true);
                self.line(name, "}");
            }
            (Content::List(_) | Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid, _) => {}
        }
    }

    /// A line each, with its length, so that no text can look like two.
    fn line(&mut self, name: &str, value: &str) {
        let _ = writeln!(self.text, "{name}:{}:{value}", value.len());
    }
}

fn quarter(quarter: Quarter) -> String {
    Value::Quarter(quarter).canonical()
}
