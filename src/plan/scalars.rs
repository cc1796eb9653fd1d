//! Text of one scalar -> a typed value, or what to write instead.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::diagnostic::{Arg, Join, Text};
use crate::source::Span;
use crate::value::{Form, Misread, Quarter, is_unseen, name_distance, read_number, same_name};

use super::Issue;
use super::citizen::mask_citizen_numbers;
use super::forms;
use super::frame::KEYS;
use super::yaml::{Node, NodeKind};

/// What to write instead of a value that is not of its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub help: Text,
    /// The value as it must be written, where only one can be meant.
    pub right: Option<String>,
    /// The value that may be meant: a person must look.
    pub near: Option<String>,
}

impl From<Text> for Wrong {
    fn from(help: Text) -> Self {
        Self { help, right: None, near: None }
    }
}

impl Wrong {
    pub fn new(help: Text, right: impl Into<String>) -> Self {
        Self { help, right: Some(right.into()), near: None }
    }

    pub fn likely(help: Text, near: impl Into<String>) -> Self {
        Self { help, right: None, near: Some(near.into()) }
    }
}

/// Reads a text in its own form, or in another one that can only mean one value; else what to write.
pub fn certain<T>(text: &str, form: impl Fn(&str) -> Result<T, Wrong>) -> Result<T, Text> {
    form(text.trim()).or_else(|wrong| match &wrong.right {
        Some(right) => form(right).map_err(|wrong| wrong.help),
        None => Err(wrong.help),
    })
}

/// A value that is not of its type, with its repair.
pub fn amiss(node: &Node<'_>, field: &str, amiss: &Wrong) -> Issue {
    let certain = amiss.right.as_ref().and_then(|right| node.repair(right, true));
    let likely = || amiss.near.as_ref().and_then(|near| node.repair(near, false));
    wrong(node, field, amiss.help.clone()).repair(certain.or_else(likely))
}

/// A value that is not of its type.
pub fn wrong(node: &Node<'_>, field: &str, help: Text) -> Issue {
    // A word of every plan, or what the region calls it.
    let of_plan = KEYS.contains(&field) || ["keuze", "interventies"].contains(&field);
    let field = Arg::Text(Text::new(if of_plan { "field-of-plan" } else { "field-of-region" }).with("name", field));
    let (message, span) = match node.text() {
        Some(text) => (Text::new("wrong-value-found").with("field", field).with("found", shorten(text)), node.span),
        None => (Text::new("wrong-value-shape").with("field", field), first_line(node)),
    };
    Issue::new("verkeerde-waarde", span, message).help(help)
}

/// The beginning of a long text, as a message shows it. A citizen number is blotted out before the text is cut: the
/// digits that are left would tell the others.
pub fn shorten(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = mask_citizen_numbers(text);
    if text.chars().count() <= LONGEST {
        text.into_owned()
    } else {
        text.chars().take(LONGEST).chain(['…']).collect()
    }
}

/// The first key or item of a collection.
pub fn first_line(node: &Node<'_>) -> Span {
    match &node.kind {
        NodeKind::Scalar { .. } | NodeKind::Twice(_) => node.span,
        NodeKind::List(items) => items.first().map_or(node.span, first_line),
        NodeKind::Map(pairs) => pairs.first().map_or(node.span, |(key, _)| key.span),
    }
}

/// `2025-03-14`
pub fn date(text: &str) -> Result<Date, Wrong> {
    if well_formed(text) {
        let number = |range| text.get(range).and_then(digits);
        let (year, month, day) = (number(0..4), number(5..7), number(8..10));
        let date = year.zip(month).zip(day).and_then(|((year, month), day)| make(year, month, day));
        let early = number(0..4).is_some_and(|year| year < FIRST_YEAR);
        return date.ok_or_else(|| Text::new(if early { "expected-date" } else { "expected-date-exists" }).into());
    }
    let written = |date: Date| Text::new("expected-date-as").with("date", date.to_string());
    Err(match forms::date(text) {
        Some(forms::Said::Day(date)) => Wrong::new(written(date), date.to_string()),
        Some(forms::Said::Maybe(date)) => Wrong::likely(written(date), date.to_string()),
        Some(forms::Said::NoDay) => Text::new("expected-date-exists").into(),
        Some(forms::Said::OtherDay(date)) => Text::new("expected-date-weekday").with("date", date.to_string()).into(),
        None => Text::new("expected-date").into(),
    })
}

fn well_formed(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(at, b)| if at == 4 || at == 7 { b == b'-' } else { b.is_ascii_digit() })
}

fn digits(part: &str) -> Option<i16> {
    if part.is_empty() || part.len() > 4 || !part.bytes().all(|b| b.is_ascii_digit()) {
        None
    } else {
        part.parse().ok()
    }
}

/// What lies before is a slip of the pen.
const FIRST_YEAR: i16 = 1900;

fn make(year: i16, month: i16, day: i16) -> Option<Date> {
    if year < FIRST_YEAR {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// `2023-Q2`
pub fn quarter(text: &str) -> Result<Quarter, Wrong> {
    let bytes = text.as_bytes();
    if let (7, Some((year, number))) = (bytes.len(), text.split_once("-Q"))
        && let (Some(year @ FIRST_YEAR..), Some(number @ 1..=4)) = (digits(year), digits(number))
    {
        return Ok(Quarter { year, number: i8::try_from(number).unwrap_or(1) });
    }
    let help = |quarter: &str| Text::new("expected-quarter-as").with("quarter", quarter);
    if let Some((year, number)) = forms::quarter(text) {
        let quarter = format!("{year}-Q{number}");
        return Err(Wrong::new(help(&quarter), quarter));
    }
    // A month of a date says in which quarter it lies; whether that is the start, a person must say.
    let date = date(text).or_else(|wrong| date(&wrong.right.ok_or(())?).map_err(|_| ()));
    Err(match date.ok() {
        Some(date) => help(&format!("{}-Q{}", date.year(), (date.month() + 2) / 3)).into(),
        None => Text::new("expected-quarter").into(),
    })
}

/// A programme year: 1, 2, 3 …
pub fn year(text: &str) -> Result<u8, Wrong> {
    match text.parse::<u8>() {
        Ok(year @ 1..) if text.bytes().all(|b| b.is_ascii_digit()) => Ok(year),
        _ => Err(match forms::year(text) {
            Some(year) => Wrong::new(Text::new("expected-yes-no-as").with("word", year.to_string()), year.to_string()),
            None => forms::calendar_year(text).map_or(Text::new("expected-year"), of_calendar_year).into(),
        }),
    }
}

/// Which year of the programme begins in a calendar year: that depends on when the practice began.
pub fn of_calendar_year(year: i16) -> Text {
    let text = Text::new("expected-year-calendar").with("year", year.to_string());
    text.with("before", (year - 1).to_string()).with("earlier", (year - 2).to_string())
}

/// A calendar year of four digits.
pub fn calendar_year(text: &str) -> Result<i16, Wrong> {
    match digits(text) {
        Some(year @ 2000..=2999) => Ok(year),
        _ => Err(Text::new("expected-calendar-year").into()),
    }
}

/// `ja` or `nee`
pub fn yes_no(text: &str) -> Result<bool, Wrong> {
    match text {
        "ja" | "Ja" | "JA" => Ok(true),
        "nee" | "Nee" | "NEE" => Ok(false),
        _ => Err(match forms::yes_no(text) {
            Some(yes) => {
                let word = if yes { "ja" } else { "nee" };
                Wrong::new(Text::new("expected-yes-no-as").with("word", word), word)
            }
            None => Text::new("expected-yes-no").into(),
        }),
    }
}

/// A number of this form; `help` says how to write one, and `label` what it counts.
pub fn number(text: &str, form: Form, help: &'static str, label: &str) -> Result<Decimal, Wrong> {
    read_number(text, form).map_err(|misread| match misread {
        Misread::Either(one, other) => which_number(one, other),
        Misread::No => {
            let Some(forms::Counted { bare, units }) = forms::number(text) else { return Text::new(help).into() };
            let own = |unit: &str| units.iter().all(|found| *found == unit);
            let sure = match form {
                Form::Money => own(forms::EURO),
                Form::Percentage => own(forms::PERCENT),
                Form::Number | Form::Whole => units.is_empty() || forms::asks_for(label, &units),
            };
            match read_number(&bare, form) {
                Ok(_) if sure => Wrong::new(Text::new("expected-yes-no-as").with("word", bare.as_str()), bare),
                Err(Misread::Either(one, other)) if sure => which_number(one, other),
                // What counts something else is another number.
                Ok(_) | Err(_) => Text::new(help).into(),
            }
        }
    })
}

/// A text that can be two numbers, each as it can be nothing else: three digits behind a comma can be thousands, four cannot.
fn which_number(one: Decimal, other: Decimal) -> Wrong {
    let plain = |number: Decimal| {
        let number = number.normalize();
        if number.scale() == 3 { Arg::from(format!("{number}0").replace('.', ",")) } else { Arg::Decimal(number) }
    };
    Text::new("expected-one-number").with("one", plain(one)).with("other", plain(other)).into()
}

/// Eight digits.
pub fn agb(text: &str) -> Result<&str, Wrong> {
    let all_digits = text.bytes().all(|b| b.is_ascii_digit());
    match (text.len(), all_digits) {
        (8, true) => Ok(text),
        (7, true) if !text.starts_with('0') => {
            let code = format!("0{text}");
            Err(Wrong::new(Text::new("expected-agb-as").with("code", code.as_str()), code))
        }
        _ => Err(match forms::agb(text) {
            Some(code) => Wrong::new(Text::new("expected-agb-bare").with("code", code.as_str()), code),
            None => Text::new("expected-agb").into(),
        }),
    }
}

pub fn email(text: &str) -> Result<&str, Wrong> {
    if is_email(text) {
        return Ok(text);
    }
    Err(match forms::email(text).filter(|found| is_email(found.address)) {
        Some(found) => {
            let help = Text::new("expected-yes-no-as").with("word", found.address);
            if found.alone { Wrong::new(help, found.address) } else { Wrong::likely(help, found.address) }
        }
        None => Text::new("expected-email").into(),
    })
}

fn is_email(text: &str) -> bool {
    let sound = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains('@')
    });
    let is_odd = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"');
    sound && !text.contains(is_odd)
}

/// A path inside the folder of the plan or beside it.
pub fn file(text: &str) -> Result<&str, Wrong> {
    let odd = text.starts_with(['/', '\\', '~'])
        || text.contains('\\')
        || text.contains(':')
        || text.chars().any(char::is_control);
    if odd || leaves(text) { Err(Text::new("expected-file").into()) } else { Ok(text) }
}

/// Whether a path climbs out of the folder that it starts from.
fn leaves(path: &str) -> bool {
    let mut depth = 0_i32;
    path.split('/').any(|part| {
        depth += match part {
            ".." => -1,
            "" | "." => 0,
            _ => 1,
        };
        depth < 0
    })
}

/// What people write in a text field that they leave open, without signs and blanks: the list of the reference.
const FILLERS: [&str; 43] = [
    "geen",
    "geenidee",
    "hierinvullen",
    "intevullen",
    "invullen",
    "komtlater",
    "komtnog",
    "later",
    "leeg",
    "naderintevullen",
    "naderinvullen",
    "nadertebepalen",
    "nee",
    "nietbekend",
    "niets",
    "nietvantoepassing",
    "nnb",
    "nogintevullen",
    "noginvullen",
    "nognietbekend",
    "nogonbekend",
    "nogtebepalen",
    "notapplicable",
    "ntb",
    "nvt",
    "onbekend",
    "pm",
    "tba",
    "tbd",
    "tekst",
    "tobeannounced",
    "tobedecided",
    "tobedetermined",
    "todo",
    "unknown",
    "volgt",
    "volgtlater",
    "volgtnog",
    "vulhierin",
    "vulin",
    "weetiknogniet",
    "weetniet",
    "wordtnogingevuld",
];

/// The letters with which they begin, and the letter x.
const FIRST: &str = "ghiklnoptuvwx";

/// Whether a text is no answer: only signs, only the letter x, or words that say that something is still to come. Blanks,
/// signs and capitals do not count.
pub fn is_filler(text: &str) -> bool {
    const LONGEST: usize = 40;
    let letters = text.chars().filter(|c| c.is_alphanumeric() && !is_unseen(*c));
    if is_placeholder(text) {
        return true;
    }
    // Nearly every text is longer, or begins otherwise.
    if letters.clone().next().is_some_and(|c| !FIRST.contains(c.to_ascii_lowercase()))
        || text.len() > LONGEST && letters.clone().nth(LONGEST).is_some()
    {
        return false;
    }
    let letters: String = letters.flat_map(char::to_lowercase).collect();
    let is_word = letters.chars().all(|c| c == 'x') || FILLERS.contains(&letters.as_str());
    is_word || text.trim().eq_ignore_ascii_case("n/a")
}

/// `<naam van de training>`: words in the place of an answer, as a form of paper has them.
fn is_placeholder(text: &str) -> bool {
    let inner = text.trim().strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    inner.is_some_and(|inner| !inner.contains(['<', '>', '@', ':', '=']))
}

/// One of a list of words.
pub fn option<'o>(text: &str, options: &'o [String]) -> Result<&'o str, Wrong> {
    if let Some(found) = options.iter().find(|option| same_name(option, text)) {
        return Ok(found);
    }
    let plain = |text: &str| text.to_lowercase().replace([' ', '_'], "-");
    let lower = plain(text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')')));
    let same: Vec<&String> = options.iter().filter(|option| plain(option) == lower).collect();
    if let [only] = same.as_slice() {
        let help = Text::new("did-you-mean").with("name", *only);
        return Err(if forms::is_plain(text) { Wrong::new(help, *only) } else { Wrong::likely(help, *only) });
    }
    let distance = |option: &&String| name_distance(&lower, &plain(option));
    let near = options.iter().filter(|option| distance(option) <= (option.chars().count() / 3).max(1));
    Err(match near.min_by_key(distance) {
        Some(near) => Wrong::likely(Text::new("did-you-mean").with("name", near), near),
        None => Text::new("choose-from")
            .with("names", Arg::words(options.iter().map(|o| format!("`{o}`")), Join::Comma))
            .into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_other_forms_get_the_right_form() {
        assert!(date("2025-03-14").is_ok());
        assert_eq!(date("14-03-2025").map_err(|wrong| wrong.right), Err(Some("2025-03-14".to_owned())));
        assert_eq!(date("2025-02-30"), Err(Text::new("expected-date-exists").into()));
        assert_eq!(date("14-3"), Err(Text::new("expected-date").into()));
    }

    #[test]
    fn a_number_of_something_else_is_not_the_number_that_is_asked() {
        let right = |text: &str, form, label: &str| number(text, form, "expected-number", label).err()?.right;
        assert_eq!(right("8 uur", Form::Number, "Uren per week voor deze taak"), Some("8".to_owned()));
        assert_eq!(right("8 uur per week", Form::Number, "Uren per week"), Some("8".to_owned()));
        assert_eq!(right("12 stuks", Form::Whole, "Aantal consulten"), Some("12".to_owned()));
        assert_eq!(right("40 procent", Form::Percentage, "Deel"), Some("40".to_owned()));
        assert_eq!(right("€ 1.250,-", Form::Money, "Kosten"), Some("1.250".to_owned()));
        for (text, form, label) in [
            ("90 minuten", Form::Number, "Uren per week voor deze taak"),
            ("4 weken", Form::Number, "Uren per week voor deze taak"),
            ("8 per week", Form::Number, "Uren per maand"),
            ("min 8", Form::Number, "Minuten"),
            ("40%", Form::Number, "Deel"),
            ("40 euro", Form::Percentage, "Deel"),
            ("40 uur", Form::Money, "Kosten"),
        ] {
            assert_eq!(right(text, form, label), None, "{text} {label}");
        }
    }

    #[test]
    fn words_that_say_nothing_are_no_answer() {
        for text in [
            "-",
            "--",
            "?",
            "x",
            "XXX",
            "n.v.t.",
            "N/A",
            "nee",
            "Geen",
            "nog invullen",
            "[in te vullen]",
            "...",
            "<tekst>",
            "P.M.",
        ] {
            assert!(is_filler(text), "{text}");
        }
        for text in ["nee, want", "Geen idee nog", "extra", "0", "nog niet", "later dit jaar", "<5", "<a@b.nl>"] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
