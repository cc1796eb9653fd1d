//! What a formula looks at: which interventions it names, whether it asks of choices alone, of others, or of other years.

use crate::model::{ChoiceField, Contents, Domain, Formula, InterventionId, Meaning, Ref, Rule, Source, Term, Years};
use crate::value::Value;

/// The interventions on whose choices the verdict on a rule hangs; none when it may be any.
pub fn mentioned(rule: &Rule, meaning: &Meaning) -> Option<Vec<InterventionId>> {
    if meaning.for_each.is_some() {
        return None;
    }
    let mut ids: Vec<InterventionId> = rule.owner.intervention().into_iter().collect();
    let conditions = meaning.consequences.iter().filter_map(|found| found.condition.as_ref());
    let all = meaning.conditions.iter().chain(&meaning.demands).chain(conditions);
    let named = all.into_iter().all(|formula| of_formula(formula, &mut ids));
    (named && rule.not_double.is_empty()).then_some(ids)
}

fn of_formula(formula: &Formula, ids: &mut Vec<InterventionId>) -> bool {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => parts.iter().all(|part| of_formula(part, ids)),
        Formula::Not(part) | Formula::InYear(_, part) => of_formula(part, ids),
        Formula::Count { of, that, .. } => of_domain(of, ids) && of_formula(that, ids),
        Formula::Compare { left, right, .. } => of_term(left, ids) && of_term(right, ids),
        Formula::OneOf(left, _) | Formula::Contains(left, _) => of_term(left, ids),
        Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::Chosen(..)
        | Formula::Offered
        | Formula::StillOffered => true,
    }
}

fn of_term(term: &Term, ids: &mut Vec<InterventionId>) -> bool {
    match term {
        Term::Value(_) | Term::Ref(_) | Term::Day(_) => true,
        Term::Shift { base, .. } | Term::Times(_, base) => of_term(base, ids),
        Term::Total(parts) => parts.iter().all(|part| of_term(&part.of, ids)),
        Term::Over(_, domain) => of_domain(domain, ids),
    }
}

fn of_domain(domain: &Domain, ids: &mut Vec<InterventionId>) -> bool {
    let source = match &domain.source {
        Source::Interventions(named) => {
            ids.extend(named);
            true
        }
        Source::List(_) | Source::ListOfYears(..) => true,
        Source::Of(inner) | Source::Inside(inner, _) => of_domain(inner, ids),
        Source::Choices | Source::Those | Source::Practices | Source::OfPractices(_) | Source::Named(_) => false,
    };
    source && domain.filters.iter().all(|filter| of_formula(filter, ids))
}

/// The interventions of which a formula looks at the choices by name.
pub fn named_in(formula: &Formula, model: &Contents) -> Vec<InterventionId> {
    let filters = formula.domains().into_iter().flat_map(|domain| &domain.filters);
    let values = filters.filter_map(|filter| match filter {
        Formula::OneOf(Term::Ref(Ref::Choice(ChoiceField::Intervention)), values) => Some(values),
        _ => None,
    });
    let values: Vec<&Value> = values.flatten().collect();
    let is_named = |id: &str| values.iter().any(|value| matches!(value, Value::Word(word) if &**word == id));
    let all = model.interventions.pairs().filter(|(_, one)| is_named(&one.id));
    all.map(|(id, _)| id).collect()
}

/// Whether a formula asks of choices, and of no data.
pub fn is_of_choices(formula: &Formula) -> bool {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => !parts.is_empty() && parts.iter().all(is_of_choices),
        Formula::Not(part) | Formula::InYear(_, part) => is_of_choices(part),
        Formula::Count { of, that, .. } => domain_is_of_choices(of) && (is_of_choices(that) || is_nothing(that)),
        Formula::Chosen(..) | Formula::Offered | Formula::StillOffered => true,
        Formula::Compare { left, right, .. } => {
            term_is_of_choices(left) && (matches!(right, Term::Value(_)) || term_is_of_choices(right))
        }
        Formula::OneOf(left, _) => term_is_of_choices(left),
        Formula::Contains(..) | Formula::Filled(_) | Formula::HasTakenPlace { .. } => false,
    }
}

fn is_nothing(formula: &Formula) -> bool {
    matches!(formula, Formula::All(parts) if parts.is_empty())
}

fn term_is_of_choices(term: &Term) -> bool {
    match term {
        Term::Ref(Ref::Choice(field)) => match field {
            ChoiceField::Kind | ChoiceField::Intervention | ChoiceField::Element => true,
        },
        Term::Over(_, domain) => domain_is_of_choices(domain),
        Term::Times(_, base) => term_is_of_choices(base),
        Term::Total(parts) => parts.iter().all(|part| term_is_of_choices(&part.of)),
        Term::Value(_) | Term::Ref(_) | Term::Day(_) | Term::Shift { .. } => false,
    }
}

fn domain_is_of_choices(domain: &Domain) -> bool {
    let source = match &domain.source {
        Source::Choices | Source::Interventions(_) | Source::Named(_) => true,
        Source::Of(inner) => domain_is_of_choices(inner),
        Source::List(_)
        | Source::ListOfYears(..)
        | Source::Inside(..)
        | Source::Practices
        | Source::OfPractices(_)
        | Source::Those => false,
    };
    source && domain.filters.iter().all(is_of_choices)
}

/// Whether other choices can change the answer to a formula.
pub fn hangs_on_choices(formula: &Formula) -> bool {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => parts.iter().any(hangs_on_choices),
        Formula::Not(part) | Formula::InYear(_, part) => hangs_on_choices(part),
        Formula::Count { of, that, .. } => domain_hangs(of) || hangs_on_choices(that),
        Formula::Chosen(..) => true,
        Formula::Compare { left, right, .. } => term_hangs(left) || term_hangs(right),
        Formula::OneOf(left, _) | Formula::Contains(left, _) => term_hangs(left),
        Formula::Filled(target) => matches!(target, Ref::Choice(_)),
        Formula::HasTakenPlace { .. } | Formula::Offered | Formula::StillOffered => false,
    }
}

fn term_hangs(term: &Term) -> bool {
    match term {
        Term::Value(_) | Term::Day(_) => false,
        Term::Ref(target) => matches!(target, Ref::Choice(_)),
        Term::Shift { base, .. } | Term::Times(_, base) => term_hangs(base),
        Term::Total(parts) => parts.iter().any(|part| term_hangs(&part.of)),
        Term::Over(_, domain) => domain_hangs(domain),
    }
}

fn domain_hangs(domain: &Domain) -> bool {
    let source = match &domain.source {
        Source::Choices | Source::Those | Source::Practices | Source::OfPractices(_) => true,
        Source::Of(inner) | Source::Inside(inner, _) => domain_hangs(inner),
        Source::List(_) | Source::ListOfYears(..) | Source::Interventions(_) | Source::Named(_) => false,
    };
    source || domain.filters.iter().any(hangs_on_choices)
}

/// Whether a domain is of the choices of the year, each in it or not by itself.
pub fn only_choices(domain: &Domain) -> bool {
    let source = match &domain.source {
        Source::Choices => true,
        Source::Of(inner) => only_choices(inner),
        Source::List(_)
        | Source::ListOfYears(..)
        | Source::Inside(..)
        | Source::Practices
        | Source::OfPractices(_)
        | Source::Those
        | Source::Interventions(_)
        | Source::Named(_) => false,
    };
    source && domain.during.is_none() && !domain.filters.iter().any(hangs_on_others)
}

/// Whether the answer about one choice hangs on choices of other years.
pub fn looks_back(formula: &Formula) -> bool {
    match formula {
        Formula::All(parts) | Formula::Any(parts) => parts.iter().any(looks_back),
        Formula::Not(part) => looks_back(part),
        Formula::Chosen(_, years) => *years != Years::Here,
        Formula::InYear(..) => true,
        Formula::Count { of, that, .. } => of.filters.iter().any(looks_back) || looks_back(that),
        Formula::Compare { .. }
        | Formula::OneOf(..)
        | Formula::Contains(..)
        | Formula::Filled(_)
        | Formula::HasTakenPlace { .. }
        | Formula::Offered
        | Formula::StillOffered => false,
    }
}

/// Whether the answer about one choice hangs on other choices.
pub fn hangs_on_others(formula: &Formula) -> bool {
    let named = |of: &Domain| matches!(of.source, Source::Interventions(_) | Source::Named(_));
    formula.domains().into_iter().any(|of| named(of) || domain_hangs(of))
}
