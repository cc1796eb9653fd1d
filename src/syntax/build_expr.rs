//! Parsed clause -> tree: conditions, sets, comparisons, moments, choices.

use rust_decimal::Decimal;

use super::build::{Built, date, day_month, ident, idents, incomplete, ints, name, no_such_day, quarter, text};
use super::node::Node;
use super::pest_parser::Rule;
use super::tree::{
    Amount, Compare, Comparison, ComparisonKind, Cond, CondKind, Demand, Duration, DurationUnit, Expr, ExprKind,
    Extreme, InThat, Measure, Moment, MomentKind, MomentWord, Name, Operand, Qualifier, Selector, Set, Share, Target,
    TargetSort, Unit, Value, When,
};

fn child<'n, 't>(node: &'n Node<'t>, rule: Rule) -> Built<&'n Node<'t>> {
    node.find(rule).ok_or_else(|| incomplete(node))
}

pub fn cond(node: &Node) -> Built<Cond> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    let kind = match inner.rule {
        Rule::chosen_cond => CondKind::Chosen {
            amount: amount(child(inner, Rule::choice_amount)?)?,
            selector: selector(child(inner, Rule::selector)?)?,
        },
        Rule::quant_cond => {
            let demand = match inner.find(Rule::short) {
                Some(short) => Demand::Has(Box::new(compare(short)?)),
                None => Demand::Is(comparison(child(inner, Rule::comparison)?)?),
            };
            CondKind::Quantified { amount: amount(child(inner, Rule::amount)?)?, set: set_in(inner)?, demand }
        }
        _ => CondKind::Plain(compare(inner)?),
    };
    Ok(Cond { span: node.span, kind })
}

/// `expr [is] comparison`, or a filter that wraps one.
pub fn compare(node: &Node) -> Built<Compare> {
    if let Some(short) = node.find(Rule::short) {
        return compare(short);
    }
    Ok(Compare {
        span: node.span,
        expr: expr(child(node, Rule::expr)?)?,
        comparison: comparison(child(node, Rule::comparison)?)?,
    })
}

pub fn amount(node: &Node) -> Built<Amount> {
    if node.has(Rule::k_geen) {
        return Ok(if node.has(Rule::k_alle) { Amount::AllOrNone } else { Amount::None });
    }
    if node.has(Rule::k_alle) || node.has(Rule::k_elk) {
        return Ok(Amount::All);
    }
    let share = share(node.find(Rule::share).unwrap_or(node))?;
    Ok(if node.has(Rule::k_minimaal) {
        Amount::AtLeast(share)
    } else if node.has(Rule::k_maximaal) {
        Amount::AtMost(share)
    } else {
        Amount::Exactly(share)
    })
}

fn share(node: &Node) -> Built<Share> {
    if node.has(Rule::k_helft) {
        return Ok(Share::Half);
    }
    if node.has(Rule::percent) {
        return Ok(Share::Percent(number(node)?));
    }
    ints(node).first().map(|n| Share::Number(*n)).ok_or_else(|| incomplete(node))
}

fn number(node: &Node) -> Built<Decimal> {
    let found = child(node, Rule::number)?;
    found.text.replace(',', ".").parse().map_err(|_| incomplete(node))
}

pub fn selector(node: &Node) -> Built<Selector> {
    let target = child(node, Rule::target)?.first().ok_or_else(|| incomplete(node))?;
    Ok(Selector {
        span: node.span,
        each: target.rule == Rule::each_target,
        joined_by_and: target.has(Rule::k_en),
        targets: targets(target)?,
        kinds: node.find(Rule::kinds).map(idents).unwrap_or_default(),
        qualifier: node.find(Rule::qualifier).map(qualifier),
    })
}

/// The sort that is named last holds for the names after it.
pub fn targets(node: &Node) -> Built<Vec<Target>> {
    let mut sort = None;
    node.all(Rule::target_name)
        .map(|found| {
            sort = found.find(Rule::target_sort).and_then(Node::first).map(target_sort).or(sort);
            Ok(Target { sort, name: ident(found)? })
        })
        .collect()
}

fn target_sort(word: &Node) -> TargetSort {
    match word.rule {
        Rule::k_kernelement => TargetSort::Kernelement,
        Rule::k_keuzelijst => TargetSort::Keuzelijst,
        Rule::k_thema => TargetSort::Thema,
        _ => TargetSort::Interventie,
    }
}

fn qualifier(node: &Node) -> Qualifier {
    let when = match ints(node).first() {
        Some(year) => When::Year(*year),
        None if node.has(Rule::k_ervoor) => When::YearBefore,
        None => When::Earlier,
    };
    Qualifier { negated: node.has(Rule::k_niet), when, span: node.span }
}

/// The set in a node, with whether `die` stands before it.
fn set_in(node: &Node) -> Built<Set> {
    let mut found = set(child(node, Rule::set)?)?;
    found.those = node.has(Rule::k_die);
    Ok(found)
}

pub fn set(node: &Node) -> Built<Set> {
    let in_that = node
        .find(Rule::in_that)
        .map(|found| if found.has(Rule::k_kalenderjaar) { InThat::CalendarYear } else { InThat::Year });
    Ok(Set {
        span: node.span,
        those: false,
        path: path(child(node, Rule::path)?),
        in_that,
        filters: node.all(Rule::filter).map(compare).collect::<Built<Vec<_>>>()?,
    })
}

pub fn path(node: &Node) -> Vec<Name> {
    node.all(Rule::ident).map(name).collect()
}

pub fn expr(node: &Node) -> Built<Expr> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    let kind = match inner.rule {
        Rule::count => ExprKind::Count(set_in(inner)?),
        Rule::count_distinct => ExprKind::CountDistinct(path(child(inner, Rule::path)?), set_in(inner)?),
        Rule::extreme => {
            let of = child(inner, Rule::extreme_of)?;
            let word = inner.first().ok_or_else(|| incomplete(node))?;
            ExprKind::Extreme(extreme(word), of.find(Rule::path).map(path), set_in(of)?)
        }
        Rule::total => ExprKind::Sum(path(child(inner, Rule::path)?), set_in(inner)?),
        _ => ExprKind::Path(path(inner)),
    };
    Ok(Expr { span: node.span, kind })
}

fn extreme(word: &Node) -> Extreme {
    match word.rule {
        Rule::k_vroegste => Extreme::Earliest,
        Rule::k_laatste => Extreme::Latest,
        Rule::k_laagste => Extreme::Lowest,
        _ => Extreme::Highest,
    }
}

fn comparison(node: &Node) -> Built<Comparison> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    let kind = match inner.rule {
        Rule::age => return duration_age(inner),
        Rule::moment => {
            let word = moment_word(child(inner, Rule::moment_word)?);
            ComparisonKind::Moment(word, Box::new(moment(child(inner, Rule::moment_value)?)?))
        }
        Rule::measure => ComparisonKind::Measure(measure_word(child(inner, Rule::measure_word)?), operand(inner)?),
        Rule::filled => ComparisonKind::Filled { negated: inner.has(Rule::k_niet) },
        Rule::yes_no => ComparisonKind::YesNo(inner.has(Rule::k_ja)),
        _ => ComparisonKind::Values {
            negated: inner.has(Rule::k_niet),
            values: inner.all(Rule::value).map(value).collect::<Built<Vec<_>>>()?,
        },
    };
    Ok(Comparison { span: node.span, kind })
}

/// `maximaal 3 jaar oud [op …]`
pub fn duration_age(node: &Node) -> Built<Comparison> {
    let on = node.find(Rule::moment_value).map(moment).transpose()?.map(Box::new);
    let kind = ComparisonKind::Age {
        at_most: node.has(Rule::k_maximaal),
        duration: duration(child(node, Rule::duration)?)?,
        on,
    };
    Ok(Comparison { span: node.span, kind })
}

fn duration(node: &Node) -> Built<Duration> {
    let amount = ints(node).first().copied().ok_or_else(|| incomplete(node))?;
    let unit = if node.has(Rule::k_jaar) {
        DurationUnit::Years
    } else if node.has(Rule::k_maanden) || node.has(Rule::k_maand) {
        DurationUnit::Months
    } else if node.has(Rule::k_weken) || node.has(Rule::k_week) {
        DurationUnit::Weeks
    } else {
        DurationUnit::Days
    };
    Ok(Duration { amount, unit })
}

pub fn measure_word(node: &Node) -> Measure {
    if node.has(Rule::k_minimaal) {
        Measure::AtLeast
    } else if node.has(Rule::k_maximaal) {
        Measure::AtMost
    } else if node.has(Rule::k_precies) {
        Measure::Exactly
    } else if node.has(Rule::k_meer) {
        Measure::More
    } else {
        Measure::Less
    }
}

pub fn operand(node: &Node) -> Built<Operand> {
    if let Some(half) = node.find(Rule::half_of) {
        return Ok(Operand::HalfOf(Box::new(expr(child(half, Rule::expr)?)?)));
    }
    if let Some(part) = node.find(Rule::percent_of) {
        return Ok(Operand::PercentOf(number(part)?, Box::new(expr(child(part, Rule::expr)?)?)));
    }
    if let Some(plain) = node.find(Rule::amount_value) {
        let unit = match (plain.has(Rule::percent), plain.has(Rule::k_euro)) {
            (true, _) => Unit::Percent,
            (false, true) => Unit::Euro,
            (false, false) => Unit::None,
        };
        return Ok(Operand::Number(number(plain)?, unit));
    }
    Ok(Operand::Expr(Box::new(expr(child(node, Rule::expr)?)?)))
}

fn moment_word(node: &Node) -> MomentWord {
    if node.has(Rule::k_uiterlijk) {
        MomentWord::NoLaterThan
    } else if node.has(Rule::k_vanaf) {
        MomentWord::From
    } else if node.has(Rule::k_eerder) {
        MomentWord::Before
    } else if node.has(Rule::k_later) {
        MomentWord::After
    } else {
        MomentWord::On
    }
}

fn moment(node: &Node) -> Built<Moment> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    let kind = match inner.rule {
        Rule::offset => MomentKind::Offset {
            duration: duration(child(inner, Rule::duration)?)?,
            after: inner.has(Rule::k_na),
            base: Box::new(moment(child(inner, Rule::moment_value)?)?),
        },
        Rule::quarter => {
            let (year, number) = quarter(inner)?;
            MomentKind::Quarter(year, number)
        }
        Rule::date => MomentKind::Date(date(inner)?),
        Rule::yearly => {
            let (day, month) = day_month(inner)?;
            // A leap year has every day that some year has.
            jiff::civil::Date::new(2024, month, day).map_err(|_| no_such_day(inner))?;
            MomentKind::Yearly { month, day }
        }
        Rule::k_peildatum => MomentKind::ReferenceDate,
        Rule::edge if inner.has(Rule::k_begin) => MomentKind::YearStart,
        Rule::edge => MomentKind::YearEnd,
        _ => MomentKind::Expr(expr(inner)?),
    };
    Ok(Moment { span: node.span, kind })
}

fn value(node: &Node) -> Built<Value> {
    let inner = node.first().ok_or_else(|| incomplete(node))?;
    Ok(match inner.rule {
        Rule::quarter => {
            let (year, number) = quarter(inner)?;
            Value::Quarter(year, number, inner.span)
        }
        Rule::date => Value::Date(date(inner)?, inner.span),
        Rule::string => Value::Text(text(inner)),
        _ => Value::Name(name(inner)),
    })
}
