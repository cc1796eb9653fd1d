//! `mtvp new`: a blank plan.

use crate::diagnostic::Text;
use crate::draft;
use crate::report::Catalog;
use crate::session::Stop;

use super::args::NewArgs;
use super::exit::Exit;
use super::{environment, regioplans, written};

pub fn run(args: &NewArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let loaded = regioplans::one(&args.regioplan, &args.config, regioplans::needs_one(&args.regioplan))?;
    loaded.judges_plans()?;
    let model = &loaded.model;
    if !(model.first_year..=model.last_year).contains(&args.year) {
        let help = Text::new("year-outside-help").with("first", model.first_year).with("last", model.last_year);
        return Err(Stop::Said(Text::new("year-outside").with("year", args.year), Some(help)));
    }
    super::words::expired(model, environment::today(), catalog);
    let words = written::catalog();
    let text = draft::blank(model, args.year, &|text| words.say(text));
    written::write(args.output.as_deref(), &text, "new-written", catalog)
}
