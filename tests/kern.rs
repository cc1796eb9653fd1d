//! Small regioplannen and plans with the right verdict, written from the reference and not from the code: a folder of
//! `tests/cases/kern` each, where `geval.yaml` says what is right.

use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::support::{program, root, stderr, stdout};

/// What is right.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Case {
    /// Commands, run in turn in the folder of the case; the rest is about the last one.
    doe: Vec<String>,
    uitkomst: Option<i32>,
    /// The exit status of every command.
    elke_uitkomst: Option<i32>,
    /// Each of these is like a finding, in the keys that it names.
    #[serde(default)]
    bevindingen: Vec<Value>,
    /// None of these is like a finding.
    #[serde(default)]
    geen: Vec<Value>,
    /// No more findings of a severity than this.
    #[serde(default)]
    hoogstens: std::collections::BTreeMap<String, usize>,
    #[serde(default)]
    bevat: Vec<String>,
    #[serde(default)]
    bevat_niet: Vec<String>,
    /// These stand one behind the other.
    #[serde(default)]
    volgorde: Vec<String>,
}

fn is_like(finding: &Value, wanted: &Value) -> bool {
    wanted.as_object().unwrap().iter().all(|(key, value)| finding[key] == *value)
}

fn wrong(folder: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(folder.join("geval.yaml")).unwrap();
    let case: Case = serde_yaml::from_str(&text).unwrap();
    let mut bad = Vec::new();
    let (mut said, mut last, mut status) = (String::new(), String::new(), None);
    for line in &case.doe {
        let output = program().current_dir(folder).args(line.split_whitespace()).output().unwrap();
        last = stdout(&output);
        said += &format!("{last}{}", stderr(&output));
        status = output.status.code();
        if case.elke_uitkomst.is_some() && status != case.elke_uitkomst {
            bad.push(format!("`{line}` ends with {status:?}"));
        }
    }
    if case.uitkomst.is_some() && status != case.uitkomst {
        bad.push(format!("ends with {status:?}"));
    }
    let findings: Vec<Value> = serde_json::from_str::<Value>(&last)
        .ok()
        .and_then(|report| report["plans"].as_array().cloned())
        .unwrap_or_default()
        .iter()
        .flat_map(|plan| plan["findings"].as_array().unwrap().clone())
        .collect();
    let any = |wanted: &Value| findings.iter().any(|finding| is_like(finding, wanted));
    bad.extend(case.bevindingen.iter().filter(|wanted| !any(wanted)).map(|wanted| format!("lacks {wanted}")));
    bad.extend(case.geen.iter().filter(|unwanted| any(unwanted)).map(|unwanted| format!("has {unwanted}")));
    for (severity, most) in &case.hoogstens {
        let count = findings.iter().filter(|finding| finding["severity"] == **severity).count();
        if count > *most {
            bad.push(format!("{count} of {severity}"));
        }
    }
    // A sentence may go on on the next line.
    let whole = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let says = |text: &&String| said.contains(text.as_str()) || whole.contains(text.as_str());
    bad.extend(case.bevat.iter().filter(|text| !says(text)).map(|text| format!("does not say {text}")));
    bad.extend(case.bevat_niet.iter().filter(says).map(|text| format!("says {text}")));
    let mut rest = said.as_str();
    for text in &case.volgorde {
        match rest.split_once(text.as_str()) {
            Some((_, after)) => rest = after,
            None => bad.push(format!("not in order: {text}")),
        }
    }
    bad
}

#[test]
fn every_verdict_is_the_right_one() {
    let mut bad = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(root().join("tests/cases/kern")).unwrap() {
        let folder = entry.unwrap().path();
        count += 1;
        bad.extend(wrong(&folder).iter().map(|what| format!("{}: {what}", folder.display())));
    }
    assert!(count > 30, "{count} cases");
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
