//! Standard output and standard error. A reader that went away is no error; a full disk is.

use std::io::{ErrorKind, Write};
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something could not be written.
static LOST: AtomicBool = AtomicBool::new(false);

/// Writes to standard output.
pub fn print(text: &str) {
    put(text.as_bytes());
}

/// Writes what is no text to standard output.
pub fn put(bytes: &[u8]) {
    let mut out = std::io::stdout().lock();
    if let Err(error) = out.write_all(bytes).and_then(|()| out.flush())
        && error.kind() != ErrorKind::BrokenPipe
    {
        LOST.store(true, Ordering::Relaxed);
    }
}

/// Whether output was lost on the way.
pub fn lost() -> bool {
    LOST.load(Ordering::Relaxed)
}

/// Writes to standard error.
pub fn complain(text: &str) {
    let _ = std::io::stderr().lock().write_all(text.as_bytes());
}
