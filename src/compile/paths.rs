//! Names in conditions -> references to fields, with their types.

use crate::model::{
    Base, ChoiceField, Field, FieldId, FrameField, Member, PLAN, PRACTICE, Path, REGION, RecordId, Ref, Shape, Type,
    YEAR,
};
use crate::source::Span;
use crate::syntax::number_in_words;
use crate::syntax::tree::Name;

use super::ctx::{Ctx, Footing};
use super::problem::{Fault, Hint, Unknown, What, Wrong, nearest};
use super::resolver::Resolver;

/// What a reference gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueType {
    Of(Type),
    Kind,
    Intervention,
    Element,
}

/// What a path keeps of its last field.
struct Kept {
    ty: Type,
    label: String,
    takes_place: bool,
    none_when_empty: bool,
}

impl Resolver<'_> {
    /// `datum van ondertekening`: the last name is looked up from the inside out, the others inside it.
    pub fn path(&mut self, names: &[Name], ctx: &Ctx) -> Option<(Ref, ValueType)> {
        if ctx.footing == Footing::Lost {
            return None;
        }
        let (outer, inner) = names.split_last()?;
        if inner.is_empty()
            && let Some(found) = built_in(&outer.text, ctx)
            && self.field_base(outer, ctx).is_none()
        {
            return Some(found);
        }
        let Some((base, record, index)) = self.field_base(outer, ctx) else {
            let fault = self.unknown_field(outer, ctx);
            return self.refuse(outer, fault);
        };
        self.note_field(outer, record, index);
        let mut kept = self.field_at(record, index)?;
        let mut steps = vec![index];
        let mut last = outer.text.as_str();
        for name in inner.iter().rev() {
            let id = match kept.ty.shape() {
                Shape::Record(id) => id,
                Shape::List(_) => {
                    self.report(name.span, Wrong::ListInPath(last.to_owned()));
                    return None;
                }
                Shape::Plain | Shape::OneOf(_) => {
                    self.report(name.span, Wrong::NotARecord(last.to_owned()));
                    return None;
                }
            };
            last = &name.text;
            let found = self.records.get(id).position(&name.text);
            let Some(found) = found else {
                let fault = self.unknown_in(name, &[id]);
                return self.refuse(name, fault);
            };
            self.note_field(name, id, found);
            kept = self.field_at(id, found)?;
            steps.push(found);
        }
        let words = names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join(" van ");
        let Kept { ty, label, takes_place, none_when_empty } = kept;
        let path = Path { base, steps, ty: ty.clone(), takes_place, none_when_empty, words: words.into(), label };
        Some((Ref::Path(path), ValueType::Of(ty)))
    }

    /// Reports a field that is not there, unless one of this name has been found wrong where it was declared.
    fn refuse<T>(&mut self, name: &Name, fault: Fault) -> Option<T> {
        let doubtful = self.elsewhere(&name.text).is_some_and(|(_, span)| self.doubtful.contains(&span));
        self.problems.extend((!doubtful).then_some(fault));
        None
    }

    fn note_field(&mut self, name: &Name, record: RecordId, index: FieldId) {
        let field = self.records.get(record).fields.get(index);
        self.uses.note(name.span, Some(field.span));
    }

    /// What a path keeps of a field; none when its type is wrong, which has been reported.
    fn field_at(&self, record: RecordId, index: FieldId) -> Option<Kept> {
        let field = self.records.get(record).fields.get(index);
        let kept = || Kept {
            ty: field.ty.clone(),
            label: field.label.clone(),
            takes_place: field.takes_place,
            none_when_empty: field.none_when_empty,
        };
        (!self.doubtful.contains(&field.span)).then(kept)
    }

    /// The records in which a name is looked up, innermost first.
    fn scopes(ctx: &Ctx) -> Vec<(Base, RecordId)> {
        let mut scopes = Vec::new();
        for (depth, member) in ctx.members.iter().rev().enumerate() {
            if let Member::Record(id) = member {
                scopes.push((Base::Member(depth), *id));
            }
        }
        scopes.extend(ctx.choice.map(|record| (Base::Choice, record)));
        if ctx.practice || !ctx.region {
            if ctx.year {
                scopes.push((Base::Year, YEAR));
            }
            scopes.push((Base::Practice, PRACTICE));
            scopes.push((Base::Plan, PLAN));
        }
        if ctx.region {
            scopes.push((Base::Region, REGION));
        }
        scopes
    }

    fn field_base(&self, name: &Name, ctx: &Ctx) -> Option<(Base, RecordId, FieldId)> {
        Self::scopes(ctx).into_iter().find_map(|(base, record)| {
            let index = self.records.get(record).position(&name.text)?;
            self.sees(record, index).then_some((base, record, index))
        })
    }

    fn unknown_field(&self, name: &Name, ctx: &Ctx) -> Fault {
        let in_year = self.records.get(YEAR).position(&name.text).is_some();
        let of_practice = ctx.region && !ctx.practice && self.field_base(name, &ctx.of_practice()).is_some();
        if of_practice {
            return Wrong::FieldOfPractice(name.text.clone()).at(name.span);
        }
        if !ctx.year && (in_year || name.text == "keuzes") {
            return Wrong::FieldNeedsYear(name.text.clone()).at(name.span);
        }
        let records: Vec<RecordId> = Self::scopes(ctx).into_iter().map(|(_, record)| record).collect();
        self.unknown_in(name, &records)
    }

    /// Whether the field that a path begins with can be read from here.
    pub fn knows(&self, path: &[Name], ctx: &Ctx) -> bool {
        path.last().is_some_and(|name| self.field_base(name, ctx).is_some())
    }

    /// Whether a set is found in the region's own figures or in a member in hand, not in the plans.
    pub fn is_of_region(&self, path: &[Name], ctx: &Ctx) -> bool {
        path.last().is_some_and(|name| self.field_base(name, ctx).is_some())
    }

    /// A field of this name in a record that cannot be read from here.
    fn elsewhere(&self, name: &str) -> Option<(&str, Span)> {
        let mut records = self.records.iter().filter(|record| !record.of_intervention);
        records.find_map(|record| Some((record.id.as_str(), record.fields.iter().find(|f| f.id == name)?.span)))
    }

    /// A field of this name that an intervention has for itself.
    fn of_intervention(&self, name: &str) -> Option<Hint> {
        let mut records = self.records.iter().filter(|record| record.of_intervention);
        records.find_map(|record| {
            let field = record.fields.iter().find(|field| field.id == name)?;
            Some(Hint::OfIntervention(record.id.clone(), field.span))
        })
    }

    fn unknown_in(&self, name: &Name, records: &[RecordId]) -> Fault {
        const EXTRA: [&str; 6] = ["keuzes", "soort", "ingediend", "startkwartaal", "kalenderjaar", "verantwoording"];
        let known: Vec<&Field> = records.iter().flat_map(|id| &self.records.get(*id).fields).collect();
        let ids: Vec<&str> =
            known.iter().map(|field| field.id.as_str()).chain(EXTRA).chain(self.names.groups.ids()).collect();
        if self.names.groups.ids().any(|group| group == name.text) {
            return Wrong::Unknown(Unknown { what: What::Field, name: name.text.clone(), hint: Hint::Group })
                .at(name.span);
        }
        let number = number_in_words(&name.text).map(|number| Hint::Meant(number.to_string(), None));
        let begun = || {
            let mut longer = ids
                .iter()
                .copied()
                .filter(|id| name.text.len() > 3 && id.len() > name.text.len() && id.starts_with(name.text.as_str()));
            longer.next().filter(|_| longer.next().is_none())
        };
        let near = nearest(&name.text, ids.iter().copied()).filter(|near| *near != name.text);
        let own = match name.text.as_str() {
            // A choice in hand has these.
            "soort" | "interventie" | "kernelement" => Some(Hint::OfChoice),
            "interventies" | "keuze" => Some(Hint::Meant("keuzes".to_owned(), None)),
            "praktijk" | "praktijkplan" | "plan" => Some(Hint::WholePlan),
            _ => None,
        };
        let own = own.filter(|_| !known.iter().any(|field| field.id == name.text));
        let hint = match (near, self.elsewhere(&name.text)) {
            (_, _) if own.is_some() => own.unwrap_or(Hint::Declare),
            (None, None) if number.is_some() => number.unwrap_or(Hint::Declare),
            (Some(near), _) => {
                let declared = known.iter().find(|field| field.id == near).map(|field| field.span);
                Hint::Meant(near.to_owned(), declared.filter(|span| !span.is_empty()))
            }
            (None, Some((record, span))) => Hint::InRecord(record.to_owned(), span),
            (None, None) => begun()
                .map(|near| Hint::Meant(near.to_owned(), None))
                .or_else(|| self.of_intervention(&name.text))
                .unwrap_or(Hint::Declare),
        };
        Wrong::Unknown(Unknown { what: What::Field, name: name.text.clone(), hint }).at(name.span)
    }
}

/// Names that the language itself knows.
fn built_in(word: &str, ctx: &Ctx) -> Option<(Ref, ValueType)> {
    if ctx.choice.is_some() {
        match word {
            "soort" => return Some((Ref::Choice(ChoiceField::Kind), ValueType::Kind)),
            "interventie" => return Some((Ref::Choice(ChoiceField::Intervention), ValueType::Intervention)),
            "kernelement" => return Some((Ref::Choice(ChoiceField::Element), ValueType::Element)),
            _ => {}
        }
    }
    let field = FrameField::ALL.into_iter().find(|field| field.word() == word)?;
    let ty = match field {
        FrameField::HandedIn => Type::Date,
        FrameField::StartQuarter => Type::Quarter,
        FrameField::Year | FrameField::CalendarYear => Type::Whole,
        FrameField::Accounting => Type::YesNo,
    };
    Some((Ref::Frame(field), ValueType::Of(ty)))
}
