//! `bewijs`: which piece of evidence a rule asks for.

use crate::model::{Amount, Comparison, Cond, Demand, EVIDENCE, Expr, Literal, Member, Set, SetSource, Share, Type};
use crate::source::Span;
use crate::syntax::tree::{self, Compare, Name};
use crate::value::same_name;

use super::ctx::{Ctx, Footing};
use super::members::asks_member;
use super::problem::{What, Wrong};
use super::resolver::Resolver;

/// At least one piece of evidence that answers all of it.
pub fn evidence(resolver: &mut Resolver<'_>, asked: &tree::Evidence, span: Span, ctx: &Ctx) -> Option<Demand> {
    let tree::Evidence { kinds, years, filters, age } = asked;
    if ctx.choice.is_none() {
        if ctx.footing == Footing::Firm {
            resolver.report(span, Wrong::EvidenceNeedsChoice);
        }
        return None;
    }
    let options = resolver.records.get(EVIDENCE).fields.iter().find(|f| f.id == "soort").map(|f| f.ty.clone());
    let Some(Type::OneOf(options)) = options else {
        resolver.report(span, Wrong::EvidenceUndeclared);
        return None;
    };
    let known = options.iter().map(String::as_str);
    let mut values = Vec::new();
    for kind in kinds {
        match options.iter().find(|option| same_name(option, &kind.text)) {
            Some(option) => values.push(Literal::Option(option.clone())),
            None => resolver.problems.push(Wrong::not_one_of(What::Evidence, kind, known.clone())),
        }
    }
    let word = |text: &str| vec![Name { text: text.to_owned(), span }];
    let inner = ctx.with_member(Member::Record(EVIDENCE));
    let (list, _) = resolver.path(&word("bewijs"), ctx)?;
    let (kind, _) = resolver.path(&word("soort"), &inner)?;
    let mut set = Set {
        source: match years {
            Some(years) => SetSource::ListOfYears(list, *years),
            None => SetSource::List(list),
        },
        in_that: None,
        filters: vec![Cond::Compare {
            left: Expr::Ref(kind.clone()),
            that: Comparison::OneOf { negated: false, values },
        }],
        member: Member::Record(EVIDENCE),
        words: "bewijs".to_owned(),
    };
    for filter in filters {
        let cond = resolver.compare(filter, &inner)?;
        resolver.need_member(asks_member(&set, &cond, ctx.region), filter.expr.span, &set);
        set.filters.push(cond);
    }
    let demand = match age {
        Some(age) => {
            let expr = tree::Expr { span, kind: tree::ExprKind::Path(word("datum")) };
            resolver.compare(&Compare { span, expr, comparison: age.clone() }, &inner)?
        }
        None => Cond::Filled { target: kind, negated: false },
    };
    let cond = Cond::Quantified { amount: Amount::AtLeast(Share::Number(1)), set, demand: Box::new(demand) };
    Some(Demand::Evidence { kinds: kinds.iter().map(|kind| kind.text.clone()).collect(), cond })
}
