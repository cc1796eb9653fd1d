//! The canonical layout: formatting twice is formatting once, what a file means does not change, and comments stay.

use insta::assert_snapshot;
use mtvp::format::format;
use mtvp::syntax::{self, Kind};
use proptest::prelude::*;

use crate::support::{Scratch, files, mtvp, mtvp_with, name, root, stderr, stdout};

/// The tree without its places, so that two layouts of one file are the same.
fn meaning(text: &str, kind: Kind) -> String {
    let (tree, problems) = syntax::parse(text, kind);
    assert!(problems.is_empty(), "{problems:#?}");
    let tree = format!("{tree:?}");
    let mut out = String::with_capacity(tree.len());
    let mut rest = tree.as_str();
    while let Some(at) = rest.find("Span { start: ") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = &rest[rest.find('}').unwrap() + 1..];
    }
    out.push_str(rest);
    out
}

fn comments(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in text.lines() {
        let mut quoted = false;
        for (at, c) in line.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '#' if !quoted => {
                    found.push(line[at..].trim_start_matches('#').trim().to_owned());
                    break;
                }
                _ => {}
            }
        }
    }
    found
}

fn holds(text: &str, kind: Kind) -> String {
    let once = format(text, kind).unwrap_or_else(|problems| panic!("{problems:#?}\n{text}"));
    let twice = format(&once, kind).unwrap();
    assert_eq!(twice, once, "formatting twice");
    assert_eq!(meaning(&once, kind), meaning(&text.replace("\r\n", "\n"), kind));
    assert_eq!(comments(&once), comments(text));
    assert!(once.lines().all(|line| !line.ends_with([' ', '\t'])));
    once
}

#[test]
fn every_regioplan_is_formatted() {
    for (ending, kind) in [("regioplan", Kind::Regioplan), ("bronnen", Kind::Register)] {
        for path in files("regioplans", &[ending]) {
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(holds(&text, kind) == text, "{}: run `mtvp fmt regioplans`", name(&path));
        }
    }
}

#[test]
fn every_example_of_the_reference_can_be_formatted() {
    let text = std::fs::read_to_string(root().join("grammar/README.md")).unwrap();
    let mut open: Option<(String, String)> = None;
    let mut count = 0;
    for line in text.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(tag)) => open = Some((tag.to_owned(), String::new())),
            (Some(_), Some(_)) => {
                let (tag, body) = open.take().unwrap();
                let kind = if tag == "bronnen" { Kind::Register } else { Kind::Regioplan };
                if tag == "bronnen" || matches!(tag.as_str(), "regioplan" | "regioplan heel") {
                    holds(&body, kind);
                    count += 1;
                }
            }
            (Some((_, body)), None) => {
                body.push_str(line);
                body.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(count > 30, "{count}");
}

#[test]
fn a_messy_file_becomes_tidy() {
    let text = std::fs::read_to_string(root().join("tests/cases/opmaak/rommelig.regioplan")).unwrap();
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(root().join("tests/cases/opmaak"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!("rommelig", holds(&text, Kind::Regioplan)));
    // The ends of lines of another system stay; a mark at the start makes no difference.
    let windows = holds(&text.replace('\n', "\r\n"), Kind::Regioplan);
    assert_eq!(windows, holds(&text, Kind::Regioplan).replace('\n', "\r\n"));
    assert_eq!(format(&std::format!("\u{feff}{text}"), Kind::Regioplan).unwrap(), holds(&text, Kind::Regioplan));
}

#[test]
fn the_command_checks_shows_and_writes() {
    let scratch = Scratch::new("opmaak");
    let messy = "# proef\nregel   a \"A\"\n elk jaar\n";
    let path = scratch.write("a.regioplan", messy);
    let check = mtvp(&["fmt", "--check", &path]);
    assert_eq!(check.status.code(), Some(1));
    assert!(stdout(&check).contains("vaste opmaak"));
    let diff = mtvp(&["fmt", "--diff", &path]);
    assert!(stdout(&diff).contains("+regel a \"A\""), "{}", stdout(&diff));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), messy);
    assert_eq!(mtvp(&["fmt", &path]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "# proef\nregel a \"A\"\n  elk jaar\n");
    assert_eq!(mtvp(&["fmt", "--check", &path]).status.code(), Some(0));
    // What comes from the input has no name: a register begins with a statement.
    let register = "# proef\nbron RED-01   \"Voorblad\"\n zegt \"Iets.\"\n";
    let done = mtvp_with(&["fmt", "-"], register.as_bytes());
    assert_eq!(stdout(&done), "# proef\nbron RED-01 \"Voorblad\"\n  zegt \"Iets.\"\n", "{}", stderr(&done));
    let broken = scratch.write("b.regioplan", "regel a\n");
    assert_eq!(mtvp(&["fmt", &broken]).status.code(), Some(2));
    assert_eq!(std::fs::read_to_string(&broken).unwrap(), "regel a\n");
    assert_eq!(mtvp(&["fmt", "tests/cases/regio/leeg"]).status.code(), Some(3));
}

/// A clause with blanks, breaks and comments put in where they may stand.
fn messy_clause() -> impl Strategy<Value = String> {
    let clause = prop::sample::select(vec![
        "  kies minimaal 1 uit kernelement anders-werken, netwerk of personeel met soort nieuw of verdieping",
        "  eis minimaal de helft van de medewerkers met functie poh heeft aantal cursussen in dat jaar minimaal 2",
        "  in elk van de jaren 1, 2 en 3",
        "  niet voldaan: beoordeling door \"de regio, of  wie dan ook\" als uren is meer dan 2,5",
        "  toelichting \"Een tekst met # en  spaties.\"",
        "  eis aandeel is minimaal 30 % van totaal",
        "  bron VB-1, VB-2",
    ]);
    (clause, prop::collection::vec(0_u8..6, 24), "[ \t]{0,3}", prop::option::of("[a-z ]{0,8}")).prop_map(
        |(clause, choices, lead, comment)| {
            let mut out = lead;
            let mut choices = choices.into_iter().cycle();
            let mut quoted = false;
            let words: Vec<&str> = clause.trim().split(' ').collect();
            for (at, word) in words.iter().enumerate() {
                let inside = quoted;
                quoted ^= word.matches('"').count() % 2 == 1;
                if at > 0 {
                    let joins = ["met", "die", "uit", "of", "en"].contains(word) || words[at - 1].ends_with(',');
                    out.push_str(match choices.next().unwrap() {
                        _ if inside => " ",
                        0 if joins => "\n      ",
                        1 if joins => "  # tussendoor\n  ",
                        2 => "   ",
                        3 => "\t",
                        _ => " ",
                    });
                }
                out.push_str(word);
            }
            if let Some(comment) = comment {
                out.push_str(" #");
                out.push_str(&comment);
            }
            out
        },
    )
}

proptest! {
    #[test]
    fn generated_files_keep_their_meaning(
        clauses in prop::collection::vec((messy_clause(), 0_usize..4, prop::bool::ANY), 0..8),
        end in "[ \n]{0,3}",
    ) {
        let mut text = String::from("regel a \"A\"\n");
        for (clause, blanks, head) in clauses {
            text.push_str(&"\n".repeat(blanks));
            if head {
                text.push_str("# over wat volgt\nregel   b \"B\"\n");
            }
            text.push_str(&clause);
            text.push('\n');
        }
        text.push_str(&end);
        holds(&text, Kind::Regioplan);
    }
}

/// A clause with its blanks set anew: more of them, tabs, and new lines where the next line may go on.
fn shuffled(clause: &str, choices: &mut impl Iterator<Item = u8>) -> String {
    let mut out = String::new();
    let mut quoted = false;
    for (at, word) in clause.split_whitespace_outside_quotes().into_iter().enumerate() {
        if at > 0 {
            let joins = ["met", "die", "uit", "of", "en"].contains(&word.as_str())
                || word.starts_with('"')
                || out.ends_with(',');
            out.push_str(match choices.next().unwrap() {
                0 | 1 if joins => "\n",
                2 if joins => "\n\t  ",
                3 => "   ",
                4 => "\t",
                _ => " ",
            });
        }
        quoted ^= word.matches('"').count() % 2 == 1;
        out.push_str(&word);
    }
    assert!(!quoted, "{clause}");
    out
}

trait Words {
    /// The words; a text between quotes is one of them.
    fn split_whitespace_outside_quotes(&self) -> Vec<String>;
}

impl Words for str {
    fn split_whitespace_outside_quotes(&self) -> Vec<String> {
        let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
        for c in self.chars() {
            quoted ^= c == '"';
            if c.is_whitespace() && !quoted {
                words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            } else {
                word.push(c);
            }
        }
        words.extend((!word.is_empty()).then_some(word));
        words
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// However the blanks of a real file are set, its one layout is the same: the one that it is kept in.
    #[test]
    fn any_layout_of_a_real_file_becomes_the_one_that_is_kept(
        number in 0_usize..1000,
        choices in prop::collection::vec(0_u8..8, 97),
        indents in prop::collection::vec("[ \t]{0,5}", 31),
    ) {
        let mut all: Vec<(std::path::PathBuf, Kind)> =
            files("regioplans", &["regioplan"]).into_iter().map(|path| (path, Kind::Regioplan)).collect();
        all.extend(files("regioplans", &["bronnen"]).into_iter().map(|path| (path, Kind::Register)));
        let (path, kind) = &all[number % all.len()];
        let text = std::fs::read_to_string(path).unwrap();
        let mut choices = choices.into_iter().cycle();
        let mut indents = indents.iter().cycle();
        let mut messy = String::new();
        let mut at = 0;
        for placed in syntax::outline(&text, *kind).unwrap() {
            let (start, end) = (placed.span.start as usize, placed.span.end as usize);
            messy.push_str(text[at..start].trim_end_matches([' ', '\t']));
            messy.push_str(indents.next().unwrap());
            let clause = &text[start..end];
            let commented = !comments(clause).is_empty();
            messy.push_str(&if commented { clause.to_owned() } else { shuffled(clause, &mut choices) });
            at = end;
        }
        messy.push_str(&text[at..]);
        prop_assert_eq!(format(&messy, *kind).unwrap(), text, "{}", name(path));
    }
}
