//! How a plan becomes valid with the fewest changes, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::Kind;
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
        needs: change.needs.clone(),
        line: report.source.position(change.place.start).line,
        text: change.lines.clone(),
    }
}
