//! `mtvp check --show-settings`: every setting that holds in a folder, and which file, or what else, set it.

use std::sync::Arc;

use crate::diagnostic::Text;
use crate::report::{Catalog, escape};
use crate::settings::{At, Key, Level, Settings};
use crate::source::Span;

use super::context::Context;
use super::environment;
use super::own::{Layer, first};
use super::paths::name;

/// The names of the settings with their values and where each comes from, for `--show-settings`.
pub fn shown(context: &Context, catalog: &Catalog) -> String {
    let lines = Key::ALL.into_iter().flat_map(|key| {
        let set = values(key, context);
        let set: Vec<(String, Text)> = set.into_iter().map(|(value, layer, span)| (value, from(layer, span))).collect();
        let set = match (key, environment::lang_besides_settings()) {
            (Key::Lang, Some((lang, from))) => vec![(format!("\"{}\"", lang.word()), from)],
            _ => set,
        };
        let set = if set.is_empty() { vec![(default(key, catalog), Text::new("settings-from-default"))] } else { set };
        set.into_iter()
            .map(move |(value, from)| format!("{} = {}    # {}\n", key.word(), escape(&value), catalog.say(&from)))
    });
    lines.collect()
}

/// The file and the line where a value stands.
fn from(layer: &Layer, span: Span) -> Text {
    match &layer.file {
        Some((path, source)) => {
            Text::new("settings-from-file").with("path", name(path)).with("line", source.position(span.start).line)
        }
        None => Text::new("settings-from-flag"),
    }
}

/// What is set, each with its layer; nothing for a setting of which nobody says anything.
fn values(key: Key, context: &Context) -> Vec<(String, &Layer, Span)> {
    let quoted = |value: &String| format!("\"{value}\"");
    let text = |(layer, at): (_, &At<String>)| (quoted(&at.value), layer, at.span);
    let list = |at: &At<Vec<String>>| {
        let all: Vec<String> = at.value.iter().map(quoted).collect();
        format!("[{}]", all.join(", "))
    };
    let texts = |(layer, at): (_, &At<Vec<String>>)| (list(at), layer, at.span);
    let layers = &context.layers;
    let every = |key: fn(&Settings) -> Option<&At<Vec<String>>>| {
        let set = |layer: &Arc<Layer>| key(&layer.settings).is_some();
        // Flags stand in the place of the files.
        let by_flag = layers.first().is_some_and(set);
        let named = layers.iter().take(if by_flag { 1 } else { layers.len() });
        named.filter_map(|layer| Some(texts((layer.as_ref(), key(&layer.settings)?)))).collect()
    };
    let one = match key {
        Key::Paths => context.paths().map(texts),
        Key::Regioplans => first(layers, |settings| settings.regioplans.as_ref()).map(texts),
        Key::Supplements => first(layers, |settings| settings.supplements.as_ref()).map(texts),
        Key::Region => first(layers, |settings| settings.region.as_ref()).map(text),
        Key::Lang => first(layers, |settings| settings.lang.as_ref()).map(text),
        Key::Waivers => first(layers, |settings| settings.waivers.as_ref()).map(text),
        Key::Decisions => first(layers, |settings| settings.decisions.as_ref()).map(text),
        Key::Template => first(layers, |settings| settings.template.as_ref()).map(text),
        Key::Contact => first(layers, |settings| settings.contact.as_ref()).map(text),
        Key::Strict => {
            let strict = first(layers, |settings| settings.strict.as_ref());
            strict.map(|(layer, at)| (at.value.to_string(), layer, at.span))
        }
        Key::Exclude => return every(|settings| settings.exclude.as_ref()),
        Key::Delegate => return every(|settings| settings.delegate.as_ref()),
        Key::Severity => {
            let levels = context.session.agreed.levels.iter().zip(&context.origins);
            return levels.map(|(at, layer)| (level(&at.value), layer.as_ref(), at.span)).collect();
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
        Key::Exclude | Key::Regioplans | Key::Supplements | Key::Delegate => "[]".to_owned(),
        Key::Strict => "false".to_owned(),
        Key::Lang => "\"nl\"".to_owned(),
        Key::Region | Key::Waivers | Key::Decisions | Key::Template | Key::Contact | Key::Severity => {
            catalog.word("settings-none")
        }
    }
}
