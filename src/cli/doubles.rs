//! Plans of one run that say to be of one practice and for one year.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::plan::{claim, possible_codes};

use super::fence::By;
use super::files;
use super::paths::plain;
use super::selection::Selected;

/// For each plan that shares its code and its year with others: these others.
#[derive(Default)]
pub struct Doubles(HashMap<PathBuf, Vec<String>>);

impl Doubles {
    /// Looks for them. Few plans share a code, so first it is looked which may; only these are read.
    #[must_use]
    pub fn among(files: &[Selected]) -> Self {
        if files.len() < 2 {
            return Self::default();
        }
        let codes: Vec<Vec<u32>> =
            files.par_iter().map(|file| text(&file.path).map_or_else(Vec::new, |text| possible_codes(&text))).collect();
        let mut times: HashMap<u32, u32> = HashMap::new();
        codes.iter().flatten().for_each(|code| *times.entry(*code).or_default() += 1);
        let shares = |codes: &Vec<u32>| codes.iter().any(|code| times.get(code).is_some_and(|times| *times > 1));
        let may: Vec<&Selected> =
            files.iter().zip(&codes).filter(|(_, codes)| shares(codes)).map(|(file, _)| file).collect();
        let claims: Vec<Option<(String, u8)>> = may.par_iter().map(|file| claim(&text(&file.path)?)).collect();
        let mut groups: BTreeMap<(String, u8), Vec<&Path>> = BTreeMap::new();
        for (file, claim) in may.into_iter().zip(claims) {
            if let Some(claim) = claim {
                groups.entry(claim).or_default().push(&file.path);
            }
        }
        let mut doubles = HashMap::new();
        for group in groups.into_values().filter(|group| group.len() > 1) {
            // Of very many, each names the first ones.
            let named: Vec<&&Path> = group.iter().take(NAMED + 1).collect();
            for path in &group {
                let others = named.iter().filter(|other| **other != path).take(NAMED);
                doubles.insert((*path).to_path_buf(), others.map(|other| plain(other)).collect());
            }
        }
        Self(doubles)
    }

    /// Other plans with the code and the year of this one.
    #[must_use]
    pub fn of(&self, path: &Path) -> &[String] {
        self.0.get(path).map_or(&[], Vec::as_slice)
    }
}

/// So many other plans are named.
const NAMED: usize = 3;

/// The text of a file that can be read more than once.
fn text(path: &Path) -> Option<String> {
    files::read(path, By::Way).ok()
}
