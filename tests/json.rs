//! The JSON of `check` holds to its schema, and counts what it lists.

use serde_json::Value;

use crate::support::{mtvp, root, stdout};

#[test]
fn json_holds_to_its_schema() {
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("src/report/check.schema.json")).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let output = mtvp(&["check", "regioplans", "examples", "tests/cases", "--format", "json"]);
    let json: Value = serde_json::from_str(&stdout(&output)).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");

    let plans = json["plans"].as_array().unwrap();
    let of_practices = plans.iter().filter(|plan| plan["kind"] == "plan").count();
    assert_eq!(json["summary"]["plans"].as_u64().unwrap() as usize, of_practices);
    assert!(of_practices < plans.len(), "no file of waivers among the cases");
    for (count, severity) in
        [("violations", "violation"), ("warnings", "warning"), ("reviews", "review"), ("pending", "pending")]
    {
        let listed = plans
            .iter()
            .flat_map(|plan| plan["findings"].as_array().unwrap())
            .filter(|f| f["severity"] == severity && f["suppressed"].is_null())
            .count();
        assert!(listed > 0, "no {severity} among the cases");
        assert_eq!(json["summary"][count].as_u64().unwrap() as usize, listed);
    }
    // The schema refuses what is not of its form.
    let mut broken = json.clone();
    broken["plans"][0]["findings"][0]["line"] = Value::from(0);
    assert!(!validator.is_valid(&broken));
}

#[test]
fn the_json_of_a_region_holds_to_its_schema() {
    let schema: Value =
        serde_json::from_str(&std::fs::read_to_string(root().join("src/report/region.schema.json")).unwrap()).unwrap();
    let validator = jsonschema::validator_for(&schema).expect("a sound schema");
    let folders = [
        "regioplans/eemland/2026-2027/regio/goed/2026-met-een-plan-te-weinig",
        "regioplans/primacura/2023/regio/fout/13-huisartsen",
        "regioplans/syntein/werkplan-2026/regio/goed/2026-halverwege",
        "tests/cases/regio/onvolledig",
    ];
    for folder in folders {
        let output = mtvp(&["region", folder, "--format", "json", "--as-of", "2027-03-01"]);
        let json: Value = serde_json::from_str(&stdout(&output)).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{folder}: {errors:#?}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let run = || stdout(&mtvp(&["check", "regioplans/primacura", "--format", "json", "--as-of", "2025-06-01"]));
    assert_eq!(run(), run());
}
