//! Input that means harm or is just odd: always a message with a place and a repair, never a panic.

use std::fmt::Write as _;

use crate::support::{Scratch, mtvp, mtvp_with, program, stderr, stdout};

/// What nobody should ever read.
fn clean(text: &str, what: &str) {
    for word in ["panicked", "RUST_BACKTRACE", "unwrap", "Option<", "serde", "granit", "pest", "\u{1b}]", "Rule::"] {
        assert!(!text.contains(word), "{what}: `{word}` in {text}");
    }
}

/// Checks a plan given as bytes: exit status, and a word that must be in the report.
fn checks(what: &str, input: &[u8], status: i32, says: &str) {
    let output = mtvp_with(&["check", "-", "--stdin-filename", "plan.yaml"], input);
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(status), "{what}: {said}{}", stderr(&output));
    assert!(said.contains(says), "{what}: no `{says}` in {said}");
    assert!(said.contains("hulp:"), "{what}: no help in {said}");
    clean(&said, what);
    clean(&stderr(&output), what);
}

const HEAD: &str = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\n";

/// A whole plan of year 1, with a part put in place of the choices.
fn plan(choices: &str) -> String {
    format!(
        "{HEAD}praktijk:\n  naam: De Linde\n  agb: 01056789\n  adres: Lindelaan 12\n  praktijkhouders:\n    - naam: A. de Vries\n      agb: 01034567\n\
         ondertekening: {{plaats: Leiden, datum: 2025-03-14, naam: A. de Vries}}\njaren:\n  1:\n    interventies:\n{choices}"
    )
}

#[test]
fn files_that_are_no_plan() {
    checks("empty", b"", 1, "geen praktijkplan");
    checks("only comments", b"# niets\n# nog niets\n", 1, "geen praktijkplan");
    checks("a list at the top", b"- a\n- b\n", 1, "begint met velden");
    checks(
        "several documents",
        format!("{}---\njaar: 2\n", plan("      taakherschikking: nieuw\n")).as_bytes(),
        1,
        "tweede plan",
    );
    checks("tabs", b"praktijk:\n\tnaam: x\n", 1, "tab");
    checks("an open quote", b"naam: \"x\njaar: 1\n", 1, "aanhalingsteken");
    checks("an open bracket", b"ondertekening: {plaats: Leiden\n", 1, "haakje");
    checks("invalid UTF-8", b"naam: \xff\xfe\n", 1, "niet te lezen");
    checks("UTF-16", b"\xff\xfej\0a\0a\0r\0:\0 \x001\0\n\0", 1, "opgeslagen als UTF-16");
    checks("UTF-16, the other order", b"\xfe\xff\0j\0a\0a\0r\0:\0 \x001\0\n", 1, "opgeslagen als UTF-16");
    checks("a document of Word", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\xdf", 1, "een document van een ander programma");
    checks(
        "a document of Word before 2007",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        1,
        "een document van een ander programma",
    );
    checks("rich text", br"{\rtf1\ansi jaar: 1}", 1, "een document van een ander programma");
    checks("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 1, "een document van een ander programma");
    checks("a nul byte", b"naam: a\0b\n", 1, "yaml");
    checks("only an anchor", b"&a\n", 1, "overtreding");
    checks("a directive", b"%YAML 9.9\n---\na: b\n", 1, "overtreding");
}

#[test]
fn a_mark_and_windows_line_ends_are_fine() {
    let good = plan("      taakherschikking: nieuw\n      positieve-gezondheid: nieuw\n");
    for text in
        [format!("\u{feff}{good}"), good.replace('\n', "\r\n"), format!("\u{feff}{}", good.replace('\n', "\r\n"))]
    {
        let output = mtvp_with(&["check", "-"], text.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
    }
}

#[test]
fn keys_anchors_and_aliases() {
    checks("duplicate keys", format!("{HEAD}jaar: 2\n").as_bytes(), 1, "dubbele-sleutel");
    checks("a merge key", b"a: &a {b: c}\nd:\n  <<: *a\n", 1, "<<");
    checks("an alias to nothing", b"naam: *weg\n", 1, "wijst nergens naar");
    for tag in ["!!null", "!!bool", "!vervallen", "!<tag:example.nl,2026:x>"] {
        let tagged = plan(&format!("      taakherschikking: {tag} nieuw\n      positieve-gezondheid: nieuw\n"));
        checks(tag, tagged.as_bytes(), 1, "wordt niet gelezen");
    }
    let text = plan("      taakherschikking: !!str nieuw\n      positieve-gezondheid: ! nieuw\n");
    assert_eq!(mtvp_with(&["check", "-"], text.as_bytes()).status.code(), Some(0));
    checks("an alias to itself", b"a: &a [*a]\n", 1, "*");
    let mut bomb = String::from("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for n in 1..12 {
        let inner = vec![format!("*a{}", n - 1); 10].join(", ");
        let _ = writeln!(bomb, "a{n}: &a{n} [{inner}]");
    }
    checks("an alias bomb", bomb.as_bytes(), 1, "veel te groot");
    let shared = plan("      taakherschikking: &k nieuw\n      positieve-gezondheid: *k\n");
    assert_eq!(mtvp_with(&["check", "-"], shared.as_bytes()).status.code(), Some(0));
}

#[test]
fn depth_and_size_are_bounded() {
    checks("nesting of 100,000", "[".repeat(100_000).as_bytes(), 1, "yaml");
    let mut deep = String::new();
    for n in 0..700 {
        let _ = writeln!(deep, "{}a:", " ".repeat(n));
    }
    checks("blocks of 700", deep.as_bytes(), 1, "lagen");
    checks("50 MB", &vec![b'a'; 50_000_000], 1, "te groot");
    let wide: String = (0..20_000).map(|n| format!("k{n}: v\n")).collect();
    checks("20,000 keys", format!("{HEAD}{wide}").as_bytes(), 1, "onbekend-veld");
}

#[test]
fn plans_with_very_many_findings_are_told_whole_and_in_order() {
    let scratch = Scratch::new("veel-bevindingen");
    // More plans, with more findings together, than are held at once.
    let wide: String = (0..15).map(|n| format!("k{n}: {{agb: 1, agb: 2}}\n")).collect();
    let names: Vec<String> = (0..1_500).map(|n| format!("p{n:04}.yaml")).collect();
    for name in &names {
        scratch.write(name, format!("{HEAD}{wide}"));
    }
    let run = |args: &[&str]| {
        let check = ["check", "--no-config", "--format", "concise", "-q"];
        stdout(&program().current_dir(&scratch.0).args(check).args(args).output().unwrap())
    };
    let found = |said: &str| said.lines().filter(|line| line.contains(" dubbele-sleutel")).map(str::to_owned).collect();
    // They are the same but for their names, and so is what is said of them.
    let first: Vec<String> = found(&run(&[&names[0]]));
    assert_eq!(first.len(), 15);
    let of_file = |name: &String| first.iter().map(|line| line.replacen(&names[0], name, 1)).collect::<Vec<_>>();
    let apart: Vec<String> = names.iter().flat_map(of_file).collect();
    let together: Vec<String> = found(&run(&[".", "--threads", "4"]));
    assert!(together == apart, "{} findings", together.len());
}

#[test]
fn values_in_another_form_get_the_right_form() {
    let choices = "      taakherschikking: nieuw\n      positieve-gezondheid: nieuw\n";
    let good = plan(choices);
    checks(
        "a date the other way",
        good.replace("2025-03-14\npraktijk", "14-03-2025\npraktijk").as_bytes(),
        1,
        "2025-03-14",
    );
    checks("an AGB code without its zero", good.replace("01056789", "1056789").as_bytes(), 1, "01056789");
    checks("a year as text", good.replace("jaar: 1", "jaar: een").as_bytes(), 1, "Schrijf `1`");
    checks("a year 7", good.replace("jaar: 1", "jaar: 7").as_bytes(), 1, "Jaar 7 staat niet in dit regioplan");
    checks("a quarter in words", good.replace("2025-Q1", "Q1 2025").as_bytes(), 1, "2025-Q1");
    checks("no for nee", good.replace("jaar: 1", "jaar: 1\nverantwoording: no").as_bytes(), 1, "`nee`");
    checks(
        "a kind with a capital",
        good.replace("taakherschikking: nieuw", "taakherschikking: Nieuw").as_bytes(),
        1,
        "`nieuw`",
    );
    let later = good.replace("jaar: 1", "jaar: 2")
        + "  2:\n    interventies:\n      taakherschikking: continuering\n      positieve-gezondheid: verdieping\n";
    checks("a synonym", later.replace("continuering", "voortzetting").as_bytes(), 1, "`continuering`");
    checks("another synonym", later.replace("verdieping", "verdiepen").as_bytes(), 1, "`verdieping`");
    checks(
        // What is meant is not judged as well: it is asked first.
        "a synonym of a kind that does not fit",
        good.replace("taakherschikking: nieuw", "taakherschikking: verdiepen").as_bytes(),
        1,
        "Bedoelt u `verdieping`?",
    );
    checks("a year in two spellings", later.replace("  2:\n", "  01:\n").as_bytes(), 1, "dubbele-sleutel");
    checks("a letter of the form", good.replace("taakherschikking", "a").as_bytes(), 1, "letter");
    checks("a misspelt name", good.replace("taakherschikking", "taakherschiking").as_bytes(), 1, "`taakherschikking`");
    checks("a name of the form", good.replace("taakherschikking", "Lean").as_bytes(), 1, "`lean-werken`");
    checks("a kernelement", plan("      anders-werken:\n        trieren: nieuw\n").as_bytes(), 1, "kernelement");
    for unset in ["~", "", "null"] {
        checks(
            "an empty kind",
            good.replace("taakherschikking: nieuw", &format!("taakherschikking: {unset}")).as_bytes(),
            1,
            "verplicht-veld",
        );
    }
    let output = mtvp_with(
        &["check", "-"],
        good.replace("2025-03-14\npraktijk", "2025-03-14\nverantwoording: nee\npraktijk").as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", stdout(&output));
}

#[test]
fn signs_that_a_terminal_obeys_are_written_out() {
    let text = plan("      taakherschikking: nieuw\n      \"x\\e]0;weg\\a\\u202e\": nieuw\n");
    let output = mtvp_with(&["check", "-"], text.as_bytes());
    let said = stdout(&output);
    assert!(said.contains("\\u{1b}") && said.contains("\\u{202e}"), "{said}");
    assert!(said.chars().all(|c| !c.is_control() || c == '\n'), "{said:?}");
    let raw = plan("      taakherschikking: nieuw # \u{202e}omgekeerd\n      x: nieuw\n");
    let said = stdout(&mtvp_with(&["check", "-"], raw.as_bytes()));
    assert!(!said.contains('\u{202e}') && said.contains("\\u{202e}"), "{said}");
}

#[test]
fn a_citizen_number_is_not_repeated() {
    let text = plan("      taakherschikking: {keuze: nieuw, resultaat: mevrouw 111222333 is blij}\n");
    let output = mtvp_with(&["check", "-"], text.as_bytes());
    let said = stdout(&output);
    assert!(said.contains("bsn"), "{said}");
    assert!(!said.contains("111222333"), "{said}");
}

#[test]
fn paths_that_are_odd() {
    let scratch = Scratch::new("paths");
    let folder = scratch.0.to_string_lossy().into_owned();
    let output = mtvp(&["check", &folder]);
    assert_eq!(output.status.code(), Some(3), "an empty folder");
    assert!(stderr(&output).contains("niets gecontroleerd"));
    assert!(stdout(&output).is_empty());

    // What is there is judged, and the exit status says that not all of it was.
    let output = mtvp(&["check", "bestaat-niet.yaml", "examples/plannen/de-linde.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("1 plan bekeken") && stdout(&output).contains("de-linde.yaml: "));
    assert!(stdout(&output).contains("Niet alles kon") && stderr(&output).contains("bestaat-niet.yaml bestaat niet"));

    let output = mtvp(&["check", "bestaat-niet.yaml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("bestaat-niet.yaml bestaat niet") && stdout(&output).is_empty());
    // A report that programs read has it among what was found.
    let output = mtvp(&["check", "bestaat-niet.yaml", "--format", "json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stdout(&output).contains("bestaat-niet.yaml bestaat niet"));

    // A folder with the name of a plan is searched, not read.
    std::fs::create_dir(scratch.0.join("x.yaml")).unwrap();
    scratch.write("x.yaml/plan.yaml", plan("      taakherschikking: nieuw\n      solk-alk: nieuw\n"));
    let output = mtvp(&["check", &folder]);
    assert_eq!(output.status.code(), Some(0), "{}{}", stdout(&output), stderr(&output));
    assert!(stdout(&output).contains("1 plan bekeken"));

    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&scratch.0, scratch.0.join("kring")).unwrap();
        let output = mtvp(&["check", &folder]);
        assert!(stdout(&output).contains("1 plan bekeken"), "{}", stdout(&output));
        std::os::unix::fs::symlink(scratch.0.join("weg"), scratch.0.join("los.yaml")).unwrap();
        let output = mtvp(&["check", &folder]);
        assert_eq!(output.status.code(), Some(1), "a link to nothing");
        assert!(stdout(&output).contains("is niet te openen") && stdout(&output).contains("2 plannen bekeken"));
    }
}

#[test]
fn regioplannen_that_do_not_load() {
    let scratch = Scratch::new("regioplan");
    let mut text = String::from("regioplan proef versie \"1\"\n");
    for n in 0..30 {
        let _ = writeln!(text, "regel r{n} \"R\"\n  keis minimaal 1 uit kernelement x");
    }
    let path = scratch.write("dertig.regioplan", text);
    let output = mtvp(&["show", &path]);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert_eq!(said.matches("Een regel kan niet beginnen met `keis`").count(), 30, "{said}");
    assert!(said.contains("Bedoelt u `kies`?"));
    clean(&said, "thirty errors");

    for (what, text) in [
        ("empty", String::new()),
        ("binary", "\u{0}\u{1}\u{2}".to_owned()),
        ("only a word", "regioplan".to_owned()),
        ("a long line", format!("regel {}", "a ".repeat(20_000))),
        ("deep", format!("regel r \"R\"\n elk jaar\n eis x is uiterlijk {} peildatum", "1 dag na ".repeat(2_000))),
        ("a list", "- a\n- b\n".to_owned()),
    ] {
        let path = scratch.write("vreemd.regioplan", text);
        let output = mtvp(&["show", &path]);
        assert_eq!(output.status.code(), Some(2), "{what}");
        assert!(!stderr(&output).is_empty(), "{what}");
        clean(&stderr(&output), what);
    }
    let path = scratch.write("latin.regioplan", b"regioplan proef versie \"\xe9\"\n");
    let output = mtvp(&["show", &path]);
    assert_eq!(output.status.code(), Some(2));
    clean(&stderr(&output), "latin 1");
}

#[test]
fn versions_that_do_not_fit() {
    let good = plan("      taakherschikking: nieuw\n      solk-alk: nieuw\n");
    checks("an unknown version", good.replace("@2.7", "@9.9").as_bytes(), 1, "Er is geen versie 9.9");
    checks(
        "an unknown region",
        good.replace("rijn-en-duin@2.7", "rijn-en-duyn").as_bytes(),
        1,
        "Bedoelt u `rijn-en-duin`?",
    );
    checks(
        "no valid version",
        good.replace("@2.7", "").replace("ingediend: 2025-03-14", "ingediend: 2024-03-14").as_bytes(),
        1,
        "Geen versie",
    );
    checks(
        "a version not valid then",
        good.replace("ingediend: 2025-03-14", "ingediend: 2026-01-01").as_bytes(),
        1,
        "geldt niet",
    );
    let last = good.replace("ingediend: 2025-03-14", "ingediend: 2025-12-31");
    assert_eq!(mtvp_with(&["check", "-"], last.as_bytes()).status.code(), Some(0), "the last day still counts");
    // A region without a version: the date of the plan chooses, and nothing is chosen in silence.
    let by_region = |text: &str| mtvp_with(&["check", "-", "--regioplan", "rijn-en-duin"], text.as_bytes());
    assert_eq!(by_region(&good).status.code(), Some(0));
    let unnamed = good.replace("regioplan: rijn-en-duin@2.7\n", "");
    assert_eq!(by_region(&unnamed).status.code(), Some(0), "{}", stdout(&by_region(&unnamed)));
    let early = unnamed.replace("ingediend: 2025-03-14", "ingediend: 2024-03-14");
    assert!(stdout(&by_region(&early)).contains("Geen versie"), "{}", stdout(&by_region(&early)));
    let output = mtvp_with(&["check", "-", "--regioplan", "rijn-en-duin@9"], good.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("geen versie 9"));
}

#[test]
fn only_a_regioplan_judges_plans() {
    let plan = "regioplans/syntein/2025/goed/jaar-1.yaml";
    for args in [
        &["check", plan, "--regioplan", "syntein@werkplan-2026"][..],
        &["check", plan, "--regioplan", "regioplans/leidraad/mtvp.regioplan"],
        &["new", "leidraad", "--year", "1"],
        &["next", plan, "--regioplan", "syntein@werkplan-2026"],
        &["check", "examples/regio/regio.yaml"],
    ] {
        let output = mtvp(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", stdout(&output));
        assert!(!stderr(&output).is_empty());
    }
}

#[test]
fn wrong_usage() {
    for (args, says) in [
        (vec!["chek"], "Er is geen opdracht `chek`"),
        (vec!["check", "--formaat", "json"], "--formaat"),
        (vec!["check", "--format", "xml"], "`xml`"),
        (vec!["check", "--as-of", "gisteren", "."], "geen datum"),
        (vec!["new", "rijn-en-duin"], "--year"),
        (vec!["new", "rijn-en-duin", "--year", "7"], "Jaar 7"),
        (vec!["new", "nergens", "--year", "1"], "nergens"),
        (vec!["explain", "bestaat-niet"], "bestaat-niet"),
        (vec!["show", "nergens"], "nergens"),
        (vec!["show", "regioplans/rijn-en-duin/2.7.bronnen"], "geen regioplan"),
        (vec!["check", "regioplans/rijn-en-duin/2.7.regioplan"], "geen praktijkplan"),
    ] {
        let output = mtvp(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        let said = stderr(&output);
        assert!(said.contains(says), "{args:?}: {said}");
        assert!(stdout(&output).is_empty(), "{args:?}");
        clean(&said, "usage");
    }
}
