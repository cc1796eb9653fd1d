//! A list in JSON that is written one item at a time.

use serde::Serialize;

use super::foreign::in_json;

/// What has been written so far of a list: the comma goes before all items but the first.
#[derive(Default)]
pub struct Items {
    any: bool,
}

impl Items {
    /// The next item, on one line.
    pub fn line(&mut self, item: &impl Serialize) -> String {
        self.next(&in_json(serde_json::to_string(item).unwrap_or_default()))
    }

    /// The next item, on as many lines as it needs, each after an indent.
    pub fn block(&mut self, item: &impl Serialize, indent: &str) -> String {
        self.next(&format!("{indent}{}", pretty(item, indent)))
    }

    fn next(&mut self, text: &str) -> String {
        let comma = if std::mem::replace(&mut self.any, true) { "," } else { "" };
        format!("{comma}\n{text}")
    }
}

/// A value over several lines; an indent stands before all but the first. A line never ends inside a text, for JSON
/// writes the end of a line as `\n`.
pub fn pretty(value: &impl Serialize, indent: &str) -> String {
    let text = in_json(serde_json::to_string_pretty(value).unwrap_or_default());
    text.replace('\n', &format!("\n{indent}"))
}
