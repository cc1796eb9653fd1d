//! The regioplannen that the program carries with it, with their registers and their examples.

mod table {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// The folder of the guides; it is no region.
pub const GUIDES: &str = "leidraad";

/// Every embedded file: path from `regioplans/`, and text.
#[must_use]
pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
    table::FILES
}

/// The text of an embedded file.
#[must_use]
pub fn embedded_text(path: &str) -> Option<&'static str> {
    table::FILES.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
}

/// The paths of the embedded regioplannen, werkplannen and leidraden.
pub fn embedded_plans() -> impl Iterator<Item = &'static str> {
    table::FILES.iter().map(|(path, _)| *path).filter(|path| path.ends_with(".regioplan"))
}
