//! The advice of every rule, followed by its words in a wrong example that draws it: then the rule is no longer broken, and no
//! other rule is broken that was not before. The cases lie in `tests/cases/adviezen`, a file for each regioplan.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::date;
use mtvp::check::{Circumstances, State};
use mtvp::diagnostic::Severity;
use mtvp::session::{AnyLoaded, Around, Finding, Library, Looked, Prepared, Session, Terms, prepare, read_plan};
use mtvp::source::Source;
use serde::Deserialize;
use serde_yaml::{Mapping, Value};

use crate::support::{files, root};

/// One advice that was followed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// The words that were followed: when they change, they are to be followed anew.
    advies: String,
    /// The name of an example in `fout`, or of a region: `regio/` and the name of its folder.
    voorbeeld: String,
    /// What then stands in the plan, or in the figures of the region.
    gevolgd: Value,
    /// What then stands in the plans of the region.
    #[serde(default)]
    plannen: BTreeMap<String, Value>,
    /// A person judges it, also after this: the words say so.
    blijft: Option<String>,
}

/// A rule and how bad it is.
type Said = (String, Severity);

/// What is said of an example.
struct Looking {
    said: BTreeSet<Said>,
    /// The rules whose advice is shown.
    advised: BTreeSet<String>,
}

/// Puts the one in the other: fields below fields, `1:` is the first of a list, `erbij:` stands behind it, and what is empty
/// (`~`) goes away. What stands below a choice in its short form makes it a long one.
fn put(into: &mut Value, new: &Value) {
    let Value::Mapping(pairs) = new else {
        *into = new.clone();
        return;
    };
    match into {
        Value::Sequence(items) => put_in_list(items, pairs),
        Value::Mapping(fields) => put_in_fields(fields, pairs),
        Value::Null => *into = new.clone(),
        Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Tagged(_) => {
            let mut fields = Mapping::new();
            fields.insert("keuze".into(), into.clone());
            put_in_fields(&mut fields, pairs);
            *into = fields.into();
        }
    }
}

fn put_in_fields(fields: &mut Mapping, pairs: &Mapping) {
    for (key, new) in pairs {
        if new.is_null() {
            assert!(fields.remove(key).is_some(), "{key:?} is not there");
        } else {
            put(fields.entry(key.clone()).or_insert(Value::Null), new);
        }
    }
}

fn put_in_list(items: &mut Vec<Value>, pairs: &Mapping) {
    for (key, new) in pairs {
        match key.as_u64() {
            Some(number) if new.is_null() => drop(items.remove(number as usize - 1)),
            Some(number) => put(&mut items[number as usize - 1], new),
            None => {
                assert_eq!(key.as_str(), Some("erbij"));
                items.extend(new.as_sequence().expect("a list").iter().cloned());
            }
        }
    }
}

fn with(text: &str, new: &Value) -> String {
    let mut plan: Value = serde_yaml::from_str(text).unwrap();
    put(&mut plan, new);
    serde_yaml::to_string(&plan).unwrap()
}

fn advice_of(finding: &Finding) -> bool {
    finding.help.as_ref().is_some_and(|help| help.id == "help-advice")
}

fn look_at_plan(session: &Session, text: &str) -> Looking {
    let source = Source::new("plan.yaml", text);
    let around = Around::evidence(&|_| BTreeSet::new());
    let looked = session.look(&source, true, &Terms::on(date(2026, 1, 1)), &around).unwrap();
    let Looked::Judged(judged) = looked else { panic!("no plan:\n{text}") };
    let findings = &judged.report.findings;
    Looking {
        said: findings.iter().map(|one| (one.rule.clone(), one.severity)).collect(),
        advised: findings.iter().filter(|one| advice_of(one)).map(|one| one.rule.clone()).collect(),
    }
}

/// A region is looked at on the last day of its calendar year.
fn look_at_region(library: &Arc<Library>, loaded: &AnyLoaded, figures: &str, plans: Vec<(String, String)>) -> Looking {
    let year: Value = serde_yaml::from_str(figures).unwrap();
    let reference = date(year["kalenderjaar"].as_i64().unwrap() as i16, 12, 31);
    let session = Session::by_plan(Arc::clone(library));
    let read = |(number, (name, text)): (usize, (String, String))| {
        read_plan((name, Ok(text)), number, &session, &Terms::on(reference)).unwrap()
    };
    let plans = plans.into_iter().enumerate().map(read).collect();
    let figures = Source::new("regio.yaml", figures);
    let prepared = prepare(Some(&figures), plans, library, Some(loaded.clone()), reference).unwrap();
    let Prepared::Ready(mut case) = prepared else { panic!("no region: {}", figures.text) };
    let missing_files = BTreeSet::new();
    let now = Circumstances { reference, accounting: case.accounting, missing_files, figures: None, day_unread: false };
    let verdicts = case.view(&now, mtvp::session::Kept::Counted, &|_, _| None).outcome.verdicts;
    // Of a region also what cannot be verified is said.
    let severity = |state: &State| match state {
        State::NotVerifiable { .. } => Some(Severity::Warning),
        other => other.severity(),
    };
    let said = verdicts.iter().filter_map(|one| {
        let rule = loaded.contents().rules.get(one.rule).id.clone();
        severity(&one.state).map(|severity| (rule, severity))
    });
    let said: BTreeSet<Said> = said.collect();
    Looking { advised: said.iter().map(|(rule, _)| rule.clone()).collect(), said }
}

struct Regioplan {
    library: Arc<Library>,
    session: Session,
    loaded: AnyLoaded,
    examples: PathBuf,
}

impl Regioplan {
    fn look(&self, case: &Case, followed: bool) -> Looking {
        let read = |path: PathBuf| std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{}", path.display()));
        let text = |text: String, new: &Value| if followed { with(&text, new) } else { text };
        let Some(region) = case.voorbeeld.strip_prefix("regio/") else {
            let plan = read(self.examples.join("fout").join(format!("{}.yaml", case.voorbeeld)));
            return look_at_plan(&self.session, &text(plan, &case.gevolgd));
        };
        let folder = self.examples.join("regio/fout").join(region);
        let mut plans = Vec::new();
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if name != "regio" {
                let new = case.plannen.get(&name).cloned().unwrap_or_else(|| Mapping::new().into());
                plans.push((format!("{name}.yaml"), text(read(path), &new)));
            }
        }
        plans.sort();
        let figures = text(read(folder.join("regio.yaml")), &case.gevolgd);
        look_at_region(&self.library, &self.loaded, &figures, plans)
    }

    /// What is wrong with the advice of one rule.
    fn wrong(&self, rule: &str, case: &Case) -> Vec<String> {
        let before = self.look(case, false);
        let after = self.look(case, true);
        let mut wrong = Vec::new();
        if !before.advised.contains(rule) {
            wrong.push(format!("`{}` does not draw it", case.voorbeeld));
        }
        let left: Vec<Severity> = after
            .said
            .iter()
            .filter(|(one, level)| one == rule && *level != Severity::Pending)
            .map(|one| one.1)
            .collect();
        let stays: Vec<Severity> = case.blijft.iter().map(|word| severity(word)).collect();
        if left != stays {
            wrong.push(format!("followed, it is still {left:?}"));
        }
        let worse = |one: &&Said| one.1 == Severity::Violation && !before.said.contains(*one);
        wrong.extend(after.said.iter().filter(worse).map(|one| format!("followed, `{}` is broken", one.0)));
        wrong
    }
}

fn severity(word: &str) -> Severity {
    match word {
        "beoordeling" => Severity::Review,
        other => panic!("{other}"),
    }
}

/// The cases by regioplan and by rule.
fn cases() -> BTreeMap<String, BTreeMap<String, Case>> {
    let one = |path: &PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(path).unwrap();
        (name, serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
    };
    files("tests/cases/adviezen", &["yaml"]).iter().map(one).collect()
}

#[test]
fn who_follows_an_advice_breaks_the_rule_no_more() {
    let library = Arc::new(Library::new(Vec::new()));
    let mut wrong = Vec::new();
    let mut cases_of = cases();
    for loaded in library.all_sound().unwrap() {
        let name = loaded.judged().full_id();
        let advised = loaded.contents().rules.iter().filter(|rule| !rule.reasons.advice.is_empty());
        let mut cases = cases_of.remove(&name).unwrap_or_default();
        let (id, version) = name.split_once('@').unwrap();
        let regioplan = Regioplan {
            session: match loaded.regioplan() {
                Some(regioplan) => Session::by(&library, regioplan),
                None => Session::by_plan(Arc::clone(&library)),
            },
            library: Arc::clone(&library),
            loaded: loaded.clone(),
            examples: root().join("regioplans").join(id).join(version),
        };
        for rule in advised {
            let advice = rule.reasons.advice.join(" ");
            match cases.remove(&rule.id) {
                None => wrong.push(format!("{name} `{}`: no case follows: {advice}", rule.id)),
                Some(case) if case.advies != advice => {
                    wrong.push(format!("{name} `{}`: it says now: {advice}", rule.id));
                }
                Some(case) => {
                    let found = regioplan.wrong(&rule.id, &case);
                    wrong.extend(found.into_iter().map(|one| format!("{name} `{}`: {one} ({advice})", rule.id)));
                }
            }
        }
        wrong.extend(cases.keys().map(|rule| format!("{name} `{rule}`: there is no such rule with an advice")));
    }
    wrong.extend(cases_of.keys().map(|name| format!("{name}: there is no such regioplan")));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
