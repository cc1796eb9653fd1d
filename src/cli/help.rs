//! `mtvp help`: what the program can do, or one of its commands.

use crate::report::Catalog;
use crate::session::Stop;

use super::args::HelpArgs;
use super::exit::Exit;
use super::output;
use super::usage::{command, plain_help, subcommand};

pub fn run(args: &HelpArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let mut whole = command(catalog);
    whole.build();
    output::print(&plain_help(&subcommand(&whole, &args.command)?.render_help().to_string(), catalog));
    Ok(Exit::Clean)
}
