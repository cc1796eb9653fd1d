//! Properties that hold for any input: reading never fails, places lie inside the text, counting agrees
//! with counting by hand.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use mtvp::check::{Circumstances, State, check};
use mtvp::compile::compile;
use mtvp::model::Regioplan;
use mtvp::plan;
use mtvp::syntax::{self, Kind};
use proptest::prelude::*;

fn model(rules: &str) -> Arc<Regioplan> {
    let head = "regioplan proef versie \"1\"\nnaam \"Proef\"\ndocument \"Proef\"\nbeoordeelt plannen van 1 januari 2025 tot en met 31 december 2025\n\
        jaren 1 tot en met 3\njaren tellen vanaf startkwartaal\ngegevens praktijk\nveld leden: lijst van gegevens lid\n\
        gegevens lid\nveld uren: geheel getal\n\
        kernelement k \"K\"\ninterventie a \"A\"\nhoort bij kernelement k\naangeboden vanaf jaar 1\n\
        interventie b \"B\"\nhoort bij kernelement k\naangeboden vanaf jaar 1\n\
        interventie c \"C\"\nhoort bij kernelement k\naangeboden vanaf jaar 1\n";
    let (tree, problems) = syntax::parse(&format!("{head}{rules}"), Kind::Regioplan);
    assert!(problems.is_empty(), "{problems:#?}");
    let compiled = compile(&tree, None);
    let model = compiled.model.unwrap_or_else(|| panic!("{:#?}", compiled.problems));
    Arc::clone(model.regioplan().expect("a regioplan"))
}

fn states(model: &Regioplan, text: &str) -> Vec<State> {
    let document = plan::parse(text);
    let plan = plan::read(&document, model, &[]).expect("a plan");
    let now = Circumstances {
        reference: date(2025, 6, 1),
        accounting: true,
        missing_files: BTreeSet::new(),
        figures: None,
        day_unread: false,
    };
    check(model, &plan, &now).verdicts.into_iter().map(|verdict| verdict.state).collect()
}

fn plan_with(hours: &[u32], kinds: &[Option<&str>]) -> String {
    let members: String = hours.iter().map(|h| format!("    - uren: {h}\n")).collect();
    let members = if hours.is_empty() { "  leden: []\n".to_owned() } else { format!("  leden:\n{members}") };
    let choices: String =
        ["a", "b", "c"].iter().zip(kinds).filter_map(|(id, kind)| kind.map(|k| format!("      {id}: {k}\n"))).collect();
    format!(
        "regioplan: proef\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-06-01\npraktijk:\n{members}jaren:\n  1:\n    interventies:\n{choices}"
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read_as_a_regioplan(text in "(regel|kies|eis|interventie|veld|als|bron|met|van|de|is|minimaal|[a-z]{1,6}|[0-9]{1,4}|\"[^\"]{0,5}\"|,|:|\n| |#){0,60}") {
        let (tree, problems) = syntax::parse(&text, Kind::Regioplan);
        let compiled = compile(&tree, None);
        for problem in problems.iter().chain(&compiled.problems) {
            prop_assert!(problem.primary.span.end as usize <= text.len());
        }
    }

    #[test]
    fn any_text_can_be_read_as_a_plan(text in "([a-z]{1,5}: |- |[0-9]{1,5}|\n|  |\"|'|\\[|\\]|\\{|\\}|&a |\\*a|#|~|é|\t|,|jaren|jaar){0,60}") {
        let model = model("");
        let document = plan::parse(&text);
        for issue in &document.issues {
            prop_assert!(issue.problem.primary.span.end as usize <= text.len());
        }
        if let Some(plan) = plan::read(&document, &model, &[]) {
            for issue in &plan.issues {
                prop_assert!(issue.problem.primary.span.end as usize <= text.len());
            }
        }
    }

    #[test]
    fn half_is_counted_exactly(hours in prop::collection::vec(0_u32..16, 0..9)) {
        let model = model("regel r \"R\"\neis minimaal de helft van de leden heeft uren minimaal 8\n");
        let enough = hours.iter().filter(|h| **h >= 8).count() * 2 >= hours.len();
        let states = states(&model, &plan_with(&hours, &[Some("nieuw"), None, None]));
        prop_assert_eq!(states, vec![if enough { State::Met } else { State::Violated }]);
    }

    #[test]
    fn choices_are_counted_exactly(chosen in prop::collection::vec(any::<bool>(), 3), least in 1_u32..4) {
        let model = model(&format!("regel r \"R\"\nin jaar 1\nkies minimaal {least} uit kernelement k\nregel s \"S\"\nin jaar 1\nkies precies {least} uit a, b of c\n"));
        let kinds: Vec<Option<&str>> = chosen.iter().map(|yes| yes.then_some("nieuw")).collect();
        let count = chosen.iter().filter(|yes| **yes).count();
        let verdict = |holds: bool| if holds { State::Met } else { State::Violated };
        let wanted = vec![verdict(count >= least as usize), verdict(count == least as usize)];
        prop_assert_eq!(states(&model, &plan_with(&[], &kinds)), wanted);
    }
}

#[test]
fn every_rule_gets_a_verdict_for_every_plan() {
    let model = model(
        "regel r \"R\"\nin jaar 3\nkies minimaal 1 uit a\nregel s \"S\"\nvoor elk van de leden\neis uren is minimaal 1\n",
    );
    let states = states(&model, &plan_with(&[], &[None, None, None]));
    assert_eq!(states.len(), 2, "{states:?}");
    assert!(states.iter().all(|state| matches!(state, State::NotApplicable(_))), "{states:?}");
}
