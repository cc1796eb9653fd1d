//! Lines of running text: those that belong to the field above them, and those that belong to no field at all.

use crate::diagnostic::Text;

use super::frame::KEYS;
use super::mend_colons::{USUAL, is_colon_like, is_form};
use super::mend_lines::{Line, frame_key, is_marked, is_name, without_comment};
use super::mend_quotes::is_field;
use super::mend_shape::Names;
use super::mend_slips::{Place, Slip, Sure};
use super::mend_text::Change;
use super::scalars;

/// A heading has no more words than this.
const SHORT: usize = 6;

/// Lines that belong to the text of the field above them, and do not stand further to the right. What looks like a heading or
/// like the number of a page belongs to no text; which it is, a person must say.
pub fn goes_on(place: &Place<'_>, index: usize, before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let (name, _) = before.pair()?;
    let value = before.value().filter(|value| !is_marked(value.text))?;
    if is_form(value.text) {
        // Behind a date, a number or a kind no text goes on.
        let beside = here.column() <= before.column() && !here.has_colon() && !here.is_item();
        let is_note = beside && here.own().text.contains(' ') && !begins_with_name(here, place.names);
        return is_note.then(|| remark(here));
    }
    here.own().text.chars().next().filter(|c| c.is_alphanumeric() || matches!(c, '(' | '‘' | '’'))?;
    let stays = |line: &&Line<'_>| !line.has_colon() && !line.is_item() && line.indent() == here.indent();
    if here.column() > before.column() {
        return None;
    }
    let run: Vec<Line<'_>> = place.lines.iter().skip(index).take_while(stays).copied().collect();
    let head = run.first()?;
    let ended = value.text.ends_with(['.', '!', '?', ';', '…']);
    let may_be_field = |line: &Line<'_>| {
        let is_rest = breaks_off(value.text) && (is_sentence_end(*line) || stands_already(place.lines, *line));
        begins_with_name(*line, place.names) && !is_rest
    };
    let is_field = run.iter().any(may_be_field);
    let heads = |line: &Line<'_>| is_mark(line.own().text) || ended && is_title(line.own().text);
    if !is_field && run.len() == 1 && heads(head) {
        return Some(remark(*head));
    }
    let spaces = " ".repeat(before.column() + 2);
    let changes = run.iter().map(|line| Change::new(line.start..line.own().start, spaces.clone())).collect();
    let message = Text::new("yaml-goes-on").with("name", name).with("value", scalars::shorten(value.text));
    let right = format!("{spaces}{}", scalars::shorten(head.own().text));
    let help = Text::new("yaml-goes-on-help").with("count", spaces.len()).with("right", right);
    let text = without_comment(head.own().text);
    let open = text.starts_with(|c: char| c.is_lowercase() || c == '(') || value.text.ends_with([',', '-']);
    // A town, or another last word: no name of a part is one word that is not known.
    let is_rest = !ended && (open || !text.contains(' '));
    // Only what cannot be the end of a text surely goes on; else the line may be a note.
    let sure = if is_field {
        Sure::Likely
    } else if is_rest && breaks_off(value.text) {
        Sure::Certain
    } else {
        Sure::Asked
    };
    let help = if sure == Sure::Certain { help } else { Text::new("yaml-or-remark").with("help", help) };
    Some(Slip { sure, ..Slip::new(changes, head.own().span(), message, help) })
}

/// Whether a text breaks off in the middle: at a comma, a hyphen, or a word with which no sentence ends.
fn breaks_off(text: &str) -> bool {
    const WORDS: [&str; 39] = [
        "de", "het", "een", "en", "of", "van", "in", "op", "aan", "met", "voor", "naar", "bij", "om", "te", "uit",
        "over", "door", "tot", "als", "dan", "dat", "die", "deze", "dit", "onze", "ons", "hun", "haar", "zijn", "per",
        "tussen", "onder", "the", "a", "and", "or", "to", "with",
    ];
    let last = text.rsplit(char::is_whitespace).next().unwrap_or("");
    text.ends_with([',', '-']) || WORDS.contains(&last.to_lowercase().as_str()) || ends_with_postcode(text)
}

/// Whether a line ends as a sentence does, and is no name with a value behind it.
fn is_sentence_end(line: Line<'_>) -> bool {
    let text = without_comment(line.own().text);
    let said = text.trim_end_matches(['.', '!', '?']);
    said.len() < text.len() && !said.split_whitespace().skip(1).any(is_form)
}

/// Whether a line at the left edge is one word, that stands there as a field of its own too: what stands there, stands there once.
pub fn stands_already(lines: &[Line<'_>], line: Line<'_>) -> bool {
    let word = without_comment(line.own().text);
    let is_same =
        |other: &Line<'_>| other.indent() == 0 && other.pair().is_some_and(|(name, _)| name.eq_ignore_ascii_case(word));
    line.indent() == 0 && lines.iter().any(is_same)
}

/// Whether a text ends with a postcode, `2312 AV`: a town comes behind it.
fn ends_with_postcode(text: &str) -> bool {
    let end: String = text.chars().filter(|c| !c.is_whitespace()).rev().take(6).collect();
    let (letters, digits) = end.split_at_checked(2).unwrap_or_default();
    digits.len() == 4
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// `Pagina 2 van 3`, `2. Programmadoelen`: what stands above the parts of a form, and is never a sentence.
pub fn is_mark(text: &str) -> bool {
    const PARTS: [&str; 8] = ["pagina", "blz", "blad", "page", "hoofdstuk", "bijlage", "deel", "onderdeel"];
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    let short = |word: &str| word.len() < 4 && !word.bytes().all(|byte| byte.is_ascii_lowercase()) || word.len() == 1;
    let is_part = PARTS.contains(&first) && words.next().is_some_and(short) && words.count() < 4;
    let rest = text.get(first.len()..).unwrap_or("");
    let digits = first.bytes().all(|byte| byte.is_ascii_digit());
    // A letter with a full stop begins the name of a person.
    let numbered = first.len() < 3
        && (digits && rest.starts_with(['.', ')']) || first.len() == 1 && rest.starts_with(')'))
        && rest.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
    (is_part || numbered) && !text.ends_with(['.', '!', '?', ',', ';'])
}

/// Whether a line may be the heading of what comes below it.
fn is_title(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && !text.ends_with(['.', '!', '?', ',', ';'])
        && text.split_whitespace().count() <= SHORT
}

/// A line that is no field, as a remark.
fn remark(line: Line<'_>) -> Slip {
    let own = line.own();
    let change = Change::new(own.start..own.start, "# ");
    let help = Text::new("yaml-title-help").with("line", scalars::shorten(own.text));
    Slip { sure: Sure::Asked, ..Slip::new(vec![change], own.span(), Text::new("yaml-ornament"), help) }
}

/// A line of which no letter or digit is a part.
pub fn ornament(line: Line<'_>) -> Option<Slip> {
    let bare = !line.own().text.chars().any(char::is_alphanumeric);
    bare.then(|| Slip { sure: Sure::Certain, ..remark(line) })
}

/// `--- Samenhang ---`: words behind a rule. YAML takes the rule for the beginning of another document.
pub fn ruled(line: Line<'_>) -> Option<Slip> {
    if let Some(slip) = foreign(line).filter(|_| line.has_colon()) {
        return Some(slip);
    }
    let words = line.text.strip_prefix("---").filter(|_| line.margin().is_empty())?;
    let said = words.chars().any(char::is_alphanumeric) && !words.trim_start().starts_with('#');
    (said && !line.has_colon()).then(|| remark(line))
}

/// Signs with which other languages begin a remark.
const FOREIGN: [&str; 6] = ["// ", "<!--", "/*", "-- ", "; ", "% "];

/// `// let op: nakijken`: words behind the sign of a remark in another language.
fn foreign(line: Line<'_>) -> Option<Slip> {
    let own = line.own().text;
    (FOREIGN.iter().any(|sign| own.starts_with(sign))).then(|| remark(line))
}

/// Whether words stand behind a rule somewhere in a text, or `>` before its lines: it reads, and says something else.
pub fn has_ruled(text: &str) -> bool {
    let is_foreign = |line: &str| foreign(Line { start: 0, text: line }).is_some() && line.contains(": ");
    text.trim_start_matches('\u{feff}').starts_with("> ")
        || text.lines().any(|line| line.starts_with("--- ") && ruled(Line { start: 0, text: line }).is_some())
        || text.lines().any(is_foreign)
}

/// `=== Doelstelling ===`, `// let op`: words behind signs that begin no field and no text.
pub fn heading(line: Line<'_>) -> Option<Slip> {
    const ALONE: [char; 7] = ['=', '*', '/', ';', '<', '~', '_'];
    let text = line.own().text;
    let signs = text.len() - text.trim_start_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace()).len();
    let signs = text.get(..signs)?;
    let marks =
        signs.starts_with(ALONE) || signs.len() > 1 && signs.chars().all(|c| matches!(c, '-' | '+' | '#' | '>'));
    let said = text.chars().any(char::is_alphanumeric);
    ((marks && said || is_mark(text)) && !line.has_colon()).then(|| remark(line))
}

/// `Kies een interventie` right below a name that opens, with fields behind it: words of the form, and no field.
pub fn note_below(lines: &[Line<'_>], index: usize, names: Names<'_>) -> Option<Slip> {
    let line = *lines.get(index)?;
    let (above, next) = (lines.get(index.checked_sub(1)?)?, lines.get(index + 1)?);
    let text = without_comment(line.own().text);
    let is_note = text.contains([' ', '\t']) && !line.has_colon() && !line.is_item() && !is_marked(text);
    let opens = above.opens() && (next.pair().is_some() || next.is_item()) && next.indent() >= above.indent();
    (is_note && opens && !begins_with_name(line, names)).then(|| remark(line))
}

/// `keuze:` with `nieuw` on the line below it, which does not stand further to the right.
pub fn value_below(above: Line<'_>, line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let (name, behind) = above.pair().filter(|_| above.value().is_none())?;
    let text = without_comment(line.own().text);
    let said = is_form(text) || text.contains('@') || text.contains(' ') && !begins_with_name(line, names);
    if line.indent() > above.indent() || line.has_colon() || line.is_item() || !said || is_marked(text) {
        return None;
    }
    // A remark behind the name would take the value along.
    let rest = behind.text.trim();
    let at = behind.start..line.own().start;
    let message = Text::new("yaml-value-below").with("name", name);
    let help = Text::new("yaml-write").with("right", format!("`{name}: {}`", scalars::shorten(text)));
    let sure = if is_form(text) || !text.contains(' ') { Sure::Certain } else { Sure::Asked };
    let slip = Slip::new(vec![Change::new(at, " ")], line.own().span(), message, help);
    rest.is_empty().then_some(Slip { sure, ..slip })
}

/// A text with an enumeration below it, or one that ends with a colon and goes on below: together one text of several lines.
pub fn listed(place: &Place<'_>, index: usize) -> Option<Slip> {
    let line = *place.lines.get(index)?;
    let (name, _) = line.pair().filter(|(name, _)| is_name(name))?;
    let value = line.value().filter(|value| !is_marked(value.text) && !is_form(value.text))?;
    let has_colon = value.text.ends_with(':') || value.text.contains(": ");
    let of_text =
        |other: &&Line<'_>| (other.is_item() || other.indent() > line.column()) && !is_field(**other, place.names);
    let run: Vec<Line<'_>> = place.lines.iter().skip(index + 1).take_while(of_text).copied().collect();
    let head = run.first().filter(|head| head.is_item() || has_colon)?;
    let goal = line.column() + 2;
    let begin = Change::new(value.start..value.start, format!("|\n{}", " ".repeat(goal)));
    lines_of_one(name, &run, *head, begin, goal)
}

/// The lines of one text, moved to a column below its name: asked, as they may be something else.
pub fn lines_of_one(name: &str, run: &[Line<'_>], head: Line<'_>, begin: Change, goal: usize) -> Option<Slip> {
    let least = run.iter().map(|other| other.indent()).min()?;
    let spaces = |other: &Line<'_>| " ".repeat(other.indent() - least + goal);
    let moved = run.iter().map(|other| Change::new(other.start..other.own().start, spaces(other)));
    let message = Text::new("yaml-text-lines").with("name", name);
    let help = Text::new("yaml-text-lines-help").with("name", name).with("count", goal);
    let slip = Slip::new(std::iter::once(begin).chain(moved).collect(), head.own().span(), message, help);
    Some(Slip { sure: Sure::Asked, ..slip })
}

/// Whether a line may be a field that has lost its colon, rather than a part of a text.
fn begins_with_name(line: Line<'_>, names: Names<'_>) -> bool {
    let text = without_comment(line.own().text);
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let rest = rest.trim();
    let lower = word.to_lowercase();
    let known = frame_key(word).is_some() || names.has(&lower) || USUAL.contains(&lower.as_str());
    // A word that is no name, where the names are known; else a name of a person or a town.
    let alone = rest.is_empty() && (known || names.0.is_none() && !word.starts_with(char::is_uppercase));
    let like_value = alone || is_form(rest) || is_marked(rest) || rest.starts_with(is_colon_like);
    like_value || word.contains(['-', '_']) || known
}

/// Words before a colon at the head of a letter.
const LETTER: [&str; 15] = [
    "van",
    "aan",
    "onderwerp",
    "verzonden",
    "datum",
    "betreft",
    "cc",
    "bcc",
    "bijlage",
    "bijlagen",
    "from",
    "to",
    "sent",
    "subject",
    "date",
];

/// The head of a letter above the plan, or what closes one below it.
pub fn letter(lines: &[Line<'_>]) -> Vec<Slip> {
    letter_head(lines).into_iter().chain(letter_end(lines)).collect()
}

fn letter_head(lines: &[Line<'_>]) -> Option<Slip> {
    let is_frame = |line: &Line<'_>| line.pair().is_some_and(|(name, _)| KEYS.contains(&name.to_lowercase().as_str()));
    let is_head = |line: &&Line<'_>| {
        let known = line.pair().is_some_and(|(name, _)| LETTER.contains(&name.to_lowercase().as_str()));
        known && line.margin().is_empty()
    };
    let head: Vec<Line<'_>> = lines.iter().take_while(is_head).copied().collect();
    let above = head.len() > 1 && lines.get(head.len()).is_some_and(is_frame);
    above.then(|| block(&head, "yaml-letter-head"))
}

fn letter_end(lines: &[Line<'_>]) -> Option<Slip> {
    const CLOSING: [&str; 5] = ["groet", "groeten", "hoogachtend", "regards", "sincerely"];
    let closes = |line: &Line<'_>| {
        let lower = line.text.to_lowercase();
        let says = lower.split(|c: char| !c.is_alphanumeric()).any(|word| CLOSING.contains(&word));
        says && line.margin().is_empty() && !line.has_colon()
    };
    let start = lines.iter().rposition(closes)?;
    let tail = lines.get(start..)?;
    let plain = tail.iter().all(|line| !line.has_colon()) && tail.len() < SHORT;
    (start > 0 && plain).then(|| block(tail, "yaml-letter-end"))
}

fn block(run: &[Line<'_>], message: &'static str) -> Slip {
    let changes = run.iter().map(|line| Change::new(line.start..line.start, "# ")).collect();
    let own = run.first().map_or(Line { start: 0, text: "" }, |line| line.own());
    let help = Text::new("yaml-letter-help").with("count", run.len());
    let slip = Slip::new(changes, own.span(), Text::new(message), help);
    Slip { sure: Sure::Asked, far: true, ..slip }
}

/// `> naam: De Linde`: the sign that programs put before the lines of a letter that is answered.
pub fn answered(lines: &[Line<'_>]) -> Option<Slip> {
    let is_marked = |line: &&Line<'_>| line.text.starts_with('>');
    let all: Vec<Line<'_>> = lines.iter().filter(is_marked).copied().collect();
    let first = *all.first().filter(|_| 2 * all.len() > lines.len())?;
    let width = |line: &Line<'_>| line.text.len() - line.text.trim_start_matches('>').len();
    let lead = |line: &Line<'_>| {
        width(line) + usize::from(line.text.get(width(line)..).is_some_and(|rest| rest.starts_with(' ')))
    };
    let changes = all.iter().map(|line| Change::new(line.start..line.start + lead(line), "")).collect();
    let help = Text::new("yaml-answered-help");
    let span = crate::source::Span::new(first.start, first.start + 1);
    Some(Slip { far: true, ..Slip::new(changes, span, Text::new("yaml-answered"), help) })
}
