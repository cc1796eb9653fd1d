//! The plan for the following year, made out of the plan of this year.
//!
//! Input: the text of a plan, read by its regioplan, and the regioplan of the following year. Output: the new
//! text. Lines that stay are not touched, so comments and spellings stay with them; what is still open is
//! said in comments. Which kind of choice fits is asked of the check itself, never guessed here.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::{Circumstances, check};
use crate::diagnostic::{Severity, Text};
use crate::model::{Kind, Regioplan};
use crate::plan::{self, Choice, Content, Plan, YearPlan};
use crate::value::Value;

use super::catalog::Catalog;
use super::edits::{Edit, Lines, apply, comment_of};
use super::finding::{Finding, resolve};
use super::next_comments::{self, merged, said_before};

/// What the new plan is made with.
pub struct Next<'a> {
    pub text: &'a str,
    pub plan: &'a Plan,
    /// The regioplan that judges the following year; what is known best when none does yet.
    pub model: &'a Regioplan,
    /// What stands behind `regioplan:` in the new plan.
    pub regioplan: String,
    /// No regioplan is known for the following year.
    pub unknown: bool,
    /// The first day of the following year.
    pub begins: Date,
}

/// Why no plan can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoNext {
    /// The plan does not say which year it is for, or does not have that year.
    WithoutYear,
    /// Years stand on one line, so that no year can be put below them.
    OneLine,
}

/// Makes the new plan; also says what is still open in it.
pub fn next(next: &Next<'_>, catalog: &Catalog) -> Result<String, NoNext> {
    let (own, _) = next.plan.frame.year.ok_or(NoNext::WithoutYear)?;
    let last = next.plan.year(own).ok_or(NoNext::WithoutYear)?;
    let lines = Lines::new(next.text);
    if !lines.stands_alone(last.key) {
        return Err(NoNext::OneLine);
    }
    let made = Making { next, lines, own, catalog };
    let draft = next.plan.year(own + 1).is_some();
    let mut kept: BTreeSet<(u8, usize)> = BTreeSet::new();
    let mut kinds: Vec<(String, Kind)> = if draft { Vec::new() } else { made.carried(last) };
    // A short form that loses what a rule still looks back to is not used.
    for _ in 0..3 {
        let text = made.text(&kept, &kinds, &[]);
        let missed: BTreeSet<(u8, usize)> = made.lost(&text).difference(&kept).copied().collect();
        if missed.is_empty() {
            break;
        }
        kept.extend(missed);
    }
    if !draft {
        made.choose_kinds(&kept, &mut kinds);
    }
    let open = made.open(&made.text(&kept, &kinds, &[]));
    Ok(made.text(&kept, &kinds, &open))
}

struct Making<'a> {
    next: &'a Next<'a>,
    lines: Lines<'a>,
    own: u8,
    catalog: &'a Catalog,
}

/// The order in which kinds are tried; the first of the best is taken.
const KINDS: [Kind; 4] = [Kind::Continuering, Kind::Doorontwikkeling, Kind::Onderhoud, Kind::Verdieping];

impl Making<'_> {
    /// The choices of this year that are on offer in the following one.
    fn carried(&self, last: &YearPlan) -> Vec<(String, Kind)> {
        let names = last.choices.iter().filter_map(|choice| self.name(choice));
        let all: Vec<(String, Kind)> = names.map(|name| (name, Kind::Continuering)).collect();
        let text = self.text(&BTreeSet::new(), &all, &[]);
        let refused: Vec<String> = self
            .findings(&text)
            .into_iter()
            .filter(|finding| finding.year == Some(self.own + 1))
            .filter(|finding| matches!(finding.rule.as_str(), "niet-aangeboden" | "onbekende-interventie"))
            .map(|finding| finding.intervention.unwrap_or_else(|| last_key(&finding.path)))
            .collect();
        all.into_iter().filter(|(name, _)| !refused.contains(name)).collect()
    }

    fn name(&self, choice: &Choice) -> Option<String> {
        // The name as the plan has it: the new regioplan may number interventions differently.
        choice.key.of(self.next.text).trim_matches(['"', '\'']).to_owned().into()
    }

    /// Tries every kind for every choice, and takes the one with the fewest findings.
    fn choose_kinds(&self, kept: &BTreeSet<(u8, usize)>, kinds: &mut [(String, Kind)]) {
        for _ in 0..2 {
            for index in 0..kinds.len() {
                let mut best: Option<(usize, Kind)> = None;
                for kind in KINDS {
                    if let Some(slot) = kinds.get_mut(index) {
                        slot.1 = kind;
                    }
                    let weight = self.weight(&self.text(kept, kinds, &[]));
                    if best.is_none_or(|(least, _)| weight < least) {
                        best = Some((weight, kind));
                    }
                }
                if let (Some(slot), Some((_, kind))) = (kinds.get_mut(index), best) {
                    slot.1 = kind;
                }
            }
        }
    }

    /// How much is wrong in the following year.
    fn weight(&self, text: &str) -> usize {
        let weigh = |finding: &Finding| match finding.severity {
            Severity::Violation => 100,
            Severity::Warning => 10,
            Severity::Review => 1,
            Severity::Pending => 0,
        };
        let next = Some(self.own + 1);
        self.findings(text).iter().filter(|finding| finding.year == next).map(weigh).sum()
    }

    /// Choices of earlier years whose short form gives a finding that the plan did not have before.
    fn lost(&self, text: &str) -> BTreeSet<(u8, usize)> {
        type Known = (String, Option<u8>, Option<String>, Severity);
        let known = |one: &Finding| (one.rule.clone(), one.year, one.intervention.clone(), one.severity);
        let before: BTreeSet<Known> = self.findings(self.next.text).iter().map(known).collect();
        let mut lost = BTreeSet::new();
        for finding in self.findings(text) {
            let Some(year) = finding.year.filter(|year| *year <= self.own) else { continue };
            let loud = matches!(finding.severity, Severity::Violation | Severity::Warning | Severity::Review);
            if !loud || before.contains(&known(&finding)) {
                continue;
            }
            let Some(plan) = self.next.plan.year(year) else { continue };
            for (index, choice) in plan.choices.iter().enumerate() {
                let named = finding.intervention.is_none() || finding.intervention == self.name(choice);
                if named {
                    lost.insert((year, index));
                }
            }
        }
        lost
    }

    fn findings(&self, text: &str) -> Vec<Finding> {
        let document = plan::parse(text);
        let model = self.next.model;
        let Some(plan) = plan::read(&document, model, &[]) else { return Vec::new() };
        let reference = self.next.begins.clamp(model.valid.0, model.valid.1);
        let now = Circumstances { reference, accounting: false, missing_files: BTreeSet::new() };
        resolve(model, &plan, &check(model, &plan, &now))
    }

    /// What is still to do in the new year, once each.
    fn open(&self, text: &str) -> Vec<Text> {
        let mut open: Vec<Text> = Vec::new();
        let wanted = |finding: &&Finding| {
            finding.severity == Severity::Violation
                && finding.year.is_none_or(|year| year == self.own + 1)
                && finding.rule != "regioplan-niet-geldig"
        };
        for finding in self.findings(text).iter().filter(wanted) {
            let what = match &finding.intervention {
                Some(name) => Text::new("next-open-of").with("name", name).with("what", finding.title.clone()),
                None => finding.title.clone(),
            };
            if !open.contains(&what) {
                open.push(what);
            }
        }
        open
    }

    /// The new plan, with these choices of earlier years as they were, and these in the new year.
    fn text(&self, kept: &BTreeSet<(u8, usize)>, kinds: &[(String, Kind)], open: &[Text]) -> String {
        let mut edits = self.frame_edits();
        edits.extend(next_comments::head(self.next.text, self.own, &self.head(), self.catalog));
        edits.extend(next_comments::done(self.next.text, self.own, self.catalog));
        for year in self.next.plan.years.iter().filter(|year| year.year <= self.own) {
            for (index, choice) in year.choices.iter().enumerate() {
                if !kept.contains(&(year.year, index)) {
                    edits.extend(self.shortened(choice));
                }
            }
        }
        if let Some(last) = self.next.plan.year(self.own) {
            let (at, block) = self.new_year(last, kinds, open);
            edits.push(Edit { from: at, to: at, text: block });
        }
        apply(self.next.text, edits)
    }

    /// Year, dates and the regioplan, at the top.
    fn frame_edits(&self) -> Vec<Edit> {
        let frame = &self.next.plan.frame;
        let say = |text: &Text| self.catalog.say(text);
        let mut edits = Vec::new();
        if let Some((_, span)) = frame.year {
            edits.push(Edit::at(span, (self.own + 1).to_string()));
        }
        if let Some((year, span)) = frame.calendar_year {
            edits.push(Edit::at(span, (year + 1).to_string()));
        }
        if let Some((_, span)) = frame.handed_in {
            let comment = say(&Text::new("next-handed-in"));
            edits.push(self.lines.value_with_comment(span, "", |old| self.merged(&comment, old)));
        }
        if let Some((true, span)) = frame.accounting {
            edits.push(Edit::at(span, "nee".to_owned()));
        }
        if let Some(named) = &frame.regioplan {
            let text = if self.next.unknown {
                say(&Text::new("next-unknown").with("year", self.own + 1))
            } else {
                String::new()
            };
            let merge = |old: Option<&str>| self.merged(&text, old);
            edits.push(self.lines.value_with_comment(named.span, &self.next.regioplan, merge));
        }
        edits.extend(self.dated_edits());
        edits
    }

    /// What has a date of its own, such as a signature, is probably not right for the new year.
    fn dated_edits(&self) -> Vec<Edit> {
        let comment = self.catalog.say(&Text::new("next-check").with("year", self.own + 1));
        let entries = self.next.plan.data.values.iter().flatten();
        let dated = entries.filter(|entry| has_date(&entry.content) && self.lines.stands_alone(entry.key));
        dated.map(|entry| self.lines.comment_behind(entry.key, |old| self.merged(&comment, old))).collect()
    }

    fn merged(&self, new: &str, old: Option<&str>) -> String {
        merged(new, old, &said_before(self.own, self.catalog))
    }

    /// The first line of the new plan.
    fn head(&self) -> String {
        let year = self.own + 1;
        let text = if self.next.unknown {
            Text::new("next-head").with("year", year)
        } else {
            let model = self.next.model;
            Text::new("new-head").with("year", year).with("name", &model.name).with("version", &model.version)
        };
        let newline = if self.next.text.contains("\r\n") { "\r\n" } else { "\n" };
        let said = self.catalog.say(&text);
        let lines: Vec<String> = textwrap::wrap(&said, 96).iter().map(|line| format!("# {line}")).collect();
        lines.join(newline)
    }

    /// The long form of a choice as its short form; what does not stand on lines of its own stays.
    fn shortened(&self, choice: &Choice) -> Option<Edit> {
        let kind = choice.kind?;
        let (from, to) = self.lines.block(choice.key)?;
        let first = self.lines.first_line(choice.key);
        if to <= first.end && choice.kind_span.end as usize <= first.end {
            // Already short, or all on one line.
            let name = choice.key.of(self.next.text);
            let rest = self.next.text.get(choice.key.end as usize..first.end)?;
            let short = rest.trim_start().trim_start_matches(':').trim_start().starts_with(kind.word());
            if short {
                return None;
            }
            let comment = comment_of(rest).map_or_else(String::new, |comment| format!("  {comment}"));
            let start = choice.key.start as usize;
            return Some(Edit { from: start, to: first.end, text: format!("{name}: {}{comment}", kind.word()) });
        }
        let text = self.next.text.get(from..to)?;
        if text.contains('&') || text.contains('*') {
            return None;
        }
        let head = self.next.text.get(choice.key.end as usize..first.end)?;
        let comment = comment_of(head).map_or_else(String::new, |comment| format!("  {comment}"));
        let name = choice.key.of(self.next.text);
        Some(Edit { from: choice.key.start as usize, to, text: format!("{name}: {}{comment}", kind.word()) })
    }

    /// The block of the new year, and where it goes: below the year before, or nothing when it is there.
    fn new_year(&self, last: &YearPlan, kinds: &[(String, Kind)], open: &[Text]) -> (usize, String) {
        let newline = if self.next.text.contains("\r\n") { "\r\n" } else { "\n" };
        let end = self.lines.block(last.key).map_or(self.next.text.len(), |(_, to)| to);
        let outer = self.lines.indent(last.key);
        let inner = last.choices_span.map_or(outer + 2, |span| self.lines.indent(span).max(outer + 1));
        let deep = inner + inner.saturating_sub(outer).max(2);
        let pad = |count: usize| " ".repeat(count);
        let draft = self.next.plan.year(self.own + 1).is_some();
        let mut block = String::new();
        let mut line = |indent: usize, text: &str| {
            block.push_str(newline);
            block.push_str(&pad(indent));
            block.push_str(text);
        };
        if draft && open.is_empty() {
            return (end, block);
        }
        if !open.is_empty() {
            line(outer, &format!("# {}", self.catalog.say(&Text::new("next-open").with("year", self.own + 1))));
            for what in open {
                line(outer, &format!("# - {}", self.catalog.say(what).replace(['\n', '\r'], " ")));
            }
        }
        if !draft {
            line(outer, &format!("{}:", self.own + 1));
            line(inner, "interventies:");
            for (name, kind) in kinds {
                line(deep, &format!("{name}: {}", kind.word()));
            }
            for name in self.left_out(last, kinds) {
                let text = Text::new("next-left-out").with("name", name).with("year", self.own + 1);
                line(deep, &format!("# {}", self.catalog.say(&text)));
            }
        }
        (end, block)
    }

    fn left_out(&self, last: &YearPlan, kinds: &[(String, Kind)]) -> Vec<String> {
        let names = last.choices.iter().filter_map(|choice| self.name(choice));
        names.filter(|name| !kinds.iter().any(|(known, _)| known == name)).collect()
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

/// `jaren.4.interventies.lean` -> `lean`
fn last_key(path: &str) -> String {
    path.rsplit('.').next().unwrap_or(path).to_owned()
}
