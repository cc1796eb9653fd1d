//! What can be wrong with what a regioplan says: one variant for each problem, with all that is known of it.
//!
//! The words for it are in [`super::wording`]; who asks what is wrong asks the variant, never the words.

use crate::model::{TargetSort, Unit};
use crate::source::Span;
use crate::syntax::tree::Name;
use crate::value::name_distance;

use super::names::{Index, Known, Sort};
use super::paths::ValueType;

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    pub span: Span,
    pub wrong: Wrong,
    /// Some of the other places where the very same is wrong.
    pub also: Vec<Span>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Wrong {
    // The head of the file.
    NoHead,
    SecondHead,
    HeadLacks(&'static str),
    ClauseTwice(&'static str),
    /// A field says twice when it must be filled in.
    RequiredTwice,
    Dates,
    Years,
    NoCount,
    Transition(i16),
    /// The years of one plan do not follow each other, are not in the head, or are in another plan too.
    PlanYears,
    /// `uit veld …` names something that is no list of interventions.
    NoInterventions(String),
    /// `uit veld …` over years together.
    FieldTogether,
    /// The programme ends before the first plan is judged.
    EndsEarly,
    DeviatesFromNothing,
    // Where a clause stands.
    /// With the first words of the blocks where it may stand.
    Misplaced(Vec<&'static str>),
    PeriodMisplaced,
    OnlyInGuide,
    NotInGuide,
    NotInSupplement,
    // Names.
    Unknown(Unknown),
    Twice {
        name: String,
        first: Span,
    },
    Cycle(Vec<String>),
    /// More levels within each other than this.
    TooDeep(usize),
    OtherSort {
        name: String,
        real: TargetSort,
    },
    // Data.
    FieldReserved(String),
    /// Another document declares the field otherwise.
    FieldDiffers {
        name: String,
        first: Span,
        how: Differs,
    },
    /// A rule of an aanvulling that this region cannot be judged by, and why.
    NotHere {
        rule: String,
        why: Box<Wrong>,
    },
    TakesPlaceOfNoDate(String),
    /// `leeg is geen` at a field that is no list.
    NoneOfNoList(String),
    /// `leeg is geen` at a field that may not be left empty.
    NoneAndRequired(String),
    DistinctOfMany,
    DistinctOfPlain(String),
    DistinctOfRecords(String),
    /// Other units: of what stands first, and of this.
    UnitsDiffer(Unit, Unit),
    /// Euro times something that is no plain number.
    EuroTimes(Unit),
    /// It is not clear to what the rest of a sum belongs.
    PlusUnclear,
    /// A field of a list, of which only the members have fields.
    ListInPath(String),
    /// A text without a letter or a digit stands nowhere as a word.
    NoWord,
    FieldOfPractice(String),
    FieldNeedsYear(String),
    NotARecord(String),
    NotAList(String),
    GroupEmpty(String),
    // The offer.
    NotSaidOffered(String),
    GuideOffers(String),
    NoElement(String),
    TwoElements(String),
    ListEmpty,
    NoEdition,
    OffersMixed,
    // Conditions and sets.
    Mismatch {
        need: Need,
        ty: ValueType,
    },
    Misfit {
        ty: ValueType,
        meant: Option<&'static str>,
    },
    MemberIsRecord,
    NotOfMember(String),
    ThoseUnknown(String),
    SetWithoutDate,
    ExtremeOfRecords,
    FilledOfCount,
    ChoicesNeedYear,
    AmountZero,
    /// A named condition that asks nothing.
    ConditionEmpty(String),
    /// A named condition that cannot be used here: why, and the line in it that tells.
    SharedMisfit {
        name: String,
        why: Box<Wrong>,
        line: Span,
    },
    TargetsAnd,
    // Rules.
    AsksNothing(String),
    /// A person judges, beside what the rule asks.
    JudgedBesides(String),
    /// A person judges, and it is not said what.
    JudgedWhat(String),
    JudgedFollows,
    PartScope,
    TwoScopes,
    YearZero,
    TogetherOnlyChoose,
    ForEachPlain(String),
    RegionYear,
    /// With the words for the practices that stand together, where they do.
    RegionChooses(Option<String>),
    /// The choices of practices are counted as if they were a list in each; with the words for those that stand together.
    ChoicesOfPractices(Option<String>),
    /// A demand of members that stand together, and it says nothing of them: their words, and whether they are practices.
    GroupUnasked(String, bool),
    EvidenceNeedsChoice,
    EvidenceUndeclared,
    NeverInForce,
    Unreachable,
    DoubleKind(String),
    DoubleAlone,
    // The region as a whole.
    IndicatorEmpty(String),
    OverviewEmpty(String),
    // The source register.
    NoRegister,
    Silent(String),
    TwoReasons(String),
    /// A statement that is neither cited nor explained.
    Open(String),
    /// A statement that is both.
    Both(String),
}

/// How two documents declare one field differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Differs {
    Type,
    Day,
    Empty,
    Required,
}

/// A name that is declared nowhere, or a word that is none of a fixed list.
#[derive(Clone, Debug, PartialEq)]
pub struct Unknown {
    pub what: What,
    pub name: String,
    pub hint: Hint,
}

/// What the name would be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Thing(Sort),
    Field,
    Option,
    Kind,
    Evidence,
    Rule,
    Source,
}

/// What may have been meant.
#[derive(Clone, Debug, PartialEq)]
pub enum Hint {
    /// This one, declared there.
    Meant(String, Option<Span>),
    /// One of these; there may be none.
    OneOf(Vec<String>),
    /// The field of this name in another record.
    InRecord(String, Span),
    /// The field of this name that an intervention has for itself.
    OfIntervention(String, Span),
    /// It is a group, of which the members can be counted.
    Group,
    /// What a choice has, where none is in hand.
    OfChoice,
    /// A plan is of one practice: nobody says whose field it is.
    WholePlan,
    /// Nothing is near.
    Declare,
}

/// What must be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Number,
    Date,
    YesNo,
    Text,
}

impl Wrong {
    pub fn at(self, span: Span) -> Fault {
        Fault { span, wrong: self, also: Vec::new() }
    }

    /// Declared twice.
    pub fn twice(name: &Name, first: Span) -> Fault {
        Self::Twice { name: name.text.clone(), first }.at(name.span)
    }

    /// A name that is declared nowhere.
    pub fn unknown<K: Known>(name: &Name, index: &Index<K>) -> Fault {
        let hint = match nearest(&name.text, index.ids()) {
            Some(near) => Hint::Meant(near.to_owned(), index.span_of(near)),
            None => Hint::OneOf(index.ids().map(str::to_owned).collect()),
        };
        Self::Unknown(Unknown { what: What::Thing(K::SORT), name: name.text.clone(), hint }).at(name.span)
    }

    /// A word that is none of a fixed list.
    pub fn not_one_of<'a>(what: What, name: &Name, known: impl Iterator<Item = &'a str> + Clone) -> Fault {
        let hint = match nearest(&name.text, known.clone()) {
            Some(near) => Hint::Meant(near.to_owned(), None),
            None => Hint::OneOf(known.map(str::to_owned).collect()),
        };
        Self::Unknown(Unknown { what, name: name.text.clone(), hint }).at(name.span)
    }

    /// The code of what is worth fixing, but no reason to refuse the regioplan.
    pub fn warning(&self) -> Option<&'static str> {
        let no_register = matches!(self, Self::NoRegister).then_some("zonder-register");
        let open = matches!(self, Self::Open(_)).then_some("bron-zonder-besluit");
        let both = matches!(self, Self::Both(_)).then_some("bron-twee-besluiten");
        let not_here = matches!(self, Self::NotHere { .. }).then_some("niet-in-deze-regio");
        no_register.or(open).or(both).or(not_here)
    }

    /// The name that is not there, or is there for something else.
    pub fn not_had(&self) -> Option<&str> {
        if let Self::OtherSort { name, .. } = self {
            return Some(name);
        }
        let Self::Unknown(Unknown { name, .. }) = self else { return None };
        Some(name)
    }

    /// The name that was declared elsewhere, and where.
    pub fn declared(&self) -> Option<(&str, Span)> {
        if let Self::Twice { name, first } | Self::FieldDiffers { name, first, .. } = self {
            return Some((name, *first));
        }
        if let Self::SharedMisfit { name, line, .. } = self {
            return Some((name, *line));
        }
        let Self::Unknown(Unknown { name, hint, .. }) = self else { return None };
        match hint {
            Hint::Meant(near, span) => span.map(|span| (near.as_str(), span)),
            Hint::InRecord(_, span) | Hint::OfIntervention(_, span) => Some((name, *span)),
            Hint::OneOf(_) | Hint::Group | Hint::OfChoice | Hint::WholePlan | Hint::Declare => None,
        }
    }
}

/// The nearest known word, when it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 4);
    known
        .into_iter()
        .map(|candidate| (name_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
