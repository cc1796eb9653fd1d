//! A value as it is written in a plan: bare where nothing else can be read in it, else between quotes or in a block.
//!
//! In: what somebody filled in. Out: its text in YAML. Where it comes to stand is for who asks.

/// A value on one line.
#[must_use]
pub fn inline(value: &str) -> String {
    if is_bare(value) { value.to_owned() } else { quoted(value) }
}

/// A value on one line, within braces or brackets.
#[must_use]
pub fn within(value: &str) -> String {
    if is_bare(value) && !value.contains([',', '[', ']', '{', '}']) { value.to_owned() } else { quoted(value) }
}

/// A value over more lines, as a block: its sign, and the lines below it. None of what a block would not give back as it is.
#[must_use]
pub fn block(value: &str) -> Option<(&'static str, Vec<&str>)> {
    let value = value.trim_end_matches('\n');
    let first = value.chars().next()?;
    let plain = value.chars().all(|c| c == '\n' || !c.is_control());
    let lines: Vec<&str> = value.split('\n').collect();
    let ends = lines.iter().any(|line| line.ends_with(' '));
    (value.contains('\n') && plain && !ends && !first.is_whitespace()).then_some(("|-", lines))
}

fn is_bare(value: &str) -> bool {
    let first = |c: char| c.is_alphanumeric() || matches!(c, '€' | '(' | '/' | '+');
    let starts = value.chars().next().is_some_and(first);
    let plain = value.chars().all(|c| !c.is_control() && c != '\u{feff}');
    let last = value.chars().next_back().is_some_and(|c| !c.is_whitespace() && c != ':');
    let reads = !value.contains(": ") && !value.contains(" #");
    starts && plain && last && reads && !matches!(value, "null" | "Null" | "NULL")
}

fn quoted(value: &str) -> String {
    let mut out = String::from("\"");
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.extend(format!("\\u{:04x}", u32::from(c)).chars());
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_bare_where_that_reads() {
        for value in ["nieuw", "01056789", "A. de Linde", "2025-03-14", "€ 1.250,-", "Lindelaan 1, 2311 AB Leiden"] {
            assert_eq!(inline(value), value);
        }
        for value in ["a: b", "a #b", "- a", "null", "{a", "'a", " a", "a ", "a:", "@a", "#a", "a\u{7}"] {
            assert_ne!(inline(value), value, "{value}");
        }
        assert_eq!(within("a, b"), "\"a, b\"");
        assert_eq!(block("a\nb"), Some(("|-", vec!["a", "b"])));
        assert_eq!(block(" a\nb"), None);
        assert_eq!(block("a"), None);
    }
}
