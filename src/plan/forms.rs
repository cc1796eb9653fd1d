//! Other ways in which people write a date, a quarter, a year, a number, yes and no -> what they mean, where that is only one
//! thing.

use jiff::civil::Date;

/// A date as people write it: `14-06-2025`, `14/6/25`, `zaterdag 14 juni 2025`, `June 14, 2025`, `20250614`. The day comes
/// first, unless the year does, or a month by its name.
#[must_use]
pub fn date(text: &str) -> Option<Date> {
    let lower = text.trim().to_lowercase();
    if let Some(date) = digits(&lower) {
        return Some(date);
    }
    let parts = lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.filter(|part| !is_weekday(part) && *part != "d" && *part != "dd").collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let number = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() <= 4);
    let (day, middle, year) = match (first.len(), month_of(first)) {
        (_, Some(_)) => (second, first, third),
        (4, None) if first.bytes().all(|byte| byte.is_ascii_digit()) => (third, second, first),
        (_, None) => (first, second, third),
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
    let day = ends.iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    Date::new(year, month, i8::try_from(number(day).filter(|_| day.len() <= 2)?).ok()?).ok()
}

/// `20250614` or `14062025`: no eight digits are a day in both orders.
fn digits(text: &str) -> Option<Date> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<i16>().ok();
    let date = |year: i16, month: i16, day: i16| {
        let recent = (1900..2100).contains(&year);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| recent)
    };
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    date(part(0, 4)?, part(4, 6)?, part(6, 8)?).or_else(|| date(part(4, 8)?, part(2, 4)?, part(0, 2)?))
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

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 7] = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];
    const ENGLISH: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    ENGLISH.contains(&word) || DAYS.iter().any(|day| *day == word || word.len() == 2 && day.starts_with(word))
}

/// A quarter as people write it: `Q1 2025`, `1e kwartaal 2025`, `2025K1`; the year and the number of the quarter.
#[must_use]
pub fn quarter(text: &str) -> Option<(i16, i8)> {
    let lower = text.to_lowercase();
    let named = lower.contains(['q', 'k']);
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
    let lower = text.to_lowercase();
    let bare = lower.replace("kalenderjaar", "").replace("calendar year", "").replace("jaar", "").replace("year", "");
    let digits = bare.trim_matches(|c: char| !c.is_alphanumeric());
    digits.parse::<i16>().ok().filter(|year| digits.len() == 4 && (2000..2100).contains(year))
}

/// Yes or no as people write it.
#[must_use]
pub fn yes_no(text: &str) -> Option<bool> {
    let lower = text.to_lowercase();
    match lower.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '✓' | '✔' | '☑')) {
        "ja" | "yes" | "true" | "waar" | "j" | "y" | "jawel" | "✓" | "✔" | "☑" => Some(true),
        "nee" | "neen" | "no" | "false" | "onwaar" | "n" => Some(false),
        _ => None,
    }
}

/// A number without the words and the signs that people write around it: `€ 1.250,-`, `40 procent`, `8 uur`.
#[must_use]
pub fn number(text: &str) -> Option<String> {
    const WORDS: [&str; 15] = [
        "euro",
        "eur",
        "procent",
        "percent",
        "uur",
        "uren",
        "minuten",
        "minuut",
        "min",
        "patiënten",
        "patienten",
        "weken",
        "maanden",
        "stuks",
        "per week",
    ];
    let lower = text.to_lowercase();
    let mut bare = lower.trim_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '%' | '.'));
    for word in WORDS {
        bare = bare.strip_suffix(word).or_else(|| bare.strip_prefix(word)).unwrap_or(bare).trim();
    }
    let bare = bare.trim_matches(|c: char| c.is_whitespace() || matches!(c, '€' | '%'));
    let bare = [",-", ",--", ",–", ",—", ".-"].iter().fold(bare, |bare, end| bare.strip_suffix(end).unwrap_or(bare));
    let sound = bare.starts_with(|c: char| c.is_ascii_digit())
        && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    (sound && bare != text).then(|| bare.to_owned())
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
            "14062025",
        ] {
            assert_eq!(date(text).map(|date| date.to_string()), Some("2025-06-14".to_owned()), "{text}");
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
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn quarters_and_years_as_people_write_them() {
        for text in ["Q1 2025", "1e kwartaal 2025", "eerste kwartaal 2025", "2025 Q1", "2025Q1", "2025-K1", "kw 1 2025"]
        {
            assert_eq!(quarter(text), Some((2025, 1)), "{text}");
        }
        assert_eq!(quarter("1-2025"), None);
        for text in ["jaar 1", "1e jaar", "eerste jaar", "Jaar 1", "1e", "programmajaar 1", "1."] {
            assert_eq!(year(text), Some(1), "{text}");
        }
        assert_eq!(year("2025"), None);
        for text in ["2025", "jaar 2025", "Kalenderjaar 2025.", "year 2025"] {
            assert_eq!(calendar_year(text), Some(2025), "{text}");
        }
        assert_eq!(yes_no("Yes."), Some(true));
        assert_eq!(yes_no("misschien"), None);
        assert_eq!(number("€ 1.250,-"), Some("1.250".to_owned()));
        assert_eq!(number("40 procent"), Some("40".to_owned()));
        assert_eq!(number("ongeveer 8"), None);
    }
}
