//! The generated plans of the benchmarks: in order, or with exactly as many violations as asked.

use std::collections::BTreeSet;
use std::path::Path;

use serde_json::Value;

use crate::support::{mtvp, stdout};

#[path = "../benches/generator/mod.rs"]
mod plans;

const PLANS: usize = 200;

#[test]
fn generated_plans_have_the_violations_that_were_asked() {
    let mut texts = BTreeSet::new();
    let mut kinds = BTreeSet::new();
    for violations in [0, 3] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("generated-{violations}"));
        let _ = std::fs::remove_dir_all(&folder);
        let mut bytes = 0;
        plans::write(&folder, PLANS, violations, 1).unwrap();
        for number in 0..PLANS {
            let text = std::fs::read_to_string(folder.join(plans::path(number))).unwrap();
            assert!((1_800..6_500).contains(&text.len()), "{number}: {} bytes\n{text}", text.len());
            bytes += text.len();
            assert_eq!(text, plans::plan(1, number, violations));
            texts.insert(text);
        }
        assert!((1_900..2_150).contains(&(bytes / PLANS)), "{} bytes on average", bytes / PLANS);
        let output = mtvp(&["check", folder.to_str().unwrap(), "--format", "json"]);
        assert_eq!(output.status.code(), Some(i32::from(violations > 0)));
        let report: Value = serde_json::from_str(&stdout(&output)).unwrap();
        let plans = report["plans"].as_array().unwrap();
        assert_eq!(plans.len(), PLANS);
        for plan in plans {
            let findings = plan["findings"].as_array().unwrap();
            let broken: Vec<&Value> = findings.iter().filter(|f| f["severity"] == "violation").collect();
            assert_eq!(broken.len(), violations, "{}: {broken:#?}", plan["path"]);
            kinds.extend(broken.iter().map(|f| f["rule"].as_str().unwrap().to_owned()));
        }
    }
    assert_eq!(texts.len(), 2 * PLANS, "plans that are the same");
    assert!(kinds.len() >= 15, "{kinds:?}");
    assert_ne!(plans::plan(2, 7, 3), plans::plan(1, 7, 3));
}
