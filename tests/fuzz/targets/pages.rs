//! Any text as regioplan and register, through all that is made from them: see `claims::pages`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| mtvp_fuzz::claims::pages(data));
