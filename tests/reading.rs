//! What is read: nothing outside the repository, no more than a bound, ordinary files; and what cannot be read is called by its name.

use std::path::Path;
use std::process::Output;

use crate::support::{Scratch, program, stderr, stdout};

const PLAN: &str = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\n";
const SECRET: &str = "wachtwoord: GEHEIM-42\n[remote]\n- x: {\n";

/// A repository with a plan, beside a file that is nobody's business.
fn repository(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    for folder in ["r/.git", "r/plannen", "buiten"] {
        std::fs::create_dir_all(scratch.0.join(folder)).unwrap();
    }
    scratch.write("r/plannen/plan.yaml", PLAN);
    for name in
        ["buiten/geheim.txt", "buiten/geheim.yaml", "buiten/mtvp.toml", "r/.git/config", "r/.git/x.yaml", "r/.env"]
    {
        scratch.write(name, SECRET);
    }
    scratch
}

fn run(folder: &Path, args: &[&str]) -> Output {
    program().current_dir(folder).args(args).output().unwrap()
}

/// Both outputs of a run that must not end well.
fn refused(folder: &Path, args: &[&str]) -> String {
    let output = run(folder, args);
    let said = stdout(&output) + &stderr(&output);
    assert!(matches!(output.status.code(), Some(1 | 2)), "{args:?}: {said}");
    assert!(!said.contains("GEHEIM-42"), "{args:?}: {said}");
    said
}

#[test]
fn settings_name_nothing_outside_the_repository_and_no_other_file() {
    let scratch = repository("instellingen-buiten");
    let folder = scratch.0.join("r");
    for (settings, says) in [
        ("regioplans = [\"../buiten/geheim.txt\"]", "buiten de repository"),
        ("regioplans = [\"../buiten\"]", "buiten de repository"),
        ("regioplans = [\".env\"]", "geen regioplan"),
        ("waivers = \"../buiten/geheim.yaml\"", "buiten de repository"),
        ("waivers = \".git/x.yaml\"", "van git zelf"),
        ("waivers = \".env\"", ".env"),
        ("paths = [\"../buiten\"]", "buiten de repository"),
    ] {
        scratch.write("r/mtvp.toml", format!("{settings}\n"));
        let said = refused(&folder, &["check"]);
        assert!(said.contains(says), "{settings}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn links_lead_nowhere_outside_and_to_no_other_kind() {
    use std::os::unix::fs::symlink;
    let scratch = repository("koppelingen");
    let folder = scratch.0.join("r");
    for (link, target, says) in [
        ("plannen/nieuw.yaml", "../../buiten/geheim.yaml", "buiten de repository"),
        ("plannen/nieuw.yaml", "../.git/x.yaml", "van git zelf"),
        ("plannen/nieuw.yaml", "../.env", "een koppeling naar een bestand met een andere naam"),
        ("mtvp.toml", "../buiten/mtvp.toml", "buiten de repository"),
        ("mtvp.toml", ".git/config", "van git zelf"),
        ("mtvp.toml", ".env", "een koppeling naar een bestand met een andere naam"),
    ] {
        symlink(target, folder.join(link)).unwrap();
        let said = refused(&folder, &["check"]);
        assert!(said.contains(says), "{link} -> {target}: {said}");
        let said = refused(&folder, &["check", link]);
        assert!(said.contains(says) || link == "mtvp.toml", "{link} -> {target}, named: {said}");
        std::fs::remove_file(folder.join(link)).unwrap();
    }
    // A link to another repository is no way out either, and one within this repository is fine.
    std::fs::create_dir_all(scratch.0.join("buiten/.git")).unwrap();
    symlink("../buiten", folder.join("elders")).unwrap();
    assert!(refused(&folder, &["check", "elders/geheim.yaml"]).contains("buiten de repository"));
    symlink("plan.yaml", folder.join("plannen/zelfde.yaml")).unwrap();
    let output = run(&folder, &["check", "--format", "concise"]);
    assert!(stdout(&output).contains("plannen/zelfde.yaml:"), "{}", stdout(&output));
}

#[cfg(unix)]
#[test]
fn what_has_no_end_is_refused() {
    use std::os::unix::fs::symlink;
    let scratch = repository("zonder-einde");
    let folder = scratch.0.join("r");
    let pipe = |name: &str| {
        assert!(std::process::Command::new("mkfifo").arg(folder.join(name)).status().unwrap().success());
    };
    pipe("p.yaml");
    assert!(refused(&folder, &["check", "p.yaml"]).contains("een pijp die niemand vult"));
    assert!(refused(&folder, &["check"]).contains("geen gewoon bestand"));
    std::fs::remove_file(folder.join("p.yaml")).unwrap();
    for name in [".gitignore", "plannen/.gitignore"] {
        pipe(name);
        refused(&folder, &["check"]);
        std::fs::remove_file(folder.join(name)).unwrap();
        symlink("/dev/zero", folder.join(name)).unwrap();
        refused(&folder, &["check"]);
        std::fs::remove_file(folder.join(name)).unwrap();
    }
    let plan = "plannen/plan.yaml";
    for args in [
        &["check", "--waivers", "/dev/zero", plan][..],
        &["check", "--config", "/dev/zero", plan],
        &["check", "--files-from", "/dev/zero"],
        &["check", "/dev/zero"],
        &["region", "plannen", "--figures", "/dev/zero"],
        &["waivers", "/dev/zero"],
    ] {
        refused(&folder, args);
    }
}

/// `jaar` in every way that is no UTF-8.
fn garbled() -> [(&'static str, Vec<u8>); 5] {
    let wide = |text: &str, order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    [
        ("UTF-16", wide("\u{feff}regel: één\njaar: 3\n", u16::to_le_bytes)),
        ("UTF-16", wide("\u{feff}regel: één\njaar: 3\n", u16::to_be_bytes)),
        ("UTF-16", wide("regel: een\njaar: 3\n", u16::to_le_bytes)),
        ("Latin-1", b"regel: \xe9\xe9n\njaar: 3\n".to_vec()),
        ("niet te lezen", b"\xff\0\x01\x02\x03\xfe".to_vec()),
    ]
}

#[test]
fn every_file_that_is_no_utf8_is_called_by_its_name() {
    let scratch = repository("tekens");
    let folder = scratch.0.join("r");
    let regioplan = include_str!("../regioplans/leidraad/mtvp.regioplan");
    for (says, bytes) in garbled() {
        for (file, args) in [
            ("x.yaml", &["check", "x.yaml"][..]),
            ("x.yaml", &["check"]),
            ("x.yaml", &["next", "x.yaml"]),
            ("regio.yaml", &["region", "."]),
            ("w.yaml", &["check", "plannen", "--waivers", "w.yaml"]),
            ("w.yaml", &["waivers", "w.yaml"]),
            ("lijst.txt", &["check", "--files-from", "lijst.txt"]),
            ("mtvp.toml", &["check", "plannen"]),
            ("x.regioplan", &["lint", "x.regioplan"]),
            ("x.regioplan", &["fmt", "x.regioplan"]),
            ("y.bronnen", &["lint", "y.regioplan"]),
        ] {
            scratch.write("r/y.regioplan", regioplan);
            scratch.write(&format!("r/{file}"), &bytes);
            let said = refused(&folder, args);
            assert!(said.contains(says) && said.contains(file), "{file} as {says}, {args:?}: {said}");
            assert_eq!(std::fs::read(folder.join(file)).unwrap(), bytes, "{file}");
            std::fs::remove_file(folder.join(file)).unwrap();
        }
    }
}

#[test]
fn a_mark_before_a_list_is_no_part_of_a_name() {
    let scratch = repository("merk");
    scratch.write("r/lijst.txt", "\u{feff}plannen/plan.yaml\r\n");
    let output = run(&scratch.0.join("r"), &["check", "--files-from", "lijst.txt", "--format", "concise"]);
    assert!(stdout(&output).contains("plannen/plan.yaml:"), "{}{}", stdout(&output), stderr(&output));
}

#[test]
fn a_return_alone_ends_a_line() {
    let scratch = repository("regels");
    let folder = scratch.0.join("r");
    let places = |text: &str| {
        scratch.write("r/x.yaml", text);
        stdout(&run(&folder, &["check", "x.yaml", "--format", "concise", "--quiet"]))
    };
    let text = format!("{PLAN}onbekend: x\njaren:\n  1:\n    interventies:\n      niets: nieuw\n");
    let told = places(&text);
    assert!(told.contains("x.yaml:5:"), "{told}");
    assert_eq!(places(&text.replace('\n', "\r")), told);
    assert_eq!(places(&text.replace('\n', "\r\n")), told);
    scratch.write("r/x.yaml", text.replace('\n', "\r"));
    let drawn = stdout(&run(&folder, &["check", "x.yaml"]));
    assert!(drawn.contains(" 5 │ onbekend: x\n") && !drawn.contains('\r'), "{drawn}");
}
