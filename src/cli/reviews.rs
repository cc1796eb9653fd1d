//! `mtvp reviews`: everything that a person of the region must judge, and what was decided of it.

use std::path::PathBuf;

use crate::report::{self, Catalog, Screen};
use crate::session::{Review, Stop, of_last_plans};

use super::args::{ConfigArgs, ReviewsArgs, TableFormat};
use super::desk::Desk;
use super::exit::Exit;
use super::{check, output, words};

pub fn run(args: &ReviewsArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let (mut reviews, exit) = found(&args.folders, &args.config, args.as_of.as_deref(), screen, catalog)?;
    if args.open {
        reviews.retain(|review| review.state.is_open());
    }
    output::print(&match args.format {
        TableFormat::Human => report::reviews_human(&reviews, screen, catalog),
        TableFormat::Json => report::reviews_json(&reviews, catalog),
        TableFormat::Csv => report::reviews_csv(&reviews, catalog),
    });
    Ok(exit)
}

/// The reviews that are open, ready to be decided: `mtvp region --open-reviews`.
pub fn to_fill_in(
    folder: PathBuf,
    config: &ConfigArgs,
    as_of: Option<&str>,
    screen: Screen,
    catalog: &Catalog,
) -> Result<Exit, Stop> {
    let (reviews, exit) = found(&[folder], config, as_of, screen, catalog)?;
    output::print(&report::reviews_to_fill_in(&reviews, catalog));
    Ok(exit)
}

/// What is to be judged in all plans, in order of path.
fn found(
    folders: &[PathBuf],
    config: &ConfigArgs,
    as_of: Option<&str>,
    screen: Screen,
    catalog: &Catalog,
) -> Result<(Vec<Review>, Exit), Stop> {
    let desk = Desk::open(folders, config, as_of, &check::root())?;
    let partial = desk.complain(catalog);
    let wrong = desk.complain_of_decisions(screen, catalog);
    let of_plans = desk.each(|_, judged| judged.reviews())?;
    if of_plans.is_empty() && !partial {
        return Ok((Vec::new(), words::nothing(catalog, "nothing-checked")));
    }
    let exit = match (partial, wrong) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Violations,
        (false, false) => Exit::Clean,
    };
    Ok((of_last_plans(of_plans.into_iter().flatten().collect()), exit))
}
