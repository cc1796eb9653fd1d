//! `uit …`: which choices a clause counts.

use crate::model::{Amount, Intervention, InterventionId, Qualifier, Selector, Target, TargetOf, TargetSort, Type};
use crate::syntax::tree::{self, Name};

use super::clauses;
use super::ctx::Ctx;
use super::names::Index;
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
        let Some(sort) = target.sort.or(meant).or_else(|| self.names.sort_of(&name.text)) else {
            let fault = Wrong::unknown(name, &self.all_targets());
            self.problems.push(fault);
            return None;
        };
        if self.names.target(sort, &name.text).is_none()
            && let Some(real) = self.names.sort_of(&name.text)
        {
            self.report(name.span, Wrong::OtherSort { name: name.text.clone(), real });
            return None;
        }
        let names = self.names;
        let of = match sort {
            TargetSort::Kernelement => self.find(name, &names.elements).map(TargetOf::Kernelement),
            TargetSort::Keuzelijst => self.find(name, &names.lists).map(TargetOf::Keuzelijst),
            TargetSort::Thema => self.find(name, &names.themes).map(TargetOf::Thema),
            TargetSort::Interventie => self.find(name, &names.interventions).map(TargetOf::Interventie),
        }?;
        Some(Target { of, label: names.label(&name.text), members: self.members(of) })
    }

    fn all_targets(&self) -> Index<Intervention> {
        let names = self.names;
        let mut all = Index::default();
        let elements = names.elements.declared().chain(names.lists.declared());
        for (id, span) in elements.chain(names.themes.declared()).chain(names.interventions.declared()) {
            all.add(&tree::Name { text: id.to_owned(), span }, &mut Vec::new());
        }
        all
    }

    fn members(&self, of: TargetOf) -> Vec<InterventionId> {
        match of {
            TargetOf::Kernelement(id) => self.membership.of_element.get(id).clone(),
            TargetOf::Thema(id) => self.membership.of_theme.get(id).clone(),
            TargetOf::Keuzelijst(id) => self.membership.lists.get(id).clone(),
            TargetOf::Interventie(id) => vec![id],
        }
    }
}

fn words(path: &[Name]) -> String {
    path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ")
}
