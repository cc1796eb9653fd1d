//! The examples of the language reference: each is parsed, compiled, and does what stands there.

use crate::support::{Scratch, mtvp, root, stderr, stdout};

/// A fenced block: its tag, its text, and the line on which it begins.
struct Block {
    tag: String,
    text: String,
    line: usize,
}

fn blocks() -> Vec<Block> {
    let text = std::fs::read_to_string(root().join("grammar/README.md")).unwrap();
    let mut found: Vec<Block> = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in text.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(tag)) => {
                open = Some(Block { tag: tag.trim().to_owned(), text: String::new(), line: number + 1 });
            }
            (Some(_), Some(_)) => found.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    assert!(open.is_none(), "a block is not closed");
    found
}

/// The messages of errors, without the warning about a missing register.
fn errors(shown: &str) -> Vec<String> {
    shown.lines().filter_map(|line| line.trim_start().strip_prefix("× ")).map(str::to_owned).collect()
}

#[test]
fn every_example_of_the_reference_does_what_it_says() {
    let scratch = Scratch::new("reference");
    let blocks = blocks();
    let mut basis = String::new();
    let mut nearest = String::new();
    // A whole regioplan judges the plans that name it.
    let mut whole_one = String::new();
    let mut supplement = String::new();
    let (mut sound, mut wrong, mut plans, mut taken) = (0, 0, 0, 0);
    for (index, block) in blocks.iter().enumerate() {
        let here = format!("grammar/README.md:{}", block.line);
        let next = || {
            blocks.get(index + 1).filter(|b| b.tag == "text").unwrap_or_else(|| panic!("{here}: no ```text after it"))
        };
        match block.tag.as_str() {
            "regioplan" | "regioplan heel" | "regioplan fout" => {
                let whole = match block.tag.as_str() {
                    "regioplan heel" => block.text.clone(),
                    _ => format!("{basis}\n{}", block.text),
                };
                let path = scratch.write("voorbeeld.regioplan", &whole);
                let output = mtvp(&["show", &path]);
                let found = errors(&stderr(&output));
                if block.tag == "regioplan fout" {
                    let wanted: Vec<String> = next().text.lines().map(str::to_owned).collect();
                    assert_eq!(found, wanted, "{here}");
                    wrong += 1;
                    continue;
                }
                assert!(output.status.success(), "{here}: {}", stderr(&output));
                if block.tag == "regioplan heel" {
                    whole_one.clone_from(&block.text);
                }
                if basis.is_empty() {
                    basis.clone_from(&block.text);
                    nearest.clear();
                } else if block.tag == "regioplan" {
                    nearest.clone_from(&block.text);
                }
                sound += 1;
            }
            "aanvulling" | "aanvulling fout" => {
                let path = scratch.write("verzekeraar.regioplan", &block.text);
                let output = mtvp(&["show", &path]);
                let found = errors(&stderr(&output));
                if block.tag == "aanvulling fout" {
                    std::fs::remove_file(&path).unwrap();
                    scratch.write("verzekeraar.regioplan", &supplement);
                    let wanted: Vec<String> = next().text.lines().map(str::to_owned).collect();
                    assert_eq!(found, wanted, "{here}");
                    wrong += 1;
                    continue;
                }
                assert!(output.status.success(), "{here}: {}", stderr(&output));
                supplement.clone_from(&block.text);
                sound += 1;
            }
            "bronnen" => {
                let (_, problems) = mtvp::syntax::parse(&block.text, mtvp::syntax::Kind::Register);
                assert!(problems.is_empty(), "{here}: {problems:#?}");
            }
            "yaml" | "yaml met aanvulling" => {
                if blocks.get(index + 1).is_none_or(|b| b.tag != "text") {
                    continue;
                }
                let named = block.text.strip_prefix("regioplan: ").and_then(|rest| rest.split('@').next()).unwrap();
                let by_whole = whole_one.starts_with(&format!("regioplan {named} "));
                let judge = if by_whole { whole_one.clone() } else { format!("{basis}\n{nearest}") };
                let regioplan = scratch.write("voorbeeld.regioplan", judge);
                let plan = scratch.write("plan.yaml", &block.text);
                let named = if block.tag == "yaml" { "" } else { "aanvullingen = [\"verzekeraar.regioplan\"]\n" };
                let settings = scratch.write("mtvp.toml", named);
                let flags = ["--regioplan", &regioplan, "--format", "concise", "--config", &settings];
                let output = mtvp(&[&["check", &plan][..], &flags[..]].concat());
                let findings = stdout(&output);
                let findings = findings.lines().filter(|line| {
                    line.starts_with(&format!("{plan}:"))
                        && line.split(':').nth(2).is_some_and(|c| c.parse::<usize>().is_ok())
                });
                let found: Vec<String> = findings.map(short).collect();
                let wanted: Vec<String> =
                    next().text.lines().filter(|line| *line != "niets").map(str::to_owned).collect();
                assert_eq!(found, wanted, "{here}\n{}{}", stdout(&output), stderr(&output));
                plans += 1;
            }
            // What is taken from a file of a region stands there word for word; that file has its own tests.
            tag if tag.starts_with("regioplan uit ") || tag.starts_with("yaml uit ") => {
                let path = tag.split_once(" uit ").unwrap().1;
                let text = std::fs::read_to_string(root().join("regioplans").join(path))
                    .unwrap_or_else(|error| panic!("{here}: {path}: {error}"));
                assert!(text.contains(&block.text), "{here}: this does not stand in {path}");
                taken += 1;
            }
            _ => {}
        }
    }
    assert!(taken >= 60, "{taken} parts of real files");
    assert!(sound >= 29 && wrong >= 22 && plans >= 37, "{sound} examples, {wrong} wrong ones, {plans} plans");
}

/// `pad:1:2: overtreding regel tekst` -> `overtreding regel`
fn short(line: &str) -> String {
    let after = line.splitn(4, ':').nth(3).unwrap_or("").trim_start();
    let severities = ["overtreding", "waarschuwing", "te beoordelen", "later aan te tonen"];
    let severity = severities.into_iter().find(|word| after.starts_with(word)).unwrap_or_else(|| panic!("{line}"));
    let rule = after[severity.len()..].split_whitespace().next().unwrap_or("");
    format!("{severity} {rule}")
}
