//! The plan for the following year, made out of the plan of this year.
//!
//! Input: the text of a plan, and the session that reads it. Output: the new text. What the new plan says is decided on the
//! plan as a value: which kind of choice fits, and which short form loses what a rule still looks back to, is asked of the
//! check, never guessed here. Only what was decided is written.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::Keep;
use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::model::{Intervention, InterventionId, Kind, LastYear, PLAN};
use crate::plan::{self, Choice, Document, Named, Plan, RecordValue, YearPlan};
use crate::session::{Asked, Library, Loaded, Reading, Session, Stop, Terms, with_version};

use crate::solve::Nearest;

use super::Say;
use super::edits::Lines;
use super::facts;
use super::next_text::{Decided, Page};
use super::said::{self, Stands};
use super::ways;

/// A plan that was made.
pub struct Following {
    pub text: String,
    /// The year that it is for.
    pub year: u8,
    /// No regioplan is known for that year.
    pub unknown: bool,
    /// What judges plans of that year all the same when they are handed in before it begins, and up to which day.
    pub until: Option<(String, Date)>,
    /// The files that it names, as written in it.
    pub files: Vec<String>,
}

/// Makes the plan for the following year; also says what is still open in it.
pub fn next(
    session: &Session,
    text: &str,
    document: &Document<'_>,
    today: Date,
    say: Say<'_>,
) -> Result<Following, Stop> {
    let without_year = || stop("next-without-year", "next-without-year-help");
    let said = |problem: &crate::plan::Issue| Stop::Said(problem.problem.message.clone(), problem.problem.help.clone());
    let read = session.read(document, &Terms::on(today))?;
    let reading = read.map_err(|issues| issues.last().map_or_else(without_year, said))?;
    let (Some((own, _)), Some((start, _))) = (reading.plan.frame.year, reading.plan.frame.start) else {
        return Err(without_year());
    };
    // A plan for more years is followed by the plan for the year after them.
    let own =
        reading.plan.last.and_then(LastYear::year).filter(|last| reading.plan.year(*last).is_some()).unwrap_or(own);
    let year = own.checked_add(1).ok_or_else(without_year)?;
    if reading.loaded.model.programme.is_over(Some(start), year) {
        return Err(Stop::Said(Text::new("next-after-end").with("year", year), Some(Text::new("next-after-end-help"))));
    }
    let days = reading.loaded.model.programme.days(start, year);
    let following = following(&session.library, &reading.loaded, year, days);
    let unknown = following.is_none();
    let until = judging_before(&session.library, &reading.loaded, year, days.0).filter(|_| unknown);
    let loaded = following.unwrap_or(reading.loaded);
    // Interventions are numbered by the regioplan that reads them.
    let plan = Reading::of(document, &loaded).map_or(reading.plan, |reading| reading.plan);
    let last = plan.year(own).ok_or_else(without_year)?;
    let lines = Lines::new(text, document.root.as_ref());
    if !lines.stands_alone(last.key) {
        return Err(stop("next-one-line", "next-one-line-help"));
    }
    let page = Page { text, lines, plan: &plan, own, model: &loaded.model.contents, unknown, say };
    let day = days.0.clamp(loaded.model.valid.0, loaded.model.valid.1);
    let terms = Terms { as_of: Some(day), ..Terms::on(today) };
    let text = Making { page, last, loaded: &loaded, terms }.made();
    let made = Reading::of(&plan::parse(&text), &loaded).map(|reading| reading.plan.files).unwrap_or_default();
    let files = made.into_iter().map(|file| file.path).collect();
    Ok(Following { text, year, unknown, until, files })
}

fn stop(message: &'static str, help: &'static str) -> Stop {
    Stop::Said(Text::new(message), Some(Text::new(help)))
}

/// The last version of the region that knows a year and is over before it begins, and its last day: who hands in that early is judged
/// by it.
fn judging_before(library: &Library, now: &Arc<Loaded>, year: u8, begins: Date) -> Option<(String, Date)> {
    let versions = library.versions(&now.judged.id).into_iter().filter_map(Result::ok).chain([now]);
    let known = versions.filter(|one| one.model.programme.years().contains(&year) && one.model.valid.1 < begins);
    let last = known.max_by_key(|one| one.model.valid.1)?;
    Some((last.model.contents.full_id(), last.model.valid.1))
}

/// The version of the region that judges plans of a year with these days: by the day of handing in, the first of the year if it can be.
fn following(library: &Library, now: &Arc<Loaded>, year: u8, (begins, ends): (Date, Date)) -> Option<Arc<Loaded>> {
    let versions = library.versions(&now.judged.id).into_iter().filter_map(Result::ok);
    let known = versions.chain([now]).filter(|one| one.model.programme.years().contains(&year));
    let known: Vec<&Arc<Loaded>> = known.collect();
    let on_first = |one: &&&Arc<Loaded>| one.model.valid.0 <= begins && begins <= one.model.valid.1;
    // A plan may also be handed in while its year runs: then a version counts that begins in that year.
    let during = |one: &&&Arc<Loaded>| begins < one.model.valid.0 && one.model.valid.0 <= ends;
    let later = || known.iter().filter(during).min_by_key(|one| one.model.valid.0);
    let found = known.iter().find(on_first).or_else(later)?;
    library.beside(found, begins.max(found.model.valid.0)).ok()
}

struct Making<'a> {
    page: Page<'a>,
    /// This year, as the plan has it.
    last: &'a YearPlan,
    /// What judges the new plan.
    loaded: &'a Arc<Loaded>,
    terms: Terms,
}

/// What the check says of a plan, as far as something is decided by it.
#[derive(PartialEq)]
struct Remark {
    rule: String,
    year: Option<u8>,
    intervention: Option<InterventionId>,
    severity: Severity,
    said: Said,
}

/// What tells two remarks of one rule apart.
#[derive(PartialEq)]
enum Said {
    Issue(Text),
    /// Whether something that the rule asks is not there.
    Verdict {
        lacks: bool,
    },
}

/// What is said in one of the two and not in the other.
fn differing<'r>(one: &'r [Remark], other: &'r [Remark]) -> impl Iterator<Item = &'r Remark> {
    let only = |these: &'r [Remark], those: &'r [Remark]| these.iter().filter(move |remark| !those.contains(remark));
    only(one, other).chain(only(other, one))
}

/// The order in which kinds are tried; the first of the best is taken.
const KINDS: [Kind; 4] = [Kind::Continuering, Kind::Doorontwikkeling, Kind::Onderhoud, Kind::Verdieping];

impl Making<'_> {
    fn made(&self) -> String {
        let mut kept = said::looked_back_to(self.page.model, self.page.plan);
        kept.extend(said::unreadable(self.page.plan));
        let mut decided = Decided { kept, ..Decided::default() };
        if !self.page.has_next() {
            decided.kinds = self.carried();
        }
        // A short form that loses what a rule still looks at is not used.
        for _ in 0..3 {
            let missed: BTreeSet<(u8, usize)> = self.lost(&decided).difference(&decided.kept).copied().collect();
            if missed.is_empty() {
                break;
            }
            decided.kept.extend(missed);
        }
        let going_on = ways::nearest(self.plan(&decided), &self.wanted(), self.loaded, &self.terms);
        // The first way that is told is also the one that is written.
        self.turn(&mut decided, going_on.as_ref());
        self.choose_kinds(&mut decided);
        if going_on.is_some() {
            let found = ways::nearest(self.plan(&decided), &self.wanted(), self.loaded, &self.terms);
            self.turn(&mut decided, found.as_ref());
        }
        decided.lacking = ways::lacking(self.plan(&decided), self.next(), self.loaded, &self.terms);
        decided.open = self.named(&decided);
        let kind_of = |(at, kind): &(usize, Kind)| Some((self.last.choices.get(*at)?.intervention, *kind));
        let written: Vec<(InterventionId, Kind)> = decided.kinds.iter().filter_map(kind_of).collect();
        let written = (!self.page.has_next()).then_some(written.as_slice());
        let ways = going_on.iter().flat_map(|found| ways::asked(found, self.next(), written, self.loaded));
        decided.open.extend(ways);
        decided.open.extend(self.open(&self.page.written(&decided)));
        self.page.written(&decided)
    }

    fn next(&self) -> u8 {
        self.page.own + 1
    }

    /// The choices of this year that are on offer in the following one, each as the first kind that is.
    fn carried(&self) -> Vec<(usize, Kind)> {
        let mut carried: Vec<(usize, Kind)> = Vec::new();
        let is_chosen = |choice: &Choice| said::stands(choice, self.page.text) == Stands::Chosen;
        let all = self.last.choices.iter().enumerate();
        let mut left: Vec<usize> = all.filter(|(_, choice)| is_chosen(choice)).map(|(at, _)| at).collect();
        for kind in KINDS {
            let kinds = left.iter().map(|at| (*at, kind)).collect();
            let refused = self.refused(&Decided { kinds, ..Decided::default() });
            let (out, on_offer): (Vec<usize>, Vec<usize>) = left.into_iter().partition(|at| refused.contains(at));
            carried.extend(on_offer.into_iter().map(|at| (at, kind)));
            left = out;
        }
        carried.sort_by_key(|(at, _)| *at);
        carried
    }

    /// The choices that are not on offer in the following year as they were decided. What somebody judges can go on, but not what another
    /// assigns.
    fn refused(&self, decided: &Decided) -> BTreeSet<usize> {
        let mut remarks = self.remarks(self.plan(decided));
        let assigned = |id: InterventionId| self.page.model.intervention(id).assigned.is_some();
        remarks.retain(|remark| {
            let counts = remark.severity <= Severity::Warning || remark.intervention.is_some_and(assigned);
            counts && remark.year == Some(self.next()) && remark.rule == "niet-aangeboden"
        });
        let refused = |at: &usize| {
            let id = self.last.choices.get(*at).map(|choice| choice.intervention);
            remarks.iter().any(|remark| remark.intervention == id)
        };
        decided.kinds.iter().map(|(at, _)| *at).filter(refused).collect()
    }

    /// Tries every kind for every choice, and takes another than it has only where that gives fewer findings.
    fn choose_kinds(&self, decided: &mut Decided) {
        for _ in 0..2 {
            for index in 0..decided.kinds.len() {
                let Some((_, own)) = decided.kinds.get(index).copied() else { continue };
                let mut best = (self.weight(decided), own);
                for kind in KINDS.into_iter().filter(|kind| *kind != own) {
                    decided.set_kind(index, kind);
                    let weight = self.weight(decided);
                    if weight < best.0 {
                        best = (weight, kind);
                    }
                }
                decided.set_kind(index, best.1);
            }
        }
    }

    /// Where choices break a rule, the kinds of the first way in which they do not.
    fn turn(&self, decided: &mut Decided, found: Option<&Nearest>) {
        for (id, kind) in found.map(|found| ways::kinds(found, self.next())).unwrap_or_default() {
            let is_it = |at: usize| self.last.choices.get(at).is_some_and(|choice| choice.intervention == id);
            let index = decided.kinds.iter().position(|(at, _)| is_it(*at));
            if let Some(index) = index {
                decided.set_kind(index, kind);
            }
        }
    }

    /// How much is wrong in the following year.
    fn weight(&self, decided: &Decided) -> usize {
        let remarks = self.remarks(self.plan(decided));
        let next = remarks.iter().filter(|remark| remark.year == Some(self.next()));
        next.map(|remark| match remark.severity {
            Severity::Violation => 100,
            Severity::Warning => 10,
            Severity::Review => 1,
            Severity::Pending => 0,
        })
        .sum()
    }

    /// Choices of earlier years whose short form changes what is said of those years: a finding comes, goes or weighs otherwise.
    fn lost(&self, decided: &Decided) -> BTreeSet<(u8, usize)> {
        let own = self.page.own;
        let is_earlier = |year: &u8| *year <= own;
        let said = |kept: BTreeSet<(u8, usize)>| {
            let mut remarks =
                self.remarks(self.plan(&Decided { kept, kinds: decided.kinds.clone(), ..Decided::default() }));
            remarks.retain(|one| one.year.is_none_or(|year| year <= own) && one.severity != Severity::Pending);
            remarks
        };
        let years = || self.page.plan.years.iter().filter(|year| is_earlier(&year.year));
        let all: BTreeSet<(u8, usize)> =
            years().flat_map(|year| (0..year.choices.len()).map(|at| (year.year, at))).collect();
        let whole = said(all.clone());
        let short = said(decided.kept.clone());
        let mut changed = differing(&whole, &short).peekable();
        if changed.peek().is_none() {
            return BTreeSet::new();
        }
        let alone = |one: &&(u8, usize)| {
            let but_one = all.iter().copied().filter(|other| other != *one).collect();
            differing(&whole, &said(but_one)).next().is_some()
        };
        let lost: BTreeSet<(u8, usize)> = all.difference(&decided.kept).filter(alone).copied().collect();
        if !lost.is_empty() {
            return lost;
        }
        // No one of them does it alone.
        let years: Vec<Option<u8>> = changed.map(|one| one.year).collect();
        all.into_iter().filter(|(year, _)| years.iter().any(|of| of.is_none_or(|of| of == *year))).collect()
    }

    fn remarks(&self, plan: Plan) -> Vec<Remark> {
        let reading = Reading { loaded: Arc::clone(self.loaded), plan };
        let (_, outcome) = reading.outcome(&self.terms, &|_| BTreeSet::new(), Keep::Findings);
        let issues = outcome.issues.iter().map(|issue| Remark {
            rule: issue.problem.code.to_owned(),
            year: issue.year,
            intervention: issue.intervention,
            severity: issue.problem.severity,
            said: Said::Issue(issue.problem.message.clone()),
        });
        let verdicts = outcome.verdicts.iter().filter_map(|verdict| {
            let rule = reading.loaded.model.contents.rules.get(verdict.rule).id.clone();
            let severity = verdict.state.severity()?;
            let said = Said::Verdict { lacks: !verdict.failures.is_empty() || !verdict.gaps.is_empty() };
            Some(Remark { rule, year: verdict.year, intervention: verdict.intervention, severity, said })
        });
        issues.chain(verdicts).collect()
    }

    /// The interventions that the practice named for the new year.
    fn wanted(&self) -> Vec<(u8, InterventionId)> {
        let named = said::named(self.page.model, self.last).into_iter().flat_map(|one| one.known);
        named.filter_map(|one| Some((self.next(), self.page.model.find_intervention(&one.id)?))).collect()
    }

    /// What the practice named for the new year, as far as it does not go along already.
    fn named(&self, decided: &Decided) -> Vec<Text> {
        if self.page.has_next() {
            return Vec::new();
        }
        let goes = |one: &&Intervention| {
            let id = self.page.model.find_intervention(&one.id);
            let mut carried = decided.kinds.iter().filter_map(|(at, _)| self.last.choices.get(*at));
            !carried.any(|choice| Some(choice.intervention) == id)
        };
        let said =
            said::named(self.page.model, self.last).into_iter().filter_map(|said::Named { field, known, others }| {
                let known = known.into_iter().filter(goes).map(|one| format!("`{}`", one.id));
                let new: Vec<String> =
                    known.chain(others.iter().map(|other| format!("‘{}’", plan::shorten(other)))).collect();
                let text = Text::new("next-named").with("field", field).with("names", Arg::words(&new, Join::Comma));
                (!new.is_empty()).then_some(text)
            });
        said.collect()
    }

    /// What is still to do in the new year, once each: as the check says of the text that was made.
    fn open(&self, text: &str) -> Vec<Text> {
        let Some(reading) = Reading::of(&plan::parse(text), self.loaded) else { return Vec::new() };
        let (_, outcome) = reading.outcome(&self.terms, &|_| BTreeSet::new(), Keep::Findings);
        let mut open: Vec<Text> = Vec::new();
        for finding in reading.findings(&outcome, Asked::All) {
            let wanted = matches!(finding.severity, Severity::Violation | Severity::Warning)
                && finding.year.is_none_or(|year| year >= self.next())
                && finding.rule != "regioplan-niet-geldig";
            let what = match finding.intervention {
                Some(name) => Text::new("next-open-of").with("name", name).with("what", finding.title),
                None => finding.title,
            };
            if wanted && !open.contains(&what) {
                open.push(what);
            }
        }
        open
    }

    /// The new plan as it will be read, when this is written.
    fn plan(&self, decided: &Decided) -> Plan {
        let mut plan = Plan { issues: Vec::new(), ..self.page.plan.clone() };
        facts::unsigned(self.page.model, PLAN, &mut plan.data);
        let frame = &mut plan.frame;
        let further = self.page.further();
        frame.year = frame.year.map(|(_, span)| (self.page.own + 1, span));
        frame.calendar_year = frame.calendar_year.map(|(year, span)| (year + further, span));
        frame.handed_in = None;
        frame.accounting = frame.accounting.map(|(_, span)| (false, span));
        let regioplan = self.page.regioplan();
        let (id, version) = with_version(&regioplan);
        let named = |span| Named { id: id.to_owned(), version: version.map(str::to_owned), span };
        frame.regioplan = frame.regioplan.as_ref().map(|old| named(old.span));
        for year in plan.years.iter_mut().filter(|year| year.year <= self.page.own) {
            for (at, choice) in year.choices.iter_mut().enumerate() {
                if !decided.kept.contains(&(year.year, at)) && self.page.shortened(choice).is_some() {
                    choice.data = RecordValue::empty(choice.key);
                }
            }
        }
        let programme = &self.loaded.model.programme;
        let start = plan.frame.start.map(|(start, _)| start);
        plan.last = Some(programme.last_of_plan(self.next(), start));
        if !self.page.has_next() && programme.years().contains(&self.next()) {
            plan.years.push(self.new_year(decided));
            plan.years.sort_by_key(|year| year.year);
        }
        plan
    }

    fn new_year(&self, decided: &Decided) -> YearPlan {
        let fields = facts::conditions(&self.loaded.model.contents, self.next());
        let carried = |(at, kind): &(usize, Kind)| {
            let choice = self.last.choices.get(*at)?;
            Some(Choice { kind: Some(*kind), data: facts::carried(choice, &fields), ..choice.clone() })
        };
        YearPlan {
            year: self.next(),
            key: self.last.key,
            data: RecordValue::empty(self.last.key),
            choices: decided.kinds.iter().filter_map(carried).collect(),
            choices_span: Some(self.last.key),
            unread: 0,
        }
    }
}

impl Decided {
    fn set_kind(&mut self, index: usize, kind: Kind) {
        if let Some(slot) = self.kinds.get_mut(index) {
            slot.1 = kind;
        }
    }
}
