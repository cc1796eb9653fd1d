//! `mtvp waivers`: the exceptions that hold in a folder, with their reasons and end dates.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use crate::report::{self, Catalog, Granted, GrantedState};
use crate::settings;
use crate::source::Source;

use super::args::{Cli, WaiversArgs, WaiversFormat};
use super::choose::Stop;
use super::file_kind::{FileKind, Wanted, refused};
use super::{Exit, context, judge, output, settings as environment, words};

pub fn run(args: &WaiversArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = environment::screen(cli.color);
    match gather(args) {
        Ok(files) if files.is_empty() => {
            output::complain(&format!("{}\n", catalog.word("waivers-none")));
            Exit::Nothing
        }
        Ok(files) => {
            let mut wrong = false;
            let mut rows = Vec::new();
            for (source, found, today) in &files {
                if !found.issues.is_empty() {
                    wrong = true;
                    let report = judge::refused(source.clone(), &found.issues);
                    output::complain(&report::human(&report, screen, catalog));
                }
                rows.extend(found.list.iter().map(|waiver| Granted {
                    path: source.name.clone(),
                    line: source.position(waiver.span.start).line,
                    state: state(waiver, *today),
                    waiver,
                }));
            }
            rows.sort_by(|a, b| (a.waiver.until, &a.path, a.line).cmp(&(b.waiver.until, &b.path, b.line)));
            output::print(&match args.format {
                WaiversFormat::Human => report::waivers_human(&rows, screen, catalog),
                WaiversFormat::Json => report::waivers_json(&rows),
                WaiversFormat::Csv => report::waivers_csv(&rows, catalog),
            });
            if wrong { Exit::Violations } else { Exit::Clean }
        }
        Err(Stop::Said(message, help)) => words::stop(catalog, message, help),
        Err(Stop::Broken(broken)) => super::show::broken(&broken, screen, catalog),
    }
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

type Read = (Source, settings::Waivers, Date);

/// The files of exceptions that the settings of a folder, and of the folders below it, name; or the file itself.
fn gather(args: &WaiversArgs) -> Result<Vec<Read>, Stop> {
    let today = args.as_of.as_deref().map(super::check::date).transpose()?.unwrap_or_else(environment::today);
    let given = args.folder.clone().unwrap_or_else(|| PathBuf::from("."));
    let mut found: BTreeMap<PathBuf, Source> = BTreeMap::new();
    if given.is_dir() {
        for file in settings_below(&given) {
            let source = context::read_source(&file)?;
            let (read, problems) = settings::read(&source.text);
            if !problems.is_empty() {
                return Err(context::broken(source, problems));
            }
            let Some(named) = read.waivers else { continue };
            let path = PathBuf::from(judge::plain(&file.parent().unwrap_or(Path::new(".")).join(&named.value)));
            let exceptions = context::read_source(&path)
                .map_err(|_| context::missing(Some(&source), "waivers", named.span, &path))?;
            found.insert(std::fs::canonicalize(&path).unwrap_or(path), exceptions);
        }
    } else {
        if given.exists() && !matches!(FileKind::of(&given), FileKind::Exceptions | FileKind::Yaml | FileKind::Other) {
            return Err(refused(&given, Wanted::Exceptions));
        }
        found.insert(given.clone(), context::read_source(&given)?);
    }
    Ok(found.into_values().map(|source| (source.clone(), settings::read_waivers(&source.text), today)).collect())
}

/// The nearest file of settings, and those in the folders below.
fn settings_below(folder: &Path) -> Vec<PathBuf> {
    let below = ignore::WalkBuilder::new(folder)
        .ignore(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .sort_by_file_name(Ord::cmp)
        .build()
        .filter_map(Result::ok)
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.file_name().is_some_and(|name| name == settings::FILE) && path.is_file());
    let mut files: Vec<PathBuf> = below.collect();
    let nearest = context::nearest(folder).map(context::from_here);
    if let Some(nearest) = nearest.filter(|nearest| !files.iter().any(|file| context::same(file, nearest))) {
        files.insert(0, nearest);
    }
    files
}
