//! What the environment says: language, colour, width and signs of the screen, today's date.

use std::ffi::OsString;
use std::io::IsTerminal;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diagnostic::Text;
use crate::report::{Lang, Screen};
use crate::session::Stop;

use super::args::ColorArg;

/// The language of a file that is made: it hangs on no locale, so that it is the same on every computer.
pub fn lang_of_files() -> Lang {
    let args: Vec<OsString> = std::env::args_os().collect();
    asked(&words(&args)).unwrap_or(Lang::Dutch)
}

/// The language of the messages: the flag `--lang`, then `MTVP_LANG`, then the settings of this folder, then the locale; Dutch when none
/// says otherwise.
pub fn lang_of(args: &[OsString]) -> Lang {
    let locale = || set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).map(|locale| named(&locale));
    asked(&words(args)).or_else(locale).unwrap_or(Lang::Dutch)
}

/// The language that somebody asks for; the locale of the computer is not asked for.
fn asked(words: &[&str]) -> Option<Lang> {
    let flag = value_of("--lang", words).map(str::to_owned);
    flag.or_else(|| set("MTVP_LANG")).or_else(|| of_repository(words)).map(|name| named(&name))
}

fn words(args: &[OsString]) -> Vec<&str> {
    args.iter().filter_map(|arg| arg.to_str()).collect()
}

fn set(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn named(name: &str) -> Lang {
    if name.to_lowercase().starts_with("en") { Lang::English } else { Lang::Dutch }
}

/// The value of a flag, before the arguments are read: their errors are told in this language.
fn value_of<'a>(flag: &str, words: &[&'a str]) -> Option<&'a str> {
    words.iter().enumerate().find_map(|(index, word)| match word.split_once('=') {
        Some((name, value)) if name == flag => Some(value),
        _ if *word == flag => words.get(index + 1).copied(),
        _ => None,
    })
}

/// The language of the file of settings: the one that is named, else the nearest `mtvp.toml`, unless none is to be used.
/// What is wrong in that file is told by the command that needs it.
fn of_repository(words: &[&str]) -> Option<String> {
    if words.contains(&"--no-config") {
        return None;
    }
    let named = value_of("--config", words).map(std::path::PathBuf::from);
    let file = named.or_else(|| super::own::nearest(std::path::Path::new(".")))?;
    let source = super::files::source(&file, super::fence::By::Way).ok()?;
    crate::settings::read(&source.text).0.lang.map(|lang| lang.value)
}

/// Width, colour and signs of standard output.
pub fn screen(color: ColorArg) -> Screen {
    let terminal = std::io::stdout().is_terminal();
    let color = match color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => {
            terminal && std::env::var_os("NO_COLOR").is_none() && std::env::var("TERM").as_deref() != Ok("dumb")
        }
    };
    let width =
        if terminal { terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0)) } else { 100 };
    Screen { width: width.min(120), color, ascii: is_foreign() }
}

/// Whether the locale names an encoding, and another one than UTF-8. `C`, `POSIX` and a locale without an encoding say
/// nothing of what the screen can show.
fn is_foreign() -> bool {
    let locale = set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).unwrap_or_default();
    let encoding = locale.split_once('.').map(|(_, rest)| rest.split('@').next().unwrap_or(rest).to_lowercase());
    encoding.is_some_and(|encoding| !matches!(encoding.as_str(), "utf-8" | "utf8"))
}

/// Where plans are handed in.
const HERE: &str = "Europe/Amsterdam";

/// Today: in the time zone that `TZ` names, by its name or by a rule, else in the Netherlands, wherever the machine stands.
pub fn today() -> Date {
    let asked = std::env::var_os("TZ").and_then(|_| TimeZone::try_system().ok());
    let zone = asked.or_else(|| TimeZone::get(HERE).ok()).unwrap_or(TimeZone::UTC);
    jiff::Timestamp::now().to_zoned(zone).date()
}

/// The date of `--as-of`.
pub fn as_of(given: Option<&str>) -> Result<Option<Date>, Stop> {
    let read = |text: &str| {
        text.parse()
            .map_err(|_| Stop::Said(Text::new("usage-as-of").with("found", text), Some(Text::new("expected-date"))))
    };
    given.map(read).transpose()
}
