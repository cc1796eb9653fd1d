//! Letters to practices: what stands in them, for whom they are, and what is wrong with a template.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::support::{Scratch, program, root, snapshot_in, stderr, stdout};

/// A folder with a practice of every sort, and what a region agreed.
const REGION: &str = "tests/cases/brieven/regio";

fn letters(folder: &Path, args: &[&str]) -> (BTreeMap<String, String>, String) {
    // Tests that run at once each have their own.
    let scratch = Scratch::new(&format!("brieven-uit-{:?}", std::thread::current().id()));
    let out = scratch.0.join("brieven");
    let output = program()
        .current_dir(folder)
        .args(["letters", ".", "--as-of", "2026-06-01", "-o"])
        .arg(&out)
        .args(args)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let path = entry.unwrap().path();
        (path.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read_to_string(path).unwrap())
    };
    (std::fs::read_dir(&out).unwrap().map(read).collect(), stdout(&output))
}

#[test]
fn letters_as_practices_read_them() {
    for (lang, format) in [("nl", "md"), ("en", "md"), ("nl", "html")] {
        let (all, _) = letters(&root().join(REGION), &["--format", format, "--lang", lang]);
        let mut text = String::new();
        for (name, letter) in &all {
            // The head of a page is the same in each.
            let body = letter.split("<body>").last().unwrap();
            let _ = writeln!(text, "===== {name}\n{body}");
        }
        snapshot_in("tests/cases/brieven", &format!("brieven-{format}-{lang}"), &text);
    }
    let folder = root().join(REGION);
    let args = ["letters", ".", "--as-of", "2026-06-01", "--format", "csv"];
    let output = program().current_dir(folder).args(args).output().unwrap();
    snapshot_in("tests/cases/brieven", "brieven-csv", &stdout(&output));
}

#[test]
fn nothing_that_was_filled_in_is_markup() {
    let (html, _) = letters(&root().join(REGION), &[]);
    let (markdown, _) = letters(&root().join(REGION), &["--format", "md"]);
    let letter = &html["brief-01053596.html"];
    assert!(letter.contains("&lt;script&gt;alert(1)") && letter.contains("{{ praktijk.agb }}"), "{letter}");
    // A stroke before a sign of Markdown takes its meaning.
    for (all, raw) in [(&html, ["<script", "<img", "<b>"]), (&markdown, ["**vet**", "[x](", " <img"])] {
        for (name, letter) in all {
            let bare = raw.iter().chain(&["\u{202e}", "##[x]"]).find(|raw| letter.contains(*raw));
            assert_eq!(bare, None, "{name}: {letter}");
            assert!(!letter.lines().any(|line| line.starts_with("::")), "{name}: {letter}");
        }
    }
    for letter in html.values() {
        for outside in ["src=", "href=", "<link", "url(", "@import"] {
            assert!(!letter.split("<body>").next().unwrap().contains(outside), "{outside}");
        }
        assert!(letter.contains("default-src 'none'"));
    }
}

/// Plans with telling names.
fn many(scratch: &Scratch) -> Vec<(String, String)> {
    let plans = crate::support::files("regioplans/eemland/2026-2027", &["yaml"]);
    let plans: Vec<_> = plans.iter().filter(|path| !path.to_string_lossy().contains("/regio/")).collect();
    let mut told = Vec::new();
    std::fs::create_dir_all(scratch.0.join("plannen")).unwrap();
    for (at, path) in plans.iter().step_by((plans.len() / 40).max(1)).take(40).enumerate() {
        let (agb, name) = (format!("0199{at:04}"), format!("Telnaam{at:02}x"));
        let text = std::fs::read_to_string(path).unwrap();
        let text: String = text
            .lines()
            .map(|line| match line {
                line if line.starts_with("  naam: ") => format!("  naam: Praktijk {name}\n"),
                line if line.starts_with("  agb: ") => format!("  agb: '{agb}'\n"),
                line => format!("{}\n", line.replace("M. de Wit", &format!("Mevrouw {name}"))),
            })
            .collect();
        scratch.write(&format!("plannen/plan-van-{name}.yaml"), text);
        told.push((agb, name));
    }
    // Two plans with one code, of which each could name the other's file.
    let twin = std::fs::read_to_string(scratch.0.join("plannen/plan-van-Telnaam00x.yaml")).unwrap();
    scratch.write("plannen/plan-van-Tweelingx.yaml", twin.replace("Telnaam00x", "Tweelingx"));
    told.push(("01990000".to_owned(), "Tweelingx".to_owned()));
    told
}

#[test]
fn no_letter_speaks_of_another_practice() {
    let scratch = Scratch::new("veertig");
    let told = many(&scratch);
    assert_eq!(told.len(), 41);
    for format in ["html", "md"] {
        let (all, said) = letters(&scratch.0, &["--format", format]);
        assert!(all.len() >= 40 && said.contains(&format!("{} brieven", all.len())), "{said}");
        for (name, letter) in &all {
            let named: BTreeSet<&str> =
                told.iter().filter(|(_, one)| letter.contains(one.as_str())).map(|(_, one)| one.as_str()).collect();
            assert_eq!(named.len(), 1, "{name} speaks of {named:?}");
            let codes: BTreeSet<&str> =
                told.iter().filter(|(agb, _)| letter.contains(agb.as_str())).map(|(agb, _)| agb.as_str()).collect();
            // Of a code that two use, the name of the file tells whose letter it is.
            let own = if codes.contains("01990000") {
                named.iter().all(|one| name.contains(&one.to_lowercase()))
            } else {
                codes.iter().all(|agb| name.contains(agb))
            };
            assert!(codes.len() == 1 && own, "{name} speaks of {codes:?}");
        }
    }
}

#[test]
fn letters_go_over_nothing_and_all_come_or_none() {
    let folder = root().join(REGION);
    let scratch = Scratch::new("brieven-daar");
    let run = |out: &str| {
        let out = scratch.0.join(out);
        program().current_dir(&folder).args(["letters", ".", "-o"]).arg(out).output().unwrap()
    };
    assert_eq!(run("brieven").status.code(), Some(0));
    let again = run("brieven");
    assert!(again.status.code() == Some(2) && stderr(&again).contains("bestaat al"), "{}", stderr(&again));
    std::fs::create_dir(scratch.0.join("half")).unwrap();
    scratch.write("half/brief-01053570.html", "van mij");
    assert_eq!(run("half").status.code(), Some(2));
    assert_eq!(std::fs::read_dir(scratch.0.join("half")).unwrap().count(), 1);
    let none = program().current_dir(&folder).args(["letters", "."]).output().unwrap();
    assert!(none.status.code() == Some(2) && stderr(&none).contains("-o brieven"), "{}", stderr(&none));
}

/// A name of a letter is that of its practice, whatever a plan says.
#[test]
fn names_of_letters_are_safe_and_apart() {
    let scratch = Scratch::new("brieven-namen");
    let plan = std::fs::read_to_string(root().join(REGION).join("plannen/de-cirkel.yaml")).unwrap();
    for (file, agb) in [("a", "'../../weg'"), ("b", "'01053570'"), ("c", "''"), ("CON", "CON"), ("e é", "'/etc/x'")] {
        let plan = plan.replace("'01053570'", agb).replace("De Cirkel", &format!("De Cirkel {file}"));
        scratch.write(&format!("{file}.yaml"), plan);
    }
    let (all, _) = letters(&scratch.0, &[]);
    assert!(all.len() == 5 && all.contains_key("brief-01053570.html"), "{:?}", all.keys());
    for name in all.keys() {
        let is_safe = name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.');
        assert!(is_safe && name.starts_with("brief-") && name.matches('.').count() == 1, "{name}");
    }
}

/// What a template may name, as the page for regions lists it.
fn documented() -> BTreeSet<String> {
    let page = std::fs::read_to_string(root().join("docs/regios.md")).unwrap();
    let table = page.split("| naam in het sjabloon |").nth(1).expect("the table of names");
    let rows = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let names = rows.flat_map(|row| {
        let cell = row.trim_start_matches('|').split(" | ").next().unwrap().to_owned();
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>()
    });
    names.collect()
}

#[test]
fn the_page_for_regions_has_every_name() {
    let scratch = Scratch::new("namen");
    let template = scratch.write("x.html.j2", "{{ qqqqqqqqqq }}");
    let output = program()
        .current_dir(root().join(REGION))
        .args(["letters", ".", "-o", "weg", "--template", &template])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    let listed = said.split("amen zijn er: ").nth(1).unwrap_or_else(|| panic!("{said}")).to_owned();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for part in listed.split('`').skip(1).collect::<Vec<_>>().chunks(2) {
        let inside = part.get(1).and_then(|rest| rest.split('(').nth(1)?.split(')').next()).unwrap_or_default();
        names.insert(part[0].to_owned());
        names.extend(inside.split(", ").filter(|name| !name.is_empty()).map(|name| format!("{}.{name}", part[0])));
    }
    let groups = ["regio", "praktijk", "plan", "nodig"];
    names.retain(|name| !groups.contains(&name.as_str()) && !name.ends_with("adres[]") && !name.ends_with("punten[]"));
    assert_eq!(documented(), names);
    assert!(names.len() > 50, "{names:?}");
}

#[test]
fn what_is_wrong_with_a_template_is_told_with_its_line() {
    let shipped = stdout(&program().args(["letters", "--print-template"]).output().unwrap());
    let slips = [
        ("{{ datum }}", "{{ dag }}", "`dag` staat niet in een brief"),
        ("{{ praktijk.naam }}", "{{ praktijk.name }}", "bedoelt u `praktijk.naam`"),
        ("punt.hulp | tekst", "punt.hulpp | tekst", "bedoelt u `punt.hulp`"),
        ("{{ bron(punt) }}", "{{ brom(punt) }}", "`brom` staat niet in een brief"),
        ("| tekst", "| text", "`text` bestaat niet"),
        ("{{ datum }}", "{{ datum | safe }}", "`safe` bestaat niet"),
        ("{{ datum }}", "{{ datum }", "klopt hier niet"),
        ("{% endmacro %}", "", "klopt hier niet"),
        ("{{ datum }}", "{% include \"/etc/passwd\" %}", "klopt hier niet"),
        ("{{ datum }}", "{% for x in datum %}{{ x.y }}{% endfor %}", "`x.y` staat niet in een brief"),
    ];
    let scratch = Scratch::new("sjablonen");
    let mut all = String::new();
    for (right, slip, says) in slips {
        assert!(shipped.contains(right), "{right}");
        scratch.write("eigen.html.j2", shipped.replacen(right, slip, 1));
        scratch.write("plan.yaml", std::fs::read(root().join(REGION).join("plannen/de-cirkel.yaml")).unwrap());
        let args = ["letters", ".", "-o", "brieven", "--template", "eigen.html.j2"];
        let output = program().current_dir(&scratch.0).args(args).output().unwrap();
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{slip}: {said}");
        let whole = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(whole.contains(says) && said.contains("eigen.html.j2:"), "{slip}: {said}");
        assert!(!said.contains("minijinja") && !scratch.0.join("brieven").exists(), "{said}");
        let _ = writeln!(all, "{said}");
    }
    snapshot_in("tests/cases/brieven", "sjablonen", &all);
}

#[test]
fn a_region_has_its_own_template_and_says_whom_to_ask() {
    let scratch = Scratch::new("eigen-brief");
    scratch.write("plan.yaml", std::fs::read(root().join(REGION).join("plannen/de-cirkel.yaml")).unwrap());
    scratch.write("brief.md.j2", "Dag {{ praktijk.naam }}, bel {{ vragen_aan }}. {{ te_doen | length }}\n");
    scratch.write("mtvp.toml", "template = \"brief.md.j2\"\ncontact = \"Jo <jo@regio.example>\"\n");
    let (all, _) = letters(&scratch.0, &[]);
    let letter = &all["brief-01053570.md"];
    assert_eq!(letter, "Dag Huisartsenpraktijk De Cirkel, bel Jo \\<jo@regio.example\\>. 0\n");
    // Who hands in a plan does not write the letters.
    std::fs::create_dir(scratch.0.join("iep")).unwrap();
    scratch.write("iep/mtvp.toml", "template = \"eigen.md.j2\"\n");
    let output = program().current_dir(&scratch.0).args(["letters", "iep", "-o", "uit"]).output().unwrap();
    assert!(output.status.code() == Some(2) && stderr(&output).contains("`template` mag hier niet"), "{output:?}");
}

#[test]
fn the_templates_that_ship_name_the_same_in_both_languages() {
    let shipped = |lang: &str, format: &str| {
        let args = ["letters", "--print-template", "--lang", lang, "--format", format];
        let text = stdout(&program().args(args).output().unwrap());
        let within = |open: &str, close: &str| {
            let parts = text.split(open).skip(1).map(|rest| rest.split(close).next().unwrap().to_owned());
            parts.collect::<Vec<_>>()
        };
        [within("{{", "}}"), within("{%", "%}")]
    };
    for format in ["html", "md"] {
        assert_eq!(shipped("nl", format), shipped("en", format), "{format}");
    }
}
