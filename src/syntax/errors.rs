//! A clause that could not be read -> what is wrong with it, with the likely repair.

use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Arg, Text};
use crate::source::Span;
use crate::value::{name_distance, name_key};

use super::expected::{described, expected};
use super::joined::{EXCEPT, Joined, NAME};
use super::lines::Line;
use super::numbers::number_in_words;
use super::pest_parser::{Failure, Rule, behind, is_reserved, keywords, reads};
use super::problem::{At, Hint, Slip, Wrong};
use super::repair::{self, Repair, Trial};
use super::unread;
use super::{Asked, Kind};

/// Whether what a clause names is there, and fits, when it stands in the place of this line.
pub type Means<'m> = &'m dyn Fn(&str, Asked) -> bool;

/// Names the place where reading stopped, what stands there, and what would have fitted. Where `holds` tells what a clause says
/// there, it is also tried with small changes, to propose one.
pub fn explain(file: &str, line: &Line, failure: &Failure, kind: Kind, holds: Option<Means<'_>>) -> Slip {
    let at = word_start(file, skip_blank(file, failure.at.clamp(line.start, line.end), line.end), line.start);
    let found = word_at(file, at, line.end);
    let span = if found.is_empty() {
        Span::new(line.end.saturating_sub(1).max(line.start), line.end)
    } else {
        Span::new(at, at + found.len())
    };
    let amount = at
        + if found == "€" {
            found.len() + file.get(at + found.len()..line.end).map_or(0, |rest| rest.len() - rest.trim_start().len())
        } else {
            0
        };
    if let Some(slip) = dotted(file, amount, line).filter(|_| kind == Kind::Regioplan) {
        return slip;
    }
    let clause = line.text(file);
    let block = block_around(file, line.start);
    if let Some(second) = reserved_name(file, line, at) {
        return Slip { span: second, wrong: Wrong::Reserved(second.of(file).to_owned()) };
    }
    let emphasised = !found.is_ascii() && is_reserved(found);
    if names_with(file, line, at, found) {
        return Slip { span, wrong: Wrong::Reserved(found.to_owned()) };
    }
    // A number in words and a small word that joins are no slips in another word.
    let is_itself =
        number_in_words(found).is_some() || matches!(found, "en" | "of" | "met" | "van" | "uit" | "de" | "het");
    let near = nearest(found, failure.words.iter().map(String::as_str)).filter(|_| !emphasised && !is_itself);
    let near_trial = Trial { kind, means: holds.unwrap_or(&|_, _| true), asked: Asked::Sound, block };
    // A word that does not fit either is only meant when it is nearly the same.
    let same = near.filter(|near| {
        found.chars().count() > 3 && name_distance(&found.to_lowercase(), near) * 5 <= found.chars().count()
    });
    let (near_reads, near_fits) =
        near.map_or((false, false), |near| repair::fits_with(&clause, at - line.start, found, near, &near_trial));
    let near = if near_reads { near } else { same };
    let of_head = clause.starts_with("jaren ");
    let search = holds.filter(|_| !near_fits && (of_head || !is_calendar_year(file, at, found)));
    let repair = search.and_then(|holds| {
        let trial = Trial { kind, means: holds, asked: Asked::Sound, block };
        repair::find(&clause, at - line.start, &failure.words, &trial, file)
    });
    let repair = repair.and_then(|found| with_known_records(found, file));
    let repair = repair.filter(|found| makes_no_name_up(found, &clause, file));
    let meant = |word: &str| Hint::Meant(word.to_owned());
    let word = found.to_owned();
    let wrong = match repair {
        Some(Repair::Joined(joined)) => unexpected(found, of_joined(all_of_them(joined, block))),
        Some(Repair::Word(start, found, word)) => {
            let span = Span::new(line.start + start, line.start + start + found.len());
            let hint = meant(word);
            let wrong = if start == 0 { Wrong::Start(kind, found, hint) } else { Wrong::Unexpected(found, hint) };
            return Slip { span, wrong };
        }
        _ if matches!(found, "{" | "}" | ";") => Wrong::Brace(word),
        Some(Repair::Clause(clauses)) if at == line.start => Wrong::Start(kind, word, Hint::Clauses(clauses)),
        Some(Repair::FirstWord(words)) => Wrong::Start(kind, word, first_word(words, unread::inset(file, span) == 0)),
        None if at == line.start && !EXCEPT.contains(&found) => {
            let hint = of_whole(&clause_words(file, line), found);
            Wrong::Start(kind, word, hint.or(near.map(meant)).unwrap_or(Hint::AnyStart))
        }
        repair => {
            if let Some(comma) = open_comma(file, at, line.start) {
                return Slip { span: Span::new(comma, comma + 1), wrong: Wrong::OpenComma(word) };
            }
            let hint = match repair {
                Some(Repair::Clause(clauses)) => Some(Hint::Clauses(clauses)),
                Some(Repair::Word(..) | Repair::FirstWord(_) | Repair::Joined(_)) | None => near.map(meant),
            };
            match hint {
                Some(hint) => unexpected(found, hint),
                None => return without_proposal(span, file, line, failure, at, kind),
            }
        }
    };
    Slip { span, wrong }
}

/// What a clause that can be read may be in other words.
pub fn other_words(file: &str, place: Span, holds: Means<'_>) -> Option<Text> {
    let clause = place.of(file).replace('\n', " ");
    let block = block_around(file, place.start as usize);
    let trial = Trial { kind: Kind::Regioplan, means: holds, asked: Asked::Sound, block };
    let hint = match repair::of_readable(&clause, &trial, file)? {
        Repair::Clause(clauses) => Hint::Clauses(clauses),
        Repair::Joined(joined) => of_joined(all_of_them(joined, block)),
        Repair::Word(..) | Repair::FirstWord(_) => return None,
    };
    Some(hint.text())
}

/// A repair without the ways that name records which the file does not have: a name is never made up.
fn with_known_records(found: Repair, file: &str) -> Option<Repair> {
    let Repair::Clause(mut clauses) = found else { return Some(found) };
    let has = |name: &str| {
        let mut heads = file.lines().filter_map(|line| line.trim_start().strip_prefix("gegevens "));
        heads.any(|rest| rest.split_whitespace().next() == Some(name))
    };
    clauses.retain(|clause| {
        let words: Vec<&str> = clause.split([' ', ',']).collect();
        let mut pairs = words.iter().zip(words.iter().skip(1)).skip(1);
        pairs.all(|(word, name)| *word != "gegevens" || has(name))
    });
    (!clauses.is_empty()).then_some(Repair::Clause(clauses))
}

/// Whether two words that are proposed as one name are a name of the file, or one that is new here.
fn makes_no_name_up(found: &Repair, clause: &str, file: &str) -> bool {
    let Repair::Clause(clauses) = found else { return true };
    let is_apart = |c: char| !is_of_word(c);
    let stands = |text: &str, name: &str| text.split(is_apart).any(|word| word == name);
    let declared = clause.split_whitespace().next().is_some_and(declares);
    clauses.iter().all(|said| {
        let mut words = said.split_whitespace().enumerate();
        words.all(|(at, word)| {
            let name = word.trim_matches(is_apart);
            let of_language = keywords().contains(&name);
            let made = name.contains('-') && !of_language && !word.starts_with('"') && !stands(clause, name);
            !made || declared && at == 1 || stands(file, name)
        })
    })
}

/// What stands where reading stopped does not fit; or nothing stands there.
fn unexpected(found: &str, hint: Hint) -> Wrong {
    if found.is_empty() { Wrong::EndsEarly(Some(hint)) } else { Wrong::Unexpected(found.to_owned(), hint) }
}

fn of_joined(joined: Joined) -> Hint {
    match joined {
        Joined::Lines(lines) => Hint::Lines(lines),
        Joined::Shared { one_enough, lines, used } => Hint::Shared { one_enough, lines, used },
        Joined::Said(said) => Hint::Clauses(vec![said]),
    }
}

/// So many words are named that fit.
const MOST_WORDS: usize = 14;

/// What is known of a clause for which no repair was found.
fn without_proposal(span: Span, file: &str, line: &Line, failure: &Failure, at: usize, kind: Kind) -> Slip {
    if let Some((span, word)) = misspelt_before(file, at, line.start) {
        let wrong = Wrong::Unexpected(span.of(file).to_owned(), Hint::Meant(word.to_owned()));
        return Slip { span, wrong };
    }
    let found = word_at(file, at, line.end);
    if is_calendar_year(file, at, found) {
        return Slip { span, wrong: Wrong::CalendarYear(found.to_owned()) };
    }
    let first = word_at(file, line.start, line.end);
    let names = declares(first) && is_second(file, at, line.start);
    // Where a comma fits, a name stands already.
    let behind_name = failure.words.iter().any(|word| word == ",");
    let wants_name = !behind_name && failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-name"));
    let said = file.get(line.start..at).unwrap_or("").trim();
    let untitled = failure.rules.contains(&Rule::string) && !matches!(first, "gegevens" | "veld");
    let no_colon = || !file.get(line.start..line.end).is_some_and(|clause| clause.contains(':'));
    let misshapen = || found.chars().any(|c| c.is_uppercase() || c == '_' || !name_key(&c.to_string()).is_ascii());
    if let Some(hint) = of_whole(&clause_words(file, line), found) {
        let wrong = if at == line.start { Wrong::Start(kind, found.to_owned(), hint) } else { unexpected(found, hint) };
        return Slip { span, wrong };
    }
    let hint = if untitled && declares(first) && said.contains(' ') {
        let name = said.split_whitespace().nth(1).unwrap_or("").to_owned();
        Hint::Title { sort: first.to_owned(), name }
    } else if first == "veld" && no_colon() {
        Hint::Field
    } else if is_total(said) {
        Hint::Total
    } else if (wants_name || names) && found.starts_with(|c: char| c.is_ascii_digit()) {
        Hint::NameNumber
    } else if wants_name && !found.starts_with('"') && misshapen() {
        Hint::NameShape
    } else if (wants_name || names) && is_reserved(found) {
        return Slip { span, wrong: Wrong::Reserved(found.to_owned()) };
    } else {
        let expected = expected(failure);
        let whole = || reads(&file.get(line.start..at).unwrap_or("").trim_end().replace('\n', " "), kind);
        match expected.is_empty() {
            // Months are left out of what fits, as they stand for a day; here nothing else does.
            true if !whole() => {
                let begin = file.get(line.start..at).unwrap_or("").replace('\n', " ");
                let behind = || behind(&begin, kind).map(|failure| failure.words).unwrap_or_default();
                let words = if failure.words.is_empty() { behind() } else { failure.words.clone() };
                if words.is_empty() {
                    Hint::OnlyEnd(found.to_owned())
                } else {
                    let shown = words.iter().take(MOST_WORDS);
                    Hint::Expected(shown.map(|word| Arg::Str(format!("`{word}`"))).collect())
                }
            }
            true => Hint::OnlyEnd(found.to_owned()),
            false => Hint::Expected(expected),
        }
    };
    Slip { span, wrong: unexpected(found, hint) }
}

fn clause_words<'f>(file: &'f str, line: &Line) -> Vec<&'f str> {
    file.get(line.start..line.end).unwrap_or("").split_whitespace().collect()
}

/// What the language does not say at all, by the words of the whole clause.
fn of_whole(words: &[&str], found: &str) -> Option<Hint> {
    let has = |all: &[&str]| words.iter().any(|word| all.contains(word));
    let part = words.windows(2).any(|pair| matches!(pair, ["%" | "helft", "van"]))
        || words.windows(2).any(|pair| matches!(pair, [percent, "van"] if percent.ends_with('%')));
    let offers = matches!(words, ["aangeboden", ..] | ["niet", "aangeboden", ..]);
    let length = ["woorden", "tekens", "letters", "regels", "zinnen", "pagina's", "begint", "eindigt", "lijkt"];
    if words.first().is_some_and(|word| matches!(*word, "eis" | "als")) && has(&length) {
        Some(Hint::ForPerson)
    } else if matches!(found, "Q1" | "Q2" | "Q3" | "Q4") {
        Some(Hint::QuarterYear(found.trim_start_matches('Q').to_owned()))
    } else if has(&["die"]) && words.windows(4).any(|four| matches!(four, ["in", "jaar", _, "of" | "en" | "tot"])) {
        Some(Hint::EarlierYears)
    } else if words.windows(2).any(|pair| matches!(pair, ["per" | "elk" | "ieder", "kwartaal" | "maand" | "week"])) {
        Some(Hint::PerQuarter)
    } else if found == "verplicht" && words.first() == Some(&"verplicht") {
        Some(Hint::OfferMust)
    } else if matches!(words, ["alleen", "voor", ..]) {
        Some(Hint::OfferIf)
    } else if EXCEPT.contains(&found) {
        Some(except(words, found))
    } else if part && has(&["plus", "min"]) {
        Some(Hint::PartInSum)
    } else if offers && found == "als" {
        Some(Hint::OfferIf)
    } else {
        None
    }
}

/// How to leave something out, by what it is left out of.
fn except(words: &[&str], found: &str) -> Hint {
    let mut said = words.iter().copied();
    let before: Vec<&str> = said.by_ref().take_while(|word| *word != found).collect();
    let is_condition = found == "tenzij" || matches!(said.next(), Some("als" | "indien" | "wanneer" | "bij"));
    match before.as_slice() {
        ["aangeboden", ..] | ["niet", "aangeboden", ..] => Hint::ExceptOffered,
        ["niet" | "voldaan:" | "ontbreekt:", ..] => Hint::ExceptFollows,
        all if !is_condition && all.contains(&"uit") && (all.contains(&"gekozen") || all.contains(&"kies")) => {
            Hint::ExceptChosen
        }
        ["bestaat" | "voor", ..] if !is_condition => Hint::ExceptMembers,
        all if !is_condition && (all.contains(&"aantal") || all.contains(&"de")) => Hint::ExceptMembers,
        _ => Hint::Except,
    }
}

/// The lines of the block in which a place lies, with those of its own.
fn block_around(file: &str, at: usize) -> &str {
    let begins = |line: &str| line.split_whitespace().next().is_some_and(|word| unread::block_place(word).is_some());
    let mut start = 0;
    let mut offset = 0;
    for line in file.split_inclusive('\n') {
        let next = offset + line.len();
        if begins(line) && !line.starts_with([' ', '\t']) {
            if offset > at {
                return file.get(start..offset).unwrap_or("");
            }
            start = offset;
        }
        offset = next;
    }
    file.get(start..).unwrap_or("")
}

/// Several lines where one of them is enough, of which all are asked: they are a condition of their own.
fn all_of_them(joined: Joined, block: &str) -> Joined {
    let one_enough =
        block.trim_start().starts_with("voorwaarde") && block.lines().any(|line| line.trim() == ONE_ENOUGH);
    match joined {
        Joined::Lines(lines) if one_enough && lines.len() > 1 => {
            Joined::Shared { one_enough: false, lines, used: format!("als voorwaarde {NAME}") }
        }
        other => other,
    }
}

const ONE_ENOUGH: &str = "een ervan is genoeg";

/// Whether a sum is said of which the rest does not follow: `som van de posten`, `som van posten is …`.
fn is_total(said: &str) -> bool {
    let mut words = said.split_whitespace().rev();
    match words.next() {
        Some("som") => true,
        Some("van") => words.next() == Some("som"),
        Some(_) => words.next() == Some("van") && words.next() == Some("som"),
        None => false,
    }
}

/// A word of the language where a field has its name, when reading stopped behind it: `veld ingevuld: getal`.
fn reserved_name(file: &str, line: &Line, at: usize) -> Option<Span> {
    let mut said = file.get(line.start..at)?.split_whitespace();
    let (first, second) = (said.next()?, said.next()?);
    let name = second.trim_end_matches(':');
    let start = line.start + file.get(line.start..at)?.find(second)?;
    let colon = second.ends_with(':') || file.get(at..).is_some_and(|rest| rest.starts_with(':'));
    let ends = said.next().is_none() && colon && first == "veld" && is_reserved(name);
    ends.then(|| Span::new(start, start + name.len()))
}

/// Whether a new name stands after a word.
fn declares(first: &str) -> bool {
    first == "veld" || unread::THINGS.contains(&first)
}

/// A number with a point in it, around the place where reading stopped: thousands, or decimals.
fn dotted(file: &str, at: usize, line: &Line) -> Option<Slip> {
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let before = file.get(line.start..at)?;
    let start = line.start + before.trim_end_matches(of_number).len();
    let rest = file.get(start..line.end)?;
    let number = rest.get(..rest.find(|c| !of_number(c)).unwrap_or(rest.len()))?.trim_end_matches(['.', ',']);
    let (whole, cents) = number.split_once(',').map_or((number, None), |(whole, cents)| (whole, Some(cents)));
    let mut parts = whole.split('.');
    let first = parts.next()?;
    let parts: Vec<&str> = parts.collect();
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(first) || parts.is_empty() || !parts.iter().all(|part| digits(part)) || !cents.is_none_or(digits) {
        return None;
    }
    let thousands = first.len() < 4 && parts.iter().all(|part| part.len() == 3);
    let joined = || format!("{first}{}{}", parts.concat(), cents.map_or_else(String::new, |cents| format!(",{cents}")));
    // Cents are two, so of euros three digits are thousands.
    let behind = file.get(start + number.len()..line.end).unwrap_or("").trim_start_matches([',', '-', ' ']);
    let euros =
        behind.starts_with("euro") || before.trim_end_matches(|c: char| of_number(c) || c == ' ').ends_with('€');
    let decimals =
        (parts.len() == 1 && cents.is_none() && !(euros && thousands)).then(|| format!("{first},{}", parts.concat()));
    let meant: Vec<String> = thousands.then(joined).into_iter().chain(decimals).collect();
    let span = Span::new(start, start + number.len());
    (!meant.is_empty()).then(|| Slip { span, wrong: Wrong::Dotted(number.to_owned(), meant) })
}

/// Whether a word of the language stands where `minimale eis` and `einddoel` may have a name: in front of the title.
fn names_with(file: &str, line: &Line, at: usize, found: &str) -> bool {
    let said: Vec<&str> = file.get(line.start..at).unwrap_or("").split_whitespace().collect();
    let may_have = matches!(said.as_slice(), ["minimale", "eis"] | ["einddoel"]);
    let titled = || file.get(at + found.len()..line.end).is_some_and(|rest| rest.trim_start().starts_with('"'));
    may_have && is_reserved(found) && titled()
}

/// Whether a place is that of the second word of a clause.
fn is_second(file: &str, at: usize, start: usize) -> bool {
    file.get(start..at).is_some_and(|before| before.split_whitespace().count() == 1)
}

/// The words that may be missing in front; `head` tells whether the clause stands where the head of a block would.
fn first_word(words: Vec<String>, head: bool) -> Hint {
    let place = |word: &String| unread::block_place(word);
    let mut fit: Vec<String> = words.iter().filter(|word| place(word).is_some() == head).cloned().collect();
    fit.sort_by_key(place);
    fit.truncate(5);
    Hint::FirstWord(if fit.is_empty() { words } else { fit }, if head { At::Head } else { At::Elsewhere })
}

/// A comma at the end of a line above: the line where reading stopped was meant to stand on its own.
fn open_comma(file: &str, at: usize, least: usize) -> Option<usize> {
    let before = file.get(least..at)?;
    let kept = before.trim_end();
    let broken = before.get(kept.len()..).is_some_and(|blank| blank.contains('\n'));
    (broken && kept.ends_with(',')).then(|| least + kept.len() - 1)
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || is_combining_mark(sign) || sign == '-'
}

/// Reading may stop inside a word; the whole word is meant.
fn word_start(file: &str, at: usize, least: usize) -> usize {
    let before = file.get(least..at).unwrap_or("");
    let tail = before.trim_end_matches(is_of_word);
    let inside = file.get(at..).is_some_and(|rest| rest.starts_with(is_of_word));
    if inside { least + tail.len() } else { at }
}

/// A slip in `kernelement` and the like is read as a name; the word after it is then the surprise.
fn misspelt_before(file: &str, at: usize, least: usize) -> Option<(Span, &'static str)> {
    const SORTS: [&str; 4] = ["kernelement", "keuzelijst", "thema", "interventie"];
    let before = file.get(least..at)?.trim_end();
    let word = before.rsplit(|c: char| !c.is_ascii_lowercase()).next()?;
    let start = least + before.len() - word.len();
    let sort = nearest(word, SORTS).filter(|sort| *sort != word)?;
    Some((Span::new(start, start + word.len()), SORTS.into_iter().find(|known| *known == sort)?))
}

/// `jaar 2025`: a calendar year where a programme year belongs.
fn is_calendar_year(file: &str, at: usize, found: &str) -> bool {
    let previous = file.get(..at).unwrap_or("").split_whitespace().next_back().unwrap_or("");
    let is_year = found.len() == 4 && found.starts_with('2') && found.bytes().all(|b| b.is_ascii_digit());
    is_year && matches!(previous, "jaar" | "jaren")
}

/// The nearest known word, when it is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.is_empty() {
        return None;
    }
    let limit = (word.chars().count() / 3).clamp(1, 3);
    known
        .into_iter()
        .map(|candidate| (name_distance(&word.to_lowercase(), candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, candidate)| {
            let other_start = candidate.chars().next() != word.chars().next();
            (*distance, other_start, candidate.len().abs_diff(word.len()))
        })
        .map(|(_, candidate)| candidate)
}

fn skip_blank(file: &str, at: usize, end: usize) -> usize {
    let rest = file.get(at..end).unwrap_or("");
    at + (rest.len() - rest.trim_start().len())
}

/// The word that begins at `at`: up to a blank, or one sign.
fn word_at(file: &str, at: usize, end: usize) -> &str {
    let rest = file.get(at..end).unwrap_or("");
    let is_word = |c: char| is_of_word(c) || matches!(c, '_' | '.');
    let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if length > 0 {
        return rest.get(..length).unwrap_or("");
    }
    match rest.chars().next() {
        Some('"') => {
            rest.get(1..).and_then(|inner| inner.find('"')).and_then(|close| rest.get(..close + 2)).unwrap_or(rest)
        }
        Some(sign) => rest.get(..sign.len_utf8()).unwrap_or(""),
        None => "",
    }
}
