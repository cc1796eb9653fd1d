//! `mtvp completions` and `mtvp man`.

use crate::report::Catalog;

use super::args::CompletionArgs;
use super::exit::Exit;
use super::output;
use super::usage::command;

pub fn completions(args: &CompletionArgs, catalog: &Catalog) -> Exit {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut command(catalog), "mtvp", &mut text);
    output::print(&String::from_utf8_lossy(&text));
    Exit::Clean
}

/// The manual page of the program, followed by those of its commands.
pub fn man(catalog: &Catalog) -> Exit {
    let mut command = command(catalog);
    command.build();
    let mut text = Vec::new();
    let mut pages = vec![command.clone()];
    pages.extend(command.get_subcommands().cloned());
    for page in pages {
        if clap_mangen::Man::new(page).render(&mut text).is_err() {
            return Exit::Failed;
        }
    }
    output::print(&String::from_utf8_lossy(&text));
    Exit::Clean
}
