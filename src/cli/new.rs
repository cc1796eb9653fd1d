//! `mtvp new`: a blank plan.

use crate::diagnostic::Text;
use crate::report::{self, Catalog};

use super::args::{Cli, NewArgs};
use super::choose::{Stop, judges_plans, regioplan};
use super::own::Place;
use super::{Exit, settings, words, written};

pub fn run(args: &NewArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let loaded = match regioplan(Some(&args.regioplan), Place::here(&args.config), settings::today()) {
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
    words::expired(model, settings::today(), catalog);
    let text = report::template(model, &loaded.judged, args.year, catalog);
    written::write(args.output.as_deref(), &text, "new-written", catalog)
}
