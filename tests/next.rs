//! `mtvp next`: out of every good plan comes a plan for the following year that can be read, keeps what must
//! stay, and asks for nothing but what is still to be filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::Zoned;
use mtvp::diagnostic::Severity;
use mtvp::draft::{self, Following};
use mtvp::plan;
use mtvp::report::{Catalog, Lang};
use mtvp::session::{Around, Library, Looked, Session, Terms};
use mtvp::source::Source;

use crate::support::{Scratch, every, files, mtvp, name, root, stdout};

/// A path that no other test uses.
fn own_path() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("mtvp-next-{}-plan-{number}.yaml", std::process::id()))
}

/// Every good plan is followed in memory, by the one library that all of them share; the first of each regioplan by the
/// program too, which says the same.
#[test]
fn every_good_plan_has_a_following_one() {
    let plans = files("regioplans", &["yaml"]).into_iter().filter(|path| path.parent().unwrap().ends_with("goed"));
    let allowed = ["jaar-buiten-regioplan", "regioplan-niet-geldig", "jaar-en-startkwartaal", "bestand-ontbreekt"];
    let form = ["yaml", "dubbele-sleutel", "onbekend-veld", "verkeerde-waarde", "soort-keuze", "niet-aangeboden"];
    let session = Session::by_plan(Library::new(Vec::new()));
    let (catalog, today) = (Catalog::new(Lang::Dutch), Zoned::now().date());
    let mut regions: BTreeMap<String, Session> = BTreeMap::new();
    let mut made = 0;
    for path in plans.step_by(every(4)) {
        let old = std::fs::read_to_string(&path).unwrap();
        let following = draft::next(&session, &old, &plan::parse(&old), today, &|text| catalog.say(text));
        let Following { text, year, .. } = following.unwrap_or_else(|_| panic!("{}", name(&path)));
        // The regioplan beside whose folder it stands, whatever the plan itself names.
        let folder = name(path.ancestors().nth(2).unwrap());
        if !regions.contains_key(&folder) {
            let output = mtvp(&["next", &name(&path)]);
            assert_eq!((output.status.code(), stdout(&output)), (Some(0), text.clone()), "{}", name(&path));
            let file = format!("{}.regioplan", folder.strip_prefix("regioplans/").unwrap());
            let loads = session.library.all().into_iter().filter_map(|load| load.as_ref().unwrap().regioplan());
            let loaded = loads.into_iter().find(|loaded| loaded.files[0].0.name == file);
            regions.insert(folder.clone(), Session::by(&session.library, loaded.unwrap()));
        }
        let source = Source::new("volgend.yaml", text.as_str());
        let looked =
            regions[&folder].look(&source, true, &Terms::on(today), &Around::evidence(&|_| BTreeSet::new())).unwrap();
        let Looked::Judged(judged) = looked else { panic!("{}: no plan\n{text}", name(&path)) };
        for finding in &judged.report.findings {
            let rule = finding.rule.as_str();
            if allowed.contains(&rule) {
                continue;
            }
            assert!(!form.contains(&rule), "{}: {finding:?}\n{text}", name(&path));
            // What is violated in the new plan belongs to the new year, and stands in it as still to do.
            let violated = finding.severity == Severity::Violation;
            let earlier = finding.year.is_some_and(|at| at < year);
            assert!(!violated || !earlier, "{}: {finding:?}\n{text}", name(&path));
        }
        for word in old.lines().filter_map(|line| line.trim().strip_prefix("agb: ")) {
            assert!(text.contains(&format!("agb: {word}")), "{}: {word}", name(&path));
        }
        made += 1;
    }
    assert!(made > 40);
}

/// Each case: a plan, and what must and must not stand in the following one.
#[test]
fn comments_and_spellings_stay() {
    let head =
        "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q2\njaar: 1 # het eerste\ningediend: 2025-01-14 # op tijd\n";
    let rest = "praktijk: {naam: De Linde, agb: \"01056789\", adres: Lindelaan 12, praktijkhouders: []}\n";
    let years = "jaren:\n  # het begin\n  1:   # jaar een\n    interventies:\n      # onze keuze\n      trieren: # waarom\n        keuze: nieuw\n        # verdwijnt\n        doel: Rust aan de telefoon\n      positieve-gezondheid: {keuze: nieuw} # kort\n";
    let plain = next(&format!("{head}{rest}{years}"));
    for part in [
        "jaar: 2 # het eerste",
        "agb: \"01056789\"",
        "# op tijd",
        "# het begin",
        "1:   # jaar een",
        "# onze keuze",
        "trieren: nieuw  # waarom",
        "positieve-gezondheid: nieuw  # kort",
        "  2:\n    interventies:\n",
        "positieve-gezondheid: doorontwikkeling",
    ] {
        assert!(plain.contains(part), "{part}\n{plain}");
    }
    assert!(!plain.contains("verdwijnt") && !plain.contains("Rust aan"), "{plain}");
    let windows = next(&format!("{head}{rest}{years}").replace('\n', "\r\n"));
    assert_eq!(windows.replace("\r\n", "\n"), plain, "the ends of lines stay as they are");
    assert!(!windows.replace("\r\n", "").contains('\n'));
    let anchored = format!(
        "{head}{rest}jaren:\n  1:\n    interventies:\n      trieren: &t\n        keuze: nieuw\n      lean-werken: *t\n"
    );
    assert!(next(&anchored).contains("trieren: &t\n        keuze: nieuw\n"), "{}", next(&anchored));
}

fn next(text: &str) -> String {
    let path = own_path();
    std::fs::write(&path, text).unwrap();
    let output = mtvp(&["next", &name(&path)]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    stdout(&output)
}

#[test]
fn what_cannot_be_followed_is_said() {
    for (text, words) in [
        ("jaar: [\n", "haakje"),
        ("regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q2\njaar: 1\njaren: {}\n---\njaar: 2\n", "tweede plan"),
        ("regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q2\njaar: 1\njaren: {}\njaar: 2\n", "twee keer"),
        ("regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q2\n", "ontbreekt"),
        (
            "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q2\njaar: 1\njaren: {1: {interventies: {trieren: nieuw}}}\n",
            "op één regel",
        ),
    ] {
        let path = own_path();
        std::fs::write(&path, text).unwrap();
        let output = mtvp(&["next", &name(&path)]);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(String::from_utf8_lossy(&output.stderr).contains(words), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// A plan for the year after, out of a text.
fn following(text: &str) -> String {
    let path = own_path();
    std::fs::write(&path, text).unwrap();
    let output = mtvp(&["next", &name(&path)]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", crate::support::stderr(&output));
    stdout(&output)
}

#[test]
fn comments_about_the_year_before_do_not_stay() {
    let plan = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";
    let old = std::fs::read_to_string(crate::support::root().join(plan)).unwrap();
    let body = old.split_once('\n').unwrap().1;
    let made = "# Praktijkplan MTVP, jaar 1, voor een regio met een heel lange naam, regioplan versie\n# 2.7.\n";
    for head in [old.split_inclusive('\n').next().unwrap(), made] {
        let first = following(&format!("{head}# In jaar 10 en in jaar 1 begon een assistente.\n{body}"));
        assert!(first.starts_with("# Praktijkplan MTVP, jaar 2.\n# In jaar 10"), "{first}");
        // What a person wrote stays, behind what is new.
        assert!(
            first.contains("ingediend: # nog in te vullen: de datum van indienen  # voor de start mag ook\n"),
            "{first}"
        );
        assert!(first.contains("# Nog te doen voor jaar 2:"), "{first}");
        let filled = first.replace("ingediend: #", "ingediend: 2025-12-01  #");
        let second = following(&filled);
        assert!(second.starts_with("# Praktijkplan MTVP, jaar 3.\n# In jaar 10"), "{second}");
        assert!(!second.contains("jaar 2 klopt") && !second.contains("voor jaar 2;"), "{second}");
        assert!(!second.contains("Nog te doen voor jaar 2"), "{second}");
        assert_eq!(second.matches("nog in te vullen: de datum van indienen").count(), 1, "{second}");
        assert_eq!(second.matches("er is nog geen regioplan").count(), 1, "{second}");
        for line in second.lines() {
            assert!(line.matches('#').count() < 3 && !line.ends_with(' '), "{line}");
        }
        // The same with the line ends of Windows.
        let windows = following(&filled.replace('\n', "\r\n"));
        assert_eq!(windows.replace("\r\n", "\n"), second);
    }
}

/// A plan names files from its own folder: in another one these are not there.
#[test]
fn files_that_stay_behind_are_told() {
    let scratch = Scratch::new("next-elders");
    let head = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2024-Q1\njaar: 1\ningediend: 2025-01-10\npraktijk: {naam: De Linde}\n";
    let proof = "bewijs: [{soort: certificaat, datum: 2024-03-05, functie: assistente, bestand: bewijs/triage.pdf}]";
    let plan =
        format!("{head}jaren:\n  1:\n    interventies:\n      trieren:\n        keuze: nieuw\n        {proof}\n");
    for (file, text) in [("2024/plan.yaml", plan.as_str()), ("2024/bewijs/triage.pdf", "x"), ("2025/ander.txt", "x")] {
        scratch.write(file, text);
    }
    let next = |to: &str| {
        let args = ["next", "--no-config", "2024/plan.yaml", "-o", to];
        let output = crate::support::program().current_dir(&scratch.0).args(args).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        crate::support::stderr(&output)
    };
    let said = next("2025/plan.yaml");
    assert!(said.contains("Het noemt een bestand dat daar niet is: `bewijs/triage.pdf`"), "{said}");
    assert_eq!(next("2024/volgend.yaml"), "");
    scratch.write("2025/bewijs/triage.pdf", "x");
    assert_eq!(next("2025/nog-een.yaml"), "");
}

#[test]
fn a_version_that_is_over_is_told_beside_the_result() {
    let said = |args: &[&str]| {
        let output = mtvp(args);
        (output.status.code(), stdout(&output), crate::support::stderr(&output))
    };
    let (code, text, wrong) = said(&["new", "primacura", "--year", "1"]);
    assert!(code == Some(0) && text.starts_with("# Praktijkplan") && !text.contains("voorbij"), "{text}");
    assert!(wrong.contains("primacura@2023 beoordeelt plannen tot en met 30 september 2025"), "{wrong}");
    let region = |day: &str| said(&["region", "examples/regio", "--as-of", day, "--format", "csv"]);
    let (_, text, wrong) = region("2028-01-01");
    assert!(!text.contains("Let op") && wrong.contains("Op 1 januari 2028 is die versie voorbij"), "{wrong}");
    assert_eq!(region("2026-12-31").2, "");
}

#[test]
fn what_decides_whether_a_rule_speaks_goes_along() {
    let text = std::fs::read_to_string(root().join("regioplans/eemland/2026-2027/goed/doorontwikkeling-na-tbhz.yaml"));
    let text = text.unwrap();
    for (written, goes) in [
        ("        eerder-in: [tbhz]\n", "        eerder-in: [tbhz]\n"),
        ("        eerder-in:\n          - tbhz   # uit 2022\n", "        eerder-in:\n          - tbhz   # uit 2022\n"),
    ] {
        let made = following(&text.replace("        eerder-in: [tbhz]\n", written));
        let (_, new) = made.split_once("\n  5:\n").unwrap();
        assert!(new.contains(goes) && new.contains("        elders-betaald: nee\n"), "{new}");
        // What was written about the year before, its dates and its evidence, is for that year.
        assert!(["aanpak: ", "smart-doel: ", "nascholing:"].iter().all(|field| !new.contains(field)), "{new}");
        // What the rules ask anew stands there to be filled in.
        assert!(new.contains("        aanpak:\n        smart-doel:\n"), "{new}");
    }
}

#[test]
fn what_a_year_has_brought_is_not_there_yet_in_the_next() {
    let folder = root().join("regioplans/rijn-en-duin/2.7/goed");
    let mut seen = 0;
    for path in files(folder.to_str().unwrap(), &["yaml"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        if !text.contains("        aantal-verwijzingen: ") || text.contains("\njaar: 4\n") {
            continue;
        }
        let year = text.lines().find_map(|line| line.strip_prefix("jaar: ")?.parse::<u8>().ok()).unwrap();
        let made = following(&text);
        let Some((_, new)) = made.split_once(&format!("\n  {}:\n", year + 1)) else { continue };
        assert!(!new.contains("aantal-verwijzingen") && !new.contains("leereffect"), "{}:\n{new}", path.display());
        seen += 1;
    }
    assert!(seen > 3, "{seen}");
}

/// Over the years behind it the new plan says what a plan says in which nothing of them is left out: nothing is milder, and nothing is
/// asked that stood there.
#[test]
fn what_is_said_of_earlier_years_stays_as_it_was() {
    let session = Session::by_plan(Library::new(Vec::new()));
    let (catalog, today) = (Catalog::new(Lang::Dutch), Zoned::now().date());
    let is_plan = |path: &PathBuf| ["goed", "fout"].iter().any(|folder| path.parent().unwrap().ends_with(folder));
    let mut seen = 0;
    for path in files("regioplans", &["yaml"]).into_iter().filter(is_plan).step_by(every(5)) {
        let old = std::fs::read_to_string(&path).unwrap();
        let Ok(Following { text, year, .. }) =
            draft::next(&session, &old, &plan::parse(&old), today, &|text| catalog.say(text))
        else {
            continue;
        };
        let data = |text: &str| serde_yaml::from_str::<serde_yaml::Value>(text).ok();
        let (Some(before), Some(short)) = (data(&old), data(&text)) else { continue };
        let mut whole = short.clone();
        let (Some(years), Some(now)) = (before["jaren"].as_mapping(), whole["jaren"].as_mapping_mut()) else {
            continue;
        };
        for (number, block) in years.iter().filter(|(number, _)| number.as_u64() < Some(year.into())) {
            now.insert(number.clone(), block.clone());
        }
        let said = |data: &serde_yaml::Value| {
            let text = serde_yaml::to_string(data).unwrap();
            let source = Source::new("plan.yaml", text.as_str());
            let looked = session.look(&source, true, &Terms::on(today), &Around::evidence(&|_| BTreeSet::new()));
            let Ok(Looked::Judged(judged)) = looked else { return BTreeSet::new() };
            let findings = judged.report.findings.iter().filter(|one| one.year.is_some_and(|of| of < year));
            let findings = findings.filter(|one| one.severity != Severity::Pending);
            findings
                .map(|one| format!("{} {:?} {:?} {:?}", one.rule, one.year, one.intervention, one.severity))
                .collect()
        };
        let (short, whole) = (said(&short), said(&whole));
        assert_eq!(short, whole, "{}", name(&path));
        seen += usize::from(!whole.is_empty());
    }
    assert!(seen > 3, "{seen}");
}

#[test]
fn what_the_practice_named_stands_first_and_what_it_describes_itself_last() {
    let mut seen = 0;
    for path in files("regioplans/eemland", &["yaml"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let is_first = text.contains("\njaar: 1\n") && path.parent().unwrap().ends_with("goed");
        if !is_first || !text.contains("keuzes-volgend-jaar: [ai-tools]") {
            continue;
        }
        let made = following(&text);
        let ways: Vec<&str> =
            made.lines().filter(|line| (1..=3).any(|way| line.contains(&format!("- ({way}) ")))).collect();
        assert!(ways.iter().all(|way| way.contains("`ai-tools`") && !way.contains("`andere-")), "{ways:#?}");
        seen += usize::from(!ways.is_empty());
    }
    assert!(seen > 0, "{seen}");
}
