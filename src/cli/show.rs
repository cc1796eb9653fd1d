//! `mtvp show`: the known regioplannen, or one of them in full.

use crate::report::{self, Catalog, Known, Screen};
use crate::session::{Library, Stop};

use super::args::{ShowArgs, ShowFormat};
use super::exit::Exit;
use super::own::Place;
use super::{environment, output, regioplans, words};

pub fn run(args: &ShowArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let (place, today) = (Place::here(&args.config), environment::today());
    let tell = |stop| {
        words::stopped(stop, screen, catalog);
    };
    let (library, one) = regioplans::shown(args.regioplan.as_deref(), place, today, tell)?;
    let Some(loaded) = one else { return listing(&library, args, screen, catalog) };
    let text = match args.format {
        ShowFormat::Human if args.sources => report::sources(loaded.model(), screen, catalog),
        ShowFormat::Json if args.sources => report::sources_json(loaded.model()),
        ShowFormat::Human => report::show_regioplan(loaded.model(), screen, catalog),
        ShowFormat::Json => report::show_json(loaded.model(), loaded.judged().path.as_deref(), catalog),
    };
    for (source, problems) in loaded.warnings() {
        output::complain(&report::problems(source, problems, screen, catalog));
    }
    output::print(&text);
    Ok(Exit::Clean)
}

fn listing(library: &Library, args: &ShowArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let all = library.all_sound()?;
    let known: Vec<Known<'_>> =
        all.iter().map(|one| Known { model: one.model(), path: one.judged().path.clone() }).collect();
    output::print(&match args.format {
        ShowFormat::Human => report::overview(&known, screen, catalog),
        ShowFormat::Json => report::overview_json(&known),
    });
    Ok(Exit::Clean)
}
