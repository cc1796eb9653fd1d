//! Arguments, files, environment and exit status: the only room with input and output. One file a command.

mod args;
mod check;
mod choose;
mod complete;
mod evidence;
mod explain;
mod files;
mod fmt;
mod library;
mod new;
mod next;
mod output;
mod region;
mod region_plans;
mod settings;
mod show;
mod words;

use std::process::ExitCode;

pub use library::embedded_files;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// No violations.
    Clean,
    /// Violations, or warnings with `--strict`.
    Violations,
    /// The work itself could not be done.
    Failed,
    /// There was nothing to check.
    Nothing,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Clean => 0,
            Exit::Violations => 1,
            Exit::Failed => 2,
            Exit::Nothing => 3,
        })
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let lang = settings::lang_of(std::env::args_os().collect::<Vec<_>>().as_slice());
    let catalog = crate::report::Catalog::new(lang);
    let exit = match args::parse(&catalog) {
        Ok(cli) => dispatch(&cli, &catalog),
        Err(exit) => exit,
    };
    if output::lost() {
        return words::stop(&catalog, crate::diagnostic::Text::new("output-lost"), None).into();
    }
    exit.into()
}

fn dispatch(cli: &args::Cli, catalog: &crate::report::Catalog) -> Exit {
    match &cli.command {
        args::Command::Check(args) => check::run(args, cli, catalog),
        args::Command::Show(args) => show::run(args, cli, catalog),
        args::Command::Explain(args) => explain::run(args, cli, catalog),
        args::Command::New(args) => new::run(args, cli, catalog),
        args::Command::Fmt(args) => fmt::run(args, cli, catalog),
        args::Command::Next(args) => next::run(args, cli, catalog),
        args::Command::Region(args) => region::run(args, cli, catalog),
        args::Command::Completions(args) => complete::completions(args, catalog),
        args::Command::Man => complete::man(catalog),
    }
}
