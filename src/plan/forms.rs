//! Other ways in which people write a date, a quarter, a year, a number, yes and no -> what they mean, where that is only one
//! thing.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::value::is_unseen;

/// What a text says of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Only this day can be meant.
    Day(Date),
    /// This day, or it is no day at all.
    Maybe(Date),
    /// This day, which is not the day of the week that stands beside it.
    OtherDay(Date),
    /// A day that its month does not have.
    NoDay,
}

/// Whether a text says nothing besides its words: `?`, `<`, `±`, `~` and the like say that it is not certain, or not so.
#[must_use]
pub fn is_plain(text: &str) -> bool {
    let sign = |c: char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || is_unseen(c)
            || matches!(c, '-' | '–' | '—' | '‑' | '.' | ',' | ':' | ';' | '/' | '\\' | '_' | '|' | '*' | '!')
            || matches!(c, '\'' | '‘' | '’' | '"' | '“' | '”' | '„' | '(' | ')' | '[' | ']' | '✓' | '✔' | '☑')
    };
    text.chars().all(sign)
        && !text.contains("..")
        && !text.trim_end().ends_with(['-', '–', '—'])
        && empty_box(text).is_none()
}

/// Where the first box stands in a text that nobody ticked, as on a form of paper: `☐ ja`, `[ ] ja`.
#[must_use]
pub fn empty_box(text: &str) -> Option<usize> {
    let closes =
        |(at, close): (usize, char)| text.get(at + 1..).is_some_and(|rest| rest.trim_start().starts_with(close));
    let is_box = |(at, sign): &(usize, char)| match sign {
        '☐' | '□' | '▢' | '◻' | '⬜' | '○' | '◯' => true,
        '[' => closes((*at, ']')),
        '(' => closes((*at, ')')),
        _ => false,
    };
    text.char_indices().find(is_box).map(|(at, _)| at)
}

/// A date as people write it: `14-06-2025`, `14/6/25`, `zaterdag 14 juni 2025`, `June 14, 2025`, `20250614`. The day comes
/// first, unless the year does, or a month by its name.
#[must_use]
pub fn date(text: &str) -> Option<Said> {
    let lower = text.trim().to_lowercase();
    if let Some(said) = digits(&lower) {
        return Some(said);
    }
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let (days, parts): (Vec<&str>, Vec<&str>) =
        parts.filter(|part| *part != "d" && *part != "dd").partition(|part| weekday(part).is_some());
    let [first, second, third] = parts.as_slice() else { return None };
    if !is_plain(&lower) {
        return None;
    }
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() <= 4);
    let year_first = first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit());
    let (day, middle, year) = match month_of(first) {
        Some(_) => (second, first, third),
        None if year_first => (third, second, first),
        None => (first, second, third),
    };
    let year = match (year.len(), number(year)?) {
        (4, year) if year >= 1900 => year,
        (2, year @ 15..=49) => 2000 + year,
        _ => return None,
    };
    let month = match month_of(middle) {
        Some(month) => month,
        None => i8::try_from(number(middle).filter(|_| middle.len() <= 2)?).ok()?,
    };
    let ends = ["ste", "de", "e", "st", "nd", "rd", "th"];
    let bare = ends.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    // `26-02-19` has its year in front, when the other reading lies before the programme.
    if year < 2020
        && third.len() == 2
        && first.len() == 2
        && number(first).is_some_and(|first| (20..=49).contains(&first))
    {
        return None;
    }
    let day = i8::try_from(number(bare).filter(|_| bare.len() <= 2)?).ok()?;
    let Ok(date) = Date::new(year, month, day) else {
        return ((29..=31).contains(&day) && (1..=12).contains(&month)).then_some(Said::NoDay);
    };
    let is_own = |day: &&str| weekday(day) == Some(date.weekday().to_monday_zero_offset());
    Some(if days.iter().all(is_own) { Said::Day(date) } else { Said::OtherDay(date) })
}

/// `20250614` or `14062025`: no eight digits are a day both with the year first and with the year last. With `01` first and the
/// year last they may be the AGB code of a practice as well.
fn digits(text: &str) -> Option<Said> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let date = |year: i16, month: i16, day: i16| {
        let recent = (1900..2100).contains(&year);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| recent)
    };
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let year_first = date(part(0, 4)?, part(4, 6)?, part(6, 8)?).map(Said::Day);
    let year_last = || date(part(4, 8)?, part(2, 4)?, part(0, 2)?);
    year_first.or_else(|| year_last().map(|date| if date.day() == 1 { Said::Maybe(date) } else { Said::Day(date) }))
}

/// The number of a month, by its name.
fn month_of(word: &str) -> Option<i8> {
    let index = MONTHS.iter().position(|names| names.contains(&word))?;
    i8::try_from(index + 1).ok()
}

/// The months, by their names and what is written for these.
const MONTHS: [&[&str]; 12] = [
    &["januari", "jan", "january"],
    &["februari", "feb", "febr", "february"],
    &["maart", "mrt", "maa", "mar", "march"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "jun", "june"],
    &["juli", "jul", "july"],
    &["augustus", "aug", "august"],
    &["september", "sep", "sept"],
    &["oktober", "okt", "october", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// The number of a day of the week, from Monday.
fn weekday(word: &str) -> Option<i8> {
    const DAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    const ENGLISH: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let dutch = || DAYS.iter().position(|day| *day == word || word.len() == 2 && day.starts_with(word));
    let number = ENGLISH.iter().position(|day| *day == word).or_else(dutch)?;
    i8::try_from(number).ok()
}

/// Words with which people name a quarter; another one says more than which it is.
const OF_QUARTER: [&str; 24] = [
    "q",
    "k",
    "kw",
    "kwart",
    "kwartaal",
    "kwartalen",
    "quarter",
    "eerste",
    "tweede",
    "derde",
    "vierde",
    "e",
    "ste",
    "de",
    "st",
    "nd",
    "rd",
    "th",
    "van",
    "in",
    "het",
    "start",
    "jaar",
    "startkwartaal",
];

/// Whether a text holds no other words than these.
fn says_only(text: &str, words: &[&str]) -> bool {
    text.split(|c: char| !c.is_alphabetic()).all(|word| word.is_empty() || words.contains(&word))
}

/// A quarter as people write it: `Q1 2025`, `1e kwartaal 2025`, `2025K1`; the year and the number of the quarter.
#[must_use]
pub fn quarter(text: &str) -> Option<(i16, i8)> {
    let lower = text.to_lowercase();
    let named = lower.contains(['q', 'k']);
    if !is_plain(&lower) || !says_only(&lower, &OF_QUARTER) {
        return None;
    }
    let words = [("eerste", "1"), ("tweede", "2"), ("derde", "3"), ("vierde", "4")];
    let lower = words.iter().fold(lower, |text, (word, number)| text.replace(word, number));
    let numbers: Vec<&str> = lower.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let (number, year) = match numbers.as_slice() {
        [number, year] if number.len() == 1 => (number, year),
        [year, number] if number.len() == 1 => (number, year),
        _ => return None,
    };
    let year = match (year.len(), year.parse::<i16>().ok()?) {
        (4, year) if year >= 1900 => year,
        (2, year @ 15..=49) => 2000 + year,
        _ => return None,
    };
    let number = number.parse::<i8>().ok().filter(|number| (1..=4).contains(number) && named)?;
    Some((year, number))
}

/// A year of the programme as people write it: `jaar 1`, `1e jaar`, `eerste jaar`, `I`.
#[must_use]
pub fn year(text: &str) -> Option<u8> {
    if !is_plain(text) {
        return None;
    }
    let lower = text.to_lowercase();
    let bare = lower.replace("programmajaar", "").replace("jaar", "").replace("year", "");
    let bare = bare.trim_matches(|c: char| !c.is_alphanumeric());
    let words = [("een", 1), ("één", 1), ("eerste", 1), ("twee", 2), ("tweede", 2), ("drie", 3), ("derde", 3)];
    if let Some((_, year)) = words.iter().find(|(word, _)| *word == bare) {
        return Some(*year);
    }
    let digit = bare.trim_end_matches("ste").trim_end_matches("de").trim_end_matches('e');
    digit.parse::<u8>().ok().filter(|year| (1..=9).contains(year) && digit.len() == 1)
}

/// A calendar year as people write it: `2025`, `jaar 2025`, `kalenderjaar 2025`.
#[must_use]
pub fn calendar_year(text: &str) -> Option<i16> {
    if !is_plain(text) {
        return None;
    }
    let lower = text.to_lowercase();
    let bare = lower.replace("kalenderjaar", "").replace("calendar year", "").replace("jaar", "").replace("year", "");
    let digits = bare.trim_matches(|c: char| !c.is_alphanumeric());
    digits.parse::<i16>().ok().filter(|year| digits.len() == 4 && (2000..2100).contains(year))
}

/// Yes or no as people write it.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    if !is_plain(text) {
        return None;
    }
    let lower = text.to_lowercase();
    match lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '✓' | '✔' | '☑')) {
        "ja" | "yes" | "true" | "waar" | "j" | "y" | "jawel" | "✓" | "✔" | "☑" => Some(true),
        "nee" | "neen" | "no" | "false" | "onwaar" | "n" => Some(false),
        _ => None,
    }
}

/// An AGB code as people write it: `01 056789`, `01-056789`, `AGB 01056789`. What is a day is none; nor is what may be another
/// code, which lost its zero and has a figure behind it (`1056789.0`), or the decimals of a number.
#[must_use]
pub fn agb(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '-' | '.' | ':' | '/' | '\'' | '"');
    let bare = ["agb", "code", "nummer", "nr"].iter().fold(lower.trim_matches(is_sign), |bare, word| {
        bare.strip_prefix(word).unwrap_or(bare).trim_start_matches(is_sign)
    });
    let code: String = bare.chars().filter(|c| !is_sign(*c)).collect();
    let sound = code.len() == 8 && code.bytes().all(|byte| byte.is_ascii_digit());
    let is_day = bare.contains(is_sign) && date(bare).is_some();
    let lost_zero = bare.split(is_sign).any(|part| part.len() == 7 && !part.starts_with('0'));
    let is_number = !bare.starts_with('0') && bare.split_once('.').is_some_and(|(_, rest)| !rest.contains(is_sign));
    (sound && !is_day && !lost_zero && !is_number).then_some(code)
}

/// An e-mail address as programs write it, and whether nothing else stands beside it.
pub struct Address<'t> {
    pub address: &'t str,
    pub alone: bool,
}

/// `<info@praktijk.nl>`, `mailto:info@praktijk.nl`, `De Linde <info@praktijk.nl>`
#[must_use]
pub fn email(text: &str) -> Option<Address<'_>> {
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | '"');
    let bare = |word: &'_ str| -> usize {
        let lower = word.to_lowercase();
        let schemes = ["mailto:", "e-mail:", "email:", "mail:"];
        schemes.iter().find(|scheme| lower.starts_with(**scheme)).map_or(0, |scheme| scheme.len())
    };
    let words = text.split(is_sign).map(|word| word.get(bare(word)..).unwrap_or(word));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let mut found = words.iter().copied().filter(|word| word.contains('@'));
    let address = found.next()?;
    let alone = words.iter().all(|word| *word == address || *word == "mailto:");
    found.all(|other| other == address).then_some(Address { address, alone })
}

/// A number without the words and the signs that people write around it.
pub struct Counted {
    pub bare: String,
    /// What it counts.
    pub units: BTreeSet<&'static str>,
}

/// Words of what a number counts, each with the name of it.
const UNITS: [(&str, &str); 15] = [
    ("per week", PER_WEEK),
    ("euro", EURO),
    ("eur", EURO),
    ("€", EURO),
    ("procent", PERCENT),
    ("percent", PERCENT),
    ("%", PERCENT),
    ("uur", "uren"),
    ("uren", "uren"),
    ("minuten", "minuten"),
    ("minuut", "minuten"),
    ("patiënten", "patiënten"),
    ("patienten", "patiënten"),
    ("weken", "weken"),
    ("maanden", "maanden"),
];

pub const EURO: &str = "euro";
pub const PERCENT: &str = "procent";
const PER_WEEK: &str = "per week";

/// `€ 1.250,-`, `40 procent`, `8 uur`
#[must_use]
pub fn number(text: &str) -> Option<Counted> {
    let lower = text.to_lowercase();
    let mut units = BTreeSet::new();
    let mut bare = lower.trim();
    bare = bare.strip_suffix('.').unwrap_or(bare).trim();
    bare = bare.strip_suffix("stuks").unwrap_or(bare).trim();
    for (word, unit) in UNITS {
        let before = || bare.strip_prefix(word).filter(|_| unit == EURO);
        if let Some(rest) = bare.strip_suffix(word).or_else(before) {
            units.insert(unit);
            bare = rest.trim();
        }
    }
    let bare = [",-", ",--", ",–", ",—", ".-"].iter().fold(bare, |bare, end| bare.strip_suffix(end).unwrap_or(bare));
    // A half is `.5` in YAML and in a spreadsheet.
    let bare = if bare.starts_with(['.', ',']) { format!("0{bare}") } else { bare.to_owned() };
    let sound = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    (sound && bare != text).then_some(Counted { bare, units })
}

/// Whether a field with this label asks for these units, and no others: `uren per week` for `8 uur`.
pub fn asks_for(label: &str, units: &BTreeSet<&'static str>) -> bool {
    let plain: String = label.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let label = format!(" {plain} ");
    let asked: BTreeSet<&str> =
        UNITS.iter().filter(|(word, _)| label.contains(&format!(" {word} "))).map(|(_, unit)| *unit).collect();
    units.iter().all(|unit| asked.contains(unit)) && asked.iter().all(|unit| *unit == PER_WEEK || units.contains(unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_as_people_write_them() {
        for text in [
            "14 juni 2025",
            "14/06/25",
            "14-6-25",
            "14 jun 2025",
            "14 Juni 2025",
            "zaterdag 14 juni 2025",
            "14-06-2025",
            "2025/06/14",
            "14.6.2025",
            "za 14 juni 2025",
            "14e juni 2025",
            "14 juni '25",
            "d.d. 14-06-2025",
            "June 14, 2025",
            "Saturday June 14th, 2025",
            "14th June 2025",
            "14-jun-2025",
            "20250614",
        ] {
            assert_eq!(date(text), Some(Said::Day(jiff::civil::date(2025, 6, 14))), "{text}");
        }
        for text in [
            "juni 2025",
            "14 juni",
            "32-06-2025",
            "14-13-2025",
            "1 en 2 juni 2025",
            "06-2025-14",
            "06142025",
            "2025061",
            "14 juni 2025?",
            "<14-6-2025",
            "± 14 juni 2025",
            "~14 juni 2025",
            "14-06-2025+",
            "14-06-2025 –",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_date_on_another_day_of_the_week_is_doubted() {
        let date_of = jiff::civil::date(2025, 6, 14);
        for text in ["maandag 14 juni 2025", "zo 14-06-2025", "Monday June 14th, 2025", "za zo 14 juni 2025"] {
            assert_eq!(date(text), Some(Said::OtherDay(date_of)), "{text}");
        }
    }

    #[test]
    fn eight_figures_that_begin_with_01_may_be_a_code() {
        let day = |day| jiff::civil::date(2025, 1, day);
        // The AGB code of a practice begins with 01.
        assert_eq!(date("01012025"), Some(Said::Maybe(day(1))));
        assert_eq!(date("14012025"), Some(Said::Day(day(14))));
    }

    #[test]
    fn quarters_and_years_as_people_write_them() {
        for text in ["Q1 2025", "1e kwartaal 2025", "eerste kwartaal 2025", "2025 Q1", "2025Q1", "2025-K1", "kw 1 2025"]
        {
            assert_eq!(quarter(text), Some((2025, 1)), "{text}");
        }
        for text in
            ["1-2025", "niet Q1 2025", "voor Q1 2025", "Q1 2025 of later", "vanaf Q1 2025", "Q1 2025?", "<Q1 2025"]
        {
            assert_eq!(quarter(text), None, "{text}");
        }
        for text in ["jaar 1", "1e jaar", "eerste jaar", "Jaar 1", "1e", "programmajaar 1", "1."] {
            assert_eq!(year(text), Some(1), "{text}");
        }
        for text in ["2025", "jaar 1?", "> jaar 1", "jaar 1+"] {
            assert_eq!(year(text), None, "{text}");
        }
        for text in ["2025", "jaar 2025", "Kalenderjaar 2025.", "year 2025"] {
            assert_eq!(calendar_year(text), Some(2025), "{text}");
        }
        assert_eq!(yes_no("Yes."), Some(true));
        assert_eq!(yes_no("misschien"), None);
        assert_eq!(yes_no("ja?"), None);
        for text in ["01 056789", "01-056789", "AGB 01056789", "AGB-code: 01.05.67.89"] {
            assert_eq!(agb(text), Some("01056789".to_owned()), "{text}");
        }
        for text in ["2025-06-02", "02-06-2025", "12 juni 2025 10", "010567890", "0105678"] {
            assert_eq!(agb(text), None, "{text}");
        }
        let number = |text: &str| number(text).map(|found| found.bare);
        assert_eq!(number("€ 1.250,-"), Some("1.250".to_owned()));
        assert_eq!(number("40 procent"), Some("40".to_owned()));
        assert_eq!(number("ongeveer 8"), None);
    }
}
