//! `mtvp completions` and `mtvp man`.

use crate::report::Catalog;
use crate::session::Stop;

use super::args::{CompletionArgs, HelpArgs};
use super::exit::Exit;
use super::output;
use super::usage::{command, completed, subcommand};

pub fn completions(args: &CompletionArgs, catalog: &Catalog) -> Exit {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut completed(catalog), "mtvp", &mut text);
    output::print(&String::from_utf8_lossy(&text));
    Exit::Clean
}

/// The manual page of the program, or of one of its commands.
pub fn man(args: &HelpArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let mut whole = command(catalog);
    whole.build();
    let page = subcommand(&whole, &args.command)?;
    let mut text = Vec::new();
    if clap_mangen::Man::new(page).render(&mut text).is_err() {
        return Ok(Exit::Failed);
    }
    output::print(&String::from_utf8_lossy(&text));
    Ok(Exit::Clean)
}
