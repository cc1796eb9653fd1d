//! The example plans beside a regioplan: which rules a good one meets, and which a wrong one announces.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::{Circumstances, State, check};
use crate::lint::Examples;
use crate::model::Regioplan;
use crate::plan;

use super::library::{Loaded, embedded_files};

/// Reads the examples; none when there are no folders with examples.
pub fn examples(loaded: &Loaded) -> Option<Examples> {
    let model = &loaded.model;
    let files = match &loaded.judged.path {
        Some(path) => from_disk(&Path::new(path).with_extension("")),
        None => embedded(&format!("{}/{}/", model.id, model.version)),
    };
    let mut found = Examples::default();
    let mut any = false;
    for (path, text) in &files {
        let parts: Vec<&str> = path.split('/').collect();
        match parts.as_slice() {
            ["goed", _] => found.met.extend(met(model, text)),
            ["fout", _] => found.broken.extend(announced(text)),
            // The tests of the regions hold a good region to every rule over the region.
            ["regio", "goed", _, "regio.yaml"] => {
                let rules = model.rules.iter().filter(|rule| rule.whole_region);
                found.met.extend(rules.map(|rule| rule.id.clone()));
            }
            ["regio", "fout", _, "regio.yaml"] => found.broken.extend(announced(text)),
            _ => continue,
        }
        any = true;
    }
    any.then_some(found)
}

/// The rules that a plan meets, or of which no more than a person's judgement is left.
fn met(model: &Regioplan, text: &str) -> BTreeSet<String> {
    let document = plan::parse(text);
    let Some(plan) = plan::read(&document, model, &[]) else { return BTreeSet::new() };
    let reference = plan.frame.handed_in.map_or(model.valid.0, |(date, _)| date);
    let accounting = plan.frame.accounting.is_some_and(|(value, _)| value);
    let outcome = check(model, &plan, &Circumstances { reference, accounting, missing_files: BTreeSet::new() });
    let good = outcome
        .verdicts
        .iter()
        .filter(|verdict| matches!(verdict.state, State::Met | State::Review(_)) && verdict.failures.is_empty());
    good.filter_map(|verdict| model.rules.get(verdict.rule)).map(|rule| rule.id.clone()).collect()
}

/// The rule that a wrong plan is about: the first one in its first line.
fn announced(text: &str) -> Option<String> {
    let first = text.lines().next().unwrap_or("").trim_start_matches('\u{feff}').trim_start_matches('#').trim();
    let rule = first.strip_prefix("verwacht:")?.split([',', ' ']).find(|word| !word.is_empty())?;
    Some(rule.to_owned())
}

/// Path from the folder, with `/`, and text.
fn from_disk(folder: &Path) -> Vec<(String, String)> {
    let walker = ignore::WalkBuilder::new(folder).standard_filters(false).max_depth(Some(4)).build();
    let mut found: Vec<(String, String)> = walker
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.extension().is_some_and(|ext| ext == "yaml" || ext == "yml"))
        .filter_map(|path| {
            let inside = path.strip_prefix(folder).ok()?.to_string_lossy().replace('\\', "/");
            Some((inside, std::fs::read_to_string(&path).ok()?))
        })
        .collect();
    found.sort();
    found
}

fn embedded(folder: &str) -> Vec<(String, String)> {
    let inside = embedded_files().iter().filter_map(|(path, text)| Some((path.strip_prefix(folder)?, *text)));
    inside.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
}
