//! `mtvp check --show-settings`: every setting that holds in a folder, and where it comes from.

use crate::diagnostic::Text;
use crate::settings;
use crate::source::Span;

use super::context::Context;

/// The names of the settings with their values and where each comes from, for `--show-settings`.
pub fn shown(context: &Context, catalog: &crate::report::Catalog) -> String {
    let from = |span: Span| match &context.file {
        Some((path, source)) if !span.is_empty() => Text::new("settings-from-file")
            .with("path", path.display().to_string())
            .with("line", source.position(span.start).line),
        _ => Text::new("settings-from-flag"),
    };
    let list = |values: &[String]| values.iter().map(|value| format!("\"{value}\"")).collect::<Vec<_>>().join(", ");
    let found = &context.settings;
    let mut rows: Vec<(&str, String, Option<Span>)> = Vec::new();
    for key in settings::KEYS {
        let word = key.word();
        let row = match key {
            settings::Key::Paths => found.paths.as_ref().map(|at| (format!("[{}]", list(&at.value)), at.span)),
            settings::Key::Exclude => found.exclude.as_ref().map(|at| (format!("[{}]", list(&at.value)), at.span)),
            settings::Key::Regioplans => {
                found.regioplans.as_ref().map(|at| (format!("[{}]", list(&at.value)), at.span))
            }
            settings::Key::Region => found.region.as_ref().map(|at| (format!("\"{}\"", at.value), at.span)),
            settings::Key::Lang => found.lang.as_ref().map(|at| (format!("\"{}\"", at.value), at.span)),
            settings::Key::Strict => found.strict.as_ref().map(|at| (at.value.to_string(), at.span)),
            settings::Key::Waivers => found.waivers.as_ref().map(|at| (format!("\"{}\"", at.value), at.span)),
            settings::Key::Severity => {
                for level in &found.severity {
                    let rule = level.value.written();
                    let reason = level.value.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
                    let text = format!("{rule} = \"{}\"{reason}", level.value.severity.word());
                    rows.push((word, text, Some(level.span)));
                }
                if found.severity.is_empty() { None } else { continue }
            }
        };
        rows.push(match row {
            Some((text, span)) => (word, text, Some(span)),
            None => (word, default(key, catalog), None),
        });
    }
    let lines = rows.into_iter().map(|(word, value, span)| {
        let from = span.map_or_else(|| Text::new("settings-from-default"), from);
        format!("{word} = {value}    # {}\n", catalog.say(&from))
    });
    lines.collect()
}

fn default(key: settings::Key, catalog: &crate::report::Catalog) -> String {
    match key {
        settings::Key::Paths => "[\".\"]".to_owned(),
        settings::Key::Exclude | settings::Key::Regioplans => "[]".to_owned(),
        settings::Key::Strict => "false".to_owned(),
        settings::Key::Lang => "\"nl\"".to_owned(),
        settings::Key::Region | settings::Key::Waivers | settings::Key::Severity => catalog.word("settings-none"),
    }
}
