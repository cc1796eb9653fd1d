//! `mtvp waivers`: the exceptions that hold in a folder, with their reasons and end dates.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::report::{self, Catalog, Granted, GrantedState, Screen};
use crate::session::{Stop, refused as cannot_read};
use crate::settings;
use crate::source::Source;

use super::args::{ConfigArgs, TableFormat, WaiversArgs};
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::own::Listing;
use super::paths::{folder_of, plain};
use super::{environment, files, output, own, walk, words};

pub fn run(args: &WaiversArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let today = environment::as_of(args.as_of.as_deref())?.unwrap_or_else(environment::today);
    let files = gather(args)?;
    if files.is_empty() {
        return Ok(words::nothing(catalog, "waivers-none"));
    }
    let mut wrong = false;
    let mut rows = Vec::new();
    for (source, found) in &files {
        if !found.issues.is_empty() {
            wrong = true;
            output::complain(&report::human(&cannot_read(source.clone(), &found.issues), screen, catalog));
        }
        rows.extend(found.list.iter().map(|waiver| Granted {
            path: source.name.clone(),
            line: source.position(waiver.span.start).line,
            state: state(waiver, today),
            waiver,
        }));
    }
    rows.sort_by(|a, b| (a.waiver.until, &a.path, a.line).cmp(&(b.waiver.until, &b.path, b.line)));
    output::print(&match args.format {
        TableFormat::Human => report::waivers_human(&rows, screen, catalog),
        TableFormat::Json => report::waivers_json(&rows),
        TableFormat::Csv => report::waivers_csv(&rows, catalog),
    });
    Ok(if wrong { Exit::Violations } else { Exit::Clean })
}

/// Within so many days an end is near.
const NEAR: i32 = 30;

fn state(waiver: &settings::Waiver, today: Date) -> GrantedState {
    let left = (waiver.until - today).get_days();
    if waiver.is_over_on(today) {
        GrantedState::Over
    } else if !waiver.holds_on(today) {
        GrantedState::NotYet
    } else if left <= NEAR {
        GrantedState::EndsSoon
    } else {
        GrantedState::Holds
    }
}

/// The files of exceptions that the settings of a folder, and of the folders below it, name; or the file itself.
fn gather(args: &WaiversArgs) -> Result<Vec<(Source, settings::Waivers)>, Stop> {
    let given = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    let mut found: BTreeMap<PathBuf, Source> = BTreeMap::new();
    if given.is_dir() {
        for folder in folders_below(&given) {
            let layers = own::layers(&ConfigArgs::default(), &folder)?;
            let Some((layer, named)) = own::first(&layers, |settings| Listing::Exceptions.named(settings)) else {
                continue;
            };
            let path = PathBuf::from(plain(&layer.path(&named.value)));
            let place = std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone());
            if let Entry::Vacant(new) = found.entry(place) {
                new.insert(Listing::Exceptions.read(&path, layer, named.span)?);
            }
        }
    } else {
        if given.exists() && !matches!(FileKind::of(&given), FileKind::Exceptions | FileKind::Yaml | FileKind::Other) {
            return Err(refused(&given, Wanted::Exceptions));
        }
        found.insert(given.clone(), files::needed_beside(&given)?);
    }
    let read = |source: Source| {
        let waivers = settings::read_waivers(&source.text);
        (source, waivers)
    };
    Ok(found.into_values().map(read).collect())
}

/// The folder itself, and those below it with a file of settings.
fn folders_below(folder: &Path) -> Vec<PathBuf> {
    let is_settings = |path: &Path| path.file_name().is_some_and(|name| name == settings::FILE);
    let below = walk::walk(folder, &is_settings).files;
    std::iter::once(folder.to_path_buf()).chain(below.iter().map(|file| folder_of(file).to_path_buf())).collect()
}
