//! Any bytes as a folder with settings, exceptions, plans and links: see `claims_repository::repository`.
#![no_main]

use std::path::Path;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let program = std::env::var_os("MTVP_PROGRAM").expect("the program, in MTVP_PROGRAM");
    mtvp_fuzz::claims_repository::repository(data, Path::new(&program));
});
