//! The advice at an error in a regioplan: who follows it has one error less and none more, and no name in it is invented.

use std::collections::BTreeSet;

use mtvp::compile;
use mtvp::diagnostic::{Arg, Problem, Severity, Text};
use mtvp::model::Kind;
use mtvp::source::Span;

use crate::support::{files, name, root};

/// The files with errors: those of the cases, and the wrong examples of the reference below its basis.
fn wrong() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = files("tests/cases/regioplan", &["regioplan"])
        .iter()
        .map(|path| (name(path), std::fs::read_to_string(path).unwrap()))
        .collect();
    let reference = std::fs::read_to_string(root().join("grammar/README.md")).unwrap();
    let mut basis = None;
    for (number, part) in reference.split("\n```regioplan").enumerate().skip(1) {
        let (tag, rest) = part.split_once('\n').unwrap();
        let text = rest.split("\n```").next().unwrap();
        match tag.trim() {
            "" if basis.is_none() => basis = Some(text.to_owned()),
            "fout" => {
                let whole = format!("{}\n\n{text}\n", basis.as_deref().unwrap());
                found.push((format!("grammar/README.md, example {number}"), whole));
            }
            _ => {}
        }
    }
    found
}

/// What is wrong with a regioplan.
pub fn errors(text: &str) -> Vec<Problem> {
    let mut problems = compile::read(text, None).problems;
    problems.retain(|problem| problem.severity == Severity::Violation);
    problems
}

/// The words of an argument.
fn words(arg: &Arg) -> Vec<String> {
    match arg {
        Arg::Str(word) => vec![word.trim_matches('`').to_owned()],
        Arg::List(list, _) | Arg::Brief(list, _) => list.iter().flat_map(words).collect(),
        Arg::Text(text) => text.args.iter().flat_map(|(_, arg)| words(arg)).collect(),
        Arg::Num(_) | Arg::Decimal(_) | Arg::Money(_) | Arg::Date(_) => Vec::new(),
    }
}

/// The words of an argument with this name.
pub fn arg(text: &Text, wanted: &str) -> Vec<String> {
    text.args.iter().filter(|(name, _)| *name == wanted).flat_map(|(_, arg)| words(arg)).collect()
}

/// The clause in which a place lies.
fn clause(text: &str, at: Span) -> Span {
    // What cannot be read is no clause of the tree: then it is the line, with those that go on below it.
    let start = text[..at.start as usize].rfind('\n').map_or(0, |line| line + 1);
    let line = text[start..].split('\n').next().unwrap();
    Span::new(start + (line.len() - line.trim_start().len()), start + line.trim_end().len())
}

/// The text with the advice followed, in each way that it offers.
fn followed(text: &str, problem: &Problem) -> Vec<String> {
    let Some(help) = &problem.help else { return Vec::new() };
    let put = |span: Span, new: &str| format!("{}{new}{}", &text[..span.start as usize], &text[span.end as usize..]);
    let place = problem.primary.span;
    let trimmed = Span::new(place.start as usize, place.start as usize + place.of(text).trim_end().len());
    match help.id {
        "did-you-mean" => arg(help, "name").iter().map(|word| put(trimmed, word)).collect(),
        "syntax-repair-help" => {
            let whole = arg(help, "clauses").into_iter().filter(|clause| !clause.contains('…'));
            whole.map(|said| put(clause(text, place), &said)).collect()
        }
        "syntax-lines-help" => vec![put(clause(text, place), &arg(help, "lines").join("\n  "))],
        "syntax-shared-help" => {
            let used = put(clause(text, place), &arg(help, "used").concat());
            vec![format!(
                "{used}\nvoorwaarde mijn-voorwaarde \"Mijn voorwaarde\"\n  {}\n",
                arg(help, "lines").join("\n  ")
            )]
        }
        "syntax-dotted-help" => arg(help, "meant").iter().map(|word| put(trimmed, word)).collect(),
        _ => Vec::new(),
    }
}

/// One error, whatever its place: what it says.
fn said(problem: &Problem) -> String {
    format!("{:?}", problem.message)
}

#[test]
fn advice_that_is_followed_compiles() {
    let (mut tried, mut wrong_advice) = (0, Vec::<String>::new());
    for (path, text) in wrong() {
        let before = errors(&text);
        for problem in &before {
            let ways = followed(&text, problem);
            tried += ways.len();
            let mut left: Vec<String> = before.iter().map(said).collect();
            left.remove(left.iter().position(|one| *one == said(problem)).unwrap());
            let line = |text: &str, at: Span| text[..at.start as usize].matches('\n').count();
            let here = line(&text, problem.primary.span);
            // What was hidden by the error may come to light, but not in the clause that was mended.
            let gives = |new: &String| {
                let at_place = |one: &Problem| line(new, one.primary.span) == here && !left.contains(&said(one));
                errors(new).into_iter().find(at_place).map(|found| said(&found))
            };
            // Of ways that mean different things, one is meant.
            let outcomes: Vec<Option<String>> = ways.iter().map(gives).collect();
            if !outcomes.is_empty() && outcomes.iter().all(Option::is_some) {
                wrong_advice.push(format!("{path}: {} gives {outcomes:?}", said(problem)));
            }
        }
    }
    assert!(wrong_advice.is_empty(), "{} of {tried}:\n{}", wrong_advice.len(), wrong_advice.join("\n"));
    assert!(tried >= 40, "only {tried} were tried");
}

/// Words that stand in the file or in the language: the grammar says those of the language.
fn known(text: &str) -> BTreeSet<String> {
    let grammar = std::fs::read_to_string(root().join("grammar/regioplan.pest")).unwrap();
    let word = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
    let mut known: BTreeSet<String> = text.split(word).map(str::to_owned).collect();
    known.extend(grammar.split(word).map(|word| word.trim_start_matches("k_").replace('_', "-")));
    known.extend(Kind::ALL.map(|kind| kind.word().to_owned()));
    // Every plan has it, and nobody declares it.
    known.insert("keuzes".to_owned());
    known
}

#[test]
fn no_advice_invents_a_name() {
    let mut invented = Vec::new();
    let mut looked_at = 0;
    for (path, text) in wrong() {
        let known = known(&text);
        for problem in errors(&text) {
            let Some(help) = &problem.help else { continue };
            let names = ["did-you-mean", "syntax-repair-help", "choose-from"].contains(&help.id);
            for said in help.args.iter().filter(|_| names).flat_map(|(_, arg)| words(arg)) {
                let outside = said
                    .split('"')
                    .step_by(2)
                    .flat_map(|part| part.split([' ', ',', ':', '`', '…', '%', '(', ')', '€']));
                for word in outside.filter(|word| word.chars().next().is_some_and(char::is_alphabetic)) {
                    looked_at += 1;
                    // Two words that are one name stand there too.
                    if !known.contains(word) && !text.contains(&word.replace('-', " ")) {
                        invented.push(format!("{path}: {}: `{word}` in {said}", self::said(&problem)));
                    }
                }
            }
        }
    }
    assert!(invented.is_empty(), "{looked_at}:\n{}", invented.join("\n"));
    assert!(looked_at >= 100, "{looked_at}");
}
