//! Which groups, lists, fields and so on the rules, groups, indicators and overviews of a regioplan name.

use std::collections::BTreeSet;

use crate::model::{
    Base, CHOICE, ColumnValue, Cond, Member, Operand, PLAN, PRACTICE, Path, REGION, RecordId, Ref, Regioplan,
    Requirement, Selector, Set, SetSource, TargetSort, Type, Visitor, YEAR, walk_cond, walk_rule, walk_set,
};
use crate::source::Span;

/// What is named somewhere.
#[derive(Debug, Default)]
pub struct Uses {
    /// The places where the fields are declared: a field that many records share is one field.
    pub fields: BTreeSet<Span>,
    pub groups: BTreeSet<usize>,
    pub conditions: BTreeSet<usize>,
    pub elements: BTreeSet<usize>,
    pub lists: BTreeSet<usize>,
    pub themes: BTreeSet<usize>,
}

/// Walks through all that reads a plan.
pub fn uses(model: &Regioplan) -> Uses {
    let mut reader = Reader { model, uses: Uses::default(), members: Vec::new(), choice: CHOICE };
    for rule in &model.rules {
        let own = rule.owner.intervention().and_then(|id| model.intervention(id));
        reader.choice = own.map_or(CHOICE, |one| one.record);
        walk_rule(&mut reader, rule);
    }
    reader.choice = CHOICE;
    for group in &model.groups {
        reader.set(&group.set);
    }
    reader.of_region();
    reader.requirements();
    reader.refusals();
    for target in model.offer_demands.iter().flat_map(|demand| &demand.targets) {
        reader.target(target.sort, target.index);
    }
    reader.uses
}

/// Reads like `compile` looked names up: it knows which members and which choice are in hand.
struct Reader<'m> {
    model: &'m Regioplan,
    uses: Uses,
    /// Members of the sets in hand, innermost last; none for a member that is no record.
    members: Vec<Option<RecordId>>,
    choice: RecordId,
}

impl Reader<'_> {
    /// Indicators and overviews.
    fn of_region(&mut self) {
        let model = self.model;
        for indicator in &model.indicators {
            self.expr(&indicator.value);
            if let Some(divisor) = &indicator.divisor {
                self.expr(divisor);
            }
            match &indicator.goal {
                Some((_, Operand::HalfOf(expr) | Operand::PercentOf(_, expr) | Operand::Expr(expr))) => self.expr(expr),
                Some((_, Operand::Number(..))) | None => {}
            }
        }
        for overview in &model.overviews {
            if let Some(per) = &overview.per {
                self.reference(per);
            }
            for column in &overview.columns {
                match &column.value {
                    ColumnValue::Number(expr) => self.expr(expr),
                    ColumnValue::Values(found) => self.reference(found),
                    ColumnValue::Choices => {}
                }
            }
        }
    }

    /// The conditions under which fields are required.
    fn requirements(&mut self) {
        let model = self.model;
        for (index, record) in model.records.iter().enumerate() {
            let id = RecordId(index);
            let of_choice = id == CHOICE || record.of_intervention;
            let fixed = [PLAN, PRACTICE, YEAR, REGION].contains(&id);
            self.choice = if of_choice { id } else { CHOICE };
            if !of_choice && !fixed {
                self.members.push(Some(id));
            }
            for field in &record.fields {
                if let Requirement::If(cond) = &field.required {
                    self.cond(cond);
                }
            }
            self.members.clear();
        }
        self.choice = CHOICE;
    }

    /// What softens a refusal of an intervention.
    fn refusals(&mut self) {
        let model = self.model;
        for one in &model.interventions {
            self.choice = one.record;
            let consequences = one.not_offered.iter().flat_map(|refusal| &refusal.consequences);
            for cond in consequences.filter_map(|found| found.condition.as_ref()) {
                self.cond(cond);
            }
        }
        self.choice = CHOICE;
    }

    fn target(&mut self, sort: TargetSort, index: usize) {
        match sort {
            TargetSort::Kernelement => self.uses.elements.insert(index),
            TargetSort::Keuzelijst => self.uses.lists.insert(index),
            TargetSort::Thema => self.uses.themes.insert(index),
            // An intervention is there to be chosen.
            TargetSort::Interventie => false,
        };
    }

    fn path(&mut self, path: &Path) {
        let base = match path.base {
            Base::Plan => Some(PLAN),
            Base::Practice => Some(PRACTICE),
            Base::Year => Some(YEAR),
            Base::Choice => Some(self.choice),
            Base::Region => Some(REGION),
            Base::Member(depth) => self.members.iter().rev().nth(depth).copied().flatten(),
        };
        let mut record = base;
        for step in &path.steps {
            let field = record.and_then(|id| self.model.record(id)).and_then(|record| record.fields.get(*step));
            let Some(field) = field else { return };
            self.uses.fields.insert(field.span);
            record = match field.ty {
                Type::Record(id) => Some(id),
                _ => None,
            };
        }
    }
}

impl Visitor for Reader<'_> {
    fn cond(&mut self, cond: &Cond) {
        if let Cond::Shared(shared) = cond {
            self.uses.conditions.insert(shared.index);
        }
        walk_cond(self, cond);
    }

    fn set(&mut self, set: &Set) {
        if let SetSource::Group(index, _) = &set.source {
            self.uses.groups.insert(*index);
        }
        // `in dat jaar` reads the date of the members.
        if let (Some(_), Member::Record(id)) = (set.in_that, &set.member) {
            let date = self.model.record(*id).and_then(|record| record.fields.iter().find(|field| field.id == "datum"));
            self.uses.fields.extend(date.map(|field| field.span));
        }
        walk_set(self, set);
    }

    fn reference(&mut self, found: &Ref) {
        match found {
            Ref::Path(path) => self.path(path),
            Ref::Frame(_) | Ref::Choice(_) | Ref::Member => {}
        }
    }

    fn selector(&mut self, selector: &Selector) {
        for target in &selector.targets {
            self.target(target.sort, target.index);
        }
        if let Some(field) = &selector.field {
            self.reference(field);
        }
    }

    fn inside(&mut self, set: &Set, walk: &mut dyn FnMut(&mut Self)) {
        let (depth, choice) = (self.members.len(), self.choice);
        match &set.member {
            Member::Record(id) => self.members.push(Some(*id)),
            Member::Scalar(_) => self.members.push(None),
            Member::Choice => self.choice = CHOICE,
            Member::Practice => {}
        }
        walk(self);
        self.members.truncate(depth);
        self.choice = choice;
    }
}
