//! A form as data.

use serde::Serialize;

/// A whole form.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// `id@version`
    pub regioplan: String,
    pub name: String,
    pub document: String,
    pub year: u8,
    pub sections: Vec<Section>,
}

/// Something that stands in a plan and not in its form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Beyond {
    /// The way to it, as the plan writes it.
    pub way: String,
    pub said: String,
}

/// A part of the form with a heading of its own.
#[derive(Clone, Debug, Serialize)]
pub struct Section {
    /// The way to it in the plan; of the first section, of what stands at the top.
    pub id: String,
    pub title: String,
    /// What to know of it beforehand.
    pub about: Vec<String>,
    /// The rules that ask for choices here.
    pub rules: Vec<RuleAsked>,
    /// It is of a year that is over.
    pub over: bool,
    pub parts: Vec<Part>,
}

/// What a rule asks to be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct RuleAsked {
    pub id: String,
    pub title: String,
    pub sentences: Vec<String>,
}

/// A piece of a section.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "part", rename_all = "kebab-case")]
pub enum Part {
    Field(Field),
    Several(Several),
    Group(Group),
    List(List),
    Choices(Choices),
}

/// Where a demand of the form comes from: a statement of the source document.
#[derive(Clone, Debug, Serialize)]
pub struct Said {
    pub id: String,
    pub section: String,
    pub says: String,
}

/// Whether something must be filled in.
#[derive(Clone, Debug, Serialize)]
pub struct Need {
    pub level: NeedLevel,
    /// In words; nothing of what must always be there.
    pub said: String,
}

/// How firmly it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NeedLevel {
    Always,
    Sometimes,
    Later,
    Optional,
}

/// One value.
#[derive(Clone, Debug, Serialize)]
pub struct Field {
    /// The way to it in the plan.
    pub id: String,
    pub label: String,
    pub about: Option<String>,
    /// What is written there, in words.
    pub hint: String,
    pub input: Input,
    pub need: Need,
    pub sources: Vec<Said>,
    /// As it stands in the plan; of a word out of a list that word.
    pub value: Option<String>,
}

/// How one value is filled in.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Input {
    Line,
    Lines,
    Number,
    Date,
    Quarter,
    Agb,
    Email,
    File,
    /// One out of these.
    Choose {
        options: Vec<Word>,
    },
}

/// What can be chosen.
#[derive(Clone, Debug, Serialize)]
pub struct Word {
    pub value: String,
    pub label: String,
}

/// Any number of words out of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Several {
    pub id: String,
    pub label: String,
    pub about: Option<String>,
    pub need: Need,
    pub sources: Vec<Said>,
    pub options: Vec<Tick>,
    /// Where one more comes.
    pub next: String,
}

/// One word of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Tick {
    pub value: String,
    pub label: String,
    /// Its place in the plan, when it is there.
    pub at: Option<String>,
}

/// Fields that belong together.
#[derive(Clone, Debug, Serialize)]
pub struct Group {
    pub id: String,
    pub label: String,
    pub about: Option<String>,
    pub need: Need,
    pub sources: Vec<Said>,
    /// Something of it is filled in.
    pub filled: bool,
    pub parts: Vec<Part>,
}

/// Any number of things.
#[derive(Clone, Debug, Serialize)]
pub struct List {
    pub id: String,
    pub label: String,
    pub about: Option<String>,
    pub need: Need,
    pub sources: Vec<Said>,
    /// What one of them is called.
    pub item: String,
    pub items: Vec<Item>,
    /// One more, of which nothing is filled in yet.
    pub next: Item,
}

/// One of a list.
#[derive(Clone, Debug, Serialize)]
pub struct Item {
    pub id: String,
    pub parts: Vec<Part>,
}

/// The interventions of a kernelement in a year.
#[derive(Clone, Debug, Serialize)]
pub struct Choices {
    /// The kernelement, below its year.
    pub id: String,
    pub label: String,
    pub about: Vec<String>,
    pub sources: Vec<Said>,
    pub choices: Vec<Choice>,
}

/// An intervention that can be chosen, or is.
#[derive(Clone, Debug, Serialize)]
pub struct Choice {
    pub id: String,
    pub label: String,
    pub about: Vec<String>,
    pub sources: Vec<Said>,
    /// The kinds that a choice can have in this year.
    pub kinds: Vec<Word>,
    /// The kind as it stands in the plan; a word that is no kind as well.
    pub kind: Option<String>,
    /// What belongs to it, when it is chosen.
    pub parts: Vec<Part>,
}
