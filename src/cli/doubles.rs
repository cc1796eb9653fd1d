//! Plans that say to be of one practice, and cannot both be right: for one year, or under two names.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use crate::plan::{Claim, plain_claim, possible_codes};
use crate::session::{Terms, Twin};

use super::context::Context;
use super::fence::By;
use super::paths::plain;
use super::selected::Selected;
use super::{files, realm};

/// What the plans of a run have to do with each other.
#[derive(Default)]
pub struct Doubles {
    /// For each plan that clashes with others: these others.
    twins: HashMap<PathBuf, Vec<Twin>>,
    /// The codes of plans that are not judged, and that one that is judged has too.
    in_part: BTreeSet<String>,
}

/// What a plan says of its practice.
enum Seen {
    /// The codes that stand in it; which of them is its own was not looked at.
    Codes(Vec<u32>),
    Read(Option<Claim>),
}

impl Doubles {
    /// Looks for them among the plans of a run, and the plans `beside` that are not judged in it. Few plans share a code, so
    /// first it is looked which may; only these are read.
    #[must_use]
    pub fn among(files: &[Selected], beside: &[Selected], terms: &Terms) -> Self {
        if files.is_empty() || files.len() + beside.len() < 2 {
            return Self::default();
        }
        let all: Vec<&Selected> = files.iter().chain(beside).collect();
        let seen: Vec<Seen> = all.par_iter().map(|file| look(file, terms)).collect();
        let mut times: HashMap<u32, u32> = HashMap::new();
        let codes = || {
            seen.iter().map(|seen| match seen {
                Seen::Codes(codes) => codes.clone(),
                Seen::Read(claim) => claim.iter().filter_map(|claim| claim.code.parse().ok()).collect(),
            })
        };
        codes().flatten().for_each(|code| *times.entry(code).or_default() += 1);
        // Which plans clash that are not judged, nobody asks.
        let judged: HashSet<u32> = codes().take(files.len()).flatten().collect();
        let is_shared = |code: &u32| judged.contains(code) && times.get(code).is_some_and(|times| *times > 1);
        let shares = |codes: &[u32]| codes.iter().any(is_shared);
        let one = |(file, seen): (&&Selected, Seen)| match seen {
            Seen::Codes(codes) => shares(&codes).then(|| claim(file, &text(&file.path)?, terms)).flatten(),
            Seen::Read(claim) => claim,
        };
        let claims: Vec<Option<Claim>> = all.par_iter().zip(seen).map(one).collect();
        // Plans of two realms have nothing to do with each other.
        let mut realms: HashMap<*const Context, Option<PathBuf>> = HashMap::new();
        let mut groups: BTreeMap<_, Vec<(Claim, &Path)>> = BTreeMap::new();
        let mut in_part = BTreeSet::new();
        for (number, (file, claim)) in all.into_iter().zip(claims).enumerate() {
            if let Some(claim) = claim {
                in_part.extend((number >= files.len()).then(|| claim.code.clone()));
                let realm = realms.entry(Arc::as_ptr(&file.context)).or_insert_with(|| realm::base(&file.context));
                groups.entry((claim.code.clone(), realm.clone())).or_default().push((claim, &file.path));
            }
        }
        Self { twins: groups.into_values().flat_map(|group| clashes(&group)).collect(), in_part }
    }

    /// Looks for them among plans of which it is known what they say.
    #[must_use]
    pub fn of_one(claim: &Claim, path: &Path, others: &[(Claim, &Path)]) -> Self {
        let mut group: Vec<(Claim, &Path)> =
            others.iter().filter(|(other, _)| other.code == claim.code).cloned().collect();
        group.push((claim.clone(), path));
        let own = clashes(&group).into_iter().filter(|(found, _)| found == path);
        Self { twins: own.collect(), in_part: BTreeSet::new() }
    }

    /// The codes of the practices of which a plan is judged, and another is not.
    #[must_use]
    pub fn in_part(&self) -> &BTreeSet<String> {
        &self.in_part
    }

    /// Other plans with the code of this one.
    #[must_use]
    pub fn of(&self, path: &Path) -> &[Twin] {
        self.twins.get(path).map_or(&[], Vec::as_slice)
    }
}

/// So many other plans are named.
const NAMED: usize = 3;

/// The plans with one code that clash, each with the first ones that it clashes with.
fn clashes(group: &[(Claim, &Path)]) -> Vec<(PathBuf, Vec<Twin>)> {
    // Plans that say the same clash with the same ones, so these are looked for once.
    let mut first: HashMap<&Claim, Vec<&(Claim, &Path)>> = HashMap::new();
    for (claim, _) in group {
        first.entry(claim).or_insert_with(|| {
            let mut found: Vec<_> = group.iter().filter(|(other, _)| claim.clashes(other)).take(NAMED + 1).collect();
            found.sort_by_key(|(other, _)| !claim.is_of_year(other));
            found
        });
    }
    let of = |(claim, path): &(Claim, &Path)| {
        let others = first.get(claim).into_iter().flatten().filter(|(_, other)| other != path).take(NAMED);
        let twin = |(other, path): &&(Claim, &Path)| Twin { path: plain(path), same_year: claim.is_of_year(other) };
        (path.to_path_buf(), others.map(twin).collect::<Vec<_>>())
    };
    group.iter().map(of).filter(|(_, twins)| !twins.is_empty()).collect()
}

/// What plans say of their practice, as far as they say it.
#[must_use]
pub fn claims(plans: &[Selected], terms: &Terms) -> Vec<(Claim, PathBuf)> {
    let one = |plan: &Selected| Some((claim(plan, &text(&plan.path)?, terms)?, plan.path.clone()));
    plans.par_iter().filter_map(one).collect()
}

/// Which of these plans are of a practice of which one of the texts is a plan.
#[must_use]
pub fn of_one_practice(plans: &[&Selected], texts: &[String], terms: &Terms) -> Vec<bool> {
    let Some(any) = plans.first() else { return Vec::new() };
    let claims = texts.par_iter().filter_map(|text| claim(any, text, terms));
    let wanted: HashSet<String> = claims.map(|claim| claim.code).collect();
    let numbers: HashSet<u32> = wanted.iter().filter_map(|code| code.parse().ok()).collect();
    let is_wanted = |claim: Option<Claim>| claim.is_some_and(|claim| wanted.contains(&claim.code));
    let one = |plan: &&Selected| match look(plan, terms) {
        Seen::Codes(codes) if codes.iter().any(|code| numbers.contains(code)) => {
            is_wanted(text(&plan.path).and_then(|text| claim(plan, &text, terms)))
        }
        Seen::Codes(_) => false,
        Seen::Read(claim) => is_wanted(claim),
    };
    if wanted.is_empty() { vec![false; plans.len()] } else { plans.par_iter().map(one).collect() }
}

fn look(file: &Selected, terms: &Terms) -> Seen {
    let Some(text) = text(&file.path) else { return Seen::Read(None) };
    possible_codes(&text).map_or_else(|| Seen::Read(claim(file, &text, terms)), Seen::Codes)
}

fn claim(file: &Selected, text: &str, terms: &Terms) -> Option<Claim> {
    plain_claim(text).or_else(|| file.context.session.claim(text, terms))
}

/// The text of a file that can be read more than once.
fn text(path: &Path) -> Option<String> {
    files::read(path, By::Way).ok()
}
