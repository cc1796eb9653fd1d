//! Conditions, sets, comparisons, moments and choices of the tree, from the parts of a clause.

use crate::source::Span;

use super::build_value::day_of;
use super::pest_parser::{Build, Built, Part, Parts, Rule, unfit, words};
use super::problem::{Slip, Wrong};
use super::tree::{
    Amount, Compare, Comparison, ComparisonKind, Cond, CondKind, Demand, Duration, DurationUnit, Expr, ExprKind,
    Extreme, InThat, Measure, Moment, MomentKind, MomentWord, Name, Operand, Qualifier, Quoted, Selector, Set, Share,
    Sign, Target, TargetSort, Unit, Value, When,
};

words! {
    extreme_word: Extreme {
        k_vroegste => Earliest,
        k_laatste => Latest,
        k_laagste => Lowest,
        k_hoogste => Highest,
    }
    in_that: InThat {
        k_jaar => Year,
        k_kalenderjaar => CalendarYear,
    }
    duration_unit: DurationUnit {
        k_dagen | k_dag => Days,
        k_weken | k_week => Weeks,
        k_maanden | k_maand => Months,
        k_jaar => Years,
    }
    measure_word: Measure {
        k_minimaal => AtLeast,
        k_maximaal => AtMost,
        k_precies => Exactly,
        k_meer => More,
        k_minder => Less,
    }
    moment_word: MomentWord {
        k_uiterlijk => NoLaterThan,
        k_vanaf => From,
        k_eerder => Before,
        k_later => After,
        k_op => On,
    }
    plus_min: Sign {
        k_plus => Plus,
        k_min => Minus,
    }
    target_sort: TargetSort {
        k_kernelement => Kernelement,
        k_keuzelijst => Keuzelijst,
        k_thema => Thema,
        k_interventie => Interventie,
    }
}

impl Build for Cond {
    const OF: &[Rule] = &[Rule::cond];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        let mut parts = inner.parts();
        let kind = match inner.rule() {
            Rule::named_cond => CondKind::Shared { negated: inner.has(Rule::k_niet), name: parts.one()? },
            Rule::chosen_cond => CondKind::Chosen { amount: parts.one()?, selector: parts.one()? },
            Rule::quant_cond => {
                let (amount, set) = (parts.one()?, parts.one()?);
                let demand = match parts.maybe()? {
                    Some(compare) => Demand::Has(compare),
                    None => Demand::Is(parts.one()?),
                };
                CondKind::Quantified { amount, set, demand }
            }
            _ => CondKind::Plain(Compare::build(&inner)?),
        };
        Ok(Self { span: part.span(), kind })
    }
}

/// `expr [is] comparison`, or a filter that wraps one.
impl Build for Compare {
    const OF: &[Rule] = &[Rule::short, Rule::narrow, Rule::filter];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        match parts.maybe()? {
            Some(wrapped) => Ok(wrapped),
            None => Ok(Self { span: part.span(), expr: parts.one()?, comparison: parts.one()? }),
        }
    }
}

impl Build for Amount {
    const OF: &[Rule] = &[Rule::amount, Rule::choice_amount];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok(match parts.word() {
            Some(Rule::k_alle) if part.has(Rule::k_geen) => Self::AllOrNone,
            Some(Rule::k_alle | Rule::k_elk) => Self::All,
            Some(Rule::k_geen) => Self::None,
            Some(Rule::k_minimaal) => Self::AtLeast(parts.one()?),
            Some(Rule::k_maximaal) => Self::AtMost(parts.one()?),
            _ => Self::Exactly(parts.one()?),
        })
    }
}

impl Build for Share {
    const OF: &[Rule] = &[Rule::share, Rule::int];

    fn build(part: &Part<'_>) -> Built<Self> {
        if part.rule() == Rule::int {
            return u32::build(part).map(Self::Number);
        }
        let mut parts = part.parts();
        Ok(match (parts.maybe()?, parts.maybe()?) {
            (Some(percentage), _) => Self::Percent(percentage),
            (None, Some(number)) => Self::Number(number),
            (None, None) => Self::Half,
        })
    }
}

impl Build for Selector {
    const OF: &[Rule] = &[Rule::selector];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        let field = parts.maybe()?.map(|OutOfField(path)| path);
        let (each, joined_by_and, targets) = if field.is_some() { (false, false, Vec::new()) } else { parts.one()? };
        let kinds = parts.maybe()?.unwrap_or_default();
        Ok(Self { span: part.span(), each, joined_by_and, targets, field, kinds, qualifier: parts.maybe()? })
    }
}

/// `uit veld toegewezen`
struct OutOfField(Vec<Name>);

impl Build for OutOfField {
    const OF: &[Rule] = &[Rule::field_target];

    fn build(part: &Part<'_>) -> Built<Self> {
        part.parts().one().map(Self)
    }
}

/// The targets of a selector: whether they stand apart, and whether they are joined by `en`.
impl Build for (bool, bool, Vec<Target>) {
    const OF: &[Rule] = &[Rule::target];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        Ok((inner.rule() == Rule::each_target, inner.has(Rule::k_en), targets(&mut inner.parts())?))
    }
}

/// The sort that is named last holds for the names after it.
pub fn targets(parts: &mut Parts<'_>) -> Built<Vec<Target>> {
    let mut found: Vec<Target> = parts.many()?;
    let mut sort = None;
    for target in &mut found {
        target.sort = target.sort.or(sort);
        sort = target.sort;
    }
    Ok(found)
}

impl Build for Target {
    const OF: &[Rule] = &[Rule::target_name];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok(Self { sort: parts.maybe()?, name: parts.one()? })
    }
}

impl Build for Qualifier {
    const OF: &[Rule] = &[Rule::qualifier];

    fn build(part: &Part<'_>) -> Built<Self> {
        let when = match part.parts().maybe()? {
            Some(year) => When::Year(year),
            None if part.has(Rule::k_ervoor) => When::YearBefore,
            None => When::Earlier,
        };
        Ok(Self { negated: part.has(Rule::k_niet), when, span: part.span() })
    }
}

impl Build for Set {
    const OF: &[Rule] = &[Rule::set, Rule::those];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        if part.rule() == Rule::those {
            return Ok(Self { those: true, ..parts.one()? });
        }
        Ok(Self {
            span: part.span(),
            those: false,
            path: parts.one()?,
            in_that: parts.maybe()?,
            filters: parts.many()?,
            each: parts.maybe()?.map(|each: OfEach| each.0),
        })
    }
}

/// The set behind `van`, of which each member has the list in front.
struct OfEach(Box<Set>);

impl Build for OfEach {
    const OF: &[Rule] = &[Rule::of_each];

    fn build(part: &Part<'_>) -> Built<Self> {
        Ok(Self(Box::new(part.parts().one()?)))
    }
}

/// Also of what holds no more than an expression.
impl Build for Expr {
    const OF: &[Rule] = &[Rule::expr, Rule::divided_by, Rule::left_sum, Rule::sum, Rule::times, Rule::amount_value];

    fn build(part: &Part<'_>) -> Built<Self> {
        match part.rule() {
            Rule::divided_by => return part.parts().one(),
            Rule::left_sum | Rule::sum => return added(part),
            Rule::times => {
                let mut parts = part.parts();
                let kind = ExprKind::Times(parts.one()?, unit(part), parts.one()?);
                return Ok(Self { span: part.span(), kind });
            }
            Rule::amount_value => {
                let unit_of = unit(part);
                if let Some(slip) = of_thousands(part).filter(|_| unit_of == Unit::Euro) {
                    return Err(slip);
                }
                return Ok(Self { span: part.span(), kind: ExprKind::Number(part.parts().one()?, unit(part)) });
            }
            _ => {}
        }
        let inner = part.inner()?;
        let mut parts = inner.parts();
        let kind = match inner.rule() {
            Rule::count => ExprKind::Count(parts.one()?),
            Rule::count_distinct => {
                let set = parts.one()?;
                ExprKind::CountDistinct(parts.maybe()?, set)
            }
            Rule::extreme => ExprKind::Extreme(parts.one()?, parts.maybe()?, parts.one()?),
            Rule::total => ExprKind::Sum(parts.one()?, parts.one()?),
            _ => ExprKind::Path(parts.many()?),
        };
        Ok(Self { span: part.span(), kind })
    }
}

/// `12,000 euro`: with three digits behind the comma it can be twelve euro or twelve thousand.
fn of_thousands(part: &Part<'_>) -> Option<Slip> {
    let number = part.text().split_whitespace().next()?;
    let (whole, cents) = number.split_once(',').filter(|(whole, cents)| cents.len() == 3 && !whole.starts_with('0'))?;
    let fewer = cents.trim_end_matches('0');
    let small = if fewer.is_empty() { whole.to_owned() } else { format!("{whole},{fewer:0<2}") };
    let meant = vec![format!("{whole}{cents}"), small];
    let start = part.span().start as usize;
    let span = Span::new(start, start + number.len());
    Some(Slip { span, wrong: Wrong::Thousands(number.to_owned(), meant) })
}

/// One part, or more with a sign between them.
fn added(part: &Part<'_>) -> Built<Expr> {
    let mut parts = part.parts();
    let first: Expr = parts.one()?;
    let mut all = vec![(Sign::Plus, first.clone())];
    while let Some(sign) = parts.maybe()? {
        all.push((sign, parts.one()?));
    }
    if all.len() == 1 {
        return Ok(first);
    }
    Ok(Expr { span: part.span(), kind: ExprKind::Added(all) })
}

/// The unit behind a number.
fn unit(part: &Part<'_>) -> Unit {
    match (part.has(Rule::percent), part.has(Rule::k_euro)) {
        (true, _) => Unit::Percent,
        (false, true) => Unit::Euro,
        (false, false) => Unit::None,
    }
}

/// Also of an age that stands alone, and of a comparison that has a verb of its own.
impl Build for Comparison {
    const OF: &[Rule] =
        &[Rule::comparison, Rule::narrow_comparison, Rule::of_value, Rule::narrow_of_value, Rule::age, Rule::contains];

    fn build(part: &Part<'_>) -> Built<Self> {
        let is_choice =
            matches!(part.rule(), Rule::comparison | Rule::narrow_comparison | Rule::of_value | Rule::narrow_of_value);
        let inner = if is_choice { part.inner()? } else { part.clone() };
        let mut parts = inner.parts();
        let kind = match inner.rule() {
            Rule::empty_or | Rule::narrow_empty_or => ComparisonKind::EmptyOr(Box::new(parts.one()?)),
            Rule::filled => ComparisonKind::Filled { negated: inner.has(Rule::k_niet) },
            Rule::yes_no => ComparisonKind::YesNo(inner.has(Rule::k_ja)),
            Rule::measure | Rule::narrow_measure => {
                let (measure, operand) = Build::build(&inner)?;
                ComparisonKind::Measure(measure, operand)
            }
            Rule::age => {
                ComparisonKind::Age { at_most: inner.has(Rule::k_maximaal), duration: parts.one()?, on: parts.maybe()? }
            }
            Rule::moment => ComparisonKind::Moment(parts.one()?, parts.one()?),
            Rule::contains => {
                ComparisonKind::Contains { negated: inner.has(Rule::k_niet), words: parts.many::<Quoted>()? }
            }
            _ => ComparisonKind::Values { negated: inner.has(Rule::k_niet), values: parts.many::<Value>()? },
        };
        Ok(Self { span: part.span(), kind })
    }
}

impl Build for Duration {
    const OF: &[Rule] = &[Rule::duration];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok(Self { amount: parts.one()?, unit: parts.one()? })
    }
}

impl Build for (Measure, Operand) {
    const OF: &[Rule] = &[Rule::measure, Rule::narrow_measure];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok((parts.one()?, parts.one()?))
    }
}

impl Build for Operand {
    const OF: &[Rule] = &[Rule::half_of, Rule::percent_of, Rule::sum, Rule::times, Rule::amount_value, Rule::expr];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok(match part.rule() {
            Rule::half_of => Self::HalfOf(parts.one()?),
            Rule::percent_of => Self::PercentOf(parts.one()?, parts.one()?),
            _ => {
                let expr = Expr::build(part)?;
                match expr.kind {
                    ExprKind::Number(number, unit) => Self::Number(number, unit),
                    _ => Self::Expr(Box::new(expr)),
                }
            }
        })
    }
}

impl Build for Moment {
    const OF: &[Rule] = &[Rule::moment_value];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        let mut parts = inner.parts();
        let kind = match inner.rule() {
            Rule::offset => {
                MomentKind::Offset { duration: parts.one()?, after: inner.has(Rule::k_na), base: parts.one()? }
            }
            Rule::quarter => MomentKind::Quarter(Build::build(&inner)?),
            Rule::date => MomentKind::Date(Build::build(&inner)?),
            Rule::yearly => {
                let (day, month) = (parts.one()?, parts.one()?);
                // A leap year has every day that some year has.
                day_of(&inner, 2024, month, day)?;
                MomentKind::Yearly { month, day }
            }
            Rule::k_peildatum => MomentKind::ReferenceDate,
            Rule::edge if inner.has(Rule::k_begin) => MomentKind::YearStart,
            Rule::edge => MomentKind::YearEnd,
            _ => MomentKind::Expr(Build::build(&inner)?),
        };
        Ok(Self { span: part.span(), kind })
    }
}

impl Build for Value {
    const OF: &[Rule] = &[Rule::value];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        Ok(match inner.rule() {
            Rule::quarter => Self::Quarter(Build::build(&inner)?, inner.span()),
            Rule::date => Self::Date(Build::build(&inner)?, inner.span()),
            Rule::string => Self::Text(Build::build(&inner)?),
            _ => Self::Name(Build::build(&inner)?),
        })
    }
}
