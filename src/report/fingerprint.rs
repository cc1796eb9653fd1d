//! Fingerprints: a finding is recognised in the next run by what it is about, not by where it stands.
//!
//! Made from the rule, the plan, the route in the plan, the year and the intervention. Lines and words have no part in
//! it: a plan may grow, and a message may be worded better. Findings that are otherwise equal are numbered in order.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::finding::{Finding, Report};

/// The fingerprints of the findings of one plan, in their order: 64 hexadecimal digits, no two alike.
#[must_use]
pub fn fingerprints(report: &Report) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut marks = Vec::with_capacity(report.findings.len());
    for finding in &report.findings {
        let about = about(&report.path, finding);
        let number = seen.entry(about.clone()).or_default();
        *number += 1;
        marks.push(digest(&about, *number));
    }
    marks
}

/// Each part with its length in front, so that no two lists of parts give the same text.
fn about(path: &str, finding: &Finding) -> String {
    let year = finding.year.map_or_else(String::new, |year| year.to_string());
    let parts = [&finding.rule, path, &finding.path, &year, finding.intervention.as_deref().unwrap_or("")];
    parts.iter().map(|part| format!("{}:{part};", part.len())).collect::<Vec<_>>().concat()
}

fn digest(about: &str, number: usize) -> String {
    use std::fmt::Write as _;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(format!("{about}{number}").as_bytes()) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}
