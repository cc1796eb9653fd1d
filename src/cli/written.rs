//! What a command made, to the screen or to a new file. A file that is there is never overwritten.

use std::io::Write;
use std::path::Path;

use crate::diagnostic::Text;
use crate::report::Catalog;
use crate::session::Stop;

use super::exit::Exit;
use super::paths::name;
use super::{environment, output, words};

/// The words of a file that is made.
pub fn catalog() -> Catalog {
    Catalog::new(environment::lang_of_files())
}

/// Writes a text to standard output, or to a file with a line on the screen that says so.
pub fn write(path: Option<&Path>, text: &str, done: &'static str, catalog: &Catalog) -> Result<Exit, Stop> {
    let Some(path) = path else {
        output::print(text);
        return Ok(Exit::Clean);
    };
    let new = std::fs::OpenOptions::new().write(true).create_new(true).open(path);
    new.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| {
        let (message, help) = match error.kind() {
            std::io::ErrorKind::AlreadyExists => ("new-exists", "new-exists-help"),
            _ => ("new-not-written", "path-unreadable-help"),
        };
        Stop::Said(Text::new(message).with("path", name(path)), Some(Text::new(help)))
    })?;
    words::say(catalog, &Text::new(done).with("path", name(path)));
    Ok(Exit::Clean)
}
