//! What managers and policy staff type behind `mtvp explain`, and where it leads; the words stand in `tests/cases/uitleg/woorden.txt`.
//! What the documents call things is asked in `called`.

use crate::support::{every, mtvp, root, stderr, stdout};

/// The regions, with the name that a page gives them.
const REGIONS: [(&str, &str); 4] = [
    ("eemland", "Huisartsen Eemland"),
    ("rijn-en-duin", "Rijn en Duin"),
    ("syntein", "Syntein"),
    ("primacura", "PrimaCura"),
];

/// The answer in one line, and its first paragraph.
fn answer(asked: &[&str]) -> (String, String) {
    let output = mtvp(&[&["explain"], asked].concat());
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{asked:?}: {}", stderr(&output));
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    (flat(&said), flat(said.split("\n\n").next().unwrap()))
}

/// A rule may be called by a number, and be met with nothing but what the region assigns.
#[test]
fn a_name_comes_before_a_number_in_words() {
    let regioplan = "tests/cases/uitleg/toegewezen.regioplan";
    let (said, _) = answer(&["twee", "--regioplan", regioplan, "--no-config"]);
    assert!(said.starts_with("twee: Een uit m"), "{said}");
    assert!(said.contains("De regio wijst `y` toe.") && !said.contains("Kies uit ."), "{said}");
    assert!(answer(&["jaar", "twee"]).0.starts_with("jaar 2:"));
}

#[test]
fn what_people_call_things_is_explained_with_the_regions_that_have_it() {
    let text = std::fs::read_to_string(root().join("tests/cases/uitleg/woorden.txt")).unwrap();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert!(lines.len() > 120, "{}", lines.len());
    // Each is tried under `MTVP_EVERY=1`; else some of them.
    for line in lines.iter().step_by(every(15)) {
        let parts: Vec<&str> = line.split('|').map(str::trim).collect();
        let [word, meant, regions] = parts.as_slice() else { panic!("{line}") };
        let (said, head) = answer(&[word]);
        if *regions == "*" {
            assert!(head.starts_with(&format!("{meant}:")), "{line}: {head}");
            continue;
        }
        for region in regions.split(", ") {
            let (_, name) = REGIONS.into_iter().find(|(id, _)| *id == region).unwrap();
            let fits = match *meant {
                "~" => said.contains(name) && head.contains("is geen naam"),
                _ => {
                    said.contains(&format!("mtvp explain {region}::{meant}"))
                        || head.starts_with(&format!("{meant}:")) && head.contains(name)
                }
            };
            assert!(fits, "{line}: {region}: {said}");
        }
    }
}

#[test]
fn a_region_that_does_not_have_it_is_told_and_so_are_those_that_have() {
    let (said, head) = answer(&["eemland::beeldbellen"]);
    assert!(head.contains("`beeldbellen` staat niet in het regioplan van Huisartsen Eemland"), "{head}");
    assert!(said.contains("mtvp explain rijn-en-duin::beeldbellen") && said.contains("syntein::beeldbellen"), "{said}");
    // A name of several words needs no quotes.
    assert_eq!(answer(&["positieve", "gezondheid"]), answer(&["positieve gezondheid"]));
    assert!(answer(&["rijn-en-duin::anders-werken"]).1.starts_with("anders-werken:"));
    assert_eq!(answer(&["rijn-en-duin::SOH"]), answer(&["rijn-en-duin::taakherschikking"]));
}

#[test]
fn a_slip_gets_what_is_near_and_nothing_else() {
    for (slip, near) in [
        ("taakherschiking", "taakherschikking"),
        ("positive gezondheid", "positieve-gezondheid"),
        ("beeldbelen", "beeldbellen"),
        ("peildatm", "peildatum"),
        ("kernelemnt", "kernelement"),
        ("RED-341", "RED-34"),
    ] {
        let said = stderr(&mtvp(&["explain", slip]));
        assert!(said.contains("Kies uit") && said.contains(near), "{slip}: {said}");
        assert!(said.matches(',').count() < 12, "{slip}: {said}");
    }
}

/// What only comes near is not shown as if it had been asked: that, and what else has the word in its name, stands below it.
#[test]
fn what_comes_near_is_called_so() {
    let (said, _) = answer(&["SMART"]);
    assert!(
        said.contains("`SMART` is hier geen naam") && said.contains("mtvp explain eemland::smart-doelstelling"),
        "{said}"
    );
    assert!(!answer(&["taakherschikking"]).0.contains("is hier geen naam"));
    assert!(!answer(&["RED 34"]).0.contains("is hier geen naam"));
}

/// A region by its name is its regioplan for practices, as with `mtvp show`.
#[test]
fn a_region_by_its_name_is_its_regioplan() {
    let (said, head) = answer(&["Syntein"]);
    assert!(head.starts_with("syntein:") && said.contains("--regioplan syntein@werkplan-2026"), "{said}");
}

/// Where the years of a region count otherwise, a year says so.
#[test]
fn a_year_tells_where_years_count_otherwise() {
    for asked in [&["jaar", "5"][..], &["jaar", "5", "--regioplan", "eemland"]] {
        let (said, _) = answer(asked);
        assert!(said.contains("Huisartsen Eemland telt de jaren zo: Eerst begint elk jaar in het kwartaal"), "{said}");
        assert!(said.contains("Vanaf 2027 begint elk jaar op 1 januari. 2026 is een overgangsjaar."), "{said}");
    }
    assert!(!answer(&["jaar", "5", "--regioplan", "syntein"]).0.contains("telt de jaren zo"));
}

/// What a rule for a year cannot be met with, is not advised.
#[test]
fn what_is_not_on_offer_in_the_year_of_a_rule_is_not_advised() {
    let regioplan = "tests/cases/uitleg/vanaf-jaar-2/2026.regioplan";
    let (said, _) = answer(&["anders-werken-jaar-1", "--regioplan", regioplan, "--no-config"]);
    assert!(said.contains("Kies uit `beeldbellen`.") && !said.contains("trieren"), "{said}");
}

/// What a rule asks of several is not called a choice between them, and of two consequences the first that holds counts.
#[test]
fn what_is_asked_of_each_is_told_of_each() {
    let of = |rule: &str| answer(&[rule, "--regioplan", "tests/cases/uitleg/keuzes.regioplan", "--no-config"]).0;
    for (rule, said) in [
        ("beide", "Kies `beeldbellen` en `trieren`."),
        ("alle-keuzes", "Kies `beeldbellen` en `trieren`."),
        ("een-keuze", "Kies uit `beeldbellen` of `trieren`."),
        (
            "volgorde",
            "Geldt het vorige niet? Is er niet aan voldaan, dan volgt: in orde, als assistentes is minimaal 10.",
        ),
    ] {
        assert!(of(rule).contains(said), "{}", of(rule));
    }
}
