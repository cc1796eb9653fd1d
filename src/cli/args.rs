//! The command line: what can be said. Its words stand in the catalogues, and are put to it in `usage.rs`.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::{Format, Lang, RegionSheet};

use super::changed::LATEST;

#[derive(Debug, Parser)]
#[command(name = "mtvp", version, disable_help_subcommand = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
    #[arg(long, global = true, value_enum)]
    pub lang: Option<Lang>,
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
    Renew(RenewArgs),
    Region(RegionArgs),
    Reviews(ReviewsArgs),
    Letters(LettersArgs),
    Decisions(DecisionsArgs),
    Waivers(WaiversArgs),
    Schema(SchemaArgs),
    Docs(DocsArgs),
    Diff(DiffArgs),
    Impact(ImpactArgs),
    Test(TestArgs),
    Lsp(LspArgs),
    Help(HelpArgs),
    Completions(CompletionArgs),
    Man(HelpArgs),
}

/// The language server speaks over standard input and output; editors say so with a flag.
#[derive(Debug, Args)]
pub struct LspArgs {
    #[arg(long, hide = true)]
    pub stdio: bool,
}

#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
#[derive(Debug, Default, Args)]
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
    #[arg(long)]
    pub fix: bool,
    #[arg(long, requires = "fix")]
    pub diff: bool,
    #[arg(long, value_name = "REVISIE", num_args = 0..=1, default_missing_value = LATEST, require_equals = true)]
    pub changed: Option<String>,
    #[arg(long, value_name = "REVISIE", num_args = 0..=1, default_missing_value = LATEST, require_equals = true, conflicts_with = "changed")]
    pub also_changed: Option<String>,
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
    /// A name of several words needs no quotes.
    #[arg(value_name = "NAAM", required = true)]
    pub name: Vec<String>,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct NewArgs {
    #[arg(value_name = "REGIOPLAN", required_unless_present = "start")]
    pub regioplan: Option<String>,
    #[arg(long, value_name = "JAAR", required_unless_present = "start")]
    pub year: Option<String>,
    /// A region that begins, instead of a plan.
    #[arg(long = "regioplan", value_name = "NAAM", conflicts_with_all = ["regioplan", "year"])]
    pub start: Option<String>,
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
    #[arg(long, value_enum, default_value_t = ShowFormat::Human)]
    pub format: ShowFormat,
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
pub struct RenewArgs {
    #[arg(value_name = "OUD")]
    pub regioplan: String,
    #[arg(value_name = "VERSIE")]
    pub new_version: String,
    #[arg(long, value_name = "DATUM")]
    pub from: Option<String>,
    #[arg(long, short, value_name = "MAP")]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct RegionArgs {
    #[arg(value_name = "MAP")]
    pub folder: PathBuf,
    #[command(flatten)]
    pub place: RegionPlaceArgs,
    #[arg(long, conflicts_with_all = ["figures", "regioplan", "rules_only", "format", "table", "output"])]
    pub open_reviews: bool,
    #[arg(long)]
    pub rules_only: bool,
    #[arg(long, value_enum, default_value_t = RegionFormat::Human)]
    pub format: RegionFormat,
    #[arg(long, value_enum)]
    pub table: Option<RegionSheet>,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
}

/// Which figures and which regioplan belong to the plans of a folder, and from which day they are looked at.
#[derive(Debug, Args)]
pub struct RegionPlaceArgs {
    #[arg(long, value_name = "PAD")]
    pub figures: Option<PathBuf>,
    #[arg(long, value_name = "REGIOPLAN")]
    pub regioplan: Option<String>,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct LettersArgs {
    #[arg(value_name = "MAP", required_unless_present = "print_template")]
    pub folder: Option<PathBuf>,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[arg(long, value_enum)]
    pub format: Option<LettersFormat>,
    #[arg(long, value_name = "BESTAND")]
    pub template: Option<PathBuf>,
    #[arg(long)]
    pub print_template: bool,
    #[command(flatten)]
    pub place: RegionPlaceArgs,
}

#[derive(Debug, Args)]
pub struct ReviewsArgs {
    #[arg(value_name = "MAP")]
    pub folders: Vec<PathBuf>,
    #[arg(long)]
    pub open: bool,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    pub format: TableFormat,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
#[command(disable_help_subcommand = true)]
pub struct DecisionsArgs {
    #[command(subcommand)]
    pub command: DecisionsCommand,
}

#[derive(Debug, Subcommand)]
pub enum DecisionsCommand {
    Import(ImportArgs),
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    #[arg(value_name = "WERKBOEK")]
    pub workbook: PathBuf,
    #[arg(long, short, value_name = "PAD")]
    pub output: Option<PathBuf>,
    #[arg(long)]
    pub diff: bool,
    #[command(flatten)]
    pub config: ConfigArgs,
}

#[derive(Debug, Args)]
pub struct WaiversArgs {
    #[arg(value_name = "MAP")]
    pub folder: Option<PathBuf>,
    #[arg(long, value_name = "DATUM")]
    pub as_of: Option<String>,
    #[arg(long, value_enum, default_value_t = TableFormat::Human)]
    pub format: TableFormat,
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
    pub command: Vec<String>,
}

#[derive(Debug, Args)]
pub struct CompletionArgs {
    #[arg(value_enum)]
    pub shell: clap_complete::Shell,
}

/// What has a word of its own already is asked for by it.
macro_rules! by_word {
    ($($name:ty),+) => {
        $(impl ValueEnum for $name {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                Some(PossibleValue::new(self.word()))
            }
        })+
    };
}

by_word!(Format, Lang, RegionSheet);

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    Human,
    Json,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum RegionFormat {
    Human,
    Json,
    Csv,
    Ics,
    Xlsx,
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LettersFormat {
    Html,
    Md,
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
pub enum ColorArg {
    Auto,
    Always,
    Never,
}
