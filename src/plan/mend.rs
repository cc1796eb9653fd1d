//! A text that is no YAML -> the text as it was meant, with what was slipped in the writing of it.
//!
//! In: the text. Out: the text as read, which slips it had, each with its place and its repair in the text as written, and
//! whether what is read is what was meant. A repair is tried in memory: the one with which reading gets furthest is the right
//! one; a line that nothing helps is left out. What any field means is nobody's business here.

use crate::diagnostic::{Edit, Repair, Text};

use super::Issue;
use super::mend_blanks::{odd_blanks, unspaced_within};
use super::mend_colons::{other_sign, unparted_below};
use super::mend_heads::headless;
use super::mend_lines::{Line, is_blank, is_odd_blank, is_odd_dash, lines};
use super::mend_lists::dashes;
use super::mend_marks::{enumerated, stray_mark};
use super::mend_members::first_list;
use super::mend_prose::{answered, has_ruled, letter, ruled};
use super::mend_shape::{Names, astray};
use super::mend_slips::{Place, Slip, Sure, odd_dash, propose};
use super::mend_text::{Change, Patched};
use super::yaml::{self, Stop, UNREAD};
use super::yaml_errors;

/// So many slips are told of one text.
const MOST: usize = 60;
/// So many times its own length of a text is read, or a little more of a small one.
const TIMES: usize = 24;
const SMALL: usize = 4 * 1024 * 1024;
/// So many lines that begin with what only looks like a space have one cause, whatever else is wrong.
const MANY_BLANKS: usize = 3;
/// Of so many slips it is tried whether two of them are there at once.
const PAIRED: usize = 8;
/// So many lines past a slip tell that it is mended.
const PAST: usize = 3;
/// That every line then stands where it belongs tells more than that the text reads with it.
const IN_PLACE: usize = 5;

/// A text as it was meant.
pub struct Mended<'t> {
    pub patched: Patched<'t>,
    pub slips: Vec<Issue>,
    /// What is read is what was meant, as far as it is read.
    pub sure: bool,
    /// The text as read is not the text as written.
    pub changed: bool,
}

/// Mends what can be mended, by what is known of names; `odd` says that names begin with what only looks like a space.
#[must_use]
pub fn mend<'t>(text: &'t str, odd: bool, names: Names<'t>) -> Mended<'t> {
    let left = (TIMES * text.len()).max(SMALL);
    let mut work = Work { patched: Patched::new(text), slips: Vec::new(), left, names, mended: false };
    let mut sure = true;
    if odd {
        work.blanks();
    } else {
        let all = lines(text);
        let slipped = || all.iter().filter(|line| line.margin().contains(is_odd_blank));
        let is_known = |line: &Line<'_>| line.pair().is_some_and(|(name, _)| names.has(&name.to_lowercase()));
        if slipped().count() >= MANY_BLANKS || slipped().any(is_known) {
            work.odd_blanks();
        }
    }
    work.ruled();
    while let Some(stop) = work.stopped() {
        let Some(certain) = work.step(stop) else {
            work.give_up(stop);
            return Mended { patched: work.patched, slips: work.slips, sure: false, changed: true };
        };
        sure &= certain;
    }
    work.shape();
    Mended { patched: work.patched, slips: work.slips, sure, changed: work.mended }
}

/// No line is certain to stand too far to a side, to be a remark or to go with another, while something in the text has no place
/// of its own: that may be the slip, and not the line.
pub fn doubt_places(text: &str, issues: &mut [Issue]) {
    let is_blank = |text: &str| text.chars().all(is_blank);
    let begins = |at: u32| text.get(..at as usize).and_then(|before| before.rsplit('\n').next()).is_some_and(is_blank);
    // A space in the place of what only looks like one moves nothing.
    let moves = |edit: &Edit| !edit.span.of(text).contains(is_odd_blank);
    let places = |edit: &Edit| {
        moves(edit) && {
            edit.text.contains('\n') || begins(edit.span.start) && (is_blank(&edit.text) || edit.text.starts_with('#'))
        }
    };
    for issue in issues.iter_mut().filter(|issue| issue.problem.code == "yaml") {
        let Some(repair) = &mut issue.problem.repair else { continue };
        repair.certain &= !repair.edits.iter().any(places);
    }
}

struct Work<'t> {
    patched: Patched<'t>,
    slips: Vec<Issue>,
    /// How many bytes may still be read.
    left: usize,
    names: Names<'t>,
    mended: bool,
}

impl Work<'_> {
    fn stopped(&mut self) -> Option<Stop> {
        self.left = self.left.saturating_sub(self.patched.text().len());
        yaml::stopped(self.patched.text())
    }

    /// Mends the slip at which reading stopped; whether it is certain, or none when nothing helps.
    fn step(&mut self, stop: Stop) -> Option<bool> {
        if self.slips.len() >= MOST {
            return None;
        }
        let text = self.patched.text().to_owned();
        let all = lines(&text);
        let place = Place::at(&text, &all, stop, self.names);
        if let Some(slip) = self.before(&text, &all, &place) {
            self.take(slip);
            return Some(true);
        }
        let mut best: Option<(usize, Slip)> = None;
        for slip in propose(&place) {
            let Some(score) = self.score(&text, stop, &slip) else { continue };
            let score = 2 * score + if self.in_place(&slip, place.index) { IN_PLACE } else { 0 };
            if best.as_ref().is_none_or(|(found, _)| score > *found) {
                best = Some((score, slip));
            }
            if score == 2 * PAST + IN_PLACE {
                break;
            }
        }
        let doubted = best.as_ref().is_none_or(|(_, slip)| slip.sure == Sure::Likely);
        let pair = if doubted { self.pair(&text, &place, stop) } else { None };
        let slip = pair.or(best.map(|(_, slip)| slip)).or_else(|| self.left_out(&text, &place, stop))?;
        let sure = !matches!(slip.sure, Sure::Likely | Sure::Dropped);
        self.take(slip);
        Some(sure)
    }

    /// A line above the place that stands elsewhere than its name says, when reading gets past it where it belongs: what is wrong
    /// behind it is seen better then.
    fn before(&mut self, text: &str, all: &[Line<'_>], place: &Place<'_>) -> Option<Slip> {
        let (at, slip) = astray(all, self.names, true)?;
        let is_sure = matches!(slip.sure, Sure::Certain) && at + 1 < place.index;
        self.left = self.left.checked_sub(text.len()).filter(|_| is_sure)?;
        let tried = self.patched.with(&slip.changes);
        let line_at = |text: &str, at: usize| text.get(..at).map_or(0, |before| before.matches('\n').count());
        let own = line_at(text, slip.span.start as usize);
        let goes_on = yaml::stopped(&tried).is_none_or(|next| line_at(&tried, next.at) > own);
        goes_on.then_some(slip)
    }

    /// Two slips beside each other, of which neither helps without the other.
    fn pair(&mut self, text: &str, place: &Place<'_>, stop: Stop) -> Option<Slip> {
        let is_sure = |slip: &Slip| matches!(slip.sure, Sure::Certain | Sure::Asked) && slip.and.is_empty();
        let mut all: Vec<Slip> = propose(place).into_iter().filter(is_sure).take(PAIRED).collect();
        // Below a line that slipped to the left another sign in the place of a colon is seen only when it is back.
        all.extend(place.next().and_then(other_sign));
        let pairs = all.iter().enumerate().flat_map(|(at, one)| all.iter().skip(at + 1).map(move |other| (one, other)));
        pairs
            .filter_map(|(one, other)| Slip::joined(vec![one.clone(), other.clone()]))
            .find(|slip| self.score(text, stop, slip) == Some(PAST) && self.in_place(slip, place.index))
    }

    /// Lines that stand out of place, in a text that reads.
    fn shape(&mut self) {
        while self.slips.len() < MOST {
            let Some(left) = self.left.checked_sub(2 * self.patched.text().len()) else { return };
            self.left = left;
            let text = self.patched.text().to_owned();
            let all = lines(&text);
            let head = || Some(headless(&all, self.names)?.1);
            let close = || unspaced_within(&all, self.names);
            let listed = || first_list(&all, self.names);
            let unparted = || unparted_below(&all, self.names);
            let found = letter(&all).into_iter().next().or_else(|| dashes(&all)).or_else(head).or_else(close);
            let found = found.or_else(listed).or_else(unparted);
            let Some(slip) = found.or_else(|| Some(astray(&all, self.names, true)?.1)) else { return };
            if yaml::stopped(&self.patched.with(&slip.changes)).is_some() {
                return;
            }
            self.take(slip);
        }
    }

    /// Signs that look like a space, where the text reads with them.
    fn blanks(&mut self) {
        self.odd_blanks();
        while self.slips.len() < MOST {
            let text = self.patched.text().to_owned();
            let all = lines(&text);
            let begins = |line: &Line<'_>| line.own().text.starts_with(is_odd_dash);
            let marked = |(index, line): (usize, &Line<'_>)| {
                let text = || enumerated(&all, index, self.names);
                let stray = || stray_mark(&all, index, self.names).into_iter().next();
                text().or_else(stray).or_else(|| odd_dash(*line))
            };
            let Some(slip) = all.iter().enumerate().filter(|(_, line)| begins(line)).find_map(marked) else { return };
            self.take(slip);
        }
    }

    /// Headings behind a rule, where YAML begins another document.
    fn ruled(&mut self) {
        while self.slips.len() < MOST && has_ruled(self.patched.text()) {
            let text = self.patched.text().to_owned();
            let all = lines(&text);
            let Some(slip) = answered(&all).or_else(|| all.into_iter().find_map(ruled)) else { return };
            self.take(slip);
        }
    }

    fn odd_blanks(&mut self) {
        let text = self.patched.text().to_owned();
        if let Some(slip) = odd_blanks(&lines(&text)) {
            self.take(slip);
        }
    }

    fn take(&mut self, slip: Slip) {
        let slip = Slip { changes: self.patched.least(slip.changes), ..slip };
        let edits = self.patched.edits(&slip.changes);
        let repair = (!matches!(slip.sure, Sure::Lost | Sure::Dropped))
            .then_some(Repair { edits, certain: slip.sure == Sure::Certain });
        self.mended = true;
        // What is wrong with what another repair put there, nobody wrote.
        let is_written = |changes: &[Change]| !changes.iter().any(|change| self.patched.is_made(change.at.start));
        if slip.sure != Sure::Silent && slip.and.is_empty() && is_written(&slip.changes) {
            let issue = Issue::new("yaml", self.patched.back_span(slip.span), slip.message).help(slip.help);
            self.slips.push(issue.repair(repair));
        }
        for one in slip.and.into_iter().filter(|one| is_written(&one.changes)) {
            let edits = self.patched.edits(&self.patched.least(one.changes));
            let issue = Issue::new("yaml", self.patched.back_span(one.span), one.message).help(one.help);
            self.slips.push(issue.repair(Repair { edits, certain: one.sure == Sure::Certain }));
        }
        self.patched.apply(&slip.changes);
    }

    /// Whether every line up to here stands where it belongs, once a slip is mended.
    fn in_place(&self, slip: &Slip, index: usize) -> bool {
        let tried = self.patched.with(&slip.changes);
        astray(&lines(&tried), self.names, true).is_none_or(|(at, _)| at > index + 1)
    }

    /// How many lines further reading gets.
    fn score(&mut self, text: &str, stop: Stop, slip: &Slip) -> Option<usize> {
        self.left = self.left.checked_sub(text.len())?;
        let tried = self.patched.with(&slip.changes);
        let breaks = |text: &str| text.bytes().filter(|byte| *byte == b'\n').count();
        let line_at = |text: &str, at: usize| text.get(..at).map_or(0, breaks);
        let Some(next) = yaml::stopped(&tried) else { return Some(PAST) };
        let added: usize = slip.changes.iter().map(|change| breaks(&change.text)).sum();
        let reached = line_at(&tried, next.at).saturating_sub(added);
        let own = line_at(text, slip.span.start as usize);
        let past = if slip.far { own } else { own.max(line_at(text, stop.at)) };
        (reached > past && !(next.trouble == stop.trouble && reached == line_at(text, stop.at)))
            .then(|| (reached - past).min(PAST))
    }

    /// The line that cannot be read, left out.
    fn left_out(&mut self, text: &str, place: &Place<'_>, stop: Stop) -> Option<Slip> {
        let number = self.slips.len();
        let issue = yaml_errors::explain(text, stop.at, stop.trouble);
        let candidates = [place.here, place.before].into_iter().flatten();
        candidates.flat_map(|line| [hidden(line, number, &issue), emptied(line, &issue)]).find(|slip| {
            let again = Slip { far: true, ..slip.clone() };
            self.score(text, stop, &again).is_some()
        })
    }

    /// Reading stops for good.
    fn give_up(&mut self, stop: Stop) {
        let issue = yaml_errors::explain(self.patched.text(), stop.at, stop.trouble);
        let mut issue = issue;
        issue.problem.primary.span = self.patched.back_span(issue.problem.primary.span);
        self.slips.push(issue);
    }
}

/// A line in whose place stands that something was there.
fn hidden(line: Line<'_>, number: usize, issue: &Issue) -> Slip {
    let field = line.field();
    left(line, vec![Change::new(field.range(), format!("\"{UNREAD}{number}\":"))], issue, Sure::Lost)
}

/// A line in whose place stands nothing: then nobody knows where something is missing.
fn emptied(line: Line<'_>, issue: &Issue) -> Slip {
    left(line, vec![Change::new(line.range(), "")], issue, Sure::Dropped)
}

fn left(line: Line<'_>, changes: Vec<Change>, issue: &Issue, sure: Sure) -> Slip {
    let help = issue.problem.help.clone().unwrap_or(Text::new("yaml-unreadable-help"));
    let message = issue.problem.message.clone();
    let own = line.own();
    Slip { changes, span: own.span(), message, help, sure, far: false, and: Vec::new() }
}
