//! Properties of `check --fix`, over plans in order with slips in them: it brings nothing new, it is done at once, and it touches
//! nothing but what a finding names.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;

use super::slips::{ALL, Page, Words};
use super::{Desk, is_urgent};
use crate::support::{Scratch, every, mtvp};

/// What a plan is after `check --fix`.
fn fixed(scratch: &Scratch, text: &str) -> String {
    let plan = scratch.write("plan.yaml", text);
    mtvp(&["check", &plan, "--fix", "--as-of", "2025-06-01", "--no-config", "--quiet"]);
    std::fs::read_to_string(plan).unwrap()
}

/// What is told of a plan: rule, year, intervention, and the field.
fn told(report: &Value) -> Vec<String> {
    let urgent = report["findings"].as_array().into_iter().flatten().filter(|one| is_urgent(one));
    // At a choice itself the path ends with its name as it was written, and that may have been mended.
    let field = |one: &Value| match one["path"].as_str().unwrap().rsplit('.').collect::<Vec<_>>().as_slice() {
        [_, "interventies", ..] | [] => String::new(),
        [field, ..] => (*field).to_owned(),
    };
    let told = |one: &Value| format!("{} {} {} {}", one["rule"], one["year"], one["intervention"], field(one));
    urgent.map(told).collect()
}

/// The lines that a certain repair names.
fn named(report: &Value) -> BTreeSet<u64> {
    let certain = report["findings"].as_array().into_iter().flatten().filter(|one| one["repair"]["certain"] == true);
    let edits = certain.flat_map(|one| one["repair"]["edits"].as_array().unwrap().clone());
    edits.flat_map(|edit| edit["line"].as_u64().unwrap()..=edit["end_line"].as_u64().unwrap()).collect()
}

fn slipped(good: &[(String, Words)], seed: u64, count: usize) -> String {
    let mut draw = fastrand::Rng::with_seed(seed);
    let (text, words) = &good[draw.usize(..good.len())];
    let mut page = Page::of(text);
    for _ in 0..count {
        page.slip(&ALL[draw.usize(..ALL.len())], words, &mut draw);
    }
    page.text()
}

#[test]
fn what_is_certain_is_done_at_once_and_touches_nothing_else() {
    let (desk, scratch) = (Desk::new(), Scratch::new("herstel-willekeurig"));
    let good = desk.good();
    let cases = u32::try_from(480 / every(20)).unwrap();
    let mut runner = TestRunner::new_with_rng(
        Config { cases, failure_persistence: None, ..Config::default() },
        TestRng::deterministic_rng(RngAlgorithm::ChaCha),
    );
    let property = |(seed, count): (u64, usize)| {
        let text = slipped(&good, seed, count);
        let report = desk.check(&text);
        let after = fixed(&scratch, &text);
        if told(&report).is_empty() {
            prop_assert_eq!(&after, &text, "nothing was told of it");
        }
        prop_assert_eq!(&fixed(&scratch, &after), &after, "a second time changes something");
        let mut before = told(&report);
        // Of a plan that was not judged, nothing was known.
        let judged = !report["regioplan"].is_null();
        for one in told(&desk.check(&after)).into_iter().filter(|_| judged) {
            match before.iter().position(|old| *old == one) {
                Some(at) => drop(before.swap_remove(at)),
                None => prop_assert!(false, "{} is new in\n{}\nof\n{}", one, after, text),
            }
        }
        // A line that no repair names keeps its words, be it in another place or behind the sign of a remark; but a name may get the
        // one that a plan has for it, once what stands around it can be read.
        // A name may get its small letters.
        let words = |line: &str| line.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect::<Vec<_>>();
        let stand: BTreeSet<String> = words(&after).into_iter().collect();
        let named = named(&report);
        for (line, number) in text.lines().zip(1..) {
            let remark = line.split_once(" # ").map_or("", |(_, remark)| remark);
            prop_assert!(after.contains(remark), "the remark {} is gone", remark);
            let value = line.split_once(':').map_or(line, |(_, value)| value);
            let stays = named.contains(&number) || words(value).iter().all(|word| stand.contains(word));
            prop_assert!(stays, "line {} of\n{}\nis gone in\n{}", number, text, after);
        }
        Ok(())
    };
    runner.run(&(any::<u64>(), 0..11_usize), property).unwrap();
}
