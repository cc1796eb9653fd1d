//! `mtvp help`: what the program can do, or one of its commands.

use crate::diagnostic::Text;
use crate::report::Catalog;

use super::args::HelpArgs;
use super::usage::{command, plain_help};
use super::{Exit, output, words};

pub fn run(args: &HelpArgs, catalog: &Catalog) -> Exit {
    let mut whole = command(catalog);
    whole.build();
    let Some(name) = &args.command else {
        output::print(&plain_help(&whole.render_help().to_string(), catalog));
        return Exit::Clean;
    };
    let names: Vec<String> = whole.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    match whole.find_subcommand_mut(name) {
        Some(found) => {
            output::print(&plain_help(&found.render_help().to_string(), catalog));
            Exit::Clean
        }
        None => words::stop(catalog, Text::new("usage-command").with("found", name), Some(near(name, &names))),
    }
}

/// The command that was probably meant.
pub fn near(found: &str, names: &[String]) -> Text {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match crate::plan::nearest(found, &names) {
        Some(near) => Text::new("usage-command-near").with("name", near),
        None => Text::new("usage-help"),
    }
}
