//! What is known about a region as a whole, as facts and texts; the formats beside this file write it.
//!
//! It never ranks practices, and it says nothing about how well a single practice does.

use std::borrow::Cow;
use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::check::{Cell, Counted, Gap, GapKind, Measured, RegionOutcome, Row, State, Verdict};
use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Contents, FieldId, Member, REGION, Rule};
use crate::session::{Deadline, Doubt, Judged, Open, Part, Practice, Reached, Review, Skipped, Wording, value};
use crate::value::Value;

/// The verdict on one rule over the region.
#[derive(Debug)]
pub struct RuleLine<'m> {
    pub rule: &'m Rule,
    pub state: &'m State,
    /// What the members have in common.
    pub group: Option<Arg>,
    pub detail: Option<Text>,
    pub help: Option<Text>,
    pub counted: Vec<Place>,
}

/// A place in a plan that counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    pub path: String,
    pub line: usize,
    pub year: u8,
}

/// Everything about one region in one calendar year.
#[derive(Debug)]
pub struct RegionReport<'m> {
    pub model: &'m Contents,
    pub judged: Arc<Judged>,
    /// What must be said to find the regioplan again, where its name is not enough.
    pub told: Option<&'m str>,
    pub calendar_year: i16,
    pub reference: Date,
    /// The file with figures, when there is one.
    pub figures: Option<String>,
    /// Whom to ask, as those figures say.
    pub asked: Option<&'m Reached>,
    pub practices: &'m [Practice],
    /// Which of the practices each plan of the outcome is of.
    pub of_plans: &'m [Option<usize>],
    /// How many of them meet each rule, when somebody reads that.
    pub parts: &'m [Part],
    pub outcome: &'m RegionOutcome,
    pub open: &'m [Open],
    /// Files that were not counted, with the reason.
    pub skipped: &'m [Skipped],
    /// What a person must judge, or has judged.
    pub reviews: &'m [Review],
    /// What cannot be, in the figures or beside the plans.
    pub doubts: &'m [Doubt],
    /// Days for what rules ask of the region itself.
    pub own_days: &'m [Deadline],
}

/// Something that is missing, and the practices where it is.
pub type Missing<'r> = (Cow<'r, Open>, Vec<&'r str>);

/// A day by which practices must have done something, or the region itself when it names none.
#[derive(Clone, Debug)]
pub struct Day<'r> {
    pub deadline: &'r Deadline,
    pub practices: Vec<&'r Practice>,
}

impl<'m> RegionReport<'m> {
    /// The verdicts on the rules, in order of the regioplan.
    #[must_use]
    pub fn rules(&self) -> Vec<RuleLine<'m>> {
        self.outcome.verdicts.iter().map(|verdict| self.rule(verdict)).collect()
    }

    fn rule(&self, verdict: &'m Verdict) -> RuleLine<'m> {
        let rule = self.model.rules.get(verdict.rule);
        let words = Wording { model: self.model, verdict, rule, past: false, told: self.told, short: None };
        let quiet = matches!(verdict.state, State::Met | State::NotApplicable(_));
        let missing = verdict.gaps.iter().filter_map(|gap| gap.practice);
        // Of each practice by itself it is said which one it is.
        let each =
            rule.for_each.as_ref().is_some_and(|each| each.same.is_none() && each.set.member == Member::Practice);
        let of = verdict.counted.iter().filter(|_| each).map(|one| one.practice);
        let detail = (!quiet).then(|| self.with_practices(words.detail(), missing.chain(of)));
        RuleLine {
            rule,
            state: &verdict.state,
            group: verdict.group.as_ref().map(value),
            detail,
            help: (!quiet).then(|| words.help()),
            counted: self.places(&verdict.counted),
        }
    }

    /// Says of which practices it is, or in which something is missing.
    fn with_practices(&self, detail: Text, practices: impl Iterator<Item = usize>) -> Text {
        let mut names: Vec<&str> =
            practices.filter_map(|number| self.of_plan(number)).map(|practice| practice.name.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        if names.is_empty() {
            return detail;
        }
        Text::new("region-missing-at").with("detail", detail).with("names", some_names(&names))
    }

    /// The practices of which something is asked: who begins later, or is done, needs no letter.
    pub fn asked_practices(&self) -> impl Iterator<Item = &'m Practice> + use<'m> {
        self.practices.iter().filter(|practice| practice.is_asked())
    }

    fn of_plan(&self, number: usize) -> Option<&'m Practice> {
        self.practices.get((*self.of_plans.get(number)?)?)
    }

    fn places(&self, counted: &[Counted]) -> Vec<Place> {
        let mut places: Vec<Place> = counted
            .iter()
            .filter_map(|one| {
                let practice = self.of_plan(one.practice)?;
                let source = practice.of_year.as_ref().map(|(_, source)| source).or(practice.source.as_ref())?;
                let line = source.position(one.place.start).line;
                Some(Place { path: source.name.clone(), line, year: one.year })
            })
            .collect();
        places.dedup();
        places
    }

    /// How many practices chose each intervention, by programme year, in order of the regioplan.
    #[must_use]
    pub fn interventions(&self) -> Vec<(String, Vec<(u8, usize)>)> {
        let mut found: std::collections::BTreeMap<&str, std::collections::BTreeMap<u8, usize>> =
            std::collections::BTreeMap::new();
        for (year, name, _) in self.practices.iter().flat_map(|practice| &practice.choices) {
            *found.entry(name).or_default().entry(*year).or_default() += 1;
        }
        let rank = |name: &str| self.model.interventions.iter().position(|one| one.id == name).unwrap_or(usize::MAX);
        let mut rows: Vec<(String, Vec<(u8, usize)>)> =
            found.into_iter().map(|(name, years)| (name.to_owned(), years.into_iter().collect())).collect();
        rows.sort_by(|a, b| (rank(&a.0), &a.0).cmp(&(rank(&b.0), &b.0)));
        rows
    }

    /// Every day that the rules give, of the region and of every practice, in order; what is late comes first. Practices with the same day for the
    /// same thing stand together.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Day<'_>> {
        let mut days: Vec<Day<'_>> =
            self.own_days.iter().map(|deadline| Day { deadline, practices: Vec::new() }).collect();
        let of_practices =
            self.practices.iter().flat_map(|one| one.standing.deadlines.iter().map(move |day| (one, day)));
        for (practice, deadline) in of_practices {
            let known = days.iter_mut().skip(self.own_days.len()).find(|day| day.deadline == deadline);
            match known {
                Some(day) if !day.practices.iter().any(|known| std::ptr::eq(*known, practice)) => {
                    day.practices.push(practice);
                }
                Some(_) => {}
                None => days.push(Day { deadline, practices: vec![practice] }),
            }
        }
        days.sort_by_key(|day| (!self.is_late(day.deadline), day.deadline.date));
        days
    }

    /// Whether a day has passed.
    #[must_use]
    pub fn is_late(&self, deadline: &Deadline) -> bool {
        deadline.is_late(self.reference)
    }

    /// What is still missing: plans, evidence, and figures of the region itself.
    pub fn missing(&self) -> impl Iterator<Item = Cow<'m, Open>> + use<'m> {
        let fields = &self.model.record(REGION).fields;
        let figure = |id: &FieldId| {
            let field = fields.get(*id);
            let what = Text::new("region-open-figure").with("field", &field.id).with("label", &field.label);
            Cow::Owned(Open { practice: None, what: what.into(), due: None, later: false, is_plan: false })
        };
        let figures = self.outcome.missing.iter().map(figure);
        figures.chain(self.open.iter().map(Cow::Borrowed))
    }

    /// What is missing, each thing once, with the practices where it is: what has a day first, what is asked later last.
    #[must_use]
    pub fn missing_by_thing(&self) -> Vec<Missing<'m>> {
        let mut found: Vec<Missing<'m>> = Vec::new();
        for one in self.missing() {
            let same = |(known, _): &&mut Missing<'m>| {
                known.due == one.due && (Arc::ptr_eq(&known.what, &one.what) || known.what == one.what)
            };
            let name = match &one {
                Cow::Borrowed(one) => one.practice.as_deref(),
                // The region's own figures.
                Cow::Owned(_) => None,
            };
            match found.iter_mut().find(same) {
                Some((_, names)) => names.extend(name),
                None => found.push((one, name.into_iter().collect())),
            }
        }
        found.sort_by_key(|(one, _)| (one.later, one.due.is_none(), one.due));
        found
    }

    /// What is missing to know an indicator.
    #[must_use]
    pub fn why_unknown(&self, gaps: &[Gap]) -> Text {
        let too_low = gaps.iter().find_map(|gap| match &gap.kind {
            GapKind::LessThanPart(words) => Some(words),
            GapKind::Field(_)
            | GapKind::Figures(_)
            | GapKind::Year(_)
            | GapKind::Choice(_)
            | GapKind::Unreadable
            | GapKind::Beyond
            | GapKind::Ahead
            | GapKind::Empty(..)
            | GapKind::StillAhead(..)
            | GapKind::TooLarge => None,
        });
        if let Some(words) = too_low {
            return Text::new("region-less-than-part").with("field", format!("`{words}`"));
        }
        let mut fields: Vec<(String, Option<Value>)> = gaps
            .iter()
            .filter_map(|gap| match &gap.kind {
                GapKind::Field(words)
                | GapKind::Figures(words)
                | GapKind::Empty(words, _)
                | GapKind::StillAhead(words, _) => Some((format!("`{words}`"), gap.filler.clone())),
                GapKind::Year(_)
                | GapKind::Choice(_)
                | GapKind::Unreadable
                | GapKind::Beyond
                | GapKind::Ahead
                | GapKind::LessThanPart(_)
                | GapKind::TooLarge => None,
            })
            .collect();
        fields.sort();
        fields.dedup();
        if fields.is_empty() {
            return Text::new(match (gaps.is_empty(), &self.figures) {
                (true, _) => "region-no-divisor",
                (false, None) => "region-no-figures-file",
                (false, Some(_)) => "region-unreadable",
            });
        }
        let said = |(field, filler): (String, Option<Value>)| match filler {
            Some(word) => Arg::Text(Text::new("field-with-filler").with("field", field).with("word", value(&word))),
            None => Arg::from(field),
        };
        let fields = Arg::List(fields.into_iter().map(said).collect(), Join::And);
        let text = Text::new("region-fields-missing").with("fields", fields);
        self.with_practices(text, gaps.iter().filter_map(|gap| gap.practice))
    }
}

impl Day<'_> {
    /// Whose day it is, in words.
    #[must_use]
    pub fn who(&self, report: &RegionReport<'_>) -> Text {
        let names: Vec<&str> = self.practices.iter().map(|one| one.name.as_str()).collect();
        if names.is_empty() { Text::new("region-itself").with("name", &report.model.name) } else { some_names(&names) }
    }
}

/// So many practices are named where many can be meant.
const NAMED: usize = 5;

/// Names of practices: the first ones, and how many there are beside these.
#[must_use]
pub fn some_names(names: &[&str]) -> Text {
    let first = |count: usize, join| Arg::words(names.iter().take(count).copied(), join);
    match names.len().saturating_sub(NAMED) {
        // One more is as short as saying so.
        0 | 1 => Text::new("region-names").with("names", first(names.len(), Join::And)),
        more => Text::new("region-names-more").with("names", first(NAMED, Join::Comma)).with("count", more),
    }
}

/// The verdict in words.
#[must_use]
pub fn state_text(state: &State) -> Text {
    match state {
        State::Met => Text::new("region-met"),
        State::Violated => Text::new("region-violated"),
        State::Warned { .. } => Text::new("region-warned"),
        State::Review(by) => Text::new("region-review").with("by", by),
        State::Pending => Text::new("region-pending"),
        State::NotVerifiable { .. } => Text::new("region-not-verifiable"),
        State::NotApplicable(_) => Text::new("region-not-applicable"),
    }
}

/// The verdict for machines.
#[must_use]
pub fn state_word(state: &State) -> &'static str {
    match state {
        State::Met => "met",
        State::Violated => "violated",
        State::Warned { .. } => "warning",
        State::Review(_) => "review",
        State::Pending => "pending",
        State::NotVerifiable { .. } => "not_verifiable",
        State::NotApplicable(_) => "not_applicable",
    }
}

/// A number as people write it: at most two decimals.
#[must_use]
pub fn number(value: Decimal) -> Text {
    Text::new("say-number").with("number", Arg::Decimal(value.round_dp(2)))
}

/// The value of an indicator in words.
#[must_use]
pub fn value_text(report: &RegionReport<'_>, index: usize, measured: &Measured) -> Text {
    let percentage = report.model.indicators.get(index).is_some_and(|indicator| indicator.percentage);
    match &measured.value {
        Ok(value) => {
            let id = if percentage { "region-percentage" } else { "region-number" };
            let text = Text::new(id).with("number", number(*value));
            match (measured.counted, measured.divisor) {
                (Some(counted), Some(divisor)) => Text::new(if percentage { "region-of" } else { "region-divided" })
                    .with("value", text)
                    .with("counted", number(counted))
                    .with("divisor", number(divisor)),
                _ => text,
            }
        }
        // Nothing was counted at all.
        Err(gaps) if gaps.is_empty() && measured.counted.is_none() => {
            Text::new("region-value-unknown").with("why", Text::new("region-no-plans"))
        }
        Err(gaps) => Text::new("region-value-unknown").with("why", report.why_unknown(gaps)),
    }
}

/// What a row of an overview is about.
#[must_use]
pub fn row_head(row: &Row) -> Arg {
    row.key.as_ref().map_or_else(|| Arg::Text(Text::new("region-no-value")), value)
}

/// A cell of an overview in words.
#[must_use]
pub fn cell_text(model: &Contents, cell: &Cell) -> Arg {
    match cell {
        Cell::Number(Ok(value)) => Arg::Text(number(*value)),
        Cell::Number(Err(_)) => Arg::Text(Text::new("region-cell-unknown")),
        Cell::Values(values) if values.is_empty() => Arg::Text(Text::new("region-no-value")),
        Cell::Values(values) => Arg::List(values.iter().map(value).collect(), Join::Comma),
        Cell::Choices(choices) if choices.is_empty() => Arg::Text(Text::new("region-no-value")),
        Cell::Choices(choices) => {
            let one = |(id, count): &(crate::model::InterventionId, usize)| {
                let name = model.intervention(*id).id.as_str();
                Arg::Text(Text::new("region-chosen").with("name", name).with("count", *count))
            };
            Arg::List(choices.iter().map(one).collect(), Join::Comma)
        }
    }
}
