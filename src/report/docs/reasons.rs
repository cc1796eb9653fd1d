//! Why something stands in a regioplan: explanation, reading, advice and sources; and all readings together.

use crate::diagnostic::Text;
use crate::model::Reasons;

use super::{Word, Words, Writer, anchor, said};

/// Explanation, advice and reading, as sentences.
pub fn reason_texts(reasons: &Reasons) -> Vec<Text> {
    let all = [
        ("docs-explanation", &reasons.explanation),
        ("docs-advice", &reasons.advice),
        ("docs-reading", &reasons.reading),
    ];
    all.into_iter().flat_map(|(id, texts)| texts.iter().map(move |text| Text::new(id).with("text", text))).collect()
}

impl Writer<'_, '_> {
    /// Explanation, reading, advice and sources, each a paragraph; nothing when there are none.
    pub fn reasons(&mut self, reasons: &Reasons) {
        for text in self.reason_texts(reasons) {
            self.paragraph(text);
        }
        if !reasons.sources.is_empty() {
            let mut text = vec![Word::Plain(format!("{}: ", self.word("show-source")))];
            text.extend(self.links(&reasons.sources));
            self.paragraph(text);
        }
    }

    /// Explanation, advice and reading, each by itself.
    pub fn reason_texts(&self, reasons: &Reasons) -> Vec<Words> {
        reason_texts(reasons).iter().map(|text| self.say(text)).collect()
    }

    /// Every place where the document could be read in more than one way.
    pub fn readings(&mut self) {
        let model = self.model;
        let mut found: Vec<Words> = Vec::new();
        let mut add = |to: Option<String>, title: &str, reasons: &Reasons| {
            for reading in &reasons.reading {
                let mut text = match &to {
                    Some(to) => vec![Word::Link { to: to.clone(), text: title.to_owned() }],
                    None => said(title),
                };
                text.push(Word::Plain(": ".to_owned()));
                text.extend(said(reading));
                found.push(text);
            }
        };
        add(None, &model.name, &model.reasons);
        for one in &model.elements {
            add(Some(anchor("kernelement", &one.id)), &one.label, &one.reasons);
        }
        let lists = model.lists.iter().map(|list| &list.named).chain(model.groups.iter().map(|group| &group.named));
        let lists = lists.chain(model.conditions.iter().map(|one| &one.named));
        for one in model.themes.iter().chain(&model.goals).chain(lists) {
            add(Some(anchor("lijst", &one.id)), &one.label, &one.reasons);
        }
        for one in &model.interventions {
            add(Some(anchor("interventie", &one.id)), &one.label, &one.reasons);
        }
        for one in self.whole.offer_demands() {
            add(Some(anchor("regel", &one.id)), &one.title, &one.reasons);
        }
        for one in &model.rules {
            add(Some(anchor("regel", &one.id)), &one.title, &one.reasons);
        }
        for one in &model.indicators {
            add(Some(anchor("indicator", &one.id)), &one.title, &one.reasons);
        }
        for one in &model.overviews {
            add(Some(anchor("overzicht", &one.id)), &one.title, &one.reasons);
        }
        for one in self.whole.renderings() {
            add(Some(anchor("weergave", &one.id)), &one.title, &one.reasons);
        }
        if found.is_empty() {
            return;
        }
        self.part("lezing", "docs-readings");
        self.paragraph(self.words("docs-readings-about"));
        self.page.list(found);
    }
}
