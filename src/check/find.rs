//! How a reference finds its value from where it is asked; or what is missing there.

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model::{Base, ChoiceField, FrameField, Path, Ref};
use crate::plan::{Content, Entry, RecordValue};
use crate::source::Span;
use crate::value::{Quarter, Value};

use super::env::{Env, Scope, unreadable};
use super::outcome::{Gap, GapKind};

/// What a list holds that is not filled in, where that means that there are none.
static NONE: Content = Content::List(Vec::new());

/// What a reference finds.
#[derive(Clone, Copy, Debug)]
pub enum Found<'a> {
    Content(&'a Content),
    Date(Date),
    Quarter(Quarter),
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

    /// Whether something is filled in; none when all that stands there cannot be read.
    pub fn is_filled(self) -> Option<bool> {
        match self {
            Self::Content(content) => content.is_filled(),
            Self::Date(_) | Self::Quarter(_) | Self::Number(_) | Self::YesNo(_) | Self::Word(_) => Some(true),
        }
    }

    /// The members, when it is a list.
    pub fn list(self) -> Option<&'a [Entry]> {
        match self {
            Self::Content(Content::List(items)) => Some(items),
            Self::Content(
                Content::Value(_) | Content::Record(_) | Content::Filler(_) | Content::Blank | Content::Invalid,
            )
            | Self::Date(_)
            | Self::Quarter(_)
            | Self::Number(_)
            | Self::YesNo(_)
            | Self::Word(_) => None,
        }
    }
}

impl<'a> Env<'_, 'a> {
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
            // What the plan says, also when it is judged as an accounting on request.
            FrameField::Accounting => {
                let (value, span) = frame.accounting.unwrap_or((false, frame.top));
                Some((Found::YesNo(value), span))
            }
        };
        let told = frame.unread.contains(&field.word())
            || matches!(field, FrameField::StartQuarter | FrameField::Year | FrameField::Accounting);
        found.ok_or_else(|| if told { unreadable(frame.top) } else { gap(field.word(), frame.top) })
    }

    fn choice_field(&self, field: ChoiceField) -> Result<(Found<'a>, Span), Gap> {
        let Some(choice) = self.choice else { return Err(unreadable(self.place())) };
        let intervention = self.model.intervention(choice.intervention);
        match field {
            ChoiceField::Kind => choice
                .kind
                .map(|kind| (Found::Word(kind.word()), choice.kind_span))
                .ok_or_else(|| unreadable(choice.kind_span)),
            ChoiceField::Intervention => Ok((Found::Word(&intervention.id), choice.key)),
            ChoiceField::Element => Ok((Found::Word(&self.model.elements.get(intervention.element).id), choice.key)),
        }
    }

    /// A plan of which the region says nothing here.
    fn without_figures(&self, words: &Arc<str>) -> Gap {
        Gap::new(GapKind::Figures(Arc::clone(words)), self.place())
    }

    /// The record that a path starts from.
    fn base(&self, base: Base, words: &Arc<str>) -> Result<&'a RecordValue, Gap> {
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
            Base::Region => match self.region() {
                Some(region) => region.figures.ok_or_else(nothing)?,
                None => self.now.figures.as_deref().ok_or_else(|| self.without_figures(words))?,
            },
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
        match self.entry(path).and_then(|entry| found(entry, || Arc::clone(&path.words))) {
            Err(Gap { kind: GapKind::Field(_), place, .. }) if path.none_when_empty => {
                Ok((Found::Content(&NONE), place))
            }
            stands => stands,
        }
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
        let mut record = self.base(path.base, &path.words)?;
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

/// What stands in an entry. A filler is given as it stands: who asks decides whether it is an answer.
fn found(entry: &Entry, words: impl FnOnce() -> Arc<str>) -> Result<(Found<'_>, Span), Gap> {
    match &entry.content {
        Content::Blank => Err(gap(words(), entry.key)),
        Content::Filler(word) => Err(Gap { filler: Some(word.clone()), ..gap(words(), entry.span) }),
        Content::Record(record) if record.is_empty() => Err(gap(words(), entry.key)),
        Content::Invalid => Err(unreadable(entry.span)),
        Content::Value(_) | Content::List(_) | Content::Record(_) => Ok((Found::Content(&entry.content), entry.span)),
    }
}

fn gap(words: impl Into<Arc<str>>, place: Span) -> Gap {
    Gap::new(GapKind::Field(words.into()), place)
}
