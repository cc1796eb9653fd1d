//! The interventions: per kernelement what is on offer in which year, and per intervention what it asks.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Condition, Element, Id, Intervention, InterventionId, Named, Owner, Programme, say_period, say_set,
};

use super::super::show;
use super::super::show_more::{PartSort, condition, members, not_usual};
use super::{Block, Row, Word, Words, Writer, anchor, code, line, row, said, words};

impl Writer<'_, '_> {
    pub fn offer(&mut self, programme: &Programme) {
        let model = self.model;
        self.part("interventies", "docs-interventions");
        for (own, element) in model.elements.pairs() {
            self.heading(3, anchor("kernelement", &element.id), said(&element.label), true);
            self.named(element);
            self.offer_table(programme, own, element);
            for (id, one) in model.interventions_of(own) {
                self.intervention(id, one);
            }
        }
        self.lists();
    }

    /// Other names and reasons of a kernelement.
    fn named(&mut self, named: &Named) {
        if !named.also_known.is_empty() {
            self.paragraph(self.also_known(&named.also_known));
        }
        self.reasons(&named.reasons);
    }

    pub fn also_known(&self, names: &[String]) -> Words {
        self.say(&Text::new("explain-also-known").with("names", Arg::words(names, Join::Comma)))
    }

    fn offer_table(&mut self, programme: &Programme, element: Id<Element>, named: &Named) {
        let model = self.model;
        let years = || programme.years();
        let mut head = vec![self.word("docs-intervention"), self.word("show-id")];
        head.extend(years().map(|year| self.page.catalog.say(&Text::new("show-year").with("year", year))));
        head.push(self.word("show-remarks"));
        let mut rows: Vec<Row> = Vec::new();
        for (_, one) in model.interventions_of(element) {
            let link = Word::Link { to: anchor("interventie", &one.id), text: one.label.clone() };
            let mut cells = vec![vec![link], code(&one.id)];
            cells.extend(years().map(|year| words(&show::cell(one, year, self.page.catalog))));
            cells.push(self.page.told(Arg::List(show::remarks(one), Join::Semicolon)));
            rows.push(row(cells));
        }
        let caption = self.say(&Text::new("docs-offer-caption").with("name", &named.label));
        self.table(caption, head, rows);
    }

    fn intervention(&mut self, id: InterventionId, one: &Intervention) {
        let model = self.model;
        self.heading(4, anchor("interventie", &one.id), said(&one.label), false);
        let facts = self.intervention_facts(one);
        self.page.blocks.push(Block::Facts(facts));
        self.reasons(&one.reasons);
        for rule in model.rules.iter().filter(|rule| rule.owner.intervention() == Some(id)) {
            let title = match rule.owner {
                Owner::Minimum(_) => "docs-minimum",
                Owner::EndGoal(_) => "docs-end-goal",
                Owner::OwnIdea(_) | Owner::Rule => "docs-plain-title",
            };
            self.rule(5, title, rule);
        }
    }

    fn intervention_facts(&self, one: &Intervention) -> Vec<(String, Words)> {
        let model = self.model;
        let mut facts: Vec<(String, Words)> = vec![(self.word("show-id"), code(&one.id))];
        if !one.also_known.is_empty() {
            facts.push((self.word("show-also-known"), said(&one.also_known.join(", "))));
        }
        if let Some(parent) = one.part_of.map(|id| model.intervention(id)) {
            let link = Word::Link { to: anchor("interventie", &parent.id), text: parent.label.clone() };
            facts.push((self.word("docs-part-of"), vec![link]));
        }
        facts.push((self.word("docs-offered"), self.offered(one)));
        let themes: Vec<&str> = one.themes.iter().map(|id| model.themes.get(*id).label.as_str()).collect();
        let goals: Vec<&str> = one.goals.iter().map(|id| model.goals.get(*id).label.as_str()).collect();
        let more = [("docs-themes", themes), ("docs-goals", goals)];
        for (title, names) in more.into_iter().filter(|(_, names)| !names.is_empty()) {
            facts.push((self.word(title), said(&names.join("; "))));
        }
        let options = [("explain-variants", &one.variants), ("explain-deepenings", &one.deepenings)];
        for (title, options) in options.into_iter().filter(|(_, options)| !options.is_empty()) {
            facts.push((self.word(title), options_words(options)));
        }
        let common = model.record(crate::model::CHOICE).fields.len();
        let own = model.record(one.record).fields.iter().skip(common);
        let own: Vec<String> = own.map(|field| format!("`{}`", field.id)).collect();
        if !own.is_empty() {
            facts.push((self.word("docs-own-fields"), words(&own.join(", "))));
        }
        facts
    }

    /// When an intervention is on offer, and what is said about that.
    fn offered(&self, one: &Intervention) -> Words {
        let mut all: Vec<Arg> = one.offered.iter().map(|period| Arg::Text(say_period(period))).collect();
        all.extend(one.assigned.iter().map(|by| Arg::Text(Text::new("show-assigned").with("by", by))));
        all.extend(not_usual(one).map(Arg::Text));
        if all.is_empty() { self.words("docs-not-said") } else { self.page.told(Arg::List(all, Join::Semicolon)) }
    }

    /// Named lists, themes, goals, kinds and groups.
    fn lists(&mut self) {
        let model = self.model;
        let mut rows: Vec<Row> = Vec::new();
        let labels =
            |ids: &mut dyn Iterator<Item = &Intervention>| ids.map(|one| one.label.clone()).collect::<Vec<_>>();
        for list in &model.lists {
            let members = labels(&mut list.members.iter().map(|id| model.intervention(*id)));
            rows.push(self.list_row(&list.named, said(&members.join("; "))));
        }
        for (id, theme) in model.themes.pairs() {
            let members = labels(&mut model.interventions.iter().filter(|one| one.themes.contains(&id)));
            rows.push(self.list_row(theme, said(&members.join("; "))));
        }
        for (id, goal) in model.goals.pairs() {
            let members = labels(&mut model.interventions.iter().filter(|one| one.goals.contains(&id)));
            rows.push(self.list_row(goal, said(&members.join("; "))));
        }
        for kind in &model.kinds {
            rows.push(self.list_row(kind, self.say(&members(model, PartSort::Kind, &kind.id))));
        }
        for group in &model.groups {
            rows.push(self.list_row(&group.named, self.say(&say_set(&group.set))));
        }
        if !rows.is_empty() {
            self.heading(3, "lijsten".to_owned(), self.words("docs-lists"), true);
        }
        let head = self.heads(&["docs-list", "docs-members", "show-source"]);
        self.table(self.words("docs-lists-caption"), head, rows);
    }

    /// Conditions that rules share, each with what it asks.
    pub fn conditions(&mut self) {
        let model = self.model;
        let asks = |one: &Condition| self.say(&condition(one));
        let rows: Vec<Row> = model.conditions.iter().map(|one| self.list_row(&one.named, asks(one))).collect();
        if !rows.is_empty() {
            self.heading(3, "voorwaarden".to_owned(), self.words("docs-conditions"), true);
        }
        let head = self.heads(&["docs-list", "docs-condition-what", "show-source"]);
        self.table(self.words("docs-conditions"), head, rows);
    }

    fn list_row(&self, named: &Named, members: Words) -> Row {
        let mut name = line(said(&named.label));
        if !named.also_known.is_empty() {
            name.push(self.also_known(&named.also_known));
        }
        name.extend(self.reason_texts(&named.reasons));
        Row {
            id: Some(anchor("lijst", &named.id)),
            cells: vec![name, line(members), line(self.links(&named.reasons.sources))],
        }
    }
}

fn options_words(options: &[(String, String)]) -> Words {
    let all: Vec<String> = options.iter().map(|(id, label)| format!("`{id}` ({label})")).collect();
    said(&all.join("; "))
}
