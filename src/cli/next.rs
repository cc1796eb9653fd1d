//! `mtvp next`: the plan for the following year, out of the plan of this year.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Arg, Join, Text};
use crate::draft;
use crate::plan;
use crate::report::{self, Catalog, Screen};
use crate::session::{Agreed, Session, Stop, refused as cannot_read};

use super::args::NextArgs;
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::own::Place;
use super::paths::folder_of;
use super::regioplans::for_check;
use super::{environment, files, output, words, written};

/// Where these are told, nobody knows which of what stands there is the plan.
const UNCLEAR: [&str; 2] = ["yaml", "dubbele-sleutel"];

pub fn run(args: &NextArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    if args.plan.exists() && !matches!(FileKind::of(&args.plan), FileKind::Plan | FileKind::Other) {
        return Err(refused(&args.plan, Wanted::Plan));
    }
    let source = files::needed(&args.plan)?;
    let document = plan::parse(&source.text);
    // What is made stands in the lines of the old plan: these must read as they are written.
    let unclear = document.issues.iter().any(|issue| UNCLEAR.contains(&issue.problem.code));
    if document.root.is_none() || document.mended || unclear {
        let report = cannot_read(source.clone(), &document.issues);
        output::complain(&report::human(&report, screen, catalog));
        return Ok(Exit::Failed);
    }
    let own = Place { config: &args.config, folder: folder_of(&args.plan) }.own()?;
    let today = environment::today();
    let (library, chosen) = for_check(args.regioplan.as_deref(), &own, today)?;
    let session = Session { library, chosen, agreed: Agreed::default() };
    let said = written::catalog();
    let made = draft::next(&session, &source.text, &document, today, &|text| said.say(text))?;
    if let Some((id, until)) = &made.until {
        let text = Text::new("next-no-regioplan-after").with("year", made.year).with("id", id).with("until", *until);
        words::remark(catalog, &text);
    } else if made.unknown {
        words::remark(catalog, &Text::new("next-no-regioplan").with("year", made.year));
    }
    let exit = written::write(args.output.as_deref(), &made.text, "next-written", catalog)?;
    let left = args.output.as_deref().map(|output| left_behind(&made.files, &args.plan, output)).unwrap_or_default();
    if !left.is_empty() {
        let text = Text::new("next-files").with("count", left.len()).with("files", Arg::words(left, Join::And));
        words::remark(catalog, &text);
    }
    Ok(exit)
}

/// The files that the new plan names and that stand beside the old one, while they do not beside the new.
fn left_behind(files: &[String], old: &Path, new: &Path) -> BTreeSet<String> {
    let stands = |plan: &Path, file: &String| folder_of(plan).join(file).is_file();
    let left = files.iter().filter(|file| stands(old, file) && !stands(new, file));
    left.map(|file| format!("`{file}`")).collect()
}
