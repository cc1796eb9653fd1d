//! A leidraad: its editions, its renderings, and what it asks of the offer of a regioplan.

use crate::model::{Edition, Growth, OfferDemand, Period, Reasons, Rendering};
use crate::syntax::tree::{Block, Body, Scope, Tree};

use super::clauses;
use super::document::is_offer_demand;
use super::placement::holds;
use super::problem::Wrong;
use super::resolver::Resolver;

/// What only a leidraad has.
#[derive(Default)]
pub struct Guide {
    pub editions: Vec<Edition>,
    /// Of the head, of whatever sort the file is.
    pub reasons: Reasons,
    pub renderings: Vec<Rendering>,
    pub demands: Vec<OfferDemand>,
}

/// Reads the parts of a leidraad; in another file they are refused.
pub fn read(resolver: &mut Resolver<'_>, tree: &Tree, is_guide: bool) -> Guide {
    let mut guide = Guide::default();
    for block in &tree.blocks {
        let of_guide = match &block.head.body {
            Body::Regioplan { .. } | Body::Werkplan { .. } if !is_guide => {
                guide.reasons = clauses::reasons(resolver, &block.clauses);
                false
            }
            Body::Leidraad { .. } => {
                guide.editions.extend(block.clauses.iter().filter_map(|clause| match &clause.body {
                    Body::LeidraadVersie { version, label } => {
                        Some(Edition { version: version.text.clone(), label: label.text.clone() })
                    }
                    _ => None,
                }));
                guide.reasons = clauses::reasons(resolver, &block.clauses);
                if guide.editions.is_empty() {
                    resolver.report(block.head.span, Wrong::NoEdition);
                }
                true
            }
            Body::Weergave { id, title } => {
                let rendering = rendering(resolver, block, &id.text, &title.text);
                guide.renderings.push(rendering);
                true
            }
            Body::Regel { id, .. } if is_offer_demand(block) => {
                if let Some(first) = guide.demands.iter().find(|old| old.id == id.text) {
                    resolver.problems.push(Wrong::twice(id, first.span));
                }
                if let Some(demand) = demand(resolver, block) {
                    guide.demands.push(demand);
                }
                true
            }
            Body::Interventie { .. } | Body::Kernelement { .. } | Body::Thema { .. } | Body::Keuzelijst { .. } => {
                is_guide
            }
            _ => false,
        };
        let common = matches!(
            block.head.body,
            Body::Interventie { .. } | Body::Kernelement { .. } | Body::Thema { .. } | Body::Keuzelijst { .. }
        );
        if of_guide && !is_guide && !common {
            resolver.report(block.head.span, Wrong::OnlyInGuide);
        } else if !of_guide && is_guide {
            resolver.report(block.head.span, Wrong::NotInGuide);
        }
    }
    guide
}

fn rendering(resolver: &mut Resolver<'_>, block: &Block, id: &str, title: &str) -> Rendering {
    let mut growth = Vec::new();
    for clause in &block.clauses {
        let Body::Groei { period, element, says } = &clause.body else { continue };
        if let Some(element) = resolver.find(element, &resolver.names.elements) {
            growth.push(Growth { period: period.kind.clone(), element, says: says.text.clone() });
        }
    }
    Rendering {
        id: id.to_owned(),
        title: title.to_owned(),
        growth,
        reasons: clauses::reasons(resolver, &block.clauses),
    }
}

fn demand(resolver: &mut Resolver<'_>, block: &Block) -> Option<OfferDemand> {
    let Body::Regel { id, title } = &block.head.body else { return None };
    let mut periods = Vec::new();
    let mut offers = None;
    for clause in &block.clauses {
        match &clause.body {
            Body::Scope(Scope::Each(period)) => periods.push(period.kind.clone()),
            Body::Biedt { .. } if offers.is_some() => resolver.report(clause.span, Wrong::OffersMixed),
            Body::Biedt { at_least, targets } => offers = Some((*at_least, targets)),
            body if body.is_reason() => {}
            body if !holds(&block.head.body, body) => {}
            _ => resolver.report(clause.span, Wrong::OffersMixed),
        }
    }
    let (at_least, targets) = offers?;
    let targets = targets.iter().filter_map(|target| resolver.target(target)).collect();
    if periods.is_empty() {
        periods.push(Period::Always);
    }
    Some(OfferDemand {
        id: id.text.clone(),
        title: title.text.clone(),
        periods,
        at_least,
        targets,
        reasons: clauses::reasons(resolver, &block.clauses),
        span: id.span,
    })
}
