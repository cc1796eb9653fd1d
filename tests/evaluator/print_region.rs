//! A regioplan as text.

use super::choices::LIST_MEMBERS;
use super::day::month_name;
use super::plan::FIELDS;
use super::region::{
    Amount, Ask, Case, Choose, Cond, Counting, Evidence, Expr, Intervention, Kind, List, Measured, Moment, ONE, Op,
    Order, Outcome, Period, Region, Rule, Scope, Share, Target, Test, That, Which,
};

pub fn text(region: &Region) -> String {
    head(region) + &blocks(region).join("\n")
}

/// Every block but the head.
pub fn blocks(region: &Region) -> Vec<String> {
    let mut blocks: Vec<String> =
        FIELDS.trim_start().split("\n\n").map(|block| format!("{}\n", block.trim_end())).collect();
    blocks.push("kernelement werk \"Werk\"\n".to_owned());
    blocks.push("kernelement net \"Net\"\n".to_owned());
    blocks.push("thema wijk \"Wijk\"\n".to_owned());
    blocks.push(format!("keuzelijst lijst \"Lijst\"\n  bestaat uit {}\n", LIST_MEMBERS.join(" en ")));
    blocks.extend(region.interventions.iter().map(intervention));
    blocks.extend(region.rules.iter().map(|one| rule(one, &format!("regel {} \"Regel {}\"", one.id, one.id), "")));
    blocks
}

pub fn head(region: &Region) -> String {
    let counting = match region.counting {
        Counting::StartQuarter => "  jaren tellen vanaf startkwartaal\n".to_owned(),
        Counting::January => "  jaren tellen vanaf 1 januari\n".to_owned(),
        Counting::Until(calendar) => format!(
            "  jaren tellen vanaf startkwartaal\n  jaren tellen vanaf 1 januari met ingang van kalenderjaar {calendar}\n  transitiejaar {}\n",
            calendar - 1
        ),
    };
    format!(
        "regioplan proef versie \"1\"\n  naam \"Proef\"\n  document \"Proef\"\n  beoordeelt plannen van 1 januari 2015 tot en met 31 december 2035\n  jaren 1 tot en met 4\n{counting}"
    )
}

fn intervention(one: &Intervention) -> String {
    let mut lines = vec![format!("interventie {} \"{}\"", one.id, one.id)];
    lines.push(format!("  hoort bij kernelement {}", one.element));
    if one.theme {
        lines.push("  hoort bij thema wijk".to_owned());
    }
    for offered in &one.offered {
        lines.push(format!("  aangeboden {}", period(offered)));
    }
    for (allowed, when) in &one.only {
        let when = when.as_ref().map(|when| format!(" {}", period(when))).unwrap_or_default();
        lines.push(format!("  alleen met soort {}{when}", kinds(allowed)));
    }
    if let Some(trial) = &one.trial {
        lines.push(format!("  proef {} \"Een proef.\"", period(trial)));
    }
    if one.own_idea {
        lines.push("  naar eigen voorstel, beoordeling door \"de regio\"".to_owned());
    }
    if one.assigned {
        lines.push("  toegewezen door \"de regio\"".to_owned());
    }
    if one.without_earlier {
        lines.push("  mag zonder eerdere keuze".to_owned());
    }
    for withheld in &one.withheld {
        let when = withheld.period.as_ref().map(|when| format!(" {}", period(when))).unwrap_or_default();
        lines.push(format!("  niet aangeboden{when} \"Daarom niet.\""));
        if let Some((softer, when)) = &withheld.softened {
            lines.push(format!("    niet voldaan: {} als {}", outcome(*softer), cond(when)));
        }
    }
    let mut text = lines.join("\n") + "\n";
    if let Some(minimum) = &one.minimum {
        text += &rule(minimum, "  minimale eis grens \"Grens\"", "  ");
    }
    text
}

pub fn rule(rule: &Rule, head: &str, indent: &str) -> String {
    let mut lines = vec![head.to_owned()];
    let mut add = |line: String| lines.push(format!("{indent}  {line}"));
    match &rule.scope {
        Scope::Whole => {}
        Scope::Periods(periods) => periods.iter().for_each(|one| add(period(one))),
        Scope::PlanYear(periods) => {
            add("in het jaar van het plan".to_owned());
            periods.iter().for_each(|one| add(period(one)));
        }
        Scope::Together(years) => add(format!("in de jaren {} samen", numbers(years))),
    }
    if rule.not_yet {
        add("nog niet van kracht \"Later.\"".to_owned());
    }
    if let Some(from) = rule.from {
        add(format!("van kracht vanaf {}", from.words()));
    }
    if let Some(to) = rule.to {
        add(format!("van kracht tot en met {}", to.words()));
    }
    for condition in &rule.conditions {
        add(format!("als {}", cond(condition)));
    }
    if let Some((over, same)) = &rule.each {
        let same = same.map(|field| format!(" met dezelfde {field}")).unwrap_or_default();
        add(format!("voor elk van de {}{same}", list(over)));
    }
    for ask in &rule.asks {
        add(match ask {
            Ask::Choose(choose) => format!("kies {}", selection(choose, "")),
            Ask::Demand(condition) => format!("eis {}", cond(condition)),
            Ask::Evidence(piece) => evidence(piece),
        });
    }
    if let Some(names) = &rule.not_double {
        let others = if names.is_empty() { String::new() } else { format!(" met regel {}", joined(names, "of")) };
        add(format!("geen keuze telt dubbel{others}"));
    }
    if rule.at_accounting {
        add("pas bij verantwoording".to_owned());
    }
    for sentence in &rule.sentences {
        let case = match sentence.case {
            Case::Met => "voldaan",
            Case::NotMet => "niet voldaan",
            Case::Missing => "ontbreekt",
        };
        let when = sentence.when.as_ref().map(|when| format!(" als {}", cond(when))).unwrap_or_default();
        add(format!("{case}: {}{when}", outcome(sentence.outcome)));
    }
    lines.join("\n") + "\n"
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Violation => "overtreding",
        Outcome::Warning => "waarschuwing",
        Outcome::Review => "beoordeling door \"de regio\"",
        Outcome::Later => "later aan te tonen",
        Outcome::Uncheckable => "niet te controleren",
        Outcome::Fine => "in orde",
    }
}

fn period(period: &Period) -> String {
    match period {
        Period::Always => "elk jaar".to_owned(),
        Period::Year(n) => format!("in jaar {n}"),
        Period::Years(all) => format!("in elk van de jaren {}", numbers(all)),
        Period::FromYear(n) => format!("vanaf jaar {n}"),
        Period::ToYear(n) => format!("tot en met jaar {n}"),
        Period::Calendar(n) => format!("in kalenderjaar {n}"),
        Period::FromCalendar(n) => format!("vanaf kalenderjaar {n}"),
        Period::ToCalendar(n) => format!("tot en met kalenderjaar {n}"),
        Period::FromDay(day) => format!("vanaf {}", day.words()),
        Period::ToDay(day) => format!("tot en met {}", day.words()),
    }
}

fn numbers(all: &[i32]) -> String {
    joined(&all.iter().map(ToString::to_string).collect::<Vec<_>>(), "en")
}

fn kinds(kinds: &[Kind]) -> String {
    joined(&kinds.iter().map(|kind| kind.word().to_owned()).collect::<Vec<_>>(), "of")
}

/// `a, b of c`.
fn joined(words: &[String], last: &str) -> String {
    match words.split_last() {
        Some((end, rest)) if !rest.is_empty() => format!("{} {last} {end}", rest.join(", ")),
        _ => words.join(""),
    }
}

/// What stands after `kies`, and with `gekozen` after `als`.
fn selection(choose: &Choose, chosen: &str) -> String {
    let amount = match choose.amount {
        Amount::AtLeast(n) => format!("minimaal {n}"),
        Amount::AtMost(n) => format!("maximaal {n}"),
        Amount::Exactly(n) => format!("precies {n}"),
        Amount::None => "geen".to_owned(),
        Amount::All => "alle".to_owned(),
        Amount::AllOrNone => "alle of geen".to_owned(),
    };
    let targets: Vec<String> = choose
        .targets
        .iter()
        .map(|target| match target {
            Target::Element(id) => format!("kernelement {id}"),
            Target::Theme => "thema wijk".to_owned(),
            Target::ChoiceList => "keuzelijst lijst".to_owned(),
            Target::Intervention(id) => format!("interventie {id}"),
        })
        .collect();
    let all = matches!(choose.amount, Amount::All | Amount::AllOrNone);
    let targets = match (choose.each, all) {
        (true, _) => format!("elk van {}", joined(&targets, "en")),
        (false, true) => joined(&targets, "en"),
        (false, false) => joined(&targets, "of"),
    };
    let of_kind = if choose.kinds.is_empty() { String::new() } else { format!(" met soort {}", kinds(&choose.kinds)) };
    let which = match choose.which {
        None => String::new(),
        Some((not, which)) => {
            let not = if not { " niet" } else { "" };
            let when = match which {
                Which::Earlier => "eerder".to_owned(),
                Which::InYear(n) => format!("in jaar {n}"),
                Which::YearBefore => "in het jaar ervoor".to_owned(),
            };
            format!(" die{not} {when} gekozen is")
        }
    };
    format!("{amount}{chosen} uit {targets}{of_kind}{which}")
}

fn evidence(piece: &Evidence) -> String {
    let sorts: Vec<String> = piece.sorts.iter().map(ToString::to_string).collect();
    let age = piece.age.as_ref().map(|(most, length, on)| format!(" is {}", age(*most, *length, on.as_ref())));
    format!("bewijs {}{}{}", joined(&sorts, "of"), filters(&piece.filters), age.unwrap_or_default())
}

fn age(at_most: bool, length: super::day::Length, on: Option<&Moment>) -> String {
    let on = on.map(|on| format!(" op {}", moment(on))).unwrap_or_default();
    format!("{} {} oud{on}", if at_most { "maximaal" } else { "minimaal" }, length.words())
}

pub fn cond(condition: &Cond) -> String {
    match condition {
        Cond::Chosen(choose) => selection(choose, " gekozen"),
        Cond::Plain(left, right) => format!("{} is {}", expr(left), test(right)),
        Cond::Part { share, list: over, left, test: right } => {
            let share = match share {
                Share::Each => "elk".to_owned(),
                Share::None => "geen".to_owned(),
                Share::AtLeast(n) => format!("minimaal {n}"),
                Share::AtMost(n) => format!("maximaal {n}"),
                Share::Exactly(n) => format!("precies {n}"),
                Share::AtLeastHalf => "minimaal de helft".to_owned(),
                Share::AtMostHalf => "maximaal de helft".to_owned(),
                Share::AtLeastPercent(p) => format!("minimaal {p} %"),
                Share::AtMostPercent(p) => format!("maximaal {p} %"),
            };
            let article = if over.those { "die" } else { "de" };
            match left {
                Some(left) => format!("{share} van {article} {} heeft {} {}", list(over), expr(left), test(right)),
                None => format!("{share} van {article} {} is {}", list(over), test(right)),
            }
        }
    }
}

fn list(list: &List) -> String {
    let that = match list.that {
        None => "",
        Some(That::Year) => " in dat jaar",
        Some(That::CalendarYear) => " in dat kalenderjaar",
    };
    format!("{}{that}{}", list.name, filters(&list.filters))
}

fn filters(filters: &[(Expr, Test)]) -> String {
    filters.iter().map(|(left, right)| format!(" met {} {}", expr(left), test(right))).collect()
}

fn expr(one: &Expr) -> String {
    let article = |list: &List| if list.those { "die" } else { "de" };
    match one {
        Expr::Field(path) => path.iter().rev().copied().collect::<Vec<_>>().join(" van "),
        Expr::Count(over, distinct) => {
            let those = if over.those { "van die " } else { "" };
            let distinct = distinct.map(|field| format!(" met verschillende {field}")).unwrap_or_default();
            format!("aantal {those}{}{distinct}", list(over))
        }
        Expr::Extreme(word, Some(field), over) => format!("{word} {field} van {} {}", article(over), list(over)),
        Expr::Extreme(word, None, over) => format!("{word} van {} {}", article(over), list(over)),
        Expr::Sum(field, over) => format!("som van {field} van {} {}", article(over), list(over)),
    }
}

fn test(test: &Test) -> String {
    let words = |not: bool, words: Vec<String>| format!("{}{}", if not { "niet " } else { "" }, joined(&words, "of"));
    match test {
        Test::Filled(true) => "ingevuld".to_owned(),
        Test::Filled(false) => "niet ingevuld".to_owned(),
        Test::YesNo(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Test::Words(not, all) => words(*not, all.iter().map(ToString::to_string).collect()),
        Test::Texts(not, all) => words(*not, all.iter().map(|text| format!("\"{text}\"")).collect()),
        Test::Days(days) => words(false, days.iter().map(|day| day.words()).collect()),
        Test::Quarters(quarters) => words(false, quarters.iter().map(|quarter| quarter.words()).collect()),
        Test::Measure(op, right) => {
            let word = match op {
                Op::AtLeast => "minimaal",
                Op::AtMost => "maximaal",
                Op::Exactly => "precies",
                Op::More => "meer dan",
                Op::Less => "minder dan",
            };
            let right = match right {
                Measured::Number(number, unit) => format!("{}{unit}", decimal(*number)),
                Measured::Of(of) => expr(of),
                Measured::HalfOf(of) => format!("de helft van {}", expr(of)),
                Measured::PercentOf(percent, of) => format!("{percent} % van {}", expr(of)),
            };
            format!("{word} {right}")
        }
        Test::Moment(order, right) => {
            let word = match order {
                Order::AtLatest => "uiterlijk",
                Order::From => "vanaf",
                Order::Before => "eerder dan",
                Order::After => "later dan",
                Order::On => "op",
            };
            format!("{word} {}", moment(right))
        }
        Test::Age(at_most, length, on) => age(*at_most, *length, on.as_ref()),
    }
}

fn moment(one: &Moment) -> String {
    match one {
        Moment::Day(day) => day.words(),
        Moment::OfCalendarYear(day, month) => format!("{day} {} van dat kalenderjaar", month_name(*month)),
        Moment::Begin => "begin van dat jaar".to_owned(),
        Moment::End => "einde van dat jaar".to_owned(),
        Moment::Reference => "peildatum".to_owned(),
        Moment::Of(of) => expr(of),
        Moment::Quarter(quarter) => quarter.words(),
        Moment::Shifted(length, after, from) => {
            format!("{} {} {}", length.words(), if *after { "na" } else { "voor" }, moment(from))
        }
    }
}

/// With a comma, and as few decimals as it has.
pub fn decimal(number: i64) -> String {
    let (whole, part) = (number / ONE, number % ONE);
    if part == 0 {
        return whole.to_string();
    }
    format!("{whole},{}", format!("{part:06}").trim_end_matches('0'))
}
