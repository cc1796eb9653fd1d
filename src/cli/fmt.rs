//! `mtvp fmt`: regioplannen and registers in the one canonical layout.

use std::io::Read;
use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::Text;
use crate::format;
use crate::report::{self, Catalog};
use crate::source::Source;
use crate::syntax::Kind;

use super::args::{Cli, FmtArgs};
use super::choose::Stop;
use super::file_kind::{Wanted, refused};
use super::{Exit, output, settings, words};

/// The largest file that is formatted, in bytes.
const MAX_BYTES: u64 = 8 * 1024 * 1024;

pub fn run(args: &FmtArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    match format_all(args, cli, catalog) {
        Ok(exit) => exit,
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, settings::screen(cli.color), catalog),
    }
}

fn format_all(args: &FmtArgs, cli: &Cli, catalog: &Catalog) -> Result<Exit, Stop> {
    let paths = if args.files.is_empty() { vec![PathBuf::from(".")] } else { args.files.clone() };
    let files = find(&paths)?;
    if files.is_empty() {
        output::complain(&format!("{}\n", catalog.word("fmt-nothing")));
        return Ok(Exit::Nothing);
    }
    let (mut changed, mut broken) = (0, false);
    for path in &files {
        let text = read(path)?;
        let name = path.display().to_string();
        let kind = if path.extension().is_some_and(|ext| ext == "bronnen") { Kind::Register } else { Kind::Regioplan };
        match format::format(&text, kind) {
            Ok(done) => {
                changed += usize::from(done != text);
                write(path, &name, &text, &done, args, catalog)?;
            }
            Err(problems) => {
                broken = true;
                let source = Source::new(name, text);
                output::complain(&report::problems(&source, &problems, settings::screen(cli.color), catalog));
            }
        }
    }
    Ok(match (broken, changed > 0 && (args.check || args.diff)) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Violations,
        (false, false) => Exit::Clean,
    })
}

/// Writes the text where it belongs; with `--check` or `--diff` it only says what would change.
fn write(path: &Path, name: &str, old: &str, new: &str, args: &FmtArgs, catalog: &Catalog) -> Result<(), Stop> {
    let stdin = path.as_os_str() == "-";
    if stdin && !args.check && !args.diff {
        output::print(new);
        return Ok(());
    }
    if old == new {
        return Ok(());
    }
    if args.diff {
        let diff = TextDiff::from_lines(old, new);
        output::print(&diff.unified_diff().header(name, name).to_string());
    } else if args.check {
        output::print(&format!("{}\n", catalog.say(&Text::new("fmt-would-change").with("path", name))));
    } else {
        std::fs::write(path, new).map_err(|_| {
            Stop::Said(Text::new("fmt-not-written").with("path", name), Some(Text::new("path-unreadable-help")))
        })?;
        output::print(&format!("{}\n", catalog.say(&Text::new("fmt-changed").with("path", name))));
    }
    Ok(())
}

fn read(path: &Path) -> Result<String, Stop> {
    let name = path.display().to_string();
    let mut bytes = Vec::new();
    let done = if path.as_os_str() == "-" {
        std::io::stdin().lock().take(MAX_BYTES).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|file| file.take(MAX_BYTES).read_to_end(&mut bytes))
    };
    match done {
        Ok(_) => String::from_utf8(bytes).map_err(|_| {
            Stop::Said(Text::new("regioplan-not-utf8").with("path", name), Some(Text::new("yaml-not-utf8-help")))
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Err(Stop::Said(Text::new("path-missing").with("path", name), Some(Text::new("path-missing-help"))))
        }
        Err(_) => {
            Err(Stop::Said(Text::new("path-unreadable").with("path", name), Some(Text::new("path-unreadable-help"))))
        }
    }
}

fn ours(file: &Path) -> bool {
    file.extension().is_some_and(|ext| ext == "regioplan" || ext == "bronnen")
}

/// The regioplannen and registers below the given paths, in order.
fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        let name = path.display().to_string();
        if path.is_dir() {
            let mut walker = ignore::WalkBuilder::new(path);
            walker.standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp);
            found.extend(
                walker
                    .build()
                    .filter_map(Result::ok)
                    .map(ignore::DirEntry::into_path)
                    .filter(|file| ours(file) && file.is_file()),
            );
        } else if path.as_os_str() == "-" || path.is_file() && ours(path) {
            found.push(path.clone());
        } else if path.is_file() {
            return Err(refused(path, Wanted::Regioplan));
        } else {
            return Err(Stop::Said(Text::new("path-missing").with("path", name), Some(Text::new("path-missing-help"))));
        }
    }
    found.dedup();
    Ok(found)
}
