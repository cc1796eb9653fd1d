//! `mtvp diff` and `mtvp impact`: what people read, what machines read, and that nothing changes in silence.

use std::collections::BTreeSet;

use insta::{Settings, assert_snapshot};
use mtvp::compare::{Change, diff};
use mtvp::compile::compile;
use mtvp::format::format;
use mtvp::model::AnyModel;
use mtvp::syntax::tree::Tree;
use mtvp::syntax::{self, Kind};
use serde_json::Value;

use crate::support::{Scratch, checked, every, files, mtvp, name, root, stderr, stdout};

const OLD: &str = "rijn-en-duin@2.7";
const NEW: &str = "examples/nieuwe-versie/2.8.regioplan";
const SMALL: (&str, &str) = ("tests/cases/vergelijken/klein-1.regioplan", "tests/cases/vergelijken/klein-2.regioplan");
const PLANS: &str = "examples/nieuwe-versie/plannen";

fn beside() -> Settings {
    let mut settings = Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/vergelijken"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings
}

#[test]
fn a_new_version_as_people_read_it() {
    let cases: [(&str, &[&str]); 10] = [
        ("diff", &["diff", OLD, NEW]),
        ("diff-english", &["diff", OLD, NEW, "--lang", "en"]),
        ("diff-brief", &["diff", OLD, NEW, "--format", "markdown"]),
        ("diff-twee-regios", &["diff", "eemland", "syntein@2025"]),
        ("diff-klein", &["diff", SMALL.0, SMALL.1]),
        ("diff-klein-terug", &["diff", SMALL.1, SMALL.0]),
        ("impact", &["impact", OLD, NEW, PLANS]),
        ("impact-csv", &["impact", OLD, NEW, PLANS, "--format", "csv"]),
        ("impact-markdown", &["impact", OLD, NEW, PLANS, "--format", "markdown"]),
        ("impact-english", &["impact", OLD, NEW, PLANS, "--lang", "en", "--as-of", "2026-06-01"]),
    ];
    for (case, args) in cases {
        let output = mtvp(args);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(1), ""), "{args:?}");
        beside().bind(|| assert_snapshot!(case, stdout(&output).replace("\r\n", "\n")));
    }
    for args in [["diff", "--help"], ["impact", "--help"]] {
        beside().bind(|| assert_snapshot!(args.join("-").replace("--", ""), stdout(&mtvp(&args))));
    }
}

/// The finished files of the example: they load without a word, are formatted, and their plans do what they say.
#[test]
fn the_new_version_is_finished() {
    let output = mtvp(&["show", NEW]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    assert_eq!(mtvp(&["fmt", "--check", "examples/nieuwe-versie"]).status.code(), Some(0));
    let examples = files("examples/nieuwe-versie/2.8", &["yaml"]);
    for (path, json) in examples.iter().zip(checked(&examples, Some(&root().join(NEW)))) {
        let broken: Vec<String> = json["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["severity"] == "violation")
            .map(|finding| format!("# verwacht: {} overtreding", finding["rule"].as_str().unwrap()))
            .collect();
        let text = std::fs::read_to_string(path).unwrap();
        let announced: Vec<&str> = text.lines().take(1).filter(|line| line.starts_with("# verwacht: ")).collect();
        assert_eq!(broken, announced, "{}", name(path));
        assert_eq!(announced.len(), usize::from(name(path).contains("/fout/")), "{}", name(path));
    }
    let plans = files(PLANS, &["yaml"]);
    assert_eq!(plans.len(), 50);
    assert_eq!(mtvp(&["check", PLANS]).status.code(), Some(0), "the plans are in order under the old version");
}

fn holds(schema: &str, args: &[&str]) -> Value {
    let schema = std::fs::read_to_string(root().join("src/report").join(schema)).unwrap();
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).expect("a sound schema");
    let json: Value = serde_json::from_str(&stdout(&mtvp(args))).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{args:?}: {errors:#?}");
    let mut broken = json.clone();
    broken["summary"]["gone"] = Value::from("many");
    assert!(!validator.is_valid(&broken));
    json
}

#[test]
fn json_holds_to_its_schema() {
    let guide = "regioplans/leidraad/mtvp.regioplan";
    let pairs = [(OLD, NEW), (OLD, "eemland"), ("syntein@werkplan-2026", "primacura"), (guide, "syntein@2025")];
    for (old, new) in pairs {
        let json = holds("diff.schema.json", &["diff", old, new, "--format", "json"]);
        let changes = json["changes"].as_array().unwrap();
        assert!(!changes.is_empty(), "{old} {new}");
        assert_eq!(json["summary"]["changes"].as_u64().unwrap() as usize, changes.len());
    }
    let json = holds("impact.schema.json", &["impact", OLD, NEW, PLANS, "--format", "json"]);
    let plans = json["plans"].as_array().unwrap();
    let acting = plans.iter().filter(|plan| plan["must_act"] == true).count();
    assert_eq!((plans.len(), json["summary"]["must_act"].as_u64().unwrap() as usize), (50, acting));
    assert!(acting > 10);
    // Seen from the new version to the old one, those who had to act are relieved.
    let back = holds("impact.schema.json", &["impact", NEW, OLD, PLANS, "--format", "json"]);
    assert_eq!(back["summary"]["relieved"], json["summary"]["must_act"]);
    assert_eq!(back["summary"]["must_act"], json["summary"]["relieved"]);
    assert_eq!(back["summary"]["unchanged"], json["summary"]["unchanged"]);
}

#[test]
fn a_status_says_how_it_ended() {
    let status = |args: &[&str]| mtvp(args).status.code();
    assert_eq!(status(&["diff", OLD, OLD]), Some(0));
    assert_eq!(status(&["diff", OLD, NEW]), Some(1));
    assert_eq!(status(&["diff", OLD, "regioplans/bestaat-niet.regioplan"]), Some(2));
    assert_eq!(status(&["diff", OLD, "rijn-en-duin@9"]), Some(2));
    assert_eq!(status(&["diff", OLD, "regioplans"]), Some(2));
    assert_eq!(status(&["diff", OLD]), Some(2));
    assert_eq!(status(&["diff", OLD, "tests/cases/regioplan/fouten.regioplan"]), Some(2));
    assert_eq!(status(&["impact", OLD, OLD, PLANS]), Some(0));
    assert_eq!(status(&["impact", OLD, NEW, PLANS]), Some(1));
    assert_eq!(status(&["impact", OLD, NEW, "bestaat-niet"]), Some(2));
    assert_eq!(status(&["impact", OLD, "leidraad", PLANS]), Some(2));
    assert_eq!(status(&["impact", OLD, NEW, PLANS, "--as-of", "morgen"]), Some(2));
    let empty = Scratch::new("impact-empty");
    assert_eq!(status(&["impact", OLD, NEW, &empty.0.to_string_lossy()]), Some(3));
}

#[test]
fn a_plan_that_cannot_be_judged_is_named() {
    let folder = Scratch::new("impact-unread");
    let place = folder.0.to_string_lossy().into_owned();
    folder.write("kapot.yaml", "praktijk: [\n");
    folder.write("leeg.yaml", "");
    folder.write("geen-tekst.yaml", b"jaar: \xff\n");
    folder.write("lijst.yaml", "- a\n");
    let output = mtvp(&["impact", OLD, NEW, &place]);
    assert_eq!(output.status.code(), Some(2), "nobody can say that nobody must act");
    for file in ["kapot.yaml", "leeg.yaml", "geen-tekst.yaml", "lijst.yaml"] {
        assert!(stdout(&output).contains(file), "{file}: {}", stdout(&output));
    }
    let json = holds("impact.schema.json", &["impact", OLD, NEW, &place, "--format", "json"]);
    assert_eq!((json["unread"].as_array().unwrap().len(), json["plans"].as_array().unwrap().len()), (4, 0));
    let csv = stdout(&mtvp(&["impact", OLD, NEW, &place, "--format", "csv"]));
    assert_eq!(csv.lines().count(), 5, "{csv}");
}

#[test]
fn a_cell_is_no_formula() {
    let folder = Scratch::new("impact-formula");
    let plan = std::fs::read_to_string(root().join("examples/nieuwe-versie/2.8/fout/gg-jaar-2.yaml")).unwrap();
    folder.write("=plan.yaml", plan.replace("Huisartsenpraktijk De Hazelaar", "'=1+1'"));
    let csv = stdout(&mtvp(&["impact", OLD, NEW, &folder.0.to_string_lossy(), "--format", "csv"]));
    assert!(csv.contains("\r\n\"'=1+1\";"), "{csv}");
}

fn model(text: &str, register: &str) -> Option<AnyModel> {
    model_with(text, &syntax::parse(register, Kind::Register).0)
}

/// With a register that was read before.
fn model_with(text: &str, register: &Tree) -> Option<AnyModel> {
    let (tree, problems) = syntax::parse(text, Kind::Regioplan);
    problems.is_empty().then(|| compile(&tree, Some(register)).model).flatten()
}

/// Everything in a model but its places.
fn bare(model: &AnyModel) -> String {
    let text = format!("{model:?}");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("Span { start: ") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[rest.find('}').unwrap() + 1..];
    }
    out.push_str(rest);
    out
}

/// Every sound regioplan with its register.
fn regioplans() -> Vec<(String, String, String)> {
    let read = |path: &std::path::Path| std::fs::read_to_string(path).unwrap();
    files("regioplans", &["regioplan"])
        .into_iter()
        .map(|path| (name(&path), read(&path), read(&path.with_extension("bronnen"))))
        .collect()
}

fn as_set(changes: Vec<Change>) -> Vec<String> {
    let mut all: Vec<String> = changes.into_iter().map(|change| format!("{change:?}")).collect();
    all.sort();
    all
}

fn assert_mirrored(old: &AnyModel, new: &AnyModel, what: &str) {
    let there = as_set(diff(old.model(), new.model()));
    let back = as_set(diff(new.model(), old.model()).into_iter().map(Change::mirrored).collect());
    assert_eq!(there, back, "{what}");
}

#[test]
fn the_way_back_is_the_mirror() {
    let all: Vec<(String, AnyModel)> =
        regioplans().into_iter().map(|(name, text, register)| (name, model(&text, &register).unwrap())).collect();
    for (left, old) in &all {
        for (right, new) in &all {
            assert_mirrored(old, new, &format!("{left} and {right}"));
            assert_eq!(diff(old.model(), new.model()).is_empty(), left == right, "{left} and {right}");
        }
    }
}

/// The blocks of a file, each with its comments left behind.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty()) {
        if !line.starts_with(' ') {
            blocks.push(String::new());
        }
        let block = blocks.last_mut().unwrap();
        block.push_str(line);
        block.push('\n');
    }
    blocks
}

#[test]
fn layout_comments_order_and_register_texts_are_no_difference() {
    for (name, text, register) in regioplans() {
        let old = model(&text, &register).unwrap();
        let turned: String = {
            let mut all = blocks(&text);
            all[1..].reverse();
            all.concat()
        };
        let loose: String = text.lines().map(|line| format!("   {}   # opmerking\r\n", line.trim())).collect();
        let retold = register.replace("zegt \"", "zegt \"In andere woorden: ");
        let others = [
            ("formatted", format(&text, Kind::Regioplan).unwrap(), &register),
            ("turned", turned, &register),
            ("loose", loose, &register),
            ("register", text.clone(), &retold),
        ];
        for (what, text, register) in others {
            let new = model(&text, register).unwrap_or_else(|| panic!("{name}, {what}: it does not load"));
            let changes = diff(old.model(), new.model());
            assert!(changes.is_empty(), "{name}, {what}: {changes:#?}");
        }
    }
}

/// Small changes of a text: a clause gone, a number one up, a word gone, a word for another, a text longer.
fn mutations(text: &str) -> Vec<(usize, String)> {
    const SWAPS: [(&str, &str); 16] = [
        ("minimaal", "maximaal"),
        ("maximaal", "minimaal"),
        ("is niet ", "is "),
        ("is ja", "is nee"),
        ("niet voldaan:", "voldaan:"),
        ("ontbreekt:", "niet voldaan:"),
        ("waarschuwing", "in orde"),
        ("beoordeling door \"", "beoordeling door \"Nieuwe "),
        ("verplicht", "verplicht bij verantwoording"),
        ("verplicht ", " "),
        ("vroegste", "laatste"),
        ("uiterlijk", "vanaf"),
        ("vanaf jaar", "tot en met jaar"),
        ("elk jaar", "in jaar 2"),
        ("eerder", "in jaar 1"),
        ("hoort bij kernelement ", "hoort bij kernelement netwerk #"),
    ];
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    let mut with = |number: usize, line: Option<String>| {
        let mut all: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        match line {
            Some(line) => all[number] = line,
            None => drop(all.remove(number)),
        }
        found.push((number + 1, all.join("\n") + "\n"));
    };
    for (number, line) in lines.iter().enumerate() {
        if line.trim_start().starts_with('#') || line.trim().is_empty() {
            continue;
        }
        with(number, None);
        for (at, digit) in line.match_indices(|c: char| c.is_ascii_digit()) {
            let next = (digit.parse::<u8>().unwrap() + 1) % 10;
            with(number, Some(format!("{}{next}{}", &line[..at], &line[at + 1..])));
        }
        for (from, to) in SWAPS {
            if line.contains(from) {
                with(number, Some(line.replacen(from, to, 1)));
            }
        }
        if let Some(at) = line.rfind('"') {
            with(number, Some(format!("{} nog{}", &line[..at], &line[at..])));
        }
        for (at, comma) in line.match_indices([',']) {
            let rest = line[at + comma.len()..].trim_start();
            let end = rest.find([',', ' ']).unwrap_or(rest.len());
            with(number, Some(format!("{}{}", &line[..at], &rest[end..])));
        }
    }
    found
}

/// Whatever differs in the compiled model is said, and what does not differ is not. Gives how many changes were
/// tried, and what they were about; of so many mutations one is tried.
fn nothing_is_silent(stride: usize) -> (usize, BTreeSet<String>) {
    let mut silent: Vec<String> = Vec::new();
    let mut kinds: BTreeSet<String> = BTreeSet::new();
    let mut told = 0;
    for (name, text, register) in regioplans() {
        let (register, _) = syntax::parse(&register, Kind::Register);
        let old = model_with(&text, &register).unwrap();
        let plain = bare(&old);
        for (line, mutant) in mutations(&text).into_iter().skip(name.len() % stride).step_by(stride) {
            let Some(new) = model_with(&mutant, &register) else { continue };
            let changes = diff(old.model(), new.model());
            kinds.extend(changes.iter().map(|change| format!("{:?}", change.aspect)));
            let differs = bare(&new) != plain;
            told += usize::from(differs);
            match (differs, changes.is_empty()) {
                (true, true) => silent.push(format!("{name}:{line}")),
                (true, false) => assert_mirrored(&old, &new, &format!("{name}:{line}")),
                (false, _) => assert!(changes.is_empty(), "{name}:{line}: nothing differs, but: {changes:#?}"),
            }
        }
    }
    assert!(silent.is_empty(), "not said: {silent:#?}");
    (told, kinds)
}

#[test]
fn no_change_is_silent() {
    // Trying all of them takes minutes: `MTVP_EVERY=1 cargo test --release no_change`.
    let every = every(293);
    let (told, kinds) = nothing_is_silent(every);
    assert!(told >= 20 && kinds.len() >= 8, "only {told} changes were tried: {kinds:?}");
    assert!(every > 1 || told > 2000 && kinds.len() > 30, "only {told} changes were tried: {kinds:?}");
}

/// What asks more of every plan is called stricter, and on the way back looser.
#[test]
fn a_direction_is_told_where_it_is_sure() {
    let mut count = 0;
    for case in std::fs::read_dir(root().join("tests/cases/vergelijken/strenger")).unwrap() {
        let case = case.unwrap().path();
        count += 1;
        let [old, new] = ["oud.regioplan", "nieuw.regioplan"].map(|file| name(&case.join(file)));
        for (one, other, effect) in [(&old, &new, "stricter"), (&new, &old, "looser")] {
            let json: Value = serde_json::from_str(&stdout(&mtvp(&["diff", one, other, "--format", "json"]))).unwrap();
            let changes = json["changes"].as_array().unwrap().iter().filter(|change| change["part"] != "header");
            let effects: Vec<&str> = changes.map(|change| change["effect"].as_str().unwrap()).collect();
            assert!(!effects.is_empty() && effects.iter().all(|one| *one == effect), "{one}: {json}");
        }
        // A plan shows that it is.
        let seen = stdout(&mtvp(&["impact", &old, &new, &name(&case.join("plannen")), "--no-config"]));
        assert!(seen.contains("overtreding"), "{old}: {seen}");
    }
    assert!(count > 3);
}

/// What makes a plan break a rule is not called looser, and so not on the way back: there a direction is told only where it is sure.
#[test]
fn no_direction_is_told_that_is_not_sure() {
    let folder = root().join("tests/cases/vergelijken/richting");
    let mut count = 0;
    for case in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        count += 1;
        let [old, new] = ["oud.regioplan", "nieuw.regioplan"].map(|file| name(&case.join(file)));
        for (one, other) in [(&old, &new), (&new, &old)] {
            let json: Value = serde_json::from_str(&stdout(&mtvp(&["diff", one, other, "--format", "json"]))).unwrap();
            let changes = json["changes"].as_array().unwrap();
            assert!(changes.iter().any(|change| change["part"] != "header"), "{one}: {json}");
            assert!(changes.iter().all(|change| change["effect"] == "different"), "{one}: {json}");
        }
        // A plan shows why.
        let plans = name(&case.join("plannen"));
        let seen = ["--verantwoording", "--no-config"].map(|option| mtvp(&["impact", &old, &new, &plans, option]));
        let worse = |said: &str| ["overtreding", "wordt beoordeeld"].iter().any(|word| said.contains(word));
        assert!(seen.iter().any(|output| worse(&stdout(output))), "{old}: {}", stdout(&seen[0]));
    }
    assert!(count > 2);
}
