//! Every command and option has a Dutch name beside its own; messages use one name everywhere; a wrong name gets the nearest.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{files, mtvp, root, stderr, stdout};

/// The names that are Dutch themselves.
const DUTCH: [&str; 4] = ["schema", "test", "--regioplan", "--verantwoording"];

/// The commands with their Dutch names, as the help has them.
fn commands(lang: &str) -> BTreeMap<String, Option<String>> {
    let help = stdout(&mtvp(&["--help", "--lang", lang])).replace("\n               ", " ");
    let (from, until) = if lang == "nl" { ("Opdrachten:", "Opties:") } else { ("Commands:", "Options:") };
    let part = help.split(from).nth(1).unwrap().split(until).next().unwrap().to_owned();
    part.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| (line.split_whitespace().next().unwrap().to_owned(), also(line, lang)))
        .collect()
}

/// The options of a command with their Dutch names, as the help has them.
fn options(command: &str, lang: &str) -> BTreeMap<String, Option<String>> {
    let help = stdout(&mtvp(&[command, "--help", "--lang", lang]));
    let part = help.split(if lang == "nl" { "Opties:" } else { "Options:" }).nth(1).unwrap().to_owned();
    let mut found: Vec<String> = Vec::new();
    for line in part.lines() {
        if line.starts_with("      --") || line.starts_with("  -") {
            found.push(line.to_owned());
        } else if let Some(last) = found.last_mut() {
            last.push(' ');
            last.push_str(line.trim());
        }
    }
    found
        .iter()
        .map(|line| {
            let name = line.split_whitespace().find(|word| word.starts_with("--")).unwrap();
            let name = name.split(['[', '=']).next().unwrap();
            (name.to_owned(), also(line, lang))
        })
        .collect()
}

fn also(line: &str, lang: &str) -> Option<String> {
    let opened = if lang == "nl" { "[ook: " } else { "[also: " };
    Some(line.split(opened).nth(1)?.split(']').next().unwrap().to_owned())
}

#[test]
fn every_command_and_option_has_a_dutch_name_that_the_help_and_the_page_of_words_show() {
    let page = std::fs::read_to_string(root().join("docs/woorden.md")).unwrap();
    let mut known: BTreeMap<String, String> = BTreeMap::new();
    let mut seen = |own: &str, dutch: Option<&String>| match dutch {
        Some(dutch) => {
            assert!(page.contains(&format!("| `{own}` | `{dutch}` |")), "{own} | {dutch}: in docs/woorden.md");
            let old = known.insert(own.to_owned(), dutch.clone());
            assert!(old.is_none_or(|old| old == *dutch), "{own} has two Dutch names");
        }
        None => assert!(DUTCH.contains(&own), "{own}: no Dutch name"),
    };
    assert_eq!(commands("nl"), commands("en"));
    for (command, dutch) in commands("nl") {
        seen(&command, dutch.as_ref());
        assert_eq!(options(&command, "nl"), options(&command, "en"), "{command}");
        for (option, dutch) in options(&command, "nl") {
            seen(&option, dutch.as_ref());
        }
        let Some(dutch) = dutch else { continue };
        for help in ["--help", "--hulp", "-h"] {
            assert_eq!(stdout(&mtvp(&[&dutch, help])), stdout(&mtvp(&[&command, "--help"])), "{dutch} {help}");
        }
        assert_eq!(stdout(&mtvp(&["hulp", &dutch])), stdout(&mtvp(&["help", &command])));
        assert_eq!(stdout(&mtvp(&["handleiding", &dutch])), stdout(&mtvp(&["man", &command])));
    }
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let file = stdout(&mtvp(&["completions", shell]));
        for (own, dutch) in &known {
            let dutch = dutch.trim_start_matches('-');
            assert!(file.contains(dutch), "{shell}: {own} as {dutch}");
        }
    }
    assert!(known.len() > 50, "{}", known.len());
}

/// An option does the same by both names: with a value that cannot be, the complaint is the same.
#[test]
fn an_option_does_the_same_by_both_names() {
    let plan = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-1.yaml";
    let pairs: [(&[&str], &[&str]); 9] = [
        (&["check", plan, "--as-of", "2025-06-01"], &["controleer", plan, "--peildatum", "1-6-2025"]),
        (&["check", plan, "--lang", "en"], &["controleer", "--taal=en", plan]),
        (&["check", plan, "--format", "json", "--quiet"], &["controleer", plan, "--vorm", "json", "--stil"]),
        (&["check", "--show-settings", "--strict"], &["controleer", "--toon-instellingen", "--streng"]),
        (&["check", "--show-settings", "--no-config"], &["controleer", "--toon-instellingen", "--geen-instellingen"]),
        (
            &["check", "--show-settings", "--config", "examples/mtvp.toml"],
            &["controleer", "--toon-instellingen", "--instellingen", "examples/mtvp.toml"],
        ),
        (&["new", "eemland", "--year", "2"], &["nieuw", "eemland", "--jaar", "jaar 2"]),
        (&["show", "eemland", "--sources"], &["toon", "eemland", "--bronnen"]),
        (&["lint", "eemland", "--format", "json"], &["nakijken", "eemland", "--vorm", "json"]),
    ];
    for (own, dutch) in pairs {
        let (own, dutch) = (mtvp(own), mtvp(dutch));
        assert_eq!((stdout(&own), stderr(&own)), (stdout(&dutch), stderr(&dutch)));
        assert!(!stdout(&own).is_empty());
    }
}

#[test]
fn two_names_of_one_option_do_not_contradict_each_other() {
    let cases: [&[&str]; 6] = [
        &["new", "eemland", "--year", "1", "--jaar", "2"],
        &["nieuw", "--jaar=1", "eemland", "--year=2"],
        &["--lang", "nl", "controleer", "x.yaml", "--taal", "en"],
        &["check", "x.yaml", "--as-of", "2025-01-01", "--peildatum=2025-02-01"],
        &["nieuw", "eemland", "--jaar", "1", "-o", "a.yaml", "--uitvoer", "b.yaml"],
        &["check", "x.yaml", "--config", "a.toml", "--instellingen", "b.toml"],
    ];
    for case in cases {
        let output = mtvp(case);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(2), "{case:?}");
        assert!(said.contains("spreken elkaar tegen") || said.contains("contradict"), "{case:?}: {said}");
    }
    // Twice the same is no contradiction, and the value of another option is no option.
    for case in [
        &["new", "eemland", "--year", "1", "--jaar", "1"][..],
        &["check", "--show-settings", "--region", "--taal", "--taal", "nl"],
    ] {
        let said = stderr(&mtvp(case));
        assert!(!said.contains("spreken elkaar tegen"), "{case:?}: {said}");
    }
}

#[test]
fn a_wrong_command_gets_the_nearest() {
    let cases = [
        ("chek", "check"),
        ("check-plan", "check"),
        ("checken", "check"),
        ("controleren", "controleer"),
        ("Controleer", "controleer"),
        ("controle", "controleer"),
        ("nieuwe", "nieuw"),
        ("nieuw-plan", "nieuw"),
        ("volgende", "volgend"),
        ("volgend-jaar", "volgend"),
        ("uitleggen", "uitleg"),
        ("explian", "explain"),
        ("tonen", "toon"),
        ("shwo", "show"),
        ("verschillen", "verschil"),
        ("gevolg", "gevolgen"),
        ("afwijking", "afwijkingen"),
        ("vernieuwen", "vernieuw"),
        ("documentatie", "document"),
        ("region-plans", "region"),
    ];
    for (wrong, right) in cases {
        let said = stderr(&mtvp(&[wrong]));
        assert!(said.contains(&format!("Bedoelt u `mtvp {right}`?")), "{wrong}: {said}");
        assert!(stderr(&mtvp(&["help", wrong])).contains(&format!("`mtvp {right}`")), "help {wrong}");
    }
}

/// Messages name a command and an option as the program declares them, in both languages.
#[test]
fn messages_use_one_name() {
    let own: BTreeSet<String> = commands("nl").into_keys().collect();
    let all: BTreeSet<String> = own.iter().flat_map(|command| options(command, "nl").into_keys()).collect();
    let mut mentioned = 0;
    for path in files("src/report/messages", &["ftl"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        for line in text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.contains("git ")) {
            for part in line.split("mtvp ").skip(1) {
                let command: String = part.chars().take_while(char::is_ascii_lowercase).collect();
                let in_code = line.contains(&format!("`mtvp {command}"));
                assert!(!in_code || command.is_empty() || own.contains(&command), "{}: {line}", path.display());
                mentioned += usize::from(in_code);
            }
            for part in line.replace("---", "").split("--").skip(1) {
                let option: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
                let option = format!("--{option}");
                assert!(option == "--" || all.contains(&option) || option == "--version", "{}: {line}", path.display());
                mentioned += 1;
            }
        }
    }
    assert!(mentioned > 50, "{mentioned}");
}

/// Years and dates are read in every form that has one meaning; another one is told with what it may be.
#[test]
fn years_and_dates_on_the_command_line() {
    let year = |text: &str| mtvp(&["nieuw", "eemland", "--jaar", text]);
    for text in ["2", "jaar 2", "2e jaar", "tweede", "Jaar 2"] {
        assert_eq!(stdout(&year(text)), stdout(&year("2")), "{text}");
        assert_eq!(year(text).status.code(), Some(0), "{text}");
    }
    for text in ["2025", "jaar 2025"] {
        let said = stderr(&year(text));
        assert!(said.contains("2025 is een kalenderjaar") && said.contains("2024: jaar 2"), "{said}");
    }
    let plan = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";
    let on = |text: &str| mtvp(&["controleer", plan, "--peildatum", text]);
    for text in ["14-3-2025", "14/03/25", "14.03.2025", "vrijdag 14 maart 2025", "2025-3-14", "14 March 2025"] {
        assert_eq!(stdout(&on(text)), stdout(&on("2025-03-14")), "{text}: {}", stderr(&on(text)));
    }
    for text in ["maart 2025", "31-2-2025", "gisteren", ""] {
        assert_eq!(on(text).status.code(), Some(2), "{text}");
    }
}
