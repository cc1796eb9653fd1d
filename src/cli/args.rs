//! The command line: what can be said, with help texts from the message catalogue.

use std::path::PathBuf;

use clap::builder::{PossibleValue, StyledStr};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::diagnostic::{Arg as TextArg, Join, Text};
use crate::report::{Catalog, Format, Lang};

use super::file_kind::FileKind;
use super::help::near;
use super::{Exit, output, words};

#[derive(Debug, Parser)]
#[command(name = "mtvp", version, disable_help_subcommand = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[arg(long, global = true, value_enum)]
    pub lang: Option<LangArg>,
    #[arg(long, global = true, value_enum, default_value_t = ColorArg::Auto)]
    pub color: ColorArg,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Check(Box<CheckArgs>),
    Show(ShowArgs),
    Explain(ExplainArgs),
    New(NewArgs),
    Fmt(FmtArgs),
    Lint(LintArgs),
    Next(NextArgs),
    Region(RegionArgs),
    Waivers(WaiversArgs),
    Schema(SchemaArgs),
    Docs(DocsArgs),
    Diff(DiffArgs),
    Impact(ImpactArgs),
    Test(TestArgs),
    Help(HelpArgs),
    Completions(CompletionArgs),
    Man,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Debug, Args)]
pub struct CheckArgs {
    #[arg(value_name = "PLAN")]
    pub plans: Vec<PathBuf>,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[arg(long)]
    pub verantwoording: bool,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = Format::Human)]
    pub format: Format,
    #[arg(long, value_name = "VORM=PAD")]
    pub report: Vec<String>,
    #[arg(long)]
    pub strict: bool,
    #[arg(long)]
    pub exit_zero: bool,
    #[arg(long)]
    pub statistics: bool,
    #[arg(long, short)]
    pub quiet: bool,
    #[arg(long)]
    pub pending: bool,
    #[arg(long, value_name = "REVISIE", num_args = 0..=1, default_missing_value = "HEAD", require_equals = true)]
    pub changed: Option<String>,
    #[arg(long, value_name = "PAD")]
    pub files_from: Option<PathBuf>,
    #[arg(long)]
    pub force_exclude: bool,
    #[arg(long, value_name = "PAD")]
    pub stdin_filename: Option<String>,
    #[command(flatten)]
    pub config: ConfigArgs,
    #[arg(long)]
    pub show_settings: bool,
    #[arg(long, value_name = "PATROON")]
    pub exclude: Vec<String>,
    #[arg(long, value_name = "MAP")]
    pub regioplans: Vec<PathBuf>,
    #[arg(long, value_name = "REGIO")]
    pub region: Option<String>,
    #[arg(long, value_name = "PAD")]
    pub waivers: Option<PathBuf>,
    #[arg(long, value_name = "REGEL=ERNST")]
    pub severity: Vec<String>,
    #[arg(long, value_name = "AANTAL")]
    pub threads: Option<usize>,
}

/// Which settings hold.
#[derive(Debug, Default, Args)]
pub struct ConfigArgs {
    #[arg(long, value_name = "PAD", conflicts_with = "no_config")]
    pub config: Option<PathBuf>,
    #[arg(long)]
    pub no_config: bool,
}

#[derive(Debug, Args)]
pub struct ShowArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[arg(long, requires = "regioplan")]
    pub sources: bool,
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub format: ShowFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    #[arg(value_name = "NAAM")]
    pub name: String,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct NewArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub regioplan: String,
    #[arg(long, value_name = "JAAR")]
    pub year: u8,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct FmtArgs {
    #[arg(value_name = "BESTAND")]
    pub files: Vec<PathBuf>,
    #[arg(long)]
    pub check: bool,
    #[arg(long)]
    pub diff: bool,
}

#[derive(Debug, Args)]
pub struct LintArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub files: Vec<String>,
    #[arg(long, value_enum, default_value_t = LintFormat::Human)]
    pub format: LintFormat,
    #[arg(long)]
    pub strict: bool,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct NextArgs {
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct RegionArgs {
    #[arg(value_name = "MAP")]
    pub folder: PathBuf,
    #[arg(long, value_name = "PAD")]
    pub figures: Option<PathBuf>,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = RegionFormat::Human)]
    pub format: RegionFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct WaiversArgs {
    #[arg(value_name = "MAP")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = WaiversFormat::Human)]
    pub format: WaiversFormat,
}

#[derive(Debug, Args)]
pub struct SchemaArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub regioplan: String,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct DocsArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub regioplan: String,
    #[arg(long, value_enum, default_value_t = DocsFormat::Markdown)]
    pub format: DocsFormat,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct DiffArgs {
    #[arg(value_name = "OUD")]
    pub old: String,
    #[arg(value_name = "NIEUW")]
    pub new: String,
    #[arg(long, value_enum, default_value_t = DiffFormat::Human)]
    pub format: DiffFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct ImpactArgs {
    #[arg(value_name = "OUD")]
    pub old: String,
    #[arg(value_name = "NIEUW")]
    pub new: String,
    #[arg(value_name = "MAP")]
    pub folder: PathBuf,
    #[arg(long)]
    pub verantwoording: bool,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = ImpactFormat::Human)]
    pub format: ImpactFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct TestArgs {
    #[arg(value_name = "REGIOPLAN")]
    pub regioplans: Vec<String>,
    #[arg(long)]
    pub coverage: bool,
    #[arg(long)]
    pub mutate: bool,
    #[arg(long, value_name = "PERCENTAGE", value_parser = clap::value_parser!(u8).range(0..=100))]
    pub min_coverage: Option<u8>,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub format: ShowFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct HelpArgs {
    #[arg(value_name = "OPDRACHT")]
    pub command: Option<String>,
}

#[derive(Debug, Args)]
pub struct CompletionArgs {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// The formats of `mtvp check` stand in one list, that of the writers.
impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.word()))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LintFormat {
    Human,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RegionFormat {
    Human,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum WaiversFormat {
    Human,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DocsFormat {
    Markdown,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Human,
    Json,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImpactFormat {
    Human,
    Json,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ShowFormat {
    Human,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LangArg {
    Nl,
    En,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    Auto,
    Always,
    Never,
}

impl From<LangArg> for Lang {
    fn from(lang: LangArg) -> Self {
        match lang {
            LangArg::Nl => Self::Dutch,
            LangArg::En => Self::English,
        }
    }
}

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
    } else if let Some(ContextValue::Strings(valid)) = error.get(ContextKind::ValidValue) {
        lines.push(catalog.say(&Text::new("choose-from").with("names", TextArg::words(valid, Join::Comma))));
    }
    lines.push(catalog.word("usage-help"));
    output::complain(&format!("{}\n", lines.join("\n")));
    Exit::Failed
}

/// There is no such command. A file that stands in its place says itself what can be done with it.
fn no_command(found: &str, catalog: &Catalog) -> Exit {
    let text = Text::new("usage-command").with("found", found);
    let path = std::path::Path::new(found);
    if path.exists() {
        let kind = FileKind::of(path);
        let what = Text::new("file-kind-also").with("path", found).with("kind", kind.word());
        words::stop(catalog, text, Some(what.with("help", kind.help(path))));
        return Exit::Failed;
    }
    let names: Vec<String> = Cli::command().get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    words::stop(catalog, text, Some(near(found, &names)))
}
