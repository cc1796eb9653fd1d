//! The program `mtvp`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    mtvp::cli::run()
}
