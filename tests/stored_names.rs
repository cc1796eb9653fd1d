//! One letter with an accent is one letter, however it is stored: in the name of a file too, wherever a text names it.

use crate::who_decides::{BAD, GOOD, check, git, repository, text};

/// The same name, put together in two ways.
const TWO: [&str; 2] = ["caf\u{e9}", "cafe\u{301}"];

fn both() -> [(&'static str, &'static str); 2] {
    let [one, other] = TWO;
    [(one, other), (other, one)]
}

#[test]
fn evidence_is_found_by_its_name_as_people_read_it() {
    let plan = text("examples/plannen/de-linde.yaml");
    for (number, (said, stored)) in both().into_iter().enumerate() {
        let plan = plan.replace("bewijs/triage.txt", &format!("{said}/{said}.txt"));
        let evidence = format!("{stored}/{stored}.txt");
        let files = [("p.yaml", plan.as_str()), (&evidence, "afspraken\n"), ("g.yaml", &text(GOOD))];
        let scratch = repository(&format!("bewijs-{number}"), &files);
        assert!(!check(&scratch.0, &[]).0.contains("bestand-ontbreekt"));
        // A change of it is a change of what the plan says.
        scratch.write(&evidence, "");
        git(&scratch.0, &["add", "-A"]);
        let hook = ["--force-exclude", "--also-changed", "--"];
        for args in [&["--changed"][..], &[&hook[..], &[&evidence]].concat(), &hook] {
            let (said, code) = check(&scratch.0, args);
            assert!(code == Some(1) && said.contains("bestand-ontbreekt"), "{args:?}: {said}");
        }
        // What a hook is handed is evidence, and no document that may be a plan.
        std::fs::remove_file(scratch.0.join(&evidence)).unwrap();
        let (document, named) = (format!("{stored}/{stored}.pdf"), format!("{said}/{said}.pdf"));
        scratch.write(&document, "%PDF-");
        scratch.write("p.yaml", plan.replace(&format!("{said}/{said}.txt"), &named));
        git(&scratch.0, &["add", "-A"]);
        for args in [&["."][..], &[&hook[..], &[&document]].concat()] {
            let (said, _) = check(&scratch.0, args);
            assert!(
                !said.contains("Dit document is niet bekeken") && !said.contains("bestand-ontbreekt"),
                "{args:?}: {said}"
            );
        }
    }
}

#[test]
fn a_list_names_a_plan_as_people_read_it() {
    let folder = "tests/cases/afwijkingen/geldig";
    let (plan, waivers) = (text(&format!("{folder}/plannen/plan.yaml")), text(&format!("{folder}/afwijkingen.yaml")));
    for (number, (said, stored)) in both().into_iter().enumerate() {
        let waivers = waivers.replace("  regel:", &format!("  bestand: {said}/{said}.yaml\n  regel:"));
        let at = format!("{stored}/{stored}.yaml");
        let files = [("mtvp.toml", "waivers = \"w.yaml\"\n"), ("w.yaml", &waivers), (&at, &plan)];
        let scratch = repository(&format!("lijst-{number}"), &files);
        for args in [&[][..], &[stored], &[said], &[&at]] {
            let (said, code) = check(&scratch.0, args);
            assert!(code == Some(0) && !said.contains("afwijking-ongebruikt"), "{args:?}: {said}");
        }
        // Of two names that read the same, it is the very one.
        std::fs::create_dir(scratch.0.join(said)).unwrap();
        scratch.write(&format!("{said}/{said}.yaml"), &plan);
        let (told, code) = check(&scratch.0, &[]);
        let broken: Vec<&str> = told.lines().filter(|line| line.contains("overtreding aw-jaar-3 ")).collect();
        assert!(code == Some(1) && broken.len() == 1 && broken[0].starts_with(&format!("{at}:")), "{told}");
    }
}

#[test]
fn settings_name_folders_as_people_read_them() {
    for (number, (said, stored)) in both().into_iter().enumerate() {
        let settings = format!(
            "paths = [\"{said}\"]\ndelegate = [\"{said}\"]\nexclude = [\"{said}/uit-{said}.yaml\"]\nwaivers = \"{said}/w-{said}.yaml\"\nregioplans = [\"{said}/regels\"]\n"
        );
        let (bad, good) = (text(BAD), text(GOOD));
        let inside = |name: &str| format!("{stored}/{name}");
        let names = [
            inside("mtvp.toml"),
            inside("a.yaml"),
            inside(&format!("uit-{stored}.yaml")),
            inside(&format!("w-{stored}.yaml")),
        ];
        let files = [
            ("mtvp.toml", settings.as_str()),
            (names[0].as_str(), "strict = false\nexclude = [\"zz\"]\n"),
            (names[1].as_str(), &good),
            (names[2].as_str(), &bad),
            (names[3].as_str(), "[]\n"),
            ("los/b.yaml", &bad),
        ];
        let scratch = repository(&format!("instelling-{number}"), &files);
        std::fs::create_dir(scratch.0.join(inside("regels"))).unwrap();
        let (told, code) = check(&scratch.0, &[]);
        assert!(code == Some(0) && told.contains("1 plan bekeken"), "{told}");
        // A list that a program made names files as well.
        scratch.write(".lijst", format!("{said}/a.yaml\n{said}/uit-{said}.yaml\n"));
        let (told, code) = check(&scratch.0, &["--files-from", ".lijst"]);
        assert!(code == Some(0) && told.contains("1 plan bekeken"), "{told}");
    }
}
