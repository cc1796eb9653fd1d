//! Which clauses a head can hold, and how often: a clause in the wrong block is refused, never passed over. So is a period that
//! ends before it begins.

use crate::model::{Case, Period};
use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Field, FieldType, Name, Quoted, Required, Scope, Tree};

use super::once;
use super::problem::{Fault, Wrong};

/// Reports every clause that its head cannot hold.
pub fn check(tree: &Tree, problems: &mut Vec<Fault>) {
    for block in &tree.blocks {
        refuse(&block.head, &block.clauses, problems);
        once::check_parts(block.parts.iter().map(|part| &part.head), problems);
        for part in &block.parts {
            if holds_part(&block.head.body, &part.head.body) {
                refuse(&part.head, &part.clauses, problems);
            } else {
                problems.push(Wrong::Misplaced(places_of_part(&part.head.body)).at(part.head.span));
            }
        }
    }
}

fn refuse(head: &Clause, clauses: &[Clause], problems: &mut Vec<Fault>) {
    for period in std::iter::once(head).chain(clauses).filter_map(Clause::period) {
        if matches!(period.kind, Period::Between(from, to) if from > to) {
            problems.push(Wrong::Dates.at(period.span));
        }
    }
    once::check(head, clauses.iter().filter(|clause| holds(&head.body, &clause.body)), problems);
    let wrong = clauses.iter().filter(|clause| !holds(&head.body, &clause.body));
    problems.extend(wrong.map(|clause| match (&head.body, &clause.body) {
        (Body::Interventie { .. }, Body::Scope(Scope::Each(_))) => Wrong::PeriodMisplaced.at(clause.span),
        (Body::Aanvulling { .. }, Body::SamenMet { .. }) => Wrong::NotInSupplement.at(clause.span),
        _ => Wrong::Misplaced(places(&clause.body)).at(clause.span),
    }));
}

/// Whether a part can stand below a head.
#[must_use]
pub fn holds_part(head: &Body, part: &Body) -> bool {
    match part {
        Body::Veld(_) => matches!(head, Body::Gegevens { .. } | Body::Interventie { .. }),
        _ => matches!(head, Body::Interventie { .. }),
    }
}

/// The first words of the heads below which a clause can stand.
pub fn places(clause: &Body) -> Vec<&'static str> {
    let heads = heads().into_iter().filter(|(_, head)| holds(head, clause));
    heads.map(|(word, _)| word).collect()
}

fn places_of_part(part: &Body) -> Vec<&'static str> {
    heads().into_iter().filter(|(_, head)| holds_part(head, part)).map(|(word, _)| word).collect()
}

/// A head of every sort, without what it says; in the order in which they are told.
fn heads() -> Vec<(&'static str, Body)> {
    let name = || Name { text: String::new(), span: Span::default() };
    let text = || Quoted { text: String::new(), span: Span::default() };
    let field = Field {
        id: name(),
        ty: FieldType::Text,
        required: Required::No,
        short_form: false,
        takes_place: None,
        none_when_empty: None,
        again: None,
        label: None,
    };
    vec![
        ("regioplan", Body::Regioplan { id: name(), version: text() }),
        ("leidraad", Body::Leidraad { id: name() }),
        ("werkplan", Body::Werkplan { id: name(), version: text() }),
        ("gegevens", Body::Gegevens { id: name(), label: None }),
        ("groep", Body::Groep { id: name(), label: text() }),
        ("kernelement", Body::Kernelement { id: name(), label: text() }),
        ("keuzelijst", Body::Keuzelijst { id: name(), label: text() }),
        ("thema", Body::Thema { id: name(), label: text() }),
        ("doel", Body::Doel { id: name(), label: text() }),
        ("soort", Body::Soort { id: name(), label: text() }),
        ("voorwaarde", Body::Voorwaarde { id: name(), title: text() }),
        ("interventie", Body::Interventie { id: name(), label: text() }),
        ("veld", Body::Veld(field)),
        ("verdieping", Body::Verdieping { id: name(), label: text() }),
        ("niet aangeboden", Body::NietAangeboden { period: None, reason: text() }),
        ("minimale eis", Body::MinimaleEis { id: None, title: text() }),
        ("einddoel", Body::Einddoel { id: None, title: text() }),
        ("regel", Body::Regel { id: name(), title: text() }),
        ("indicator", Body::Indicator { id: name(), title: text() }),
        ("overzicht", Body::Overzicht { id: name(), title: text() }),
        ("weergave", Body::Weergave { id: name(), title: text() }),
    ]
}

/// Whether a clause can stand below a head.
#[must_use]
pub fn holds(head: &Body, clause: &Body) -> bool {
    if matches!(clause, Body::Negeer { .. }) {
        return true;
    }
    let of_set = matches!(clause, Body::BestaatUitSet(_) | Body::BestaatUitNames(_));
    let named = clause.is_reason() || matches!(clause, Body::OokBekendAls(_));
    match head {
        Body::Regioplan { .. } => {
            matches!(
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
            ) || clause.is_reason()
        }
        Body::Aanvulling { .. } => {
            matches!(clause, Body::Naam(_) | Body::Document(_) | Body::Geldt { .. } | Body::VolgtLeidraad { .. })
                || clause.is_reason()
        }
        Body::Leidraad { .. } => {
            matches!(clause, Body::Naam(_) | Body::Document(_) | Body::LeidraadVersie { .. }) || clause.is_reason()
        }
        Body::Werkplan { .. } => {
            matches!(clause, Body::Naam(_) | Body::Document(_) | Body::Geldt { .. }) || clause.is_reason()
        }
        Body::Weergave { .. } => clause.is_reason() || matches!(clause, Body::Groei { .. }),
        Body::Indicator { .. } => {
            clause.is_reason() || matches!(clause, Body::Bereken { .. } | Body::Streefwaarde { .. })
        }
        Body::Overzicht { .. } => clause.is_reason() || matches!(clause, Body::Per(_) | Body::Toont { .. }),
        Body::Gegevens { .. } => false,
        Body::Groep { .. } | Body::Keuzelijst { .. } => of_set || named,
        Body::Kernelement { .. } | Body::Thema { .. } | Body::Doel { .. } | Body::Soort { .. } => named,
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
        Body::Veld(_) => named,
        Body::Verdieping { .. } => clause.is_reason(),
        Body::NietAangeboden { .. } => clause.is_reason() || matches!(clause, Body::Gevolg { case: Case::NotMet, .. }),
        _ => true,
    }
}
