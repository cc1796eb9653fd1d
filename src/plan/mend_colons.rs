//! A colon that is missing or that is another sign, and a space that is missing behind it.

use crate::diagnostic::Text;
use crate::source::Span;

use super::forms;
use super::kinds;
use super::mend_lines::{Line, frame_key, is_marked, is_name, is_of_name, without_comment};
use super::mend_marks::row;
use super::mend_prose::is_mark;
use super::mend_shape::{self, Names};
use super::mend_slips::{Place, Slip, Sure, field_with};
use super::mend_text::Change;
use super::names;
use super::scalars;
use super::yaml::UNREAD;

/// A sign that stands where a colon must.
pub fn is_colon_like(c: char) -> bool {
    matches!(c, '=' | ';' | '：' | '→' | '﹕' | '∶')
}

/// `trieren = nieuw`, `jaar; 1`, `naam : De Linde`: another sign in place of the colon, or beside it.
pub fn other_sign(line: Line<'_>) -> Option<Slip> {
    let field = line.field();
    let is_sign = |c: char| c == ':' || is_colon_like(c);
    let at = field.text.find(|c: char| is_sign(c) || c == ' ')?;
    let name = field.text.get(..at).filter(|name| is_name(name))?;
    let rest = field.text.get(at..)?;
    let value = rest.trim_start_matches(|c: char| is_sign(c) || c == ' ' || c == '>');
    let signs = rest.get(..rest.len() - value.len())?;
    let odd = signs.trim();
    if odd.is_empty() || signs == ":" || signs.starts_with(": ") && odd == ":" || value.starts_with('/') {
        return None;
    }
    // A colon without a space is another slip.
    if !signs.chars().any(|c| is_sign(c) && c != ':') && !signs.starts_with(' ') {
        return None;
    }
    let name = own_name(name);
    let change = Change::new(field.start..field.start + at + signs.len(), pair_start(&name, value));
    let start = field.start + at + signs.len() - signs.trim_start().len();
    let span = Span::new(start, start + odd.len());
    let help = Text::new("yaml-write").with("right", format!("`{}`", field_with(line, &change)));
    let message = Text::new("yaml-other-sign").with("name", name.as_str()).with("sign", odd);
    Some(Slip::new(vec![change], span, message, help))
}

/// `keuze. nieuw`, `trieren | nieuw`, or with a tab: what may stand in a text as well, behind a name that is known.
pub fn weak_sign(line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let field = line.field();
    let end = field.text.find(|c: char| !is_of_name(c))?;
    let (word, rest) = field.text.split_at(end);
    // A dash may be a part of a name.
    let word = word.trim_end_matches('-');
    let rest = field.text.get(word.len()..).filter(|_| !word.is_empty() && !rest.is_empty())?;
    let value = rest.trim_start_matches([' ', '\t', '|', '.', '-', '–', '—', '>']);
    let signs = rest.get(..rest.len() - value.len())?;
    let odd = signs.trim_matches(' ');
    let known = is_known(word, names);
    let own = without_comment(value);
    if odd.is_empty() || !signs.ends_with([' ', '\t']) || own.is_empty() || line.has_colon() || !known && !is_form(own)
    {
        return None;
    }
    let change = Change::new(field.start..field.start + word.len() + signs.len(), format!("{}: ", own_name(word)));
    let span = Span::new(field.start + word.len(), field.start + word.len() + signs.len());
    let help = Text::new("yaml-write").with("right", format!("`{}`", field_with(line, &change)));
    let message = Text::new("yaml-no-colon").with("name", word);
    let sure = if known && is_form(own) { Sure::Certain } else { Sure::Asked };
    Some(Slip { sure, ..Slip::new(vec![change], span, message, help) })
}

/// Whether a word is the name of a field, in whatever letters.
pub fn is_known(word: &str, names: Names<'_>) -> bool {
    let lower = word.to_lowercase();
    names.has(&lower) || USUAL.contains(&lower.as_str()) || frame_key(word).is_some_and(|key| key == lower)
}

/// A name with its colon, and a space before what comes behind it.
fn pair_start(name: &str, value: &str) -> String {
    if value.is_empty() { format!("{name}:") } else { format!("{name}: ") }
}

/// A word as the frame of a plan spells it, where it is one of those.
fn own_name(word: &str) -> String {
    let lower = word.to_lowercase();
    frame_key(word).filter(|key| *key == lower).map_or_else(|| word.to_owned(), str::to_owned)
}

/// `naam:De Linde`
fn unspaced(line: Line<'_>) -> Option<Slip> {
    let (_, value) = line.pair()?;
    let first = value.text.chars().next()?;
    if first.is_whitespace() || value.text.starts_with("//") {
        return None;
    }
    let span = Span::new(value.start, value.start + first.len_utf8());
    Some(Slip::field(line, value.start..value.start, " ", span, Text::new("yaml-no-space")))
}

/// A name alone, with something below it that belongs to it.
pub fn no_colon(before: Line<'_>, here: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let field = before.field();
    let whole = without_comment(field.text);
    // A full stop in its place.
    let known = whole.strip_suffix(['.', ',', ';']).map(str::trim_end).filter(|word| is_known(word, names));
    let word = known.unwrap_or(whole);
    // `keuze` with the data of the choice below it.
    let is_kind = word == "keuze" && here.pair().is_some();
    let level = here.indent() == before.indent() && !here.is_item() && !is_kind;
    if !is_name(word) || here.indent() < before.indent() || level {
        return None;
    }
    let name = own_name(word);
    let at = field.start..field.start + whole.len();
    let span = Span::new(at.start, at.start + word.len());
    let message = Text::new("yaml-no-colon").with("name", word);
    Some(Slip::field(before, at, &format!("{name}:"), span, message))
}

/// Words that stand for a field in every plan.
pub const USUAL: [&str; 12] = [
    "naam",
    "agb",
    "adres",
    "plaats",
    "datum",
    "praktijkhouders",
    "interventies",
    "keuze",
    "ondertekening",
    "doel",
    "aanpak",
    "startdatum",
];

/// `agb 01056789`
pub fn no_colon_within(line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let field = line.field();
    let (word, value) = field.text.split_once(' ')?;
    let value = without_comment(value);
    // Another sign in place of the colon is another slip.
    let other_sign = value.starts_with(is_colon_like) || value.starts_with("->");
    if !is_name(word) || line.has_colon() || value.is_empty() || other_sign {
        return None;
    }
    let lower = word.to_lowercase();
    let is_usual = USUAL.contains(&lower.as_str()) || frame_key(word).is_some_and(|key| key == lower);
    // A text may go on with a word that is the name of a field.
    let is_list = value.starts_with('[') && value.ends_with(']');
    let is_field = names.has(word) && (!value.contains(' ') || is_list);
    if !is_usual && !is_form(value) && !is_field || is_mark(without_comment(field.text)) {
        return None;
    }
    let name = if is_usual { lower } else { word.to_owned() };
    Some(colon_behind(line, word, &name))
}

/// `taak Vragen van de assistente`, right below a field: the name of a field rather than the rest of the text above it. It is read
/// so where that field has its place, and does not stand yet.
pub fn no_colon_beside(place: &Place<'_>, index: usize) -> Option<Slip> {
    let line = *place.lines.get(index).filter(|_| index > 0)?;
    let (word, rest) = line.field().text.split_once(' ')?;
    let above = place.lines.iter().take(index).rfind(|other| other.indent() <= line.indent())?;
    let right_above = place.lines.get(index - 1).is_some_and(|above| above.column() == line.column());
    let beside = above.pair().is_some() && (right_above || above.opens());
    let is_field = is_name(word) && place.names.has(word) && !without_comment(rest).starts_with(is_colon_like);
    if !beside || line.has_colon() || line.is_item() && !right_above || !is_field {
        return None;
    }
    let mut tried: Vec<Line<'_>> = place.lines.to_vec();
    let right = format!("{}{word}: {rest}", " ".repeat(line.column()));
    let field = Line { start: line.start, text: &right };
    *tried.get_mut(index)? = field;
    let known = mend_shape::fits(&tried, index, field, place.names) == Some(true);
    let here = known && mend_shape::beside(&tried, index).into_iter().filter(|found| *found == word).count() == 1;
    // Far from the field above it nothing else tells that it is one.
    if !right_above && !here {
        return None;
    }
    Some(Slip { sure: if here { Sure::Asked } else { Sure::Likely }, ..colon_behind(line, word, word) })
}

/// `- actie Beter bellen`, with `opgevolgd: ja` right below it and in line with it: a part begins with a field when others stand
/// beside it. It is read so where that field has its place, and does not stand yet.
pub fn no_colon_first(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let index = place.lines.iter().position(|other| other.start == line.start)?;
    let next = place.lines.get(index + 1).filter(|next| next.pair().is_some() && !next.is_item())?;
    let above = index.checked_sub(1).and_then(|above| place.lines.get(above));
    let begins = line.is_item() || above.is_some_and(|above| above.opens() && above.column() < line.column());
    let (word, rest) = line.field().text.split_once(' ')?;
    let is_field = is_name(word) && place.names.has(word) && !without_comment(rest).starts_with(is_colon_like);
    if !begins || !is_field || line.has_colon() || next.column() != line.column() {
        return None;
    }
    let right = format!("{word}: {rest}");
    let field = Line { start: line.start, text: &right };
    let known = mend_shape::fits(place.lines, index + 1, field, place.names) == Some(true);
    let free = known && !mend_shape::beside(place.lines, index + 1).contains(&word);
    // What else could stand before the fields of a member of a list?
    let slip = || {
        let slip = colon_behind(line, word, word);
        let help = Text::new("yaml-write").with("right", format!("`{word}: {}`", without_comment(rest.trim_start())));
        if line.is_item() { Slip { sure: Sure::Certain, help, ..slip } } else { slip }
    };
    free.then(slip)
}

fn colon_behind(line: Line<'_>, word: &str, name: &str) -> Slip {
    let field = line.field();
    let span = Span::new(field.start, field.start + word.len());
    let message = Text::new("yaml-no-colon").with("name", word);
    let gap = field.text.get(word.len()..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let at = field.start..field.start + word.len() + gap;
    let slip = Slip::field(line, at, &format!("{name}: "), span, message);
    // A note can begin with the name of a field.
    let value = without_comment(field.text.get(word.len()..).unwrap_or(""));
    let is_list = value.starts_with('[') && value.ends_with(']');
    if is_form(value) || is_list || !value.contains(' ') {
        return slip;
    }
    let help = Text::new("yaml-or-remark").with("help", slip.help.clone());
    Slip { sure: Sure::Asked, help, ..slip }
}

/// Whether a value has a form that no sentence has.
pub fn is_form(value: &str) -> bool {
    if value.is_empty() {
        return false;
    }
    kinds::is_kind(value)
        || scalars::date(value).is_ok()
        || scalars::quarter(value).is_ok()
        || scalars::yes_no(value).is_ok()
        || value.bytes().all(|byte| byte.is_ascii_digit())
}

/// A line in which nothing parts a name from its value.
fn not_parted(line: Line<'_>, names: Names<'_>) -> Option<Slip> {
    let strong = other_sign(line).or_else(|| unspaced(line)).or_else(|| no_colon_within(line, names));
    strong.or_else(|| weak_sign(line, names)).or_else(|| row(line, names))
}

/// All lines below a name have that slip: then they read as one text.
pub fn unparted_below(lines: &[Line<'_>], names: Names<'_>) -> Option<Slip> {
    lines.iter().enumerate().filter(|(_, head)| head.opens()).find_map(|(at, head)| {
        let below = lines.iter().skip(at + 1).take_while(|line| line.indent() > head.indent());
        let slip = |line: &Line<'_>| not_parted(*line, names).filter(|_| !line.has_colon() && !line.is_item());
        Slip::joined(below.map(slip).collect::<Option<Vec<_>>>()?)
    })
}

/// A line in which nothing parts a name from its value, with the lines above it that have such a slip: then they read as one text.
pub fn unparted(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let slip = |line: Line<'_>| not_parted(line, place.names);
    let beside = |other: &Line<'_>| slip(*other).filter(|_| other.indent() == line.indent());
    let above = place.lines.iter().rev().skip_while(|other| other.start >= line.start).map_while(beside);
    let below = place.lines.iter().skip_while(|other| other.start <= line.start).map_while(beside);
    Slip::joined(above.chain(slip(line)).chain(below).collect()).filter(|_| slip(line).is_some())
}

/// The nearest line above that stands less far to the right.
fn parent<'t>(line: Line<'_>, place: &Place<'t>) -> Option<Line<'t>> {
    place.lines.iter().rev().find(|other| other.start < line.start && other.indent() < line.indent()).copied()
}

/// Whether a line stands where the choices of a year do.
fn below_choices(line: Line<'_>, place: &Place<'_>) -> bool {
    parent(line, place).is_some_and(|parent| parent.opens() && is_called(parent, "interventies"))
}

pub fn is_called(line: Line<'_>, name: &str) -> bool {
    line.pair().is_some_and(|(found, _)| names::bare(found) == name)
}

fn below<'t>(line: Line<'_>, place: &Place<'t>) -> Option<Line<'t>> {
    place.lines.iter().find(|other| other.start > line.start).copied()
}

/// `jaar 2` below `jaren`, with its data below it.
pub fn year_alone(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let own = line.own();
    let text = without_comment(own.text);
    let (head, value) = text.split_once(':').unwrap_or((text, ""));
    let opens = below(line, place).is_some_and(|next| next.indent() > line.indent());
    // `jaar: 1:`: the name of every year before its number.
    let number = value.trim().trim_end_matches(':');
    if let Some(year) = forms::year(number).filter(|_| opens && head.trim_end().eq_ignore_ascii_case("jaar")) {
        is_called(parent(line, place)?, "jaren").then_some(())?;
        let message = Text::new("yaml-year-named").with("year", year);
        return Some(Slip::field(line, own.start..own.start + text.len(), &format!("{year}:"), own.span(), message));
    }
    let alone = head.ends_with(['.', ')']) && head.trim_end().len() == 2;
    let year = forms::year(head).filter(|_| alone || head.to_lowercase().contains("jaar"))?;
    let value = value.trim();
    if !opens || text.ends_with(':') || !is_called(parent(line, place)?, "jaren") {
        return None;
    }
    let span = Span::new(own.start, own.start + head.trim_end().len());
    let at = own.start..own.start + text.len();
    if value.is_empty() {
        let message = Text::new("yaml-no-colon").with("name", head.trim_end());
        return Some(Slip::field(line, at, &format!("{year}:"), span, message));
    }
    let message = Text::new("yaml-year-value").with("year", head.trim_end()).with("value", scalars::shorten(value));
    let slip = Slip::field(line, at, &format!("{year}:  # {value}"), span, message);
    Some(Slip { sure: Sure::Asked, ..slip })
}

/// `positieve gezondheid nieuw` below `interventies`: the name of an intervention of several words, and its kind.
pub fn kind_behind(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let field = line.field();
    let text = without_comment(field.text);
    let (name, kind) = text.rsplit_once(' ')?;
    let name = name.trim_end();
    let is_choice = !line.is_item() && !line.has_colon() && kinds::read(kind).is_ok() && name.contains(' ');
    if !is_choice || !below_choices(line, place) {
        return None;
    }
    let id = match place.names.0 {
        Some(model) => {
            let found = names::of_intervention(name, model).map(|id| model.intervention(id))?;
            let called: Vec<&str> =
                [&found.id, &found.label].into_iter().chain(&found.also_known).map(String::as_str).collect();
            let alone = names::besides(name, &called).is_none() && !names::says_more(name, found);
            (alone && names::is_name_of(name, found)).then_some(found.id.as_str())?
        }
        None => name,
    };
    let span = Span::new(field.start, field.start + name.len());
    let message = Text::new("yaml-no-colon").with("name", name);
    Some(Slip::field(line, field.start..field.start + text.len(), &format!("{id}: {kind}"), span, message))
}

/// A line below `interventies` that is no field, above those that are.
pub fn no_field(line: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let beside = below(line, place).filter(|next| next.indent() == line.indent() && next.pair().is_some());
    if beside.is_none() || !below_choices(line, place) || line.has_colon() || line.is_item() {
        return None;
    }
    let own = line.own();
    let change = Change::new(own.range(), format!("\"{UNREAD}{}\":", line.start));
    let help = Text::new("yaml-colon-help");
    let slip = Slip::new(vec![change], own.span(), Text::new("yaml-colon"), help);
    Some(Slip { sure: Sure::Lost, ..slip })
}

/// `nieuw` alone below an intervention, above its data.
pub fn kind_alone(above: Line<'_>, line: Line<'_>, next: Line<'_>) -> Option<Slip> {
    let field = line.field();
    let word = without_comment(field.text);
    let beside = next.indent() == line.indent() && next.pair().is_some_and(|(name, _)| name != "keuze");
    if line.is_item() || !beside || !above.opens() || above.column() >= line.indent() {
        return None;
    }
    let kind = match kinds::read(word) {
        Ok(kind) => kind.word().to_owned(),
        Err(wrong) => wrong.right?,
    };
    let at = field.start..field.start + word.len();
    let span = Span::new(at.start, at.end);
    let message = Text::new("yaml-kind-alone").with("kind", word);
    Some(Slip::field(line, at, &format!("keuze: {kind}"), span, message))
}

/// `trieren: loopt`, with the data of the choice below it: what stands behind the name is a remark, or in the place of the kind.
pub fn value_above(before: Line<'_>, here: Line<'_>, place: &Place<'_>) -> Option<Slip> {
    let ((name, behind), value) = (before.pair()?, before.value()?);
    let (own, _) = here.pair()?;
    let is_choice = below_choices(before, place) && name != "keuze" && !before.is_item();
    if !is_choice || here.column() <= before.column() || is_marked(value.text) || kinds::is_kind(value.text) {
        return None;
    }
    let lone = own == "keuze" || run_has_kind(here, place);
    let change = if lone {
        let rest = before.text.get(value.end() - before.start..).unwrap_or("").trim();
        let remark = rest.trim_start_matches('#').trim_start();
        let between = if remark.is_empty() { "" } else { "; " };
        let end = before.end();
        Change::new(behind.start..end, format!("  # {}{between}{remark}", value.text))
    } else {
        Change::new(behind.start..behind.start, format!("\n{}keuze:", " ".repeat(here.column())))
    };
    let message = Text::new("yaml-value-above").with("name", name).with("value", scalars::shorten(value.text));
    let help = Text::new(if lone { "yaml-value-above-help" } else { "yaml-choice-long-help" }).with("name", name);
    let help = help.with("kind", scalars::shorten(value.text)).with("own", own);
    Some(Slip { sure: Sure::Asked, ..Slip::new(vec![change], value.span(), message, help) })
}

/// Whether the kind of a choice stands among the lines beside one, from there on.
fn run_has_kind(here: Line<'_>, place: &Place<'_>) -> bool {
    let run = place.lines.iter().skip_while(|line| line.start < here.start);
    let mut run = run.take_while(|line| line.indent() >= here.indent());
    run.any(|line| line.indent() == here.indent() && line.pair().is_some_and(|(name, _)| name == "keuze"))
}

/// The kind of a choice behind its name, and once more below it.
pub fn kind_twice(before: Line<'_>, here: Line<'_>) -> Option<Slip> {
    let ((name, behind), value) = (before.pair()?, before.value()?);
    let (own, again) = (here.pair()?.0, here.value()?);
    let (first, second) = (kinds::read(value.text).ok()?, kinds::read(again.text).ok()?);
    if own != "keuze" || name == "keuze" || here.column() <= before.column() {
        return None;
    }
    let message = Text::new("yaml-kind-twice").with("name", name);
    let slip = Slip::field(before, behind.start..value.end(), "", value.span(), message);
    Some(if first == second { slip } else { Slip { sure: Sure::Asked, ..slip } })
}
