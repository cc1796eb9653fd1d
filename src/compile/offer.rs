//! Kernelementen, lists, themes, goals and interventions.

use crate::model::{
    CHOICE, Element, Goal, Id, Intervention, Kind, KindLimit, Named, NamedList, NotOffered, Period, Record, RecordId,
    Requirement, Table, Theme, Trial, Type,
};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Clause, Name, Quoted, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::problem::Wrong;
use super::records::{add_field, agree, built_in, depths, join, push, require};
use super::resolver::Resolver;

/// The offer, read.
pub struct Offer {
    pub elements: Table<Element, Named>,
    pub lists: Table<NamedList>,
    pub themes: Table<Theme, Named>,
    pub goals: Table<Goal, Named>,
    pub kinds: Vec<Named>,
    pub interventions: Table<Intervention>,
}

/// Reads the offer; names were collected before, so order in the file does not matter.
pub fn read(resolver: &mut Resolver<'_>, tree: &Tree, is_guide: bool) -> Offer {
    let all = resolver.names;
    let mut offer = Offer {
        elements: all.elements.table(|_, _| Named::default()),
        lists: all.lists.table(|_, _| NamedList::default()),
        themes: all.themes.table(|_, _| Named::default()),
        goals: all.goals.table(|_, _| Named::default()),
        kinds: Vec::new(),
        interventions: all.interventions.table(|_, _| Intervention::default()),
    };
    for block in &tree.blocks {
        match &block.head.body {
            Body::Kernelement { id, label } => {
                let named = resolver.named(block, id, &label.text);
                put(&mut offer.elements, all.elements.declared_at(id), named);
            }
            Body::Thema { id, label } => {
                let named = resolver.named(block, id, &label.text);
                put(&mut offer.themes, all.themes.declared_at(id), named);
            }
            Body::Doel { id, label } => {
                let named = resolver.named(block, id, &label.text);
                put(&mut offer.goals, all.goals.declared_at(id), named);
            }
            Body::Soort { id, label } => match Kind::from_word(&id.text) {
                Some(kind) => {
                    let known = Name { text: kind.word().to_owned(), span: id.span };
                    offer.kinds.push(resolver.named(block, &known, &label.text));
                }
                None => resolver.problems.push(clauses::unknown_kind(id)),
            },
            Body::Keuzelijst { id, label } => {
                let named = resolver.named(block, id, &label.text);
                let list = all.lists.declared_at(id);
                let members = list.map_or_else(Vec::new, |list| resolver.membership.lists.get(list).clone());
                put(&mut offer.lists, list, NamedList { named, members });
            }
            Body::Interventie { id, label } => {
                let intervention = intervention(resolver, block, id, label);
                let said = !intervention.offered.is_empty()
                    || !intervention.not_offered.is_empty()
                    || intervention.assigned.is_some();
                // A leidraad names interventions; what is on offer is for each region to say.
                match (is_guide, said) {
                    (false, false) => resolver.report(id.span, Wrong::NotSaidOffered(id.text.clone())),
                    (true, true) => resolver.report(id.span, Wrong::GuideOffers(id.text.clone())),
                    (false, true) | (true, false) => {}
                }
                put(&mut offer.interventions, all.interventions.declared_at(id), intervention);
            }
            _ => {}
        }
    }
    part_cycles(resolver, &offer.interventions);
    offer
}

/// Puts a thing where its name stands; of what is declared twice the first one counts.
fn put<K, T>(table: &mut Table<K, T>, id: Option<Id<K>>, thing: T) {
    if let Some(slot) = id.and_then(|id| table.get_mut(id)) {
        *slot = thing;
    }
}

fn intervention(resolver: &mut Resolver<'_>, block: &Block, id: &Name, label: &Quoted) -> Intervention {
    let own = resolver.names.interventions.find(&id.text).unwrap_or(Id::NOTHING);
    let mut found = Intervention {
        id: id.text.clone(),
        label: label.text.clone(),
        // Without a kernelement that is known, which has been reported, it belongs to none.
        element: resolver.membership.element.get(own).unwrap_or(Id::NOTHING),
        themes: resolver.membership.themes.get(own).clone(),
        also_known: clauses::also_known(&block.clauses),
        reasons: clauses::reasons(resolver, &block.clauses),
        span: id.span,
        ..Intervention::default()
    };
    for clause in &block.clauses {
        read_clause(resolver, clause, &mut found);
    }
    for part in &block.parts {
        if let Body::Verdieping { id, label } = &part.head.body {
            found.reasons.sources.extend(clauses::reasons(resolver, &part.clauses).sources);
            found.deepenings.push((id.text.clone(), label.text.clone()));
        }
    }
    found.record = own_record(resolver, block, &found);
    resolver.own_records.entry(own).or_insert(found.record);
    read_refusals(resolver, block, &mut found);
    found
}

fn read_clause(resolver: &mut Resolver<'_>, clause: &Clause, found: &mut Intervention) {
    match &clause.body {
        Body::OnderdeelVan(name) => found.part_of = resolver.find(name, &resolver.names.interventions),
        Body::Varianten(variants) => {
            found.variants.extend(variants.iter().map(|(id, label)| (id.text.clone(), label.text.clone())));
        }
        Body::Aangeboden(period) => found.offered.push(period.kind.clone()),
        Body::AlleenSoort { kinds, period } => {
            let kinds = clauses::kinds(kinds, &mut resolver.problems);
            found.only_kinds.push(KindLimit {
                kinds,
                period: period.as_ref().map_or(Period::Always, |period| period.kind.clone()),
            });
        }
        Body::Proef { period, reason } => {
            found.trials.push(Trial { period: period.kind.clone(), reason: reason.text.clone() });
        }
        Body::EigenVoorstel(by) => found.own_idea = Some(by.text.clone()),
        Body::Toegewezen(by) => found.assigned = Some(by.text.clone()),
        Body::ZonderEerdereKeuze => found.without_earlier = true,
        Body::DientDoel(names) => {
            found.goals.extend(names.iter().filter_map(|name| resolver.find(name, &resolver.names.goals)));
        }
        _ => {}
    }
}

/// The record of a choice for this intervention: the common fields, then its own.
fn own_record(resolver: &mut Resolver<'_>, block: &Block, found: &Intervention) -> RecordId {
    let common = resolver.records.get(CHOICE).fields.clone();
    let record = resolver.records.push(Record {
        id: found.id.clone(),
        of_intervention: true,
        label: found.label.clone(),
        fields: common,
        span: found.span,
    });
    resolver.declare_as(record, CHOICE);
    let options = |pairs: &[(String, String)]| Type::OneOf(pairs.iter().map(|(id, _)| id.clone()).collect());
    if !found.variants.is_empty() {
        push(resolver, record, built_in("variant", "Variant", options(&found.variants), Requirement::Optional));
    }
    if !found.deepenings.is_empty() {
        push(resolver, record, built_in("verdieping", "Verdieping", options(&found.deepenings), Requirement::Optional));
    }
    if found.own_idea.is_some() {
        push(resolver, record, built_in("omschrijving", "Omschrijving", Type::Text, Requirement::Optional));
    }
    let ctx = Ctx { year: true, choice: Some(record), ..Ctx::default() };
    for part in &block.parts {
        if let Some(number) = add_field(resolver, record, part) {
            require(resolver, record, number, part, &ctx);
        }
    }
    let joined = join(resolver);
    agree(resolver, joined);
    record
}

fn read_refusals(resolver: &mut Resolver<'_>, block: &Block, found: &mut Intervention) {
    let ctx = Ctx { year: true, choice: Some(found.record), ..Ctx::default() };
    for part in &block.parts {
        let Body::NietAangeboden { period, reason } = &part.head.body else { continue };
        let refusal = NotOffered {
            period: period.as_ref().map_or(Period::Always, |period| period.kind.clone()),
            reason: reason.text.clone(),
            consequences: resolver.consequences(&part.clauses, &ctx),
            sources: clauses::reasons(resolver, &part.clauses).sources,
        };
        found.not_offered.push(refusal);
    }
}

fn part_cycles(resolver: &mut Resolver<'_>, interventions: &Table<Intervention>) {
    let wholes = interventions.map(|one| one.part_of.into_iter().collect());
    if let Err(circle) = depths(&wholes) {
        let found: Vec<&Intervention> = circle.iter().map(|id| interventions.get(*id)).collect();
        let names = found.iter().map(|one| one.id.clone()).collect();
        resolver.report(found.first().map_or(Span::default(), |one| one.span), Wrong::Cycle(names));
    }
}
