//! What a repository of plans agrees on: the file `mtvp.toml`, the exceptions that a region granted, and what it
//! decided.
//!
//! Input: the text of either. Output: what stands there, with the place of each value, and every problem at once.
//! Nothing here reads a disk, knows a plan, or knows which rules exist.

mod added;
mod decisions;
mod entries;
mod filled_in;
mod keys;
mod levels;
mod read;
mod toml_errors;
mod waivers;

pub use added::{Decided, Entry, Stands, added};
pub use decisions::{
    Answer, Decision, Decisions, FIELDS as DECISION_FIELDS, Subject, all as all_decisions, key as decision_key,
    read as read_decisions,
};
pub use filled_in::{Column, Filled, Given, Half, Said, Wrong};
pub use keys::Key;
pub use levels::{Level, level};
pub use read::read;
pub use waivers::{Agreement, Waiver, Waivers, read as read_waivers};

use crate::source::Span;

/// The checks of what a region granted, as findings name them.
pub const CHECKS: [&str; 4] =
    ["afwijking-onleesbaar", "afwijking-onvolledig", "afwijking-verlopen", "afwijking-ongebruikt"];

/// The checks of what a region decided, as findings name them.
pub const DECISION_CHECKS: [&str; 3] = ["besluit-onleesbaar", "besluit-onvolledig", "besluit-ongebruikt"];

/// The check of the region that the settings name.
pub const OTHER_REGION: &str = "andere-regio";

/// The name of the file.
pub const FILE: &str = "mtvp.toml";

/// A value with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct At<T> {
    pub value: T,
    pub span: Span,
}

/// What `mtvp.toml` says; what it does not say is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Where the plans are, from the folder of the file.
    pub paths: Option<At<Vec<String>>>,
    /// Patterns of files that are left out, as in `.gitignore`.
    pub exclude: Option<At<Vec<String>>>,
    /// Folders with regioplannen of the repository itself.
    pub regioplans: Option<At<Vec<String>>>,
    /// Aanvullingen that belong beside every regioplan: names with or without a version, or files.
    pub supplements: Option<At<Vec<String>>>,
    /// The region of a plan that names none.
    pub region: Option<At<String>>,
    /// `nl` or `en`.
    pub lang: Option<At<String>>,
    /// Whether warnings count as violations for the exit status.
    pub strict: Option<At<bool>>,
    /// The file with exceptions.
    pub waivers: Option<At<String>>,
    /// The file with decisions.
    pub decisions: Option<At<String>>,
    /// The template of letters to practices.
    pub template: Option<At<String>>,
    /// Whom practices can ask, as it stands in letters.
    pub contact: Option<At<String>>,
    /// Folders of which the own file of settings decides for itself.
    pub delegate: Option<At<Vec<String>>>,
    /// Severities that differ from those of the regioplan.
    pub severity: Vec<At<Level>>,
}
