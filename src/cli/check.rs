//! `mtvp check`: reads plans, judges them, writes the report, and says how it ended.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::check::{Circumstances, check};
use crate::diagnostic::Text;
use crate::model::{PRACTICE, Regioplan};
use crate::plan::{self, Document, Issue, Plan, Value};
use crate::report::{self, Catalog, Finding, Report, Totals};
use crate::source::{Source, Span};

use super::args::{CheckArgs, CheckFormat, Cli};
use super::choose::{Chosen, Stop, for_check, for_plan};
use super::evidence;
use super::files::{self, NoFiles};
use super::library::Library;
use super::{Exit, output, settings, words};

pub fn run(args: &CheckArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    match reports(args) {
        Ok((reports, missing, today)) => {
            for path in &missing {
                let text = Text::new("path-missing").with("path", path.display().to_string());
                words::stop(catalog, text, Some(Text::new("path-missing-help")));
            }
            if reports.is_empty() && !missing.is_empty() {
                return Exit::Failed;
            }
            if reports.is_empty() {
                output::complain(&format!("{}\n", catalog.word("nothing-checked")));
                return Exit::Nothing;
            }
            output::print(&write(args, &reports, today, screen, catalog));
            if missing.is_empty() { verdict(&reports, args.strict) } else { Exit::Failed }
        }
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, screen, catalog),
    }
}

fn verdict(reports: &[Report], strict: bool) -> Exit {
    let totals = Totals::of(reports);
    if totals.violations > 0 || strict && totals.warnings > 0 { Exit::Violations } else { Exit::Clean }
}

fn write(args: &CheckArgs, reports: &[Report], today: Date, screen: report::Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    let write = |out: &mut String, one: &Report| match args.format {
        CheckFormat::Concise => out.push_str(&report::concise(one, catalog)),
        CheckFormat::Human | CheckFormat::Json => out.push_str(&report::human(one, screen, catalog)),
    };
    if args.format == CheckFormat::Json {
        return report::json(reports, today, catalog);
    }
    for one in reports {
        if args.quiet { write(&mut out, &without_later(one)) } else { write(&mut out, one) }
    }
    if !args.quiet {
        for one in reports {
            out.push_str(&report::file_line(one, catalog));
            out.push('\n');
        }
        out.push_str(&report::total_line(Totals::of(reports), catalog));
        out.push('\n');
    }
    out
}

/// With `--quiet` only what needs doing now is shown.
fn without_later(report: &Report) -> Report {
    use crate::diagnostic::Severity;
    Report {
        source: report.source.clone(),
        judged: report.judged.clone(),
        reference: report.reference,
        practice: report.practice.clone(),
        year: report.year,
        findings: report
            .findings
            .iter()
            .filter(|f| matches!(f.severity, Severity::Violation | Severity::Warning))
            .cloned()
            .collect(),
        notes: Vec::new(),
    }
}

/// Everything that judging needs besides the plan.
struct Run {
    library: Library,
    chosen: Chosen,
    as_of: Option<Date>,
    today: Date,
    accounting: bool,
}

fn reports(args: &CheckArgs) -> Result<(Vec<Report>, Vec<PathBuf>, Date), Stop> {
    let as_of =
        match &args.as_of {
            None => None,
            Some(text) => Some(text.parse::<Date>().map_err(|_| {
                Stop::Said(Text::new("usage-as-of").with("found", text), Some(Text::new("expected-date")))
            })?),
        };
    let today = as_of.unwrap_or_else(settings::today);
    let (library, chosen) = for_check(args.regioplan.as_deref(), today)?;
    let run = Run { library, chosen, as_of, today, accounting: args.verantwoording };
    let paths = match (args.plans.is_empty(), args.stdin_filename.is_some()) {
        (true, true) => vec![PathBuf::from("-")],
        (true, false) => vec![PathBuf::from(".")],
        (false, _) => args.plans.clone(),
    };
    let odd = paths.iter().find(|path| path.extension().is_some_and(|ext| ext == "regioplan" || ext == "bronnen"));
    if let Some(path) = odd {
        let text = Text::new("not-a-plan").with("path", path.display().to_string());
        return Err(Stop::Said(text, Some(Text::new("not-a-plan-help").with("path", path.display().to_string()))));
    }
    let (found, missing) = files::find(&paths).map_err(|NoFiles::Unreadable(path)| {
        let message = Text::new("path-unreadable").with("path", path.display().to_string());
        Stop::Said(message, Some(Text::new("path-unreadable-help")))
    })?;
    let mut reports = Vec::with_capacity(found.len());
    for path in &found {
        let name = match (&args.stdin_filename, path.as_os_str() == "-") {
            (Some(name), true) => name.clone(),
            (None, true) => "-".to_owned(),
            (_, false) => path.display().to_string(),
        };
        // The figures of a region often stand beside its plans.
        match run.file(path, &name)? {
            Some(report) => reports.push(report),
            None if paths.contains(path) => {
                let text = Text::new("figures-no-plan").with("path", &name);
                return Err(Stop::Said(text, Some(Text::new("figures-no-plan-help"))));
            }
            None => {}
        }
    }
    Ok((reports, missing, today))
}

impl Run {
    /// The report on one file; none for the figures of a region.
    fn file(&self, path: &Path, name: &str) -> Result<Option<Report>, Stop> {
        let text = match files::read(path) {
            Ok(files::Text::Read(text)) => text,
            Ok(files::Text::TooLarge) => {
                let text = Text::new("yaml-too-large").with("limit", plan::MAX_BYTES / 1024);
                let issue = Issue::new("yaml", Span::at(0), text).help(Text::new("yaml-too-large-help"));
                return Ok(Some(unreadable(Source::new(name, ""), issue)));
            }
            Ok(files::Text::NotUtf8(text, at)) => {
                let issue = Issue::new("yaml", Span::new(at, at + 3), Text::new("yaml-not-utf8"))
                    .help(Text::new("yaml-not-utf8-help"));
                return Ok(Some(unreadable(Source::new(name, text), issue)));
            }
            Err(_) => {
                let text = Text::new("path-unreadable").with("path", name);
                let issue = Issue::new("yaml", Span::at(0), text).help(Text::new("path-unreadable-help"));
                return Ok(Some(unreadable(Source::new(name, ""), issue)));
            }
        };
        let source = Source::new(name, text);
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(None);
        }
        self.judge(path, source.clone(), &document).map(Some)
    }

    fn judge(&self, path: &Path, source: Source, document: &Document<'_>) -> Result<Report, Stop> {
        let Some(root) = &document.root else { return Ok(refused(source, &document.issues)) };
        let (frame, _) = plan::frame(root);
        let reference = self.as_of.or(frame.handed_in.map(|(date, _)| date)).unwrap_or(self.today);
        let loaded =
            match for_plan(&self.library, &self.chosen, &frame, frame.handed_in.map_or(reference, |(date, _)| date))? {
                Ok(loaded) => loaded,
                Err(issue) => {
                    let mut issues = document.issues.clone();
                    issues.push(*issue);
                    return Ok(refused(source, &issues));
                }
            };
        let elsewhere = self.library.elsewhere();
        let Some(plan) = plan::read(document, &loaded.model, elsewhere) else {
            return Ok(refused(source, &document.issues));
        };
        let accounting = self.accounting || plan.frame.accounting.is_some_and(|(value, _)| value);
        // A plan from standard input stands where its given name says.
        let at = if path.as_os_str() == "-" { Path::new(&source.name) } else { path };
        let folder = at.parent().unwrap_or(Path::new("."));
        let missing_files = evidence::missing(&plan, folder, folder);
        let outcome = check(&loaded.model, &plan, &Circumstances { reference, accounting, missing_files });
        let mut notes: Vec<Text> = outcome.notes.iter().map(|note| note.text.clone()).collect();
        if let (true, Some(year)) = (accounting, outcome.year) {
            notes.insert(0, Text::new("note-accounting").with("year", year));
        }
        if let Some(named) = plan.frame.regioplan.as_ref().filter(|named| named.id != loaded.model.id) {
            let note = Text::new("note-other-region").with("named", &named.id).with("id", &loaded.model.id);
            notes.insert(0, note);
        }
        Ok(Report {
            findings: report::resolve(&loaded.model, &plan, &outcome),
            source,
            judged: Some(loaded.judged.clone()),
            reference: Some(reference),
            practice: practice(&loaded.model, &plan),
            year: outcome.year,
            notes,
        })
    }
}

fn practice(model: &Regioplan, plan: &Plan) -> Option<String> {
    let field = model.record(PRACTICE)?.position("naam")?;
    match &plan.practice.entry(field)?.value {
        Value::Text(name) => Some(name.clone()),
        _ => None,
    }
}

/// A plan that could not be judged.
pub fn refused(source: Source, issues: &[Issue]) -> Report {
    let mut findings: Vec<Finding> = issues.iter().map(|issue| report::from_issue(issue, None)).collect();
    report::sort(&mut findings);
    Report { source, judged: None, reference: None, practice: None, year: None, findings, notes: Vec::new() }
}

fn unreadable(source: Source, issue: Issue) -> Report {
    refused(source, &[issue])
}
