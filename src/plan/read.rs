//! A document, as it was written or as it was meant -> a plan, and what is wrong with it.
//!
//! In: the tree of a text, and the regioplan that says what it may hold. Out: the plan with all problems of form; or, where the text
//! can only be guessed at, why it is none. How each value is read stands in `reader`.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{PLAN, PRACTICE, Regioplan, Requirement};
use crate::source::Span;

use super::document::{Document, parse_by};
use super::frame::{self, Frame, KEYS};
use super::mend::doubt_places;
use super::reader::{Reader, SOUGHT};
use super::trail::Trail;
use super::value::{Plan, RecordValue};
use super::yaml::Node;
use super::{Issue, years};

/// With more names that are still unknown, a text that reads was not mended: it may be the plan of another region, in which
/// every line stands where it belongs.
const STRANGE: usize = 6;

/// Reads a plan by the declarations of a regioplan; none when the document holds no mapping.
#[must_use]
pub fn read(document: &Document<'_>, model: &Regioplan, elsewhere: &[(String, String)]) -> Option<Plan> {
    let frame = frame::frame(document.root.as_ref().or(document.guess.as_ref())?);
    read_framed(document, frame, model, elsewhere).ok()
}

/// Why a document cannot be read as a plan.
pub struct Unread {
    pub issues: Vec<Issue>,
    /// How much stands where it is not known; none where it cannot be guessed what stands where.
    pub astray: Option<usize>,
}

/// Reads a plan of which the frame has been read, or tells why it cannot be. What stands out of place is read where it belongs.
pub fn read_framed(
    document: &Document<'_>,
    framed: (Frame, Vec<Issue>),
    model: &Regioplan,
    elsewhere: &[(String, String)],
) -> Result<Plan, Unread> {
    let first = document.root.as_ref().map(|root| read_tree(document, root, framed, model, elsewhere));
    let first = match first {
        Some((plan, 0)) if !document.mended => return Ok(plan),
        // With so many unknown names nobody can tell where they belong.
        Some((plan, astray)) if !document.mended && astray > 4 * SOUGHT => return Ok(plan),
        first => first.filter(|_| !document.mended),
    };
    let again = parse_by(document.text, &model.contents);
    let second = again.root.as_ref().filter(|_| document.mended || again.mended);
    let second = second.map(|root| read_tree(&again, root, frame::frame(root), model, elsewhere));
    // A text that reads is mended only where that tells what stood out of place.
    let explains = |found: &(Plan, usize), first: &(Plan, usize)| found.1 < first.1 && found.1 <= STRANGE;
    let better = |found: &(Plan, usize)| first.as_ref().is_none_or(|first| explains(found, first));
    // By names, what was read without them can turn out to be a guess.
    second.filter(better).or(first).map(|(plan, _)| plan).ok_or_else(|| {
        let Unread { issues, astray } = guessed(&again, model, elsewhere);
        Unread { issues: again.doubted().into_iter().chain(issues).collect(), astray }
    })
}

/// What is said of a text that is only guessed at: where something stands in another form than its own, be it guessed where it
/// belongs. Of all that hangs on the place of a line nothing is said, and nothing is certain.
fn guessed(document: &Document<'_>, model: &Regioplan, elsewhere: &[(String, String)]) -> Unread {
    let Some(root) = &document.guess else { return Unread { issues: Vec::new(), astray: None } };
    let (plan, astray) = read_tree(document, root, frame::frame(root), model, elsewhere);
    let astray = (!plan.years.is_empty()).then_some(astray);
    let mut issues = plan.issues;
    issues.retain(|issue| issue.problem.code != "yaml" && issue.problem.repair.is_some());
    for repair in issues.iter_mut().filter_map(|issue| issue.problem.repair.as_mut()) {
        repair.certain = false;
    }
    Unread { issues, astray }
}

/// Of a value that does not fit, how it must be written is told by itself: not how what stands there would be read.
fn told_once(text: &str, issues: &mut Vec<Issue>) {
    let wrong: Vec<Span> = issues
        .iter()
        .filter(|issue| issue.problem.code == "verkeerde-waarde")
        .map(|issue| issue.problem.primary.span)
        .filter(|span| !span.of(text).contains('\n'))
        .collect();
    let holds = |span: &Span, other: Span| span.start <= other.start && other.end <= span.end && !other.is_empty();
    issues.retain(|issue| {
        let edits = issue.problem.repair.as_ref().map_or(&[][..], |repair| &repair.edits);
        let within = |span: &Span| !edits.is_empty() && edits.iter().all(|edit| holds(span, edit.span));
        issue.problem.code != "yaml" || !wrong.iter().any(within)
    });
}

/// The plan, and how much stands where it is not known.
fn read_tree(
    document: &Document<'_>,
    root: &Node<'_>,
    framed: (Frame, Vec<Issue>),
    model: &Regioplan,
    elsewhere: &[(String, String)],
) -> (Plan, usize) {
    let is_own = |name: &str| model.contents.record(PLAN).position(name).is_some();
    let (mut frame, issues) = if frame::is_taken(root, &is_own) { frame::frame_beside(root, &is_own) } else { framed };
    // A date by itself at the top may be that of handing in.
    let dated = frame::find(root, "ingediend", &is_own).is_some() || root.get("datum").is_none();
    let has_date = model.contents.record(PLAN).position("datum").is_some();
    frame.unread.extend((!dated && !has_date).then_some("ingediend"));
    let issues = issues.into_iter().collect();
    let own = frame.year.map(|(year, _)| year);
    let start = frame.start.map(|(start, _)| start);
    let last = own.map(|own| model.programme.last_of_plan(own, start));
    let mut reader = Reader {
        text: document.text,
        model: &model.contents,
        resting: &model.resting,
        first_year: Some(model.programme.first_year),
        elsewhere,
        own,
        issues,
        files: Vec::new(),
        astray: 0,
        as_written: !document.mended,
        strays: Vec::new(),
        kind_words: Vec::new(),
    };
    reader.issues.extend(document.issues.iter().cloned());
    let top = frame.top;
    let data = reader.record(root, PLAN, top, &Trail::Top, &KEYS);
    let (practice, practice_absent) = practice(&mut reader, root, top);
    let years = years::read(&mut reader, root, top, (&model.programme, last));
    let (astray, strays) = (reader.astray, std::mem::take(&mut reader.strays));
    let mut issues = reader.issues.into_vec();
    told_once(document.text, &mut issues);
    if astray > 0 || document.has_lost() {
        doubt_places(document.text, &mut issues);
    }
    let mut plan = Plan {
        frame,
        last,
        data,
        practice,
        practice_absent,
        years: years.all,
        years_span: years.span,
        years_unread: years.unread,
        files: reader.files,
        issues,
        astray,
    };
    for stray in &strays {
        if let Some(same) = stray.leave_open(document.text, &mut plan, &model.contents) {
            let help = if same { "belongs-already" } else { "belongs-otherwise" };
            let own = plan.issues.iter_mut().filter(|issue| issue.problem.primary.span == stray.key);
            own.for_each(|issue| issue.problem.help = Some(Text::new(help)));
        }
    }
    (plan, astray)
}

/// The part `praktijk`, and whether it is told that all of it is missing: only what is required must be there.
fn practice(reader: &mut Reader<'_>, root: &Node<'_>, top: Span) -> (RecordValue, bool) {
    let trail = Trail::Key(&Trail::Top, "praktijk");
    let model = reader.model;
    let is_own = |name: &str| model.record(PLAN).position(name).is_some();
    if let Some((key, node)) = frame::find(root, "praktijk", &is_own) {
        if frame::has_two(root, "praktijk") {
            return (RecordValue { unread: true, ..RecordValue::empty(key.span) }, false);
        }
        return (reader.record(node, PRACTICE, key.span, &trail, &[]), false);
    }
    if frame::has_lost(root) {
        return (RecordValue { unread: true, ..RecordValue::empty(top) }, false);
    }
    let fields = &reader.model.record(PRACTICE).fields;
    let required = fields.iter().filter(|field| matches!(field.required, Requirement::Always));
    let required: Vec<String> = required.map(|field| format!("`{}`", field.id)).collect();
    let absent = !required.is_empty();
    if absent {
        let issue = Issue::new("verplicht-veld", top, Text::new("frame-missing").with("key", "praktijk"));
        let help = Text::new("frame-help-practice").with("fields", Arg::words(required, Join::Comma));
        reader.issues.push(issue.help(help).on(&trail));
    }
    (RecordValue::empty(top), absent)
}
