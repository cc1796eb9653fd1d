//! The words of a finding: what was asked, what was found, where to look, what to do.
//!
//! Made from the rule and the facts of its verdict; nothing is evaluated here.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::check::{Counts, Failure, Gap, GapKind, Limit, Proposal, Shown, State, Verdict, Worked};
use crate::diagnostic::{Arg, Join, Label, Text};
use crate::model::{
    Amount, Comparison, Cond, Contents, Demand, Expr, InterventionId, Kind, Ref, Rule, RuleId, RuleScope, Shared, Type,
    Unit, help_evidence, name_kinds, name_path, said_kind, say_added, say_cond, say_demand, say_money, say_times,
};
use crate::plan::shorten;
use crate::solve::{Broken, Wanted, is_of_choices};
use crate::source::Span;
use crate::value::Value;

/// A verdict with what it rests on.
pub struct Wording<'a> {
    pub model: &'a Contents,
    pub verdict: &'a Verdict,
    pub rule: &'a Rule,
    /// It is about a year that was handed in before.
    pub past: bool,
    /// What must be said to find the regioplan again, where its name is not enough.
    pub told: Option<&'a str>,
    /// The choice that the verdict is about, and its kind, when it stands in one line, where no field can be.
    pub short: Option<(&'a str, &'static str)>,
}

impl Wording<'_> {
    /// The value that decided, else the place of the verdict; and what else to look at.
    pub fn places(&self) -> (Span, Vec<Label>) {
        let mut others = Vec::new();
        for failure in &self.verdict.failures {
            if let Failure::Choices { counted, present, .. } = failure {
                for (id, kind, span) in present.iter().filter(|(id, _, _)| !counted.contains(id)) {
                    let name = self.name(*id);
                    let text = match kind {
                        Some(kind) => Text::new("label-counts-not").with("name", name).with("kind", said_kind(*kind)),
                        None => Text::new("label-counts-not-kind").with("name", name),
                    };
                    others.push(Label::new(*span, text));
                }
            }
        }
        let seen = self.verdict.failures.iter().find_map(|failure| match failure {
            Failure::Cond { seen: Some(seen), .. } => {
                let is_whole = matches!(seen.shown, Shown::Count { .. } | Shown::Range { .. });
                (!is_whole).then_some(seen.span)
            }
            Failure::Cond { seen: None, .. } | Failure::Choices { .. } => None,
        });
        let is_seen = |gap: &&Gap| matches!(gap.kind, GapKind::Field(_) | GapKind::Empty(..) | GapKind::StillAhead(..));
        let gap = self.verdict.gaps.iter().find(is_seen).map(|gap| gap.place);
        (seen.or(gap).unwrap_or(self.verdict.place), others)
    }

    fn name(&self, id: InterventionId) -> &str {
        self.model.intervention(id).id.as_str()
    }

    /// What was asked and what was found.
    pub fn detail(&self) -> Text {
        if !self.rule.lacks.is_empty() {
            let names = self.rule.lacks.iter().map(|name| format!("`{name}`"));
            let text = Text::new("detail-not-here").with("names", Arg::words(names, Join::And));
            return text.with("region", self.model.full_id());
        }
        let facts = self.facts();
        let text = match &self.verdict.state {
            State::Review(by) if self.verdict.failures.is_empty() && self.verdict.gaps.is_empty() => {
                match &self.rule.standing.judged {
                    Some(about) => Text::new("detail-judged").with("by", by).with("about", about),
                    None => Text::new("detail-review-met").with("by", by),
                }
            }
            State::Review(by) => Text::new("detail-review").with("by", by).with("facts", facts),
            State::Pending => Text::new("detail-plain").with("facts", facts),
            State::NotVerifiable { .. } => Text::new("detail-not-verifiable").with("facts", facts),
            State::Warned { violation_from: Some(date) } => {
                Text::new("detail-violation-from").with("date", *date).with("facts", facts)
            }
            State::Warned { violation_from: None } | State::Violated | State::Met | State::NotApplicable(_) => {
                Text::new("detail-plain").with("facts", facts)
            }
        };
        match (self.verdict.year, &self.rule.scope) {
            (_, RuleScope::Together(years)) => Text::new("detail-years")
                .with("years", Arg::words(years.iter().map(u8::to_string), Join::And))
                .with("detail", text),
            (Some(year), _) => Text::new("detail-year").with("year", year).with("detail", text),
            (None, _) => text,
        }
    }

    fn facts(&self) -> Arg {
        let mut facts: Vec<Arg> =
            self.verdict.failures.iter().map(|failure| Arg::Text(self.failure(failure))).collect();
        let missing = fields(self.verdict.gaps.iter().filter(|gap| gap.filler.is_none()));
        if !missing.is_empty() {
            facts.push(Arg::Text(Text::new("fact-missing").with("fields", said(&missing))));
        }
        facts.extend(fillers(&self.verdict.gaps));
        for gap in &self.verdict.gaps {
            let seen = match &gap.kind {
                GapKind::StillAhead(words, count) => {
                    let text = Text::new("seen-and-ahead").with("seen", Text::new("seen-nothing"));
                    Some((words, text.with("count", *count)))
                }
                GapKind::Empty(words, Counts::All) => Some((words, Text::new("seen-nothing"))),
                GapKind::Empty(words, Counts::Some) => Some((words, Text::new("seen-nothing-counts"))),
                GapKind::Field(_)
                | GapKind::Year(_)
                | GapKind::Choice(_)
                | GapKind::Unreadable
                | GapKind::Beyond
                | GapKind::Ahead
                | GapKind::Figures(_)
                | GapKind::LessThanPart(_)
                | GapKind::TooLarge => None,
            };
            if let Some((words, seen)) = seen {
                facts.push(Arg::Text(Text::new("fact-found").with("field", name_path(words)).with("seen", seen)));
            }
        }
        let unseen = figures(&self.verdict.gaps);
        if !unseen.is_empty() {
            facts.push(Arg::Text(Text::new("fact-figures").with("fields", Arg::words(unseen, Join::And))));
        }
        if self.verdict.gaps.iter().any(|gap| gap.kind == GapKind::TooLarge) {
            facts.push(Arg::Text(Text::new("fact-too-large")));
        }
        if facts.is_empty() {
            facts.extend(self.rule.demands.iter().map(|demand| Arg::Text(say_demand(demand))));
        }
        if facts.is_empty() {
            facts.push(Arg::Text(Text::new("finding-title").with("title", &self.rule.title)));
        }
        Arg::List(facts, Join::Semicolon)
    }

    fn failure(&self, failure: &Failure) -> Text {
        match failure {
            Failure::Cond { demand, seen } => {
                let asked = self.rule.demands.get(*demand).map_or(Text::new("nothing"), say_demand);
                match seen {
                    Some(seen) => {
                        let asked = match &seen.limit {
                            Some(Limit::Worked(number, parts)) => {
                                self.worked(*demand, *number, parts).with("asked", asked)
                            }
                            Some(Limit::On(day)) => Text::new("fact-limit").with("asked", asked).with("day", *day),
                            Some(Limit::AtLatest(day)) => {
                                Text::new("fact-limit-latest").with("asked", asked).with("day", *day)
                            }
                            Some(Limit::AtEarliest(day)) => {
                                Text::new("fact-limit-earliest").with("asked", asked).with("day", *day)
                            }
                            None => asked,
                        };
                        let found = shown(&seen.shown);
                        let line = self.rule.demands.get(*demand).and_then(|demand| line(demand, &seen.within));
                        let found = match seen.ahead {
                            0 => found,
                            count => Arg::Text(Text::new("seen-and-ahead").with("seen", found).with("count", count)),
                        };
                        let text = Text::new(if line.is_some() { "fact-line" } else { "fact-cond" });
                        let text = line.into_iter().fold(text, |text, line| text.with("line", say_cond(line)));
                        text.with("asked", asked).with("seen", found)
                    }
                    None => Text::new("fact-plain").with("asked", asked),
                }
            }
            Failure::Choices { demand, target, counted, lacking, elsewhere, .. } => {
                let fact = self.choices(*demand, *target, counted, lacking);
                elsewhere.iter().fold(fact, |fact, found| self.elsewhere(fact, *found))
            }
        }
    }

    /// A limit that was worked out, with the numbers that it came from.
    fn worked(&self, demand: usize, number: Decimal, parts: &[Worked]) -> Text {
        let plain = |number: Decimal| Arg::Text(Text::new("say-number").with("number", Arg::Decimal(number)));
        let mut said = parts.iter().map(|Worked { sign, factor, value }| {
            let part = if *factor == Decimal::ONE { plain(*value) } else { say_times(plain(*factor), plain(*value)) };
            (*sign, part)
        });
        let first = said.next().map_or(Arg::from(""), |(_, first)| first);
        let working = said.fold(first, |left, (sign, right)| say_added(left, sign, right));
        let euro = self.rule.demands.get(demand).is_some_and(is_in_euro);
        let number = if euro { Arg::Text(say_money(number)) } else { plain(number) };
        Text::new("fact-worked").with("number", number).with("working", working)
    }

    /// A choice that would count here, had it not been needed for something else.
    fn elsewhere(&self, fact: Text, (id, rule): (InterventionId, RuleId)) -> Text {
        let name = self.name(id);
        if rule == self.verdict.rule {
            return Text::new("fact-elsewhere-here").with("fact", fact).with("name", name);
        }
        let rule = &self.model.rules.get(rule).id;
        Text::new("fact-elsewhere").with("fact", fact).with("name", name).with("rule", rule)
    }

    fn choices(
        &self,
        demand: usize,
        target: Option<usize>,
        counted: &[InterventionId],
        lacking: &[InterventionId],
    ) -> Text {
        let asked = self.rule.demands.get(demand);
        let words = asked.map_or(Text::new("nothing"), say_demand);
        let missing_target = asked.and_then(|demand| match demand {
            Demand::Choose { selector, .. } => {
                target.and_then(|index| selector.targets.get(index)).map(|t| t.label.clone())
            }
            Demand::Cond(_) | Demand::Evidence { .. } => None,
        });
        let text = Text::new("fact-choices").with("asked", words).with("count", counted.len());
        let names = |ids: &[InterventionId]| Arg::words(ids.iter().map(|id| self.name(*id)), Join::And);
        let text = if counted.is_empty() {
            text
        } else {
            Text::new("fact-choices-named").with("fact", text).with("names", names(counted))
        };
        let text = match missing_target {
            Some(label) => Text::new("fact-in-target").with("fact", text).with("target", label),
            None => text,
        };
        if lacking.is_empty() {
            text
        } else {
            Text::new("fact-lacking").with("fact", text).with("names", names(lacking))
        }
    }

    /// What to do: the advice of the rule, else what follows from the facts.
    pub fn help(&self) -> Text {
        if !self.rule.lacks.is_empty() {
            return Text::new("help-not-here");
        }
        if matches!(self.verdict.state, State::Pending) {
            return self.pending_help();
        }
        let missing: Vec<Vec<String>> =
            fields(&self.verdict.gaps).into_iter().chain(empty(&self.verdict.gaps)).collect();
        if !figures(&self.verdict.gaps).is_empty() {
            return Text::new("help-figures");
        }
        if let (State::Review(by), true) = (&self.verdict.state, self.verdict.failures.is_empty() && missing.is_empty())
        {
            // The practice did what is asked, so what the rule advises is no news.
            return Text::new("help-review").with("by", by);
        }
        if !self.rule.reasons.advice.is_empty() {
            return Text::new("help-advice").with("advice", Arg::words(&self.rule.reasons.advice, Join::Comma));
        }
        match (&self.verdict.state, missing.is_empty()) {
            (State::Review(by), true) => return Text::new("help-review").with("by", by),
            (State::Review(by), false) => {
                return Text::new("help-review-missing").with("fields", said(&missing)).with("by", by);
            }
            (_, true) => {}
            (_, false) => return self.whole_evidence(&missing).unwrap_or_else(|| self.fill_in(&missing)),
        }
        for failure in &self.verdict.failures {
            match failure {
                Failure::Choices { demand, lacking, proposed, .. } => {
                    return self.choose_help(*demand, lacking, proposed);
                }
                Failure::Cond { demand, .. } => {
                    if let Some(Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false })) =
                        self.rule.demands.get(*demand)
                    {
                        return self.fill_in(&[vec![path.words.to_string()]]);
                    }
                    if let Some(Demand::Evidence { kinds, cond }) = self.rule.demands.get(*demand) {
                        return self.beside_evidence(help_evidence(kinds, cond));
                    }
                }
            }
        }
        self.explain()
    }

    /// Where there is no evidence at all and a piece of it is asked: which one.
    fn whole_evidence(&self, missing: &[Vec<String>]) -> Option<Text> {
        self.verdict.failures.iter().find_map(|failure| {
            let Failure::Cond { demand, .. } = failure else { return None };
            let Demand::Evidence { kinds, cond } = self.rule.demands.get(*demand)? else { return None };
            let sets = cond.sets();
            let is_list = |field: &String| sets.iter().any(|set| set.words == *field);
            let only = missing.iter().flatten().all(is_list);
            only.then(|| self.beside_evidence(help_evidence(kinds, cond)))
        })
    }

    /// The help for a piece of evidence, with what else is not met.
    fn beside_evidence(&self, help: Text) -> Text {
        let asked = self.verdict.failures.iter().filter_map(|failure| match failure {
            Failure::Cond { demand, .. } => self.rule.demands.get(*demand),
            Failure::Choices { .. } => None,
        });
        let others: Vec<Arg> = asked
            .filter_map(|demand| match demand {
                Demand::Cond(cond) => Some(Arg::Text(say_cond(cond))),
                Demand::Choose { .. } | Demand::Evidence { .. } => None,
            })
            .collect();
        if others.is_empty() {
            return help;
        }
        let more = Text::new("explain-make-true").with("cond", Arg::List(others, Join::And));
        Text::new("help-evidence-and").with("help", help).with("more", more)
    }

    /// Which fields are to be filled in; and where, when the choice has no room for them yet.
    fn fill_in(&self, fields: &[Vec<String>]) -> Text {
        let Some((name, kind)) = self.short else {
            return Text::new("help-fill-in").with("fields", said(fields));
        };
        // `gereed van smart-doel` stands below `smart-doel`.
        let outer = |field: &String| {
            let name = field.rsplit(" van ").next().unwrap_or_default();
            format!("`{name}:`")
        };
        let mut shown: Vec<String> = fields.iter().flatten().map(outer).collect();
        shown.dedup();
        Text::new("help-fill-in-long")
            .with("fields", said(fields))
            .with("name", name)
            .with("kind", kind)
            .with("shown", Arg::words(shown, if fields.len() == 1 { Join::Or } else { Join::And }))
    }

    /// With its region, for other regions may have a rule of this name.
    fn explain(&self) -> Text {
        let text = Text::new(if self.told.is_some() { "help-explain-file" } else { "help-explain" });
        let text = text.with("rule", format!("{}::{}", self.model.id, self.rule.id));
        self.told.into_iter().fold(text, |text, told| text.with("path", told))
    }

    fn pending_help(&self) -> Text {
        let kinds: Vec<String> = self
            .rule
            .demands
            .iter()
            .filter_map(|demand| match demand {
                Demand::Evidence { kinds, .. } => Some(kinds.iter().map(|k| format!("`{k}`"))),
                Demand::Cond(_) | Demand::Choose { .. } => None,
            })
            .flatten()
            .collect();
        if let Some(due) = self.verdict.due {
            let id = if self.rule.whole_region { "help-pending-until-figures" } else { "help-pending-until" };
            Text::new(id).with("date", due)
        } else if kinds.is_empty() {
            Text::new("help-pending")
        } else {
            Text::new("help-pending-evidence").with("kinds", Arg::words(kinds, Join::Or))
        }
    }

    /// Whether the help lists what to choose, as far as this rule goes.
    pub fn chooses(&self) -> bool {
        self.wanted().is_some_and(|wanted| !wanted.proposed.is_empty()) && self.rule.reasons.advice.is_empty()
    }

    /// What would mend it is a matter of choices; where the region has words for it, they stand unless a rule is broken.
    pub fn wanted(&self) -> Option<Wanted> {
        let told = match &self.verdict.state {
            State::Violated => true,
            State::Warned { .. } | State::Review(_) => self.rule.reasons.advice.is_empty(),
            State::Met | State::NotApplicable(_) | State::NotVerifiable { .. } | State::Pending => false,
        };
        if !told || self.past || !self.rule.lacks.is_empty() {
            return None;
        }
        let mut proposed = None;
        for failure in &self.verdict.failures {
            match failure {
                Failure::Choices { proposed: all, .. } => {
                    proposed.get_or_insert_with(Vec::new).extend(all.iter().map(|one| one.intervention));
                }
                Failure::Cond { demand, .. } if self.hangs_on_choices(*demand) => {
                    let all = self.rule.demands.get(*demand).map(chosen_in).unwrap_or_default();
                    proposed.get_or_insert_with(Vec::new).extend(all);
                }
                Failure::Cond { .. } => {}
            }
        }
        let of = Broken::Rule(self.verdict.rule);
        proposed.map(|proposed| Wanted { of, year: self.verdict.year, proposed })
    }

    /// Whether a demand asks of choices, and of no data.
    fn hangs_on_choices(&self, demand: usize) -> bool {
        self.model.program.rules.get(self.verdict.rule).demands.get(demand).is_some_and(is_of_choices)
    }

    /// What to choose; of a year that was handed in before, what was asked then and what can still be done.
    fn choose_help(&self, demand: usize, lacking: &[InterventionId], proposed: &[Proposal]) -> Text {
        let Some(Demand::Choose { amount, .. }) = self.rule.demands.get(demand) else { return self.explain() };
        let asked = match amount {
            Amount::AtMost(_) | Amount::None => {
                Some(Text::new(if self.past { "help-chose-fewer" } else { "help-choose-fewer" }))
            }
            Amount::AtLeast(_) | Amount::Exactly(_) | Amount::All | Amount::AllOrNone => {
                let whole = matches!(amount, Amount::All | Amount::AllOrNone) && !lacking.is_empty();
                let asked = self.proposal(whole, proposed);
                let id = if self.past { "help-chose-or-none" } else { "help-choose-or-none" };
                let or_none = |choose: Text| match amount {
                    Amount::AllOrNone => Text::new(id).with("choose", choose),
                    Amount::AtLeast(_) | Amount::AtMost(_) | Amount::Exactly(_) | Amount::All | Amount::None => choose,
                };
                asked.map(or_none)
            }
        };
        if !self.past {
            return asked.unwrap_or_else(|| self.explain());
        }
        let text = Text::new(if asked.is_some() { "help-past" } else { "help-past-only" });
        let text = asked.into_iter().fold(text, |text, asked| text.with("asked", asked));
        let text = self.verdict.year.into_iter().fold(text, |text, year| text.with("year", year));
        text.with("region", &self.model.name)
    }

    /// The names to choose, with their kinds where these are limited. What is lacking is asked whole; else one of them will do.
    fn proposal(&self, whole: bool, proposed: &[Proposal]) -> Option<Text> {
        let first = proposed.first()?;
        let same = proposed.iter().all(|one| one.kinds == first.kinds);
        let name = |one: &Proposal| {
            let name = format!("`{}`", self.name(one.intervention));
            if same || one.kinds.0.is_empty() {
                return Arg::from(name);
            }
            Arg::Text(Text::new("help-choose-as").with("name", name).with("kinds", name_kinds(&one.kinds.0, Join::Or)))
        };
        let names: Vec<Arg> = proposed.iter().map(name).collect();
        let id = match (whole, self.past) {
            (true, false) => "help-choose-all",
            (true, true) => "help-chose-all",
            (false, false) => "help-choose",
            (false, true) => "help-chose",
        };
        let text = Text::new(id).with("names", Arg::List(names, if whole { Join::And } else { Join::Or }));
        if !same || first.kinds.0.is_empty() {
            return Some(text);
        }
        let id = if self.past { "help-chose-kinds" } else { "help-choose-kinds" };
        Some(Text::new(id).with("choose", text).with("kinds", name_kinds(&first.kinds.0, Join::Or)))
    }
}

/// The figures of the region that are not there, once each, between backticks.
fn figures(gaps: &[Gap]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for gap in gaps {
        if let GapKind::Figures(words) = &gap.kind {
            let quoted = format!("`{words}`");
            if !names.contains(&quoted) {
                names.push(quoted);
            }
        }
    }
    names
}

/// Whether what a demand compares is an amount of money.
fn is_in_euro(demand: &Demand) -> bool {
    fn of(expr: &Expr) -> bool {
        match expr {
            Expr::Number(_, unit) => *unit == Unit::Euro,
            Expr::Times(_, unit, of_what) => *unit == Unit::Euro || of(of_what),
            Expr::Added(parts) => parts.iter().any(|(_, part)| of(part)),
            Expr::Ref(Ref::Path(path)) | Expr::Sum(Ref::Path(path), _) | Expr::Extreme(_, Ref::Path(path), _) => {
                path.ty == Type::Money
            }
            Expr::Ref(_) | Expr::Count(_) | Expr::CountDistinct(..) | Expr::Extreme(..) | Expr::Sum(..) => false,
        }
    }
    match demand {
        Demand::Cond(Cond::Compare { that: Comparison::Measure(_, right), .. }) => right.expr().is_some_and(of),
        Demand::Cond(_) | Demand::Choose { .. } | Demand::Evidence { .. } => false,
    }
}

/// The words that stand in fields and are no answer, once each.
fn fillers(gaps: &[Gap]) -> Vec<Arg> {
    let mut known: Vec<(&str, &Value)> = Vec::new();
    for gap in gaps {
        if let (GapKind::Field(words), Some(word)) = (&gap.kind, &gap.filler)
            && !known.contains(&(words, word))
        {
            known.push((words, word));
        }
    }
    let seen = |word: &Value| Text::new("seen-filler").with("word", value(word));
    let said = known.into_iter().map(|(field, word)| {
        Arg::Text(Text::new("fact-found").with("field", name_path(field)).with("seen", seen(word)))
    });
    said.collect()
}

/// The fields that are missing, once each; those of which one is enough together.
fn fields<'g>(gaps: impl IntoIterator<Item = &'g Gap>) -> Vec<Vec<String>> {
    let mut names: Vec<(Option<&str>, Vec<String>)> = Vec::new();
    for gap in gaps {
        let GapKind::Field(words) = &gap.kind else { continue };
        let words = words.to_string();
        let either = gap.either.as_deref();
        if names.iter().any(|(_, known)| known.contains(&words)) {
            continue;
        }
        match names.iter_mut().find(|(known, _)| either.is_some() && *known == either) {
            Some((_, together)) => together.push(words),
            None => names.push((either, vec![words])),
        }
    }
    names.into_iter().map(|(_, together)| together).collect()
}

/// The lists in which nothing stands that counts, once each.
fn empty(gaps: &[Gap]) -> Vec<Vec<String>> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    for gap in gaps {
        if let GapKind::Empty(words, _) = &gap.kind
            && !lists.iter().flatten().any(|known| **known == **words)
        {
            lists.push(vec![words.to_string()]);
        }
    }
    lists
}

/// Fields that are missing, in words.
fn said(fields: &[Vec<String>]) -> Arg {
    let one = |together: &Vec<String>| {
        let words = Arg::List(together.iter().map(|words| name_path(words)).collect(), Join::Or);
        if together.len() > 1 { Arg::Text(Text::new("one-is-enough").with("fields", words)) } else { words }
    };
    Arg::List(fields.iter().map(one).collect(), Join::And)
}

/// The line of a named condition in which a value was seen; none when the demand is no such condition.
fn line<'r>(demand: &'r Demand, within: &[usize]) -> Option<&'r Cond> {
    let Demand::Cond(whole) = demand else { return None };
    let mut found = None;
    let mut at = whole;
    for number in within {
        let Cond::Shared(Shared { lines, negated: false, .. }) = at else { break };
        at = lines.get(*number)?;
        found = Some(at);
    }
    found
}

/// A value in words.
pub fn value(value: &Value) -> Arg {
    match value {
        // What it means stands beside it, for who does not know the word.
        Value::Word(word) => Kind::ALL
            .iter()
            .find(|kind| kind.word() == &**word)
            .map_or_else(|| Arg::from(&**word), |kind| said_kind(*kind)),
        Value::Text(text) => Arg::from(shorten(text.as_written())),
        Value::Number(number) => Arg::Text(Text::new("say-number").with("number", Arg::Decimal(*number))),
        Value::Date(date) => Arg::Date(*date),
        Value::Quarter(quarter) => Arg::Text(
            Text::new("say-quarter")
                .with("number", quarter.number.unsigned_abs())
                .with("year", quarter.year.to_string()),
        ),
        Value::YesNo(true) => Arg::from("ja"),
        Value::YesNo(false) => Arg::from("nee"),
    }
}

/// What was seen, in words.
pub fn shown(shown: &Shown) -> Arg {
    match shown {
        Shown::Value(found) => value(found),
        Shown::Filler(word) => Arg::Text(Text::new("seen-filler").with("word", value(word))),
        Shown::Ahead(day) => Arg::Text(Text::new("seen-ahead").with("day", value(day))),
        Shown::Filled(true) => Arg::Text(Text::new("seen-filled")),
        Shown::Filled(false) | Shown::Count { total: 0, .. } => Arg::Text(Text::new("seen-nothing")),
        Shown::Count { yes, total } => Arg::Text(Text::new("seen-count").with("yes", *yes).with("total", *total)),
        Shown::Range { low, high, total, lacking } => Arg::Text(range((low.as_ref(), high.as_ref()), *total, lacking)),
    }
}

/// What something is at least and at most; of how many, and which fields would tell more.
fn range((low, high): (Option<&Value>, Option<&Value>), total: Option<usize>, lacking: &[Arc<str>]) -> Text {
    let is_day = low.or(high).is_some_and(|found| matches!(found, Value::Date(_)));
    let least = |found| Text::new(if is_day { "seen-at-earliest" } else { "seen-at-least" }).with("low", value(found));
    let most = |found| Text::new(if is_day { "seen-at-latest" } else { "seen-at-most" }).with("high", value(found));
    // Nothing is less than nothing.
    let low = low.filter(|low| high.is_none() || low.number() != Some(Decimal::ZERO));
    let text = match (low, high) {
        (Some(low), Some(high)) => Text::new("seen-between").with("least", least(low)).with("most", most(high)),
        (Some(low), None) => least(low),
        (None, Some(high)) => most(high),
        (None, None) => Text::new("seen-unknown"),
    };
    let text = total.into_iter().fold(text, |seen, total| Text::new("seen-of").with("seen", seen).with("total", total));
    if lacking.is_empty() {
        return text;
    }
    let fields = Arg::List(lacking.iter().map(|words| name_path(words)).collect(), Join::And);
    Text::new("seen-lacking").with("seen", text).with("fields", fields)
}

/// What a demand on choices speaks of.
fn chosen_in(demand: &Demand) -> Vec<InterventionId> {
    fn of(cond: &Cond) -> Vec<InterventionId> {
        match cond {
            Cond::Chosen { selector, .. } => {
                selector.targets.iter().flat_map(|target| target.members.iter().copied()).collect()
            }
            Cond::Shared(shared) => shared.lines.iter().flat_map(of).collect(),
            Cond::Quantified { .. } | Cond::Filled { .. } | Cond::EmptyOr { .. } | Cond::Compare { .. } => Vec::new(),
        }
    }
    match demand {
        Demand::Cond(cond) => of(cond),
        Demand::Choose { .. } | Demand::Evidence { .. } => Vec::new(),
    }
}
