//! Clauses that many blocks share: reasons, sources, periods, kinds.

use crate::model::{Kind, KindSet, Reasons};
use crate::syntax::tree::{Body, Clause, Name};

use super::problem::{Fault, What, Wrong};
use super::resolver::Resolver;

/// Explanation, advice, reading and sources among the clauses.
pub fn reasons(resolver: &mut Resolver<'_>, clauses: &[Clause]) -> Reasons {
    let mut reasons = Reasons::default();
    for clause in clauses {
        match &clause.body {
            Body::Toelichting(text) => reasons.explanation.push(text.text.clone()),
            Body::Advies(text) => reasons.advice.push(text.text.clone()),
            Body::Interpretatie(text) => reasons.reading.push(text.text.clone()),
            Body::Bron(ids) => reasons.sources.extend(ids.iter().filter_map(|id| resolver.cite(id))),
            _ => {}
        }
    }
    reasons
}

/// Other names among the clauses.
pub fn also_known(clauses: &[Clause]) -> Vec<String> {
    let mut names = Vec::new();
    for clause in clauses {
        if let Body::OokBekendAls(texts) = &clause.body {
            names.extend(texts.iter().map(|text| text.text.clone()));
        }
    }
    names
}

/// Kinds of choice by name; an unknown one is reported.
pub fn kinds(names: &[Name], faults: &mut Vec<Fault>) -> KindSet {
    let mut found = Vec::new();
    for name in names {
        match Kind::from_word(&name.text) {
            Some(kind) => found.push(kind),
            None => faults.push(unknown_kind(name)),
        }
    }
    KindSet(found)
}

/// A word that is no kind of choice.
pub fn unknown_kind(name: &Name) -> Fault {
    Wrong::not_one_of(What::Kind, name, Kind::ALL.iter().map(|kind| kind.word()))
}
