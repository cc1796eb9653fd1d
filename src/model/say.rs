//! Conditions and selections as sentences: model -> catalogue texts, made from the rule itself.

use crate::diagnostic::{Arg, Join, Text};
use crate::value::Phrase;

use super::{
    Amount, Comparison, Cond, Duration, DurationUnit, Expr, Extreme, InThat, Kind, KindSet, Literal, Measure, Moment,
    MomentWord, Operand, PastYears, Period, Qualifier, Ref, Selector, Set, SetSource, Share, Shared, Sign, Type, Unit,
    When,
};

/// A condition as a clause of a sentence.
#[must_use]
pub fn say_cond(cond: &Cond) -> Text {
    match cond {
        Cond::Chosen { amount, selector } => Text::new("say-chosen")
            .with("amount", say_amount(*amount))
            .with("selector", selected(*amount, selector, true)),
        Cond::Quantified { amount, set, demand } => Text::new("say-quantified")
            .with("amount", say_amount(*amount))
            .with("set", say_set(set))
            .with("demand", say_cond(demand)),
        Cond::Shared(shared) => say_shared(shared),
        Cond::Filled { .. } | Cond::EmptyOr { .. } | Cond::Compare { .. } => {
            Text::new("say-compare").with("left", say_left(cond)).with("comparison", say_comparison_of(cond))
        }
    }
}

/// A named condition by its title, with what it asks.
fn say_shared(shared: &Shared) -> Text {
    let lines = say_lines(shared.any, &shared.lines);
    Text::new(if shared.negated { "say-shared-not" } else { "say-shared" })
        .with("title", &shared.title)
        .with("lines", lines)
}

/// The lines of a named condition: all of them, or one that is enough.
#[must_use]
pub fn say_lines(any: bool, lines: &[Cond]) -> Arg {
    let said = lines.iter().map(|line| Arg::Text(say_cond(line))).collect();
    Arg::List(said, if any { Join::Or } else { Join::And })
}

/// The left side of a comparison.
fn say_left(cond: &Cond) -> Arg {
    match cond {
        Cond::Filled { target, .. } | Cond::EmptyOr { target, .. } => say_ref(target),
        Cond::Compare { left, .. } => say_expr(left),
        Cond::Chosen { .. } | Cond::Quantified { .. } | Cond::Shared(_) => Arg::Text(say_cond(cond)),
    }
}

/// What a comparison asks, without its left side.
#[must_use]
pub fn say_comparison_of(cond: &Cond) -> Text {
    match cond {
        Cond::Chosen { .. } | Cond::Quantified { .. } | Cond::Shared(_) => say_cond(cond),
        Cond::Filled { negated, .. } => Text::new(if *negated { "say-not-filled" } else { "say-filled" }),
        Cond::EmptyOr { that, .. } => Text::new("say-empty-or").with("that", say_comparison_of(that)),
        Cond::Compare { that, .. } => say_comparison(that),
    }
}

fn say_comparison(that: &Comparison) -> Text {
    match that {
        Comparison::YesNo(value) => Text::new(if *value { "say-yes" } else { "say-no" }),
        Comparison::Measure(measure, right) => say_measure(*measure, right),
        Comparison::Age { at_most, duration, on } => {
            let id = match (at_most, on.is_some()) {
                (true, true) => "say-age-at-most-on",
                (true, false) => "say-age-at-most",
                (false, true) => "say-age-at-least-on",
                (false, false) => "say-age-at-least",
            };
            let text = Text::new(id).with("duration", say_duration(*duration));
            match on {
                Some(moment) => text.with("moment", say_moment(moment)),
                None => text,
            }
        }
        Comparison::Moment(word, right) => Text::new(match word {
            MomentWord::NoLaterThan => "say-no-later-than",
            MomentWord::From => "say-from",
            MomentWord::Before => "say-before",
            MomentWord::After => "say-after",
            MomentWord::On => "say-on",
        })
        .with("moment", say_moment(right)),
        Comparison::OneOf { negated, values } => Text::new(if *negated { "say-not-one-of" } else { "say-one-of" })
            .with("values", Arg::List(values.iter().map(say_literal).collect(), Join::Or)),
        Comparison::Contains { negated, words } => {
            Text::new(if *negated { "say-not-contains" } else { "say-contains" })
                .with("values", Arg::words(words.iter().map(Phrase::as_written), Join::Or))
        }
    }
}

/// `is minimaal 2`
#[must_use]
pub fn say_measure(measure: Measure, right: &Operand) -> Text {
    Text::new(match measure {
        Measure::AtLeast => "say-at-least",
        Measure::AtMost => "say-at-most",
        Measure::Exactly => "say-exactly",
        Measure::More => "say-more-than",
        Measure::Less => "say-less-than",
    })
    .with("value", say_operand(right))
}

/// A word of the plan or of the region: a language that is not theirs marks it, and says what the fixed ones mean.
pub(super) fn said_word(word: &str) -> Arg {
    Arg::Text(Text::new("say-word").with("word", word))
}

/// The way to a field or a list: `datum van ondertekening`, `begroting van de keuzes`.
fn said_path(words: &str) -> Arg {
    let Some((inner, outer)) = words.split_once(" van ") else { return said_word(words) };
    let (id, outer) = match outer.strip_prefix("de ") {
        Some(list) => ("say-path-of-each", list),
        None => ("say-path", outer),
    };
    Arg::Text(Text::new(id).with("inner", said_word(inner)).with("outer", said_path(outer)))
}

/// A field to write or to look at, as the plan writes it.
#[must_use]
pub fn name_path(words: &str) -> Arg {
    named(said_path(words))
}

/// Kinds of choice to write.
#[must_use]
pub fn name_kinds<'a>(kinds: impl IntoIterator<Item = &'a Kind>, join: Join) -> Arg {
    Arg::List(kinds.into_iter().map(|kind| named(said_kind(*kind))).collect(), join)
}

/// A word of the plan as it is to be written: marked in each language, and not twice.
fn named(said: Arg) -> Arg {
    Arg::Text(Text::new("named").with("said", said))
}

/// What the region calls something.
fn said_label(label: &str) -> Arg {
    Arg::Text(Text::new("say-label").with("label", label))
}

/// A part of the plan as the region calls it, else by its name.
#[must_use]
pub fn said_part(id: &str, label: &str) -> Arg {
    if label.is_empty() || label == id { said_word(id) } else { said_label(label) }
}

/// A kind of choice.
#[must_use]
pub fn said_kind(kind: Kind) -> Arg {
    Arg::Text(Text::new("say-kind").with("kind", kind.word()))
}

fn say_literal(literal: &Literal) -> Arg {
    match literal {
        Literal::Option(word) | Literal::Intervention(_, word) | Literal::Element(_, word) => said_word(word),
        Literal::Text(word) => said_label(word.as_written()),
        Literal::Kind(kind) => said_kind(*kind),
        Literal::Date(date) => Arg::Date(*date),
        Literal::Quarter(quarter) => Arg::Text(
            Text::new("say-quarter")
                .with("number", quarter.number.unsigned_abs())
                .with("year", quarter.year.to_string()),
        ),
    }
}

/// An amount: `minimaal 2`, `minimaal de helft`, `elk`.
#[must_use]
pub fn say_amount(amount: Amount) -> Text {
    match amount {
        Amount::AtLeast(share) => Text::new("say-amount-at-least").with("share", say_share(share)),
        Amount::AtMost(share) => Text::new("say-amount-at-most").with("share", say_share(share)),
        Amount::Exactly(share) => Text::new("say-amount-exactly").with("share", say_share(share)),
        Amount::All => Text::new("say-amount-all"),
        Amount::None => Text::new("say-amount-none"),
        Amount::AllOrNone => Text::new("say-amount-all-or-none"),
    }
}

fn say_share(share: Share) -> Arg {
    match share {
        Share::Number(n) => Arg::from(n),
        Share::Half => Arg::Text(Text::new("say-half")),
        Share::Percent(p) => Arg::Text(Text::new("say-percent").with("number", number(p))),
    }
}

fn number(value: rust_decimal::Decimal) -> Text {
    Text::new("say-number").with("number", Arg::Decimal(value))
}

/// Which choices count: `Anders werken met soort nieuw of verdieping`.
#[must_use]
pub fn say_selector(amount: Amount, selector: &Selector) -> Text {
    selected(amount, selector, false)
}

/// Which choices count; behind `gekozen` with the year in hand, where what was chosen before must be chosen in it too.
fn selected(amount: Amount, selector: &Selector, is_chosen: bool) -> Text {
    let here = is_chosen && !matches!(amount, Amount::All | Amount::AllOrNone);
    let all = selector.each || matches!(amount, Amount::All | Amount::AllOrNone);
    let labels = selector.targets.iter().map(|target| said_label(&target.label)).collect();
    let names = Arg::List(labels, if all { Join::And } else { Join::Or });
    let names = match &selector.field {
        Some(field) => Arg::Text(Text::new("say-out-of-field").with("field", say_ref(field))),
        None => names,
    };
    Text::new(if selector.each { "say-selector-each" } else { "say-selector" })
        .with("targets", names)
        .with("kinds", say_kinds(&selector.kinds))
        .with("qualifier", selector.qualifier.map_or(Arg::from(""), |q| Arg::Text(say_qualifier(q, here))))
}

fn say_kinds(kinds: &KindSet) -> Arg {
    if kinds.0.is_empty() {
        return Arg::from("");
    }
    Arg::Text(
        Text::new("say-kinds")
            .with("kinds", Arg::List(kinds.0.iter().map(|kind| said_kind(*kind)).collect(), Join::Or)),
    )
}

fn say_qualifier(qualifier: Qualifier, here: bool) -> Text {
    match (qualifier.when, qualifier.negated) {
        (When::Earlier, false) if here => Text::new("say-also-chosen-earlier"),
        (When::YearBefore, false) if here => Text::new("say-also-chosen-year-before"),
        (When::Year(year), false) if here => Text::new("say-also-chosen-in-year").with("year", year),
        (When::Earlier, false) => Text::new("say-chosen-earlier"),
        (When::Earlier, true) => Text::new("say-not-chosen-earlier"),
        (When::YearBefore, false) => Text::new("say-chosen-year-before"),
        (When::YearBefore, true) => Text::new("say-not-chosen-year-before"),
        (When::Year(year), false) => Text::new("say-chosen-in-year").with("year", year),
        (When::Year(year), true) => Text::new("say-not-chosen-in-year").with("year", year),
    }
}

/// A set: `intervisies in dat jaar met niveau wsv`.
#[must_use]
pub fn say_set(set: &Set) -> Text {
    let name = match &set.source {
        SetSource::List(_) | SetSource::Group(..) => said_path(&set.words),
        SetSource::Inside(_, list) => say_ref(list),
        SetSource::ListOfYears(_, years) => Arg::Text(
            Text::new("say-list-of-years").with("name", said_path(&set.words)).with("years", say_past_years(*years)),
        ),
        SetSource::Choices => Arg::Text(Text::new("say-choices")),
        SetSource::Practices => Arg::Text(Text::new("say-practices")),
        SetSource::OfPractices(inner) => Arg::Text(Text::new("say-of-practices").with("set", say_set(inner))),
        SetSource::Those { .. } => Arg::Text(Text::new("say-those").with("name", said_path(&set.words))),
    };
    let that = match set.in_that {
        None => Arg::from(""),
        Some(InThat::Year) => Arg::Text(Text::new("say-in-that-year")),
        Some(InThat::CalendarYear) => Arg::Text(Text::new("say-in-that-calendar-year")),
    };
    let filters = set
        .filters
        .iter()
        .map(|filter| Arg::Text(Text::new("say-filter").with("cond", say_cond(filter))))
        .collect::<Vec<_>>();
    let filters = if filters.is_empty() {
        Arg::from("")
    } else {
        Arg::Text(Text::new("say-filters").with("filters", Arg::List(filters, Join::And)))
    };
    let own = Text::new("say-set").with("name", name).with("that", that).with("filters", filters);
    match &set.source {
        SetSource::Inside(outer, _) => Text::new("say-set-of").with("list", own).with("set", say_set(outer)),
        SetSource::List(_)
        | SetSource::ListOfYears(..)
        | SetSource::Group(..)
        | SetSource::Choices
        | SetSource::Practices
        | SetSource::OfPractices(_)
        | SetSource::Those { .. } => own,
    }
}

/// `in een eerder jaar`
#[must_use]
pub fn say_past_years(years: PastYears) -> Text {
    Text::new(match years {
        PastYears::Earlier => "say-in-earlier-year",
        PastYears::ThisOrEarlier => "say-in-this-or-earlier-year",
    })
}

pub fn say_ref(target: &Ref) -> Arg {
    match target {
        Ref::Frame(field) => said_word(field.word()),
        Ref::Choice(field) => said_word(field.word()),
        Ref::Path(path) => said_path(&path.words),
        Ref::Member => Arg::Text(Text::new("say-it")),
    }
}

/// An expression: `aantal intervisies`, `vroegste datum van de intervisies`.
#[must_use]
pub fn say_expr(expr: &Expr) -> Arg {
    let of = |id: &'static str, field: &Ref, set: &Set| {
        let id = if matches!(field, Ref::Member) { format_of_set(id) } else { id };
        Arg::Text(Text::new(id).with("field", say_ref(field)).with("set", say_set(set)))
    };
    match expr {
        Expr::Ref(found) => say_ref(found),
        Expr::Count(set) => Arg::Text(Text::new("say-count").with("set", say_set(set))),
        Expr::CountDistinct(field, set) => of("say-count-distinct", field, set),
        Expr::Extreme(Extreme::Earliest, field, set) => of("say-earliest", field, set),
        Expr::Extreme(Extreme::Latest, field, set) => of("say-latest", field, set),
        Expr::Extreme(Extreme::Lowest, field, set) => of("say-lowest", field, set),
        Expr::Extreme(Extreme::Highest, field, set) => of("say-highest", field, set),
        Expr::Sum(field, set) => of("say-sum", field, set),
        Expr::Number(value, unit) => say_amount_of(*value, *unit),
        Expr::Times(factor, unit, of) => say_times(say_amount_of(*factor, *unit), say_expr(of)),
        Expr::Added(parts) => {
            let mut parts = parts.iter().map(|(sign, part)| (*sign, say_expr(part)));
            let first = parts.next().map_or(Arg::from(""), |(_, first)| first);
            parts.fold(first, |left, (sign, right)| say_added(left, sign, right))
        }
    }
}

/// `3500 keer 3`
#[must_use]
pub fn say_times(factor: Arg, of: Arg) -> Arg {
    Arg::Text(Text::new("say-times").with("factor", factor).with("value", of))
}

/// `400 plus 50`, `400 min 50`
#[must_use]
pub fn say_added(left: Arg, sign: Sign, right: Arg) -> Arg {
    let id = match sign {
        Sign::Plus => "say-plus",
        Sign::Minus => "say-minus",
    };
    Arg::Text(Text::new(id).with("left", left).with("right", right))
}

/// `3,60 euro`
#[must_use]
pub fn say_money(value: rust_decimal::Decimal) -> Text {
    Text::new("say-euro").with("number", Arg::Money(value))
}

/// A number with its unit.
fn say_amount_of(value: rust_decimal::Decimal, unit: Unit) -> Arg {
    Arg::Text(match unit {
        Unit::None => number(value),
        Unit::Percent => Text::new("say-percent").with("number", number(value)),
        Unit::Euro => say_money(value),
    })
}

fn format_of_set(id: &'static str) -> &'static str {
    match id {
        "say-earliest" => "say-earliest-of",
        "say-latest" => "say-latest-of",
        "say-lowest" => "say-lowest-of",
        "say-highest" => "say-highest-of",
        "say-count-distinct" => "say-count-distinct-of",
        "say-sum" => "say-sum-of",
        other => other,
    }
}

fn say_operand(operand: &Operand) -> Arg {
    match operand {
        Operand::Number(value, unit) => say_amount_of(*value, *unit),
        Operand::HalfOf(expr) => Arg::Text(Text::new("say-half-of").with("value", say_expr(expr))),
        Operand::PercentOf(part, expr) => {
            Arg::Text(Text::new("say-percent-of").with("number", number(*part)).with("value", say_expr(expr)))
        }
        Operand::Expr(expr) => say_expr(expr),
    }
}

fn say_duration(duration: Duration) -> Text {
    Text::new(match duration.unit {
        DurationUnit::Days => "say-days",
        DurationUnit::Weeks => "say-weeks",
        DurationUnit::Months => "say-months",
        DurationUnit::Years => "say-years",
    })
    .with("count", duration.amount)
}

fn say_moment(moment: &Moment) -> Arg {
    match moment {
        Moment::Date(date) => Arg::Date(*date),
        Moment::Yearly { month, day } => Arg::Text(
            Text::new("say-yearly").with("day", day.unsigned_abs()).with("month", Text::new(month_id(*month))),
        ),
        Moment::ReferenceDate => Arg::Text(Text::new("say-reference-date")),
        Moment::YearStart => Arg::Text(Text::new("say-year-start")),
        Moment::YearEnd => Arg::Text(Text::new("say-year-end")),
        Moment::Expr(expr) => say_expr(expr),
        Moment::Offset { duration, after, base } => Arg::Text(
            Text::new(if *after { "say-after-moment" } else { "say-before-moment" })
                .with("duration", say_duration(*duration))
                .with("moment", say_base(base)),
        ),
    }
}

/// What a length of time is counted from: of a quarter of the plan that is its first day.
fn say_base(base: &Moment) -> Arg {
    match base {
        Moment::Expr(Expr::Ref(Ref::Path(path))) if path.ty == Type::Quarter => {
            Arg::Text(Text::new("say-quarter-start").with("quarter", say_moment(base)))
        }
        other => say_moment(other),
    }
}

fn month_id(month: i8) -> &'static str {
    const IDS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9", "month-10",
        "month-11", "month-12",
    ];
    usize::try_from(month - 1).ok().and_then(|n| IDS.get(n).copied()).unwrap_or("month-1")
}

/// A period: `vanaf jaar 2`, `in kalenderjaar 2025`.
#[must_use]
pub fn say_period(period: &Period) -> Text {
    match period {
        Period::Always => Text::new("say-period-always"),
        Period::InYears(years) => {
            Text::new(if years.len() == 1 { "say-period-in-year" } else { "say-period-in-years" })
                .with("years", Arg::words(years.iter().map(u8::to_string), Join::And))
        }
        Period::FromYear(year) => Text::new("say-period-from-year").with("year", *year),
        Period::UntilYear(year) => Text::new("say-period-until-year").with("year", *year),
        Period::InCalendar(year) => Text::new("say-period-in-calendar").with("year", year.to_string()),
        Period::FromCalendar(year) => Text::new("say-period-from-calendar").with("year", year.to_string()),
        Period::UntilCalendar(year) => Text::new("say-period-until-calendar").with("year", year.to_string()),
        Period::FromDate(date) => Text::new("say-period-from-date").with("date", *date),
        Period::UntilDate(date) => Text::new("say-period-until-date").with("date", *date),
        Period::Between(from, to) => Text::new("say-period-between").with("from", *from).with("to", *to),
    }
}
