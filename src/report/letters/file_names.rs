//! The names of letters: that of the AGB code, else of the file of the plan.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::session::{Practice, hex};
use crate::source::for_programs;

/// An AGB code has so many digits.
const AGB: usize = 8;
/// So many letters of a path are kept.
const LONGEST: usize = 60;
/// So many digits of a digest tell paths apart.
const APART: usize = 8;

/// The name of each practice's letter, without its ending: of plain letters and digits, which no system reads as something else.
/// Each is given by the practice and its regioplan alone, so that it stays what it is when others come or go.
#[must_use]
pub fn file_names<'p>(practices: impl Iterator<Item = (&'p Practice, String)>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let practices: Vec<(&Practice, String)> = practices.collect();
    let mut all: Vec<(String, String)> =
        practices.iter().map(|(practice, regioplan)| (of_practice(practice), digest(regioplan))).collect();
    let mut shared: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in &all {
        *shared.entry(one.clone()).or_default() += 1;
    }
    for ((name, of_region), (practice, _)) in all.iter_mut().zip(&practices) {
        // A code that more practices of a region use, tells none of them.
        if shared.get(&(name.clone(), of_region.clone())).is_some_and(|count| *count > 1) {
            *name = of_path(practice);
        }
    }
    for (name, _) in &all {
        *seen.entry(name.clone()).or_default() += 1;
    }
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let named = all.into_iter().map(|(name, of_region)| {
        // A practice that two regioplannen speak of has a letter of each.
        let name = if seen.get(&name).is_some_and(|count| *count > 1) { format!("{name}-{of_region}") } else { name };
        let count = taken.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 { format!("{name}-{count}") } else { name }
    });
    named.collect()
}

fn of_practice(practice: &Practice) -> String {
    if let Some(agb) = practice.agb.as_deref().filter(|agb| is_agb(agb)) {
        return format!("brief-{agb}");
    }
    of_path(practice)
}

fn of_path(practice: &Practice) -> String {
    // A letter has one name, on whatever system it is made.
    let path = practice.path.as_deref().map(for_programs);
    let whole = path.as_deref().unwrap_or(&practice.name);
    let plain: String = whole.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let kept: String = words.join("-").chars().take(LONGEST).collect();
    format!("brief-{kept}-{}", digest(whole))
}

fn is_agb(agb: &str) -> bool {
    agb.len() == AGB && agb.bytes().all(|byte| byte.is_ascii_digit())
}

fn digest(text: &str) -> String {
    hex(&Sha256::digest(text)).chars().take(APART).collect()
}
