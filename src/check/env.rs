//! Where a formula is asked: in a plan or a region, a year, a choice, a member of a domain; and how a reference finds its
//! value from there.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Base, ChoiceField, FrameField, InterventionId, Path, Ref, Regioplan, Standpoint};
use crate::plan::{Choice, Content, Entry, Plan, RecordValue, YearPlan};
use crate::source::Span;
use crate::value::Value;

use super::Circumstances;
use super::members::Members;
use super::outcome::{Gap, GapKind};

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

/// One of the years of one of the practices of a region.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    pub plan: &'a Plan,
    pub practice: usize,
    pub year: u8,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// A plan as a whole.
    Plan(&'a Plan),
    /// One of its programme years.
    Year(&'a Plan, u8),
    /// Some of its programme years together; the last of them that has come is in hand.
    Years(&'a Plan, &'a [u8]),
    /// All practices of a region, in a calendar year.
    Region(&'a RegionView<'a>),
    /// One practice among those of its region.
    Practice(&'a RegionView<'a>, At<'a>),
}

/// Members in hand, innermost first.
#[derive(Clone, Copy, Debug)]
pub struct Link<'e, 'a> {
    pub entry: &'a Entry,
    pub up: Option<&'e Link<'e, 'a>>,
}

/// Where a formula is asked.
#[derive(Clone, Copy, Debug)]
pub struct Env<'e, 'a> {
    pub model: &'a Regioplan,
    pub now: &'a Circumstances,
    pub scope: Scope<'a>,
    pub choice: Option<&'a Choice>,
    /// The intervention in hand, chosen or not.
    pub intervention: Option<InterventionId>,
    pub member: Option<&'e Link<'e, 'a>>,
    /// The members that stand together.
    pub those: Option<&'e Members<'a>>,
    /// Years after the plan's own are open: anything can be chosen in them. Else they are empty.
    pub future: bool,
}

/// What a reference finds.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    Content(&'a Content),
    Date(Date),
    Quarter(crate::value::Quarter),
    Number(Decimal),
    YesNo(bool),
    Word(&'a str),
}

impl<'a> Found<'a> {
    /// The value, when it is a single one.
    pub fn value(self) -> Option<Value> {
        Some(match self {
            Self::Content(Content::Value(value) | Content::Filler(value)) => value.clone(),
            Self::Content(_) => return None,
            Self::Date(date) => Value::Date(date),
            Self::Quarter(quarter) => Value::Quarter(quarter),
            Self::Number(number) => Value::Number(number),
            Self::YesNo(value) => Value::YesNo(value),
            Self::Word(word) => Value::word(word),
        })
    }

    /// Whether nothing is filled in.
    pub fn is_empty(self) -> bool {
        match self {
            Self::Content(content) => content.is_empty(),
            Self::Date(_) | Self::Quarter(_) | Self::Number(_) | Self::YesNo(_) | Self::Word(_) => false,
        }
    }

    /// The members, when it is a list.
    pub fn list(self) -> Option<&'a [Entry]> {
        match self {
            Self::Content(Content::List(items)) => Some(items),
            _ => None,
        }
    }
}

impl<'a> Env<'_, 'a> {
    pub fn new(model: &'a Regioplan, now: &'a Circumstances, scope: Scope<'a>) -> Self {
        Self { model, now, scope, choice: None, intervention: None, member: None, those: None, future: false }
    }

    pub fn of_plan(model: &'a Regioplan, plan: &'a Plan, now: &'a Circumstances) -> Self {
        Self::new(model, now, Scope::Plan(plan))
    }

    /// The plan in hand; none for a region as a whole.
    pub fn plan(&self) -> Option<&'a Plan> {
        match self.scope {
            Scope::Plan(plan) | Scope::Year(plan, _) | Scope::Years(plan, _) => Some(plan),
            Scope::Practice(_, at) => Some(at.plan),
            Scope::Region(_) => None,
        }
    }

    /// The programme year in hand.
    pub fn year(&self) -> Option<u8> {
        match self.scope {
            Scope::Year(_, year) => Some(year),
            Scope::Years(plan, years) => {
                let own = plan.frame.year.map(|(year, _)| year);
                years.iter().copied().filter(|year| Some(*year) <= own).max()
            }
            Scope::Practice(_, at) => Some(at.year),
            Scope::Plan(_) | Scope::Region(_) => None,
        }
    }

    /// The programme year in hand as the plan has it.
    pub fn year_plan(&self) -> Option<&'a YearPlan> {
        self.plan()?.year(self.year()?)
    }

    /// The year that the plan is for.
    pub fn own(&self) -> Option<u8> {
        self.plan()?.frame.year.map(|(year, _)| year)
    }

    pub fn region(&self) -> Option<&'a RegionView<'a>> {
        match self.scope {
            Scope::Region(region) | Scope::Practice(region, _) => Some(region),
            Scope::Plan(_) | Scope::Year(..) | Scope::Years(..) => None,
        }
    }

    /// The practice in hand, when a region is looked at.
    pub fn practice(&self) -> Option<usize> {
        match self.scope {
            Scope::Practice(_, at) => Some(at.practice),
            Scope::Plan(_) | Scope::Year(..) | Scope::Years(..) | Scope::Region(_) => None,
        }
    }

    /// In one practice of the region, in one of its years.
    pub fn in_practice(self, at: At<'a>) -> Self {
        match self.region() {
            Some(region) => Self { scope: Scope::Practice(region, at), ..self },
            None => self,
        }
    }

    /// In a programme year of the plan in hand.
    pub fn in_year(self, year: u8) -> Self {
        match self.scope {
            Scope::Plan(plan) | Scope::Year(plan, _) | Scope::Years(plan, _) => {
                Self { scope: Scope::Year(plan, year), ..self }
            }
            Scope::Practice(region, at) => Self { scope: Scope::Practice(region, At { year, ..at }), ..self },
            Scope::Region(_) => self,
        }
    }

    pub fn with_choice(self, choice: &'a Choice) -> Self {
        Self { choice: Some(choice), intervention: Some(choice.intervention), ..self }
    }

    pub fn with_intervention(self, id: InterventionId) -> Self {
        Self { intervention: Some(id), ..self }
    }

    pub fn with_member<'i>(&'i self, link: &'i Link<'i, 'a>) -> Env<'i, 'a> {
        Env { member: Some(link), ..*self }
    }

    /// First and last day of the year in hand: the programme year, or the calendar year of a region. None without the start
    /// quarter that tells.
    pub fn standpoint(&self) -> Option<Standpoint> {
        match self.scope {
            Scope::Region(region) => {
                let first = Date::new(region.calendar_year, 1, 1).ok()?;
                let last = Date::new(region.calendar_year, 12, 31).ok()?;
                Some(Standpoint { year: 0, first, last })
            }
            Scope::Plan(_) => None,
            Scope::Year(..) | Scope::Years(..) | Scope::Practice(..) => {
                standpoint(self.model, self.plan()?, self.year()?)
            }
        }
    }

    /// The calendar year in hand: what the plan says for its own year, else the one in which the year begins.
    pub fn calendar_year(&self) -> Option<i16> {
        if let Some(region) = self.region() {
            return Some(region.calendar_year);
        }
        let said = self.plan()?.frame.calendar_year.filter(|_| self.year() == self.own());
        said.map(|(year, _)| year).or_else(|| self.standpoint().map(|at| at.first.year()))
    }

    /// Where to point: the member, the choice, the year, or the top of the plan.
    pub fn place(&self) -> Span {
        if let Some(Link { entry, .. }) = self.member {
            return match &entry.content {
                Content::Record(record) => record.place,
                Content::Value(_) | Content::List(_) | Content::Filler(_) | Content::Blank | Content::Invalid => {
                    entry.span
                }
            };
        }
        if let Some(choice) = self.choice {
            return choice.key;
        }
        match (self.scope, self.year_plan(), self.plan()) {
            (Scope::Year(..) | Scope::Practice(..), Some(year), _) => year.key,
            (Scope::Years(..), Some(year), _) => year.key,
            (Scope::Year(..) | Scope::Years(..) | Scope::Practice(..), None, Some(plan)) => plan.years_span,
            (_, _, Some(plan)) => plan.practice.place,
            (_, _, None) => Span::default(),
        }
    }

    /// A year that the plan does not show: it is left out, could not be read, or lies before the regioplan begins.
    pub fn missing_year(&self, year: u8) -> Gap {
        let (span, unread) = self.plan().map_or((Span::default(), false), |plan| (plan.years_span, plan.years_unread));
        let kind = if year < self.model.first_year {
            GapKind::Beyond
        } else if unread {
            GapKind::Unreadable
        } else {
            GapKind::Year(year)
        };
        Gap::new(kind, span)
    }

    /// What a reference finds, with its place.
    pub fn find(&self, target: &Ref) -> Result<(Found<'a>, Span), Gap> {
        match target {
            Ref::Frame(field) => self.frame(*field),
            Ref::Choice(field) => self.choice_field(*field),
            Ref::Path(path) => self.path(path),
            Ref::Member => match self.member {
                Some(link) => found(link.entry, || Arc::from("")),
                None => Err(unreadable(self.place())),
            },
        }
    }

    fn frame(&self, field: FrameField) -> Result<(Found<'a>, Span), Gap> {
        let number = |found: i16| Found::Number(Decimal::from(found));
        if let (Scope::Region(region), FrameField::CalendarYear) = (self.scope, field) {
            return Ok((number(region.calendar_year), Span::default()));
        }
        let Some(frame) = self.plan().map(|plan| &plan.frame) else {
            return match field {
                FrameField::Accounting => Ok((Found::YesNo(self.now.accounting), Span::default())),
                FrameField::HandedIn | FrameField::StartQuarter | FrameField::Year | FrameField::CalendarYear => {
                    Err(unreadable(Span::default()))
                }
            };
        };
        let found = match field {
            FrameField::HandedIn => frame.handed_in.map(|(date, span)| (Found::Date(date), span)),
            FrameField::StartQuarter => frame.start.map(|(quarter, span)| (Found::Quarter(quarter), span)),
            FrameField::Year => frame.year.map(|(year, span)| (number(i16::from(year)), span)),
            FrameField::CalendarYear => frame.calendar_year.map(|(year, span)| (number(year), span)),
            FrameField::Accounting => {
                let span = frame.accounting.map_or(frame.top, |(_, span)| span);
                Some((Found::YesNo(self.now.accounting), span))
            }
        };
        let told = frame.unread.contains(&field.word())
            || matches!(field, FrameField::StartQuarter | FrameField::Year | FrameField::Accounting);
        found.ok_or_else(|| if told { unreadable(frame.top) } else { gap(field.word(), frame.top) })
    }

    fn choice_field(&self, field: ChoiceField) -> Result<(Found<'a>, Span), Gap> {
        let Some(choice) = self.choice else { return Err(unreadable(self.place())) };
        let intervention = || self.model.intervention(choice.intervention).ok_or_else(|| unreadable(choice.key));
        match field {
            ChoiceField::Kind => choice
                .kind
                .map(|kind| (Found::Word(kind.word()), choice.kind_span))
                .ok_or_else(|| unreadable(choice.kind_span)),
            ChoiceField::Intervention => Ok((Found::Word(&intervention()?.id), choice.key)),
            ChoiceField::Element => {
                let element = self.model.elements.get(intervention()?.element);
                element.map(|found| (Found::Word(&found.id), choice.key)).ok_or_else(|| unreadable(choice.key))
            }
        }
    }

    /// The record that a path starts from.
    fn base(&self, base: Base) -> Result<&'a RecordValue, Gap> {
        let nothing = || unreadable(self.place());
        let record = match base {
            Base::Plan => self.plan().map(|plan| &plan.data).ok_or_else(nothing)?,
            Base::Practice => {
                let plan = self.plan().ok_or_else(nothing)?;
                // That the whole block is missing has been told.
                if plan.practice_absent {
                    return Err(nothing());
                }
                &plan.practice
            }
            Base::Year => match (self.year_plan(), self.year()) {
                (Some(year), _) => &year.data,
                (None, Some(year)) => return Err(self.missing_year(year)),
                (None, None) => return Err(nothing()),
            },
            Base::Choice => self.choice.map(|choice| &choice.data).ok_or_else(nothing)?,
            Base::Region => self.region().and_then(|region| region.figures).ok_or_else(nothing)?,
            Base::Member(depth) => {
                let mut link = self.member;
                for _ in 0..depth {
                    link = link.and_then(|found| found.up);
                }
                match link.map(|link| (&link.entry.content, link.entry)) {
                    Some((Content::Record(record), _)) => record,
                    Some((_, entry)) => return Err(unreadable(entry.span)),
                    None => return Err(nothing()),
                }
            }
        };
        if record.unread { Err(unreadable(record.place)) } else { Ok(record) }
    }

    fn path(&self, path: &Path) -> Result<(Found<'a>, Span), Gap> {
        found(self.entry(path)?, || Arc::clone(&path.words))
    }

    /// The words that stand in a field and are no answer.
    pub fn filler(&self, target: &Ref) -> Option<&'a Value> {
        let entry = match target {
            Ref::Path(path) => self.entry(path).ok()?,
            Ref::Member => self.member?.entry,
            Ref::Frame(_) | Ref::Choice(_) => return None,
        };
        if let Content::Filler(word) = &entry.content { Some(word) } else { None }
    }

    fn entry(&self, path: &Path) -> Result<&'a Entry, Gap> {
        let words = || Arc::clone(&path.words);
        let mut record = self.base(path.base)?;
        let Some((last, outer)) = path.steps.split_last() else { return Err(unreadable(self.place())) };
        for step in outer {
            match record.entry(*step) {
                Some(Entry { content: Content::Record(inner), .. }) if inner.unread => {
                    return Err(unreadable(inner.place));
                }
                Some(Entry { content: Content::Record(inner), .. }) => record = inner,
                Some(Entry { content: Content::Blank, key, .. }) => return Err(gap(words(), *key)),
                Some(entry) => return Err(unreadable(entry.span)),
                None => return Err(gap(words(), record.place)),
            }
        }
        record.entry(*last).ok_or_else(|| gap(words(), record.place))
    }
}

/// First and last day of a programme year, when the start quarter is known.
pub fn standpoint(model: &Regioplan, plan: &Plan, year: u8) -> Option<Standpoint> {
    let (start, _) = plan.frame.start?;
    let (first, last) = model.calendar.year(start, year);
    Some(Standpoint { year, first, last })
}

/// What stands in an entry. A filler is given as it stands: who asks decides whether it is an answer.
fn found(entry: &Entry, words: impl FnOnce() -> Arc<str>) -> Result<(Found<'_>, Span), Gap> {
    match &entry.content {
        Content::Blank => Err(gap(words(), entry.key)),
        Content::Filler(_) => Err(gap(words(), entry.span)),
        Content::Record(record) if record.is_empty() => Err(gap(words(), entry.key)),
        Content::Invalid => Err(unreadable(entry.span)),
        Content::Value(_) | Content::List(_) | Content::Record(_) => Ok((Found::Content(&entry.content), entry.span)),
    }
}

fn gap(words: impl Into<Arc<str>>, place: Span) -> Gap {
    Gap::new(GapKind::Field(words.into()), place)
}

pub fn unreadable(place: Span) -> Gap {
    Gap::new(GapKind::Unreadable, place)
}
