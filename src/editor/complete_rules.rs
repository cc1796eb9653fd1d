//! What can be written at a place of a regioplan or a register: the words that the grammar lets stand there, and the names that
//! fit, each with what it is called.

use lsp_types::{CompletionItem, CompletionItemKind};

use crate::lint::Lint;
use crate::model::{FrameField, Kind as ChoiceKind, TargetSort};
use crate::report::Catalog;
use crate::syntax::tree::{Body, Tree};
use crate::syntax::{self, Fitting, Kind, Naming};

use super::clauses;
use super::complete::{Offered, items_at};
use super::declared::{Declared, declared, is_list, words};
use super::lines::Lines;

/// The files that a name of a regioplan may come from.
#[derive(Clone, Copy, Debug)]
pub struct Near<'t> {
    pub tree: &'t Tree,
    pub register: Option<&'t Tree>,
    /// The leidraad that it follows.
    pub guide: Option<&'t Tree>,
    /// The names of the leidraden that it can follow.
    pub guides: &'t [String],
}

/// What can be written at a place.
#[must_use]
pub fn complete_rules(
    near: Near<'_>,
    kind: Kind,
    offset: usize,
    lines: Lines<'_>,
    catalog: &Catalog,
) -> Vec<CompletionItem> {
    let Some(found) = syntax::fitting(lines.text, offset, kind) else { return Vec::new() };
    let at = found.word.start as usize;
    let names = found.name.map(|naming| near.names(naming, &found, at, catalog)).unwrap_or_default();
    let words = if found.begin.is_empty() {
        first_words(near.tree, &found, at, kind, lines.text)
    } else {
        found.words.iter().map(|word| Offered::word(word, None)).collect()
    };
    items_at(names.into_iter().chain(words).collect(), found.word, lines)
}

/// Words with which a line can begin here, each with a clause of which it is the first.
fn first_words(tree: &Tree, found: &Fitting, at: usize, kind: Kind, text: &str) -> Vec<Offered> {
    let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or("");
    let mut offered: Vec<Offered> = Vec::new();
    for clause in clauses::fitting(tree, at, kind, !line.is_empty()) {
        let word = clause.split(' ').next().unwrap_or(clause);
        if !offered.iter().any(|known| known.word == word) {
            offered.push(Offered::word(word, Some(clause)));
        }
    }
    let more = found.words.iter().filter(|word| syntax::JOINING.contains(word));
    offered.extend(more.map(|word| Offered::word(word, None)));
    offered
}

impl Near<'_> {
    fn names(&self, naming: Naming, found: &Fitting, at: usize, catalog: &Catalog) -> Vec<Offered> {
        let own = declared(self.tree);
        let supplement = self.tree.blocks.iter().any(|block| matches!(block.head.body, Body::Aanvulling { .. }));
        let of_guide = self.guide.map(declared).unwrap_or_default();
        // What an aanvulling counts, its leidraad offers.
        let offer = if supplement { &of_guide } else { &own };
        let of = |all: &[Declared<'_>], sorts: &[Naming]| -> Vec<Offered> {
            let fitting = all.iter().filter(|one| sorts.contains(&one.naming));
            fitting.map(|one| Offered::thing(&one.name.text, one.label)).collect()
        };
        let things = [Naming::Element, Naming::List, Naming::Theme, Naming::Intervention];
        match naming {
            Naming::Target(None) => of(offer, &things),
            Naming::Target(Some(sort)) => of(offer, &[of_sort(sort)]),
            Naming::Element | Naming::Intervention | Naming::Theme | Naming::List => of(offer, &[naming]),
            Naming::Goal | Naming::Record | Naming::Group | Naming::Condition | Naming::Rule => of(&own, &[naming]),
            Naming::GuideRule => of(&of_guide, &[Naming::Rule]),
            Naming::Field => self.fields(&own, at, false),
            Naming::Members => {
                let groups = of(&own, &[Naming::Group]);
                let known = ["keuzes", "praktijken"].map(|word| Offered::word(word, None));
                self.fields(&own, at, true).into_iter().chain(groups).chain(known).collect()
            }
            Naming::Value => values(&own, offer, &found.begin),
            Naming::Evidence => {
                let kinds = own.iter().filter(|one| one.name.text == "soort").flat_map(|one| words(one));
                kinds.map(|name| Offered::value(&name.text, None)).collect()
            }
            Naming::Kind => ChoiceKind::ALL.into_iter().map(|kind| Offered::value(kind.word(), None)).collect(),
            Naming::Remark => {
                let said = |lint: Lint| catalog.word(lint.texts()[0]);
                Lint::ALL.into_iter().map(|lint| Offered::value(lint.code(), Some(said(lint)))).collect()
            }
            Naming::Guide => self.guides.iter().map(|id| Offered::value(id, None)).collect(),
            Naming::Source => self.register.map(|tree| of(&declared(tree), &[Naming::Source])).unwrap_or_default(),
            Naming::Variant
            | Naming::Option
            | Naming::Indicator
            | Naming::Overview
            | Naming::Rendering
            | Naming::Regioplan
            | Naming::Supplement => Vec::new(),
        }
    }

    /// Fields, those of the block in hand first, each name once; and what the language itself knows.
    fn fields(&self, own: &[Declared<'_>], at: usize, lists: bool) -> Vec<Offered> {
        let before = self.tree.blocks.iter().map(|block| block.head.span);
        let block = before.filter(|head| (head.start as usize) < at).last();
        let fits = |one: &&Declared<'_>| one.naming == Naming::Field && (!lists || is_list(one));
        let (here, elsewhere): (Vec<&Declared<'_>>, Vec<&Declared<'_>>) =
            own.iter().filter(fits).partition(|one| Some(one.block) == block);
        let mut offered: Vec<Offered> = Vec::new();
        for one in here.into_iter().chain(elsewhere) {
            if !offered.iter().any(|known| known.word == one.name.text) {
                offered.push(Offered::field(&one.name.text, one.label));
            }
        }
        if !lists {
            let known = FrameField::ALL.into_iter().map(FrameField::word).chain(OF_CHOICE);
            offered.extend(known.map(|word| Offered::field(word, "")));
        }
        offered
    }
}

/// What every choice has.
const OF_CHOICE: [&str; 3] = ["soort", "interventie", "kernelement"];

fn of_sort(sort: TargetSort) -> Naming {
    match sort {
        TargetSort::Kernelement => Naming::Element,
        TargetSort::Keuzelijst => Naming::List,
        TargetSort::Thema => Naming::Theme,
        TargetSort::Interventie => Naming::Intervention,
    }
}

/// What the field before `is` can be.
fn values(own: &[Declared<'_>], offer: &[Declared<'_>], begin: &str) -> Vec<Offered> {
    let things = |naming: Naming| -> Vec<Offered> {
        let all = offer.iter().filter(|one| one.naming == naming);
        all.map(|one| Offered::thing(&one.name.text, one.label)).collect()
    };
    let said = begin.rsplit_once(" is ").map_or(begin, |(before, _)| before);
    for word in said.split_whitespace().rev() {
        match word {
            "soort" => return ChoiceKind::ALL.into_iter().map(|kind| Offered::value(kind.word(), None)).collect(),
            "interventie" => return things(Naming::Intervention),
            "kernelement" => return things(Naming::Element),
            _ => {
                let fields = own.iter().filter(|one| one.naming == Naming::Field && one.name.text == word);
                let found: Vec<Offered> =
                    fields.flat_map(|one| words(one)).map(|name| Offered::value(&name.text, None)).collect();
                if !found.is_empty() {
                    return found;
                }
            }
        }
    }
    Vec::new()
}

impl Offered {
    /// A word of the language, with a clause that begins with it.
    fn word(word: &str, clause: Option<&str>) -> Self {
        let label = clause.map(str::to_owned);
        Self { word: word.to_owned(), behind: " ", kind: CompletionItemKind::KEYWORD, label, about: None }
    }

    /// A thing that a regioplan declares; an empty label says nothing.
    fn thing(word: &str, label: &str) -> Self {
        let label = (!label.is_empty()).then(|| label.to_owned());
        Self { word: word.to_owned(), behind: "", kind: CompletionItemKind::CLASS, label, about: None }
    }

    fn field(word: &str, label: &str) -> Self {
        Self { kind: CompletionItemKind::FIELD, ..Self::thing(word, label) }
    }
}
