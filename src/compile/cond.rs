//! Conditions, sets and expressions: names resolved, types checked.

use crate::model::{
    Amount, Comparison, Cond, Expr, Extreme, Kind, Literal, Member, Moment, MomentWord, Operand, Ref, Set, SetSource,
    Share, Type,
};
use crate::source::Span;
use crate::syntax::tree::{self, ComparisonKind, CondKind, ExprKind, MomentKind, Name, Value};
use crate::value::{Phrase, same_name};

use super::clauses::unknown_kind;
use super::ctx::{Ctx, Footing};
use super::members::{asks_member, stands_in_member};
use super::paths::ValueType;
use super::problem::{Need, What, Wrong, nearest};
use super::resolver::Resolver;

/// An expression with what it gives.
pub struct Typed {
    pub expr: Expr,
    pub ty: ValueType,
    pub span: Span,
}

impl Resolver<'_> {
    pub fn cond(&mut self, cond: &tree::Cond, ctx: &Ctx) -> Option<Cond> {
        match &cond.kind {
            CondKind::Shared { negated, name } => self.shared_cond(*negated, name, cond.span, ctx),
            CondKind::Chosen { amount, selector } => {
                if ctx.region && self.shared.is_open() {
                    self.report(cond.span, Wrong::RegionChooses(None));
                    return None;
                }
                self.need_year(ctx, cond.span)?;
                let amount = self.whole_amount(*amount, cond.span)?;
                Some(Cond::Chosen { amount, selector: self.selector(amount, selector, ctx)? })
            }
            CondKind::Quantified { amount, set, demand } => {
                let set = self.set(set, ctx)?;
                let inner = ctx.inside(&set);
                let demand = match demand {
                    tree::Demand::Has(compare) => self.compare(compare, &inner)?,
                    tree::Demand::Is(comparison) => self.is_member(comparison, &set, &inner)?,
                };
                Some(Cond::Quantified { amount: *amount, set, demand: Box::new(demand) })
            }
            CondKind::Plain(compare) => self.compare(compare, ctx),
        }
    }

    /// `elk van de datums is …`: the member itself is compared.
    fn is_member(&mut self, comparison: &tree::Comparison, set: &Set, ctx: &Ctx) -> Option<Cond> {
        let Member::Scalar(ty) = &set.member else {
            self.report(comparison.span, Wrong::MemberIsRecord);
            return None;
        };
        let left = Typed { expr: Expr::Ref(Ref::Member), ty: ValueType::Of(ty.clone()), span: comparison.span };
        self.comparison(left, comparison, ctx)
    }

    pub fn need_year(&mut self, ctx: &Ctx, span: Span) -> Option<()> {
        if ctx.year {
            return Some(());
        }
        self.report(span, Wrong::ChoicesNeedYear);
        None
    }

    pub fn whole_amount(&mut self, amount: Amount, span: Span) -> Option<Amount> {
        if matches!(amount, Amount::AtLeast(Share::Number(0))) {
            self.report(span, Wrong::AmountZero);
            return None;
        }
        Some(amount)
    }

    pub fn set(&mut self, set: &tree::Set, ctx: &Ctx) -> Option<Set> {
        if let Some(each) = &set.each {
            let outer = self.set(each, ctx)?;
            return self.inside(set, outer, ctx);
        }
        let words = set.path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ");
        let of_all = ctx.region && !ctx.practice && !set.those && words != "praktijken";
        if of_all && !self.is_of_region(&set.path, ctx) {
            let inner = self.set(set, &ctx.of_practice())?;
            let member = inner.member.clone();
            let source = SetSource::OfPractices(Box::new(inner));
            return Some(Set { source, in_that: None, filters: Vec::new(), member, words });
        }
        let (source, member) = if set.those { self.those(set, &words, ctx)? } else { self.set_source(&set.path, ctx)? };
        if set.in_that.is_some() && !ctx.year {
            self.report(set.span, Wrong::ChoicesNeedYear);
            return None;
        }
        self.narrowed(set, Set { source, in_that: None, filters: Vec::new(), member, words }, ctx)
    }

    /// `begroting van de keuzes`: the list of each member, together.
    fn inside(&mut self, set: &tree::Set, outer: Set, ctx: &Ctx) -> Option<Set> {
        if set.in_that.is_some() {
            self.need_year(ctx, set.span)?;
        }
        if let [only] = set.path.as_slice()
            && only.text == "keuzes"
            && outer.member == Member::Practice
        {
            let those = matches!(outer.source, SetSource::Those { .. }).then_some(outer.words);
            self.report(only.span, Wrong::ChoicesOfPractices(those));
            return None;
        }
        let (list, ty) = self.field_of(&set.path, &outer, ctx)?;
        let member = self.listed(&set.path, ty)?;
        let own = set.path.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ");
        let words = format!("{own} van de {}", outer.words);
        let source = SetSource::Inside(Box::new(outer), list);
        self.narrowed(set, Set { source, in_that: None, filters: Vec::new(), member, words }, ctx)
    }

    /// The set with what narrows it.
    fn narrowed(&mut self, set: &tree::Set, mut found: Set, ctx: &Ctx) -> Option<Set> {
        found.in_that = set.in_that;
        if found.in_that.is_some() && !self.has_date(&found.member) {
            self.report(set.span, Wrong::SetWithoutDate);
            return None;
        }
        let inner = ctx.inside(&found);
        for filter in &set.filters {
            let cond = self.compare(filter, &inner)?;
            self.need_member(asks_member(&found, &cond, ctx.region), filter.expr.span, &found);
            found.filters.push(cond);
        }
        Some(found)
    }

    /// `die intervisies`: only where they stand together.
    fn those(&mut self, set: &tree::Set, words: &str, ctx: &Ctx) -> Option<(SetSource, Member)> {
        if let Some(those) = ctx.those.as_ref().filter(|those| those.words == words) {
            set.path.iter().zip(&those.at).for_each(|(name, first)| self.uses.repeat(name.span, *first));
            return Some((SetSource::Those { of_practices: those.of_practices }, those.member.clone()));
        }
        if ctx.footing == Footing::Firm {
            self.report(set.span, Wrong::ThoseUnknown(words.to_owned()));
        }
        None
    }

    fn set_source(&mut self, path: &[Name], ctx: &Ctx) -> Option<(SetSource, Member)> {
        if let [only] = path {
            if only.text == "praktijken" && ctx.region && !ctx.practice {
                return Some((SetSource::Practices, Member::Practice));
            }
            if only.text == "keuzes" {
                self.need_year(ctx, only.span)?;
                return Some((SetSource::Choices, Member::Choice));
            }
            if let Some(index) = self.find_group(only) {
                let group = self.group(index)?;
                let member = group.set.member.clone();
                return Some((SetSource::Group(index, Box::new(group.set)), member));
            }
        }
        let (found, ty) = self.path(path, ctx)?;
        let member = self.listed(path, ty)?;
        Some((SetSource::List(found), member))
    }

    /// What the members of a list are; what is no list is reported.
    fn listed(&mut self, path: &[Name], ty: ValueType) -> Option<Member> {
        let ValueType::Of(Type::List(inner)) = ty else {
            let span = path.first().map_or(Span::default(), |name| name.span);
            let word = path.first().map_or_else(String::new, |name| name.text.clone());
            self.report(span, Wrong::NotAList(word));
            return None;
        };
        Some(match *inner {
            Type::Record(id) => Member::Record(id),
            other => Member::Scalar(other),
        })
    }

    /// Members with a date: a date itself, or a record with the field `datum`.
    fn has_date(&self, member: &Member) -> bool {
        match member {
            Member::Scalar(ty) => *ty == Type::Date,
            Member::Record(id) => self.records.get(*id).fields.iter().any(|f| f.id == "datum" && f.ty == Type::Date),
            Member::Choice | Member::Practice => false,
        }
    }

    pub fn compare(&mut self, compare: &tree::Compare, ctx: &Ctx) -> Option<Cond> {
        let left = self.expr(&compare.expr, ctx)?;
        self.comparison(left, &compare.comparison, ctx)
    }

    pub fn expr(&mut self, expr: &tree::Expr, ctx: &Ctx) -> Option<Typed> {
        let span = expr.span;
        let number = ValueType::Of(Type::Number);
        Some(match &expr.kind {
            ExprKind::Path(names) => {
                let (found, ty) = self.path(names, ctx)?;
                Typed { expr: Expr::Ref(found), ty, span }
            }
            ExprKind::Count(set) => Typed { expr: Expr::Count(Box::new(self.set(set, ctx)?)), ty: number, span },
            ExprKind::CountDistinct(None, set) => {
                let set = self.set(set, ctx)?;
                if !matches!(set.member, Member::Scalar(_)) {
                    self.report(span, Wrong::DistinctOfRecords(set.words));
                    return None;
                }
                Typed { expr: Expr::CountDistinct(Ref::Member, Box::new(set)), ty: number, span }
            }
            ExprKind::CountDistinct(Some(field), set) => {
                let set = self.set(set, ctx)?;
                if matches!(set.member, Member::Scalar(_)) {
                    self.report(span, Wrong::DistinctOfPlain(set.words));
                    return None;
                }
                let (found, ty) = self.field_of(field, &set, ctx)?;
                if matches!(ty, ValueType::Of(Type::List(_) | Type::Record(_))) {
                    self.report(span, Wrong::DistinctOfMany);
                    return None;
                }
                Typed { expr: Expr::CountDistinct(found, Box::new(set)), ty: number, span }
            }
            ExprKind::Extreme(extreme, field, set) => return self.extreme(*extreme, field.as_deref(), set, ctx, span),
            ExprKind::Sum(field, set) => {
                let set = self.set(set, ctx)?;
                let (found, ty) = self.field_of(field, &set, ctx)?;
                self.need_numeric(&ty, span)?;
                Typed { expr: Expr::Sum(found, Box::new(set)), ty, span }
            }
            ExprKind::Number(..) | ExprKind::Times(..) | ExprKind::Added(_) => return self.worked_out(expr, ctx),
        })
    }

    fn extreme(
        &mut self,
        extreme: Extreme,
        field: Option<&[Name]>,
        set: &tree::Set,
        ctx: &Ctx,
        span: Span,
    ) -> Option<Typed> {
        let set = self.set(set, ctx)?;
        let (found, ty) = match (field, &set.member) {
            (Some(field), _) => self.field_of(field, &set, ctx)?,
            (None, Member::Scalar(ty)) => (Ref::Member, ValueType::Of(ty.clone())),
            (None, Member::Record(_) | Member::Choice | Member::Practice) => {
                self.report(span, Wrong::ExtremeOfRecords);
                return None;
            }
        };
        match extreme {
            Extreme::Earliest | Extreme::Latest => self.need_date(&ty, span)?,
            Extreme::Lowest | Extreme::Highest => self.need_numeric(&ty, span)?,
        }
        Some(Typed { expr: Expr::Extreme(extreme, found, Box::new(set)), ty, span })
    }

    /// A field of the members of a set.
    pub fn field_of(&mut self, field: &[Name], set: &Set, ctx: &Ctx) -> Option<(Ref, ValueType)> {
        let (found, ty) = self.path(field, &ctx.inside(set))?;
        let span = field.iter().map(|name| name.span).reduce(Span::to).unwrap_or_default();
        self.need_member(stands_in_member(set, &found, ctx.region), span, set);
        Some((found, ty))
    }

    /// What narrows a set or is read in it must be said about its members.
    pub fn need_member(&mut self, is_said: bool, span: Span, set: &Set) {
        if !is_said {
            self.report(span, Wrong::NotOfMember(set.words.clone()));
        }
    }

    pub fn need_numeric(&mut self, ty: &ValueType, span: Span) -> Option<()> {
        if matches!(ty, ValueType::Of(ty) if ty.is_numeric()) {
            return Some(());
        }
        self.report(span, Wrong::Mismatch { need: Need::Number, ty: ty.clone() });
        None
    }

    fn need_date(&mut self, ty: &ValueType, span: Span) -> Option<()> {
        if matches!(ty, ValueType::Of(Type::Date | Type::Quarter)) {
            return Some(());
        }
        self.report(span, Wrong::Mismatch { need: Need::Date, ty: ty.clone() });
        None
    }

    /// What can be filled in or empty: no number that is worked out.
    fn what_is_filled(&mut self, left: Expr, span: Span) -> Option<Ref> {
        match left {
            Expr::Ref(target) => Some(target),
            Expr::Count(_)
            | Expr::CountDistinct(..)
            | Expr::Extreme(..)
            | Expr::Sum(..)
            | Expr::Number(..)
            | Expr::Times(..)
            | Expr::Added(_) => {
                self.report(span, Wrong::FilledOfCount);
                None
            }
        }
    }

    fn comparison(&mut self, left: Typed, comparison: &tree::Comparison, ctx: &Ctx) -> Option<Cond> {
        match &comparison.kind {
            ComparisonKind::Filled { negated } => {
                let target = self.what_is_filled(left.expr, comparison.span)?;
                Some(Cond::Filled { target, negated: *negated })
            }
            ComparisonKind::EmptyOr(that) => {
                let target = self.what_is_filled(left.expr.clone(), comparison.span)?;
                Some(Cond::EmptyOr { target, that: Box::new(self.comparison(left, that, ctx)?) })
            }
            kind => {
                let that = self.asked(&left, kind, comparison.span, ctx)?;
                Some(Cond::Compare { left: left.expr, that })
            }
        }
    }

    /// What is asked of a value; none of whether one stands there.
    fn asked(&mut self, left: &Typed, kind: &ComparisonKind, span: Span, ctx: &Ctx) -> Option<Comparison> {
        Some(match kind {
            ComparisonKind::Filled { .. } | ComparisonKind::EmptyOr(_) => return None,
            ComparisonKind::YesNo(value) => {
                if left.ty != ValueType::Of(Type::YesNo) {
                    self.report(left.span, Wrong::Mismatch { need: Need::YesNo, ty: left.ty.clone() });
                    return None;
                }
                Comparison::YesNo(*value)
            }
            ComparisonKind::Measure(word, operand) => {
                self.need_numeric(&left.ty, left.span)?;
                let right = self.operand(operand, ctx)?;
                self.need_same_unit(left, &right, span)?;
                Comparison::Measure(*word, right)
            }
            ComparisonKind::Age { at_most, duration, on } => {
                self.need_date(&left.ty, left.span)?;
                let on = match on {
                    Some(moment) => Some(self.moment(moment, ctx)?),
                    None => None,
                };
                Comparison::Age { at_most: *at_most, duration: *duration, on }
            }
            ComparisonKind::Moment(word, moment) => {
                self.need_date(&left.ty, left.span)?;
                Comparison::Moment(*word, self.moment_by(*word, moment, ctx)?)
            }
            ComparisonKind::Values { negated, values } => {
                let mut literals = Vec::new();
                for value in values {
                    if let Some((span, meant)) = empty(value, left, *negated) {
                        self.report(span, Wrong::Misfit { ty: left.ty.clone(), meant: Some(meant) });
                        return None;
                    }
                    literals.push(self.literal(value, left)?);
                }
                Comparison::OneOf { negated: *negated, values: literals }
            }
            ComparisonKind::Contains { negated, words } => {
                if !matches!(left.ty, ValueType::Of(Type::Text | Type::Email)) {
                    self.report(left.span, Wrong::Mismatch { need: Need::Text, ty: left.ty.clone() });
                    return None;
                }
                for word in words.iter().filter(|word| !Phrase::new(&word.text).has_word()) {
                    self.report(word.span, Wrong::NoWord);
                }
                Comparison::Contains {
                    negated: *negated,
                    words: words.iter().map(|word| Phrase::new(&word.text)).collect(),
                }
            }
        })
    }

    /// An expression that gives a number.
    pub fn numeric(&mut self, expr: &tree::Expr, ctx: &Ctx) -> Option<Expr> {
        let typed = self.expr(expr, ctx)?;
        self.need_numeric(&typed.ty, typed.span)?;
        Some(typed.expr)
    }

    pub fn operand(&mut self, operand: &tree::Operand, ctx: &Ctx) -> Option<Operand> {
        let mut numeric = |expr: &tree::Expr| self.numeric(expr, ctx);
        Some(match operand {
            tree::Operand::Number(value, unit) => Operand::Number(*value, *unit),
            tree::Operand::HalfOf(expr) => Operand::HalfOf(numeric(expr)?),
            tree::Operand::PercentOf(part, expr) => Operand::PercentOf(*part, numeric(expr)?),
            tree::Operand::Expr(expr) => Operand::Expr(numeric(expr)?),
        })
    }

    /// A quarter as a limit: its last day for `uiterlijk` and `later dan`, else its first.
    fn moment_by(&mut self, word: MomentWord, moment: &tree::Moment, ctx: &Ctx) -> Option<Moment> {
        let whole = matches!(word, MomentWord::NoLaterThan | MomentWord::After);
        match moment.kind {
            MomentKind::Quarter(quarter) if whole => Some(Moment::Date(quarter.last_day())),
            MomentKind::Quarter(_)
            | MomentKind::Date(_)
            | MomentKind::Yearly { .. }
            | MomentKind::ReferenceDate
            | MomentKind::YearStart
            | MomentKind::YearEnd
            | MomentKind::Expr(_)
            | MomentKind::Offset { .. } => self.moment(moment, ctx),
        }
    }

    fn moment(&mut self, moment: &tree::Moment, ctx: &Ctx) -> Option<Moment> {
        let year = |resolver: &mut Self, found: Moment| resolver.need_year(ctx, moment.span).map(|()| found);
        match &moment.kind {
            MomentKind::Date(date) => Some(Moment::Date(*date)),
            MomentKind::Quarter(quarter) => Some(Moment::Date(quarter.first_day())),
            MomentKind::Yearly { month, day } => year(self, Moment::Yearly { month: *month, day: *day }),
            MomentKind::ReferenceDate => Some(Moment::ReferenceDate),
            MomentKind::YearStart => year(self, Moment::YearStart),
            MomentKind::YearEnd => year(self, Moment::YearEnd),
            MomentKind::Expr(expr) => {
                let typed = self.expr(expr, ctx)?;
                self.need_date(&typed.ty, typed.span)?;
                Some(Moment::Expr(typed.expr))
            }
            MomentKind::Offset { duration, after, base } => {
                Some(Moment::Offset { duration: *duration, after: *after, base: Box::new(self.moment(base, ctx)?) })
            }
        }
    }

    fn literal(&mut self, value: &Value, left: &Typed) -> Option<Literal> {
        match (value, &left.ty) {
            (Value::Name(name), ValueType::Of(Type::OneOf(options))) => {
                let found = options.iter().find(|option| same_name(option, &name.text));
                if found.is_none() {
                    let known = options.iter().map(String::as_str);
                    self.problems.push(Wrong::not_one_of(What::Option, name, known));
                }
                found.map(|option| Literal::Option(option.clone()))
            }
            (Value::Name(name), ValueType::Kind) => {
                let found = Kind::from_word(&name.text);
                if found.is_none() {
                    self.problems.push(unknown_kind(name));
                }
                found.map(Literal::Kind)
            }
            (Value::Name(name), ValueType::Intervention | ValueType::Of(Type::Intervention)) => {
                let (index, id) = self.find_known(name, &self.names.interventions)?;
                Some(Literal::Intervention(index, id))
            }
            (Value::Name(name), ValueType::Element) => {
                let (index, id) = self.find_known(name, &self.names.elements)?;
                Some(Literal::Element(index, id))
            }
            (Value::Text(text), ValueType::Of(Type::Text | Type::Email | Type::Agb)) => {
                Some(Literal::Text(Phrase::new(&text.text)))
            }
            (Value::Quarter(quarter, _), ValueType::Of(Type::Quarter)) => Some(Literal::Quarter(*quarter)),
            (Value::Date(date, _), ValueType::Of(Type::Date)) => Some(Literal::Date(*date)),
            (Value::Name(name), ty) => {
                // `is ingevld` is read as a value; a word of the language is what was meant.
                let words = ["ingevuld", "niet", "minimaal", "maximaal", "precies", "uiterlijk", "vanaf", "ja", "nee"];
                let meant = nearest(&name.text, words);
                self.report(name.span, Wrong::Misfit { ty: ty.clone(), meant });
                None
            }
            (Value::Quarter(_, span) | Value::Date(_, span), ty) => {
                self.report(*span, Wrong::Misfit { ty: ty.clone(), meant: None });
                None
            }
            (Value::Text(text), ty) => {
                self.report(text.span, Wrong::Misfit { ty: ty.clone(), meant: None });
                None
            }
        }
    }
}

/// `is leeg`: that nothing is filled in, in another word; where it stands, and what the language says.
fn empty(value: &Value, left: &Typed, negated: bool) -> Option<(Span, &'static str)> {
    let Value::Name(name) = value else { return None };
    let is_option = |options: &[String]| options.iter().any(|option| same_name(option, &name.text));
    let own = matches!(&left.ty, ValueType::Of(Type::OneOf(options)) if is_option(options));
    if own || !matches!(name.text.as_str(), "leeg" | "blanco" | "niets") {
        return None;
    }
    // `niet` stands before it.
    let start = (name.span.start as usize).checked_sub("niet ".len()).filter(|_| negated);
    Some(match start {
        Some(start) => (Span::new(start, name.span.end as usize), "ingevuld"),
        None => (name.span, "niet ingevuld"),
    })
}
