//! A clause of each sort as people write it, to offer at the begin of a line what its block can hold.

use crate::compile::{holds, holds_part};
use crate::source::Span;
use crate::syntax::tree::{Body, Tree};
use crate::syntax::{self, Kind};

/// The clauses of a regioplan, those that people write most in front.
const OF_REGIOPLAN: [&str; 81] = [
    "regel naam \"Titel\"",
    "interventie naam \"Titel\"",
    "gegevens naam \"Titel\"",
    "kernelement naam \"Titel\"",
    "voorwaarde naam \"Titel\"",
    "groep naam \"Titel\"",
    "keuzelijst naam \"Titel\"",
    "thema naam \"Titel\"",
    "doel naam \"Titel\"",
    "soort verdieping \"Titel\"",
    "indicator naam \"Titel\"",
    "overzicht naam \"Titel\"",
    "weergave naam \"Titel\"",
    "regioplan naam versie \"1\"",
    "leidraad naam",
    "werkplan naam versie \"1\"",
    "aanvulling naam versie \"1\"",
    "kies minimaal 1 uit naam",
    "eis naam is ingevuld",
    "bewijs naam",
    "als naam is ja",
    "in jaar 1",
    "vanaf jaar 1",
    "tot en met jaar 1",
    "elk jaar",
    "van 1 januari 2026 tot en met 31 december 2026",
    "voor elk van de keuzes",
    "voor de hele regio",
    "geen keuze telt dubbel",
    "biedt minimaal 1 interventies aan uit naam",
    "beoordeling door \"Wie\"",
    "pas bij verantwoording",
    "gepland telt mee",
    "nog niet van kracht \"Waarom\"",
    "van kracht vanaf 1 januari 2026",
    "niet voldaan: overtreding",
    "voldaan: in orde",
    "ontbreekt: overtreding",
    "een ervan is genoeg",
    "veld naam: tekst",
    "minimale eis naam \"Titel\"",
    "einddoel naam \"Titel\"",
    "verdieping naam \"Titel\"",
    "niet aangeboden \"Waarom\"",
    "niet aangeboden in jaar 1 \"Waarom\"",
    "hoort bij kernelement naam",
    "hoort bij thema naam",
    "onderdeel van naam",
    "aangeboden in jaar 1",
    "alleen met soort nieuw",
    "proef in jaar 1 \"Waarom\"",
    "naar eigen voorstel, beoordeling door \"Wie\"",
    "toegewezen door \"Wie\"",
    "mag zonder eerdere keuze",
    "dient doel naam",
    "varianten naam \"Titel\"",
    "bestaat uit naam en naam",
    "naam \"Naam\"",
    "document \"Document\"",
    "beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026",
    "jaren 1 tot en met 4",
    "jaren tellen vanaf startkwartaal",
    "transitiejaar 2025",
    "een plan geldt voor de jaren 1 en 2",
    "programma eindigt op 31 december 2030",
    "leidraad naam versie \"1\"",
    "wijkt af van regel naam \"Waarom\"",
    "samen met aanvulling naam",
    "versie \"1\" \"Uitgave\"",
    "geldt van 1 januari 2026 tot en met 31 december 2026",
    "in jaar 1 uit kernelement naam \"Wat\"",
    "bereken naam",
    "streefwaarde minimaal 1",
    "per naam",
    "toont \"Kolom\" naam",
    "ook bekend als \"Naam\"",
    "toelichting \"Tekst\"",
    "advies \"Tekst\"",
    "interpretatie \"Tekst\"",
    "bron A-1",
    "negeer opmerking code \"Waarom\"",
];

/// The clauses of a register.
const OF_REGISTER: [&str; 6] = [
    "bron A-1 \"Plaats\"",
    "zegt \"Tekst\"",
    "informatie \"Waarom\"",
    "regio \"Waarom\"",
    "niet controleerbaar \"Waarom\"",
    "negeer opmerking code \"Waarom\"",
];

/// The clauses that can stand at a place: in the block and the part above it, or as the head of a block of their own.
#[must_use]
pub fn fitting(tree: &Tree, at: usize, kind: Kind, set_in: bool) -> Vec<&'static str> {
    let before = |span: Span| (span.start as usize) < at;
    let block = tree.blocks.iter().rfind(|block| before(block.head.span));
    let part = block.and_then(|block| block.parts.iter().rfind(|part| before(part.head.span)));
    let fits = |clause: &&&'static str| match (standing(clause, kind), block) {
        (Some(Standing::Block), _) => !set_in,
        (Some(Standing::Part(body)), Some(block)) => holds_part(&block.head.body, &body),
        (Some(Standing::Below(body)), Some(block)) => {
            holds(&block.head.body, &body) || part.is_some_and(|part| holds(&part.head.body, &body))
        }
        (Some(Standing::Part(_) | Standing::Below(_)), None) | (None, _) => false,
    };
    let all: &[&'static str] = match kind {
        Kind::Regioplan => &OF_REGIOPLAN,
        Kind::Register => &OF_REGISTER,
    };
    all.iter().filter(fits).copied().collect()
}

enum Standing {
    Block,
    Part(Box<Body>),
    Below(Box<Body>),
}

/// Where a clause stands; none when it cannot be read.
fn standing(clause: &str, kind: Kind) -> Option<Standing> {
    let head = match kind {
        Kind::Regioplan => "regioplan naam versie \"1\"",
        Kind::Register => "bron A-1 \"Plaats\"",
    };
    let (tree, wrong) = syntax::parse(&format!("{head}\n  {clause}\n"), kind);
    if !wrong.is_empty() || tree.blocks.len() > 1 {
        return wrong.is_empty().then_some(Standing::Block);
    }
    let block = tree.blocks.into_iter().next()?;
    let part = block.parts.into_iter().next().map(|part| Standing::Part(Box::new(part.head.body)));
    part.or_else(|| block.clauses.into_iter().next().map(|clause| Standing::Below(Box::new(clause.body))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_clause_for_each_begin() {
        for (kind, all) in [(Kind::Regioplan, &OF_REGIOPLAN[..]), (Kind::Register, &OF_REGISTER[..])] {
            for clause in all {
                assert!(standing(clause, kind).is_some(), "{clause}");
            }
            let first = |clause: &str| clause.split([' ', ':']).next().unwrap_or("").to_owned();
            let begins: std::collections::BTreeSet<String> = all.iter().map(|clause| first(clause)).collect();
            let words = syntax::fitting("", 0, kind).unwrap().words;
            let words: std::collections::BTreeSet<String> = words.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(begins, words);
        }
    }

    #[test]
    fn only_what_the_block_can_hold() {
        let text = "regel x \"X\"\n  in jaar 3\n";
        let (tree, _) = syntax::parse(text, Kind::Regioplan);
        let found = fitting(&tree, text.len(), Kind::Regioplan, true);
        assert!(found.contains(&"kies minimaal 1 uit naam"));
        assert!(!found.iter().any(|clause| clause.starts_with("hoort") || clause.starts_with("regel ")));
        assert!(fitting(&tree, text.len(), Kind::Regioplan, false).contains(&"regel naam \"Titel\""));
    }
}
