//! `uit …`: which choices a clause counts.

use crate::model::{Amount, InterventionId, Qualifier, Selector, Target, TargetSort, When};
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
        let qualifier = selector.qualifier.map(|q| Qualifier {
            negated: q.negated,
            when: match q.when {
                tree::When::Earlier => When::Earlier,
                tree::When::YearBefore => When::YearBefore,
                tree::When::Year(year) => When::Year(u8::try_from(year).unwrap_or(u8::MAX)),
            },
        });
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
            tree::TargetSort::Kernelement => (Sort::Element, TargetSort::Kernelement),
            tree::TargetSort::Keuzelijst => (Sort::List, TargetSort::Keuzelijst),
            tree::TargetSort::Thema => (Sort::Theme, TargetSort::Thema),
            tree::TargetSort::Interventie => (Sort::Intervention, TargetSort::Interventie),
        };
        if self.names.of(wanted.0).find(&name.text).is_none()
            && let Some(real) = self.sort_of(&name.text)
        {
            self.report(name.span, Wrong::WrongSort { name: name.text.clone(), real });
            return None;
        }
        let index = self.find(name, wanted.0)?;
        let members = self.members(wanted.1, index);
        Some(Target { sort: wanted.1, index, label: self.names.label(&name.text), members })
    }

    fn sort_of(&self, id: &str) -> Option<tree::TargetSort> {
        [
            (Sort::Element, tree::TargetSort::Kernelement),
            (Sort::List, tree::TargetSort::Keuzelijst),
            (Sort::Theme, tree::TargetSort::Thema),
            (Sort::Intervention, tree::TargetSort::Interventie),
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
