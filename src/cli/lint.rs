//! `mtvp lint`: remarks about the rules of regioplannen themselves.

use std::path::{Path, PathBuf};

use crate::check::BUILT_IN;
use crate::diagnostic::{Arg, Join, Text};
use crate::lint::{Around, Examples, Neighbour, Remarks, Subject, lint};
use crate::report::{self, Catalog, LintFile, LintTotals, Screen};
use crate::session::{AnyLoaded, Library, Load, Stop, with_version};
use crate::syntax::{self, Kind};

use super::args::{LintArgs, ShowFormat};
use super::examples::Beside;
use super::exit::Exit;
use super::file_kind::{Wanted, refused};
use super::lint_examples::examples;
use super::own::Place;
use super::paths::{ends_in, folded, name};
use super::{files, output, regioplans, words};

pub fn run(args: &LintArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let here = [".".to_owned()];
    let (files, names) = sort_out(if args.files.is_empty() { &here } else { &args.files })?;
    let given = [files.clone(), own(args, &files, &names)?].concat();
    let library = Library::new(regioplans::origins(&given)?);
    let loads = load(&library, &files, &names)?;
    if loads.is_empty() {
        return Ok(words::nothing(catalog, "lint-nothing"));
    }
    let known: Vec<AnyLoaded> = library.all().into_iter().filter_map(|load| load.as_ref().ok()).cloned().collect();
    let (mut judged, mut not_loaded) = (Vec::new(), Vec::new());
    for one in loads {
        match one {
            Ok(loaded) => {
                let remarks = remarks(&loaded, &known, examples(&loaded, &library, &|_| None).as_ref());
                judged.push((loaded, remarks));
            }
            Err(broken) => {
                not_loaded.extend(broken.files.first().map(|(source, _)| source.name.clone()));
                words::stopped(Stop::Broken(broken), screen, catalog);
            }
        }
    }
    let files: Vec<LintFile<'_>> = judged.iter().flat_map(|(loaded, remarks)| listed(loaded, remarks)).collect();
    match args.format {
        // Without anything to tell about, the problems that were shown are all there is.
        ShowFormat::Human if judged.is_empty() => {}
        ShowFormat::Human => output::print(&report::lint(&files, judged.len(), screen, catalog)),
        ShowFormat::Json => output::print(&report::lint_json(&files, &not_loaded, catalog)),
    }
    let totals = LintTotals::of(&files);
    Ok(match (not_loaded.is_empty(), totals.errors > 0 || args.strict && totals.warnings > 0) {
        (false, _) => Exit::Failed,
        (true, true) => Exit::Violations,
        (true, false) => Exit::Clean,
    })
}

/// The regioplannen of the repository itself that are not given as files: only a name asks for them.
fn own(args: &LintArgs, files: &[PathBuf], names: &[String]) -> Result<Vec<PathBuf>, Stop> {
    if names.is_empty() {
        return Ok(Vec::new());
    }
    let mut own = Place::here(&args.config).own()?.files;
    own.retain(|path| !files.iter().any(|file| folded(file) == folded(path)));
    regioplans::loaded(&own)?;
    Ok(own)
}

/// The remarks about one regioplan, seen beside all others.
pub fn remarks(loaded: &AnyLoaded, known: &[AnyLoaded], examples: Option<&Examples>) -> Remarks {
    let parsed = |kind: Kind, number: usize| {
        loaded.files().get(number).map(|(source, problems)| (syntax::parse(&source.text, kind).0, problems.as_slice()))
    };
    let (tree, loading) = parsed(Kind::Regioplan, 0).unwrap_or_default();
    let register = parsed(Kind::Register, 1);
    let others: Vec<Neighbour<'_>> = known
        .iter()
        .filter(|other| !other.is(loaded))
        .map(|other| Neighbour {
            model: other.model(),
            name: other.judged().path.as_deref().unwrap_or(&other.judged().id),
        })
        .collect();
    let folder = Beside::of(loaded.judged()).folder();
    let around = Around { others: &others, examples, folder: &folder, reserved: &BUILT_IN };
    let subject = Subject {
        model: loaded.model(),
        tree: &tree,
        register: register.as_ref().map(|(tree, _)| tree),
        loading,
        register_loading: register.as_ref().map_or(&[], |(_, problems)| problems),
    };
    lint(&subject, &around)
}

fn listed<'a>(loaded: &'a AnyLoaded, remarks: &'a Remarks) -> Vec<LintFile<'a>> {
    let all = [remarks.regioplan.as_slice(), remarks.register.as_slice()];
    let files = loaded.files().iter().zip(all);
    let regioplan = loaded.judged().full_id();
    files.map(|((source, _), remarks)| LintFile { source, regioplan: regioplan.clone(), remarks }).collect()
}

/// The files below the given paths, each once and in order; what is no path is the name of a known regioplan.
fn sort_out(given: &[String]) -> Result<(Vec<PathBuf>, Vec<String>), Stop> {
    let (mut paths, mut names) = (Vec::new(), Vec::new());
    for one in given {
        let path = Path::new(one);
        if path.is_dir() {
            paths.extend(files::rules_below(path, &["regioplan"]));
        } else if path.exists() && ends_in(path, &["regioplan"]) {
            paths.push(path.to_path_buf());
        } else if path.exists() && ends_in(path, &["bronnen"]) {
            // A register is looked at with its regioplan.
            paths.push(path.with_extension("regioplan"));
        } else if path.exists() {
            return Err(refused(path, Wanted::Regioplan));
        } else if ends_in(path, &["regioplan", "bronnen"]) || one.contains(['/', '\\']) {
            return Err(files::missing(path));
        } else {
            names.push(one.clone());
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    paths.retain(|path| seen.insert(path.clone()));
    Ok((paths, names))
}

/// Loads the files, and the known regioplannen with these names that no file replaces.
fn load(library: &Library, files: &[PathBuf], names: &[String]) -> Result<Vec<Load>, Stop> {
    let mut loads: Vec<Load> = files.iter().filter_map(|path| library.by_origin(&name(path))).cloned().collect();
    for given in names {
        let (id, version) = with_version(given);
        let of_version = |one: &AnyLoaded| version.is_none_or(|version| one.judged().version == version);
        let (mut found, mut by_file) = (Vec::new(), false);
        for load in library.documents(id) {
            match load {
                Ok(one) if !of_version(one) => {}
                Ok(one) if given_as_file(one, files) => by_file = true,
                Ok(_) | Err(_) => found.push(load.clone()),
            }
        }
        if found.is_empty() && !by_file {
            return Err(unknown(library, id, version));
        }
        loads.extend(found);
    }
    Ok(loads)
}

fn given_as_file(loaded: &AnyLoaded, files: &[PathBuf]) -> bool {
    loaded.judged().path.as_ref().is_some_and(|path| files.iter().any(|file| file == Path::new(path)))
}

fn unknown(library: &Library, id: &str, version: Option<&str>) -> Stop {
    let known: Vec<String> = library
        .documents(id)
        .into_iter()
        .filter_map(|load| load.as_ref().ok())
        .map(|one| one.judged().full_id())
        .collect();
    if let Some(version) = version.filter(|_| !known.is_empty()) {
        let help = Text::new("choose-from").with("names", Arg::words(known, Join::Comma));
        return Stop::Said(Text::new("version-unknown").with("id", id).with("version", version), Some(help));
    }
    let help = Text::new("lint-unknown-help").with("names", Arg::words(library.ids(), Join::Comma));
    Stop::Said(Text::new("lint-unknown").with("name", id), Some(help))
}
