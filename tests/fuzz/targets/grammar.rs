//! Any text as regioplan, register and plan together: see `claims::grammar`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mtvp_fuzz::claims::grammar(data, mtvp_fuzz::claims::Extent::Part));
