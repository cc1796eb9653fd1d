//! The one place where the reference evaluator meets the tool: a regioplan and plans in, findings out.

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

use super::judge::{Finding, Severity};
use crate::support::{Scratch, program, stderr, stdout};

/// A finding as the tool gives it.
#[derive(Clone, Debug)]
pub struct Said {
    pub finding: Finding,
    pub message: String,
}

static RUNS: AtomicUsize = AtomicUsize::new(0);

/// What the tool says of each plan.
pub fn judge(regioplan: &str, plans: &[String]) -> Result<Vec<Vec<Said>>, String> {
    let scratch = scratch();
    let region = scratch.write("proef.regioplan", regioplan);
    run(&scratch, plans, &["--regioplan", &region, "--no-config"])
}

/// What the tool says of each plan when an aanvulling stands beside the regioplan; both follow this leidraad.
pub fn judge_beside(
    regioplan: &str,
    leidraad: &str,
    aanvulling: &str,
    plans: &[String],
) -> Result<Vec<Vec<Said>>, String> {
    let scratch = scratch();
    for folder in ["leidraad", "proef", "voorwaarden"] {
        std::fs::create_dir_all(scratch.0.join(folder)).unwrap();
    }
    scratch.write("leidraad/gids.regioplan", leidraad);
    scratch.write("proef/1.regioplan", regioplan);
    scratch.write("voorwaarden/erbij.regioplan", aanvulling);
    let settings = "regioplans = [\"proef\"]\naanvullingen = [\"voorwaarden/erbij.regioplan\"]\n";
    let settings = scratch.write("mtvp.toml", settings);
    run(&scratch, plans, &["--config", &settings])
}

fn scratch() -> Scratch {
    Scratch::new(&format!("evaluator-{}", RUNS.fetch_add(1, Ordering::Relaxed)))
}

fn run(scratch: &Scratch, plans: &[String], args: &[&str]) -> Result<Vec<Vec<Said>>, String> {
    std::fs::create_dir_all(scratch.0.join("plannen")).unwrap();
    for (at, plan) in plans.iter().enumerate() {
        scratch.write(&format!("plannen/{at:05}.yaml"), plan);
    }
    let folder = scratch.0.join("plannen");
    let output = program().args(["check", folder.to_str().unwrap(), "--format", "json"]).args(args).output().unwrap();
    let report: Value = serde_json::from_str(&stdout(&output)).map_err(|_| stderr(&output))?;
    let judged = report["plans"].as_array().unwrap();
    if judged.len() != plans.len() {
        return Err(format!("{} plans of {} were judged", judged.len(), plans.len()));
    }
    let mut all = vec![Vec::new(); plans.len()];
    for plan in judged {
        let path = plan["path"].as_str().unwrap();
        let at: usize = path[path.len() - 10..path.len() - 5].parse().unwrap();
        all[at] = plan["findings"].as_array().unwrap().iter().map(said).collect();
    }
    Ok(all)
}

fn said(finding: &Value) -> Said {
    let severity = match finding["severity"].as_str().unwrap() {
        "violation" => Severity::Violation,
        "warning" => Severity::Warning,
        "review" => Severity::Review,
        "pending" => Severity::Pending,
        other => panic!("severity {other}"),
    };
    let year = finding["year"].as_i64().map(|year| i32::try_from(year).unwrap());
    Said {
        finding: Finding { rule: finding["rule"].as_str().unwrap().to_owned(), year, severity },
        message: finding["message"].as_str().unwrap().to_owned(),
    }
}
