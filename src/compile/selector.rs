//! `uit …`: which choices a clause counts.

use crate::model::{Amount, InterventionId, Qualifier, Selector, Target, TargetSort, Type};
use crate::syntax::tree::{self, Name};

use super::clauses;
use super::ctx::Ctx;
use super::names::{Index, Sort};
use super::paths::ValueType;
use super::problem::Wrong;
use super::resolver::Resolver;

impl Resolver<'_> {
    pub fn selector(&mut self, amount: Amount, selector: &tree::Selector, ctx: &Ctx) -> Option<Selector> {
        if let Some(path) = &selector.field {
            return self.out_of_field(selector, path, ctx);
        }
        let whole = matches!(amount, Amount::All | Amount::AllOrNone);
        if selector.joined_by_and && !selector.each && !whole {
            self.report(selector.span, Wrong::TargetsAnd);
            return None;
        }
        let targets: Vec<Target> = selector.targets.iter().filter_map(|target| self.target(target)).collect();
        let kinds = clauses::kinds(&selector.kinds, &mut self.problems);
        let qualifier = selector.qualifier.map(|found| Qualifier { negated: found.negated, when: found.when });
        let each = selector.each;
        (targets.len() == selector.targets.len()).then_some(Selector { each, targets, field: None, kinds, qualifier })
    }

    /// `uit veld …`: a list of interventions, of the plan or else of the region.
    fn out_of_field(&mut self, selector: &tree::Selector, path: &[Name], ctx: &Ctx) -> Option<Selector> {
        let of_region = Ctx { region: true, ..Ctx::default() };
        let of_plan = Ctx { members: Vec::new(), choice: None, ..ctx.clone() };
        let ctx = if self.knows(path, &of_plan) || !self.knows(path, &of_region) { of_plan } else { of_region };
        let (field, ty) = self.path(path, &ctx)?;
        let is_list = matches!(&ty, ValueType::Of(Type::List(inner)) if **inner == Type::Intervention);
        if !is_list {
            self.report(selector.span, Wrong::NoInterventions(words(path)));
            return None;
        }
        let kinds = clauses::kinds(&selector.kinds, &mut self.problems);
        let qualifier = selector.qualifier.map(|found| Qualifier { negated: found.negated, when: found.when });
        Some(Selector { each: false, targets: Vec::new(), field: Some(field), kinds, qualifier })
    }

    pub fn target(&mut self, target: &tree::Target) -> Option<Target> {
        let name = &target.name;
        // What an aanvulling names is what its leidraad calls so, whatever a region calls so.
        let meant = self.supplement.and_then(|number| self.documents.meant(number, &name.text));
        let Some(sort) = target.sort.or(meant).or_else(|| self.sort_of(&name.text)) else {
            let fault = Wrong::unknown(name, Sort::Intervention, &self.all_targets());
            self.problems.push(fault);
            return None;
        };
        let wanted = match sort {
            TargetSort::Kernelement => Sort::Element,
            TargetSort::Keuzelijst => Sort::List,
            TargetSort::Thema => Sort::Theme,
            TargetSort::Interventie => Sort::Intervention,
        };
        if self.names.of(wanted).find(&name.text).is_none()
            && let Some(real) = self.sort_of(&name.text)
        {
            self.report(name.span, Wrong::OtherSort { name: name.text.clone(), real });
            return None;
        }
        let index = self.find(name, wanted)?;
        let members = self.members(sort, index);
        Some(Target { sort, index, label: self.names.label(&name.text), members })
    }

    fn sort_of(&self, id: &str) -> Option<TargetSort> {
        [
            (Sort::Element, TargetSort::Kernelement),
            (Sort::List, TargetSort::Keuzelijst),
            (Sort::Theme, TargetSort::Thema),
            (Sort::Intervention, TargetSort::Interventie),
        ]
        .into_iter()
        .find(|(sort, _)| self.names.of(*sort).find(id).is_some())
        .map(|(_, sort)| sort)
    }

    fn all_targets(&self) -> Index {
        let mut all = Index::default();
        let mut ignored = Vec::new();
        for sort in [Sort::Element, Sort::List, Sort::Theme, Sort::Intervention] {
            let index = self.names.of(sort);
            for id in index.ids() {
                let span = index.span_of(id).unwrap_or_default();
                all.add(&tree::Name { text: id.to_owned(), span }, &mut ignored);
            }
        }
        all
    }

    fn members(&self, sort: TargetSort, index: usize) -> Vec<InterventionId> {
        match sort {
            TargetSort::Kernelement => self.membership.of_element.get(index).cloned().unwrap_or_default(),
            TargetSort::Thema => self.membership.of_theme.get(index).cloned().unwrap_or_default(),
            TargetSort::Keuzelijst => self.membership.lists.get(index).cloned().unwrap_or_default(),
            TargetSort::Interventie => vec![InterventionId(index)],
        }
    }
}

fn words(path: &[Name]) -> String {
    path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ")
}
