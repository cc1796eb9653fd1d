//! What stands in a plan and not in its form: it is in the file, and whoever prints the form must know of it.

use std::collections::BTreeSet;

use crate::plan::{Node, NodeKind};

use super::data::{Beyond, Form, Item, Part};

/// All that is written in a plan and is shown nowhere in its form, in the order of the plan.
#[must_use]
pub fn beyond(form: &Form, root: &Node<'_>) -> Vec<Beyond> {
    let mut shown = BTreeSet::new();
    for section in &form.sections {
        show(&section.parts, &mut shown);
    }
    let mut rest = Rest { shown, seen: BTreeSet::new(), found: Vec::new() };
    rest.walk(root, "", "");
    rest.found
}

/// The ways of what a form shows as filled in.
fn show(parts: &[Part], shown: &mut BTreeSet<String>) {
    for part in parts {
        match part {
            Part::Field(field) => shown.extend(field.value.is_some().then(|| field.id.clone())),
            Part::Several(several) => shown.extend(several.options.iter().filter_map(|one| one.at.clone())),
            Part::Group(group) => show(&group.parts, shown),
            Part::List(list) => {
                for Item { parts, .. } in &list.items {
                    show(parts, shown);
                }
            }
            Part::Choices(choices) => {
                for choice in choices.choices.iter().filter(|choice| choice.kind.is_some()) {
                    shown.extend([choice.id.clone(), format!("{}.keuze", choice.id)]);
                    show(&choice.parts, shown);
                }
            }
        }
    }
}

struct Rest {
    shown: BTreeSet<String>,
    /// What stands twice is shown once.
    seen: BTreeSet<String>,
    found: Vec<Beyond>,
}

impl Rest {
    /// `way` is as the form writes it, `written` as the plan does.
    fn walk(&mut self, node: &Node<'_>, way: &str, written: &str) {
        match node.written() {
            NodeKind::Scalar { text, .. } => {
                let shown = node.is_blank() || self.is_shown(way) && self.seen.insert(way.to_owned());
                if !shown {
                    self.found.push(Beyond { way: written.to_owned(), said: text.trim().to_owned() });
                }
            }
            NodeKind::Twice(_) => {}
            NodeKind::List(items) => {
                for (number, item) in items.iter().enumerate() {
                    self.walk(item, &format!("{way}[{number}]"), &format!("{written}[{number}]"));
                }
            }
            NodeKind::Map(entries) => {
                for (key, value) in entries {
                    let Some(key) = key.text().map(str::trim) else { continue };
                    let below = |way: &str, key: &str| {
                        if way.is_empty() { key.to_owned() } else { format!("{way}.{key}") }
                    };
                    let plain = key.to_lowercase().replace([' ', '_'], "-");
                    self.walk(value, &below(way, &plain), &below(written, key));
                }
            }
        }
    }

    /// A bare value may stand for the first field of a group, or for a list of one.
    fn is_shown(&self, way: &str) -> bool {
        let after = |sign: &str| {
            let start = format!("{way}{sign}");
            self.shown.range(start.clone()..).next().is_some_and(|one| one.starts_with(&start))
        };
        self.shown.contains(way) || after(".") || after("[")
    }
}
