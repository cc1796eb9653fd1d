//! `mtvp check --fix`: mends in plans what is certain, whole or not at all; with `--diff` it shows that and writes nothing.
//!
//! A repair can bring another to light, so a plan is looked at again until nothing certain is left.

use std::collections::BTreeMap;
use std::path::Path;

use similar::TextDiff;

use crate::diagnostic::{Edit, Repair, Text, mended};
use crate::report::{self, Catalog};
use crate::session::{Looked, Report, Stop};
use crate::source::Source;

use super::fence::{self, By};
use super::files::{self, Unread};
use super::judge::Judge;
use super::paths::name;
use super::selection::Selected;
use super::{output, words, written};

/// So many times a plan is looked at again.
const ROUNDS: usize = 12;

/// Mends the plans of a run; how many there are that change.
pub fn all(files: &[Selected], judge: &Judge, diff: bool, catalog: &Catalog) -> Result<usize, Stop> {
    let mut changed = 0;
    for file in files {
        changed += usize::from(one(file, judge, diff, catalog)?);
    }
    Ok(changed)
}

fn one(file: &Selected, judge: &Judge, diff: bool, catalog: &Catalog) -> Result<bool, Stop> {
    let by = if file.named { By::User } else { By::Way };
    // What cannot be read is told by the check.
    let stdin = file.path.as_os_str() == "-";
    let Ok(old) = files::raw(&file.path, by) else {
        if stdin && !diff {
            output::put(&files::input_as_read());
        }
        return Ok(false);
    };
    let mut text = old.clone();
    let mut count = 0;
    // Before each repair: the text, how many were done, and what was told of it.
    let mut before: Option<(String, usize, Told)> = None;
    for _ in 0..ROUNDS {
        let source = Source::new(name(&file.path), crate::source::with_line_feeds(text.clone()));
        let Looked::Judged(judged) = judge.text(file, &source)? else { break };
        let told = Told::of(&judged.report);
        if let Some((safe, done, _)) = before.take_if(|(_, _, known)| !told.is_among(known)) {
            // What was mended brought something new to light: then it was not that.
            (text, count) = (safe, done);
            break;
        }
        let ends = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let certain: Vec<Repair> = judged
            .report
            .findings
            .iter()
            .filter_map(|finding| finding.repair.as_ref())
            .filter(|repair| repair.certain)
            .map(|repair| with_ends(repair, ends))
            .collect();
        let (next, done) = mended(&text, &certain);
        if next == text {
            break;
        }
        before = Some((std::mem::replace(&mut text, next), count, told));
        count += done;
    }
    // What comes from standard input goes on to standard output, also where nothing is to be mended; it is judged as it left.
    if stdin && !diff {
        output::put(text.as_bytes());
        files::put_input(&text);
        return Ok(text != old);
    }
    if text == old {
        return Ok(false);
    }
    if !diff && let Err(Stop::Said(message, help)) = written::not_through_link(&file.path) {
        // The plan behind a link has a name of its own; the others are mended all the same.
        words::complain(catalog, message, help);
        return Ok(false);
    }
    tell(&file.path, (&old, &text), count, diff, catalog)?;
    Ok(true)
}

/// What is told of a plan, apart from what is due later: how often by each rule.
struct Told {
    judged: bool,
    rules: BTreeMap<String, usize>,
}

impl Told {
    fn of(report: &Report) -> Self {
        let urgent = report.findings.iter().filter(|finding| report::is_urgent(finding));
        let mut rules = BTreeMap::new();
        urgent.for_each(|finding| *rules.entry(finding.rule.clone()).or_default() += 1);
        Self { judged: report.judged.is_some(), rules }
    }

    /// Whether nothing is told that was not told before. Of a plan that could not be judged, the rules were not told.
    fn is_among(&self, known: &Self) -> bool {
        let is_known = |(rule, count): (&String, &usize)| known.rules.get(rule).is_some_and(|known| count <= known);
        !known.judged || self.judged && self.rules.iter().all(is_known)
    }
}

/// A repair in which lines end as they do in the file.
fn with_ends(repair: &Repair, ends: &str) -> Repair {
    let edit = |edit: &Edit| Edit::new(edit.span, edit.text.replace('\n', ends));
    Repair { edits: repair.edits.iter().map(edit).collect(), certain: repair.certain }
}

fn tell(path: &Path, (old, new): (&str, &str), count: usize, diff: bool, catalog: &Catalog) -> Result<(), Stop> {
    let shown = name(path);
    if diff {
        let lines = TextDiff::from_lines(old, new);
        let lines = lines.unified_diff().header(&shown, &shown).to_string();
        output::print(&lines.lines().map(|line| report::escape(line) + "\n").collect::<String>());
        return Ok(());
    }
    let (_, found) = fence::real(path, By::Way).map_err(|barred| Unread::Barred(barred).stop(path))?;
    if !found.is_file() {
        return Err(written::not_done(path));
    }
    written::replace(path, new)?;
    words::remark(catalog, &Text::new("fix-done").with("path", shown).with("count", count));
    Ok(())
}
