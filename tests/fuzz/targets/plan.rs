//! Any bytes as a practice plan: see `claims::plan`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mtvp_fuzz::claims::plan(data, mtvp_fuzz::claims::Extent::Part));
