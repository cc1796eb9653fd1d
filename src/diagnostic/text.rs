//! A text that is not yet in a language: a catalogue id with arguments.

use jiff::civil::Date;
use rust_decimal::Decimal;

/// A message of the catalogues with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub id: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

/// How the parts of a list are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// `a, b en c`
    And,
    /// `a, b of c`
    Or,
    /// `a, b, c`
    Comma,
    /// One after the other with `; ` between.
    Semicolon,
    /// Each on a line of its own.
    Line,
    /// Sentences one after the other.
    Sentences,
}

/// One argument of a [`Text`].
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Words of a user or of a regioplan; control characters are escaped when written.
    Str(String),
    Num(i64),
    /// A number with decimals, written as the language does.
    Decimal(Decimal),
    /// An amount in euro: with both its cents, or with none.
    Money(Decimal),
    Date(Date),
    Text(Text),
    List(Vec<Arg>, Join),
    /// A list of which people read the first ones, and how many more there are; a machine reads all of it.
    Brief(Vec<Arg>, Join),
}

impl Text {
    #[must_use]
    pub fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Adds one argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// The same, with every list as long as it is.
    #[must_use]
    pub fn in_full(&self) -> Self {
        Self { id: self.id, args: self.args.iter().map(|(name, arg)| (*name, arg.in_full())).collect() }
    }
}

impl Arg {
    /// A list of words, joined as asked.
    pub fn words<S: Into<String>>(words: impl IntoIterator<Item = S>, join: Join) -> Self {
        Self::List(words.into_iter().map(|word| Self::Str(word.into())).collect(), join)
    }

    fn in_full(&self) -> Self {
        match self {
            Self::Text(text) => Self::Text(text.in_full()),
            Self::List(items, join) | Self::Brief(items, join) => {
                Self::List(items.iter().map(Self::in_full).collect(), *join)
            }
            Self::Str(_) | Self::Num(_) | Self::Decimal(_) | Self::Money(_) | Self::Date(_) => self.clone(),
        }
    }
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Str(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Str(value)
    }
}

impl From<&String> for Arg {
    fn from(value: &String) -> Self {
        Self::Str(value.clone())
    }
}

impl From<usize> for Arg {
    fn from(value: usize) -> Self {
        Self::Num(i64::try_from(value).unwrap_or(i64::MAX))
    }
}

impl From<u8> for Arg {
    fn from(value: u8) -> Self {
        Self::Num(i64::from(value))
    }
}

impl From<u16> for Arg {
    fn from(value: u16) -> Self {
        Self::Num(i64::from(value))
    }
}

impl From<u32> for Arg {
    fn from(value: u32) -> Self {
        Self::Num(i64::from(value))
    }
}

impl From<i16> for Arg {
    fn from(value: i16) -> Self {
        Self::Num(i64::from(value))
    }
}

impl From<Date> for Arg {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<Text> for Arg {
    fn from(value: Text) -> Self {
        Self::Text(value)
    }
}
