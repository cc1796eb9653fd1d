//! `mtvp waivers`: the exceptions that hold in a folder, with their reasons and end dates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::report::{self, Catalog, Granted, GrantedState, Screen};
use crate::session::{Stop, refused as cannot_read};
use crate::settings;
use crate::source::Source;

use super::args::{TableFormat, WaiversArgs};
use super::exit::Exit;
use super::file_kind::{FileKind, Wanted, refused};
use super::paths::{from_here, plain, same};
use super::{environment, files, output, own, words};

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
        for file in settings_below(&given)? {
            let (read, source) = own::read(&file)?;
            let Some(named) = read.waivers else { continue };
            let path = PathBuf::from(plain(&file.parent().unwrap_or(Path::new(".")).join(&named.value)));
            let exceptions = own::waivers(&path, Some(&source), named.span)?;
            found.insert(std::fs::canonicalize(&path).unwrap_or(path), exceptions);
        }
    } else {
        if given.exists() && !matches!(FileKind::of(&given), FileKind::Exceptions | FileKind::Yaml | FileKind::Other) {
            return Err(refused(&given, Wanted::Exceptions));
        }
        found.insert(given.clone(), files::needed(&given)?);
    }
    let read = |source: Source| {
        let waivers = settings::read_waivers(&source.text);
        (source, waivers)
    };
    Ok(found.into_values().map(read).collect())
}

/// The nearest file of settings, and those in the folders below.
fn settings_below(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let mut builder = ignore::WalkBuilder::new(folder);
    builder.ignore(false).git_global(false).git_exclude(false).require_git(false).sort_by_file_name(Ord::cmp);
    files::guarded(&mut builder, folder)?;
    let below = builder
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.file_name().is_some_and(|name| name == settings::FILE) && path.is_file());
    let mut files: Vec<PathBuf> = below.collect();
    let nearest = own::nearest(folder).map(from_here);
    if let Some(nearest) = nearest.filter(|nearest| !files.iter().any(|file| same(file, nearest))) {
        files.insert(0, nearest);
    }
    Ok(files)
}
