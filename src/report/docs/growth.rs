//! The growth model: for each kernelement and programme year what must be chosen.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{
    Amount, Case, Comparison, Cond, Contents, Demand, Element, Expr, Id, LastYear, Literal, Outcome, Owner, Programme,
    Ref, Rule, RuleScope, Selector, Set, SetSource, say_cond, say_demand, say_when,
};

use super::{Cell, Row, Word, Words, Writer, anchor, line, said};

impl Writer<'_, '_> {
    pub fn growth(&mut self, programme: &Programme) {
        let model = self.model;
        self.part("groeimodel", "docs-growth");
        self.paragraph(self.words("docs-growth-about"));
        let years = || programme.years();
        let mut head = vec![self.word("docs-element")];
        head.extend(years().map(|year| self.page.catalog.say(&Text::new("show-year").with("year", year))));
        let rules: Vec<(&Rule, Option<Id<Element>>)> =
            model.rules.iter().filter(|rule| asks_choices(rule)).map(|rule| (rule, self.element_of(rule))).collect();
        let mut rows: Vec<Row> = Vec::new();
        let elements = model.elements.pairs().map(|(id, one)| (Some(id), said(&one.label)));
        let together = [(None, self.words("docs-several-elements"))];
        for (element, label) in elements.chain(together) {
            let own: Vec<&Rule> = rules.iter().filter(|(_, found)| *found == element).map(|(rule, _)| *rule).collect();
            if element.is_none() && own.is_empty() {
                continue;
            }
            let mut cells = vec![line(label)];
            let several = |year: u8| {
                let of_several = rules.iter().filter(|(rule, found)| found.is_none() && asks_all(rule));
                let mut of_several = of_several.filter(|(rule, _)| speaks(rule, year));
                of_several.any(|(rule, _)| element.is_some_and(|one| self.elements_of(rule).contains(&one)))
            };
            cells.extend(years().map(|year| self.growth_cell(programme, &own, year, several(year))));
            rows.push(Row { id: None, cells });
        }
        self.table(self.words("docs-growth-caption"), head, rows);
    }

    /// What is asked of one kernelement in a year; `several` says that a rule over more of them asks
    /// something of it too.
    fn growth_cell(&self, programme: &Programme, rules: &[&Rule], year: u8, several: bool) -> Cell {
        let cell: Cell = rules
            .iter()
            .filter(|rule| speaks(rule, year))
            .map(|rule| self.growth_line(programme, rule, year))
            .collect();
        match (cell.is_empty(), several) {
            (false, _) => cell,
            (true, true) => line(self.words("docs-growth-several")),
            (true, false) => line(self.words("docs-growth-free")),
        }
    }

    /// What a rule asks in a year, and where it stands. What counts over some years is asked once, in the first of them.
    fn growth_line(&self, programme: &Programme, rule: &Rule, year: u8) -> Words {
        let shown = |one: u8| programme.years().contains(&one);
        let together = match &rule.scope {
            RuleScope::Together(years) => years.iter().copied().filter(|one| shown(*one)).min(),
            RuleScope::Once | RuleScope::OwnYear(_) | RuleScope::Each(_) => None,
        };
        let text = match together {
            Some(first) if first != year => Text::new("docs-asked-with").with("year", first),
            None if rule.scope.speaks(year, Some((year, LastYear::Year(year))), None).is_some() => asked(rule),
            // Days decide, or more years than this one.
            Some(_) | None => Text::new("docs-asked-when").with("when", say_when(rule)).with("asked", asked(rule)),
        };
        let mut found = self.say(&text);
        found.push(Word::Plain(" (".to_owned()));
        found.push(Word::Link { to: anchor("regel", &rule.id), text: rule.id.clone() });
        found.push(Word::Plain(")".to_owned()));
        found
    }

    /// The one kernelement that a rule chooses from; none when there are more.
    fn element_of(&self, rule: &Rule) -> Option<Id<Element>> {
        match self.elements_of(rule).as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// The kernelementen that a rule chooses from.
    fn elements_of(&self, rule: &Rule) -> Vec<Id<Element>> {
        let mut elements: Vec<Id<Element>> = rule.demands.iter().flat_map(|demand| self.elements_in(demand)).collect();
        elements.sort_unstable();
        elements.dedup();
        elements
    }

    fn elements_in(&self, demand: &Demand) -> Vec<Id<Element>> {
        match demand {
            Demand::Choose { selector, .. } => self.elements_chosen(selector),
            Demand::Cond(cond) => self.elements_asked(cond),
            Demand::Evidence { .. } => Vec::new(),
        }
    }

    fn elements_chosen(&self, selector: &Selector) -> Vec<Id<Element>> {
        let members = selector.targets.iter().flat_map(|target| &target.members);
        members.map(|id| self.model.intervention(*id).element).collect()
    }

    /// The kernelementen of the choices that a condition asks about.
    fn elements_asked(&self, cond: &Cond) -> Vec<Id<Element>> {
        match cond {
            Cond::Chosen { selector, .. } => self.elements_chosen(selector),
            Cond::Shared(shared) => shared.lines.iter().flat_map(|line| self.elements_asked(line)).collect(),
            _ => counted(cond).into_iter().flat_map(|set| self.elements_counted(set)).collect(),
        }
    }

    /// The kernelementen of the choices of a set; all of them where it names none.
    fn elements_counted(&self, set: &Set) -> Vec<Id<Element>> {
        let named = set.filters.iter().find_map(|filter| match filter {
            Cond::Compare { left: Expr::Ref(Ref::Choice(_)), that: Comparison::OneOf { negated: false, values } } => {
                let element = |value: &Literal| match value {
                    Literal::Element(id, _) => Some(*id),
                    Literal::Intervention(id, _) => Some(self.model.intervention(*id).element),
                    Literal::Option(..)
                    | Literal::Kind(_)
                    | Literal::Text(_)
                    | Literal::Quarter(_)
                    | Literal::Date(_) => None,
                };
                let found: Vec<Id<Element>> = values.iter().filter_map(element).collect();
                (!found.is_empty()).then_some(found)
            }
            _ => None,
        });
        named.unwrap_or_else(|| self.model.elements.pairs().map(|(id, _)| id).collect())
    }
}

/// The choices that a condition counts.
fn counted(cond: &Cond) -> Vec<&Set> {
    let Cond::Compare { left: Expr::Count(_), that: Comparison::Measure(..) } = cond else { return Vec::new() };
    cond.sets().into_iter().filter(|set| matches!(set.source, SetSource::Choices)).collect()
}

/// What a rule asks, and under what condition.
fn asked(rule: &Rule) -> Text {
    let demands: Vec<Arg> = rule.demands.iter().map(|demand| Arg::Text(say_demand(demand))).collect();
    let asked = Arg::List(demands, Join::Semicolon);
    // Where who does not meet it is in order all the same, less is asked than the demand says.
    let excused =
        rule.standing.consequences.iter().filter(|one| one.case == Case::NotMet && one.outcome == Outcome::Fine);
    let excused: Vec<Arg> = excused.filter_map(|one| Some(Arg::Text(say_cond(one.condition.as_ref()?)))).collect();
    let asked = if excused.is_empty() {
        asked
    } else {
        Arg::Text(Text::new("docs-asked-unless").with("asked", asked).with("conditions", Arg::List(excused, Join::Or)))
    };
    if rule.conditions.is_empty() {
        return Text::new("docs-asked").with("asked", asked);
    }
    let conditions = rule.conditions.iter().map(|cond| Arg::Text(say_cond(cond))).collect();
    Text::new("docs-asked-if").with("asked", asked).with("conditions", Arg::List(conditions, Join::And))
}

/// Whether a rule asks all that it names, so something of each kernelement.
fn asks_all(rule: &Rule) -> bool {
    rule.demands.iter().any(|demand| matches!(demand, Demand::Choose { amount: Amount::All, .. }))
}

/// A rule about which interventions are chosen. What an intervention asks of who chooses it stands with that intervention.
fn asks_choices(rule: &Rule) -> bool {
    let chooses = rule.demands.iter().any(|demand| match demand {
        Demand::Choose { .. } => true,
        Demand::Cond(cond) => asks_chosen(cond),
        Demand::Evidence { .. } => false,
    });
    chooses && rule.for_each.is_none() && rule.owner == Owner::Rule && !rule.whole_region
}

fn asks_chosen(cond: &Cond) -> bool {
    match cond {
        Cond::Chosen { .. } => true,
        Cond::Shared(shared) => shared.lines.iter().any(asks_chosen),
        _ => !counted(cond).is_empty(),
    }
}

/// The rules that ask something about the choices of a programme year.
pub fn asks_in(model: &Contents, year: u8) -> impl Iterator<Item = &Rule> {
    model.rules.iter().filter(move |rule| asks_choices(rule) && speaks(rule, year))
}

/// Whether a rule speaks in a programme year, as far as its number tells.
fn speaks(rule: &Rule, year: u8) -> bool {
    rule.scope.speaks(year, Some((year, LastYear::Year(year))), None) != Some(false)
}
