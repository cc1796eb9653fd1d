//! One clause: blanks set, and broken where it is too long.

use super::WIDTH;

/// Words before which a clause may go on on a new line.
const JOINING: [&str; 5] = ["met", "die", "uit", "of", "en"];

/// Those that begin a phrase: a clause is rather broken here.
const STRONG: [&str; 3] = ["met", "die", "uit"];

/// Writes a clause at an indent, without the end of its last line.
pub fn write(out: &mut String, text: &str, indent: usize) {
    let pad = " ".repeat(indent);
    let deeper = " ".repeat(indent + 2);
    if text.lines().any(|line| comment_at(line).is_some()) {
        // A comment inside a clause keeps the lines as they were.
        for (number, line) in text.lines().enumerate() {
            if number > 0 {
                out.push('\n');
            }
            out.push_str(if number == 0 { &pad } else { &deeper });
            let (code, comment) = line.split_at(comment_at(line).unwrap_or(line.len()));
            let code = words(code).join(" ");
            out.push_str(&code);
            if !comment.is_empty() {
                out.push_str(if code.is_empty() { "" } else { "  " });
                out.push_str(comment.trim_end());
            }
        }
        return;
    }
    let words = words(text);
    // The label of a field goes on a line of its own, before the field itself is broken.
    let length: usize = words.iter().map(|word| word.chars().count() + 1).sum();
    let labelled = words.first().is_some_and(|word| word == "veld") && words.last().is_some_and(|w| w.starts_with('"'));
    match words.split_last() {
        Some((label, field)) if labelled && indent + length > WIDTH + 1 => {
            fill(out, field, &pad, &deeper);
            out.push('\n');
            out.push_str(&deeper);
            out.push_str(label);
        }
        _ => fill(out, &words, &pad, &deeper),
    }
}

/// Puts words on lines: as many phrases as fit, and a phrase that is too long as many words as fit.
fn fill(out: &mut String, words: &[String], pad: &str, deeper: &str) {
    let mut line = pad.to_owned();
    let mut started = false;
    for phrase in split(words, |words, at| words.get(at).is_some_and(|word| STRONG.contains(&word.as_str()))) {
        let whole = width(phrase);
        let on_new_line = started && line.chars().count() + whole > WIDTH;
        for (number, part) in split(phrase, may_break).into_iter().enumerate() {
            let full = line.chars().count() + width(part) > WIDTH;
            if started && (number == 0 && on_new_line || number > 0 && full) {
                out.push_str(&line);
                out.push('\n');
                deeper.clone_into(&mut line);
                started = false;
            }
            for word in part {
                if started {
                    line.push(' ');
                }
                line.push_str(word);
                started = true;
            }
        }
    }
    out.push_str(&line);
}

/// Width of words with the blanks before them.
fn width(words: &[String]) -> usize {
    words.iter().map(|word| word.chars().count() + 1).sum()
}

/// Cuts words before each place where a new line may begin; the first word never stands alone.
fn split(words: &[String], begins: impl Fn(&[String], usize) -> bool) -> Vec<&[String]> {
    let mut parts = Vec::new();
    let mut from = 0;
    for at in 1..words.len() {
        if begins(words, at) {
            parts.extend(words.get(from..at));
            from = at;
        }
    }
    parts.extend(words.get(from..));
    parts
}

/// Whether a new line may begin with this word: a joining word, or what follows a comma.
fn may_break(words: &[String], at: usize) -> bool {
    let joins = words.get(at).is_some_and(|word| JOINING.contains(&word.as_str()));
    joins || at > 0 && words.get(at - 1).is_some_and(|word| word.ends_with(','))
}

/// The words of a clause: a quoted text is one word, commas and colons stand behind a word.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut quoted = false;
    for c in text.chars() {
        let ends = match c {
            '"' => {
                if !quoted {
                    finish(&mut words, &mut word);
                }
                quoted = !quoted;
                word.push(c);
                !quoted
            }
            _ if quoted => {
                word.push(c);
                false
            }
            // A comma between digits may be a decimal one.
            ',' if word.ends_with(|last: char| last.is_ascii_digit()) => {
                word.push(c);
                false
            }
            ',' | ':' | '%' => {
                finish(&mut words, &mut word);
                word.push(c);
                true
            }
            _ if c.is_whitespace() => true,
            _ => {
                word.push(c);
                false
            }
        };
        if ends {
            finish(&mut words, &mut word);
        }
    }
    finish(&mut words, &mut word);
    words
}

/// Ends a word; a comma or a colon belongs to the word before it.
fn finish(words: &mut Vec<String>, word: &mut String) {
    if word.is_empty() {
        return;
    }
    let done = std::mem::take(word);
    match words.last_mut() {
        Some(last) if matches!(done.as_str(), "," | ":") => last.push_str(&done),
        _ => words.push(done),
    }
}

/// Where a comment begins; a `#` inside quotes is text.
fn comment_at(line: &str) -> Option<usize> {
    let mut quoted = false;
    for (at, c) in line.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '#' if !quoted => return Some(at),
            _ => {}
        }
    }
    None
}
