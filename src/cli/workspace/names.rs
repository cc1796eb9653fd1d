//! Names in the texts of the editor: every place of a thing, and another name for it in all of them.
//!
//! A thing is known by the place at which it is declared. It stands in its regioplan, in the register beside it, in what follows
//! it when it is a leidraad, and in the plans that the regioplan judges: its examples, and the plans that are open.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use lsp_types::{Location, Position, PrepareRenameResponse, TextEdit, Uri, WorkspaceEdit};

use crate::diagnostic::{Severity, Text};
use crate::editor::{self, Lines, Places};
use crate::model::{FIXED_RECORDS, Model};
use crate::plan;
use crate::session::{AnyLoaded, Declared, Load, Origin};
use crate::source::{Span, line_starts};
use crate::syntax::{self, Kind, Naming};
use crate::value::same_name;

use super::super::examples::Beside;
use super::super::files;
use super::super::paths::{folder_of, same};
use super::super::uri::uri_of;
use super::{Open, Seen, Sort, Workspace};

/// What a new name gives: what must be written where, or why that cannot be.
pub type Renamed<T> = Result<T, Text>;

/// A thing with a name.
pub(super) struct Thing {
    /// The file in which it is declared, and where.
    path: PathBuf,
    at: Span,
    name: String,
}

impl Thing {
    fn is_source(&self) -> bool {
        self.path.extension().is_some_and(|end| end.eq_ignore_ascii_case("bronnen"))
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn place(&self) -> Span {
        self.at
    }

    /// What it is to the regioplan of this text, in which or beside which it stands, or which follows its leidraad.
    pub(super) fn about<'m>(&self, open: &Open, model: Model<'m>) -> Option<editor::About<'m>> {
        let own = same(&self.path.with_extension(""), &open.path.with_extension(""));
        // A leidraad is read behind the text that follows it.
        let behind = if own { 0 } else { u32::try_from(open.text.len() + 1).ok()? };
        let at = Span { start: self.at.start + behind, end: self.at.end + behind };
        editor::declared_at(model, &self.name, at, self.is_source())
    }

    /// The regioplan in which, or beside which, it is declared.
    fn regioplan(&self) -> PathBuf {
        self.path.with_extension("regioplan")
    }

    /// How its own regioplan knows it.
    fn declared(&self) -> Declared {
        if self.is_source() { Declared::Register(self.at) } else { Declared::Here(self.at) }
    }
}

/// The texts in which a thing stands, without the plans: each with the places of its name.
type Written = Vec<(PathBuf, Places)>;

impl Workspace<'_> {
    /// Every place of the thing whose name stands here.
    pub fn references(&mut self, uri: &Uri, at: Position, with_declaration: bool) -> Option<Vec<Location>> {
        let (thing, _) = self.thing(uri, at)?;
        let (_, loaded) = self.sound(&thing.regioplan())?;
        let mut found = Vec::new();
        for (path, places) in self.written(&thing, &loaded) {
            let declared = |span: &&Span| with_declaration || **span != thing.at || !same(&path, &thing.path);
            self.locations(&path, places.all().iter().filter(declared).copied(), &mut found);
        }
        let model = loaded.contents();
        for (path, text) in self.plans_of(&loaded) {
            let document = plan::parse(&text);
            let named = editor::names(model, &text, document.root.as_ref());
            let own = named.into_iter().filter(|(_, named)| !thing.is_source() && named.is_of(model, thing.at));
            self.locations(&path, own.map(|(span, _)| span), &mut found);
        }
        Some(found)
    }

    /// The name here, which can become another one; or why not.
    pub fn can_rename(&mut self, uri: &Uri, at: Position) -> Renamed<PrepareRenameResponse> {
        let (thing, here) = self.thing(uri, at).ok_or_else(|| Text::new("editor-rename-nothing"))?;
        if FIXED_RECORDS.contains(&thing.name.as_str()) {
            return Err(Text::new("editor-rename-language").with("name", thing.name));
        }
        if self.sound(&thing.regioplan()).is_none() {
            return Err(Text::new("editor-rename-broken").with("path", file_of(&thing.regioplan())));
        }
        let open = self.open.get(uri.as_str()).ok_or_else(|| Text::new("editor-rename-nothing"))?;
        Ok(PrepareRenameResponse::Range(open.lines(self.encoding).range(here)))
    }

    /// What must be written for a new name of the thing here, in every text; or why it cannot have that name.
    pub fn rename(&mut self, uri: &Uri, at: Position, new: &str) -> Renamed<WorkspaceEdit> {
        self.can_rename(uri, at)?;
        let nothing = || Text::new("editor-rename-nothing");
        let (thing, _) = self.thing(uri, at).ok_or_else(nothing)?;
        let (_, old) = self.sound(&thing.regioplan()).ok_or_else(nothing)?;
        let source = thing.is_source();
        if !editor::is_name(new, source) {
            let id = if source { "editor-rename-source" } else { "editor-rename-shape" };
            return Err(Text::new(id).with("name", new));
        }
        let written = self.written(&thing, &old);
        let texts: Vec<(PathBuf, String)> = written
            .iter()
            .filter_map(|(path, places)| Some((path.clone(), places.written(&self.text(path)?, new))))
            .collect();
        let changed = self.still_sound(&thing, &written, &texts, new)?;
        let mut edits: Edits = BTreeMap::new();
        for (path, places) in &written {
            let all = places.all().iter().map(|span| (*span, new.to_owned()));
            self.edit(path, all, &mut edits);
        }
        for (old, fresh) in changed.iter().filter(|_| !source) {
            for (path, text) in self.plans_of(old) {
                let document = plan::parse(&text);
                let all = editor::in_plan(old.contents(), fresh.contents(), &text, document.root.as_ref());
                self.edit(&path, all.into_iter(), &mut edits);
            }
        }
        Ok(self.workspace_edit(edits))
    }

    /// Each regioplan as it was and with the new name in it, when all of them still say the same of everything.
    fn still_sound(
        &self,
        thing: &Thing,
        written: &Written,
        texts: &[(PathBuf, String)],
        new: &str,
    ) -> Renamed<Vec<(AnyLoaded, AnyLoaded)>> {
        let none = Places::default();
        let places =
            |path: &Path| written.iter().find(|(file, _)| same(file, path)).map_or(&none, |(_, places)| places);
        let mut changed = Vec::new();
        let main = thing.regioplan();
        let others = written.iter().map(|(path, _)| path.with_extension("regioplan"));
        for path in std::iter::once(main.clone()).chain(others.filter(|path| !same(path, &main))) {
            let unread = || Text::new("editor-rename-broken").with("path", file_of(&path));
            let (_, old) = self.sound(&path).ok_or_else(unread)?;
            let (_, load) = self.load(&path, texts).ok_or_else(unread)?;
            let now = load.map_err(|_| self.why(&path, texts, new))?;
            let guide = if same(&path, &main) { &none } else { places(&main) };
            let register = places(&path.with_extension("bronnen"));
            if !editor::keeps(old.uses(), now.uses(), places(&path), register, guide, new) {
                return Err(Text::new("editor-rename-taken").with("name", new));
            }
            changed.push((old, now));
        }
        Ok(changed)
    }

    /// The first thing that would be wrong.
    fn why(&self, path: &Path, texts: &[(PathBuf, String)], new: &str) -> Text {
        let rules = self.load(path, texts);
        let broken = rules.and_then(|(_, load)| load.err());
        let problems = broken.iter().flat_map(|broken| broken.files.iter().flat_map(|(_, problems)| problems));
        let mut serious = problems.filter(|problem| problem.severity == Severity::Violation);
        let why = serious.next().map(|problem| self.catalog.say(&problem.message)).unwrap_or_default();
        Text::new("editor-rename-wrong").with("name", new).with("why", why).with("path", file_of(path))
    }

    /// A regioplan that loads.
    fn sound(&self, path: &Path) -> Option<(Origin, AnyLoaded)> {
        let open = self.open.values().find(|open| open.sort == Sort::Regioplan && same(&open.path, path));
        if let Some(Seen::Rules(rules)) = open.and_then(|open| open.seen.as_ref()) {
            return Some((rules.origin.clone(), rules.load.as_ref().ok()?.clone()));
        }
        let (origin, load): (Origin, Load) = self.load(path, &[])?;
        Some((origin, load.ok()?))
    }

    /// The thing whose name stands at a place, and that place.
    pub(super) fn thing(&mut self, uri: &Uri, at: Position) -> Option<(Thing, Span)> {
        self.look(uri);
        let open = self.open.get(uri.as_str())?;
        let offset = open.lines(self.encoding).offset(at);
        match open.kind() {
            None => thing_of_plan(open, offset),
            Some(kind) => self.thing_of_rules(open, kind, offset),
        }
    }

    fn thing_of_rules(&self, open: &Open, kind: Kind, offset: usize) -> Option<(Thing, Span)> {
        let here = |span: Span| (span.start as usize..=span.end as usize).contains(&offset);
        let (tree, _) = syntax::parse(&open.text, kind);
        let declared = editor::declared(&tree);
        let own = declared.iter().filter(|one| one.naming != Naming::Variant).find(|one| here(one.name.span));
        if let Some(own) = own {
            let thing = Thing { path: open.path.clone(), at: own.name.span, name: own.name.text.clone() };
            return Some((thing, own.name.span));
        }
        let loaded = open.loaded()?;
        let one = loaded.uses().iter().find(|one| here(one.at))?;
        let (path, at) = match one.declared {
            Declared::Here(span) => (open.path.clone(), span),
            Declared::Register(span) => (open.path.with_extension("bronnen"), span),
            Declared::Guide(span) => (self.guide_path(&open.path)?, span),
        };
        Some((Thing { path, at, name: one.at.of(&open.text).to_owned() }, one.at))
    }

    /// The file of the leidraad that a regioplan follows, when it has one of its own.
    fn guide_path(&self, path: &Path) -> Option<PathBuf> {
        let (origin, loaded) = self.sound(path)?;
        let file = format!("{}.regioplan", loaded.model().follows()?.id);
        let guide = origin.guides.iter().map(|guide| PathBuf::from(&guide.name)).find(|path| path.ends_with(&file));
        guide.and_then(|guide| std::path::absolute(guide).ok())
    }

    /// Where the name of a thing stands: in its own texts, and in what follows its leidraad.
    fn written(&self, thing: &Thing, loaded: &AnyLoaded) -> Written {
        let own = editor::used(loaded.uses(), thing.declared());
        let mut found: Written = Vec::new();
        if thing.is_source() {
            found.push((thing.path.clone(), Places::new(vec![thing.at])));
            found.push((thing.regioplan(), Places::new(own)));
        } else {
            let told = self.told_in(&thing.path, &thing.name, &[thing.at]);
            found.push((thing.path.clone(), Places::new([vec![thing.at], own, told].concat())));
        }
        if loaded.guide().is_some() && !thing.is_source() {
            for path in self.followers(&thing.path) {
                let Some((_, follower)) = self.sound(&path) else { continue };
                let uses: Vec<Span> = editor::used(follower.uses(), Declared::Guide(thing.at));
                // What a leidraad and a regioplan both call so is the same to both.
                let own = self.same_in(thing, &path);
                let of_own = own.map(|span| editor::used(follower.uses(), Declared::Here(span))).unwrap_or_default();
                let own: Vec<Span> = own.into_iter().collect();
                let told = self.told_in(&path, &thing.name, &own);
                found.push((path, Places::new([uses, own, of_own, told].concat())));
            }
        }
        found.retain(|(_, places)| !places.all().is_empty());
        found
    }

    /// Where the texts of a regioplan tell somebody to write a name.
    fn told_in(&self, path: &Path, name: &str, own: &[Span]) -> Vec<Span> {
        self.text(path).map(|text| editor::told_in(&text, name, own)).unwrap_or_default()
    }

    /// Where a regioplan declares what its leidraad declares by the same name, of what both offer.
    fn same_in(&self, thing: &Thing, follower: &Path) -> Option<Span> {
        let offered = [Naming::Element, Naming::List, Naming::Theme, Naming::Intervention];
        let (guide, own) = (self.text(&thing.path)?, self.text(follower)?);
        let (guide, _) = syntax::parse(&guide, Kind::Regioplan);
        let (own, _) = syntax::parse(&own, Kind::Regioplan);
        let naming = editor::declared(&guide).into_iter().find(|one| one.name.span == thing.at)?.naming;
        let is_same = |one: &editor::Declared<'_>| one.naming == naming && same_name(&one.name.text, &thing.name);
        let found = editor::declared(&own).into_iter().find(is_same).filter(|_| offered.contains(&naming))?;
        Some(found.name.span)
    }

    /// The regioplannen that follow a leidraad: those that are open, those beside it, and those in the folders beside its own.
    fn followers(&self, guide: &Path) -> Vec<PathBuf> {
        let folder = folder_of(guide);
        let mut files = files::regioplans_in(folder);
        let above = folder.parent().and_then(|above| std::fs::read_dir(above).ok());
        let mut beside: Vec<PathBuf> = above
            .into_iter()
            .flatten()
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .collect();
        beside.sort();
        files.extend(beside.iter().filter(|beside| *beside != folder).flat_map(|folder| files::regioplans_in(folder)));
        files.extend(self.open.values().filter(|open| open.sort == Sort::Regioplan).map(|open| open.path.clone()));
        let mut found: Vec<PathBuf> = Vec::new();
        for file in files {
            let known = found.iter().any(|known| same(known, &file)) || same(&file, guide);
            let follows = || self.guide_path(&file).is_some_and(|path| same(&path, guide));
            if !known && follows() {
                found.push(file);
            }
        }
        found
    }

    /// The plans that a regioplan judges, each with its text: its examples with their figures, and those that are open.
    fn plans_of(&self, loaded: &AnyLoaded) -> Vec<(PathBuf, String)> {
        let beside = Beside::of(loaded.judged());
        let parts = ["goed", "fout"];
        let plans = parts.iter().flat_map(|part| beside.plans(part)).map(|file| file.path);
        let regions = parts.iter().flat_map(|part| beside.regions(part));
        let of_regions = regions.flat_map(|region| {
            let figures = region.figures.map(|file| file.path);
            figures.into_iter().chain(region.plans.into_iter().map(|(path, _)| PathBuf::from(path)))
        });
        let judged = |open: &&Open| {
            let by = open.judging().and_then(|by| by.judged.path.as_ref());
            open.sort == Sort::Plan
                && by.zip(loaded.judged().path.as_ref()).is_some_and(|(by, own)| same(Path::new(by), Path::new(own)))
        };
        let open = self.open.values().filter(judged).map(|open| open.path.clone());
        let mut found: Vec<(PathBuf, String)> = Vec::new();
        for path in plans.chain(of_regions).chain(open) {
            if !found.iter().any(|(known, _)| same(known, &path))
                && let Some(text) = self.text(&path)
            {
                found.push((path, text));
            }
        }
        found
    }

    /// A place in a file.
    pub(super) fn location(&self, path: &Path, at: Span) -> Option<Location> {
        let mut found = Vec::new();
        self.locations(path, std::iter::once(at), &mut found);
        found.pop()
    }

    fn locations(&self, path: &Path, places: impl Iterator<Item = Span>, found: &mut Vec<Location>) {
        let (Some(uri), Some(text)) = (self.name_of(path), self.text(path)) else { return };
        let starts = line_starts(&text);
        let lines = Lines::new(&text, &starts, self.encoding);
        found.extend(places.map(|span| Location { uri: uri.clone(), range: lines.range(span) }));
    }

    fn edit(&self, path: &Path, all: impl Iterator<Item = (Span, String)>, edits: &mut Edits) {
        let Some(text) = self.text(path) else { return };
        let starts = line_starts(&text);
        let lines = Lines::new(&text, &starts, self.encoding);
        let all: Vec<TextEdit> = all.map(|(span, new_text)| TextEdit { range: lines.range(span), new_text }).collect();
        if !all.is_empty() {
            edits.entry(std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf())).or_default().extend(all);
        }
    }

    /// What the editor calls a file: as it opened it, else by its whole path.
    fn name_of(&self, path: &Path) -> Option<Uri> {
        let open = self.open.values().find(|open| same(&open.path, path)).map(|open| open.uri.clone());
        open.or_else(|| uri_of(&std::path::absolute(path).ok()?))
    }

    // The protocol says that the changes of a document stand below its name.
    #[expect(clippy::mutable_key_type, reason = "the name of a document does not change")]
    fn workspace_edit(&self, edits: Edits) -> WorkspaceEdit {
        let changes: HashMap<Uri, Vec<TextEdit>> =
            edits.into_iter().filter_map(|(path, all)| Some((self.name_of(&path)?, all))).collect();
        WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() }
    }
}

/// The name of a file, without its folder.
fn file_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// What must be written in each file.
type Edits = BTreeMap<PathBuf, Vec<TextEdit>>;

/// The thing whose name stands at a place of a plan.
fn thing_of_plan(open: &Open, offset: usize) -> Option<(Thing, Span)> {
    let loaded = open.judging()?;
    let own = loaded.alone.as_ref().unwrap_or(loaded);
    let path = std::path::absolute(own.judged.path.as_ref()?).ok()?;
    let document = plan::parse(&open.text);
    let named = editor::names(&own.model.contents, &open.text, document.root.as_ref());
    let here = |span: Span| (span.start as usize..=span.end as usize).contains(&offset);
    let (span, named) = named.into_iter().find(|(span, _)| here(*span))?;
    let (name, at) = named.declared(&own.model.contents);
    let own = own.files.first().and_then(|(source, _)| own_name(&source.text, at));
    let (name, at, span) = match own {
        // Behind the name of the intervention it stands last.
        Some((own, at)) => {
            let length = u32::try_from(own.len()).ok().filter(|_| span.of(&open.text).ends_with(&own));
            let start = length.map_or(span.start, |length| span.end - length);
            (own, at, Span { start, ..span })
        }
        None => (name.to_owned(), at, span),
    };
    (!at.is_empty()).then_some((Thing { path, at, name }, span))
}

/// The name that a minimale eis or an einddoel has of its own, and where it stands: what is declared there is all of its first line.
fn own_name(text: &str, at: Span) -> Option<(String, Span)> {
    let (tree, _) = syntax::parse(text, Kind::Regioplan);
    let inside = |span: Span| span != at && at.start <= span.start && span.end <= at.end;
    let declared = editor::declared(&tree).into_iter().find(|one| inside(one.name.span))?;
    Some((declared.name.text.clone(), declared.name.span))
}
