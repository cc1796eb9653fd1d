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
        let model = compiled.model.expect("a model");
        assert!(!model.register.is_empty());
        for rule in &model.rules {
            assert!(!rule.reasons.sources.is_empty(), "{}: rule {} names no source", name(&path), rule.id);
        }
        for intervention in &model.interventions {
            assert!(!intervention.reasons.sources.is_empty(), "{}: {} names no source", name(&path), intervention.id);
        }
    }
}

#[test]
fn the_register_of_rijn_en_duin_has_all_statements() {
    let register = std::fs::read_to_string(crate::support::root().join("regioplans/rijn-en-duin/2.7.bronnen")).unwrap();
    let ids: Vec<&str> = register.lines().filter_map(|line| line.strip_prefix("bron ")?.split(' ').next()).collect();
    let wanted: Vec<String> = (1..=150).map(|n| format!("RED-{n:02}")).collect();
    assert_eq!(ids, wanted);
}
