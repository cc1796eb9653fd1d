//! `mtvp help`: what the program can do, or one of its commands.

use crate::diagnostic::Text;
use crate::report::Catalog;
use crate::session::Stop;

use super::args::HelpArgs;
use super::exit::Exit;
use super::output;
use super::usage::{command, near, plain_help};

pub fn run(args: &HelpArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let mut whole = command(catalog);
    whole.build();
    let Some(name) = &args.command else {
        output::print(&plain_help(&whole.render_help().to_string(), catalog));
        return Ok(Exit::Clean);
    };
    let names: Vec<String> = whole.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    match whole.find_subcommand_mut(name) {
        Some(found) => {
            output::print(&plain_help(&found.render_help().to_string(), catalog));
            Ok(Exit::Clean)
        }
        None => Err(Stop::Said(Text::new("usage-command").with("found", name), Some(near(name, &names)))),
    }
}
