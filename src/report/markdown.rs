//! Findings as Markdown, for a comment on a merge request.
//!
//! A plan without findings that need attention is only counted. What a person wrote in a plan is shown as it is: it
//! makes no heading, no link, no picture, and calls nobody by name.

use std::fmt::Write as _;

use crate::diagnostic::{Severity, Text};

use super::Catalog;
use super::markdown_text::{code, escaped};
use super::nearest::head;
use super::said::{WEIGHTS, about, message, one_line, remarks as remarks_of, severity, weight};
use super::summary::{Totals, remarks, total_line, version};
use super::writer::{End, Head, Writer};
use crate::session::{Finding, Report};

/// A comment at GitHub has fewer signs than this, as it counts them: in units of UTF-16.
const MOST: usize = 65_535;

/// The format. What does not fit is counted, the lightest first, so all is written at the end.
pub struct Markdown<'a> {
    catalog: &'a Catalog,
    /// Plans of which a finding may be shown: what stands above and below its findings.
    plans: Vec<(String, String)>,
    /// Findings that may be shown, in order: number of the plan, weight, text.
    items: Vec<(usize, usize, String)>,
    /// How long the findings of each weight are, and those of them that are not kept.
    long: [usize; WEIGHTS],
    left_out: usize,
}

impl<'a> Markdown<'a> {
    pub fn new(head: Head<'a>) -> Self {
        Self { catalog: head.catalog, plans: Vec::new(), items: Vec::new(), long: [0; WEIGHTS], left_out: 0 }
    }

    /// The findings that fit in so much room, the heaviest first, each below its plan.
    fn fitting(&mut self, mut room: usize) -> String {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.sort_by_key(|at| self.items.get(*at).map(|(_, weight, _)| *weight));
        let mut shown = vec![false; self.items.len()];
        let mut opened = vec![false; self.plans.len()];
        for at in order {
            let Some((plan, _, text)) = self.items.get(at) else { break };
            let Some((above, below)) = self.plans.get(*plan) else { break };
            let around = if opened.get(*plan) == Some(&true) { 0 } else { length(above) + length(below) };
            let Some(left) = room.checked_sub(length(text) + around) else { break };
            room = left;
            opened.get_mut(*plan).into_iter().chain(shown.get_mut(at)).for_each(|flag| *flag = true);
        }
        self.left_out += shown.iter().filter(|shown| !**shown).count();
        let mut out = String::new();
        let mut within = None;
        for ((plan, _, text), _) in self.items.iter().zip(&shown).filter(|(_, shown)| **shown) {
            if within != Some(*plan) {
                out.push_str(within.and_then(|last: usize| self.plans.get(last)).map_or("", |(_, below)| below));
                out.push_str(self.plans.get(*plan).map_or("", |(above, _)| above));
                within = Some(*plan);
            }
            out.push_str(text);
        }
        out.push_str(within.and_then(|last| self.plans.get(last)).map_or("", |(_, below)| below));
        out
    }
}

/// As GitHub counts.
fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Writer for Markdown<'_> {
    fn begin(&mut self) -> String {
        heading(self.catalog)
    }

    fn plan(&mut self, report: &Report) -> String {
        let before = self.items.len();
        for finding in report.findings.iter().filter(|finding| finding.severity != Severity::Pending) {
            let weight = weight(finding);
            let text = item(report, finding, false, self.catalog);
            match self.long.get_mut(weight).filter(|long| **long <= MOST) {
                Some(long) => {
                    *long += length(&text);
                    self.items.push((self.plans.len(), weight, text));
                }
                None => self.left_out += 1,
            }
        }
        if self.items.len() > before {
            let above = format!("\n### {}\n\n", code(&report.path));
            let below = format!("{}\n{}\n", nearest(report, self.catalog), plain(&counts(report, self.catalog)));
            self.plans.push((above, below));
        }
        String::new()
    }

    fn end(&mut self, end: &End) -> String {
        let closing = closing(end, self.catalog);
        let room = MOST.saturating_sub(length(&heading(self.catalog)) + length(&closing));
        let all = self.items.iter().map(|(_, _, text)| length(text)).sum::<usize>()
            + self.plans.iter().map(|(above, below)| length(above) + length(below)).sum::<usize>();
        let catalog = self.catalog;
        let more =
            |count: usize| format!("\n{}\n", plain(&catalog.say(&Text::new("markdown-left-out").with("count", count))));
        if self.left_out == 0 && all <= room {
            return self.fitting(room) + &closing;
        }
        // The line that counts them is longest when it counts all.
        let room = room.saturating_sub(length(&more(self.left_out + self.items.len())));
        let shown = self.fitting(room);
        shown + &more(self.left_out) + &closing
    }
}

/// How the choices of the plan become valid: a way each as an item of a list.
fn nearest(report: &Report, catalog: &Catalog) -> String {
    let Some(found) = report.nearest.as_ref().filter(|found| !found.ways.is_empty()) else { return String::new() };
    let mut out = format!("\n{}\n\n", plain(&catalog.say(&head(found))));
    for way in &found.ways {
        let _ = writeln!(out, "- {}", plain(&catalog.say(&way.said)));
    }
    if found.more {
        let _ = writeln!(out, "\n{}", plain(&catalog.word("nearest-more")));
    }
    out
}

/// What the plan has, and what judged it. No path stands here: at the start of a line it could be anything.
fn counts(report: &Report, catalog: &Catalog) -> String {
    let counts = Totals::of(std::slice::from_ref(report)).words();
    let text = match (&report.judged, report.reference) {
        (Some(judged), Some(reference)) => Text::new("report-counts")
            .with("counts", counts)
            .with("id", &judged.id)
            .with("version", version(judged))
            .with("date", reference),
        _ => Text::new("report-counts-unjudged").with("counts", counts),
    };
    catalog.say(&text)
}

/// The heading above all plans.
pub fn heading(catalog: &Catalog) -> String {
    format!("## {}\n", catalog.word("report-heading"))
}

/// The counts of the run, and what else is to be known.
pub fn closing(end: &End, catalog: &Catalog) -> String {
    let mut out = format!("\n**{}**\n", plain(&total_line(end.totals, catalog)));
    for text in &remarks(end) {
        let _ = writeln!(out, "\n{}", plain(&catalog.say(text)));
    }
    out
}

/// One finding as an item of a list, with its plan if that stands nowhere else.
pub fn item(report: &Report, finding: &Finding, with_plan: bool, catalog: &Catalog) -> String {
    let line = report.source.position(finding.span.start).line;
    let place = if with_plan {
        code(&format!("{}:{line}", report.path))
    } else {
        plain(&catalog.say(&Text::new("report-line").with("line", line.to_string())))
    };
    let about = match about(finding, catalog).as_str() {
        "" => String::new(),
        about => format!(" ({})", plain(about)),
    };
    let mut out = format!(
        "- **{}** {}, {place}{about}: {}\n",
        plain(&severity(finding, catalog)),
        code(&finding.rule),
        plain(&message(finding, catalog))
    );
    for remark in remarks_of(finding, catalog) {
        let _ = writeln!(out, "  - {}", plain(&remark));
    }
    out
}

/// Text in which no sign means anything to Markdown, but what stands between backticks is shown as code. When a value
/// of a plan holds a backtick, another part becomes code; it is harmless all the same.
pub fn plain(text: &str) -> String {
    let text = one_line(text);
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escaped(&text);
    }
    let part = |(n, part): (usize, &&str)| match (n % 2 == 1, part.trim().is_empty()) {
        (true, false) => code(part),
        (true, true) => escaped(&format!("`{part}`")),
        (false, _) => escaped(part),
    };
    parts.iter().enumerate().map(part).collect()
}
