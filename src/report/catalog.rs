//! The message catalogues: a text with arguments -> words in Dutch or English.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use rust_decimal::Decimal;
use unic_langid::LanguageIdentifier;

use crate::diagnostic::{Arg, Join, Text, worded};

use super::dates;
use super::foreign::escape_into;
use super::plain::{self, Piece};

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
            include_str!(concat!("messages/", $lang, "/letters.ftl")),
            include_str!(concat!("messages/", $lang, "/page.ftl")),
            include_str!(concat!("messages/", $lang, "/lint.ftl")),
            include_str!(concat!("messages/", $lang, "/test.ftl")),
            include_str!(concat!("messages/", $lang, "/compare.ftl")),
            include_str!(concat!("messages/", $lang, "/renew.ftl")),
            include_str!(concat!("messages/", $lang, "/docs.ftl")),
            include_str!(concat!("messages/", $lang, "/reports.ftl")),
            include_str!(concat!("messages/", $lang, "/settings.ftl")),
            include_str!(concat!("messages/", $lang, "/web.ftl")),
        ]
    };
}

/// The Dutch catalogue, as texts.
pub const DUTCH: [&str; 17] = catalogue!("nl");
/// The English catalogue, as texts.
pub const ENGLISH: [&str; 17] = catalogue!("en");

/// Where what is not the catalogue's own begins in a marked text, and where it ends. Neither stands in a text that was escaped.
pub const SAID: char = '\u{2068}';
pub const SAID_TO_HERE: char = '\u{2069}';

worded! {
    /// A language of the messages, as a document names its own.
    #[derive(Default)]
    pub enum Lang {
        #[default]
        Dutch = "nl";
        English = "en";
    }
}

/// One loaded catalogue.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// Nearly all messages only put words into a sentence. A run over thousands of plans says them very
    /// often, and without the machinery for plurals that is ten times as fast.
    plain: HashMap<String, Vec<Piece>>,
}

impl Catalog {
    /// Loads the catalogue of a language.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        let (texts, id) = match lang {
            Lang::Dutch => (DUTCH, "nl"),
            Lang::English => (ENGLISH, "en"),
        };
        let mut bundle = FluentBundle::new_concurrent(id.parse::<LanguageIdentifier>().into_iter().collect());
        bundle.set_use_isolating(false);
        let mut plain = HashMap::new();
        for text in texts {
            // What is wrong in a catalogue is left out here and found by a test.
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            plain.extend(plain::messages(resource.entries()));
            let _ = bundle.add_resource(resource);
        }
        Self { lang, bundle, plain }
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
        let mut out = String::new();
        self.message(id, &[], &mut out);
        out
    }

    /// The words whose names begin so, each by the rest of its name: for a page that knows them by name.
    #[must_use]
    pub fn words_of(&self, page: &str) -> BTreeMap<String, String> {
        let own = self.plain.keys().filter_map(|id| Some((id, id.strip_prefix(page)?)));
        own.map(|(id, name)| (name.to_owned(), self.word(id))).collect()
    }

    /// A text in words.
    #[must_use]
    pub fn say(&self, text: &Text) -> String {
        let mut out = String::new();
        self.message(text.id, &text.args, &mut out);
        out
    }

    fn message(&self, id: &str, args: &[(&'static str, Arg)], out: &mut String) {
        let Some(pieces) = self.plain.get(id) else { return self.by_fluent(id, args, out) };
        for piece in pieces {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Arg(name) => match args.iter().rfind(|(known, _)| known == name) {
                    Some((_, arg)) => self.write(arg, out),
                    None => {
                        let _ = write!(out, "{{${name}}}");
                    }
                },
            }
        }
    }

    fn by_fluent(&self, id: &str, args: &[(&'static str, Arg)], out: &mut String) {
        let Some(pattern) = self.bundle.get_message(id).and_then(|message| message.value()) else {
            return out.push_str(id);
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg));
        }
        out.push_str(&self.bundle.format_pattern(pattern, Some(&values), &mut Vec::new()));
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
        let mut out = String::new();
        self.write(arg, &mut out);
        out
    }

    /// The same, with what is not the catalogue's own between marks.
    #[must_use]
    pub fn marked(&self, arg: &Arg) -> String {
        self.arg(&self.mark_arg(arg, true))
    }

    fn mark(&self, text: &Text) -> Text {
        // A message with plurals may ask which word it is.
        let words = self.plain.contains_key(text.id);
        Text { id: text.id, args: text.args.iter().map(|(name, arg)| (*name, self.mark_arg(arg, words))).collect() }
    }

    fn mark_arg(&self, arg: &Arg, words: bool) -> Arg {
        match arg {
            Arg::Str(_) if words => Arg::Text(Text::new("docs-said").with("text", arg.clone())),
            Arg::Text(text) => Arg::Text(self.mark(text)),
            Arg::List(items, join) => Arg::List(items.iter().map(|item| self.mark_arg(item, words)).collect(), *join),
            Arg::Brief(items, join) => Arg::Brief(items.iter().map(|item| self.mark_arg(item, words)).collect(), *join),
            Arg::Str(_) | Arg::Num(_) | Arg::Decimal(_) | Arg::Money(_) | Arg::Date(_) => arg.clone(),
        }
    }

    fn write(&self, arg: &Arg, out: &mut String) {
        match arg {
            Arg::Str(text) => escape_into(text, out),
            Arg::Num(number) => {
                let _ = write!(out, "{number}");
            }
            Arg::Decimal(number) => out.push_str(&self.decimal(number.normalize())),
            Arg::Money(number) => out.push_str(&self.decimal(with_cents(*number))),
            Arg::Date(date) => out.push_str(&dates::long(self, *date)),
            Arg::Text(text) => self.message(text.id, &text.args, out),
            Arg::List(items, join) => self.list(items, *join, out),
            Arg::Brief(items, join) => self.list(&brief(items), *join, out),
        }
    }

    fn decimal(&self, number: Decimal) -> String {
        let text = number.to_string();
        match self.lang {
            Lang::Dutch => text.replace('.', ","),
            Lang::English => text,
        }
    }

    fn list(&self, items: &[Arg], join: Join, out: &mut String) {
        let (between, last) = match join {
            Join::Comma => (", ", None),
            Join::Semicolon => ("; ", None),
            Join::Line => ("\n", None),
            Join::Sentences => (" ", None),
            Join::And => (", ", Some("list-and")),
            Join::Or => (", ", Some("list-or")),
        };
        for (at, item) in items.iter().enumerate() {
            match last {
                _ if at == 0 => {}
                Some(word) if at + 1 == items.len() => {
                    out.push(' ');
                    self.message(word, &[], out);
                    out.push(' ');
                }
                _ => out.push_str(between),
            }
            self.write(item, out);
        }
    }
}

/// A list of more names than this helps nobody.
const MOST: usize = 5;

/// The first ones of a list, and how many more there are; one more is named itself.
fn brief(items: &[Arg]) -> Vec<Arg> {
    let more = items.len().saturating_sub(MOST);
    if more < 2 {
        return items.to_vec();
    }
    let more = Arg::Text(Text::new("and-more").with("count", more));
    items.iter().take(MOST).cloned().chain([more]).collect()
}

/// An amount with both its cents, or whole.
fn with_cents(number: Decimal) -> Decimal {
    let mut number = number.normalize();
    if !number.is_integer() && number.scale() < 2 {
        number.rescale(2);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is written without Fluent must be what Fluent writes.
    #[test]
    fn plain_messages_are_what_fluent_says() {
        for lang in [Lang::Dutch, Lang::English] {
            let catalog = Catalog::new(lang);
            let args: Vec<(&'static str, Arg)> = ["title", "name", "count", "date", "path", "names", "field", "year"]
                .into_iter()
                .map(|name| (name, if name == "count" { Arg::Num(2) } else { Arg::from("één\u{7}") }))
                .collect();
            assert!(catalog.plain.len() > 500, "{} plain messages", catalog.plain.len());
            for id in catalog.plain.keys() {
                let (mut plain, mut fluent) = (String::new(), String::new());
                catalog.message(id, &args, &mut plain);
                catalog.by_fluent(id, &args, &mut fluent);
                assert_eq!(plain, fluent, "{id}");
            }
        }
    }
}
