//! The documents that are compiled together: a regioplan with its aanvullingen, or an aanvulling with the names of the
//! leidraad that it follows.

use crate::model::{Supplement, SupplementId, Table, TargetSort};
use crate::syntax::tree::{Block, Body, Name, Tree};

use super::names::Names;

/// One document.
#[derive(Clone, Copy)]
pub struct Document<'a> {
    pub tree: &'a Tree,
    pub register: Option<&'a Tree>,
    /// Of an aanvulling: its name, which stands before the names of its rules and of its own data.
    pub supplement: Option<&'a Name>,
}

/// Documents in order: what offers kernelementen and interventies first, then aanvullingen.
pub struct Documents<'a> {
    pub base: Document<'a>,
    pub supplements: Table<Supplement, Document<'a>>,
    /// For each aanvulling beside a regioplan: the names of its leidraad. An aanvulling by itself has none: it is read by these.
    pub guides: Option<Table<Supplement, Names>>,
}

impl<'a> Documents<'a> {
    /// A regioplan, leidraad or werkplan by itself.
    pub fn one(tree: &'a Tree, register: Option<&'a Tree>) -> Self {
        let base = Document { tree, register, supplement: None };
        Self { base, supplements: Table::new(base), guides: None }
    }

    /// An aanvulling by itself, with the names of its leidraad.
    pub fn supplement(names: &'a Tree, tree: &'a Tree, register: Option<&'a Tree>, name: &'a Name) -> Self {
        let base = Document { tree: names, register: None, supplement: None };
        let mut supplements = Table::new(base);
        supplements.push(Document { tree, register, supplement: Some(name) });
        Self { base, supplements, guides: None }
    }

    /// All of them, each with which aanvulling it is.
    pub fn all(&self) -> impl Iterator<Item = (Option<SupplementId>, Document<'a>)> {
        let supplements = self.supplements.pairs().map(|(id, one)| (Some(id), *one));
        std::iter::once((None, self.base)).chain(supplements)
    }

    /// Whether an aanvulling is read by itself: its own head is that of the model.
    pub fn is_supplement_alone(&self) -> bool {
        !self.supplements.is_empty() && self.guides.is_none()
    }

    /// The document of which the head is that of the model.
    pub fn first(&self) -> Document<'a> {
        let alone = self.supplements.first().filter(|_| self.is_supplement_alone());
        alone.copied().unwrap_or(self.base)
    }

    /// What a name is in the leidraad of an aanvulling; none when there is no such name, or no leidraad to ask.
    pub fn meant(&self, supplement: SupplementId, name: &str) -> Option<TargetSort> {
        self.guides.as_ref()?.get(supplement).sort_of(name)
    }
}

/// The head of an aanvulling, when that is what a file is: its name, and the leidraad that it follows.
pub fn supplement(tree: &Tree) -> Option<(&Name, Option<&Name>)> {
    let is_supplement = |block: &&Block| matches!(block.head.body, Body::Aanvulling { .. });
    let block = tree.blocks.iter().find(is_supplement)?;
    let Body::Aanvulling { id, .. } = &block.head.body else { return None };
    let follows = block.clauses.iter().find_map(|clause| match &clause.body {
        Body::VolgtLeidraad { id, .. } => Some(id),
        _ => None,
    });
    Some((id, follows))
}

/// The names that a leidraad gives, and nothing of what it asks or why.
pub fn names_of(mut guide: Tree) -> Tree {
    guide.blocks.retain(|block| {
        matches!(
            block.head.body,
            Body::Kernelement { .. } | Body::Thema { .. } | Body::Keuzelijst { .. } | Body::Interventie { .. }
        )
    });
    for block in &mut guide.blocks {
        block.clauses.retain(|clause| !clause.body.is_reason());
        block.parts.clear();
    }
    guide
}

/// Whether a rule asks something of the offer of a regioplan.
pub fn is_offer_demand(block: &Block) -> bool {
    block.clauses.iter().any(|clause| matches!(clause.body, Body::Biedt { .. }))
}

/// Whether a block can stand in an aanvulling: it has data, groups of them, and rules.
pub fn fits_supplement(block: &Block) -> bool {
    match &block.head.body {
        Body::Gegevens { id, .. } => !matches!(id.text.as_str(), "bewijs" | "regio"),
        Body::Regel { .. } => !is_offer_demand(block),
        body => matches!(body, Body::Aanvulling { .. } | Body::Groep { .. }),
    }
}
