//! The head of the file, and its versions: how years count, and the days that versions judge.

use crate::diagnostic::Text;
use crate::model::{Contents, Model, Regioplan};
use crate::source::Span;
use crate::syntax::tree::{Body, Tree};

use super::around::{Around, Neighbour};
use super::kinds::Lint;
use super::{Remark, Subject, places, remark};

pub fn check(subject: &Subject<'_>, around: &Around<'_>, found: &mut Vec<Remark>) {
    counting(subject.tree, found);
    let head = places::head(subject.tree);
    same_version(subject.model.contents(), around, head, found);
    if let Model::Regioplan(regioplan) = subject.model {
        validity(regioplan, subject.tree, around, found);
    }
}

/// `jaren tellen` may be said twice only as `vanaf startkwartaal`, and `vanaf 1 januari met ingang van …` after it.
fn counting(tree: &Tree, found: &mut Vec<Remark>) {
    let lines: Vec<(Span, Option<Option<i16>>)> = tree
        .blocks
        .iter()
        .flat_map(|block| &block.clauses)
        .filter_map(|clause| match &clause.body {
            Body::JarenTellen { january_from } => Some((clause.span, *january_from)),
            _ => None,
        })
        .collect();
    for (number, (span, later)) in lines.iter().enumerate() {
        let clash = lines
            .iter()
            .take(number)
            .find(|(_, earlier)| !matches!((earlier, later), (None, Some(Some(_))) | (Some(Some(_)), None)));
        if let Some((first, _)) = clash {
            found.push(
                remark(Lint::CountingYears, *span, Text::new("lint-counting"), "lint-counting-help")
                    .also(*first, Text::new("lint-first-here")),
            );
        }
    }
}

fn same_version(model: &Contents, around: &Around<'_>, head: Span, found: &mut Vec<Remark>) {
    let twin = |other: &&Neighbour<'_>| other.model.contents().full_id() == model.full_id();
    for other in around.others.iter().filter(twin) {
        let text = Text::new("lint-same-version").with("regioplan", model.full_id()).with("path", other.name);
        found.push(remark(Lint::SameVersion, head, text, "lint-same-version-help"));
    }
}

/// Days that two versions of one region both judge, or that none of them does. A gap is told at the later version.
fn validity(model: &Regioplan, tree: &Tree, around: &Around<'_>, found: &mut Vec<Remark>) {
    let is_line = |body: &Body| matches!(body, Body::Beoordeelt { .. });
    let line = tree.blocks.iter().flat_map(|block| &block.clauses).find(|clause| is_line(&clause.body));
    let span = line.map_or_else(|| places::head(tree), |clause| clause.span);
    let is_version =
        |other: &&Regioplan| other.contents.id == model.contents.id && other.contents.version != model.contents.version;
    let regioplannen = around.others.iter().filter_map(|other| other.model.regioplan());
    let others: Vec<&Regioplan> = regioplannen.filter(is_version).collect();
    for other in &others {
        let (from, to) = (other.valid.0.max(model.valid.0), other.valid.1.min(model.valid.1));
        if from <= to {
            let text = Text::new(if from == to { "lint-overlap-day" } else { "lint-overlap" })
                .with("version", &other.contents.version)
                .with("from", from)
                .with("to", to);
            found.push(remark(Lint::Overlap, span, text, "lint-overlap-help"));
        }
    }
    // What begins before this version and ends before it; an overlap leaves no gap.
    let last = others.iter().filter(|other| other.valid.0 < model.valid.0).max_by_key(|other| other.valid.1);
    let Some(before) = last else { return };
    let first_open = before.valid.1.tomorrow().unwrap_or(before.valid.1);
    if first_open < model.valid.0 {
        let last_open = model.valid.0.yesterday().unwrap_or(model.valid.0);
        let text = Text::new(if first_open == last_open { "lint-gap-day" } else { "lint-gap" })
            .with("version", &before.contents.version)
            .with("from", first_open)
            .with("to", last_open);
        found.push(remark(Lint::Gap, span, text, "lint-gap-help"));
    }
}
