//! The texts that an editor has open, and what is asked of them. What is not open is read from the disk.

mod disk;
mod judging;
mod names;
mod practice;
mod regioplan;
mod tried;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use lsp_types::{
    CodeAction, CompletionItem, Diagnostic, DocumentSymbol, FoldingRange, Hover, InlayHint, Location, Position, Range,
    SemanticToken, TextDocumentContentChangeEvent, TextEdit, Uri,
};

use crate::diagnostic::{Repair, Text};
use crate::editor::{self, Encoding, Lines};
use crate::format;
use crate::lint::Examples;
use crate::plan::{self, Claim};
use crate::report::Catalog;
use crate::session::{AnyLoaded, Finding, Judgement, Library, Loaded, Origin, Stop};
use crate::source::line_starts;
use crate::syntax::{self, Kind};

use super::context::Context;
use super::fence::By;
use super::paths::{ends_in, folder_of, is_yaml, same};
use super::uri::{path_of, unsaved};
use super::{check, files};
use disk::Stamps;
use regioplan::Rules;
use tried::Tried;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Plan,
    Regioplan,
    Register,
}

/// A text that is open.
struct Open {
    uri: Uri,
    path: PathBuf,
    version: i32,
    text: String,
    starts: Vec<u32>,
    sort: Sort,
    /// What was made of this text.
    seen: Option<Seen>,
    /// What the plan said of its practice when it was last asked.
    claimed: Option<Claim>,
}

/// What was made of a text.
enum Seen {
    Plan(Box<Judgement>),
    Rules(Box<Rules>),
    /// Settings or a regioplan beside it cannot be used.
    Stopped(Stop),
}

/// Whether a plan lies in the folder beside a regioplan or its register.
fn is_example(plan: &Path, rules: &Path) -> bool {
    ends_in(rules, &["regioplan", "bronnen"]) && plan.starts_with(rules.with_extension(""))
}

/// The texts of an editor.
pub struct Workspace<'c> {
    encoding: Encoding,
    catalog: &'c Catalog,
    open: BTreeMap<String, Open>,
    /// What holds for the files of a folder; read again when something on the disk has changed.
    contexts: BTreeMap<PathBuf, Arc<Context>>,
    /// The same, with the regioplannen as they are open.
    now: BTreeMap<PathBuf, Arc<Context>>,
    /// The regioplannen of a folder, with those of the program, as they were when one of them was first looked at.
    beside: BTreeMap<PathBuf, Arc<Library>>,
    /// What the examples of a regioplan showed, when it was first looked at.
    shown: BTreeMap<PathBuf, Option<Arc<Examples>>>,
    /// What was read of the disk, as it was then.
    read: Stamps,
    /// What the plans on the disk say of their practice, by the folder of the settings that decide.
    claims: BTreeMap<Option<PathBuf>, Arc<Vec<(Claim, PathBuf)>>>,
    /// These plans, as they were then.
    shelf: Stamps,
    /// The examples of a regioplan, with what came of those that were run, until something changes.
    tried: BTreeMap<PathBuf, Tried>,
    /// The folders that the editor works in.
    roots: Vec<PathBuf>,
    root: PathBuf,
}

impl Open {
    fn lines(&self, encoding: Encoding) -> Lines<'_> {
        Lines::new(&self.text, &self.starts, encoding)
    }

    fn set(&mut self, text: String) {
        self.starts = line_starts(&text);
        self.text = text;
        self.seen = None;
    }
}

impl<'c> Workspace<'c> {
    pub fn new(encoding: Encoding, catalog: &'c Catalog) -> Self {
        Self {
            encoding,
            catalog,
            open: BTreeMap::new(),
            contexts: BTreeMap::new(),
            now: BTreeMap::new(),
            beside: BTreeMap::new(),
            shown: BTreeMap::new(),
            read: Stamps::default(),
            claims: BTreeMap::new(),
            shelf: Stamps::default(),
            tried: BTreeMap::new(),
            roots: Vec::new(),
            root: check::root(),
        }
    }

    /// The editor works in these folders, and no longer in those.
    pub fn work_in(&mut self, come: &[Uri], gone: &[Uri]) {
        let gone: Vec<PathBuf> = gone.iter().filter_map(path_of).collect();
        self.roots.retain(|root| !gone.contains(root));
        self.roots.extend(come.iter().filter_map(path_of));
        self.forget();
    }

    pub fn open(&mut self, uri: &Uri, language: &str, version: i32, text: String) {
        let Some(path) = path_of(uri).or_else(|| self.in_memory(uri, language)) else { return };
        let sort = match () {
            () if ends_in(&path, &["regioplan"]) => Sort::Regioplan,
            () if ends_in(&path, &["bronnen"]) => Sort::Register,
            () if is_yaml(&path) => Sort::Plan,
            () => return,
        };
        let starts = line_starts(&text);
        let one = Open { uri: uri.clone(), path, version, text, starts, sort, seen: None, claimed: None };
        self.open.insert(uri.as_str().to_owned(), one);
        if sort != Sort::Plan {
            self.now.clear();
        }
    }

    /// Where a text that was never saved would stand: in the first folder of the editor; without one it stands nowhere. What it is
    /// its language says.
    fn in_memory(&self, uri: &Uri, language: &str) -> Option<PathBuf> {
        let name = unsaved(uri)?;
        if name.is_absolute() {
            return Some(name);
        }
        let end = match language {
            "yaml" => "yaml",
            "regioplan" => "regioplan",
            _ => return None,
        };
        let mut file = name.into_os_string();
        file.push(".");
        file.push(end);
        Some(self.roots.first().map_or_else(PathBuf::new, PathBuf::clone).join(file))
    }

    pub fn change(&mut self, uri: &Uri, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        let Some(open) = self.open.get_mut(uri.as_str()) else { return };
        let text = changes.iter().fold(open.text.clone(), |text, change| editor::changed(&text, change, self.encoding));
        open.version = version;
        open.set(text);
        if open.sort == Sort::Plan {
            // It may be an example.
            self.tried.clear();
            let path = open.path.clone();
            self.shown.retain(|rules, _| !is_example(&path, rules));
        } else {
            self.now.clear();
            self.tried.values_mut().flatten().for_each(|example| example.agrees = None);
        }
    }

    pub fn close(&mut self, uri: &Uri) {
        let closed = self.open.remove(uri.as_str());
        self.tried.clear();
        self.shown.clear();
        if closed.is_some_and(|closed| closed.sort != Sort::Plan) {
            self.now.clear();
        }
    }

    /// Whether something rests on one of these files that changed on the disk: on a plan nothing does but what is open of it, and the
    /// regioplan of which it is an example. When it is not said which files, something may.
    pub fn rests_on_any(&self, files: &[Uri]) -> bool {
        let shows = |plan: &Open| self.open.values().any(|open| is_example(&plan.path, &open.path));
        let is_plan = |uri: &Uri| {
            let open = self.open.get(uri.as_str());
            open.is_some_and(|open| matches!(open.seen, Some(Seen::Plan(_))) && !shows(open))
        };
        files.is_empty() || !files.iter().all(is_plan)
    }

    /// Whether what was read of the disk is otherwise now, or could not be used.
    pub fn is_stale(&self) -> bool {
        let stopped = |open: &Open| matches!(open.seen, Some(Seen::Stopped(_)));
        self.read.are_old() || self.open.values().any(stopped)
    }

    /// The plans that must be looked at again, as others came, went or changed on the disk.
    pub fn with_others(&mut self) -> Vec<Uri> {
        if !self.shelf.are_old() {
            return Vec::new();
        }
        self.unshelve();
        let plans = self.open.values_mut().filter(|open| open.sort == Sort::Plan);
        plans
            .map(|open| {
                open.seen = None;
                open.uri.clone()
            })
            .collect()
    }

    fn unshelve(&mut self) {
        self.claims.clear();
        self.shelf = Stamps::default();
    }

    /// A text is looked at again.
    pub fn unsee(&mut self, uri: &Uri) {
        if let Some(open) = self.open.get_mut(uri.as_str()) {
            (open.seen, open.claimed) = (None, None);
        }
    }

    /// What was read of the disk may be otherwise now.
    pub fn forget(&mut self) {
        self.contexts.clear();
        self.now.clear();
        self.beside.clear();
        self.shown.clear();
        self.read = Stamps::default();
        self.unshelve();
        self.tried.clear();
        self.open.values_mut().for_each(|open| open.seen = None);
    }

    pub fn all(&self) -> impl Iterator<Item = &Uri> {
        self.open.values().map(|open| &open.uri)
    }

    /// The texts that must be looked at again when this one changes: the other plans of the practice of a plan; a register beside its regioplan, and that beside a register;
    /// what may follow a leidraad; and the plans for which it may be the regioplan.
    pub fn resting_on(&mut self, uri: &Uri) -> Vec<Uri> {
        if self.open.get(uri.as_str()).is_some_and(|open| open.sort == Sort::Plan) {
            let found = self.of_one_practice(uri);
            for uri in &found {
                self.unsee(uri);
            }
            return found;
        }
        let Some(open) = self.open.get(uri.as_str()) else { return Vec::new() };
        let (twin, file) = (open.path.with_extension(""), open.path.with_extension("regioplan"));
        let judges = |plan: &Open| {
            let context = self.contexts.get(folder_of(&plan.path));
            context.is_none_or(|context| context.session.library.has(&|name| same(Path::new(name), &file)))
        };
        let rests = |other: &&Open| match other.sort {
            Sort::Plan => judges(other),
            Sort::Regioplan | Sort::Register => same(&other.path.with_extension(""), &twin) || other.follows(&file),
        };
        let other = self.open.values().filter(|other| other.uri != *uri);
        let found: Vec<Uri> = other.filter(rests).map(|other| other.uri.clone()).collect();
        for uri in &found {
            if let Some(open) = self.open.get_mut(uri.as_str()) {
                open.seen = None;
            }
        }
        found
    }

    /// What is wrong in a text, with its version.
    pub fn diagnostics(&mut self, uri: &Uri) -> Option<(i32, Vec<Diagnostic>)> {
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        let told = match &open.seen {
            Some(Seen::Plan(judged)) => editor::of_report(&judged.report, uri, lines, self.catalog),
            Some(Seen::Rules(rules)) => editor::of_problems(&rules.of(&open.path), uri, lines, self.catalog),
            Some(Seen::Stopped(stop)) => editor::of_stop(stop, lines, self.catalog),
            None => Vec::new(),
        };
        Some((open.version, told))
    }

    pub fn hover(&mut self, uri: &Uri, at: Position) -> Option<Hover> {
        let thing = self.thing(uri, at);
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        let loaded = open.loaded()?;
        let (model, offset) = (loaded.model(), lines.offset(at));
        let (about, span) = match (open.kind(), thing) {
            (None, _) => editor::about_plan(model, &open.text, offset)?,
            (Some(_), Some((thing, span))) => (thing.about(open, model)?, span),
            (Some(kind), None) => editor::about_rules(model.contents(), &open.text, kind, offset)?,
        };
        editor::hover(model, about, lines.range(span), self.catalog)
    }

    pub fn complete(&mut self, uri: &Uri, at: Position) -> Option<Vec<CompletionItem>> {
        let open = self.open.get(uri.as_str())?;
        if let Some(kind) = open.kind() {
            return Some(self.complete_rules(open, kind, at));
        }
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let place = editor::place(&open.text, open.lines(self.encoding).offset(at));
        // In a text that cannot be judged the regioplan that it names says what can be written.
        let Some(loaded) = open.judging().cloned().or_else(|| self.named(open)) else {
            return Some(editor::begin(&self.known(open), &place, open.lines(self.encoding), self.catalog));
        };
        let (path, text, starts) = (open.path.clone(), open.text.clone(), open.starts.clone());
        let (lines, catalog) = (Lines::new(&text, &starts, self.encoding), self.catalog);
        let mut takes = |word: &str| self.takes(&path, &text, &place, word);
        Some(editor::complete(&loaded.model, &place, lines, catalog, &mut takes))
    }

    pub fn defined(&mut self, uri: &Uri, at: Position) -> Option<Location> {
        if let Some((thing, _)) = self.thing(uri, at) {
            return self.location(thing.path(), thing.place());
        }
        let open = self.open.get(uri.as_str())?;
        let loaded = open.loaded()?;
        let alone = loaded.regioplan().and_then(|one| one.alone.clone()).map(AnyLoaded::Regioplan);
        let own = alone.unwrap_or(loaded);
        let offset = open.lines(self.encoding).offset(at);
        let (about, _) = match open.kind() {
            None => editor::about_plan(own.model(), &open.text, offset)?,
            Some(kind) => editor::about_rules(own.contents(), &open.text, kind, offset)?,
        };
        let (span, in_register) = editor::defined(about, own.contents())?;
        // A regioplan that is carried along has no file to go to.
        own.judged().path.as_ref()?;
        let (source, _) = own.files().get(usize::from(in_register))?;
        self.location(Path::new(&source.name), span)
    }

    pub fn symbols(&self, uri: &Uri) -> Option<Vec<DocumentSymbol>> {
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        if let Some(kind) = open.kind() {
            return Some(editor::of_rules(&open.text, kind, lines));
        }
        let document = plan::parse(&open.text);
        let root = document.root.as_ref().or(document.guess.as_ref())?;
        Some(editor::of_plan(root, lines))
    }

    /// The words of a regioplan or a register with what each of them is; a plan has the colours of its editor.
    pub fn tokens(&self, uri: &Uri) -> Option<Vec<SemanticToken>> {
        let open = self.open.get(uri.as_str())?;
        Some(editor::tokens(open.kind()?, open.lines(self.encoding)))
    }

    /// What the sources say that a regioplan cites.
    pub fn hints(&self, uri: &Uri, asked: Range) -> Option<Vec<InlayHint>> {
        let open = self.open.get(uri.as_str()).filter(|open| open.sort == Sort::Regioplan)?;
        let register = self.text(&open.path.with_extension("bronnen"))?;
        let (tree, _) = syntax::parse(&register, Kind::Register);
        Some(editor::hints(&tree, asked, open.lines(self.encoding)))
    }

    pub fn folds(&self, uri: &Uri) -> Option<Vec<FoldingRange>> {
        Some(editor::folds(&self.open.get(uri.as_str())?.text))
    }

    /// The layout of a regioplan or a register; a plan keeps the layout of its writer.
    pub fn formatted(&self, uri: &Uri) -> Option<Vec<TextEdit>> {
        let open = self.open.get(uri.as_str())?;
        let done = format::format(&open.text, open.kind()?).ok()?;
        let edit = TextEdit { range: editor::whole(open.lines(self.encoding)), new_text: done };
        Some(if edit.new_text == open.text { Vec::new() } else { vec![edit] })
    }

    pub fn actions(&mut self, uri: &Uri, asked: Range) -> Option<Vec<CodeAction>> {
        self.look(uri);
        let catalog = self.catalog;
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        Some(match open.seen.as_ref()? {
            Seen::Plan(judged) => {
                let counts = |finding: &&Finding| finding.suppressed.is_none();
                let repairs = judged.report.findings.iter().filter(counts);
                let repairs =
                    repairs.filter_map(|one| Some((one.detail.as_ref().unwrap_or(&one.title), one.repair.as_ref()?)));
                let mut actions = editor::mended(repairs, asked, uri, lines, catalog);
                if let Some(proposal) = &judged.report.nearest {
                    actions.extend(editor::proposed(proposal, uri, lines, catalog));
                }
                actions
            }
            Seen::Stopped(_) => return None,
            Seen::Rules(rules) => {
                let problems = rules.of(&open.path);
                let repairs: Vec<(&Text, &Repair)> =
                    problems.iter().filter_map(|one| Some((&one.message, one.repair.as_ref()?))).collect();
                editor::mended(repairs, asked, uri, lines, catalog)
            }
        })
    }

    /// Makes of a text what is asked of it, unless that was done.
    fn look(&mut self, uri: &Uri) {
        let Some(open) = self.open.get(uri.as_str()).filter(|open| open.seen.is_none()) else { return };
        let seen = match open.sort {
            Sort::Plan => {
                let (path, text) = (open.path.clone(), open.text.clone());
                match self.judged(&path, text, true) {
                    Ok(judged) => judged.map(|judged| Seen::Plan(Box::new(judged))),
                    Err(stop) => Some(Seen::Stopped(stop)),
                }
            }
            Sort::Regioplan | Sort::Register => {
                self.rules(&open.path.with_extension("regioplan")).map(|rules| Seen::Rules(Box::new(rules)))
            }
        };
        if let Some(open) = self.open.get_mut(uri.as_str()) {
            open.seen = seen;
        }
    }

    /// The text of a file, as it is open, else as it is on the disk.
    fn text(&self, path: &Path) -> Option<String> {
        let open = self.open.values().find(|open| same(&open.path, path));
        open.map(|open| open.text.clone()).or_else(|| files::source(path, By::Way).ok().map(|source| source.text))
    }
}

impl Open {
    /// The regioplan that judges a plan, or what stands in a text of the language itself.
    fn loaded(&self) -> Option<AnyLoaded> {
        match self.seen.as_ref()? {
            Seen::Rules(rules) => rules.load.as_ref().ok().cloned(),
            Seen::Plan(_) | Seen::Stopped(_) => self.judging().cloned().map(AnyLoaded::Regioplan),
        }
    }

    /// The regioplan that judges a plan.
    fn judging(&self) -> Option<&Arc<Loaded>> {
        match self.seen.as_ref()? {
            Seen::Plan(judged) => judged.rests_on.as_ref().map(|(reading, _)| &reading.loaded),
            Seen::Rules(_) | Seen::Stopped(_) => None,
        }
    }

    /// The language that it is written in; none of a plan.
    fn kind(&self) -> Option<Kind> {
        match self.sort {
            Sort::Plan => None,
            Sort::Regioplan => Some(Kind::Regioplan),
            Sort::Register => Some(Kind::Register),
        }
    }

    /// Whether a regioplan may follow this leidraad.
    fn follows(&self, guide: &Path) -> bool {
        let stem = guide.file_stem().map(|stem| stem.to_string_lossy());
        self.sort == Sort::Regioplan && stem.is_some_and(|stem| Origin::may_follow(&self.text).contains(stem.as_ref()))
    }
}
