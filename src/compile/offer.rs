//! Kernelementen, lists, themes, goals and interventions.

use crate::model::{
    CHOICE, Intervention, InterventionId, Kind, KindLimit, Named, NamedList, NotOffered, Period, Record, RecordId,
    Requirement, Sort as FileSort, Trial, Type,
};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Clause, Name, Quoted, Tree};

use super::clauses;
use super::ctx::Ctx;
use super::names::Sort;
use super::problem::Wrong;
use super::records::{add_field, agree, built_in, depths, join, push, require};
use super::resolver::Resolver;

/// The offer, read.
#[derive(Default)]
pub struct Offer {
    pub elements: Vec<Named>,
    pub lists: Vec<NamedList>,
    pub themes: Vec<Named>,
    pub goals: Vec<Named>,
    pub kinds: Vec<Named>,
    pub interventions: Vec<Intervention>,
}

/// Reads the offer; names were collected before, so order in the file does not matter.
pub fn read(resolver: &mut Resolver<'_>, tree: &Tree, sort: FileSort) -> Offer {
    let mut offer = Offer::default();
    for block in &tree.blocks {
        match &block.head.body {
            Body::Kernelement { id, label } => offer.elements.push(resolver.named(block, id, &label.text)),
            Body::Thema { id, label } => offer.themes.push(resolver.named(block, id, &label.text)),
            Body::Doel { id, label } => offer.goals.push(resolver.named(block, id, &label.text)),
            Body::Soort { id, label } => match Kind::from_word(&id.text) {
                Some(kind) => {
                    let known = Name { text: kind.word().to_owned(), span: id.span };
                    offer.kinds.push(resolver.named(block, &known, &label.text));
                }
                None => resolver.problems.push(clauses::unknown_kind(id)),
            },
            Body::Keuzelijst { id, label } => {
                let named = resolver.named(block, id, &label.text);
                let members = resolver.membership.lists.get(offer.lists.len()).cloned().unwrap_or_default();
                offer.lists.push(NamedList { named, members });
            }
            Body::Interventie { id, label } => {
                let intervention = intervention(resolver, block, id, label);
                let said = !intervention.offered.is_empty()
                    || !intervention.not_offered.is_empty()
                    || intervention.assigned.is_some();
                // A leidraad names interventions; what is on offer is for each region to say.
                match (sort, said) {
                    (FileSort::Regioplan | FileSort::Werkplan | FileSort::Aanvulling, false) => {
                        resolver.report(id.span, Wrong::NotSaidOffered(id.text.clone()));
                    }
                    (FileSort::Leidraad, true) => {
                        resolver.report(id.span, Wrong::GuideOffers(id.text.clone()));
                    }
                    (FileSort::Regioplan | FileSort::Werkplan | FileSort::Aanvulling, true)
                    | (FileSort::Leidraad, false) => {}
                }
                offer.interventions.push(intervention);
            }
            _ => {}
        }
    }
    part_cycles(resolver, &offer.interventions);
    offer
}

fn intervention(resolver: &mut Resolver<'_>, block: &Block, id: &Name, label: &Quoted) -> Intervention {
    let index = resolver.names.interventions.find(&id.text).unwrap_or(0);
    let mut found = Intervention {
        id: id.text.clone(),
        label: label.text.clone(),
        element: resolver.membership.element.get(index).copied().flatten().unwrap_or(0),
        themes: resolver.membership.themes.get(index).cloned().unwrap_or_default(),
        goals: Vec::new(),
        part_of: None,
        also_known: clauses::also_known(&block.clauses),
        variants: Vec::new(),
        deepenings: Vec::new(),
        offered: Vec::new(),
        not_offered: Vec::new(),
        only_kinds: Vec::new(),
        trials: Vec::new(),
        own_idea: None,
        assigned: None,
        without_earlier: false,
        record: CHOICE,
        reasons: clauses::reasons(resolver, &block.clauses),
        span: id.span,
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
    resolver.own_records.entry(index).or_insert(found.record);
    read_refusals(resolver, block, &mut found);
    found
}

fn read_clause(resolver: &mut Resolver<'_>, clause: &Clause, found: &mut Intervention) {
    match &clause.body {
        Body::OnderdeelVan(name) => found.part_of = resolver.find(name, Sort::Intervention).map(InterventionId),
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
        Body::DientDoel(names) => found.goals.extend(names.iter().filter_map(|name| resolver.find(name, Sort::Goal))),
        _ => {}
    }
}

/// The record of a choice for this intervention: the common fields, then its own.
fn own_record(resolver: &mut Resolver<'_>, block: &Block, found: &Intervention) -> RecordId {
    let common = resolver.records.get(CHOICE.0).map(|r| r.fields.clone()).unwrap_or_default();
    let record = RecordId(resolver.records.len());
    resolver.records.push(Record {
        id: found.id.clone(),
        of_intervention: true,
        label: found.label.clone(),
        fields: common,
        span: found.span,
    });
    let shared = resolver.records.get(CHOICE.0).map_or(0, |common| common.fields.len());
    resolver.declare_as(record, CHOICE, shared);
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

fn part_cycles(resolver: &mut Resolver<'_>, interventions: &[Intervention]) {
    let wholes: Vec<Vec<usize>> = interventions.iter().map(|one| one.part_of.iter().map(|id| id.0).collect()).collect();
    if let Err(circle) = depths(&wholes) {
        let found: Vec<&Intervention> = circle.iter().filter_map(|index| interventions.get(*index)).collect();
        let names = found.iter().map(|one| one.id.clone()).collect();
        resolver.report(found.first().map_or(Span::default(), |one| one.span), Wrong::Cycle(names));
    }
}
