//! The blocks `regel`, and the rules inside interventions: minimum requirements and end goals.

use std::collections::BTreeMap;

use crate::model::{
    CHOICE, Cond, Demand, ForEach, InterventionId, Member, Owner, Period, Reasons, Rule, RuleLines, RuleScope,
    Standing, Table,
};
use crate::source::Span;
use crate::syntax::tree::{self, Block, Body, Clause, Name, Scope};

use super::clauses;
use super::ctx::{Ctx, Footing, Those, is_of_practices};
use super::document::{Document, is_offer_demand};
use super::double;
use super::evidence::evidence;
use super::members::asks_those;
use super::problem::Wrong;
use super::resolver::Resolver;

/// Reads all rules in order of the file; of some files all rules are about the whole region.
pub fn read(resolver: &mut Resolver<'_>, document: Document<'_>, whole_region: bool) -> Table<Rule> {
    let mut rules: Table<Rule> = Table::default();
    let mut ids: BTreeMap<String, Span> = BTreeMap::new();
    for block in &document.tree.blocks {
        let found = match &block.head.body {
            Body::Regel { id, title } if !is_offer_demand(block) => {
                vec![plain_rule(resolver, block, id, &title.text, whole_region)]
            }
            Body::Interventie { id, .. } => intervention_rules(resolver, block, id),
            _ => continue,
        };
        for rule in found {
            if let Some(first) = ids.get(&rule.id) {
                let name = Name { text: rule.id.clone(), span: rule.span };
                resolver.problems.push(Wrong::twice(&name, *first));
            } else {
                ids.insert(rule.id.clone(), rule.span);
                rules.push(rule);
            }
        }
    }
    double::link(resolver, document, &mut rules);
    rules
}

/// A rule by itself, of the document in hand.
pub fn plain_rule(resolver: &mut Resolver<'_>, block: &Block, id: &Name, title: &str, whole_region: bool) -> Rule {
    let scope = scope(resolver, &block.clauses, RuleScope::Once);
    let whole_region = whole_region || block.clauses.iter().any(|clause| matches!(clause.body, Body::HeleRegio));
    if whole_region {
        refuse_in_region(resolver, block, &scope);
    }
    let ctx = Ctx { year: !matches!(scope, RuleScope::Once), region: whole_region, ..Ctx::default() };
    let id = resolver.known_as(id);
    let title = title.to_owned();
    let rough = Rough { id: id.text, title, owner: Owner::Rule, scope, whole_region, span: id.span };
    body(resolver, &block.clauses, rough, &ctx)
}

/// A region has no programme years, and only a practice chooses.
fn refuse_in_region(resolver: &mut Resolver<'_>, block: &Block, scope: &RuleScope) {
    let by_programme_year = match scope {
        RuleScope::Once => false,
        RuleScope::OwnYear(_) | RuleScope::Together(_) => true,
        RuleScope::Each(periods) => {
            periods.iter().any(|p| matches!(p, Period::InYears(_) | Period::FromYear(_) | Period::UntilYear(_)))
        }
    };
    let those = block.clauses.iter().find_map(|clause| match &clause.body {
        Body::VoorElk { set, same: Some(_) } => {
            Some(set.path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van "))
        }
        _ => None,
    });
    let those = those.filter(|words| words == "praktijken");
    for clause in &block.clauses {
        match &clause.body {
            Body::Scope(_) if by_programme_year => {
                resolver.report(clause.span, Wrong::RegionYear);
            }
            Body::Kies { .. } | Body::Bewijs(_) | Body::NietDubbel { .. } => {
                resolver.report(clause.span, Wrong::RegionChooses(those.clone()));
            }
            Body::Als(cond) | Body::Eis(cond) if matches!(cond.kind, tree::CondKind::Chosen { .. }) => {
                resolver.report(clause.span, Wrong::RegionChooses(those.clone()));
            }
            _ => {}
        }
    }
}

fn intervention_rules(resolver: &mut Resolver<'_>, block: &Block, id: &Name) -> Vec<Rule> {
    let Some(own_id) = resolver.names.interventions.find(&id.text) else { return Vec::new() };
    let record = resolver.own_records.get(&own_id).copied().unwrap_or(CHOICE);
    let ctx = Ctx { year: true, choice: Some(record), ..Ctx::default() };
    let mut rules = Vec::new();
    for part in &block.parts {
        let (owner, own, title, suffix) = match &part.head.body {
            Body::MinimaleEis { id, title } => (Owner::Minimum(own_id), id, title, "minimale-eis"),
            Body::Einddoel { id, title } => (Owner::EndGoal(own_id), id, title, "einddoel"),
            _ => continue,
        };
        let suffix = own.as_ref().map_or(suffix, |own| own.text.as_str());
        let scope = scope(resolver, &part.clauses, RuleScope::Each(vec![Period::Always]));
        if matches!(scope, RuleScope::Together(_)) {
            resolver.report(part.head.span, Wrong::PartScope);
        }
        let rough = Rough {
            id: format!("{}-{suffix}", id.text),
            title: title.text.clone(),
            owner,
            scope,
            whole_region: false,
            span: part.head.span,
        };
        if let Some(clause) = part.clauses.iter().find(|c| matches!(c.body, Body::HeleRegio | Body::NietDubbel { .. }))
        {
            resolver.report(clause.span, Wrong::Misplaced(vec!["regel"]));
        }
        rules.push(body(resolver, &part.clauses, rough, &ctx));
    }
    if let Some(by) =
        block.clauses.iter().find_map(|c| if let Body::EigenVoorstel(by) = &c.body { Some(by) } else { None })
    {
        rules.push(own_idea(resolver, block, id, own_id, &by.text, &ctx));
    }
    rules
}

/// A free description is asked, and a person judges it.
fn own_idea(resolver: &mut Resolver<'_>, block: &Block, id: &Name, owner: InterventionId, by: &str, ctx: &Ctx) -> Rule {
    let word = Name { text: "omschrijving".to_owned(), span: id.span };
    let filled = resolver.path(&[word], ctx).map(|(target, _)| Demand::Cond(Cond::Filled { target, negated: false }));
    let review = crate::model::Consequence {
        case: crate::model::Case::Met,
        outcome: crate::model::Outcome::Review(by.to_owned()),
        condition: None,
    };
    Rule {
        id: format!("{}-eigen-voorstel", id.text),
        title: resolver.names.label(&id.text),
        owner: Owner::OwnIdea(owner),
        // It is looked at in its own year, and then it has been.
        scope: RuleScope::OwnYear(vec![Period::Always]),
        demands: filled.into_iter().collect(),
        standing: Standing { consequences: vec![review], ..Standing::default() },
        reasons: Reasons { sources: clauses::reasons(resolver, &block.clauses).sources, ..Reasons::default() },
        span: id.span,
        ..Rule::default()
    }
}

/// What a rule is before its clauses are read.
struct Rough {
    id: String,
    title: String,
    owner: Owner,
    scope: RuleScope,
    whole_region: bool,
    span: Span,
}

fn body(resolver: &mut Resolver<'_>, list: &[Clause], rough: Rough, ctx: &Ctx) -> Rule {
    let together = matches!(rough.scope, RuleScope::Together(_));
    let mut lines = RuleLines::default();
    let mut conditions = Vec::new();
    for clause in list {
        match &clause.body {
            Body::Als(cond) => {
                let found = resolver.cond(cond, ctx);
                lines.conditions.extend(found.is_some().then_some(clause.span));
                conditions.extend(found);
            }
            Body::VanKracht { until: Some(_), .. } => lines.until = lines.until.or(Some(clause.span)),
            _ => {}
        }
    }
    let for_each = for_each(resolver, list, ctx);
    let is_said = list.iter().any(|clause| matches!(clause.body, Body::VoorElk { .. }));
    let inner = match &for_each {
        Some(found) => inner_of(found, list, ctx),
        None if is_said => Ctx { footing: Footing::Lost, ..ctx.clone() },
        None => ctx.clone(),
    };
    let demand = |clause: &Clause| {
        let found = demand(resolver, clause, &inner, together)?;
        if let Some(those) = inner.those.as_ref().filter(|_| !asks_those(&found)) {
            let wrong = Wrong::GroupUnasked(those.words.clone(), those.member == Member::Practice);
            resolver.report(clause.span, wrong);
        }
        Some((clause.span, found))
    };
    let (at, demands): (Vec<Span>, Vec<Demand>) = list.iter().filter_map(demand).unzip();
    lines.demands = at;
    let judged = |clause: &Clause| matches!(clause.body, Body::Beoordeling { .. });
    let asks = list.iter().any(|clause| clause.body.is_demand() || judged(clause));
    let standing = resolver.standing(list, &inner);
    if !asks {
        resolver.report(rough.span, Wrong::AsksNothing(rough.id.clone()));
    }
    Rule {
        id: rough.id,
        title: rough.title,
        owner: rough.owner,
        supplement: resolver.supplement,
        lacks: Vec::new(),
        scope: rough.scope,
        whole_region: rough.whole_region,
        not_double: Vec::new(),
        conditions,
        for_each,
        demands,
        standing,
        reasons: clauses::reasons(resolver, list),
        span: rough.span,
        lines,
    }
}

/// Where the demands are read: in the member, or among the members that stand together.
fn inner_of(found: &ForEach, list: &[Clause], ctx: &Ctx) -> Ctx {
    if found.same.is_none() {
        return ctx.inside(&found.set);
    }
    let of_practices = is_of_practices(&found.set);
    let said = list.iter().find_map(|clause| match &clause.body {
        Body::VoorElk { set, .. } => Some(set.path.iter().map(|name| name.span).collect()),
        _ => None,
    });
    // Of a list in each of a list the name of that list is enough: `die deelnemers`.
    let path = list.iter().find_map(|clause| match &clause.body {
        Body::VoorElk { set, .. } => {
            Some(set.path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van "))
        }
        _ => None,
    });
    let (words, member) = (path.unwrap_or_else(|| found.set.words.clone()), found.set.member.clone());
    let those = Those { words, at: said.unwrap_or_default(), member, of_practices };
    Ctx { those: Some(those), ..ctx.clone() }
}

fn for_each(resolver: &mut Resolver<'_>, list: &[Clause], ctx: &Ctx) -> Option<ForEach> {
    let (set, same) = list.iter().find_map(|clause| match &clause.body {
        Body::VoorElk { set, same } => Some((set, same)),
        _ => None,
    })?;
    let list = set;
    let set = resolver.set(list, ctx)?;
    let same = match (same, &set.member) {
        (Some(path), _) => Some(resolver.field_of(path, &set, ctx)?.0),
        (None, Member::Record(_) | Member::Choice | Member::Practice) => None,
        (None, Member::Scalar(_)) => {
            resolver.report(list.span, Wrong::ForEachPlain(set.words));
            return None;
        }
    };
    Some(ForEach { set, same })
}

fn demand(resolver: &mut Resolver<'_>, clause: &Clause, ctx: &Ctx, together: bool) -> Option<Demand> {
    match &clause.body {
        Body::Kies { amount, selector } => {
            resolver.need_year(ctx, clause.span)?;
            let amount = resolver.whole_amount(*amount, clause.span)?;
            let selector = resolver.selector(amount, selector, ctx)?;
            if together && selector.field.is_some() {
                resolver.report(clause.span, Wrong::FieldTogether);
            }
            Some(Demand::Choose { amount, selector })
        }
        Body::Eis(_) | Body::Bewijs(_) if together => {
            resolver.report(clause.span, Wrong::TogetherOnlyChoose);
            None
        }
        Body::Eis(cond) => resolver.cond(cond, ctx).map(Demand::Cond),
        Body::Bewijs(asked) => evidence(resolver, asked, clause.span, ctx),
        _ => None,
    }
}

fn scope(resolver: &mut Resolver<'_>, list: &[Clause], default: RuleScope) -> RuleScope {
    let mut periods = Vec::new();
    let mut special = None;
    for clause in list {
        let Body::Scope(found) = &clause.body else { continue };
        let before: Option<&RuleScope> = special.as_ref();
        let other = match found {
            Scope::OwnYear => matches!(before, Some(RuleScope::Together(_))),
            Scope::Together(_) => matches!(before, Some(RuleScope::OwnYear(_))),
            Scope::Each(_) => false,
        };
        if other {
            resolver.report(clause.span, Wrong::TwoScopes);
            continue;
        }
        match found {
            Scope::OwnYear => special = Some(RuleScope::OwnYear(Vec::new())),
            Scope::Together(years) => {
                special = Some(RuleScope::Together(years.clone()));
            }
            Scope::Each(period) => {
                if let Period::InYears(years) = &period.kind
                    && years.contains(&0)
                {
                    resolver.report(period.span, Wrong::YearZero);
                }
                periods.push(period.kind.clone());
            }
        }
        if matches!(special, Some(RuleScope::Together(_))) && !periods.is_empty() {
            resolver.report(clause.span, Wrong::TwoScopes);
        }
    }
    match special {
        Some(RuleScope::OwnYear(_)) => RuleScope::OwnYear(periods),
        Some(scope) => scope,
        None if periods.is_empty() => default,
        None => RuleScope::Each(periods),
    }
}
