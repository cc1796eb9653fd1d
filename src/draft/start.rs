//! The first files of a new region: a small regioplan that is whole, its source register, and examples beside it.
//!
//! In: the name of the region and a calendar year. Out: files, each with its path below the folder of the region. They are
//! texts that a person edits; every name in them means something, and `mtvp lint` has nothing to say of them.

/// A file that is made: its path, with `/`, and its text.
pub struct Made {
    pub path: String,
    pub text: String,
}

/// The texts, with what a region fills in: `NAAM`, `LABEL`, `JAAR` and `EERDER`, the year before.
const TEXTS: [(&str, &str); 6] = [
    ("JAAR.regioplan", include_str!("start/regioplan.txt")),
    ("JAAR.bronnen", include_str!("start/bronnen.txt")),
    ("JAAR/goed/jaar-2.yaml", include_str!("start/goed.txt")),
    ("JAAR/fout/niets-gekozen.yaml", include_str!("start/fout-kiezen.txt")),
    ("JAAR/fout/zonder-onderbouwing.yaml", include_str!("start/fout-onderbouwing.txt")),
    ("JAAR/fout/een-bijeenkomst.yaml", include_str!("start/fout-bijeenkomsten.txt")),
];

/// The files of a region that begins.
#[must_use]
pub fn start(name: &str, year: i16) -> Vec<Made> {
    let label = label(name);
    let filled = |text: &str| {
        let text = text.replace("EERDER", &(year - 1).to_string()).replace("JAAR", &year.to_string());
        text.replace("NAAM", name).replace("LABEL", &label).replace("\r\n", "\n")
    };
    TEXTS.iter().map(|(path, text)| Made { path: filled(path), text: filled(text) }).collect()
}

/// What people call the region, as far as its name tells.
fn label(name: &str) -> String {
    let words = name.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
}
