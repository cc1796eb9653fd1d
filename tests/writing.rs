//! What is written: whole or not at all, over no link and over nothing that is read.

use std::path::Path;
use std::process::Output;

use crate::support::{Scratch, program, stderr, stdout};

const PLAN: &str = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\n";

fn folder(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    scratch.write("plan.yaml", PLAN);
    scratch
}

fn run(folder: &Path, args: &[&str]) -> Output {
    program().current_dir(folder).args(args).output().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_report_goes_over_nothing_that_is_read() {
    let scratch = folder("rapport-over");
    for file in ["mtvp.toml", "x.regioplan", "x.bronnen", "a.yaml", "b.YML", ".gitignore", "lijst.txt", "eigen.toml"] {
        scratch.write(file, "");
    }
    std::fs::create_dir_all(scratch.0.join("map")).unwrap();
    for file in [
        "mtvp.toml",
        "x.regioplan",
        "x.bronnen",
        "a.yaml",
        "b.YML",
        ".gitignore",
        "lijst.txt",
        "eigen.toml",
        "map",
        ".git/x",
    ] {
        let report = format!("json={file}");
        let mut args = vec!["check", "--config", "eigen.toml", "--report", &report];
        if file == "lijst.txt" {
            args.extend(["--files-from", "lijst.txt"]);
        } else {
            args.push("plan.yaml");
        }
        let output = run(&scratch.0, &args);
        assert_eq!(output.status.code(), Some(2), "{file}: {}", stderr(&output));
        assert!(stderr(&output).contains(file), "{file}: {}", stderr(&output));
        let path = scratch.0.join(file);
        assert!(!path.is_file() || std::fs::read(path).unwrap().is_empty(), "{file}");
    }
}

#[cfg(unix)]
#[test]
fn a_report_goes_over_no_link() {
    use std::os::unix::fs::symlink;
    let scratch = folder("rapport-koppeling");
    std::fs::create_dir_all(scratch.0.join("r")).unwrap();
    std::fs::create_dir_all(scratch.0.join("buiten")).unwrap();
    std::fs::rename(scratch.0.join("plan.yaml"), scratch.0.join("r/plan.yaml")).unwrap();
    scratch.write("buiten/doel.txt", "belangrijk");
    let here = scratch.0.join("r");
    symlink("../buiten/doel.txt", here.join("uit.json")).unwrap();
    symlink("../buiten/nieuw.txt", here.join("leeg.json")).unwrap();
    symlink("plan.yaml", here.join("zelf.json")).unwrap();
    symlink("../buiten", here.join("map")).unwrap();
    for file in ["uit.json", "leeg.json", "zelf.json", "map/doel.txt", "map/nieuw.txt"] {
        let output = run(&here, &["check", "plan.yaml", "--report", &format!("json={file}")]);
        assert_eq!(output.status.code(), Some(2), "{file}: {}", stderr(&output));
        assert!(stderr(&output).contains("koppeling"), "{file}: {}", stderr(&output));
    }
    assert_eq!(std::fs::read_to_string(scratch.0.join("buiten/doel.txt")).unwrap(), "belangrijk");
    assert_eq!(std::fs::read_to_string(here.join("plan.yaml")).unwrap(), PLAN);
    assert_eq!(names(&scratch.0.join("buiten")), ["doel.txt"]);
}

#[cfg(unix)]
#[test]
fn no_command_writes_behind_a_link() {
    let scratch = folder("schrijven-koppeling");
    for made in ["r/.git", "r/plannen", "buiten"] {
        std::fs::create_dir_all(scratch.0.join(made)).unwrap();
    }
    let plan = include_str!("../regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml");
    scratch.write("r/plannen/plan.yaml", plan);
    let here = scratch.0.join("r");
    std::os::unix::fs::symlink("../buiten", here.join("uit")).unwrap();
    let whole = here.join("uit/whole.html").to_string_lossy().into_owned();
    for args in [
        &["letters", "plannen", "-o", "uit"][..],
        &["letters", "plannen", "-o", "uit/brieven"],
        &["region", "plannen", "--format", "html", "-o", "uit/regio.html"],
        &["region", "plannen", "--format", "html", "-o", &whole],
        &["next", "plannen/plan.yaml", "-o", "uit/volgend.yaml"],
        &["docs", "eemland", "-o", "uit/regioplan.md"],
        &["new", "eemland", "--year", "1", "-o", "uit/nieuw.yaml"],
        &["schema", "eemland", "-o", "uit/schema.json"],
    ] {
        for folder in [&here, &scratch.0] {
            if *folder == scratch.0 && !args.contains(&whole.as_str()) {
                continue;
            }
            let args: Vec<&str> =
                args.iter().map(|arg| if *folder == here || *arg != "plannen" { arg } else { "r/plannen" }).collect();
            let output = run(folder, &args);
            assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stderr(&output));
            assert!(stderr(&output).contains("koppeling"), "{args:?}: {}", stderr(&output));
        }
    }
    assert!(names(&scratch.0.join("buiten")).is_empty());
}

/// Also when the settings cannot be read, and when a report of before is taken away.
#[test]
fn a_report_goes_over_nothing_that_settings_name() {
    let scratch = folder("rapport-over-besluiten");
    let named = ["besluiten.txt", "w", "brief.html.j2"];
    let settings = "decisions = \"besluiten.txt\"\nwaivers = \"w\"\ntemplate = \"brief.html.j2\"\n";
    let plan = "plan.yaml.txt";
    scratch.write(plan, "regioplan: a\nstartkwartaal: 2025-Q1\njaar: 1\njaren:\n  1: {interventies: {}}\n");
    for wrong in ["", "bestaat-niet = 1\n", "strict =\n"] {
        scratch.write("mtvp.toml", format!("{settings}{wrong}"));
        for file in named {
            scratch.write(file, "[]\n");
            for args in [
                &["plan.yaml"][..],
                &["plan.yaml", "--as-of", "x"],
                &["plan.yaml", "--format", "xx"],
                &["--fix", "--diff"],
            ] {
                let report = format!("json={file}");
                let output = run(&scratch.0, &[&["check", "--report", &report], args].concat());
                let after = std::fs::read_to_string(scratch.0.join(file)).unwrap();
                assert_eq!(after, "[]\n", "{wrong}{file} {args:?}: {}", stderr(&output));
            }
        }
    }
    scratch.write("mtvp.toml", "");
    let output = run(&scratch.0, &["check", "plan.yaml", "--report", "json=plan.yaml.txt"]);
    assert_eq!(output.status.code(), Some(2), "{}", stdout(&output));
    assert!(std::fs::read_to_string(scratch.0.join(plan)).unwrap().starts_with("regioplan"));
}

#[test]
fn no_report_of_before_is_left_when_nothing_was_checked() {
    let scratch = folder("oud-rapport");
    for args in [
        &["--format", "xx"][..],
        &["--threads", "x"],
        &["--bestaat-niet"],
        &["--diff"],
        &["--fix", "--diff"],
        &["--as-of", "x"],
        &["--regioplan", "nee"],
    ] {
        for option in [&["--report", "json=oud.json"][..], &["--report=json=oud.json"], &["--rapport", "json=oud.json"]]
        {
            scratch.write("oud.json", "OUD");
            run(&scratch.0, &[&["check", "plan.yaml"], option, args].concat());
            assert!(!scratch.0.join("oud.json").exists(), "{args:?} {option:?}");
        }
    }
    assert!(scratch.0.join("plan.yaml").exists());
}

/// A report says what was not looked at, in every form that has room for it.
#[test]
fn a_report_that_is_not_whole_says_so() {
    let scratch = folder("niet-af");
    std::fs::create_dir_all(scratch.0.join("leeg")).unwrap();
    let forms = ["markdown", "junit", "json", "gitlab", "sarif", "github", "csv", "concise"];
    let reports: Vec<String> = forms.iter().map(|form| format!("--report={form}={form}.out")).collect();
    let reports: Vec<&str> = reports.iter().map(String::as_str).collect();
    let read = |form: &str| std::fs::read_to_string(scratch.0.join(format!("{form}.out"))).unwrap();
    let output = run(&scratch.0, &[&["check", "plan.yaml", "nee.yaml"], &reports[..]].concat());
    assert_eq!(output.status.code(), Some(2));
    for form in forms {
        assert!(read(form).contains("nee.yaml bestaat niet"), "{form}: {}", read(form));
    }
    let output = run(&scratch.0, &[&["check", "leeg"], &reports[..]].concat());
    assert_eq!(output.status.code(), Some(3));
    for (form, says) in [
        ("markdown", "niets gecontroleerd"),
        ("junit", "<error"),
        ("json", "niets gecontroleerd"),
        ("sarif", "\"executionSuccessful\":false"),
        ("github", "niets gecontroleerd"),
    ] {
        assert!(read(form).contains(says), "{form}: {}", read(form));
        assert!(!read(form).contains("geen opmerkingen"), "{form}: {}", read(form));
    }
}

/// What is mended or laid out stands where it was named; a link leads to what somebody else may have named.
#[cfg(unix)]
#[test]
fn nothing_is_mended_behind_a_link() {
    let scratch = Scratch::new("verbeteren-koppeling");
    let slip = PLAN.replace("2025-03-14", "14-3-2025");
    scratch.write("echt.yaml", &slip);
    scratch.write("echt.regioplan", "regioplan a versie 1\n");
    std::fs::create_dir_all(scratch.0.join("a")).unwrap();
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(to, scratch.0.join(at)).unwrap();
    link("../echt.yaml", "a/l.yaml");
    link("a", "b");
    link("echt.regioplan", "l.regioplan");
    let before = std::fs::read_to_string(scratch.0.join("echt.regioplan")).unwrap();
    scratch.write("a/gewoon.yaml", &slip);
    let output = run(&scratch.0, &["check", "--fix", "a/l.yaml", "b/gewoon.yaml", "--format", "concise"]);
    assert!(stderr(&output).contains("koppeling"), "{}", stderr(&output));
    run(&scratch.0, &["fmt", "l.regioplan"]);
    assert_eq!(std::fs::read_to_string(scratch.0.join("echt.yaml")).unwrap(), slip);
    assert_eq!(std::fs::read_to_string(scratch.0.join("echt.regioplan")).unwrap(), before);
    // One link keeps nothing else from being mended.
    let output = run(&scratch.0, &["check", "--fix", "a", "--format", "concise"]);
    assert!(std::fs::read_to_string(scratch.0.join("a/gewoon.yaml")).unwrap() != slip, "{}", stderr(&output));
}

#[test]
fn two_reports_are_both_there_or_neither() {
    let scratch = folder("rapporten");
    let good = ["check", "plan.yaml", "--report", "json=a.json", "--report", "sarif=b.sarif"];
    assert_eq!(run(&scratch.0, &good).status.code(), Some(1));
    assert_eq!(names(&scratch.0), ["a.json", "b.sarif", "plan.yaml"]);
    // A report of an earlier run does not stand there as if it were of this one.
    for bad in [
        &["check", "plan.yaml", "--report", "json=a.json", "--report", "sarif=weg/b.sarif"][..],
        &["check", "plan.yaml", "--report", "json=a.json", "--report", "sarif=a.json"],
        &["check", "plan.yaml", "--report", "json=a.json", "--config", "weg.toml"],
        &["check", "plan.yaml", "--report", "json=a.json", "--regioplan", "weg.regioplan"],
    ] {
        scratch.write("a.json", "{\"oud\": true}");
        assert_eq!(run(&scratch.0, bad).status.code(), Some(2), "{bad:?}");
        assert_eq!(names(&scratch.0), ["b.sarif", "plan.yaml"], "{bad:?}");
    }
}

#[test]
fn a_dash_is_standard_output() {
    let scratch = folder("streepje");
    let output = run(&scratch.0, &["check", "plan.yaml", "--report", "json=-"]);
    let report: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(report["plans"].as_array().map(Vec::len), Some(1));
    let twice = run(&scratch.0, &["check", "plan.yaml", "--report", "json=-", "--report", "sarif=-"]);
    assert_eq!(twice.status.code(), Some(2));
    for args in [
        &["new", "rijn-en-duin", "--year", "1", "-o", "-"][..],
        &["docs", "rijn-en-duin", "-o", "-"],
        &["schema", "rijn-en-duin", "-o", "-"],
    ] {
        let (dash, bare) = (run(&scratch.0, args), run(&scratch.0, &args[..args.len() - 2]));
        assert_eq!(stdout(&dash), stdout(&bare), "{args:?}");
    }
    assert_eq!(names(&scratch.0), ["plan.yaml"]);
}

/// A regioplan that is not in the canonical layout, of about so many bytes.
fn loose(bytes: usize) -> String {
    let text = include_str!("../regioplans/leidraad/mtvp.regioplan").replace("\n  ", "\n ");
    let lines = bytes.saturating_sub(text.len()) / 100;
    text + &format!("# {}\n", "x".repeat(97)).repeat(lines)
}

#[test]
fn what_was_not_read_whole_is_not_laid_out() {
    let scratch = folder("opmaak-groot");
    let text = loose(5 << 20);
    scratch.write("x.regioplan", &text);
    let output = run(&scratch.0, &["fmt", "x.regioplan"]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains("te groot"), "{}", stderr(&output));
    assert_eq!(std::fs::read_to_string(scratch.0.join("x.regioplan")).unwrap(), text);
}

#[test]
fn line_ends_stay_what_they_are() {
    let scratch = folder("opmaak-regeleinden");
    let (loose, tidy) = (loose(0), include_str!("../regioplans/leidraad/mtvp.regioplan"));
    for end in ["\n", "\r\n"] {
        let file = scratch.write("x.regioplan", tidy.replace('\n', end));
        let check = run(&scratch.0, &["fmt", "--check", "x.regioplan"]);
        assert_eq!(check.status.code(), Some(0), "{end:?}: {}", stdout(&check));
        scratch.write("x.regioplan", loose.replace('\n', end));
        assert_eq!(run(&scratch.0, &["fmt", "x.regioplan"]).status.code(), Some(0));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), tidy.replace('\n', end), "{end:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_written_stays_whole() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let scratch = folder("opmaak-vol");
    let text = loose(40_000);
    let file = scratch.write("x.regioplan", &text);
    // A limit on the size of files, as of a full disk.
    let full = |args: &str| {
        let line = format!("trap '' XFSZ; ulimit -f 16; exec '{}' {args}", env!("CARGO_BIN_EXE_mtvp"));
        std::process::Command::new("bash").current_dir(&scratch.0).args(["-c", &line]).output().unwrap()
    };
    for args in ["fmt x.regioplan", "docs rijn-en-duin -o uit.md", "check plan.yaml --report json=uit.json -q && false"]
    {
        let output = full(args);
        assert!(args.contains("check") || output.status.code() == Some(2), "{args}: {}", stderr(&output));
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    assert!(!names(&scratch.0).iter().any(|name| name.starts_with('.') || name == "uit.md"), "{:?}", names(&scratch.0));
    // Who may read it stays the same, nothing is laid out behind a link, and a file that may not be changed is not.
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("x.regioplan", scratch.0.join("zelfde.regioplan")).unwrap();
    assert_eq!(run(&scratch.0, &["fmt", "zelfde.regioplan"]).status.code(), Some(2));
    assert!(scratch.0.join("zelfde.regioplan").is_symlink() && std::fs::read_to_string(&file).unwrap() == text);
    assert_eq!(run(&scratch.0, &["fmt", "x.regioplan"]).status.code(), Some(0));
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    std::fs::write(&file, &text).unwrap();
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o440)).unwrap();
    assert_eq!(run(&scratch.0, &["fmt", "x.regioplan"]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
}
