//! `mtvp schema`: the JSON Schema of a practice plan under one regioplan.

use crate::diagnostic::Text;
use crate::report::{self, Catalog};

use super::args::{Cli, SchemaArgs};
use super::choose::{Stop, judges_plans, regioplan};
use super::own::Place;
use super::{Exit, settings, words, written};

pub fn run(args: &SchemaArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let loaded = match regioplan(Some(&args.regioplan), Place::here(&args.config), settings::today()) {
        Ok((_, Some(loaded))) => loaded,
        Ok((_, None)) => return words::stop(catalog, Text::new("new-needs-one").with("path", &args.regioplan), None),
        Err(Stop::Said(message, help)) => return words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => return super::show::broken(&found, settings::screen(cli.color), catalog),
    };
    if let Err(Stop::Said(message, help)) = judges_plans(&loaded) {
        return words::stop(catalog, message, help);
    }
    written::write(args.output.as_deref(), &report::schema(&loaded.model, catalog), "schema-written", catalog)
}
