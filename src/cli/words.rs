//! Small texts of the commands themselves.

use jiff::civil::Date;

use crate::diagnostic::Text;
use crate::model::Model;
use crate::report::{self, Catalog, Screen};
use crate::session::Stop;

use super::exit::Exit;
use super::output;

/// Says that a version is over on a day; the work goes on.
pub fn expired(model: Model<'_>, date: Date, catalog: &Catalog) {
    if let Some((_, until)) = model.valid().filter(|(_, until)| *until < date) {
        let id = if let Model::Werkplan(_) = model { "work-plan-expired" } else { "version-expired" };
        let text = Text::new(id).with("id", model.contents().full_id()).with("until", until).with("date", date);
        remark(catalog, &text);
    }
}

/// Says a text, on a line of its own.
pub fn say(catalog: &Catalog, text: &Text) {
    output::print(&format!("{}\n", catalog.say(text)));
}

/// Says something about the work, which is no part of what was asked.
pub fn remark(catalog: &Catalog, text: &Text) {
    output::complain(&format!("{}\n", catalog.say(text)));
}

/// Says that there was nothing to do the work on.
pub fn nothing(catalog: &Catalog, id: &'static str) -> Exit {
    remark(catalog, &Text::new(id));
    Exit::Nothing
}

/// Says why the work could not be done.
pub fn stopped(stop: Stop, screen: Screen, catalog: &Catalog) -> Exit {
    match stop {
        Stop::Said(message, help) => complain(catalog, message, help),
        Stop::Broken(broken) => {
            for (source, problems) in &broken.files {
                output::complain(&report::problems(source, problems, screen, catalog));
            }
            Exit::Failed
        }
    }
}

/// Says what is wrong, and what to do.
pub fn complain(catalog: &Catalog, message: Text, help: Option<Text>) -> Exit {
    let mut text = catalog.say(&Text::new("stop").with("message", message));
    if let Some(help) = help {
        text.push('\n');
        text.push_str(&catalog.say(&help));
    }
    text.push('\n');
    output::complain(&text);
    Exit::Failed
}
