//! The help of a finding that says `mtvp explain RULE` is a command that works as given: a regioplan that this command would
//! not find by itself is named with its file.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::diagnostic::{Arg, Text};
use crate::report::{Finding, Judged};

use super::args::ConfigArgs;
use super::own::Place;
use super::words::said_path;

const PLAIN: &str = "help-explain";
const WITH_FILE: &str = "help-explain-file";

/// Names the file of the regioplan that judged, where that is needed.
pub fn name_file(findings: &mut [Finding], judged: &Judged) {
    let Some(path) = judged.path.as_deref().filter(|path| !is_found(Path::new(path))) else { return };
    let path = said_path(path);
    findings.iter_mut().filter_map(|finding| finding.help.as_mut()).for_each(|help| named(help, &path));
}

fn named(text: &mut Text, path: &str) {
    if text.id == PLAIN {
        text.id = WITH_FILE;
        text.args.push(("path", path.into()));
    }
    text.args.iter_mut().for_each(|(_, arg)| inside(arg, path));
}

fn inside(arg: &mut Arg, path: &str) {
    match arg {
        Arg::Text(text) => named(text, path),
        Arg::List(items, _) => items.iter_mut().for_each(|item| inside(item, path)),
        Arg::Str(_) | Arg::Num(_) | Arg::Decimal(_) | Arg::Date(_) => {}
    }
}

/// Whether the settings of the folder in which one stands name this file; they are read once.
fn is_found(path: &Path) -> bool {
    static OWN: OnceLock<Vec<PathBuf>> = OnceLock::new();
    let own = || Place::here(&ConfigArgs::default()).own().map(|own| own.files).unwrap_or_default();
    OWN.get_or_init(own).iter().any(|file| file == path)
}
