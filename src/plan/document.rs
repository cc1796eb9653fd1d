//! One text as a YAML document, before anything of a regioplan is known.

use crate::diagnostic::Text;
use crate::source::Span;

use super::citizen::find_citizen_numbers;
use super::yaml::{self, Loaded, Node};
use super::{Issue, Issues};

/// The largest plan that is read, in bytes. Real plans have a few thousand.
pub const MAX_BYTES: usize = 1024 * 1024;

/// A text, parsed.
#[derive(Debug)]
pub struct Document<'a> {
    /// The top of the document; none when it cannot be read.
    pub root: Option<Node<'a>>,
    pub issues: Vec<Issue>,
}

/// Parses one plan file. An empty file and a file that holds no mapping are problems too.
#[must_use]
pub fn parse(text: &str) -> Document<'_> {
    if text.len() > MAX_BYTES {
        return Document { root: None, issues: vec![too_large()] };
    }
    let Loaded { root, mut issues, digits } = yaml::load(text);
    let root = match root {
        Some(node) if node.pairs().is_some() => Some(node),
        Some(node) if !node.is_blank() => {
            let start = node.span.start as usize;
            let sign = text.get(start..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let issue = Issue::new("yaml", Span::new(start, start + sign), Text::new("yaml-no-mapping"));
            issues.push(issue.help(Text::new("yaml-no-mapping-help")));
            None
        }
        _ => {
            if issues.is_empty() {
                issues
                    .push(Issue::new("yaml", Span::at(0), Text::new("yaml-empty")).help(Text::new("yaml-empty-help")));
            }
            None
        }
    };
    find_citizen_numbers(text, root.as_ref(), digits, &mut issues);
    let issues = issues.into_iter().collect::<Issues>().into_vec();
    Document { root, issues }
}

/// Parses a file beside the plans, which need not hold fields at its top.
#[must_use]
pub fn tree(text: &str) -> (Option<Node<'_>>, Vec<Issue>) {
    if text.len() > MAX_BYTES {
        return (None, vec![too_large()]);
    }
    let loaded = yaml::load(text);
    (loaded.root, loaded.issues.into_iter().collect::<Issues>().into_vec())
}

fn too_large() -> Issue {
    Issue::new("yaml", Span::at(0), Text::new("yaml-too-large").with("limit", MAX_BYTES / 1024))
        .help(Text::new("yaml-too-large-help"))
}
