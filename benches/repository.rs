//! A whole repository of plans: `mtvp check` beside the bare event parse of the same files.
//!
//! Run by hand: `cargo bench --bench repository -- --plans 10000 --rounds 5`. It writes the plans, then runs the
//! two in turn as processes of their own, so that start-up, walking, reading and threads count for both, and
//! prints medians; the ratio is the median of those of each round. Both use `--threads` threads. Options:
//! `--violations N`, `--seed N`, `--format human` (or another format of `mtvp check`; several with commas; `quiet` is
//! what `--quiet` shows).

#![allow(clippy::print_stdout, clippy::expect_used, clippy::cast_precision_loss)]

mod generator;
mod process;

use std::path::{Path, PathBuf};
use std::process::Command;

use process::{Used, median, middle};
use rayon::prelude::*;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let value = |name: &str| args.iter().skip_while(|arg| *arg != name).nth(1).map(String::as_str);
    let number = |name: &str, otherwise: usize| value(name).map_or(otherwise, |text| text.parse().expect("a number"));
    if let Some(folder) = value("--parse") {
        println!("{} events", parse(Path::new(folder)));
        return;
    }
    let run = Run {
        plans: number("--plans", 10_000),
        rounds: number("--rounds", 5),
        violations: number("--violations", 0),
        seed: number("--seed", 1),
        threads: number("--threads", 2),
    };
    run.measure(&value("--format").unwrap_or("human").split(',').collect::<Vec<_>>());
}

/// The reference: every event of every file, thrown away.
fn parse(folder: &Path) -> usize {
    let mut walker = ignore::WalkBuilder::new(folder);
    walker.standard_filters(false).hidden(true).sort_by_file_name(Ord::cmp);
    let walker = walker.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let files: Vec<PathBuf> = walker.filter(|path| path.extension().is_some_and(|ext| ext == "yaml")).collect();
    let events = files.par_iter().map(|file| {
        let text = std::fs::read_to_string(file).expect("a plan");
        let options = granit_parser::options! { emit_comments: false };
        granit_parser::Parser::new_from_str_with_options(&text, options).flatten().count()
    });
    events.sum()
}

struct Run {
    plans: usize,
    rounds: usize,
    violations: usize,
    seed: usize,
    threads: usize,
}

impl Run {
    fn measure(&self, formats: &[&str]) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("repository");
        let _ = std::fs::remove_dir_all(&folder);
        generator::write(&folder, self.plans, self.violations, self.seed as u64).expect("the plans are written");
        println!(
            "{} plans with {} violations each, seed {}, {} threads, {} rounds",
            self.plans, self.violations, self.seed, self.threads, self.rounds
        );
        let parse = || {
            let mut command = Command::new(std::env::current_exe().expect("a program"));
            command.arg("--parse").arg(&folder);
            command
        };
        let check = |format: &str| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_mtvp"));
            command.arg("check").arg(&folder).arg("--no-config");
            match format {
                "quiet" => command.arg("--quiet"),
                format => command.args(["--format", format]),
            };
            command
        };
        let mut bare = Vec::new();
        let mut checks: Vec<Vec<Used>> = formats.iter().map(|_| Vec::new()).collect();
        for _ in 0..self.rounds {
            bare.push(self.used(parse(), 0));
            for (format, used) in formats.iter().zip(&mut checks) {
                used.push(self.used(check(format), i32::from(self.violations > 0)));
            }
        }
        println!("| what | processor | wall | memory | per plan | ratio |\n| --- | --- | --- | --- | --- | --- |");
        self.line("bare event parse", &bare, &bare);
        for (format, used) in formats.iter().zip(&checks) {
            self.line(&format!("mtvp check, {format}"), used, &bare);
        }
        std::fs::remove_dir_all(&folder).expect("the plans are removed");
    }

    fn used(&self, mut command: Command, status: i32) -> Used {
        command.env("RAYON_NUM_THREADS", self.threads.to_string()).env("MTVP_LANG", "nl");
        let (used, ended) = Used::by(&mut command);
        assert_eq!(ended, Some(status), "{command:?}");
        used
    }

    /// The ratio is that of the processor times of one round: a machine that becomes slower, does so for both.
    fn line(&self, what: &str, rounds: &[Used], reference: &[Used]) {
        let ratios = rounds.iter().zip(reference).map(|(used, bare)| used.seconds() / bare.seconds());
        let ratio = middle(ratios, f64::total_cmp);
        let used = median(rounds);
        println!(
            "| {what} | {:.2} s | {:.2} s | {:.1} MB | {:.1} µs | {:.2} |",
            used.seconds(),
            used.wall.as_secs_f64(),
            used.megabytes(),
            used.seconds() * 1e6 / self.plans as f64,
            ratio,
        );
    }
}
