//! One verdict for each rule, year and choice or member it applies to.

use crate::model::{Case, Demand, Formula, Meaning, Ref, Rule, RuleId, RuleScope};
use crate::value::Value;

use super::ahead;
use super::answer::Answer;
use super::consequence::{self, Ending};
use super::deadlines;
use super::double::{self, Shared};
use super::env::{Env, Scope, unreadable};
use super::eval;
use super::explain;
use super::left_out::Undecided;
use super::members::{Item, Members, members};
use super::outcome::{Cause, Counted, Failure, Gap, NotApplicable, State, Verdict};
use super::quantity;
use super::verdicts::Verdicts;

/// Judges all rules of practices.
pub fn all(env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
    for index in env.model.rules.ids() {
        one(index, env, verdicts);
    }
}

/// Judges one rule of practices.
pub fn one(index: RuleId, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
    let judge = Judge::of(index, env);
    if judge.rule.whole_region || verdicts.keep().passes_over(judge.rule, env.now) {
        return;
    }
    let before = verdicts.given();
    match judge.rule.owner.intervention() {
        None if !judge.rule.lacks.is_empty() => judge.not_here(env, verdicts),
        Some(_) => judge.in_choices(env, verdicts),
        None => judge.in_scope(env, verdicts),
    }
    if verdicts.given() == before {
        // No year, choice or member that the rule is about.
        verdicts.push_quiet(|| judge.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
    }
}

/// Judges a rule over a region: once, or for the calendar year in hand.
pub fn of_region(index: RuleId, env: &Env<'_, '_>) -> Vec<Verdict> {
    let mut verdicts = Verdicts::default();
    let judge = Judge::of(index, env);
    let speaks = env.days().is_some_and(|(first, _)| judge.rule.scope.speaks_on(first));
    if speaks {
        judge.judge(env, &mut verdicts);
    }
    if verdicts.given() == 0 {
        verdicts.push_quiet(|| judge.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
    }
    let mut verdicts = verdicts.into_kept();
    for verdict in &mut verdicts {
        verdict.year = None;
    }
    verdicts
}

/// Whether a rule applies in the year in hand: it is in force, speaks then, and its conditions hold.
pub fn applies(index: RuleId, rule: &Rule, env: &Env<'_, '_>) -> Answer {
    let speaks = env.year().map_or(Some(false), |year| rule.scope.speaks(year, env.plan_years(), env.standpoint()));
    if rests(rule, env).is_some() || speaks == Some(false) {
        return Answer::No;
    }
    let conditions = &env.model.program.rules.get(index).conditions;
    let speaks = Answer::maybe(speaks, || vec![unreadable(env.place())]);
    let holds = conditions.iter().map(|condition| eval::answer(condition, env));
    Answer::all(std::iter::once(speaks).chain(holds))
}

/// Whether a rule over the region applies: it is in force, speaks in the calendar year in hand, and its conditions hold.
pub fn applies_to_region(index: RuleId, rule: &Rule, env: &Env<'_, '_>) -> Answer {
    let speaks = env.days().is_some_and(|(first, _)| rule.scope.speaks_on(first));
    if rests(rule, env).is_some() || !speaks {
        return Answer::No;
    }
    let conditions = &env.model.program.rules.get(index).conditions;
    Answer::all(conditions.iter().map(|condition| eval::answer(condition, env)))
}

/// Whether a violation of a rule is one here and now: the rule is in force, and is not due only later.
pub fn counts_now(rule: &Rule, env: &Env<'_, '_>) -> bool {
    let early = rule.standing.at_accounting && !env.accounts();
    let later = rule.standing.from.is_some_and(|from| env.now.reference < from);
    rests(rule, env).is_none() && !early && !later
}

/// Why a rule says nothing here at all.
fn rests(rule: &Rule, env: &Env<'_, '_>) -> Option<NotApplicable> {
    let standing = &rule.standing;
    let over = standing.until.is_some_and(|until| env.now.reference > until);
    if standing.not_yet.is_some() || over {
        return Some(NotApplicable::NotInForce);
    }
    (standing.at_accounting && consequence::lies_behind(env)).then_some(NotApplicable::AccountedEarlier)
}

struct Judge<'m> {
    rule: &'m Rule,
    meaning: &'m Meaning,
    index: RuleId,
}

impl<'m> Judge<'m> {
    fn of(index: RuleId, env: &Env<'_, 'm>) -> Self {
        Self { rule: env.model.rules.get(index), meaning: env.model.program.rules.get(index), index }
    }

    fn in_scope<'a>(&self, env: &Env<'_, 'a>, verdicts: &mut Verdicts<'_>)
    where
        'm: 'a,
    {
        let (Some(of), own) = (env.in_hand(), env.own()) else { return };
        match (&self.rule.scope, own) {
            (RuleScope::Once, _) => self.judge(env, verdicts),
            (RuleScope::OwnYear(_) | RuleScope::Each(_) | RuleScope::Together(_), None) => {
                self.undecided(env, unreadable(of.plan.frame.top), verdicts);
            }
            // A rule of the plan's own years passes over the others by itself.
            (RuleScope::OwnYear(_) | RuleScope::Each(_), Some(_)) => {
                for year in env.years_so_far() {
                    self.in_year(&env.in_year(year), verdicts);
                }
            }
            (RuleScope::Together(years), Some(_)) => {
                if years.iter().min().is_none_or(|first| env.reaches(*first)) {
                    self.judge(&Env { scope: Scope::Years(of, years), ..*env }, verdicts);
                }
            }
        }
    }

    /// What the rule names is not in this region, so no plan can meet it or break it. That is told once, for the last year in which
    /// it would have spoken.
    fn not_here(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
        let Some(of) = env.in_hand() else { return };
        let mut envs: Vec<Env<'_, '_>> = match &self.rule.scope {
            RuleScope::Once => vec![*env],
            RuleScope::OwnYear(_) | RuleScope::Each(_) => env.years_so_far().map(|year| env.in_year(year)).collect(),
            RuleScope::Together(years) => vec![Env { scope: Scope::Years(of, years), ..*env }],
        };
        envs.reverse();
        let speaks = |env: &Env<'_, '_>| {
            let in_year = |year| self.rule.scope.speaks(year, env.plan_years(), env.standpoint()) != Some(false);
            let conditions = || self.meaning.conditions.iter().map(|condition| eval::answer(condition, env));
            env.year().is_none_or(in_year) && rests(self.rule, env).is_none() && Answer::all(conditions()) != Answer::No
        };
        if let Some(env) = envs.iter().find(|env| speaks(env)) {
            verdicts.push(self.verdict(env, State::NotVerifiable { reported: false }));
        }
    }

    fn in_year(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
        let Some(year) = env.year() else { return };
        match self.rule.scope.speaks(year, env.plan_years(), env.standpoint()) {
            Some(false) => {}
            None => self.undecided(env, unreadable(env.place()), verdicts),
            // Of a year that is left out, what needs nothing of it is certain all the same.
            Some(true) => self.judge(env, verdicts),
        }
    }

    /// A rule of an intervention: once for each year in which it is chosen.
    fn in_choices(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
        let (Some(id), Some(_), Some(plan)) = (self.rule.owner.intervention(), env.own(), env.plan()) else { return };
        for year in env.years_so_far().filter_map(|year| plan.year(year)) {
            for choice in year.choices.iter().filter(|choice| choice.intervention == id) {
                let env = env.in_year(year.year).with_choice(choice);
                match self.rule.scope.speaks(year.year, env.plan_years(), env.standpoint()) {
                    // Whether it is chosen is not known.
                    Some(true) if choice.is_refused => {
                        let gaps = vec![unreadable(choice.kind_span)];
                        self.perhaps(&env, gaps, verdicts, |env, tried| self.judge(env, tried));
                    }
                    Some(true) => self.judge(&env, verdicts),
                    Some(false) => {}
                    None => self.undecided(&env, unreadable(choice.key), verdicts),
                }
            }
        }
    }

    fn judge(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
        if let Some(reason) = rests(self.rule, env) {
            verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(reason)));
            return;
        }
        match Answer::all(self.meaning.conditions.iter().map(|condition| eval::answer(condition, env))) {
            Answer::Yes => self.judge_all(env, verdicts),
            Answer::No => verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(NotApplicable::Condition))),
            Answer::Unknown(gaps) => self.perhaps(env, gaps, verdicts, |env, tried| self.judge_all(env, tried)),
        }
    }

    /// What is said where it is not known whether the rule speaks: nothing, when it has nothing to say anyway; that is certain, and
    /// whatever is missing makes no difference.
    fn perhaps<'a>(
        &self,
        env: &Env<'_, 'a>,
        gaps: Vec<Gap>,
        verdicts: &mut Verdicts<'_>,
        speak: impl FnOnce(&Env<'_, 'a>, &mut Verdicts<'_>),
    ) {
        let mut tried = Verdicts::default();
        speak(env, &mut tried);
        let tried = tried.into_kept();
        if tried.iter().all(|verdict| matches!(verdict.state, State::Met | State::NotApplicable(_))) {
            for verdict in tried {
                verdicts.push_quiet(|| verdict);
            }
        } else {
            self.give(env, Ending::unknown_condition(gaps), verdicts);
        }
    }

    /// The demands, for each member where the rule says so; its conditions hold.
    fn judge_all(&self, env: &Env<'_, '_>, verdicts: &mut Verdicts<'_>) {
        let Some(for_each) = &self.meaning.for_each else {
            let ending = self.demands(env);
            self.give(env, ending, verdicts);
            return;
        };
        let before = verdicts.given();
        let found = members(&for_each.of, env);
        match &for_each.same {
            Some(field) => self.groups(found, field, env, verdicts),
            None => self.members(found, env, verdicts),
        }
        if verdicts.given() == before {
            verdicts.push_quiet(|| self.verdict(env, State::NotApplicable(NotApplicable::Nothing)));
        }
    }

    /// Each member by itself.
    fn members<'a>(&self, found: Members<'a>, env: &Env<'_, 'a>, verdicts: &mut Verdicts<'_>) {
        for item in &found.sure {
            item.within(env, |inner| {
                let ending = self.demands(inner);
                self.give(inner, ending, verdicts);
            });
        }
        for (item, gaps) in found.unsure {
            item.within(env, |inner| {
                self.perhaps(inner, gaps, verdicts, |inner, tried| self.give(inner, self.demands(inner), tried));
            });
        }
        if found.others > 0 {
            self.give(env, Ending::unknown_condition(found.why), verdicts);
        }
    }

    /// The members with the same value stand together; one without a value belongs nowhere.
    fn groups<'a>(&self, found: Members<'a>, field: &Ref, env: &Env<'_, 'a>, verdicts: &mut Verdicts<'_>) {
        let mut groups: Vec<(Value, Vec<Item<'a>>)> = Vec::new();
        let mut strays: Vec<(Item<'a>, Vec<Gap>)> = Vec::new();
        for item in found.sure {
            match quantity::value(field, item, env) {
                Ok((value, _)) => match groups.iter_mut().find(|(known, _)| *known == *value) {
                    Some((_, members)) => members.push(item),
                    None => groups.push((value.into_owned(), vec![item])),
                },
                Err(gaps) => strays.push((item, gaps)),
            }
        }
        // Whoever belongs nowhere may belong to any of them; that is told once, at the member itself.
        let unsaid = |item: Item<'a>| (item, vec![unreadable(item.span())]);
        let open: Vec<(Item<'a>, Vec<Gap>)> =
            found.unsure.iter().chain(&strays).map(|(item, _)| unsaid(*item)).collect();
        let known: Vec<Item<'a>> = groups.iter().flat_map(|(_, members)| members.iter().copied()).collect();
        let mut is_broken = false;
        for (value, members) in groups {
            let place = members.first().map(|item| item.span());
            let counted = counted(&members);
            let those = Members { sure: members, unsure: open.clone(), others: found.others, why: found.why.clone() };
            let inner = Env { those: Some(&those), ..*env };
            let ending = self.demands(&inner);
            is_broken |= ending.case == Case::NotMet;
            let mut verdict = self.finish(&inner, ending, verdicts);
            verdict.group = Some(value);
            verdict.counted = counted;
            verdict.place = place.unwrap_or(verdict.place);
            verdicts.push(verdict);
        }
        for (number, (item, gaps)) in strays.iter().enumerate() {
            // Whichever it belongs to, it is there itself: that may be enough to break a demand. Where one is broken already, it may
            // be the same.
            let others = strays.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, (other, _))| *other);
            let unsure = found.unsure.iter().map(|(other, _)| *other).chain(known.iter().copied()).chain(others);
            let unsure = unsure.map(unsaid).collect();
            let those = Members { sure: vec![*item], unsure, others: found.others, why: found.why.clone() };
            let inner = Env { those: Some(&those), ..*env };
            let ending = self.demands(&inner);
            let verdict = match ending.case {
                // With whomever it stands, it is in order.
                Case::Met => self.finish(&inner, ending, verdicts),
                Case::NotMet if !is_broken => {
                    is_broken = true;
                    self.finish(&inner, ending, verdicts)
                }
                Case::NotMet | Case::Missing => self.finish(env, Ending::unknown_condition(gaps.clone()), verdicts),
            };
            verdicts.push(alone(verdict, *item));
        }
        let all = || known.iter().copied().chain(strays.iter().map(|(item, _)| *item));
        for (number, (item, gaps)) in found.unsure.iter().enumerate() {
            // If it is one of them, it stands with some of the others.
            let others = found.unsure.iter().enumerate().filter(|(at, _)| *at != number).map(|(_, (other, _))| *other);
            let unsure = all().chain(others).map(unsaid).collect();
            let those = Members { sure: vec![*item], unsure, others: found.others, why: found.why.clone() };
            let inner = Env { those: Some(&those), ..*env };
            let mut tried = Verdicts::default();
            let certain = self.finish(&inner, self.demands(&inner), &mut tried);
            let verdict = if matches!(certain.state, State::Met | State::NotApplicable(_)) {
                certain
            } else {
                self.finish(env, Ending::unknown_condition(gaps.clone()), verdicts)
            };
            verdicts.push(alone(verdict, *item));
        }
        if found.others > 0 {
            self.give(env, Ending::unknown_condition(found.why), verdicts);
        }
    }

    /// How the demands come out; choices that a later year can still bring are no failure yet.
    fn demands(&self, env: &Env<'_, '_>) -> Ending {
        let mut failures = Vec::new();
        // What is missing, and whether it only decides if another rule applies.
        let mut unknown: Vec<(Vec<Gap>, bool)> = Vec::new();
        let mut later = Vec::new();
        for (number, demand) in self.meaning.demands.iter().enumerate() {
            match self.demand(number, demand, env) {
                Outcome::Yes => {}
                Outcome::NotYet => later.push((number, demand)),
                Outcome::No(failure) => failures.push(failure),
                Outcome::Unknown(gaps) => unknown.push((gaps, false)),
                Outcome::Unsure(gaps) => unknown.push((gaps, true)),
            }
        }
        // Each by itself can still be met, but perhaps not all of them together.
        if !later.is_empty() {
            match ahead::possible(self.meaning.demands.iter(), env) {
                Answer::Yes => {}
                Answer::Unknown(gaps) => unknown.push((gaps, false)),
                Answer::No => {
                    let failure =
                        |(number, demand): (usize, &Formula)| explain::failure(self.rule, number, demand, env);
                    failures.extend(later.drain(..).map(failure));
                }
            }
        }
        let case = match (failures.is_empty(), unknown.is_empty()) {
            (false, _) => Case::NotMet,
            (true, false) => Case::Missing,
            (true, true) => Case::Met,
        };
        // A demand that only lacks fields can be mended whatever becomes of the others.
        let by_fields = unknown.iter().any(|(gaps, _)| Cause::of(gaps) == Cause::Fields);
        let may_be_broken =
            by_fields && case == Case::Missing && unknown.iter().any(|(gaps, _)| Cause::of(gaps) == Cause::Told);
        unknown.retain(|(gaps, _)| !by_fields || Cause::of(gaps) == Cause::Fields);
        let of_condition = !unknown.is_empty() && unknown.iter().all(|(_, of_condition)| *of_condition);
        let gaps = unknown.into_iter().flat_map(|(gaps, _)| gaps).collect();
        let not_yet = !later.is_empty() && case == Case::Met;
        Ending { case, failures, gaps, of_condition, not_yet, may_be_broken }
    }

    fn demand(&self, number: usize, demand: &Formula, env: &Env<'_, '_>) -> Outcome {
        let chooses = matches!(self.rule.demands.get(number), Some(Demand::Choose { .. }));
        if chooses && !self.rule.not_double.is_empty() {
            return match double::judge(self.index, number, env) {
                Shared::Enough => Outcome::Yes,
                Shared::Short(sharing) => Outcome::No(explain::short(self.rule, *sharing, env)),
                Shared::Unknown(gaps) => Outcome::Unknown(gaps),
                Shared::Unsure(gaps) => Outcome::Unsure(gaps),
            };
        }
        match eval::answer(demand, env) {
            Answer::Yes => Outcome::Yes,
            Answer::Unknown(gaps) => Outcome::Unknown(gaps),
            Answer::No => match ahead::possible(std::iter::once(demand), env) {
                Answer::Yes => Outcome::NotYet,
                Answer::Unknown(gaps) => Outcome::Unknown(gaps),
                Answer::No => Outcome::No(explain::failure(self.rule, number, demand, env)),
            },
        }
    }

    fn give(&self, env: &Env<'_, '_>, ending: Ending, verdicts: &mut Verdicts<'_>) {
        let verdict = self.finish(env, ending, verdicts);
        verdicts.push(verdict);
    }

    /// The verdict on how the rule came out.
    fn finish(&self, env: &Env<'_, '_>, mut ending: Ending, verdicts: &mut Verdicts<'_>) -> Verdict {
        let told = |gaps: &[Gap]| verdicts.are_told(gaps);
        let blank = self.only_lacks_told(&ending, env, told);
        let state = consequence::state(self.rule, self.meaning, &mut ending, env, told);
        let state = if blank && state.severity().is_some() { State::NotVerifiable { reported: true } } else { state };
        let asked_now = !self.rule.standing.at_accounting || env.accounts();
        if asked_now && matches!(state, State::NotVerifiable { reported: true }) {
            verdicts.left_out.note(&ending.gaps, Undecided::Rule(self.index));
        }
        let quiet = matches!(state, State::Met | State::NotApplicable(_));
        let mut verdict = self.verdict(env, state);
        if verdict.state == State::Pending && ending.not_yet {
            verdict.year = last_chance(env);
        }
        if verdict.state == State::Pending && !self.rule.standing.at_accounting {
            verdict.due = deadlines::open_day(self.meaning, env);
        }
        // What a person judges stands where the rule looks, when there is nothing wrong to point at.
        let by_person =
            matches!(verdict.state, State::Review(_)) && ending.failures.is_empty() && ending.gaps.is_empty();
        if by_person && env.choice.is_none() && env.member.is_none() {
            let mut looked_at = self.meaning.demands.iter().chain(&self.meaning.conditions);
            verdict.place = looked_at.find_map(|formula| explain::stands(formula, env)).unwrap_or(verdict.place);
        }
        if !quiet {
            verdict.failures = ending.failures;
            verdict.gaps = ending.gaps.into_iter().map(|gap| gap.of(env.practice())).collect();
        }
        verdict
    }

    /// Whether all that is wrong is that fields are not filled in of which a finding of its own says that they must be.
    fn only_lacks_told(&self, ending: &Ending, env: &Env<'_, '_>, told: impl Fn(&[Gap]) -> bool) -> bool {
        let lacks = |failure: &Failure| match failure {
            Failure::Cond { demand, .. } => {
                let Some(Formula::Filled(target)) = self.meaning.demands.get(*demand) else { return false };
                env.find(target).err().is_some_and(|gap| told(&[gap]))
            }
            Failure::Choices { .. } => false,
        };
        !ending.failures.is_empty() && ending.failures.iter().all(lacks) && told(&ending.gaps)
    }

    fn verdict(&self, env: &Env<'_, '_>, state: State) -> Verdict {
        Verdict {
            rule: self.index,
            year: env.year(),
            intervention: env.choice.map(|choice| choice.intervention),
            place: env.place(),
            state,
            failures: Vec::new(),
            gaps: Vec::new(),
            due: None,
            group: None,
            counted: match env.scope {
                Scope::Practice(_, at) => vec![Counted { practice: at.practice, year: at.year, place: env.place() }],
                Scope::Region(_) if self.rule.for_each.is_none() => counted(&self.named(env)),
                Scope::Region(_) | Scope::Plan(_) | Scope::Year(..) | Scope::Years(..) => Vec::new(),
            },
        }
    }

    /// The members of every domain that a rule without `voor elk` asks about.
    fn named<'a>(&self, env: &Env<'_, 'a>) -> Vec<Item<'a>> {
        let domains = self.meaning.demands.iter().flat_map(Formula::domains);
        domains.flat_map(|domain| members(domain, env).sure).collect()
    }

    /// What would tell whether the rule speaks here could not be read; that is a finding of its own.
    fn undecided(&self, env: &Env<'_, '_>, gap: Gap, verdicts: &mut Verdicts<'_>) {
        let mut verdict = self.verdict(env, State::NotVerifiable { reported: true });
        verdict.gaps.push(gap);
        verdicts.push(verdict);
    }
}

/// How one demand comes out.
enum Outcome {
    Yes,
    NotYet,
    No(Failure),
    Unknown(Vec<Gap>),
    /// It hangs on whether another rule applies.
    Unsure(Vec<Gap>),
}

/// The last year in which what is asked of several years together can still come: it is due when that one is accounted for.
fn last_chance(env: &Env<'_, '_>) -> Option<u8> {
    let Scope::Years(_, years) = env.scope else { return env.year() };
    years.iter().copied().filter(|year| env.has_year(*year)).max().or(env.year())
}

/// What is said at one member that stands by itself.
fn alone(mut verdict: Verdict, item: Item<'_>) -> Verdict {
    verdict.counted = counted(&[item]);
    verdict.place = item.span();
    verdict
}

/// Where the members of a region stand that counted.
fn counted(items: &[Item<'_>]) -> Vec<Counted> {
    let one = |item: &Item<'_>| {
        let at = item.at?;
        Some(Counted { practice: at.practice, year: at.year, place: item.span() })
    };
    items.iter().filter_map(one).collect()
}
