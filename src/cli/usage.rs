//! The command line in the language of the reader: help pages, and what is wrong with a command.
//!
//! In: the arguments as they are declared, as they were given, and the catalogue. Out: what was asked, or a page or a message that has
//! been written.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory, FromArgMatches};

use crate::diagnostic::{Arg as TextArg, Join, Text};
use crate::report::Catalog;
use crate::session::Stop;
use crate::value::name_distance;

use super::args::Cli;
use super::exit::Exit;
use super::file_kind::FileKind;
use super::twice::contradiction;
use super::{dutch, output, words};

/// Reads arguments, of which the first is the name of the program; help and mistakes are written here.
pub fn parse(mut args: Vec<OsString>, catalog: &Catalog) -> Result<Cli, Exit> {
    let whole = command(catalog);
    let mut matches = whole.clone().try_get_matches_from(&args);
    if let Err(error) = &matches
        && let Some(place) = plan_without_command(error, &whole, &args)
    {
        args.insert(place, OsString::from("check"));
        matches = whole.clone().try_get_matches_from(&args);
    }
    let matches = matches.map_err(|error| refuse(&error, &args, catalog))?;
    if let Some((one, other)) = contradiction(&whole, &args) {
        let text = Text::new("usage-contradiction").with("one", one).with("other", other);
        return Err(words::complain(catalog, text, Some(Text::new("usage-contradiction-help"))));
    }
    Cli::from_arg_matches(&matches).map_err(|error| refuse(&error, &args, catalog))
}

/// The command with its texts in the language of the catalogue.
pub fn command(catalog: &Catalog) -> clap::Command {
    also_in_dutch(localise(Cli::command(), catalog, "cli"), &|command, name| command.alias(name), &|arg, name| {
        arg.alias(name)
    })
}

/// The same for a file of completions, which offers the Dutch names too.
pub fn completed(catalog: &Catalog) -> clap::Command {
    let whole = localise(Cli::command(), catalog, "cli");
    also_in_dutch(whole, &|command, name| command.visible_alias(name), &|arg, name| arg.visible_alias(name))
}

/// Gives each command and each option its Dutch name.
fn also_in_dutch(
    command: clap::Command,
    name_command: &dyn Fn(clap::Command, &'static str) -> clap::Command,
    name_option: &dyn Fn(Arg, &'static str) -> Arg,
) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let command = match dutch::command(command.get_name()) {
        Some(name) => name_command(command, name),
        None => command,
    };
    let command = command.mut_args(|arg| match arg.get_long().and_then(dutch::option) {
        Some(name) => name_option(arg, name),
        None => arg,
    });
    names.iter().fold(command, |command, name| {
        command.mut_subcommand(name, |sub| also_in_dutch(sub, name_command, name_option))
    })
}

/// A text of the help, with the Dutch name of what it is about.
fn told(text: String, dutch: Option<String>, catalog: &Catalog) -> String {
    match dutch {
        Some(name) => format!("{text} {}", catalog.say(&Text::new("cli-also").with("name", name))),
        None => text,
    }
}

fn localise(command: clap::Command, catalog: &Catalog, id: &str) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let own = dutch::command(command.get_name()).map(str::to_owned);
    let option = |name: &str| dutch::option(name).map(|name| format!("--{name}"));
    let template = template(catalog, &command);
    let mut command = command
        // Who gives an option twice means the last.
        .args_override_self(true)
        .about(told(catalog.word(&format!("{id}-about")), own, catalog))
        .help_template(template)
        .mut_args(|arg| {
            let own = format!("{id}-arg-{}", arg.get_id().as_str().replace('_', "-"));
            let text =
                if catalog.has(&own) { own } else { format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-")) };
            let arg = if arg.get_action().takes_values() {
                let name = value_name(&arg, catalog);
                arg.hide_default_value(true).hide_possible_values(true).value_name(name)
            } else {
                arg
            };
            // What every command has stands below what is its own.
            let arg = if arg.is_global_set() { arg.display_order(LAST) } else { arg };
            let dutch = arg.get_long().and_then(option);
            if catalog.has(&text) { arg.help(told(catalog.word(&text), dutch, catalog)) } else { arg }
        })
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(told(catalog.word("cli-arg-help"), option("help"), catalog))
                .display_order(LAST),
        );
    if id == "cli" {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(told(catalog.word("cli-arg-version"), option("version"), catalog))
            .display_order(LAST);
        command = command.disable_version_flag(true).arg(version);
    }
    for name in names {
        command = command.mut_subcommand(&name, |sub| localise(sub, catalog, &format!("cli-{name}")));
    }
    command
}

/// A command by its name, and by that of the command that it is part of: `decisions import`. Without a name it is the whole.
pub fn subcommand(whole: &clap::Command, names: &[String]) -> Result<clap::Command, Stop> {
    let found = names.iter().try_fold(whole, |command, name| {
        let unknown = || Stop::Said(Text::new("usage-command").with("found", name), Some(near(name, command)));
        command.find_subcommand(name).ok_or_else(unknown)
    });
    found.cloned()
}

/// The place in the help of what every command has.
const LAST: usize = 1000;

/// What stands for a value, in the language of the reader: `VORM=PAD` has two parts.
fn value_name(arg: &Arg, catalog: &Catalog) -> String {
    let name = arg.get_value_names().and_then(<[_]>::first).map_or_else(String::new, ToString::to_string);
    let part = |part: &str| {
        let id = format!("cli-value-{}", part.to_lowercase());
        if catalog.has(&id) { catalog.word(&id) } else { part.to_owned() }
    };
    name.split('=').map(part).collect::<Vec<_>>().join("=")
}

/// A page of help without the one word that stands fixed in the library.
pub fn plain_help(page: &str, catalog: &Catalog) -> String {
    page.replace("[OPTIONS]", &format!("[{}]", catalog.word("cli-value-options")))
        .replace("<COMMAND>", &format!("<{}>", catalog.word("cli-value-opdracht")))
}

fn template(catalog: &Catalog, command: &clap::Command) -> StyledStr {
    let usage = catalog.word("cli-usage");
    let options = catalog.word("cli-options");
    let middle = if command.has_subcommands() {
        format!("{}\n{{subcommands}}\n\n", catalog.word("cli-commands"))
    } else if command.get_positionals().next().is_some() {
        format!("{}\n{{positionals}}\n\n", catalog.word("cli-arguments"))
    } else {
        String::new()
    };
    StyledStr::from(format!("{{about}}\n\n{usage} {{usage}}\n\n{middle}{options}\n{{options}}\n"))
}

/// Nothing was asked: says what can be.
pub fn begin(catalog: &Catalog) -> Exit {
    words::remark(catalog, &Text::new("begin-about"));
    output::complain("\n");
    words::remark(catalog, &Text::new("begin-typed"));
    Exit::Failed
}

/// Writes help, version or what is wrong, in plain words.
fn refuse(error: &clap::Error, args: &[OsString], catalog: &Catalog) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print(&plain_help(&error.render().to_string(), catalog));
            return Exit::Clean;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::complain(&plain_help(&error.render().to_string(), catalog));
            return Exit::Failed;
        }
        ErrorKind::MissingSubcommand => return begin(catalog),
        _ => {}
    }
    let value = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    if error.kind() == ErrorKind::InvalidSubcommand {
        return no_command(&value(ContextKind::InvalidSubcommand), args, catalog);
    }
    let argument = value(ContextKind::InvalidArg);
    let given = value(ContextKind::InvalidValue);
    let text = match error.kind() {
        ErrorKind::UnknownArgument => Text::new("usage-unknown").with("found", argument),
        ErrorKind::InvalidValue if given.is_empty() && args.iter().any(|arg| is_empty(arg)) => {
            Text::new("usage-empty").with("argument", argument)
        }
        ErrorKind::InvalidValue if given.is_empty() => Text::new("usage-no-value").with("argument", argument),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            Text::new("usage-value").with("argument", argument).with("found", given)
        }
        ErrorKind::MissingRequiredArgument => Text::new("usage-missing").with("argument", argument),
        ErrorKind::ArgumentConflict => Text::new("usage-twice").with("argument", argument),
        _ => Text::new("usage-other"),
    };
    let mut lines = vec![catalog.say(&Text::new("stop").with("message", text))];
    let suggested = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let near = suggested.into_iter().map(value).find(|found| !found.is_empty());
    if let Some(near) = near {
        lines.push(catalog.say(&Text::new("did-you-mean").with("name", near)));
    } else if let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue)
        && !valid.is_empty()
    {
        lines.push(catalog.say(&Text::new("choose-from").with("names", TextArg::words(valid, Join::Comma))));
    }
    lines.push(catalog.word("usage-help"));
    output::complain(&format!("{}\n", lines.join("\n")));
    Exit::Failed
}

/// Whether an argument is empty, or is an option with nothing behind `=`.
fn is_empty(arg: &OsStr) -> bool {
    arg.is_empty() || arg.to_str().is_some_and(|arg| arg.starts_with("--") && arg.ends_with('='))
}

/// The place of a plan that stands where a command is asked: a path that is there, or a name that only a file has.
fn plan_without_command(error: &clap::Error, whole: &clap::Command, args: &[OsString]) -> Option<usize> {
    let Some(ContextValue::String(found)) = error.get(ContextKind::InvalidSubcommand) else { return None };
    let path = Path::new(found);
    let place = args.iter().position(|arg| arg == OsStr::new(found))?;
    let after_command = args.iter().take(place).skip(1).any(|arg| whole.find_subcommand(arg).is_some());
    (!after_command && (path.exists() || FileKind::by_name(path) != FileKind::Other)).then_some(place)
}

/// There is no such command. A file that stands in its place says itself what can be done with it.
fn no_command(found: &str, args: &[OsString], catalog: &Catalog) -> Exit {
    let text = Text::new("usage-command").with("found", found);
    let path = Path::new(found);
    if path.exists() {
        let kind = FileKind::of(path);
        let what = Text::new("file-kind-also").with("path", found).with("kind", kind.word());
        words::complain(catalog, text, Some(what.with("help", kind.help(path))));
        return Exit::Failed;
    }
    let mut whole = command(catalog);
    whole.build();
    let before = args.iter().skip(1).take_while(|arg| *arg != found);
    let mut part = &whole;
    for word in before {
        part = part.find_subcommand(word).unwrap_or(part);
    }
    words::complain(catalog, text, Some(near(found, part)))
}

/// The part of a command that was probably meant: one that looks like it, or one that begins like it.
fn near(found: &str, whole: &clap::Command) -> Text {
    let lower = found.to_lowercase();
    let names = whole
        .get_subcommands()
        .flat_map(|command| std::iter::once(command.get_name()).chain(command.get_all_aliases()));
    let distance = |name: &str| {
        let beginning = lower.len().min(name.len()) > 2 && (lower.starts_with(name) || name.starts_with(&lower));
        if beginning { 1 } else { name_distance(&lower, name) }
    };
    let alike = names
        .map(|name| (distance(name), name))
        .min_by_key(|(distance, name)| (*distance, std::cmp::Reverse(name.len())));
    let alike = alike.filter(|(distance, _)| distance * 5 <= lower.len() * 2);
    match alike {
        Some((_, near)) => {
            let whole = whole.get_bin_name().unwrap_or_else(|| whole.get_name());
            Text::new("usage-command-near").with("name", format!("{whole} {near}"))
        }
        None => Text::new("usage-help"),
    }
}
