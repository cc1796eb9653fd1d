//! What every document of the language holds: data, an offer, rules, and the reasons for them.

use crate::source::Span;
use crate::value::same_name;

use super::{
    Condition, Element, Goal, Group, Id, Indicator, Intervention, InterventionId, Named, NamedList, Overview, Program,
    Reasons, Record, RecordId, Rule, Supplement, SupplementId, Table, Theme, Type,
};

/// What a regioplan, a leidraad, a werkplan and an aanvulling have in common.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    pub id: String,
    /// Of a leidraad the last of its editions.
    pub version: String,
    pub name: String,
    pub document: String,
    /// The aanvullingen of which the data and the rules stand in it; of an aanvulling by itself, that one.
    pub supplements: Table<Supplement>,
    pub records: Table<Record>,
    pub groups: Table<Group>,
    pub conditions: Table<Condition>,
    pub elements: Table<Element, Named>,
    pub lists: Table<NamedList>,
    pub themes: Table<Theme, Named>,
    pub goals: Table<Goal, Named>,
    /// What the documents call the kinds of choice; each by the word of its kind.
    pub kinds: Vec<Named>,
    pub interventions: Table<Intervention>,
    pub rules: Table<Rule>,
    pub indicators: Vec<Indicator>,
    pub overviews: Vec<Overview>,
    /// Why the document as a whole is read as it is.
    pub reasons: Reasons,
    pub register: Table<Statement>,
    /// What all of it means.
    pub program: Program,
}

pub type StatementId = Id<Statement>;

/// One statement of the source document.
#[derive(Clone, Debug, Default)]
pub struct Statement {
    pub id: String,
    pub section: String,
    pub says: String,
    /// Why nothing checks it, when that is so.
    pub disposition: Option<Disposition>,
    pub span: Span,
}

/// Why nothing checks a statement.
#[derive(Clone, Debug)]
pub struct Disposition {
    pub kind: DispositionKind,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DispositionKind {
    /// It binds nobody.
    Information,
    /// It binds the region, not a practice.
    Region,
    /// It binds the practice, but a plan cannot show it.
    NotCheckable,
}

impl Contents {
    /// `id@version`
    #[must_use]
    pub fn full_id(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The aanvulling that a thing came from, when it did.
    #[must_use]
    pub fn supplement(&self, of: Option<SupplementId>) -> Option<&Supplement> {
        of.map(|id| self.supplements.get(id))
    }

    #[must_use]
    pub fn record(&self, id: RecordId) -> &Record {
        self.records.get(id)
    }

    #[must_use]
    pub fn intervention(&self, id: InterventionId) -> &Intervention {
        self.interventions.get(id)
    }

    /// The intervention with this id.
    #[must_use]
    pub fn find_intervention(&self, id: &str) -> Option<InterventionId> {
        self.interventions.find(|i| same_name(&i.id, id))
    }

    /// The interventions of a kernelement, in order of the regioplan.
    pub fn interventions_of(&self, element: Id<Element>) -> impl Iterator<Item = (InterventionId, &Intervention)> {
        self.interventions.pairs().filter(move |(_, i)| i.element == element)
    }

    /// The words of which a value of this type is one, each with the label of what it names; none where it may be any value.
    #[must_use]
    pub fn words_of<'m>(&'m self, ty: &'m Type) -> Vec<(&'m str, Option<&'m str>)> {
        match ty {
            Type::YesNo => vec![("ja", None), ("nee", None)],
            Type::OneOf(words) => words.iter().map(|word| (word.as_str(), None)).collect(),
            Type::Intervention => {
                self.interventions.iter().map(|one| (one.id.as_str(), Some(one.label.as_str()))).collect()
            }
            Type::Text
            | Type::Number
            | Type::Whole
            | Type::Money
            | Type::Percentage
            | Type::Date
            | Type::Quarter
            | Type::Agb
            | Type::Email
            | Type::File
            | Type::List(_)
            | Type::Record(_) => Vec::new(),
        }
    }

    /// The ids of register entries.
    #[must_use]
    pub fn source_ids(&self, sources: &[StatementId]) -> Vec<&str> {
        sources.iter().map(|id| self.register.get(*id).id.as_str()).collect()
    }
}
