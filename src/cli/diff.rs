//! `mtvp diff`: what a regioplan says otherwise than another one.

use std::path::Path;
use std::sync::Arc;

use crate::compare;
use crate::diagnostic::Text;
use crate::report::{self, Catalog, Compared, DiffReport, Screen};
use crate::session::{AnyLoaded, Library, Stop};

use super::args::{ConfigArgs, DiffArgs, DiffFormat};
use super::exit::Exit;
use super::own::Place;
use super::paths::name;
use super::{environment, output, regioplans};

pub fn run(args: &DiffArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let (old, new) = (one(&args.old, &args.config)?, one(&args.new, &args.config)?);
    // What stands beside a regioplan is another document, with versions of its own.
    let (old, new) = (alone(old), alone(new));
    let changes = compare::diff(old.model(), new.model());
    let report = DiffReport { old: compared(&old), new: compared(&new), changes };
    output::print(&match args.format {
        DiffFormat::Human => report::diff_human(&report, screen, catalog),
        DiffFormat::Json => report::diff_json(&report, catalog),
        DiffFormat::Markdown => report::diff_markdown(&report, catalog),
    });
    Ok(if report.changes.is_empty() { Exit::Clean } else { Exit::Violations })
}

fn one(given: &str, config: &ConfigArgs) -> Result<AnyLoaded, Stop> {
    with_library(given, config).map(|(_, loaded)| loaded)
}

/// One regioplan: a file, or a name with or without its version. With what lies around it.
pub fn with_library(given: &str, config: &ConfigArgs) -> Result<(Arc<Library>, AnyLoaded), Stop> {
    let text = Text::new("diff-needs-one").with("path", name(Path::new(given)));
    let none = || Stop::Said(text, Some(Text::new("diff-needs-one-help")));
    let (library, loaded) = regioplans::regioplan(Some(given), Place::here(config), environment::today())?;
    Ok((library, loaded.ok_or_else(none)?))
}

/// A regioplan without the aanvullingen beside it.
fn alone(loaded: AnyLoaded) -> AnyLoaded {
    let own = loaded.regioplan().and_then(|one| one.alone.clone()).map(AnyLoaded::Regioplan);
    own.unwrap_or(loaded)
}

pub fn compared(loaded: &AnyLoaded) -> Compared<'_> {
    Compared { model: loaded.model(), judged: loaded.judged(), files: loaded.files() }
}
