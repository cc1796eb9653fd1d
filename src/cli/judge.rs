//! One file -> a report on it: read, judged by the regioplan that holds for it, with settings and exceptions laid over.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::check::{Circumstances, check};
use crate::diagnostic::Text;
use crate::model::{PRACTICE, Regioplan};
use crate::plan::{self, Document, Issue, Plan, Value};
use crate::report::{self, Finding, Report};
use crate::source::{Source, Span};

use super::amend::{Amended, amend};
use super::choose::{Stop, for_plan};
use super::context::Context;
use super::files;
use super::selection::Selected;

/// How a run judges.
pub struct Manner {
    /// The reference date that the user gives.
    pub as_of: Option<Date>,
    /// The reference date of a plan that has none.
    pub today: Date,
    pub accounting: bool,
    /// The name of a plan from standard input.
    pub stdin_name: Option<String>,
}

/// What a file turned out to be.
pub enum Looked {
    Judged(Box<Judged>),
    /// It holds no practice plan.
    Other,
    /// The figures of a region, which often stand beside its plans.
    Figures,
    /// A list of exceptions that no settings name.
    Exceptions,
}

/// A judged plan.
pub struct Judged {
    pub report: Report,
    pub amended: Amended,
    /// The AGB code of the practice.
    pub practice: Option<String>,
}

impl Manner {
    /// Looks at one file.
    pub fn look(&self, file: &Selected) -> Result<Looked, Stop> {
        let name = self.name(&file.path);
        let text = match files::read(&file.path) {
            Ok(files::Text::Read(text)) => text,
            Ok(files::Text::TooLarge) => {
                let text = Text::new("yaml-too-large").with("limit", plan::MAX_BYTES / 1024);
                let issue = Issue::new("yaml", Span::at(0), text).help(Text::new("yaml-too-large-help"));
                return Ok(unjudged(Source::new(name, ""), &[issue]));
            }
            Ok(files::Text::NotUtf8(text, at)) => {
                let issue = Issue::new("yaml", Span::new(at, at + 3), Text::new("yaml-not-utf8"))
                    .help(Text::new("yaml-not-utf8-help"));
                return Ok(unjudged(Source::new(name, text), &[issue]));
            }
            // It may have vanished since it was listed.
            Err(_) => {
                let issue = Issue::new("yaml", Span::at(0), Text::new("path-unreadable").with("path", &name))
                    .help(Text::new("path-unreadable-help"));
                return Ok(unjudged(Source::new(name, ""), &[issue]));
            }
        };
        let source = Source::new(name, text);
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(Looked::Figures);
        }
        if !file.named {
            if document.root.is_none() && is_exceptions(&source.text) {
                return Ok(Looked::Exceptions);
            }
            if !plan::may_be_plan(document.root.as_ref(), &source.text) {
                return Ok(Looked::Other);
            }
        }
        self.judge(file, source.clone(), &document)
    }

    fn name(&self, path: &Path) -> String {
        match (&self.stdin_name, path.as_os_str() == "-") {
            (Some(name), true) => name.clone(),
            (None, true) => "-".to_owned(),
            (_, false) => plain(path),
        }
    }

    fn judge(&self, file: &Selected, source: Source, document: &Document<'_>) -> Result<Looked, Stop> {
        let context = &*file.context;
        let Some(root) = &document.root else { return Ok(unjudged(source, &document.issues)) };
        let (frame, _) = plan::frame(root);
        let reference = self.as_of.or(frame.handed_in.map(|(date, _)| date)).unwrap_or(self.today);
        let handed_in = frame.handed_in.map_or(reference, |(date, _)| date);
        let loaded = match for_plan(&context.library, &context.chosen, &frame, handed_in)? {
            Ok(loaded) => loaded,
            Err(issue) => {
                let mut issues = document.issues.clone();
                issues.push(*issue);
                return Ok(unjudged(source, &issues));
            }
        };
        let Some(plan) = plan::read(document, &loaded.model, context.library.elsewhere()) else {
            return Ok(unjudged(source, &document.issues));
        };
        let accounting = self.accounting || plan.frame.accounting.is_some_and(|(value, _)| value);
        // A plan from standard input stands where its given name says.
        let at = if file.path.as_os_str() == "-" { PathBuf::from(&source.name) } else { file.path.clone() };
        let folder = at.parent().unwrap_or(Path::new("."));
        let missing_files =
            plan.files.iter().filter(|file| !folder.join(&file.path).is_file()).map(|file| file.path.clone()).collect();
        let outcome = check(&loaded.model, &plan, &Circumstances { reference, accounting, missing_files });
        let mut notes: Vec<Text> = outcome.notes.iter().map(|note| note.text.clone()).collect();
        if let (true, Some(year)) = (accounting, outcome.year) {
            notes.insert(0, Text::new("note-accounting").with("year", year));
        }
        if let Some(named) = plan.frame.regioplan.as_ref().filter(|named| named.id != loaded.model.id) {
            let note = Text::new("note-other-region").with("named", &named.id).with("id", &loaded.model.id);
            notes.insert(0, note);
        }
        let agb = of_practice(&loaded.model, &plan, "agb");
        let mut findings = report::resolve(&loaded.model, &plan, &outcome);
        let amended = self.amend(&mut findings, &loaded.model.id, agb.as_deref(), context);
        Ok(Looked::Judged(Box::new(Judged {
            report: Report {
                findings,
                source,
                plan: true,
                judged: Some(loaded.judged.clone()),
                reference: Some(reference),
                practice: of_practice(&loaded.model, &plan, "naam"),
                year: outcome.year,
                notes,
            },
            amended,
            practice: agb,
        })))
    }

    fn amend(&self, findings: &mut [Finding], region: &str, practice: Option<&str>, context: &Context) -> Amended {
        if context.levels.is_empty() && context.waivers.is_none() {
            return Amended::default();
        }
        amend(findings, Some(region), practice, context, self.today)
    }
}

/// A path as a person writes it, without `./` before it.
pub fn plain(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// A text of the practice.
fn of_practice(model: &Regioplan, plan: &Plan, field: &str) -> Option<String> {
    let field = model.record(PRACTICE)?.position(field)?;
    match &plan.practice.entry(field)?.value {
        Value::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Whether a text is a list of exceptions: each begins with a dash, and says who agreed.
fn is_exceptions(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---");
    first.is_some_and(|line| line.starts_with('-')) && text.contains("akkoord:") && text.contains("regel:")
}

fn unjudged(source: Source, issues: &[Issue]) -> Looked {
    let report = refused(source, issues);
    Looked::Judged(Box::new(Judged { report, amended: Amended::default(), practice: None }))
}

/// The report on a file that could not be judged.
pub fn refused(source: Source, issues: &[Issue]) -> Report {
    let mut findings: Vec<Finding> = issues.iter().map(|issue| report::from_issue(issue, None)).collect();
    report::sort(&mut findings);
    Report {
        source,
        plan: true,
        judged: None,
        reference: None,
        practice: None,
        year: None,
        findings,
        notes: Vec::new(),
    }
}
