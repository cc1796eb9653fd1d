//! A blank practice plan for one programme year, with comments that say what belongs where.

use std::fmt::Write as _;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Base, CHOICE, Field, Kind, PLAN, PRACTICE, Record, RecordId, Regioplan, Requirement, Type, YEAR, say_rule,
};

use super::catalog::Catalog;
use super::finding::Judged;
use super::show::type_words;
use super::template_asks::{Asks, Call, kind_of, on_offer};

/// The blank plan as YAML text.
#[must_use]
pub fn template(model: &Regioplan, judged: &Judged, year: u8, catalog: &Catalog) -> String {
    let asks = Asks { model, own: year };
    let mut page = Page { model, asks, catalog, out: String::new() };
    page.comment(
        0,
        &Text::new("new-head").with("name", &model.name).with("version", &model.version).with("year", year),
    );
    page.comment(0, &Text::new("new-how"));
    page.line(format_args!("regioplan: {}@{}\n", judged.id, judged.version));
    page.blank(0, "startkwartaal", &Text::new("new-start"));
    page.line(format_args!("jaar: {year}\n"));
    page.blank(0, "ingediend", &Text::new("new-handed-in"));
    page.out.push_str("praktijk:\n");
    page.fields_of(Base::Practice, PRACTICE, 1);
    page.fields_of(Base::Plan, PLAN, 0);
    page.out.push_str("jaren:\n");
    for number in model.first_year..=year {
        page.year(number, year);
    }
    page.out
}

struct Page<'a> {
    model: &'a Regioplan,
    asks: Asks<'a>,
    catalog: &'a Catalog,
    out: String,
}

impl Page<'_> {
    /// Writes one line after what stands there.
    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a text cannot fail.
        let _ = self.out.write_fmt(text);
    }

    fn indent(&mut self, depth: usize) {
        self.out.push_str(&"  ".repeat(depth));
    }

    fn comment(&mut self, depth: usize, text: &Text) {
        let words = self.catalog.say(text);
        for line in textwrap::wrap(&words, 96) {
            self.indent(depth);
            self.out.push_str("# ");
            self.out.push_str(&line);
            self.out.push('\n');
        }
    }

    /// A key to fill in, with a comment behind it.
    fn blank(&mut self, depth: usize, key: &str, comment: &Text) {
        self.indent(depth);
        let words = self.catalog.say(comment);
        self.line(format_args!("{key}:  # {words}\n"));
    }

    fn fields(&mut self, id: RecordId, depth: usize) {
        let model = self.model;
        for field in model.record(id).into_iter().flat_map(|record| &record.fields) {
            self.field(field, depth);
        }
    }

    /// The fields of a record that rules can ask for.
    fn fields_of(&mut self, base: Base, id: RecordId, depth: usize) {
        let model = self.model;
        for (index, field) in model.record(id).into_iter().flat_map(|record| &record.fields).enumerate() {
            let asked = self.asks.field(base, index);
            let always = matches!(asked, Some(Call::Always(_)));
            let text = self.about(field, asked.as_ref());
            self.put(field, depth, &text, always || matches!(field.required, Requirement::Always));
        }
    }

    /// What stands behind a field: whether it is asked, and by which rule; its label and its type.
    fn about(&self, field: &Field, asked: Option<&Call<'_>>) -> Text {
        let text = match (&field.required, asked) {
            (Requirement::Always, _) => Text::new("new-field"),
            (_, Some(Call::Always(rule))) => Text::new("new-field-asked").with("rule", &rule.id),
            (_, Some(Call::Sometimes(rule))) => Text::new("new-field-sometimes").with("rule", &rule.id),
            (_, None) => Text::new("new-field-optional"),
        };
        text.with("label", &field.label).with("type", type_words(self.model, &field.ty))
    }

    fn field(&mut self, field: &Field, depth: usize) {
        let text = self.about(field, None);
        self.put(field, depth, &text, matches!(field.required, Requirement::Always));
    }

    fn put(&mut self, field: &Field, depth: usize, text: &Text, open: bool) {
        let hidden = !open;
        let model = self.model;
        let lead = if hidden { "# " } else { "" };
        let words = self.catalog.say(text);
        self.indent(depth);
        self.line(format_args!("{lead}{}:  # {words}\n", field.id));
        if hidden {
            return;
        }
        match &field.ty {
            Type::Record(id) => self.fields(*id, depth + 1),
            Type::List(inner) => {
                if let Type::Record(id) = inner.as_ref()
                    && let Some(record) = model.record(*id)
                {
                    self.item(record, depth + 1);
                }
            }
            _ => {}
        }
    }

    /// One blank member of a list.
    fn item(&mut self, record: &Record, depth: usize) {
        let mut lead = "- ";
        for field in record.fields.iter().filter(|field| matches!(field.required, Requirement::Always)) {
            let text =
                Text::new("new-field").with("label", &field.label).with("type", type_words(self.model, &field.ty));
            let words = self.catalog.say(&text);
            self.indent(depth);
            self.line(format_args!("{lead}{}:  # {words}\n", field.id));
            lead = "  ";
        }
    }

    fn year(&mut self, number: u8, own: u8) {
        self.indent(1);
        self.line(format_args!("{number}:\n"));
        if number < own {
            self.comment(2, &Text::new("new-earlier-year").with("year", number));
        } else {
            self.fields_of(Base::Year, YEAR, 2);
        }
        self.indent(2);
        self.out.push_str("interventies:\n");
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
        let name = self.catalog.word("new-choice-name");
        for line in [format!("# {name}:"), "#   keuze: nieuw".to_owned()] {
            self.indent(3);
            self.line(format_args!("{line}\n"));
        }
        for (index, field) in record.fields.iter().enumerate() {
            let asked = self.asks.field(Base::Choice, index);
            let words = self.catalog.say(&self.about(field, asked.as_ref()));
            self.indent(3);
            self.line(format_args!("#   {}:  # {words}\n", field.id));
        }
    }
}
