//! A blank plan, filled in: for each region and each year, with each option of its fields, nothing is refused but what is to be chosen.

use std::collections::BTreeSet;

use crate::support::{Scratch, every, mtvp, mtvp_with, root, stderr, stdout};

/// A region, a day on which its version judges plans, and its years.
const REGIONS: [(&str, &str, std::ops::RangeInclusive<u16>); 6] = [
    ("rijn-en-duin@2.7", "2025-03-14", 1..=3),
    ("eemland@2026-2027", "2026-04-20", 1..=4),
    ("eemland@2026-2027", "2027-04-20", 5..=5),
    ("syntein@2025", "2025-03-14", 1..=3),
    ("primacura@2023", "2023-06-20", 1..=1),
    ("primacura@2023", "2024-06-20", 2..=2),
];

/// A field of the blank plan: what stands before its name, its name, and what the comment says of it.
struct Line<'l> {
    indent: usize,
    off: bool,
    lead: &'l str,
    key: &'l str,
    about: &'l str,
}

/// Reads `    #   - naam:  # verplicht: …`; nothing for another line.
fn line(text: &str) -> Option<Line<'_>> {
    let indent = text.len() - text.trim_start().len();
    let rest = &text[indent..];
    let (off, rest) = rest.strip_prefix("# ").map_or((false, rest), |rest| (true, rest));
    let (head, about) = rest.split_once(":  # ")?;
    let key = head.trim_start_matches([' ', '-']);
    let fits = !key.contains(' ') && !about.is_empty();
    fits.then_some(Line { indent, off, lead: &head[..head.len() - key.len()], key, about })
}

/// The type that stands last in a comment, between brackets.
fn type_of(about: &str) -> &str {
    let mut depth = 0;
    for (at, c) in about.char_indices().rev() {
        depth += match c {
            ')' => 1,
            '(' => -1,
            _ => 0,
        };
        if depth == 0 {
            return &about[at + 1..about.len() - 1];
        }
    }
    about
}

/// A value of a type, written as a person would; of a choice between words, the one at this place. None for what stands below it.
fn value(about: &str, day: &str, place: usize) -> Option<String> {
    let ty = type_of(about);
    if let Some(inner) = ty.strip_prefix("lijst: ") {
        return value(&format!("({inner})"), day, place).map(|value| format!("[{value}]"));
    }
    if let Some(words) = ty.strip_prefix("een van ") {
        let words: Vec<&str> = words.split(", ").flat_map(|word| word.split(" of ")).collect();
        return Some(words[place % words.len()].to_owned());
    }
    Some(match ty {
        "tekst" => "Op maandag is er te weinig plek".to_owned(),
        "een getal" | "een heel getal" | "een bedrag" | "een percentage" => "8".to_owned(),
        "ja of nee" => ["ja", "nee"][place % 2].to_owned(),
        "een AGB-code" => "01056789".to_owned(),
        "een e-mailadres" => "praktijk@voorbeeld.nl".to_owned(),
        "een kwartaal" => format!("{}-Q2", &day[..4]),
        _ if ty.starts_with("een datum") => day.to_owned(),
        _ if ty.starts_with("velden van ") => return None,
        // Evidence lies beside the plan; an intervention is a choice.
        "een bestand" | "een interventie" | "de naam van een interventie" => return Some(String::new()),
        other => panic!("no value for {other}"),
    })
}

/// The blank plan of a region, filled in. `all`: also what need not be filled in, and every choice with all its data.
fn filled(region: &str, day: &str, year: u16, all: bool, place: usize) -> String {
    let output = mtvp(&["new", region, "--year", &year.to_string(), "--no-config"]);
    assert_eq!(output.status.code(), Some(0), "{region} {year}: {}", stderr(&output));
    let blank = stdout(&output);
    let start = day[..4].parse::<u16>().unwrap() - (year - 1);
    let mut plan = String::new();
    let mut choices = false;
    for text in blank.lines() {
        let own_level = text.len() - text.trim_start().len();
        choices = if text.trim() == "interventies:" { true } else { choices && own_level > 4 };
        let Some(found) = line(text).filter(|_| !choices) else {
            plan.push_str(text);
            plan.push('\n');
            continue;
        };
        let written = match found.key {
            "startkwartaal" => Some(format!("{start}-Q2")),
            "ingediend" => Some(day.to_owned()),
            _ => value(found.about, day, place),
        };
        let left = written.as_deref() == Some("");
        let mark = if found.off && (!all || left) { "# " } else { "" };
        let written = written.map_or(String::new(), |value| format!(" {value}"));
        let head = format!("{}{mark}{}{}", " ".repeat(found.indent), found.lead, found.key);
        plan.push_str(&format!("{head}:{written}  # {}\n", found.about));
    }
    plan
}

/// The rules that a check complains of.
fn broken(plan: &str, day: &str) -> BTreeSet<(String, String)> {
    let output = mtvp_with(&["check", "-", "--format", "json", "--no-config", "--as-of", day], plan.as_bytes());
    let report: serde_json::Value =
        serde_json::from_str(&stdout(&output)).unwrap_or_else(|_| panic!("{}", stderr(&output)));
    let findings = report["plans"][0]["findings"].as_array().expect("findings").clone();
    let severe = |severity: &str| severity == "violation" || severity == "warning";
    findings
        .iter()
        .filter(|found| severe(found["severity"].as_str().unwrap()))
        .map(|found| (found["rule"].as_str().unwrap().to_owned(), found["message"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn of_a_blank_plan_that_is_filled_in_nothing_is_refused_but_what_is_to_be_chosen() {
    for (region, day, years) in REGIONS {
        for year in years {
            let plan = filled(region, day, year, false, 0);
            for (rule, message) in broken(&plan, day) {
                let comments = plan.replace("\n      # ", " ");
                let to_choose = comments.contains(&format!("(regel {rule})"))
                    || comments.contains(&format!("soms gevraagd, door regel {rule}:"));
                assert!(to_choose, "{region} year {year}: {rule}: {message}\n{plan}");
            }
        }
    }
}

/// What the program itself checks in a plan, whatever the regioplan: its form, its names and its values.
const FORM: [&str; 9] = [
    "yaml",
    "onbekend-veld",
    "verkeerde-waarde",
    "verplicht-veld",
    "dubbele-sleutel",
    "onbekende-interventie",
    "onbekend-regioplan",
    "jaar-ontbreekt",
    "jaar-buiten-regioplan",
];

#[test]
fn every_field_of_a_blank_plan_is_one_that_a_plan_can_have_with_each_of_its_options() {
    for (region, day, years) in REGIONS {
        for year in years {
            // Each option in one of the years.
            for place in (0..3).filter(|place| every(3) == 1 || (usize::from(year) + place) % 3 == 0) {
                let plan = filled(region, day, year, true, place);
                for (rule, message) in broken(&plan, day) {
                    assert!(!FORM.contains(&rule.as_str()), "{region} year {year}: {rule}: {message}\n{plan}");
                }
            }
        }
    }
}

/// The choices of a blank plan with all their data: what every choice can have, and what one intervention has.
#[test]
fn every_choice_of_a_blank_plan_can_have_the_data_that_stand_there() {
    for (region, day, years) in REGIONS {
        let year = *years.end();
        let plan = filled(region, day, year, false, 0);
        let own = plan.rsplit("    interventies:\n").next().unwrap().to_owned();
        let mut common = String::new();
        let mut blocks: Vec<(String, String)> = Vec::new();
        let mut options: Vec<(String, String)> = Vec::new();
        for text in own.lines() {
            let Some(bare) = text.strip_prefix("      # ") else { continue };
            if let Some(found) = line(text).filter(|found| !found.lead.is_empty()) {
                let written = value(found.about, day, 0).filter(|value| !value.is_empty());
                let off = if value(found.about, day, 0).as_deref() == Some("") { "# " } else { "" };
                let written = written.map_or(String::new(), |value| format!(" {value}"));
                let block = if let Some((_, block)) = blocks.last_mut() { block } else { &mut common };
                block.push_str(&format!("      {off}{}{}:{written}\n", found.lead, found.key));
                continue;
            }
            let name = bare.split(':').next().unwrap();
            if bare.ends_with(':')
                && !name.contains(' ')
                && name != "naam-van-de-interventie"
                && bare.len() == name.len() + 1
            {
                blocks.push((name.to_owned(), String::new()));
            } else if let Some((head, _)) = bare.split_once("  # ")
                && let Some((id, kind)) = head.split_once(": ")
                && !id.contains(' ')
            {
                options.push((id.to_owned(), kind.trim().to_owned()));
            }
        }
        assert!(options.len() > 4, "{region}: {options:?}");
        for (id, kind) in options.into_iter().step_by(every(3)) {
            let kind = if kind.is_empty() { "nieuw" } else { &kind };
            let block = blocks.iter().find(|(name, _)| *name == id).map_or("", |(_, block)| block.as_str());
            let choice = format!("      {id}:\n        keuze: {kind}\n{common}{block}");
            let whole = plan.replacen(&own, &format!("{choice}{own}"), 1);
            for (rule, message) in broken(&whole, day) {
                assert!(!FORM.contains(&rule.as_str()), "{region} {id}: {rule}: {message}\n{choice}");
            }
        }
    }
}

/// The plan that `docs/praktijken.md` shows in *Een plan maken* passes.
#[test]
fn the_plan_of_the_page_for_practices_passes() {
    let page = std::fs::read_to_string(root().join("docs/praktijken.md")).unwrap();
    let chapter = page.split("\n## Een plan maken\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let plan = chapter.split("```yaml\n").nth(1).unwrap().split("```").next().unwrap();
    let scratch = Scratch::new("readme-plan");
    let path = scratch.0.join("plan.yaml");
    std::fs::write(&path, plan).unwrap();
    let output = mtvp(&["check", &path.to_string_lossy(), "--no-config"]);
    let said = stdout(&output);
    assert_eq!(output.status.code(), Some(0), "{said}");
    assert!(said.contains("Het plan is in orde") && !said.contains("waarschuwing"), "{said}");
}
