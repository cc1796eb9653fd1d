//! One file -> a report on it: read, judged by the regioplan that holds for it, with settings and exceptions laid over.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{Circumstances, check_keeping};
use crate::diagnostic::Text;
use crate::model::{PRACTICE, Regioplan};
use crate::plan::{self, Document, Issue, Plan};
use crate::report::{self, Asked, Finding, Report};
use crate::source::{Source, Span};

use super::amend::{Amended, amend};
use super::choose::{Chosen, Stop, for_plan};
use super::context::Context;
use super::evidence::Evidence;
use super::explained;
use super::files;
use super::library::{Library, Loaded};
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
    /// How much of the findings somebody will read.
    pub asked: Asked,
    pub evidence: Evidence,
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

impl Looked {
    /// How many findings there are to report.
    pub fn findings(&self) -> usize {
        match self {
            Self::Judged(judged) => judged.report.findings.len(),
            Self::Other | Self::Figures | Self::Exceptions => 0,
        }
    }
}

/// A judged plan, with settings and exceptions laid over its findings.
pub struct Judged {
    pub report: Report,
    pub amended: Amended,
    /// The AGB code of the practice.
    pub practice: Option<String>,
}

/// A plan and the report on it; with what it rests on, when the plan could be judged.
pub struct Seen {
    pub report: Report,
    pub judgement: Option<Judgement>,
}

/// A plan with the regioplan that judged it.
pub struct Judgement {
    pub loaded: Arc<Loaded>,
    pub plan: Plan,
    pub now: Circumstances,
}

/// Judges texts one by one, without settings.
pub struct Bench {
    pub library: Library,
    pub chosen: Chosen,
    pub manner: Manner,
}

impl Bench {
    /// Judges a text by its name; none for the figures of a region. `is_there` says whether a file exists that the plan
    /// refers to.
    pub fn look(
        &self,
        read: std::io::Result<files::Text>,
        name: &str,
        is_there: &dyn Fn(&str) -> bool,
    ) -> Result<Option<Seen>, Stop> {
        let source = match source(read, name) {
            Ok(source) => source,
            Err(report) => return Ok(Some(Seen { report: *report, judgement: None })),
        };
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(None);
        }
        let missing = |plan: &Plan| {
            plan.files.iter().filter(|file| !is_there(&file.path)).map(|file| file.path.clone()).collect()
        };
        self.manner.judge(&self.library, &self.chosen, source.clone(), &document, &missing).map(Some)
    }
}

impl Manner {
    /// Looks at one file of a run.
    pub fn look(&self, file: &Selected) -> Result<Looked, Stop> {
        let looked = self.look_at(file)?;
        Ok(match looked {
            Looked::Judged(mut judged) => {
                // Nobody points into a plan without findings.
                if judged.report.findings.is_empty() {
                    judged.report.source.text = String::new();
                }
                judged.report.strict = file.context.strict;
                judged.report.path = shown_at(file, &judged.report.source.name);
                Looked::Judged(judged)
            }
            Looked::Other | Looked::Figures | Looked::Exceptions => looked,
        })
    }

    fn look_at(&self, file: &Selected) -> Result<Looked, Stop> {
        let source = match source(files::read(&file.path), &self.name(&file.path)) {
            Ok(source) => source,
            Err(report) => return Ok(judged(*report)),
        };
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
        // A plan from standard input stands where its given name says.
        let at = if file.path.as_os_str() == "-" { PathBuf::from(&source.name) } else { file.path.clone() };
        let folder = at.parent().unwrap_or(Path::new("."));
        let context = &*file.context;
        let missing = |plan: &Plan| self.evidence.missing(plan, folder);
        let seen = self.judge(&context.library, &context.chosen, source.clone(), &document, &missing)?;
        Ok(self.with_settings(seen, context))
    }

    fn with_settings(&self, seen: Seen, context: &Context) -> Looked {
        let Seen { mut report, judgement } = seen;
        let Some(Judgement { loaded, plan, .. }) = &judgement else { return judged(report) };
        if context.levels.is_empty() && context.waivers.is_none() {
            return judged(report);
        }
        let practice = of_practice(&loaded.model, plan, "agb");
        let region = Some(loaded.model.id.as_str());
        let amended = amend(&mut report.findings, region, practice.as_deref(), context, self.today);
        Looked::Judged(Box::new(Judged { report, amended, practice }))
    }

    fn name(&self, path: &Path) -> String {
        match (&self.stdin_name, path.as_os_str() == "-") {
            (Some(name), true) => name.clone(),
            (None, true) => "-".to_owned(),
            (_, false) => plain(path),
        }
    }

    /// Judges one document; `missing` says which files are not there that the plan refers to.
    pub fn judge(
        &self,
        library: &Library,
        chosen: &Chosen,
        source: Source,
        document: &Document<'_>,
        missing: &dyn Fn(&Plan) -> BTreeSet<String>,
    ) -> Result<Seen, Stop> {
        let unjudged = |source, issues: &[Issue]| Ok(Seen { report: refused(source, issues), judgement: None });
        let Some(root) = &document.root else { return unjudged(source, &document.issues) };
        let framed = plan::frame(root);
        let frame = &framed.0;
        let reference = self.as_of.or(frame.handed_in.map(|(date, _)| date)).unwrap_or(self.today);
        let handed_in = frame.handed_in.map_or(reference, |(date, _)| date);
        let loaded = match for_plan(library, chosen, frame, handed_in)? {
            Ok(loaded) => loaded,
            Err(issue) => {
                let mut issues = document.issues.clone();
                issues.push(*issue);
                return unjudged(source, &issues);
            }
        };
        let Some(plan) = plan::read_framed(document, framed, &loaded.model, library.elsewhere()) else {
            return unjudged(source, &document.issues);
        };
        let accounting = self.accounting || plan.frame.accounting.is_some_and(|(value, _)| value);
        let now = Circumstances { reference, accounting, missing_files: missing(&plan) };
        let outcome = check_keeping(&loaded.model, &plan, &now, self.asked.keep());
        let mut notes: Vec<Text> = outcome.notes.iter().map(|note| note.text.clone()).collect();
        if let (true, Some(year)) = (accounting, outcome.year) {
            notes.insert(0, Text::new("note-accounting").with("year", year));
        }
        if let Some(named) = plan.frame.regioplan.as_ref().filter(|named| named.id != loaded.model.id) {
            let note = Text::new("note-other-region").with("named", &named.id).with("id", &loaded.model.id);
            notes.insert(0, note);
        }
        let mut findings = report::resolve_asked(&loaded.model, &plan, &outcome, self.asked);
        explained::name_file(&mut findings, &loaded.judged);
        let report = Report {
            findings,
            pending: self.asked.counted(&outcome),
            path: source.name.clone(),
            source,
            plan: true,
            strict: false,
            judged: Some(Arc::clone(&loaded.judged)),
            model: Some(Arc::clone(&loaded.model)),
            reference: Some(reference),
            practice: of_practice(&loaded.model, &plan, "naam"),
            year: outcome.year,
            notes,
        };
        Ok(Seen { report, judgement: Some(Judgement { loaded, plan, now }) })
    }
}

/// The text of a file by its name; or the report that it cannot be read.
pub fn source(read: std::io::Result<files::Text>, name: &str) -> Result<Source, Box<Report>> {
    let refuse = |text: &str, span, message: Text, help| {
        let issue = Issue::new("yaml", span, message).help(Text::new(help));
        Box::new(refused(Source::new(name, text), &[issue]))
    };
    match read {
        Ok(files::Text::Read(text) | files::Text::NotUtf8(text, _)) if files::is_document(&text) => {
            Err(refuse("", Span::at(0), Text::new("yaml-document"), "file-help-document"))
        }
        Ok(files::Text::Read(text)) => Ok(Source::new(name, text)),
        Ok(files::Text::TooLarge) => {
            let message = Text::new("yaml-too-large").with("limit", plan::MAX_BYTES / 1024);
            Err(refuse("", Span::at(0), message, "yaml-too-large-help"))
        }
        Ok(files::Text::NotUtf8(text, _)) if files::is_wide(&text) => {
            Err(refuse("", Span::at(0), Text::new("yaml-utf16"), "yaml-not-utf8-help"))
        }
        Ok(files::Text::NotUtf8(text, at)) => {
            Err(refuse(&text, Span::new(at, at + 3), Text::new("yaml-not-utf8"), "yaml-not-utf8-help"))
        }
        // It may have vanished since it was listed.
        Err(_) => Err(refuse("", Span::at(0), Text::new("path-unreadable").with("path", name), "path-unreadable-help")),
    }
}

/// The path of a file from the root of the repository.
fn shown_at(file: &Selected, name: &str) -> String {
    let name = Path::new(name).file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let between = if file.folder.is_empty() || file.folder.ends_with('/') { "" } else { "/" };
    format!("{}{between}{name}", file.folder)
}

/// A path as a person writes it, without `./` before it.
pub fn plain(path: &Path) -> String {
    path.strip_prefix(".").unwrap_or(path).display().to_string()
}

/// A text of the practice.
pub fn of_practice(model: &Regioplan, plan: &Plan, field: &str) -> Option<String> {
    let field = model.record(PRACTICE)?.position(field)?;
    plan.practice.text(field).map(str::to_owned)
}

/// Whether a text is a list of exceptions: each begins with a dash, and says who agreed.
pub fn is_exceptions(text: &str) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---");
    first.is_some_and(|line| line.starts_with('-')) && text.contains("akkoord:") && text.contains("regel:")
}

fn judged(report: Report) -> Looked {
    Looked::Judged(Box::new(Judged { report, amended: Amended::default(), practice: None }))
}

/// The report on a file that could not be judged.
pub fn refused(source: Source, issues: &[Issue]) -> Report {
    let mut findings: Vec<Finding> = issues.iter().map(|issue| report::from_issue(issue, None)).collect();
    report::sort(&mut findings);
    Report {
        path: source.name.clone(),
        source,
        plan: true,
        strict: false,
        judged: None,
        model: None,
        reference: None,
        practice: None,
        year: None,
        findings,
        pending: 0,
        notes: Vec::new(),
    }
}
