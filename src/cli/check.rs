//! `mtvp check`: judges plans, many at once, writes the reports, and says how it ended.
//!
//! Files are judged by several threads, some at a time; reports are written in the order of the files, so that
//! the output is the same for any number of threads, and no more than those are held at once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::diagnostic::{Problem, Severity, Text};
use crate::report::{self, Asked, Catalog, End, Plans, Report, Totals};
use crate::source::Span;

use super::args::{CheckArgs, CheckFormat, Cli};
use super::choose::Stop;
use super::context::{Context, Contexts};
use super::exceptions;
use super::judge::{Judged, Looked, Manner};
use super::progress::Progress;
use super::reports::Reports;
use super::selection::{self, Selected, Selection};
use super::shown_settings;
use super::{Exit, output, settings, words};

/// More threads than any computer has use for.
const MOST_THREADS: usize = 256;
/// So many files are judged before their reports are written.
const BATCH: usize = 128;

pub fn run(args: &CheckArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    let done = prepare(args).and_then(|(run, selection)| {
        if args.show_settings { Ok(show_settings(&run, catalog)) } else { run.all(&selection, args, screen, catalog) }
    });
    match done {
        Ok(exit) => exit,
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, screen, catalog),
    }
}

/// What a run needs besides its files.
struct Run {
    manner: Manner,
    contexts: Vec<Arc<Context>>,
    threads: usize,
    /// The plans were those that the settings name.
    by_settings: bool,
}

fn prepare(args: &CheckArgs) -> Result<(Run, Selection), Stop> {
    let as_of = args.as_of.as_deref().map(date).transpose()?;
    let today = as_of.unwrap_or_else(settings::today);
    let mut contexts = Contexts::new(args, today);
    let selection = if args.show_settings {
        let at = args.plans.first().map_or_else(|| std::path::PathBuf::from("."), Clone::clone);
        let folder = if at.is_dir() { at } else { at.parent().unwrap_or(&at).to_path_buf() };
        contexts.of(&folder)?;
        Selection::default()
    } else {
        selection::select(args, &mut contexts)?
    };
    let contexts: Vec<Arc<Context>> = contexts.all().cloned().collect();
    let stdin_name = args.stdin_filename.clone();
    let many = selection.files.len() > 1;
    let asked = asked(args, many, &contexts);
    let by_settings = args.plans.is_empty() && args.files_from.is_none() && args.stdin_filename.is_none();
    let accounting = args.verantwoording;
    let manner = Manner { as_of, today, accounting, stdin_name, root: root(), asked };
    Ok((Run { manner, contexts, threads: args.threads.unwrap_or(0), by_settings }, selection))
}

/// How much of the findings the reports of this run say.
fn asked(args: &CheckArgs, many: bool, contexts: &[Arc<Context>]) -> Asked {
    // A severity of the settings may make something urgent that was not.
    if !args.report.is_empty() || contexts.iter().any(|context| !context.levels.is_empty()) {
        return Asked::All;
    }
    match args.format {
        CheckFormat::Human | CheckFormat::Concise if args.quiet && !args.statistics => Asked::Urgent,
        CheckFormat::Human if many && !args.pending && !args.statistics => Asked::LaterCounted,
        CheckFormat::Human => Asked::LaterByTitle,
        _ => Asked::All,
    }
}

/// The date of `--as-of`.
pub fn date(text: &str) -> Result<Date, Stop> {
    text.parse().map_err(|_| Stop::Said(Text::new("usage-as-of").with("found", text), Some(Text::new("expected-date"))))
}

/// The root of the repository in which one stands, else this folder.
fn root() -> std::path::PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.ancestors()
        .find(|above| above.join(".git").exists())
        .map_or_else(|| here.clone(), std::path::Path::to_path_buf)
}

fn show_settings(run: &Run, catalog: &Catalog) -> Exit {
    for context in &run.contexts {
        output::print(&shown_settings::shown(context, catalog));
    }
    Exit::Clean
}

/// What a run counts.
#[derive(Default)]
struct Tally {
    totals: Totals,
    /// YAML files that hold no practice plan.
    other: usize,
    exceptions: Vec<String>,
    /// Findings that count for the exit status.
    failing: usize,
    /// How often each rule was found, by severity.
    rules: BTreeMap<(Severity, String), usize>,
    /// By context: exceptions that were used or are over, practices that were seen, levels without a reason.
    used: BTreeMap<usize, BTreeSet<usize>>,
    expired: BTreeMap<usize, BTreeSet<usize>>,
    practices: BTreeMap<usize, BTreeSet<String>>,
    unreasoned: BTreeMap<usize, BTreeSet<usize>>,
}

impl Tally {
    fn add(&mut self, judged: &Judged, number: usize, strict: bool) {
        self.count(&judged.report, strict);
        self.used.entry(number).or_default().extend(&judged.amended.used);
        self.expired.entry(number).or_default().extend(&judged.amended.expired);
        self.unreasoned.entry(number).or_default().extend(&judged.amended.unreasoned);
        self.practices.entry(number).or_default().extend(judged.practice.clone());
    }

    fn count(&mut self, report: &Report, strict: bool) {
        self.totals.add(report);
        for finding in report.findings.iter().filter(|finding| finding.suppressed.is_none()) {
            let fails = match finding.severity {
                Severity::Violation => true,
                Severity::Warning => strict,
                Severity::Review | Severity::Pending => false,
            };
            self.failing += usize::from(fails);
            *self.rules.entry((finding.severity, finding.rule.clone())).or_default() += 1;
        }
    }
}

impl Run {
    fn all(
        &self,
        selection: &Selection,
        args: &CheckArgs,
        screen: report::Screen,
        catalog: &Catalog,
    ) -> Result<Exit, Stop> {
        for path in &selection.missing {
            let text = Text::new("path-missing").with("path", path.display().to_string());
            words::stop(catalog, text, Some(Text::new("path-missing-help")));
        }
        let strict = args.strict || self.contexts.iter().any(|context| context.strict);
        let plans = match (selection.files.len() > 1, args.pending) {
            (false, _) => Plans::One,
            (true, false) => Plans::Many,
            (true, true) => Plans::ManyInFull,
        };
        let options = report::Options { quiet: args.quiet, strict, plans };
        let open = || Reports::open(args, options, self.manner.today, screen, catalog);
        let mut tally = Tally::default();
        if selection.files.is_empty() && !selection.exceptions {
            let exit = nothing(selection, args, 0, catalog);
            return Ok(unplanned(open()?, selection, &tally, exit, catalog));
        }
        let mut reports = open()?;
        let mut progress = Progress::new(selection.files.len(), screen.ascii);
        let pool = (self.threads > 0)
            .then(|| rayon::ThreadPoolBuilder::new().num_threads(self.threads.min(MOST_THREADS)).build());
        for batch in selection.files.chunks(BATCH) {
            let look = || batch.par_iter().map(|file| self.manner.look(file)).collect::<Result<Vec<Looked>, Stop>>();
            let looked = match &pool {
                Some(Ok(pool)) => pool.install(look)?,
                None | Some(Err(_)) => look()?,
            };
            progress.around(|| self.write(batch, looked, &mut reports, &mut tally))?;
            progress.add(batch.len());
        }
        progress.finish();
        if tally.totals.plans == 0 && !selection.exceptions {
            let exit = nothing(selection, args, tally.other, catalog);
            return Ok(unplanned(reports, selection, &tally, exit, catalog));
        }
        let unreasoned = self.about_settings(selection, &mut reports, &mut tally, screen, catalog);
        let failed = unreasoned || !selection.missing.is_empty();
        let exit = match (failed, tally.failing > 0 && !args.exit_zero) {
            (true, _) => Exit::Failed,
            (false, true) => Exit::Violations,
            (false, false) => Exit::Clean,
        };
        reports.end(&End {
            totals: tally.totals,
            skipped: tally.other,
            notes: notes(selection, &tally),
            exit: exit.code(),
        });
        if args.statistics {
            output::complain(&report::statistics(&tally.rules, catalog));
        }
        Ok(if reports.close(catalog) { Exit::Failed } else { exit })
    }

    fn write(
        &self,
        batch: &[Selected],
        looked: Vec<Looked>,
        reports: &mut Reports<'_>,
        tally: &mut Tally,
    ) -> Result<(), Stop> {
        for (file, looked) in batch.iter().zip(looked) {
            match looked {
                Looked::Judged(judged) => {
                    reports.plan(&judged.report);
                    tally.add(&judged, self.number(&file.context), file.context.strict);
                }
                Looked::Figures if file.named => {
                    let text = Text::new("figures-no-plan").with("path", file.path.display().to_string());
                    return Err(Stop::Said(text, Some(Text::new("figures-no-plan-help"))));
                }
                Looked::Figures | Looked::Other => tally.other += 1,
                Looked::Exceptions => tally.exceptions.push(file.path.display().to_string()),
            }
        }
        Ok(())
    }

    fn number(&self, context: &Arc<Context>) -> usize {
        self.contexts.iter().position(|one| Arc::ptr_eq(one, context)).unwrap_or(0)
    }

    /// Reports on the files of exceptions, and complaints about levels that lower without a reason.
    fn about_settings(
        &self,
        selection: &Selection,
        reports: &mut Reports<'_>,
        tally: &mut Tally,
        screen: report::Screen,
        catalog: &Catalog,
    ) -> bool {
        let mut unreasoned = false;
        for (number, context) in self.contexts.iter().enumerate() {
            let of = |all: &BTreeMap<usize, BTreeSet<usize>>| all.get(&number).cloned().unwrap_or_default();
            let seen = exceptions::Seen {
                used: of(&tally.used),
                expired: of(&tally.expired),
                practices: tally.practices.get(&number).cloned().unwrap_or_default(),
                all: selection.unchanged == 0
                    && (self.by_settings || selection.whole.iter().any(|folder| context.base.starts_with(folder))),
                today: self.manner.today,
            };
            if let Some(mut report) = exceptions::report(context, &seen) {
                report.path = self.manner.path(std::path::Path::new(&report.source.name));
                reports.plan(&report);
                tally.count(&report, context.strict);
            }
            let levels = of(&tally.unreasoned);
            unreasoned |= !levels.is_empty();
            without_reason(context, &levels, screen, catalog);
        }
        unreasoned
    }
}

fn without_reason(context: &Context, levels: &BTreeSet<usize>, screen: report::Screen, catalog: &Catalog) {
    let problems = levels.iter().filter_map(|number| context.levels.get(*number)).map(|level| {
        let rule = &level.value.rule;
        let help = Text::new("settings-lowered-help").with("rule", rule).with("level", level.value.severity.word());
        Problem::new("instellingen", level.span, Text::new("settings-lowered").with("rule", rule)).help(help)
    });
    let (flags, file): (Vec<Problem>, Vec<Problem>) =
        problems.partition(|problem| problem.primary.span == Span::default());
    for problem in flags {
        words::stop(catalog, problem.message, problem.help);
    }
    if let (Some((_, source)), false) = (&context.file, file.is_empty()) {
        output::complain(&report::problems(source, &file, screen, catalog));
    }
}

/// Ends reports in which no plan stands.
fn unplanned(mut reports: Reports<'_>, selection: &Selection, tally: &Tally, exit: Exit, catalog: &Catalog) -> Exit {
    let notes = notes(selection, tally);
    reports.end_without_plans(&End { totals: tally.totals, skipped: tally.other, notes, exit: exit.code() });
    if reports.close(catalog) { Exit::Failed } else { exit }
}

/// What a reader must know about files that were not judged.
fn notes(selection: &Selection, tally: &Tally) -> Vec<Text> {
    let mut notes = Vec::new();
    if selection.excluded > 0 {
        notes.push(Text::new("note-excluded").with("count", selection.excluded));
    }
    if selection.unchanged > 0 {
        notes.push(Text::new("note-unchanged").with("count", selection.unchanged));
    }
    notes.extend(tally.exceptions.iter().map(|path| Text::new("note-exceptions").with("path", path)));
    notes
}

/// Nothing was judged. That is never green, unless it is known why: no plan differs, or what was handed over is no plan.
fn nothing(selection: &Selection, args: &CheckArgs, other: usize, catalog: &Catalog) -> Exit {
    if !selection.missing.is_empty() {
        return Exit::Failed;
    }
    if args.changed.is_some() && selection.unchanged > 0 {
        output::complain(&format!(
            "{}\n",
            catalog.say(&Text::new("nothing-changed").with("count", selection.unchanged))
        ));
        return Exit::Clean;
    }
    let left_out = selection.excluded + other;
    if left_out == 0 {
        output::complain(&format!("{}\n", catalog.word("nothing-checked")));
        return Exit::Nothing;
    }
    output::complain(&format!("{}\n", catalog.say(&Text::new("nothing-but-others").with("count", left_out))));
    if args.force_exclude { Exit::Clean } else { Exit::Nothing }
}
