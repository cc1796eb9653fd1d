//! In a regioplan without faults every reference finds what was declared, and never the thing that stands for a name that names nothing.

use mtvp::compile::compile;
use mtvp::model::{
    Base, CHOICE, Comparison, Cond, Contents, Expr, Literal, PLAN, PRACTICE, Path, REGION, RecordId, Ref, Requirement,
    Rule, Selector, Set, SetSource, TargetOf, Type, Visitor, YEAR, walk_cond, walk_rule, walk_selector, walk_set,
};
use mtvp::syntax::{self, Kind};

use crate::support::{files, name};

/// Looks up whatever is referred to; each must have a name.
struct Found<'m> {
    model: &'m Contents,
    /// The record of the choice in hand.
    choice: RecordId,
    /// Members of the sets in hand, innermost last.
    members: Vec<Option<RecordId>>,
    count: usize,
}

impl Found<'_> {
    fn named(&mut self, id: &str) {
        assert!(!id.is_empty(), "a reference of {} to nothing", self.model.full_id());
        self.count += 1;
    }

    fn path(&mut self, path: &Path) {
        let mut record = match path.base {
            Base::Plan => Some(PLAN),
            Base::Practice => Some(PRACTICE),
            Base::Year => Some(YEAR),
            Base::Region => Some(REGION),
            Base::Choice => Some(self.choice),
            Base::Member(depth) => self.members.iter().rev().nth(depth).copied().flatten(),
        };
        for step in &path.steps {
            let Some(id) = record else { break };
            let field = self.model.record(id).fields.get(*step);
            self.named(&field.id);
            record = if let Type::Record(inner) = field.ty { Some(inner) } else { None };
        }
    }

    fn rule(&mut self, rule: &Rule) {
        let own = rule.owner.intervention().map(|id| self.model.intervention(id));
        if let Some(own) = own {
            self.named(&own.id);
        }
        self.choice = own.map_or(CHOICE, |own| own.record);
        rule.not_double.iter().for_each(|other| self.named(&self.model.rules.get(*other).id));
        rule.reasons.sources.iter().for_each(|source| self.named(&self.model.register.get(*source).id));
        walk_rule(self, rule);
        self.choice = CHOICE;
    }

    fn offer(&mut self) {
        for one in &self.model.interventions {
            self.named(&self.model.elements.get(one.element).id);
            self.named(&self.model.record(one.record).id);
            one.themes.iter().for_each(|theme| self.named(&self.model.themes.get(*theme).id));
            one.goals.iter().for_each(|goal| self.named(&self.model.goals.get(*goal).id));
            one.part_of.iter().for_each(|whole| self.named(&self.model.intervention(*whole).id));
        }
        for list in &self.model.lists {
            list.members.iter().for_each(|one| self.named(&self.model.intervention(*one).id));
        }
    }

    fn data(&mut self) {
        for (id, record) in self.model.records.pairs() {
            let of_choice = id == CHOICE || record.of_intervention;
            self.choice = if of_choice { id } else { CHOICE };
            self.members = vec![Some(id)];
            for field in &record.fields {
                self.named(&field.id);
                field.sources.iter().for_each(|source| self.named(&self.model.register.get(*source).id));
                if let Requirement::If(cond) = &field.required {
                    self.cond(cond);
                }
            }
        }
        (self.choice, self.members) = (CHOICE, Vec::new());
    }
}

impl Visitor for Found<'_> {
    fn cond(&mut self, cond: &Cond) {
        if let Cond::Shared(shared) = cond {
            self.named(&self.model.conditions.get(shared.of).named.id);
        }
        if let Cond::Compare { left: Expr::Ref(_), that: Comparison::OneOf { values, .. } } = cond {
            for value in values {
                match value {
                    Literal::Intervention(id, _) => self.named(&self.model.intervention(*id).id),
                    Literal::Element(id, _) => self.named(&self.model.elements.get(*id).id),
                    Literal::Option(_)
                    | Literal::Kind(_)
                    | Literal::Text(_)
                    | Literal::Quarter(_)
                    | Literal::Date(_) => {}
                }
            }
        }
        walk_cond(self, cond);
    }

    fn set(&mut self, set: &Set) {
        if let SetSource::Group(id, _) = &set.source {
            self.named(&self.model.groups.get(*id).named.id);
        }
        walk_set(self, set);
    }

    fn reference(&mut self, found: &Ref) {
        if let Ref::Path(path) = found {
            self.path(path);
        }
    }

    fn selector(&mut self, selector: &Selector) {
        for target in &selector.targets {
            let model = self.model;
            match target.of {
                TargetOf::Kernelement(id) => self.named(&model.elements.get(id).id),
                TargetOf::Keuzelijst(id) => self.named(&model.lists.get(id).named.id),
                TargetOf::Thema(id) => self.named(&model.themes.get(id).id),
                TargetOf::Interventie(id) => self.named(&model.intervention(id).id),
            }
            target.members.iter().for_each(|one| self.named(&model.intervention(*one).id));
        }
        walk_selector(self, selector);
    }

    fn inside(&mut self, set: &Set, walk: &mut dyn FnMut(&mut Self)) {
        let (depth, choice) = (self.members.len(), self.choice);
        match &set.member {
            mtvp::model::Member::Record(id) => self.members.push(Some(*id)),
            mtvp::model::Member::Scalar(_) => self.members.push(None),
            mtvp::model::Member::Choice => self.choice = CHOICE,
            mtvp::model::Member::Practice => {}
        }
        walk(self);
        self.members.truncate(depth);
        self.choice = choice;
    }
}

#[test]
fn every_reference_finds_what_was_declared() {
    let paths = ["regioplans", "examples", "tests/cases/taal"].into_iter().flat_map(|at| files(at, &["regioplan"]));
    let mut count = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let register = std::fs::read_to_string(path.with_extension("bronnen")).ok();
        let register = register.map(|text| syntax::parse(&text, Kind::Register).0);
        let (tree, problems) = syntax::parse(&text, Kind::Regioplan);
        let Some(model) = compile(&tree, register.as_ref()).model.filter(|_| problems.is_empty()) else { continue };
        let model = model.contents();
        assert_eq!(model.program.rules.len(), model.rules.len(), "{}", name(&path));
        let mut found = Found { model, choice: CHOICE, members: Vec::new(), count: 0 };
        found.offer();
        found.data();
        model.rules.iter().for_each(|rule| found.rule(rule));
        model.groups.iter().for_each(|group| found.set(&group.set));
        count += found.count;
    }
    assert!(count > 1000, "{count}");
}
