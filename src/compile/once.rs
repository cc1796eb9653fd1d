//! Which clauses may stand more than once below a head. Of the others the second is refused, at its place: only one of the two
//! would count, and nobody can tell which was meant.

use std::collections::BTreeMap;

use crate::source::Span;
use crate::syntax::tree::{Body, Clause, Name, Scope};

use super::problem::{Fault, Wrong};

/// Reports every clause that stands below a head again, and may not.
pub fn check<'a>(head: &Clause, clauses: impl Iterator<Item = &'a Clause>, problems: &mut Vec<Fault>) {
    let mut said: Vec<&'static str> = Vec::new();
    let mut named: BTreeMap<(&'static str, &str), Span> = BTreeMap::new();
    for clause in clauses {
        let once = once(&head.body, &clause.body);
        match once.filter(|once| said.contains(once)) {
            Some(once) => problems.push(Wrong::ClauseTwice(once).at(clause.span)),
            None => said.extend(once),
        }
        for (sort, name) in names(&clause.body) {
            again(&mut named, sort, name, problems);
        }
    }
    if let Body::Veld(field) = &head.body {
        problems.extend(field.again.map(|(span, option)| match option {
            "verplicht" => Wrong::RequiredTwice.at(span),
            other => Wrong::ClauseTwice(other).at(span),
        }));
    }
}

/// Reports every part of a block with a name of its own that stands there again.
pub fn check_parts<'a>(parts: impl Iterator<Item = &'a Clause>, problems: &mut Vec<Fault>) {
    let mut named = BTreeMap::new();
    for part in parts {
        if let Body::Verdieping { id, .. } = &part.body {
            again(&mut named, "verdieping", id, problems);
        }
    }
}

fn again<'a>(
    named: &mut BTreeMap<(&'static str, &'a str), Span>,
    sort: &'static str,
    name: &'a Name,
    problems: &mut Vec<Fault>,
) {
    match named.get(&(sort, name.text.as_str())) {
        Some(first) => problems.push(Wrong::twice(name, *first)),
        None => {
            named.insert((sort, name.text.as_str()), name.span);
        }
    }
}

/// What a clause begins with that stands below a head once at most; none when each of several counts.
fn once(head: &Body, body: &Body) -> Option<&'static str> {
    match body {
        Body::Naam(_) => Some("naam"),
        Body::Document(_) => Some("document"),
        Body::Beoordeelt { .. } => Some("beoordeelt plannen"),
        Body::Geldt { .. } => Some("geldt"),
        Body::Jaren { .. } => Some("jaren"),
        // How it was, and how it will be, are two clauses.
        Body::JarenTellen { january_from: None } => Some("jaren tellen vanaf startkwartaal"),
        Body::JarenTellen { january_from: Some(_) } => Some("jaren tellen vanaf 1 januari"),
        Body::Transitiejaar(_) => Some("transitiejaar"),
        Body::ProgrammaEindigt(_) => Some("programma eindigt"),
        Body::VolgtLeidraad { .. } => Some("leidraad"),
        Body::HeleRegio => Some("voor de hele regio"),
        Body::Bereken { .. } => Some("bereken"),
        Body::Streefwaarde { .. } => Some("streefwaarde"),
        Body::Per(_) => Some("per"),
        // The members of a group are those of one list; what is named for a list to choose from adds up.
        Body::BestaatUitSet(_) | Body::BestaatUitNames(_) => {
            matches!(head, Body::Groep { .. }).then_some("bestaat uit")
        }
        Body::OnderdeelVan(_) => Some("onderdeel van"),
        Body::EigenVoorstel(_) => Some("naar eigen voorstel"),
        Body::Toegewezen(_) => Some("toegewezen door"),
        Body::ZonderEerdereKeuze => Some("mag zonder eerdere keuze"),
        Body::EenGenoeg => Some("een ervan is genoeg"),
        Body::Scope(Scope::OwnYear) => Some("in het jaar van het plan"),
        Body::Scope(Scope::Together(_)) => Some("in de jaren … samen"),
        Body::VoorElk { .. } => Some("voor elk"),
        Body::Beoordeling { .. } => Some("beoordeling door"),
        Body::PasBijVerantwoording => Some("pas bij verantwoording"),
        Body::GeplandTeltMee => Some("gepland telt mee"),
        Body::NogNietVanKracht(_) => Some("nog niet van kracht"),
        Body::VanKracht { from: Some(_), .. } => Some("van kracht vanaf"),
        Body::VanKracht { from: None, .. } => Some("van kracht tot en met"),
        Body::Zegt(_) => Some("zegt"),
        // All of them count, or all of them must hold.
        Body::PlanVoorJaren(_)
        | Body::WijktAf { .. }
        | Body::SamenMet { .. }
        | Body::LeidraadVersie { .. }
        | Body::Groei { .. }
        | Body::Toont { .. }
        | Body::HoortBijThema(_)
        | Body::Varianten(_)
        | Body::Aangeboden(_)
        | Body::AlleenSoort { .. }
        | Body::Proef { .. }
        | Body::DientDoel(_)
        | Body::Scope(Scope::Each(_))
        | Body::Als(_)
        | Body::Kies { .. }
        | Body::NietDubbel { .. }
        | Body::Eis(_)
        | Body::Bewijs(_)
        | Body::OokBekendAls(_)
        | Body::Toelichting(_)
        | Body::Advies(_)
        | Body::Interpretatie(_)
        | Body::Bron(_)
        | Body::Negeer { .. } => None,
        // Told elsewhere, with what belongs to it: of two the first that fits follows, a second kernelement, a second demand of
        // the offer, a second decision about a statement.
        Body::Gevolg { .. }
        | Body::HoortBijKernelement(_)
        | Body::Biedt { .. }
        | Body::Informatie(_)
        | Body::Regio(_)
        | Body::NietControleerbaar(_) => None,
        // Heads, of blocks and of parts.
        Body::Regioplan { .. }
        | Body::Leidraad { .. }
        | Body::Weergave { .. }
        | Body::Werkplan { .. }
        | Body::Aanvulling { .. }
        | Body::Indicator { .. }
        | Body::Overzicht { .. }
        | Body::Gegevens { .. }
        | Body::Veld(_)
        | Body::Groep { .. }
        | Body::Kernelement { .. }
        | Body::Keuzelijst { .. }
        | Body::Thema { .. }
        | Body::Doel { .. }
        | Body::Soort { .. }
        | Body::Interventie { .. }
        | Body::NietAangeboden { .. }
        | Body::Verdieping { .. }
        | Body::MinimaleEis { .. }
        | Body::Einddoel { .. }
        | Body::Voorwaarde { .. }
        | Body::Regel { .. }
        | Body::RegisterBron { .. } => None,
    }
}

/// The names that a clause says something of, each at most once below a head.
fn names(body: &Body) -> Vec<(&'static str, &Name)> {
    match body {
        Body::Varianten(variants) => variants.iter().map(|(id, _)| ("varianten", id)).collect(),
        Body::WijktAf { rule, .. } => vec![("wijkt af van regel", rule)],
        _ => Vec::new(),
    }
}
