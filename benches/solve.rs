//! How long the nearest valid plan takes: over all examples of each region that break a rule, and over the same plans and those in order
//! without a choice in their last year. To reach: 50 ms for each.
//!
//! Run by hand: `cargo bench --bench solve`. Timed is what comes after the judgement: what each finding about choices says, and the
//! nearest valid choices. Of each plan the shortest of three times counts; the hardest plan of each region is named.

#![allow(clippy::print_stdout, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use jiff::civil::date;
use mtvp::session::{Around, Library, Looked, Session, Terms, advise};
use mtvp::source::Source;

/// To reach, for one plan.
const BOUND: Duration = Duration::from_millis(50);
const TIMES: usize = 3;

/// How long each plan of a region took, with its name.
type Times = BTreeMap<(String, &'static str), Vec<(Duration, String)>>;

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let session = Session::by_plan(Library::new(Vec::new()));
    let mut times = Times::new();
    for path in plans(&root.join("regioplans")) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let name = path.strip_prefix(root.join("regioplans")).expect("below the regioplannen").to_string_lossy();
        let region = name.split('/').take(2).collect::<Vec<_>>().join("@");
        let emptied = emptied(&text);
        let inputs = [("example", Some(text)), ("last year empty", emptied)];
        for (what, text) in inputs.into_iter().filter_map(|(what, text)| Some((what, text?))) {
            if let Some(took) = (0..TIMES).filter_map(|_| time(&session, &text)).min() {
                times.entry((region.clone(), what)).or_default().push((took, name.clone().into_owned()));
            }
        }
    }
    println!("| regioplan | plans | count | median | 99 % | longest | above {} ms | hardest |", BOUND.as_millis());
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    for ((region, what), mut all) in times {
        all.sort();
        let at = |part: usize| all.get(all.len() * part / 100).map_or(0.0, |(took, _)| took.as_secs_f64() * 1000.0);
        let above = all.iter().filter(|(took, _)| *took > BOUND).count();
        let Some((longest, hardest)) = all.last() else { continue };
        let longest = longest.as_secs_f64() * 1000.0;
        let count = all.len();
        println!(
            "| {region} | {what} | {count} | {:.1} ms | {:.1} ms | {longest:.1} ms | {above} | {hardest} |",
            at(50),
            at(99)
        );
    }
}

/// How long the nearest plan takes; none when nothing is asked of it.
fn time(session: &Session, text: &str) -> Option<Duration> {
    let around = Around::evidence(&|_| BTreeSet::new());
    let looked = session.look(&Source::new("plan.yaml", text), true, &Terms::on(date(2025, 6, 1)), &around);
    let Ok(Looked::Judged(mut judged)) = looked else { return None };
    let start = Instant::now();
    advise(&mut judged);
    let took = start.elapsed();
    judged.report.nearest.is_some().then_some(took)
}

/// The plan without a choice in its last year.
fn emptied(text: &str) -> Option<String> {
    const HEAD: &str = "    interventies:\n";
    let (before, below) = text.rsplit_once(HEAD)?;
    let rest = below.split_inclusive('\n').skip_while(|line| line.starts_with("      ") || line.trim().is_empty());
    Some(format!("{before}{HEAD}{}", rest.collect::<String>()))
}

/// All plans of practices below a folder.
fn plans(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let of_practice = path.extension().is_some_and(|end| end == "yaml")
                && !path.components().any(|part| part.as_os_str() == "regio");
            if path.is_dir() {
                open.push(path);
            } else if of_practice {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
