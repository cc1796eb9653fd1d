//! Where a formula is asked: in a plan or a region, a year, a choice, a member of a domain.

use jiff::civil::Date;

use crate::model::{Contents, InterventionId, Kind, LastYear, Quarter, Regioplan, Standpoint};
use crate::plan::{Choice, Content, Entry, Plan, RecordValue, YearPlan};
use crate::source::Span;

use super::Circumstances;
use super::members::Members;
use super::outcome::{Gap, GapKind};

/// A plan, and the regioplan by which it was read: that tells which years there are, and on which days.
#[derive(Clone, Copy, Debug)]
pub struct PlanBy<'a> {
    pub plan: &'a Plan,
    pub regioplan: &'a Regioplan,
}

/// A practice of a region: its plan, and its programme year that counts.
#[derive(Clone, Copy, Debug)]
pub struct Participant<'a> {
    /// Its number among all practices of the region.
    pub practice: usize,
    pub of: PlanBy<'a>,
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
    pub of: PlanBy<'a>,
    pub practice: usize,
    pub year: u8,
}

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// A plan as a whole.
    Plan(PlanBy<'a>),
    /// One of its programme years.
    Year(PlanBy<'a>, u8),
    /// Some of its programme years together; the last of them that has come is in hand.
    Years(PlanBy<'a>, &'a [u8]),
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
    /// What is asked: of a plan the regioplan by which it was read, of a region that or a werkplan.
    pub model: &'a Contents,
    pub now: &'a Circumstances,
    pub scope: Scope<'a>,
    pub choice: Option<&'a Choice>,
    /// The intervention in hand, chosen or not.
    pub intervention: Option<InterventionId>,
    pub member: Option<&'e Link<'e, 'a>>,
    /// The members that stand together.
    pub those: Option<&'e Members<'a>>,
    pub future: Future<'e>,
}

/// What is chosen in the years after those of the plan.
#[derive(Clone, Copy, Debug)]
pub enum Future<'e> {
    /// Nothing.
    Empty,
    /// Anything that can be chosen in them.
    Open,
    /// What is supposed of one intervention, in these and in every other year of which the plan does not tell.
    Supposed(InterventionId, &'e [(u8, Supposed)]),
}

/// What is supposed of an intervention in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supposed {
    Not,
    /// Chosen, as nobody knows what kind.
    Chosen,
    As(Kind),
}

impl<'a> Env<'_, 'a> {
    pub fn new(model: &'a Contents, now: &'a Circumstances, scope: Scope<'a>) -> Self {
        Self { model, now, scope, choice: None, intervention: None, member: None, those: None, future: Future::Empty }
    }

    pub fn of_plan(model: &'a Contents, of: PlanBy<'a>, now: &'a Circumstances) -> Self {
        Self::new(model, now, Scope::Plan(of))
    }

    /// The plan in hand, with its regioplan; none for a region as a whole.
    pub fn in_hand(&self) -> Option<PlanBy<'a>> {
        match self.scope {
            Scope::Plan(of) | Scope::Year(of, _) | Scope::Years(of, _) => Some(of),
            Scope::Practice(_, at) => Some(at.of),
            Scope::Region(_) => None,
        }
    }

    /// The plan in hand; none for a region as a whole.
    pub fn plan(&self) -> Option<&'a Plan> {
        self.in_hand().map(|of| of.plan)
    }

    /// The regioplan by which the plan in hand was read.
    pub fn regioplan(&self) -> Option<&'a Regioplan> {
        self.in_hand().map(|of| of.regioplan)
    }

    /// Whether the programme of the practice in hand has a year.
    pub fn has_year(&self, year: u8) -> bool {
        self.in_hand().is_some_and(|of| of.regioplan.programme.has_year(of.start(), year))
    }

    /// Whether the programme of the practice in hand has ended before a year begins.
    pub fn is_over(&self, year: u8) -> bool {
        self.in_hand().is_some_and(|of| of.regioplan.programme.is_over(of.start(), year))
    }

    /// The programme year in hand.
    pub fn year(&self) -> Option<u8> {
        match self.scope {
            Scope::Year(_, year) => Some(year),
            Scope::Years(PlanBy { plan, .. }, years) => {
                years.iter().copied().filter(|year| plan.last.is_some_and(|last| last.reaches(*year))).max()
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

    /// The last year that the plan is for.
    pub fn last(&self) -> Option<LastYear> {
        self.plan()?.last
    }

    /// Whether the plan is for this year too, or for one after it.
    pub fn reaches(&self, year: u8) -> bool {
        self.last().is_some_and(|last| last.reaches(year))
    }

    /// The years that the plan is for, first and last.
    pub fn plan_years(&self) -> Option<(u8, LastYear)> {
        self.own().zip(self.last())
    }

    /// Whether the year in hand is accounted for. A plan for more years accounts for one of them; the later ones are still planned.
    pub fn accounts(&self) -> bool {
        let planned = match self.scope {
            Scope::Plan(_) | Scope::Year(..) | Scope::Years(..) => {
                self.year().zip(self.own()).is_some_and(|(year, own)| year > own)
            }
            Scope::Region(_) | Scope::Practice(..) => false,
        };
        self.now.accounting && !planned
    }

    /// The programme years of the practice up to the last one of the plan: those that the programme has.
    pub fn years_so_far(&self) -> impl Iterator<Item = u8> + use<'a> {
        let last = self.last();
        self.in_hand().into_iter().flat_map(move |of| {
            let programme = &of.regioplan.programme;
            programme.years().filter(move |year| {
                last.is_some_and(|last| last.reaches(*year)) && programme.has_year(of.start(), *year)
            })
        })
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
            Scope::Plan(of) | Scope::Year(of, _) | Scope::Years(of, _) => Self { scope: Scope::Year(of, year), ..self },
            Scope::Practice(region, at) => Self { scope: Scope::Practice(region, At { year, ..at }), ..self },
            Scope::Region(_) => self,
        }
    }

    pub fn with_choice(self, choice: &'a Choice) -> Self {
        Self { choice: Some(choice), intervention: Some(choice.intervention), ..self }
    }

    /// What is supposed of an intervention in a year.
    pub fn supposed(&self, id: InterventionId, year: u8) -> Option<Supposed> {
        match self.future {
            Future::Supposed(of, years) if of == id => {
                years.iter().find(|(number, _)| *number == year).map(|(_, what)| *what)
            }
            Future::Supposed(..) | Future::Empty | Future::Open => None,
        }
    }

    pub fn with_intervention(self, id: InterventionId) -> Self {
        Self { intervention: Some(id), ..self }
    }

    pub fn with_member<'i>(&'i self, link: &'i Link<'i, 'a>) -> Env<'i, 'a> {
        Env { member: Some(link), ..*self }
    }

    /// The programme year in hand with its days. None without the start quarter that tells.
    pub fn standpoint(&self) -> Option<Standpoint> {
        self.in_hand()?.standpoint(self.year()?)
    }

    /// First and last day of the year in hand: the programme year, or the calendar year of a region.
    pub fn days(&self) -> Option<(Date, Date)> {
        match self.scope {
            Scope::Region(region) => {
                let year = region.calendar_year;
                Date::new(year, 1, 1).ok().zip(Date::new(year, 12, 31).ok())
            }
            Scope::Plan(_) | Scope::Year(..) | Scope::Years(..) | Scope::Practice(..) => {
                self.standpoint().map(|at| (at.first, at.last))
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

    /// The date by which the plan is judged; none when it stands in the plan and cannot be read.
    pub fn today(&self) -> Option<jiff::civil::Date> {
        (!self.now.day_unread).then_some(self.now.reference)
    }

    /// A year that the plan does not show: it is left out, could not be read, or lies before the regioplan begins.
    pub fn missing_year(&self, year: u8) -> Gap {
        let (span, unread) = self.plan().map_or((Span::default(), false), |plan| (plan.years_span, plan.years_unread));
        let kind = if self.regioplan().is_some_and(|one| year < one.programme.first_year) {
            GapKind::Beyond
        } else if unread || self.own() == Some(year) {
            // The year of the plan itself is a finding of its own.
            GapKind::Unreadable
        } else {
            GapKind::Year(year)
        };
        Gap::new(kind, span)
    }
}

impl PlanBy<'_> {
    /// The quarter in which the practice starts, when the plan tells.
    pub fn start(&self) -> Option<Quarter> {
        self.plan.frame.start.map(|(start, _)| start)
    }

    /// First and last day of a programme year, when the start quarter is known.
    pub fn standpoint(&self, year: u8) -> Option<Standpoint> {
        let (first, last) = self.regioplan.programme.days(self.start()?, year);
        Some(Standpoint { year, first, last })
    }
}

pub fn unreadable(place: Span) -> Gap {
    Gap::new(GapKind::Unreadable, place)
}
