//! A clause with more than one condition in it, or with `niet` in front of one -> how the language says that.
//!
//! Only what can be read is proposed, in the words that stand there.

use super::Kind;
use super::pest_parser::reads;
use super::sayings::{TURNED, begins};
use super::words::line;

/// How to say it.
#[derive(Debug, PartialEq, Eq)]
pub enum Joined {
    /// Each on a line of its own.
    Lines(Vec<String>),
    /// A named condition with these lines, of which one is enough or not; and the line that uses it.
    Shared { one_enough: bool, lines: Vec<String>, used: String },
    /// In other words.
    Said(String),
}

impl Joined {
    /// What must be able to stand in the place of the clause: some lines at once, or one after the other. Of a condition with a name that is
    /// each of its lines, where the name is used.
    pub fn tried(&self) -> Vec<Vec<String>> {
        match self {
            Self::Said(said) => vec![vec![said.clone()]],
            Self::Lines(lines) => vec![lines.clone()],
            Self::Shared { lines, used, .. } => {
                let named = format!("voorwaarde {NAME}");
                let bare = |line: &String| line.strip_prefix("als ").unwrap_or(line).to_owned();
                let put = |line: &String| used.replace(&format!("niet {named}"), &named).replace(&named, &bare(line));
                lines.iter().map(|line| vec![put(line)]).collect()
            }
        }
    }
}

/// The name that is proposed for a condition; who writes it gives it a better one.
pub const NAME: &str = "mijn-voorwaarde";

/// Looks for a condition too many, or for a `niet` in front. The words are those of the clause.
pub fn find(words: &[String], kind: Kind) -> Option<Joined> {
    let said = either(words, kind).or_else(|| filtered(words, kind)).map(Joined::Said);
    let said = said.or_else(|| evidence(words, kind).map(Joined::Lines));
    let said = said.or_else(|| chooses(words, kind).map(Joined::Lines));
    said.or_else(|| excepted(words, kind))
        .or_else(|| difference(words, kind))
        .or_else(|| furthest(words, kind))
        .or_else(|| denied_inside(words, kind).map(Joined::Said))
        .or_else(|| denied(words, kind))
        .or_else(|| bounds(words, kind))
        .or_else(|| joined(words, kind))
}

/// The words in front of the condition: `eis`, or all up to the last `als` before `at`.
pub fn front(words: &[String], at: usize) -> Option<usize> {
    let last_if = words.iter().take(at).rposition(|word| word == "als");
    let is_demand = words.first().is_some_and(|word| word == "eis");
    last_if.or(is_demand.then_some(0)).map(|place| place + 1)
}

fn fits(words: &[String], kind: Kind) -> Option<String> {
    let said = line(words);
    reads(&said, kind).then_some(said)
}

fn put(parts: &[&[String]]) -> Vec<String> {
    parts.concat()
}

/// `a is "x" en "y"`: one value cannot be two others, so one of them is meant.
fn either(words: &[String], kind: Kind) -> Option<String> {
    let is = words.iter().rposition(|word| word == "is")?;
    let (front, rest) = words.split_at(is + 1);
    let value = rest.iter().find(|word| *word != "niet")?;
    let compares = !super::pest_parser::keywords().contains(&value.as_str());
    let one = |word: &String| if word == "en" { "of".to_owned() } else { word.clone() };
    let changed: Vec<String> = rest.iter().map(one).collect();
    (compares && changed != rest).then(|| fits(&put(&[front, &changed]), kind)).flatten()
}

/// `a met b x en y`: the same of what stands behind `met`.
fn filtered(words: &[String], kind: Kind) -> Option<String> {
    let at = words.iter().position(|word| word == "en")?;
    let met = words.iter().take(at).rposition(|word| word == "met")?;
    let between = words.get(met..at)?;
    let plain = between.iter().all(|word| !matches!(word.as_str(), "is" | "uit" | "heeft" | "van"));
    let with = |word: &str| {
        let mut changed = words.to_vec();
        word.clone_into(changed.get_mut(at)?);
        fits(&changed, kind)
    };
    // `met b x en c y`: both are asked.
    plain.then(|| with("of")).flatten().or_else(|| with("met"))
}

/// `bewijs a en b`: each is asked, so each has a line.
fn evidence(words: &[String], kind: Kind) -> Option<Vec<String>> {
    let [first, rest @ ..] = words else { return None };
    // `a of b en c` can be read in two ways.
    let mixed = rest.iter().any(|word| word == "of");
    let known = first == "bewijs" && rest.iter().any(|word| word == "en") && !mixed;
    let parts = rest.split(|word| matches!(word.as_str(), "en" | ","));
    let line = |part: &[String]| fits(&put(&[std::slice::from_ref(first), part]), kind);
    known.then(|| parts.map(line).collect::<Option<Vec<_>>>()).flatten()
}

/// `kies minimaal 1 uit a en minimaal 1 uit b`: each is asked, so each has a line.
fn chooses(words: &[String], kind: Kind) -> Option<Vec<String>> {
    let (first, rest) = words.split_first().filter(|(first, _)| *first == "kies")?;
    let is_amount = |word: &String| matches!(word.as_str(), "minimaal" | "maximaal" | "precies" | "alle" | "geen");
    let pair = |pair: &[String]| matches!(pair, [and, amount] if and == "en" && is_amount(amount));
    let at = rest.windows(2).position(pair)?;
    let line = |part: &[String]| fits(&put(&[std::slice::from_ref(first), part]), kind);
    Some(vec![line(rest.get(..at)?)?, line(rest.get(at + 1..)?)?])
}

/// `a is ingevuld of b is ingevuld`: two conditions, the second perhaps without what both are about.
fn joined(words: &[String], kind: Kind) -> Option<Joined> {
    let places = words.iter().enumerate().filter(|(_, word)| matches!(word.as_str(), "of" | "en")).map(|(at, _)| at);
    places.into_iter().find_map(|at| {
        let start = front(words, at)?;
        let (before, rest) = words.split_at(at);
        let (and, rest) = rest.split_first()?;
        let before = before.strip_suffix(&[",".to_owned()]).unwrap_or(before);
        fits(before, kind)?;
        let begin = before.get(..start)?;
        let about = before.iter().rposition(|word| word == "is").and_then(|is| before.get(..=is));
        // `heeft a x en y`: of the same field.
        let field = before.iter().rposition(|word| word == "heeft").and_then(|has| before.get(..has + 2));
        let about = about.filter(|about| field.is_none_or(|field| field.len() < about.len())).or(field);
        let bare = rest.first().filter(|word| matches!(word.as_str(), "als" | "eis" | "is")).and(rest.get(1..));
        let mut tails = vec![put(&[begin, rest])];
        tails.extend(about.map(|about| put(&[about, rest])));
        tails.extend(bare.map(|bare| put(&[begin, bare])));
        tails.extend(about.zip(bare).map(|(about, bare)| put(&[about, bare])));
        // `is maximaal a of b`: the same limit, of something else.
        tails.extend(about.and_then(|about| {
            let limit = before.get(about.len()..).and_then(limit_words)?;
            Some(put(&[about, limit, rest]))
        }));
        let mut seconds = tails.into_iter().filter_map(|tail| match fits(&tail, kind) {
            Some(_) => Some(vec![tail]),
            None => more(&tail, and, kind),
        });
        let seconds = seconds.next()?;
        let mut all = vec![before.to_vec()];
        all.extend(seconds);
        told(&all, start, and == "of", kind)
    })
}

/// What remains of a clause with more than two conditions, all joined by the same word.
fn more(tail: &[String], and: &str, kind: Kind) -> Option<Vec<Vec<String>>> {
    let at = tail.iter().position(|word| word == and)?;
    let start = front(tail, at)?;
    let (before, rest) = tail.split_at(at);
    fits(before, kind)?;
    let next = put(&[tail.get(..start)?, rest.get(1..)?]);
    let mut all = vec![before.to_vec()];
    match fits(&next, kind) {
        Some(_) => all.push(next),
        None => all.extend(more(&next, and, kind)?),
    }
    Some(all)
}

/// How several conditions are said behind these words. What is asked of a number of members is asked of the same members, so it
/// is one clause; only of all of them, or of none, two clauses say the same.
pub fn told(all: &[Vec<String>], start: usize, one_enough: bool, kind: Kind) -> Option<Joined> {
    match (all.first().and_then(|words| members(words, start)), one_enough) {
        (None, _) | (Some(Members::Each), false) | (Some(Members::One), true) => apart(all, start, one_enough, kind),
        (Some(Members::Nobody), true) => apart(all, start, false, kind),
        (Some(Members::Nobody | Members::One | Members::Number), false) => narrowed(all, kind).map(Joined::Said),
        (Some(Members::Each | Members::Number), true) | (Some(Members::Part), _) => None,
    }
}

/// Of how many members something is asked.
#[derive(Clone, Copy)]
enum Members {
    Each,
    Nobody,
    /// `minimaal 1`
    One,
    Number,
    /// A share: who is left out changes it.
    Part,
}

/// Of how many members a condition asks something, when it does.
fn members(words: &[String], start: usize) -> Option<Members> {
    let said = words.get(start..)?;
    let of = said.windows(2).position(|pair| pair == ["van", "de"])?;
    said.iter().skip(of).any(|word| matches!(word.as_str(), "heeft" | "is")).then_some(())?;
    let amount: Vec<&str> = said.get(..of)?.iter().map(String::as_str).collect();
    match amount.as_slice() {
        ["elk" | "alle"] => Some(Members::Each),
        ["geen"] => Some(Members::Nobody),
        ["minimaal", "1"] => Some(Members::One),
        ["minimaal" | "maximaal" | "precies", number] if is_number(number) => Some(Members::Number),
        ["minimaal" | "maximaal" | "precies", ..] => Some(Members::Part),
        // `som van uren van de mensen` asks nothing of members.
        _ => None,
    }
}

/// `minimaal 1 van de a heeft b x`, and `… heeft c y` -> `minimaal 1 van de a met b x heeft c y`
fn narrowed(all: &[Vec<String>], kind: Kind) -> Option<String> {
    let (last, others) = all.split_last()?;
    let has = last.iter().position(|word| word == "heeft")?;
    let (front, end) = last.split_at(has);
    let mut said = front.to_vec();
    for other in others {
        let (same, asked) = other.split_at_checked(has)?;
        (same == front).then_some(())?;
        said.push("met".to_owned());
        said.extend(asked.get(1..)?.iter().cloned());
    }
    said.extend(end.iter().cloned());
    fits(&said, kind)
}

/// Several conditions, each in a clause.
fn apart(all: &[Vec<String>], start: usize, one_enough: bool, kind: Kind) -> Option<Joined> {
    let begin = all.first()?.get(..start)?;
    let is_line = begin.len() == 1;
    let follows = begin.first().is_some_and(|word| matches!(word.as_str(), "niet" | "voldaan" | "ontbreekt"));
    if is_line && !one_enough || follows && one_enough {
        let lines: Option<Vec<String>> = all.iter().map(|words| fits(words, kind)).collect();
        return lines.map(Joined::Lines);
    }
    let line = |words: &Vec<String>| fits(&put(&[&["als".to_owned()], words.get(start..)?]), kind);
    let lines = all.iter().map(line).collect::<Option<Vec<_>>>()?;
    let used = put(&[begin, &["voorwaarde".to_owned(), NAME.to_owned()]]);
    Some(Joined::Shared { one_enough, lines, used: fits(&used, kind).unwrap_or_else(|| super::words::line(&used)) })
}

/// `tussen 12 en 30`: two bounds.
fn bounds(words: &[String], kind: Kind) -> Option<Joined> {
    let (at, before, low, high) = match words.iter().position(|word| word == "tussen") {
        Some(at) => {
            let (before, rest) = words.split_at(at);
            let rest = rest.get(1..)?;
            let (low, high) = rest.split_at(rest.iter().position(|word| word == "en")?);
            (at, before, low, high.get(1..)?)
        }
        None => from_to(words)?,
    };
    let word = |word: &str| vec![word.to_owned()];
    for (least, most) in [("minimaal", "maximaal"), ("vanaf", "uiterlijk")] {
        // The unit may stand with the second only, and what is counted from too: `9 maanden en 12 maanden na a`.
        let rest = high.get(low.len()..).unwrap_or_default();
        let unit = high.get(1..).filter(|unit| matches!(unit, [one] if matches!(one.as_str(), "%" | "euro")));
        let first = unit.filter(|_| low.len() == 1).map(|unit| put(&[low, unit]));
        let others = [low.to_vec(), put(&[low, high.get(1..).unwrap_or_default()]), put(&[low, rest])];
        let low_units = first.into_iter().chain(others);
        for low in low_units {
            let one = put(&[before, &word(least), &low]);
            let other = put(&[before, &word(most), high]);
            if fits(&one, kind).is_some() && fits(&other, kind).is_some() {
                let start = front(words, at)?;
                return told(&[one, other], start, false, kind);
            }
        }
    }
    None
}

/// Where two bounds begin, what stands before them, and the bounds.
type Bounds<'w> = (usize, &'w [String], &'w [String], &'w [String]);

/// `is 3 tot 5`, `is 3 tot en met 5`: where it begins, what stands before it, and the two bounds.
fn from_to(words: &[String]) -> Option<Bounds<'_>> {
    let to = words.iter().position(|word| word == "tot")?;
    let at = to.checked_sub(1).filter(|at| words.get(*at).is_some_and(|word| is_number(word)))?;
    let rest = words.get(to + 1..)?;
    let high = if rest.starts_with(&own(&["en", "met"])) { rest.get(2..)? } else { rest };
    high.first().filter(|word| is_number(word))?;
    Some((at, words.get(..at)?, words.get(at..to)?, high))
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The words of a limit with which a comparison begins: `maximaal`, `meer dan`.
fn limit_words(words: &[String]) -> Option<&[String]> {
    let [first, rest @ ..] = words else { return None };
    let than = rest.first().is_some_and(|word| word == "dan");
    match first.as_str() {
        "minimaal" | "maximaal" | "precies" | "uiterlijk" | "vanaf" => words.get(..1),
        "meer" | "minder" | "later" | "eerder" if than => words.get(..2),
        _ => None,
    }
}

/// `is maximaal hoogste van a en b`: one of both limits is enough, or both hold.
fn furthest(words: &[String], kind: Kind) -> Option<Joined> {
    let at = words.iter().position(|word| matches!(word.as_str(), "hoogste" | "grootste" | "laagste" | "kleinste"))?;
    let start = front(words, at)?;
    let (before, rest) = words.split_at(at);
    let limit = limit_words(before.get(before.iter().rposition(|word| word == "is")? + 1..)?)?;
    let values = rest.get(1..).filter(|rest| rest.first().is_some_and(|word| word == "van"))?.get(1..)?;
    let parts: Vec<Vec<String>> =
        values.split(|word| matches!(word.as_str(), "en" | "of")).map(|part| put(&[before, part])).collect();
    let fit = parts.len() > 1 && parts.iter().all(|part| fits(part, kind).is_some());
    let high = matches!(rest.first()?.as_str(), "hoogste" | "grootste");
    let at_most = matches!(limit.first()?.as_str(), "maximaal" | "minder" | "uiterlijk" | "eerder");
    fit.then(|| told(&parts, start, high == at_most, kind)).flatten()
}

/// Words with which people leave something out of a rule.
pub const EXCEPT: [&str; 5] = ["behalve", "uitgezonderd", "tenzij", "zonder", "uitzondering"];

/// `behalve als a is b`, alone or behind a clause: the rule speaks only of the others, which a condition says the other way round.
fn excepted(words: &[String], kind: Kind) -> Option<Joined> {
    let at = words.iter().position(|word| EXCEPT.contains(&word.as_str()))?;
    let (before, rest) = words.split_at(at);
    let rest = rest.get(1..)?;
    let of_year = || {
        let [within, year, number] = rest else { return None };
        let first = within == "in" && year == "jaar" && number == "1";
        fits(&own(&["vanaf", "jaar", "2"]), kind).filter(|_| first)
    };
    let rest = match rest.first()?.as_str() {
        "als" | "indien" | "wanneer" | "bij" => rest.get(1..)?,
        _ => rest,
    };
    let bare = put(&[&own(&["als"]), rest]);
    let line = of_year().or_else(|| turned(&bare, 1, kind));
    if before.is_empty() {
        let shared = || {
            let used = fits(&own(&["als", "niet", "voorwaarde", NAME]), kind)?;
            Some(Joined::Shared { one_enough: false, lines: vec![fits(&bare, kind)?], used })
        };
        return line.map(Joined::Said).or_else(shared);
    }
    let asks = before.first().is_some_and(|word| matches!(word.as_str(), "eis" | "kies" | "bewijs"));
    let before = before.strip_suffix(&[",".to_owned()]).unwrap_or(before);
    // What follows is left out, not the rule.
    if before.iter().any(|word| word == ":") && !before.iter().any(|word| word == "als") {
        let followed = put(&[before, &own(&["als"]), rest]);
        return turned(&followed, before.len() + 1, kind).map(Joined::Said);
    }
    Some(Joined::Lines(vec![line.filter(|_| asks)?, fits(before, kind)?]))
}

/// `heeft niet functie poh` -> `heeft functie niet poh`: of those that are meant, the others; not that nobody is.
fn denied_inside(words: &[String], kind: Kind) -> Option<String> {
    let at = words.iter().position(|word| word == "niet")?;
    let (before, rest) = words.split_at(at);
    before.last().filter(|word| matches!(word.as_str(), "heeft" | "met"))?;
    let bare = put(&[before, rest.get(1..)?]);
    (at + 1..bare.len()).find_map(|from| turned_at(&bare, from, kind))
}

/// `absoluut a min b is maximaal 3`: of a difference both directions count.
fn difference(words: &[String], kind: Kind) -> Option<Joined> {
    let at = words.iter().position(|word| matches!(word.as_str(), "absoluut" | "absolute"))?;
    let start = front(words, at)?;
    let (before, rest) = words.split_at(at);
    let rest = rest.get(1..)?;
    let rest = if rest.first()? == "waarde" { rest.get(2..)? } else { rest };
    let minus = rest.iter().position(|word| word == "min")?;
    let is = rest.iter().position(|word| word == "is").filter(|is| minus < *is)?;
    let (one, other, limit) = (rest.get(..minus)?, rest.get(minus + 1..is)?, rest.get(is..)?);
    let minus = own(&["min"]);
    let both = [put(&[before, one, &minus, other, limit]), put(&[before, other, &minus, one, limit])];
    let at_most = matches!(limit.get(1)?.as_str(), "maximaal" | "minder");
    let fit = both.iter().all(|words| fits(words, kind).is_some());
    fit.then(|| told(&both, start, !at_most, kind)).flatten()
}

/// `niet a is ja`: the language says it behind `is`, or of a named condition.
fn denied(words: &[String], kind: Kind) -> Option<Joined> {
    // Both `niet a is ja` and `a is niet ja`.
    let at = words.iter().enumerate().position(|(at, word)| word == "niet" && front(words, at).is_some())?;
    let mut bare = words.to_vec();
    bare.remove(at);
    if let Some(said) = turned(&bare, at, kind) {
        return Some(Joined::Said(said));
    }
    let start = front(words, at)?;
    let line = fits(&put(&[&own(&["als"]), bare.get(start..)?]), kind)?;
    let used = put(&[words.get(..start)?, &own(&["niet", "voorwaarde", NAME])]);
    Some(Joined::Shared { one_enough: false, lines: vec![line], used: fits(&used, kind)? })
}

/// The words without the `niet` that stood at a place, with what stands behind `is` turned round.
fn turned(bare: &[String], at: usize, kind: Kind) -> Option<String> {
    let is = bare.iter().enumerate().position(|(place, word)| word == "is" && place + 1 >= at)?;
    turned_at(bare, is + 1, kind)
}

/// The words with the comparison that begins at a place turned round.
fn turned_at(bare: &[String], from: usize, kind: Kind) -> Option<String> {
    let (before, after) = bare.split_at_checked(from)?;
    let turn = |(from, to): &(&str, &str)| {
        let rest = after.get(begins(after, from)?..)?;
        let to: Vec<&str> = to.split_whitespace().collect();
        fits(&put(&[before, &own(&to), rest]), kind)
    };
    // Of fixed words and texts `niet` stands behind `is`.
    TURNED.iter().find_map(turn).or_else(|| fits(&put(&[before, &own(&["niet"]), after]), kind))
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told_of(clause: &str) -> Option<Joined> {
        let words: Vec<String> = clause.split(' ').map(str::to_owned).collect();
        find(&words, Kind::Regioplan)
    }

    /// Every line that is proposed can be read.
    fn follow(joined: &Joined) {
        let all = match joined {
            Joined::Lines(lines) => lines.clone(),
            Joined::Shared { lines, used, .. } => lines.iter().chain([used]).cloned().collect(),
            Joined::Said(said) => vec![said.clone()],
        };
        for line in all {
            assert!(reads(&line, Kind::Regioplan), "{line}");
        }
    }

    #[test]
    fn two_conditions_are_two_lines_or_a_condition_with_a_name() {
        let lines = |one: &str, other: &str| Joined::Lines(vec![one.to_owned(), other.to_owned()]);
        let bounds = lines("eis a is minimaal 12", "eis a is maximaal 30");
        let shared = |one_enough, one: &str, other: &str, used: &str| Joined::Shared {
            one_enough,
            lines: vec![one.to_owned(), other.to_owned()],
            used: format!("{used} voorwaarde {NAME}"),
        };
        for (clause, wanted) in [
            ("eis a is minimaal 12 en maximaal 30", bounds),
            ("eis a is tussen 12 en 30", lines("eis a is minimaal 12", "eis a is maximaal 30")),
            ("eis a is 3 tot 5", lines("eis a is minimaal 3", "eis a is maximaal 5")),
            (
                "eis d is tussen 9 maanden en 12 maanden na e",
                lines("eis d is vanaf 9 maanden na e", "eis d is uiterlijk 12 maanden na e"),
            ),
            (
                "eis a is maximaal 1,75 euro keer b of 2000 euro",
                shared(true, "als a is maximaal 1,75 euro keer b", "als a is maximaal 2000 euro", "eis"),
            ),
            (
                "eis a is maximaal hoogste van 2000 euro en 1,75 euro keer b",
                shared(true, "als a is maximaal 2000 euro", "als a is maximaal 1,75 euro keer b", "eis"),
            ),
            ("eis a is minimaal hoogste van b en c", lines("eis a is minimaal b", "eis a is minimaal c")),
            (
                "niet voldaan: in orde als minimaal 2 gekozen uit kernelement k en minimaal 1 gekozen uit a",
                shared(
                    false,
                    "als minimaal 2 gekozen uit kernelement k",
                    "als minimaal 1 gekozen uit a",
                    "niet voldaan: in orde als",
                ),
            ),
            ("kies minimaal 1 uit k tenzij a is ja", lines("als a is nee", "kies minimaal 1 uit k")),
            ("als a is ja en b is nee", lines("als a is ja", "als b is nee")),
            ("eis a is ingevuld of b is ingevuld", shared(true, "als a is ingevuld", "als b is ingevuld", "eis")),
            ("eis absoluut a min b is maximaal 3", lines("eis a min b is maximaal 3", "eis b min a is maximaal 3")),
            (
                "eis absolute waarde van a min b is meer dan 3",
                shared(true, "als a min b is meer dan 3", "als b min a is meer dan 3", "eis"),
            ),
            ("als a is ja of b is nee", shared(true, "als a is ja", "als b is nee", "als")),
            (
                "niet voldaan: in orde als a is ja of b is ja",
                lines("niet voldaan: in orde als a is ja", "niet voldaan: in orde als b is ja"),
            ),
            (
                "niet voldaan: in orde als a is ja en b is ja",
                shared(false, "als a is ja", "als b is ja", "niet voldaan: in orde als"),
            ),
        ] {
            let found = told_of(clause).unwrap_or_else(|| panic!("nothing for {clause}"));
            follow(&found);
            assert_eq!(found, wanted, "{clause}");
        }
    }

    #[test]
    fn what_is_denied_is_said_behind_is() {
        for (clause, wanted) in [
            ("eis niet a is ingevuld", "eis a is niet ingevuld"),
            ("als niet a is ja", "als a is nee"),
            ("eis niet a is minimaal 3", "eis a is minder dan 3"),
            ("eis a is niet maximaal 3", "eis a is meer dan 3"),
            ("eis niet a is uiterlijk 1 mei 2025", "eis a is later dan 1 mei 2025"),
            ("als niet a is \"x\"", "als a is niet \"x\""),
            ("behalve als a is zuid", "als a is niet zuid"),
            ("uitgezonderd als a is minimaal 3", "als a is minder dan 3"),
            ("tenzij a is ja", "als a is nee"),
            ("behalve in jaar 1", "vanaf jaar 2"),
            ("eis minimaal 1 van de m heeft niet functie poh", "eis minimaal 1 van de m heeft functie niet poh"),
            ("eis elk van de m heeft niet a minimaal 3", "eis elk van de m heeft a minder dan 3"),
        ] {
            assert_eq!(told_of(clause), Some(Joined::Said(wanted.to_owned())), "{clause}");
        }
        let chosen = told_of("als niet minimaal 1 gekozen uit kernelement k").expect("a named condition");
        follow(&chosen);
        assert!(matches!(chosen, Joined::Shared { one_enough: false, .. }), "{chosen:?}");
    }
}
