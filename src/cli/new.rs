//! `mtvp new`: a blank plan, or a region that begins.

use crate::diagnostic::Text;
use crate::draft;
use crate::report::Catalog;
use crate::session::Stop;

use super::args::NewArgs;
use super::exit::Exit;
use super::{environment, regioplans, start, written};

pub fn run(args: &NewArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    if let Some(region) = &args.start {
        return start::run(region, args, catalog);
    }
    // The command line asks both of who begins no region.
    let (Some(regioplan), Some(year)) = (&args.regioplan, &args.year) else { return Ok(Exit::Failed) };
    let year = environment::year(year)?;
    let loaded = regioplans::one(regioplan, &args.config, regioplans::needs_one(regioplan))?;
    let model = &loaded.judges_plans()?.model;
    let programme = &model.programme;
    if !programme.years().contains(&year) {
        let help = Text::new("year-outside-help").with("first", programme.first_year).with("last", programme.last_year);
        return Err(Stop::Said(Text::new("year-outside").with("year", year), Some(help)));
    }
    super::words::expired(loaded.model(), environment::today(), catalog);
    let words = written::catalog();
    let text = draft::blank(model, year, &|text| words.say(text));
    written::write(args.output.as_deref(), &text, "new-written", catalog)
}
