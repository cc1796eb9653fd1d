//! A regioplan as JSON: the same that the tables show.

use serde::Serialize;

use crate::model::{
    Condition, Contents, Field, Intervention, Model, Record, Rule, say_field_type, say_period, say_rule,
};

use super::catalog::Catalog;
use super::foreign::for_programs;
use super::object::{object, written};
use super::show::{Known, requirement};
use super::show_more::{condition, formula};

/// What both say of a regioplan.
fn row(whole: Model<'_>, path: Option<&str>) -> impl Serialize + use<> {
    let (model, valid, programme) = (whole.contents(), whole.valid(), whole.programme());
    object! {
        id: model.id.clone(),
        version: model.version.clone(),
        sort: match whole {
            Model::Regioplan(_) => "regioplan",
            Model::Leidraad(_) => "leidraad",
            Model::Werkplan(_) => "werkplan",
            Model::Aanvulling(_) => "aanvulling",
        },
        name: model.name.clone(),
        valid_from: valid.map(|(from, _)| from.to_string()),
        valid_to: valid.map(|(_, to)| to.to_string()),
        first_year: programme.map(|one| one.first_year),
        last_year: programme.map(|one| one.last_year),
        plan_years: programme.map(|one| one.plan_years.clone()),
        programme_ends: programme.and_then(|one| one.ends).map(|ends| ends.to_string()),
        rules: model.rules.len() + whole.offer_demands().len(),
        path: path.map(for_programs).map(std::borrow::Cow::into_owned),
    }
}

/// All known regioplannen.
#[must_use]
pub fn overview(known: &[Known<'_>]) -> String {
    written(&known.iter().map(|one| row(one.model, one.path.as_deref())).collect::<Vec<_>>())
}

/// One regioplan in full, or another document.
#[must_use]
pub fn regioplan(whole: Model<'_>, path: Option<&str>, catalog: &Catalog) -> String {
    let model = whole.contents();
    let elements = model.elements.pairs().map(|(id, element)| {
        let own = model.interventions_of(id);
        object! {
            id: &element.id,
            label: &element.label,
            interventions: own.map(|(_, one)| intervention(model, one, catalog)).collect::<Vec<_>>(),
        }
    });
    let indicators = model.indicators.iter().map(|indicator| {
        object! {
            id: &indicator.id,
            title: &indicator.title,
            calculated: catalog.say(&formula(indicator)),
            sources: model.source_ids(&indicator.reasons.sources),
        }
    });
    let fields = model.records.iter().flat_map(|record| record.fields.iter().map(move |one| (record, one)));
    let sources = model.register.iter().map(|statement| {
        object! {
            id: &statement.id,
            section: &statement.section,
            says: &statement.says,
            not_checked: statement.disposition.as_ref().map(|found| &found.reason),
        }
    });
    written(&object! {
        #[serde(flatten)]
        row: row(whole, path),
        document: &model.document,
        kernelementen: elements.collect::<Vec<_>>(),
        conditions: model.conditions.iter().map(|one| shared(model, one, catalog)).collect::<Vec<_>>(),
        rule_list: model.rules.iter().map(|one| rule(model, one, catalog)).collect::<Vec<_>>(),
        indicators: indicators.collect::<Vec<_>>(),
        fields: fields.map(|(record, one)| field(model, record, one, catalog)).collect::<Vec<_>>(),
        sources: sources.collect::<Vec<_>>(),
    })
}

fn intervention(model: &Contents, one: &Intervention, catalog: &Catalog) -> impl Serialize {
    object! {
        id: one.id.clone(),
        label: one.label.clone(),
        offered: one.offered.iter().map(|period| catalog.say(&say_period(period))).collect::<Vec<_>>(),
        not_offered: one.not_offered.iter().map(|refusal| refusal.reason.clone()).collect::<Vec<_>>(),
        variants: one.variants.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(),
        sources: model.source_ids(&one.reasons.sources),
    }
}

/// A condition that rules share.
fn shared(model: &Contents, one: &Condition, catalog: &Catalog) -> impl Serialize {
    object! {
        id: one.named.id.clone(),
        label: one.named.label.clone(),
        asks: catalog.say(&condition(one)),
        sources: model.source_ids(&one.named.reasons.sources),
    }
}

fn rule(model: &Contents, rule: &Rule, catalog: &Catalog) -> impl Serialize {
    object! {
        id: rule.id.clone(),
        title: rule.title.clone(),
        asks: say_rule(rule, &model.rules).iter().map(|text| catalog.say(text)).collect::<Vec<_>>(),
        // It looks at all plans of a region together.
        whole_region: rule.whole_region,
        // It is known, but not in force yet.
        not_yet: rule.standing.not_yet.is_some(),
        sources: model.source_ids(&rule.reasons.sources),
    }
}

fn field(model: &Contents, record: &Record, field: &Field, catalog: &Catalog) -> impl Serialize {
    object! {
        record: record.id.clone(),
        id: field.id.clone(),
        label: field.label.clone(),
        also_known: field.also_known.clone(),
        r#type: catalog.say(&say_field_type(model, field)),
        required: catalog.say(&requirement(&field.required)),
        sources: model.source_ids(&field.sources),
    }
}
