//! The one file that names the YAML parser: text -> a tree of nodes with byte spans.
//!
//! Scalars stay text. Aliases are copied within a bound; depth is bounded by the parser.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, Span as YamlSpan, Tag};

use crate::diagnostic::{Repair, Text};
use crate::source::Span;
use crate::value::{is_unseen, name_key, same_name};

use super::Issue;
use super::citizen::has_nine_digits;
use super::mend_blanks::holds_remark;
use super::mend_lines::{is_odd_blank, is_odd_dash, quoted};
use super::mend_text::Patched;
use super::yaml_errors::{self, Trouble};

/// A node of the YAML tree.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    pub span: Span,
    pub kind: NodeKind<'a>,
}

#[derive(Clone, Debug)]
pub enum NodeKind<'a> {
    /// A scalar; `plain` when it stands without quotes.
    Scalar {
        text: Cow<'a, str>,
        plain: bool,
    },
    List(Vec<Node<'a>>),
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// Its key stands there twice, with another value each time: which of them counts nobody knows. That has been reported.
    Twice(Box<NodeKind<'a>>),
}

/// What all aliases of a file together may copy.
const COPIES: Budget = Budget { nodes: 10_000, text: 1024 * 1024 };
/// What all anchors of a file together may keep for them; more than one plan holds, as anchors can stand in each other.
const KEPT: Budget = Budget { nodes: 200_000, text: 4 * 1024 * 1024 };
/// A mapping with so few keys that comparing each with each is cheaper than sorting them.
const FEW: usize = 16;
/// Room for the nodes of a plan that wait at once.
const USUAL: usize = 64;
/// Nesting that no plan needs.
const MAX_DEPTH: usize = 64;

/// With what the name of a field begins that stands for a line that could not be read.
pub const UNREAD: &str = "\u{f8ff}";

/// The key behind which YAML puts the fields of another place.
const MERGE: &str = "<<";

/// Where reading stopped, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    pub at: usize,
    pub trouble: Trouble,
}

impl<'a> Node<'a> {
    /// The text of a scalar.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            NodeKind::List(_) | NodeKind::Map(_) | NodeKind::Twice(_) => None,
        }
    }

    /// Nothing filled in: no text, `~` or `null` without quotes, or nothing that anybody sees.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar { text, plain } => {
                text.trim_start_matches(|c: char| c.is_whitespace() || is_unseen(c)).is_empty()
                    || *plain && matches!(text.as_ref(), "~" | "null" | "Null" | "NULL")
            }
            NodeKind::List(_) | NodeKind::Map(_) | NodeKind::Twice(_) => false,
        }
    }

    /// The pairs of a mapping.
    #[must_use]
    pub fn pairs(&self) -> Option<&[(Node<'a>, Node<'a>)]> {
        match &self.kind {
            NodeKind::Map(pairs) => Some(pairs),
            NodeKind::Scalar { .. } | NodeKind::List(_) | NodeKind::Twice(_) => None,
        }
    }

    /// The items of a list.
    #[must_use]
    pub fn items(&self) -> Option<&[Node<'a>]> {
        match &self.kind {
            NodeKind::List(items) => Some(items),
            NodeKind::Scalar { .. } | NodeKind::Map(_) | NodeKind::Twice(_) => None,
        }
    }

    /// The value behind a key of a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&(Node<'a>, Node<'a>)> {
        self.pairs()?.iter().find(|(found, _)| found.text().is_some_and(|found| same_name(found, key)))
    }

    /// Whether a field stands here for a line that could not be read, or for what stands elsewhere (`<<`): it may be any field.
    #[must_use]
    pub fn is_lost(&self) -> bool {
        self.text().is_some_and(|text| text.starts_with(UNREAD) || text == MERGE)
    }

    /// Whether its key stands twice, so that nobody knows what counts; that has been reported.
    #[must_use]
    pub fn is_twice(&self) -> bool {
        matches!(self.kind, NodeKind::Twice(_))
    }

    /// Whether keys that are meant to be the same one stand in this mapping with values that say something else.
    #[must_use]
    pub fn has_two(&self, is: impl Fn(&str) -> bool) -> bool {
        let all = self.pairs().unwrap_or_default().iter().filter(|(key, _)| key.text().is_some_and(&is));
        let mut values = all.map(|(_, value)| value);
        values.next().is_some_and(|first| values.any(|other| !first.says_same(other)))
    }

    /// Whether two nodes say the same, wherever they stand.
    #[must_use]
    pub fn says_same(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (NodeKind::Scalar { text, .. }, NodeKind::Scalar { text: second, .. }) => {
                text.trim() == second.trim() && self.is_blank() == other.is_blank()
            }
            (NodeKind::List(all), NodeKind::List(others)) => {
                all.len() == others.len() && all.iter().zip(others).all(|(one, other)| one.says_same(other))
            }
            (NodeKind::Map(all), NodeKind::Map(others)) => {
                let within = |(key, value): &(Self, Self)| {
                    let mut same = others.iter().filter(|(other, _)| other.says_same(key));
                    same.next().is_some_and(|(_, other)| value.says_same(other)) && same.next().is_none()
                };
                all.len() == others.len() && all.iter().all(within)
            }
            (_, _) => false,
        }
    }

    fn leave_out(&mut self) {
        if !self.is_twice() {
            let kind = std::mem::replace(&mut self.kind, NodeKind::List(Vec::new()));
            self.kind = NodeKind::Twice(Box::new(kind));
        }
    }

    /// What stands there as written, also where nobody knows whether it counts.
    #[must_use]
    pub fn written(&self) -> &NodeKind<'a> {
        if let NodeKind::Twice(kind) = &self.kind { kind } else { &self.kind }
    }

    /// Leaves out, however deep, what stands behind a key that stands twice and says something else each time.
    pub fn leave_out_twice(&mut self) {
        match &mut self.kind {
            NodeKind::Scalar { .. } | NodeKind::Twice(_) => {}
            NodeKind::List(items) => items.iter_mut().for_each(Node::leave_out_twice),
            NodeKind::Map(pairs) => {
                for (at, other) in different(pairs) {
                    for at in [at, other] {
                        if let Some((_, value)) = pairs.get_mut(at) {
                            value.leave_out();
                        }
                    }
                }
                for (_, value) in pairs {
                    value.leave_out_twice();
                }
            }
        }
    }

    /// Whether such a field stands in it, however deep.
    #[must_use]
    pub fn holds_lost(&self) -> bool {
        match &self.kind {
            NodeKind::Scalar { .. } | NodeKind::Twice(_) => false,
            NodeKind::List(items) => items.iter().any(Node::holds_lost),
            NodeKind::Map(pairs) => pairs.iter().any(|(key, value)| key.is_lost() || value.holds_lost()),
        }
    }

    /// The repair of a scalar. None where it has no place of its own, as in a text over several lines, or was mended itself.
    #[must_use]
    pub fn repair(&self, right: &str, certain: bool) -> Option<Repair> {
        let own = self.text().is_some_and(|text| text.len() <= self.span.len() && !text.contains('\n'));
        own.then(|| Repair { certain, ..Repair::likely(self.span, right) })
    }

    /// The node as it stands in the text as written.
    #[must_use]
    pub fn back(self, patched: &Patched<'_>) -> Node<'static> {
        let kind = match self.kind {
            NodeKind::Scalar { text, plain } => NodeKind::Scalar { text: Cow::Owned(text.into_owned()), plain },
            NodeKind::Twice(kind) => {
                NodeKind::Twice(Box::new(Node { span: self.span, kind: *kind }.back(patched).kind))
            }
            NodeKind::List(items) => NodeKind::List(items.into_iter().map(|item| item.back(patched)).collect()),
            NodeKind::Map(pairs) => {
                NodeKind::Map(pairs.into_iter().map(|(key, value)| (key.back(patched), value.back(patched))).collect())
            }
        };
        Node { span: patched.back_span(self.span), kind }
    }

    /// What a copy costs.
    fn cost(&self) -> Budget {
        let own = |text: usize| Budget { nodes: 1, text };
        match &self.kind {
            NodeKind::Scalar { text, .. } => own(text.len()),
            NodeKind::Twice(_) => own(0),
            NodeKind::List(items) => items.iter().fold(own(0), |sum, item| sum.and(item.cost())),
            NodeKind::Map(pairs) => {
                pairs.iter().fold(own(0), |sum, (key, value)| sum.and(key.cost()).and(value.cost()))
            }
        }
    }
}

/// Nodes, and bytes of text.
#[derive(Clone, Copy)]
struct Budget {
    nodes: usize,
    text: usize,
}

impl Budget {
    fn and(self, other: Self) -> Self {
        Self { nodes: self.nodes + other.nodes, text: self.text + other.text }
    }

    /// Pays when there is enough.
    fn pay(&mut self, cost: Self) -> bool {
        let left = (self.nodes.checked_sub(cost.nodes), self.text.checked_sub(cost.text));
        let (Some(nodes), Some(text)) = left else { return false };
        *self = Self { nodes, text };
        true
    }
}

/// What a text holds.
pub struct Loaded<'a> {
    /// None when the text cannot be read to its end.
    pub root: Option<Node<'a>>,
    pub issues: Vec<Issue>,
    /// Marks of types, which are not read.
    pub tagged: Vec<Issue>,
    /// Whether a scalar holds so many digits that a citizen number may be among them.
    pub digits: bool,
    /// Where the text could not be read any further.
    pub stop: Option<Stop>,
    /// Whether the name of a field begins with what only looks like a space, or a remark stands behind one.
    pub odd: bool,
}

/// Reads the first document of any YAML text, a plan or not. Problems that leave a tree stand beside it.
#[must_use]
pub fn load(text: &str) -> Loaded<'_> {
    let mut builder = Builder::new();
    for next in events(text) {
        match next {
            Ok((event, span)) => {
                if !builder.take(event, span) {
                    break;
                }
            }
            Err(error) => {
                let Builder { mut issues, tagged, digits, odd, .. } = builder;
                let stop = stop(&error);
                issues.push(yaml_errors::explain(text, stop.at, stop.trouble));
                return Loaded { root: None, issues, tagged, digits, odd, stop: Some(stop) };
            }
        }
    }
    // What is still open was not read to its end.
    let root = builder.open.is_empty().then(|| builder.waiting.into_iter().next());
    let Builder { issues, mut tagged, digits, odd, marked, used, .. } = builder;
    let unused = marked.into_iter().filter(|(anchor, _)| !used.contains(anchor));
    tagged.extend(unused.filter_map(|(_, span)| lost_word(text, span)));
    Loaded { root: root.flatten(), issues, tagged, digits, odd, stop: None }
}

/// What is said of `&Zo Huisartsen`: the first word marks what stands behind it, and nothing refers to that mark.
fn lost_word(text: &str, span: Span) -> Option<Issue> {
    let from = text.get(..span.start as usize)?.rfind('&')?;
    let word = text.get(from..span.start as usize)?.trim_end();
    let whole = text.get(from..span.end as usize)?;
    let issue = Issue::new("yaml", Span::new(from, from + word.len()), Text::new("yaml-anchor").with("word", word));
    let right = quoted(whole);
    let help = Text::new("yaml-write").with("right", format!("`{right}`"));
    Some(issue.help(help).repair(Repair::likely(Span::new(from, span.end as usize), right)))
}

/// Where a text cannot be read any further; none when it can be read to its end.
#[must_use]
pub fn stopped(text: &str) -> Option<Stop> {
    events(text).find_map(Result::err).map(|error| stop(&error))
}

fn events(text: &str) -> impl Iterator<Item = Result<(Event<'_>, YamlSpan), ScanError>> {
    let options =
        granit_parser::options! { emit_comments: false, flow_nesting_limit: MAX_DEPTH, block_nesting_limit: MAX_DEPTH };
    Parser::new_from_str_with_options(text, options)
}

fn stop(error: &ScanError) -> Stop {
    Stop { at: error.marker().byte_offset().unwrap_or(0), trouble: trouble(error.kind()) }
}

/// A collection that is still open.
struct Open {
    span: Span,
    anchor: usize,
    map: bool,
    /// How many nodes were waiting when it began.
    below: usize,
}

struct Builder<'a> {
    open: Vec<Open>,
    /// Nodes that wait until the collection around them is closed, which then holds them without room to spare.
    waiting: Vec<Node<'a>>,
    /// What stands at each anchor; none when that is too much to copy.
    anchors: HashMap<usize, Option<Node<'a>>>,
    /// Texts that stand at an anchor, and the anchors that something refers to.
    marked: Vec<(usize, Span)>,
    used: HashSet<usize>,
    copies: Budget,
    kept: Budget,
    documents: usize,
    digits: bool,
    odd: bool,
    issues: Vec<Issue>,
    tagged: Vec<Issue>,
}

impl<'a> Builder<'a> {
    fn new() -> Self {
        Self {
            open: Vec::new(),
            waiting: Vec::with_capacity(USUAL),
            anchors: HashMap::new(),
            marked: Vec::new(),
            used: HashSet::new(),
            copies: COPIES,
            kept: KEPT,
            documents: 0,
            digits: false,
            odd: false,
            issues: Vec::new(),
            tagged: Vec::new(),
        }
    }

    /// Tells of a mark of a type, unless it says what stands there anyway: nothing is read of it.
    fn tag(&mut self, tag: Option<&Tag>, own: &str, at: Span) {
        let Some(tag) = tag.filter(|tag| !tag.is_yaml_core_schema_tag(own)) else { return };
        let written = format!("{}{}", tag.original_handle(), tag.suffix());
        // The mark `!` alone says that what stands there is what it looks like.
        if written != "!" {
            let issue = Issue::new("yaml", at, Text::new("yaml-tag").with("tag", written));
            self.tagged.push(issue.help(Text::new("yaml-tag-help")));
        }
    }

    /// Takes one event; false when reading must stop.
    fn take(&mut self, event: Event<'a>, at: YamlSpan) -> bool {
        let span = convert(&at);
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    self.issues.push(
                        Issue::new("yaml", span, Text::new("yaml-two-documents"))
                            .help(Text::new("yaml-two-documents-help")),
                    );
                    return false;
                }
            }
            Event::Scalar(text, style, anchor, tag) => {
                self.tag(tag.as_deref(), "str", span);
                if matches!(style, ScalarStyle::Folded | ScalarStyle::Literal) && text.trim().is_empty() {
                    self.issues.push(
                        Issue::new("verkeerde-waarde", span, Text::new("yaml-sign")).help(Text::new("yaml-sign-help")),
                    );
                }
                self.digits |= has_nine_digits(&text);
                self.odd |= style == ScalarStyle::Plain && holds_remark(&text);
                if anchor != 0 && style == ScalarStyle::Plain {
                    self.marked.push((anchor, span));
                }
                let node = Node { span, kind: NodeKind::Scalar { text, plain: style == ScalarStyle::Plain } };
                self.add(node, anchor);
            }
            Event::SequenceStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), "seq", span);
                self.open.push(Open { span, anchor, map: false, below: self.waiting.len() });
            }
            Event::MappingStart(_, anchor, tag) => {
                self.tag(tag.as_deref(), "map", span);
                self.open.push(Open { span, anchor, map: true, below: self.waiting.len() });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(id) => return self.alias(id, span),
            _ => {}
        }
        true
    }

    fn add(&mut self, node: Node<'a>, anchor: usize) {
        if anchor != 0 {
            let copy = self.kept.pay(node.cost()).then(|| node.clone());
            self.anchors.insert(anchor, copy);
        }
        self.waiting.push(node);
    }

    fn close(&mut self, end: Span) {
        let Some(open) = self.open.pop() else { return };
        let inside = self.waiting.drain(open.below.min(self.waiting.len())..);
        // Only between brackets does the end itself take room.
        let last = inside.as_slice().last().filter(|_| end.is_empty()).map_or(end, |node| node.span);
        let kind = if open.map { NodeKind::Map(paired(inside)) } else { NodeKind::List(inside.collect()) };
        if let NodeKind::Map(pairs) = &kind {
            self.check_keys(pairs);
        }
        self.add(Node { span: open.span.to(last), kind }, open.anchor);
    }

    /// A key is a text, and stands in a mapping once.
    fn check_keys(&mut self, pairs: &[(Node<'a>, Node<'a>)]) {
        for (key, _) in pairs {
            self.check_key(key);
        }
        self.find_twice(pairs);
    }

    fn check_key(&mut self, key: &Node<'a>) {
        let Some(text) = key.text() else {
            self.issues.push(
                Issue::new("yaml", key.span, Text::new("yaml-key-not-text")).help(Text::new("yaml-key-not-text-help")),
            );
            return;
        };
        self.odd |= text.chars().next().is_some_and(|c| !c.is_ascii() && (is_odd_blank(c) || is_odd_dash(c)))
            || text.contains(':') && text.contains(is_odd_blank);
        if text == MERGE {
            self.issues.push(Issue::new("yaml", key.span, Text::new("yaml-merge")).help(Text::new("yaml-merge-help")));
        }
    }

    fn find_twice(&mut self, pairs: &[(Node<'a>, Node<'a>)]) {
        // Nearly all mappings are small and have nothing twice; then no list need be sorted.
        if pairs.len() <= FEW && !has_twice(pairs) {
            return;
        }
        let named = |(key, _): &'_ (Node<'a>, _)| key.text().map(|text| (name_key(text).into_owned(), key.span));
        let mut seen: Vec<(String, Span)> = pairs.iter().filter_map(named).collect();
        seen.sort_unstable();
        for (first, second) in seen.iter().zip(seen.iter().skip(1)).filter(|(first, second)| first.0 == second.0) {
            self.issues.push(
                Issue::new("dubbele-sleutel", second.1, Text::new("yaml-twice").with("key", &second.0))
                    .also(first.1, Text::new("yaml-first-here"))
                    .help(Text::new("yaml-twice-help").with("key", &second.0)),
            );
        }
    }

    fn alias(&mut self, id: usize, span: Span) -> bool {
        self.used.insert(id);
        let Some(found) = self.anchors.get(&id) else {
            self.issues
                .push(Issue::new("yaml", span, Text::new("yaml-alias-inside")).help(Text::new("yaml-alias-help")));
            return false;
        };
        let copy = found.as_ref().filter(|found| self.copies.pay(found.cost()));
        let Some(copy) = copy.map(|found| Node { span, kind: found.kind.clone() }) else {
            self.issues.push(Issue::new("yaml", span, Text::new("yaml-alias-bomb")).help(Text::new("yaml-alias-help")));
            return false;
        };
        self.add(copy, 0);
        true
    }
}

/// Keys with their values.
fn paired<'a>(mut nodes: impl ExactSizeIterator<Item = Node<'a>>) -> Vec<(Node<'a>, Node<'a>)> {
    let mut pairs = Vec::with_capacity(nodes.len() / 2);
    while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
        pairs.push((key, value));
    }
    pairs
}

/// The pairs with the same key that say something else, two by two.
fn different(pairs: &[(Node<'_>, Node<'_>)]) -> Vec<(usize, usize)> {
    let named = |(at, (key, _)): (usize, &(Node<'_>, _))| key.text().map(|text| (name_key(text).into_owned(), at));
    let mut named: Vec<(String, usize)> = pairs.iter().enumerate().filter_map(named).collect();
    named.sort_unstable();
    let same = named.iter().zip(named.iter().skip(1)).filter(|(one, other)| one.0 == other.0);
    let differ = |one: usize, other: usize| {
        let both = pairs.get(one).zip(pairs.get(other));
        both.is_some_and(|((_, one), (_, other))| !one.says_same(other))
    };
    same.map(|(one, other)| (one.1, other.1)).filter(|(one, other)| differ(*one, *other)).collect()
}

fn has_twice(pairs: &[(Node<'_>, Node<'_>)]) -> bool {
    let mut rest = pairs;
    while let [(key, _), others @ ..] = rest {
        let same = |other: &Node<'_>| match (key.text(), other.text()) {
            (Some(key), Some(other)) => same_name(key, other),
            (key, other) => key == other,
        };
        if others.iter().any(|(other, _)| same(other)) {
            return true;
        }
        rest = others;
    }
    false
}

/// The errors of the parser, by what a person can do about them.
fn trouble(kind: &ErrorKind) -> Trouble {
    use ErrorKind as E;
    match kind {
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabAtBlockScalarStart
        | E::InvalidBlockEntryWhitespace => Trouble::Tab,
        E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar | E::InvalidQuotedScalarIndent => Trouble::Quote,
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => Trouble::AfterQuote,
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => Trouble::Escape,
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::MisplacedFlowCollectionEnd
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::InvalidColonPlacement => Trouble::Bracket,
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::ExpectedBlockMappingKey => Trouble::Colon,
        E::MappingValueNotAllowed => Trouble::ExtraColon,
        E::InvalidIndentation
        | E::ExpectedBlockSequenceEntry
        | E::BlockSequenceEntryNotAllowed
        | E::InvalidFlowScalarIndent => Trouble::Indent,
        E::RecursionLimitExceeded => Trouble::Deep,
        E::UnknownAnchor => Trouble::UnknownAlias,
        E::UnexpectedCharacter { .. } => Trouble::Character,
        _ => Trouble::Unreadable,
    }
}

fn convert(span: &YamlSpan) -> Span {
    span.byte_range().map_or(Span::default(), |range| Span::new(range.start, range.end))
}
