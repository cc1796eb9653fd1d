//! Fingerprints: a finding is recognised in the next run by what it is about, not by where it stands.
//!
//! Made from the rule, the plan, the route in the plan, the year and the intervention. Lines and words have no part in
//! it: a plan may grow, and a message may be worded better. Findings that are otherwise equal are numbered in order.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::session::{Finding, Report, hex};

/// The fingerprints of the findings of one plan, in their order: 64 hexadecimal digits, no two alike.
#[must_use]
pub fn fingerprints(report: &Report) -> Vec<String> {
    let abouts: Vec<String> = report.findings.iter().map(|finding| about(&report.path, finding)).collect();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    let numbered = abouts.iter().map(|about| {
        let number = seen.entry(about).or_default();
        *number += 1;
        digest(about, *number)
    });
    numbered.collect()
}

/// Each part with its length in front, so that no two lists of parts give the same text.
fn about(path: &str, finding: &Finding) -> String {
    let year = finding.year.map_or_else(String::new, |year| year.to_string());
    let parts = [&finding.rule, path, &finding.path, &year, finding.intervention.as_deref().unwrap_or("")];
    let mut about = String::with_capacity(parts.iter().map(|part| part.len() + 4).sum());
    for part in parts {
        let _ = write!(about, "{}:{part};", part.len());
    }
    about
}

fn digest(about: &str, number: usize) -> String {
    hex(&Sha256::new().chain_update(about).chain_update(number.to_string()).finalize())
}
