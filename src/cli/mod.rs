//! Arguments, files, environment and exit status: the only room with input and output. One file a command.

mod amend;
mod args;
mod changed;
mod check;
mod choose;
mod complete;
mod context;
mod diff;
mod docs;
mod evidence;
mod examples;
mod exceptions;
mod explain;
mod explained;
mod file_kind;
mod files;
mod fmt;
mod help;
mod impact;
mod judge;
mod library;
mod lint;
mod lint_examples;
mod new;
mod next;
mod output;
mod own;
mod progress;
mod region;
mod region_case;
mod region_plans;
mod reports;
mod schema;
mod selection;
mod settings;
mod show;
mod shown_settings;
mod tally;
mod test;
mod usage;
mod waivers;
mod words;
mod written;

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

impl Exit {
    /// The exit status.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Violations => 1,
            Self::Failed => 2,
            Self::Nothing => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

/// Runs the program with the arguments of this process.
#[must_use]
pub fn run() -> ExitCode {
    let lang = settings::lang_of(std::env::args_os().collect::<Vec<_>>().as_slice());
    let catalog = crate::report::Catalog::new(lang);
    let exit = match usage::parse(&catalog) {
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
        args::Command::Lint(args) => lint::run(args, cli, catalog),
        args::Command::Next(args) => next::run(args, cli, catalog),
        args::Command::Region(args) => region::run(args, cli, catalog),
        args::Command::Waivers(args) => waivers::run(args, cli, catalog),
        args::Command::Schema(args) => schema::run(args, cli, catalog),
        args::Command::Docs(args) => docs::run(args, cli, catalog),
        args::Command::Diff(args) => diff::run(args, cli, catalog),
        args::Command::Impact(args) => impact::run(args, cli, catalog),
        args::Command::Test(args) => test::run(args, cli, catalog),
        args::Command::Help(args) => help::run(args, catalog),
        args::Command::Completions(args) => complete::completions(args, catalog),
        args::Command::Man => complete::man(catalog),
    }
}
