//! One text -> a report on it: judged by the regioplan that holds for it, with settings and exceptions laid over.
//!
//! Every command that judges a plan does it here, so that all of them say the same of it.

use std::sync::Arc;

use crate::check::Circumstances;
use crate::diagnostic::{Arg, Join, Text};
use crate::plan::{self, Claim, Document, Frame, Issue};
use crate::settings::OTHER_REGION;
use crate::source::Source;

use super::amend::{Agreed, Amended};
use super::choose::Chosen;
use super::finding::{Finding, from_issue, sort};
use super::library::Library;
use super::loaded::Loaded;
use super::reading::{Around, Reading, Terms, Twin};
use super::report::{Report, refused};
use super::stop::Stop;

/// The regioplannen and the settings that hold for plans.
pub struct Session {
    /// Shared with other settings that name the same regioplannen.
    pub library: Arc<Library>,
    pub chosen: Chosen,
    pub agreed: Agreed,
}

/// What a text turned out to be.
pub enum Looked {
    Judged(Box<Judgement>),
    /// It holds no practice plan.
    Other,
    /// The figures of a region, which often stand beside its plans.
    Figures,
    /// A list of exceptions that no settings name.
    Exceptions,
    /// A list of decisions that no settings name.
    Decisions,
}

/// What was judged, with settings and exceptions laid over its findings.
pub struct Judgement {
    pub report: Report,
    pub amended: Amended,
    /// What the report rests on, when the plan could be judged.
    pub rests_on: Option<(Reading, Circumstances)>,
}

impl Session {
    /// Judges by what each plan names, out of these regioplannen, without settings.
    #[must_use]
    pub fn by_plan(library: impl Into<Arc<Library>>) -> Self {
        Self { library: library.into(), chosen: Chosen::ByPlan(None), agreed: Agreed::default() }
    }

    /// Judges any plan by this regioplan.
    #[must_use]
    pub fn by(library: &Arc<Library>, loaded: &Arc<Loaded>) -> Self {
        let chosen = Chosen::One(Arc::clone(loaded));
        Self { library: Arc::clone(library), chosen, agreed: Agreed::default() }
    }

    /// Looks at a text; one that was named as a plan is judged, unless it surely is none.
    pub fn look(&self, source: &Source, named: bool, terms: &Terms, around: &Around<'_>) -> Result<Looked, Stop> {
        let document = plan::parse(&source.text);
        if document.root.as_ref().is_some_and(plan::is_figures) {
            return Ok(Looked::Figures);
        }
        if !named && document.root.is_none() && is_decisions(&source.text) {
            return Ok(Looked::Decisions);
        }
        if !named && document.root.is_none() && is_exceptions(&source.text) {
            return Ok(Looked::Exceptions);
        }
        if !named && !plan::may_be_plan(document.root.as_ref(), &source.text) {
            return Ok(Looked::Other);
        }
        self.judge(source, &document, terms, around).map(|judged| Looked::Judged(Box::new(judged)))
    }

    /// Judges one document.
    pub fn judge(
        &self,
        source: &Source,
        document: &Document<'_>,
        terms: &Terms,
        around: &Around<'_>,
    ) -> Result<Judgement, Stop> {
        Ok(match self.read(document, terms)? {
            Ok(reading) => {
                let (report, amended, now) = self.judge_read(source, &reading, terms, around);
                Judgement { report, amended, rests_on: Some((reading, now)) }
            }
            Err(issues) => self.refused(source.clone(), &issues),
        })
    }

    /// Judges a plan that was read.
    #[must_use]
    pub fn judge_read(
        &self,
        source: &Source,
        reading: &Reading,
        terms: &Terms,
        around: &Around<'_>,
    ) -> (Report, Amended, Circumstances) {
        let (now, outcome) = reading.outcome_around(terms, around, terms.asked.keep());
        let mut report = reading.report(source.clone(), &outcome, terms.asked);
        report.findings.extend(doubled(reading, around.twins));
        report.findings.extend(self.other_region(&reading.plan.frame).map(|issue| from_issue(&issue, None)));
        sort(&mut report.findings);
        let amended = self.agreed.amend(&mut report.findings, reading, terms.today, around);
        report.strict = self.agreed.strict;
        (report, amended, now)
    }

    /// A plan is judged by the regioplan that it names, and told when the settings name another region.
    fn other_region(&self, frame: &Frame) -> Option<Issue> {
        let Chosen::ByPlan(Some(region)) = &self.chosen else { return None };
        let named = frame.regioplan.as_ref().filter(|named| !crate::value::same_name(&named.id, region))?;
        let text = Text::new("other-region").with("named", &named.id).with("region", region);
        let mut issue = Issue::new(OTHER_REGION, named.span, text).help(Text::new("other-region-help")).warning();
        "regioplan".clone_into(&mut issue.trail);
        Some(issue)
    }

    /// Which practice and which year a plan says it is for, as the regioplan that judges it reads it.
    #[must_use]
    pub fn claim(&self, text: &str, terms: &Terms) -> Option<Claim> {
        let document = plan::parse(text);
        if !plan::may_be_plan(document.root.as_ref(), text) {
            return None;
        }
        let reading = self.read(&document, terms).ok()?.ok()?;
        let frame = &reading.plan.frame;
        let year = frame.year.map(|(year, _)| year);
        let stands = (frame.start.map(|(start, _)| start), frame.accounting.is_some_and(|(said, _)| said));
        Some(Claim::new(&reading.field("agb")?, year, reading.field("naam").as_deref(), stands))
    }

    /// What is said of a text that cannot be judged.
    #[must_use]
    pub fn refused(&self, source: Source, issues: &[Issue]) -> Judgement {
        let report = Report { strict: self.agreed.strict, ..refused(source, issues) };
        Judgement { report, amended: Amended::default(), rests_on: None }
    }

    /// Reads a document by the regioplan that judges it; else what is wrong with it.
    pub fn read(&self, document: &Document<'_>, terms: &Terms) -> Result<Result<Reading, Vec<Issue>>, Stop> {
        let Some(root) = document.root.as_ref().or(document.guess.as_ref()) else {
            return Ok(Err(document.doubted()));
        };
        let framed = plan::frame(root);
        let handed_in = framed.0.handed_in.map(|(date, _)| date);
        let day = handed_in.or(terms.as_of).unwrap_or(terms.today);
        let loaded = match self.library.for_plan(&self.chosen, &framed.0, day, terms.accounting)? {
            Ok(loaded) => loaded,
            Err(issue) => {
                if let Some(read) = self.by_another_region(document, &framed.0, (day, terms.accounting))? {
                    return Ok(read);
                }
                let lost = root.pairs().unwrap_or_default().iter().any(|(key, _)| key.is_lost());
                let stands = root.get("regioplan").is_some_and(|(_, value)| !value.is_blank());
                let told = match (&framed.0.regioplan, stands) {
                    (None, true) if document.issues.is_empty() => framed.1,
                    // The slip in what stands there is told, or the name may stand on a line that could not be read.
                    (None, true) => Vec::new(),
                    (None, false) if lost => Vec::new(),
                    (None | Some(_), _) => vec![issue],
                };
                return Ok(Err(document.doubted().into_iter().chain(told).collect()));
            }
        };
        let frame = framed.0.clone();
        let plan = plan::read_framed(document, framed, &loaded.model, self.library.elsewhere());
        let astray = plan.as_ref().map_or_else(|unread| unread.astray, |plan| Some(plan.astray));
        let at = (day, terms.accounting);
        let other = self.of_another_region(document, (&frame, astray), &loaded, at);
        if let Some(read) = self.read_by_other(document, other, at)? {
            return Ok(read);
        }
        Ok(plan.map(|plan| Reading { loaded, plan }).map_err(|unread| unread.issues))
    }
}

/// Whether a text says something that a list of exceptions says, however badly it is written; or nothing at all.
#[must_use]
pub fn may_be_exceptions(text: &str) -> bool {
    may_be_list(text, &["regel", "praktijk", "akkoord"])
}

/// The same of a list of decisions.
#[must_use]
pub fn may_be_decisions(text: &str) -> bool {
    may_be_list(text, &["regel", "praktijk", "besluit"])
}

fn may_be_list(text: &str, words: &[&str]) -> bool {
    let text = text.to_lowercase();
    let mut lines = text.split(['\n', '\r']).map(str::trim);
    words.iter().any(|word| text.contains(word))
        || lines.all(|line| matches!(line, "" | "[]" | "---") || line.starts_with('#'))
}

/// What a text is that is too large for a plan: a list or the figures of a region may be larger.
#[must_use]
pub fn look_beside(text: &str) -> Option<Looked> {
    if is_decisions(text) {
        return Some(Looked::Decisions);
    }
    if is_exceptions(text) {
        return Some(Looked::Exceptions);
    }
    plan::parse_beside(text).root.as_ref().is_some_and(plan::is_figures).then_some(Looked::Figures)
}

/// The check of plans with one AGB code, which names the files of others.
pub const DOUBLED: &str = "dubbele-agb";

/// What is said where the plans are for other years, and the practice has another name there.
pub(super) const SHARED: &str = "agb-shared";

/// What is said of a plan that shares its AGB code with others. Those for the same year come first.
fn doubled(reading: &Reading, twins: &[Twin]) -> Option<Finding> {
    let code = reading.field("agb").filter(|_| !twins.is_empty())?;
    let of_year: Vec<&Twin> = twins.iter().filter(|twin| twin.same_year).collect();
    let (named, text, help) = match reading.plan.frame.year {
        Some((year, _)) if !of_year.is_empty() => {
            (of_year, Text::new("agb-doubled").with("year", year), "agb-doubled-help")
        }
        Some(_) | None => (twins.iter().collect(), Text::new(SHARED), "agb-shared-help"),
    };
    let paths = Arg::words(named.into_iter().map(|twin| &twin.path), Join::And);
    let issue = Issue::new(DOUBLED, reading.place("agb"), text.with("code", code).with("paths", paths));
    Some(from_issue(&issue.help(Text::new(help)).warning(), None))
}

/// Whether a text is a list of exceptions: each begins with a dash, and says who agreed.
#[must_use]
pub fn is_exceptions(text: &str) -> bool {
    is_list(text, &["akkoord:", "regel:"])
}

/// Whether a text is a list of decisions: each begins with a dash, and says what was decided of which text.
#[must_use]
pub fn is_decisions(text: &str) -> bool {
    is_list(text, &["besluit:", "vingerafdruk:", "regel:"])
}

fn is_list(text: &str, keys: &[&str]) -> bool {
    let first = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#') && *line != "---");
    let is_list = first.is_some_and(|line| line.starts_with('-'));
    is_list && keys.iter().all(|key| text.contains(key)) && plan::plan_keys(text) == 0
}
