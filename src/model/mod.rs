//! The checked documents: every reference resolved, every expression typed.
//!
//! A regioplan, a leidraad, a werkplan and an aanvulling are types of their own ([`Regioplan`], [`Leidraad`], [`Werkplan`],
//! [`Aanvulling`]) around what all of them hold ([`Contents`]). Who can take any of them takes a [`Model`]; the years of a
//! [`Programme`] only a regioplan has.
//!
//! What a rule says stands in its sentences ([`Cond`], [`Set`], [`Selector`]), for people; what it means in its formulas
//! ([`Formula`]), for the check. Built only by `compile`; read by everything after it. Nothing here can fail: what a regioplan may not
//! say has been refused before.

mod cond;
mod contents;
mod data;
mod formula;
mod guide;
mod lower;
mod need;
mod offer;
mod program;
mod region;
mod regioplan;
mod rule;
mod say;
mod say_rule;
mod say_type;
mod supplement;
mod table;
mod time;
mod visit;
mod years;

pub use crate::value::{Duration, DurationUnit, Quarter};
pub use cond::{
    Amount, Base, ChoiceField, Comparison, Cond, Expr, Extreme, FrameField, InThat, Literal, Measure, Member, Moment,
    MomentWord, Operand, PastYears, Path, Qualifier, Ref, Selector, Set, SetSource, Share, Shared, Sign, Target,
    TargetOf, TargetSort, Unit, When,
};
pub use contents::{Contents, Disposition, DispositionKind, Statement, StatementId};
pub use data::{
    CHOICE, EVIDENCE, FIXED_RECORDS, Field, FieldId, PLAN, PRACTICE, REGION, Record, RecordId, Requirement, Shape,
    Type, YEAR,
};
pub use formula::{Day, Domain, During, Formula, Meaning, Members, Order, Part, Sequel, Source, Tally, Term, Years};
pub use guide::{Deviation, Edition, Follows, Growth, Leidraad, OfferDemand, Rendering};
pub use lower::before;
pub use need::{Expected, Need, field_of_choices};
pub use offer::{
    Condition, Element, Goal, Group, Intervention, InterventionId, Kind, KindLimit, KindSet, Named, NamedList,
    NotOffered, Offer, Theme, Trial,
};
pub use program::{Aim, Indication, Program};
pub use region::{Column, ColumnValue, Indicator, Overview};
pub use regioplan::{AnyModel, Model, Regioplan, Werkplan};
pub use rule::{
    Case, Consequence, Demand, ForEach, Outcome, Owner, Reasons, Rule, RuleId, RuleLines, RuleScope, Standing,
};
pub use say::{
    name_kinds, name_path, said_kind, said_part, say_added, say_amount, say_comparison_of, say_cond, say_expr,
    say_lines, say_measure, say_money, say_period, say_ref, say_selector, say_set, say_times,
};
pub use say_rule::{help_evidence, say_consequence, say_demand, say_outcome, say_rest, say_rule, say_scope, say_when};
pub use say_type::{say_field, say_field_type, say_meaning, say_type};
pub use supplement::{Aanvulling, Beside, Resting, Supplement, SupplementId, rule_name};
pub use table::{Filled, Id, Table};
pub use time::{Calendar, Cover, Period, Standpoint};
pub use visit::{Visitor, reads, walk_cond, walk_demand, walk_expr, walk_rule, walk_selector, walk_set};
pub use years::{LastYear, Programme};
