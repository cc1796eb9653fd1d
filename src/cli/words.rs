//! Small texts of the commands themselves.

use crate::diagnostic::Text;
use crate::report::Catalog;

use super::{Exit, output};

/// A path as it stands in a command: between quotes when it would fall apart.
pub fn said_path(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// Says why the work could not be done.
pub fn stop(catalog: &Catalog, message: Text, help: Option<Text>) -> Exit {
    let mut text = catalog.say(&Text::new("stop").with("message", message));
    if let Some(help) = help {
        text.push('\n');
        text.push_str(&catalog.say(&help));
    }
    text.push('\n');
    output::complain(&text);
    Exit::Failed
}
