//! The sections of a form, in order.

use crate::diagnostic::Text;
use crate::draft::{Asks, Call, Place, Say};
use crate::model::{Base, Field as Declared, PLAN, PRACTICE, Regioplan, Requirement, YEAR, say_cond, say_rule};
use crate::plan::{Document, Plan};

use super::data::{Form, Need, NeedLevel, Part, RuleAsked, Said, Section};
use super::{choices, fields, frame};

/// What a form is made from.
pub struct Making<'a> {
    pub model: &'a Regioplan,
    /// The year that the plan is for.
    pub year: u8,
    pub asks: Asks<'a>,
    /// The text of the plan; nothing of one that is still empty.
    pub text: &'a str,
    pub say: Say<'a>,
}

/// The form of a regioplan for a plan of one year, filled in with what a plan says.
#[must_use]
pub fn form(model: &Regioplan, year: u8, filled: Option<(&Document<'_>, &Plan)>, say: Say<'_>) -> Form {
    let text = filled.map_or("", |(document, _)| document.text);
    let making = Making { model, year, asks: Asks { model, own: year }, text, say };
    let root = filled.and_then(|(document, _)| document.root.as_ref());
    let plan = filled.map(|(_, plan)| plan);
    let start = plan.and_then(|plan| plan.frame.start).map(|(start, _)| start);
    let mut sections = vec![making.section("", Text::new("form-frame"), frame::parts(&making, root))];
    let practice = Place { base: Base::Practice, steps: Vec::new(), owner: None, year };
    let parts = fields::of_record(&making, PRACTICE, "praktijk", plan.map(|plan| &plan.practice), Some(&practice));
    sections.push(making.section("praktijk", Text::new("form-practice"), parts));
    let whole = Place { base: Base::Plan, ..practice };
    for part in fields::of_record(&making, PLAN, "", plan.map(|plan| &plan.data), Some(&whole)) {
        making.beside(&mut sections, part);
    }
    for number in model.first_year..=model.last_of_plan(year, start) {
        sections.push(making.of_year(number, plan));
    }
    sections.retain(|section| !section.parts.is_empty());
    Form {
        regioplan: model.full_id(),
        name: model.name.clone(),
        document: model.document.clone(),
        year,
        sections,
    }
}

impl Making<'_> {
    fn section(&self, id: &str, title: Text, parts: Vec<Part>) -> Section {
        let title = (self.say)(&title);
        Section { id: id.to_owned(), title, about: Vec::new(), rules: Vec::new(), over: false, parts }
    }

    /// What belongs to the plan as a whole: a group has a section of its own, single fields share one.
    fn beside(&self, sections: &mut Vec<Section>, part: Part) {
        let title = match &part {
            Part::Group(group) => {
                let said = Section {
                    id: group.id.clone(),
                    title: group.label.clone(),
                    about: Vec::new(),
                    rules: Vec::new(),
                    over: false,
                    parts: vec![part],
                };
                sections.push(said);
                return;
            }
            Part::Field(_) | Part::Several(_) | Part::List(_) | Part::Choices(_) => Text::new("form-further"),
        };
        match sections.iter_mut().find(|section| section.id == FURTHER) {
            Some(section) => section.parts.push(part),
            None => sections.push(self.section(FURTHER, title, vec![part])),
        }
    }

    fn of_year(&self, number: u8, plan: Option<&Plan>) -> Section {
        let filled = plan.and_then(|plan| plan.year(number));
        let id = format!("jaren.{number}");
        let place = Place { base: Base::Year, steps: Vec::new(), owner: None, year: number };
        let mut parts = fields::of_record(self, YEAR, &id, filled.map(|year| &year.data), Some(&place));
        parts.extend(choices::of_year(self, number, filled));
        let over = number < self.year;
        let about = over.then(|| (self.say)(&Text::new("form-year-over").with("year", number)));
        let rules = self.asks.choices(number).map(|rule| RuleAsked {
            id: rule.id.clone(),
            title: rule.title.clone(),
            sentences: say_rule(rule).iter().skip(1).map(|text| (self.say)(text)).collect(),
        });
        Section {
            id,
            title: (self.say)(&Text::new("form-year").with("year", number)),
            about: about.into_iter().collect(),
            rules: rules.collect(),
            over,
            parts,
        }
    }

    /// Statements of the source document.
    pub fn sources(&self, sources: &[usize]) -> Vec<Said> {
        let known = sources.iter().filter_map(|at| self.model.register.get(*at));
        known
            .map(|one| Said { id: one.id.clone(), section: one.section.clone(), says: one.says.clone() })
            .collect()
    }

    /// Whether and when a field must be filled in.
    pub fn need(&self, field: &Declared, asked: Option<&Call<'_>>) -> Need {
        let (level, text) = match (&field.required, asked) {
            (Requirement::Always, _) => return Need { level: NeedLevel::Always, said: String::new() },
            (_, Some(Call::Always(rule))) => {
                (NeedLevel::Always, Text::new("form-need-asked").with("rule", &rule.title))
            }
            (Requirement::If(cond), _) => {
                (NeedLevel::Sometimes, Text::new("form-need-if").with("cond", say_cond(cond)))
            }
            (Requirement::AtAccounting, _) => (NeedLevel::Later, Text::new("form-need-accounting")),
            (Requirement::Optional, Some(Call::Sometimes(rule))) => {
                (NeedLevel::Sometimes, Text::new("form-need-sometimes").with("rule", &rule.title))
            }
            (Requirement::Optional, Some(Call::Later(rule))) => {
                (NeedLevel::Later, Text::new("form-need-later").with("rule", &rule.title))
            }
            (Requirement::Optional, None) => (NeedLevel::Optional, Text::new("form-need-not")),
        };
        Need { level, said: (self.say)(&text) }
    }
}

/// The section of single fields of the plan as a whole.
const FURTHER: &str = "plan";
