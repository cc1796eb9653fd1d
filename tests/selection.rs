//! Which files a check looks at, and that the number of threads changes nothing.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{Scratch, mtvp, mtvp_with, program, root, stderr, stdout};

const GOOD: &str = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";
const BAD: &str = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml";

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap()
}

fn folder(scratch: &Scratch, name: &str) {
    std::fs::create_dir_all(scratch.0.join(name)).unwrap();
}

fn check(folder: &Path, args: &[&str]) -> (String, String, Option<i32>) {
    let output = program().current_dir(folder).args(["check", "--format", "concise"]).args(args).output().unwrap();
    (stdout(&output), stderr(&output), output.status.code())
}

/// The files that the lines at the end name.
fn seen(said: &str) -> Vec<String> {
    let lines = said.lines().filter(|line| line.contains(" (") && line.contains("peildatum"));
    lines.map(|line| line.split(": ").next().unwrap().to_owned()).collect()
}

#[test]
fn hidden_ignored_excluded_and_other_files_are_left_alone() {
    let scratch = Scratch::new("keuze");
    for name in ["plannen", "archief", ".verborgen", "weg"] {
        folder(&scratch, name);
    }
    for name in ["plannen/a.yaml", "archief/b.yaml", ".verborgen/c.yaml", "weg/d.yaml"] {
        scratch.write(name, text(GOOD));
    }
    scratch.write(".gitignore", "weg/\n");
    scratch.write("mtvp.toml", "exclude = [\"archief/\"]\n");
    scratch.write("plannen/docker-compose.yaml", "services:\n  web: {image: x}\n");
    scratch.write("plannen/kapot-maar-geen-plan.yaml", "a: [\n");
    let (said, _, code) = check(&scratch.0, &["."]);
    assert_eq!(seen(&said), ["plannen/a.yaml"], "{said}");
    assert_eq!(code, Some(0));
    assert!(said.contains("2 andere YAML-bestanden overgeslagen"), "{said}");
    assert!(said.contains("1 bestand is overgeslagen door een patroon"), "{said}");
    assert!(said.contains("1 bestand is overgeslagen: het staat in `.gitignore`"), "{said}");
    assert!(said.contains("1 bestand is overgeslagen: de naam van het bestand of van de map begint"), "{said}");
    // A file that is named is judged, whatever it is.
    let (said, _, code) = check(&scratch.0, &["archief/b.yaml", "plannen/docker-compose.yaml"]);
    assert_eq!((seen(&said).len(), code), (1, Some(1)), "{said}");
    let (said, _, code) = check(&scratch.0, &["archief/b.yaml", "plannen/a.yaml", "--force-exclude"]);
    assert_eq!((seen(&said), code), (vec!["plannen/a.yaml".to_owned()], Some(0)), "{said}");
    // Handed over by a program, and known to be no plan.
    assert_eq!(check(&scratch.0, &["plannen/docker-compose.yaml", "--force-exclude"]).2, Some(3));
}

#[test]
fn a_file_that_may_be_a_plan_is_never_passed_over() {
    let scratch = Scratch::new("misschien");
    scratch.write("leeg.yaml", "");
    scratch.write("verschreven.yaml", "regiopln: rijn-en-duin\n");
    scratch.write("kapot.yaml", "praktijk: [\n");
    scratch.write("lijst.yaml", "- jaar: 3\n");
    let (said, _, code) = check(&scratch.0, &["."]);
    for name in ["leeg.yaml", "verschreven.yaml", "kapot.yaml", "lijst.yaml"] {
        assert!(said.contains(&format!("{name}:")), "{name}: {said}");
    }
    assert_eq!(code, Some(1));
}

#[test]
fn nothing_checked_is_never_green() {
    let scratch = Scratch::new("niets");
    assert_eq!(check(&scratch.0, &["."]).2, Some(3));
    scratch.write("compose.yaml", "services: {}\n");
    let (_, said, code) = check(&scratch.0, &["."]);
    assert_eq!(code, Some(3));
    assert!(said.contains("Er is niets gecontroleerd"), "{said}");
    assert_eq!(check(&scratch.0, &["nergens.yaml"]).2, Some(2));
    assert_eq!(mtvp_with(&["check", "--files-from", "-"], b"").status.code(), Some(3));
}

#[test]
fn a_list_of_files() {
    let list = format!("{GOOD}\n{BAD}\r\nREADME.md\n\n");
    let output = mtvp_with(&["check", "--files-from", "-", "--format", "concise"], list.as_bytes());
    assert_eq!(seen(&stdout(&output)), [GOOD, BAD]);
    let nul = format!("{GOOD}\0{BAD}\0");
    let output = mtvp_with(&["check", "--files-from", "-", "--format", "concise"], nul.as_bytes());
    assert_eq!(seen(&stdout(&output)), [GOOD, BAD]);
    // A list is made by a program: what a pattern leaves out stays out, and is counted.
    let scratch = Scratch::new("lijst-met-patroon");
    folder(&scratch, "oud");
    for name in ["oud/a.yaml", "b.yaml"] {
        scratch.write(name, text(GOOD));
    }
    scratch.write("mtvp.toml", "exclude = [\"oud/\"]\n");
    for list in ["oud/a.yaml\nb.yaml\n", "oud\nb.yaml\n"] {
        scratch.write("lijst.txt", list);
        let (said, _, code) = check(&scratch.0, &["--files-from", "lijst.txt"]);
        assert_eq!((seen(&said), code), (vec!["b.yaml".to_owned()], Some(0)), "{said}");
        assert!(said.contains("1 bestand is overgeslagen door een patroon"), "{said}");
    }
    // A file that vanished after it was listed is a finding, and the others are still judged.
    let gone = format!("weg.yaml\n{GOOD}\n");
    let output = mtvp_with(&["check", "--files-from", "-", "--format", "concise"], gone.as_bytes());
    let said = stdout(&output);
    assert!(said.contains("weg.yaml:1:1: overtreding yaml") && said.contains(GOOD), "{said}");
    assert_eq!(output.status.code(), Some(1));
}

fn git(folder: &Path, args: &[&str]) {
    let identity = ["-c", "user.name=Test", "-c", "user.email=test@example.nl", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").current_dir(folder).args(identity).args(args).output().unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_list_that_names_a_file_twice_names_one_file() {
    let list = format!("{BAD}\n{BAD}\n./{BAD}\n");
    let output = mtvp_with(&["check", "--files-from", "-", "--format", "concise"], list.as_bytes());
    assert_eq!(seen(&stdout(&output)), [BAD], "{}", stdout(&output));
}

#[test]
fn evidence_that_is_gone_is_missed_however_the_plan_names_it() {
    // (what stands in the plan, the file behind it, the file that goes)
    let cases: [(&str, &str, &str); 3] = [
        ("'bewijs/huisarts''s.txt'", "huisarts's.txt", "huisarts's.txt"),
        ("bewijs/het\n                bewijs.txt", "het bewijs.txt", "het bewijs.txt"),
        ("bewijs/triage.txt", "echt.txt", "echt.txt"),
    ];
    for (number, (named, kept, gone)) in cases.into_iter().enumerate() {
        let scratch = Scratch::new(&format!("weg-{number}"));
        folder(&scratch, "plannen/bewijs");
        scratch.write(&format!("plannen/bewijs/{kept}"), "x");
        #[cfg(unix)]
        if named.ends_with("triage.txt") {
            std::os::unix::fs::symlink("echt.txt", scratch.0.join("plannen/bewijs/triage.txt")).unwrap();
        }
        let long = format!(
            "trieren:\n        keuze: nieuw\n        bewijs:\n          - soort: certificaat\n            bestand: {named}\n"
        );
        scratch.write("plannen/a.yaml", text(GOOD).replace("trieren: nieuw", long.trim_end()));
        git(&scratch.0, &["init", "-q"]);
        git(&scratch.0, &["add", "."]);
        git(&scratch.0, &["commit", "-q", "-m", "begin"]);
        assert!(!check(&scratch.0, &["plannen"]).0.contains("bestand-ontbreekt"), "{named}");
        std::fs::remove_file(scratch.0.join("plannen/bewijs").join(gone)).unwrap();
        let said = check(&scratch.0, &["--changed", "-q"]).0;
        assert!(said.contains("bestand-ontbreekt"), "{named}: {said}");
    }
}

#[test]
fn a_clone_without_all_texts_fetches_nothing() {
    let scratch = Scratch::new("half");
    folder(&scratch, "bron/plannen");
    let bron = scratch.0.join("bron");
    git(&bron, &["init", "-q"]);
    for text in [text(BAD), text(BAD) + "# 2\n", text(BAD) + "# 3\n"] {
        scratch.write("bron/plannen/a.yaml", text);
        git(&bron, &["add", "."]);
        git(&bron, &["commit", "-q", "-m", "stap"]);
    }
    git(&bron, &["config", "uploadpack.allowFilter", "true"]);
    let address = format!("file://{}", bron.display());
    git(&scratch.0, &["clone", "-q", "--filter=blob:none", &address, "half"]);
    // From here nothing can be fetched.
    std::fs::rename(&bron, scratch.0.join("elders")).unwrap();
    let half = scratch.0.join("half");
    scratch.write("half/plannen/a.yaml", text(BAD) + "# 4\n");
    let (said, complained, code) = check(&half, &["--changed=HEAD~1"]);
    assert_eq!((seen(&said), code), (vec!["plannen/a.yaml".to_owned()], Some(1)), "{said}{complained}");
}

#[test]
fn only_what_differs_from_a_revision() {
    let scratch = Scratch::new("anders");
    folder(&scratch, "plannen/bewijs");
    scratch.write("plannen/a.yaml", text(GOOD));
    scratch.write("plannen/b.yaml", text(BAD));
    scratch.write("plannen/bewijs/rooster.txt", "rooster");
    let with_file = text("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml")
        .replace("jaren:", "jaren: # zie bewijs/rooster.txt");
    // Plans of one practice would be taken along with each other.
    let of_practice = |text: String, code: &str| text.replace("agb: 01021374", &format!("agb: {code}"));
    scratch.write("plannen/c.yaml", of_practice(with_file, "01100091"));
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "begin"]);
    let (said, complained, code) = check(&scratch.0, &["--changed"]);
    assert_eq!((said.as_str(), code), ("", Some(0)), "{complained}");
    assert!(complained.contains("Er is geen plan gewijzigd. 3 plannen"), "{complained}");
    scratch.write("plannen/b.yaml", text(BAD) + "\n");
    scratch.write("plannen/nieuw.yaml", of_practice(text(GOOD), "01100109"));
    let (said, _, code) = check(&scratch.0, &["--changed"]);
    assert_eq!(
        (seen(&said), code),
        (vec!["plannen/b.yaml".to_owned(), "plannen/nieuw.yaml".to_owned()], Some(1)),
        "{said}"
    );
    assert!(said.contains("2 plannen zijn niet gewijzigd"), "{said}");
    // Evidence that a plan names.
    scratch.write("plannen/bewijs/rooster.txt", "anders");
    assert!(seen(&check(&scratch.0, &["--changed"]).0).contains(&"plannen/c.yaml".to_owned()));
    git(&scratch.0, &["checkout", "-q", "-b", "werk"]);
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "werk"]);
    assert_eq!(check(&scratch.0, &["--changed"]).2, Some(0));
    assert_eq!(seen(&check(&scratch.0, &["--changed=main"]).0).len(), 3);
    assert_eq!(seen(&check(&scratch.0.join("plannen"), &["--changed=main"]).0).len(), 3);
    // New rules may change every verdict.
    scratch.write("mtvp.toml", "strict = true\n");
    assert_eq!(seen(&check(&scratch.0, &["--changed"]).0).len(), 4);
    let (_, said, code) = check(&scratch.0, &["--changed=bestaat-niet"]);
    assert!(code == Some(2) && said.contains("bestaat-niet"), "{said}");
}

#[test]
fn the_same_bytes_for_any_number_of_threads() {
    for format in ["human", "json"] {
        let run = |threads: &str| {
            let folders = ["check", "regioplans/primacura", "regioplans/syntein"];
            let args = [&folders[..], &["--threads", threads, "--format", format, "--as-of", "2025-06-01"]].concat();
            let output = mtvp(&args);
            (output.stdout, output.stderr, output.status.code())
        };
        let one = run("1");
        assert!(one.0.len() > 10_000);
        assert_eq!(one, run("7"), "{format}");
    }
}

#[test]
fn a_list_of_exceptions_that_nobody_names_is_told() {
    let scratch = Scratch::new("onbenoemd");
    scratch.write("a.yaml", text(GOOD));
    scratch.write("uitzonderingen.yaml", text("tests/cases/afwijkingen/geldig/afwijkingen.yaml"));
    let (said, _, code) = check(&scratch.0, &["."]);
    assert_eq!(code, Some(0));
    assert!(said.contains("uitzonderingen.yaml is een lijst met afwijkingen, maar telt niet mee"), "{said}");
}

#[test]
fn several_reports_in_one_run() {
    let scratch = Scratch::new("rapporten");
    let path = |name: &str| scratch.0.join(name).to_string_lossy().into_owned();
    let (json, lines) = (format!("json={}", path("uit.json")), format!("concise={}", path("uit.txt")));
    let output = mtvp(&["check", BAD, "--report", &json, "--report", &lines, "--format", "human"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains('╭'));
    let alone = mtvp(&["check", BAD, "--format", "json"]);
    assert_eq!(std::fs::read_to_string(path("uit.json")).unwrap(), stdout(&alone));
    assert!(std::fs::read_to_string(path("uit.txt")).unwrap().contains("overtreding aw-jaar-3 "));
    for wrong in ["json", "json=", "pdf=uit.pdf"] {
        let output = mtvp(&["check", BAD, "--report", wrong]);
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(stderr(&output).contains("vorm=bestand"), "{wrong}: {}", stderr(&output));
    }
    let output = mtvp(&["check", BAD, "--report", "json=/bestaat/niet/uit.json"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_reader_that_goes_away_and_a_full_disk() {
    // As with `| head -1`: the reader closes its end, and that is no error.
    let mut child = program()
        .args(["check", "regioplans", "--format", "concise"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    if Path::new("/dev/full").exists() {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = program().args(["check", BAD]).stdout(full).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("schijf vol"), "{}", stderr(&output));
        let output = mtvp(&["check", BAD, "--report", "json=/dev/full"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(stderr(&output).contains("/dev/full"), "{}", stderr(&output));
    }
}

#[test]
fn statistics_count_every_finding_of_a_rule() {
    let output = mtvp(&["check", BAD, GOOD, "--statistics", "--quiet"]);
    let said = stderr(&output);
    let row = said.lines().find(|line| line.ends_with("  aw-jaar-3")).unwrap_or_else(|| panic!("{said}"));
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["1", "overtreding", "aw-jaar-3"]);
    let counts: Vec<usize> = said.lines().filter_map(|line| line.split_whitespace().next()?.parse().ok()).collect();
    assert!(counts.len() > 5 && counts.is_sorted_by(|a, b| a >= b), "{said}");
}

#[test]
fn what_git_does_not_know_is_looked_at() {
    let scratch = Scratch::new("onbekend");
    folder(&scratch, "plannen");
    scratch.write("plannen/a.yaml", text(GOOD));
    git(&scratch.0, &["init", "-q"]);
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "begin"]);
    // Outside the repository, from standard input, and left out for one person only.
    let elsewhere = Scratch::new("elders");
    let outside = elsewhere.write("b.yaml", text(BAD));
    assert_eq!(check(&scratch.0, &["--changed", &outside]).2, Some(1));
    scratch.write(".git/info/exclude", "eigen.yaml\n");
    scratch.write("plannen/eigen.yaml", text(BAD));
    assert_eq!(seen(&check(&scratch.0, &["--changed"]).0), ["plannen/eigen.yaml"]);
    let output = crate::support::program()
        .current_dir(&scratch.0)
        .args(["check", "--changed", "-", "--format", "concise"])
        .stdin(std::fs::File::open(root().join(BAD)).unwrap())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stdout(&output));
    // Settings by another name, and the exceptions of another folder.
    std::fs::remove_file(scratch.0.join("plannen/eigen.yaml")).unwrap();
    scratch.write("streng.toml", "strict = true\n");
    assert_eq!(seen(&check(&scratch.0, &["plannen", "--changed", "--config", "streng.toml"]).0), ["plannen/a.yaml"]);
    // Evidence that is YAML too.
    folder(&scratch, "plannen/bewijs");
    scratch.write("plannen/a.yaml", text(GOOD) + "# zie bewijs/rooster.yaml\n");
    scratch.write("plannen/bewijs/rooster.yaml", "a: 1\n");
    std::fs::remove_file(scratch.0.join("streng.toml")).unwrap();
    git(&scratch.0, &["add", "."]);
    git(&scratch.0, &["commit", "-q", "-m", "bewijs"]);
    std::fs::remove_file(scratch.0.join("plannen/bewijs/rooster.yaml")).unwrap();
    assert_eq!(seen(&check(&scratch.0, &["--changed"]).0), ["plannen/a.yaml"]);
}

#[test]
fn one_file_in_two_spellings_is_one_file_with_one_place() {
    let scratch = Scratch::new("spelling");
    folder(&scratch, "c");
    folder(&scratch, "d");
    scratch.write("d/p.yaml", text(BAD));
    scratch.write("c/mtvp.toml", "[severity]\naw-jaar-3 = { level = \"warning\", reason = \"Alleen in c.\" }\n");
    // The settings of the folder in which one stands do not hold for another folder.
    assert_eq!(check(&scratch.0.join("c"), &["../d", "-q"]).2, Some(1));
    let whole = scratch.0.join("d/p.yaml").to_string_lossy().into_owned();
    let (said, _, _) = check(&scratch.0, &["d", "d/p.yaml", &whole, "c/../d/p.yaml"]);
    assert!(said.contains("1 plan bekeken"), "{said}");
    scratch.write("mtvp.toml", "exclude = [\"p.yaml\"]\n");
    for order in [["d", "d/p.yaml"], ["d/p.yaml", "d"]] {
        assert_eq!(check(&scratch.0, &order).2, Some(1), "{order:?}");
    }
    git(&scratch.0, &["init", "-q"]);
    let output = program().current_dir(scratch.0.join("c")).args(["check", "../d/p.yaml", "--format", "json"]).output();
    let json: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    assert_eq!(json["plans"][0]["path"], "d/p.yaml");
}

#[test]
fn a_list_or_a_report_that_would_lose_something_is_refused() {
    let output = mtvp_with(&["check", "--files-from", "-"], b"\"plannen/pl\\303\\244n.yaml\"\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("-z"), "{}", stderr(&output));
    let scratch = Scratch::new("verlies");
    let plan = scratch.write("plan.yaml", text(BAD));
    let json = format!("json={}", scratch.0.join("uit.json").display());
    let sarif = format!("sarif={}", scratch.0.join("uit.json").display());
    assert_eq!(mtvp(&["check", &plan, "--report", &json, "--report", &sarif]).status.code(), Some(2));
    assert_eq!(mtvp(&["check", &plan, "--report", &format!("json={plan}")]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), text(BAD));
}

#[test]
fn a_plan_from_the_input_stands_where_its_name_says_also_for_patterns() {
    let scratch = Scratch::new("invoer-overslaan");
    folder(&scratch, "archief");
    scratch.write("mtvp.toml", "exclude = [\"archief/\"]\n");
    let run = |name: &str, more: &[&str]| {
        let args = [&["check", "-", "--stdin-filename", name, "--format", "concise"], more].concat();
        let mut child = program()
            .current_dir(&scratch.0)
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may end before it reads.
        let _ = std::io::Write::write_all(&mut child.stdin.take().unwrap(), text(BAD).as_bytes());
        let output = child.wait_with_output().unwrap();
        (stdout(&output), stderr(&output), output.status.code())
    };
    let (said, wrong, code) = run("archief/plan.yaml", &["--force-exclude"]);
    assert!(said.is_empty() && code == Some(3) && wrong.contains("niets gecontroleerd"), "{said}{wrong}");
    // Named by hand it is judged all the same, and so is one that no pattern names.
    assert_eq!(run("archief/plan.yaml", &[]).2, Some(1));
    assert_eq!(run("plannen/plan.yaml", &["--force-exclude"]).2, Some(1));
}

#[test]
fn figures_named_among_plans_do_not_keep_the_others_from_being_judged() {
    let figures = "examples/regio/regio.yaml";
    for format in ["concise", "json", "junit"] {
        let output = mtvp(&["check", GOOD, figures, BAD, "--format", format]);
        let (said, wrong) = (stdout(&output), stderr(&output));
        assert_eq!(output.status.code(), Some(2), "{said}{wrong}");
        assert!(said.contains(GOOD) && said.contains(BAD) && !said.contains(figures), "{format}: {said}");
        assert!(wrong.contains(figures) && wrong.contains("Dat is geen praktijkplan"), "{format}: {wrong}");
        let whole = match format {
            "concise" => said.contains("2 plannen bekeken"),
            "json" => said.ends_with("}\n"),
            _ => said.trim_end().ends_with("</testsuites>"),
        };
        assert!(whole, "{format}: {said}");
    }
    let alone = mtvp(&["check", figures]);
    let wrong = stderr(&alone);
    assert!(alone.status.code() == Some(2) && !wrong.contains("niets gecontroleerd"), "{wrong}");
}

/// A pattern leaves something out, or it is told that it cannot.
#[test]
fn a_pattern_that_names_everything_leaves_everything_out() {
    let scratch = Scratch::new("alles-weg");
    folder(&scratch, "plannen");
    scratch.write("plannen/a.yaml", "jaar: 1\njaren: {}\n");
    for pattern in ["*", "**", "plannen", "/plannen/", "**/*.yaml"] {
        for args in [&["--exclude", pattern][..], &[".", "--exclude", pattern]] {
            let (_, said, code) = check(&scratch.0, args);
            assert_eq!(code, Some(3), "{args:?}: {said}");
        }
        scratch.write("mtvp.toml", format!("exclude = [\"{pattern}\"]\n"));
        assert_eq!(check(&scratch.0, &[]).2, Some(3), "{pattern}");
        assert_eq!(check(&scratch.0, &["plannen/a.yaml"]).2, Some(1), "{pattern}");
        std::fs::remove_file(scratch.0.join("mtvp.toml")).unwrap();
    }
    for pattern in ["[", "a[b", "plannen//a.yaml", "", "../x"] {
        let (_, said, code) = check(&scratch.0, &["--exclude", pattern]);
        assert!(code == Some(2) && said.contains("patroon"), "{pattern}: {said}");
    }
}
