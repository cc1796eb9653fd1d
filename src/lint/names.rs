//! Names: an intervention that another file calls otherwise, one name for two interventions, fields or kinds, and a rule with the
//! name of a built-in check.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Text;
use crate::model::{CHOICE, Contents, Intervention};
use crate::source::Span;

use super::around::{Around, Neighbour};
use super::kinds::Lint;
use super::{Remark, Subject, remark};

pub fn check(subject: &Subject<'_>, around: &Around<'_>, found: &mut Vec<Remark>) {
    let model = subject.model.contents();
    for rule in &model.rules {
        let taken = around.reserved.contains(&rule.id.as_str()) || Lint::from_code(&rule.id).is_some();
        if taken {
            let text = Text::new("lint-built-in").with("rule", &rule.id);
            found.push(remark(Lint::BuiltInName, rule.span, text, "lint-built-in-help"));
        }
    }
    shared(model, found);
    // Regions may deviate from the leidraad; then the remark stands at the region.
    if subject.model.leidraad().is_none() {
        elsewhere(model, around, found);
    }
}

/// What people call an intervention, so that capitals, hyphens and blanks make no difference.
fn called(one: &Intervention) -> BTreeSet<String> {
    std::iter::once(&one.label).chain(&one.also_known).map(|name| plain(name)).filter(|name| !name.is_empty()).collect()
}

fn plain(name: &str) -> String {
    let words = name.to_lowercase().replace(['-', '\'', '’'], " ");
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name that stands for two interventions, fields of one place, or kinds of choice of one file: told at each but the first
/// that has it.
fn shared(model: &Contents, found: &mut Vec<Remark>) {
    let interventions = model.interventions.iter().map(|one| {
        let mut names = called(one);
        names.insert(plain(&one.id));
        Bearer { id: &one.id, span: one.span, names }
    });
    twice(interventions, found);
    twice(model.kinds.iter().map(|one| Bearer::of(&one.id, one.span, &one.label, &one.also_known)), found);
    let common = model.record(CHOICE).fields.len();
    let mut told = BTreeSet::new();
    for record in &model.records {
        let fields = record.fields.iter().map(|one| Bearer::of(&one.id, one.span, &one.label, &one.also_known));
        let mut remarks = Vec::new();
        twice(fields, &mut remarks);
        // What every choice has stands in the record of each intervention.
        let own = |span| record.fields.iter().skip(common).any(|one| one.span == span);
        remarks.retain(|one| !record.of_intervention || own(one.problem.primary.span));
        found.extend(remarks.into_iter().filter(|one| told.insert(one.problem.primary.span.start)));
    }
}

/// Something with names.
struct Bearer<'m> {
    id: &'m str,
    span: Span,
    names: BTreeSet<String>,
}

impl<'m> Bearer<'m> {
    fn of(id: &'m str, span: Span, label: &str, also_known: &[String]) -> Self {
        let names = [id, label].into_iter().chain(also_known.iter().map(String::as_str)).map(plain);
        Self { id, span, names: names.filter(|name| !name.is_empty()).collect() }
    }
}

fn twice<'m>(bearers: impl Iterator<Item = Bearer<'m>>, found: &mut Vec<Remark>) {
    let mut firsts: BTreeMap<String, (&str, Span)> = BTreeMap::new();
    for one in bearers {
        let mut told = BTreeSet::new();
        for name in one.names {
            let (first, place) = *firsts.entry(name.clone()).or_insert((one.id, one.span));
            if first == one.id || !told.insert(first) {
                continue;
            }
            let text = Text::new("lint-shared-name").with("name", name).with("one", first).with("other", one.id);
            found.push(
                remark(Lint::SharedName, one.span, text, "lint-shared-name-help")
                    .also(place, Text::new("declared-here").with("name", first)),
            );
        }
    }
}

/// An intervention that another file has under the same name, with another id.
fn elsewhere(model: &Contents, around: &Around<'_>, found: &mut Vec<Remark>) {
    let mut others: Vec<&Neighbour<'_>> = around.others.iter().collect();
    // The leidraad is what all regions share; its id weighs most.
    others.sort_by_key(|other| (other.model.leidraad().is_none(), other.model.contents().full_id()));
    let settled = |one: &Intervention| {
        let mut guides = others.iter().filter_map(|other| other.model.leidraad());
        guides
            .any(|guide| guide.contents.interventions.iter().any(|theirs| crate::value::same_name(&theirs.id, &one.id)))
    };
    // Who uses the id of the leidraad is right; the remark stands at the region that does not.
    for one in model.interventions.iter().filter(|one| !settled(one)) {
        let own = called(one);
        let differs = |other: &&&Neighbour<'_>| {
            !other.model.contents().interventions.iter().any(|theirs| crate::value::same_name(&theirs.id, &one.id))
        };
        let twin = others.iter().filter(differs).find_map(|other| {
            let theirs =
                other.model.contents().interventions.iter().find(|theirs| !called(theirs).is_disjoint(&own))?;
            // When that id means something else here, the two lists are simply different.
            model.find_intervention(&theirs.id).is_none().then_some((other, theirs))
        });
        if let Some((other, theirs)) = twin {
            let help = Text::new("lint-other-name-help").with("other", &theirs.id);
            let text = Text::new("lint-other-name")
                .with("name", &one.id)
                .with("other", &theirs.id)
                .with("regioplan", other.model.contents().full_id());
            found.push(remark(Lint::OtherName, one.span, text, "lint-other-name-help").maybe_help(Some(help)));
        }
    }
}
