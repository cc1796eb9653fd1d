//! The example plans beside a regioplan: which rules a good one meets, and which a wrong one announces.

use std::collections::BTreeSet;
use std::path::Path;

use crate::check::{Keep, State};
use crate::diagnostic::Severity;
use crate::lint::Examples;
use crate::plan;
use crate::session::{AnyLoaded, Library, Reading, Terms};
use crate::trial::{self, What};

use super::examples::{Beside, PlanFile, RegionFolder};

/// What a file holds that is being written.
type Now<'a> = &'a dyn Fn(&Path) -> Option<String>;

/// Reads the examples, as they are written `now` or else on the disk; none when there are no folders with examples.
pub fn examples(loaded: &AnyLoaded, library: &Library, now: Now<'_>) -> Option<Examples> {
    let model = loaded.contents();
    let beside = Beside::of(loaded.judged());
    let plans = |part: &str| texts(beside.plans(part).into_iter(), now);
    let figures =
        |part: &str| texts(beside.regions(part).into_iter().filter_map(|RegionFolder { figures, .. }| figures), now);
    let (good, wrong) = (plans("goed"), plans("fout"));
    let (good_regions, wrong_regions) = (figures("goed"), figures("fout"));
    let all = [&good, &wrong, &good_regions, &wrong_regions];
    if all.iter().all(|texts| texts.is_empty()) {
        return None;
    }
    let mut found = Examples::default();
    found.met.extend(good.iter().flat_map(|text| met(loaded, text, library)));
    if !good_regions.is_empty() {
        // The tests of the regions hold a good region to every rule over the region.
        found.met.extend(model.rules.iter().filter(|rule| rule.whole_region).map(|rule| rule.id.clone()));
    }
    found.broken.extend(wrong.iter().chain(&wrong_regions).flat_map(|text| announced(text)));
    Some(found)
}

fn texts(files: impl Iterator<Item = PlanFile>, now: Now<'_>) -> Vec<String> {
    files.filter_map(|file| now(&file.path).or_else(|| Some(file.readable()?.1))).collect()
}

/// The rules that a plan meets, or of which no more than a person's judgement is left; of an aanvulling, under the regioplan that the
/// plan names, with the aanvulling beside it. A leidraad and a werkplan ask nothing of plans.
pub fn met(loaded: &AnyLoaded, text: &str, library: &Library) -> BTreeSet<String> {
    let document = plan::parse(text);
    let reading = match loaded {
        AnyLoaded::Regioplan(one) => Reading::of(&document, one),
        AnyLoaded::Aanvulling(one) => library.reading_beside(&document, one, one.model.valid.0),
        AnyLoaded::Leidraad(_) | AnyLoaded::Werkplan(_) => None,
    };
    reading.map(|reading| met_in(&reading)).unwrap_or_default()
}

fn met_in(reading: &Reading) -> BTreeSet<String> {
    let model = &reading.loaded.model;
    let (_, outcome) = reading.outcome(&Terms::on(model.valid.0), &|_| BTreeSet::new(), Keep::All);
    let good = outcome
        .verdicts
        .iter()
        .filter(|verdict| matches!(verdict.state, State::Met | State::Review(_)) && verdict.failures.is_empty());
    good.map(|verdict| model.contents.rules.get(verdict.rule).id.clone()).collect()
}

/// The rules that a wrong example announces to break, in the order of its first lines.
pub fn announced(text: &str) -> Vec<String> {
    let breaks = |what: &What| match what {
        What::Finding(Severity::Violation | Severity::Warning | Severity::Review) => true,
        What::Finding(Severity::Pending) | What::Fine | What::Silent => false,
    };
    let all = trial::announced(text).unwrap_or_default().into_iter();
    all.filter(|expected| breaks(&expected.what)).map(|expected| expected.rule).collect()
}
