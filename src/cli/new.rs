//! `mtvp new`: a blank plan.

use std::io::Write;

use crate::diagnostic::Text;
use crate::report::{self, Catalog};

use super::args::{Cli, NewArgs};
use super::choose::{Stop, judges_plans, regioplan};
use super::{Exit, output, settings, words};

pub fn run(args: &NewArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let loaded = match regioplan(Some(&args.regioplan), settings::today()) {
        Ok((_, Some(loaded))) => loaded,
        Ok((_, None)) => return words::stop(catalog, Text::new("new-needs-one").with("path", &args.regioplan), None),
        Err(Stop::Said(message, help)) => return words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => return super::show::broken(&found, settings::screen(cli.color), catalog),
    };
    if let Err(Stop::Said(message, help)) = judges_plans(&loaded) {
        return words::stop(catalog, message, help);
    }
    let model = &loaded.model;
    if !(model.first_year..=model.last_year).contains(&args.year) {
        let help = Text::new("year-outside-help").with("first", model.first_year).with("last", model.last_year);
        return words::stop(catalog, Text::new("year-outside").with("year", args.year), Some(help));
    }
    let text = report::template(model, &loaded.judged, args.year, catalog);
    let Some(path) = &args.output else {
        output::print(&text);
        return Exit::Clean;
    };
    // An existing plan is never overwritten.
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    let name = path.display().to_string();
    match written {
        Ok(()) => {
            output::print(&format!("{}\n", catalog.say(&Text::new("new-written").with("path", name))));
            Exit::Clean
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            words::stop(catalog, Text::new("new-exists").with("path", name), Some(Text::new("new-exists-help")))
        }
        Err(_) => words::stop(
            catalog,
            Text::new("new-not-written").with("path", name),
            Some(Text::new("path-unreadable-help")),
        ),
    }
}
