//! Practice plans for Rijn en Duin 2.7 by number: the same seed and number give the same plan.
//!
//! Each plan is about 2 KB, for year 1, 2 or 3, and in order; or it breaks exactly as many rules as asked, each
//! in a way of its own. Used by the benchmarks, and held to that by a test.

mod choices;
mod slips;
mod text;
mod words;

use std::io;
use std::path::{Path, PathBuf};

/// How many violations a plan can be asked to have.
pub const MOST: usize = 5;

/// Plans in one folder; a folder stands for the practices of one quarter of a town.
const A_FOLDER: usize = 250;

/// The plan with this number. `violations` is 0 to [`MOST`].
pub fn plan(seed: u64, number: usize, violations: usize) -> String {
    let mut random = fastrand::Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
    let outline = choices::outline(&mut random, violations.min(MOST));
    let voice = random.u64(..);
    // Plans differ in what they hold; the explanations grow until a plan has its size.
    (1..60)
        .map(|sentences| text::write(&outline, number, sentences, &mut fastrand::Rng::with_seed(voice)))
        .find(|text| text.len() >= 1_850)
        .unwrap_or_default()
}

/// Where the plan with this number stands, below the folder of all.
pub fn path(number: usize) -> PathBuf {
    PathBuf::from(format!("wijk-{:03}/praktijk-{number:06}.yaml", number / A_FOLDER))
}

/// The file with evidence that plans refer to; one a folder.
pub const EVIDENCE: &str = "bewijs/deelname.txt";

/// Writes plans with their evidence.
pub fn write(folder: &Path, plans: usize, violations: usize, seed: u64) -> io::Result<()> {
    for number in 0..plans {
        let file = folder.join(path(number));
        if number % A_FOLDER == 0
            && let Some(parent) = file.parent()
        {
            std::fs::create_dir_all(parent.join("bewijs"))?;
            std::fs::write(parent.join(EVIDENCE), "Bewijs van deelname, verzonnen.\n")?;
        }
        std::fs::write(file, plan(seed, number, violations))?;
    }
    Ok(())
}
