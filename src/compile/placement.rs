//! Which clauses a head can hold: a clause in the wrong block is refused, never passed over.

use crate::syntax::tree::{Body, Clause, Scope, Tree};

use super::problem::{Fault, Wrong};

/// Reports every clause that its head cannot hold.
pub fn check(tree: &Tree, problems: &mut Vec<Fault>) {
    for block in &tree.blocks {
        refuse(&block.head, &block.clauses, problems);
        for part in &block.parts {
            if holds_part(&block.head.body, &part.head.body) {
                refuse(&part.head, &part.clauses, problems);
            } else {
                problems.push(Wrong::Misplaced.at(part.head.span));
            }
        }
    }
}

fn refuse(head: &Clause, clauses: &[Clause], problems: &mut Vec<Fault>) {
    let wrong = clauses.iter().filter(|clause| !holds(&head.body, &clause.body));
    problems.extend(wrong.map(|clause| match (&head.body, &clause.body) {
        (Body::Interventie { .. }, Body::Scope(Scope::Each(_))) => Wrong::PeriodMisplaced.at(clause.span),
        (Body::Aanvulling { .. }, Body::SamenMet { .. }) => Wrong::NotInSupplement.at(clause.span),
        _ => Wrong::Misplaced.at(clause.span),
    }));
}

fn holds_part(head: &Body, part: &Body) -> bool {
    match part {
        Body::Veld(_) => matches!(head, Body::Gegevens { .. } | Body::Interventie { .. }),
        _ => matches!(head, Body::Interventie { .. }),
    }
}

/// Whether a clause can stand below a head.
pub fn holds(head: &Body, clause: &Body) -> bool {
    if matches!(clause, Body::Negeer { .. }) {
        return true;
    }
    let of_set = matches!(clause, Body::BestaatUitSet(_) | Body::BestaatUitNames(_));
    let named = clause.is_reason() || matches!(clause, Body::OokBekendAls(_));
    match head {
        Body::Regioplan { .. } => matches!(
            clause,
            Body::Naam(_)
                | Body::Document(_)
                | Body::Beoordeelt { .. }
                | Body::Jaren { .. }
                | Body::JarenTellen { .. }
                | Body::Transitiejaar(_)
                | Body::PlanVoorJaren(_)
                | Body::ProgrammaEindigt(_)
                | Body::VolgtLeidraad { .. }
                | Body::WijktAf { .. }
                | Body::SamenMet { .. }
        ),
        Body::Aanvulling { .. } => {
            matches!(clause, Body::Naam(_) | Body::Document(_) | Body::Geldt { .. } | Body::VolgtLeidraad { .. })
        }
        Body::Leidraad { .. } => {
            matches!(clause, Body::Naam(_) | Body::Document(_) | Body::LeidraadVersie { .. }) || clause.is_reason()
        }
        Body::Werkplan { .. } => matches!(clause, Body::Naam(_) | Body::Document(_) | Body::Geldt { .. }),
        Body::Weergave { .. } => clause.is_reason() || matches!(clause, Body::Groei { .. }),
        Body::Indicator { .. } => {
            clause.is_reason() || matches!(clause, Body::Bereken { .. } | Body::Streefwaarde { .. })
        }
        Body::Overzicht { .. } => clause.is_reason() || matches!(clause, Body::Per(_) | Body::Toont { .. }),
        Body::Gegevens { .. } => false,
        Body::Groep { .. } | Body::Keuzelijst { .. } => of_set || named,
        Body::Kernelement { .. } | Body::Thema { .. } | Body::Doel { .. } => named,
        Body::Interventie { .. } => {
            named
                || matches!(
                    clause,
                    Body::HoortBijKernelement(_)
                        | Body::HoortBijThema(_)
                        | Body::OnderdeelVan(_)
                        | Body::Varianten(_)
                        | Body::Aangeboden(_)
                        | Body::AlleenSoort { .. }
                        | Body::Proef { .. }
                        | Body::EigenVoorstel(_)
                        | Body::Toegewezen(_)
                        | Body::ZonderEerdereKeuze
                        | Body::DientDoel(_)
                )
        }
        Body::Voorwaarde { .. } => clause.is_reason() || matches!(clause, Body::Als(_) | Body::EenGenoeg),
        Body::Regel { .. } | Body::MinimaleEis { .. } | Body::Einddoel { .. } => {
            clause.is_reason() || clause.is_of_rule() || matches!(clause, Body::Biedt { .. })
        }
        Body::Veld(_) | Body::Verdieping { .. } => clause.is_reason(),
        Body::NietAangeboden { .. } => clause.is_reason() || matches!(clause, Body::Gevolg { .. }),
        _ => true,
    }
}
