//! The text of the plan for the following year: edits of the text of this year's plan.
//!
//! Input: that text with the plan that was read from it, and what is decided about the new year. Output: the new text. Lines
//! that stay are not touched, so comments and spellings stay with them; what is still open is said in comments.

use std::collections::BTreeSet;

use crate::diagnostic::Text;
use crate::model::{Contents, Field, FieldId, InterventionId, Kind, PLAN, Requirement, Shape, Type};
use crate::plan::{Choice, Content, Entry, Plan, YearPlan};
use crate::value::Value;

use super::Say;
use super::comments::{self, merged, said_before};
use super::edits::{Edit, Lines, apply, comment_of};
use super::facts;
use super::said::{self, Stands};

/// A plan with its text, and what is known of the following year.
pub struct Page<'a> {
    pub text: &'a str,
    pub lines: Lines<'a>,
    pub plan: &'a Plan,
    /// The year of this plan, which the new one has behind it.
    pub own: u8,
    /// The regioplan that judges the following year; what is known best when none does yet.
    pub model: &'a Contents,
    /// No regioplan is known for the following year.
    pub unknown: bool,
    pub say: Say<'a>,
}

/// What the new plan says.
#[derive(Default)]
pub struct Decided {
    /// Choices of earlier years that stay as they were, by year and number; others get their short form.
    pub kept: BTreeSet<(u8, usize)>,
    /// Choices of this year, by number, that go on in the new one, and how.
    pub kinds: Vec<(usize, Kind)>,
    /// What the rules of the new year ask of its choices besides.
    pub lacking: Vec<(InterventionId, String)>,
    /// What is still to do.
    pub open: Vec<Text>,
}

impl Page<'_> {
    /// The new plan.
    pub fn written(&self, decided: &Decided) -> String {
        let mut edits = self.frame_edits();
        edits.extend(comments::head(self.text, self.own, &self.head(), self.say));
        edits.extend(comments::done(self.text, self.own, self.say));
        for year in self.plan.years.iter().filter(|year| year.year <= self.own) {
            let short = year.choices.iter().enumerate().filter(|(at, _)| !decided.kept.contains(&(year.year, *at)));
            edits.extend(short.filter_map(|(_, choice)| self.shortened(choice)));
        }
        if let Some(last) = self.plan.year(self.own) {
            let (at, block) = self.new_year(last, decided);
            edits.push(Edit { from: at, to: at, text: block });
        }
        apply(self.text, edits)
    }

    /// The regioplan of the new plan, as it is named there.
    pub fn regioplan(&self) -> String {
        if self.unknown { self.model.id.clone() } else { self.model.full_id() }
    }

    /// How many years further the new plan is.
    pub fn further(&self) -> i16 {
        let year = self.plan.frame.year.map_or(self.own, |(year, _)| year);
        i16::from(self.own + 1) - i16::from(year)
    }

    /// The following year stands there already.
    pub fn has_next(&self) -> bool {
        self.plan.year(self.own + 1).is_some()
    }

    /// The name as the plan has it.
    fn name(&self, choice: &Choice) -> &str {
        choice.key.of(self.text).trim_matches(['"', '\''])
    }

    /// Year, dates and the regioplan, at the top.
    fn frame_edits(&self) -> Vec<Edit> {
        let frame = &self.plan.frame;
        let say = self.say;
        let mut edits = Vec::new();
        if let Some((_, span)) = frame.year {
            edits.push(self.lines.value(span, (self.own + 1).to_string()));
        }
        if let Some((year, span)) = frame.calendar_year {
            edits.push(self.lines.value(span, (year + self.further()).to_string()));
        }
        if let Some((_, span)) = frame.handed_in {
            let comment = say(&Text::new("next-handed-in"));
            edits.push(self.lines.value_with_comment(span, "", |old| self.merged(&comment, old)));
        }
        if let Some((true, span)) = frame.accounting {
            edits.push(self.lines.value(span, "nee".to_owned()));
        }
        if let Some(named) = &frame.regioplan {
            let text =
                if self.unknown { say(&Text::new("next-unknown").with("year", self.own + 1)) } else { String::new() };
            let merge = |old: Option<&str>| self.merged(&text, old);
            edits.push(self.lines.value_with_comment(named.span, &self.regioplan(), merge));
        }
        edits.extend(self.dated_edits());
        edits.extend(self.signed_edits());
        edits
    }

    /// The day on which a plan is signed is that of the new plan: it is not known yet.
    fn signed_edits(&self) -> Vec<Edit> {
        let text = (self.say)(&Text::new("next-date"));
        let blank = |entry: &Entry| {
            if self.lines.stands_alone(entry.key) {
                return self.lines.value_with_comment(entry.span, "", |old| self.merged(&text, old));
            }
            self.lines.value(entry.span, String::new())
        };
        let signed = facts::signed(self.model, PLAN, &self.plan.data).into_iter();
        signed.filter(|entry| has_date(&entry.content)).map(blank).collect()
    }

    /// What has a date of its own, such as a signature, is probably not right for the new year.
    fn dated_edits(&self) -> Vec<Edit> {
        let comment = (self.say)(&Text::new("next-check").with("year", self.own + 1));
        let signed = facts::signed(self.model, PLAN, &self.plan.data);
        let is_signed =
            |entry: &Entry| signed.iter().any(|one| entry.key.start <= one.key.start && one.key.end <= entry.span.end);
        let entries = self.plan.data.values.iter().flatten();
        let dated = entries.filter(|entry| has_date(&entry.content) || is_signed(entry));
        let dated = dated.filter(|entry| self.lines.stands_alone(entry.key));
        dated.map(|entry| self.lines.comment_behind(entry.key, |old| self.merged(&comment, old))).collect()
    }

    fn merged(&self, new: &str, old: Option<&str>) -> String {
        merged(new, old, &said_before(self.own, self.say))
    }

    /// The first line of the new plan.
    fn head(&self) -> String {
        let year = self.own + 1;
        let text = if self.unknown {
            Text::new("next-head").with("year", year)
        } else {
            let model = self.model;
            Text::new("new-head").with("year", year).with("name", &model.name).with("version", &model.version)
        };
        let said = (self.say)(&text);
        let lines: Vec<String> = textwrap::wrap(&said, 96).iter().map(|line| format!("# {line}")).collect();
        lines.join(self.newline())
    }

    /// The long form of a choice as its short form; what does not stand on lines of its own stays.
    pub fn shortened(&self, choice: &Choice) -> Option<Edit> {
        let kind = choice.kind?.word();
        let (from, to) = self.lines.block(choice.key)?;
        let first = self.lines.first_line(choice.key);
        let rest = self.text.get(choice.key.end as usize..first.end)?;
        // Already short, or all on one line.
        let one_line = to <= first.end && choice.kind_span.end as usize <= first.end;
        let stays = if one_line {
            rest.trim_start().trim_start_matches(':').trim_start().starts_with(kind)
        } else {
            self.text.get(from..to)?.contains(['&', '*'])
        };
        if stays {
            return None;
        }
        let comment = comment_of(rest).map_or_else(String::new, |comment| format!("  {comment}"));
        let text = format!("{}: {kind}{comment}", choice.key.of(self.text));
        Some(Edit { from, to: if one_line { first.end } else { to }, text })
    }

    /// The block of the new year, and where it goes: below the year before, or nothing when it is there.
    fn new_year(&self, last: &YearPlan, decided: &Decided) -> (usize, String) {
        let next = self.own + 1;
        let end = self.lines.block(last.key).map_or(self.text.len(), |(_, to)| to);
        let outer = self.lines.indent(last.key);
        let inner = last.choices_span.map_or(outer + 2, |span| self.lines.indent(span).max(outer + 1));
        let deep = inner + inner.saturating_sub(outer).max(2);
        let line = |indent: usize, text: &str| format!("{}{text}", " ".repeat(indent));
        let say = |indent: usize, sign: &str, text: &Text| {
            line(indent, &format!("{sign}{}", (self.say)(text).replace(['\n', '\r'], " ")))
        };
        // The first line stands behind the year before.
        let mut lines = vec![String::new()];
        if !decided.open.is_empty() {
            lines.push(say(outer, "# ", &Text::new("next-open").with("year", next)));
            lines.extend(decided.open.iter().map(|what| say(outer, "# - ", what)));
        }
        if !self.has_next() {
            lines.push(line(outer, &format!("{next}:")));
            lines.push(line(inner, "interventies:"));
            let carried = decided.kinds.iter().filter_map(|(at, kind)| Some((last.choices.get(*at)?, kind)));
            let fields = facts::conditions(self.model, next);
            for (choice, kind) in carried {
                let mut facts = self.facts(choice, &fields);
                facts.extend(self.blanks(choice, &fields, decided));
                if facts.is_empty() {
                    lines.push(line(deep, &format!("{}: {}", self.name(choice), kind.word())));
                    continue;
                }
                lines.push(line(deep, &format!("{}:", self.name(choice))));
                lines.push(line(deep + 2, &format!("keuze: {}", kind.word())));
                lines.extend(facts.iter().map(|text| line(deep + 2, text)));
            }
            let goes_on = |at: usize| decided.kinds.iter().any(|(known, _)| *known == at);
            let left = last.choices.iter().enumerate().filter(|(at, _)| !goes_on(*at));
            lines.extend(left.map(|(_, choice)| say(deep, "# ", &self.why_left_out(choice))));
            lines.extend(
                self.unread(last)
                    .map(|name| say(deep, "# ", &Text::new("next-unread").with("name", name).with("year", self.own))),
            );
        }
        (end, lines.join(self.newline()))
    }

    /// Why a choice does not go on.
    fn why_left_out(&self, choice: &Choice) -> Text {
        let text = match said::stands(choice, self.text) {
            Stands::Chosen => Text::new("next-left-out").with("year", self.own + 1),
            Stands::NotChosen => Text::new("next-not-chosen").with("year", self.own),
            Stands::Unclear => Text::new("next-unclear").with("year", self.own),
        };
        text.with("name", self.name(choice))
    }

    /// The names of a year that are no choice that can be read.
    fn unread<'p>(&'p self, last: &'p YearPlan) -> impl Iterator<Item = &'p str> {
        let is_read = |span| last.choices.iter().any(|choice| choice.key == span);
        let issues = self.plan.issues.iter().filter(|issue| issue.year == Some(last.year));
        let named = issues
            .filter(|issue| issue.problem.code == "onbekende-interventie")
            .map(|issue| issue.problem.primary.span);
        named.filter(move |span| !is_read(*span)).map(|span| span.of(self.text).trim_matches(['"', '\'']))
    }

    /// The lines of what goes along with a choice, from the place of their key on.
    fn facts(&self, choice: &Choice, fields: &BTreeSet<facts::ChoiceField>) -> Vec<String> {
        let mut lines = Vec::new();
        for entry in facts::carried(choice, fields).values.iter().flatten() {
            let whole = self.lines.block(entry.key).map_or(entry.span.end as usize, |(_, to)| to);
            let text = self.text.get(entry.key.start as usize..whole).unwrap_or("");
            let indent = self.lines.indent(entry.key);
            let own =
                |line: &str| line.get(indent..).filter(|_| line.is_char_boundary(indent)).unwrap_or(line).to_owned();
            let mut rows = text.trim_end().lines();
            lines.extend(rows.next().map(str::to_owned));
            lines.extend(rows.map(own));
        }
        lines
    }

    /// The lines to fill in of what a choice lacks, in the order of the regioplan.
    fn blanks(&self, choice: &Choice, known: &BTreeSet<facts::ChoiceField>, decided: &Decided) -> Vec<String> {
        let record = self.model.record(self.model.intervention(choice.intervention).record);
        let carried = facts::carried(choice, known);
        let is_open = |(at, field): &(FieldId, &Field)| {
            let is_it = |(id, words): &(InterventionId, String)| *id == choice.intervention && *words == field.id;
            carried.entry(*at).is_none() && decided.lacking.iter().any(is_it)
        };
        let open = record.fields.pairs().filter(is_open);
        open.flat_map(|(_, field)| std::iter::once(format!("{}:", field.id)).chain(self.members(&field.ty))).collect()
    }

    /// Below the name of a list: what one member must have.
    fn members(&self, ty: &Type) -> Vec<String> {
        let Shape::List(inner) = ty.shape() else { return Vec::new() };
        let Shape::Record(id) = inner.shape() else { return Vec::new() };
        let fields = || self.model.record(id).fields.iter();
        let is_required = |field: &&Field| matches!(field.required, Requirement::Always);
        let none = !fields().any(|field| is_required(&field));
        let asked = fields().filter(|field| none || is_required(field)).enumerate();
        asked.map(|(number, field)| format!("  {}{}:", if number == 0 { "- " } else { "  " }, field.id)).collect()
    }

    fn newline(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

fn has_date(content: &Content) -> bool {
    match content {
        Content::Value(Value::Date(_)) => true,
        Content::Record(record) => record.values.iter().flatten().any(|entry| has_date(&entry.content)),
        Content::List(items) => items.iter().any(|item| has_date(&item.content)),
        Content::Value(_) | Content::Filler(_) | Content::Blank | Content::Invalid => false,
    }
}
