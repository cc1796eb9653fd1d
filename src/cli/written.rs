//! What a command made, to the screen or to a new file. A file that is there is never overwritten.

use std::io::Write;
use std::path::Path;

use crate::diagnostic::Text;
use crate::report::Catalog;

use super::{Exit, output, words};

/// Writes a text to standard output, or to a file with a line on the screen that says so.
pub fn write(path: Option<&Path>, text: &str, done: &'static str, catalog: &Catalog) -> Exit {
    let Some(path) = path else {
        output::print(text);
        return Exit::Clean;
    };
    let written = std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    let name = path.display().to_string();
    match written {
        Ok(()) => {
            output::print(&format!("{}\n", catalog.say(&Text::new(done).with("path", name))));
            Exit::Clean
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            words::stop(catalog, Text::new("new-exists").with("path", name), Some(Text::new("new-exists-help")))
        }
        Err(_) => {
            let help = Text::new("path-unreadable-help");
            words::stop(catalog, Text::new("new-not-written").with("path", name), Some(help))
        }
    }
}
