//! What the environment says: language, colour, width and signs of the screen, today's date.

use std::ffi::OsString;
use std::io::IsTerminal;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::diagnostic::Text;
use crate::plan;
use crate::report::{Lang, Screen};
use crate::session::Stop;

use super::args::{ColorArg, ConfigArgs};
use super::fence::By;
use super::paths::folded;
use super::{dutch, files, own};

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

/// The language of the messages, where something comes before the settings, or where these say nothing: who says so.
pub fn lang_besides_settings() -> Option<(Lang, Text)> {
    let args: Vec<OsString> = std::env::args_os().collect();
    let words = words(&args);
    let of = |name: &'static str| Some((named(&set(name)?), Text::new("settings-from-variable").with("name", name)));
    let flag = value_of("lang", &words).map(|given| (named(given), Text::new("settings-from-flag")));
    let locale = || ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(of);
    flag.or_else(|| of("MTVP_LANG")).or_else(|| if of_repository(&words).is_none() { locale() } else { None })
}

/// The language that somebody asks for; the locale of the computer is not asked for.
fn asked(words: &[&str]) -> Option<Lang> {
    let flag = value_of("lang", words).map(str::to_owned);
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
    // The last one counts.
    words.iter().enumerate().rev().find_map(|(index, word)| match word.split_once('=') {
        Some((name, value)) if is_flag(name, flag) => Some(value),
        _ if is_flag(word, flag) => words.get(index + 1).copied(),
        _ => None,
    })
}

/// Whether a word is a flag, by its own name or by its Dutch one.
fn is_flag(word: &str, flag: &str) -> bool {
    word.strip_prefix("--").is_some_and(|word| word == flag || dutch::option(flag) == Some(word))
}

/// The language of the settings of this folder: the nearest file that names one. What is wrong in a file is told by the
/// command that needs it.
fn of_repository(words: &[&str]) -> Option<String> {
    let config = ConfigArgs {
        config: value_of("config", words).map(std::path::PathBuf::from),
        no_config: words.iter().any(|word| is_flag(word, "no-config")),
    };
    let files = own::files(&config, &folded(std::path::Path::new(".")));
    let lang = |(file, _): &(std::path::PathBuf, bool)| {
        let text = files::source(file, By::Way).ok()?.text;
        crate::settings::read(&text).0.lang.map(|lang| lang.value)
    };
    files.iter().rev().find_map(lang)
}

/// Width, colour and signs of standard output.
pub fn screen(color: ColorArg) -> Screen {
    let terminal = std::io::stdout().is_terminal();
    let color = match color {
        ColorArg::Always => true,
        ColorArg::Never => false,
        ColorArg::Auto => colour_by_convention(terminal),
    };
    let width =
        if terminal { terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0)) } else { 100 };
    Screen { width: width.min(120), color, ascii: is_foreign() }
}

/// Whether the window of the program is its own, and closes with it. So it is when the file manager of Windows started it, by a
/// double-click or because a file was dragged onto it. Another file manager, and another system, are not known: there nothing waits.
pub fn has_own_window() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal() && is_of_file_manager()
}

#[cfg(windows)]
fn is_of_file_manager() -> bool {
    let Ok(mut list) = winsafe::HPROCESSLIST::CreateToolhelp32Snapshot(winsafe::co::TH32CS::SNAPPROCESS, None) else {
        return false;
    };
    let all: Vec<(u32, u32, String)> = list
        .iter_processes()
        .map_while(Result::ok)
        .map(|one| (one.th32ProcessID, one.th32ParentProcessID, one.szExeFile()))
        .collect();
    let own = std::process::id();
    let parent = all.iter().find(|(id, ..)| *id == own).map(|(_, parent, _)| *parent);
    all.iter().any(|(id, _, name)| Some(*id) == parent && name.eq_ignore_ascii_case("explorer.exe"))
}

#[cfg(not(windows))]
fn is_of_file_manager() -> bool {
    false
}

/// Colour as the conventions of no-color.org and bixense.com/clicolors have it: a variable that is empty is not set.
fn colour_by_convention(terminal: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
    let forced = set("CLICOLOR_FORCE").is_some_and(|value| value != "0");
    let wanted = set("CLICOLOR").is_none_or(|value| value != "0") && set("TERM").is_none_or(|term| term != "dumb");
    // A window of Windows shows colours once it is asked to; an old one shows their codes.
    let can = || anstyle_query::windows::enable_ansi_colors() != Some(false);
    set("NO_COLOR").is_none() && (forced || terminal && wanted && can())
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

/// The date of `--as-of`, in every form that can only be one date.
pub fn as_of(given: Option<&str>) -> Result<Option<Date>, Stop> {
    let read = |text: &str| {
        plan::certain(text, plan::read_date)
            .map_err(|help| Stop::Said(Text::new("usage-as-of").with("found", text), Some(help)))
    };
    given.map(read).transpose()
}

/// The year of `--year`: `3`, `jaar 3`, `derde`.
pub fn year(given: &str) -> Result<u8, Stop> {
    plan::certain(given, plan::read_year).map_err(|help| {
        Stop::Said(Text::new("usage-value").with("found", given).with("argument", "--year"), Some(help))
    })
}
