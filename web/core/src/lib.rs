//! The core of mtvp for a browser: a text with a question goes in, a text with the answer comes out. Both are JSON.
//!
//! The page asks for room for its question (`room`), writes it there as UTF-8, and calls (`call`); the answer then stands where
//! `answer` says, and is as long as `call` said. Nothing is judged here: everything is asked of the rooms of the library.

mod desk;
mod question;
mod region;
mod words;

use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::Desk;

/// The question, and then the answer.
static TEXT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static DESK: Mutex<Option<Desk>> = Mutex::new(None);

fn held<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Where a question of so many bytes is written.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut text = held(&TEXT);
    text.clear();
    text.resize(length, 0);
    text.as_mut_ptr()
}

/// Answers the question; gives the length of the answer.
#[unsafe(no_mangle)]
pub extern "C" fn call() -> usize {
    let mut text = held(&TEXT);
    let question = String::from_utf8_lossy(&text).into_owned();
    *text = answered(&question).into_bytes();
    text.len()
}

/// Where the answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    held(&TEXT).as_ptr()
}

/// The answer to a question; of what is no question, what is wrong with it.
#[must_use]
pub fn answered(question: &str) -> String {
    let mut desk = held(&DESK);
    match serde_json::from_str(question) {
        Ok(question) => desk.get_or_insert_with(Desk::default).answer(&question),
        Err(wrong) => serde_json::json!({ "wrong": wrong.to_string() }).to_string(),
    }
}
