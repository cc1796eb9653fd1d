//! Evidence paths lead to a file below the folder of the plan, or they count as missing.

use crate::support::{Scratch, mtvp, mtvp_with, stdout};

/// A plan with one piece of evidence, in a folder of its own below the scratch folder.
fn reports(scratch: &Scratch, path: &str) -> String {
    let plan = format!(
        "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\njaren:\n  1:\n    interventies:\n      taakherschikking:\n        \
         keuze: nieuw\n        bewijs:\n          - soort: certificaat\n            datum: 2025-01-01\n            bestand: {path}\n"
    );
    let file = scratch.write("map/plan.yaml", plan);
    stdout(&mtvp(&["check", &file]))
}

fn scratch(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    std::fs::create_dir_all(scratch.0.join("map/bewijs")).unwrap();
    scratch.write("map/bewijs/a.txt", "bewijs");
    scratch.write("geheim.txt", "niet voor dit plan");
    scratch
}

#[test]
fn a_file_below_the_plan_counts() {
    let scratch = scratch("bewijs-goed");
    for path in ["bewijs/a.txt", "./bewijs/a.txt", "bewijs/../bewijs/a.txt", "\"bewijs//a.txt\""] {
        let said = reports(&scratch, path);
        assert!(!said.contains("bestand-ontbreekt") && !said.contains("13:"), "{path}: {said}");
    }
}

#[test]
fn a_path_that_leaves_the_folder_is_refused() {
    let scratch = scratch("bewijs-buiten");
    for path in [
        "../geheim.txt",
        "bewijs/../../geheim.txt",
        "/etc/passwd",
        "//etc/passwd",
        "~/geheim.txt",
        "'C:\\geheim.txt'",
        "'C:/geheim.txt'",
        "'\\\\server\\deel\\geheim.txt'",
        "file:///etc/passwd",
        "'bewijs\\a.txt'",
        "\"bewijs/a.txt\\0\"",
    ] {
        let said = reports(&scratch, path);
        assert!(said.contains("overtreding verkeerde-waarde"), "{path}: {said}");
    }
}

#[test]
fn what_is_no_file_is_missing() {
    let scratch = scratch("bewijs-geen");
    let long = format!("bewijs/{}.txt", "x".repeat(5000));
    let deep = format!("{}a.txt", "bewijs/".repeat(2000));
    for path in ["bewijs", "bewijs/", ".", "bewijs/b.txt", "bewijs/a.txt/b.txt", &long, &deep] {
        let said = reports(&scratch, path);
        assert!(said.contains("overtreding bestand-ontbreekt"), "{path}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_does_not_count() {
    use std::os::unix::fs::symlink;
    let scratch = scratch("bewijs-links");
    let at = |path: &str| scratch.0.join(path);
    symlink(at("geheim.txt"), at("map/bewijs/los.txt")).unwrap();
    symlink(at(""), at("map/omhoog")).unwrap();
    symlink("/dev/null", at("map/bewijs/leeg.txt")).unwrap();
    symlink(at("map/bewijs/kring.txt"), at("map/bewijs/kring.txt")).unwrap();
    symlink("a.txt", at("map/bewijs/b.txt")).unwrap();
    symlink("a.txt", at("map/bewijs/b.pdf")).unwrap();
    std::process::Command::new("mkfifo").arg(at("map/bewijs/pijp.txt")).status().unwrap();
    for path in [
        "bewijs/los.txt",
        "omhoog/geheim.txt",
        "bewijs/leeg.txt",
        "bewijs/kring.txt",
        "bewijs/pijp.txt",
        "bewijs/b.pdf",
    ] {
        let said = reports(&scratch, path);
        assert!(said.contains("overtreding bestand-ontbreekt"), "{path}: {said}");
    }
    // A link that stays below the plan is as good as the file, and so is a folder that is itself a link.
    assert!(!reports(&scratch, "bewijs/b.txt").contains("bestand-ontbreekt"));
    symlink(at("map"), at("andere-map")).unwrap();
    let said = stdout(&mtvp(&["check", &at("andere-map/plan.yaml").to_string_lossy()]));
    assert!(said.contains("1 plan bekeken") && !said.contains("bestand-ontbreekt"), "{said}");
}

#[test]
fn a_plan_from_standard_input_stands_where_its_name_says() {
    let scratch = scratch("bewijs-invoer");
    reports(&scratch, "bewijs/a.txt");
    let plan = std::fs::read(scratch.0.join("map/plan.yaml")).unwrap();
    let name = scratch.0.join("map/plan.yaml").to_string_lossy().into_owned();
    let here = stdout(&mtvp_with(&["check", "-", "--stdin-filename", &name], &plan));
    assert!(!here.contains("bestand-ontbreekt"), "{here}");
    for name in ["plan.yaml", "nergens/plan.yaml"] {
        let elsewhere = stdout(&mtvp_with(&["check", "-", "--stdin-filename", name], &plan));
        assert!(elsewhere.contains("bestand-ontbreekt"), "{name}: {elsewhere}");
    }
}

#[test]
fn what_is_no_evidence_is_missing() {
    let scratch = scratch("bewijs-leeg");
    std::fs::create_dir_all(scratch.0.join("map/.git")).unwrap();
    std::fs::create_dir_all(scratch.0.join("map/bewijs/.git")).unwrap();
    for (name, text) in [
        ("leeg.txt", ""),
        ("wit.pdf", " \n\t\r\n"),
        ("nul.pdf", "\0\0\0"),
        ("mtvp.toml", "lang = \"nl\"\n"),
        ("eigen.regioplan", "regioplan t versie \"1\"\n"),
        ("eigen.bronnen", "bron x\n"),
        ("ander.yaml", "regioplan: rijn-en-duin\njaar: 2\n"),
        ("ander.txt", "regioplan: rijn-en-duin\nstartkwartaal: 2025-Q1\njaar: 2\njaren: {}\n"),
        ("ander.pdf", "regioplan: rijn-en-duin\nstartkwartaal: 2025-Q1\njaar: 2\njaren: {}\n"),
        ("kladblok.txt", "\u{feff}"),
        ("wijzer.pdf", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"),
        ("onzichtbaar.txt", "\u{200b}\u{ad}\n"),
        (".git/x.pdf", "inhoud"),
    ] {
        scratch.write(&format!("map/bewijs/{name}"), text);
        let said = reports(&scratch, &format!("bewijs/{name}"));
        assert!(said.contains("overtreding bestand-ontbreekt"), "{name}: {said}");
    }
    let said = reports(&scratch, "plan.yaml");
    assert!(said.contains("overtreding bestand-ontbreekt"), "the plan itself: {said}");
    // A plan as Windows writes it when one chooses “Unicode”.
    let plan = "\u{feff}regioplan: rijn-en-duin\nstartkwartaal: 2025-Q1\njaar: 2\njaren: {}\n";
    for (name, wide) in [("klein.txt", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("groot.txt", u16::to_be_bytes)] {
        let bytes: Vec<u8> = plan.encode_utf16().flat_map(wide).collect();
        std::fs::write(scratch.0.join("map/bewijs").join(name), bytes).unwrap();
        let said = reports(&scratch, &format!("bewijs/{name}"));
        assert!(said.contains("overtreding bestand-ontbreekt"), "{name}: {said}");
    }
    // A text that shows a part of a plan, and a list of names, are no plan.
    scratch.write(
        "map/bewijs/verslag.txt",
        "Wij spraken over het plan:\n\n  regioplan: x\n  jaren: 1\n  startkwartaal: 2\n",
    );
    let said = reports(&scratch, "bewijs/verslag.txt");
    assert!(!said.contains("bestand-ontbreekt"), "{said}");
    scratch.write("map/bewijs/lijst.yaml", "aanwezig: [A, B]\n");
    let said = reports(&scratch, "bewijs/lijst.yaml");
    assert!(!said.contains("bestand-ontbreekt"), "{said}");
}
