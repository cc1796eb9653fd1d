//! What is wrong in the writing of `mtvp.toml`, in plain words. The messages of the reader of TOML are for programmers;
//! only its places are used.

use crate::diagnostic::{Problem, Text};
use crate::source::Span;

/// A problem at the place where reading stopped.
pub fn explain(text: &str, span: Span, said: &str) -> Problem {
    let line = line_at(text, span);
    let curly = |c: char| matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '＂');
    if line.split('#').next().unwrap_or(line).contains(curly) {
        let help = Text::new("settings-curly-help").with("line", line.trim().replace(curly, "\""));
        return Problem::new("instellingen", span, Text::new("settings-curly")).help(help);
    }
    let id = if said.contains("duplicate key") {
        "settings-twice"
    } else if line.contains('=') && !line.contains('"') && !line.contains('\'') {
        "settings-no-quotes"
    } else if line.matches('"').count() % 2 == 1 {
        "settings-open-quote"
    } else if !line.contains('=') && !line.trim_start().starts_with(['[', '#', ']', '"']) {
        "settings-no-value"
    } else {
        "settings-unreadable"
    };
    let help = match id {
        "settings-twice" => "settings-twice-help",
        "settings-no-quotes" => "settings-no-quotes-help",
        "settings-open-quote" => "settings-open-quote-help",
        "settings-no-value" => "settings-no-value-help",
        _ => "settings-unreadable-help",
    };
    Problem::new("instellingen", span, Text::new(id)).help(Text::new(help))
}

fn line_at(text: &str, span: Span) -> &str {
    let at = (span.start as usize).min(text.len());
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("")
}
