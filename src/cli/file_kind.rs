//! What a file is, for who gave it to a command that asks for another one.
//!
//! Input: a path. Output: its kind by name and content, and in plain words what can be done with it. It judges nothing.

use std::path::Path;

use crate::diagnostic::Text;
use crate::plan;
use crate::session::{Stop, is_decisions, is_exceptions};
use crate::settings;

use super::fence::By;
use super::files;
use super::paths::{folder_of, in_command, is_yaml, name};

/// The kinds that a person may mix up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    Folder,
    Regioplan,
    Register,
    Plan,
    Figures,
    Exceptions,
    Decisions,
    Settings,
    /// YAML of something else.
    Yaml,
    /// Of a word processor, or made to print.
    Document,
    Sheet,
    Other,
}

/// What a command asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Plan,
    Regioplan,
    Folder,
    Figures,
    Exceptions,
    Decisions,
}

const DOCUMENTS: [&str; 8] = ["doc", "docx", "odt", "rtf", "pdf", "pages", "htm", "html"];
const SHEETS: [&str; 5] = ["xls", "xlsx", "ods", "numbers", "csv"];

impl FileKind {
    #[must_use]
    pub fn of(path: &Path) -> Self {
        match Self::by_name(path) {
            _ if path.is_dir() => Self::Folder,
            Self::Yaml => of_yaml(path),
            kind => kind,
        }
    }

    /// Its kind as its name tells.
    #[must_use]
    pub fn by_name(path: &Path) -> Self {
        let ending = path.extension().and_then(|ext| ext.to_str()).unwrap_or("").to_lowercase();
        match ending.as_str() {
            "regioplan" => Self::Regioplan,
            "bronnen" => Self::Register,
            _ if path.file_name().is_some_and(|name| name == settings::FILE) => Self::Settings,
            _ if is_yaml(path) => Self::Yaml,
            ending if DOCUMENTS.contains(&ending) => Self::Document,
            ending if SHEETS.contains(&ending) => Self::Sheet,
            _ => Self::Other,
        }
    }

    /// The catalogue id of its name.
    #[must_use]
    pub fn word(self) -> Text {
        Text::new(match self {
            Self::Folder => "file-kind-folder",
            Self::Regioplan => "file-kind-regioplan",
            Self::Register => "file-kind-register",
            Self::Plan => "file-kind-plan",
            Self::Figures => "file-kind-figures",
            Self::Exceptions => "file-kind-exceptions",
            Self::Decisions => "file-kind-decisions",
            Self::Settings => "file-kind-settings",
            Self::Yaml => "file-kind-yaml",
            Self::Document => "file-kind-document",
            Self::Sheet => "file-kind-sheet",
            Self::Other => "file-kind-other",
        })
    }

    /// What can be done with it, or which file was probably meant.
    #[must_use]
    pub fn help(self, path: &Path) -> Text {
        let own = in_command(&name(path));
        match self {
            Self::Folder => Text::new("file-help-folder"),
            Self::Regioplan => Text::new("not-a-plan-help").with("path", own),
            Self::Register => {
                let regioplan = in_command(&name(&path.with_extension("regioplan")));
                Text::new("file-help-register").with("path", regioplan)
            }
            Self::Plan => Text::new("file-help-plan").with("path", own),
            Self::Figures => {
                let folder = in_command(&name(folder_of(path)));
                Text::new("file-help-figures").with("folder", folder).with("path", own)
            }
            Self::Exceptions => Text::new("file-help-exceptions").with("path", own),
            Self::Decisions => Text::new("file-help-decisions").with("path", own),
            Self::Settings => Text::new("file-help-settings").with("path", own),
            Self::Yaml => Text::new("file-help-yaml"),
            Self::Document | Self::Sheet => Text::new("file-help-document"),
            Self::Other => Text::new("file-help-other"),
        }
    }
}

/// Says that a file is not what a command asks for, what it is, and what to do with it.
#[must_use]
pub fn refused(path: &Path, wanted: Wanted) -> Stop {
    let kind = FileKind::of(path);
    let wanted = Text::new(match wanted {
        Wanted::Plan => "file-kind-plan-bare",
        Wanted::Regioplan => "file-kind-regioplan-bare",
        Wanted::Folder => "file-kind-folder-bare",
        Wanted::Figures => "file-kind-figures-bare",
        Wanted::Exceptions => "file-kind-exceptions-bare",
        Wanted::Decisions => "file-kind-decisions-bare",
    });
    let text = Text::new("file-kind-wrong").with("path", name(path)).with("kind", kind.word());
    Stop::Said(text.with("wanted", wanted), Some(kind.help(path)))
}

fn of_yaml(path: &Path) -> FileKind {
    // What cannot be read is read again by who needs it, and is told then.
    let Ok(text) = files::beside(path, By::User) else { return FileKind::Other };
    let document = plan::parse_beside(&text);
    match &document.root {
        Some(root) if plan::is_figures(root) => FileKind::Figures,
        None if is_decisions(&text) => FileKind::Decisions,
        None if is_exceptions(&text) => FileKind::Exceptions,
        root if plan::may_be_plan(root.as_ref(), &text) => FileKind::Plan,
        _ => FileKind::Yaml,
    }
}
