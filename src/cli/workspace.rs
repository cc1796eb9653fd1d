//! The texts that an editor has open, and what is asked of them. What is not open is read from the disk.

mod names;
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
use crate::plan;
use crate::report::Catalog;
use crate::session::{self, Asked, Finding, Judgement, Loaded, Looked, Origin, Stop, Terms};
use crate::source::{Source, line_starts};
use crate::syntax::{self, Kind};

use super::args::CheckArgs;
use super::context::{Context, Contexts};
use super::doubles::Doubles;
use super::evidence::Evidence;
use super::fence::By;
use super::judge::Judge;
use super::paths::{ends_in, folder_of, is_yaml, name, same, shown};
use super::selection::Selected;
use super::uri::{path_of, uri_of};
use super::{check, environment, files};
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
}

/// What was made of a text.
enum Seen {
    Plan(Box<Judgement>),
    Rules(Box<Rules>),
    /// Settings or a regioplan beside it cannot be used.
    Stopped(Stop),
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
    /// The examples of a regioplan that were run, until something changes.
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

    pub fn open(&mut self, uri: &Uri, version: i32, text: String) {
        let Some(path) = path_of(uri) else { return };
        let sort = match () {
            () if ends_in(&path, &["regioplan"]) => Sort::Regioplan,
            () if ends_in(&path, &["bronnen"]) => Sort::Register,
            () if is_yaml(&path) => Sort::Plan,
            () => return,
        };
        let starts = line_starts(&text);
        let one = Open { uri: uri.clone(), path, version, text, starts, sort, seen: None };
        self.open.insert(uri.as_str().to_owned(), one);
        self.now.clear();
    }

    pub fn change(&mut self, uri: &Uri, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        let Some(open) = self.open.get_mut(uri.as_str()) else { return };
        let text = changes.iter().fold(open.text.clone(), |text, change| editor::changed(&text, change, self.encoding));
        open.version = version;
        open.set(text);
        if open.sort != Sort::Plan {
            self.now.clear();
            self.tried.clear();
        }
    }

    pub fn close(&mut self, uri: &Uri) {
        self.open.remove(uri.as_str());
        self.forget();
    }

    /// What was read of the disk may be otherwise now.
    pub fn forget(&mut self) {
        self.contexts.clear();
        self.now.clear();
        self.tried.clear();
        self.open.values_mut().for_each(|open| open.seen = None);
    }

    pub fn all(&self) -> impl Iterator<Item = &Uri> {
        self.open.values().map(|open| &open.uri)
    }

    /// The texts that must be looked at again when this one changes: a register beside its regioplan, and that beside a register;
    /// what may follow a leidraad; and the plans for which it may be the regioplan.
    pub fn resting_on(&mut self, uri: &Uri) -> Vec<Uri> {
        let Some(open) = self.open.get(uri.as_str()).filter(|open| open.sort != Sort::Plan) else { return Vec::new() };
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
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        let place = editor::place(&open.text, lines.offset(at));
        let loaded = open.loaded()?;
        match editor::about(&loaded.model, &place, open.sort == Sort::Plan) {
            Some(subject) => Some(editor::hover(&loaded.model, subject, &place, lines, self.catalog)),
            None if open.sort == Sort::Plan => editor::word(&loaded.model, &place, lines, self.catalog),
            None => None,
        }
    }

    pub fn complete(&mut self, uri: &Uri, at: Position) -> Option<Vec<CompletionItem>> {
        let open = self.open.get(uri.as_str())?;
        if let Some(kind) = open.kind() {
            return Some(self.complete_rules(open, kind, at));
        }
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        let place = editor::place(&open.text, lines.offset(at));
        // In a text that cannot be judged the regioplan that it names says what can be written.
        Some(match open.loaded().cloned().or_else(|| self.named(open)) {
            Some(loaded) => editor::complete(&loaded.model, &place, lines, self.catalog),
            None => editor::begin(&self.known(open), &place, lines),
        })
    }

    pub fn defined(&mut self, uri: &Uri, at: Position) -> Option<Location> {
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let place = editor::place(&open.text, open.lines(self.encoding).offset(at));
        let loaded = open.loaded()?;
        let subject = editor::about(&loaded.model, &place, open.sort == Sort::Plan)?;
        let (span, in_register) = editor::defined(subject)?;
        // A regioplan that is carried along has no file to go to.
        loaded.judged.path.as_ref()?;
        let (source, _) = loaded.files.get(usize::from(in_register))?;
        let path = std::path::absolute(Path::new(&source.name)).ok()?;
        let starts = line_starts(&source.text);
        let range = Lines::new(&source.text, &starts, self.encoding).range(span);
        Some(Location { uri: uri_of(&path)?, range })
    }

    pub fn symbols(&self, uri: &Uri) -> Option<Vec<DocumentSymbol>> {
        let open = self.open.get(uri.as_str())?;
        let lines = open.lines(self.encoding);
        Some(match open.kind() {
            Some(kind) => editor::of_rules(&open.text, kind, lines),
            None => {
                let document = plan::parse(&open.text);
                let root = document.root.as_ref().or(document.guess.as_ref())?;
                editor::of_plan(root, lines)
            }
        })
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
        let encoding = self.encoding;
        let open = self.open.get_mut(uri.as_str())?;
        if let Some(Seen::Plan(judged)) = &mut open.seen
            && judged.report.nearest.is_none()
        {
            session::advise(judged);
        }
        let lines = open.lines(encoding);
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
                match self.judged(&path, text) {
                    Ok(judged) => judged.map(|judged| Seen::Plan(Box::new(judged))),
                    Err(stop) => Some(Seen::Stopped(stop)),
                }
            }
            Sort::Regioplan | Sort::Register => {
                self.rules(&open.path.with_extension("regioplan"), &[]).map(|rules| Seen::Rules(Box::new(rules)))
            }
        };
        if let Some(open) = self.open.get_mut(uri.as_str()) {
            open.seen = seen;
        }
    }

    /// A plan, judged as `mtvp check` judges it; nothing when the text is no plan.
    fn judged(&mut self, path: &Path, text: String) -> Result<Option<Judgement>, Stop> {
        let folder = folder_of(path).to_path_buf();
        let context = self.context(&folder)?;
        let today = environment::today();
        let file =
            Selected { path: path.to_path_buf(), folder: Arc::from(shown(&self.root, &folder)), context, named: false };
        let judge = Judge {
            terms: Terms { as_of: None, today, accounting: false, asked: Asked::All },
            stdin_name: None,
            evidence: Evidence::remembering(false),
            doubles: Doubles::among(&[]),
            advises: false,
        };
        let source = Source::new(name(path), text);
        Ok(match judge.text(&file, &source)? {
            Looked::Judged(judged) => Some(*judged),
            Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => None,
        })
    }

    /// What holds for the files of a folder, with the regioplannen as they are open.
    fn context(&mut self, folder: &Path) -> Result<Arc<Context>, Stop> {
        if let Some(known) = self.now.get(folder) {
            return Ok(Arc::clone(known));
        }
        let known = match self.contexts.get(folder) {
            Some(known) => Arc::clone(known),
            None => {
                let args = CheckArgs { plans: self.roots.clone(), ..CheckArgs::default() };
                let found = Contexts::new(&args, environment::today()).of(folder)?;
                self.contexts.insert(folder.to_path_buf(), Arc::clone(&found));
                found
            }
        };
        let now = match self.as_open(&known.session.library)? {
            Some(library) => Arc::new(known.with(library)),
            None => known,
        };
        self.now.insert(folder.to_path_buf(), Arc::clone(&now));
        Ok(now)
    }

    /// The regioplannen that a plan can name, each with the name of its region.
    fn known(&self, open: &Open) -> Vec<(String, String)> {
        let Some(context) = self.now.get(folder_of(&open.path)) else { return Vec::new() };
        let all = context.session.library.all().into_iter().filter_map(|load| load.as_ref().ok());
        let judging = all.filter(|loaded| loaded.judges_plans().is_ok());
        judging.map(|loaded| (loaded.model.full_id(), loaded.model.name.clone())).collect()
    }

    /// The regioplan that a plan names, also when the plan cannot be judged.
    fn named(&self, open: &Open) -> Option<Arc<Loaded>> {
        let document = plan::parse(&open.text);
        let root = document.root.as_ref().or(document.guess.as_ref())?;
        let frame = plan::frame(root).0;
        let context = self.now.get(folder_of(&open.path))?;
        let session = &context.session;
        let day = frame.handed_in.map_or_else(environment::today, |(date, _)| date);
        session.library.for_plan(&session.chosen, &frame, day).ok()?.ok()
    }

    /// The text of a file, as it is open, else as it is on the disk.
    fn text(&self, path: &Path) -> Option<String> {
        let open = self.open.values().find(|open| same(&open.path, path));
        open.map(|open| open.text.clone()).or_else(|| files::source(path, By::Way).ok().map(|source| source.text))
    }
}

impl Open {
    fn loaded(&self) -> Option<&Arc<Loaded>> {
        match self.seen.as_ref()? {
            Seen::Plan(judged) => judged.rests_on.as_ref().map(|(reading, _)| &reading.loaded),
            Seen::Rules(rules) => rules.load.as_ref().ok(),
            Seen::Stopped(_) => None,
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
