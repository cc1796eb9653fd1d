//! `mtvp diff`: what a regioplan says otherwise than another one.

use std::sync::Arc;

use crate::compare;
use crate::report::{self, Catalog, Compared, DiffReport};

use super::args::{Cli, DiffArgs, DiffFormat};
use super::choose::{Stop, regioplan};
use super::library::Loaded;
use super::own::Place;
use super::{Exit, output, settings, words};

pub fn run(args: &DiffArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    let (old, new) = match both(&args.old, &args.new, Place::here(&args.config)) {
        Ok(found) => found,
        Err(Stop::Said(message, help)) => return words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => return super::show::broken(&broken, screen, catalog),
    };
    let changes = compare::diff(&old.model, &new.model);
    let report = DiffReport { old: compared(&old), new: compared(&new), changes };
    output::print(&match args.format {
        DiffFormat::Human => report::diff_human(&report, screen, catalog),
        DiffFormat::Json => report::diff_json(&report, catalog),
        DiffFormat::Markdown => report::diff_markdown(&report, catalog),
    });
    if report.changes.is_empty() { Exit::Clean } else { Exit::Violations }
}

/// Two regioplannen, each a file or a name.
pub fn both(old: &str, new: &str, place: Place<'_>) -> Result<(Arc<Loaded>, Arc<Loaded>), Stop> {
    Ok((one(old, place)?, one(new, place)?))
}

/// One regioplan: a file, or a name with or without its version.
fn one(given: &str, place: Place<'_>) -> Result<Arc<Loaded>, Stop> {
    match regioplan(Some(given), place, settings::today())? {
        (_, Some(loaded)) => Ok(loaded),
        (_, None) => Err(Stop::Said(
            crate::diagnostic::Text::new("diff-needs-one").with("path", given),
            Some(crate::diagnostic::Text::new("diff-needs-one-help")),
        )),
    }
}

pub fn compared(loaded: &Loaded) -> Compared<'_> {
    Compared { model: &loaded.model, judged: &loaded.judged, files: &loaded.files }
}
