//! How long loading, reading and checking take, each apart, beside the bare event parse of the same bytes.
//!
//! Run by hand: `cargo bench`. The numbers in the README come from here.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::date;
use mtvp::check::{Circumstances, check};
use mtvp::compile::compile;
use mtvp::model::Regioplan;
use mtvp::plan;
use mtvp::syntax::{self, Kind};

const REGIOPLAN: &str = include_str!("../regioplans/rijn-en-duin/2.7.regioplan");
const REGISTER: &str = include_str!("../regioplans/rijn-en-duin/2.7.bronnen");
/// A plan of about 2 KB: year 3, handed in.
const PLAN: &str = include_str!("../examples/plannen/de-linde.yaml");

fn main() {
    println!("plan: {} bytes; regioplan: {} bytes; register: {} bytes", PLAN.len(), REGIOPLAN.len(), REGISTER.len());
    divan::main();
}

fn load() -> Arc<Regioplan> {
    let (tree, _) = syntax::parse(REGIOPLAN, Kind::Regioplan);
    let (register, _) = syntax::parse(REGISTER, Kind::Register);
    let model = compile(&tree, Some(&register)).model.expect("a regioplan that loads");
    Arc::clone(model.regioplan().expect("a regioplan"))
}

fn circumstances() -> Circumstances {
    Circumstances {
        reference: date(2025, 3, 14),
        accounting: false,
        missing_files: BTreeSet::new(),
        figures: None,
        day_unread: false,
    }
}

#[divan::bench]
fn load_rijn_en_duin_from_text(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(load);
}

/// The reference: the events of the YAML parser, thrown away.
#[divan::bench]
fn bare_event_parse(bencher: divan::Bencher<'_, '_>) {
    bencher.bench(|| {
        let options = granit_parser::options! { emit_comments: false };
        granit_parser::Parser::new_from_str_with_options(divan::black_box(PLAN), options).flatten().count()
    });
}

#[divan::bench]
fn read_one_plan(bencher: divan::Bencher<'_, '_>) {
    let model = load();
    bencher.bench(|| plan::read(&plan::parse(divan::black_box(PLAN)), &model, &[]).unwrap());
}

#[divan::bench]
fn check_one_plan(bencher: divan::Bencher<'_, '_>) {
    let model = load();
    let plan = plan::read(&plan::parse(PLAN), &model, &[]).unwrap();
    let now = circumstances();
    bencher.bench(|| check(&model, divan::black_box(&plan), &now));
}

#[divan::bench]
fn read_and_check_one_plan(bencher: divan::Bencher<'_, '_>) {
    let model = load();
    let now = circumstances();
    bencher.bench(|| {
        let plan = plan::read(&plan::parse(divan::black_box(PLAN)), &model, &[]).unwrap();
        check(&model, &plan, &now)
    });
}
