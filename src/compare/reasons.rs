//! Why something stands in a regioplan: explanation, advice, reading and sources. These change nothing in what is
//! asked, and are told apart from what does.

use crate::model::{Contents, Reasons, StatementId};

use super::change::{Aspect, Change, Effect, Part, Sort};
use super::thing::{At, Said, Thing, whole};

/// What differs in the reasons of a thing; each side with the regioplan that its sources stand in.
pub fn compare(thing: &mut Thing<'_>, old: (&Contents, &Reasons), new: (&Contents, &Reasons)) {
    let Reasons { explanation, advice, reading, sources } = old.1;
    let other = new.1;
    thing.together(Part::Sources, Aspect::Explanation, explanation, &other.explanation);
    thing.together(Part::Sources, Aspect::Advice, advice, &other.advice);
    thing.together(Part::Sources, Aspect::Reading, reading, &other.reading);
    cites(thing, (old.0, sources), (new.0, &other.sources));
}

/// The statements of the document that are cited.
pub fn cites(thing: &mut Thing<'_>, old: (&Contents, &[StatementId]), new: (&Contents, &[StatementId])) {
    let ids = |(model, sources): (&Contents, &[StatementId])| -> Vec<String> {
        model.source_ids(sources).into_iter().map(str::to_owned).collect()
    };
    thing.together(Part::Sources, Aspect::Cites, &ids(old), &ids(new));
}

/// Statements that came or went, and what is done with them. Their texts are no part of what is asked.
pub fn register(old: &Contents, new: &Contents, out: &mut Vec<Change>) {
    for (models, is_new) in [((old, new), false), ((new, old), true)] {
        for statement in &models.0.register {
            if !models.1.register.iter().any(|other| other.id == statement.id) {
                let at = At { id: statement.id.clone(), name: statement.id.clone(), span: statement.span };
                let said = Said::new(&statement.says);
                out.push(whole(Part::Sources, Sort::Statement, Effect::Different, vec![], &at, said, is_new));
            }
        }
    }
    for statement in &old.register {
        let Some(other) = new.register.iter().find(|other| other.id == statement.id) else { continue };
        let kind = |one: &crate::model::Statement| one.disposition.as_ref().map(|found| found.kind);
        if kind(statement) != kind(other) {
            let at = |one: &crate::model::Statement| At { id: one.id.clone(), name: one.id.clone(), span: one.span };
            let (sort, years) = (Sort::Statement, vec![]);
            let mut thing = Thing { part: Part::Sources, sort, old: at(statement), new: at(other), years, out };
            let said = |one: &crate::model::Statement| {
                Some(Said::new(crate::diagnostic::Text::new(match kind(one) {
                    None => "diff-say-used",
                    Some(crate::model::DispositionKind::Information) => "diff-say-information",
                    Some(crate::model::DispositionKind::Region) => "diff-say-region",
                    Some(crate::model::DispositionKind::NotCheckable) => "diff-say-not-checkable",
                })))
            };
            thing.push(Part::Sources, Aspect::Disposition, Effect::Different, said(statement), said(other));
        }
    }
}
