//! Which groups, lists, fields and so on the rules, groups, indicators and overviews of a regioplan name.

use std::collections::BTreeSet;

use crate::model::{
    Base, CHOICE, ColumnValue, Comparison, Cond, Condition, Contents, Element, Expr, Field, ForEach, FrameField, Group,
    Id, Member, Model, Moment, MomentWord, NamedList, PLAN, PRACTICE, Path, REGION, RecordId, Ref, Requirement, Rule,
    Selector, Set, SetSource, Shape, TargetOf, Theme, Type, Visitor, YEAR, walk_cond, walk_demand, walk_rule, walk_set,
};
use crate::source::Span;

/// What is named somewhere.
#[derive(Debug, Default)]
pub struct Uses {
    /// The places where the fields are declared: a field that many records share is one field.
    pub fields: BTreeSet<Span>,
    pub groups: BTreeSet<Id<Group>>,
    pub conditions: BTreeSet<Id<Condition>>,
    pub elements: BTreeSet<Id<Element>>,
    pub lists: BTreeSet<Id<NamedList>>,
    pub themes: BTreeSet<Id<Theme>>,
    /// The places of the fields with a date by which something counts, or is there, of which nothing says that it is the day
    /// on which it takes place.
    pub open_days: BTreeSet<Span>,
}

/// Walks through all that reads a plan.
pub fn uses(whole: Model<'_>) -> Uses {
    let model = whole.contents();
    let mut reader = Reader::new(model);
    for rule in &model.rules {
        reader.choice_of(rule);
        walk_rule(&mut reader, rule);
    }
    reader.choice = CHOICE;
    for group in &model.groups {
        reader.set(&group.set);
    }
    reader.of_region();
    reader.requirements();
    reader.refusals();
    for target in whole.offer_demands().iter().flat_map(|demand| &demand.targets) {
        reader.target(target.of);
    }
    reader.uses
}

/// What one rule names.
pub fn of_rule(model: &Contents, rule: &Rule) -> Uses {
    let mut reader = Reader::new(model);
    reader.choice_of(rule);
    walk_rule(&mut reader, rule);
    reader.uses
}

/// What the demands of one rule name: not what it is about, and when.
pub fn of_demands(model: &Contents, rule: &Rule) -> Uses {
    let mut reader = Reader::new(model);
    reader.choice_of(rule);
    let mut demands = |reader: &mut Reader<'_>| rule.demands.iter().for_each(|demand| walk_demand(reader, demand));
    match &rule.for_each {
        Some(ForEach { set, same: None }) => reader.inside(set, &mut demands),
        Some(ForEach { same: Some(_), .. }) | None => demands(&mut reader),
    }
    reader.uses
}

/// Reads like `compile` looked names up: it knows which members and which choice are in hand.
struct Reader<'m> {
    model: &'m Contents,
    uses: Uses,
    /// Members of the sets in hand, innermost last; none for a member that is no record.
    members: Vec<Option<RecordId>>,
    choice: RecordId,
}

impl<'m> Reader<'m> {
    fn new(model: &'m Contents) -> Self {
        Self { model, uses: Uses::default(), members: Vec::new(), choice: CHOICE }
    }

    /// The choice that a rule is about, when it is of an intervention.
    fn choice_of(&mut self, rule: &Rule) {
        let own = rule.owner.intervention().map(|id| self.model.intervention(id));
        self.choice = own.map_or(CHOICE, |one| one.record);
    }

    /// Indicators and overviews.
    fn of_region(&mut self) {
        let model = self.model;
        for indicator in &model.indicators {
            self.expr(&indicator.value);
            if let Some(divisor) = &indicator.divisor {
                self.expr(divisor);
            }
            if let Some(expr) = indicator.goal.as_ref().and_then(|(_, goal)| goal.expr()) {
                self.expr(expr);
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
        for (id, record) in model.records.pairs() {
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

    fn target(&mut self, of: TargetOf) {
        match of {
            TargetOf::Kernelement(id) => self.uses.elements.insert(id),
            TargetOf::Keuzelijst(id) => self.uses.lists.insert(id),
            TargetOf::Thema(id) => self.uses.themes.insert(id),
            // An intervention is there to be chosen.
            TargetOf::Interventie(_) => false,
        };
    }

    /// The fields that a path goes through, outermost first.
    fn fields(&self, path: &Path) -> Vec<&'m Field> {
        let mut record = match path.base {
            Base::Plan => Some(PLAN),
            Base::Practice => Some(PRACTICE),
            Base::Year => Some(YEAR),
            Base::Choice => Some(self.choice),
            Base::Region => Some(REGION),
            Base::Member(depth) => self.members.iter().rev().nth(depth).copied().flatten(),
        };
        let mut found = Vec::new();
        for step in &path.steps {
            let Some(id) = record else { break };
            let field = self.model.record(id).fields.get(*step);
            found.push(field);
            record = match field.ty {
                Type::Record(id) => Some(id),
                _ => None,
            };
        }
        found
    }

    /// Notes the dates by which what stands in a field counts, when none of them is the day on which it takes place.
    fn counted(&mut self, found: &Ref) {
        let Ref::Path(path) = found else { return };
        let (item, listed) = match path.ty.shape() {
            Shape::List(inner) => (inner, true),
            Shape::Plain | Shape::OneOf(_) | Shape::Record(_) => (&path.ty, false),
        };
        let dates: Vec<&Field> = match item.shape() {
            Shape::Record(id) if listed => {
                let fields = &self.model.record(id).fields;
                fields.iter().filter(|field| field.ty == Type::Date).collect()
            }
            Shape::Plain if *item == Type::Date => self.fields(path).pop().into_iter().collect(),
            Shape::Plain | Shape::List(_) | Shape::OneOf(_) | Shape::Record(_) => Vec::new(),
        };
        if !dates.iter().any(|field| field.takes_place) {
            self.uses.open_days.extend(dates.first().map(|field| field.span));
        }
    }
}

impl Visitor for Reader<'_> {
    fn cond(&mut self, cond: &Cond) {
        match cond {
            Cond::Shared(shared) => {
                self.uses.conditions.insert(shared.of);
            }
            // A day that is still to come is filled in, and is not old.
            Cond::Filled { target, negated: false }
            | Cond::Compare { left: Expr::Ref(target), that: Comparison::Age { at_most: true, .. } } => {
                self.counted(target);
            }
            Cond::Filled { .. }
            | Cond::EmptyOr { .. }
            | Cond::Chosen { .. }
            | Cond::Quantified { .. }
            | Cond::Compare { .. } => {}
        }
        walk_cond(self, cond);
    }

    fn set(&mut self, set: &Set) {
        if let SetSource::Group(index, _) = &set.source {
            self.uses.groups.insert(*index);
        }
        match &set.source {
            SetSource::List(found) | SetSource::ListOfYears(found, _) if !is_past(set) => self.counted(found),
            SetSource::Inside(outer, found) if !is_past(set) => {
                self.inside(outer, &mut |reader| reader.counted(found));
            }
            SetSource::List(_)
            | SetSource::ListOfYears(..)
            | SetSource::Inside(..)
            | SetSource::Choices
            | SetSource::Group(..)
            | SetSource::Practices
            | SetSource::OfPractices(_)
            | SetSource::Those { .. } => {}
        }
        // `in dat jaar` reads the date of the members.
        if let (Some(_), Member::Record(id)) = (set.in_that, &set.member) {
            let date = self.model.record(*id).fields.iter().find(|field| field.id == "datum");
            self.uses.fields.extend(date.map(|field| field.span));
        }
        walk_set(self, set);
    }

    fn reference(&mut self, found: &Ref) {
        match found {
            Ref::Path(path) => {
                let fields = self.fields(path);
                self.uses.fields.extend(fields.iter().map(|field| field.span));
            }
            Ref::Frame(_) | Ref::Choice(_) | Ref::Member => {}
        }
    }

    fn selector(&mut self, selector: &Selector) {
        for target in &selector.targets {
            self.target(target.of);
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

/// Whether a filter leaves out what is still to come: `met datum uiterlijk ingediend`.
fn is_past(set: &Set) -> bool {
    let today = |day: &Moment| match day {
        Moment::ReferenceDate | Moment::Expr(Expr::Ref(Ref::Frame(FrameField::HandedIn))) => true,
        Moment::Date(_)
        | Moment::Yearly { .. }
        | Moment::YearStart
        | Moment::YearEnd
        | Moment::Expr(_)
        | Moment::Offset { .. } => false,
    };
    set.filters.iter().any(|filter| {
        let Cond::Compare { that: Comparison::Moment(word, right), .. } = filter else { return false };
        matches!(word, MomentWord::NoLaterThan | MomentWord::Before) && today(right)
    })
}
