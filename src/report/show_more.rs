//! What `mtvp show` says beyond the offer and the rules: indicators, overviews, and a leidraad.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{ColumnValue, Indicator, OfferDemand, Regioplan, say_expr, say_period, say_ref};

use super::catalog::{Catalog, escape};
use super::screen::Screen;
use super::show::goal;
use super::table::{finish, table};

/// Indicators and overviews; nothing when there are none.
pub fn region(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    if !model.indicators.is_empty() {
        let head = ["show-indicator", "show-calculated", "show-source"];
        let mut rows = table(screen, &head.map(|id| catalog.word(id)));
        for indicator in &model.indicators {
            rows.add_row(vec![
                indicator.id.clone(),
                format!("{}\n{}", escape(&indicator.title), catalog.say(&formula(indicator))),
                model.source_ids(&indicator.reasons.sources).join(", "),
            ]);
        }
        out.push_str(&finish(&rows));
    }
    for overview in &model.overviews {
        let mut rows = table(screen, &[escape(&overview.title), catalog.word("show-shows")]);
        for column in &overview.columns {
            let value = match &column.value {
                ColumnValue::Number(expr) => catalog.arg(&say_expr(expr)),
                ColumnValue::Values(target) => catalog.arg(&say_ref(target)),
                ColumnValue::Choices => catalog.word("say-choices"),
            };
            rows.add_row(vec![escape(&column.label), value]);
        }
        out.push_str(&finish(&rows));
    }
    out
}

/// How an indicator is calculated, and what it aims at.
pub fn formula(indicator: &Indicator) -> Text {
    let value = Text::new("show-formula").with("value", say_expr(&indicator.value));
    let text = match &indicator.divisor {
        Some(divisor) => Text::new("show-divided").with("value", value).with("divisor", say_expr(divisor)),
        None => value,
    };
    let text = if indicator.percentage { Text::new("show-as-percentage").with("value", text) } else { text };
    match goal(indicator) {
        Some(goal) => Text::new("show-with-goal").with("value", text).with("goal", goal),
        None => text,
    }
}

/// What a leidraad asks of the offer of a regioplan.
pub fn offers(demand: &OfferDemand) -> Text {
    Text::new("say-offers")
        .with("periods", Arg::List(demand.periods.iter().map(|p| Arg::Text(say_period(p))).collect(), Join::And))
        .with("least", demand.at_least)
        .with("targets", Arg::words(demand.targets.iter().map(|target| &target.label), Join::Or))
}

/// A leidraad: editions, what it asks of a regioplan, interventions, and the growth models.
pub fn guide(model: &Regioplan, screen: Screen, catalog: &Catalog) -> String {
    let mut editions = table(screen, &["show-version", "show-what"].map(|id| catalog.word(id)));
    for edition in &model.editions {
        editions.add_row(vec![escape(&edition.version), escape(&edition.label)]);
    }
    let mut out = finish(&editions);
    let mut demands = table(screen, &["show-rule", "show-asks", "show-source"].map(|id| catalog.word(id)));
    for demand in &model.offer_demands {
        let text = offers(demand);
        demands.add_row(vec![
            demand.id.clone(),
            format!("{}\n{}", escape(&demand.title), catalog.say(&text)),
            model.source_ids(&demand.reasons.sources).join(", "),
        ]);
    }
    out.push_str(&finish(&demands));
    for (index, element) in model.elements.iter().enumerate() {
        let mut rows =
            table(screen, &[escape(&element.label), catalog.word("show-id"), catalog.word("show-also-known")]);
        for (_, found) in model.interventions_of(index) {
            rows.add_row(vec![escape(&found.label), found.id.clone(), escape(&found.also_known.join(", "))]);
        }
        out.push_str(&finish(&rows));
    }
    for rendering in &model.renderings {
        let mut rows = table(screen, &[escape(&rendering.title), catalog.word("show-when"), catalog.word("show-what")]);
        for growth in &rendering.growth {
            rows.add_row(vec![
                model.elements.get(growth.element).map(|element| escape(&element.label)).unwrap_or_default(),
                catalog.say(&say_period(&growth.period)),
                escape(&growth.says),
            ]);
        }
        out.push_str(&finish(&rows));
    }
    out
}
