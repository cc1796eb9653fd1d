//! Findings for people: the line of the plan, what is wrong with it, what to do, and the source.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Severity, Text};
use crate::source::Span;

use super::Catalog;
use super::foreign::escape;
use super::nearest::nearest;
use super::said::{decided, lowered, open_decision, sources, suppression};
use super::screen::{Drawn, Screen, Shielded};
use super::standing::standing;
use super::summary::Closing;
use super::writer::{End, Head, Options, Plans, Writer};
use crate::session::{Finding, Report, Suppression};

/// The format.
pub struct Human<'a> {
    head: Head<'a>,
    options: Options,
    closing: Closing,
    /// What is to be known of plans, and of how many, when there are many.
    notes: BTreeMap<String, usize>,
    /// Where the practice stands, when there is one plan.
    standing: Vec<Text>,
}

impl<'a> Human<'a> {
    pub fn new(head: Head<'a>, options: Options) -> Self {
        Self { head, options, closing: Closing::default(), notes: BTreeMap::new(), standing: Vec::new() }
    }

    /// A plan among many: what is wrong with it. What is due later is counted, or listed below the name of the plan.
    fn among_many(&mut self, report: &Report) -> String {
        let Head { catalog, screen, .. } = self.head;
        for note in &report.notes {
            *self.notes.entry(catalog.say(note)).or_default() += 1;
        }
        let mut lists = nearest(report, screen, catalog);
        if self.options.pending {
            lists.push_str(&later(report, screen, catalog));
        }
        lists.push_str(&all_set_aside(report, screen, catalog));
        let mut out = drawings(report, is_milder, screen, catalog);
        out.push_str(&drawings(report, is_violated, screen, catalog));
        if !lists.is_empty() {
            out.push_str(&screen.paragraph("", &format!("{}:", escape(&report.source.name))));
            out.push_str(&lists);
        }
        out
    }
}

impl Writer for Human<'_> {
    fn plan(&mut self, report: &Report) -> String {
        let Head { catalog, screen, .. } = self.head;
        if self.options.quiet {
            return drawings(report, |_| true, screen, catalog);
        }
        self.closing.add(report, catalog);
        match self.options.plans {
            Plans::One => {
                self.standing = standing(report, self.options.pending);
                whole(report, self.options.pending, screen, catalog)
            }
            Plans::Many => self.among_many(report),
        }
    }

    fn end(&mut self, end: &End) -> String {
        if self.options.quiet {
            return String::new();
        }
        let Head { catalog, screen, .. } = self.head;
        let notes = std::mem::take(&mut self.notes);
        let of_many =
            |(note, count): (String, usize)| Text::new("note-of-many").with("note", note).with("count", count);
        let unlisted = self.options.plans == Plans::Many && !self.options.pending && end.totals.pending > 0;
        let unlisted = unlisted.then(|| Text::new("note").with("note", Text::new("note-pending-unlisted")));
        let notes = notes.into_iter().map(of_many).chain(unlisted);
        let mut out: String = notes.map(|note| screen.paragraph("", &catalog.say(&note))).collect();
        out.extend(self.closing.write(end, catalog).lines().map(|line| screen.line(line)));
        let standing = std::mem::take(&mut self.standing);
        out.extend(standing.iter().map(|text| screen.paragraph("", &catalog.say(text))));
        out
    }
}

/// All findings of one file.
#[must_use]
pub fn human(report: &Report, screen: Screen, catalog: &Catalog) -> String {
    whole(report, true, screen, catalog)
}

/// The findings of one file. What is due later and what was set aside have no drawings; what is violated stands last.
fn whole(report: &Report, pending: bool, screen: Screen, catalog: &Catalog) -> String {
    let mut out = drawings(report, is_milder, screen, catalog);
    if pending {
        out.push_str(&later(report, screen, catalog));
    }
    out.push_str(&all_set_aside(report, screen, catalog));
    for note in &report.notes {
        out.push_str(&screen.paragraph("", &catalog.say(&Text::new("note").with("note", note.clone()))));
    }
    out.push_str(&drawings(report, is_violated, screen, catalog));
    out.push_str(&nearest(report, screen, catalog));
    out
}

fn is_violated(finding: &Finding) -> bool {
    finding.suppressed.is_none() && finding.severity == Severity::Violation
}

/// Whether a finding counts now, and is no violation.
fn is_milder(finding: &Finding) -> bool {
    finding.suppressed.is_none() && matches!(finding.severity, Severity::Warning | Severity::Review)
}

/// The findings that are asked for, each with the lines of the plan.
fn drawings(report: &Report, shown: impl Fn(&Finding) -> bool, screen: Screen, catalog: &Catalog) -> String {
    let shown: Vec<&Finding> = report.findings.iter().filter(|finding| shown(finding)).collect();
    if shown.is_empty() {
        return String::new();
    }
    let masked: Vec<Span> = report.findings.iter().filter(|f| f.built_in && f.rule == "bsn").map(|f| f.span).collect();
    let shielded = Shielded::new(&report.source, &masked);
    shown.into_iter().map(|finding| screen.draw(&drawn(report, finding, &shielded, catalog))).collect()
}

/// The findings that do not count.
fn all_set_aside(report: &Report, screen: Screen, catalog: &Catalog) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        if let Some(why) = &finding.suppressed {
            out.push_str(&set_aside(report, finding, why, screen, catalog));
            out.push('\n');
        }
    }
    out
}

/// A finding that does not count: what it is, and why.
fn set_aside(report: &Report, finding: &Finding, why: &Suppression, screen: Screen, catalog: &Catalog) -> String {
    let text = Text::new("report-set-aside-line")
        .with("title", finding.title.clone())
        .with("place", Arg::List(places(report, &[finding]), Join::Comma))
        .with("rule", &finding.rule)
        .with("why", suppression(why, catalog));
    screen.paragraph("", &catalog.say(&text))
}

fn drawn<'a>(report: &Report, finding: &Finding, source: &'a Shielded<'a>, catalog: &Catalog) -> Drawn<'a> {
    let word = catalog.word(finding.severity.text_id());
    let head = match &report.judged {
        Some(judged) if !finding.built_in => format!("{word} {}::{}", judged.id, finding.rule),
        _ => format!("{word} {}", finding.rule),
    };
    let mut labels = vec![(finding.span, finding.detail.as_ref().map(|detail| catalog.say(detail)))];
    labels.extend(finding.others.iter().map(|label| (label.span, label.text.as_ref().map(|text| catalog.say(text)))));
    let mut footers = Vec::new();
    if let Some(help) = &finding.help {
        footers.push((catalog.word("word-help"), catalog.say(help)));
    }
    if !finding.source.is_empty() {
        footers.push((catalog.word("word-source"), sources(finding)));
    }
    if let Some(why) = &finding.lowered {
        footers.push((catalog.word("word-lowered"), lowered(why, catalog)));
    }
    if let Some(found) = open_decision(finding) {
        footers.push((catalog.word("word-decision"), decided(found, catalog)));
    }
    Drawn {
        head,
        title: catalog.say(&finding.title),
        severity: finding.severity,
        labels,
        source,
        line_word: catalog.word("word-line"),
        footers,
    }
}

/// What must be shown when a year is accounted for: a list to keep, a line for each rule, the first year first.
fn later(report: &Report, screen: Screen, catalog: &Catalog) -> String {
    let mut times: BTreeMap<(Option<Date>, Time), Vec<&Finding>> = BTreeMap::new();
    let open = report.findings.iter().filter(|finding| finding.suppressed.is_none());
    for finding in open.filter(|finding| finding.severity == Severity::Pending) {
        let year = finding.year.or(report.year);
        let time = match finding.due {
            Some(due) => (Some(due), Time::Due(due)),
            None => (year.and_then(|year| report.end_of(year)), Time::Accounting(year)),
        };
        times.entry(time).or_default().push(finding);
    }
    times.into_iter().map(|((_, time), found)| later_at(report, time, found, screen, catalog)).collect()
}

/// When something must be shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Time {
    /// A rule names the last day.
    Due(Date),
    /// When the year is accounted for.
    Accounting(Option<u8>),
}

fn later_at(report: &Report, time: Time, pending: Vec<&Finding>, screen: Screen, catalog: &Catalog) -> String {
    let head = match time {
        Time::Due(date) => Text::new("later-head-due").with("date", date),
        Time::Accounting(year) => match year.and_then(|year| Some((year, report.end_of(year)?))) {
            Some((year, date)) => Text::new("later-head-year").with("year", year).with("date", date),
            None => Text::new("later-head"),
        },
    };
    let mut out = screen.paragraph("", &catalog.say(&head.with("count", pending.len())));
    let mut order: Vec<&str> = Vec::new();
    let mut rules: HashMap<&str, Vec<&Finding>> = HashMap::new();
    for finding in pending {
        let found = rules.entry(&finding.rule).or_default();
        if found.is_empty() {
            order.push(&finding.rule);
        }
        found.push(finding);
    }
    for (first, found) in order.iter().filter_map(|rule| rules.get(rule)).filter_map(|all| Some((all.first()?, all))) {
        let sources = first.source.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>().join(", ");
        let line = Text::new(if sources.is_empty() { "later-line-plain" } else { "later-line" })
            .with("title", first.title.clone())
            .with("places", Arg::List(places(report, found), Join::Comma))
            .with("sources", sources);
        let text = catalog.say(&line);
        out.push_str(&screen.paragraph("    ", &text).replacen("    ", "  - ", 1));
    }
    out.push('\n');
    out
}

/// The lines in the plan, each once, with the intervention that it is about.
fn places(report: &Report, findings: &[&Finding]) -> Vec<Arg> {
    let mut seen = HashSet::new();
    let all = findings.iter().map(|finding| (report.source.position(finding.span.start).line, &finding.intervention));
    let once = all.filter(|place| seen.insert(*place));
    let words = once.map(|(line, intervention)| match intervention {
        Some(name) => Text::new("later-place-of").with("name", name).with("line", line.to_string()),
        None => Text::new("later-place").with("line", line.to_string()),
    });
    words.map(Arg::Text).collect()
}
