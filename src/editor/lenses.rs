//! Above a regioplan and above its rules: how many examples there are, and whether they agree.

use lsp_types::{CodeLens, Command, Uri};
use serde_json::json;

use crate::diagnostic::Text;
use crate::report::Catalog;
use crate::syntax::Naming;
use crate::syntax::tree::{Body, Tree};

use super::declared::declared;
use super::lines::Lines;

/// The command that runs examples; its arguments are a document and, for those of one rule, its name.
pub const RUN_EXAMPLES: &str = "mtvp.voorbeelden";

/// An example beside a regioplan.
#[derive(Clone, Debug)]
pub struct Example {
    pub name: String,
    /// The rules that its first lines speak of.
    pub about: Vec<String>,
    /// Whether it is judged as its first lines say; none while nobody asked.
    pub agrees: Option<bool>,
}

/// What is shown above the head of a regioplan and above each rule that an example speaks of.
#[must_use]
pub fn lenses(tree: &Tree, examples: &[Example], uri: &Uri, lines: Lines<'_>, catalog: &Catalog) -> Vec<CodeLens> {
    let is_head =
        |body: &Body| matches!(body, Body::Regioplan { .. } | Body::Werkplan { .. } | Body::Aanvulling { .. });
    let head = tree.blocks.iter().find(|block| is_head(&block.head.body)).map(|block| (block.head.span, None));
    let rules = declared(tree).into_iter().filter(|one| one.naming == Naming::Rule);
    let rules = rules.map(|one| (one.name.span, Some(one.name.text.as_str())));
    let lens = |(span, rule): (_, Option<&str>)| {
        let about: Vec<&Example> = examples.iter().filter(|one| speaks_of(one, rule)).collect();
        let arguments = std::iter::once(json!(uri.as_str())).chain(rule.map(|rule| json!(rule)));
        let command = Command {
            title: catalog.say(&told(&about)),
            command: RUN_EXAMPLES.to_owned(),
            arguments: Some(arguments.collect()),
        };
        (!about.is_empty()).then(|| CodeLens { range: lines.range(span), command: Some(command), data: None })
    };
    head.into_iter().chain(rules).filter_map(lens).collect()
}

/// Whether an example speaks of a rule; without one every example is meant.
#[must_use]
pub fn speaks_of(example: &Example, rule: Option<&str>) -> bool {
    rule.is_none_or(|rule| example.about.iter().any(|about| about == rule))
}

/// How many examples there are, and how many of them agree, when all were judged.
#[must_use]
pub fn told(examples: &[&Example]) -> Text {
    let judged: Option<Vec<bool>> = examples.iter().map(|one| one.agrees).collect();
    match judged {
        Some(judged) => {
            let agreeing = judged.iter().filter(|agrees| **agrees).count();
            Text::new("editor-examples-judged").with("count", judged.len()).with("agreeing", agreeing)
        }
        None => Text::new("editor-examples").with("count", examples.len()),
    }
}
