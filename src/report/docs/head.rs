//! The beginning of a document: what it is, when it holds, how years count.

use crate::diagnostic::Text;
use crate::model::{Calendar, Model, Programme};

use super::super::show;
use super::{Block, Words, Writer, code, said};

impl Writer<'_, '_> {
    pub fn head(&mut self) {
        let (whole, model) = (self.whole, self.model);
        let (intro, valid) = match whole {
            Model::Regioplan(_) => ("docs-intro-regioplan", "show-valid"),
            Model::Werkplan(_) => ("docs-intro-work-plan", "docs-valid"),
            Model::Leidraad(_) => ("docs-intro-guide", "docs-valid"),
            Model::Aanvulling(_) => ("docs-intro-supplement", "docs-valid"),
        };
        self.paragraph(self.words(intro));
        let mut facts: Vec<(String, Words)> = vec![(self.word("docs-document"), said(&model.document))];
        if let Some(days) = whole.valid() {
            facts.push((self.word(valid), self.say(&show::validity(days))));
        }
        if let Some(programme) = whole.programme() {
            let years = Text::new("docs-years-from-to");
            let years = years.with("first", programme.first_year).with("last", programme.last_year);
            facts.push((self.word("docs-years"), self.say(&years)));
            facts.push((self.word("docs-calendar"), self.say_all(&calendar_texts(programme), " ")));
            let plans = show::plan_years(programme).into_iter().chain(show::programme_end(programme));
            let more: Vec<_> = plans.map(|text| (self.word("docs-plan-years"), self.say(&text))).collect();
            facts.extend(more);
            facts.push((self.word("docs-in-plan"), code(&format!("regioplan: {}", model.full_id()))));
        }
        if let Some(follows) = whole.follows() {
            let text = Text::new("docs-guide-version").with("id", &follows.id).with("version", &follows.version);
            facts.push((self.word("docs-guide"), self.say(&text)));
        }
        for text in whole.regioplan().into_iter().flat_map(show::beside) {
            facts.push((self.word("docs-beside"), self.say(&text)));
        }
        self.page.blocks.push(Block::Facts(facts));
        if whole.leidraad().is_none() {
            self.reasons(&model.reasons);
        }
        let deviations = whole.follows().into_iter().flat_map(|follows| &follows.deviations);
        let deviations: Vec<Words> = deviations
            .map(|one| self.say(&Text::new("docs-deviates").with("rule", &one.rule).with("reason", &one.reason)))
            .collect();
        if !deviations.is_empty() {
            self.paragraph(self.words("docs-deviations"));
            self.page.list(deviations);
        }
    }
}

/// When the years of the programme begin.
pub fn calendar_texts(programme: &Programme) -> Vec<Text> {
    match programme.calendar {
        Calendar::StartQuarter => vec![Text::new("docs-calendar-quarter")],
        Calendar::January => vec![Text::new("docs-calendar-january")],
        Calendar::JanuaryFrom { year, transition } => {
            let from = Text::new("docs-calendar-january-from").with("year", year.to_string());
            let transition =
                transition.map(|year| Text::new("docs-calendar-transition").with("year", year.to_string()));
            std::iter::once(from).chain(transition).collect()
        }
    }
}
