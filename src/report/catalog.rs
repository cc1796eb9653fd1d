//! The message catalogues: a text with arguments -> words in Dutch or English.

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Arg, Join, Text};
use crate::plan::mask_citizen_numbers;

use super::dates;

/// The files of a catalogue, one a subject.
macro_rules! catalogue {
    ($lang:literal) => {
        [
            include_str!(concat!("messages/", $lang, "/basics.ftl")),
            include_str!(concat!("messages/", $lang, "/findings.ftl")),
            include_str!(concat!("messages/", $lang, "/language.ftl")),
            include_str!(concat!("messages/", $lang, "/rules.ftl")),
            include_str!(concat!("messages/", $lang, "/show.ftl")),
            include_str!(concat!("messages/", $lang, "/commands.ftl")),
            include_str!(concat!("messages/", $lang, "/region.ftl")),
            include_str!(concat!("messages/", $lang, "/lint.ftl")),
            include_str!(concat!("messages/", $lang, "/test.ftl")),
            include_str!(concat!("messages/", $lang, "/compare.ftl")),
            include_str!(concat!("messages/", $lang, "/docs.ftl")),
            include_str!(concat!("messages/", $lang, "/reports.ftl")),
            include_str!(concat!("messages/", $lang, "/settings.ftl")),
        ]
    };
}

/// The Dutch catalogue, as texts.
pub const DUTCH: [&str; 13] = catalogue!("nl");
/// The English catalogue, as texts.
pub const ENGLISH: [&str; 13] = catalogue!("en");

/// A language of the messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Dutch,
    English,
}

/// One loaded catalogue.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl Catalog {
    /// Loads the catalogue of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let (texts, id) = match lang {
            Lang::Dutch => (DUTCH, "nl"),
            Lang::English => (ENGLISH, "en"),
        };
        let mut bundle = FluentBundle::new(id.parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        for text in texts {
            // What is wrong in a catalogue is left out here and found by a test.
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle }
    }

    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether the catalogue has a message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// A message without arguments.
    #[must_use]
    pub fn word(&self, id: &str) -> String {
        self.message(id, &[])
    }

    /// A text in words.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        self.message(text.id, &text.args)
    }

    fn message(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned()
    }

    fn value(&self, arg: &Arg) -> FluentValue<'static> {
        match arg {
            Arg::Num(number) => FluentValue::from(*number),
            other => FluentValue::from(self.arg(other)),
        }
    }

    /// An argument in words; what a person wrote is escaped, and shows no citizen number.
    #[must_use]
    pub fn arg(&self, arg: &Arg) -> String {
        match arg {
            Arg::Str(text) => escape(&mask_citizen_numbers(text)),
            Arg::Num(number) => number.to_string(),
            Arg::Decimal(number) => self.decimal(*number),
            Arg::Date(date) => dates::long(self, *date),
            Arg::Text(text) => self.say(text),
            Arg::List(items, join) => self.list(items, *join),
        }
    }

    fn decimal(&self, number: rust_decimal::Decimal) -> String {
        let text = number.normalize().to_string();
        match self.lang {
            Lang::Dutch => text.replace('.', ","),
            Lang::English => text,
        }
    }

    fn list(&self, items: &[Arg], join: Join) -> String {
        let words: Vec<String> = items.iter().map(|item| self.arg(item)).collect();
        let last = match join {
            Join::Comma => return words.join(", "),
            Join::Semicolon => return words.join("; "),
            Join::Line => return words.join("\n"),
            Join::And => self.word("list-and"),
            Join::Or => self.word("list-or"),
        };
        match words.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        }
    }
}

/// Control characters, and signs that change the direction of text, written out.
#[must_use]
pub fn escape(text: &str) -> String {
    if !text.chars().any(is_harmful) {
        return text.to_owned();
    }
    let mut safe = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if is_harmful(c) { safe.extend(c.escape_default()) } else { safe.push(c) }
    }
    safe
}

/// Signs that a terminal would obey instead of show.
#[must_use]
pub fn is_harmful(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
