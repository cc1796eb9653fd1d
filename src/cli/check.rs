//! `mtvp check`: judges plans, many at once, writes the reports, and says how it ended.
//!
//! Files are judged by several threads, some at a time; reports are written in the order of the files, so that
//! the output is the same for any number of threads, and no more than those are held at once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Problem, Text};
use crate::plan::{Issue, nearest};
use crate::report::{self, Catalog, End, Format, Plans, Screen};
use crate::session::{
    Agreed, Asked, Looked, Noticed, Report, Session, Stop, Terms, about_decisions, about_exceptions, refused,
};
use crate::source::{Source, Span};

use super::args::CheckArgs;
use super::context::{Context, Contexts};
use super::doubles::Doubles;
use super::evidence::Evidence;
use super::exit::Exit;
use super::fence;
use super::judge::Judge;
use super::own::Listing;
use super::paths::{folded, folder_of, name, plain, shown, stored};
use super::progress::Progress;
use super::reports::{self, Reports, Spoken};
use super::selection::{self, Selected, Selection};
use super::tally::Tally;
use super::{changed, environment, fix, other_form, output, shown_settings, words};

/// More threads than any computer has use for.
const MOST_THREADS: usize = 256;
/// So many files are judged before their reports are written.
const BATCH: usize = 512;
/// When these have so many findings, the other files of the batch are judged one by one: the reports of plans that mean harm
/// are large, and must not be held by the hundred.
const HELD: usize = 32 * 1024;

pub fn run(args: &CheckArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    checked(args, screen, catalog).inspect_err(|_| reports::forget(args))
}

fn checked(args: &CheckArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let (run, selection) = prepare(args)?;
    if !args.show_settings {
        return run.all(&selection, args, screen, catalog);
    }
    for context in &run.contexts {
        output::print(&shown_settings::shown(context, catalog));
    }
    Ok(Exit::Clean)
}

/// What a run needs besides its files.
struct Run {
    judge: Judge,
    /// The folder that paths in reports for programs begin at.
    root: PathBuf,
    contexts: Vec<Arc<Context>>,
    plans: Plans,
    quiet: bool,
    threads: usize,
}

fn prepare(args: &CheckArgs) -> Result<(Run, Selection), Stop> {
    let as_of = environment::as_of(args.as_of.as_deref())?;
    let today = as_of.unwrap_or_else(environment::today);
    let root = root();
    let mut contexts = Contexts::new(args, today);
    let terms = Terms { as_of, today, accounting: args.verantwoording, asked: Asked::All };
    let selection = if args.show_settings {
        let at = args.plans.first().map_or(Path::new("."), PathBuf::as_path);
        contexts.of(if at.is_dir() { at } else { folder_of(at) })?;
        Selection::default()
    } else {
        selection::select(args, &mut contexts, &terms, &root)?
    };
    let contexts: Vec<Arc<Context>> = contexts.all().cloned().collect();
    let stdin_name = args.stdin_filename.clone();
    let plans = if selection.files.len() > 1 { Plans::Many } else { Plans::One };
    let terms = Terms { asked: asked(args, &contexts), ..terms };
    let evidence = Evidence::remembering(!selection.walked.others.is_empty()).among(selection.kept.clone());
    let doubles = Doubles::among(&selection.files, &selection.beside, &terms);
    // One line for each finding has no room for what to do.
    let advises = !matches!(args.format, Format::Concise) || !args.report.is_empty();
    let judge = Judge { terms, stdin_name, evidence, doubles, advises };
    let (quiet, threads) = (args.quiet, args.threads.unwrap_or(0));
    let root = selection.root.clone();
    Ok((Run { judge, root, contexts, plans, quiet, threads }, selection))
}

/// How much of the findings the reports of this run say.
fn asked(args: &CheckArgs, contexts: &[Arc<Context>]) -> Asked {
    // A severity of the settings, or a decision, may make something urgent that was not.
    let changes = |agreed: &Agreed| !agreed.levels.is_empty() || agreed.decisions.is_some();
    if !args.report.is_empty() || contexts.iter().any(|context| changes(&context.session.agreed)) {
        return Asked::All;
    }
    match args.format {
        Format::Human | Format::Concise if args.quiet && !args.statistics => Asked::Urgent,
        Format::Human if !args.pending && !args.statistics => Asked::LaterCounted,
        Format::Human => Asked::LaterByTitle,
        _ => Asked::All,
    }
}

/// The root of the repository in which one stands, else this folder.
pub fn root() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors().find(|above| above.join(".git").exists()).unwrap_or(&here).to_path_buf()
}

impl Run {
    fn all(&self, selection: &Selection, args: &CheckArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
        if args.fix {
            let changed = fix::all(&selection.files, &self.judge, args.diff, catalog)?;
            if args.diff {
                // Nothing is judged, so there is no report, nor one of before.
                reports::forget(args);
                for (_, issue) in unseen(selection, args) {
                    words::complain(catalog, issue.problem.message, issue.problem.help);
                }
                return Ok(match (selection.is_partial(), selection.files.is_empty()) {
                    (true, _) => Exit::Failed,
                    (false, true) => nothing(selection, args, &Tally::default(), catalog),
                    (false, false) if changed > 0 => Exit::Violations,
                    (false, false) => Exit::Clean,
                });
            }
        }
        let options = report::Options { quiet: args.quiet, plans: self.plans, pending: args.pending };
        let mended = args.fix && selection.files.iter().any(|file| file.path.as_os_str() == "-");
        let spoken = if mended { Spoken::Aside } else { Spoken::Out };
        let mut reports =
            Reports::open(args, spoken, &self.contexts, options, self.judge.terms.today, screen, catalog)?;
        let mut tally = Tally::default();
        self.look(selection, &mut reports, &mut tally, screen, catalog)?;
        self.other_forms(selection, &mut reports, &mut tally);
        tally.unkept = self.judge.evidence.unkept();
        // A person at the screen is told; a report that is kept must have it among what was found.
        let told = args.report.is_empty() && matches!(args.format, Format::Human | Format::Concise);
        for (path, issue) in unseen(selection, args) {
            if told {
                words::complain(catalog, issue.problem.message, issue.problem.help);
                continue;
            }
            self.about_file(refused(Source::new(plain(path), String::new()), &[issue]), path, &mut reports, &mut tally);
        }
        if tally.totals.plans == 0 && !selection.exceptions {
            let exit = nothing(selection, args, &tally, catalog);
            return Ok(unplanned(reports, selection, &tally, exit, args, catalog));
        }
        self.about_listing(Listing::Exceptions, selection, &mut reports, &mut tally);
        self.about_listing(Listing::Decisions, selection, &mut reports, &mut tally);
        let failed = self.about_levels(&tally, screen, catalog) || tally.figures || selection.is_partial();
        let exit = match (failed, tally.failing > 0 && !args.exit_zero) {
            (true, _) => Exit::Failed,
            (false, true) => Exit::Violations,
            (false, false) => Exit::Clean,
        };
        if self.quiet {
            tally.totals.pending = 0;
        }
        reports.end(&End {
            totals: tally.totals,
            passed: passed(selection, &tally),
            notes: noted(selection, &tally, exit),
            exit: exit.code(),
        });
        if args.statistics {
            output::complain(&report::statistics(&tally.rules, &passed(selection, &tally), catalog));
        }
        Ok(if reports.close(args, catalog) { Exit::Failed } else { exit })
    }

    /// Reports on files that may be a plan in another form, and on evidence that surely is one.
    fn other_forms(&self, selection: &Selection, reports: &mut Reports<'_>, tally: &mut Tally) {
        let named = |path: &Path| self.judge.evidence.names(path) || selection.evidence.contains(&folded(path));
        let issue = |path: &PathBuf| other_form::issue(path, named(path));
        let found: Vec<_> = selection.walked.others.par_iter().map(issue).collect();
        for (path, found) in selection.walked.others.iter().zip(found) {
            let Some((source, issue)) = found else { continue };
            self.about_file(refused(source, &[issue]), path, reports, tally);
        }
    }

    /// Reports on a file of which nothing was judged.
    fn about_file(&self, mut report: Report, path: &Path, reports: &mut Reports<'_>, tally: &mut Tally) {
        report.place(&shown(&self.root, path));
        report.strict = self.contexts.iter().any(|context| context.session.agreed.strict);
        reports.plan(&report);
        tally.count(&report);
    }

    /// Judges all files, some at a time.
    fn look(
        &self,
        selection: &Selection,
        reports: &mut Reports<'_>,
        tally: &mut Tally,
        screen: Screen,
        catalog: &Catalog,
    ) -> Result<(), Stop> {
        let mut progress = Progress::new(selection.files.len(), screen.ascii);
        let pool = (self.threads > 0)
            .then(|| rayon::ThreadPoolBuilder::new().num_threads(self.threads.min(MOST_THREADS)).build());
        for batch in selection.files.chunks(BATCH) {
            let held = AtomicUsize::new(0);
            let look_at = |file| -> Result<Option<Looked>, Stop> {
                if held.load(Ordering::Relaxed) > HELD {
                    return Ok(None);
                }
                let looked = self.judge.look(file)?;
                held.fetch_add(findings(&looked), Ordering::Relaxed);
                Ok(Some(looked))
            };
            let look = || batch.par_iter().map(look_at).collect::<Result<Vec<Option<Looked>>, Stop>>();
            let looked = match &pool {
                Some(Ok(pool)) => pool.install(look)?,
                None | Some(Err(_)) => look()?,
            };
            progress.around(|| self.write(batch, looked, reports, tally, catalog))?;
            progress.add(batch.len());
        }
        progress.finish();
        Ok(())
    }

    fn write(
        &self,
        batch: &[Selected],
        looked: Vec<Option<Looked>>,
        reports: &mut Reports<'_>,
        tally: &mut Tally,
        catalog: &Catalog,
    ) -> Result<(), Stop> {
        for (file, looked) in batch.iter().zip(looked) {
            let looked = looked.map_or_else(|| self.judge.look(file), Ok)?;
            match looked {
                Looked::Judged(judged) => {
                    tally.add(&judged, self.number(&file.context));
                    self.report(judged.report, reports);
                }
                Looked::Figures if file.named => {
                    let text = Text::new("figures-no-plan").with("path", name(&file.path));
                    words::complain(catalog, text, Some(Text::new("figures-no-plan-help")));
                    tally.figures = true;
                }
                Looked::Figures | Looked::Other => tally.other += 1,
                Looked::Exceptions => tally.exceptions.push(name(&file.path)),
                Looked::Decisions => tally.decisions.push(name(&file.path)),
            }
        }
        Ok(())
    }

    /// Who asks for little reads only what is to be done now.
    fn report(&self, mut report: Report, reports: &mut Reports<'_>) {
        if self.quiet {
            report.findings.retain(report::is_urgent);
            report.nearest = None;
        }
        reports.plan(&report);
    }

    fn number(&self, context: &Arc<Context>) -> usize {
        self.contexts.iter().position(|one| Arc::ptr_eq(one, context)).unwrap_or(0)
    }

    /// Reports on the lists of the region, each file once, whichever settings name it.
    fn about_listing(&self, listing: Listing, selection: &Selection, reports: &mut Reports<'_>, tally: &mut Tally) {
        for group in self.by_file(listing) {
            let mut noticed = Noticed { in_part: self.judge.doubles.in_part().clone(), ..Noticed::default() };
            for number in &group {
                noticed.join(tally.noticed(*number));
            }
            let contexts: Vec<&Context> =
                group.iter().filter_map(|number| self.contexts.get(*number)).map(AsRef::as_ref).collect();
            if contexts.iter().all(|context| Self::is_left_out(context, listing, selection)) {
                continue;
            }
            noticed.absent = contexts.first().map(|context| absent(context, listing, selection)).unwrap_or_default();
            // Where no plan was looked at, or each was left out, nothing is known of what the region agreed.
            let saw_all = |context: &&Context| Self::saw_all(context, listing, selection);
            let all = noticed.looked && contexts.iter().all(saw_all);
            let sessions: Vec<&Session> = contexts.iter().map(|context| &context.session).collect();
            let said = match listing {
                Listing::Exceptions => about_exceptions(&sessions, &noticed, all, self.judge.terms.today),
                Listing::Decisions => about_decisions(&sessions, &noticed, all, self.judge.terms.today),
            };
            if let Some(mut report) = said {
                let path = shown(&self.root, Path::new(&report.source.name));
                report.place(&path);
                report.strict = sessions.iter().any(|session| session.agreed.strict);
                tally.count(&report);
                self.report(report, reports);
            }
        }
    }

    /// Whether a pattern leaves out the folder in which a list stands. Who names that folder means what is in it.
    fn is_left_out(context: &Context, listing: Listing, selection: &Selection) -> bool {
        let Some(file) = context.file_of(listing) else { return false };
        let whole = folded(file);
        let meant = |folder: &PathBuf| whole.starts_with(folder) && context.leaves_out(folder);
        context.leaves_out(file) && !selection.whole.iter().any(meant)
    }

    /// The numbers of the contexts, together when they name the same file.
    fn by_file(&self, listing: Listing) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = Vec::new();
        let mut known: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for (number, context) in self.contexts.iter().enumerate() {
            let Some(file) = context.file_of(listing) else { continue };
            let real = file.canonicalize().unwrap_or_else(|_| folded(file));
            let at = *known.entry(real).or_insert(groups.len());
            match groups.get_mut(at) {
                Some(numbers) => numbers.push(number),
                None => groups.push(vec![number]),
            }
        }
        groups
    }

    /// Whether every plan was looked at that a list of these settings can be for. A file outside the folder of the
    /// settings may be named by others too: then only a search through its own folder sees them all.
    fn saw_all(context: &Context, listing: Listing, selection: &Selection) -> bool {
        let searched = |path: &Path| selection.whole.iter().any(|folder| path.starts_with(folder));
        let shared = context.outside(listing).is_some_and(|file| !searched(&file));
        selection.unchanged == 0 && !shared && searched(&context.base_of(listing))
    }

    /// Complains about levels that lower without a reason; true when there are any. Settings share those above them: each is
    /// told once.
    fn about_levels(&self, tally: &Tally, screen: Screen, catalog: &Catalog) -> bool {
        let mut told: BTreeMap<Option<&Path>, Told<'_>> = BTreeMap::new();
        for (number, context) in self.contexts.iter().enumerate() {
            for level in tally.noticed(number).unreasoned {
                let file = context.origins.get(level).and_then(|layer| layer.file.as_ref());
                let of_file = told.entry(file.map(|(path, _)| path.as_path())).or_default();
                of_file.0 = file.map(|(_, source)| source);
                let problems = context.session.agreed.without_reason(std::iter::once(&level));
                of_file.1.extend(problems.into_iter().map(|problem| (problem.primary.span, problem)));
            }
        }
        let any = !told.is_empty();
        for (source, problems) in told.into_values() {
            let problems: Vec<Problem> = problems.into_values().collect();
            match source {
                Some(source) => output::complain(&report::problems(source, &problems, screen, catalog)),
                None => problems.into_iter().for_each(|found| {
                    words::complain(catalog, found.message, found.help);
                }),
            }
        }
        any
    }
}

/// The files that a list of the region names and that are not there, each with the plan of this run that may be meant.
fn absent(context: &Context, listing: Listing, selection: &Selection) -> BTreeMap<String, Option<String>> {
    let Some(list) = context.file_of(listing) else { return BTreeMap::new() };
    let Agreed { waivers, decisions, .. } = &context.session.agreed;
    let named: Vec<&String> = match listing {
        Listing::Exceptions => {
            waivers.iter().flat_map(|read| &read.1.list).filter_map(|one| one.file.as_ref()).collect()
        }
        Listing::Decisions => {
            decisions.iter().flat_map(|read| &read.1.list).filter_map(|one| one.file.as_ref()).collect()
        }
    };
    let folder = folded(folder_of(list));
    // Of what lies outside the repository nothing is told.
    let is_gone = |path: &Path| !fence::leaves(&folder, path) && !path.exists();
    let gone: Vec<&String> = named.into_iter().filter(|file| is_gone(&stored(folder.join(file)))).collect();
    if gone.is_empty() {
        return BTreeMap::new();
    }
    let known: Vec<String> = selection.files.iter().map(|file| shown(&folder, &file.path)).collect();
    let known: Vec<&str> = known.iter().map(String::as_str).collect();
    let meant = |file: &str| {
        let with_slashes = file.replace('\\', "/");
        known.iter().find(|path| **path == with_slashes).copied().or_else(|| nearest(&with_slashes, &known))
    };
    gone.into_iter().map(|file| (file.clone(), meant(file).map(str::to_owned))).collect()
}

/// A file of settings, none for flags, and what is wrong in it.
type Told<'s> = (Option<&'s Source>, BTreeMap<Span, Problem>);

/// How many findings there are to report.
fn findings(looked: &Looked) -> usize {
    match looked {
        Looked::Judged(judged) => judged.report.findings.len(),
        Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => 0,
    }
}

/// Ends reports in which no plan stands.
fn unplanned(
    mut reports: Reports<'_>,
    selection: &Selection,
    tally: &Tally,
    exit: Exit,
    args: &CheckArgs,
    catalog: &Catalog,
) -> Exit {
    let notes = noted(selection, tally, exit);
    let passed = passed(selection, tally);
    reports.end_without_plans(&End { totals: tally.totals, passed, notes, exit: exit.code() });
    if reports.close(args, catalog) { Exit::Failed } else { exit }
}

/// How many files were passed over, by reason.
fn passed(selection: &Selection, tally: &Tally) -> Vec<(&'static str, usize)> {
    let walked = &selection.walked;
    let all = [
        ("other", tally.other),
        ("excluded", selection.excluded),
        ("unchanged", selection.unchanged),
        ("ignored", walked.passed.ignored),
        ("hidden", walked.passed.hidden),
        ("linked", walked.links.len()),
        ("submodule", walked.absent.len()),
        ("sparse", walked.sparse.len()),
        ("outside", walked.outside.len()),
        ("unreadable", walked.unread.len()),
    ];
    all.into_iter().filter(|(_, count)| *count > 0).collect()
}

/// The paths that could not be looked at, with why and what to do.
fn unseen<'s>(selection: &'s Selection, args: &CheckArgs) -> impl Iterator<Item = (&'s PathBuf, Issue)> {
    let issue = |text: Text, help: Text| Issue::new("yaml", Span::at(0), text).help(help);
    // A revision is written behind `=`, so that a plan cannot be taken for one.
    let latest = args.changed.as_deref() == Some(changed::LATEST);
    let missing = selection.missing.iter().map(move |path| {
        let help = if latest { "path-missing-changed-help" } else { "path-missing-help" };
        let text = Text::new("path-missing").with("path", name(path));
        (path, issue(text, Text::new(help).with("path", name(path))))
    });
    let unread = selection.walked.unread.iter().map(move |path| {
        (path, issue(Text::new("path-unreadable").with("path", short(path)), Text::new("path-unreadable-help")))
    });
    let not_put = selection.not_put.iter().map(move |path| {
        (path, issue(Text::new("path-not-put").with("path", name(path)), Text::new("path-not-put-help")))
    });
    missing.chain(not_put).chain(unread)
}

/// What a reader must know of the run as a whole: first that it is not whole.
fn noted(selection: &Selection, tally: &Tally, exit: Exit) -> Vec<Text> {
    let unfinished = match exit {
        Exit::Failed => Some("note-unfinished"),
        Exit::Nothing => Some("note-nothing"),
        Exit::Clean | Exit::Violations => None,
    };
    unfinished.map(Text::new).into_iter().chain(notes(selection, tally)).collect()
}

/// What a reader must know about files that were not judged, besides how many there are.
fn notes(selection: &Selection, tally: &Tally) -> Vec<Text> {
    let links = selection.walked.links.iter().map(|path| Text::new("note-linked").with("path", short(path)));
    let absent = selection.walked.absent.iter().map(|path| Text::new("note-submodule").with("path", short(path)));
    let exceptions = tally.exceptions.iter().map(|path| Text::new("note-exceptions").with("path", path));
    let decisions = tally.decisions.iter().map(|path| Text::new("note-decisions").with("path", path));
    let unkept = tally.unkept.iter().map(|path| Text::new("note-unkept").with("path", short(path)));
    let many = |id: &'static str, paths: &[PathBuf]| {
        let first = paths.first()?;
        Some(Text::new(id).with("count", paths.len()).with("path", short(first)))
    };
    let sparse = many("note-sparse", &selection.walked.sparse);
    let outside = many("note-outside", &selection.walked.outside);
    links.chain(absent).chain(sparse).chain(outside).chain(unkept).chain(exceptions).chain(decisions).collect()
}

/// The name of a path, without the middle of one that nobody would read.
fn short(path: &Path) -> String {
    let whole = plain(path);
    let count = whole.chars().count();
    if count <= 2 * SHOWN {
        return whole;
    }
    let part = |from: usize| whole.chars().skip(from).take(SHOWN).collect::<String>();
    format!("{} … {}", part(0), part(count - SHOWN))
}

/// So many signs of a long path are shown at its begin, and at its end.
const SHOWN: usize = 100;

/// Nothing was judged. That is never green, unless it is known why: no plan differs.
fn nothing(selection: &Selection, args: &CheckArgs, tally: &Tally, catalog: &Catalog) -> Exit {
    if tally.figures || selection.is_partial() {
        return Exit::Failed;
    }
    if args.changed.is_some() && selection.unchanged > 0 || args.also_changed.is_some() {
        let id = if selection.walked.outside.is_empty() { "nothing-changed" } else { "nothing-changed-inside" };
        words::remark(catalog, &Text::new(id).with("count", selection.unchanged));
        for note in notes(selection, tally) {
            words::remark(catalog, &note);
        }
        return Exit::Clean;
    }
    let left_out = selection.excluded + tally.other + selection.walked.passed.ignored + selection.walked.passed.hidden;
    let exit = if left_out == 0 { words::nothing(catalog, "nothing-checked") } else { Exit::Nothing };
    if left_out > 0 {
        words::remark(catalog, &Text::new("nothing-but-others").with("count", left_out));
    }
    for note in notes(selection, tally) {
        words::remark(catalog, &note);
    }
    exit
}
