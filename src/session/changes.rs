//! Changes of choices in words.
//!
//! Input: changes that the room `solve` found. Output: what is to be done, as a sentence; the same to several in one phrase.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Contents, InterventionId, Need, RuleId, name_kinds};
use crate::solve::{Change, End, Nearest, Step};

use super::proposal::never;

/// A way as one sentence; the years are told where there are more than one.
pub fn said(changes: &[Change], model: &Contents) -> Text {
    let first = changes.first().map(|change| change.year);
    let year = first.filter(|first| changes.iter().all(|change| change.year == *first));
    let words = Words { model, year: year.or(Some(0)) };
    Text::new("nearest-way").with("do", Arg::List(words.all(changes, Join::And), Join::Semicolon))
}

/// Each way in a sentence; or the one that says why there is none.
#[must_use]
pub fn told(found: &Nearest, model: &Contents) -> Vec<Text> {
    match &found.end {
        End::Ways { ways, .. } => ways.iter().map(|way| said(&way.changes, model)).collect(),
        End::Never(rules) => {
            vec![never(&excluding(rules, model), found.years.iter().copied())]
        }
    }
}

/// The rules that exclude each other, with their titles.
pub fn excluding(rules: &[RuleId], model: &Contents) -> Vec<(String, String)> {
    let rules = rules.iter().map(|id| model.rules.get(*id));
    rules.map(|rule| (rule.id.clone(), rule.title.clone())).collect()
}

/// Changes in words.
pub struct Words<'a> {
    pub model: &'a Contents,
    /// The year that the finding is about.
    pub year: Option<u8>,
}

impl Words<'_> {
    /// One of these changes; what is done to the choice that the finding is about, is done here.
    pub fn one(&self, changes: &[Change], own: Option<InterventionId>) -> Text {
        let here = |change: &Change| Some(change.intervention) == own && Some(change.year) == self.year;
        match changes {
            [Change { step: Step::Turn(all), needs, consult: false, .. }]
                if changes.iter().all(here) && needs.is_empty() =>
            {
                Text::new("help-kind").with("kinds", name_kinds(all, Join::Or))
            }
            [Change { step: Step::Remove, .. }] if changes.iter().all(here) => Text::new("no-alternatives"),
            [Change { step: Step::Remove, .. }, Change { step: Step::Turn(all), .. }] if changes.iter().all(here) => {
                Text::new("help-kind-or-gone").with("kinds", name_kinds(all, Join::Or))
            }
            _ => {
                let all = self.all(changes, Join::Or);
                let text = Text::new("help-one").with("count", all.len());
                text.with("do", Arg::List(all, Join::Semicolon))
            }
        }
    }

    pub fn together(&self, changes: &[Change]) -> Text {
        Text::new("help-together").with("do", Arg::List(self.all(changes, Join::And), Join::Semicolon))
    }

    /// What is done, the same to several in one phrase.
    fn all(&self, changes: &[Change], join: Join) -> Vec<Arg> {
        let mut groups: Vec<(&Change, Vec<String>)> = Vec::new();
        for change in changes {
            let same = |one: &Change| {
                let asks = (&one.needs, one.consult) == (&change.needs, change.consult);
                one.step == change.step && one.year == change.year && asks
            };
            let name = self.model.intervention(change.intervention).id.as_str();
            let name = format!("`{name}`");
            match groups.iter_mut().find(|(one, _)| same(one)) {
                Some((_, names)) => names.push(name),
                None => groups.push((change, vec![name])),
            }
        }
        groups.into_iter().map(|(change, names)| Arg::Text(self.phrase(change, Arg::words(names, join)))).collect()
    }

    fn phrase(&self, change: &Change, names: Arg) -> Text {
        let text = match &change.step {
            Step::Turn(all) => Text::new("do-turn").with("names", names).with("kinds", name_kinds(all, Join::Or)),
            Step::Add(all) => Text::new("do-add").with("names", names).with("kinds", name_kinds(all, Join::Or)),
            Step::Remove => Text::new("do-remove").with("names", names),
        };
        let text = if self.year.is_none_or(|year| year == change.year) {
            text
        } else {
            Text::new("do-in-year").with("do", text).with("year", change.year)
        };
        let text = if change.needs.is_empty() {
            text
        } else {
            let fields = Arg::List(change.needs.iter().map(Need::said).collect(), Join::And);
            Text::new("do-with").with("do", text).with("fields", fields)
        };
        if change.consult { Text::new("do-consult").with("do", text) } else { text }
    }
}
