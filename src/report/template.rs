//! A blank practice plan for one programme year, with comments that say what belongs where.

use std::fmt::Write as _;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Demand, Field, Intervention, Kind, PLAN, PRACTICE, Period, Record, RecordId, Regioplan, Requirement, Rule,
    RuleScope, Type, YEAR, say_rule,
};

use super::catalog::Catalog;
use super::finding::Judged;
use super::show::type_words;

/// The blank plan as YAML text.
#[must_use]
pub fn template(model: &Regioplan, judged: &Judged, year: u8, catalog: &Catalog) -> String {
    let mut page = Page { model, catalog, out: String::new() };
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
    page.fields(PRACTICE, 1);
    page.fields(PLAN, 0);
    page.out.push_str("jaren:\n");
    for number in model.first_year..=year {
        page.year(number, year);
    }
    page.out
}

struct Page<'a> {
    model: &'a Regioplan,
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
            self.field(field, depth, false);
        }
    }

    fn field(&mut self, field: &Field, depth: usize, commented: bool) {
        let optional = !matches!(field.required, Requirement::Always);
        let hidden = commented || optional;
        let model = self.model;
        let text = Text::new(if optional { "new-field-optional" } else { "new-field" })
            .with("label", &field.label)
            .with("type", type_words(model, &field.ty));
        let lead = if hidden { "# " } else { "" };
        let words = self.catalog.say(&text);
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
            let model = self.model;
            for field in model.record(YEAR).into_iter().flat_map(|record| &record.fields) {
                self.field(field, 2, false);
            }
        }
        self.indent(2);
        self.out.push_str("interventies:\n");
        for rule in self.model.rules.iter().filter(|rule| asks_choice(rule, number)) {
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
                let open = !intervention.offered.is_empty() && intervention.assigned.is_none();
                if open && intervention.offered.iter().all(|period| by_number(period, number)) {
                    self.comment(
                        3,
                        &Text::new("new-option")
                            .with("id", &intervention.id)
                            .with("kind", if first { first_kind(intervention) } else { "" })
                            .with("label", &intervention.label),
                    );
                }
            }
        }
    }
}

/// The kind that a choice begins with: `nieuw`, unless another kind is all that is on offer.
fn first_kind(intervention: &Intervention) -> &'static str {
    let limits = &intervention.only_kinds;
    let kind = Kind::ALL.into_iter().find(|kind| limits.iter().all(|limit| limit.kinds.allows(*kind)));
    kind.unwrap_or(Kind::Nieuw).word()
}

/// Whether a rule asks for choices in a programme year, as far as the number of the year tells.
fn asks_choice(rule: &Rule, year: u8) -> bool {
    let chooses = rule.demands.iter().any(|demand| matches!(demand, Demand::Choose { .. }));
    chooses
        && match &rule.scope {
            RuleScope::Each(periods) => periods.iter().all(|period| by_number(period, year)),
            RuleScope::Together(years) => years.contains(&year),
            RuleScope::OwnYear(_) => true,
            RuleScope::Once => false,
        }
}

fn by_number(period: &Period, year: u8) -> bool {
    match period {
        Period::InYears(years) => years.contains(&year),
        Period::FromYear(from) => year >= *from,
        Period::UntilYear(until) => year <= *until,
        Period::Always
        | Period::InCalendar(_)
        | Period::FromCalendar(_)
        | Period::UntilCalendar(_)
        | Period::FromDate(_)
        | Period::UntilDate(_) => true,
    }
}
