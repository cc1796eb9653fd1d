//! `uit …`: which choices a clause counts.

use crate::model::{Amount, InterventionId, Qualifier, Selector, Target, TargetSort};
use crate::syntax::tree;

use super::clauses;
use super::names::{Index, Sort};
use super::problem::Wrong;
use super::resolver::Resolver;

impl Resolver<'_> {
    pub fn selector(&mut self, amount: Amount, selector: &tree::Selector) -> Option<Selector> {
        let whole = matches!(amount, Amount::All | Amount::AllOrNone);
        if selector.joined_by_and && !selector.each && !whole {
            self.report(selector.span, Wrong::TargetsAnd);
            return None;
        }
        let targets: Vec<Target> = selector.targets.iter().filter_map(|target| self.target(target)).collect();
        let kinds = clauses::kinds(&selector.kinds, &mut self.problems);
        let qualifier = selector.qualifier.map(|found| Qualifier { negated: found.negated, when: found.when });
        (targets.len() == selector.targets.len()).then_some(Selector { each: selector.each, targets, kinds, qualifier })
    }

    pub fn target(&mut self, target: &tree::Target) -> Option<Target> {
        let name = &target.name;
        let Some(sort) = target.sort.or_else(|| self.sort_of(&name.text)) else {
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
