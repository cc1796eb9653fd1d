//! A small regioplan as plain data: the offer, and rules in the words of the language.

use super::day::{Day, Length, Quarter};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counting {
    StartQuarter,
    January,
    /// From the quarter, and from 1 January for years that begin in or after this calendar year.
    Until(i32),
}

#[derive(Clone, Debug)]
pub struct Region {
    pub counting: Counting,
    /// `een plan geldt voor de jaren …`: first and last.
    pub plan_years: Option<(i32, i32)>,
    /// `programma eindigt op …`
    pub ends: Option<Day>,
    pub interventions: Vec<Intervention>,
    /// `voorwaarde v0`, `voorwaarde v1`.
    pub shared: Vec<Shared>,
    pub rules: Vec<Rule>,
}

/// A condition with a name: all lines hold, or one of them is enough.
#[derive(Clone, Debug)]
pub struct Shared {
    pub one_enough: bool,
    pub lines: Vec<Cond>,
}

#[derive(Clone, Debug)]
pub struct Intervention {
    pub id: &'static str,
    pub element: &'static str,
    pub theme: bool,
    pub offered: Vec<Period>,
    /// `niet aangeboden`, with or without a period.
    pub withheld: Vec<Withheld>,
    /// `alleen met soort … [period]`.
    pub only: Vec<(Vec<Kind>, Option<Period>)>,
    pub trial: Option<Period>,
    pub by: By,
    pub without_earlier: bool,
    /// `minimale eis`, a rule for each year in which it was chosen.
    pub minimum: Option<Rule>,
}

/// Who comes up with it: `naar eigen voorstel` and `toegewezen door` are for the practice and the region.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Offer,
    OwnIdea,
    Region,
}

#[derive(Clone, Debug)]
pub struct Withheld {
    pub period: Option<Period>,
    /// Softened: `niet voldaan: … als …`.
    pub softened: Option<(Outcome, Cond)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Nieuw,
    Continuering,
    Doorontwikkeling,
    Verdieping,
    Onderhoud,
}

pub const KINDS: [Kind; 5] =
    [Kind::Nieuw, Kind::Continuering, Kind::Doorontwikkeling, Kind::Verdieping, Kind::Onderhoud];

impl Kind {
    pub fn word(self) -> &'static str {
        match self {
            Kind::Nieuw => "nieuw",
            Kind::Continuering => "continuering",
            Kind::Doorontwikkeling => "doorontwikkeling",
            Kind::Verdieping => "verdieping",
            Kind::Onderhoud => "onderhoud",
        }
    }
}

#[derive(Clone, Debug)]
pub enum Period {
    Always,
    Year(i32),
    Years(Vec<i32>),
    FromYear(i32),
    ToYear(i32),
    Calendar(i32),
    FromCalendar(i32),
    ToCalendar(i32),
    FromDay(Day),
    ToDay(Day),
}

#[derive(Clone, Debug)]
pub enum Scope {
    Whole,
    Periods(Vec<Period>),
    PlanYear(Vec<Period>),
    Together(Vec<i32>),
}

#[derive(Clone, Debug)]
pub struct Rule {
    pub id: String,
    pub scope: Scope,
    pub conditions: Vec<Cond>,
    /// `voor elk van de …`, and the field after `met dezelfde`.
    pub each: Option<(List, Option<&'static str>)>,
    pub asks: Vec<Ask>,
    /// `geen keuze telt dubbel`, and the rules after `met regel`.
    pub not_double: Option<Vec<String>>,
    pub at_accounting: bool,
    /// `gepland telt mee`
    pub planned: bool,
    pub not_yet: bool,
    pub from: Option<Day>,
    pub to: Option<Day>,
    pub sentences: Vec<Sentence>,
}

#[derive(Clone, Debug)]
pub enum Ask {
    Choose(Choose),
    Demand(Cond),
    Evidence(Evidence),
    /// Only a person judges.
    Judged,
}

#[derive(Clone, Debug)]
pub struct Evidence {
    pub sorts: Vec<&'static str>,
    pub years: Past,
    pub filters: Vec<(Expr, Test)>,
    /// At most (true) or at least so old, on a moment or the reference date.
    pub age: Option<(bool, Length, Option<Moment>)>,
}

/// In which years a piece of evidence may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Past {
    Here,
    Earlier,
    HereOrEarlier,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    Met,
    NotMet,
    Missing,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Violation,
    Warning,
    Review,
    Later,
    Uncheckable,
    Fine,
}

#[derive(Clone, Debug)]
pub struct Sentence {
    pub case: Case,
    pub outcome: Outcome,
    pub when: Option<Cond>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    AtLeast(usize),
    AtMost(usize),
    Exactly(usize),
    None,
    All,
    AllOrNone,
}

#[derive(Clone, Debug)]
pub enum Target {
    Element(&'static str),
    Theme,
    ChoiceList,
    Intervention(&'static str),
}

#[derive(Clone, Copy, Debug)]
pub enum Which {
    Earlier,
    InYear(i32),
    YearBefore,
}

#[derive(Clone, Debug)]
pub struct Choose {
    pub amount: Amount,
    /// `uit veld toegewezen`, and then no targets.
    pub out_of_field: bool,
    pub targets: Vec<Target>,
    /// `elk van`: the amount holds for each target.
    pub each: bool,
    pub kinds: Vec<Kind>,
    /// `die [niet] … gekozen is`; true with `niet`.
    pub which: Option<(bool, Which)>,
}

#[derive(Clone, Debug)]
pub enum Cond {
    /// `[niet] voorwaarde …`, by its number; true with `niet`.
    Shared(bool, usize),
    Chosen(Choose),
    Part {
        share: Share,
        list: List,
        left: Option<Expr>,
        test: Test,
    },
    Plain(Expr, Test),
}

#[derive(Clone, Copy, Debug)]
pub enum Share {
    Each,
    None,
    AtLeast(i64),
    AtMost(i64),
    Exactly(i64),
    AtLeastHalf,
    AtMostHalf,
    AtLeastPercent(i64),
    AtMostPercent(i64),
}

#[derive(Clone, Debug)]
pub enum Expr {
    Field(Vec<&'static str>),
    Count(List, Option<&'static str>),
    /// `aantal verschillende dagen`
    CountDifferent(List),
    /// `vroegste`, `laatste`, `laagste` or `hoogste`, of a field or of the parts themselves.
    Extreme(&'static str, Option<&'static str>, List),
    Sum(&'static str, List),
    /// A number with its unit, in a sum.
    Number(i64, &'static str),
    /// So many times, with a unit or none.
    Times(i64, &'static str, Box<Expr>),
    /// Parts, each added or (true) taken away.
    Added(Vec<(bool, Expr)>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum That {
    Year,
    CalendarYear,
}

#[derive(Clone, Debug)]
pub struct List {
    pub name: &'static str,
    /// `die …`: the parts that go together in `voor elk … met dezelfde`.
    pub those: bool,
    pub that: Option<That>,
    pub filters: Vec<(Expr, Test)>,
    /// `van de …`: the list of each of these.
    pub of: Option<Box<List>>,
}

#[derive(Clone, Debug)]
pub enum Test {
    Filled(bool),
    /// `niet ingevuld of …`
    EmptyOr(Box<Test>),
    YesNo(bool),
    /// `is [niet] a of b`; true with `niet`.
    Words(bool, Vec<&'static str>),
    Texts(bool, Vec<&'static str>),
    /// `bevat [niet] …`
    Contains(bool, Vec<&'static str>),
    Days(Vec<Day>),
    Quarters(Vec<Quarter>),
    Measure(Op, Measured),
    Moment(Order, Moment),
    Age(bool, Length, Option<Moment>),
}

#[derive(Clone, Copy, Debug)]
pub enum Op {
    AtLeast,
    AtMost,
    Exactly,
    More,
    Less,
}

/// Numbers are in millionths, so that halves and percentages are exact.
pub const ONE: i64 = 1_000_000;

#[derive(Clone, Debug)]
pub enum Measured {
    Number(i64, &'static str),
    Of(Expr),
    HalfOf(Expr),
    PercentOf(i64, Expr),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    AtLatest,
    From,
    Before,
    After,
    On,
}

#[derive(Clone, Debug)]
pub enum Moment {
    Day(Day),
    OfCalendarYear(i32, i32),
    Begin,
    End,
    Reference,
    Of(Expr),
    Quarter(Quarter),
    /// Later (true) or earlier than another moment.
    Shifted(Length, bool, Box<Moment>),
}
