//! A regioplan while somebody writes it: what is wrong in it, what it says as a document, and what its example plans show.

use std::path::Path;
use std::sync::Arc;

use mtvp::check::BUILT_IN;
use mtvp::diagnostic::Text;
use mtvp::lint::{self, Around as LintAround, Lint, Neighbour, Subject as LintSubject};
use mtvp::plan;
use mtvp::report;
use mtvp::session::{AnyLoaded, Around, Library, Reading, Session, Stop, Terms, embedded_files};
use mtvp::source::Source;
use mtvp::syntax::{self, Kind};
use mtvp::trial::{Example, Sort, Subject, announced, difference, expect, of_issues};
use serde_json::{Value, json};

use crate::desk::{Desk, origin};
use crate::question::File;
use crate::words::{problem, stopped};

/// A regioplan that can be read, with what it refers to.
pub struct Written {
    library: Arc<Library>,
    loaded: AnyLoaded,
}

impl Written {
    pub fn of(name: &str, text: &str, register: Option<&File>) -> Result<Self, Stop> {
        let library = Arc::new(Library::new(vec![origin(name, text, register)]).without_heads());
        let loaded = match library.by_origin(name) {
            Some(Ok(loaded)) => loaded.clone(),
            Some(Err(broken)) => return Err(Stop::Broken(Arc::clone(broken))),
            None => return Err(Stop::Said(Text::new("web-unreadable"), None)),
        };
        Ok(Self { library, loaded })
    }

    /// All that is said of it, but for its examples.
    pub fn looked(&self, desk: &Desk) -> Value {
        let loaded = &self.loaded;
        let page = report::document(loaded.model(), &loaded.judged().full_id(), &desk.catalog);
        json!({
            "regioplan": loaded.judged().full_id(),
            "problems": remarks(desk, loaded, &self.library),
            "html": report::docs_html(&page),
            "examples": self.carried().len(),
        })
    }

    /// Some of its examples, each with whether it does as its first lines say.
    pub fn examples(&self, desk: &Desk, from: usize, count: usize) -> Vec<Value> {
        let session = Session::by_plan(Arc::clone(&self.library));
        let some = self.carried().into_iter().skip(from).take(count);
        some.map(|(sort, plan)| example(desk, &session, &self.loaded, plan, sort)).collect()
    }

    /// The example plans that the program carries for it: the path, the name in its folder, and the text.
    fn carried(&self) -> Vec<(Sort, (&'static str, &'static str, &'static str))> {
        let folder = format!("{}/{}/", self.loaded.judged().id, self.loaded.judged().version);
        let parts = [("goed/", Sort::Good), ("fout/", Sort::Wrong)];
        let all = embedded_files().iter().filter_map(|(path, text)| Some((*path, path.strip_prefix(&folder)?, *text)));
        let plans = all.filter(|(_, name, _)| Path::new(name).extension().is_some_and(|end| end == "yaml"));
        let of_sort = |plan: (&'static str, &'static str, &'static str)| {
            let (part, sort) = parts.into_iter().find(|(part, _)| plan.1.starts_with(part))?;
            // A folder in it is a whole region.
            (!plan.1.strip_prefix(part)?.contains('/')).then_some((sort, plan))
        };
        plans.filter_map(of_sort).collect()
    }
}

fn remarks(desk: &Desk, loaded: &AnyLoaded, library: &Library) -> Vec<Value> {
    let all = library.all();
    let known = all.iter().filter_map(|load| load.as_ref().ok()).filter(|other| !other.is(loaded));
    let others: Vec<Neighbour<'_>> =
        known.map(|other| Neighbour { model: other.model(), name: &other.judged().id }).collect();
    let parsed = |kind: Kind, number: usize| {
        loaded.files().get(number).map(|(source, problems)| (syntax::parse(&source.text, kind).0, problems.as_slice()))
    };
    let Some((tree, loading)) = parsed(Kind::Regioplan, 0) else { return Vec::new() };
    let register = parsed(Kind::Register, 1);
    let around = LintAround { others: &others, examples: None, folder: "", reserved: &BUILT_IN };
    let subject = LintSubject {
        model: loaded.model(),
        tree: &tree,
        register: register.as_ref().map(|(tree, _)| tree),
        loading,
        register_loading: register.as_ref().map_or(&[], |(_, problems)| problems),
    };
    let found = lint::lint(&subject, &around);
    let files = loaded.files().iter().zip([found.regioplan, found.register]);
    let told = files.flat_map(|((source, _), remarks)| {
        // The page has the examples that the program carries, and judges them beside this.
        remarks.into_iter().filter(|remark| remark.lint != Lint::NoExample).map(move |remark| {
            let mut said = problem(source, &remark.problem, &desk.catalog);
            if let Some(level) = said.get_mut("severity") {
                *level = json!(remark.lint.level().word());
            }
            said
        })
    });
    told.collect()
}

fn example(
    desk: &Desk,
    session: &Session,
    loaded: &AnyLoaded,
    (path, name, text): (&str, &str, &str),
    sort: Sort,
) -> Value {
    let source = Source::new(name, text);
    let document = plan::parse(&source.text);
    let beside = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let missing = |plan: &plan::Plan| {
        let is_there = |file: &str| {
            let wanted = format!("{beside}/{file}");
            embedded_files().iter().any(|(known, _)| *known == wanted)
        };
        plan.files.iter().filter(|file| !is_there(&file.path)).map(|file| file.path.clone()).collect()
    };
    let terms = Terms::on(desk.today);
    let judged = match session.judge(&source, &document, &terms, &Around::evidence(&missing)) {
        Ok(judged) => judged,
        Err(stop) => {
            return json!({ "name": name, "fits": false, "stop": stopped(&stop, &desk.catalog), "findings": [] });
        }
    };
    let plan: Value = serde_json::from_str(&report::check_json(&judged.report, &desk.catalog)).unwrap_or_default();
    let subject = match judged.rests_on {
        Some((Reading { loaded, plan }, now)) => {
            Subject::Plan { plan: Box::new(plan), regioplan: Arc::clone(&loaded.model), now }
        }
        None => Subject::Refused(of_issues(&document.issues)),
    };
    let say = |texts: &[Text]| texts.iter().map(|text| desk.catalog.say(text)).collect::<Vec<_>>();
    let (fits, told) = match announced(text).and_then(|found| expect(loaded.contents(), &found)) {
        Err(problems) => (false, say(&problems)),
        Ok(expected) => {
            let example = Example { sort, subject, expected, of_supplement: false };
            let seen = example.all(loaded.contents());
            (difference(false, &example.expected, &seen).is_empty(), Vec::new())
        }
    };
    json!({ "name": name, "fits": fits, "told": told, "text": text, "findings": plan.get("findings") })
}
