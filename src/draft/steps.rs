//! The way to a place in a plan, and what a regioplan declares on it: where a name leads, and which names stand beside it.
//!
//! In: a way such as `jaren.3.interventies.trieren`. Out: its steps, and for each place the names below it in their order. Nothing here
//! knows what a plan says.

use crate::model::{CHOICE, Contents, PLAN, PRACTICE, RecordId, Regioplan, Shape, Type, YEAR};
use crate::plan::KEYS;
use crate::value::same_name;

/// The name behind which the kind of a choice stands.
pub const KIND: &str = "keuze";
const PRACTICE_KEY: &str = "praktijk";
const YEARS_KEY: &str = "jaren";
const CHOICES_KEY: &str = "interventies";

/// One step of a way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Name(String),
    /// A member of a list, by its number from nought.
    Member(usize),
}

/// The steps of a way, as findings write it.
#[must_use]
pub fn steps(way: &str) -> Option<Vec<Step>> {
    let mut found = Vec::new();
    for part in way.split('.') {
        let mut pieces = part.split('[');
        let name = pieces.next().filter(|name| !name.is_empty())?;
        found.push(Step::Name(name.to_owned()));
        for piece in pieces {
            found.push(Step::Member(piece.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(found)
}

/// What stands at a place.
#[derive(Clone, Copy, Debug)]
pub enum Below<'m> {
    Plan,
    Years,
    Year,
    Choices,
    Choice(RecordId),
    Record(RecordId),
    List(&'m Type),
    Value,
}

impl<'m> Below<'m> {
    fn of(ty: &'m Type) -> Self {
        match ty.shape() {
            Shape::Record(id) => Self::Record(id),
            Shape::List(inner) => Self::List(inner),
            Shape::Plain | Shape::OneOf(_) => Self::Value,
        }
    }

    /// What one step further stands.
    #[must_use]
    pub fn step(self, step: &Step, model: &'m Contents) -> Option<Self> {
        let field = |id: RecordId, name: &str| {
            let record = model.record(id);
            Some(Self::of(&record.fields.get(record.position(name)?).ty))
        };
        match (self, step) {
            (Self::List(inner), Step::Member(_)) => Some(Self::of(inner)),
            (_, Step::Member(_)) | (Self::List(_) | Self::Value, Step::Name(_)) => None,
            (Self::Plan, Step::Name(name)) => match name.as_str() {
                PRACTICE_KEY => Some(Self::Record(PRACTICE)),
                YEARS_KEY => Some(Self::Years),
                name => field(PLAN, name).or_else(|| KEYS.contains(&name).then_some(Self::Value)),
            },
            (Self::Years, Step::Name(name)) => name.parse::<u8>().ok().map(|_| Self::Year),
            (Self::Year, Step::Name(name)) if same_name(name, CHOICES_KEY) => Some(Self::Choices),
            (Self::Year, Step::Name(name)) => field(YEAR, name),
            (Self::Choices, Step::Name(name)) => {
                let id = model.find_intervention(name)?;
                Some(Self::Choice(model.intervention(id).record))
            }
            (Self::Choice(_), Step::Name(name)) if same_name(name, KIND) => Some(Self::Value),
            (Self::Choice(id) | Self::Record(id), Step::Name(name)) => field(id, name),
        }
    }

    /// The names that can stand here, in the order of the document.
    #[must_use]
    pub fn names(self, regioplan: &Regioplan) -> Vec<String> {
        let model = &regioplan.contents;
        let fields = |id: RecordId| {
            let all = model.record(id).fields.iter();
            all.map(|field| field.id.clone()).collect::<Vec<_>>()
        };
        match self {
            Self::Plan => {
                let frame = KEYS.iter().filter(|key| **key != YEARS_KEY).map(|key| (*key).to_owned());
                frame.chain(fields(PLAN)).chain([YEARS_KEY.to_owned()]).collect()
            }
            Self::Years => regioplan.programme.years().map(|year| year.to_string()).collect(),
            Self::Year => fields(YEAR).into_iter().chain([CHOICES_KEY.to_owned()]).collect(),
            Self::Choices => model.interventions.iter().map(|one| one.id.clone()).collect(),
            Self::Choice(id) => std::iter::once(KIND.to_owned()).chain(fields(id)).collect(),
            Self::Record(id) => fields(id),
            Self::List(_) | Self::Value => Vec::new(),
        }
    }

    /// The name for which a bare value stands.
    #[must_use]
    pub fn short_form(self, model: &Contents) -> Option<&str> {
        match self {
            Self::Choice(_) => Some(KIND),
            Self::Record(id) => {
                let record = model.record(id);
                Some(record.fields.get(record.short_form()?).id.as_str())
            }
            Self::Plan | Self::Years | Self::Year | Self::Choices | Self::List(_) | Self::Value => None,
        }
    }

    /// Whether it goes as a whole when nothing is said of it any more.
    #[must_use]
    pub fn goes_whole(self) -> bool {
        match self {
            Self::Choice(_) | Self::List(_) => true,
            Self::Record(id) => id != PRACTICE && id != CHOICE,
            Self::Plan | Self::Years | Self::Year | Self::Choices | Self::Value => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_has_its_steps() {
        let name = |name: &str| Step::Name(name.to_owned());
        assert_eq!(steps("jaar"), Some(vec![name("jaar")]));
        let way = "praktijk.praktijkhouders[1].agb";
        assert_eq!(steps(way), Some(vec![name("praktijk"), name("praktijkhouders"), Step::Member(1), name("agb")]));
        assert_eq!(steps(""), None);
        assert_eq!(steps("a..b"), None);
        assert_eq!(steps("a[x]"), None);
    }
}
