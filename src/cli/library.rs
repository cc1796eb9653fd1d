//! The regioplannen that can judge: given by the user, or embedded in the program. Each is read once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use sha2::{Digest, Sha256};

use crate::compile::{self, Guide, follow};
use crate::diagnostic::{Problem, Severity, Text};
use crate::lint;
use crate::model::{Regioplan, Sort};
use crate::report::{Judged, hex};
use crate::source::Source;
use crate::syntax::{self, Kind};

use super::context::same;

mod embedded {
    include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
}

/// Every embedded file: path from `regioplans/`, and text.
#[must_use]
pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
    embedded::FILES
}

/// A regioplan, ready to judge, and where it came from.
#[derive(Debug)]
pub struct Loaded {
    pub model: Arc<Regioplan>,
    pub judged: Arc<Judged>,
    /// Warnings about the regioplan and about its register, without what these set aside with a reason.
    pub warnings: Vec<(Source, Vec<Problem>)>,
    /// The regioplan and, when there is one, its register, each with all its warnings.
    pub files: Vec<(Source, Vec<Problem>)>,
}

/// A regioplan that does not load: each of its files with its problems.
#[derive(Debug)]
pub struct Broken {
    pub files: Vec<(Source, Vec<Problem>)>,
}

/// What loading gives.
pub type Load = Result<Arc<Loaded>, Arc<Broken>>;

/// All regioplannen that are known in this run.
pub struct Library {
    /// Paths of files that the user gave.
    given: Vec<PathBuf>,
    cache: Mutex<BTreeMap<String, Load>>,
    /// The regioplannen of a region, once they were asked.
    versions: Mutex<BTreeMap<String, Arc<[Load]>>>,
    elsewhere: OnceLock<Vec<(String, String)>>,
}

impl Library {
    #[must_use]
    pub fn new(given: Vec<PathBuf>) -> Self {
        Self { given, cache: Mutex::default(), versions: Mutex::default(), elsewhere: OnceLock::new() }
    }

    /// What was loaded before. A thread that stopped while it held the list leaves it whole.
    fn cache(&self) -> MutexGuard<'_, BTreeMap<String, Load>> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets the other files of the user that have the name and the version of this one.
    pub fn keep_only(&mut self, kept: &Path, loaded: &Loaded) {
        let same_version = |load: Load| {
            load.is_ok_and(|one| one.model.id == loaded.model.id && one.model.version == loaded.model.version)
        };
        let stays = |path: &&PathBuf| same(path, kept) || !self.file(path).is_ok_and(same_version);
        self.given = self.given.iter().filter(stays).cloned().collect();
    }

    /// A regioplan file of the user.
    pub fn file(&self, path: &Path) -> std::io::Result<Load> {
        let name = path.display().to_string();
        if let Some(known) = self.cache().get(&name) {
            return Ok(known.clone());
        }
        let text = read_text(path)?;
        let register_path = path.with_extension("bronnen");
        let register = match read_text(&register_path) {
            Ok(text) => Some((register_path.display().to_string(), text)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        let load =
            self.load(&name, &text, register.as_ref().map(|(name, text)| (name.as_str(), text.as_str())), Some(path));
        self.cache().insert(name, load.clone());
        Ok(load)
    }

    /// All regioplannen: those of the user first, then the embedded ones that these do not replace.
    pub fn all(&self) -> Vec<Load> {
        let mut all: Vec<Load> = self.given.iter().filter_map(|path| self.file(path).ok()).collect();
        let given: Vec<(String, String)> = all
            .iter()
            .filter_map(|load| load.as_ref().ok())
            .map(|found| (found.model.id.clone(), found.model.version.clone()))
            .collect();
        for path in embedded_plans() {
            let load = self.embedded(path);
            let replaced =
                load.as_ref().is_ok_and(|found| given.contains(&(found.model.id.clone(), found.model.version.clone())));
            if !replaced {
                all.push(load);
            }
        }
        all
    }

    /// The regioplannen of one region, in order of validity. A file that does not load is among them: it
    /// may be the one that is asked.
    pub fn versions(&self, id: &str) -> Arc<[Load]> {
        if let Some(known) = self.asked().get(id) {
            return Arc::clone(known);
        }
        let of_practices = |load: &Load| load.as_ref().map_or(true, |one| one.model.sort == Sort::Regioplan);
        let found: Arc<[Load]> = self.documents(id).into_iter().filter(of_practices).collect();
        self.asked().insert(id.to_owned(), Arc::clone(&found));
        found
    }

    fn asked(&self) -> MutexGuard<'_, BTreeMap<String, Arc<[Load]>>> {
        self.versions.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Everything that is known under a name: regioplannen, a werkplan, a leidraad.
    pub fn documents(&self, id: &str) -> Vec<Load> {
        let mut found: Vec<Load> =
            self.given.iter().filter_map(|path| self.file(path).ok()).filter(|load| is_of(load, id)).collect();
        let given: Vec<String> =
            found.iter().filter_map(|load| load.as_ref().ok()).map(|one| one.model.version.clone()).collect();
        for path in embedded_plans().filter(|path| path.split('/').next() == Some(id)) {
            let load = self.embedded(path);
            if !load.as_ref().is_ok_and(|one| given.contains(&one.model.version)) {
                found.push(load);
            }
        }
        found.sort_by_key(|load| load.as_ref().ok().map(|one| one.model.valid));
        found
    }

    fn embedded(&self, path: &'static str) -> Load {
        if let Some(known) = self.cache().get(path) {
            return known.clone();
        }
        let text = embedded_text(path).unwrap_or("");
        let register_name = path.replace(".regioplan", ".bronnen");
        let register = embedded_text(&register_name).map(|text| (register_name.as_str(), text));
        let load = self.load(path, text, register, None);
        self.cache().insert(path.to_owned(), load.clone());
        load
    }

    /// Parses and compiles a regioplan with its register, and holds it to the leidraad that it follows.
    fn load(&self, name: &str, text: &str, register: Option<(&str, &str)>, path: Option<&Path>) -> Load {
        let compiled = compile::read(text, register.map(|(_, text)| text));
        let mut problems = compiled.problems;
        let mut model = compiled.model;
        if let Some(follows) = model.as_ref().and_then(|model| model.follows.clone()) {
            let found = self.guide(&follows.id, path);
            if let (Some((guide, source)), Some(model)) = (&found, &model) {
                problems.extend(follow(model, Guide { model: guide, source }));
            } else {
                let text = Text::new("guide-unknown").with("id", &follows.id);
                problems.push(Problem::new("leidraad", follows.span, text).help(Text::new("guide-unknown-help")));
            }
        }
        if problems.iter().any(|problem| problem.severity == Severity::Violation) {
            model = None;
        }
        problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
        let mut files = vec![(Source::new(name, text), problems)];
        if let Some((name, text)) = register {
            files.push((Source::new(name, text), compiled.register_problems));
        }
        let Some(model) = model else { return Err(Arc::new(Broken { files })) };
        let sha256 = hex(&Sha256::digest(text.as_bytes()));
        let path = path.map(|path| path.display().to_string());
        let judged = Arc::new(Judged { id: model.id.clone(), version: model.version.clone(), path, sha256 });
        Ok(Arc::new(Loaded { model: Arc::new(model), judged, warnings: heard(&files), files }))
    }

    /// A leidraad by its id: a file of the user, one in the folder `leidraad` near the regioplan, or the
    /// embedded one. Its register is not needed to hold a regioplan to it.
    fn guide(&self, id: &str, near: Option<&Path>) -> Option<(Regioplan, Source)> {
        let file = format!("{id}.regioplan");
        let given =
            self.given.iter().filter(|path| path.file_name().is_some_and(|name| name == file.as_str())).cloned();
        let folder = near.and_then(Path::parent);
        let beside = folder.map(|folder| folder.join(&file));
        let above = folder.and_then(Path::parent).map(|folder| folder.join(GUIDES).join(&file));
        let own = given.chain(beside).chain(above).filter(|path| Some(path.as_path()) != near);
        let mut own = own.filter_map(|path| Some((path.display().to_string(), read_text(&path).ok()?)));
        let embedded = format!("{GUIDES}/{file}");
        let (name, text) = match own.next() {
            Some(found) => found,
            None => (embedded.clone(), embedded_text(&embedded)?.to_owned()),
        };
        let model = compile::read(&text, None).model;
        let model = model.filter(|model| model.sort == Sort::Leidraad && model.id == id)?;
        Some((model, Source::new(name, text)))
    }

    /// The ids of all known regions.
    pub fn ids(&self) -> Vec<String> {
        let mut ids: Vec<String> = embedded_plans()
            .filter_map(|path| path.split('/').next())
            .filter(|folder| *folder != GUIDES)
            .map(str::to_owned)
            .collect();
        let given = self
            .given
            .iter()
            .filter_map(|path| self.file(path).ok())
            .filter_map(|load| load.ok().map(|one| one.model.id.clone()));
        ids.extend(given);
        ids.sort();
        ids.dedup();
        ids
    }

    /// Interventions of all embedded regions, each with its region: read from the text, not compiled.
    pub fn elsewhere(&self) -> &[(String, String)] {
        self.elsewhere.get_or_init(|| {
            let mut found = Vec::new();
            for path in embedded_plans().filter(|path| !path.starts_with(GUIDES)) {
                let region = path.split('/').next().unwrap_or(path);
                let lines = embedded_text(path).unwrap_or("").lines();
                let names =
                    lines.filter_map(|line| line.trim().strip_prefix("interventie ")?.split_whitespace().next());
                found.extend(names.map(|name| (name.to_owned(), region.to_owned())));
            }
            found
        })
    }
}

/// The warnings that the files do not set aside, with their files.
fn heard(files: &[(Source, Vec<Problem>)]) -> Vec<(Source, Vec<Problem>)> {
    let kinds = [Kind::Regioplan, Kind::Register];
    let loud = files.iter().zip(kinds).filter(|((_, problems), _)| !problems.is_empty());
    let heard = loud.map(|((source, problems), kind)| {
        let (tree, _) = syntax::parse(&source.text, kind);
        (source.clone(), lint::heard(&tree, problems))
    });
    heard.filter(|(_, problems)| !problems.is_empty()).collect()
}

/// The folder of the guides; it is no region.
pub const GUIDES: &str = "leidraad";

fn is_of(load: &Load, id: &str) -> bool {
    load.as_ref().is_ok_and(|found| found.model.id == id)
}

fn embedded_plans() -> impl Iterator<Item = &'static str> {
    embedded::FILES
        .iter()
        .map(|(path, _)| *path)
        .filter(|path| Path::new(path).extension().is_some_and(|ext| ext == "regioplan"))
}

/// The text of an embedded file.
#[must_use]
pub fn embedded_text(path: &str) -> Option<&'static str> {
    embedded::FILES.iter().find(|(known, _)| *known == path).map(|(_, text)| *text)
}

/// Reads a text file; what is not UTF-8 is an error.
fn read_text(path: &Path) -> std::io::Result<String> {
    let bytes = std::fs::read(path)?;
    String::from_utf8(bytes).map_err(|_| std::io::Error::new(std::io::ErrorKind::InvalidData, "utf-8"))
}
