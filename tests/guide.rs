//! The guide for who writes a first regioplan, done word for word: every text goes into its file, every command is run, and
//! what stands below it is what is seen.

use std::path::Path;

use crate::support::{Scratch, program, root, stdout};

/// A fenced block: its tag, its text, and the line on which it begins.
struct Block {
    tag: String,
    text: String,
    line: usize,
}

fn blocks(text: &str) -> Vec<Block> {
    let mut found: Vec<Block> = Vec::new();
    let mut open = false;
    for (number, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), open) {
            (Some(tag), false) => {
                found.push(Block { tag: tag.to_owned(), text: String::new(), line: number + 1 });
                open = true;
            }
            (Some(_), true) => open = false,
            (None, true) => {
                let block = found.last_mut().unwrap();
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, false) => {}
        }
    }
    assert!(!open, "a block is not closed");
    found
}

/// Adds a text to a file, with an empty line between.
fn add(path: &Path, text: &str) {
    let old = std::fs::read_to_string(path).unwrap_or_default();
    let between = if old.is_empty() { "" } else { "\n" };
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, format!("{old}{between}{text}")).unwrap();
}

/// Runs the commands of a block in the folder; all they show. Only a slip keeps one from its work.
fn run(folder: &Path, commands: &str, here: &str, slip: bool) -> String {
    let mut shown = String::new();
    for command in commands.lines() {
        let words: Vec<&str> = command.split_whitespace().collect();
        assert_eq!(words.first(), Some(&"mtvp"), "{here}: {command}");
        let output = program().args(&words[1..]).current_dir(folder).output().unwrap();
        let done = matches!(output.status.code(), Some(0 | 1));
        assert_eq!(done, !slip, "{here}: {command}: {output:?}");
        shown.push_str(&stdout(&output));
        shown.push_str(&String::from_utf8_lossy(&output.stderr));
    }
    shown
}

/// Whether a text is what stands there, where `…` on a line of its own is any number of lines.
fn is_as_said(shown: &str, said: &str) -> bool {
    let mut rest: Vec<&str> = shown.trim_end().lines().collect();
    let parts: Vec<Vec<&str>> =
        said.trim_end().split("…\n").map(|part| part.trim_end_matches('…').lines().collect()).collect();
    for (number, part) in parts.iter().enumerate() {
        let starts: Vec<usize> =
            (0..=rest.len().saturating_sub(part.len())).filter(|at| rest[*at..].starts_with(part)).collect();
        let Some(start) = starts.first().filter(|start| number > 0 || **start == 0) else { return false };
        rest.drain(..start + part.len());
    }
    rest.is_empty() || said.trim_end().ends_with('…')
}

#[test]
fn the_guide_works_word_for_word() {
    let text = std::fs::read_to_string(root().join("grammar/gids.md")).unwrap();
    assert!(text.lines().count() <= 300, "an hour's guide has 300 lines at most");
    let scratch = Scratch::new("gids");
    let folder = scratch.0.join("duinzoom");
    let blocks = blocks(&text);
    let (mut commands, mut shown) = (0, None);
    for block in &blocks {
        let here = format!("grammar/gids.md:{}", block.line);
        match block.tag.split_once(' ').unwrap_or((&block.tag, "")) {
            ("regioplan", "") => add(&folder.join("2026.regioplan"), &block.text),
            ("regioplan", "fout") => {
                let (good, wrong) = (folder.join("2026.regioplan"), folder.join("fout.regioplan"));
                // The slip stands in the place of the rule with this name.
                let old = std::fs::read_to_string(&good).unwrap();
                let head = block.text.lines().next().unwrap();
                let at = old.find(head).unwrap_or_else(|| panic!("{here}: {head}"));
                std::fs::write(&wrong, format!("{}{}", &old[..at], block.text)).unwrap();
                let said = run(&folder, "mtvp show fout.regioplan", &here, true);
                std::fs::remove_file(&wrong).unwrap();
                let strip = |line: &str| {
                    let line = line.trim();
                    let found = line.strip_prefix("× ").or_else(|| line.strip_prefix("hulp: "))?;
                    Some(found.to_owned())
                };
                shown = Some(said.lines().filter_map(strip).collect::<Vec<_>>().join("\n"));
            }
            ("bronnen", "") => add(&folder.join("2026.bronnen"), &block.text),
            ("yaml", path) => add(&folder.join(path), &block.text),
            ("console", "") => {
                commands += 1;
                shown = Some(run(&folder, &block.text, &here, false));
            }
            ("text", "") => {
                let shown = shown.take().unwrap_or_else(|| panic!("{here}: nothing was run"));
                assert!(is_as_said(&shown, &block.text), "{here}\n{shown}");
            }
            other => panic!("{here}: {other:?}"),
        }
    }
    assert!(commands >= 6, "{commands}");
    // The region is finished: its examples hold, and lint has nothing to say; the next version begins in order.
    let done =
        run(&folder, "mtvp lint 2026.regioplan\nmtvp test 2026.regioplan\nmtvp test 2027.regioplan", "the end", false);
    assert!(done.contains("geen opmerkingen"), "{done}");
    assert_eq!(done.matches("kloppen: 5 van 5").count(), 2, "{done}");
}
