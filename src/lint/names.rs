//! Names: an intervention that another file calls otherwise, one name for two interventions, and a rule with the
//! name of a built-in check.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::Text;
use crate::model::{Intervention, Regioplan, Sort};

use super::around::{Around, Neighbour};
use super::kinds::Lint;
use super::{Remark, Subject, remark};

pub fn check(subject: &Subject<'_>, around: &Around<'_>, found: &mut Vec<Remark>) {
    let model = subject.model;
    for rule in &model.rules {
        let taken = around.reserved.contains(&rule.id.as_str()) || Lint::from_code(&rule.id).is_some();
        if taken {
            let text = Text::new("lint-built-in").with("rule", &rule.id);
            found.push(remark(Lint::BuiltInName, rule.span, text, "lint-built-in-help"));
        }
    }
    shared(model, found);
    // Regions may deviate from the leidraad; then the remark stands at the region.
    if model.sort != Sort::Leidraad {
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

/// A name that stands for two interventions of one file: told at each but the first that has it.
fn shared(model: &Regioplan, found: &mut Vec<Remark>) {
    let mut firsts: BTreeMap<String, &Intervention> = BTreeMap::new();
    for one in &model.interventions {
        let mut own = called(one);
        own.insert(plain(&one.id));
        let mut told = BTreeSet::new();
        for name in own {
            let first = *firsts.entry(name.clone()).or_insert(one);
            if first.id == one.id || !told.insert(&first.id) {
                continue;
            }
            let text = Text::new("lint-shared-name").with("name", name).with("one", &first.id).with("other", &one.id);
            found.push(
                remark(Lint::SharedName, one.span, text, "lint-shared-name-help")
                    .also(first.span, Text::new("declared-here").with("name", &first.id)),
            );
        }
    }
}

/// An intervention that another file has under the same name, with another id.
fn elsewhere(model: &Regioplan, around: &Around<'_>, found: &mut Vec<Remark>) {
    let mut others: Vec<&Neighbour<'_>> = around.others.iter().collect();
    // The leidraad is what all regions share; its id weighs most.
    others.sort_by_key(|other| (other.model.sort != Sort::Leidraad, other.model.full_id()));
    let settled = |one: &Intervention| {
        let mut guides = others.iter().filter(|other| other.model.sort == Sort::Leidraad);
        guides.any(|guide| guide.model.interventions.iter().any(|theirs| crate::value::same_name(&theirs.id, &one.id)))
    };
    // Who uses the id of the leidraad is right; the remark stands at the region that does not.
    for one in model.interventions.iter().filter(|one| !settled(one)) {
        let own = called(one);
        let differs = |other: &&&Neighbour<'_>| {
            !other.model.interventions.iter().any(|theirs| crate::value::same_name(&theirs.id, &one.id))
        };
        let twin = others.iter().filter(differs).find_map(|other| {
            let theirs = other.model.interventions.iter().find(|theirs| !called(theirs).is_disjoint(&own))?;
            // When that id means something else here, the two lists are simply different.
            model.find_intervention(&theirs.id).is_none().then_some((other, theirs))
        });
        if let Some((other, theirs)) = twin {
            let help = Text::new("lint-other-name-help").with("other", &theirs.id);
            let text = Text::new("lint-other-name")
                .with("name", &one.id)
                .with("other", &theirs.id)
                .with("regioplan", other.model.full_id());
            found.push(remark(Lint::OtherName, one.span, text, "lint-other-name-help").maybe_help(Some(help)));
        }
    }
}
