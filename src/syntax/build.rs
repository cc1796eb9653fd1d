//! Parsed clause -> clause of the tree: heads, offer, rules and reasons.

use crate::diagnostic::{Problem, Text};

use super::build_data::{data_head, field};
use super::build_expr::{amount, compare, cond, duration_age, path, selector, set};
use super::node::Node;
use super::pest_parser::Rule;
use super::tree::{Body, Case, Clause, Name, Outcome, Period, PeriodKind, Quoted, Scope};

/// What building gives: a value, or the problem that prevents it (a day that does not exist).
pub type Built<T> = Result<T, Box<Problem>>;

/// Builds one clause.
pub fn clause(node: &Node) -> Built<Clause> {
    let body = match node.rule {
        Rule::data_head | Rule::field => data(node)?,
        Rule::plan_head
        | Rule::name
        | Rule::document
        | Rule::judges
        | Rule::year_range
        | Rule::year_count
        | Rule::transition
        | Rule::follows
        | Rule::deviates => header(node)?,
        Rule::guide_head
        | Rule::edition
        | Rule::offers
        | Rule::rendering_head
        | Rule::growth
        | Rule::work_head
        | Rule::valid
        | Rule::whole_region
        | Rule::indicator_head
        | Rule::calculate
        | Rule::target_value
        | Rule::overview_head
        | Rule::per
        | Rule::shows => super::build_region::clause(node)?,
        Rule::group_head
        | Rule::element_head
        | Rule::list_head
        | Rule::theme_head
        | Rule::goal_head
        | Rule::consists => group(node)?,
        Rule::source_head | Rule::says | Rule::informative | Rule::regional | Rule::uncheckable => register(node)?,
        Rule::rule_head
        | Rule::scope
        | Rule::condition_line
        | Rule::for_each
        | Rule::choose
        | Rule::not_double
        | Rule::demand
        | Rule::evidence => rule(node)?,
        Rule::at_accounting | Rule::not_yet | Rule::in_force | Rule::standing => standing(node)?,
        Rule::also_known | Rule::explanation | Rule::advice | Rule::reading | Rule::source_line | Rule::mute => {
            reason(node)?
        }
        _ => offer(node)?,
    };
    Ok(Clause { span: node.span, body })
}

fn data(node: &Node) -> Built<Body> {
    if node.rule == Rule::field { Ok(Body::Veld(field(node)?)) } else { data_head(node) }
}

fn header(node: &Node) -> Built<Body> {
    Ok(match node.rule {
        Rule::plan_head => Body::Regioplan { id: ident(node)?, version: quoted(node)? },
        Rule::name => Body::Naam(quoted(node)?),
        Rule::document => Body::Document(quoted(node)?),
        Rule::judges => {
            let mut dates = node.all(Rule::date);
            let from = date(dates.next().ok_or_else(|| incomplete(node))?)?;
            Body::Beoordeelt { from, to: date(dates.next().ok_or_else(|| incomplete(node))?)? }
        }
        Rule::year_range => {
            let years = ints(node);
            Body::Jaren { first: at(&years, 0, node)?, last: at(&years, 1, node)? }
        }
        Rule::year_count => {
            let january_from = node.find(Rule::from_january).map(|from| from.find(Rule::year).and_then(year));
            Body::JarenTellen { january_from }
        }
        Rule::follows => Body::VolgtLeidraad { id: ident(node)?, version: quoted(node)? },
        Rule::deviates => Body::WijktAf { rule: ident(node)?, reason: quoted(node)? },
        _ => Body::Transitiejaar(node.find(Rule::year).and_then(year).ok_or_else(|| incomplete(node))?),
    })
}

fn group(node: &Node) -> Built<Body> {
    if node.rule == Rule::consists {
        return match node.find(Rule::ident_list) {
            Some(list) => Ok(Body::BestaatUitNames(idents(list))),
            None => Ok(Body::BestaatUitSet(set(node.find(Rule::set).ok_or_else(|| incomplete(node))?)?)),
        };
    }
    let (id, label) = (ident(node)?, quoted(node)?);
    Ok(match node.rule {
        Rule::group_head => Body::Groep { id, label },
        Rule::element_head => Body::Kernelement { id, label },
        Rule::list_head => Body::Keuzelijst { id, label },
        Rule::theme_head => Body::Thema { id, label },
        _ => Body::Doel { id, label },
    })
}

fn offer(node: &Node) -> Built<Body> {
    let the_period = || node.find(Rule::period).map(period).transpose();
    Ok(match node.rule {
        Rule::intervention_head => Body::Interventie { id: ident(node)?, label: quoted(node)? },
        Rule::belongs => match node.find(Rule::names) {
            Some(names) => Body::HoortBijThema(idents(names)),
            None => Body::HoortBijKernelement(ident(node)?),
        },
        Rule::part_of => Body::OnderdeelVan(ident(node)?),
        Rule::variants => {
            Body::Varianten(node.all(Rule::variant).map(|v| Ok((ident(v)?, quoted(v)?))).collect::<Built<Vec<_>>>()?)
        }
        Rule::offered => Body::Aangeboden(the_period()?.ok_or_else(|| incomplete(node))?),
        Rule::not_offered => Body::NietAangeboden { period: the_period()?, reason: quoted(node)? },
        Rule::only_kinds => Body::AlleenSoort { kinds: names_in(node, Rule::kinds), period: the_period()? },
        Rule::trial => Body::Proef { period: the_period()?.ok_or_else(|| incomplete(node))?, reason: quoted(node)? },
        Rule::deepening => Body::Verdieping { id: ident(node)?, label: quoted(node)? },
        Rule::own_idea => Body::EigenVoorstel(quoted(node)?),
        Rule::assigned => Body::Toegewezen(quoted(node)?),
        Rule::without_earlier => Body::ZonderEerdereKeuze,
        Rule::serves => Body::DientDoel(names_in(node, Rule::names)),
        Rule::minimum => Body::MinimaleEis { id: ident(node).ok(), title: quoted(node)? },
        Rule::end_goal => Body::Einddoel { id: ident(node).ok(), title: quoted(node)? },
        _ => return Err(incomplete(node)),
    })
}

fn rule(node: &Node) -> Built<Body> {
    let condition = || cond(node.find(Rule::cond).ok_or_else(|| incomplete(node))?);
    Ok(match node.rule {
        Rule::rule_head => Body::Regel { id: ident(node)?, title: quoted(node)? },
        Rule::scope => Body::Scope(scope(node)?),
        Rule::condition_line => Body::Als(condition()?),
        Rule::for_each => Body::VoorElk {
            set: set(node.find(Rule::set).ok_or_else(|| incomplete(node))?)?,
            same: node.find(Rule::same).and_then(|same| same.find(Rule::path)).map(path),
        },
        Rule::not_double => Body::NietDubbel { rules: names_in(node, Rule::names) },
        Rule::choose => Body::Kies {
            amount: amount(node.find(Rule::choice_amount).ok_or_else(|| incomplete(node))?)?,
            selector: selector(node.find(Rule::selector).ok_or_else(|| incomplete(node))?)?,
        },
        Rule::demand => Body::Eis(condition()?),
        _ => Body::Bewijs {
            kinds: names_in(node, Rule::kinds),
            filters: node.all(Rule::filter).map(compare).collect::<Built<Vec<_>>>()?,
            age: node.find(Rule::age).map(duration_age).transpose()?,
        },
    })
}

fn scope(node: &Node) -> Built<Scope> {
    if let Some(found) = node.find(Rule::period) {
        return Ok(Scope::Each(period(found)?));
    }
    Ok(match node.find(Rule::int_list) {
        Some(list) => Scope::Together(ints(list)),
        None => Scope::OwnYear,
    })
}

fn standing(node: &Node) -> Built<Body> {
    Ok(match node.rule {
        Rule::at_accounting => Body::PasBijVerantwoording,
        Rule::not_yet => Body::NogNietVanKracht(quoted(node)?),
        Rule::in_force => {
            let day = date(node.find(Rule::date).ok_or_else(|| incomplete(node))?)?;
            let until = node.has(Rule::k_tot);
            Body::VanKracht { from: (!until).then_some(day), until: until.then_some(day) }
        }
        _ => Body::Gevolg {
            case: case(node.find(Rule::standing_case).ok_or_else(|| incomplete(node))?),
            outcome: outcome(node.find(Rule::outcome).ok_or_else(|| incomplete(node))?)?,
            condition: node.find(Rule::cond).map(cond).transpose()?,
        },
    })
}

fn case(node: &Node) -> Case {
    match (node.has(Rule::k_ontbreekt), node.has(Rule::k_niet)) {
        (true, _) => Case::Missing,
        (false, true) => Case::NotMet,
        (false, false) => Case::Met,
    }
}

fn outcome(node: &Node) -> Built<Outcome> {
    Ok(if node.has(Rule::k_overtreding) {
        Outcome::Violation
    } else if node.has(Rule::k_waarschuwing) {
        Outcome::Warning
    } else if node.has(Rule::k_beoordeling) {
        Outcome::Review(quoted(node)?)
    } else if node.has(Rule::k_later) {
        Outcome::Later
    } else if node.has(Rule::k_controleren) {
        Outcome::NotVerifiable
    } else {
        Outcome::Fine
    })
}

fn reason(node: &Node) -> Built<Body> {
    Ok(match node.rule {
        Rule::also_known => Body::OokBekendAls(node.all(Rule::string).map(text).collect()),
        Rule::explanation => Body::Toelichting(quoted(node)?),
        Rule::advice => Body::Advies(quoted(node)?),
        Rule::reading => Body::Interpretatie(quoted(node)?),
        Rule::mute => Body::Negeer { code: ident(node)?, reason: quoted(node)? },
        _ => Body::Bron(node.all(Rule::source_id).map(name).collect()),
    })
}

fn register(node: &Node) -> Built<Body> {
    Ok(match node.rule {
        Rule::source_head => Body::RegisterBron {
            id: name(node.find(Rule::source_id).ok_or_else(|| incomplete(node))?),
            section: quoted(node)?,
        },
        Rule::says => Body::Zegt(quoted(node)?),
        Rule::informative => Body::Informatie(quoted(node)?),
        Rule::regional => Body::Regio(quoted(node)?),
        _ => Body::NietControleerbaar(quoted(node)?),
    })
}

pub fn period(node: &Node) -> Built<Period> {
    let years = ints(node.find(Rule::int_list).unwrap_or(node));
    let calendar = node.find(Rule::year).and_then(year);
    let day = node.find(Rule::date).map(date).transpose()?;
    let until = node.has(Rule::k_tot);
    let from = node.has(Rule::k_vanaf);
    let kind = match (calendar, day, years.first().copied()) {
        (Some(year), _, _) if until => PeriodKind::UntilCalendar(year),
        (Some(year), _, _) if from => PeriodKind::FromCalendar(year),
        (Some(year), _, _) => PeriodKind::InCalendar(year),
        (None, Some(day), _) if until => PeriodKind::UntilDate(day),
        (None, Some(day), _) => PeriodKind::FromDate(day),
        (None, None, Some(year)) if until => PeriodKind::UntilYear(year),
        (None, None, Some(year)) if from => PeriodKind::FromYear(year),
        (None, None, Some(_)) => PeriodKind::InYears(years),
        (None, None, None) => PeriodKind::Always,
    };
    Ok(Period { span: node.span, kind })
}

/// A problem for a clause that lacks a part; the grammar prevents it.
pub fn incomplete(node: &Node) -> Box<Problem> {
    Box::new(Problem::new("taal", node.span, Text::new("syntax-ends-early")))
}

pub fn name(node: &Node) -> Name {
    Name { text: node.text.to_owned(), span: node.span }
}

pub fn text(node: &Node) -> Quoted {
    Quoted { text: node.text.trim_matches('"').to_owned(), span: node.span }
}

pub fn ident(node: &Node) -> Built<Name> {
    node.find(Rule::ident).map(name).ok_or_else(|| incomplete(node))
}

pub fn idents(node: &Node) -> Vec<Name> {
    node.all(Rule::ident).map(name).collect()
}

pub fn quoted(node: &Node) -> Built<Quoted> {
    node.find(Rule::string).map(text).ok_or_else(|| incomplete(node))
}

fn names_in(node: &Node, rule: Rule) -> Vec<Name> {
    node.find(rule).map(idents).unwrap_or_default()
}

pub fn ints(node: &Node) -> Vec<u32> {
    node.children
        .iter()
        .filter(|child| matches!(child.rule, Rule::int | Rule::year_no))
        .filter_map(|int| int.text.parse().ok())
        .collect()
}

fn at(numbers: &[u32], index: usize, node: &Node) -> Built<u32> {
    numbers.get(index).copied().ok_or_else(|| incomplete(node))
}

pub fn year(node: &Node) -> Option<u16> {
    node.text.parse().ok()
}

pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Day and month of a node that holds both.
pub fn day_month(node: &Node) -> Built<(i8, i8)> {
    let day = node.find(Rule::day).and_then(|day| day.text.parse().ok()).ok_or_else(|| incomplete(node))?;
    let month = node.find(Rule::month).and_then(|found| MONTHS.iter().position(|m| *m == found.text));
    let month = month.and_then(|index| i8::try_from(index + 1).ok()).ok_or_else(|| incomplete(node))?;
    Ok((day, month))
}

pub fn date(node: &Node) -> Built<jiff::civil::Date> {
    let (day, month) = day_month(node)?;
    let year = node.find(Rule::year).and_then(|found| found.text.parse().ok()).ok_or_else(|| incomplete(node))?;
    jiff::civil::Date::new(year, month, day).map_err(|_| no_such_day(node))
}

/// A day that no calendar has.
pub fn no_such_day(node: &Node<'_>) -> Box<Problem> {
    Box::new(
        Problem::new("taal", node.span, Text::new("syntax-no-such-day").with("found", node.text))
            .help(Text::new("syntax-no-such-day-help")),
    )
}

pub fn quarter(node: &Node) -> Built<(i16, i8)> {
    let number = node.find(Rule::quarter_no).and_then(|no| no.text.get(..1).and_then(|digit| digit.parse().ok()));
    let year = node.find(Rule::year).and_then(|found| found.text.parse().ok());
    year.zip(number).ok_or_else(|| incomplete(node))
}
