//! The session without a disk: regioplannen, settings and plans as texts in memory, as an editor or a browser has them.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use mtvp::diagnostic::Severity;
use mtvp::draft;
use mtvp::plan;
use mtvp::session::{
    Agreed, Around, Chosen, Finding, Library, Looked, Origin, Session, Stop, Terms, embedded_files, embedded_text,
};
use mtvp::settings;
use mtvp::source::Source;

/// An embedded regioplan with an example that breaks a rule of it: name, regioplan, register, example.
fn example() -> (&'static str, &'static str, &'static str, &'static str) {
    let (path, text) = embedded_files().iter().find(|(path, _)| path.contains("2.7/fout/aw-jaar-3.")).unwrap();
    let folder = path.split("/fout/").next().unwrap();
    let file = |ending: &str| embedded_text(&format!("{folder}.{ending}")).unwrap();
    (path, file("regioplan"), file("bronnen"), text)
}

fn look(session: &Session, name: &str, text: &str, terms: &Terms) -> Looked {
    session.look(&Source::new(name, text), true, terms, &Around::evidence(&|_| BTreeSet::new())).unwrap()
}

fn findings(session: &Session, name: &str, text: &str) -> Vec<String> {
    match look(session, name, text, &Terms::on(date(2025, 6, 1))) {
        Looked::Judged(judged) => judged.report.findings.iter().map(|finding| format!("{finding:?}")).collect(),
        Looked::Other | Looked::Figures | Looked::Exceptions | Looked::Decisions => panic!("{name} is a plan"),
    }
}

#[test]
fn a_plan_is_judged_without_a_file() {
    let (name, regioplan, register, text) = example();
    let embedded = Session::by_plan(Library::new(Vec::new()));
    let said = findings(&embedded, name, text);
    assert!(!said.is_empty());
    // The same regioplan, held in memory under a name of its own.
    let origin = Origin {
        name: "geheugen.regioplan".to_owned(),
        text: regioplan.into(),
        register: Some(("geheugen.bronnen".to_owned(), register.into())),
        ..Origin::default()
    };
    let given = Session::by_plan(Library::new(vec![origin]));
    assert_eq!(findings(&given, name, text), said);
    let Looked::Judged(judged) = look(&given, name, text, &Terms::on(date(2025, 6, 1))) else { panic!("a plan") };
    assert_eq!(judged.report.judged.unwrap().path.as_deref(), Some("geheugen.regioplan"));
}

#[test]
fn what_must_be_told_to_find_a_regioplan_stands_in_the_help() {
    let (name, regioplan, register, text) = example();
    let session = |told: Option<&str>| {
        let register = Some(("eigen.bronnen".to_owned(), register.into()));
        let told = told.map(str::to_owned);
        let name = "eigen.regioplan".to_owned();
        Session::by_plan(Library::new(vec![Origin {
            name,
            text: regioplan.into(),
            register,
            told,
            ..Origin::default()
        }]))
    };
    let with_file = |said: Vec<String>| said.iter().any(|finding| finding.contains("help-explain-file"));
    let plain = findings(&session(None), name, text);
    assert!(!with_file(plain.clone()));
    let explained = plain.iter().any(|finding| finding.contains("help-explain"));
    assert_eq!(with_file(findings(&session(Some("eigen.regioplan")), name, text)), explained);
}

#[test]
fn a_text_that_does_not_load_stops_the_work_with_its_problems() {
    let origin = Origin { name: "stuk.regioplan".to_owned(), text: "regioplan stuk {".into(), ..Origin::default() };
    let library = Library::new(vec![origin]);
    assert!(library.by_origin("stuk.regioplan").unwrap().is_err());
    match library.all_sound() {
        Err(Stop::Broken(broken)) => assert_eq!(broken.files[0].0.name, "stuk.regioplan"),
        Err(Stop::Said(..)) | Ok(_) => panic!("it loads"),
    }
}

#[test]
fn settings_are_laid_over_what_is_found() {
    let (name, _, _, text) = example();
    let library = Arc::new(Library::new(Vec::new()));
    let plain = Session::by_plan(Arc::clone(&library));
    let Looked::Judged(before) = look(&plain, name, text, &Terms::on(date(2025, 6, 1))) else { panic!("a plan") };
    let broken = |finding: &&Finding| !finding.built_in && finding.severity == Severity::Violation;
    let rule = &before.report.findings.iter().find(broken).unwrap().rule;
    let (read, problems) =
        settings::read(&format!("[severity]\n{rule} = {{ level = \"review\", reason = \"proef\" }}\n"));
    assert!(problems.is_empty());
    let agreed = Agreed { levels: read.severity, ..Agreed::default() };
    assert!(agreed.idle_levels(&library).unwrap().is_empty());
    let session = Session { library, chosen: Chosen::ByPlan(None), agreed };
    let Looked::Judged(after) = look(&session, name, text, &Terms::on(date(2025, 6, 1))) else { panic!("a plan") };
    assert!(after.report.findings.iter().any(|finding| finding.rule == *rule && finding.lowered.is_some()));
}

#[test]
fn a_blank_plan_and_that_of_the_next_year_are_made_without_a_file() {
    let library = Library::new(Vec::new());
    let loaded = library.all_sound().unwrap().into_iter().find_map(|one| one.judges_plans().ok()).unwrap().clone();
    let blank = draft::blank(&loaded.model, loaded.model.programme.first_year, &|text| text.id.to_owned());
    let document = plan::parse(&blank);
    assert!(document.root.is_some(), "{:?}", document.issues);
    let session = Session::by(&Arc::new(library), &loaded);
    let good = embedded_files()
        .iter()
        .find(|(path, _)| path.starts_with(&format!("{}/{}/goed/", loaded.judged.id, loaded.judged.version)));
    let (_, text) = good.unwrap();
    let made = draft::next(&session, text, &plan::parse(text), date(2025, 6, 1), &|text| text.id.to_owned());
    let year = plan::frame(plan::parse(text).root.as_ref().unwrap()).0.year.unwrap().0;
    assert_eq!(made.unwrap().year, year + 1);
}
