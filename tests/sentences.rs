//! Sentences as people write them, each with what the language says for it: the advice at the error says just that, and who follows it has
//! no error. The cases lie in `tests/cases/zinnen`, a file for each place in a regioplan.
//!
//! Above the line `---` stands what is around the sentence, which stands at `@`. Below it come the sentences, with a blank line between them:
//! what was written, and on the lines below it what was meant. Lines that are set in are those of a condition with a name. Behind `!` stands the
//! text that tells of what the language cannot say.

use mtvp::diagnostic::Problem;

use crate::advice::{arg, errors};
use crate::support::{files, name, root};

/// What an advice says to write: one of these, each with its lines.
fn ways(problem: &Problem) -> Vec<Vec<String>> {
    let Some(help) = &problem.help else { return Vec::new() };
    let arg = |wanted: &str| arg(help, wanted);
    match help.id {
        "syntax-repair-help" => arg("clauses").into_iter().map(|clause| vec![clause]).collect(),
        "syntax-lines-help" => vec![arg("lines")],
        "syntax-shared-help" => {
            vec![arg("used").into_iter().chain(arg("lines").iter().map(|line| format!("  {line}"))).collect()]
        }
        _ => Vec::new(),
    }
}

/// What is around a sentence, with it in its place.
fn put(around: &str, lines: &[String]) -> String {
    let (condition, lines): (Vec<&String>, Vec<&String>) = lines.iter().partition(|line| line.starts_with("  "));
    let lines = lines.iter().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n");
    let text = around.replace("  @", &lines);
    if condition.is_empty() {
        return text;
    }
    let condition = condition.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n");
    format!("{text}\nvoorwaarde mijn-voorwaarde \"Mijn voorwaarde\"\n{condition}\n")
}

#[test]
fn the_advice_at_a_sentence_says_what_was_meant() {
    let basis = std::fs::read_to_string(root().join("tests/cases/zinnen/basis.regioplan")).unwrap();
    let (mut tried, mut wrong) = (0, Vec::new());
    for path in files("tests/cases/zinnen", &["txt"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let (around, cases) = text.split_once("\n---\n").unwrap();
        let whole = around.starts_with("regioplan ");
        let around = if whole { format!("{around}\n") } else { format!("{basis}\n{around}\n") };
        for case in cases.split("\n\n") {
            let mut lines = case.lines().map(str::to_owned);
            let written = lines.next().unwrap();
            let meant: Vec<String> = lines.collect();
            assert!(!meant.is_empty(), "{}: {written}", name(&path));
            tried += 1;
            let said = put(&around, std::slice::from_ref(&written));
            if let Some(told) = meant[0].strip_prefix("! ") {
                let all: Vec<&str> = errors(&said).iter().filter_map(|one| Some(one.help.as_ref()?.id)).collect();
                if !all.contains(&told) {
                    wrong.push(format!("{}: {written}: {all:?}, not {told}", name(&path)));
                }
                continue;
            }
            let found: Vec<Vec<String>> = errors(&said).iter().flat_map(ways).collect();
            if !found.contains(&meant) {
                wrong.push(format!("{}: {written}: {found:?}, not {meant:?}", name(&path)));
            }
            for error in errors(&put(&around, &meant)) {
                wrong.push(format!("{}: {meant:?} gives {:?}", name(&path), error.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {tried}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(tried >= 400, "only {tried} were tried");
}
