//! A regioplan of the editor with what lies beside it, as these are open or on the disk.

use std::borrow::Cow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{CompletionItem, Position};

use crate::diagnostic::Problem;
use crate::editor::{self, Near};
use crate::lint::{Examples, Remark};
use crate::session::{AnyLoaded, GUIDES, Library, Load, Origin, Stop, embedded_files, embedded_text};
use crate::source::Source;
use crate::syntax::tree::{Body, Tree};
use crate::syntax::{self, Kind};

use super::super::examples::Beside;
use super::super::fence::By;
use super::super::lint_examples::examples;
use super::super::paths::{folder_of, name, same};
use super::super::{files, lint, regioplans};
use super::{Open, Seen, Sort, Workspace, disk};

/// What was made of a regioplan with its register.
pub struct Rules {
    pub origin: Origin,
    pub load: Load,
    /// The problems of each file, by its path.
    problems: Vec<(PathBuf, Vec<Problem>)>,
}

impl Rules {
    pub fn of(&self, path: &Path) -> Vec<&Problem> {
        let own = self.problems.iter().filter(|(file, _)| same(file, path));
        own.flat_map(|(_, problems)| problems).collect()
    }
}

impl Workspace<'_> {
    /// A text that is written in the place of a file, else the file as it is open or on the disk.
    pub(super) fn text_in(&self, path: &Path, instead: &[(PathBuf, String)]) -> Option<String> {
        let put = instead.iter().find(|(file, _)| same(file, path)).map(|(_, text)| text.clone());
        put.or_else(|| self.text(path))
    }

    /// A regioplan as a text, with what lies beside it.
    pub(super) fn origin(&self, path: &Path, instead: &[(PathBuf, String)]) -> Option<Origin> {
        let text = self.text_in(path, instead)?;
        let register = path.with_extension("bronnen");
        let register = self.text_in(&register, instead).map(|text| (name(&register), Cow::Owned(text)));
        let guides = regioplans::guides(path, &text).into_iter().map(|guide| {
            let text = self.text_in(Path::new(&guide.name), instead);
            text.map_or(guide.clone(), |text| Source::new(guide.name, text))
        });
        let guides = guides.collect();
        Some(Origin { name: name(path), text: Cow::Owned(text), register, guides, told: None })
    }

    /// What a regioplan loads as.
    pub(super) fn load(&self, path: &Path, instead: &[(PathBuf, String)]) -> Option<(Origin, Load)> {
        let origin = self.origin(path, instead)?;
        let library = Library::new(vec![origin.clone()]);
        let load = library.by_origin(&origin.name)?.clone();
        Some((origin, load))
    }

    /// A regioplan, and what is wrong in it or not meant.
    pub(super) fn rules(&mut self, path: &Path) -> Option<Rules> {
        let (origin, load) = self.load(path, &[])?;
        let problems = match &load {
            Ok(loaded) => {
                let library = self.among(path, &origin, &load);
                let examples = self.shown_by(path, loaded, &library);
                let sound = library.all().into_iter().filter_map(|load| load.as_ref().ok());
                let known: Vec<AnyLoaded> = sound.cloned().collect();
                let remarks = lint::remarks(loaded, &known, examples.as_deref());
                let of = |all: &[Remark]| all.iter().map(|remark| remark.problem.clone()).collect();
                let all = [of(&remarks.regioplan), of(&remarks.register)];
                let files = loaded.files().iter().map(|(source, _)| PathBuf::from(&source.name));
                files.zip(all).collect()
            }
            Err(broken) => {
                let files = broken.files.iter();
                files.map(|(source, problems)| (PathBuf::from(&source.name), problems.clone())).collect()
            }
        };
        Some(Rules { origin, load, problems })
    }

    /// A regioplan among those of its folder, as these are open or were on the disk, and those of the program.
    fn among(&mut self, path: &Path, origin: &Origin, load: &Load) -> Arc<Library> {
        let is_own = |name: &str| same(Path::new(name), path);
        let folder = folder_of(path).to_path_buf();
        let known = self.beside.get(&folder).filter(|library| library.has(&is_own)).cloned();
        let library = known.unwrap_or_else(|| {
            let library = Arc::new(Library::new(self.texts_around(path)));
            // Loaded here, they are not loaded again for each text that is made of one of them.
            let _ = library.all();
            self.read.note(disk::of_library(&library));
            self.beside.insert(folder, Arc::clone(&library));
            library
        });
        let open: Vec<(&PathBuf, &Rules)> = self
            .open
            .values()
            .filter_map(|open| match (open.sort, &open.seen) {
                (Sort::Regioplan, Some(Seen::Rules(rules))) => Some((&open.path, &**rules)),
                _ => None,
            })
            .collect();
        let now = library.changed(&|name| {
            if is_own(name) {
                return Some((origin.clone(), load.clone()));
            }
            let (_, rules) = open.iter().find(|(path, _)| same(Path::new(name), path))?;
            Some((rules.origin.clone(), rules.load.clone()))
        });
        now.map_or(library, Arc::new)
    }

    /// What the examples beside a regioplan show. They are not judged anew while somebody types in it.
    fn shown_by(&mut self, path: &Path, loaded: &AnyLoaded, library: &Library) -> Option<Arc<Examples>> {
        if let Some(known) = self.shown.get(path) {
            return known.clone();
        }
        let text = |file: &Path| self.open.values().find(|open| same(&open.path, file)).map(|open| open.text.clone());
        let found = examples(loaded, library, &text).map(Arc::new);
        let folder = Beside::of(loaded.judged()).top();
        self.read.note(["goed", "fout"].map(|part| folder.join(part)));
        self.shown.insert(path.to_path_buf(), found.clone());
        found
    }

    /// A library with its regioplannen as they are open, when one of them is open; stops at one that cannot be used.
    pub(super) fn as_open(&mut self, library: &Library) -> Result<Option<Library>, Stop> {
        let rules = self.open.values().filter(|open| open.sort != Sort::Plan);
        let files: Vec<(lsp_types::Uri, PathBuf)> =
            rules.map(|open| (open.uri.clone(), open.path.with_extension("regioplan"))).collect();
        let known = |path: &Path| library.has(&|name| same(Path::new(name), path));
        let mut now: Vec<(PathBuf, Origin, Load)> = Vec::new();
        for (uri, path) in files.into_iter().filter(|(_, path)| known(path)) {
            self.look(&uri);
            if let Some(Seen::Rules(rules)) = self.open.get(uri.as_str()).and_then(|open| open.seen.as_ref()) {
                now.push((path, rules.origin.clone(), rules.load.clone()));
            }
        }
        if let Some(broken) = now.iter().find_map(|(.., load)| load.as_ref().err()) {
            return Err(Stop::Broken(Arc::clone(broken)));
        }
        Ok(library.changed(&|name| {
            let (_, origin, load) = now.iter().find(|(path, ..)| same(Path::new(name), path))?;
            Some((origin.clone(), load.clone()))
        }))
    }

    /// What can be written at a place of a regioplan or a register.
    pub(super) fn complete_rules(&self, open: &Open, kind: Kind, at: Position) -> Vec<CompletionItem> {
        let lines = open.lines(self.encoding);
        let (tree, _) = syntax::parse(&open.text, kind);
        let register = match kind {
            Kind::Regioplan => self.text(&open.path.with_extension("bronnen")),
            Kind::Register => None,
        };
        let register = register.map(|text| syntax::parse(&text, Kind::Register).0);
        let guide = self.guide_of(open, &tree).map(|text| syntax::parse(&text, Kind::Regioplan).0);
        let near =
            Near { tree: &tree, register: register.as_ref(), guide: guide.as_ref(), guides: &known_guides(&open.path) };
        editor::complete_rules(near, kind, lines.offset(at), lines, self.catalog)
    }

    /// The text of the leidraad that a regioplan follows: one near it, else the one in the program.
    fn guide_of(&self, open: &Open, tree: &Tree) -> Option<String> {
        let clauses = tree.blocks.iter().flat_map(|block| &block.clauses);
        let id = clauses.into_iter().find_map(|clause| match &clause.body {
            Body::VolgtLeidraad { id, .. } => Some(&id.text),
            _ => None,
        })?;
        let file = format!("{id}.regioplan");
        let near = regioplans::guides(&open.path, &open.text);
        let near = near.iter().map(|guide| Path::new(&guide.name)).find(|path| path.ends_with(&file));
        near.and_then(|path| self.text(path)).or_else(|| embedded_text(&format!("{GUIDES}/{file}")).map(str::to_owned))
    }
}

/// The names of the leidraden that a regioplan can follow.
fn known_guides(own: &Path) -> Vec<String> {
    let folder = folder_of(own);
    let is_guide = |path: &PathBuf| {
        let head = |line: &str| line.split_whitespace().next() == Some("leidraad") && line.starts_with("leidraad");
        path.as_path() != own && files::source(path, By::Way).is_ok_and(|source| source.text.lines().any(head))
    };
    let above = folder.parent().map(|above| files::regioplans_in(&above.join(GUIDES))).unwrap_or_default();
    let near = files::regioplans_in(folder).into_iter().chain(above).filter(is_guide);
    let embedded = embedded_files().iter().map(|(path, _)| PathBuf::from(path));
    let embedded = embedded.filter(|path| path.starts_with(GUIDES) && path.extension() == Some("regioplan".as_ref()));
    let stems =
        embedded.chain(near).filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    let mut found: Vec<String> = stems.collect();
    found.sort();
    found.dedup();
    found
}
