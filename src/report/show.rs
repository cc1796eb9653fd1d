//! A regioplan as tables: its offer by year, its rules, its data, its dates.

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Aanvulling, Comparison, Cond, Consequence, Contents, Demand, Element, Field, Id, Indicator, Intervention, Literal,
    Model, Moment, Period, Programme, Regioplan, Requirement, Rule, RuleScope, Supplement, Visitor, said_kind,
    say_cond, say_demand, say_field, say_field_type, say_measure, say_outcome, say_period, say_rule, walk_cond,
    walk_demand,
};

use super::catalog::Catalog;
use super::dates;
use super::docs::reason_texts;
use super::foreign::escape;
use super::page::Page;
use super::screen::Screen;
use super::show_more;

/// One known regioplan, for the overview.
pub struct Known<'a> {
    pub model: Model<'a>,
    /// A path, or nothing for an embedded one.
    pub path: Option<String>,
}

/// All known regioplannen in a table.
#[must_use]
pub fn overview(known: &[Known<'_>], screen: Screen, catalog: &Catalog) -> String {
    let row = |one: &Known<'_>| {
        let model = one.model.contents();
        vec![
            format!("{} ({})", model.name, model.id),
            model.version.clone(),
            one.model.valid().map(|valid| catalog.say(&validity(valid))).unwrap_or_default(),
            match one.model {
                Model::Regioplan(Regioplan { programme, .. }) => {
                    format!("{}–{}", programme.first_year, programme.last_year)
                }
                Model::Leidraad(_) => catalog.word("show-guide"),
                Model::Werkplan(_) => catalog.word("show-work-plan"),
                Model::Aanvulling(_) => catalog.word("show-supplement"),
            },
            (model.rules.len() + one.model.offer_demands().len()).to_string(),
            one.path.as_ref().map_or_else(|| catalog.word("embedded"), |path| escape(path)),
        ]
    };
    let head = ["show-region", "show-version", "show-valid", "show-years", "show-rules", "show-from"];
    let mut page = Page::new(catalog);
    page.table(page.heads(&head), known.iter().map(row));
    page.on(screen)
}

/// The aanvullingen that stand in a regioplan, each with its period; also those that are not in force now.
pub fn beside(model: &Regioplan) -> Vec<Text> {
    let said = |id: &'static str, one: &Supplement| {
        let text = Text::new(id).with("name", &one.name).with("id", one.full_id());
        text.with("from", one.valid.0).with("to", one.valid.1)
    };
    let resting = model.resting.iter().map(|one| said("supplement-resting", &one.supplement));
    model.contents.supplements.iter().map(|one| said("supplement-in-force", one)).chain(resting).collect()
}

pub fn validity((from, to): (Date, Date)) -> Text {
    Text::new("show-validity").with("from", from).with("to", to)
}

/// For which years there is one plan.
pub fn plan_years(programme: &Programme) -> Vec<Text> {
    let say = |(first, last): &(u8, u8)| {
        let years = (*first..=*last).map(|year| year.to_string());
        Text::new("show-plan-years").with("years", Arg::words(years, Join::And))
    };
    programme.plan_years.iter().map(say).collect()
}

/// When the programme ends.
pub fn programme_end(programme: &Programme) -> Option<Text> {
    programme.ends.map(|ends| Text::new("show-programme-end").with("ends", ends))
}

/// One regioplan in full, or another document.
#[must_use]
pub fn regioplan(whole: Model<'_>, screen: Screen, catalog: &Catalog) -> String {
    let model = whole.contents();
    let mut page = Page::new(catalog);
    let head = Text::new("show-head").with("name", &model.name).with("id", &model.id).with("version", &model.version);
    page.line(0, &head);
    page.line(0, &Text::new("show-document").with("document", &model.document));
    if let Some(valid) = whole.valid() {
        page.line(0, &validity(valid));
    }
    for text in whole.programme().into_iter().flat_map(|one| plan_years(one).into_iter().chain(programme_end(one))) {
        page.line(0, &text);
    }
    if let Some(follows) = whole.follows() {
        page.line(0, &Text::new("show-follows").with("id", &follows.id).with("version", &follows.version));
        for deviation in &follows.deviations {
            let text = Text::new("show-deviates").with("rule", &deviation.rule).with("reason", &deviation.reason);
            page.line(1, &text);
        }
    }
    for text in whole.regioplan().into_iter().flat_map(beside) {
        page.line(0, &Text::new("show-beside").with("supplement", text));
    }
    for text in reason_texts(&model.reasons) {
        page.line(0, &text);
    }
    if !model.reasons.sources.is_empty() {
        let sources = model.source_ids(&model.reasons.sources);
        page.line(0, &Text::new("show-sources").with("ids", Arg::words(sources, Join::Comma)));
    }
    page.gap();
    match whole {
        Model::Regioplan(Regioplan { valid, programme, .. }) => {
            for (id, element) in model.elements.pairs() {
                offer(&mut page, (model, programme), id, &element.label);
            }
            show_more::lists(&mut page, model);
            show_more::conditions(&mut page, model);
            rules(&mut page, model);
            show_more::region(&mut page, model);
            fields(&mut page, model);
            deadlines(&mut page, model, *valid);
        }
        Model::Werkplan(_) => {
            show_more::conditions(&mut page, model);
            rules(&mut page, model);
            show_more::region(&mut page, model);
            fields(&mut page, model);
        }
        Model::Aanvulling(Aanvulling { valid, .. }) => {
            show_more::conditions(&mut page, model);
            rules(&mut page, model);
            fields(&mut page, model);
            deadlines(&mut page, model, *valid);
        }
        Model::Leidraad(guide) => show_more::guide(&mut page, guide),
    }
    page.on(screen)
}

fn offer(page: &mut Page<'_>, (model, programme): (&Contents, &Programme), element: Id<Element>, label: &str) {
    let catalog = page.catalog;
    let years = || programme.years();
    let mut head = vec![label.to_owned(), page.word("show-id")];
    head.extend(years().map(|year| catalog.say(&Text::new("show-year").with("year", year))));
    head.push(page.word("show-remarks"));
    let row = |(_, one): (_, &Intervention)| {
        let mut row = vec![one.label.clone(), one.id.clone()];
        row.extend(years().map(|year| cell(one, year, catalog)));
        row.push(catalog.arg(&Arg::List(remarks(one), Join::Semicolon)));
        row
    };
    page.table(head, model.interventions_of(element).map(row));
}

/// Whether an intervention is on offer in a programme year, as far as years alone tell.
pub fn cell(intervention: &Intervention, year: u8, catalog: &Catalog) -> String {
    let by_year = |period: &Period| period.by_number(year);
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
    let period = |id: &'static str, period: &Period| Arg::Text(Text::new(id).with("period", say_period(period)));
    // What the number of a year does not tell.
    let dated = intervention.offered.iter().filter(|period| period.by_number(1).is_none());
    let mut remarks: Vec<Arg> = dated.map(|found| period("show-offered", found)).collect();
    for limit in &intervention.only_kinds {
        remarks.push(Arg::Text(
            Text::new("show-only-kinds")
                .with("kinds", Arg::List(limit.kinds.0.iter().map(|kind| said_kind(*kind)).collect(), Join::Or))
                .with("period", say_period(&limit.period)),
        ));
    }
    remarks.extend(intervention.trials.iter().map(|trial| period("show-trial", &trial.period)));
    remarks.extend(intervention.not_offered.iter().map(|refusal| Arg::from(&refusal.reason)));
    if let Some(by) = &intervention.assigned {
        remarks.push(Arg::Text(Text::new("show-assigned").with("by", by)));
    }
    if let Some(by) = &intervention.own_idea {
        remarks.push(Arg::Text(Text::new("show-own-idea").with("by", by)));
    }
    let options = [("show-variants", &intervention.variants), ("show-deepenings", &intervention.deepenings)];
    for (id, options) in options.into_iter().filter(|(_, options)| !options.is_empty()) {
        let names = Arg::words(options.iter().map(|(id, _)| id), Join::Comma);
        remarks.push(Arg::Text(Text::new(id).with("names", names)));
    }
    remarks
}

fn rules(page: &mut Page<'_>, model: &Contents) {
    let catalog = page.catalog;
    let row = |rule: &Rule| {
        let sentences: Vec<String> = say_rule(rule, &model.rules).iter().map(|text| catalog.say(text)).collect();
        vec![
            rule.id.clone(),
            format!("{}\n{}", rule.title, sentences.join(" ")),
            model.source_ids(&rule.reasons.sources).join(", "),
        ]
    };
    page.table(page.heads(&["show-rule", "show-asks", "show-source"]), model.rules.iter().map(row));
}

fn fields(page: &mut Page<'_>, model: &Contents) {
    let own = model.records.iter().filter(|record| !record.of_intervention);
    let own = own.flat_map(|record| record.fields.iter().map(|field| (record.id.as_str(), field)));
    let common = model.record(crate::model::CHOICE).fields.len();
    let of_choices = model.interventions.iter().flat_map(|one| {
        let fields = model.record(one.record).fields.iter().skip(common);
        fields.map(|field| (one.id.as_str(), field))
    });
    let catalog = page.catalog;
    let row = |(record, field): (&str, &Field)| field_row(model, record, field, catalog);
    let head = ["show-record", "show-field", "show-type", "show-required", "show-source"];
    page.table(page.heads(&head), own.chain(of_choices).map(row));
}

fn field_row(model: &Contents, record: &str, field: &Field, catalog: &Catalog) -> Vec<String> {
    let label = if field.label.is_empty() { String::new() } else { catalog.say(&say_field(field)) };
    let called = show_more::called(&field.also_known).map(|text| catalog.say(&text));
    let name: Vec<String> = [field.id.clone(), label].into_iter().chain(called).collect();
    vec![
        record.to_owned(),
        name.join("\n"),
        catalog.say(&say_field_type(model, field)),
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
fn deadlines(page: &mut Page<'_>, model: &Contents, (from, to): (Date, Date)) {
    let catalog = page.catalog;
    let own = [(from, "show-first-day"), (to, "show-last-day")];
    let own = own.map(|(date, what)| vec![dates::long(catalog, date), catalog.word(what)]);
    let said =
        |moments: Vec<Text>| catalog.arg(&Arg::List(moments.into_iter().map(Arg::Text).collect(), Join::Semicolon));
    let rules = dated(model).into_iter().map(|(rule, moments)| vec![said(moments), rule.title.clone()]);
    page.table(page.heads(&["show-date", "show-what"]), own.into_iter().chain(rules));
}

/// The rules that know a date, each with what it asks about it.
pub fn dated(model: &Contents) -> Vec<(&Rule, Vec<Text>)> {
    let told =
        model.rules.iter().filter(|rule| !(rule.standing.at_accounting && matches!(rule.scope, RuleScope::Once)));
    told.map(|rule| (rule, moments(rule))).filter(|(_, moments)| !moments.is_empty()).collect()
}

/// What a rule asks about dates: its demands about one, a day in the calendar on which a condition or consequence hangs, and since and
/// until when it is in force.
fn moments(rule: &Rule) -> Vec<Text> {
    let mut found: Vec<Text> = Vec::new();
    let on_day = rule.conditions.iter().filter(|cond| Dates::in_cond(cond).fixed);
    found.extend(on_day.map(|cond| Text::new("show-date-if").with("cond", say_cond(cond))));
    let dated = |demand: &&Demand| {
        let is_timed = |that: &Comparison| matches!(that, Comparison::Moment(..) | Comparison::Age { .. });
        matches!(demand, Demand::Cond(Cond::Compare { that, .. }) if is_timed(that)) || Dates::in_demand(demand).any
    };
    found.extend(rule.demands.iter().filter(dated).map(say_demand));
    let standing = &rule.standing;
    found.extend(standing.from.map(|date| Text::new("show-date-from").with("date", date)));
    found.extend(standing.until.map(|date| Text::new("show-date-until").with("date", date)));
    found.extend(standing.consequences.iter().filter_map(follows));
    found
}

/// What follows when a day in the calendar decides it.
fn follows(one: &Consequence) -> Option<Text> {
    let cond = one.condition.as_ref().filter(|cond| Dates::in_cond(cond).fixed)?;
    Some(Text::new("show-date-then").with("outcome", say_outcome(&one.outcome)).with("cond", say_cond(cond)))
}

/// Whether dates are named somewhere in what a rule says.
#[derive(Default)]
struct Dates {
    /// A date that is more than another field of the plan: a day, an age, the begin or end of a year.
    any: bool,
    /// A day in the calendar.
    fixed: bool,
}

impl Dates {
    fn in_cond(cond: &Cond) -> Self {
        let mut found = Self::default();
        found.cond(cond);
        found
    }

    fn in_demand(demand: &Demand) -> Self {
        let mut found = Self::default();
        walk_demand(&mut found, demand);
        found
    }
}

impl Visitor for Dates {
    fn cond(&mut self, cond: &Cond) {
        if let Cond::Compare { that, .. } = cond {
            let (any, fixed) = match that {
                Comparison::Moment(_, right) => {
                    let is_day = !matches!(right, Moment::Expr(_) | Moment::ReferenceDate);
                    (is_day, matches!(right, Moment::Date(_)))
                }
                Comparison::OneOf { values, .. } => {
                    let dated = values.iter().any(|value| matches!(value, Literal::Date(_) | Literal::Quarter(_)));
                    (dated, dated)
                }
                Comparison::Age { .. } => (true, false),
                Comparison::YesNo(_) | Comparison::Measure(..) | Comparison::Contains { .. } => (false, false),
            };
            self.any |= any;
            self.fixed |= fixed;
        }
        walk_cond(self, cond);
    }
}
