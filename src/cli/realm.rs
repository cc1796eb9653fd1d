//! Among which plans a practice has one plan for a year, whatever part of them is checked: those that the settings at the root of a
//! repository are about. A folder that these leave to itself is a realm of its own when it lies outside the folders with their
//! plans, and has lists of the region of its own: what is granted there is granted nowhere else.
//!
//! Input: what holds in a folder. Output: the settings of its realm, and the plans in it. No plan is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::context::{Context, Patterns};
use super::own::{self, Layer, Layers, Listing};
use super::paths::folded;
use super::{fence, walk};

/// The files of settings that hold somewhere, the nearest first, and what they leave out.
struct Held {
    layers: Layers,
    exclude: Vec<Arc<Patterns>>,
}

/// The folder of the settings of the realm of a context; none where no file says anything.
pub fn base(context: &Context) -> Option<PathBuf> {
    let held = Held::of(context);
    held.layers.get(held.root(context)?).map(|layer| layer.base.clone())
}

/// The files that may be plans in the realm of a context, but for those in folders that were searched. Flags alone are about the
/// folder in which one stands.
pub fn plans(context: &Context, searched: &[PathBuf], from_here: impl Fn(PathBuf) -> PathBuf) -> Vec<PathBuf> {
    let held = Held::of(context);
    let is_new = |path: &Path| !searched.iter().any(|folder| path.starts_with(folder));
    let Some((at, root)) = held.root(context).and_then(|at| Some((at, held.layers.get(at)?))) else {
        let here = std::env::current_dir().ok().filter(|here| context.waivers.is_some() && is_new(here));
        let found = here.map(|_| walk::plans_below(Path::new("."))).unwrap_or_default();
        return found.into_iter().filter(|path| !context.leaves_out(path)).collect();
    };
    let mut starts: Vec<PathBuf> = root.plans().into_iter().filter(|path| is_new(path)).collect();
    let above: Layers = held.layers.iter().skip(at).cloned().collect();
    let by_flag = context.layers.first().is_some_and(|layer| layer.file.is_none() && layer.settings.exclude.is_some());
    let mut exclude = held.exclude.clone();
    for layers in own::delegated(&above) {
        let below = Held::read(layers);
        if below.root(context).and_then(|at| below.layers.get(at)).is_none_or(|found| found.base != root.base) {
            continue;
        }
        // Settings that name folders with plans count as searched; what those leave out was not.
        let truly = |path: &Path| !searched.iter().any(|folder| path.starts_with(folder) && *folder != root.base);
        let new = below.layers.first().map(|layer| layer.plans()).unwrap_or_default();
        let apart = |path: &PathBuf| !root.plans().iter().any(|start| path.starts_with(start)) && truly(path);
        starts.extend(new.into_iter().filter(apart));
        if !by_flag {
            exclude.extend(below.exclude);
        }
    }
    // What is no part of the plans as a whole is so to itself.
    exclude.retain(|patterns| !patterns.leave_out(&root.base));
    let within = |start: PathBuf| {
        let start = from_here(start);
        if start.is_file() { vec![start] } else { walk::plans_below(&start) }
    };
    let found = starts.into_iter().filter(|start| !fence::leaves(&root.base, start)).flat_map(within);
    found.filter(|path| !exclude.iter().any(|patterns| patterns.leave_out(path))).collect()
}

impl Held {
    fn of(context: &Context) -> Self {
        Self { layers: context.files(), exclude: context.exclude.clone() }
    }

    fn read(layers: Layers) -> Self {
        let exclude = layers.iter().filter_map(|layer| Patterns::of(layer)).map(Arc::new).collect();
        Self { layers, exclude }
    }

    /// Which of the files is that of the realm: that at the root, or one that decides further down and has nothing to do with it.
    fn root(&self, context: &Context) -> Option<usize> {
        let mut root = self.layers.len().checked_sub(1)?;
        // A list that the user names is one for all.
        let by_flag = context.layers.first().is_some_and(|layer| layer.file.is_none() && Self::names_any(layer));
        for (at, layer) in self.layers.iter().enumerate().rev().skip(1).filter(|(_, layer)| !layer.is_bound()) {
            if !by_flag && !self.is_part(at, layer, root) {
                root = at;
            }
        }
        Some(root)
    }

    fn names_any(layer: &Layer) -> bool {
        Listing::ALL.into_iter().any(|listing| listing.named(&layer.settings).is_some())
    }

    /// Whether the plans of a folder that decides itself belong to those of settings above it: they lie among them, or share a list.
    fn is_part(&self, at: usize, layer: &Layer, root: usize) -> bool {
        let left_out = self.exclude.iter().any(|patterns| patterns.leave_out(&layer.base));
        let plans = self.layers.get(root).map(|root| root.plans()).unwrap_or_default();
        let among = !left_out && plans.iter().any(|start| layer.base.starts_with(start));
        let shares = |listing: Listing| match listing.named(&layer.settings) {
            Some(named) => !folded(&layer.path(&named.value)).starts_with(&layer.base),
            None => self.layers.iter().skip(at + 1).any(|above| listing.named(&above.settings).is_some()),
        };
        among || Listing::ALL.into_iter().any(shares)
    }
}
