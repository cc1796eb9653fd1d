//! A blank practice plan for one programme year, with comments that say what belongs where.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Base, CHOICE, Contents, Field, Intervention, InterventionId, Kind, PLAN, PRACTICE, RecordId, Regioplan,
    Requirement, Shape, Type, YEAR, name_kinds, say_cond, say_field_type, say_meaning, say_rule,
};

use super::Say;
use super::asks::{Asks, Call, Place, kind_of, on_offer};

/// The blank plan as YAML text.
#[must_use]
pub fn blank(regioplan: &Regioplan, year: u8, say: Say<'_>) -> String {
    let Regioplan { contents: model, programme, .. } = regioplan;
    let asks = Asks { model, programme, own: year };
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
    page.fields(PRACTICE, Some(&of(Base::Practice, None, year)), 1);
    page.fields(PLAN, Some(&of(Base::Plan, None, year)), 0);
    page.line(0, "jaren:");
    for number in programme.first_year..=programme.last_by_number(year) {
        page.year(number, year);
    }
    page.out
}

/// A blank plan of so many bytes grows no deeper: what stands within its fields is left to who fills them in.
const MOST: usize = 256 * 1024;

struct Page<'a> {
    model: &'a Contents,
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
        // A name stays whole, with its hyphens.
        let options = textwrap::Options::new(96).word_splitter(textwrap::WordSplitter::NoHyphenation);
        for line in textwrap::wrap(&words, options) {
            self.line(depth, &format!("# {line}"));
        }
    }

    /// A key to fill in, with a comment behind it.
    fn key(&mut self, depth: usize, lead: &str, key: &str, comment: &Text) {
        let words = (self.say)(comment);
        self.line(depth, &format!("{lead}{key}:  # {words}"));
    }

    /// The fields of a record; rules can ask for those of a part of the plan.
    fn fields(&mut self, id: RecordId, place: Option<&Place>, depth: usize) {
        let model = self.model;
        for (index, field) in model.record(id).fields.pairs() {
            let place = place.map(|place| place.within(index));
            let asked = place.as_ref().and_then(|place| self.asks.field(place));
            // Of a year that is over no more is told than what is still asked of it.
            let over = place.as_ref().is_some_and(|place| place.year < self.asks.own && place.steps.len() == 1);
            if over && !matches!(asked, Some(Call::Always(_) | Call::Sometimes(_))) {
                continue;
            }
            let open = !over && is_required(field) || matches!(asked, Some(Call::Always(_)));
            let text = self.about(field, asked.as_ref());
            self.key(depth, if open { "" } else { OFF }, &field.id, &text);
            if self.out.len() > MOST {
                continue;
            }
            if open {
                self.inside(&field.ty, place.as_ref(), depth + 1);
            } else {
                self.inside_off(&field.ty, place.as_ref(), depth, 1);
            }
        }
    }

    /// What stands below a key: a record, or one blank member of a list of records. What must be there comes first.
    fn inside(&mut self, ty: &Type, place: Option<&Place>, depth: usize) {
        let model = self.model;
        match ty.shape() {
            Shape::Record(id) => self.fields(id, place, depth),
            Shape::List(inner) => {
                let Shape::Record(id) = inner.shape() else { return };
                let fields = || model.record(id).fields.iter();
                let none = !fields().any(is_required);
                for (number, field) in fields().filter(|field| is_required(field) || none).enumerate() {
                    let text = self.about(field, None);
                    self.key(depth, if number == 0 { "- " } else { "  " }, &field.id, &text);
                }
                for field in fields().filter(|field| !is_required(field) && !none) {
                    let text = self.about(field, None);
                    self.key(depth + 1, OFF, &field.id, &text);
                    self.inside_off(&field.ty, None, depth + 1, 1);
                }
            }
            Shape::Plain | Shape::OneOf(_) => {}
        }
    }

    /// The same below a key that does not count yet: without the sign before it, each line stands where it belongs.
    fn inside_off(&mut self, ty: &Type, place: Option<&Place>, depth: usize, within: usize) {
        let model = self.model;
        let (shape, dash) = match ty.shape() {
            Shape::List(inner) => (inner.shape(), true),
            shape => (shape, false),
        };
        let Shape::Record(id) = shape else { return };
        if self.out.len() > MOST {
            return;
        }
        for (number, (index, field)) in model.record(id).fields.pairs().enumerate() {
            let place = place.filter(|_| !dash).map(|place| place.within(index));
            let asked = place.as_ref().and_then(|place| self.asks.field(place));
            let text = self.about(field, asked.as_ref());
            let mark = match (dash, number) {
                (false, _) => "",
                (true, 0) => "- ",
                (true, _) => "  ",
            };
            self.key(depth, &format!("{OFF}{}{mark}", "  ".repeat(within)), &field.id, &text);
            self.inside_off(&field.ty, place.as_ref(), depth, within + 1 + usize::from(dash));
        }
    }

    /// What stands behind a field: whether and when it is asked, and by which rule; its label and its type.
    fn about(&self, field: &Field, asked: Option<&Call<'_>>) -> Text {
        let text = match (&field.required, asked) {
            (Requirement::Always, _) => Text::new("new-field"),
            (_, Some(Call::Always(rule))) => Text::new("new-field-asked").with("rule", &rule.id),
            (Requirement::If(cond), _) => Text::new("new-field-if").with("cond", say_cond(cond)),
            (Requirement::AtAccounting, _) => Text::new("new-field-accounting"),
            (Requirement::Optional, Some(Call::Sometimes(rule))) => {
                Text::new("new-field-sometimes").with("rule", &rule.id)
            }
            (Requirement::Optional, Some(Call::Later(rule))) => Text::new("new-field-later").with("rule", &rule.id),
            (Requirement::Optional, None) => Text::new("new-field-optional"),
        };
        let meaning = say_meaning(&field.id);
        text.with("label", &field.label).with("meaning", meaning).with("type", say_field_type(self.model, field))
    }

    fn year(&mut self, number: u8, own: u8) {
        self.line(1, &format!("{number}:"));
        if number < own {
            self.comment(2, &Text::new("new-earlier-year").with("year", number));
        }
        self.fields(YEAR, Some(&of(Base::Year, None, number)), 2);
        self.line(2, "interventies:");
        let rules: Vec<_> = self.asks.choices(number).collect();
        for rule in rules {
            self.comment(3, &Text::new("new-rule").with("title", &rule.title).with("id", &rule.id));
            let sentences: Vec<Arg> = say_rule(rule, &self.model.rules).into_iter().skip(1).map(Arg::Text).collect();
            self.comment(3, &Text::new("new-rule-asks").with("sentences", Arg::List(sentences, Join::Line)));
        }
        let first = number == self.asks.programme.first_year;
        if !first {
            let kinds = name_kinds(&Kind::ALL, Join::Or);
            self.comment(3, &Text::new("new-kinds").with("kinds", kinds));
        }
        for (id, element) in self.model.elements.pairs() {
            self.comment(3, &Text::new("new-element").with("name", &element.label));
            let model = self.model;
            for (_, intervention) in model.interventions_of(id) {
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
            self.data_of_choices(number);
        }
    }

    /// A choice with data, as an example: what every choice can have, and below it what belongs to one intervention.
    fn data_of_choices(&mut self, number: u8) {
        let model = self.model;
        let common = model.record(CHOICE).fields.len();
        let has_own = |one: &Intervention| model.record(one.record).fields.len() > common;
        let own = model.interventions.pairs().filter(|(_, one)| on_offer(one, number) && has_own(one));
        let own: Vec<_> = own.collect();
        if common > 0 {
            self.comment(3, &Text::new("new-choice-data"));
            let name = (self.say)(&Text::new("new-choice-name"));
            self.line(3, &format!("{OFF}{name}:"));
            self.line(3, &format!("{OFF}  keuze: nieuw"));
            self.data(CHOICE, 0, None);
        }
        if own.is_empty() {
            return;
        }
        self.comment(3, &Text::new("new-own-data"));
        for (id, intervention) in own {
            self.line(3, &format!("{OFF}{}:", intervention.id));
            self.data(intervention.record, common, Some(id));
        }
    }

    /// The fields of a choice, from one on.
    fn data(&mut self, id: RecordId, from: usize, owner: Option<InterventionId>) {
        let model = self.model;
        for (index, field) in model.record(id).fields.pairs().skip(from) {
            let place = of(Base::Choice, owner, self.asks.own).within(index);
            let asked = self.asks.field(&place);
            let text = self.about(field, asked.as_ref());
            self.key(3, &format!("{OFF}  "), &field.id, &text);
            self.inside_off(&field.ty, Some(&place), 3, 2);
        }
    }
}

/// The beginning of a line that does not count.
const OFF: &str = "# ";

/// A part of the plan.
fn of(base: Base, owner: Option<InterventionId>, year: u8) -> Place {
    Place { base, steps: Vec::new(), owner, year }
}

fn is_required(field: &Field) -> bool {
    matches!(field.required, Requirement::Always)
}
