//! A region looked at: its rules judged, its practices in a row, and what each still has to do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{
    Circumstances, Participant, PlanBy, Region, RegionOutcome, State, check_region, due_dates, region_deadlines,
};
use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::model::{Contents, Quarter, Regioplan, RuleId};
use crate::plan::{self, Frame, RecordValue, mask_citizen_numbers};
use crate::source::Span;
use crate::value::name_key;

use super::finding::Matter;
use super::parts::{Part, Parts};
use super::post::Reached;
use super::practice::{Open, Practice, nobody};
use super::reading::Reading;
use super::region_by::RegionBy;
use super::region_case::{Case, Doubt};
use super::region_plans::{Found, Skipped, SkippedSort};
use super::region_year::{expected, year_in};
use super::report::Report;
use super::reviews::Review;
use super::standing::{Deadline, DeadlineSort, RuleDays, Standing, Status};
use super::things::Things;
use super::unread::{self, Unread};
use super::whose::{Member, alike, telling};

/// Judges the plan of a practice, beside what the region says of itself, with settings, exceptions and decisions.
pub type JudgeOf<'a> = &'a dyn Fn(&Found, Option<Arc<RecordValue>>) -> Option<(Report, Circumstances)>;

/// How much of each practice somebody will read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Where it stands, in numbers.
    Counted,
    /// What is to be done, in words.
    InWords,
    /// The same, and how many practices meet each rule.
    WithParts,
}

/// What there is to say of a region.
#[derive(Debug)]
pub struct View {
    /// Whom to ask, as the figures of the region say.
    pub asked: Option<Reached>,
    /// In order of name.
    pub practices: Vec<Practice>,
    /// Which of the practices each plan is of, by its number in the outcome.
    pub of_plans: Vec<Option<usize>>,
    /// How many practices meet each rule, when somebody reads that.
    pub parts: Vec<Part>,
    pub outcome: RegionOutcome,
    pub open: Vec<Open>,
    pub skipped: Vec<Skipped>,
    /// What a person must judge in the plans, or has judged.
    pub reviews: Vec<Review>,
    /// What cannot be, in the figures or beside the plans.
    pub doubts: Vec<Doubt>,
    /// Days that rules set for the region itself, for what is still open.
    pub own_days: Vec<Deadline>,
}

impl View {
    fn add(&mut self, practice: Practice, plan: Option<usize>) {
        if let Some(place) = plan.and_then(|number| self.of_plans.get_mut(number)) {
            *place = Some(self.practices.len());
        }
        self.practices.push(practice);
    }

    /// Adds a file that was not counted. One that seems to be a plan is that of the practice that it is called after and that has none,
    /// else of a practice of which nothing is known.
    pub fn skip(&mut self, mut one: Skipped) {
        one.path = mask_citizen_numbers(&one.path).into_owned();
        if one.sort == SkippedSort::Unreadable {
            let waiting = self.practices.iter_mut().filter(|practice| practice.lacks_any_plan());
            let mut own = waiting.filter(|practice| unread::is_called_after(&one.path, practice));
            if let (Some(practice), None) = (own.next(), own.next()) {
                unread::put(practice, &one);
                let name = practice.name.clone();
                self.open.retain(|open| !(open.is_plan && open.practice.as_deref() == Some(name.as_str())));
                self.open.push(to_read(&name));
            } else {
                let (path, unread) = (Some(one.path.clone()), Some(one.why.clone()));
                self.add(Practice { path, unread, ..nobody(one.path.clone(), Status::Unreadable) }, None);
                self.open.push(to_read(&one.path));
            }
        }
        self.skipped.push(one);
    }

    /// Whether a rule over the region is broken.
    #[must_use]
    pub fn is_violated(&self) -> bool {
        self.outcome.verdicts.iter().any(|verdict| verdict.state == State::Violated)
    }

    /// Whether a practice has something to mend, or a plan that cannot be read.
    #[must_use]
    pub fn has_broken_plans(&self) -> bool {
        let broken = |practice: &Practice| match practice.standing.status {
            Status::ToMend | Status::Unreadable => true,
            Status::InOrder | Status::ToReview | Status::NoPlan | Status::NotAsked => false,
        };
        self.practices.iter().any(broken) || self.skipped.iter().any(|one| one.sort == SkippedSort::Unreadable)
    }

    /// Whether there is a fault in the figures.
    #[must_use]
    pub fn has_wrong_figures(&self) -> bool {
        self.doubts.iter().any(|doubt| doubt.wrong)
    }
}

impl Case {
    /// Judges the region and its plans, and takes them: of each plan stays what somebody reads.
    #[must_use]
    pub fn view(&mut self, now: &Circumstances, kept: Kept, judge: JudgeOf<'_>) -> View {
        let plans = std::mem::take(&mut self.region.plans);
        let skipped = std::mem::take(&mut self.region.skipped);
        self.view_of(plans, skipped, now, kept, judge)
    }

    fn view_of(
        &self,
        plans: Vec<Found>,
        skipped: Vec<Skipped>,
        now: &Circumstances,
        kept: Kept,
        judge: JudgeOf<'_>,
    ) -> View {
        let model = self.loaded.contents();
        let figures = self.figures.as_ref().map(|figures| &figures.data);
        let (outcome, own_days) = self.together(&plans, now);
        let mut view = View {
            asked: figures.and_then(|figures| Reached::at_region(model, figures)),
            practices: Vec::new(),
            parts: Vec::new(),
            of_plans: vec![None; plans.len()],
            outcome,
            open: Vec::new(),
            skipped: Vec::new(),
            reviews: Vec::new(),
            doubts: Vec::new(),
            own_days,
        };
        let (open, reviews) = (&mut view.open, &mut view.reviews);
        let mut parts = Parts::default();
        let mut lines: Vec<Line> = Vec::new();
        let mut shared = Shared::default();
        // A plan is let go when all is known that is said of it.
        for (number, found) in plans.into_iter().enumerate() {
            let figures = self.figures_for(&found.reading.loaded);
            let Some((report, now_of_plan)) = judge(&found, figures) else { continue };
            reviews.extend(report.reviews(&found.reading));
            let days = RuleDays::of(&report, &found.reading, &now_of_plan);
            let mut standing = Standing::of(&report, &days);
            let of_year = found.of_year.as_deref().and_then(|older| {
                let (mut own, now_of_plan) = judge(older, self.figures_for(&older.reading.loaded))?;
                let is_known = |matter: Matter<'_>| report.findings.iter().any(|known| known.matter() == matter);
                // Where another plan has the code too, what is decided of one plan says nothing of the other.
                reviews.extend(
                    own.reviews(&older.reading).into_iter().filter(|one| one.shared || !is_known(one.matter())),
                );
                own.findings.retain(|one| !is_known(one.matter()));
                let days = RuleDays::of(&own, &older.reading, &now_of_plan);
                Some((older, own, days))
            });
            if let Some((_, own, days)) = &of_year {
                standing.join(Standing::of(own, days));
            }
            let next = self.next_plan(&found, now);
            if let Some(next) = &next {
                standing.lacks_plan();
                standing.add(next.deadline());
                open.push(next.clone());
            } else {
                let own = of_year.as_ref().map(|(_, own, _)| own);
                later(&found, std::iter::once(&report).chain(own), &mut shared, open);
            }
            if kept == Kept::WithParts {
                parts.add(&report, &found.reading, &now_of_plan);
            }
            let things = (kept != Kept::Counted).then(|| {
                let mut things = Things::of(&report, &found.reading, &days);
                if let Some((older, own, days)) = &of_year {
                    let year = older.reading.plan.frame.year.map(|(year, _)| year);
                    things.join(Things::of(own, &older.reading, days), year);
                }
                Box::new(things)
            });
            let of_year = found.of_year.as_deref().and_then(|older| {
                let (year, _) = older.reading.plan.frame.year?;
                Some((year, older.source.clone()))
            });
            let said = found.reading.field("agb");
            let whose = found.whose;
            let practice = Practice { of_year, next, things, ..self.practice(found, standing) };
            lines.push(Line { practice, plan: Some(Handed { number: Some(number), agb: said }), whose });
        }
        let (claimed, rest): (Vec<_>, Vec<_>) = skipped.into_iter().partition(|one| one.source.is_some());
        let claimed = self.add_unread(&mut lines, open, claimed, kept);
        let rest = claimed.into_iter().chain(rest.into_iter().map(|one| (one, false)));
        self.add_members(&mut lines, open, now);
        let unread = lines.iter().filter(|line| line.practice.unread.is_some());
        open.extend(unread.map(|line| to_read(&line.practice.name)));
        open.sort_by(|a, b| (a.due, &a.practice).cmp(&(b.due, &b.practice)));
        lines.sort_by_cached_key(|line| (name_key(&line.practice.name).into_owned(), line.practice.path.clone()));
        view.doubts = self.doubts.iter().cloned().chain(self.doubts_beside(&lines, now)).collect();
        for line in lines {
            view.add(line.practice, line.plan.and_then(|plan| plan.number));
        }
        view.parts = parts.into_list();
        rest.for_each(|(one, stands)| if stands { view.skipped.push(one) } else { view.skip(one) });
        view.skipped.sort_by(|a, b| a.path.cmp(&b.path));
        view
    }

    /// What the rules say of all plans together, and the days that they set for the region itself.
    fn together(&self, plans: &[Found], now: &Circumstances) -> (RegionOutcome, Vec<Deadline>) {
        let (model, calendar_year) = (self.loaded.contents(), self.calendar_year);
        let numbered = plans.iter().map(Found::counted).enumerate();
        let practices: Vec<Participant<'_>> = numbered
            .map(|(practice, Reading { loaded, plan })| {
                let year = year_in(&loaded.model.programme, plan, calendar_year);
                Participant { practice, of: PlanBy { plan, regioplan: &loaded.model }, year }
            })
            .collect();
        let figures = self.figures.as_ref().map(|figures| &figures.data);
        let region = Region { practices: &practices, figures, calendar_year };
        (check_region(model, &region, now), own_days(model, self.loaded.valid().1, &region, now))
    }

    /// Gives each plan that cannot be read to its practice; what is left says nothing of whose it is.
    fn add_unread(
        &self,
        lines: &mut Vec<Line>,
        open: &mut Vec<Open>,
        claimed: Vec<Skipped>,
        kept: Kept,
    ) -> Vec<(Skipped, bool)> {
        let mut all: Vec<(Unread, Skipped)> =
            claimed.into_iter().map(|one| (Unread::of(&one, &self.loaded), one)).collect();
        // Of more the newest stands there.
        all.sort_by_key(|(said, _)| std::cmp::Reverse((said.year, said.handed_in)));
        let mut done = Vec::new();
        for (said, mut one) in all {
            let (agb, name) = (said.agb.clone(), said.name.clone());
            let whose = self.members.meant(agb.as_deref(), name.as_deref());
            // With its code alone it can be that of another practice.
            let listed = whose.and_then(|at| self.members.list.get(at)).and_then(|member| member.name.as_deref());
            let is_listed = name.as_deref().zip(listed).is_some_and(|(name, own)| alike(name, own));
            let can_be = |line: &Line| name.as_ref().is_none_or(|name| alike(name, &line.practice.name));
            let is_own = |line: &&mut Line| match (whose, line.whose) {
                (Some(whose), Some(other)) => whose == other && (is_listed || can_be(line)),
                (_, _) => agb.is_some() && agb == line.practice.agb && can_be(line),
            };
            one.path = mask_citizen_numbers(&one.path).into_owned();
            let known = agb.is_some() || name.is_some();
            let taken: Vec<usize> = lines.iter().filter_map(|line| line.whose).collect();
            match lines.iter_mut().find(is_own) {
                Some(line) if line.practice.unread.is_none() && said.is_newer(&line.practice) => {
                    let name = &line.practice.name;
                    open.retain(|open| !(open.is_plan && open.practice.as_deref() == Some(name.as_str())));
                    unread::put(&mut line.practice, &one);
                }
                None if known => {
                    let whose = whose.filter(|at| !taken.contains(at));
                    let member = whose.and_then(|at| self.members.list.get(at));
                    let none = member.map_or_else(
                        || nobody(one.path.clone(), Status::Unreadable),
                        |member| Practice { path: None, ..of_member(member, Status::Unreadable) },
                    );
                    let practice = said.practice(&one, none, kept != Kept::Counted);
                    lines.push(Line { practice, plan: Some(Handed { number: None, agb }), whose });
                }
                Some(_) | None => {}
            }
            done.push((one, known));
        }
        done
    }

    /// Adds the practices that the figures name and that have no plan.
    fn add_members(&self, lines: &mut Vec<Line>, open: &mut Vec<Open>, now: &Circumstances) {
        let there: BTreeSet<usize> =
            lines.iter().filter_map(|line| line.whose).chain(self.region.handed_in.iter().copied()).collect();
        for (at, member) in self.members.list.iter().enumerate().filter(|(at, _)| !there.contains(at)) {
            let (status, next) = match self.no_plan(member, now) {
                Asked::Plan(next) => (Status::NoPlan, Some(next)),
                Asked::Nothing(why) => {
                    let practice = Practice { unasked: Some(why), ..of_member(member, Status::NotAsked) };
                    lines.push(Line { practice, plan: None, whose: Some(at) });
                    continue;
                }
            };
            let mut practice = of_member(member, status);
            practice.standing.add(next.as_ref().and_then(Open::deadline));
            open.extend(next.clone());
            lines.push(Line { practice: Practice { next, ..practice }, plan: None, whose: Some(at) });
        }
    }

    /// What cannot be, beside the plans: one code for more practices, another code than on the list, and plans of practices that do
    /// not stand on it.
    fn doubts_beside(&self, lines: &[Line], now: &Circumstances) -> Vec<Doubt> {
        let plans = || lines.iter().filter_map(|line| Some((line, line.plan.as_ref()?.agb.as_ref())));
        let mut codes: BTreeMap<String, Vec<Arg>> = BTreeMap::new();
        for (line, agb) in plans() {
            let Some(agb) = agb else { continue };
            let who = Text::new("region-doubt-who").with("name", &line.practice.name);
            let who = who.with("path", line.practice.path.clone().unwrap_or_default());
            codes.entry(agb.clone()).or_default().push(Arg::Text(who));
        }
        let shared: Vec<(String, Vec<Arg>)> = codes.into_iter().filter(|(_, who)| who.len() > 1).collect();
        let names = Self::one_name(lines);
        let list = &self.members.field;
        let mut found: Vec<Text> = Vec::new();
        for (line, said) in plans() {
            let member = line.whose.and_then(|at| self.members.list.get(at));
            found.extend(member.and_then(|member| other_start(line, member, list)));
            let own = member.and_then(|member| member.agb.as_ref());
            if let Some((said, own)) = said.zip(own).filter(|(said, own)| said != own) {
                let what =
                    Text::new("region-doubt-other-code").with("path", line.practice.path.clone().unwrap_or_default());
                found
                    .push(what.with("agb", said).with("name", &line.practice.name).with("own", own).with("list", list));
            }
        }
        let one_code = |(agb, who): (String, Vec<Arg>)| {
            Text::new("region-doubt-one-code").with("agb", agb).with("who", Arg::List(who, Join::And))
        };
        found.splice(0..0, shared.into_iter().map(one_code).chain(names));
        let unlisted = plans().filter(|(line, agb)| {
            line.whose.is_none()
                && self.members.with_code(agb.map(String::as_str)).is_none()
                && (agb.is_some() || self.members.called(&line.practice.name).is_empty())
        });
        let called = |line: &Line| self.members.called(&line.practice.name).is_empty();
        let unlisted = unlisted.map(|(line, agb)| match agb.filter(|_| !called(line)) {
            Some(agb) => Arg::Text(named(&line.practice.name, agb)),
            None => Arg::from(line.practice.name.as_str()),
        });
        let unlisted: Vec<Arg> = unlisted.collect();
        if !self.members.list.is_empty() && !unlisted.is_empty() {
            let what = Text::new("region-doubt-unlisted").with("count", unlisted.len()).with("list", list);
            found.push(what.with("names", some(unlisted)));
        }
        let early = lines.iter().filter(|line| line.practice.handed_in.is_some_and(|day| day > now.reference));
        let early: Vec<Arg> = early.map(|line| Arg::from(line.practice.name.as_str())).collect();
        if !early.is_empty() {
            let what = Text::new("region-doubt-early").with("count", early.len());
            let what = what.with("names", some(early));
            found.push(what.with("date", now.reference));
        }
        found.into_iter().map(|what| Doubt { what, place: None, wrong: false }).collect()
    }

    /// One name with more codes: a code with a slip in it, or a new one. Practices that stand on the list are told apart there.
    fn one_name(lines: &[Line]) -> Vec<Text> {
        let mut names: BTreeMap<String, Vec<&Line>> = BTreeMap::new();
        for line in lines.iter().filter(|line| line.plan.is_some() && line.practice.agb.is_some()) {
            let name = telling(&line.practice.name);
            if !name.is_empty() {
                names.entry(name).or_default().push(line);
            }
        }
        let said = |lines: Vec<&Line>| {
            let first = lines.first()?;
            let all_listed = lines.iter().all(|line| line.whose.is_some());
            let one_code = lines.iter().all(|line| line.practice.agb == first.practice.agb);
            if all_listed || one_code {
                return None;
            }
            let who = |line: &&Line| {
                let code = Text::new("region-doubt-code").with("agb", line.practice.agb.clone().unwrap_or_default());
                Arg::Text(code.with("path", line.practice.path.clone().unwrap_or_default()))
            };
            let what = Text::new("region-doubt-one-name").with("name", &first.practice.name);
            Some(what.with("codes", Arg::List(lines.iter().map(who).collect(), Join::And)))
        };
        names.into_values().filter_map(said).collect()
    }

    /// What a practice that has no plan yet for the year of the region must hand in.
    fn next_plan(&self, found: &Found, now: &Circumstances) -> Option<Open> {
        let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
        let year = expected(&model.programme, plan, self.calendar_year)
            .filter(|year| plan.last.is_some_and(|last| !last.reaches(*year)))?;
        let start = plan.frame.start.map(|(start, _)| start);
        let what = Text::new("region-open-plan").with("year", year);
        Some(Open {
            practice: Some(found.name().into()),
            what: what.into(),
            due: due(model, start, year, now),
            later: false,
            is_plan: true,
        })
    }

    /// What is asked of a practice of the figures that has no plan at all: nothing, when no year of it begins in the calendar year.
    fn no_plan(&self, member: &Member, now: &Circumstances) -> Asked {
        let frame = Frame { start: member.start.map(|start| (start, Span::default())), ..Frame::default() };
        let plan = plan::empty_plan(frame);
        let open = |what: Text, due| {
            let practice = Some(called(member).into());
            Asked::Plan(Open { practice, what: what.into(), due, later: false, is_plan: true })
        };
        let any_plan = || open(Text::new("region-open-any-plan"), None);
        if let Some(start) = member.start.filter(|start| start.year > self.calendar_year) {
            let quarter = format!("{}-Q{}", start.year, start.number);
            return Asked::Nothing(Text::new("region-begins").with("quarter", quarter));
        }
        // A werkplan tells not which years a practice has.
        let RegionBy::Regioplan(loaded) = &self.loaded else { return any_plan() };
        let (model, programme) = (&loaded.model, &loaded.model.programme);
        match (expected(programme, &plan, self.calendar_year), member.start) {
            (Some(year), start) => open(Text::new("region-open-plan").with("year", year), due(model, start, year, now)),
            (None, None) => any_plan(),
            (None, Some(start)) if programme.days(start, programme.last_year).0.year() < self.calendar_year => {
                Asked::Nothing(Text::new("region-over"))
            }
            (None, Some(_)) => Asked::Nothing(Text::new("region-no-year").with("year", self.calendar_year.to_string())),
        }
    }

    fn practice(&self, found: Found, standing: Standing) -> Practice {
        let member = found.whose.and_then(|at| self.members.list.get(at));
        let own = practice(found, standing);
        // Its own code can be that of another.
        Practice { agb: member.and_then(|member| member.agb.clone()).or(own.agb), ..own }
    }
}

/// What is asked of a practice without a plan.
enum Asked {
    Plan(Open),
    Nothing(Text),
}

/// A practice with the plan that it handed in, and its place on the list of the region.
struct Line {
    practice: Practice,
    plan: Option<Handed>,
    whose: Option<usize>,
}

/// A plan by its number in the outcome, with the code that stands in it; one that cannot be read has no number.
struct Handed {
    number: Option<usize>,
    agb: Option<String>,
}

fn called(member: &Member) -> String {
    let name = member.name.clone().or(member.agb.clone()).unwrap_or_default();
    mask_citizen_numbers(&name).into_owned()
}

fn of_member(member: &Member, status: Status) -> Practice {
    Practice { agb: member.agb.clone(), start: member.start, ..nobody(called(member), status) }
}

/// So many practices are named where many can be meant.
const NAMED: usize = 5;

/// Names: all, or of very many the first and how many there are beside these.
fn some(mut names: Vec<Arg>) -> Text {
    let more = names.len().saturating_sub(NAMED);
    if more < 2 {
        return Text::new("region-names").with("names", Arg::List(names, Join::And));
    }
    names.truncate(NAMED);
    Text::new("region-names-more").with("names", Arg::List(names, Join::Comma)).with("count", more)
}

/// The plan of a practice begins in another quarter than the list says.
fn other_start(line: &Line, member: &Member, list: &str) -> Option<Text> {
    let (said, own) = line.practice.start.zip(member.start).filter(|(said, own)| said != own)?;
    let quarter = |quarter: Quarter| format!("{}-Q{}", quarter.year, quarter.number);
    let what = Text::new("region-doubt-start").with("path", line.practice.path.clone().unwrap_or_default());
    let what = what.with("start", quarter(said)).with("own", quarter(own));
    Some(what.with("name", &line.practice.name).with("list", list))
}

/// A practice with its code, where its name does not tell it apart.
fn named(name: &str, agb: &str) -> Text {
    Text::new("region-name-code").with("name", name).with("agb", agb)
}

/// There is a plan, and it cannot be read.
fn to_read(practice: &str) -> Open {
    let what = Arc::new(Text::new("region-open-unread"));
    Open { practice: Some(practice.into()), what, due: None, later: false, is_plan: true }
}

/// Texts that many practices have in common, each kept once: by the rule that they are about.
#[derive(Default)]
struct Shared(BTreeMap<String, Vec<Arc<Text>>>);

impl Shared {
    fn text(&mut self, rule: &str, text: Text) -> Arc<Text> {
        let Some(known) = self.0.get_mut(rule) else {
            let text = Arc::new(text);
            self.0.insert(rule.to_owned(), vec![Arc::clone(&text)]);
            return text;
        };
        if let Some(same) = known.iter().find(|known| ***known == text) {
            return Arc::clone(same);
        }
        let text = Arc::new(text);
        known.push(Arc::clone(&text));
        text
    }
}

/// What the check of the plans of a practice finds wrong or due later, each thing once.
fn later<'r>(found: &Found, reports: impl Iterator<Item = &'r Report>, shared: &mut Shared, open: &mut Vec<Open>) {
    let practice: Arc<str> = found.name().into();
    let from = open.len();
    for report in reports {
        let counts = || report.findings.iter().filter(|finding| finding.suppressed.is_none());
        let mut add = |rule: &str, what: Text, later: bool| {
            // Rules can have one title.
            if open.iter().skip(from).any(|known| *known.what == what) {
                return;
            }
            let (practice, what) = (Some(Arc::clone(&practice)), shared.text(rule, what));
            // No document names a day for the accounting itself.
            open.push(Open { practice, what, due: None, later, is_plan: false });
        };
        if counts().any(|finding| finding.severity == Severity::Violation) {
            add("", Text::new("region-open-mend"), false);
        }
        for finding in counts().filter(|finding| finding.severity == Severity::Pending) {
            add(&finding.rule, Text::new("region-open-evidence").with("title", finding.title.clone()), true);
        }
    }
}

/// The days for what rules ask of the region itself.
fn own_days(model: &Contents, until: Date, region: &Region<'_>, now: &Circumstances) -> Vec<Deadline> {
    let day = |(rule, date): (RuleId, Date)| {
        let rule = model.rules.get(rule);
        let what = Text::new("finding-title").with("title", &rule.title);
        Deadline { date, sort: DeadlineSort::Rule, what, rule: Some(rule.id.clone()), year: None }
    };
    let mut days: Vec<Deadline> = region_deadlines(model, until, region, now).into_iter().map(day).collect();
    days.sort_by_key(|day| day.date);
    days
}

/// The day by which a plan for this year must be in, as the rules say.
fn due(model: &Regioplan, start: Option<Quarter>, year: u8, now: &Circumstances) -> Option<Date> {
    let place = Span::default();
    let frame = Frame { start: start.map(|start| (start, place)), year: Some((year, place)), ..Frame::default() };
    let now = Circumstances { accounting: false, ..now.clone() };
    due_dates(model, &plan::empty_plan(frame), year, &now).into_iter().map(|(_, date)| date).min()
}

fn practice(found: Found, standing: Standing) -> Practice {
    let name = found.name();
    let (model, plan) = (&found.reading.loaded.model, &found.reading.plan);
    let own = plan.frame.year.map(|(year, _)| year);
    let choices =
        plan.years.iter().filter(|year| plan.last.is_some_and(|last| last.reaches(year.year))).flat_map(|year| {
            year.choices.iter().filter(|choice| !choice.is_refused).map(|choice| {
                let name = model.contents.intervention(choice.intervention).id.clone();
                (year.year, name, choice.kind.map(|kind| kind.word().to_owned()))
            })
        });
    Practice {
        name,
        agb: found.reading.field("agb"),
        start: plan.frame.start.map(|(start, _)| start),
        year: own,
        handed_in: plan.frame.handed_in.map(|(date, _)| date),
        choices: choices.collect(),
        contact: Reached::at_practice(&found.reading).map(|reached| reached.in_one()),
        regioplan: Some(model.contents.full_id()),
        path: Some(mask_citizen_numbers(&found.source.name).into_owned()),
        source: Some(found.source),
        standing,
        ..Practice::default()
    }
}
