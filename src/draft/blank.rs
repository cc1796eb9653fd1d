//! A blank practice plan for one programme year, with comments that say what belongs where.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Base, CHOICE, Field, Kind, PLAN, PRACTICE, RecordId, Regioplan, Requirement, Type, YEAR, say_field_type, say_rule,
};

use super::Say;
use super::asks::{Asks, Call, kind_of, on_offer};

/// The blank plan as YAML text.
#[must_use]
pub fn blank(model: &Regioplan, year: u8, say: Say<'_>) -> String {
    let asks = Asks { model, own: year };
    let mut page = Page { model, asks, say, out: String::new() };
    page.comment(
        0,
        &Text::new("new-head").with("name", &model.name).with("version", &model.version).with("year", year),
    );
    page.comment(0, &Text::new("new-how"));
    page.line(0, &format!("regioplan: {}", model.full_id()));
    page.key(0, "", "startkwartaal", &Text::new("new-start"));
    page.line(0, &format!("jaar: {year}"));
    page.key(0, "", "ingediend", &Text::new("new-handed-in"));
    page.line(0, "praktijk:");
    page.fields(PRACTICE, Some(Base::Practice), 1);
    page.fields(PLAN, Some(Base::Plan), 0);
    page.line(0, "jaren:");
    for number in model.first_year..=model.last_of_plan(year, None) {
        page.year(number, year);
    }
    page.out
}

/// A blank plan of so many bytes grows no deeper: what stands within its fields is left to who fills them in.
const MOST: usize = 256 * 1024;

struct Page<'a> {
    model: &'a Regioplan,
    asks: Asks<'a>,
    say: Say<'a>,
    out: String,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn comment(&mut self, depth: usize, text: &Text) {
        let words = (self.say)(text);
        for line in textwrap::wrap(&words, 96) {
            self.line(depth, &format!("# {line}"));
        }
    }

    /// A key to fill in, with a comment behind it.
    fn key(&mut self, depth: usize, lead: &str, key: &str, comment: &Text) {
        let words = (self.say)(comment);
        self.line(depth, &format!("{lead}{key}:  # {words}"));
    }

    /// The fields of a record; rules can ask for those of a part of the plan.
    fn fields(&mut self, id: RecordId, base: Option<Base>, depth: usize) {
        let model = self.model;
        for (index, field) in model.record(id).into_iter().flat_map(|record| &record.fields).enumerate() {
            let asked = base.and_then(|base| self.asks.field(base, index));
            let open = is_required(field) || matches!(asked, Some(Call::Always(_)));
            let text = self.about(field, asked.as_ref());
            self.key(depth, if open { "" } else { "# " }, &field.id, &text);
            if open && self.out.len() < MOST {
                self.inside(&field.ty, depth + 1);
            }
        }
    }

    /// What stands below a key: a record, or one blank member of a list of records.
    fn inside(&mut self, ty: &Type, depth: usize) {
        let model = self.model;
        match ty {
            Type::Record(id) => self.fields(*id, None, depth),
            Type::List(inner) => {
                let Type::Record(id) = inner.as_ref() else { return };
                let fields = model.record(*id).into_iter().flat_map(|record| &record.fields);
                for (number, field) in fields.filter(|field| is_required(field)).enumerate() {
                    let text = self.about(field, None);
                    self.key(depth, if number == 0 { "- " } else { "  " }, &field.id, &text);
                }
            }
            _ => {}
        }
    }

    /// What stands behind a field: whether it is asked, and by which rule; its label and its type.
    fn about(&self, field: &Field, asked: Option<&Call<'_>>) -> Text {
        let text = match asked {
            _ if is_required(field) => Text::new("new-field"),
            Some(Call::Always(rule)) => Text::new("new-field-asked").with("rule", &rule.id),
            Some(Call::Sometimes(rule)) => Text::new("new-field-sometimes").with("rule", &rule.id),
            None => Text::new("new-field-optional"),
        };
        text.with("label", &field.label).with("type", say_field_type(self.model, field))
    }

    fn year(&mut self, number: u8, own: u8) {
        self.line(1, &format!("{number}:"));
        if number < own {
            self.comment(2, &Text::new("new-earlier-year").with("year", number));
        } else {
            self.fields(YEAR, Some(Base::Year), 2);
        }
        self.line(2, "interventies:");
        let rules: Vec<_> = self.asks.choices(number).collect();
        for rule in rules {
            self.comment(3, &Text::new("new-rule").with("title", &rule.title).with("id", &rule.id));
            let sentences: Vec<Arg> = say_rule(rule).into_iter().skip(1).map(Arg::Text).collect();
            self.comment(3, &Text::new("new-rule-asks").with("sentences", Arg::List(sentences, Join::Line)));
        }
        let first = number == self.model.first_year;
        if !first {
            let kinds = Arg::words(Kind::ALL.iter().map(|kind| format!("`{}`", kind.word())), Join::Or);
            self.comment(3, &Text::new("new-kinds").with("kinds", kinds));
        }
        for (index, element) in self.model.elements.iter().enumerate() {
            self.comment(3, &Text::new("new-element").with("name", &element.label));
            let model = self.model;
            for (_, intervention) in model.interventions_of(index) {
                if on_offer(intervention, number) {
                    self.comment(
                        3,
                        &Text::new("new-option")
                            .with("id", &intervention.id)
                            .with("kind", kind_of(intervention, number, first).map_or("", Kind::word))
                            .with("label", &intervention.label),
                    );
                }
            }
        }
        if number == own {
            self.data_of_choices();
        }
    }

    /// A choice with data, as an example: what every choice can have.
    fn data_of_choices(&mut self) {
        let model = self.model;
        let Some(record) = model.record(CHOICE).filter(|record| !record.fields.is_empty()) else { return };
        self.comment(3, &Text::new("new-choice-data"));
        let name = (self.say)(&Text::new("new-choice-name"));
        self.line(3, &format!("# {name}:"));
        self.line(3, "#   keuze: nieuw");
        for (index, field) in record.fields.iter().enumerate() {
            let asked = self.asks.field(Base::Choice, index);
            let text = self.about(field, asked.as_ref());
            self.key(3, "#   ", &field.id, &text);
        }
    }
}

fn is_required(field: &Field) -> bool {
    matches!(field.required, Requirement::Always)
}
