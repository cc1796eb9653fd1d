//! The examples beside a regioplan of the editor: how many there are, and whether they agree with the text as it is open.

use std::path::Path;

use lsp_types::{CodeLens, Uri};
use serde::Serialize;

use crate::editor::{self, Example};
use crate::session::{Origin, Stop};
use crate::source::Source;
use crate::syntax::{self, Kind};
use crate::trial::{self, Sort as ExampleSort};

use super::super::examples::{Beside, PlanFile, RegionFolder};
use super::super::files;
use super::super::paths::{folder_of, name, same};
use super::super::test::among;
use super::{Seen, Sort, Workspace};

/// The examples of a regioplan, those that were run with what came of it.
pub type Tried = Vec<Example>;

/// What came of running examples.
#[derive(Debug, Default, Serialize)]
pub struct Ran {
    /// In words.
    pub text: String,
    pub examples: usize,
    pub agreeing: usize,
    /// The examples that do not agree, by their path.
    pub different: Vec<String>,
}

impl Workspace<'_> {
    /// How many examples there are above a regioplan and above its rules.
    pub fn lenses(&mut self, uri: &Uri) -> Option<Vec<CodeLens>> {
        self.look(uri);
        let open = self.open.get(uri.as_str()).filter(|open| open.sort == Sort::Regioplan)?;
        let path = open.path.clone();
        if !self.tried.contains_key(&path) {
            let examples = self.examples(uri)?;
            self.tried.insert(path.clone(), examples);
        }
        let (open, examples) = (self.open.get(uri.as_str())?, self.tried.get(&path)?);
        let (tree, _) = syntax::parse(&open.text, Kind::Regioplan);
        Some(editor::lenses(&tree, examples, uri, open.lines(self.encoding), self.catalog))
    }

    /// The examples beside a regioplan, not judged.
    fn examples(&self, uri: &Uri) -> Option<Tried> {
        let Some(Seen::Rules(rules)) = &self.open.get(uri.as_str())?.seen else { return None };
        let beside = Beside::of(rules.load.as_ref().ok()?.judged());
        let example = |(one, _): (One, ExampleSort)| {
            let text = one.file().and_then(|file| self.text(&file.path).or_else(|| file.text.as_ref().ok().cloned()));
            Example { name: one.name(), about: about(&text.unwrap_or_default()), agrees: None }
        };
        Some(all(&beside).into_iter().map(example).collect())
    }

    /// Runs the examples of a regioplan, or those that speak of one of its rules, with all texts as they are open. Stops when
    /// nobody waits for it any more.
    pub fn run_examples(
        &mut self,
        uri: &Uri,
        rule: Option<&str>,
        waits: &mut dyn FnMut() -> bool,
    ) -> Result<Option<Ran>, Stop> {
        self.look(uri);
        let Some(open) = self.open.get(uri.as_str()).filter(|open| open.sort == Sort::Regioplan) else {
            return Ok(None);
        };
        let (path, source) = (open.path.clone(), Source::new(name(&open.path), open.text.as_str()));
        let target = among(self.texts_around(&path), &path, source, None)?;
        let mut tried = self.tried.get(&path).cloned().or_else(|| self.examples(uri)).unwrap_or_default();
        for (mut one, sort) in all(&target.beside) {
            let name = one.name();
            let Some(known) = tried.iter_mut().find(|known| known.name == name) else { continue };
            if !editor::speaks_of(known, rule) {
                continue;
            }
            if !waits() {
                return Ok(None);
            }
            if let Some(file) = one.file_mut()
                && let Some(text) = self.text(&file.path)
            {
                file.text = Ok(text);
            }
            let tested = match one {
                One::Plan(file) => target.plan(file, sort)?,
                One::Region(folder) => target.region(folder, sort, None)?,
            };
            known.agrees = Some(tested.differs() == 0);
        }
        let ran = self.told(&tried, rule);
        self.tried.insert(path, tried);
        Ok(Some(ran))
    }

    fn told(&self, all: &[Example], rule: Option<&str>) -> Ran {
        let meant: Vec<&Example> = all.iter().filter(|one| editor::speaks_of(one, rule)).collect();
        let different = meant.iter().filter(|one| one.agrees == Some(false)).map(|one| one.name.clone());
        Ran {
            text: self.catalog.say(&editor::examples_told(&meant)),
            examples: meant.len(),
            agreeing: meant.iter().filter(|one| one.agrees == Some(true)).count(),
            different: different.collect(),
        }
    }

    /// The regioplannen in the folder of one, as they are open or on the disk.
    pub(super) fn texts_around(&self, path: &Path) -> Vec<Origin> {
        let mut near = files::regioplans_in(folder_of(path));
        near.retain(|file| !same(file, path));
        let mut found: Vec<Origin> = near.iter().filter_map(|file| self.origin(file, &[])).collect();
        found.extend(self.origin(path, &[]));
        found
    }
}

/// One example: a plan, or a region with its plans.
enum One {
    Plan(PlanFile),
    Region(RegionFolder),
}

impl One {
    fn name(&self) -> String {
        match self {
            Self::Plan(file) => name(&file.path),
            Self::Region(folder) => name(&folder.path),
        }
    }

    /// The file with the first lines.
    fn file(&self) -> Option<&PlanFile> {
        match self {
            Self::Plan(file) => Some(file),
            Self::Region(folder) => folder.figures.as_ref(),
        }
    }

    fn file_mut(&mut self) -> Option<&mut PlanFile> {
        match self {
            Self::Plan(file) => Some(file),
            Self::Region(folder) => folder.figures.as_mut(),
        }
    }
}

/// The examples beside a regioplan, each with what it is meant to be.
fn all(beside: &Beside) -> Vec<(One, ExampleSort)> {
    let parts = [("goed", ExampleSort::Good), ("fout", ExampleSort::Wrong)];
    let plans =
        parts.iter().flat_map(|(part, sort)| beside.plans(part).into_iter().map(|file| (One::Plan(file), *sort)));
    let regions = parts
        .iter()
        .flat_map(|(part, sort)| beside.regions(part).into_iter().map(|folder| (One::Region(folder), *sort)));
    plans.chain(regions).collect()
}

/// The rules that the first lines of an example speak of.
fn about(text: &str) -> Vec<String> {
    trial::announced(text).unwrap_or_default().into_iter().map(|one| one.rule).collect()
}
