//! The tree of a regioplan as it was written: blocks of clauses, every name and text with its span.
//!
//! Words that mean the same wherever they stand, such as `minimaal` or `uiterlijk`, are those of the model.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::model;
use crate::source::Span;

pub use crate::model::{
    Amount, Case, Duration, DurationUnit, Extreme, InThat, Measure, MomentWord, PastYears, Quarter, Share, Sign,
    TargetSort, Unit, When,
};

/// An identifier as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub text: String,
    pub span: Span,
}

/// A text between quotes, without them; the span covers the quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    pub text: String,
    pub span: Span,
}

/// A file: its blocks in order.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    pub blocks: Vec<Block>,
    /// What is not in the blocks: clauses that could not be read, and all that hangs below a head that could not.
    pub unread: Vec<Unread>,
}

/// A clause that is not in the blocks.
#[derive(Clone, Copy, Debug)]
pub struct Unread {
    pub span: Span,
    /// Whether it would stand in the block above it; if not, it is the head of a block of its own, or hangs below one.
    pub in_block: bool,
}

/// A block: its head, the clauses directly below it, and its parts.
#[derive(Clone, Debug)]
pub struct Block {
    pub head: Clause,
    pub clauses: Vec<Clause>,
    pub parts: Vec<Part>,
}

/// A part of a block with clauses of its own: a field, a minimum requirement, an end goal.
#[derive(Clone, Debug)]
pub struct Part {
    pub head: Clause,
    pub clauses: Vec<Clause>,
}

/// One clause.
#[derive(Clone, Debug)]
pub struct Clause {
    pub span: Span,
    pub body: Body,
}

impl Clause {
    /// The period for which it speaks, if it says one.
    pub fn period(&self) -> Option<&Period> {
        match &self.body {
            Body::Scope(Scope::Each(period))
            | Body::Aangeboden(period)
            | Body::Proef { period, .. }
            | Body::Groei { period, .. } => Some(period),
            Body::NietAangeboden { period, .. } | Body::AlleenSoort { period, .. } => period.as_ref(),
            _ => None,
        }
    }
}

/// What a clause says.
#[derive(Clone, Debug)]
pub enum Body {
    Regioplan { id: Name, version: Quoted },
    Naam(Quoted),
    Document(Quoted),
    Beoordeelt { from: Date, to: Date },
    Jaren { first: u8, last: u8 },
    JarenTellen { january_from: Option<Option<i16>> },
    Transitiejaar(i16),
    PlanVoorJaren(Vec<u8>),
    ProgrammaEindigt(Date),
    VolgtLeidraad { id: Name, version: Quoted },
    WijktAf { rule: Name, reason: Quoted },
    Leidraad { id: Name },
    LeidraadVersie { version: Quoted, label: Quoted },
    Biedt { at_least: u32, targets: Vec<Target> },
    Weergave { id: Name, title: Quoted },
    Groei { period: Period, element: Name, says: Quoted },
    Werkplan { id: Name, version: Quoted },
    Aanvulling { id: Name, version: Quoted },
    SamenMet { id: Name, version: Option<Quoted> },
    Geldt { from: Date, to: Date },
    HeleRegio,
    Indicator { id: Name, title: Quoted },
    Bereken { value: Expr, divisor: Option<Expr>, percentage: bool },
    Streefwaarde { measure: Measure, operand: Operand },
    Overzicht { id: Name, title: Quoted },
    Per(Vec<Name>),
    Toont { label: Quoted, value: Expr },
    Gegevens { id: Name, label: Option<Quoted> },
    Veld(Field),
    Groep { id: Name, label: Quoted },
    Kernelement { id: Name, label: Quoted },
    Keuzelijst { id: Name, label: Quoted },
    Thema { id: Name, label: Quoted },
    Doel { id: Name, label: Quoted },
    Soort { id: Name, label: Quoted },
    BestaatUitSet(Set),
    BestaatUitNames(Vec<Name>),
    Interventie { id: Name, label: Quoted },
    HoortBijKernelement(Name),
    HoortBijThema(Vec<Name>),
    OnderdeelVan(Name),
    Varianten(Vec<(Name, Quoted)>),
    Aangeboden(Period),
    NietAangeboden { period: Option<Period>, reason: Quoted },
    AlleenSoort { kinds: Vec<Name>, period: Option<Period> },
    Proef { period: Period, reason: Quoted },
    Verdieping { id: Name, label: Quoted },
    EigenVoorstel(Quoted),
    Toegewezen(Quoted),
    ZonderEerdereKeuze,
    DientDoel(Vec<Name>),
    MinimaleEis { id: Option<Name>, title: Quoted },
    Einddoel { id: Option<Name>, title: Quoted },
    Voorwaarde { id: Name, title: Quoted },
    EenGenoeg,
    Regel { id: Name, title: Quoted },
    Scope(Scope),
    Als(Cond),
    VoorElk { set: Set, same: Option<Vec<Name>> },
    Kies { amount: Amount, selector: Selector },
    NietDubbel { rules: Vec<Name> },
    Eis(Cond),
    Bewijs(Evidence),
    Beoordeling { by: Quoted, about: Option<Quoted> },
    PasBijVerantwoording,
    GeplandTeltMee,
    NogNietVanKracht(Quoted),
    VanKracht { from: Option<Date>, until: Option<Date> },
    Gevolg { case: Case, outcome: Outcome, condition: Option<Cond> },
    OokBekendAls(Vec<Quoted>),
    Toelichting(Quoted),
    Advies(Quoted),
    Interpretatie(Quoted),
    Bron(Vec<Name>),
    Negeer { code: Name, reason: Quoted },
    RegisterBron { id: Name, section: Quoted },
    Zegt(Quoted),
    Informatie(Quoted),
    Regio(Quoted),
    NietControleerbaar(Quoted),
}

/// `bewijs a of b [in een eerder jaar] [met …] [is maximaal … oud]`
#[derive(Clone, Debug)]
pub struct Evidence {
    pub kinds: Vec<Name>,
    pub years: Option<PastYears>,
    pub filters: Vec<Compare>,
    pub age: Option<Comparison>,
}

/// A field of a record.
#[derive(Clone, Debug)]
pub struct Field {
    pub id: Name,
    pub ty: FieldType,
    pub required: Required,
    pub short_form: bool,
    /// `dag van uitvoering`, where it stands.
    pub takes_place: Option<Span>,
    /// `leeg is geen`, where it stands.
    pub none_when_empty: Option<Span>,
    /// What it says a second time, and where: `verplicht`, `korte vorm`, `dag van uitvoering`, `leeg is geen`.
    pub again: Option<(Span, &'static str)>,
    pub label: Option<Quoted>,
}

/// The type of a field as written.
#[derive(Clone, Debug)]
pub enum FieldType {
    List(Box<FieldType>),
    Record(Name),
    OneOf(Vec<Name>),
    Text,
    Number,
    Whole,
    Money,
    Percentage,
    Date,
    Quarter,
    YesNo,
    Agb,
    Email,
    File,
    Intervention,
}

/// Whether a field must be filled in.
#[derive(Clone, Debug)]
pub enum Required {
    No,
    Always,
    AtAccounting,
    If(Cond),
}

/// A period in programme years, calendar years or dates.
#[derive(Clone, Debug)]
pub struct Period {
    pub span: Span,
    pub kind: model::Period,
}

/// For which years a rule speaks.
#[derive(Clone, Debug)]
pub enum Scope {
    OwnYear,
    Together(Vec<u8>),
    Each(Period),
}

/// What follows.
#[derive(Clone, Debug)]
pub enum Outcome {
    Violation,
    Warning,
    Review(Quoted),
    Later,
    NotVerifiable,
    Fine,
}

/// Which choices a `kies` clause counts.
#[derive(Clone, Debug)]
pub struct Selector {
    pub span: Span,
    pub each: bool,
    /// The last two targets are joined by `en`, not by `of`.
    pub joined_by_and: bool,
    pub targets: Vec<Target>,
    /// With `uit veld …`, the field; then there are no targets.
    pub field: Option<Vec<Name>>,
    pub kinds: Vec<Name>,
    pub qualifier: Option<Qualifier>,
}

#[derive(Clone, Debug)]
pub struct Target {
    pub sort: Option<TargetSort>,
    pub name: Name,
}

/// `die [niet] eerder gekozen is` and its relatives.
#[derive(Clone, Copy, Debug)]
pub struct Qualifier {
    pub negated: bool,
    pub when: When,
    pub span: Span,
}

/// A condition.
#[derive(Clone, Debug)]
pub struct Cond {
    pub span: Span,
    pub kind: CondKind,
}

#[derive(Clone, Debug)]
pub enum CondKind {
    /// `[niet] voorwaarde eigen-plan`
    Shared {
        negated: bool,
        name: Name,
    },
    Chosen {
        amount: Amount,
        selector: Selector,
    },
    Quantified {
        amount: Amount,
        set: Set,
        demand: Demand,
    },
    Plain(Compare),
}

/// What a member of a set must answer.
#[derive(Clone, Debug)]
pub enum Demand {
    Has(Box<Compare>),
    Is(Comparison),
}

/// An expression with a comparison.
#[derive(Clone, Debug)]
pub struct Compare {
    pub span: Span,
    pub expr: Expr,
    pub comparison: Comparison,
}

/// A set of members: a list field, the choices, a group; narrowed by filters.
#[derive(Clone, Debug)]
pub struct Set {
    pub span: Span,
    /// `die intervisies`: the members that stand together, not all of them.
    pub those: bool,
    pub path: Vec<Name>,
    pub in_that: Option<InThat>,
    pub filters: Vec<Compare>,
    /// `van de keuzes`: the list of each of these.
    pub each: Option<Box<Set>>,
}

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    pub span: Span,
    pub kind: ExprKind,
}

#[derive(Clone, Debug)]
pub enum ExprKind {
    Path(Vec<Name>),
    Count(Set),
    /// How many different values of a field, or different members.
    CountDistinct(Option<Vec<Name>>, Set),
    Extreme(Extreme, Option<Vec<Name>>, Set),
    Sum(Vec<Name>, Set),
    Number(Decimal, Unit),
    Times(Decimal, Unit, Box<Expr>),
    Added(Vec<(Sign, Expr)>),
}

/// A comparison, without its left side.
#[derive(Clone, Debug)]
pub struct Comparison {
    pub span: Span,
    pub kind: ComparisonKind,
}

#[derive(Clone, Debug)]
pub enum ComparisonKind {
    Filled {
        negated: bool,
    },
    /// `niet ingevuld of …`
    EmptyOr(Box<Comparison>),
    YesNo(bool),
    Measure(Measure, Operand),
    Age {
        at_most: bool,
        duration: Duration,
        on: Option<Box<Moment>>,
    },
    Moment(MomentWord, Box<Moment>),
    Values {
        negated: bool,
        values: Vec<Value>,
    },
    Contains {
        negated: bool,
        words: Vec<Quoted>,
    },
}

#[derive(Clone, Debug)]
pub enum Operand {
    Number(Decimal, Unit),
    HalfOf(Box<Expr>),
    PercentOf(Decimal, Box<Expr>),
    Expr(Box<Expr>),
}

/// A moment in time.
#[derive(Clone, Debug)]
pub struct Moment {
    pub span: Span,
    pub kind: MomentKind,
}

#[derive(Clone, Debug)]
pub enum MomentKind {
    Date(Date),
    Quarter(Quarter),
    Yearly { month: i8, day: i8 },
    ReferenceDate,
    YearStart,
    YearEnd,
    Expr(Expr),
    Offset { duration: Duration, after: bool, base: Box<Moment> },
}

#[derive(Clone, Debug)]
pub enum Value {
    Name(Name),
    Text(Quoted),
    Quarter(Quarter, Span),
    Date(Date, Span),
}
