//! The beginning of a document: what it is, when it holds, how years count.

use crate::diagnostic::Text;
use crate::model::{Calendar, Regioplan, Sort};

use super::super::show;
use super::{Block, Words, Writer, code, said};

impl Writer<'_, '_> {
    pub fn head(&mut self) {
        let model = self.model;
        let intro = match model.sort {
            Sort::Regioplan => "docs-intro-regioplan",
            Sort::Werkplan => "docs-intro-work-plan",
            Sort::Leidraad => "docs-intro-guide",
            Sort::Aanvulling => "docs-intro-supplement",
        };
        self.paragraph(self.words(intro));
        let mut facts: Vec<(String, Words)> = vec![(self.word("docs-document"), said(&model.document))];
        if model.sort != Sort::Leidraad {
            let valid = if model.sort == Sort::Regioplan { "show-valid" } else { "docs-valid" };
            facts.push((self.word(valid), self.say(&show::validity(model))));
        }
        if model.sort == Sort::Regioplan {
            let years = Text::new("docs-years-from-to").with("first", model.first_year).with("last", model.last_year);
            facts.push((self.word("docs-years"), self.say(&years)));
            facts.push((self.word("docs-calendar"), self.calendar()));
            let plans = show::plan_years(model).into_iter().chain(show::programme_end(model));
            let more: Vec<_> = plans.map(|text| (self.word("docs-plan-years"), self.say(&text))).collect();
            facts.extend(more);
            facts.push((self.word("docs-in-plan"), code(&format!("regioplan: {}", model.full_id()))));
        }
        if let Some(follows) = &model.follows {
            let text = Text::new("docs-guide-version").with("id", &follows.id).with("version", &follows.version);
            facts.push((self.word("docs-guide"), self.say(&text)));
        }
        if model.sort == Sort::Regioplan {
            for text in show::beside(model) {
                facts.push((self.word("docs-beside"), self.say(&text)));
            }
        }
        self.page.blocks.push(Block::Facts(facts));
        if model.sort != Sort::Leidraad {
            self.reasons(&model.reasons);
        }
        let deviations = model.follows.iter().flat_map(|follows| &follows.deviations);
        let deviations: Vec<Words> = deviations
            .map(|one| self.say(&Text::new("docs-deviates").with("rule", &one.rule).with("reason", &one.reason)))
            .collect();
        if !deviations.is_empty() {
            self.paragraph(self.words("docs-deviations"));
            self.page.list(deviations);
        }
    }

    fn calendar(&self) -> Words {
        self.say_all(&calendar_texts(self.model), " ")
    }
}

/// When the years of the programme begin.
pub fn calendar_texts(model: &Regioplan) -> Vec<Text> {
    match model.calendar {
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
