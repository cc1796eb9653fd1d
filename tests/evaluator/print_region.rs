//! A regioplan as text.

use super::choices::LIST_MEMBERS;
use super::plan::FIELDS;
use super::print_cond::{cond, evidence, joined, kinds, list, numbers, selection};
use super::region::{Ask, By, Case, Counting, Intervention, Outcome, Period, Region, Rule, Scope, Shared};

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
    blocks.extend(region.shared.iter().enumerate().map(|(number, one)| shared(number, one)));
    blocks.extend(region.rules.iter().map(|one| rule(one, &format!("regel {} \"Regel {}\"", one.id, one.id), "")));
    blocks
}

fn shared(number: usize, one: &Shared) -> String {
    let enough = if one.one_enough { "  een ervan is genoeg\n" } else { "" };
    let lines: String = one.lines.iter().map(|line| format!("  als {}\n", cond(line))).collect();
    format!("voorwaarde v{number} \"Voorwaarde {number}\"\n{enough}{lines}")
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
    let plans = region.plan_years.map(|(from, to)| {
        let years: Vec<i32> = (from..=to).collect();
        format!("  een plan geldt voor de jaren {}\n", numbers(&years))
    });
    let ends = region.ends.map(|ends| format!("  programma eindigt op {}\n", ends.words()));
    let more = plans.unwrap_or_default() + &ends.unwrap_or_default();
    format!(
        "regioplan proef versie \"1\"\n  naam \"Proef\"\n  document \"Proef\"\n  beoordeelt plannen van 1 januari 2015 tot en met 31 december 2035\n  jaren 1 tot en met 4\n{counting}{more}"
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
    if one.by == By::OwnIdea {
        lines.push("  naar eigen voorstel, beoordeling door \"de regio\"".to_owned());
    }
    if one.by == By::Region {
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
        Scope::Periods(periods) => {
            for one in periods {
                add(period(one));
            }
        }
        Scope::PlanYear(periods) => {
            add("in het jaar van het plan".to_owned());
            for one in periods {
                add(period(one));
            }
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
            Ask::Judged => "beoordeling door \"de regio\": \"Of het goed gaat.\"".to_owned(),
        });
    }
    if let Some(names) = &rule.not_double {
        let others = if names.is_empty() { String::new() } else { format!(" met regel {}", joined(names, "of")) };
        add(format!("geen keuze telt dubbel{others}"));
    }
    if rule.at_accounting {
        add("pas bij verantwoording".to_owned());
    }
    if rule.planned {
        add("gepland telt mee".to_owned());
    }
    // What only a person judges needs no sentence for it.
    let judged = rule.asks.iter().any(|ask| matches!(ask, Ask::Judged));
    for sentence in rule.sentences.iter().filter(|_| !judged) {
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
