//! Text of `mtvp.toml` -> settings. Unknown keys and wrong values are problems, with what may be meant.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Arg, Join, Problem, Text};
use crate::source::Span;
use crate::value::name_distance;

use super::levels::{Level, WORDS, level};
use super::{At, Key, Settings, toml_errors};

/// Reads the file; what could not be read is left out and stands among the problems.
#[must_use]
pub fn read(text: &str) -> (Settings, Vec<Problem>) {
    let bare = text.strip_prefix('\u{feff}').unwrap_or(text);
    let shift = text.len() - bare.len();
    let (table, errors) = DeTable::parse_recoverable(bare);
    let mut reader = Reader { shift, problems: Vec::new() };
    let mut settings = Settings::default();
    for (key, value) in table.get_ref() {
        reader.key(key, value, &mut settings);
    }
    // What is told of a value is not told again of the writing of its line.
    let line = |at: u32| text.get(..at as usize).unwrap_or("").matches('\n').count();
    let told: Vec<usize> = reader.problems.iter().map(|problem| line(problem.primary.span.start)).collect();
    for error in &errors {
        let span = error.span().map_or(Span::at(shift), |range| Span::new(range.start + shift, range.end + shift));
        if !told.contains(&line(span.start)) {
            reader.problems.push(toml_errors::explain(text, span, error.message()));
        }
    }
    reader.problems.sort_by_key(|problem| problem.primary.span);
    (settings, reader.problems)
}

struct Reader {
    /// Bytes before the text that the file began with.
    shift: usize,
    problems: Vec<Problem>,
}

impl Reader {
    fn place<T>(&self, found: &Spanned<T>) -> Span {
        Span::new(found.span().start + self.shift, found.span().end + self.shift)
    }

    fn wrong(&mut self, span: Span, key: &str, help: Text) {
        self.problems.push(Problem::new("instellingen", span, Text::new("settings-wrong").with("key", key)).help(help));
    }

    fn key<K: AsRef<str>>(&mut self, key: &Spanned<K>, value: &Spanned<DeValue<'_>>, settings: &mut Settings) {
        let word = key.get_ref().as_ref();
        match Key::from_word(word) {
            Some(Key::Paths) => settings.paths = self.texts(word, value),
            Some(Key::Exclude) => settings.exclude = self.texts(word, value),
            Some(Key::Regioplans) => settings.regioplans = self.texts(word, value),
            Some(Key::Supplements) => settings.supplements = self.texts(word, value),
            Some(Key::Region) => settings.region = self.text(word, value),
            Some(Key::Lang) => settings.lang = self.lang(word, value),
            Some(Key::Strict) => settings.strict = self.yes_no(word, value),
            Some(Key::Waivers) => settings.waivers = self.text(word, value),
            Some(Key::Decisions) => settings.decisions = self.text(word, value),
            Some(Key::Template) => settings.template = self.text(word, value),
            Some(Key::Contact) => settings.contact = self.text(word, value),
            Some(Key::Delegate) => settings.delegate = self.texts(word, value),
            Some(Key::Severity) => self.severities(value, settings),
            None => {
                let span = self.place(key);
                if let Some(inner) = value.get_ref().as_table() {
                    let misplaced: Vec<_> = inner
                        .iter()
                        .map(|(key, _)| key)
                        .filter(|key| Key::from_word(key.get_ref()).is_some())
                        .collect();
                    if !misplaced.is_empty() {
                        for key in misplaced {
                            self.misplaced(key, word);
                        }
                        return;
                    }
                }
                self.unknown(word, span, "settings-unknown", Key::ALL.into_iter().map(Key::word));
            }
        }
    }

    /// A setting that stands below the heading of another.
    fn misplaced<K: AsRef<str>>(&mut self, key: &Spanned<K>, table: &str) {
        let text = Text::new("settings-misplaced").with("key", key.get_ref().as_ref()).with("table", table);
        let help = Text::new("settings-misplaced-help").with("key", key.get_ref().as_ref()).with("table", table);
        self.problems.push(Problem::new("instellingen", self.place(key), text).help(help));
    }

    fn unknown<'w>(&mut self, word: &str, span: Span, id: &'static str, known: impl Iterator<Item = &'w str> + Clone) {
        let near = known
            .clone()
            .map(|candidate| (name_distance(&word.to_lowercase(), candidate), candidate))
            .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
            .min();
        let help = match near {
            Some((_, near)) => Text::new("did-you-mean").with("name", near),
            None => Text::new("choose-from").with("names", Arg::words(known.map(|k| format!("`{k}`")), Join::Comma)),
        };
        self.problems.push(Problem::new("instellingen", span, Text::new(id).with("key", word)).help(help));
    }

    fn text(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<At<String>> {
        let span = self.place(value);
        let Some(text) = value.get_ref().as_str().filter(|text| !text.trim().is_empty()) else {
            self.wrong(span, key, Text::new("settings-want-text").with("key", key));
            return None;
        };
        Some(At { value: text.to_owned(), span })
    }

    fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<At<Vec<String>>> {
        let span = self.place(value);
        let Some(items) = value.get_ref().as_array() else {
            self.wrong(span, key, Text::new("settings-want-texts").with("key", key));
            return None;
        };
        let mut found = Vec::new();
        for item in items {
            match item.get_ref().as_str().filter(|text| !text.trim().is_empty()) {
                Some(text) => found.push(text.to_owned()),
                None => self.wrong(self.place(item), key, Text::new("settings-want-texts").with("key", key)),
            }
        }
        Some(At { value: found, span })
    }

    fn yes_no(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<At<bool>> {
        let span = self.place(value);
        let found = value.get_ref().as_bool();
        if found.is_none() {
            self.wrong(span, key, Text::new("settings-want-yes-no").with("key", key));
        }
        found.map(|value| At { value, span })
    }

    fn lang(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<At<String>> {
        let found = self.text(key, value)?;
        if matches!(found.value.as_str(), "nl" | "en") {
            return Some(found);
        }
        self.wrong(found.span, key, Text::new("settings-want-lang"));
        None
    }

    fn severities(&mut self, value: &Spanned<DeValue<'_>>, settings: &mut Settings) {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong(self.place(value), "severity", Text::new("settings-want-severities"));
            return;
        };
        for (rule, value) in table {
            if Key::from_word(rule.get_ref()).is_some() {
                self.misplaced(rule, "severity");
                continue;
            }
            let found = match value.get_ref().as_table() {
                Some(inner) => self.with_reason(rule.get_ref(), inner, self.place(value)),
                None => self.word(rule.get_ref(), value).map(|severity| Level::new(rule.get_ref(), severity, None)),
            };
            settings.severity.extend(found.map(|value| At { value, span: self.place(rule) }));
        }
        settings.severity.sort_by_key(|found| found.span);
    }

    fn word(&mut self, rule: &str, value: &Spanned<DeValue<'_>>) -> Option<crate::diagnostic::Severity> {
        let found = value.get_ref().as_str().and_then(level);
        if found.is_none() {
            let words = Arg::words(WORDS.iter().map(|(word, _)| format!("`{word}`")), Join::Comma);
            self.wrong(self.place(value), rule, Text::new("choose-from").with("names", words));
        }
        found
    }

    /// `{ level = "warning", reason = "…" }`
    fn with_reason(&mut self, rule: &str, table: &DeTable<'_>, span: Span) -> Option<Level> {
        let (mut severity, mut reason, mut named) = (None, None, false);
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "level" => {
                    named = true;
                    severity = self.word(rule, value);
                }
                "reason" => reason = self.text("reason", value).map(|found| found.value),
                other if Key::from_word(other).is_some() => self.misplaced(key, &format!("severity.{rule}")),
                other => self.unknown(other, self.place(key), "settings-unknown", ["level", "reason"].into_iter()),
            }
        }
        if !named {
            self.wrong(span, rule, Text::new("settings-want-level"));
        }
        severity.map(|severity| Level::new(rule, severity, reason))
    }
}
