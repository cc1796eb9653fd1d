//! One difference between two regioplannen, as inert data: what it is about, both sides and both places, and
//! whether it asks more or less. The sentence that people read is made by a writer.

use crate::diagnostic::{Arg, worded};
use crate::source::Span;

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    pub part: Part,
    pub sort: Sort,
    pub aspect: Aspect,
    pub effect: Effect,
    /// The programme years that it is about; empty when it is about no year, or when dates decide.
    pub years: Vec<u8>,
    /// None when it is new.
    pub old: Option<Side>,
    /// None when it is gone.
    pub new: Option<Side>,
    /// Where the thing stands; also on a side that lacks just this about it.
    pub old_place: Option<Span>,
    pub new_place: Option<Span>,
}

/// How one of both regioplannen says it.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The thing that the difference is about: its id, and its name for people.
    pub id: String,
    pub name: String,
    /// What is said there, in full.
    pub text: Arg,
    /// The same, where the other side has already said the rest.
    pub short: Option<Arg>,
    /// When it holds.
    pub when: Option<Arg>,
}

worded! {
    /// Where in an overview a difference stands; in the order of the overview.
    pub enum Part {
        Header = "header", "diff-part-header";
        Offer = "offer", "diff-part-offer";
        Rules = "rules", "diff-part-rules";
        Dates = "dates", "diff-part-dates";
        Data = "data", "diff-part-data";
        Region = "region", "diff-part-region";
        Sources = "sources", "diff-part-sources";
    }
}

worded! {
    /// What sort of thing a difference is about.
    pub enum Sort {
        Header = "regioplan", "diff-subject-header";
        Element = "element", "diff-subject-element";
        Intervention = "intervention", "diff-subject-intervention";
        List = "list", "diff-subject-list";
        Theme = "theme", "diff-subject-theme";
        Goal = "goal", "diff-subject-goal";
        Kind = "kind", "diff-subject-kind";
        Group = "group", "diff-subject-group";
        Condition = "condition", "diff-subject-condition";
        Rule = "rule", "diff-subject-rule";
        Record = "record", "diff-subject-record";
        Field = "field", "diff-subject-field";
        Indicator = "indicator", "diff-subject-indicator";
        Overview = "overview", "diff-subject-overview";
        Demand = "offer-demand", "diff-subject-demand";
        Rendering = "rendering", "diff-subject-rendering";
        Edition = "edition", "diff-subject-edition";
        Statement = "statement", "diff-subject-statement";
    }
}

worded! {
    /// Whether the new regioplan asks more of a practice, less, or something else.
    pub enum Effect {
        Stricter = "stricter", "diff-stricter";
        Looser = "looser", "diff-looser";
        Different = "different", "diff-different";
    }
}

impl Effect {
    /// The effect of the way back.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Stricter => Self::Looser,
            Self::Looser => Self::Stricter,
            Self::Different => Self::Different,
        }
    }

    /// More is asked when the new one is greater.
    #[must_use]
    pub fn rising(order: Option<std::cmp::Ordering>) -> Self {
        match order {
            Some(std::cmp::Ordering::Greater) => Self::Stricter,
            Some(std::cmp::Ordering::Less) => Self::Looser,
            Some(std::cmp::Ordering::Equal) | None => Self::Different,
        }
    }
}

worded! {
    /// What about a thing differs.
    pub enum Aspect {
        /// The thing as a whole: it is new, or gone.
        Whole = "whole", "diff-whole";
        /// An intervention that cannot be chosen is new, or gone.
        Named = "named", "diff-intervention-named";
        /// Its id.
        Id = "id", "diff-id";
        /// Its label or title.
        Name = "name", "diff-name";
        FileSort = "file-sort", "diff-file-sort";
        Region = "region", "diff-region";
        Version = "version", "diff-version";
        RegionName = "region-name", "diff-region-name";
        Document = "document", "diff-document";
        Valid = "valid", "diff-valid";
        Years = "years", "diff-years";
        Calendar = "calendar", "diff-calendar";
        PlanYears = "plan-years", "diff-plan-years";
        ProgrammeEnd = "programme-end", "diff-programme-end";
        Guide = "guide", "diff-guide";
        Deviation = "deviation", "diff-deviation";
        Beside = "beside", "diff-beside";
        AlsoKnown = "also-known", "diff-also-known";
        Element = "element", "diff-element";
        Theme = "theme", "diff-theme";
        Goal = "goal", "diff-goal";
        PartOf = "part-of", "diff-part-of";
        Variant = "variant", "diff-variant";
        Deepening = "deepening", "diff-deepening";
        Offered = "offered", "diff-offered";
        NotOffered = "not-offered", "diff-not-offered";
        NotOfferedOutcome = "not-offered-outcome", "diff-not-offered-outcome";
        OnlyKinds = "only-kinds", "diff-only-kinds";
        Trial = "trial", "diff-trial";
        OwnIdea = "own-idea", "diff-own-idea";
        Assigned = "assigned", "diff-assigned";
        WithoutEarlier = "without-earlier", "diff-without-earlier";
        Member = "member", "diff-member";
        GroupSet = "group-set", "diff-group-set";
        Lines = "lines", "diff-lines";
        Owner = "owner", "diff-owner";
        Scope = "scope", "diff-scope";
        Condition = "condition", "diff-condition";
        WholeRegion = "whole-region", "diff-whole-region";
        ForEach = "for-each", "diff-for-each";
        Choose = "choose", "diff-choose";
        Demand = "demand", "diff-demand";
        Evidence = "evidence", "diff-evidence";
        Deadline = "deadline", "diff-deadline";
        NotDouble = "not-double", "diff-not-double";
        AtAccounting = "at-accounting", "diff-at-accounting";
        Judged = "judged", "diff-judged";
        Planned = "planned", "diff-planned";
        NotYet = "not-yet", "diff-not-yet";
        From = "from", "diff-from";
        Until = "until", "diff-until";
        Outcome = "outcome", "diff-outcome";
        OutcomeOrder = "outcome-order", "diff-outcome-order";
        FieldType = "field-type", "diff-field-type";
        Option = "option", "diff-option";
        Required = "required", "diff-required";
        ShortForm = "short-form", "diff-short-form";
        TakesPlace = "takes-place", "diff-takes-place";
        NoneWhenEmpty = "none-when-empty", "diff-none-when-empty";
        Calculation = "calculation", "diff-calculation";
        Target = "target", "diff-target";
        Columns = "columns", "diff-columns";
        Growth = "growth", "diff-growth";
        Explanation = "explanation", "diff-explanation";
        Advice = "advice", "diff-advice";
        Reading = "reading", "diff-reading";
        Cites = "cites", "diff-cites";
        Disposition = "disposition", "diff-disposition";
    }
}

impl Change {
    /// The same difference, seen from the new regioplan to the old one.
    #[must_use]
    pub fn mirrored(self) -> Self {
        Self {
            effect: self.effect.inverse(),
            old: self.new,
            new: self.old,
            old_place: self.new_place,
            new_place: self.old_place,
            ..self
        }
    }

    /// The side that names the thing: the new one where it is there.
    #[must_use]
    pub fn named(&self) -> Option<&Side> {
        self.new.as_ref().or(self.old.as_ref())
    }
}
