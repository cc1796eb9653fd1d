//! What is said in English holds no Dutch, but for the words that a plan must have and the texts of the region: these stand
//! between signs of quotation. Read in the catalogue, in the findings on every example plan that is wrong, and on the pages of
//! `mtvp explain`.

use std::collections::BTreeSet;

use jiff::civil::date;
use mtvp::check::{Circumstances, check_keeping};
use mtvp::compile;
use mtvp::diagnostic::Text;
use mtvp::model::{AnyModel, say_rule};
use mtvp::plan;
use mtvp::report::{Catalog, Lang};
use mtvp::session::{Asked, resolve_asked};

use crate::support::{every, files, name};

/// Small words of Dutch that are no words of English.
const DUTCH: [&str; 44] = [
    "aan", "als", "bij", "dan", "dat", "de", "deze", "dit", "door", "een", "geen", "het", "hij", "hoe", "jaren", "kan",
    "maar", "mag", "meer", "moet", "naar", "naam", "niet", "nog", "om", "ook", "over-", "praktijk", "soort", "te",
    "tot", "uit", "van", "vanaf", "veld", "voor", "wat", "welke", "wie", "wordt", "zich", "zij", "zijn", "zonder",
];

/// Words of the language that have one English word each; the list of `docs/woorden.md`.
const TERMS: [&str; 12] = [
    "aanvulling",
    "doorontwikkeling",
    "interventie",
    "kernelement",
    "kernelementen",
    "leidraad",
    "peildatum",
    "praktijkplan",
    "regioplannen",
    "startkwartaal",
    "verantwoording",
    "werkplan",
];

/// The words that stand outside the signs of quotation.
fn words(text: &str) -> Vec<String> {
    let mut own = text.replace("Meer Tijd Voor de Patiënt", "");
    for (open, close) in [('`', '`'), ('“', '”'), ('‘', '’'), ('"', '"')] {
        while let Some(from) = own.find(open) {
            let Some(to) = own[from + open.len_utf8()..].find(close) else { break };
            own.replace_range(from..from + open.len_utf8() + to + close.len_utf8(), " ");
        }
    }
    own.split(|c: char| !c.is_alphanumeric() && !matches!(c, '@' | '.' | '-' | '_')).map(str::to_lowercase).collect()
}

/// The Dutch words of an English text.
fn dutch(text: &str) -> Vec<String> {
    let plain = |word: String| word.trim_matches(['.', '-']).to_owned();
    words(text)
        .into_iter()
        .map(plain)
        .filter(|word| DUTCH.contains(&word.as_str()) || TERMS.contains(&word.as_str()))
        .collect()
}

#[test]
fn the_english_catalogue_is_english() {
    let mut leaks = Vec::new();
    for path in files("src/report/messages/en", &["ftl"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let mut id = "";
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let (head, said) = match line.split_once(" =") {
                Some((head, said)) if !line.starts_with(' ') => (head, said),
                _ => (id, line),
            };
            id = head;
            // The examples of remarks are lines of a regioplan.
            if id.starts_with("lint-") && (id.ends_with("-wrong") || id.ends_with("-right")) {
                continue;
            }
            // The sign before a variant is the Dutch word itself.
            let said = said.trim_start();
            let said = said.strip_prefix('[').and_then(|rest| rest.split_once(']')).map_or(said, |(_, said)| said);
            let found = dutch(&said.replace(['{', '}'], " ` "));
            if !found.is_empty() {
                leaks.push(format!("{id}: {found:?}"));
            }
        }
    }
    assert!(leaks.is_empty(), "{leaks:#?}");
}

fn models() -> Vec<(std::path::PathBuf, AnyModel)> {
    let read = |path: std::path::PathBuf| {
        let register = std::fs::read_to_string(path.with_extension("bronnen")).ok();
        let model = compile::read(&std::fs::read_to_string(&path).unwrap(), register.as_deref()).model.unwrap();
        (path, model)
    };
    files("regioplans", &["regioplan"]).into_iter().map(read).collect()
}

#[test]
fn findings_and_rules_are_said_in_english() {
    let catalog = Catalog::new(Lang::English);
    let mut leaks: BTreeSet<String> = BTreeSet::new();
    let mut plans = 0;
    for (path, model) in models() {
        for rule in &model.contents().rules {
            for text in say_rule(rule, &model.contents().rules) {
                let said = catalog.say(&text);
                let found = dutch(&said);
                if !found.is_empty() {
                    leaks.insert(format!("{}: {found:?}: {said}", rule.id));
                }
            }
        }
        let folder = path.with_extension("").join("fout");
        let Some(model) = model.regioplan().filter(|_| folder.is_dir()) else { continue };
        for example in files(folder.to_str().unwrap(), &["yaml"]).iter().step_by(every(12)) {
            let text = std::fs::read_to_string(example).unwrap();
            let document = plan::parse(&text);
            let Some(plan) = plan::read(&document, model, &[]) else { continue };
            plans += 1;
            let reference = plan.frame.handed_in.map_or(date(2025, 6, 1), |(day, _)| day);
            let now = Circumstances {
                reference,
                accounting: true,
                missing_files: BTreeSet::new(),
                figures: None,
                day_unread: false,
            };
            let outcome = check_keeping(model, &plan, &now, Asked::All.keep());
            for finding in resolve_asked(&model.contents, &plan, &outcome, Asked::All, None) {
                let texts: Vec<&Text> =
                    std::iter::once(&finding.title).chain(&finding.detail).chain(&finding.help).collect();
                for text in texts {
                    let said = catalog.say(text);
                    let found = dutch(&said);
                    if !found.is_empty() {
                        leaks.insert(format!("{}: {found:?}: {said}", name(example)));
                    }
                }
            }
        }
    }
    assert!(plans * every(12) > 300, "{plans}");
    assert!(leaks.is_empty(), "{} leaks: {leaks:#?}", leaks.len());
}
