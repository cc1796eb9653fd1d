//! `mtvp diff`: what a regioplan says otherwise than another one.

use std::path::Path;
use std::sync::Arc;

use crate::compare;
use crate::diagnostic::Text;
use crate::report::{self, Catalog, Compared, DiffReport, Screen};
use crate::session::{Loaded, Stop};

use super::args::{ConfigArgs, DiffArgs, DiffFormat};
use super::exit::Exit;
use super::paths::name;
use super::{output, regioplans};

pub fn run(args: &DiffArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let (old, new) = (one(&args.old, &args.config)?, one(&args.new, &args.config)?);
    let changes = compare::diff(&old.model, &new.model);
    let report = DiffReport { old: compared(&old), new: compared(&new), changes };
    output::print(&match args.format {
        DiffFormat::Human => report::diff_human(&report, screen, catalog),
        DiffFormat::Json => report::diff_json(&report, catalog),
        DiffFormat::Markdown => report::diff_markdown(&report, catalog),
    });
    Ok(if report.changes.is_empty() { Exit::Clean } else { Exit::Violations })
}

/// One regioplan: a file, or a name with or without its version.
pub fn one(given: &str, config: &ConfigArgs) -> Result<Arc<Loaded>, Stop> {
    let text = Text::new("diff-needs-one").with("path", name(Path::new(given)));
    regioplans::one(given, config, Stop::Said(text, Some(Text::new("diff-needs-one-help"))))
}

pub fn compared(loaded: &Loaded) -> Compared<'_> {
    Compared { model: &loaded.model, judged: &loaded.judged, files: &loaded.files }
}
