//! Every label, heading, letter and list item by which a document calls something, written in a plan: it leads to its field,
//! record, intervention, kernelement or kind of choice, and what has one meaning is read as that. The list is
//! `tests/cases/uitleg/documenten.txt`. `mtvp explain` leads each to the same.

use std::collections::BTreeMap;

use mtvp::compile;
use mtvp::diagnostic::mended;
use mtvp::model::{AnyModel, CHOICE, Contents, Kind, Model, PLAN, PRACTICE, RecordId, Shape, Type, YEAR};
use mtvp::plan::{self, Issue};
use mtvp::report::{self, Catalog, Lang, Screen};

use crate::support::{every, root};

/// Where each regioplan stands.
const REGIOPLANS: [(&str, &str); 5] = [
    ("eemland", "eemland/2026-2027"),
    ("primacura", "primacura/2023"),
    ("rijn-en-duin", "rijn-en-duin/2.7"),
    ("syntein", "syntein/2025"),
    ("syntein-werkplan", "syntein/werkplan-2026"),
];

/// The lines of the list: region, what it is called, what it is, and its name.
pub fn lines(text: &str) -> Vec<[String; 4]> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| {
            let parts: Vec<String> = line.split('|').map(|part| part.trim().to_owned()).collect();
            parts.try_into().unwrap_or_else(|_| panic!("{line}"))
        })
        .collect()
}

pub fn listed() -> Vec<[String; 4]> {
    lines(&std::fs::read_to_string(root().join("tests/cases/uitleg/documenten.txt")).unwrap())
}

fn models() -> BTreeMap<&'static str, AnyModel> {
    let read = |path: &str| {
        let path = root().join("regioplans").join(format!("{path}.regioplan"));
        let register = std::fs::read_to_string(path.with_extension("bronnen")).unwrap();
        compile::read(&std::fs::read_to_string(&path).unwrap(), Some(&register)).model.unwrap()
    };
    REGIOPLANS.into_iter().map(|(id, path)| (id, read(path))).collect()
}

/// Lines of a plan, each with how deep it stands.
type Lines = Vec<(usize, String)>;

/// The lines above a field of a record, as deep as the record is.
fn above(model: &Contents, wanted: RecordId) -> Option<Lines> {
    let year = || vec![(0, "jaren:".to_owned()), (1, "1:".to_owned())];
    let choice = |id: &str| {
        let mut lines = year();
        lines.extend([(2, "interventies:".to_owned()), (3, format!("{id}:")), (4, "keuze: nieuw".to_owned())]);
        lines
    };
    let first = model.interventions.first().map_or("", |one| one.id.as_str());
    let mut open: Vec<(RecordId, usize, Lines)> = vec![
        (PLAN, 0, Vec::new()),
        (PRACTICE, 1, vec![(0, "praktijk:".to_owned())]),
        (YEAR, 2, year()),
        (CHOICE, 4, choice(first)),
    ];
    open.extend(model.interventions.iter().map(|one| (one.record, 4, choice(&one.id))));
    while let Some((id, depth, lines)) = open.pop() {
        if id == wanted {
            return Some(lines.into_iter().chain([(depth, String::new())]).collect());
        }
        for field in &model.record(id).fields {
            let (inner, list) = match field.ty.shape() {
                Shape::Record(inner) => (inner, false),
                Shape::List(Type::Record(inner)) => (*inner, true),
                Shape::Plain | Shape::OneOf(_) | Shape::List(_) => continue,
            };
            if id == CHOICE || lines.len() < 8 {
                let mut lines = lines.clone();
                lines.push((depth, format!("{}:", field.id)));
                if list {
                    lines.push((depth + 1, "-".to_owned()));
                }
                open.push((inner, depth + 1 + usize::from(list), lines));
            }
        }
    }
    None
}

fn written(lines: &Lines, last: &str) -> String {
    let mut text = "regioplan: x\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-06-01\n".to_owned();
    for (depth, line) in lines {
        let line = if line.is_empty() { last } else { line };
        text.push_str(&format!("{}{line}\n", "  ".repeat(*depth)));
    }
    text
}

/// A name as a key of YAML, without the quotes around it.
fn quoted(name: &str) -> String {
    name.replace('\'', "''")
}

/// What a plan says is wrong at a word.
fn told(model: Model<'_>, text: &str, figures: bool, at: &str) -> Vec<Issue> {
    let document = plan::parse(text);
    let issues = if figures {
        plan::read_figures(&document, model).unwrap().issues
    } else {
        plan::read(&document, model.regioplan().unwrap(), &[]).unwrap().issues
    };
    let here = |issue: &Issue| issue.problem.primary.span.of(text).contains(at);
    issues.into_iter().filter(here).collect()
}

/// The finding about a field that is called so leads to the field; where it is one, writing its name mends it.
fn field(whole: Model<'_>, line: &[String; 4], catalog: &Catalog) {
    let model = whole.contents();
    let [_, called, _, paths] = line;
    let paths: Vec<(&str, &str)> = paths.split(", ").map(|path| path.split_once('.').unwrap()).collect();
    let record = model.records.find(|record| record.id == paths[0].0).unwrap_or_else(|| panic!("{line:?}"));
    let figures = paths[0].0 == "regio";
    let key = format!("'{}': x", quoted(called));
    let text = if figures {
        format!("regioplan: x\nkalenderjaar: 2026\n{key}\n")
    } else {
        written(&above(model, record).unwrap_or_else(|| panic!("{line:?}")), &key)
    };
    let record = model.record(record);
    for (_, id) in &paths {
        assert!(record.position(id).is_some(), "{line:?}");
    }
    if record.position(called).is_some() {
        return;
    }
    let issues = told(whole, &text, figures, &quoted(called));
    let unknown: Vec<&Issue> = issues.iter().filter(|issue| issue.problem.code == "onbekend-veld").collect();
    let [issue] = unknown.as_slice() else { panic!("{line:?}: {unknown:?}\n{text}") };
    let help = catalog.say(issue.problem.help.as_ref().unwrap());
    assert!(paths.iter().all(|(_, id)| help.contains(&format!("`{id}`"))), "{line:?}: {help}");
    assert!(help.matches('`').count() == 2 * paths.len(), "{line:?}: {help}");
    match &issue.problem.repair {
        Some(repair) => {
            assert!(repair.certain && paths.len() == 1, "{line:?}");
            let (mended, _) = mended(&text, [repair]);
            assert!(mended.contains(&format!("{}: x", paths[0].1)), "{line:?}: {mended}");
            let again = told(whole, &mended, figures, paths[0].1);
            assert!(again.iter().all(|issue| issue.problem.code != "onbekend-veld"), "{line:?}: {again:?}");
        }
        None => assert!(paths.len() > 1, "{line:?}: no repair"),
    }
}

/// The finding about a name that stands for an intervention, or for a kernelement above its choices.
fn choice(whole: Model<'_>, line: &[String; 4], catalog: &Catalog) {
    let model = whole.contents();
    let [_, called, sort, id] = line;
    let element = sort == "kernelement";
    let own = model.elements.find(|element| element.id == *id);
    let below = model.interventions.iter().find(|one| Some(one.element) == own && one.is_open());
    let last = match below.filter(|_| element) {
        Some(one) => format!("'{}':\n        {}: nieuw", quoted(called), one.id),
        None => format!("'{}': nieuw", quoted(called)),
    };
    let above =
        vec![(0, "jaren:".to_owned()), (1, "1:".to_owned()), (2, "interventies:".to_owned()), (3, String::new())];
    let text = written(&above, &last);
    if model.find_intervention(called).is_some() {
        return;
    }
    let issues = told(whole, &text, false, &quoted(called));
    let unknown: Vec<&Issue> = issues.iter().filter(|issue| issue.problem.code == "onbekende-interventie").collect();
    let [issue] = unknown.as_slice() else { panic!("{line:?}: {unknown:?}\n{text}") };
    let help = catalog.say(issue.problem.help.as_ref().unwrap());
    let leads = if element { help.contains("kernelement") } else { help.contains(&format!("`{id}`")) };
    assert!(leads, "{line:?}: {help}");
}

/// A kind that is called so is read as that kind, and its word is written.
fn kind(whole: Model<'_>, line: &[String; 4]) {
    let model = whole.contents();
    let [_, called, _, id] = line;
    let one = &model.interventions[0].id;
    let above =
        vec![(0, "jaren:".to_owned()), (1, "1:".to_owned()), (2, "interventies:".to_owned()), (3, String::new())];
    let text = written(&above, &format!("{one}: {called}"));
    let document = plan::parse(&text);
    let read = plan::read(&document, whole.regioplan().unwrap(), &[]).unwrap();
    assert_eq!(read.years[0].choices[0].kind, Kind::from_word(id), "{line:?}");
    if called != id {
        let issue = read.issues.iter().find(|issue| issue.problem.code == "verkeerde-waarde").unwrap();
        let (mended, _) = mended(&text, issue.problem.repair.iter().filter(|repair| repair.certain));
        assert!(mended.contains(&format!("{one}: {id}\n")), "{line:?}: {mended}");
    }
}

#[test]
fn what_the_documents_call_things_is_read_as_what_it_is() {
    let (models, catalog) = (models(), Catalog::new(Lang::Dutch));
    let lines = listed();
    assert!(lines.len() > 190, "{}", lines.len());
    for line in &lines {
        let model = models[line[0].as_str()].model();
        match line[2].as_str() {
            "veld" => field(model, line, &catalog),
            "kernelement" | "interventie" => choice(model, line, &catalog),
            "soort" => kind(model, line),
            other => panic!("{other}"),
        }
    }
}

/// What `mtvp explain` says of each: the same name, or for a heading over several fields all of them.
#[test]
fn what_the_documents_call_things_is_explained_as_what_it_is() {
    let (models, catalog) = (models(), Catalog::new(Lang::Dutch));
    let mut others = 0;
    // Each is tried under `MTVP_EVERY=1`; else some of them.
    for line in listed().iter().step_by(every(8)) {
        let [region, called, _, names] = line;
        let model = models[region.as_str()].model();
        let wanted: Vec<&str> =
            names.split(", ").map(|name| name.split_once('.').map_or(name, |(_, field)| field)).collect();
        if let Some(page) = report::row_page(called, &[model], Screen::PAPER, &catalog) {
            assert!(wanted.iter().all(|id| page.contains(&format!("`{id}`"))), "{line:?}: {page}");
            continue;
        }
        let subject = report::find_subject(model, called);
        // Something else may have the very same name: the page about it names its own.
        let meant = subject.filter(|subject| report::is_called(*subject, called));
        if meant.is_some_and(|found| found.id() != wanted[0]) {
            others += 1;
            continue;
        }
        let word = || report::word_page(called, &[model], &[model], Screen::PAPER, &catalog);
        let head = |found: report::Subject<'_>| format!("{}:", found.id());
        let head = meant.map(head).or_else(word).or_else(|| subject.map(head)).unwrap_or_else(|| panic!("{line:?}"));
        assert!(head.starts_with(&format!("{}:", wanted[0])), "{line:?}: {head}");
    }
    assert!(others < 16, "{others}");
}
