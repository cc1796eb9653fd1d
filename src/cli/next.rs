//! `mtvp next`: the plan for the following year, out of the plan of this year.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::plan::{self, Plan};
use crate::report::{self, Catalog, Next, NoNext};
use crate::source::Source;

use super::args::{Cli, NextArgs};
use super::choose::{Stop, for_check, for_plan};
use super::file_kind::{FileKind, Wanted, refused};
use super::files;
use super::library::{Library, Loaded};
use super::own::Place;
use super::{Exit, output, settings, words, written};

pub fn run(args: &NextArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    match make(args, cli, catalog) {
        Ok(exit) => exit,
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => super::show::broken(&found, settings::screen(cli.color), catalog),
    }
}

fn make(args: &NextArgs, cli: &Cli, catalog: &Catalog) -> Result<Exit, Stop> {
    let name = args.plan.display().to_string();
    let unreadable =
        || Stop::Said(Text::new("path-unreadable").with("path", &name), Some(Text::new("path-unreadable-help")));
    if args.plan.exists() && !matches!(FileKind::of(&args.plan), FileKind::Plan | FileKind::Other) {
        return Err(refused(&args.plan, Wanted::Plan));
    }
    let text = match files::read(&args.plan) {
        Ok(files::Text::Read(text)) => text,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let text = Text::new("path-missing").with("path", &name);
            return Err(Stop::Said(text, Some(Text::new("path-missing-help"))));
        }
        Ok(files::Text::NotUtf8(..) | files::Text::TooLarge) | Err(_) => return Err(unreadable()),
    };
    let source = Source::new(&name, text);
    let document = plan::parse(&source.text);
    let Some(root) = &document.root else {
        let report = super::judge::refused(source.clone(), &document.issues);
        output::complain(&report::human(&report, settings::screen(cli.color), catalog));
        return Ok(Exit::Failed);
    };
    let (frame, _) = plan::frame(root);
    let own = Place { config: &args.config, folder: files::folder_of(&args.plan) }.own()?;
    let (library, chosen) = for_check(args.regioplan.as_deref(), &own.files, own.region, settings::today())?;
    let date = frame.handed_in.map_or_else(settings::today, |(date, _)| date);
    let loaded = match for_plan(&library, &chosen, &frame, date)? {
        Ok(loaded) => loaded,
        Err(issue) => return Err(Stop::Said(issue.problem.message.clone(), issue.problem.help.clone())),
    };
    let without_year = || Stop::Said(Text::new("next-without-year"), Some(Text::new("next-without-year-help")));
    let plan = plan::read(&document, &loaded.model, library.elsewhere()).ok_or_else(unreadable)?;
    let (Some((own, _)), Some((start, _))) = (plan.frame.year, plan.frame.start) else { return Err(without_year()) };
    let year = own.checked_add(1).ok_or_else(without_year)?;
    let begins = loaded.model.calendar.year(start, year).0;
    let following = following(&library, &loaded, year, begins);
    let model = following.as_ref().map_or(&loaded.model, |found| &found.model);
    // Interventions are numbered by the regioplan that reads them.
    let plan = plan::read(&document, model, library.elsewhere()).unwrap_or(plan);
    let next = Next {
        text: &source.text,
        plan: &plan,
        model,
        regioplan: following.as_ref().map_or_else(|| loaded.model.id.clone(), |found| found.model.full_id()),
        unknown: following.is_none(),
        begins,
    };
    match report::next(&next, catalog) {
        Ok(text) => Ok(write(args.output.as_deref(), &text, &plan, following.is_none(), catalog)),
        Err(NoNext::WithoutYear) => Err(without_year()),
        Err(NoNext::OneLine) => Err(Stop::Said(Text::new("next-one-line"), Some(Text::new("next-one-line-help")))),
    }
}

/// The version of the region that judges a year that begins on this day.
fn following(library: &Library, now: &Arc<Loaded>, year: u8, begins: Date) -> Option<Arc<Loaded>> {
    let versions: Vec<Arc<Loaded>> =
        library.versions(&now.model.id).iter().cloned().filter_map(Result::ok).chain([Arc::clone(now)]).collect();
    let fits = |one: &&Arc<Loaded>| {
        let model = &one.model;
        model.valid.0 <= begins && begins <= model.valid.1 && (model.first_year..=model.last_year).contains(&year)
    };
    versions.iter().find(fits).cloned()
}

fn write(path: Option<&Path>, text: &str, plan: &Plan, unknown: bool, catalog: &Catalog) -> Exit {
    let year = plan.frame.year.map_or(0, |(year, _)| year) + 1;
    if unknown {
        output::complain(&format!("{}\n", catalog.say(&Text::new("next-no-regioplan").with("year", year))));
    }
    written::write(path, text, "next-written", catalog)
}
