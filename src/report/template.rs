//! Templates: a text with places to fill in (`minijinja`), and what fills them -> a page or a letter.
//!
//! Whatever is filled in is text: no sign in it means anything in HTML or Markdown, and nothing in it is unseen. A name that is not
//! there is a mistake of the template, and is told before anything is written.

use std::collections::BTreeSet;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value, ValueKind};
use minijinja::{AutoEscape, Environment, Error, ErrorKind, UndefinedBehavior};
use serde::{Serialize, Serializer};

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::{Source, Span};
use crate::value::name_distance;

use super::foreign::written_out;
use super::markdown_text;
use super::page::{Word, words};
use super::page_html::safe;

/// What a template makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Html,
    Markdown,
}

/// What stands in a page as it is: it was made by a template, or ships.
#[derive(Clone, Debug, Default)]
pub struct Ready(pub String);

impl Serialize for Ready {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        Value::from_safe_string(self.0.clone()).serialize(to)
    }
}

/// What fills more than one template, or one of them often: it is made once.
pub struct Named(Value);

impl Named {
    #[must_use]
    pub fn of(data: &impl Serialize) -> Self {
        Self(Value::from(Serde(data)))
    }
}

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

/// A template that was read.
pub struct Template {
    env: Environment<'static>,
    source: Source,
}

/// The name under which a template stands in its environment.
const NAME: &str = "sjabloon";

impl Template {
    /// Reads a template, and tries it with something in which nothing is left open, and something in which all is: so no name in it
    /// is wrong.
    pub fn read(source: &Source, form: Form, tried: &[impl Serialize]) -> Result<Self, Vec<Problem>> {
        let template = Self::of(source, form)?;
        let tried: Vec<Value> = tried.iter().map(|one| Value::from(Serde(one))).collect();
        template.names(&tried.first().cloned().unwrap_or_default())?;
        tried.iter().try_for_each(|data| template.filled(data).map(drop))?;
        Ok(template)
    }

    /// Reads a template that ships.
    pub fn of(source: &Source, form: Form) -> Result<Self, Vec<Problem>> {
        let mut env = Environment::new();
        env.set_debug(true);
        env.set_undefined_behavior(UndefinedBehavior::Strict);
        env.set_syntax(layout());
        env.set_formatter(move |out, _, value| {
            let text = value.to_string();
            let text = if value.is_safe() { text } else { plain(&text, form) };
            out.write_str(&text).map_err(Error::from)
        });
        // What a macro made was written by the formatter already.
        env.set_auto_escape_callback(|_| AutoEscape::Html);
        // Nothing goes round the formatter, and nothing is escaped twice.
        for name in ["safe", "e", "escape"] {
            env.remove_filter(name);
        }
        env.add_filter("tekst", move |value: &Value| {
            let there = (!value.is_undefined()).then(|| Value::from_safe_string(running(&value.to_string(), form)));
            there.ok_or_else(|| Error::from(ErrorKind::UndefinedError))
        });
        let mut template = Self { env, source: source.clone() };
        let added = template.env.add_template_owned(NAME, source.text.clone());
        added.map_err(|error| vec![template.problem(&error, &Value::UNDEFINED)])?;
        Ok(template)
    }

    /// Fills it in.
    pub fn fill(&self, data: &impl Serialize) -> Result<String, Vec<Problem>> {
        self.filled(&Value::from(Serde(data)))
    }

    fn filled(&self, data: &Value) -> Result<String, Vec<Problem>> {
        let made = self.env.get_template(NAME).and_then(|template| template.render(data));
        made.map_err(|error| vec![self.problem(&error, data)])
    }

    /// Every name in the template is there, also in a part that nobody reaches.
    fn names(&self, data: &Value) -> Result<(), Vec<Problem>> {
        let Ok(template) = self.env.get_template(NAME) else { return Ok(()) };
        let global: BTreeSet<&str> = self.env.globals().map(|(name, _)| name).collect();
        let asked: BTreeSet<String> = template.undeclared_variables(true).into_iter().collect();
        let wrong = asked.into_iter().filter(|name| !is_there(data, name));
        let wrong = wrong.filter(|name| !global.contains(name.split('.').next().unwrap_or(name)));
        let mut problems: Vec<Problem> = wrong.map(|name| unknown(&name, self.place(&name), data)).collect();
        problems.sort_by_key(|problem| problem.primary.span);
        if problems.is_empty() { Ok(()) } else { Err(problems) }
    }

    /// Where a name stands first.
    fn place(&self, name: &str) -> Span {
        let text = &self.source.text;
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let stands = |at: &usize| {
            let (before, rest) = text.split_at_checked(*at).unwrap_or_default();
            let behind = rest.strip_prefix(name).unwrap_or_default();
            let opened = before.rfind("{{").max(before.rfind("{%"));
            let inside = opened > before.rfind("}}").max(before.rfind("%}"));
            inside && !before.ends_with(is_name) && !behind.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        };
        let found = text.match_indices(name).map(|(at, _)| at).find(stands);
        found.map_or(Span::default(), |at| Span::new(at, at + name.len()))
    }

    fn problem(&self, error: &Error, data: &Value) -> Problem {
        let own = self.span(error);
        let span = if error.kind() == ErrorKind::UndefinedError { self.before_filter(own) } else { own };
        let found = span.of(&self.source.text);
        let name = || found.trim_matches(|c: char| matches!(c, '{' | '}' | '%' | '-') || c.is_whitespace());
        match error.kind() {
            ErrorKind::UndefinedError => unknown(name(), span, data),
            ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod => {
                wrong(span, Text::new("template-no-such").with("name", name())).help(Text::new("template-no-such-help"))
            }
            ErrorKind::SyntaxError | ErrorKind::BadEscape => {
                wrong(span, Text::new("template-unreadable")).help(Text::new("template-unreadable-help"))
            }
            _ => wrong(span, Text::new("template-cannot")).help(Text::new("template-cannot-help")),
        }
    }

    /// The place of an error; else its line.
    fn span(&self, error: &Error) -> Span {
        if let Some(range) = error.range() {
            return Span::new(range.start, range.end);
        }
        let before = error.line().unwrap_or(1).saturating_sub(1);
        let start: usize = self.source.text.split_inclusive('\n').take(before).map(str::len).sum();
        let line = self.source.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        Span::new(start, start + line.len())
    }

    /// The name that a filter was given, where the filter is the place of an error.
    fn before_filter(&self, span: Span) -> Span {
        let before = self.source.text.get(..span.start as usize).unwrap_or_default().trim_end();
        let Some(before) = before.strip_suffix('|').map(str::trim_end) else { return span };
        let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let start = before.trim_end_matches(is_name).len();
        if start == before.len() { span } else { Span::new(start, before.len()) }
    }
}

/// A name that is not there: the nearest one, and all that are.
fn unknown(name: &str, span: Span, data: &Value) -> Problem {
    let known = fields(data, "");
    let last = |name: &str| name.rsplit('.').next().unwrap_or_default().to_owned();
    let far = |field: &String| (name_distance(&last(name), &last(field)), name_distance(name, field));
    let near = known.iter().map(|field| (far(field), field)).min();
    let near = near.filter(|((distance, _), _)| *distance * 2 <= last(name).chars().count());
    let names = Arg::List(listed(data).into_iter().map(Arg::from).collect(), Join::Comma);
    let help = match (near, name.rsplit_once('.')) {
        // Within a list each template has a name of its own.
        (Some((_, near)), Some((own, _))) if near.contains("[].") => {
            let near = format!("{own}.{}", last(near));
            Text::new("template-unknown-near").with("near", near).with("names", names)
        }
        (Some((_, near)), _) => Text::new("template-unknown-near").with("near", near).with("names", names),
        (None, _) => Text::new("template-unknown-help").with("names", names),
    };
    wrong(span, Text::new("template-unknown").with("name", name)).help(help)
}

fn wrong(span: Span, text: Text) -> Problem {
    Problem::new("sjabloon", span, text)
}

/// Whether `plan.jaar` is there. What a text or a list of this language has, it knows itself.
fn is_there(data: &Value, name: &str) -> bool {
    let mut at = data.clone();
    for part in name.split('.') {
        if at.kind() != ValueKind::Map {
            return false;
        }
        match at.get_attr(part) {
            Ok(found) if !found.is_undefined() => at = found,
            Ok(_) | Err(_) => return false,
        }
    }
    true
}

/// All names, as `plan.jaar`; within a list, behind its own name and `[]`.
fn fields(data: &Value, before: &str) -> Vec<String> {
    let mut found = Vec::new();
    for key in data.try_iter().into_iter().flatten() {
        let Ok(value) = data.get_item(&key) else { continue };
        let name = format!("{before}{key}");
        match value.kind() {
            ValueKind::Map => found.extend(fields(&value, &format!("{name}."))),
            ValueKind::Seq => {
                let first = value.get_item(&Value::from(0)).unwrap_or_default();
                found.push(name.clone());
                if first.kind() == ValueKind::Map {
                    found.extend(fields(&first, &format!("{name}[].")));
                }
            }
            _ => found.push(name),
        }
    }
    found
}

/// The same for people: `plan (jaar, …)`, and `te_doen[] (titel, …)` for a list.
fn listed(data: &Value) -> Vec<String> {
    let mut found = Vec::new();
    for key in data.try_iter().into_iter().flatten() {
        let Ok(value) = data.get_item(&key) else { continue };
        let inside = match value.kind() {
            ValueKind::Seq => value.get_item(&Value::from(0)).unwrap_or_default(),
            _ => value.clone(),
        };
        let mark = if value.kind() == ValueKind::Seq { "[]" } else { "" };
        found.push(match inside.kind() {
            ValueKind::Map => format!("`{key}{mark}` ({})", fields(&inside, "").join(", ")),
            _ => format!("`{key}{mark}`"),
        });
    }
    found
}

/// Text in which no sign means anything.
fn plain(text: &str, form: Form) -> String {
    match form {
        Form::Html => text.lines().map(safe).collect::<Vec<_>>().join("<br>"),
        Form::Markdown => text.lines().map(|line| literal(&written_out(line))).collect::<Vec<_>>().join(" "),
    }
}

/// Markdown in which no sign means anything, for a text that stands in no thread: an e-mail address stays whole.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (at, c) in text.char_indices() {
        let (before, behind) = text.split_at_checked(at).unwrap_or_default();
        if c == '.' && markdown_text::ends_in_www(before) {
            out.push_str(markdown_text::APART);
        }
        if c != '@' && markdown_text::SIGNS.contains(c) {
            out.push('\\');
        }
        out.push(c);
        if behind.starts_with("://") {
            out.push_str(markdown_text::APART);
        }
    }
    out
}

/// The same, with what stands between backticks as code.
fn running(text: &str, form: Form) -> String {
    let one = |word: &Word| match (word, form) {
        (Word::Code(text), Form::Html) => format!("<code>{}</code>", safe(text)),
        (Word::Code(text), Form::Markdown) => markdown_text::code(text),
        (Word::Plain(text) | Word::Said(text) | Word::Strong(text) | Word::Link { text, .. }, _) => plain(text, form),
    };
    words(text).iter().map(one).collect()
}

/// A line with only a `{% … %}` leaves no empty line behind.
fn layout() -> SyntaxConfig {
    let mut syntax = SyntaxConfig::builder();
    syntax.trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true);
    syntax.build().unwrap_or_default()
}
