//! A regioplan as tables: its offer by year, its rules, its data, its dates.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Cond, Demand, Field, Indicator, Intervention, Period, Record, Regioplan, Requirement, Rule, RuleScope, Sort,
    say_cond, say_demand, say_measure, say_period, say_rule, say_type,
};

use super::catalog::{Catalog, escape};
use super::dates;
use super::screen::Screen;
use super::show_more;
use super::table::{finish, table};

/// One known regioplan, for the overview.
pub struct Known<'a> {
    pub model: &'a Regioplan,
    /// A path, or nothing for an embedded one.
    pub path: Option<String>,
}

/// All known regioplannen in a table.
#[must_use]
pub fn overview(known: &[Known<'_>], screen: Screen, catalog: &Catalog) -> String {
    let head = ["show-region", "show-version", "show-valid", "show-years", "show-rules", "show-from"];
    let mut table = table(screen, &head.map(|id| catalog.word(id)));
    for one in known {
        let model = one.model;
        table.add_row(vec![
            format!("{} ({})", escape(&model.name), model.id),
            model.version.clone(),
            if model.sort == Sort::Leidraad { String::new() } else { catalog.say(&validity(model)) },
            match model.sort {
                Sort::Regioplan => format!("{}–{}", model.first_year, model.last_year),
                Sort::Leidraad => catalog.word("show-guide"),
                Sort::Werkplan => catalog.word("show-work-plan"),
            },
            (model.rules.len() + model.offer_demands.len()).to_string(),
            one.path.as_ref().map_or_else(|| catalog.word("embedded"), |path| escape(path)),
        ]);
    }
    finish(&table)
}

pub fn validity(model: &Regioplan) -> Text {
    Text::new("show-validity").with("from", model.valid.0).with("to", model.valid.1)
}

/// One regioplan in full.
#[must_use]
pub fn regioplan(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    let head = Text::new("show-head").with("name", &model.name).with("id", &model.id).with("version", &model.version);
    out.push_str(&screen.paragraph("", &catalog.say(&head)));
    out.push_str(&screen.paragraph("", &catalog.say(&Text::new("show-document").with("document", &model.document))));
    if model.sort != Sort::Leidraad {
        out.push_str(&screen.paragraph("", &catalog.say(&validity(model))));
    }
    if let Some(follows) = &model.follows {
        let text = Text::new("show-follows").with("id", &follows.id).with("version", &follows.version);
        out.push_str(&screen.paragraph("", &catalog.say(&text)));
        for deviation in &follows.deviations {
            let text = Text::new("show-deviates").with("rule", &deviation.rule).with("reason", &deviation.reason);
            out.push_str(&screen.paragraph("  ", &catalog.say(&text)));
        }
    }
    out.push('\n');
    match model.sort {
        Sort::Regioplan => {
            for index in 0..model.elements.len() {
                out.push_str(&offer(model, index, screen, catalog));
            }
            out.push_str(&rules(model, screen, catalog));
            out.push_str(&show_more::region(model, screen, catalog));
            out.push_str(&fields(model, screen, catalog));
            out.push_str(&deadlines(model, screen, catalog));
        }
        Sort::Werkplan => {
            out.push_str(&rules(model, screen, catalog));
            out.push_str(&show_more::region(model, screen, catalog));
            out.push_str(&fields(model, screen, catalog));
        }
        Sort::Leidraad => out.push_str(&show_more::guide(model, screen, catalog)),
    }
    out
}

fn offer(model: &Regioplan, element: usize, screen: Screen, catalog: &Catalog) -> String {
    let label = model.elements.get(element).map_or("", |e| e.label.as_str());
    let mut head = vec![escape(label), catalog.word("show-id")];
    head.extend(
        (model.first_year..=model.last_year).map(|year| catalog.say(&Text::new("show-year").with("year", year))),
    );
    head.push(catalog.word("show-remarks"));
    let mut table = table(screen, &head);
    for (_, intervention) in model.interventions_of(element) {
        let mut row = vec![escape(&intervention.label), intervention.id.clone()];
        row.extend((model.first_year..=model.last_year).map(|year| cell(intervention, year, catalog)));
        row.push(catalog.arg(&Arg::List(remarks(intervention), Join::Semicolon)));
        table.add_row(row);
    }
    finish(&table)
}

/// Whether an intervention is on offer in a programme year, as far as years alone tell.
pub fn cell(intervention: &Intervention, year: u8, catalog: &Catalog) -> String {
    let by_year = |period: &Period| match period {
        Period::Always => Some(true),
        Period::InYears(years) => Some(years.contains(&year)),
        Period::FromYear(from) => Some(year >= *from),
        Period::UntilYear(until) => Some(year <= *until),
        _ => None,
    };
    if intervention.not_offered.iter().any(|refusal| by_year(&refusal.period) == Some(true)) {
        return "–".to_owned();
    }
    let answers: Vec<Option<bool>> = intervention.offered.iter().map(by_year).collect();
    if answers.contains(&Some(false)) || answers.is_empty() {
        "–".to_owned()
    } else if answers.contains(&None) {
        catalog.word("show-by-date")
    } else {
        catalog.word("show-yes")
    }
}

/// What is said about an offer besides its years.
pub fn remarks(intervention: &Intervention) -> Vec<Arg> {
    let mut remarks = Vec::new();
    for period in &intervention.offered {
        if matches!(
            period,
            Period::InCalendar(_)
                | Period::FromCalendar(_)
                | Period::UntilCalendar(_)
                | Period::FromDate(_)
                | Period::UntilDate(_)
        ) {
            remarks.push(Arg::Text(Text::new("show-offered").with("period", say_period(period))));
        }
    }
    for limit in &intervention.only_kinds {
        remarks.push(Arg::Text(
            Text::new("show-only-kinds")
                .with("kinds", Arg::words(limit.kinds.0.iter().map(|k| k.word()), Join::Or))
                .with("period", say_period(&limit.period)),
        ));
    }
    remarks.extend(
        intervention.trials.iter().map(|t| Arg::Text(Text::new("show-trial").with("period", say_period(&t.period)))),
    );
    remarks.extend(intervention.not_offered.iter().map(|refusal| Arg::from(&refusal.reason)));
    if let Some(by) = &intervention.assigned {
        remarks.push(Arg::Text(Text::new("show-assigned").with("by", by)));
    }
    if let Some(by) = &intervention.own_idea {
        remarks.push(Arg::Text(Text::new("show-own-idea").with("by", by)));
    }
    if !intervention.variants.is_empty() {
        remarks.push(Arg::Text(
            Text::new("show-variants")
                .with("names", Arg::words(intervention.variants.iter().map(|(id, _)| id), Join::Comma)),
        ));
    }
    if !intervention.deepenings.is_empty() {
        remarks.push(Arg::Text(
            Text::new("show-deepenings")
                .with("names", Arg::words(intervention.deepenings.iter().map(|(id, _)| id), Join::Comma)),
        ));
    }
    remarks
}

fn rules(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let mut table = table(screen, &["show-rule", "show-asks", "show-source"].map(|id| catalog.word(id)));
    for rule in &model.rules {
        let sentences: Vec<String> = say_rule(rule).iter().map(|text| catalog.say(text)).collect();
        table.add_row(vec![
            rule.id.clone(),
            format!("{}\n{}", escape(&rule.title), sentences.join(" ")),
            model.source_ids(&rule.reasons.sources).join(", "),
        ]);
    }
    finish(&table)
}

fn fields(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let head = ["show-record", "show-field", "show-type", "show-required", "show-source"];
    let mut table = table(screen, &head.map(|id| catalog.word(id)));
    let own: Vec<&Record> = model.records.iter().filter(|record| !record.id.starts_with("keuze ")).collect();
    for record in own {
        for field in &record.fields {
            table.add_row(field_row(model, &record.id, field, catalog));
        }
    }
    let common = model.record(crate::model::CHOICE).map_or(0, |record| record.fields.len());
    for intervention in &model.interventions {
        for field in model.record(intervention.record).into_iter().flat_map(|r| r.fields.iter().skip(common)) {
            table.add_row(field_row(model, &intervention.id, field, catalog));
        }
    }
    finish(&table)
}

fn field_row(model: &Regioplan, record: &str, field: &Field, catalog: &Catalog) -> Vec<String> {
    vec![
        record.to_owned(),
        format!("{}\n{}", field.id, escape(&field.label)),
        catalog.say(&say_type(model, &field.ty)),
        catalog.say(&requirement(&field.required)),
        model.source_ids(&field.sources).join(", "),
    ]
}

/// When a field must be filled in.
pub fn requirement(required: &Requirement) -> Text {
    match required {
        Requirement::Optional => Text::new("required-no"),
        Requirement::Always => Text::new("required-always"),
        Requirement::AtAccounting => Text::new("required-accounting"),
        Requirement::If(cond) => Text::new("required-if").with("cond", say_cond(cond)),
    }
}

/// What an indicator aims at.
pub fn goal(indicator: &Indicator) -> Option<Text> {
    indicator.goal.as_ref().map(|(measure, operand)| say_measure(*measure, operand))
}

/// Every rule that knows a date, and the dates of the regioplan itself.
fn deadlines(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let mut table = table(screen, &["show-date", "show-what"].map(|id| catalog.word(id)));
    table.add_row(vec![dates::long(catalog, model.valid.0), catalog.word("show-first-day")]);
    table.add_row(vec![dates::long(catalog, model.valid.1), catalog.word("show-last-day")]);
    for rule in &model.rules {
        if rule.standing.at_accounting && matches!(rule.scope, RuleScope::Once) {
            continue;
        }
        let moments = moments(rule, catalog);
        if !moments.is_empty() {
            table.add_row(vec![moments.join("; "), escape(&rule.title)]);
        }
    }
    finish(&table)
}

/// What a rule asks about dates.
pub fn moments(rule: &Rule, catalog: &Catalog) -> Vec<String> {
    let dated = |demand: &&Demand| matches!(demand, Demand::Cond(Cond::Moment { .. } | Cond::Age { .. }));
    rule.demands.iter().filter(dated).map(|demand| catalog.say(&say_demand(demand))).collect()
}
