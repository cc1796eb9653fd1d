//! How many rounds a practice needs from a wrong plan to one in order, when it does what the report says and nothing else.
//!
//! A round is one check, and everything done that its report tells to do (`manager.rs`). Three corpora: the examples of what is
//! wrong, the shared cases of filling in, and made-up plans (`slips.rs`). `cargo test` tries a sample and holds the bounds below;
//! `MTVP_EVERY=1 cargo test --test all -- rounds:: --nocapture` prints the table of all, `MTVP_ROUNDS=more` also each plan that did not go well,
//! and `MTVP_ROUNDS=plans` with its text before and after; `MTVP_ROUND=356` walks one made-up plan of each corpus, and shows it in full.
//! `MTVP_MADE=2000` makes so many plans with one to ten slips.

mod fixed;
mod manager;
mod shapes;
mod slips;
mod table;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use mtvp::report::{Catalog, Format, Head, Lang, Options, Screen, show_json, writer};
use mtvp::session::{Around, Library, Looked, Session, Terms, advise};
use mtvp::source::Source;
use serde_json::Value;

use crate::support::{every, files, name, root};
use manager::{Followed, follow, is_urgent};
use slips::{ALL, Page, Words};
use table::Tally;
use values::{Fields, Guess};

/// After so many rounds a practice gives up.
const MOST: usize = 8;

/// A made-up plan comes of this number.
const MADE: usize = 500;

/// Reads plans, and what is shown of regioplannen.
struct Desk {
    session: Session,
    catalog: Catalog,
    shown: BTreeMap<String, Value>,
    fields: BTreeMap<String, Fields>,
}

/// What became of one plan.
pub struct Walk {
    pub name: String,
    /// What was wrong to begin with.
    pub slips: Vec<&'static str>,
    pub findings: usize,
    pub rounds: usize,
    pub circles: bool,
    /// Findings that were not there before what was done.
    pub drawn: Vec<String>,
    /// Findings that were not told before, of what the plan lacks: they hung on a part that could not be read.
    pub hidden: Vec<String>,
    /// What is left when the report tells nothing more to do: rule, and what it says.
    pub open: Vec<(String, String)>,
    pub start: String,
    pub end: String,
    /// What each check said, a line for each finding.
    pub said: Vec<Vec<String>>,
}

impl Desk {
    fn new() -> Self {
        let library = Library::new(Vec::new());
        let catalog = Catalog::new(Lang::Dutch);
        let mut shown = BTreeMap::new();
        for load in library.all() {
            let Ok(loaded) = load else { continue };
            let text = show_json(loaded.model(), None, &catalog);
            shown.insert(loaded.judged().full_id(), serde_json::from_str::<Value>(&text).unwrap());
        }
        let fields = shown.iter().map(|(id, shown)| (id.clone(), Fields::of(shown))).collect();
        Self { session: Session::by_plan(library), catalog, shown, fields }
    }

    /// What `mtvp check --format json` says of a plan.
    fn check(&self, text: &str) -> Value {
        let (day, around) = (date(2025, 6, 1), Around::evidence(&|_| BTreeSet::new()));
        let looked = self.session.look(&Source::new("plan.yaml", text), true, &Terms::on(day), &around);
        let Ok(Looked::Judged(mut judged)) = looked else { return Value::Null };
        advise(&mut judged);
        let screen = Screen { width: 80, color: false, ascii: false };
        let head = Head { catalog: &self.catalog, reference: day, screen };
        let json = writer(Format::Json, head, Options::default()).plan(&judged.report);
        serde_json::from_str(json.trim_start_matches(',')).unwrap()
    }

    /// Follows the reports until nothing is left to do.
    fn walk(
        &self,
        name: String,
        start: &str,
        slips: Vec<&'static str>,
        facts: Option<&serde_yaml::Value>,
        lacking: &[Found],
    ) -> Walk {
        let none = Fields::default();
        let mut walk = Walk {
            name,
            slips,
            findings: 0,
            rounds: 0,
            circles: false,
            drawn: Vec::new(),
            hidden: Vec::new(),
            open: Vec::new(),
            start: start.to_owned(),
            end: start.to_owned(),
            said: Vec::new(),
        };
        let mut seen = vec![start.to_owned()];
        let mut lacking = lacking.to_vec();
        let mut known: Option<Vec<Found>> = None;
        loop {
            let report = self.check(&walk.end);
            let found = urgent(&report);
            if report.is_null() {
                walk.drawn.push("NO PLAN".to_owned());
            }
            match &known {
                None => walk.findings = found.len(),
                Some(before) => {
                    let (hidden, drawn) =
                        new(before, &found).into_iter().partition::<Vec<_>, _>(|one| lacking.contains(one));
                    walk.drawn.extend(drawn.iter().map(Found::name));
                    walk.hidden.extend(hidden.iter().map(Found::name));
                }
            }
            walk.said.push(lines(&report));
            walk.open.clear();
            if found.is_empty() {
                return walk;
            }
            if let Some(bare) = without_unread(&walk.end, &report) {
                lacking.extend(urgent(&self.check(&bare)));
            }
            let fields = report["regioplan"].as_str().and_then(|id| self.fields.get(id)).unwrap_or(&none);
            let followed = self.followed(&walk.end, (&report, &found), fields, facts);
            walk.open = followed.open;
            if followed.text == walk.end {
                let said = |one: &&Value| is_urgent(one);
                let all = report["findings"].as_array().unwrap().iter().filter(said);
                let word = |one: &Value, name: &str| one[name].as_str().unwrap_or("").to_owned();
                walk.open = all.map(|one| (word(one, "rule"), word(one, "help"))).collect();
                return walk;
            }
            walk.rounds += 1;
            walk.end = followed.text;
            walk.circles = seen.contains(&walk.end) || walk.rounds >= MOST;
            if walk.circles {
                return walk;
            }
            seen.push(walk.end.clone());
            known = Some(found);
        }
    }

    /// What becomes of a plan when everything is done that the report says. A fact that is to be filled in, is filled in as a practice would whose
    /// facts break no rule, if there can be one: what a value draws that cannot be filled in otherwise, is drawn by the report.
    fn followed(
        &self,
        text: &str,
        (report, found): (&Value, &[Found]),
        fields: &Fields,
        facts: Option<&serde_yaml::Value>,
    ) -> Followed {
        let day = report["reference_date"].as_str().unwrap_or("2025-03-14");
        let mut tried: Vec<Followed> = Vec::new();
        let mut best = (usize::MAX, 0);
        for guess in Guess::all(text, day) {
            let followed = follow(text, report, fields, facts, guess);
            if tried.iter().any(|other| other.text == followed.text) {
                continue;
            }
            let after = self.check(&followed.text);
            let drawn = if after.is_null() { usize::MAX } else { new(found, &urgent(&after)).len() };
            best = best.min((drawn, tried.len()));
            tried.push(followed);
            if drawn == 0 {
                break;
            }
        }
        tried.swap_remove(best.1)
    }

    /// Walks over the examples of what is wrong.
    fn wrong(&self, one_of: usize) -> Tally {
        let is_wrong = |path: &String| path.contains("/fout/") && !path.contains("/regio/fout/");
        let paths = files("regioplans", &["yaml"]).into_iter().map(|path| name(&path)).filter(is_wrong);
        let walk = |path: String| {
            let text = std::fs::read_to_string(root().join(&path)).unwrap();
            self.walk(path, &text, Vec::new(), None, &[])
        };
        Tally::of("fout", paths.step_by(one_of).map(walk).filter(|walk| walk.findings > 0).collect())
    }

    /// Walks over the shared cases, where they are.
    fn shared(&self) -> Option<Tally> {
        let folder = root().join("../shared/gevallen/invullen");
        let cases = std::fs::read_dir(folder).ok()?;
        let mut paths: Vec<_> = cases.map(|case| case.unwrap().path().join("plan.yaml")).collect();
        paths.retain(|path| path.exists());
        paths.sort();
        let walk = |path: &std::path::PathBuf| {
            let case = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            self.walk(case, &std::fs::read_to_string(path).unwrap(), Vec::new(), None, &[])
        };
        Some(Tally::of("invullen", paths.iter().map(walk).filter(|walk| walk.findings > 0).collect()))
    }

    /// Plans in order, with the words of their regioplan.
    fn good(&self) -> Vec<(String, Words)> {
        let is_good = |path: &String| path.contains("/goed/") && !path.contains("/regio/goed/");
        let mut good = Vec::new();
        for path in files("regioplans", &["yaml"]).iter().map(|path| name(path)).filter(is_good) {
            let text = std::fs::read_to_string(root().join(&path)).unwrap();
            let version = path.split('/').skip(1).take(2).collect::<Vec<_>>().join("@");
            let Some(shown) = self.shown.get(&version) else { continue };
            if text.contains("    interventies:\n") && text.contains("\nregioplan: ") {
                good.push((text, words(shown)));
            }
        }
        good
    }

    /// Walks over made-up plans with so many slips.
    fn made(&self, what: &'static str, count: usize, one_of: usize, slips: impl Fn(usize) -> usize) -> Tally {
        let good = self.good();
        let mut walks = Vec::new();
        let only = std::env::var("MTVP_ROUND").ok().and_then(|number| number.parse::<usize>().ok());
        let numbers = only.map_or((0..count).step_by(one_of), |only| (only..count.min(only + 1)).step_by(1));
        for number in numbers {
            let mut draw = fastrand::Rng::with_seed(number as u64);
            let mut made = Vec::new();
            let (mut page, mut right);
            loop {
                let (text, words) = &good[draw.usize(..good.len())];
                (page, right) = (Page::of(text), text);
                if !urgent(&self.check(text)).is_empty() {
                    continue;
                }
                let wanted = slips(number);
                for turn in 0..40 {
                    if made.len() == wanted {
                        break;
                    }
                    let slip =
                        if wanted == 1 && turn < 1 { &ALL[number % ALL.len()] } else { &ALL[draw.usize(..ALL.len())] };
                    if !made.iter().any(|one: &&slips::Slip| one.name == slip.name) && page.slip(slip, words, &mut draw)
                    {
                        made.push(slip);
                    }
                }
                if !made.is_empty() {
                    break;
                }
            }
            let kinds = made.iter().map(|slip| slip.name).collect();
            // What is wrong with a plan that only lacks these facts, is no doing of a repair.
            let lacking = urgent(&self.check(&page.lacking()));
            let mut walk = self.walk(format!("{what} {number}"), &page.text(), kinds, data(right).as_ref(), &lacking);
            let known = made.iter().all(|slip| slip.known);
            if known && walk.open.is_empty() && data(&walk.end) != data(right) {
                walk.drawn.push("MEANING".to_owned());
                walk.said.push(vec![format!("MEANT\n{right}")]);
            }
            walks.push(walk);
        }
        Tally::of(what, walks)
    }
}

/// The plan as data. A number between quotation marks is the same number to who reads a plan.
fn data(text: &str) -> Option<serde_yaml::Value> {
    fn plain(value: serde_yaml::Value) -> serde_yaml::Value {
        match value {
            serde_yaml::Value::Number(number) => number.to_string().into(),
            serde_yaml::Value::Sequence(items) => items.into_iter().map(plain).collect(),
            // A choice without data means the same in its long form.
            serde_yaml::Value::Mapping(map) if map.len() == 1 && map.contains_key("keuze") => {
                map.into_iter().next().map_or(serde_yaml::Value::Null, |(_, kind)| kind)
            }
            serde_yaml::Value::Mapping(map) => {
                serde_yaml::Value::Mapping(map.into_iter().map(|(key, value)| (key, plain(value))).collect())
            }
            other => other,
        }
    }
    serde_yaml::from_str(text).ok().map(plain)
}

/// The words of the form.
fn words(shown: &Value) -> Words {
    let word = |value: &Value, name: &str| value[name].as_str().unwrap().to_owned();
    let list = |value: &Value| value.as_array().unwrap().clone();
    let elements = list(&shown["kernelementen"]);
    let of_practice = |field: &&Value| field["record"] == "praktijk";
    Words {
        interventions: elements
            .iter()
            .flat_map(|one| list(&one["interventions"]))
            .map(|one| (word(&one, "id"), word(&one, "label")))
            .collect(),
        headings: elements.iter().map(|one| word(one, "label")).collect(),
        practice: list(&shown["fields"])
            .iter()
            .filter(of_practice)
            .map(|one| (word(one, "id"), word(one, "label")))
            .collect(),
        id: word(shown, "id"),
    }
}

/// A finding that asks for something now.
#[derive(Clone)]
struct Found {
    rule: String,
    route: String,
    said: String,
}

impl Found {
    fn name(&self) -> String {
        format!("{} {}", self.rule, self.route)
    }
}

/// The same is said of the same place; or in the same words of a place that has another name since.
impl PartialEq for Found {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && (self.route == other.route || self.said == other.said)
    }
}

/// The findings that ask for something now.
fn urgent(report: &Value) -> Vec<Found> {
    let findings = report["findings"].as_array().into_iter().flatten().filter(|one| is_urgent(one));
    let word = |one: &Value, name: &str| one[name].as_str().unwrap_or("").to_owned();
    let found = |one: &Value| Found { rule: word(one, "rule"), route: word(one, "path"), said: word(one, "message") };
    findings.map(found).collect()
}

/// A plan without the choices that cannot be read and that the report says to take away, where there are some: what it lacks then, it
/// lacked before.
fn without_unread(text: &str, report: &Value) -> Option<String> {
    const UNREAD: [&str; 2] = ["onbekende-interventie", "verkeerde-waarde"];
    let findings = report["findings"].as_array()?;
    let unread = findings.iter().filter(|one| UNREAD.contains(&one["rule"].as_str().unwrap_or("")));
    let mut bare = text.to_owned();
    for one in unread.rev() {
        let [edit] = one["repair"]["edits"].as_array().map_or(&[][..], Vec::as_slice) else { continue };
        let place = |name: &str| usize::try_from(edit[name].as_u64().unwrap()).unwrap();
        let range = place("start")..place("end");
        if edit["text"] == "" && bare.get(range.clone()).is_some_and(|cut| cut.ends_with('\n')) {
            bare.replace_range(range, "");
        }
    }
    (bare != text).then_some(bare)
}

/// The same findings to read: where each stands, and what it says and tells to do.
fn lines(report: &Value) -> Vec<String> {
    let word = |one: &Value, name: &str| one[name].as_str().unwrap_or("").to_owned();
    let line = |one: &Value| {
        let repair = if one["repair"].is_null() { String::new() } else { format!(" {}", one["repair"]) };
        let [rule, path, message, help] = ["rule", "path", "message", "help"].map(|name| word(one, name));
        format!("{} {rule} {path}: {message} {help}{repair}", one["line"])
    };
    report["findings"].as_array().into_iter().flatten().filter(|one| is_urgent(one)).map(line).collect()
}

/// Those that were not there before.
fn new(before: &[Found], now: &[Found]) -> Vec<Found> {
    let mut left = before.to_vec();
    let mut new = Vec::new();
    for one in now {
        match left.iter().position(|old| old == one) {
            Some(at) => drop(left.swap_remove(at)),
            None => new.push(one.clone()),
        }
    }
    new
}

/// What a corpus reaches at least, in percent of its plans: in order after one round and after two; nothing new drawn.
struct Bound {
    one: usize,
    two: usize,
    undrawn: usize,
}

const BOUNDS: [(&str, Bound); 4] = [
    ("fout", Bound { one: 98, two: 99, undrawn: 99 }),
    ("invullen", Bound { one: 95, two: 100, undrawn: 97 }),
    ("one slip", Bound { one: 98, two: 100, undrawn: 99 }),
    ("one to ten slips", Bound { one: 85, two: 95, undrawn: 92 }),
];

/// Prints the table, and on request what went less well.
#[expect(clippy::print_stdout, reason = "the table is what this is for")]
fn shown(tallies: &[table::Tally]) {
    println!("\n{}", table::table(tallies));
    if let Ok(more) = std::env::var("MTVP_ROUNDS") {
        for tally in tallies {
            println!("{}", tally.trouble(more == "plans"));
        }
    }
}

#[test]
fn what_the_report_says_leads_to_a_plan_in_order() {
    let desk = Desk::new();
    let one_of = every(40);
    let mut tallies = vec![desk.wrong(one_of)];
    tallies.extend(desk.shared());
    tallies.push(desk.made("one slip", ALL.len() * 6, one_of, |_| 1));
    let made = std::env::var("MTVP_MADE").ok().and_then(|number| number.parse().ok()).unwrap_or(MADE);
    tallies.push(desk.made("one to ten slips", made, one_of, |number| number % 10 + 1));
    shown(&tallies);
    for tally in &tallies {
        let (_, bound) = BOUNDS.iter().find(|(what, _)| *what == tally.what).unwrap();
        let reached = [
            tally.share(|walk| walk.rounds <= 1) >= bound.one,
            tally.share(|walk| walk.rounds <= 2) >= bound.two,
            tally.share(|walk| walk.drawn.is_empty()) >= bound.undrawn,
            tally.share(|walk| walk.circles) <= 1,
            tally.median() <= 1,
        ];
        assert_eq!(
            reached, [true; 5],
            "{}: within one round, within two, nothing drawn, no circles, median",
            tally.what
        );
    }
}
