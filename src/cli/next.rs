//! `mtvp next`: the plan for the following year, out of the plan of this year.

use crate::diagnostic::Text;
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
    if made.unknown {
        words::remark(catalog, &Text::new("next-no-regioplan").with("year", made.year));
    }
    written::write(args.output.as_deref(), &made.text, "next-written", catalog)
}
