//! The form that a regioplan makes: it holds what a plan can hold, and a plan that is filled in with it is the plan that was meant.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use jiff::civil::{Date, date};
use mtvp::draft::{self, Answer};
use mtvp::form::{Form, Input, NeedLevel, Part, beyond, form, places, spots};
use mtvp::plan::{self, Node, NodeKind};
use mtvp::report::{Catalog, Lang};
use mtvp::session::{Around, Judgement, Library, Session, Terms};
use mtvp::source::Source;

use crate::support::{every, files, name, snapshot_in};

const TODAY: Date = date(2026, 6, 1);

struct Bench {
    session: Session,
    catalog: Catalog,
}

impl Bench {
    fn new() -> Self {
        Self { session: Session::by_plan(Library::new(Vec::new())), catalog: Catalog::new(Lang::Dutch) }
    }

    fn judged(&self, text: &str) -> Judgement {
        let source = Source::new("plan.yaml", text);
        let around = Around::evidence(&|_| BTreeSet::new());
        self.session.judge(&source, &plan::parse(text), &Terms::on(TODAY), &around).unwrap_or_else(|_| panic!("{text}"))
    }

    fn form(&self, text: &str) -> Option<Form> {
        let judged = self.judged(text);
        let (reading, _) = judged.rests_on.as_ref()?;
        let document = plan::parse(text);
        let year = reading.plan.frame.year?.0;
        Some(form(&reading.loaded.model, year, Some((&document, &reading.plan)), &|text| self.catalog.say(text)))
    }

    /// What is found, without its places.
    fn findings(&self, text: &str) -> Vec<String> {
        let judged = self.judged(text);
        let findings = judged.report.findings.iter();
        let mut said: Vec<String> = findings
            .map(|one| {
                format!("{} {} {:?} {:?} {}", one.rule, one.severity.word(), one.year, one.intervention, one.path)
            })
            .collect();
        said.sort();
        said
    }
}

/// Plans beside a regioplan that judges them by its name, of one part.
fn plans(part: &str) -> Vec<std::path::PathBuf> {
    let of_part = |path: &std::path::PathBuf| path.parent().unwrap().ends_with(part);
    files("regioplans", &["yaml"]).into_iter().filter(of_part).collect()
}

/// All that a form says, a line for each place.
fn outline(form: &Form) -> String {
    let mut out = String::new();
    for section in &form.sections {
        writeln!(out, "== {} [{}]{}", section.title, section.id, if section.over { " (voorbij)" } else { "" }).unwrap();
        for rule in &section.rules {
            writeln!(out, "   regel {}: {}", rule.id, rule.sentences.join(" / ")).unwrap();
        }
        parts(&section.parts, 1, &mut out);
    }
    out
}

fn parts(all: &[Part], depth: usize, out: &mut String) {
    let indent = "  ".repeat(depth);
    for part in all {
        match part {
            Part::Field(field) => {
                let input = match &field.input {
                    Input::Choose { options } => {
                        options.iter().map(|one| one.value.as_str()).collect::<Vec<_>>().join(" | ")
                    }
                    other => format!("{other:?}"),
                };
                writeln!(
                    out,
                    "{indent}{}: {} <{input}> {:?} {}",
                    field.id, field.label, field.need.level, field.need.said
                )
                .unwrap();
            }
            Part::Several(several) => {
                let words: Vec<&str> = several.options.iter().map(|one| one.value.as_str()).collect();
                writeln!(
                    out,
                    "{indent}{}: {} [{}] {:?}",
                    several.id,
                    several.label,
                    words.join(" | "),
                    several.need.level
                )
                .unwrap();
            }
            Part::Group(group) => {
                writeln!(out, "{indent}{}: {} {:?} {}", group.id, group.label, group.need.level, group.need.said)
                    .unwrap();
                parts(&group.parts, depth + 1, out);
            }
            Part::List(list) => {
                writeln!(out, "{indent}{}: {} (elk: {}) {:?}", list.id, list.label, list.item, list.need.level)
                    .unwrap();
                parts(&list.next.parts, depth + 1, out);
            }
            Part::Choices(choices) => {
                writeln!(out, "{indent}# {}", choices.label).unwrap();
                for choice in &choices.choices {
                    let kinds: Vec<&str> = choice.kinds.iter().map(|kind| kind.value.as_str()).collect();
                    writeln!(out, "{indent}  {}: {} ({})", choice.id, choice.label, kinds.join(" | ")).unwrap();
                    parts(&choice.parts, depth + 2, out);
                }
            }
        }
    }
}

#[test]
fn each_regioplan_has_its_form() {
    let bench = Bench::new();
    for load in bench.session.library.all() {
        let Some(loaded) = load.as_ref().unwrap().regioplan() else { continue };
        let model = &loaded.model.contents;
        let year = loaded.model.programme.last_year.min(3);
        let blank = draft::begin(model, year, &|text| bench.catalog.say(text));
        let form = bench.form(&blank).unwrap();
        snapshot_in(
            "tests/cases/formulier",
            &format!("{}-jaar-{year}", model.full_id().replace('@', "-")),
            &outline(&form),
        );
        // The same as data.
        let json = serde_json::to_value(&form).unwrap();
        assert_eq!(json["sections"].as_array().unwrap().len(), form.sections.len());
    }
}

/// The scalars of a plan, with the way to each.
fn leaves(node: &Node<'_>, way: &str, found: &mut Vec<(String, String)>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            if !node.is_blank() {
                found.push((way.to_owned(), text.trim_end().to_owned()));
            }
        }
        NodeKind::Twice(_) => {}
        NodeKind::List(items) => {
            for (number, item) in items.iter().enumerate() {
                leaves(item, &format!("{way}[{number}]"), found);
            }
        }
        NodeKind::Map(pairs) => {
            for (key, value) in pairs {
                let key = key.text().unwrap();
                leaves(value, &if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") }, found);
            }
        }
    }
}

fn all_leaves(text: &str) -> Vec<(String, String)> {
    let document = plan::parse(text);
    let mut found = Vec::new();
    leaves(document.root.as_ref().unwrap(), "", &mut found);
    found
}

/// The place of the form at which a scalar is filled in: its own, or the one for which it is the short form.
fn asked_at<'f>(all: &[&'f str], way: &str) -> Option<&'f str> {
    let bare = way.strip_suffix(".keuze").unwrap_or(way);
    // Any number of words out of a list stands at one place.
    let list = bare.strip_suffix(']').and_then(|bare| bare.rsplit_once('[')).map(|(list, _)| list);
    [Some(bare), list].into_iter().flatten().find_map(|wanted| all.iter().find(|place| **place == wanted).copied())
}

/// From the first lines to a whole plan, answer by answer, in the order of the form.
#[test]
fn a_plan_that_is_filled_in_is_the_plan_that_was_meant() {
    let bench = Bench::new();
    for path in plans("goed").into_iter().step_by(every(5)) {
        let wanted = std::fs::read_to_string(&path).unwrap();
        // A list that is said to be empty is no answer at a place of a form.
        if wanted.contains(": []") {
            continue;
        }
        let judged = bench.judged(&wanted);
        let (reading, _) = judged.rests_on.as_ref().unwrap_or_else(|| panic!("{}", name(&path)));
        let model = &reading.loaded.model;
        let year = reading.plan.frame.year.unwrap().0;
        let mut text = draft::begin(&model.contents, year, &|text| bench.catalog.say(text));
        for (way, said) in all_leaves(&wanted) {
            let filled = draft::fill(&text, model, way.strip_suffix(".keuze").unwrap_or(&way), Answer::Said(&said));
            text = filled.unwrap_or_else(|| panic!("{}: {way}: {said}\n{text}", name(&path)));
        }
        let sorted = |text: &str| {
            all_leaves(text)
                .into_iter()
                .map(|(way, said)| (way.replace(".keuze", ""), said))
                .collect::<BTreeMap<_, _>>()
        };
        assert_eq!(sorted(&text), sorted(&wanted), "{}\n{text}", name(&path));
        assert_eq!(bench.findings(&text), bench.findings(&wanted), "{}\n{text}", name(&path));
    }
}

/// Whatever stands in a good plan has its place in the form that is made of that plan.
#[test]
fn what_a_plan_says_stands_in_its_form() {
    let bench = Bench::new();
    for path in plans("goed").into_iter().step_by(every(5)) {
        let text = std::fs::read_to_string(&path).unwrap();
        let form = bench.form(&text).unwrap();
        let all = places(&form);
        // A later year is a draft, and no part of this plan.
        let is_asked = |way: &str| {
            let year = way.strip_prefix("jaren.").map(|rest| rest.split('.').next().unwrap());
            year.is_none_or(|year| form.sections.iter().any(|section| section.id == format!("jaren.{year}")))
        };
        for (way, said) in all_leaves(&text).into_iter().filter(|(way, _)| is_asked(way)) {
            let short = || all.iter().any(|place| place.starts_with(&format!("{way}.")));
            assert!(asked_at(&all, &way).is_some() || short(), "{}: {way}: {said}", name(&path));
        }
    }
}

/// What the form does not know is named, and nothing else is.
#[test]
fn what_stands_in_no_form_is_named() {
    let bench = Bench::new();
    let named = |text: &str| -> Vec<(String, String)> {
        let document = plan::parse(text);
        let form = bench.form(text).unwrap_or_else(|| panic!("{text}"));
        beyond(&form, document.root.as_ref().unwrap()).into_iter().map(|one| (one.way, one.said)).collect()
    };
    let fout = |name: &str| std::fs::read_to_string(format!("regioplans/rijn-en-duin/2.7/fout/{name}.yaml")).unwrap();
    for (name, way, said) in [
        ("onbekend-veld", "jaren.1.opmerking", "De assistente start in mei."),
        ("onbekende-interventie", "jaren.1.interventies.mindfulness", "nieuw"),
        ("dubbele-sleutel", "praktijk.adres", "Postbus 12, Leiden"),
        ("jaar-buiten-regioplan--blok", "jaren.4.interventies.beeldbellen", "continuering"),
        ("verplicht-veld--keuze-ontbreekt", "jaren.1.interventies.lean-werken.doel", "Minder tijd kwijt aan de post."),
        ("onbekend-veld--van-andere-interventie", "jaren.1.interventies.beeldbellen.platforms[0]", "Therapieland"),
    ] {
        assert_eq!(named(&fout(name)), [(way.to_owned(), said.to_owned())], "{name}");
    }
    for path in plans("goed").into_iter().step_by(every(5)) {
        let text = std::fs::read_to_string(&path).unwrap();
        let leaves = all_leaves(&text);
        let before = named(&text);
        for (way, said) in &before {
            let twice = leaves.iter().filter(|(_, other)| other == said).count() > 1;
            let draft = way.starts_with("jaren.");
            assert!(draft || twice, "{}: {way}: {said}", name(&path));
        }
        let after = named(&format!("{}\nopmerking: nog iets\n", text.trim_end()));
        assert_eq!(after.len(), before.len() + 1, "{}", name(&path));
        assert!(after.contains(&("opmerking".to_owned(), "nog iets".to_owned())), "{}", name(&path));
    }
}

/// What is found in a plan has a place in its form: a field that is asked for can be filled in.
#[test]
fn what_is_found_has_a_place_in_the_form() {
    let bench = Bench::new();
    let mut asked = 0;
    for path in [plans("goed"), plans("fout")].concat().into_iter().step_by(every(5)) {
        let text = std::fs::read_to_string(&path).unwrap();
        let Some(form) = bench.form(&text) else { continue };
        let judged = bench.judged(&text);
        let fields = judged.report.findings.iter().filter(|one| one.rule == "verplicht-veld" && !one.path.is_empty());
        let ways: Vec<&str> = fields.map(|one| one.path.as_str()).collect();
        for (way, spot) in ways.iter().zip(spots(&form, &ways)) {
            // What is not there at all is told above it, when it is a part of the frame.
            assert!(spot == Some(*way) || *way == "jaren", "{}: {way} is told at {spot:?}", name(&path));
            asked += 1;
        }
    }
    assert!(asked > 0);
}

/// Every field that must always be there is asked for in an empty form, at once or in the next of a list.
#[test]
fn an_empty_form_asks_for_what_the_check_asks_for() {
    let bench = Bench::new();
    for load in bench.session.library.all() {
        let Some(loaded) = load.as_ref().unwrap().regioplan() else { continue };
        let model = &loaded.model.contents;
        for year in loaded.model.programme.years() {
            let text = draft::begin(model, year, &|text| bench.catalog.say(text));
            let Some(form) = bench.form(&text) else { continue };
            let judged = bench.judged(&text);
            let ways: Vec<&str> = judged.report.findings.iter().map(|one| one.path.as_str()).collect();
            for ((way, spot), finding) in ways.iter().zip(spots(&form, &ways)).zip(&judged.report.findings) {
                let told = spot.is_some() || way.is_empty() || *way == "jaren";
                assert!(told, "{} jaar {year}: {} at {way}", model.full_id(), finding.rule);
            }
            assert!(form.sections.len() > 2, "{}", model.full_id());
            assert!(form.sections.iter().flat_map(|section| &section.parts).any(|part| match part {
                Part::Field(field) => field.need.level == NeedLevel::Always,
                Part::Several(_) | Part::Group(_) | Part::List(_) | Part::Choices(_) => false,
            }));
        }
    }
}

/// One answer changes its own line, and no comment goes.
#[test]
fn one_answer_leaves_all_other_lines_as_they_were() {
    let bench = Bench::new();
    // In this plan a text is folded over lines, and a value is referred to: an answer changes more than its own line.
    let usual = |path: &std::path::PathBuf| !path.ends_with("schrijfwijzen-jaar-2.yaml");
    for path in plans("goed").into_iter().filter(usual).step_by(every(9)) {
        let text = std::fs::read_to_string(&path).unwrap();
        let judged = bench.judged(&text);
        let (reading, _) = judged.rests_on.as_ref().unwrap();
        let model = &reading.loaded.model;
        for (way, said) in all_leaves(&text) {
            let way = way.strip_suffix(".keuze").unwrap_or(&way);
            let same = draft::fill(&text, model, way, Answer::Said(&said)).unwrap_or_else(|| panic!("{way}"));
            let of = |text: &str| all_leaves(text);
            assert_eq!(of(&same), of(&text), "{}: {way}", name(&path));
            let other = draft::fill(&text, model, way, Answer::Said("iets: anders, # en meer")).unwrap();
            let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
            assert_eq!(comments(&other), comments(&text), "{}: {way}\n{other}", name(&path));
            let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
            let changed = lines(&other);
            let kept = lines(&text).into_iter().filter(|line| changed.contains(line)).count();
            // A text over several lines becomes one line.
            assert!(
                said.contains('\n') || said.len() > 90 || kept + 2 >= lines(&text).len(),
                "{}: {way}\n{other}",
                name(&path)
            );
            let gone = draft::fill(&text, model, way, Answer::Gone);
            let gone = gone.unwrap_or_else(|| panic!("{}: {way} cannot go\n{text}", name(&path)));
            assert!(
                !all_leaves(&gone).iter().any(|(other, value)| other == way && *value == said && !way.ends_with(']')),
                "{}: {way}\n{gone}",
                name(&path)
            );
        }
    }
}

/// Small plans, an answer each, and what becomes of them: in every shape that a plan can have.
#[test]
fn answers_find_their_place() {
    let bench = Bench::new();
    let loaded = bench.session.library.by_name("rijn-en-duin", None, TODAY).unwrap_or_else(|_| panic!("the regioplan"));
    let model = &loaded.regioplan().unwrap().model;
    let set = |text: &str, way: &str, said: &str| draft::fill(text, model, way, Answer::Said(said));
    let gone = |text: &str, way: &str| draft::fill(text, model, way, Answer::Gone);
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(set("jaar: 3\n", "startkwartaal", "2023-Q2"), some("startkwartaal: 2023-Q2\njaar: 3\n"));
    assert_eq!(set("jaar: 3", "praktijk.naam", "De Linde"), some("jaar: 3\npraktijk:\n  naam: De Linde"));
    assert_eq!(set("jaar:  # welk?\n", "jaar", "3"), some("jaar: 3  # welk?\n"));
    assert_eq!(set("jaar: 2  # welk?\n", "jaar", "3"), some("jaar: 3  # welk?\n"));
    assert_eq!(set("praktijk:  # wie\n", "praktijk.naam", "X"), some("praktijk:  # wie\n  naam: X\n"));
    assert_eq!(set("praktijk: {naam: A}\n", "praktijk.agb", "01"), some("praktijk: {naam: A, agb: 01}\n"));
    assert_eq!(
        set(
            "jaren:\n  3:\n    interventies:\n      trieren: nieuw   # want\n",
            "jaren.3.interventies.trieren.doel",
            "a: b"
        ),
        some(
            "jaren:\n  3:\n    interventies:\n      trieren:    # want\n        keuze: nieuw\n        doel: \"a: b\"\n"
        )
    );
    assert_eq!(
        set("jaren:\n  3:\n    interventies: {trieren: nieuw}\n", "jaren.3.interventies.trieren.doel", "b"),
        some("jaren:\n  3:\n    interventies: {trieren: {keuze: nieuw, doel: b}}\n")
    );
    let practice = "praktijk:\n  praktijkhouders:\n    - naam: A\n  # einde\n";
    assert_eq!(
        set(practice, "praktijk.praktijkhouders[0].agb", "01"),
        some("praktijk:\n  praktijkhouders:\n    - naam: A\n      agb: 01\n  # einde\n")
    );
    assert_eq!(
        set(practice, "praktijk.praktijkhouders[1].naam", "B"),
        some("praktijk:\n  praktijkhouders:\n    - naam: A\n    - naam: B\n  # einde\n")
    );
    assert_eq!(gone(practice, "praktijk.praktijkhouders[0]"), some("praktijk:\n  praktijkhouders:\n  # einde\n"));
    assert_eq!(gone("jaar: 3\ningediend: 2025-01-01\n", "ingediend"), some("jaar: 3\n"));
    assert_eq!(gone("jaar: 3  # zie\n", "jaar"), some("jaar:   # zie\n"));
    assert_eq!(gone("jaar: 3\n", "ingediend"), some("jaar: 3\n"));
    assert_eq!(
        set("jaar: 3\r\njaren:\r\n", "jaren.3.interventies.trieren", "nieuw"),
        some("jaar: 3\r\njaren:\r\n  3:\r\n    interventies:\r\n      trieren: nieuw\r\n")
    );
    assert_eq!(
        set("jaar: 3\n", "praktijk.naam", "een\ntwee"),
        some("jaar: 3\npraktijk:\n  naam: |-\n    een\n    twee\n")
    );
    // A text that does not read as it is written is left alone.
    assert_eq!(set("jaar: 3\n  naam: x\n y: [\n", "jaar", "2"), None);
}
