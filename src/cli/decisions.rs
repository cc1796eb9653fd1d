//! `mtvp decisions import`: the decisions that were filled in in a workbook, added to the list of decisions of the region.
//!
//! What stands in the list stays, byte for byte. A row that cannot be used is named, and what is wrong with it.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::{Arg, Join, Text};
use crate::plan;
use crate::report::{self, Catalog, Lang};
use crate::session::{Stop, may_be_decisions};
use crate::settings::{self, Answer, Column, Decided, Decision, Filled, Half, Said, Stands, Wrong};
use crate::source::with_line_feeds;

use super::args::{DecisionsArgs, DecisionsCommand, ImportArgs};
use super::exit::Exit;
use super::fence::{self, Barred, By};
use super::file_kind::{FileKind, Wanted, refused};
use super::files::{self, Unread};
use super::own::{Listing, Place, first, layers};
use super::paths::{is_yaml, name, same};
use super::workbook::{self, Sheet};
use super::{environment, output, words, written};

pub fn run(args: &DecisionsArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let DecisionsCommand::Import(args) = &args.command;
    let list = List::of(args)?;
    let languages = [Lang::Dutch, Lang::English].map(Catalog::new);
    let sheets = read(&args.workbook, &languages)?;
    let mut import = Import { catalog, list: &list, new: Vec::new(), known: 0, open: 0, noted: Vec::new(), wrong: 0 };
    import.sheets(&sheets, &languages);
    import.finish(args)
}

/// The sheets with decisions; heads and names of sheets are known in each language.
fn read(path: &Path, languages: &[Catalog; 2]) -> Result<Vec<Sheet>, Stop> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let is = |id: &str, text: &str| languages.iter().any(|catalog| plain(&catalog.word(id)) == plain(text));
    let head_of = |text: &str| Column::ALL.into_iter().find(|column| is(column.text_id(), text));
    workbook::read(path, &head_of, &|sheet| is(report::RegionSheet::Reviews.text_id(), sheet))
}

/// The list that decisions are added to.
struct List {
    path: PathBuf,
    /// Where it really is; none when it is still to be made.
    real: Option<PathBuf>,
    text: String,
    all: Vec<Decision>,
    /// Whether the settings name it, so that it counts.
    named: bool,
}

impl List {
    /// The file that the user names, else that of the settings.
    fn of(args: &ImportArgs) -> Result<Self, Stop> {
        let place = Place::here(&args.config);
        let layers = layers(place.config, place.folder)?;
        let named = first(&layers, |settings| Listing::Decisions.named(settings));
        let named = named.map(|(layer, at)| (layer, layer.path(&at.value)));
        let (path, by) = match (&args.output, &named) {
            (Some(path), _) => (path.clone(), By::User),
            (None, Some((layer, path))) if fence::leaves(&layer.base, path) => {
                return Err(Unread::Barred(Barred::Outside).stop(path));
            }
            (None, Some((_, path))) => (path.clone(), By::Way),
            (None, None) => {
                return Err(Stop::Said(Text::new("import-no-list"), Some(Text::new("import-no-list-help"))));
            }
        };
        let counts = named.is_some_and(|(_, own)| same(&own, &path));
        if !is_yaml(&path) {
            return Err(refused(&path, Wanted::Decisions));
        }
        if path.symlink_metadata().is_err() {
            return Ok(Self { path, real: None, text: String::new(), all: Vec::new(), named: counts });
        }
        let (real, found) = fence::real(&path, by).map_err(|barred| Unread::Barred(barred).stop(&path))?;
        if !found.is_file() {
            return Err(Unread::Barred(Barred::Special).stop(&path));
        }
        let text = files::raw_beside(&path, by).map_err(|unread| unread.stop(&path))?;
        let (root, issues) = plan::tree(&text);
        let blank = issues.is_empty() && root.is_none_or(|root| root.is_blank());
        let may_be = match FileKind::of(&path) {
            _ if blank => true,
            FileKind::Decisions => true,
            FileKind::Yaml | FileKind::Other => may_be_decisions(&text),
            FileKind::Folder
            | FileKind::Regioplan
            | FileKind::Register
            | FileKind::Plan
            | FileKind::Figures
            | FileKind::Exceptions
            | FileKind::Settings
            | FileKind::Document
            | FileKind::Sheet => false,
        };
        if !may_be {
            return Err(refused(&path, Wanted::Decisions));
        }
        let (all, _) = settings::all_decisions(&with_line_feeds(text.clone()));
        Ok(Self { path, real: Some(real), text, all, named: counts })
    }
}

/// What became of the rows.
struct Import<'i> {
    catalog: &'i Catalog,
    list: &'i List,
    new: Vec<Decision>,
    /// They stand there.
    known: usize,
    /// Nothing was decided; these rows have a note.
    open: usize,
    noted: Vec<u32>,
    wrong: usize,
}

/// A row: its sheet, its number and its cells.
type Row<'s> = (&'s Sheet, u32, &'s Filled);

impl Import<'_> {
    fn sheets(&mut self, sheets: &[Sheet], languages: &[Catalog; 2]) {
        let today = environment::today();
        let answer = |word: &str| {
            let is = |answer: &Answer| {
                answer.written() == word || languages.iter().any(|catalog| catalog.word(answer.text_id()) == word)
            };
            Answer::ALL.into_iter().find(is)
        };
        let rows = sheets.iter().flat_map(|sheet| sheet.rows.iter().map(move |(number, row)| (sheet, *number, row)));
        let mut decided: Vec<(Row<'_>, Decision)> = Vec::new();
        let mut halves: Vec<Box<Half>> = Vec::new();
        for row in rows {
            match row.2.said(today, answer) {
                Said::Nothing => {}
                Said::Undecided { noted } => {
                    self.open += 1;
                    self.noted.extend(noted.then_some(row.1));
                }
                Said::Wrong(wrong, half) => {
                    self.cannot(row, &wrong);
                    halves.extend(half);
                }
                Said::Decided(decision) => decided.push((row, *decision)),
            }
        }
        self.decisions(&decided, &halves);
    }

    /// Keeps what is new, and what no other row contradicts.
    fn decisions(&mut self, decided: &[(Row<'_>, Decision)], halves: &[Box<Half>]) {
        let there = Decided::of(&self.list.all);
        let among = Decided::of(decided.iter().map(|(_, decision)| decision));
        let list = name(&self.list.path);
        let mut seen = HashSet::new();
        for (row, decision) in decided {
            let mut stands = |other: &Decision, text, help| {
                let text = Text::new(text).with("path", &list).with("date", other.on);
                let text = text.with("answer", Text::new(other.answer.text_id())).with("by", &other.by);
                self.tell(*row, &text, &Text::new(help));
                self.wrong += 1;
            };
            match (there.stands(decision), there.later(decision), among.stands(decision)) {
                (Stands::Otherwise(other), ..) => stands(other, "import-otherwise", "import-otherwise-help"),
                (Stands::Known, ..) => self.known += 1,
                (Stands::New, Some(other), _) => stands(other, "import-overtaken", "import-overtaken-help"),
                // Nobody can tell which of the two holds.
                (Stands::New, None, Stands::Otherwise(_)) => {
                    self.tell(*row, &Text::new("import-clash"), &Text::new("import-clash-help"));
                    self.wrong += 1;
                }
                (Stands::New, None, _) if halves.iter().any(|half| half.contradicts(decision)) => {
                    self.tell(*row, &Text::new("import-clash-half"), &Text::new("import-clash-half-help"));
                    self.wrong += 1;
                }
                (Stands::New, None, Stands::New | Stands::Known) => {
                    if seen.insert(settings::decision_key(decision)) {
                        self.new.push(decision.clone());
                        if row.2.hides() {
                            self.tell(*row, &Text::new("import-masked"), &Text::new("import-masked-help"));
                        }
                    }
                }
            }
        }
    }

    fn cannot(&mut self, row: Row<'_>, wrong: &[Wrong]) {
        for one in wrong {
            let said = one.said(|column| self.catalog.word(column.text_id()));
            self.tell(row, &said, &one.help());
        }
        self.wrong += 1;
    }

    /// Names a row that cannot be used.
    fn tell(&self, (sheet, number, cells): Row<'_>, said: &Text, help: &Text) {
        let (practice, rule) = cells.about();
        let text = Text::new("import-row").with("sheet", &sheet.name).with("row", number);
        let text = text.with("practice", practice).with("rule", rule).with("said", said.clone());
        let help = Text::new("region-help").with("help", help.clone());
        output::complain(&format!("{}\n   {}\n", self.catalog.say(&text), self.catalog.say(&help)));
    }

    /// Writes what is new, or shows it, and says how many there are.
    fn finish(self, args: &ImportArgs) -> Result<Exit, Stop> {
        if !self.new.is_empty() {
            self.add(args.diff)?;
        }
        let path = name(&self.list.path);
        let counts = [
            (if args.diff { "import-would" } else { "import-done" }, Some(self.new.len())),
            ("import-known", (self.known > 0).then_some(self.known)),
            ("import-open", (self.open > 0).then_some(self.open)),
            ("import-noted", Some(self.noted.len()).filter(|count| *count > 0)),
            ("import-wrong", (self.wrong > 0).then_some(self.wrong)),
        ];
        let counts = counts.into_iter().filter_map(|(id, count)| Some(Text::new(id).with("count", count?)));
        let rows = Arg::words(self.noted.iter().map(u32::to_string), Join::And);
        let parts = counts.map(|text| Arg::Text(text.with("path", &path).with("rows", rows.clone()))).collect();
        let said = Text::new("import-end").with("parts", Arg::List(parts, Join::Sentences));
        if args.diff {
            words::remark(self.catalog, &said);
        } else {
            words::say(self.catalog, &said);
        }
        if !self.list.named && !self.new.is_empty() && !args.diff {
            words::remark(self.catalog, &Text::new("import-unnamed").with("path", &path));
        }
        Ok(if self.wrong > 0 { Exit::Violations } else { Exit::Clean })
    }

    fn add(&self, diff: bool) -> Result<(), Stop> {
        let (list, path) = (self.list, name(&self.list.path));
        let old = if list.text.is_empty() { head() } else { list.text.clone() };
        let new = settings::added(&old, &self.new).ok_or_else(|| {
            Stop::Said(Text::new("import-no-end").with("path", &path), Some(Text::new("import-no-end-help")))
        })?;
        match &list.real {
            _ if diff => show(&list.text, &new, &path),
            Some(real) => {
                written::not_through_link(&list.path)?;
                written::replace(real, &new)?;
            }
            None => written::fresh(&list.path, |put| {
                put(new.as_bytes());
                Ok(())
            })?,
        }
        Ok(())
    }
}

/// What stands above a new list.
fn head() -> String {
    let said = written::catalog().say(&Text::new("import-head"));
    said.lines().fold(String::new(), |out, line| out + "# " + line.trim() + "\n")
}

fn show(old: &str, new: &str, path: &str) {
    let lines = TextDiff::from_lines(old, new);
    let lines = lines.unified_diff().header(path, path).to_string();
    output::print(&lines.lines().map(|line| report::escape(line) + "\n").collect::<String>());
}
