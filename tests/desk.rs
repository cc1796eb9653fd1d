//! The desk of a region: where each practice stands, and by when something must be done.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Scratch, files, name, program, root, snapshot_in, stderr, stdout};

const GOOD: &str = "regioplans/eemland/2026-2027/goed/aw-in-jaar-2-ingehaald.yaml";
const TO_REVIEW: &str = "regioplans/eemland/2026-2027/fout/andere-netwerk-eigen-voorstel.yaml";

/// A repository with every status in it.
fn repository(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("mtvp-bureau-{name}-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("plannen")).unwrap();
    let example = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let write = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    let plan = |text: &str, agb: &str, name: &str| {
        let code = text.split("agb: '").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let own = text.split("naam: Huisartsenpraktijk ").nth(1).unwrap().lines().next().unwrap().to_owned();
        text.replace(&code, agb).replace(&format!("Huisartsenpraktijk {own}"), name)
    };
    let review = example(TO_REVIEW);
    write("plannen/a.yaml", plan(&review, "01053554", "De Aker"));
    write("plannen/b.yaml", plan(&review, "01053562", "De Bron").replace("      trieren: nieuw\n", ""));
    write("plannen/b-nog-een.yaml", plan(&review, "01053562", "De Bron"));
    write("plannen/c.yaml", plan(&example(GOOD), "01053570", "De Cirkel"));
    write("plannen/d.yaml", "regioplan: eemland@2026-2027\njaar: 2\nstartkwartaal: [\n".to_owned());
    write("plannen/plan-e.docx", "PK".to_owned());
    write("plannen/boodschappen.yaml", "melk: 2\n".to_owned());
    write(
        "regio.yaml",
        "# De cijfers.\nregioplan: eemland@2026-2027\nkalenderjaar: 2026\npraktijken-in-regio: 9\ndeelnemers:\n  \
         - {naam: De Zonder Plan, agb: '01053589', startkwartaal: 2025-Q1}\n"
            .to_owned(),
    );
    folder
}

fn run(folder: &PathBuf, args: &[&str]) -> (String, Option<i32>) {
    let output = program().current_dir(folder).args(["region", "."]).args(args).output().unwrap();
    assert!(stderr(&output).is_empty() || args.contains(&"--help"), "{}", stderr(&output));
    (stdout(&output), output.status.code())
}

#[test]
fn each_practice_stands_somewhere() {
    let folder = repository("stand");
    let (json, exit) = run(&folder, &["--format", "json", "--as-of", "2026-06-01"]);
    let (_, rules_only) = run(&folder, &["--rules-only", "--as-of", "2026-06-01"]);
    let (csv, _) = run(&folder, &["--format", "csv", "--as-of", "2026-06-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let found: Value = serde_json::from_str(&json).unwrap();
    let [region] = &found["regions"].as_array().unwrap()[..] else { panic!("{json}") };
    let of = |name: &str| {
        let all = region["practices"].as_array().unwrap();
        all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}: {json}")).clone()
    };
    assert_eq!((&of("De Aker")["status"], &of("De Aker")["reviews"]), (&"to-review".into(), &1.into()));
    assert_eq!(of("De Aker")["contact"], "M. de Wit <mtvp@praktijk.example>");
    assert_eq!(of("De Cirkel")["status"], "in-order");
    assert_eq!(of("De Zonder Plan")["status"], "no-plan");
    assert_eq!(of("plannen/d.yaml")["status"], "unreadable");
    assert_eq!(of("plannen/plan-e.docx")["status"], "unreadable");
    let skipped = |path: &str| {
        let all = region["skipped"].as_array().unwrap();
        all.iter().find(|one| one["path"].as_str().unwrap().ends_with(path)).map(|one| one["sort"].clone())
    };
    assert_eq!(skipped("boodschappen.yaml"), Some("no-plan".into()));
    let twins = [skipped("plannen/b.yaml"), skipped("plannen/b-nog-een.yaml")];
    assert!(twins.contains(&Some("older".into())) && twins.contains(&None), "{twins:?}");
    // A plan that cannot be read is enough, and may be left out of the exit status.
    assert_eq!((exit, rules_only), (Some(1), Some(0)));
    // A row for each, no more.
    assert_eq!(csv.lines().count(), 1 + region["practices"].as_array().unwrap().len(), "{csv}");
}

#[test]
fn days_are_those_of_the_rules() {
    let folder = repository("dagen");
    let (json, _) = run(&folder, &["--format", "json", "--as-of", "2026-06-01"]);
    let (ics, _) = run(&folder, &["--format", "ics", "--as-of", "2026-06-01"]);
    let (again, _) = run(&folder, &["--format", "ics", "--as-of", "2026-06-01"]);
    let (csv, _) = run(&folder, &["--format", "csv", "--table", "termijnen", "--as-of", "2026-06-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let found: Value = serde_json::from_str(&json).unwrap();
    let days = found["regions"][0]["deadlines"].as_array().unwrap().clone();
    assert!(!days.is_empty());
    // What is late comes first; for the rest they stand in order, and no day stands there twice.
    let key = |day: &Value| (!day["late"].as_bool().unwrap(), day["date"].as_str().unwrap().to_owned());
    assert!(days.is_sorted_by_key(key), "{days:#?}");
    // The end of a year is never late.
    assert!(days.iter().all(|day| day["sort"] != "year-end" || day["late"] == false));
    let sure: usize = days.iter().map(|day| day["practices"].as_array().unwrap().len()).sum();
    assert_eq!(csv.lines().count(), 1 + sure, "{csv}");
    assert_eq!(ics.matches("BEGIN:VEVENT").count(), days.len());
    assert_eq!(ics, again);
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"), "{ics:?}");
    for line in ics.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
}

/// Whoever hands in a plan chooses no figures: below those of the region others do not count, and those that cannot be read stop
/// nothing.
#[test]
fn figures_below_those_of_the_region_do_not_count() {
    let folder = repository("eigen-cijfers");
    let told = |args: &[&str]| run(&folder, &[&["--as-of", "2026-06-01"], args].concat());
    let (before, status) = told(&[]);
    std::fs::create_dir_all(folder.join("plannen/x")).unwrap();
    let figures = |text: &str| std::fs::write(folder.join("plannen/x/regio.yaml"), text).unwrap();
    for (text, reason) in [
        ("regioplan: eemland@2026-2027\nkalenderjaar: 2026\n", "staan in regio.yaml"),
        ("regioplan: nee@1\nkalenderjaar: 2026\n", "staan in regio.yaml"),
        ("regioplan: eemland@2026-2027\nkalenderjaar: [\n", "staan in regio.yaml"),
    ] {
        figures(text);
        let (after, same) = told(&[]);
        let own: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
        let all = own.concat();
        assert!(status == same && own.len() <= 3 && all.contains("plannen/x/regio.yaml"), "{text}: {own:?}");
        assert!(all.replace('\n', " ").contains(reason) || after.contains("regio.yaml"), "{text}: {own:?}");
    }
    // Where none stand above them, those that cannot be read are named, and the others are looked at.
    std::fs::remove_file(folder.join("regio.yaml")).unwrap();
    figures("regioplan: nee@1\nkalenderjaar: 2026\n");
    let (said, _) = told(&[]);
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(said.contains("plannen/x/regio.yaml: ") && said.contains("praktijkplan"), "{said}");
}

/// A region with two files of figures, of other practices: each is about the plans below its own folder.
#[test]
fn figures_are_about_the_plans_beside_them() {
    let folder = repository("cijfers");
    for year in ["2025", "2026"] {
        let below = folder.join(year);
        std::fs::create_dir_all(&below).unwrap();
        let plan = std::fs::read_to_string(root().join(GOOD)).unwrap();
        let code = plan.split("agb: '").nth(1).unwrap().split('\'').next().unwrap().to_owned();
        let own = if year == "2025" { "01053591" } else { "01053605" };
        std::fs::write(below.join("plan.yaml"), plan.replace(&code, own)).unwrap();
        let figures =
            format!("regioplan: eemland@2026-2027\nkalenderjaar: {year}\npraktijken-in-regio: 1\ndeelnemers: []\n");
        std::fs::write(below.join("regio.yaml"), figures).unwrap();
    }
    std::fs::remove_file(folder.join("regio.yaml")).unwrap();
    let (json, _) = run(&folder, &["--format", "json", "--as-of", "2026-06-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let found: Value = serde_json::from_str(&json).unwrap();
    let plans =
        |region: &Value| region["practices"].as_array().unwrap().iter().filter(|one| one["year"].is_u64()).count();
    let counts: Vec<(String, usize)> = found["regions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|region| (region["figures"].as_str().unwrap_or("").to_owned(), plans(region)))
        .collect();
    let expected = [("2025/regio.yaml", 1), ("2026/regio.yaml", 1), ("", 3)];
    assert_eq!(counts, expected.map(|(path, count)| (path.to_owned(), count)));
}

/// A plan for the year before makes nothing in order for this one.
#[test]
fn a_practice_without_a_plan_for_this_year_is_not_in_order() {
    let folder = repository("jaar");
    std::fs::remove_file(folder.join("regio.yaml")).unwrap();
    let (json, _) = run(&folder, &["--format", "json", "--as-of", "2027-06-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let found: Value = serde_json::from_str(&json).unwrap();
    let practices = found["regions"][0]["practices"].as_array().unwrap().clone();
    let cirkel = practices.iter().find(|one| one["name"] == "De Cirkel").unwrap();
    assert_eq!(cirkel["status"], "no-plan", "{cirkel}");
    assert_eq!((&cirkel["next"]["date"], &cirkel["next"]["late"]), (&"2027-04-30".into(), &true.into()), "{cirkel}");
}

/// What would be passed over without a word is refused.
#[test]
fn what_does_not_go_together_is_told() {
    let folder = repository("samen");
    let refused = |args: &[&str]| {
        let output = program().current_dir(&folder).args(["region", "."]).args(args).output().unwrap();
        (output.status.code(), stderr(&output))
    };
    let (table, said) = refused(&["--table", "keuzes"]);
    assert!(table == Some(2) && said.contains("`--table` hoort bij `--format csv`"), "{said}");
    let (open, said) = refused(&["--open-reviews", "--format", "json"]);
    assert!(open == Some(2) && said.contains("--open-reviews"), "{said}");
    std::fs::write(folder.join("plannen/f.yaml"), "Regioplan: eemland\nJaren:\n  1: {}\n").unwrap();
    let (json, _) = run(&folder, &["--format", "json", "--as-of", "2026-06-01"]);
    std::fs::remove_dir_all(&folder).unwrap();
    let found: Value = serde_json::from_str(&json).unwrap();
    let practices = found["regions"][0]["practices"].as_array().unwrap();
    let odd = practices.iter().find(|one| one["path"] == "plannen/f.yaml");
    assert_eq!(odd.map(|one| one["status"].clone()), Some("unreadable".into()), "{json}");
}

/// What a person decides at once is one, in the row of a practice and in each list; also where it has more findings, or where a
/// second plan asks for it.
#[test]
fn what_is_to_be_judged_is_counted_in_one_way() {
    let rijn_en_duin = "regioplans/rijn-en-duin/2.7/regio/goed/2025";
    for (folder, day, more) in [(rijn_en_duin, "2025-06-01", 4), ("examples/regio", "2026-11-30", 6)] {
        let out = |args: &[&str]| {
            let output = program().current_dir(root().join(folder)).args(args).args(["--as-of", day]).output().unwrap();
            stdout(&output)
        };
        let region: Value = serde_json::from_str(&out(&["region", ".", "--format", "json"])).unwrap();
        let reviews: Value = serde_json::from_str(&out(&["reviews", ".", "--open", "--format", "json"])).unwrap();
        // Of two plans with one code each asks for itself: what is decided once counts once.
        let listed = |practice: &Value| {
            let all = reviews["reviews"].as_array().unwrap().iter();
            let own = all.filter(|one| one["practice"] == practice["agb"]);
            let matters: std::collections::BTreeSet<String> =
                own.map(|one| format!("{} {} {}", one["rule"], one["year"], one["intervention"])).collect();
            matters.len()
        };
        let mut sum = 0;
        for practice in
            region["regions"][0]["practices"].as_array().unwrap().iter().filter(|one| one["agb"].is_string())
        {
            assert_eq!(practice["reviews"], listed(practice), "{folder}: {practice}");
            sum += listed(practice);
        }
        assert!(sum >= more, "{folder}: {sum}");
        let to_fill_in = out(&["region", ".", "--open-reviews"]);
        assert_eq!(to_fill_in.matches("- praktijk:").count(), reviews["reviews"].as_array().unwrap().len());
    }
}

/// The example of a region with forty practices, with every status in it: each form, as it is read.
#[test]
fn forty_practices_in_every_form() {
    let folder = root().join("examples/regio");
    let forms: [(&str, &[&str]); 8] = [
        ("mensen", &["region", "."]),
        ("praktijken", &["region", ".", "--format", "csv"]),
        ("keuzes", &["region", ".", "--format", "csv", "--table", "keuzes"]),
        ("termijnen", &["region", ".", "--format", "csv", "--table", "termijnen"]),
        ("agenda", &["region", ".", "--format", "ics"]),
        ("te-besluiten", &["region", ".", "--open-reviews"]),
        ("beoordelingen", &["reviews", "."]),
        ("beoordelingen-csv", &["reviews", ".", "--format", "csv"]),
    ];
    for (case, args) in forms {
        let output = program().current_dir(&folder).args(args).args(["--as-of", "2026-11-30"]).output().unwrap();
        let text = format!("{}{}exit {:?}\n", stdout(&output), stderr(&output), output.status.code());
        snapshot_in("tests/cases/veertig", case, &text.replace("\r\n", "\n"));
    }
    let mut json = program();
    let json = json.current_dir(&folder).args(["region", ".", "--as-of", "2026-11-30", "--format", "json"]).output();
    let found: Value = serde_json::from_str(&stdout(&json.unwrap())).unwrap();
    let practices = found["regions"][0]["practices"].as_array().unwrap();
    for status in ["in-order", "to-mend", "to-review", "no-plan", "unreadable"] {
        assert!(practices.iter().any(|one| one["status"] == status), "{status}");
    }
    let names: Vec<String> = practices.iter().map(|one| one["name"].as_str().unwrap().to_lowercase()).collect();
    assert!(names.is_sorted(), "{names:?}");
}

/// Regions with something that cannot be, or that is easily told wrong: what staff read, and each letter.
#[test]
fn what_is_not_so_is_not_told() {
    let mut folders: Vec<PathBuf> =
        std::fs::read_dir(root().join("tests/cases/bureau")).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.is_dir());
    folders.sort();
    assert!(folders.len() > 9);
    for folder in folders {
        let case = folder.file_name().unwrap().to_string_lossy().into_owned();
        let day = std::fs::read_to_string(folder.join("peildatum.txt")).unwrap();
        // A repository of its own: its settings name regioplannen.
        let own = Scratch::new(&format!("bureau-{case}"));
        for path in files(&name(&folder), &["yaml", "toml", "txt", "regioplan", "bronnen"]) {
            own.write(&name(path.strip_prefix(&folder).unwrap()), std::fs::read(&path).unwrap());
        }
        let ran = |args: &[&str]| {
            let output = program().current_dir(&own.0).args(args).args(["--as-of", day.trim()]).output().unwrap();
            format!("{}{}exit {:?}\n", stdout(&output), stderr(&output), output.status.code())
        };
        let mut text = ran(&["region", "."]);
        text.push_str(&ran(&["region", ".", "--format", "csv", "--table", "termijnen"]));
        let letters = std::env::temp_dir().join(format!("mtvp-brieven-{case}-{}", std::process::id()));
        let made = ran(&["letters", ".", "--format", "md", "-o", &letters.to_string_lossy()]);
        assert!(made.ends_with("exit Some(0)\n"), "{made}");
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(&letters).into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        for path in files {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            text.push_str(&format!("\n=== {name}\n{}", std::fs::read_to_string(&path).unwrap()));
        }
        let _ = std::fs::remove_dir_all(&letters);
        snapshot_in("tests/cases/bureau", &case, &text.replace("\r\n", "\n"));
    }
}
