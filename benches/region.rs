//! A whole region at once: every form of `mtvp region`, and `mtvp letters`, over practices that each have the plans of two years.
//!
//! Run by hand: `cargo bench --bench region -- --practices 5000 --rounds 3`. It writes the plans, then runs the forms in turn as
//! processes of their own, beside `mtvp check --quiet` of the same plans as the reference, and prints medians, with what each form may
//! take: 10 seconds and 300 MB for 5,000 practices, on two cores. With so many it ends with 1 when a form takes more. Options:
//! `--seed N`, `--violations N`, `--threads N`.

#![allow(clippy::print_stdout, clippy::expect_used)]

#[allow(dead_code)]
mod generator;
mod process;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use process::{Used, median};

/// What is asked, by the words of the command line; what is made goes to the path that is put behind it.
const FORMS: [(&str, &[&str]); 11] = [
    ("region, human", &["region"]),
    ("region, json", &["region", "--format", "json"]),
    ("region, csv: praktijken", &["region", "--format", "csv", "--table", "praktijken"]),
    ("region, csv: te-beoordelen", &["region", "--format", "csv", "--table", "te-beoordelen"]),
    ("region, csv: termijnen", &["region", "--format", "csv", "--table", "termijnen"]),
    ("region, ics", &["region", "--format", "ics"]),
    ("region, xlsx", &["region", "--format", "xlsx"]),
    ("region, html", &["region", "--format", "html"]),
    ("letters, html", &["letters", "--format", "html"]),
    ("letters, md", &["letters", "--format", "md"]),
    ("letters, csv", &["letters", "--format", "csv"]),
];

/// What each form may take, of so many practices.
const PRACTICES: usize = 5_000;
const SECONDS: f64 = 10.0;
const MEGABYTES: f64 = 300.0;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let number = |name: &str, otherwise: usize| {
        let given = args.iter().skip_while(|arg| *arg != name).nth(1);
        given.map_or(otherwise, |text| text.parse().expect("a number"))
    };
    let (practices, rounds) = (number("--practices", 1_000), number("--rounds", 1));
    let (seed, violations, threads) = (number("--seed", 1), number("--violations", 1), number("--threads", 2));
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("region");
    let _ = std::fs::remove_dir_all(&base);
    write(&base.join("plannen"), practices, violations, seed as u64);
    println!(
        "{practices} practices with two plans, {violations} violations each, seed {seed}, {threads} threads, {rounds} rounds"
    );
    println!(
        "| what | processor | wall | of {SECONDS} s | memory | of {MEGABYTES} MB |\n| --- | --- | --- | --- | --- | --- |"
    );
    let mut over = Vec::new();
    let check: &[&str] = &["check", "--quiet"];
    for (what, words) in [("check, quiet", check)].into_iter().chain(FORMS) {
        let runs: Vec<Used> = (0..rounds.max(1)).map(|_| one(&base, words, threads)).collect();
        let used = median(&runs);
        let (wall, memory) = (used.wall.as_secs_f64(), used.megabytes());
        println!(
            "| {what} | {:.2} s | {wall:.2} s | {:.0} % | {memory:.0} MB | {:.0} % |",
            used.seconds(),
            100.0 * wall / SECONDS,
            100.0 * memory / MEGABYTES
        );
        // The reference is no form.
        if words != check && (wall > SECONDS || memory > MEGABYTES) {
            over.push(what);
        }
    }
    std::fs::remove_dir_all(&base).expect("the plans are removed");
    if practices < PRACTICES || over.is_empty() {
        return ExitCode::SUCCESS;
    }
    println!("more than a form may take: {}", over.join("; "));
    ExitCode::FAILURE
}

fn one(base: &Path, words: &[&str], threads: usize) -> Used {
    let made = base.join("gemaakt");
    let mut command = Command::new(env!("CARGO_BIN_EXE_mtvp"));
    command.args(words).arg(base.join("plannen")).args(["--no-config", "--as-of", "2025-11-01"]);
    command.env("RAYON_NUM_THREADS", threads.to_string()).env("MTVP_LANG", "nl");
    if !words.contains(&"check") {
        command.arg("-o").arg(&made);
    }
    let (used, status) = Used::by(&mut command);
    assert!(matches!(status, Some(0 | 1)), "{command:?}: {status:?}");
    let _ = std::fs::remove_file(&made);
    let _ = std::fs::remove_dir_all(&made);
    used
}

/// Made-up practices that began before this year, each with the plan of this year and that of the year before.
fn write(folder: &Path, practices: usize, violations: usize, seed: u64) {
    let mut written = 0;
    for number in 0.. {
        if written == practices {
            return;
        }
        let plan = generator::plan(seed, number, violations);
        let Some(before) = year_before(&plan) else { continue };
        written += 1;
        for (year, text) in [("nu", plan), ("vorig-jaar", before)] {
            let file = folder.join(year).join(generator::path(number));
            let near = file.parent().map(PathBuf::from).expect("a folder");
            std::fs::create_dir_all(near.join("bewijs")).expect("a folder");
            std::fs::write(near.join(generator::EVIDENCE), "Bewijs van deelname, verzonnen.\n").expect("evidence");
            std::fs::write(file, text).expect("a plan");
        }
    }
}

/// The plan as it was a year before: its last year gone, handed in a year earlier. None in year 1.
fn year_before(plan: &str) -> Option<String> {
    let year: u8 = (2..=3).find(|year| plan.contains(&format!("\njaar: {year}\n")))?;
    let (kept, _) = plan.split_once(&format!("\n  {year}:\n"))?;
    let earlier = kept.replacen(&format!("\njaar: {year}\n"), &format!("\njaar: {}\n", year - 1), 1);
    let handed_in = earlier.split_once("\ningediend: ").and_then(|(_, rest)| rest.get(..4)?.parse::<u16>().ok())?;
    let (before, now) = (format!("\ningediend: {}-", handed_in - 1), format!("\ningediend: {handed_in}-"));
    Some(earlier.replacen(&now, &before, 1) + "\n")
}
