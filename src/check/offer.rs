//! Built in: what is chosen must be on offer then, of a kind that is offered, and fit what was chosen before.

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::model::{
    Case, Cover, FieldId, Formula, Intervention, InterventionId, Kind, KindSet, LastYear, NotOffered, Offer,
    Outcome as Consequent, Period, Standpoint, Type, Years, name_kinds, name_path, said_kind, say_period,
};
use crate::plan::{Choice, Chooses, Content, Issue, Plan};
use crate::value::Value;

use super::answer::Answer;
use super::assigned::{self, Assigned};
use super::consequence::{self, Following};
use super::env::Env;
use super::eval;
use super::history;
use super::left_out::{LeftOut, Undecided};
use super::outcome::{Cause, GapKind};

/// Whether an intervention is on offer in the year in hand.
pub fn in_year(id: InterventionId, env: &Env<'_, '_>) -> Offer {
    let offer = |year| env.model.intervention(id).offer(year, env.standpoint());
    env.year().map_or(Offer::Unknown, offer)
}

/// Whether it can be proposed to a practice in the year in hand: it is certain to be on offer. Without a start quarter nothing
/// about dates is certain; then the number of the year decides.
pub fn can_be_proposed(id: InterventionId, env: &Env<'_, '_>) -> bool {
    let open = env.model.intervention(id).is_open();
    open && match in_year(id, env) {
        Offer::Yes => true,
        Offer::Unknown => env.standpoint().is_none(),
        Offer::No | Offer::Partly => false,
    }
}

/// Whether a practice can choose it in the year in hand: it is on offer then, or for a part of the year and there is a field for
/// the day on which the practice begins.
pub fn can_be_chosen(id: InterventionId, env: &Env<'_, '_>) -> bool {
    let intervention = env.model.intervention(id);
    let partly =
        || intervention.is_open() && in_year(id, env) == Offer::Partly && start_field(intervention, env).is_some();
    can_be_proposed(id, env) || partly()
}

/// Whether it can still be chosen as one of these kinds in the year in hand, which comes after `last`, the last one of the plan: on
/// one of its days nothing stands in the way. What can be softened, tried out or assigned then does not.
pub fn can_come(id: InterventionId, wanted: &KindSet, last: LastYear, env: &Env<'_, '_>) -> bool {
    let Some(at) = env.standpoint() else { return true };
    let before = Answer::any(
        last.year()
            .into_iter()
            .flat_map(|last| 1..=last)
            .map(|year| eval::chosen_in(id, &KindSet::default(), year, env)),
    );
    // What is chosen in the years between can be anything.
    let was = |before: &Answer| before.known().is_none_or(|was| was) || years_between(last, at.year);
    let is_new = before != Answer::Yes;
    Kind::ALL
        .into_iter()
        .filter(|kind| wanted.allows(*kind))
        .any(|kind| (is_new && can_come_as(id, kind, false, env)) || (was(&before) && can_come_as(id, kind, true, env)))
}

/// Whether it can be chosen as this kind in the year in hand, which comes after those of the plan, if it was chosen before it or was
/// not: on one of its days nothing stands in the way.
pub fn can_come_as(id: InterventionId, kind: Kind, before: bool, env: &Env<'_, '_>) -> bool {
    let intervention = env.model.intervention(id);
    let fits = match kind {
        Kind::Nieuw => !before,
        Kind::Continuering | Kind::Doorontwikkeling | Kind::Verdieping | Kind::Onderhoud => {
            before || intervention.without_earlier
        }
    };
    let Some(at) = env.standpoint() else { return fits };
    let can_begin = |day: Date| {
        let covers = |period: &Period| period.covers_from(day, at);
        let refused = |refusal: &NotOffered| refusal.consequences.is_empty() && covers(&refusal.period);
        let offered =
            intervention.offered.iter().all(covers) || intervention.trials.iter().any(|one| covers(&one.period));
        offered && !intervention.not_offered.iter().any(refused) || assigned::may_be(env.model)
    };
    let fits_on = |day: Date| {
        let mut limits = intervention.only_kinds.iter().filter(|limit| limit.period.covers_from(day, at));
        can_begin_as(day, kind, at) && limits.all(|limit| limit.kinds.allows(kind)) && can_begin(day)
    };
    fits && intervention.days(at).iter().any(|day| fits_on(*day))
}

/// Whether a year lies between the last one of a plan and a later one.
fn years_between(last: LastYear, year: u8) -> bool {
    year > 1 && !last.reaches(year - 1)
}

/// Whether a choice of this kind can have a beginning on a day: what is new begins in the programme year, and what is not has perhaps
/// begun before it.
fn can_begin_as(day: Date, kind: Kind, at: Standpoint) -> bool {
    day <= at.last && (kind != Kind::Nieuw || day >= at.first)
}

/// The field of a choice for the day on which the practice begins.
const START: &str = "startdatum";

fn start_field(intervention: &Intervention, env: &Env<'_, '_>) -> Option<FieldId> {
    let record = env.model.record(intervention.record);
    record.fields.find(|field| field.id == START && field.ty == Type::Date)
}

/// Judges every choice of the years that count; `fits` says whether the days of these years are not told to be wrong.
pub fn check(env: &Env<'_, '_>, plan: &Plan, fits: bool, left_out: &mut LeftOut, issues: &mut Vec<Issue>) {
    for year in env.years_so_far().filter_map(|year| plan.year(year)) {
        for choice in &year.choices {
            let intervention = env.model.intervention(choice.intervention);
            let env = env.in_year(year.year).with_choice(choice);
            let look = Look { intervention, choice, year: year.year, env: &env, supposed: None, fits };
            // Whether it is chosen at all is asked first.
            let mut found = if choice.is_refused { Vec::new() } else { look.on_offer() };
            found.extend(look.history(plan, left_out));
            for mut issue in found {
                history::soften(&mut issue, year.year, &env);
                issue.year = Some(year.year);
                issue.intervention = Some(choice.intervention);
                issue.trail = format!("jaren.{}.interventies.{}", year.year, intervention.id);
                if issue.sources.is_empty() {
                    issue.sources.clone_from(&intervention.reasons.sources);
                }
                issues.push(issue);
            }
        }
    }
}

/// How a period lies to a choice.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lies {
    In,
    Out,
    /// The day on which the practice begins would tell, and is not filled in.
    Unsure,
    /// What would tell could not be read; that is a finding of its own.
    Silent,
}

/// Whether it hangs on the day on which the practice begins what is found.
#[derive(Clone, Copy)]
struct Hangs {
    any: bool,
    /// Nothing else is told of it.
    open: bool,
}

/// One choice, looked at.
struct Look<'c, 'e, 'a> {
    intervention: &'c Intervention,
    choice: &'a Choice,
    year: u8,
    env: &'e Env<'e, 'a>,
    /// The day on which the practice begins, where that is not filled in.
    supposed: Option<Date>,
    /// It is not told that the days of the years are wrong.
    fits: bool,
}

impl Look<'_, '_, '_> {
    /// The whole programme year decides; where it lies partly in the period, the day on which the practice begins.
    fn lies(&self, period: &Period) -> Lies {
        let at = self.env.standpoint();
        match (period.cover(self.year, at), at) {
            (Cover::Whole, _) => Lies::In,
            (Cover::Outside, _) => Lies::Out,
            (Cover::Part, Some(at)) => self.by_start(period, at),
            (Cover::Unknown | Cover::Part, _) => Lies::Silent,
        }
    }

    fn by_start(&self, period: &Period, at: Standpoint) -> Lies {
        let field = self.env.model.record(self.intervention.record).position(START);
        if self.choice.data.unread {
            return Lies::Silent;
        }
        let on = |date: Date| match period.cover(self.year, Some(Standpoint { first: date, last: date, ..at })) {
            Cover::Whole => Lies::In,
            Cover::Outside | Cover::Part | Cover::Unknown => Lies::Out,
        };
        match field.and_then(|field| self.choice.data.entry(field)).map(|entry| &entry.content) {
            Some(Content::Value(Value::Date(date))) => on(*date),
            Some(Content::Invalid | Content::Value(_) | Content::List(_) | Content::Record(_)) => Lies::Silent,
            Some(Content::Blank | Content::Filler(_)) | None => self.supposed.map_or(Lies::Unsure, on),
        }
    }

    /// Days on which the practice could begin: one at least of those that the periods do not tell apart.
    fn days(&self) -> Vec<Date> {
        let Some(at) = self.env.standpoint() else { return Vec::new() };
        // Where the kind cannot be read, it is perhaps not new.
        let kind = self.choice.kind.unwrap_or(Kind::Continuering);
        self.intervention.days(at).into_iter().filter(|day| can_begin_as(*day, kind, at)).collect()
    }

    fn message(&self, id: &'static str) -> Text {
        Text::new(id).with("name", &self.intervention.id).with("year", self.year)
    }

    fn issue(&self, text: Text) -> Issue {
        Issue::new("niet-aangeboden", self.choice.key, text)
    }

    /// Its help says what to choose, unless the year lies behind: then it says what can be done still. Where the day on which the
    /// practice begins decides, another day may do as well.
    fn advising(&self, issue: Issue, period: &Period) -> Issue {
        match (consequence::lies_behind(self.env), self.is_by_day(period)) {
            (true, _) => issue,
            (false, true) if self.days().into_iter().any(|day| self.is_free_on(day)) => {
                issue.choosing(Chooses::ChoiceOrDay)
            }
            (false, _) => issue.choosing(Chooses::Choice),
        }
    }

    /// Whether the day on which the practice begins decides how a period lies to the choice.
    fn is_by_day(&self, period: &Period) -> bool {
        period.cover(self.year, self.env.standpoint()) == Cover::Part
    }

    /// Whether nothing stands in the way of a beginning on a day, as far as the periods tell.
    fn is_free_on(&self, day: Date) -> bool {
        let Some(at) = self.env.standpoint() else { return false };
        let limits = self.intervention.only_kinds.iter().filter(|limit| limit.period.covers_from(day, at));
        let kind = self.choice.kind;
        self.intervention.is_offered_on(day, at)
            && limits.into_iter().all(|limit| kind.is_none_or(|kind| limit.kinds.allows(kind)))
    }

    /// Whether it may be chosen then, and as this kind. Where the day on which the practice begins is not filled in, what is so
    /// on any day is certain.
    fn on_offer(&self) -> Vec<Issue> {
        let (found, Hangs { any, open }) = self.found();
        let weight = |issues: &[Issue]| issues.iter().map(|issue| issue.problem.severity).min();
        let start = || open && self.fits;
        if !any || weight(&found) == Some(Severity::Violation) {
            return found.into_iter().chain(start().then(|| self.start_is_open())).collect();
        }
        let mut days = self.days().into_iter();
        let on = |day: Date| Look { supposed: Some(day), ..*self }.found().0;
        let Some(first) = days.next().map(on) else { return found };
        if !days.all(|day| weight(&on(day)) == weight(&first)) {
            return found.into_iter().chain(start().then(|| self.start_is_open())).collect();
        }
        if weight(&first) == Some(Severity::Violation) {
            let issue = self.issue(self.message("not-offered-any-day")).help(self.alternatives());
            return vec![self.advising(issue, &Period::Always)];
        }
        first
    }

    /// What is found, and whether the day on which the practice begins could still tell more.
    fn found(&self) -> (Vec<Issue>, Hangs) {
        let (mut unsure, mut unsure_kind) = (false, false);
        let then = self.unless_assigned(self.then(&mut unsure), &mut unsure);
        // What may not be chosen at all need not be of the right kind as well.
        if then.as_ref().is_some_and(|issue| issue.problem.severity == Severity::Violation) {
            return (then.into_iter().collect(), Hangs { any: false, open: false });
        }
        let kind = self.kind(&mut unsure_kind);
        let mild = then.as_ref().is_none_or(|issue| issue.problem.severity > Severity::Warning);
        let open = mild && (unsure || unsure_kind && kind.is_none());
        (then.into_iter().chain(kind).collect(), Hangs { any: unsure || unsure_kind, open })
    }

    /// What is assigned to the practice counts as offered.
    fn unless_assigned(&self, then: Option<Issue>, unsure: &mut bool) -> Option<Issue> {
        if then.is_none() && !*unsure {
            return None;
        }
        match assigned::is_assigned(self.choice.intervention, self.env) {
            Assigned::No => then,
            Assigned::Yes | Assigned::Unread => {
                *unsure = false;
                None
            }
            Assigned::NoFigures => then.map(|mut issue| {
                if issue.problem.severity == Severity::Violation {
                    let said = issue.problem.message.clone();
                    issue.problem.message = Text::new("offer-without-figures").with("said", said);
                    issue.problem.severity = Severity::Warning;
                }
                issue
            }),
        }
    }

    /// Whether it may be chosen then. Each sentence speaks for itself, and the heaviest of what they find is told: what softens a
    /// refusal softens that one alone.
    fn then(&self, unsure: &mut bool) -> Option<Issue> {
        let mut found = self.refused(unsure);
        let is_refused = |issue: &Issue| issue.problem.severity == Severity::Violation;
        if !found.iter().any(is_refused) {
            found.extend(self.out_of_offer(unsure));
        }
        found.into_iter().min_by_key(|issue| issue.problem.severity)
    }

    /// What the refusals say.
    fn refused(&self, unsure: &mut bool) -> Vec<Issue> {
        let softer = self.env.model.program.refusals.get(self.choice.intervention);
        let mut found = Vec::new();
        for (refusal, softer) in self.intervention.not_offered.iter().zip(softer) {
            match self.lies(&refusal.period) {
                Lies::In => {
                    let text = match &refusal.period {
                        Period::Always => self.message("not-offered"),
                        period => self.message("not-offered-period").with("period", say_period(period)),
                    };
                    let issue = self.issue(text.with("reason", &refusal.reason)).sources(&refusal.sources);
                    let issue = match self.parts() {
                        // Who wrote this means one of them.
                        Some(parts) => issue.help(parts),
                        None => self.advising(issue.help(self.alternatives()), &refusal.period),
                    };
                    let following = consequence::following(softer, Case::NotMet, self.env);
                    found.extend(self.certain(soften(issue, &following, self.env), &refusal.period));
                }
                Lies::Out | Lies::Silent => {}
                Lies::Unsure => *unsure = true,
            }
        }
        found
    }

    /// What the offer itself says: a trial stands in its place, and what is assigned is not for the practice to choose.
    fn out_of_offer(&self, unsure: &mut bool) -> Option<Issue> {
        let mut in_trial = false;
        for trial in &self.intervention.trials {
            match self.lies(&trial.period) {
                Lies::In => {
                    let text = self.message("only-trial").with("reason", &trial.reason);
                    let help = if consequence::lies_behind(self.env) {
                        history::told_already(self.year, self.env)
                    } else {
                        Text::new("only-trial-help")
                    };
                    return self.certain(Some(self.issue(text).help(help).warning()), &trial.period);
                }
                Lies::Out => {}
                Lies::Silent => return None,
                Lies::Unsure => in_trial = true,
            }
        }
        *unsure |= in_trial;
        for period in &self.intervention.offered {
            match self.lies(period) {
                Lies::In | Lies::Silent => {}
                Lies::Out if !in_trial => {
                    let id = if self.is_by_day(period) { "not-offered-start" } else { "not-offered-then" };
                    let text = self.message(id).with("period", say_period(period));
                    return Some(self.advising(self.issue(text).help(self.alternatives()), period));
                }
                Lies::Out | Lies::Unsure => *unsure = true,
            }
        }
        let by = self.intervention.assigned.as_ref().filter(|_| !consequence::lies_behind(self.env))?;
        let mut issue =
            self.issue(self.message("assigned-choice").with("by", by)).help(Text::new("assigned-choice-help"));
        issue.problem.severity = Severity::Review;
        Some(issue)
    }

    /// What is found of a period. What only warns of days says nothing where these are told to be wrong.
    fn certain(&self, issue: Option<Issue>, period: &Period) -> Option<Issue> {
        issue.filter(|issue| self.fits || issue.problem.severity != Severity::Warning || period.days().is_none())
    }

    /// Whether it may be chosen as this kind.
    fn kind(&self, unsure: &mut bool) -> Option<Issue> {
        let kind = self.choice.kind?;
        for limit in self.intervention.only_kinds.iter().filter(|limit| !limit.kinds.allows(kind)) {
            match self.lies(&limit.period) {
                Lies::In => {
                    let help = match kinds(self.choice.intervention, &limit.kinds, self.env) {
                        Some(kinds) => Text::new("only-kinds-help").with("kinds", name_kinds(&kinds.0, Join::Or)),
                        None => Text::new("no-alternatives"),
                    };
                    let help = if consequence::lies_behind(self.env) {
                        history::told_already(self.year, self.env)
                    } else {
                        help
                    };
                    let text = self.message("only-kinds");
                    let issue = Issue::new("niet-aangeboden", self.choice.kind_span, text).help(help);
                    return Some(self.advising(issue, &limit.period));
                }
                Lies::Out | Lies::Silent => {}
                Lies::Unsure => *unsure = true,
            }
        }
        None
    }

    /// It hangs on the day on which the practice begins, and that is not filled in.
    fn start_is_open(&self) -> Issue {
        let has = start_field(self.intervention, self.env).is_some();
        let help = Text::new(if has { "offer-unsure-help-start" } else { "offer-unsure-help" });
        self.issue(self.message("offer-unsure")).help(help).lacking(has.then_some(START)).warning()
    }

    /// What this is the name of together, when parts of it can be chosen now.
    fn parts(&self) -> Option<Text> {
        let all = self.env.model.interventions.pairs();
        let is_part = |found: &Intervention| {
            let whole = found.part_of.map(|id| self.env.model.intervention(id));
            whole.is_some_and(|whole| whole.id == self.intervention.id)
        };
        let parts: Vec<String> = all
            .filter(|(id, found)| is_part(found) && can_be_proposed(*id, self.env) && self.can_replace(*id))
            .map(|(_, found)| format!("`{}`", found.id))
            .collect();
        let now = !parts.is_empty() && !consequence::lies_behind(self.env);
        now.then(|| Text::new("choose-part").with("names", Arg::words(parts, Join::Or)))
    }

    /// The other interventions of the kernelement that can be proposed now; for a year that lies behind, what can be done still.
    fn alternatives(&self) -> Text {
        if consequence::lies_behind(self.env) {
            return history::told_already(self.year, self.env);
        }
        let others = self.env.model.interventions_of(self.intervention.element);
        let others: Vec<String> = others
            .filter(|(id, _)| can_be_proposed(*id, self.env) && self.can_replace(*id))
            .map(|(_, other)| format!("`{}`", other.id))
            .collect();
        if others.is_empty() {
            Text::new("no-alternatives")
        } else {
            Text::new("choose-from").with("names", Arg::words(others, Join::Comma))
        }
    }

    /// Whether an intervention can stand in the place of this one: it does not stand there yet, and may be chosen.
    fn can_replace(&self, id: InterventionId) -> bool {
        let stands =
            self.env.year_plan().is_some_and(|year| year.choices.iter().any(|choice| choice.intervention == id));
        !stands && kinds(id, &KindSet::default(), self.env).is_some()
    }

    /// `nieuw` for something chosen before, or going on with something never chosen.
    fn history(&self, plan: &Plan, left_out: &mut LeftOut) -> Option<Issue> {
        let kind = self.choice.kind?;
        let message = |id: &'static str| self.message(id).with("kind", said_kind(kind));
        let issue = |id: &'static str| Issue::new("soort-keuze", self.choice.kind_span, message(id));
        let before = eval::answer(&Formula::Chosen(KindSet::default(), Years::Earlier), self.env);
        match (kind, before) {
            (Kind::Nieuw, Answer::Yes) => {
                let issue = issue("kind-not-new").help(Text::new("kind-not-new-help")).choosing(Chooses::Choice);
                let earlier = plan.years.iter().filter(|earlier| earlier.year < self.year);
                let first = earlier
                    .flat_map(|earlier| earlier.choices.iter().map(move |choice| (earlier.year, choice)))
                    .find(|(_, earlier)| earlier.intervention == self.choice.intervention);
                Some(match first {
                    Some((year, earlier)) => issue.also(earlier.key, Text::new("chosen-here").with("year", year)),
                    None => issue,
                })
            }
            (Kind::Nieuw, Answer::No) | (_, Answer::Yes) => None,
            (_, Answer::No) if self.intervention.without_earlier => None,
            (_, Answer::No) => {
                let issue = issue("kind-never-chosen").help(Text::new("kind-never-chosen-help"));
                Some(issue.choosing(Chooses::KindOrStart))
            }
            (kind, Answer::Unknown(gaps)) => {
                if kind == Kind::Nieuw || !self.intervention.without_earlier {
                    left_out.note(&gaps, Undecided::Kinds);
                }
                None
            }
        }
    }
}

/// What a refusal becomes under the conditions that the regioplan gives. When it is not known what follows, somebody must look.
fn soften(mut issue: Issue, following: &Following<'_>, env: &Env<'_, '_>) -> Option<Issue> {
    let outcome = match following {
        Following::Nothing => return Some(issue),
        Following::Sequel(found) => &found.outcome,
        Following::Unknown { missing, .. } if Cause::of(missing) != Cause::Fields => return None,
        Following::Unknown { missing, worst, .. } => {
            let mut fields: Vec<Arg> = Vec::new();
            for words in
                missing.iter().filter_map(|gap| if let GapKind::Field(words) = &gap.kind { Some(words) } else { None })
            {
                let name = name_path(words);
                if !fields.contains(&name) {
                    fields.push(name);
                }
            }
            let said = issue.problem.message.clone();
            issue.problem.message =
                Text::new("offer-missing").with("said", said).with("fields", Arg::List(fields, Join::And));
            worst
        }
    };
    let severity = match outcome {
        Consequent::Violation => Severity::Violation,
        Consequent::Warning | Consequent::NotVerifiable => Severity::Warning,
        // Who judges it did so with the plan of that year.
        Consequent::Review(_) if consequence::lies_behind(env) => return None,
        Consequent::Review(by) => {
            issue = issue.help(Text::new("judged-by").with("by", by));
            issue.chooses = None;
            Severity::Review
        }
        Consequent::Later => Severity::Pending,
        Consequent::Fine => return None,
    };
    issue.problem.severity = severity;
    Some(issue)
}

/// The kinds as which an intervention can be chosen in the year in hand, among those that are wanted: empty when nothing limits
/// them, and none when there is no such kind.
pub fn kinds(id: InterventionId, wanted: &KindSet, env: &Env<'_, '_>) -> Option<KindSet> {
    let intervention = env.model.intervention(id);
    let year = env.year()?;
    let at = env.standpoint();
    let limits: Vec<&KindSet> = intervention
        .only_kinds
        .iter()
        .filter(|limit| limit.period.cover(year, at) != Cover::Outside)
        .map(|limit| &limit.kinds)
        .collect();
    if wanted.0.is_empty() && limits.is_empty() {
        return Some(KindSet::default());
    }
    let earlier = Formula::Chosen(KindSet::default(), Years::Earlier);
    let before = eval::answer(&earlier, &env.with_intervention(id));
    let fits = |kind: &Kind| match kind {
        Kind::Nieuw => before != Answer::Yes,
        Kind::Continuering | Kind::Doorontwikkeling | Kind::Verdieping | Kind::Onderhoud => {
            before != Answer::No || intervention.without_earlier
        }
    };
    let all = if wanted.0.is_empty() { Kind::ALL.to_vec() } else { wanted.0.clone() };
    let allowed = |kind: &Kind| limits.iter().all(|limit| limit.allows(*kind)) && fits(kind);
    let kinds: Vec<Kind> = all.into_iter().filter(allowed).collect();
    (!kinds.is_empty()).then_some(KindSet(kinds))
}
