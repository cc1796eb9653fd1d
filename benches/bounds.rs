//! Work that must stay in proportion to its input, at two sizes: the larger is four times the smaller, and should take four times
//! as long and as much, not sixteen.
//!
//! Run by hand: `cargo bench --bench bounds -- --rounds 5`. Each input is written to a folder and given to the program, as a process
//! of its own; the medians of its processor time and its peak memory are printed, less those of the program that only says its
//! version, with what the larger takes of the smaller.

#![allow(clippy::print_stdout, clippy::expect_used)]

mod process;

use std::path::Path;
use std::process::Command;

use process::{Used, median};

const REGIOPLAN: &str = "regioplan t versie \"1\"\n  naam \"T\"\n  document \"D\"\n  \
     beoordeelt plannen van 1 januari 2024 tot en met 31 december 2027\n  jaren 1 tot en met 3\n  \
     jaren tellen vanaf startkwartaal\n\nkernelement k \"K\"\n\ninterventie a \"A\"\n  hoort bij kernelement k\n  \
     aangeboden elk jaar\n";
const HEAD: &str = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\n";

/// One kind of input: what it is, what is asked of it, its smaller size, and how it is written.
struct Input {
    what: &'static str,
    command: &'static [&'static str],
    size: usize,
    write: fn(&Path, usize),
}

const INPUTS: [Input; 19] = [
    Input { what: "data within data", command: &["lint", "r.regioplan"], size: 2000, write: nested },
    Input { what: "data in a circle", command: &["lint", "r.regioplan"], size: 2000, write: circle },
    Input { what: "groups within groups", command: &["lint", "r.regioplan"], size: 2000, write: groups },
    Input { what: "rules of a regioplan", command: &["lint", "r.regioplan"], size: 1000, write: rules },
    Input { what: "broken lines of a regioplan", command: &["lint", "r.regioplan"], size: 10_000, write: broken },
    Input { what: "wrong values in a list", command: &["check", "p.yaml"], size: 50_000, write: values },
    Input { what: "unknown fields", command: &["check", "p.yaml"], size: 10_000, write: fields },
    Input { what: "unknown choices", command: &["check", "p.yaml"], size: 10_000, write: choices },
    Input { what: "unknown choices in one line", command: &["check", "p.yaml"], size: 10_000, write: beside },
    Input { what: "an open quotation mark", command: &["check", "p.yaml"], size: 50_000, write: quote },
    Input { what: "an open bracket", command: &["check", "p.yaml"], size: 50_000, write: bracket },
    Input { what: "lines without a colon", command: &["check", "p.yaml"], size: 50_000, write: bare },
    Input { what: "unknown aliases", command: &["check", "p.yaml"], size: 20_000, write: aliases },
    Input { what: "tabs before lines", command: &["check", "p.yaml"], size: 20_000, write: tabs },
    Input { what: "bullets before choices", command: &["check", "p.yaml"], size: 5000, write: bullets },
    Input { what: "a field time and again", command: &["check", "p.yaml"], size: 20_000, write: again },
    Input { what: "folders with settings", command: &["check", "."], size: 500, write: settings },
    Input { what: "folders that decide themselves", command: &["check", "."], size: 500, write: delegated },
    Input { what: "exceptions", command: &["check", "."], size: 2000, write: exceptions },
];

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let rounds = args.iter().skip_while(|arg| *arg != "--rounds").nth(1);
    let rounds = rounds.map_or(3, |text| text.parse().expect("a number of rounds"));
    let base = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bounds");
    println!("{rounds} rounds\n| what | size | processor | memory | 4 × the size: time | memory |");
    println!("| --- | --- | --- | --- | --- | --- |");
    let start = used(&base, &["--version"], rounds, |_| ());
    for input in INPUTS {
        let [small, large] =
            [input.size, 4 * input.size].map(|size| used(&base, input.command, rounds, |to| (input.write)(to, size)));
        let more = |at: fn(&Used) -> f64| (at(&large) - at(&start)) / (at(&small) - at(&start)).max(1e-9);
        println!(
            "| {} | {} | {:.3} s | {:.1} MB | {:.1} | {:.1} |",
            input.what,
            input.size,
            small.seconds(),
            small.megabytes(),
            more(Used::seconds),
            more(Used::megabytes),
        );
    }
    let _ = std::fs::remove_dir_all(&base);
}

/// What the program uses on what is written.
fn used(base: &Path, command: &[&str], rounds: usize, write: impl Fn(&Path)) -> Used {
    let _ = std::fs::remove_dir_all(base);
    std::fs::create_dir_all(base).expect("a folder");
    write(base);
    let runs = (0..rounds.max(1)).map(|_| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_mtvp"));
        let (used, status) = Used::by(program.args(command).current_dir(base));
        assert!(matches!(status, Some(0..=2)), "{command:?}: {status:?}");
        used
    });
    median(&runs.collect::<Vec<_>>())
}

fn file(folder: &Path, name: &str, text: String) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("a file");
}

fn regioplan(folder: &Path, rest: &str) {
    file(folder, "r.regioplan", format!("{REGIOPLAN}{rest}"));
}

/// Each record has the next as a field; the last has what is given.
fn records(size: usize, last: &str) -> String {
    let one = |n: usize| format!("\ngegevens g{n}\n  veld a: gegevens g{}\n", n + 1);
    (0..size).map(one).collect::<String>() + &format!("\ngegevens g{size}\n  veld a: {last}\n")
}

fn nested(folder: &Path, size: usize) {
    regioplan(folder, &records(size, "tekst"));
}

fn circle(folder: &Path, size: usize) {
    regioplan(folder, &records(size, "gegevens g0"));
}

fn groups(folder: &Path, size: usize) {
    let one = |n: usize| format!("\ngroep gr{n} \"G\"\n  bestaat uit gr{} met uren meer dan 1\n", n + 1);
    let list = "\ngegevens lid\n  veld uren: getal\n\ngegevens praktijk\n  veld leden: lijst van gegevens lid\n";
    let groups: String = (0..size).map(one).collect();
    regioplan(folder, &format!("{list}{groups}\ngroep gr{size} \"G\"\n  bestaat uit leden met uren meer dan 1\n"));
}

fn rules(folder: &Path, size: usize) {
    let one = |n: usize| format!("\nregel r{n} \"R\"\n  elk jaar\n  kies minimaal 1 uit kernelement k\n");
    regioplan(folder, &(0..size).map(one).collect::<String>());
}

fn broken(folder: &Path, size: usize) {
    regioplan(folder, &"\"\n".repeat(size));
}

fn values(folder: &Path, size: usize) {
    let list = "x, ".repeat(size);
    file(folder, "p.yaml", format!("{HEAD}jaren:\n  1:\n    intervisies: [{list}]\n"));
}

fn fields(folder: &Path, size: usize) {
    let one = |n: usize| format!("onbekend-{n}: x\n");
    let fields: String = (0..size).map(one).collect();
    file(folder, "p.yaml", format!("{HEAD}{fields}"));
}

fn choices(folder: &Path, size: usize) {
    let one = |n: usize| format!("      iets-{n}: nieuw\n");
    let choices: String = (0..size).map(one).collect();
    file(folder, "p.yaml", format!("{HEAD}jaren:\n  1:\n    interventies:\n{choices}"));
}

fn beside(folder: &Path, size: usize) {
    let one = |n: usize| format!("b{n}: nieuw, ");
    let choices: String = (0..size).map(one).collect();
    file(folder, "p.yaml", format!("{HEAD}jaren:\n  1: {{interventies: {{{choices}}}}}\n"));
}

fn quote(folder: &Path, size: usize) {
    file(folder, "p.yaml", format!("{HEAD}x: \"{}", "a\n  ".repeat(size)));
}

fn bracket(folder: &Path, size: usize) {
    file(folder, "p.yaml", format!("{HEAD}x: [{}", "a,\n  ".repeat(size)));
}

fn bare(folder: &Path, size: usize) {
    file(folder, "p.yaml", format!("{HEAD}{}", "x\n".repeat(size)));
}

fn aliases(folder: &Path, size: usize) {
    let one = |n: usize| format!("x{n}: *a\n");
    file(folder, "p.yaml", format!("{HEAD}{}", (0..size).map(one).collect::<String>()));
}

fn tabs(folder: &Path, size: usize) {
    file(folder, "p.yaml", format!("{HEAD}{}", "\tx: 1\n".repeat(size)));
}

fn bullets(folder: &Path, size: usize) {
    let choices: Vec<String> = (0..size).map(|n| format!("      • x{n}: nieuw\n")).collect();
    let choices = choices.concat();
    file(folder, "p.yaml", format!("{HEAD}jaren:\n  1:\n    interventies:\n{choices}"));
}

fn again(folder: &Path, size: usize) {
    file(folder, "p.yaml", format!("{HEAD}{}", "jaar: 1\n".repeat(size)));
}

fn settings(folder: &Path, size: usize) {
    file(folder, "mtvp.toml", "region = \"rijn-en-duin\"\n".to_owned());
    for n in 0..size {
        file(folder, &format!("m{n}/mtvp.toml"), "strict = true\n".to_owned());
        file(folder, &format!("m{n}/p.yaml"), HEAD.to_owned());
    }
}

fn delegated(folder: &Path, size: usize) {
    is_root(folder);
    let names: Vec<String> = (0..size).map(|n| format!("\"m{n}\"")).collect();
    file(folder, "mtvp.toml", format!("region = \"rijn-en-duin\"\ndelegate = [{}]\n", names.join(", ")));
    for n in 0..size {
        file(folder, &format!("m{n}/mtvp.toml"), "waivers = \"w.yaml\"\n".to_owned());
        file(folder, &format!("m{n}/w.yaml"), "[]\n".to_owned());
        file(folder, &format!("m{n}/p.yaml"), HEAD.to_owned());
    }
}

/// Makes a repository of a folder: only its root may say who decides, and name exceptions.
fn is_root(folder: &Path) {
    std::fs::create_dir_all(folder.join(".git")).expect("a folder");
}

fn exceptions(folder: &Path, size: usize) {
    is_root(folder);
    file(folder, "mtvp.toml", "region = \"rijn-en-duin\"\nwaivers = \"uitzonderingen.yaml\"\n".to_owned());
    let one = |n: usize| {
        let what =
            format!("- praktijk: \"{n:08}\"\n  bestand: p{n}.yaml\n  regel: aw-jaar-3\n  reden: Zo afgesproken.\n");
        what + "  akkoord: {door: Rijn en Duin, datum: 2025-02-01}\n  tot: 2027-12-31\n"
    };
    file(folder, "uitzonderingen.yaml", (0..size).map(one).collect());
    file(folder, "p0.yaml", HEAD.to_owned());
}
