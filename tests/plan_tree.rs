//! Plans that are made up: whatever tree is written down comes back, also by a second reader, and what does not count
//! (order of keys, ends of lines, a mark at the start) changes nothing.

use std::fmt::Write as _;
use std::sync::LazyLock;

use mtvp::plan::{Node, NodeKind, parse};
use mtvp::source::Source;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_yaml::Value;

use crate::claims::{self, Extent};
use crate::oracle::{ours, same};
use crate::support::{every, files};

/// A tree to write down.
#[derive(Clone, Debug)]
enum Tree {
    Scalar(String, Style),
    List(Vec<Tree>, bool),
    /// Keys differ; the flag says whether it stands in braces.
    Map(Vec<(String, Tree)>, bool),
}

#[derive(Clone, Copy, Debug)]
enum Style {
    Plain,
    Single,
    Double,
}

fn scalar() -> impl Strategy<Value = Tree> {
    let words = prop::sample::select(vec![
        "nieuw",
        "continuering",
        "ja",
        "nee",
        "2025-03-14",
        "2023-Q2",
        "01056789",
        "3",
        "2,5",
        "rijn-en-duin@2.7",
        "geen",
        "bewijs/a.txt",
    ]);
    prop_oneof![
        words.prop_map(|word| Tree::Scalar(word.to_owned(), Style::Plain)),
        "[a-z]{1,3}( [a-zé€]{1,5}){0,3}".prop_map(|text| Tree::Scalar(text, Style::Plain)),
        "[ -~é€]{0,12}".prop_map(|text| Tree::Scalar(text, Style::Single)),
        "(\\PC|\n|\t|\r|\0|\u{85}|\u{2028}|\u{202e}|\u{feff}|\"|\\\\){0,10}"
            .prop_map(|text| Tree::Scalar(text, Style::Double)),
    ]
}

fn key() -> impl Strategy<Value = String> {
    let known = [
        "regioplan",
        "startkwartaal",
        "jaar",
        "ingediend",
        "praktijk",
        "jaren",
        "interventies",
        "trieren",
        "keuze",
        "bewijs",
        "1",
        "2",
        "3",
        "naam",
        "agb",
        "soort",
        "bestand",
        "intervisies",
        "taakherschikking",
    ];
    prop_oneof![4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => "[a-z]{1,6}"]
}

fn tree() -> impl Strategy<Value = Tree> {
    scalar().prop_recursive(5, 60, 6, |inner| {
        let pairs = prop::collection::vec((key(), inner.clone()), 0..6);
        prop_oneof![
            (prop::collection::vec(inner, 0..6), any::<bool>()).prop_map(|(items, flow)| Tree::List(items, flow)),
            (pairs, any::<bool>()).prop_map(|(pairs, flow)| map(pairs, flow)),
        ]
    })
}

fn map(pairs: Vec<(String, Tree)>, flow: bool) -> Tree {
    let mut once: Vec<(String, Tree)> = Vec::new();
    for (key, value) in pairs {
        if once.iter().all(|(known, _)| *known != key) {
            once.push((key, value));
        }
    }
    Tree::Map(once, flow)
}

/// A tree with fields at the top, as a plan has.
fn plan() -> impl Strategy<Value = Tree> {
    prop::collection::vec((key(), tree()), 1..8).prop_map(|pairs| map(pairs, false))
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => write!(out, "\\U{:08x}", u32::from(c)).unwrap(),
        }
    }
    out + "\""
}

fn on_one_line(tree: &Tree) -> String {
    match tree {
        Tree::Scalar(text, Style::Plain) if text.contains([',', '[', ']', '{', '}']) => quoted(text),
        Tree::Scalar(text, Style::Plain) => text.clone(),
        Tree::Scalar(text, Style::Single) => format!("'{}'", text.replace('\'', "''")),
        Tree::Scalar(text, Style::Double) => quoted(text),
        Tree::List(items, _) => format!("[{}]", items.iter().map(on_one_line).collect::<Vec<_>>().join(", ")),
        Tree::Map(pairs, _) => {
            let pairs: Vec<String> =
                pairs.iter().map(|(key, value)| format!("{key}: {}", on_one_line(value))).collect();
            format!("{{{}}}", pairs.join(", "))
        }
    }
}

/// Writes what stands behind a key or a dash, with the end of the line.
fn write_down(tree: &Tree, indent: usize, out: &mut String) {
    let lead = " ".repeat(indent);
    match tree {
        Tree::List(items, false) if !items.is_empty() => {
            out.push('\n');
            for item in items {
                let _ = write!(out, "{lead}-");
                write_down(item, indent + 2, out);
            }
        }
        Tree::Map(pairs, false) if !pairs.is_empty() => {
            out.push('\n');
            for (key, value) in pairs {
                let _ = write!(out, "{lead}{key}:");
                write_down(value, indent + 2, out);
            }
        }
        _ => {
            let _ = writeln!(out, " {}", on_one_line(tree));
        }
    }
}

fn text_of(tree: &Tree) -> String {
    let mut out = String::new();
    write_down(tree, 0, &mut out);
    out.trim_start_matches('\n').to_owned()
}

/// What a reader must give back.
fn meant(tree: &Tree) -> Value {
    match tree {
        Tree::Scalar(text, _) => Value::String(text.clone()),
        Tree::List(items, _) => Value::Sequence(items.iter().map(meant).collect()),
        Tree::Map(pairs, _) => {
            Value::Mapping(pairs.iter().map(|(key, value)| (Value::String(key.clone()), meant(value))).collect())
        }
    }
}

/// A tree as it was read.
fn read(node: &Node<'_>) -> Tree {
    match &node.kind {
        // Not filled in, which is not the same as a text of blanks.
        NodeKind::Scalar { text, .. } if node.is_blank() && (text.is_empty() || !text.trim().is_empty()) => {
            Tree::Scalar("~".to_owned(), Style::Plain)
        }
        NodeKind::Scalar { text, .. } => Tree::Scalar(text.to_string(), Style::Double),
        NodeKind::Twice(_) => Tree::Scalar(String::new(), Style::Double),
        NodeKind::List(items) => Tree::List(items.iter().map(read).collect(), false),
        NodeKind::Map(pairs) => Tree::Map(
            pairs.iter().map(|(key, value)| (key.text().unwrap_or("?").to_owned(), read(value))).collect(),
            false,
        ),
    }
}

impl Tree {
    /// The same fields in another order.
    fn shuffled(&self, order: &mut impl FnMut() -> usize) -> Self {
        match self {
            Self::Scalar(..) => self.clone(),
            Self::List(items, flow) => Self::List(items.iter().map(|item| item.shuffled(order)).collect(), *flow),
            Self::Map(pairs, flow) => {
                let mut left: Vec<(String, Self)> =
                    pairs.iter().map(|(key, value)| (key.clone(), value.shuffled(order))).collect();
                let mut shuffled = Vec::new();
                while !left.is_empty() {
                    let at = order() % left.len();
                    shuffled.push(left.swap_remove(at));
                }
                Self::Map(shuffled, *flow)
            }
        }
    }
}

/// What every built-in regioplan finds, without places and words.
fn found(text: &str) -> Vec<String> {
    let source = Source::new("plan.yaml", text);
    let document = parse(&source.text);
    let mut found = Vec::new();
    for (model, judged) in claims::regioplannen() {
        let report = claims::report(&source, &document, model, judged);
        let lines = report.findings.iter().map(|one| {
            format!("{} {} {:?} {:?} {:?}", model.contents.id, one.rule, one.severity, one.year, one.intervention)
        });
        found.extend(lines);
    }
    found.sort();
    found
}

/// A sample of the example plans, all of which can be read.
static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let sample = files("regioplans", &["yaml"]).into_iter().step_by(every(18));
    let read = sample.filter_map(|path| std::fs::read_to_string(path).ok());
    read.filter(|text| parse(text).issues.is_empty()).collect()
});

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_down_comes_back(tree in plan()) {
        let text = text_of(&tree);
        claims::plan(text.as_bytes(), Extent::Whole);
        let document = parse(&text);
        let bad = document.issues.iter().find(|issue| issue.problem.code != "bsn");
        prop_assert!(bad.is_none(), "{bad:?}\n{text}");
        let root = document.root.expect("a plan");
        prop_assert_eq!(ours(&root), meant(&tree), "{}", text);
        let oracle: Value = serde_yaml::from_str(&text).expect("a text that the oracle reads");
        prop_assert!(same(&ours(&root), &oracle), "{text}\n{oracle:?}");
    }

}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_plan_that_was_broken_is_still_judged(
        tree in plan(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..6, "[ -~\n\t\0é\u{2028}]{0,4}"), 1..5),
    ) {
        let mut text: Vec<char> = text_of(&tree).chars().collect();
        for (place, length, put) in cuts {
            let at = place.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, put.chars());
        }
        let text: String = text.into_iter().collect();
        claims::plan(text.as_bytes(), Extent::Whole);
        claims::check(text.as_bytes(), Extent::Whole);
    }
}

proptest! {
    // Always the same ones: what fails here, fails for everybody.
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, rng_seed: RngSeed::Fixed(12), ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_fields_does_not_matter(example in prop::sample::select(&EXAMPLES[..]), seed in any::<u64>()) {
        let tree = read(&parse(&example).root.expect("a plan"));
        let mut state = seed | 1;
        let mut order = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as usize
        };
        let (straight, shuffled) = (text_of(&tree), text_of(&tree.shuffled(&mut order)));
        prop_assert_eq!(found(&straight), found(&shuffled), "{}", shuffled);
    }

    #[test]
    fn ends_of_lines_and_a_mark_do_not_matter(example in prop::sample::select(&EXAMPLES[..])) {
        let plain = found(&example);
        prop_assert_eq!(&found(&example.replace('\n', "\r\n")), &plain);
        prop_assert_eq!(&found(&format!("\u{feff}{example}")), &plain);
        prop_assert_eq!(&found(&format!("\u{feff}{}", example.replace('\n', "\r\n"))), &plain);
    }
}
