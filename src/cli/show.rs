//! `mtvp show`: the known regioplannen, or one of them in full.

use crate::report::{self, Catalog, Known, Screen};

use super::args::{Cli, ShowArgs, ShowFormat};
use super::choose::{Stop, regioplan};
use super::library::{Broken, Library};
use super::own::Place;
use super::{Exit, output, settings, words};

pub fn run(args: &ShowArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    match regioplan(args.regioplan.as_deref(), Place::here(&args.config), settings::today()) {
        Ok((_, Some(loaded))) => {
            let text = match args.format {
                ShowFormat::Human if args.sources => report::sources(&loaded.model, screen, catalog),
                ShowFormat::Json if args.sources => report::sources_json(&loaded.model),
                ShowFormat::Human => report::show_regioplan(&loaded.model, screen, catalog),
                ShowFormat::Json => report::show_json(&loaded.model, loaded.judged.path.clone(), catalog),
            };
            for (source, problems) in &loaded.warnings {
                output::complain(&report::problems(source, problems, screen, catalog));
            }
            output::print(&text);
            Exit::Clean
        }
        Ok((library, None)) => listing(&library, args, screen, catalog),
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => broken(&found, screen, catalog),
    }
}

fn listing(library: &Library, args: &ShowArgs, screen: Screen, catalog: &Catalog) -> Exit {
    let mut found = Vec::new();
    for load in library.all() {
        match load {
            Ok(one) => found.push(one),
            Err(wrong) => return broken(&wrong, screen, catalog),
        }
    }
    let known: Vec<Known<'_>> =
        found.iter().map(|one| Known { model: &one.model, path: one.judged.path.clone() }).collect();
    output::print(&match args.format {
        ShowFormat::Human => report::overview(&known, screen, catalog),
        ShowFormat::Json => report::overview_json(&known),
    });
    Exit::Clean
}

/// Writes all problems of a regioplan that does not load.
pub fn broken(broken: &Broken, screen: Screen, catalog: &Catalog) -> Exit {
    for (source, problems) in &broken.files {
        output::complain(&report::problems(source, problems, screen, catalog));
    }
    Exit::Failed
}
