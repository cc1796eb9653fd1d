//! One rule, intervention, field or built-in check, explained in whole sentences.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Amount, Cond, Condition, Contents, Demand, Field, Indicator, Intervention, Model, Named, OfferDemand, Qualifier,
    Reasons, Record, Ref, Rule, RuleScope, Selector, StatementId, Target, Visitor, When, help_evidence, name_kinds,
    name_path, reads, said_part, say_cond, say_field_type, say_lines, say_ref, say_rule, walk_cond, walk_rule,
};

use super::catalog::Catalog;
use super::page::{Page, words};
use super::said::built_in;
use super::screen::Screen;
use super::show::requirement;
use super::show_more::{PartSort, called, formula, members, not_usual, offers};
use super::sources::done;

/// What is explained.
#[derive(Clone, Copy)]
pub enum Subject<'m> {
    Rule(&'m Rule),
    Intervention(&'m Intervention),
    Field(&'m Record, &'m Field),
    Condition(&'m Condition),
    Indicator(&'m Indicator),
    /// What a leidraad asks of a regioplan.
    Offer(&'m OfferDemand),
    /// A list, a theme, a goal or a group.
    Part(PartSort, &'m Named),
    /// The document as a whole.
    Head(&'m Contents),
    /// A statement of the document, by its place in the register.
    Statement(Model<'m>, StatementId),
    BuiltIn(&'static str),
}

impl<'m> Subject<'m> {
    /// Its name in the regioplan.
    #[must_use]
    pub fn id(self) -> &'m str {
        self.named().0
    }

    /// Whether it is a kind of choice: a word that every regioplan has.
    #[must_use]
    pub fn is_kind(self) -> bool {
        matches!(self, Self::Part(PartSort::Kind, _))
    }

    /// Its name in the regioplan, and its title.
    #[must_use]
    pub fn named(self) -> (&'m str, &'m str) {
        match self {
            Self::Rule(rule) => (&rule.id, &rule.title),
            Self::Intervention(intervention) => (&intervention.id, &intervention.label),
            Self::Field(_, field) => (&field.id, &field.label),
            Self::Condition(condition) => (&condition.named.id, &condition.named.label),
            Self::Indicator(indicator) => (&indicator.id, &indicator.title),
            Self::Offer(demand) => (&demand.id, &demand.title),
            Self::Part(_, named) => (&named.id, &named.label),
            Self::Head(model) => (&model.id, &model.document),
            Self::Statement(model, index) => {
                let statement = model.contents().register.get(index);
                (&statement.id, &statement.section)
            }
            Self::BuiltIn(id) => (id, id),
        }
    }
}

/// The explanation; `good` and `bad` are example plans with their paths.
#[must_use]
pub fn explain(
    model: Model<'_>,
    subject: Subject<'_>,
    good: Option<(&str, &str)>,
    bad: Option<(&str, &str)>,
    screen: Screen,
    catalog: &Catalog,
) -> String {
    let mut page = explained(model, subject, catalog);
    for (head, example) in [("explain-good", good), ("explain-bad", bad)] {
        if let Some((path, text)) = example {
            page.head(&Text::new(head).with("path", path));
            page.verbatim(text);
        }
    }
    page.on(screen)
}

/// The explanation as Markdown, without examples.
#[must_use]
pub fn explain_markdown(model: Model<'_>, subject: Subject<'_>, catalog: &Catalog) -> String {
    explained(model, subject, catalog).markdown()
}

/// What a plan can say of one thing, as Markdown: the fields of a record.
#[must_use]
pub fn record_markdown(model: Model<'_>, record: &Record, catalog: &Catalog) -> String {
    let mut page = Explained::of(model, catalog);
    let title = Text::new("explain-title").with("id", &record.id).with("title", &record.label);
    page.line(0, &title.with("region", &page.model.name).with("version", &page.model.version));
    page.head("explain-record-fields");
    for field in &record.fields {
        page.line(1, &Text::new("explain-option").with("id", &field.id).with("label", &field.label));
    }
    page.page.markdown()
}

/// A word that is the value of a field, with what it is called, as Markdown.
#[must_use]
pub fn value_markdown(
    model: Model<'_>,
    record: &Record,
    field: &Field,
    called: Option<(&str, &str)>,
    catalog: &Catalog,
) -> String {
    let mut page = Explained::of(model, catalog);
    if let Some((id, label)) = called {
        page.line(0, &Text::new("explain-option").with("id", id).with("label", label));
    }
    page.title(Subject::Field(record, field));
    page.field(record, field);
    page.page.markdown()
}

fn explained<'c>(model: Model<'_>, subject: Subject<'_>, catalog: &'c Catalog) -> Page<'c> {
    let mut page = Explained::of(model, catalog);
    page.title(subject);
    match subject {
        Subject::Rule(rule) => page.rule(rule),
        Subject::Intervention(intervention) => page.intervention(intervention),
        Subject::Field(record, field) => page.field(record, field),
        Subject::Condition(condition) => page.condition(condition),
        Subject::Indicator(indicator) => page.indicator(indicator),
        Subject::Offer(demand) => page.offer(demand),
        Subject::Part(sort, named) => page.part(sort, named),
        Subject::Head(model) => page.reasons(&model.reasons),
        Subject::Statement(model, index) => page.statement(model, index),
        Subject::BuiltIn(id) => page.built_in(id),
    }
    page.page
}

/// That the region assigns it, and who does.
fn assigned(one: &Intervention) -> Text {
    let by = one.assigned.clone().unwrap_or_default();
    Text::new("explain-assigned-by").with("name", format!("`{}`", one.id)).with("by", by)
}

struct Explained<'m, 'c> {
    whole: Model<'m>,
    model: &'m Contents,
    page: Page<'c>,
}

impl<'m, 'c> Explained<'m, 'c> {
    fn of(whole: Model<'m>, catalog: &'c Catalog) -> Self {
        Self { whole, model: whole.contents(), page: Page::new(catalog) }
    }
}

impl Explained<'_, '_> {
    fn line(&mut self, depth: u8, text: &Text) {
        self.page.line(depth, text);
    }

    fn head(&mut self, id: &'static str) {
        self.page.head(&Text::new(id));
    }

    fn title(&mut self, subject: Subject<'_>) {
        let (id, title) = subject.named();
        let text = match subject {
            Subject::BuiltIn(id) => Text::new("explain-built-in-title").with("id", id),
            Subject::Rule(_)
            | Subject::Intervention(_)
            | Subject::Field(..)
            | Subject::Condition(_)
            | Subject::Indicator(_)
            | Subject::Offer(_)
            | Subject::Part(..)
            | Subject::Head(_)
            | Subject::Statement(..) => Text::new("explain-title").with("id", id).with("title", title),
        };
        self.line(0, &text.with("region", &self.model.name).with("version", &self.model.version));
    }

    fn sentences(&mut self, rule: &Rule) {
        for sentence in say_rule(rule, &self.model.rules) {
            self.line(1, &sentence);
        }
    }

    fn offer(&mut self, demand: &OfferDemand) {
        self.head("explain-guide-asks");
        self.line(1, &offers(demand));
        self.reasons(&demand.reasons);
    }

    fn statement(&mut self, model: Model<'_>, index: StatementId) {
        let statement = model.contents().register.get(index);
        self.head("explain-statement");
        self.page.paragraph(1, words(&statement.says));
        self.head("explain-statement-done");
        self.page.paragraph(1, words(&done(model, index, self.page.catalog)));
    }

    fn condition(&mut self, condition: &Condition) {
        self.head("explain-condition");
        let lines = say_lines(condition.any, &condition.lines);
        self.line(1, &Text::new("explain-condition-asks").with("lines", lines));
        let users = self.model.rules.iter().filter(|rule| uses(rule, &condition.named.id, self.model));
        let names: Vec<String> = users.map(|rule| format!("`{}`", rule.id)).collect();
        if !names.is_empty() {
            self.line(1, &Text::new("explain-condition-used").with("names", Arg::words(names, Join::Comma)));
        }
        self.reasons(&condition.named.reasons);
    }

    fn indicator(&mut self, indicator: &Indicator) {
        self.head("explain-indicator");
        self.line(1, &formula(indicator));
        self.reasons(&indicator.reasons);
    }

    fn rule(&mut self, rule: &Rule) {
        if let Some(intervention) = rule.owner.intervention().map(|id| self.model.intervention(id)) {
            self.line(0, &Text::new("explain-part-of").with("name", &intervention.label).with("id", &intervention.id));
        }
        self.head("explain-asks");
        self.sentences(rule);
        if rule.reasons.advice.is_empty() && !rule.demands.is_empty() {
            self.head("explain-how");
            for demand in &rule.demands {
                for text in self.how(rule, demand) {
                    self.line(1, &text);
                }
            }
        }
        self.reasons(&rule.reasons);
    }

    /// How to comply with a demand, made from the demand itself.
    fn how(&self, rule: &Rule, demand: &Demand) -> Vec<Text> {
        match demand {
            Demand::Choose { amount: Amount::AtMost(_) | Amount::None, .. } => vec![Text::new("help-choose-fewer")],
            Demand::Choose { selector, amount } => self.how_to_choose(rule, selector, *amount),
            Demand::Evidence { kinds, cond } => vec![help_evidence(kinds, cond)],
            Demand::Cond(Cond::Filled { target: Ref::Path(path), negated: false }) => {
                vec![Text::new("help-fill-in").with("fields", name_path(&path.words))]
            }
            Demand::Cond(cond) => vec![Text::new("explain-make-true").with("cond", say_cond(cond))],
        }
    }

    /// What can be chosen in the years of the rule; what the region assigns is not for the practice to choose, and is told as such.
    fn how_to_choose(&self, rule: &Rule, selector: &Selector, amount: Amount) -> Vec<Text> {
        let all_of_them = matches!(amount, Amount::All | Amount::AllOrNone);
        if let Some(field) = &selector.field {
            return vec![
                Text::new("help-choose").with("names", Text::new("say-out-of-field").with("field", say_ref(field))),
            ];
        }
        let mut all: Vec<&Intervention> = Vec::new();
        for one in selector.targets.iter().flat_map(|target| &target.members).map(|id| self.model.intervention(*id)) {
            if !all.iter().any(|known| known.id == one.id) {
                all.push(one);
            }
        }
        let name = |one: &&Intervention| format!("`{}`", one.id);
        let open: Vec<String> =
            all.iter().copied().filter(|one| one.is_open() && self.is_there(rule, one)).map(|one| name(&one)).collect();
        let given = all.iter().copied().filter(|one| one.assigned.is_some());
        let assigned: Vec<Text> = given.map(assigned).collect();
        if open.is_empty() && assigned.is_empty() {
            return vec![Text::new("explain-none-offered")];
        }
        let mut parts: Vec<Text> = Vec::new();
        if !open.is_empty() {
            let of_target = |target: &Target| {
                let members = target.members.iter().map(|id| self.model.intervention(*id)).map(|one| name(&one));
                let members: Vec<String> = members.filter(|name| open.contains(name)).collect();
                (!members.is_empty()).then(|| Arg::words(members, Join::Or))
            };
            let those = selector.qualifier.filter(|_| !selector.each);
            let choose = if let Some(those) = those {
                let (id, join) =
                    if all_of_them { ("help-choose-all-those", Join::And) } else { ("help-choose-those", Join::Or) };
                Text::new(id).with("names", Arg::words(open, join)).with("which", which(those))
            } else if all_of_them {
                Text::new("help-choose-these").with("names", Arg::words(open, Join::And))
            } else if selector.each {
                let names = selector.targets.iter().filter_map(of_target).collect();
                Text::new("help-choose-these").with("names", Arg::List(names, Join::And))
            } else {
                Text::new("help-choose").with("names", Arg::words(open, Join::Or))
            };
            let choose = if selector.kinds.0.is_empty() {
                choose
            } else {
                let kinds = name_kinds(&selector.kinds.0, Join::Or);
                Text::new("help-choose-kinds").with("choose", choose).with("kinds", kinds)
            };
            parts.push(match amount {
                Amount::AllOrNone => Text::new("explain-or-none").with("choose", choose),
                Amount::AtLeast(_) | Amount::AtMost(_) | Amount::Exactly(_) | Amount::All | Amount::None => choose,
            });
        }
        parts.extend(assigned);
        parts
    }

    /// Whether an intervention can be on offer in a year of which the rule speaks.
    fn is_there(&self, rule: &Rule, one: &Intervention) -> bool {
        let speaks = |year: u8| match &rule.scope {
            RuleScope::Once => true,
            RuleScope::OwnYear(periods) | RuleScope::Each(periods) => {
                periods.iter().all(|period| period.by_number(year) != Some(false))
            }
            RuleScope::Together(years) => years.contains(&year),
        };
        let offered = |year: u8| one.offered.iter().all(|period| period.by_number(year) != Some(false));
        let refused = |year: u8| one.not_offered.iter().any(|found| found.period.by_number(year) == Some(true));
        self.whole.years().into_iter().any(|year| speaks(year) && offered(year) && !refused(year))
    }

    fn intervention(&mut self, intervention: &Intervention) {
        // While a regioplan is being written, the kernelement may be unknown.
        let element = &self.model.elements.get(intervention.element).label;
        if !element.is_empty() {
            self.line(0, &Text::new("explain-element").with("name", element));
        }
        if let Some(whole) = intervention.part_of.map(|id| self.model.intervention(id)) {
            self.line(0, &Text::new("explain-part-of").with("name", &whole.label).with("id", &whole.id));
        }
        let goals: Vec<&str> =
            intervention.goals.iter().map(|n| self.model.goals.get(*n)).map(|g| g.label.as_str()).collect();
        if !goals.is_empty() {
            self.line(0, &Text::new("explain-goals").with("names", Arg::words(goals, Join::Comma)));
        }
        self.called(&intervention.also_known);
        self.head("explain-offer");
        for period in &intervention.offered {
            self.line(1, &Text::new("explain-offered").with("period", crate::model::say_period(period)));
        }
        for text in not_usual(intervention) {
            self.line(1, &text);
        }
        self.options("explain-variants", &intervention.variants);
        self.options("explain-deepenings", &intervention.deepenings);
        let id = self.model.find_intervention(&intervention.id);
        for rule in self.model.rules.iter().filter(|rule| rule.owner.intervention() == id) {
            self.page.head(&Text::new("explain-own-rule").with("title", &rule.title).with("id", &rule.id));
            self.sentences(rule);
        }
        self.reasons(&intervention.reasons);
    }

    fn options(&mut self, head: &'static str, options: &[(String, String)]) {
        if options.is_empty() {
            return;
        }
        self.head(head);
        for (id, label) in options {
            self.line(1, &Text::new("explain-option").with("id", id).with("label", label));
        }
    }

    fn called(&mut self, names: &[String]) {
        if let Some(text) = called(names) {
            self.line(0, &text);
        }
    }

    fn part(&mut self, sort: PartSort, named: &Named) {
        self.called(&named.also_known);
        self.head("docs-members");
        self.line(1, &members(self.model, sort, &named.id));
        self.reasons(&named.reasons);
    }

    fn field(&mut self, record: &Record, field: &Field) {
        self.line(0, &Text::new("explain-field-of").with("record", said_part(&record.id, "")));
        self.called(&field.also_known);
        self.head("explain-asks");
        self.line(1, &Text::new("explain-field-type").with("type", say_field_type(self.model, field)));
        self.line(1, &Text::new("explain-field-required").with("required", requirement(&field.required)));
        // A field that need not be filled in by itself may still be asked by a rule.
        let reading = self.model.rules.iter().filter(|rule| reads(rule, &field.id));
        let names: Vec<String> = reading.map(|rule| format!("`{}`", rule.id)).collect();
        if !names.is_empty() {
            let text = Text::new("explain-field-rules").with("id", &field.id);
            self.line(1, &text.with("names", Arg::words(names, Join::Comma)));
        }
        let explanation = field.explanation.iter().cloned().collect();
        self.reasons(&Reasons { explanation, sources: field.sources.clone(), ..Reasons::default() });
    }

    fn built_in(&mut self, id: &'static str) {
        self.head("explain-asks");
        self.page.paragraph(1, words(&built_in(id, self.page.catalog).unwrap_or_default()));
    }

    fn reasons(&mut self, reasons: &Reasons) {
        for (head, texts) in [
            ("explain-why", &reasons.explanation),
            ("explain-reading", &reasons.reading),
            ("explain-how", &reasons.advice),
        ] {
            if texts.is_empty() {
                continue;
            }
            self.head(head);
            for text in texts {
                self.page.paragraph(1, words(text));
            }
        }
        if !reasons.sources.is_empty() {
            self.head("explain-sources");
        }
        for statement in reasons.sources.iter().map(|index| self.model.register.get(*index)) {
            let text = Text::new("explain-source")
                .with("id", &statement.id)
                .with("section", &statement.section)
                .with("says", &statement.says);
            self.line(1, &text);
        }
    }
}

/// Whether a rule uses a named condition, itself or through another.
fn uses(rule: &Rule, id: &str, model: &Contents) -> bool {
    struct Named<'n>(&'n str, &'n Contents, bool);
    impl Visitor for Named<'_> {
        fn cond(&mut self, cond: &Cond) {
            if let Cond::Shared(shared) = cond {
                self.2 |= self.1.conditions.get(shared.of).named.id == self.0;
            }
            walk_cond(self, cond);
        }
    }
    let mut named = Named(id, model, false);
    walk_rule(&mut named, rule);
    named.2
}

/// Which choices of before are meant.
fn which(Qualifier { negated, when }: Qualifier) -> Text {
    match (when, negated) {
        (When::Earlier, false) => Text::new("which-earlier"),
        (When::Earlier, true) => Text::new("which-not-earlier"),
        (When::YearBefore, false) => Text::new("which-year-before"),
        (When::YearBefore, true) => Text::new("which-not-year-before"),
        (When::Year(year), false) => Text::new("which-year").with("year", year),
        (When::Year(year), true) => Text::new("which-not-year").with("year", year),
    }
}
