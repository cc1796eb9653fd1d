//! What a page asks, as JSON.

use serde::Deserialize;

/// A question.
#[derive(Deserialize)]
#[serde(tag = "ask", rename_all = "kebab-case")]
pub enum Question {
    /// The words of the page, and what can be chosen; the first question, and the one after another language was chosen.
    Start { lang: String, today: String },
    /// From now on this regioplan is known as well.
    Own { name: String, text: String, register: Option<File> },
    /// The first lines of a plan.
    Begin { regioplan: String, year: u8 },
    /// A whole plan with comments that say what belongs where.
    Blank { regioplan: String, year: u8 },
    /// The plan of the following year.
    Next { text: String },
    /// What is said of a plan, and its form.
    Look {
        text: String,
        #[serde(default)]
        form: bool,
        #[serde(default)]
        advice: bool,
        /// The files that are there; without it nothing is known of them.
        files: Option<Vec<String>>,
    },
    /// One answer in a plan; none takes it away.
    Fill { text: String, regioplan: String, way: String, said: Option<String> },
    /// Edits of a text that an earlier answer gave.
    Edit { text: String, edits: Vec<Edit> },
    /// A regioplan that the program carries, with its register.
    Carried { regioplan: String },
    /// What is said of a regioplan while somebody writes it: its problems, its document, and how many examples it has.
    Region { name: String, text: String, register: Option<File> },
    /// So many examples of that regioplan, from this one on, each judged.
    Examples { from: usize, count: usize },
    /// A regioplan as a document.
    Document { regioplan: String },
}

/// A text with its name.
#[derive(Deserialize)]
pub struct File {
    pub name: String,
    pub text: String,
}

/// What comes in the place of some bytes.
#[derive(Deserialize)]
pub struct Edit {
    pub start: u32,
    pub end: u32,
    pub text: String,
}
