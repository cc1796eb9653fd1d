//! Plans of one practice: what an open plan says of its practice says something about the others, open or on the disk.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::Uri;

use crate::plan::{Claim, plain_claim};
use crate::session::Terms;

use super::super::context::Context;
use super::super::doubles::{self, Doubles};
use super::super::environment;
use super::super::paths::{folded, folder_of};
use super::super::realm;
use super::super::selection::{self, Selected};
use super::{Open, Sort, Workspace};

impl Workspace<'_> {
    /// The other plans that a plan clashes with, as `mtvp check` knows them.
    pub(super) fn doubles(&mut self, path: &Path, text: &str, context: &Arc<Context>) -> Doubles {
        let Some(claim) = claim(text, context) else { return Doubles::default() };
        let open: Vec<(PathBuf, Option<Claim>)> =
            self.plans().map(|open| (folded(&open.path), self.claim_of(open))).collect();
        let own = folded(path);
        let known = self.on_disk(context);
        let others = known.iter().filter_map(|(claim, other)| {
            let whole = folded(other);
            let said = match open.iter().find(|(path, _)| *path == whole) {
                Some((_, said)) => said.clone(),
                None => Some(claim.clone()),
            };
            said.filter(|_| whole != own).map(|claim| (claim, other.as_path()))
        });
        Doubles::of_one(&claim, path, &others.collect::<Vec<_>>())
    }

    /// The other open plans of the practice of which a plan says to be, or said to be when it was last looked at.
    pub(super) fn of_one_practice(&mut self, uri: &Uri) -> Vec<Uri> {
        let Some(open) = self.open.get(uri.as_str()) else { return Vec::new() };
        // Before it was open, what stands on the disk counted.
        let whole = folded(&open.path);
        let known = || self.claims.values().flat_map(|all| all.iter()).find(|(_, path)| folded(path) == whole);
        let before = open.claimed.clone().or_else(|| known().map(|(claim, _)| claim.clone()));
        let now = self.claim_of(open);
        if now == before {
            return Vec::new();
        }
        if let Some(open) = self.open.get_mut(uri.as_str()) {
            open.claimed.clone_from(&now);
        }
        let code = |claim: Option<Claim>| claim.map(|claim| claim.code);
        let codes = [code(now), code(before)];
        let shares = |other: &&Open| {
            let own = code(self.claim_of(other));
            other.uri != *uri && own.is_some() && codes.contains(&own)
        };
        self.plans().filter(shares).map(|other| other.uri.clone()).collect()
    }

    fn plans(&self) -> impl Iterator<Item = &Open> {
        self.open.values().filter(|open| open.sort == Sort::Plan)
    }

    fn claim_of(&self, open: &Open) -> Option<Claim> {
        let known = || claim(&open.text, self.now.get(folder_of(&open.path))?);
        plain_claim(&open.text).or_else(known)
    }

    /// What the plans on the disk say that belong to the same settings.
    fn on_disk(&mut self, context: &Arc<Context>) -> Arc<Vec<(Claim, PathBuf)>> {
        let top = realm::base(context);
        if let Some(known) = self.claims.get(&top) {
            return Arc::clone(known);
        }
        let plans = selection::belonging(context, &[], &self.root);
        // Others may come in these folders, and in those above them.
        let base = top.clone().unwrap_or_default();
        let above = |plan: &Selected| -> Vec<PathBuf> {
            let whole = folded(folder_of(&plan.path));
            whole.ancestors().take_while(|above| above.starts_with(&base)).map(Path::to_path_buf).collect()
        };
        let folders: BTreeSet<PathBuf> = plans.iter().flat_map(above).chain(top.clone()).collect();
        self.shelf.note(folders.into_iter().chain(plans.iter().map(|plan| folded(&plan.path))));
        let found = Arc::new(doubles::claims(&plans, &terms()));
        self.claims.insert(top, Arc::clone(&found));
        found
    }
}

pub(super) fn claim(text: &str, context: &Context) -> Option<Claim> {
    plain_claim(text).or_else(|| context.session.claim(text, &terms()))
}

fn terms() -> Terms {
    Terms::on(environment::today())
}
