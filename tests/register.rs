//! Every embedded regioplan loads without a problem, and its register is complete.

use mtvp::compile::compile;
use mtvp::syntax::{self, Kind};

use crate::support::{files, name};

#[test]
fn every_regioplan_loads_and_every_statement_has_its_disposition() {
    for path in files("regioplans", &["regioplan"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let register = std::fs::read_to_string(path.with_extension("bronnen")).unwrap();
        let (tree, problems) = syntax::parse(&text, Kind::Regioplan);
        assert!(problems.is_empty(), "{}: {problems:#?}", name(&path));
        let (register, problems) = syntax::parse(&register, Kind::Register);
        assert!(problems.is_empty(), "{}: {problems:#?}", name(&path));
        let compiled = compile(&tree, Some(&register));
        assert!(compiled.problems.is_empty(), "{}: {:#?}", name(&path), compiled.problems);
        assert!(compiled.register_problems.is_empty(), "{}: {:#?}", name(&path), compiled.register_problems);
        let any = compiled.model.expect("a model");
        let model = any.contents();
        assert!(!model.register.is_empty());
        for rule in &model.rules {
            assert!(!rule.reasons.sources.is_empty(), "{}: rule {} names no source", name(&path), rule.id);
        }
        // A leidraad only lists what the regions offer; each of these cites its own source.
        let offered = model.interventions.iter().filter(|_| any.regioplan().is_some());
        for intervention in offered {
            assert!(!intervention.reasons.sources.is_empty(), "{}: {} names no source", name(&path), intervention.id);
        }
    }
}

#[test]
fn every_register_has_all_statements_of_its_document() {
    let documents = [
        ("rijn-en-duin/2.7", "RED", 150),
        ("eemland/2026-2027", "EEM", 128),
        ("syntein/2025", "SYN", 102),
        ("syntein/werkplan-2026", "SWP", 32),
        ("primacura/2023", "PRI", 95),
        ("leidraad/mtvp", "LEI", 52),
    ];
    for (path, prefix, count) in documents {
        let path = crate::support::root().join(format!("regioplans/{path}.bronnen"));
        let register = std::fs::read_to_string(path).unwrap();
        let ids: Vec<&str> =
            register.lines().filter_map(|line| line.strip_prefix("bron ")?.split(' ').next()).collect();
        let wanted: Vec<String> = (1..=count).map(|n| format!("{prefix}-{n:02}")).collect();
        assert_eq!(ids, wanted);
    }
}
