//! Small texts of the commands themselves.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::Regioplan;
use crate::report::Catalog;

use super::{Exit, output};

/// A path as it stands in a command: between quotes when it would fall apart.
pub fn said_path(path: &str) -> String {
    if path.contains(char::is_whitespace) { format!("\"{path}\"") } else { path.to_owned() }
}

/// Says that a version is over on a day; the work goes on.
pub fn expired(model: &Regioplan, date: Date, catalog: &Catalog) {
    let until = model.valid.1;
    if until < date {
        let text = Text::new("version-expired").with("id", model.full_id()).with("until", until).with("date", date);
        output::complain(&format!("{}\n", catalog.say(&text)));
    }
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
