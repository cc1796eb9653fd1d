//! Any bytes as a practice plan, judged by every built-in regioplan: see `claims::check`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mtvp_fuzz::claims::check(data, mtvp_fuzz::claims::Extent::Part));
