//! Where the reports of a run go: one to standard output, others to files, each in a format of its own.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::report::{Catalog, End, Format, Head, Options, Screen, Writer, github_summary, writer};
use crate::session::{Report, Stop};
use crate::settings;

use super::args::CheckArgs;
use super::context::Context;
use super::fence::By;
use super::paths::{ends_in, folded, folder_of, is_yaml, name, same, stored};
use super::written::{Growing, not_done, not_through_link};
use super::{dutch, fence, files, other_form, output, own, words};

/// Where the report goes that is in no file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spoken {
    Out,
    /// To standard error: a plan stands on standard output.
    Aside,
}

/// Where one report goes.
enum Place {
    Screen(Spoken),
    File(Growing),
}

impl Place {
    fn put(&mut self, text: &str) {
        match self {
            _ if text.is_empty() => {}
            Self::Screen(Spoken::Out) => output::print(text),
            Self::Screen(Spoken::Aside) => output::complain(text),
            Self::File(file) => file.put(text),
        }
    }
}

/// All reports of a run.
pub struct Reports<'a> {
    all: Vec<(Place, Box<dyn Writer + 'a>)>,
    /// Whether standard output is for people, who are told on standard error when there is no plan to report on.
    spoken: bool,
}

impl<'a> Reports<'a> {
    /// Opens every file first, so that nothing is judged in vain. A report to `-` stands in the place of the one to standard
    /// output.
    pub fn open(
        args: &CheckArgs,
        place: Spoken,
        contexts: &[Arc<Context>],
        options: Options,
        today: Date,
        screen: Screen,
        catalog: &'a Catalog,
    ) -> Result<Self, Stop> {
        let head = |screen| Head { catalog, reference: today, screen };
        let asked = args.report.iter().map(|given| kind(given)).collect::<Result<Vec<_>, Stop>>()?;
        let (screens, files): (Vec<_>, Vec<_>) = asked.into_iter().partition(|(_, path)| *path == "-");
        if screens.len() > 1 {
            return Err(refused("report-twice", "report-twice-help", Path::new("-")));
        }
        let spoken = screens.first().map_or(args.format, |(form, _)| *form);
        let mut all: Vec<(Place, Box<dyn Writer + 'a>)> =
            vec![(Place::Screen(place), writer(spoken, head(screen), options))];
        let mut targets: Vec<PathBuf> = Vec::new();
        for (form, path) in &files {
            let target = target(path, args, contexts)?;
            if targets.contains(&target) {
                return Err(refused("report-twice", "report-twice-help", Path::new(path)));
            }
            let open = if is_of_system(&target) { Growing::straight } else { Growing::replacing };
            let file = open(&target).map_err(|_| not_done(Path::new(path)))?;
            targets.push(target);
            all.push((Place::File(file), writer(*form, head(Screen::PAPER), options)));
        }
        let github = spoken == Format::Github || files.iter().any(|(form, _)| *form == Format::Github);
        if let (true, Some(place)) = (github, summary()) {
            all.push((place, github_summary(head(Screen::PAPER))));
        }
        for (place, writer) in &mut all {
            place.put(&writer.begin());
        }
        let spoken = matches!(spoken, Format::Human | Format::Concise);
        Ok(Self { all, spoken })
    }

    /// The next plan, in order.
    pub fn plan(&mut self, report: &Report) {
        for (place, writer) in &mut self.all {
            place.put(&writer.plan(report));
        }
    }

    pub fn end(&mut self, end: &End) {
        for (place, writer) in &mut self.all {
            place.put(&writer.end(end));
        }
    }

    /// The end of reports without a plan: programs must find them whole all the same.
    pub fn end_without_plans(&mut self, end: &End) {
        let spoken = self.spoken;
        for (place, writer) in &mut self.all {
            if !(spoken && matches!(place, Place::Screen(_))) {
                place.put(&writer.end(end));
            }
        }
    }

    /// Gives the files their names, when all of them are whole; true when a report could not be written.
    pub fn close(self, args: &CheckArgs, catalog: &Catalog) -> bool {
        let files = self.all.into_iter().filter_map(|(place, _)| match place {
            Place::File(file) => Some(file),
            Place::Screen(_) => None,
        });
        let (whole, torn): (Vec<_>, Vec<_>) =
            files.map(|mut file| (file.is_whole(), file)).partition(|(whole, _)| *whole);
        let mut lost: Vec<PathBuf> = torn.into_iter().map(|(_, file)| file.path().to_path_buf()).collect();
        for (_, file) in whole {
            let path = file.path().to_path_buf();
            if lost.is_empty() && file.finish().is_err() {
                lost.push(path);
            }
        }
        for path in &lost {
            words::complain(catalog, Text::new("report-lost").with("path", name(path)), None);
        }
        if !lost.is_empty() {
            forget(args);
        }
        !lost.is_empty()
    }
}

/// Takes away the reports of an earlier run: this one has none, and they must not be taken for it.
pub fn forget(args: &CheckArgs) {
    let asked = args.report.iter().filter_map(|given| kind(given).ok());
    for target in asked.filter_map(|(_, path)| target(path, args, &[]).ok()) {
        if target.is_file() && !is_of_system(&target) {
            let _ = std::fs::remove_file(target);
        }
    }
}

/// The same for a command that could not be read, as far as it names reports. What else stands there may be a plan.
pub fn forget_said(words: &[OsString]) {
    let words: Vec<&str> = words.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let is_own =
        |name: &str| name.strip_prefix("--").is_some_and(|n| n == "report" || dutch::option("report") == Some(n));
    let behind = |at: usize, word: &&str| match word.split_once('=') {
        Some((name, value)) if is_own(name) => Some(value.to_owned()),
        _ if is_own(word) => words.get(at + 1).map(|value| (*value).to_owned()),
        _ => None,
    };
    let report: Vec<String> = words.iter().enumerate().filter_map(|(at, word)| behind(at, word)).collect();
    let plans = words.iter().filter(|word| !report.iter().any(|own| own == *word)).map(PathBuf::from).collect();
    forget(&CheckArgs { plans, report, ..CheckArgs::default() });
}

/// The file that a report is written to: no link, nor behind one, and nothing that is read here.
fn target(given: &str, args: &CheckArgs, contexts: &[Arc<Context>]) -> Result<PathBuf, Stop> {
    let path = Path::new(given);
    let whole = folded(path);
    if is_of_system(&whole) {
        return Ok(whole);
    }
    not_through_link(path)?;
    if whole.is_dir() {
        return Err(refused("report-over-folder", "report-twice-help", path));
    }
    let named = |other: &Option<PathBuf>| other.as_ref().is_some_and(|other| same(other, &whole));
    let read = is_yaml(path)
        || ends_in(path, &["regioplan", "bronnen"])
        || path.file_name().is_some_and(|name| name == settings::FILE || name == ".gitignore")
        || fence::is_of_git(&whole)
        || [&args.config.config, &args.files_from, &args.waivers].into_iter().any(named)
        || args.plans.iter().any(|plan| same(plan, &whole))
        || args.regioplan.as_ref().is_some_and(|given| same(Path::new(given), &whole))
        || whole.exists() && !whole.is_file()
        || whole.exists() && (is_of_settings(&whole, args, contexts) || other_form::is_plan(&whole));
    if read { Err(refused("report-over-file", "report-twice-help", path)) } else { Ok(whole) }
}

/// Whether settings name a file: those of the plans, of this folder and of its own. Of settings that cannot be read, whether it
/// stands in them.
fn is_of_settings(whole: &Path, args: &CheckArgs, contexts: &[Arc<Context>]) -> bool {
    let plans = args.plans.iter().map(|path| if path.is_dir() { path.as_path() } else { folder_of(path) });
    let folders: BTreeSet<PathBuf> = plans.chain([Path::new("."), folder_of(whole)]).map(folded).collect();
    let found = folders.iter().flat_map(|folder| own::files(&args.config, folder)).map(|(file, _)| file);
    let known = contexts.iter().flat_map(|context| &context.layers);
    let known = known.filter_map(|layer| Some(layer.file.as_ref()?.0.clone()));
    let all: BTreeSet<PathBuf> = found.chain(known).collect();
    all.iter().any(|file| same(file, whole) || names(file, whole))
}

fn names(file: &Path, whole: &Path) -> bool {
    let Ok(source) = files::source(file, By::Way) else { return false };
    let (found, problems) = settings::read(&source.text);
    let named = [&found.waivers, &found.decisions, &found.template].into_iter().flatten();
    let base = folder_of(file);
    let own = whole.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let stands = || ['"', '\''].into_iter().any(|sign| source.text.contains(&format!("{own}{sign}")));
    named.map(|at| stored(folded(&base.join(&at.value)))).any(|path| same(&path, whole))
        || !problems.is_empty() && stands()
}

/// Whether a path is a place of the system itself, such as `/dev/stderr`.
fn is_of_system(path: &Path) -> bool {
    path.starts_with("/dev") || path.starts_with("/proc")
}

fn refused(text: &'static str, help: &'static str, path: &Path) -> Stop {
    Stop::Said(Text::new(text).with("path", name(path)), Some(Text::new(help)))
}

/// The file in which GitHub Actions gathers the summary of a job, when it runs this program.
fn summary() -> Option<Place> {
    let path = std::env::var("GITHUB_STEP_SUMMARY").ok().filter(|path| !path.is_empty())?;
    Growing::appending(Path::new(&path)).ok().map(Place::File)
}

/// `sarif=out.sarif`
fn kind(given: &str) -> Result<(Format, &str), Stop> {
    let found = given.split_once('=').filter(|(_, path)| !path.is_empty());
    let of_word = |word: &str| Format::ALL.into_iter().find(|form| form.word() == word);
    found.and_then(|(word, path)| Some((of_word(word)?, path))).ok_or_else(|| {
        let known = Format::ALL.map(Format::word);
        let text = Text::new("usage-value").with("found", given).with("argument", "--report");
        Stop::Said(text, Some(Text::new("usage-report-help").with("names", Arg::words(known, Join::Comma))))
    })
}
