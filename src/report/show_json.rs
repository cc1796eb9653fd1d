//! A regioplan as JSON: the same that the tables show.

use serde::Serialize;

use crate::model::{Regioplan, Sort, say_period, say_rule, say_type};
use crate::source::for_programs;

use super::catalog::Catalog;
use super::show::{Known, requirement};
use super::show_more::formula;

#[derive(Serialize)]
struct Row {
    id: String,
    version: String,
    /// `regioplan`, `leidraad` or `werkplan`.
    sort: &'static str,
    name: String,
    valid_from: Option<String>,
    valid_to: Option<String>,
    first_year: Option<u8>,
    last_year: Option<u8>,
    rules: usize,
    path: Option<String>,
}

#[derive(Serialize)]
struct Full {
    #[serde(flatten)]
    row: Row,
    document: String,
    kernelementen: Vec<Element>,
    rule_list: Vec<RuleRow>,
    indicators: Vec<IndicatorRow>,
    fields: Vec<FieldRow>,
    sources: Vec<SourceRow>,
}

#[derive(Serialize)]
struct Element {
    id: String,
    label: String,
    interventions: Vec<InterventionRow>,
}

#[derive(Serialize)]
struct InterventionRow {
    id: String,
    label: String,
    offered: Vec<String>,
    not_offered: Vec<String>,
    variants: Vec<String>,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct RuleRow {
    id: String,
    title: String,
    asks: Vec<String>,
    /// It looks at all plans of a region together.
    whole_region: bool,
    /// It is known, but not in force yet.
    not_yet: bool,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct IndicatorRow {
    id: String,
    title: String,
    calculated: String,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct FieldRow {
    record: String,
    id: String,
    label: String,
    r#type: String,
    required: String,
    sources: Vec<String>,
}

#[derive(Serialize)]
struct SourceRow {
    id: String,
    section: String,
    says: String,
    not_checked: Option<String>,
}

fn row(model: &Regioplan, path: Option<String>) -> Row {
    Row {
        id: model.id.clone(),
        version: model.version.clone(),
        name: model.name.clone(),
        sort: match model.sort {
            Sort::Regioplan => "regioplan",
            Sort::Leidraad => "leidraad",
            Sort::Werkplan => "werkplan",
        },
        valid_from: (model.sort != Sort::Leidraad).then(|| model.valid.0.to_string()),
        valid_to: (model.sort != Sort::Leidraad).then(|| model.valid.1.to_string()),
        first_year: (model.sort == Sort::Regioplan).then_some(model.first_year),
        last_year: (model.sort == Sort::Regioplan).then_some(model.last_year),
        rules: model.rules.len() + model.offer_demands.len(),
        path: path.map(|path| for_programs(&path).into()),
    }
}

fn write<T: Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// All known regioplannen.
#[must_use]
pub fn overview(known: &[Known<'_>]) -> String {
    write(&known.iter().map(|one| row(one.model, one.path.clone())).collect::<Vec<_>>())
}

/// One regioplan in full.
#[must_use]
pub fn regioplan(model: &Regioplan, path: Option<String>, catalog: &Catalog) -> String {
    let owned = |ids: Vec<&str>| ids.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let elements = model.elements.iter().enumerate().map(|(index, element)| Element {
        id: element.id.clone(),
        label: element.label.clone(),
        interventions: model
            .interventions_of(index)
            .map(|(_, i)| InterventionRow {
                id: i.id.clone(),
                label: i.label.clone(),
                offered: i.offered.iter().map(|period| catalog.say(&say_period(period))).collect(),
                not_offered: i.not_offered.iter().map(|refusal| refusal.reason.clone()).collect(),
                variants: i.variants.iter().map(|(id, _)| id.clone()).collect(),
                sources: owned(model.source_ids(&i.reasons.sources)),
            })
            .collect(),
    });
    let rules = model.rules.iter().map(|rule| RuleRow {
        id: rule.id.clone(),
        title: rule.title.clone(),
        asks: say_rule(rule).iter().map(|text| catalog.say(text)).collect(),
        whole_region: rule.whole_region,
        not_yet: rule.standing.not_yet.is_some(),
        sources: owned(model.source_ids(&rule.reasons.sources)),
    });
    let indicators = model.indicators.iter().map(|indicator| IndicatorRow {
        id: indicator.id.clone(),
        title: indicator.title.clone(),
        calculated: catalog.say(&formula(indicator)),
        sources: owned(model.source_ids(&indicator.reasons.sources)),
    });
    let fields = model.records.iter().flat_map(|record| record.fields.iter().map(move |field| (record, field))).map(
        |(record, field)| FieldRow {
            record: record.id.clone(),
            id: field.id.clone(),
            label: field.label.clone(),
            r#type: catalog.say(&say_type(model, &field.ty)),
            required: catalog.say(&requirement(&field.required)),
            sources: owned(model.source_ids(&field.sources)),
        },
    );
    let sources = model.register.iter().map(|statement| SourceRow {
        id: statement.id.clone(),
        section: statement.section.clone(),
        says: statement.says.clone(),
        not_checked: statement.disposition.as_ref().map(|found| found.reason.clone()),
    });
    write(&Full {
        row: row(model, path),
        document: model.document.clone(),
        kernelementen: elements.collect(),
        rule_list: rules.collect(),
        indicators: indicators.collect(),
        fields: fields.collect(),
        sources: sources.collect(),
    })
}
