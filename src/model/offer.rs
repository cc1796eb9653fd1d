//! What a region offers: interventions in kernelementen, themes and lists.

use jiff::civil::Date;

use crate::diagnostic::worded;
use crate::source::Span;
use crate::value::{Spoken, SpokenOnce, day_after, day_before, same_name};

use super::{CHOICE, Cond, Consequence, Cover, Id, Period, Reasons, RecordId, Set, Standpoint, StatementId};

pub type InterventionId = Id<Intervention>;

/// The kernelementen, as a kind of reference.
#[derive(Clone, Copy, Debug)]
pub enum Element {}

/// The themes, as a kind of reference.
#[derive(Clone, Copy, Debug)]
pub enum Theme {}

/// The goals, as a kind of reference.
#[derive(Clone, Copy, Debug)]
pub enum Goal {}

worded! {
    /// The kind of a choice, by its word in plans and regioplannen.
    pub enum Kind {
        Nieuw = "nieuw";
        Continuering = "continuering";
        Doorontwikkeling = "doorontwikkeling";
        Verdieping = "verdieping";
        Onderhoud = "onderhoud";
    }
}

impl Kind {
    /// The kind that a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| same_name(kind.word(), word))
    }
}

/// A set of kinds; empty means every kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindSet(pub Vec<Kind>);

impl KindSet {
    /// Whether a choice of this kind counts.
    #[must_use]
    pub fn allows(&self, kind: Kind) -> bool {
        self.0.is_empty() || self.0.contains(&kind)
    }
}

/// A kernelement, theme or goal, or a kind of choice as the documents call it.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub id: String,
    pub label: String,
    pub also_known: Vec<String>,
    pub reasons: Reasons,
    pub span: Span,
}

/// A list of interventions with a name of its own.
#[derive(Clone, Debug, Default)]
pub struct NamedList {
    pub named: Named,
    pub members: Vec<InterventionId>,
}

/// A named set of people or things in a plan.
#[derive(Clone, Debug)]
pub struct Group {
    pub named: Named,
    pub set: Set,
}

impl Default for Group {
    fn default() -> Self {
        Self { named: Named::default(), set: Set::nobody(String::new()) }
    }
}

/// A condition with a name, that rules share.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    pub named: Named,
    /// One of the lines is enough; else all must hold.
    pub any: bool,
    /// What it asks where it is used first.
    pub lines: Vec<Cond>,
}

/// One intervention.
#[derive(Clone, Debug)]
pub struct Intervention {
    pub id: String,
    pub label: String,
    pub element: Id<Element>,
    pub themes: Vec<Id<Theme>>,
    pub goals: Vec<Id<Goal>>,
    pub part_of: Option<InterventionId>,
    pub also_known: Vec<String>,
    pub variants: Vec<(String, String)>,
    pub deepenings: Vec<(String, String)>,
    pub offered: Vec<Period>,
    pub not_offered: Vec<NotOffered>,
    pub only_kinds: Vec<KindLimit>,
    pub trials: Vec<Trial>,
    /// Who judges a free description, when the practice fills in this intervention itself.
    pub own_idea: Option<String>,
    /// Who assigns this intervention, when a practice does not choose it.
    pub assigned: Option<String>,
    pub without_earlier: bool,
    /// The record of a choice for this intervention: common fields first, its own after.
    pub record: RecordId,
    pub reasons: Reasons,
    pub span: Span,
    pub spoken: SpokenOnce,
}

impl Default for Intervention {
    /// One that nobody declared, and that is never on offer.
    fn default() -> Self {
        Self {
            id: String::new(),
            label: String::new(),
            element: Id::NOTHING,
            themes: Vec::new(),
            goals: Vec::new(),
            part_of: None,
            also_known: Vec::new(),
            variants: Vec::new(),
            deepenings: Vec::new(),
            offered: Vec::new(),
            not_offered: Vec::new(),
            only_kinds: Vec::new(),
            trials: Vec::new(),
            own_idea: None,
            assigned: None,
            without_earlier: false,
            record: CHOICE,
            reasons: Reasons::default(),
            span: Span::default(),
            spoken: SpokenOnce::default(),
        }
    }
}

/// Whether an intervention is on offer in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    Yes,
    No,
    /// For a part of the year: the day on which a practice begins decides.
    Partly,
    /// It hangs on the days of the year, and these are not known.
    Unknown,
}

impl Intervention {
    /// Its names as they are compared: the one in plans, the label, and what it is called besides.
    pub fn spoken(&self) -> &[Spoken] {
        self.spoken.of([&self.id, &self.label].into_iter().chain(&self.also_known))
    }

    /// Whether it is on offer in a programme year: by the days of the year, or, without them, by its number.
    #[must_use]
    pub fn offer(&self, year: u8, at: Option<Standpoint>) -> Offer {
        let refused = self.not_offered.iter().map(|refusal| refusal.period.cover(year, at).opposite());
        let offered = self.offered.iter().map(|period| period.cover(year, at));
        let whole = offered.chain(refused).fold(Offer::Yes, |so_far, cover| match (so_far, cover) {
            (Offer::No, _) | (_, Cover::Outside) => Offer::No,
            (Offer::Unknown, _) | (_, Cover::Unknown) => Offer::Unknown,
            (Offer::Partly, _) | (_, Cover::Part) => Offer::Partly,
            (Offer::Yes, Cover::Whole) => Offer::Yes,
        });
        match at {
            Some(at) if whole == Offer::Partly && !self.has_day(at) => Offer::No,
            Some(_) | None => whole,
        }
    }

    /// Whether it is on offer for somebody who begins on a day: by the whole programme year, and where that lies partly in a
    /// period by the day.
    #[must_use]
    pub fn is_offered_on(&self, day: Date, at: Standpoint) -> bool {
        let covers = |period: &Period| period.covers_from(day, at);
        self.offered.iter().all(covers) && !self.not_offered.iter().any(|refusal| covers(&refusal.period))
    }

    /// Days on which a practice can begin: of those that the periods do not tell apart at least one.
    #[must_use]
    pub fn days(&self, at: Standpoint) -> Vec<Date> {
        let periods = self.offered.iter().chain(self.not_offered.iter().map(|refusal| &refusal.period));
        let periods = periods.chain(self.trials.iter().map(|trial| &trial.period));
        let periods = periods.chain(self.only_kinds.iter().map(|limit| &limit.period));
        let mut days = vec![at.first];
        for (from, to) in periods.filter_map(Period::days) {
            days.extend([day_before(from), from, to, day_after(to)]);
        }
        days.sort_unstable();
        days.dedup();
        days
    }

    /// Whether it is on offer on any day of the year.
    fn has_day(&self, at: Standpoint) -> bool {
        let days = self.days(at).into_iter().filter(|day| (at.first..=at.last).contains(day));
        days.into_iter().any(|day| self.is_offered_on(day, at))
    }

    /// Whether a practice chooses it by name: it is neither assigned nor a description of the practice itself.
    #[must_use]
    pub fn is_own_choice(&self) -> bool {
        self.assigned.is_none() && self.own_idea.is_none()
    }

    /// Whether the region gives it to practices at all: they may choose it, or it is assigned to them.
    #[must_use]
    pub fn is_given(&self) -> bool {
        !self.offered.is_empty() || self.assigned.is_some()
    }

    /// Whether it can be proposed: it is named as offered, for practices to choose.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.offered.is_empty() && self.assigned.is_none()
    }
}

/// An express refusal, with what may soften it.
#[derive(Clone, Debug)]
pub struct NotOffered {
    pub period: Period,
    pub reason: String,
    pub consequences: Vec<Consequence>,
    pub sources: Vec<StatementId>,
}

/// Only these kinds of choice are offered in a period.
#[derive(Clone, Debug)]
pub struct KindLimit {
    pub kinds: KindSet,
    pub period: Period,
}

/// A period in which the intervention was only tried out.
#[derive(Clone, Debug)]
pub struct Trial {
    pub period: Period,
    pub reason: String,
}
