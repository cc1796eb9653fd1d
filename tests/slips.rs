//! One slip in a regioplan gives one message, at the slip. Mechanical slips are made in the regioplannen of the repository,
//! drawn by lot from a fixed seed, and read as the program reads them.

use std::path::Path;

use mtvp::compile;
use mtvp::diagnostic::{Label, Problem, Severity};
use mtvp::source::Source;

use crate::support::{files, name};

/// Ways to get one line wrong.
#[derive(Clone, Copy, Debug)]
enum Slip {
    FirstQuote,
    LastQuote,
    Misspell,
    DropWord,
    SwapWords,
    TwiceLine,
    DropSign,
    Capital,
}

const SLIPS: [Slip; 8] = [
    Slip::FirstQuote,
    Slip::LastQuote,
    Slip::Misspell,
    Slip::DropWord,
    Slip::SwapWords,
    Slip::TwiceLine,
    Slip::DropSign,
    Slip::Capital,
];

/// A line with one slip, or none when this line cannot have it.
fn slip(line: &str, slip: Slip, draw: &mut fastrand::Rng) -> Option<String> {
    let inset = line.len() - line.trim_start().len();
    let (blank, rest) = line.split_at(inset);
    let quoted = rest.find('"').unwrap_or(rest.len());
    let (words, tail) = rest.split_at(quoted);
    let mut words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
    let without = |at: usize| format!("{}{}", &line[..at], &line[at + 1..]);
    match slip {
        Slip::FirstQuote => return line.find('"').map(without),
        Slip::LastQuote => return line.rfind('"').map(without),
        Slip::TwiceLine => return Some(format!("{line}\n{line}")),
        Slip::DropSign => return line.find([',', ':', '-']).map(without),
        Slip::Misspell => {
            let long: Vec<usize> = (0..words.len()).filter(|n| words[*n].len() > 2 && words[*n].is_ascii()).collect();
            let word = &mut words[*draw.choice(&long)?];
            let at = draw.usize(1..word.len() - 1);
            match draw.u8(0..3) {
                0 => drop(word.remove(at)),
                1 => word.replace_range(at..=at, "x"),
                _ => *word = format!("{}{}{}{}", &word[..at], &word[at + 1..at + 2], &word[at..=at], &word[at + 2..]),
            }
        }
        Slip::DropWord => {
            let at = draw.usize(0..words.len().max(1));
            (at < words.len()).then(|| words.remove(at))?;
        }
        Slip::SwapWords => {
            let at = draw.usize(0..words.len().max(2) - 1);
            (at + 1 < words.len() && words[at] != words[at + 1]).then(|| words.swap(at, at + 1))?;
        }
        Slip::Capital => {
            let word = words.first_mut()?;
            *word = format!("{}{}", word[..1].to_uppercase(), &word[1..]);
        }
    }
    Some(format!("{blank}{} {tail}", words.join(" ")).trim_end().to_owned())
}

/// What one slip gave.
struct Tried {
    place: String,
    slip: Slip,
    wrong: String,
    problems: Vec<Problem>,
    /// Whether the first problem has its place in the slip, or points at it.
    points_at_slip: bool,
}

/// Draws slips in one regioplan, as many of each kind.
fn try_slips(path: &Path, each: usize, seed: u64) -> Vec<Tried> {
    let text = std::fs::read_to_string(path).unwrap();
    let register = std::fs::read_to_string(path.with_extension("bronnen")).ok();
    let lines: Vec<&str> = text.lines().collect();
    let mut draw = fastrand::Rng::with_seed(seed);
    let mut tried = Vec::new();
    for kind in SLIPS {
        let wanted = tried.len() + each;
        while tried.len() < wanted {
            let at = draw.usize(0..lines.len());
            if lines[at].trim().is_empty() || lines[at].trim().starts_with('#') {
                continue;
            }
            let Some(wrong) = slip(lines[at], kind, &mut draw).filter(|wrong| wrong != lines[at]) else { continue };
            let mut changed = lines.clone();
            changed[at] = &wrong;
            let changed = changed.join("\n");
            let compiled = compile::read(&changed, register.as_deref());
            let mut problems = [compiled.problems, compiled.register_problems].concat();
            problems.retain(|problem| problem.severity == Severity::Violation);
            let source = Source::new(name(path), &*changed);
            let slipped = at + 1..at + 1 + wrong.lines().count();
            let at_slip = |label: &Label| slipped.contains(&source.line_of(label.span.start));
            let points_at_slip =
                problems.first().is_none_or(|first| at_slip(&first.primary) || first.others.iter().any(at_slip));
            let place = format!("{}:{}", name(path), at + 1);
            tried.push(Tried { place, slip: kind, wrong, problems, points_at_slip });
        }
    }
    tried
}

#[test]
fn one_slip_gives_one_message_that_points_at_it() {
    let mut all = 0;
    let mut found = 0;
    let mut wrong = Vec::new();
    for (path, seed) in files("regioplans", &["regioplan"]).iter().zip(1..) {
        for one in try_slips(path, 2, seed) {
            all += 1;
            found += usize::from(!one.problems.is_empty());
            if one.problems.len() > 1 || !one.points_at_slip {
                let ids: Vec<&str> = one.problems.iter().map(|problem| problem.message.id).collect();
                wrong.push(format!("{} {:?} `{}`: {ids:?}", one.place, one.slip, one.wrong.trim()));
            }
        }
    }
    // Some slips make another sound regioplan: a source fewer, or another name that nothing refers to.
    assert!(found * 4 > all * 3, "only {found} of {all} slips were noticed");
    // A misspelt name is told where it is used, and that is not always one place. The slips are others when a regioplan
    // changes, so there is room for chance.
    assert!(wrong.len() * 100 <= all * 6, "{} of {all}:\n{}", wrong.len(), wrong.join("\n"));
}
