//! One text as a YAML document, before anything of a regioplan is known.

use crate::diagnostic::Text;
use crate::model::Contents;
use crate::source::Span;

use super::citizen::find_citizen_numbers;
use super::mend::{Mended, doubt_places, mend};
use super::mend_heads::unnamed;
use super::mend_lines::lines;
use super::mend_prose::has_ruled;
use super::mend_shape::Names;
use super::whole::second_plan;
use super::yaml::{self, Loaded, Node};
use super::{Issue, Issues};

/// The largest plan that is read, in bytes. Real plans have a few thousand.
pub const MAX_BYTES: usize = 1024 * 1024;
/// The largest file beside the plans that is read: a list of a region, or its figures.
pub const MAX_BESIDE: usize = 4 * 1024 * 1024;

/// A text, parsed.
#[derive(Debug)]
pub struct Document<'a> {
    /// The top of the document; none when it cannot be read.
    pub root: Option<Node<'a>>,
    /// The top as far as it can be guessed, to find the regioplan by.
    pub guess: Option<Node<'a>>,
    pub issues: Vec<Issue>,
    pub text: &'a str,
    /// The text as written is not the text as read.
    pub mended: bool,
}

impl Document<'_> {
    /// What is wrong with it, while not everything in it has a place: then no line is certain to stand out of it.
    #[must_use]
    pub fn doubted(&self) -> Vec<Issue> {
        let mut issues = self.issues.clone();
        doubt_places(self.text, &mut issues);
        issues
    }

    /// Whether a line was left out that could not be read.
    #[must_use]
    pub fn has_lost(&self) -> bool {
        self.root.as_ref().is_some_and(Node::holds_lost)
    }
}

/// Parses one plan file. An empty file and a file that holds no mapping are problems too.
#[must_use]
pub fn parse(text: &str) -> Document<'_> {
    parse_within(text, MAX_BYTES)
}

/// Parses a file with the figures of a region, which may be larger.
#[must_use]
pub fn parse_beside(text: &str) -> Document<'_> {
    parse_within(text, MAX_BESIDE)
}

fn parse_within(text: &str, most: usize) -> Document<'_> {
    if text.len() > most {
        return Document { root: None, guess: None, issues: vec![too_large(most)], text, mended: false };
    }
    let (own, loaded, second) = first(text);
    let Loaded { root, mut issues, tagged, digits, stop, odd } = loaded;
    issues.extend(tagged);
    let twice = issues.iter().any(|issue| issue.problem.code == "dubbele-sleutel");
    let read = if stop.is_some() || odd || has_ruled(own) || twice && unnamed(&lines(own)).is_some() {
        mended(own, odd, Names(None), digits)
    } else {
        Read { root, guess: None, issues, digits, mended: false }
    };
    document(text, read, second)
}

/// The first plan of a text, read as it stands, and what is said of a second one below it. Only a text in which something is wrong
/// holds two.
fn first(text: &str) -> (&str, Loaded<'_>, Option<Issue>) {
    let loaded = yaml::load(text);
    let twice = |issue: &Issue| issue.problem.code == "dubbele-sleutel";
    let wrong = loaded.stop.is_some() || loaded.odd || loaded.issues.iter().any(twice);
    let Some((start, key)) = wrong.then(|| second_plan(text)).flatten() else { return (text, loaded, None) };
    let own = text.get(..start).unwrap_or(text);
    let issue = Issue::new("yaml", key, Text::new("yaml-two-plans")).help(Text::new("yaml-two-plans-help"));
    (own, yaml::load(own), Some(issue))
}

/// Parses a plan file again, now that the names are known that may stand in it.
#[must_use]
pub fn parse_by<'a>(text: &'a str, model: &'a Contents) -> Document<'a> {
    let (own, Loaded { digits, odd, .. }, second) = first(text);
    document(text, mended(own, odd, Names(Some(model)), digits), second)
}

fn document<'a>(text: &'a str, read: Read<'a>, second: Option<Issue>) -> Document<'a> {
    let Read { root, guess, mut issues, digits, mended } = read;
    let mut root = match root {
        Some(node) if node.pairs().is_some() => Some(node),
        Some(node) if !node.is_blank() => {
            let start = node.span.start as usize;
            let sign = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let issue = Issue::new("yaml", Span::new(start, start + sign), Text::new("yaml-no-mapping"));
            issues.push(issue.help(Text::new("yaml-no-mapping-help")));
            None
        }
        None if guess.is_some() => None,
        _ => {
            if issues.is_empty() {
                issues
                    .push(Issue::new("yaml", Span::at(0), Text::new("yaml-empty")).help(Text::new("yaml-empty-help")));
            }
            None
        }
    };
    issues.extend(second);
    find_citizen_numbers(text, root.as_ref(), digits, &mut issues);
    if let Some(root) = &mut root
        && issues.iter().any(|issue| issue.problem.code == "dubbele-sleutel")
    {
        root.leave_out_twice();
    }
    let issues = issues.into_iter().collect::<Issues>().into_vec();
    Document { root, guess, issues, text, mended }
}

/// Parses a file beside the plans, which need not hold fields at its top. Where it cannot be read as it stands, it is read as it
/// was surely meant; else there is no tree, and it is told why.
#[must_use]
pub fn tree(text: &str) -> (Option<Node<'_>>, Vec<Issue>) {
    if text.len() > MAX_BESIDE {
        return (None, vec![too_large(MAX_BESIDE)]);
    }
    let Loaded { mut root, mut issues, tagged, digits, stop, odd } = yaml::load(text);
    issues.extend(tagged);
    if stop.is_some() || odd {
        Read { root, issues, .. } = mended(text, odd, Names(None), digits);
    }
    (root, issues.into_iter().collect::<Issues>().into_vec())
}

struct Read<'a> {
    root: Option<Node<'a>>,
    guess: Option<Node<'a>>,
    issues: Vec<Issue>,
    digits: bool,
    mended: bool,
}

/// The tree of a text with slips in its writing.
fn mended<'a>(text: &'a str, odd: bool, names: Names<'a>, digits: bool) -> Read<'a> {
    let Mended { patched, slips, sure, changed: mended } = mend(text, odd, names);
    let loaded = yaml::load(patched.text());
    let digits = digits || loaded.digits;
    let found = loaded.issues.into_iter().chain(loaded.tagged).map(|mut issue| {
        let problem = &mut issue.problem;
        problem.primary.span = patched.back_span(problem.primary.span);
        problem.others.iter_mut().for_each(|other| other.span = patched.back_span(other.span));
        issue
    });
    let issues = slips.into_iter().chain(found).collect();
    let root = loaded.root.map(|root| root.back(&patched));
    let (root, guess) = if sure { (root, None) } else { (None, root) };
    Read { root, guess, issues, digits, mended }
}

fn too_large(most: usize) -> Issue {
    Issue::new("yaml", Span::at(0), Text::new("yaml-too-large").with("limit", most / 1024))
        .help(Text::new("yaml-too-large-help"))
}
