//! The sections of a form, in order.

use crate::diagnostic::Text;
use crate::draft::{Asks, Place, Say};
use crate::model::{Base, PLAN, PRACTICE, Regioplan, YEAR, say_rule};
use crate::plan::{Document, Plan};

use super::data::{Form, Part, RuleAsked, Section};
use super::making::Making;
use super::{choices, fields, frame};

/// The form of a regioplan for a plan of one year, filled in with what a plan says.
#[must_use]
pub fn form(regioplan: &Regioplan, year: u8, filled: Option<(&Document<'_>, &Plan)>, say: Say<'_>) -> Form {
    let text = filled.map_or("", |(document, _)| document.text);
    let Regioplan { contents: model, programme, .. } = regioplan;
    let maker = Maker(Making { model, year, asks: Asks { model, programme, own: year }, text, say });
    let making = &maker.0;
    let root = filled.and_then(|(document, _)| document.root.as_ref());
    let plan = filled.map(|(_, plan)| plan);
    let start = plan.and_then(|plan| plan.frame.start).map(|(start, _)| start);
    let mut sections = vec![maker.section("", &Text::new("form-frame"), frame::parts(making, root))];
    let practice = Place { base: Base::Practice, steps: Vec::new(), owner: None, year };
    let parts = fields::of_record(making, PRACTICE, "praktijk", plan.map(|plan| &plan.practice), Some(&practice));
    sections.push(maker.section("praktijk", &Text::new("form-practice"), parts));
    let whole = Place { base: Base::Plan, ..practice };
    for part in fields::of_record(making, PLAN, "", plan.map(|plan| &plan.data), Some(&whole)) {
        maker.beside(&mut sections, part);
    }
    let last = programme.last_of_plan(year, start).year();
    for number in last.into_iter().flat_map(|last| programme.first_year..=last) {
        sections.push(maker.of_year(number, plan));
    }
    sections.retain(|section| !section.parts.is_empty());
    Form { regioplan: model.full_id(), name: model.name.clone(), document: model.document.clone(), year, sections }
}

/// Makes the sections.
struct Maker<'a>(Making<'a>);

impl Maker<'_> {
    fn section(&self, id: &str, title: &Text, parts: Vec<Part>) -> Section {
        let title = (self.0.say)(title);
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
            None => sections.push(self.section(FURTHER, &title, vec![part])),
        }
    }

    fn of_year(&self, number: u8, plan: Option<&Plan>) -> Section {
        let filled = plan.and_then(|plan| plan.year(number));
        let id = format!("jaren.{number}");
        let place = Place { base: Base::Year, steps: Vec::new(), owner: None, year: number };
        let mut parts = fields::of_record(&self.0, YEAR, &id, filled.map(|year| &year.data), Some(&place));
        parts.extend(choices::of_year(&self.0, number, filled));
        let over = number < self.0.year;
        let about = over.then(|| (self.0.say)(&Text::new("form-year-over").with("year", number)));
        let rules = self.0.asks.choices(number).map(|rule| RuleAsked {
            id: rule.id.clone(),
            title: rule.title.clone(),
            sentences: say_rule(rule, &self.0.model.rules).iter().skip(1).map(|text| (self.0.say)(text)).collect(),
        });
        Section {
            id,
            title: (self.0.say)(&Text::new("form-year").with("year", number)),
            about: about.into_iter().collect(),
            rules: rules.collect(),
            over,
            parts,
        }
    }
}

/// The section of single fields of the plan as a whole.
const FURTHER: &str = "plan";
