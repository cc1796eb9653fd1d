//! The regioplannen that can judge: given by the user, or embedded in the program.
//!
//! Input: texts. Output: what each of them loads as; it is compiled when it is first asked for, and once. A library knows no
//! disk: where a text came from is for who gives it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use sha2::{Digest, Sha256};

use crate::compile::{self, Declared, Guide, Use, follow};
use crate::diagnostic::{Problem, Severity, Text};
use crate::lint;
use crate::model::{Aanvulling, AnyModel, Deviation, Follows, Leidraad};
use crate::source::Source;
use crate::syntax::{self, Kind};
use crate::value::same_name;

use super::asked::{AskedBeside, Put};
use super::embedded::{GUIDES, embedded_plans, embedded_text};
use super::loaded::{AnyLoaded, Judged, Load, Loaded, Origin, hex};
use super::stop::Broken;

/// A text, and what it loads as, once that was asked.
struct Known {
    origin: Origin,
    /// By the user; else it is embedded.
    given: bool,
    load: OnceLock<Load>,
}

/// All regioplannen that are known: those of the user first.
pub struct Library {
    known: Vec<Known>,
    /// The aanvullingen that belong beside every regioplan.
    asked: Vec<AskedBeside>,
    /// Whether a regioplan is read without the aanvullingen that it names.
    alone: bool,
    put: Put,
    elsewhere: OnceLock<Vec<(String, String)>>,
}

impl Library {
    #[must_use]
    pub fn new(given: Vec<Origin>) -> Self {
        let known = |given| move |origin| Known { origin, given, load: OnceLock::new() };
        let given = given.into_iter().map(known(true));
        let known = given.chain(embedded().map(known(false))).collect();
        Self { known, asked: Vec::new(), alone: false, put: Put::default(), elsewhere: OnceLock::new() }
    }

    /// The same library; these aanvullingen belong beside every regioplan of it.
    #[must_use]
    pub fn with_supplements(mut self, asked: Vec<AskedBeside>) -> Self {
        self.asked = asked;
        self
    }

    /// The same library; what a regioplan names in its head does not count.
    #[must_use]
    pub fn without_heads(mut self) -> Self {
        self.alone = true;
        self
    }

    /// The same library with what some of its texts are in the meantime; nothing when none of them is known here. What may follow
    /// one of these is read again.
    #[must_use]
    pub fn changed(&self, now: &dyn Fn(&str) -> Option<(Origin, Load)>) -> Option<Self> {
        let mut stems: Vec<String> = Vec::new();
        let put = |known: &Known| {
            let (origin, load) = known.given.then(|| now(&known.origin.name)).flatten()?;
            let stem = Path::new(&origin.name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
            stems.extend(stem);
            Some(Known { origin, given: true, load: OnceLock::from(load) })
        };
        let put: Vec<Option<Known>> = self.known.iter().map(put).collect();
        let follows = |origin: &Origin| {
            let names = Origin::may_follow(&origin.text);
            stems.iter().any(|stem| names.contains(stem.as_str()))
        };
        let kept = |known: &Known| {
            let again = known.given && follows(&known.origin);
            let load = if again { OnceLock::new() } else { known.load.clone() };
            Known { origin: known.origin.clone(), given: known.given, load }
        };
        let known = self.known.iter().zip(put).map(|(old, put)| put.unwrap_or_else(|| kept(old))).collect();
        (!stems.is_empty()).then(|| Self {
            known,
            asked: self.asked.clone(),
            alone: self.alone,
            put: Put::default(),
            elsewhere: OnceLock::new(),
        })
    }

    pub(super) fn heeds_heads(&self) -> bool {
        !self.alone
    }

    pub(super) fn asked(&self) -> &[AskedBeside] {
        &self.asked
    }

    pub(super) fn put(&self) -> &Put {
        &self.put
    }

    /// A text of the user that would be this aanvulling, and does not load.
    pub(super) fn broken_supplement(&self, id: &str) -> Option<Arc<Broken>> {
        let is_head = |line: &str| {
            let mut words = line.split_whitespace();
            words.next() == Some("aanvulling") && words.next().is_some_and(|name| same_name(name, id))
        };
        let is_named = |known: &&Known| known.origin.text.lines().any(is_head);
        self.given().filter(is_named).find_map(|known| self.load(known).as_ref().err().cloned())
    }

    /// The leidraad that an aanvulling follows.
    pub(super) fn guide_of(&self, loaded: &Loaded<Aanvulling>) -> Option<Source> {
        let follows = loaded.model.follows.as_ref()?;
        let is_of = |known: &&Known| {
            loaded.files.first().is_some_and(|(source, _)| source.name == known.origin.name)
                && known.given == loaded.judged.path.is_some()
        };
        let origin = self.known.iter().find(is_of).map(|known| known.origin.clone()).unwrap_or_default();
        self.guide(&follows.id, &origin).map(|(_, source)| source)
    }

    fn given(&self) -> impl Iterator<Item = &Known> {
        self.known.iter().filter(|known| known.given)
    }

    fn load<'a>(&'a self, known: &'a Known) -> &'a Load {
        known.load.get_or_init(|| self.compiled(&known.origin, known.given))
    }

    /// Whether a text of the user is known by its name.
    pub fn has(&self, is_it: &dyn Fn(&str) -> bool) -> bool {
        self.given().any(|known| is_it(&known.origin.name))
    }

    /// The names of the texts of the user, and of what was found beside them to be followed.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.given().flat_map(|known| {
            let guides = known.origin.guides.iter().map(|guide| guide.name.as_str());
            std::iter::once(known.origin.name.as_str()).chain(guides)
        })
    }

    /// What a text of the user loads as, by its name.
    #[must_use]
    pub fn by_origin(&self, name: &str) -> Option<&Load> {
        self.given().find(|known| known.origin.name == name).map(|known| self.load(known))
    }

    /// What each text of the user loads as.
    pub fn own(&self) -> impl Iterator<Item = &Load> {
        self.given().map(|known| self.load(known))
    }

    /// Forgets the other texts of the user that are the same version as this one.
    #[must_use]
    pub fn with_only(mut self, kept: &AnyLoaded) -> Self {
        let is_other = |load: &Load| load.as_ref().is_ok_and(|one| one.is_version_of(kept) && !one.is(kept));
        let others: BTreeSet<String> =
            self.given().filter(|known| is_other(self.load(known))).map(|known| known.origin.name.clone()).collect();
        self.known.retain(|known| !known.given || !others.contains(&known.origin.name));
        self
    }

    /// All regioplannen: those of the user first, then the embedded ones that these do not replace.
    #[must_use]
    pub fn all(&self) -> Vec<&Load> {
        let mut own: BTreeSet<(&str, &str)> = BTreeSet::new();
        let loads = self.known.iter().map(|known| (known.given, self.load(known)));
        loads.filter(|(given, load)| counts(*given, load, &mut own)).map(|(_, load)| load).collect()
    }

    /// Whether a rule of one of them has this name. What was read already is asked first: most names are found there.
    #[must_use]
    pub fn has_rule(&self, id: &str) -> bool {
        let mut own: BTreeSet<(&str, &str)> = BTreeSet::new();
        let read = self.known.iter().filter(|known| known.given || known.load.get().is_some());
        let mut read = read.map(|known| (known.given, self.load(known)));
        let has = |load: &Load| {
            load.as_ref().is_ok_and(|one| one.contents().rules.iter().any(|rule| same_name(&rule.id, id)))
        };
        read.any(|(given, load)| counts(given, load, &mut own) && has(load)) || self.all().into_iter().any(has)
    }

    /// Everything that is known under a name: regioplannen, a werkplan, a leidraad; in order of validity.
    #[must_use]
    pub fn documents(&self, id: &str) -> Vec<&Load> {
        let mut own: BTreeSet<(&str, &str)> = BTreeSet::new();
        let is_of = |known: &Known| {
            if known.given {
                self.load(known).as_ref().is_ok_and(|one| same_name(&one.judged().id, id))
            } else {
                known_as(&known.origin.name, id)
            }
        };
        let loads = self.known.iter().filter(|known| is_of(known)).map(|known| (known.given, self.load(known)));
        let mut found: Vec<&Load> =
            loads.filter(|(given, load)| counts(*given, load, &mut own)).map(|(_, load)| load).collect();
        found.sort_by_key(|load| load.as_ref().ok().map(|one| one.model().valid()));
        found
    }

    /// The regioplannen of one region, in order of validity. A text that does not load is among them: it may be the one
    /// that is asked.
    #[must_use]
    pub fn versions(&self, id: &str) -> Vec<Result<&Arc<Loaded>, &Arc<Broken>>> {
        self.documents(id).into_iter().filter_map(|load| load.as_ref().map(AnyLoaded::regioplan).transpose()).collect()
    }

    /// The ids of all known regions.
    #[must_use]
    pub fn ids(&self) -> Vec<String> {
        let embedded = embedded_plans().map(folder).filter(|folder| *folder != GUIDES).map(str::to_owned);
        let given = self.own().filter_map(|load| load.as_ref().ok()).map(|one| one.judged().id.clone());
        embedded.chain(given).collect::<BTreeSet<String>>().into_iter().collect()
    }

    /// Interventions of all embedded regions, each with its region: read from the text, not compiled.
    #[must_use]
    pub fn elsewhere(&self) -> &[(String, String)] {
        self.elsewhere.get_or_init(|| {
            let mut found = Vec::new();
            for path in embedded_plans().filter(|path| folder(path) != GUIDES) {
                let lines = embedded_text(path).unwrap_or("").lines();
                let names =
                    lines.filter_map(|line| line.trim().strip_prefix("interventie ")?.split_whitespace().next());
                found.extend(names.map(|name| (name.to_owned(), folder(path).to_owned())));
            }
            found
        })
    }

    /// Parses and compiles a regioplan with its register, and holds it to the leidraad that it follows.
    fn compiled(&self, origin: &Origin, given: bool) -> Load {
        let register = origin.register.as_ref().map(|(_, text)| text.as_ref());
        let names = |id: &str| self.guide(id, origin).map(|(_, source)| source.text);
        let compiled = compile::read_beside(&origin.text, register, names);
        let mut problems = compiled.problems;
        let mut uses = compiled.uses;
        let mut model = compiled.model;
        let whole = model.as_ref().map(AnyModel::model);
        if let Some((model, follows)) = whole.and_then(|model| Some((model, model.follows()?))) {
            if let Some((guide, source)) = &self.guide(&follows.id, origin) {
                problems.extend(follow(model, Guide { model: guide, source }));
                uses.extend(deviations(follows, guide));
                uses.sort_unstable();
            } else {
                let text = Text::new("guide-unknown").with("id", &follows.id);
                problems.push(Problem::new("leidraad", follows.span, text).help(Text::new("guide-unknown-help")));
            }
        }
        if problems.iter().any(|problem| problem.severity == Severity::Violation) {
            model = None;
        }
        problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
        let mut files = vec![(Source::new(&origin.name, origin.text.as_ref()), problems)];
        if let Some((name, text)) = &origin.register {
            files.push((Source::new(name, text.as_ref()), compiled.register_problems));
        }
        let Some(model) = model else { return Err(Arc::new(Broken { files })) };
        let judged = Arc::new(Judged {
            id: model.contents().id.clone(),
            version: model.contents().version.clone(),
            path: given.then(|| origin.name.clone()),
            sha256: hex(&Sha256::digest(origin.text.as_bytes())),
            supplements: Vec::new(),
        });
        let read = Read { judged, told: origin.told.clone(), warnings: heard(&files), files, uses };
        Ok(match model {
            AnyModel::Regioplan(model) => AnyLoaded::Regioplan(read.by(model)),
            AnyModel::Leidraad(model) => AnyLoaded::Leidraad(read.by(model)),
            AnyModel::Werkplan(model) => AnyLoaded::Werkplan(read.by(model)),
            AnyModel::Aanvulling(model) => AnyLoaded::Aanvulling(read.by(model)),
        })
    }

    /// A leidraad by its id: a text of the user, one near the regioplan, or the embedded one. Its register is not needed to
    /// hold a regioplan to it.
    fn guide(&self, id: &str, follower: &Origin) -> Option<(Arc<Leidraad>, Source)> {
        let file = format!("{id}.regioplan");
        let named = |name: &str| Path::new(name).file_name().is_some_and(|name| name == file.as_str());
        let given = self.given().map(|known| &known.origin);
        let given = given.filter(|origin| named(&origin.name) && origin.name != follower.name);
        let given = given.map(|origin| Source::new(&origin.name, origin.text.as_ref()));
        let near = follower.guides.iter().filter(|source| named(&source.name)).cloned();
        let is_named = |model: &Leidraad| same_name(&model.contents.id, id);
        if let Some(source) = given.chain(near).next() {
            let AnyModel::Leidraad(model) = compile::read(&source.text, None).model? else { return None };
            return is_named(&model).then_some((model, source));
        }
        let path = format!("{GUIDES}/{file}");
        let is_it = |known: &&Known| !known.given && known.origin.name == path && path != follower.name;
        let known = self.known.iter().find(is_it)?;
        let model = Arc::clone(&self.load(known).as_ref().ok()?.guide()?.model);
        let source = || Source::new(path, known.origin.text.as_ref());
        is_named(&model).then(|| (model, source()))
    }
}

/// What is known of a text that was read, whatever its sort.
struct Read {
    judged: Arc<Judged>,
    told: Option<String>,
    warnings: Vec<(Source, Vec<Problem>)>,
    files: Vec<(Source, Vec<Problem>)>,
    uses: Vec<Use>,
}

impl Read {
    fn by<M>(self, model: Arc<M>) -> Arc<Loaded<M>> {
        let Self { judged, told, warnings, files, uses } = self;
        Arc::new(Loaded { model, judged, told, alone: None, warnings, files, uses })
    }
}

/// Where a regioplan names the rules of its leidraad from which it deviates.
fn deviations(follows: &Follows, guide: &Leidraad) -> Vec<Use> {
    let of = |deviation: &Deviation| {
        let demand = guide.offer_demands.iter().find(|demand| same_name(&demand.id, &deviation.rule))?;
        Some(Use { at: deviation.at, declared: Declared::Guide(demand.span) })
    };
    follows.deviations.iter().filter_map(of).collect()
}

/// Whether a regioplan is not replaced by one of the user, which come first.
fn counts<'a>(given: bool, load: &'a Load, own: &mut BTreeSet<(&'a str, &'a str)>) -> bool {
    let Ok(one) = load else { return true };
    let judged = one.judged();
    let version = (judged.id.as_str(), judged.version.as_str());
    if given {
        own.insert(version);
    }
    given || !own.contains(&version)
}

/// The embedded regioplannen, with their registers.
fn embedded() -> impl Iterator<Item = Origin> {
    embedded_plans().map(|path| {
        let register = path.replace(".regioplan", ".bronnen");
        Origin {
            name: path.to_owned(),
            text: Cow::Borrowed(embedded_text(path).unwrap_or("")),
            register: embedded_text(&register).map(|text| (register, Cow::Borrowed(text))),
            ..Origin::default()
        }
    })
}

/// Whether an embedded file goes by a name: that of its folder, and a leidraad also by its own.
fn known_as(path: &str, id: &str) -> bool {
    same_name(folder(path), id) || path.strip_suffix(".regioplan") == Some(&format!("{GUIDES}/{id}"))
}

/// The folder of an embedded file: that of its region.
fn folder(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
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
