//! `mtvp fmt`: regioplannen and registers in the one canonical layout.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::diagnostic::Text;
use crate::format;
use crate::report::{self, Catalog, Screen};
use crate::session::Stop;
use crate::syntax::Kind;

use super::args::FmtArgs;
use super::exit::Exit;
use super::fence::{self, By};
use super::file_kind::{Wanted, refused};
use super::files::{self, Unread};
use super::paths::{ends_in, name};
use super::{output, words, written};

const ENDINGS: [&str; 2] = ["regioplan", "bronnen"];

pub fn run(args: &FmtArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let paths = if args.files.is_empty() { vec![PathBuf::from(".")] } else { args.files.clone() };
    let files = find(&paths)?;
    if files.is_empty() {
        return Ok(words::nothing(catalog, "fmt-nothing"));
    }
    let (mut changed, mut broken) = (0, false);
    for path in &files {
        let source = files::source(path, By::User)?;
        let is_register = ends_in(path, &["bronnen"]) || path.as_os_str() == "-" && begins_with_source(&source.text);
        let kind = if is_register { Kind::Register } else { Kind::Regioplan };
        match format::format(&source.text, kind) {
            Ok(done) => {
                changed += usize::from(done != source.text);
                broken |= !write(path, &source.text, &done, args, catalog)?;
            }
            Err(problems) => {
                broken = true;
                output::complain(&report::problems(&source, &problems, screen, catalog));
            }
        }
    }
    Ok(match (broken, changed > 0 && (args.check || args.diff)) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Violations,
        (false, false) => Exit::Clean,
    })
}

/// Whether a text without a name is a register: that begins with a statement, and a regioplan with its head.
fn begins_with_source(text: &str) -> bool {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim_start);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    first.and_then(|line| line.split_whitespace().next()) == Some("bron")
}

/// Writes the text where it belongs, unless that is behind a link; with `--check` or `--diff` it only says what would change. False
/// when it could not.
fn write(path: &Path, old: &str, new: &str, args: &FmtArgs, catalog: &Catalog) -> Result<bool, Stop> {
    let stdin = path.as_os_str() == "-";
    if stdin && !args.check && !args.diff {
        output::print(new);
        return Ok(true);
    }
    if old == new {
        return Ok(true);
    }
    let name = &name(path);
    if args.diff {
        let diff = TextDiff::from_lines(old, new);
        let diff = diff.unified_diff().header(name, name).to_string();
        output::print(&diff.lines().map(|line| report::escape(line) + "\n").collect::<String>());
    } else if args.check {
        words::say(catalog, &Text::new("fmt-would-change").with("path", name));
    } else {
        fence::real(path, By::Way).map_err(|barred| Unread::Barred(barred).stop(path))?;
        if let Err(Stop::Said(message, help)) = written::not_through_link(path) {
            words::complain(catalog, message, help);
            return Ok(false);
        }
        written::replace(path, new)?;
        words::say(catalog, &Text::new("fmt-changed").with("path", name));
    }
    Ok(true)
}

/// The regioplannen and registers below the given paths, in order.
fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Stop> {
    let mut found: Vec<PathBuf> = Vec::new();
    for path in paths {
        if path.is_dir() {
            found.extend(files::rules_below(path, &ENDINGS));
        } else if path.as_os_str() == "-" || path.is_file() && ends_in(path, &ENDINGS) {
            found.push(path.clone());
        } else if path.is_file() {
            return Err(refused(path, Wanted::Regioplan));
        } else {
            return Err(files::missing(path));
        }
    }
    found.dedup();
    Ok(found)
}
