//! What `mtvp show` says beyond the offer and the rules: indicators, overviews, and a leidraad.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    ColumnValue, Condition, Contents, Indicator, Intervention, InterventionId, Kind, Leidraad, Named, OfferDemand,
    say_expr, say_lines, say_period, say_ref, say_set,
};

use super::docs::reason_texts;
use super::page::Page;
use super::show::goal;

/// Indicators and overviews; nothing when there are none.
pub fn region(page: &mut Page<'_>, model: &Contents) {
    let catalog = page.catalog;
    let row = |indicator: &Indicator| {
        vec![
            indicator.id.clone(),
            format!("{}\n{}", indicator.title, catalog.say(&formula(indicator))),
            model.source_ids(&indicator.reasons.sources).join(", "),
        ]
    };
    if !model.indicators.is_empty() {
        let head = ["show-indicator", "show-calculated", "show-source"];
        page.table(page.heads(&head), model.indicators.iter().map(row));
    }
    for overview in &model.overviews {
        let columns = overview.columns.iter();
        let rows = columns.map(|column| vec![column.label.clone(), catalog.arg(&column_value(&column.value))]);
        page.table(vec![overview.title.clone(), page.word("show-shows")], rows);
    }
}

/// Lists, themes, goals and groups, each with who or what belongs to it; nothing when there are none.
pub fn lists(page: &mut Page<'_>, model: &Contents) {
    let mut rows = Vec::new();
    for (sort, named) in parts(model) {
        let said = reason_texts(&named.reasons);
        let said = said.iter().map(|text| page.catalog.say(text));
        let called = called(&named.also_known).map(|text| page.catalog.say(&text));
        let name: Vec<String> = std::iter::once(named.label.clone()).chain(called).chain(said).collect();
        let members = page.catalog.say(&members(model, sort, &named.id));
        rows.push(vec![
            named.id.clone(),
            name.join("\n"),
            members,
            model.source_ids(&named.reasons.sources).join(", "),
        ]);
    }
    if rows.is_empty() {
        return;
    }
    page.table(page.heads(&["show-id", "docs-list", "docs-members", "show-source"]), rows);
}

/// Conditions that rules share, each with what it asks; nothing when there are none.
pub fn conditions(page: &mut Page<'_>, model: &Contents) {
    let catalog = page.catalog;
    let row = |one: &Condition| {
        let Named { id, label, reasons, .. } = &one.named;
        let said = reason_texts(reasons);
        let said = said.iter().map(|text| catalog.say(text));
        let name: Vec<String> = std::iter::once(label.clone()).chain(said).collect();
        let sources = model.source_ids(&reasons.sources).join(", ");
        vec![id.clone(), name.join("\n"), catalog.say(&condition(one)), sources]
    };
    if !model.conditions.is_empty() {
        let head = ["show-condition", "docs-list", "docs-condition-what", "show-source"];
        page.table(page.heads(&head), model.conditions.iter().map(row));
    }
}

/// What a condition with a name asks.
pub fn condition(one: &Condition) -> Text {
    Text::new("docs-condition-asks").with("lines", say_lines(one.any, &one.lines))
}

/// What a named part of a regioplan is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartSort {
    List,
    Theme,
    Goal,
    Kind,
    Group,
}

/// The parts of a regioplan that have no more than a name, reasons, and what belongs to them.
pub fn parts(model: &Contents) -> impl Iterator<Item = (PartSort, &Named)> {
    let lists = model.lists.iter().map(|list| (PartSort::List, &list.named));
    let themes = model.themes.iter().map(|theme| (PartSort::Theme, theme));
    let goals = model.goals.iter().map(|goal| (PartSort::Goal, goal));
    let kinds = model.kinds.iter().map(|kind| (PartSort::Kind, kind));
    lists
        .chain(themes)
        .chain(goals)
        .chain(kinds)
        .chain(model.groups.iter().map(|group| (PartSort::Group, &group.named)))
}

/// Who or what belongs to a part; what a kind of choice means.
pub fn members(model: &Contents, sort: PartSort, id: &str) -> Text {
    let of = |belongs: &dyn Fn(InterventionId, &Intervention) -> bool| {
        let own = model.interventions.pairs().filter(|(id, one)| belongs(*id, one));
        Arg::words(own.map(|(_, one)| format!("`{}`", one.id)), Join::Comma)
    };
    let names = match sort {
        PartSort::List => {
            let list = model.lists.iter().find(|list| list.named.id == id);
            of(&|one, _| list.is_some_and(|list| list.members.contains(&one)))
        }
        PartSort::Theme => of(&|_, one| one.themes.iter().any(|theme| model.themes.get(*theme).id == id)),
        PartSort::Goal => of(&|_, one| one.goals.iter().any(|goal| model.goals.get(*goal).id == id)),
        PartSort::Kind => Kind::from_word(id).map_or(Arg::from(""), |kind| Arg::Text(Text::new(kind_text(kind)))),
        PartSort::Group => match model.groups.iter().find(|group| group.named.id == id) {
            Some(group) => Arg::Text(say_set(&group.set)),
            None => Arg::from(""),
        },
    };
    Text::new("explain-names").with("names", names)
}

/// What a kind of choice means.
pub fn kind_text(kind: Kind) -> &'static str {
    match kind {
        Kind::Nieuw => "explain-kind-nieuw",
        Kind::Continuering => "explain-kind-continuering",
        Kind::Doorontwikkeling => "explain-kind-doorontwikkeling",
        Kind::Verdieping => "explain-kind-verdieping",
        Kind::Onderhoud => "explain-kind-onderhoud",
    }
}

/// The other names of something, if it has any.
pub fn called(names: &[String]) -> Option<Text> {
    (!names.is_empty()).then(|| Text::new("explain-also-known").with("names", Arg::words(names, Join::Comma)))
}

/// What stands in a column of an overview.
pub fn column_value(value: &ColumnValue) -> Arg {
    match value {
        ColumnValue::Number(expr) => say_expr(expr),
        ColumnValue::Values(target) => say_ref(target),
        ColumnValue::Choices => Arg::Text(Text::new("say-choices")),
    }
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

/// When an intervention is not on offer, and when it is tried out, each with the reason.
pub fn not_usual(one: &Intervention) -> impl Iterator<Item = Text> {
    let said = |id, period, reason: &String| Text::new(id).with("period", say_period(period)).with("reason", reason);
    let refusals = one.not_offered.iter().map(move |one| said("explain-not-offered", &one.period, &one.reason));
    refusals.chain(one.trials.iter().map(move |one| said("explain-trial", &one.period, &one.reason)))
}

/// What a leidraad asks of the offer of a regioplan.
pub fn offers(demand: &OfferDemand) -> Text {
    Text::new("say-offers")
        .with("periods", Arg::List(demand.periods.iter().map(|p| Arg::Text(say_period(p))).collect(), Join::And))
        .with("least", demand.at_least)
        .with("targets", Arg::words(demand.targets.iter().map(|target| &target.label), Join::Or))
}

/// A leidraad: editions, what it asks of a regioplan, interventions, and the growth models.
pub fn guide(page: &mut Page<'_>, guide: &Leidraad) {
    let model = &guide.contents;
    let catalog = page.catalog;
    let editions = guide.editions.iter().map(|one| vec![one.version.clone(), one.label.clone()]);
    page.table(page.heads(&["show-version", "show-what"]), editions);
    let demands = guide.offer_demands.iter().map(|demand| {
        vec![
            demand.id.clone(),
            format!("{}\n{}", demand.title, catalog.say(&offers(demand))),
            model.source_ids(&demand.reasons.sources).join(", "),
        ]
    });
    page.table(page.heads(&["show-rule", "show-asks", "show-source"]), demands);
    for (id, element) in model.elements.pairs() {
        let head = vec![element.label.clone(), page.word("show-id"), page.word("show-also-known")];
        let own = model.interventions_of(id);
        page.table(head, own.map(|(_, one)| vec![one.label.clone(), one.id.clone(), one.also_known.join(", ")]));
    }
    for rendering in &guide.renderings {
        let head = vec![rendering.title.clone(), page.word("show-when"), page.word("show-what")];
        let rows = rendering.growth.iter().map(|growth| {
            let element = model.elements.get(growth.element).label.clone();
            vec![element, catalog.say(&say_period(&growth.period)), growth.says.clone()]
        });
        page.table(head, rows);
    }
}
