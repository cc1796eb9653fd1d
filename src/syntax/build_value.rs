//! Names, texts, numbers, days and types of the tree, from the parts of a clause.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::pest_parser::{Build, Built, Part, Rule, unfit};
use super::problem::{Slip, Wrong};
use super::tree::{FieldType, Name, Quarter, Quoted};

pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

impl<T: Build> Build for Box<T> {
    const OF: &[Rule] = T::OF;

    fn build(part: &Part<'_>) -> Built<Self> {
        T::build(part).map(Self::new)
    }
}

impl Build for Name {
    const OF: &[Rule] = &[Rule::ident, Rule::source_id];

    fn build(part: &Part<'_>) -> Built<Self> {
        let text = if part.rule() == Rule::ident { part.name()? } else { part.text().to_owned() };
        Ok(Self { text, span: part.span() })
    }
}

impl Build for Vec<Name> {
    const OF: &[Rule] = &[Rule::names, Rule::kinds, Rule::ident_list, Rule::path];

    fn build(part: &Part<'_>) -> Built<Self> {
        part.parts().many()
    }
}

impl Build for Quoted {
    const OF: &[Rule] = &[Rule::string];

    fn build(part: &Part<'_>) -> Built<Self> {
        Ok(Self { text: part.text().trim_matches('"').to_owned(), span: part.span() })
    }
}

impl Build for (Name, Quoted) {
    const OF: &[Rule] = &[Rule::variant];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok((parts.one()?, parts.one()?))
    }
}

impl Build for u32 {
    const OF: &[Rule] = &[Rule::int];

    fn build(part: &Part<'_>) -> Built<Self> {
        digits(part)
    }
}

/// The number of a programme year.
impl Build for u8 {
    const OF: &[Rule] = &[Rule::year_no];

    fn build(part: &Part<'_>) -> Built<Self> {
        digits(part)
    }
}

impl Build for Vec<u8> {
    const OF: &[Rule] = &[Rule::int_list];

    fn build(part: &Part<'_>) -> Built<Self> {
        part.parts().many()
    }
}

/// A calendar year.
impl Build for i16 {
    const OF: &[Rule] = &[Rule::year];

    fn build(part: &Part<'_>) -> Built<Self> {
        digits(part)
    }
}

/// The calendar year from which years begin in January, when one is named.
impl Build for Option<i16> {
    const OF: &[Rule] = &[Rule::from_january];

    fn build(part: &Part<'_>) -> Built<Self> {
        part.parts().maybe()
    }
}

fn digits<T: std::str::FromStr>(part: &Part<'_>) -> Built<T> {
    part.text().parse().map_err(|_| unfit(part.span()))
}

impl Build for Decimal {
    const OF: &[Rule] = &[Rule::number];

    fn build(part: &Part<'_>) -> Built<Self> {
        part.text().replace(',', ".").parse().map_err(|_| unfit(part.span()))
    }
}

/// A day, a month or a quarter: its number in the whole.
impl Build for i8 {
    const OF: &[Rule] = &[Rule::day, Rule::month, Rule::quarter_no];

    fn build(part: &Part<'_>) -> Built<Self> {
        if part.rule() == Rule::month {
            let place = MONTHS.iter().position(|month| *month == part.text());
            return place.and_then(|place| Self::try_from(place + 1).ok()).ok_or_else(|| unfit(part.span()));
        }
        part.text().trim_end_matches('e').parse().map_err(|_| unfit(part.span()))
    }
}

impl Build for Date {
    const OF: &[Rule] = &[Rule::date];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        let (day, month) = (parts.one()?, parts.one()?);
        day_of(part, parts.one()?, month, day)
    }
}

/// A day that the calendar has.
pub fn day_of(part: &Part<'_>, year: i16, month: i8, day: i8) -> Built<Date> {
    let no_such_day = |_| Slip { span: part.span(), wrong: Wrong::NoSuchDay(part.text().to_owned()) };
    Date::new(year, month, day).map_err(no_such_day)
}

impl Build for Quarter {
    const OF: &[Rule] = &[Rule::quarter];

    fn build(part: &Part<'_>) -> Built<Self> {
        let mut parts = part.parts();
        Ok(Self { number: parts.one()?, year: parts.one()? })
    }
}

impl Build for FieldType {
    const OF: &[Rule] = &[Rule::ftype];

    fn build(part: &Part<'_>) -> Built<Self> {
        let inner = part.inner()?;
        let mut parts = inner.parts();
        Ok(match (inner.rule(), parts.word()) {
            (Rule::list_type, _) => Self::List(parts.one()?),
            (Rule::record_type, _) => Self::Record(parts.one()?),
            (Rule::option_type, _) => Self::OneOf(parts.many()?),
            (Rule::whole_type, _) => Self::Whole,
            (Rule::yes_no_type, _) => Self::YesNo,
            (_, Some(Rule::k_getal)) => Self::Number,
            (_, Some(Rule::k_bedrag)) => Self::Money,
            (_, Some(Rule::k_percentage)) => Self::Percentage,
            (_, Some(Rule::k_datum)) => Self::Date,
            (_, Some(Rule::k_kwartaal)) => Self::Quarter,
            (_, Some(Rule::k_agb_code)) => Self::Agb,
            (_, Some(Rule::k_e_mailadres)) => Self::Email,
            (_, Some(Rule::k_bestand)) => Self::File,
            (_, Some(Rule::k_interventie)) => Self::Intervention,
            (_, _) => Self::Text,
        })
    }
}
