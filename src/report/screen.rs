//! What a screen can show: width, colour, signs; and text made safe for it. The one file that
//! knows miette.

use std::sync::Arc;

use miette::{
    GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, MietteError, MietteSpanContents, SourceCode,
    SourceSpan, SpanContents, ThemeCharacters, ThemeStyles,
};

use crate::diagnostic::Severity;
use crate::plan::citizen_numbers;
use crate::source::{Source, Span};

use super::foreign::{escape, is_harmful, write_sign};

/// The properties of the place that text is written to.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    pub width: usize,
    pub color: bool,
    /// Whether drawings must do with ASCII, as the screen is known not to show UTF-8. The words stay what they are.
    pub ascii: bool,
}

/// One problem in words, ready to be drawn.
pub struct Drawn<'a> {
    pub head: String,
    pub title: String,
    pub severity: Severity,
    pub labels: Vec<(Span, Option<String>)>,
    pub source: &'a Shielded<'a>,
    /// The word for `line`, for places that are too far off to draw.
    pub line_word: String,
    /// Lines below the drawing, each with its own word in front: `hulp`, `bron`.
    pub footers: Vec<(String, String)>,
}

/// Places within so many lines are drawn together; others are named by their line.
const NEAR: usize = 12;
/// Places farther apart than so many bytes are not drawn together either: a line may be a whole file.
const REACH: usize = 2000;
/// A longer line is shown only around the place, so that what is drawn grows with the findings alone.
const LONG_LINE: usize = 600;

/// A screen with fewer columns than this is narrow.
pub const NARROW: usize = 60;

/// What a drawing needs beside a label, and what a label needs at least.
const MARGIN: usize = 14;
const LABEL: usize = 30;

impl Screen {
    /// What is written to a file: wide enough to read, and without colours.
    pub const PAPER: Self = Self { width: 100, color: false, ascii: false };

    /// Draws one problem.
    #[must_use]
    pub fn draw(&self, drawn: &Drawn<'_>) -> String {
        let primary = drawn.labels.first().map(|(span, _)| drawn.source.shift(*span)).unwrap_or_default();
        let (mut far, mut below) = (Vec::new(), Vec::new());
        let mut labels = Vec::new();
        let mut said: Vec<(usize, &String)> = Vec::new();
        for (index, (span, text)) in drawn.labels.iter().enumerate() {
            let span = drawn.source.shift(*span);
            let lines = drawn.source.line(span).abs_diff(drawn.source.line(primary));
            let bytes = span.start.abs_diff(primary.start) as usize;
            if lines > NEAR || bytes > REACH {
                far.extend(text.iter().map(|text| (drawn.source.line(span), text.clone())));
                continue;
            }
            let column = drawn.source.column(span);
            // What is said of several places on one line is said once there.
            let own = text.as_ref().map(|text| (drawn.source.line(span), text));
            let text = if own.is_some_and(|own| said.contains(&own)) { &None } else { text };
            said.extend(own);
            let text = if self.has_room(column) {
                text.as_ref().map(|text| self.label(text, column))
            } else {
                below.extend(text.iter().map(|text| (drawn.source.line(span), text.clone())));
                None
            };
            let at = (span.start as usize, span.len());
            labels.push(if index == 0 {
                LabeledSpan::new_primary_with_span(text, at)
            } else {
                LabeledSpan::new_with_span(text, at)
            });
        }
        let diagnostic = MietteDiagnostic::new(drawn.title.clone())
            .with_code(self.wrap(&drawn.head))
            .with_severity(shade(drawn.severity))
            .with_labels(labels);
        let report = miette::Report::new(diagnostic).with_source_code(drawn.source.excerpt());
        let mut out = String::new();
        let handler = GraphicalReportHandler::new_themed(self.theme())
            .with_width(self.width.max(40))
            .with_context_lines(1)
            .with_links(false);
        if handler.render_report(&mut out, report.as_ref()).is_err() {
            out.push_str(&drawn.title);
        }
        let mut out = tidy(&out);
        for (line, text) in below.into_iter().chain(far) {
            out.push_str(&self.footer(&format!("{} {line}", drawn.line_word), &text));
        }
        for (word, text) in &drawn.footers {
            out.push_str(&self.footer(word, text));
        }
        out.push('\n');
        out
    }

    /// Whether a label can stand in the drawing itself. On a narrow screen it stands below, where there is room.
    fn has_room(&self, column: usize) -> bool {
        self.width >= NARROW || self.width.saturating_sub(column + MARGIN) >= LABEL
    }

    /// A label is broken where the screen ends.
    fn label(&self, text: &str, column: usize) -> String {
        let width = self.width.max(40).saturating_sub(column + MARGIN).max(LABEL);
        textwrap::fill(text, wrapping(width))
    }

    /// Broken between words where the screen ends; a word stays whole.
    fn wrap(&self, text: &str) -> String {
        let options = wrapping(self.width.max(40)).break_words(false);
        textwrap::fill(text, options.word_separator(textwrap::WordSeparator::AsciiSpace))
    }

    fn footer(&self, word: &str, text: &str) -> String {
        let first = format!("  {word}: ");
        let rest = " ".repeat(first.chars().count());
        let options = wrapping(self.width.max(40)).break_words(false);
        textwrap::fill(text, options.initial_indent(&first).subsequent_indent(&rest)) + "\n"
    }

    /// A paragraph with an indent.
    #[must_use]
    pub fn paragraph(&self, indent: &str, text: &str) -> String {
        let width = self.width.max(40);
        // Most texts fit on one line.
        if !text.contains('\n') && textwrap::core::display_width(indent) + textwrap::core::display_width(text) <= width
        {
            return format!("{indent}{}\n", text.trim_end());
        }
        // A name with hyphens or a path stays whole, so that it can be copied.
        let options = wrapping(width)
            .initial_indent(indent)
            .subsequent_indent(indent)
            .break_words(false)
            .word_separator(textwrap::WordSeparator::AsciiSpace)
            .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
        textwrap::fill(text, options) + "\n"
    }

    /// One line, of which a narrow screen makes a paragraph.
    #[must_use]
    pub fn line(&self, text: &str) -> String {
        if self.width < NARROW { self.paragraph("", text) } else { format!("{text}\n") }
    }

    fn theme(self) -> GraphicalTheme {
        let styles = if self.color { ThemeStyles::ansi() } else { ThemeStyles::none() };
        let characters = if self.ascii { ThemeCharacters::ascii() } else { ThemeCharacters::unicode() };
        GraphicalTheme { characters, styles }
    }
}

/// Lines of a width, in which a hyphen breaks no word.
pub fn wrapping<'a>(width: usize) -> textwrap::Options<'a> {
    textwrap::Options::new(width).word_splitter(textwrap::WordSplitter::NoHyphenation)
}

/// The shade in which a severity is drawn.
fn shade(severity: Severity) -> miette::Severity {
    match severity {
        Severity::Violation => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
        Severity::Review | Severity::Pending => miette::Severity::Advice,
    }
}

/// Lines without blanks at their end.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.trim_matches('\n').lines() {
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// A source text in which nothing can harm a terminal: control characters are written out, and masked
/// spans are blotted out.
pub struct Shielded<'a> {
    name: &'a str,
    shown: Arc<Source>,
    /// Where the shown text grew: offset in the source, bytes added up to there.
    shifts: Vec<(u32, u32)>,
}

impl<'a> Shielded<'a> {
    #[must_use]
    pub fn new(source: &'a Source, masked: &[Span]) -> Self {
        let mut masked = masked.to_vec();
        masked.extend(citizen_numbers(&source.text));
        if masked.is_empty() && !source.text.char_indices().any(|(at, c)| needs_writing_out(&source.text, at, c)) {
            return Self { name: &source.name, shown: Arc::new(source.clone()), shifts: Vec::new() };
        }
        masked.sort_unstable();
        let mut masked = masked.into_iter().peekable();
        let mut text = String::with_capacity(source.text.len());
        let mut shifts = Vec::new();
        let mut blotted = 0;
        for (place, c) in source.text.char_indices() {
            let at = Span::at(place).start;
            while let Some(span) = masked.next_if(|span| span.start <= at) {
                blotted = span.end.max(blotted);
            }
            if at < blotted && c != '\n' {
                (0..c.len_utf8()).for_each(|_| text.push('*'));
            } else if needs_writing_out(&source.text, place, c) {
                let mut escaped = String::new();
                write_sign(c, &mut escaped);
                let added = Span::new(c.len_utf8(), escaped.len().max(c.len_utf8())).len();
                text.push_str(&escaped);
                let before = shifts.last().map_or(0, |(_, sum)| *sum);
                shifts.push((at, before + Span::new(0, added).end));
            } else {
                text.push(c);
            }
        }
        Self { name: &source.name, shown: Arc::new(Source::new(&source.name, text)), shifts }
    }

    /// The text as the drawing reads it: by line, without looking at all that stands before.
    fn excerpt(&self) -> Excerpt {
        Excerpt { name: escape(self.name), source: Arc::clone(&self.shown) }
    }

    /// The number of the line in which a span begins, from 1.
    fn line(&self, span: Span) -> usize {
        self.shown.line_of(span.start)
    }

    /// Whether the line in which a span begins is shown only in part.
    fn is_long(&self, span: Span) -> bool {
        let (start, end) = self.shown.line_bounds(self.line(span));
        end - start > LONG_LINE
    }

    /// How many characters stand before the middle of a span where it is drawn.
    fn column(&self, span: Span) -> usize {
        let before = if self.is_long(span) { LONG_LINE / 4 } else { self.shown.position(span.start).column - 1 };
        before + span.len() / 2
    }

    fn offset(&self, offset: u32) -> u32 {
        let index = self.shifts.partition_point(|(at, _)| *at < offset);
        offset + index.checked_sub(1).and_then(|last| self.shifts.get(last)).map_or(0, |(_, sum)| *sum)
    }

    /// The place in the shown text. A place over many lines is shown by its first line, a very long one by its
    /// beginning.
    fn shift(&self, span: Span) -> Span {
        let text = &self.shown.text;
        let length = Span::new(0, text.len()).end;
        let start = self.offset(span.start).min(length);
        let end = self.offset(span.end).clamp(start, length) as usize;
        let end = floor(text, end.min(start as usize + LONG_LINE / 4));
        let span = Span::new(start as usize, end);
        let first_line = span.of(text).find('\n').map_or(end, |at| start as usize + at);
        Span::new(start as usize, first_line)
    }
}

/// The nearest edge of a character at an offset or before it.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..4).filter_map(|back| at.checked_sub(back)).find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// Whether a sign of a text cannot be shown as it is. The ends of lines can, but not a return alone: with it a plan
/// could write over what stands before it on the screen.
fn needs_writing_out(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\r' => text.as_bytes().get(at + 1) != Some(&b'\n'),
        _ => is_harmful(text, at, c),
    }
}

/// A text of which the drawing reads only the lines around a place, and of a very long line only a part.
#[derive(Debug)]
struct Excerpt {
    name: String,
    source: Arc<Source>,
}

impl Excerpt {
    /// The bytes to show for a place, and the line in which they begin, from 1.
    fn window(&self, start: usize, end: usize, before: usize, after: usize) -> (usize, usize, usize) {
        let source = &self.source;
        let line_of = |at: usize| source.line_of(Span::at(at).start);
        let (first, last) = (line_of(start), line_of(end.max(start + 1) - 1));
        let short = |line: &usize| {
            let (start, end) = source.line_bounds(*line);
            end - start <= LONG_LINE
        };
        if !(first..=last).all(|line| short(&line)) {
            let from = source.line_bounds(first).0.max(floor(&source.text, start.saturating_sub(LONG_LINE / 4)));
            let to = source.line_bounds(last).1.min(floor(&source.text, end.max(start) + LONG_LINE / 4));
            return (from, to, first);
        }
        let above = (first.saturating_sub(before).max(1)..first).rev().take_while(short).last().unwrap_or(first);
        let below = (last + 1..=last + after).take_while(short).last().unwrap_or(last);
        (source.line_bounds(above).0, source.line_bounds(below).1, above)
    }
}

impl SourceCode for Excerpt {
    fn read_span<'a>(
        &'a self,
        span: &SourceSpan,
        before: usize,
        after: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let (from, to, line) = self.window(span.offset(), span.offset() + span.len(), before, after);
        let data = self.source.text.as_bytes().get(from..to).ok_or(MietteError::OutOfBounds)?;
        let around = SourceSpan::from((from, to - from));
        // The place in the heading is asked for without lines around it.
        let heading = before == 0;
        let column = if heading { self.source.position(Span::at(span.offset()).start).column - 1 } else { 0 };
        let lines = self.source.line_starts().len();
        Ok(Box::new(MietteSpanContents::new_named(self.name.clone(), data, around, line - 1, column, lines)))
    }
}
