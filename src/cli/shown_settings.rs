//! `mtvp check --show-settings`: every setting that holds in a folder, and where it comes from.

use crate::diagnostic::Text;
use crate::report::{Catalog, escape};
use crate::settings::{At, KEYS, Key, Level, Settings};
use crate::source::Span;

use super::context::Context;
use super::paths::name;

/// The names of the settings with their values and where each comes from, for `--show-settings`.
pub fn shown(context: &Context, catalog: &Catalog) -> String {
    let from = |span: Span| match &context.file {
        Some((path, source)) if !span.is_empty() => {
            Text::new("settings-from-file").with("path", name(path)).with("line", source.position(span.start).line)
        }
        _ => Text::new("settings-from-flag"),
    };
    let lines = KEYS.into_iter().flat_map(|key| {
        let set: Vec<(String, Text)> =
            values(key, &context.settings).into_iter().map(|(value, span)| (value, from(span))).collect();
        let set = if set.is_empty() { vec![(default(key, catalog), Text::new("settings-from-default"))] } else { set };
        set.into_iter()
            .map(move |(value, from)| format!("{} = {}    # {}\n", key.word(), escape(&value), catalog.say(&from)))
    });
    lines.collect()
}

/// What is set; nothing for a setting of which nobody says anything.
fn values(key: Key, found: &Settings) -> Vec<(String, Span)> {
    let quoted = |value: &String| format!("\"{value}\"");
    let text = |at: &At<String>| (quoted(&at.value), at.span);
    let texts = |at: &At<Vec<String>>| {
        let all: Vec<String> = at.value.iter().map(quoted).collect();
        (format!("[{}]", all.join(", ")), at.span)
    };
    let one = match key {
        Key::Paths => found.paths.as_ref().map(texts),
        Key::Exclude => found.exclude.as_ref().map(texts),
        Key::Regioplans => found.regioplans.as_ref().map(texts),
        Key::Region => found.region.as_ref().map(text),
        Key::Lang => found.lang.as_ref().map(text),
        Key::Strict => found.strict.as_ref().map(|at| (at.value.to_string(), at.span)),
        Key::Waivers => found.waivers.as_ref().map(text),
        Key::Severity => {
            let level = |At { value, span }: &At<_>| (level(value), *span);
            return found.severity.iter().map(level).collect();
        }
    };
    one.into_iter().collect()
}

fn level(level: &Level) -> String {
    let reason = level.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{} = \"{}\"{reason}", level.written(), level.severity.word())
}

fn default(key: Key, catalog: &Catalog) -> String {
    match key {
        Key::Paths => "[\".\"]".to_owned(),
        Key::Exclude | Key::Regioplans => "[]".to_owned(),
        Key::Strict => "false".to_owned(),
        Key::Lang => "\"nl\"".to_owned(),
        Key::Region | Key::Waivers | Key::Severity => catalog.word("settings-none"),
    }
}
