//! Arguments, files, environment and exit status: the only room with input and output. One file a command.

mod args;
mod changed;
mod check;
mod complete;
mod context;
mod decisions;
mod desk;
mod diff;
mod docs;
mod doubles;
mod dutch;
mod environment;
mod evidence;
mod examples;
mod exit;
mod explain;
mod fence;
mod file_kind;
mod files;
mod fix;
mod fmt;
mod help;
mod impact;
mod judge;
mod letters;
mod lint;
mod lint_examples;
mod lsp;
mod new;
mod next;
mod other_form;
mod output;
mod own;
mod paths;
mod progress;
mod realm;
mod region;
mod region_views;
mod regions;
mod regioplans;
mod renew;
mod reports;
mod reviews;
mod schema;
mod selected;
mod selection;
mod show;
mod shown_settings;
mod start;
mod tally;
mod test;
mod twice;
mod uri;
mod usage;
mod waivers;
mod walk;
mod window;
mod words;
mod workbook;
mod workspace;
mod written;

use std::ffi::OsString;
use std::process::ExitCode;

use crate::diagnostic::Text;
use crate::report::{Catalog, Screen};
use crate::session::Stop;

use args::Command;
use exit::Exit;

pub use lsp::serve_editor;

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let args: Vec<OsString> = std::env::args_os().collect();
    let catalog = Catalog::new(environment::lang_of(&args));
    let exit = if environment::has_own_window() {
        let given = args.into_iter().skip(1).collect();
        let work = |args: Vec<OsString>| {
            let whole: Vec<OsString> = std::iter::once("mtvp".into()).chain(args).collect();
            typed(&whole, &catalog)
        };
        window::run(given, std::io::stdin().lock(), &catalog, work)
    } else {
        typed(&args, &catalog)
    };
    if output::lost() {
        return words::complain(&catalog, Text::new("output-lost"), None).into();
    }
    exit.into()
}

/// Does what these arguments ask; without any it says what can be asked.
fn typed(args: &[OsString], catalog: &Catalog) -> Exit {
    if args.len() < 2 {
        return usage::begin(catalog);
    }
    match usage::parse(args.to_vec(), catalog) {
        Ok(cli) => {
            let screen = environment::screen(cli.color);
            dispatch(&cli.command, screen, catalog).unwrap_or_else(|stop| words::stopped(stop, screen, catalog))
        }
        Err(exit) => {
            if exit == Exit::Failed {
                reports::forget_said(args);
            }
            exit
        }
    }
}

fn dispatch(command: &Command, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    match command {
        Command::Check(args) => check::run(args, screen, catalog),
        Command::Show(args) => show::run(args, screen, catalog),
        Command::Explain(args) => explain::run(args, screen, catalog),
        Command::New(args) => new::run(args, catalog),
        Command::Fmt(args) => fmt::run(args, screen, catalog),
        Command::Lint(args) => lint::run(args, screen, catalog),
        Command::Next(args) => next::run(args, screen, catalog),
        Command::Renew(args) => renew::run(args, screen, catalog),
        Command::Region(args) => region::run(args, screen, catalog),
        Command::Reviews(args) => reviews::run(args, screen, catalog),
        Command::Letters(args) => letters::run(args, screen, catalog),
        Command::Decisions(args) => decisions::run(args, catalog),
        Command::Waivers(args) => waivers::run(args, screen, catalog),
        Command::Schema(args) => schema::run(args, catalog),
        Command::Docs(args) => docs::run(args, catalog),
        Command::Diff(args) => diff::run(args, screen, catalog),
        Command::Impact(args) => impact::run(args, screen, catalog),
        Command::Test(args) => test::run(args, screen, catalog),
        Command::Lsp(_) => lsp::run(catalog),
        Command::Help(args) => help::run(args, catalog),
        Command::Completions(args) => Ok(complete::completions(args, catalog)),
        Command::Man(args) => complete::man(args, catalog),
    }
}
