//! The command line in the language of the reader: help pages, and what is wrong with a command.
//!
//! In: the arguments as they are declared, and the catalogue. Out: what was asked, or a page or a message that has been written.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, CommandFactory, FromArgMatches};

use crate::diagnostic::{Arg as TextArg, Join, Text};
use crate::report::Catalog;
use crate::session::Stop;

use super::args::Cli;
use super::exit::Exit;
use super::file_kind::FileKind;
use super::{output, words};

/// Reads the arguments of this process; help and mistakes are written here.
pub fn parse(catalog: &Catalog) -> Result<Cli, Exit> {
    let matches = match command(catalog).try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return Err(refuse(&error, catalog)),
    };
    Cli::from_arg_matches(&matches).map_err(|error| refuse(&error, catalog))
}

/// The command with its texts in the language of the catalogue.
pub fn command(catalog: &Catalog) -> clap::Command {
    localise(Cli::command(), catalog, "cli")
}

fn localise(command: clap::Command, catalog: &Catalog, id: &str) -> clap::Command {
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    let mut command = command
        // Who gives an option twice means the last.
        .args_override_self(true)
        .about(catalog.word(&format!("{id}-about")))
        .help_template(template(catalog, !names.is_empty()))
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
            if catalog.has(&text) { arg.help(catalog.word(&text)) } else { arg }
        })
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(clap::ArgAction::Help)
                .help(catalog.word("cli-arg-help"))
                .display_order(LAST),
        );
    if id == "cli" {
        let version = Arg::new("version")
            .short('V')
            .long("version")
            .action(clap::ArgAction::Version)
            .help(catalog.word("cli-arg-version"))
            .display_order(LAST);
        command = command.disable_version_flag(true).arg(version);
    }
    for name in names {
        command = command.mut_subcommand(&name, |sub| localise(sub, catalog, &format!("cli-{name}")));
    }
    command
}

/// A command by its name.
pub fn subcommand(whole: &clap::Command, name: &str) -> Result<clap::Command, Stop> {
    whole.find_subcommand(name).cloned().ok_or_else(|| {
        let names: Vec<String> = whole.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
        Stop::Said(Text::new("usage-command").with("found", name), Some(near(name, &names)))
    })
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

fn template(catalog: &Catalog, commands: bool) -> StyledStr {
    let usage = catalog.word("cli-usage");
    let options = catalog.word("cli-options");
    let arguments = catalog.word("cli-arguments");
    let middle = if commands {
        format!("{}\n{{subcommands}}\n\n", catalog.word("cli-commands"))
    } else {
        format!("{arguments}\n{{positionals}}\n\n")
    };
    StyledStr::from(format!("{{about}}\n\n{usage} {{usage}}\n\n{middle}{options}\n{{options}}\n"))
}

/// Writes help, version or what is wrong, in plain words.
fn refuse(error: &clap::Error, catalog: &Catalog) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::print(&plain_help(&error.render().to_string(), catalog));
            return Exit::Clean;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::complain(&plain_help(&error.render().to_string(), catalog));
            return Exit::Failed;
        }
        _ => {}
    }
    let value = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    if error.kind() == ErrorKind::InvalidSubcommand {
        return no_command(&value(ContextKind::InvalidSubcommand), catalog);
    }
    let argument = value(ContextKind::InvalidArg);
    let given = value(ContextKind::InvalidValue);
    let text = match error.kind() {
        ErrorKind::UnknownArgument => Text::new("usage-unknown").with("found", argument),
        ErrorKind::InvalidValue if given.is_empty() && std::env::args_os().any(|arg| is_empty(&arg)) => {
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
fn is_empty(arg: &std::ffi::OsStr) -> bool {
    arg.is_empty() || arg.to_str().is_some_and(|arg| arg.starts_with("--") && arg.ends_with('='))
}

/// There is no such command. A file that stands in its place says itself what can be done with it.
fn no_command(found: &str, catalog: &Catalog) -> Exit {
    let text = Text::new("usage-command").with("found", found);
    let path = std::path::Path::new(found);
    if path.exists() {
        let kind = FileKind::of(path);
        let what = Text::new("file-kind-also").with("path", found).with("kind", kind.word());
        words::complain(catalog, text, Some(what.with("help", kind.help(path))));
        return Exit::Failed;
    }
    let names: Vec<String> = Cli::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    words::complain(catalog, text, Some(near(found, &names)))
}

/// The command that was probably meant.
pub fn near(found: &str, names: &[String]) -> Text {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match crate::plan::nearest(found, &names) {
        Some(near) => Text::new("usage-command-near").with("name", near),
        None => Text::new("usage-help"),
    }
}
