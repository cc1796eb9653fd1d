//! What is known while a page is open, and the answers about plans.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::{Date, date};
use mtvp::diagnostic::{Edit, Repair, mended};
use mtvp::draft::{self, Answer};
use mtvp::form;
use mtvp::plan;
use mtvp::report::{self, Catalog, Lang};
use mtvp::session::{
    AnyLoaded, Around, Judgement, Library, Loaded, Origin, Session, Stop, Terms, advise, embedded_text, with_version,
};
use mtvp::source::{Source, Span};
use serde_json::{Value, json};

use crate::question::{self, File, Question};
use crate::region::Written;
use crate::words::stopped;

/// What is known while a page is open.
pub struct Desk {
    pub catalog: Catalog,
    /// What is written into a plan is Dutch, whatever the language of the page.
    dutch: Catalog,
    pub today: Date,
    own: Vec<Origin>,
    pub library: Arc<Library>,
    /// The regioplan that was looked at last, while somebody writes it.
    written: Option<Written>,
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            catalog: Catalog::new(Lang::Dutch),
            dutch: Catalog::new(Lang::Dutch),
            today: date(2026, 1, 1),
            own: Vec::new(),
            library: Arc::new(Library::new(Vec::new())),
            written: None,
        }
    }
}

/// An answer, or why there is none.
type Answered = Result<Value, Stop>;

impl Desk {
    /// The answer to a question.
    pub fn answer(&mut self, question: &Question) -> String {
        let answer = match question {
            Question::Start { lang, today } => Ok(self.start(lang, today)),
            Question::Own { name, text, register } => Ok(self.own(name, text, register.as_ref())),
            Question::Begin { regioplan, year } => self.begin(regioplan, *year),
            Question::Blank { regioplan, year } => self.blank(regioplan, *year),
            Question::Next { text } => self.next(text),
            Question::Look { text, form, advice, files } => self.look(text, *form, *advice, files.as_deref()),
            Question::Fill { text, regioplan, way, said } => self.fill(text, regioplan, way, said.as_deref()),
            Question::Edit { text, edits } => Ok(edit(text, edits)),
            Question::Carried { regioplan } => self.carried(regioplan),
            Question::Region { name, text, register } => self.region(name, text, register.as_ref()),
            Question::Examples { from, count } => Ok(self.examples(*from, *count)),
            Question::Document { regioplan } => self.document(regioplan),
        };
        answer.unwrap_or_else(|stop| json!({ "stop": stopped(&stop, &self.catalog) })).to_string()
    }

    fn start(&mut self, lang: &str, today: &str) -> Value {
        self.catalog = Catalog::new(if lang == "en" { Lang::English } else { Lang::Dutch });
        if let Ok(today) = today.parse() {
            self.today = today;
        }
        json!({ "words": self.catalog.words_of("web-"), "regions": self.regions() })
    }

    /// All regioplannen that judge plans, the newest of a region first.
    fn regions(&self) -> Vec<Value> {
        let all = self.library.all();
        let known = all.iter().filter_map(|load| load.as_ref().ok());
        let mut known: Vec<&Arc<Loaded>> = known.filter_map(AnyLoaded::regioplan).collect();
        known.sort_by(|one, other| {
            let names = one.model.contents.name.cmp(&other.model.contents.name);
            names.then_with(|| other.model.valid.cmp(&one.model.valid))
        });
        let one = |loaded: &&Arc<Loaded>| {
            let (model, (from, to)) = (&loaded.model.contents, loaded.model.valid);
            json!({
                "id": model.full_id(),
                "name": model.name,
                "version": model.version,
                "document": model.document,
                "from": from.to_string(),
                "to": to.to_string(),
                "years": loaded.model.programme.years().collect::<Vec<u8>>(),
                "own": loaded.judged.path.is_some(),
            })
        };
        known.iter().map(one).collect()
    }

    fn own(&mut self, name: &str, text: &str, register: Option<&File>) -> Value {
        let origin = origin(name, text, register);
        self.own.retain(|known| known.name != origin.name);
        self.own.push(origin);
        self.library = Arc::new(Library::new(self.own.clone()));
        match self.library.by_origin(name) {
            Some(Ok(loaded)) => json!({ "regioplan": loaded.judged().full_id(), "regions": self.regions() }),
            Some(Err(broken)) => {
                let stop = Stop::Broken(Arc::clone(broken));
                self.own.retain(|known| known.name != name);
                self.library = Arc::new(Library::new(self.own.clone()));
                json!({ "stop": stopped(&stop, &self.catalog) })
            }
            None => json!({ "regions": self.regions() }),
        }
    }

    fn named(&self, regioplan: &str) -> Result<AnyLoaded, Stop> {
        let (id, version) = with_version(regioplan);
        self.library.by_name(id, version, self.today)
    }

    fn begin(&self, regioplan: &str, year: u8) -> Answered {
        let loaded = self.named(regioplan)?;
        let model = &loaded.judges_plans()?.model.contents;
        Ok(json!({ "text": draft::begin(model, year, &|text| self.dutch.say(text)) }))
    }

    fn blank(&self, regioplan: &str, year: u8) -> Answered {
        let loaded = self.named(regioplan)?;
        let model = &loaded.judges_plans()?.model;
        Ok(json!({ "text": draft::blank(model, year, &|text| self.dutch.say(text)) }))
    }

    fn session(&self) -> Session {
        Session::by_plan(Arc::clone(&self.library))
    }

    fn next(&self, text: &str) -> Answered {
        let document = plan::parse(text);
        let made = draft::next(&self.session(), text, &document, self.today, &|text| self.dutch.say(text))?;
        Ok(json!({ "text": made.text, "year": made.year, "unknown": made.unknown }))
    }

    fn look(&self, text: &str, with_form: bool, advice: bool, files: Option<&[String]>) -> Answered {
        let source = Source::new("plan.yaml", text);
        let document = plan::parse(&source.text);
        let missing = |plan: &plan::Plan| -> BTreeSet<String> {
            let named = plan.files.iter().map(|file| &file.path);
            let gone = |path: &&String| files.is_some_and(|files| !files.contains(path));
            named.filter(gone).cloned().collect()
        };
        let terms = Terms::on(self.today);
        let mut judged = self.session().judge(&source, &document, &terms, &Around::evidence(&missing))?;
        if advice {
            advise(&mut judged);
        }
        Ok(self.told(&judged, &document, with_form))
    }

    /// What is said of a plan, in words and with its places in the form.
    fn told(&self, judged: &Judgement, document: &plan::Document<'_>, with_form: bool) -> Value {
        let report = &judged.report;
        let plan: Value = serde_json::from_str(&report::check_json(report, &self.catalog)).unwrap_or_default();
        let standing: Vec<String> = report::standing(report, true).iter().map(|text| self.catalog.say(text)).collect();
        let ways = report.nearest.iter().flat_map(|found| &found.ways).map(|way| self.catalog.say(&way.said));
        let reading = judged.rests_on.as_ref().map(|(reading, _)| reading).filter(|_| with_form);
        let year = reading.and_then(|reading| reading.plan.frame.year).map(|(year, _)| year);
        let form = reading.zip(year).map(|(reading, year)| {
            let say = |text: &mtvp::diagnostic::Text| self.catalog.say(text);
            form::form(&reading.loaded.model, year, Some((document, &reading.plan)), &say)
        });
        let routes: Vec<&str> = report.findings.iter().map(|finding| finding.path.as_str()).collect();
        let spots = form.as_ref().map(|form| form::spots(form, &routes));
        let beyond = form.as_ref().zip(document.root.as_ref()).map(|(form, root)| form::beyond(form, root));
        let read = judged.rests_on.as_ref().map(|(reading, _)| &reading.plan);
        let evidence: BTreeSet<&str> =
            read.iter().flat_map(|plan| &plan.files).map(|file| file.path.as_str()).collect();
        json!({
            "plan": plan,
            "standing": standing,
            "ways": ways.collect::<Vec<_>>(),
            "spots": spots,
            "beyond": beyond,
            "evidence": evidence,
            "fillable": document.root.is_some() && !document.mended,
            "form": form,
        })
    }

    fn fill(&self, text: &str, regioplan: &str, way: &str, said: Option<&str>) -> Answered {
        let loaded = self.named(regioplan)?;
        let model = &loaded.judges_plans()?.model;
        let answer = said.map_or(Answer::Gone, Answer::Said);
        Ok(json!({ "text": draft::fill(text, model, way, answer) }))
    }

    fn carried(&self, regioplan: &str) -> Answered {
        let loaded = self.named(regioplan)?;
        let file = |number: usize| {
            let (source, _) = loaded.files().get(number)?;
            Some(json!({ "name": source.name, "text": source.text }))
        };
        Ok(json!({ "regioplan": file(0), "register": file(1) }))
    }

    fn region(&mut self, name: &str, text: &str, register: Option<&File>) -> Answered {
        self.written = None;
        let written = Written::of(name, text, register)?;
        let looked = written.looked(self);
        self.written = Some(written);
        Ok(looked)
    }

    fn examples(&self, from: usize, count: usize) -> Value {
        json!(self.written.as_ref().map(|written| written.examples(self, from, count)).unwrap_or_default())
    }

    fn document(&self, regioplan: &str) -> Answered {
        let loaded = self.named(regioplan)?;
        let page = report::document(loaded.model(), &loaded.judged().full_id(), &self.catalog);
        Ok(json!({ "html": report::docs_html(&page), "markdown": report::docs_markdown(&page) }))
    }
}

/// A regioplan that somebody gives; what it refers to is found by name among what the program carries.
pub fn origin(name: &str, text: &str, register: Option<&File>) -> Origin {
    // A text of the page has no register beside it, but one that the program carries has.
    let carried = || {
        let path = name.replace(".regioplan", ".bronnen");
        embedded_text(&path).map(|text| (path, Cow::Borrowed(text)))
    };
    let given = register.map(|file| (file.name.clone(), Cow::Owned(file.text.clone())));
    Origin {
        name: name.to_owned(),
        text: Cow::Owned(text.to_owned()),
        register: given.or_else(carried),
        ..Origin::default()
    }
}

fn edit(text: &str, edits: &[question::Edit]) -> Value {
    let edits =
        edits.iter().map(|edit| Edit::new(Span::new(edit.start as usize, edit.end as usize), edit.text.as_str()));
    let (text, count) = mended(text, [&Repair { edits: edits.collect(), certain: true }]);
    json!({ "text": text, "done": count == 1 })
}
