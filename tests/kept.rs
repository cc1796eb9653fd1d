//! Every input that once broke a claim about any input holds to it now.

use std::panic::AssertUnwindSafe;
use std::path::Path;

use crate::claims::{self, Extent};
use crate::claims_repository;
use crate::support::{name, root};

/// The files of a folder, in order; none when it is not there.
fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(root().join("tests/cases/vijandig").join(target)).into_iter().flatten();
    let mut found: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    found.sort();
    found.iter().map(|path| (name(path), std::fs::read(path).expect("a file"))).collect()
}

type Claim<'c> = &'c dyn Fn(&[u8]);

#[test]
fn what_the_fuzzer_found_is_mended() {
    let mut count = 0;
    let repository = |bytes: &[u8]| claims_repository::repository(bytes, Path::new(env!("CARGO_BIN_EXE_mtvp")));
    let targets: [(&str, Claim<'_>); 5] = [
        ("grammar", &|bytes| claims::grammar(bytes, Extent::Whole)),
        ("pages", &claims::pages),
        ("plan", &|bytes| claims::plan(bytes, Extent::Whole)),
        ("check", &|bytes| claims::check(bytes, Extent::Whole)),
        ("repository", &repository),
    ];
    for (target, claim) in targets {
        for (name, bytes) in kept(target) {
            let held = std::panic::catch_unwind(AssertUnwindSafe(|| claim(&bytes)));
            assert!(held.is_ok(), "{name}");
            count += 1;
        }
    }
    assert!(count > 0, "no finding is kept");
}
