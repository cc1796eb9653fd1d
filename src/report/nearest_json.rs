//! How a plan becomes valid with the fewest changes, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Expected, Kind, Need};
use crate::session::{Proposal, Proposed, ProposedChange, ProposedWay, Report};

use super::json::edits;
use super::object::object;

/// Only where it is known.
pub fn nearest(report: &Report) -> BTreeMap<&'static str, impl Serialize + use<>> {
    report.nearest.iter().map(|found| ("nearest", proposal(report, found))).collect()
}

fn proposal(report: &Report, proposal: &Proposal) -> impl Serialize + use<> {
    object! {
        years: proposal.years.clone(),
        ways: proposal.ways.iter().map(|found| way(report, found)).collect::<Vec<_>>(),
        more: proposal.more,
        excluding: proposal.excluding.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>(),
    }
}

fn way(report: &Report, way: &ProposedWay) -> impl Serialize + use<> {
    object! {
        changes: way.changes.iter().map(|found| change(report, found)).collect::<Vec<_>>(),
        edits: way.edits.as_ref().map(|found| edits(report, found)),
    }
}

fn change(report: &Report, change: &ProposedChange) -> impl Serialize + use<> {
    object! {
        change: match change.what {
            Proposed::Add => "add",
            Proposed::Turn => "kind",
            Proposed::Remove => "remove",
        },
        year: change.year,
        intervention: change.intervention.clone(),
        kinds: change.kinds.iter().map(|kind: &Kind| kind.word()).collect::<Vec<_>>(),
        needs: change.needs.iter().map(|need| need.words.clone()).collect::<Vec<_>>(),
        expected: change.needs.iter().flat_map(expected).collect::<Vec<_>>(),
        line: report.source.position(change.place.start).line,
        text: change.lines.clone(),
    }
}

/// What is to stand in a field, as far as rules name it: a list for each rule.
fn expected(need: &Need) -> Vec<Vec<impl Serialize + use<>>> {
    let one = |asked: &Expected| {
        object! {
            field: match &asked.field {
                Some(inner) => format!("{inner} van {}", need.words),
                None => need.words.clone(),
            },
            values: asked.values.clone(),
        }
    };
    need.asked.iter().map(|asked| asked.iter().map(one).collect()).collect()
}
