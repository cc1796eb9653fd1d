//! `mtvp region`: all plans of a region together, with the region's own figures; or of every region in a folder, each by its own
//! regioplan.

use std::io::IsTerminal;

use crate::diagnostic::Text;
use crate::report::{self, Catalog, Pieces, RegionReport, RegionSheet, Screen};
use crate::session::{Kept, Stop, View};

use super::args::{RegionArgs, RegionFormat};
use super::exit::Exit;
use super::paths::folder_of;
use super::region_views::look;
use super::{own, reviews, written};

pub fn run(args: &RegionArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let place = &args.place;
    if args.open_reviews {
        return reviews::to_fill_in(args.folder.clone(), &place.config, place.as_of.as_deref(), screen, catalog);
    }
    let sheet = table(args)?;
    to_a_file(args)?;
    let mut looked = match look(&args.folder, place, kept(args.format), screen, catalog)? {
        Ok(looked) => looked,
        Err(exit) => return Ok(exit),
    };
    if args.format == RegionFormat::Xlsx || sheet == RegionSheet::Reviews {
        looked.with_older()?;
    }
    let reports = looked.reports();
    written::in_pieces(args.output.as_deref(), "region-done", catalog, |bytes| {
        let put: Pieces<'_> = &mut |piece| bytes(piece.as_bytes());
        match args.format {
            RegionFormat::Human => report::region_human(&reports, screen, catalog, put),
            RegionFormat::Json => report::region_json(&reports, catalog, put),
            RegionFormat::Csv => report::region_csv(sheet, &reports, catalog, put),
            RegionFormat::Ics => put(&report::region_ics(&reports, catalog)),
            RegionFormat::Xlsx => bytes(&workbook(args, &reports, catalog)?),
            RegionFormat::Html => page(args, &reports, put)?,
        }
        Ok(())
    })?;
    let broken =
        |view: &View| view.is_violated() || view.has_wrong_figures() || !args.rules_only && view.has_broken_plans();
    Ok(match looked.wrong || looked.views().any(broken) {
        _ if looked.partial => Exit::Failed,
        true => Exit::Violations,
        false => Exit::Clean,
    })
}

/// How much of each practice a form says.
fn kept(format: RegionFormat) -> Kept {
    match format {
        RegionFormat::Html => Kept::WithParts,
        RegionFormat::Human | RegionFormat::Json | RegionFormat::Csv | RegionFormat::Ics | RegionFormat::Xlsx => {
            Kept::Counted
        }
    }
}

/// The workbook; its rows lie beside it until it is whole.
fn workbook(args: &RegionArgs, reports: &[RegionReport<'_>], catalog: &Catalog) -> Result<Vec<u8>, Stop> {
    let output = args.output.as_deref().filter(|path| path.as_os_str() != "-");
    let aside = output.map_or_else(std::env::temp_dir, |path| folder_of(path).to_path_buf());
    report::workbook(reports, &aside, catalog).map_err(|why| Stop::Said(why, None))
}

/// The page, with whom to ask as the settings say.
fn page(args: &RegionArgs, reports: &[RegionReport<'_>], put: Pieces<'_>) -> Result<(), Stop> {
    let layers = own::layers(&args.place.config, &args.folder)?;
    let asked = own::first(&layers, |settings| settings.contact.as_ref()).map(|(_, at)| at.value.as_str());
    let made = report::region_page(reports, asked, &written::catalog(), put);
    made.map_err(|wrong| Stop::broken(wrong.0, wrong.1))
}

/// Which table CSV is; another form has them all.
fn table(args: &RegionArgs) -> Result<RegionSheet, Stop> {
    if args.table.is_some() && args.format != RegionFormat::Csv {
        return Err(Stop::Said(Text::new("region-table-csv"), Some(Text::new("region-table-csv-help"))));
    }
    Ok(args.table.unwrap_or(RegionSheet::Practices))
}

/// A workbook is no text: a screen cannot show it.
fn to_a_file(args: &RegionArgs) -> Result<(), Stop> {
    let on_screen = args.output.is_none() && std::io::stdout().is_terminal();
    if args.format == RegionFormat::Xlsx && on_screen {
        return Err(Stop::Said(Text::new("workbook-no-file"), Some(Text::new("workbook-no-file-help"))));
    }
    Ok(())
}
