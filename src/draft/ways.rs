//! Whether the choices of the following year can be as they go on; and if not, what the practice must choose.
//!
//! Input: the new plan, as it would be if everything just went on, and as it is about to be written. Output: kinds that meet the
//! rules, and what is asked of the practice because more than one thing is possible, or nothing is.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::{Asked, Keep};
use crate::diagnostic::Text;
use crate::model::{InterventionId, Kind};
use crate::plan::Plan;
use crate::session::{Loaded, Reading, Terms, told};
use crate::solve::{self, Change, End, Nearest, Solved, Step};

/// The nearest valid choices of a plan, with what the practice said it will add; none when its choices break nothing.
pub fn nearest(plan: Plan, wanted: &[(u8, InterventionId)], loaded: &Arc<Loaded>, terms: &Terms) -> Option<Nearest> {
    let reading = Reading { loaded: Arc::clone(loaded), plan };
    let (now, _) = reading.outcome(terms, &|_| BTreeSet::new(), Keep::Urgent);
    let asked = Asked { model: &loaded.model, plan: &reading.plan, now: &now };
    Solved::wanting(asked, wanted).nearest().cloned()
}

/// The data that the rules ask of the choices of a year and that are not there.
pub fn lacking(plan: Plan, year: u8, loaded: &Arc<Loaded>, terms: &Terms) -> Vec<(InterventionId, String)> {
    let reading = Reading { loaded: Arc::clone(loaded), plan };
    let (now, _) = reading.outcome(terms, &|_| BTreeSet::new(), Keep::Urgent);
    let all = solve::lacking(Asked { model: &loaded.model, plan: &reading.plan, now: &now }).into_iter();
    all.filter(|((of, _), _)| *of == year).map(|((_, id), words)| (id, words)).collect()
}

/// The other kinds that the best way has in a year.
pub fn kinds(found: &Nearest, year: u8) -> Vec<(InterventionId, Kind)> {
    let End::Ways { ways, .. } = &found.end else { return Vec::new() };
    let changes = ways.first().into_iter().flat_map(|way| &way.changes).filter(|change| change.year == year);
    let turned = changes.filter_map(|change| match &change.step {
        Step::Turn(kinds) => Some((change.intervention, *kinds.first()?)),
        Step::Add(_) | Step::Remove => None,
    });
    turned.collect()
}

/// What is asked of the practice when everything going on is not enough; or, of a year that stood there already, what is not
/// valid in it. `written` are the kinds that the new year has by now; none of a year that stood there.
pub fn asked(found: &Nearest, year: u8, written: Option<&[(InterventionId, Kind)]>, loaded: &Loaded) -> Vec<Text> {
    let all = told(found, &loaded.model.contents);
    let End::Ways { ways, more } = &found.end else { return all };
    let is_open = |step: &Step| !matches!(step, Step::Turn(kinds) if kinds.len() == 1);
    let open = ways.len() > 1 || ways.iter().flat_map(|way| &way.changes).any(|change| is_open(&change.step));
    if !open && written.is_some() {
        return Vec::new();
    }
    let id = if written.is_some() { "next-ways" } else { "next-stood" };
    let head = Text::new(id).with("year", year).with("count", all.len());
    let several = all.len() > 1;
    let said = ways.iter().zip(all).enumerate().map(|(at, (way, said))| {
        let done = written.is_some_and(|written| way.changes.iter().all(|change| is_done(change, year, written)));
        let said = if done { Text::new("next-done").with("way", said) } else { said };
        if several { Text::new("next-way").with("number", at + 1).with("way", said) } else { said }
    });
    let more = more.then(|| Text::new("next-more"));
    std::iter::once(head).chain(said).chain(more).collect()
}

fn is_done(change: &Change, year: u8, written: &[(InterventionId, Kind)]) -> bool {
    let Step::Turn(kinds) = &change.step else { return false };
    change.year == year && written.iter().any(|(id, kind)| *id == change.intervention && kinds.contains(kind))
}
