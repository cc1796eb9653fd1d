//! The values of the field: equality, order and hash, once for all who compare, count, group, filter or show them.
//!
//! A value is made when a plan or a regioplan is read. Equal is what people call the same: `10`, `10,0` and `10,00` are one
//! number, ` gouda ` and `GOUDA` one text. Nothing here knows where a value stands.

mod name;
mod number;
mod sign;
mod spoken;
mod text;
mod time;

use std::sync::Arc;

use jiff::civil::Date;
use rust_decimal::Decimal;

pub use name::{name_distance, name_key, same_name, stored_name};
pub use number::{Form, Misread, exact_product, exact_sum, read_number};
pub use sign::is_unseen;
pub use spoken::{Spoken, SpokenOnce, bare, is_bare, words};
pub use text::Phrase;
pub use time::{Duration, DurationUnit, Quarter, day_after, day_before};

/// One value. Values of different sorts are never equal; who compares them has seen to it that they are of one sort.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// Compared by amount, however many decimals are written.
    Number(Decimal),
    Date(Date),
    Quarter(Quarter),
    YesNo(bool),
    /// One of a fixed list: an option of a field, a kind of choice, an intervention, a kernelement.
    Word(Arc<str>),
    /// What somebody wrote.
    Text(Phrase),
}

impl Value {
    /// A word of a fixed list.
    #[must_use]
    pub fn word(word: &str) -> Self {
        Self::Word(word.into())
    }

    /// A text.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self::Text(Phrase::new(text))
    }

    /// A text that two values share only when they are equal.
    #[must_use]
    pub fn canonical(&self) -> String {
        match self {
            Self::Number(number) => number.normalize().to_string(),
            Self::Date(date) => date.to_string(),
            Self::Quarter(quarter) => format!("{}K{}", quarter.year, quarter.number),
            Self::YesNo(value) => if *value { "ja" } else { "nee" }.to_owned(),
            Self::Word(word) => word.to_string(),
            Self::Text(text) => text.canonical(),
        }
    }

    /// The day that it stands for: a quarter stands for its first day.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Quarter(quarter) => Some(quarter.first_day()),
            Self::Number(_) | Self::YesNo(_) | Self::Word(_) | Self::Text(_) => None,
        }
    }

    /// Whether it is a text in which these words stand.
    #[must_use]
    pub fn has_words(&self, words: &Phrase) -> bool {
        match self {
            Self::Text(text) => text.has_words(words),
            Self::Number(_) | Self::Date(_) | Self::Quarter(_) | Self::YesNo(_) | Self::Word(_) => false,
        }
    }

    /// The number that it is.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Date(_) | Self::Quarter(_) | Self::YesNo(_) | Self::Word(_) | Self::Text(_) => None,
        }
    }
}
