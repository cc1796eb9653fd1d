//! Places of a form: all of them, and where a finding belongs.

use super::data::{Form, Item, Part};

/// The ways to all places of a form that can be filled in, in order.
#[must_use]
pub fn places(form: &Form) -> Vec<&str> {
    let mut found = Vec::new();
    for section in &form.sections {
        walk(&section.parts, &mut |way| found.push(way));
    }
    found
}

/// For each way of a finding the place of the form where it is told: the place itself, else the nearest one above it, else none.
#[must_use]
pub fn spots<'f>(form: &'f Form, ways: &[&str]) -> Vec<Option<&'f str>> {
    let mut all: Vec<&str> = Vec::new();
    for section in &form.sections {
        all.push(&section.id);
        walk(&section.parts, &mut |way| all.push(way));
    }
    let nearest = |way: &&str| {
        let mut way = *way;
        loop {
            if let Some(found) = all.iter().find(|known| !way.is_empty() && **known == way) {
                return Some(*found);
            }
            way = way.get(..way.rfind(['.', '['])?)?;
        }
    };
    ways.iter().map(nearest).collect()
}

fn walk<'f>(parts: &'f [Part], each: &mut impl FnMut(&'f str)) {
    for part in parts {
        match part {
            Part::Field(field) => each(&field.id),
            Part::Several(several) => each(&several.id),
            Part::Group(group) => {
                each(&group.id);
                walk(&group.parts, each);
            }
            Part::List(list) => {
                each(&list.id);
                let items = list.items.iter().chain(std::iter::once(&list.next));
                items.for_each(|Item { id, parts }| {
                    each(id);
                    walk(parts, each);
                });
            }
            Part::Choices(choices) => {
                each(&choices.id);
                for choice in &choices.choices {
                    each(&choice.id);
                    walk(&choice.parts, each);
                }
            }
        }
    }
}
