//! Writes practice plans: `cargo bench --bench generate -- --plans 10000 --violations 3 --seed 1 --to FOLDER`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod generator;

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().collect();
    let value = |name: &str| args.iter().skip_while(|arg| *arg != name).nth(1);
    let number = |name: &str, otherwise: usize| value(name).and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (plans, violations, seed) = (number("--plans", 1_000), number("--violations", 0), number("--seed", 1));
    let Some(folder) = value("--to").map(PathBuf::from) else {
        // Plain `cargo bench` runs this too, and then there is nothing to do.
        println!(
            "generate: name a folder with --to FOLDER; also --plans N, --violations 0 to {}, --seed N",
            generator::MOST
        );
        return ExitCode::SUCCESS;
    };
    match generator::write(&folder, plans, violations.min(generator::MOST), seed as u64) {
        Ok(()) => {
            println!("{plans} plans with {violations} violations each, seed {seed}, in {}", folder.display());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}
