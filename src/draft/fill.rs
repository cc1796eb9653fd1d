//! A plan in which one answer is filled in, changed or taken away.
//!
//! In: the text of a plan, the regioplan that reads it, the way to a place, and what comes to stand there. Out: the new text, in which
//! every other line is as it was, comments and spellings with it. What comes new stands where the document has it. None where the
//! text does not read as it is written, or the answer would not read back.

use crate::model::Regioplan;
use crate::plan::{self, Node, NodeKind};
use crate::source::Span;
use crate::value::same_name;

use super::edits::{Edit, Lines, apply, comment_of};
use super::scalar::{block, inline, within};
use super::steps::{Below, Step, steps};

/// What a practice fills in at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer<'a> {
    Said(&'a str),
    /// Nothing any more.
    Gone,
}

/// The text with the answer at its place.
#[must_use]
pub fn fill(text: &str, model: &Regioplan, way: &str, answer: Answer<'_>) -> Option<String> {
    let steps = steps(way)?;
    let answer = match answer {
        Answer::Said(said) if said.trim().is_empty() => Answer::Gone,
        Answer::Said(said) => Answer::Said(said.trim_end()),
        Answer::Gone => Answer::Gone,
    };
    let document = plan::parse(text);
    let root = document.root.as_ref().filter(|_| !document.mended)?;
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let page = Page { text, lines: Lines::new(text, Some(root)), model, newline };
    let edits = page.walk(root, Below::Plan, None, &steps, answer)?;
    let new = apply(text, edits);
    reads(&new, model, &steps, answer).then_some(new)
}

/// Whether a text has the answer at the place.
fn reads(text: &str, model: &Regioplan, steps: &[Step], answer: Answer<'_>) -> bool {
    let document = plan::parse(text);
    let Some(root) = document.root.as_ref().filter(|_| !document.mended) else { return false };
    let mut at = root;
    let mut below = Below::Plan;
    for step in steps {
        let next = match step {
            Step::Name(name) => at.get(name).map(|(_, value)| value),
            Step::Member(index) => at.items().and_then(|items| items.get(*index)),
        };
        // A bare value stands for one of the fields.
        let is_short = |name: &String| below.short_form(&model.contents).is_some_and(|short| same_name(short, name));
        let stays = at.text().is_some() && matches!(step, Step::Name(name) if is_short(name));
        let next = if stays { Some(at) } else { next };
        let (Some(next), Some(then)) = (next, below.step(step, &model.contents)) else { return answer == Answer::Gone };
        (at, below) = (next, then);
    }
    let short = below.short_form(&model.contents).and_then(|short| at.get(short)).map(|(_, value)| value);
    match answer {
        Answer::Said(said) => short.unwrap_or(at).text().is_some_and(|text| text.trim_end() == said),
        // Another member of a list comes in the place of one that is gone.
        Answer::Gone => at.is_blank() || matches!(steps.last(), Some(Step::Member(_))),
    }
}

struct Page<'a> {
    text: &'a str,
    lines: Lines<'a>,
    model: &'a Regioplan,
    newline: &'static str,
}

type Pair<'n, 'a> = &'n (Node<'a>, Node<'a>);

impl<'a> Page<'a> {
    /// The edits for a place that lies so many steps below a node; `key` is the name that the node stands behind.
    fn walk(
        &self,
        node: &Node<'_>,
        below: Below<'a>,
        key: Option<Span>,
        steps: &[Step],
        answer: Answer<'_>,
    ) -> Option<Vec<Edit>> {
        let (first, rest) = steps.split_first()?;
        let next = below.step(first, &self.model.contents)?;
        match (node.written(), first) {
            (NodeKind::Map(pairs), Step::Name(name)) => {
                let found = pairs.iter().find(|(key, _)| key.text().is_some_and(|found| same_name(found, name)));
                match (found, answer) {
                    (Some(pair), _) if rest.is_empty() => self.pair(pair, next, answer),
                    (Some((key, value)), _) => self.walk(value, next, Some(key.span), rest, answer),
                    (None, Answer::Gone) => Some(Vec::new()),
                    (None, Answer::Said(said)) => self.beside(node, pairs, below, steps, said).map(|edit| vec![edit]),
                }
            }
            (NodeKind::List(items), Step::Member(index)) => match (items.get(*index), answer) {
                (Some(item), Answer::Gone) if rest.is_empty() => {
                    self.without_member(node, items, item).map(|e| vec![e])
                }
                (Some(item), Answer::Said(said)) if rest.is_empty() => {
                    item.text()?;
                    Some(vec![self.lines.value(item.span, self.written(item.span, said))])
                }
                (Some(item), _) => self.walk(item, next, None, rest, answer),
                (None, Answer::Gone) => Some(Vec::new()),
                (None, Answer::Said(said)) => self.member(node, items, steps, said).map(|edit| vec![edit]),
            },
            (NodeKind::Scalar { .. }, _) if node.is_blank() => match answer {
                Answer::Gone => Some(Vec::new()),
                Answer::Said(said) => self.first_below(node, key?, steps, said),
            },
            (NodeKind::Scalar { .. }, Step::Name(name)) => {
                let short = below.short_form(&self.model.contents)?;
                match answer {
                    Answer::Said(said) if same_name(short, name) => {
                        Some(vec![self.lines.value(node.span, self.written(node.span, said))])
                    }
                    Answer::Gone if same_name(short, name) => Some(vec![self.lines.value(node.span, String::new())]),
                    Answer::Gone => Some(Vec::new()),
                    Answer::Said(said) => self.long_form(node, key, short, steps, said),
                }
            }
            (NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Scalar { .. } | NodeKind::Twice(_), _) => None,
        }
    }

    /// Another value behind a name that is there.
    fn pair(&self, (key, value): Pair<'_, '_>, below: Below<'a>, answer: Answer<'_>) -> Option<Vec<Edit>> {
        match (answer, value.written()) {
            (Answer::Said(said), NodeKind::Scalar { .. }) if value.is_blank() => self.behind(key, value, said),
            (Answer::Said(said), NodeKind::Scalar { .. }) => {
                Some(vec![self.lines.value(value.span, self.written(value.span, said))])
            }
            (Answer::Said(_), NodeKind::Map(_)) => {
                let short = below.short_form(&self.model.contents)?.to_owned();
                self.walk(value, below, Some(key.span), &[Step::Name(short)], answer)
            }
            (Answer::Said(_), NodeKind::List(_) | NodeKind::Twice(_)) => None,
            (Answer::Gone, NodeKind::Scalar { .. }) if !below.goes_whole() => {
                let line = self.rest_of_line(value.span.end as usize);
                if self.lines.stands_alone(key.span) && comment_of(line).is_none() && !value.is_blank() {
                    return self.without(key).map(|edit| vec![edit]);
                }
                let nothing = if self.lines.is_bracketed(key.span) { "''" } else { "" };
                Some(vec![self.lines.value(value.span, nothing.to_owned())])
            }
            (Answer::Gone, _) if self.lines.is_bracketed(key.span) => {
                self.without_bracketed(key.span.start as usize, self.lines.end(key.span)).map(|edit| vec![edit])
            }
            (Answer::Gone, _) => self.without(key).map(|edit| vec![edit]),
        }
    }

    /// A value as it comes to stand in the place of another one.
    fn written(&self, place: Span, said: &str) -> String {
        if self.lines.is_within(place) { within(said) } else { inline(said) }
    }

    /// A value behind a name behind which nothing stands yet.
    fn behind(&self, key: &Node<'_>, value: &Node<'_>, said: &str) -> Option<Vec<Edit>> {
        let said = if self.lines.is_bracketed(key.span) { within(said) } else { inline(said) };
        if let Some(nothing) = self.nothing(value) {
            return Some(vec![Edit { text: said, ..nothing }]);
        }
        let at = self.colon(key.span)?;
        Some(vec![Edit { from: at, to: at, text: format!(" {said}") }])
    }

    /// The first things below a name behind which nothing stands yet.
    fn first_below(&self, value: &Node<'_>, key: Span, steps: &[Step], said: &str) -> Option<Vec<Edit>> {
        let mut edits: Vec<Edit> = self.nothing(value).into_iter().collect();
        let at = self.colon(key)?;
        if self.lines.is_bracketed(key) {
            let from = edits.pop().map_or(at, |edit| edit.to);
            edits.push(Edit { from: at, to: from, text: format!(" {}", bracketed(steps, said)) });
            return Some(edits);
        }
        let end = self.lines.line_end(at);
        let indent = self.lines.indent(key) + 2;
        edits.push(Edit { from: end, to: end, text: self.below(&rows(steps, said), indent) });
        Some(edits)
    }

    /// A name that is not there yet, where the document has it.
    fn beside(
        &self,
        node: &Node<'_>,
        pairs: &[(Node<'_>, Node<'_>)],
        below: Below<'a>,
        steps: &[Step],
        said: &str,
    ) -> Option<Edit> {
        if node.span.of(self.text).starts_with('{') {
            return self.before_bracket(node, pairs.is_empty(), &inner(steps, said));
        }
        let names = below.names(self.model);
        let place = |name: &str| names.iter().position(|known| same_name(known, name));
        let Some(Step::Name(own)) = steps.first() else { return None };
        let own = place(own);
        let before = |pair: &Pair<'_, '_>| pair.0.text().and_then(place).is_some_and(|at| Some(at) < own);
        let last = pairs.iter().filter(before).max_by_key(|(key, _)| key.text().and_then(place));
        let rows = rows(steps, said);
        let (first, _) = pairs.first()?;
        let indent = self.lines.indent(first.span);
        if last.is_none() && self.lines.stands_alone(first.span) {
            let from = self.lines.first_line(first.span).start;
            let lines = rows.iter().map(|row| format!("{}{row}{}", " ".repeat(indent), self.newline));
            return Some(Edit { from, to: from, text: lines.collect() });
        }
        let (key, _) = last.or(pairs.first())?;
        let at = self.end_of(key.span);
        Some(Edit { from: at, to: at, text: self.below(&rows, indent) })
    }

    /// One member more of a list.
    fn member(&self, node: &Node<'_>, items: &[Node<'_>], steps: &[Step], said: &str) -> Option<Edit> {
        if node.span.of(self.text).starts_with('[') {
            return self.before_bracket(node, items.is_empty(), &inner(steps, said));
        }
        let item = items.last()?;
        let indent = self.dash(item)?;
        let at = self.end_of_member(item);
        let rows = rows(&[&[Step::Member(0)], steps.get(1..)?].concat(), said);
        Some(Edit { from: at, to: at, text: self.below(&rows, indent) })
    }

    /// A bare value that becomes one of more fields.
    fn long_form(
        &self,
        node: &Node<'_>,
        key: Option<Span>,
        short: &str,
        steps: &[Step],
        said: &str,
    ) -> Option<Vec<Edit>> {
        let value = self.lines.written(node.span);
        let stands = self.text.get(value.clone())?;
        if self.lines.is_within(node.span) {
            let text = format!("{{{short}: {stands}, {}}}", inner(steps, said));
            return Some(vec![Edit { from: value.start, to: value.end, text }]);
        }
        let end = self.lines.line_end(value.end);
        let rows = rows(steps, said);
        let Some(key) = key else {
            let indent = value.start - self.lines.first_line(Span::new(value.start, value.end)).start;
            let name = Edit { from: value.start, to: value.start, text: format!("{short}: ") };
            return Some(vec![name, Edit { from: end, to: end, text: self.below(&rows, indent) }]);
        };
        // A text over more lines is for no short form.
        if stands.contains(['\n', '&', '*']) {
            return None;
        }
        let indent = self.lines.indent(key) + 2;
        let comment = comment_of(self.text.get(value.end..end)?);
        let from = if comment.is_some() { value.start } else { self.colon(key)? };
        let own = [vec![format!("{short}: {stands}")], rows].concat();
        let gone = Edit { from, to: if comment.is_some() { value.end } else { end }, text: String::new() };
        Some(vec![gone, Edit { from: end, to: end, text: self.below(&own, indent) }])
    }

    /// What stands there and means nothing, such as `~` or two quotes.
    fn nothing(&self, value: &Node<'_>) -> Option<Edit> {
        let stands = value.span.of(self.text).trim_end();
        let known = matches!(stands, "~" | "null" | "Null" | "NULL" | "''" | "\"\"");
        let from = value.span.start as usize;
        known.then(|| Edit { from, to: from + stands.len(), text: String::new() })
    }

    /// Where the colon behind a name ends.
    fn colon(&self, key: Span) -> Option<usize> {
        let from = key.end as usize;
        let at = self.text.get(from..)?.find(':')?;
        let between = self.text.get(from..from + at)?;
        between.chars().all(|c| matches!(c, ' ' | '"' | '\'')).then_some(from + at + 1)
    }

    fn rest_of_line(&self, from: usize) -> &'a str {
        self.text.get(from..self.lines.line_end(from)).unwrap_or("")
    }

    /// Rows that come behind the end of a line.
    fn below(&self, rows: &[String], indent: usize) -> String {
        rows.iter()
            .map(|row| format!("{}{}{row}", self.newline, " ".repeat(indent)).trim_end_matches(' ').to_owned())
            .collect()
    }

    /// The end of the last line of a name with what stands below it.
    fn end_of(&self, key: Span) -> usize {
        let end = self.lines.line_end(self.lines.end(key));
        self.lines.block(key).map_or(end, |(_, to)| to.max(end))
    }

    fn end_of_member(&self, item: &Node<'_>) -> usize {
        match item.written() {
            NodeKind::Map(pairs) if !item.span.of(self.text).starts_with('{') => {
                pairs.iter().map(|(key, _)| self.end_of(key.span)).max().unwrap_or(item.span.end as usize)
            }
            NodeKind::Map(_) | NodeKind::List(_) | NodeKind::Scalar { .. } | NodeKind::Twice(_) => {
                self.lines.line_end(self.lines.written(item.span).end)
            }
        }
    }

    /// How far from the edge the dash of a member stands.
    fn dash(&self, item: &Node<'_>) -> Option<usize> {
        let line = self.lines.first_line(item.span);
        let before = self.text.get(line.start..item.span.start as usize)?;
        (before.trim() == "-").then(|| before.len() - before.trim_start().len())
    }

    /// Something before the bracket that closes.
    fn before_bracket(&self, node: &Node<'_>, is_first: bool, text: &str) -> Option<Edit> {
        let whole = node.span.of(self.text).trim_end();
        let inside = whole.strip_suffix(['}', ']'])?.trim_end();
        let at = node.span.start as usize + inside.len();
        let comma = if is_first || inside.ends_with(',') { "" } else { ", " };
        Some(Edit { from: at, to: at, text: format!("{comma}{text}") })
    }

    /// A name with all that stands below it, and its line, taken away.
    fn without(&self, key: &Node<'_>) -> Option<Edit> {
        if !self.lines.stands_alone(key.span) {
            let value = self.lines.value_place(key.span)?;
            return Some(Edit { from: value.start, to: value.end, text: String::new() });
        }
        Some(self.without_lines(self.lines.first_line(key.span).start, self.end_of(key.span)))
    }

    fn without_lines(&self, from: usize, to: usize) -> Edit {
        let rest = self.text.get(to..).unwrap_or("");
        let end = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n')).unwrap_or(rest);
        Edit { from, to: self.text.len() - end.len(), text: String::new() }
    }

    /// What stands between brackets, with the comma that belongs to it.
    fn without_bracketed(&self, from: usize, to: usize) -> Option<Edit> {
        let rest = self.text.get(to..)?;
        if let Some(behind) = rest.trim_start_matches(' ').strip_prefix(',') {
            let behind = behind.trim_start_matches(' ');
            return Some(Edit { from, to: self.text.len() - behind.len(), text: String::new() });
        }
        let before = self.text.get(..from)?.trim_end().trim_end_matches(',');
        Some(Edit { from: before.len(), to, text: String::new() })
    }

    fn without_member(&self, list: &Node<'_>, items: &[Node<'_>], item: &Node<'_>) -> Option<Edit> {
        if list.span.of(self.text).starts_with('[') {
            let end = item.span.start as usize + item.span.of(self.text).trim_end().len();
            return self.without_bracketed(item.span.start as usize, end);
        }
        self.dash(item).filter(|_| !items.is_empty())?;
        Some(self.without_lines(self.lines.first_line(item.span).start, self.end_of_member(item)))
    }
}

/// A place that is not there yet, as rows of a plan.
fn rows(steps: &[Step], said: &str) -> Vec<String> {
    let Some((first, rest)) = steps.split_first() else { return Vec::new() };
    let (lead, deeper) = match first {
        Step::Name(name) => (format!("{name}:"), "  "),
        Step::Member(_) => ("-".to_owned(), "  "),
    };
    if rest.is_empty() {
        if let Some((sign, lines)) = block(said) {
            let lines =
                lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("{deeper}{line}") });
            return std::iter::once(format!("{lead} {sign}")).chain(lines).collect();
        }
        return vec![format!("{lead} {}", inline(said))];
    }
    let inside = rows(rest, said);
    match first {
        Step::Name(_) => std::iter::once(lead).chain(inside.iter().map(|row| format!("{deeper}{row}"))).collect(),
        Step::Member(_) => {
            let mut inside = inside.into_iter();
            let head = inside.next().map(|row| format!("- {row}"));
            head.into_iter().chain(inside.map(|row| format!("{deeper}{row}"))).collect()
        }
    }
}

/// The same within brackets, without its own.
fn inner(steps: &[Step], said: &str) -> String {
    let Some((first, rest)) = steps.split_first() else { return within(said) };
    let inside = bracketed(rest, said);
    match first {
        Step::Name(name) => format!("{name}: {inside}"),
        Step::Member(_) => inside,
    }
}

fn bracketed(steps: &[Step], said: &str) -> String {
    match steps.first() {
        None => within(said),
        Some(Step::Name(_)) => format!("{{{}}}", inner(steps, said)),
        Some(Step::Member(_)) => format!("[{}]", inner(steps, said)),
    }
}
