//! Where a condition is asked: which year, which choice, which member of a set; and how a reference
//! finds its value from there.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Base, ChoiceField, FrameField, InterventionId, Kind, Path, Quarter, Ref, Regioplan, Standpoint};
use crate::plan::{Choice, Entry, Plan, RecordValue, Value, YearPlan};
use crate::source::Span;

use super::Circumstances;
use super::outcome::{Gap, GapKind, Shown};
use super::sets::{At, Item};

/// A member of a set.
#[derive(Clone, Copy, Debug)]
pub enum MemberRef<'a> {
    Record(&'a RecordValue),
    Scalar(&'a Entry),
}

/// Members in hand, innermost first.
#[derive(Clone, Copy, Debug)]
pub struct Link<'e, 'a> {
    pub member: MemberRef<'a>,
    pub up: Option<&'e Link<'e, 'a>>,
}

/// A practice of a region: its plan, and its programme year that counts.
#[derive(Clone, Copy, Debug)]
pub struct Participant<'a> {
    /// Its number among all practices of the region.
    pub practice: usize,
    pub plan: &'a Plan,
    /// The programme year that begins in the calendar year in hand, when the plan has it.
    pub year: Option<u8>,
}

/// All practices of a region, looked at together.
#[derive(Clone, Copy, Debug)]
pub struct RegionView<'a> {
    pub practices: &'a [Participant<'a>],
    pub figures: Option<&'a RecordValue>,
    pub calendar_year: i16,
    /// Every year of each plan counts, not only the one that begins in the calendar year.
    pub all_years: bool,
}

/// Where a condition is asked.
#[derive(Clone, Copy, Debug)]
pub struct Env<'e, 'a> {
    pub model: &'a Regioplan,
    pub plan: &'a Plan,
    pub now: &'a Circumstances,
    /// The programme year in hand, by number.
    pub year: Option<u8>,
    pub year_plan: Option<&'a YearPlan>,
    /// Several years judged together.
    pub window: Option<&'a [u8]>,
    pub choice: Option<&'a Choice>,
    pub member: Option<&'e Link<'e, 'a>>,
    pub region: Option<&'a RegionView<'a>>,
    /// The practice in hand, when a region is looked at.
    pub practice: Option<usize>,
    /// The members that stand together.
    pub those: Option<&'a [Item<'a>]>,
    /// Only yes or no is asked, and not what was seen instead.
    pub plainly: bool,
}

/// A value in hand.
#[derive(Clone, Copy, Debug)]
pub enum Val<'a> {
    Text(&'a str),
    Number(Decimal),
    Date(Date),
    Quarter(Quarter),
    YesNo(bool),
    Option(usize),
    Kind(Kind),
    Intervention(InterventionId),
    Element(usize),
    List(&'a [Entry]),
    Record,
}

impl Val<'_> {
    /// The value as a message shows it.
    pub fn shown(&self, model: &Regioplan) -> Option<Shown> {
        Some(match self {
            Val::Text(text) => Shown::Text((*text).to_owned()),
            Val::Number(number) => Shown::Number(*number),
            Val::Date(date) => Shown::Date(*date),
            Val::Quarter(quarter) => Shown::Quarter(*quarter),
            Val::YesNo(value) => Shown::YesNo(*value),
            Val::Kind(kind) => Shown::Text(kind.word().to_owned()),
            Val::Intervention(id) => Shown::Text(model.intervention(*id).map(|i| i.id.clone()).unwrap_or_default()),
            Val::Element(index) => Shown::Text(model.elements.get(*index).map(|e| e.id.clone()).unwrap_or_default()),
            Val::Option(_) | Val::List(_) | Val::Record => return None,
        })
    }
}

impl<'a> Env<'_, 'a> {
    pub fn new(model: &'a Regioplan, plan: &'a Plan, now: &'a Circumstances) -> Self {
        Self {
            model,
            plan,
            now,
            year: None,
            year_plan: None,
            window: None,
            choice: None,
            member: None,
            region: None,
            practice: None,
            those: None,
            plainly: false,
        }
    }

    /// A region as a whole; `carrier` is an empty plan that says which calendar year it is.
    pub fn of_region(
        model: &'a Regioplan,
        carrier: &'a Plan,
        now: &'a Circumstances,
        region: &'a RegionView<'a>,
    ) -> Self {
        Self { region: Some(region), ..Self::new(model, carrier, now) }
    }

    /// In one practice of the region, in one of its years.
    pub fn in_practice(self, at: At<'a>) -> Self {
        Self { plan: at.plan, practice: Some(at.practice), ..self }.switch_year(at)
    }

    fn switch_year(self, at: At<'a>) -> Self {
        Self { year: Some(at.year), year_plan: at.plan.year(at.year), ..self }
    }

    pub fn in_year(self, year: u8) -> Self {
        Self { year: Some(year), year_plan: self.plan.year(year), ..self }
    }

    /// Where only yes or no is asked.
    pub fn plainly(self) -> Self {
        Self { plainly: true, ..self }
    }

    pub fn with_choice(self, choice: &'a Choice) -> Self {
        Self { choice: Some(choice), ..self }
    }

    pub fn with_member<'i>(&self, link: &'i Link<'i, 'a>) -> Env<'i, 'a> {
        Env {
            model: self.model,
            plan: self.plan,
            now: self.now,
            year: self.year,
            year_plan: self.year_plan,
            window: self.window,
            choice: self.choice,
            member: Some(link),
            region: self.region,
            practice: self.practice,
            those: self.those,
            plainly: self.plainly,
        }
    }

    /// First and last day of a programme year, when the start quarter is known.
    pub fn standpoint(&self, year: u8) -> Option<Standpoint> {
        match self.region {
            Some(region) if self.practice.is_none() => {
                let first = Date::new(region.calendar_year, 1, 1).ok()?;
                let last = Date::new(region.calendar_year, 12, 31).ok()?;
                Some(Standpoint { year, first, last })
            }
            _ => standpoint(self.model, self.plan, year),
        }
    }

    /// Where to point for this environment: the choice, the year, or the top of the plan.
    pub fn place(&self) -> Span {
        match (self.member, self.choice, self.year_plan) {
            (Some(Link { member: MemberRef::Record(record), .. }), _, _) => record.place,
            (Some(Link { member: MemberRef::Scalar(entry), .. }), _, _) => entry.span,
            (None, Some(choice), _) => choice.key,
            (None, None, Some(year)) => year.key,
            (None, None, None) if self.year.is_some() || self.window.is_some() => self.plan.years_span,
            (None, None, None) => self.plan.practice.place,
        }
    }

    /// The value that a reference finds, with its place.
    pub fn get(&self, target: &Ref) -> Result<(Val<'a>, Span), Gap> {
        match target {
            Ref::Frame(field) => self.frame(*field),
            Ref::Choice(field) => self.choice_field(*field),
            Ref::Path(path) => self.path(path),
            Ref::Member => match self.member.map(|link| link.member) {
                Some(MemberRef::Scalar(entry)) => value(entry, || "".into()),
                Some(MemberRef::Record(record)) => Ok((Val::Record, record.place)),
                None => Err(unreadable(self.place())),
            },
        }
    }

    fn frame(&self, field: FrameField) -> Result<(Val<'a>, Span), Gap> {
        let frame = &self.plan.frame;
        let number = |found: i16| Val::Number(Decimal::from(found));
        let found = match field {
            FrameField::HandedIn => frame.handed_in.map(|(date, span)| (Val::Date(date), span)),
            FrameField::StartQuarter => frame.start.map(|(quarter, span)| (Val::Quarter(quarter), span)),
            FrameField::Year => frame.year.map(|(year, span)| (number(i16::from(year)), span)),
            FrameField::CalendarYear => frame.calendar_year.map(|(year, span)| (number(year), span)),
            FrameField::Accounting => {
                let span = frame.accounting.map_or(frame.top, |(_, span)| span);
                Some((Val::YesNo(self.now.accounting), span))
            }
        };
        let required = matches!(field, FrameField::StartQuarter | FrameField::Year);
        found.ok_or_else(|| if required { unreadable(frame.top) } else { gap(field.word(), frame.top) })
    }

    fn choice_field(&self, field: ChoiceField) -> Result<(Val<'a>, Span), Gap> {
        let Some(choice) = self.choice else { return Err(unreadable(self.place())) };
        match field {
            ChoiceField::Kind => {
                choice.kind.map(|kind| (Val::Kind(kind), choice.kind_span)).ok_or_else(|| unreadable(choice.kind_span))
            }
            ChoiceField::Intervention => Ok((Val::Intervention(choice.intervention), choice.key)),
            ChoiceField::Element => {
                let element = self.model.intervention(choice.intervention).map_or(0, |found| found.element);
                Ok((Val::Element(element), choice.key))
            }
        }
    }

    /// The record that a path starts from.
    fn base(&self, base: Base) -> Option<&'a RecordValue> {
        match base {
            Base::Plan => Some(&self.plan.data),
            Base::Practice => Some(&self.plan.practice),
            Base::Year => self.year_plan.map(|year| &year.data),
            Base::Choice => self.choice.map(|choice| &choice.data),
            Base::Region => self.region.and_then(|region| region.figures),
            Base::Member(depth) => {
                let mut link = self.member;
                let mut left = depth;
                while let Some(found) = link {
                    if left == 0 {
                        return match found.member {
                            MemberRef::Record(record) => Some(record),
                            MemberRef::Scalar(_) => None,
                        };
                    }
                    left -= 1;
                    link = found.up;
                }
                None
            }
        }
    }

    fn path(&self, path: &Path) -> Result<(Val<'a>, Span), Gap> {
        let words = || Arc::clone(&path.words);
        let Some(mut record) = self.base(path.base) else {
            return Err(match self.year {
                Some(year) if path.base == Base::Year => Gap::new(GapKind::Year(year), self.plan.years_span),
                _ => unreadable(self.place()),
            });
        };
        let Some((last, outer)) = path.steps.split_last() else { return Err(unreadable(self.place())) };
        for step in outer {
            match record.entry(*step) {
                Some(Entry { value: Value::Record(inner), .. }) => record = inner,
                Some(Entry { value: Value::Blank, key, .. }) => return Err(gap(words(), *key)),
                Some(entry) => return Err(unreadable(entry.span)),
                None => return Err(gap(words(), record.place)),
            }
        }
        match record.entry(*last) {
            Some(entry) => value(entry, words),
            None => Err(gap(words(), record.place)),
        }
    }
}

/// First and last day of a programme year, when the start quarter is known.
pub fn standpoint(model: &Regioplan, plan: &Plan, year: u8) -> Option<Standpoint> {
    let (start, _) = plan.frame.start?;
    let (first, last) = model.calendar.year(start, year);
    Some(Standpoint { year, first, last })
}

fn value(entry: &Entry, words: impl FnOnce() -> Arc<str>) -> Result<(Val<'_>, Span), Gap> {
    let found = match &entry.value {
        Value::Text(text) => Val::Text(text),
        Value::Number(number) => Val::Number(*number),
        Value::Date(date) => Val::Date(*date),
        Value::Quarter(quarter) => Val::Quarter(*quarter),
        Value::YesNo(value) => Val::YesNo(*value),
        Value::Option(index) => Val::Option(*index),
        Value::List(items) => Val::List(items),
        Value::Record(_) => Val::Record,
        Value::Blank => return Err(gap(words(), entry.key)),
        Value::Invalid => return Err(unreadable(entry.span)),
    };
    Ok((found, entry.span))
}

fn gap(words: impl Into<Arc<str>>, place: Span) -> Gap {
    Gap::new(GapKind::Field(words.into()), place)
}

pub fn unreadable(place: Span) -> Gap {
    Gap::new(GapKind::Unreadable, place)
}
