//! Clauses in a row -> blocks with their parts. A clause belongs to the nearest head above it.

use crate::source::Span;

use super::problem::{Slip, Wrong};
use super::tree::{Block, Body, Clause, Part, Tree, Unread};
use super::{Placed, unread};

/// How a clause stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    Block,
    Part,
    Plain,
}

/// Groups the clauses; a clause before the first block is reported.
///
/// A clause that could not be read is given by its place. When it looks like a head, what belongs to that head is
/// left out of the tree with it: put under the head above, it would only give errors that nobody made.
pub fn group(clauses: Vec<(Span, Option<Clause>)>, text: &str, slips: &mut Vec<Slip>) -> Tree {
    let mut tree = Tree::default();
    let mut lost: Option<Rank> = None;
    let mut clauses = clauses.into_iter().peekable();
    while let Some((span, clause)) = clauses.next() {
        let Some(clause) = clause else {
            match unread::rank(text, span, clauses.peek().map(|(next, _)| *next)) {
                Rank::Block => lost = Some(Rank::Block),
                Rank::Part if lost != Some(Rank::Block) => lost = Some(Rank::Part),
                Rank::Part | Rank::Plain => {}
            }
            tree.unread.push(Unread { span, in_block: lost != Some(Rank::Block) });
            continue;
        };
        let rank = rank(&clause.body);
        if is_lost(lost, rank, &clause.body) {
            tree.unread.push(Unread { span: clause.span, in_block: lost != Some(Rank::Block) });
            continue;
        }
        lost = None;
        add(&mut tree, clause, rank, text, slips);
    }
    tree
}

/// Whether a clause belongs to a head that could not be read.
fn is_lost(lost: Option<Rank>, rank: Rank, body: &Body) -> bool {
    match (lost, rank) {
        (Some(Rank::Block), Rank::Part | Rank::Plain) => true,
        (Some(Rank::Part), Rank::Plain) => belongs_to_part(body) || matches!(body, Body::OokBekendAls(_)),
        (Some(_) | None, _) => false,
    }
}

fn add(tree: &mut Tree, clause: Clause, rank: Rank, text: &str, slips: &mut Vec<Slip>) {
    match rank {
        Rank::Block => tree.blocks.push(Block { head: clause, clauses: Vec::new(), parts: Vec::new() }),
        Rank::Part => match tree.blocks.last_mut() {
            Some(block) => block.parts.push(Part { head: clause, clauses: Vec::new() }),
            None => homeless(&clause, text, slips),
        },
        Rank::Plain => match tree.blocks.last_mut() {
            Some(block) => match block.parts.last_mut() {
                Some(part) if belongs_to(&part.head.body, &clause.body) => part.clauses.push(clause),
                _ => block.clauses.push(clause),
            },
            None => homeless(&clause, text, slips),
        },
    }
}

/// How deep each clause stands, by the same grouping.
pub fn depths<'c>(clauses: impl Iterator<Item = (Span, &'c Clause)>) -> Vec<Placed> {
    let mut part: Option<&Body> = None;
    clauses
        .map(|(span, clause)| {
            let depth = match rank(&clause.body) {
                Rank::Block => {
                    part = None;
                    0
                }
                Rank::Part => {
                    part = Some(&clause.body);
                    1
                }
                Rank::Plain if part.is_some_and(|part| belongs_to(part, &clause.body)) => 2,
                Rank::Plain => 1,
            };
            Placed { span, depth }
        })
        .collect()
}

/// Reports the first clause that has no block above it; the ones below it have the same cause.
fn homeless(clause: &Clause, text: &str, slips: &mut Vec<Slip>) {
    if !slips.iter().any(|slip| matches!(slip.wrong, Wrong::NoBlock(_))) {
        let word = clause.span.of(text).split_whitespace().next().unwrap_or("").to_owned();
        slips.push(Slip { span: clause.span, wrong: Wrong::NoBlock(word) });
    }
}

fn rank(body: &Body) -> Rank {
    match body {
        Body::Regioplan { .. }
        | Body::Gegevens { .. }
        | Body::Groep { .. }
        | Body::Kernelement { .. }
        | Body::Keuzelijst { .. }
        | Body::Thema { .. }
        | Body::Doel { .. }
        | Body::Soort { .. }
        | Body::Interventie { .. }
        | Body::Voorwaarde { .. }
        | Body::Regel { .. }
        | Body::Leidraad { .. }
        | Body::Weergave { .. }
        | Body::Werkplan { .. }
        | Body::Aanvulling { .. }
        | Body::Indicator { .. }
        | Body::Overzicht { .. }
        | Body::RegisterBron { .. } => Rank::Block,
        Body::Veld(_)
        | Body::NietAangeboden { .. }
        | Body::Verdieping { .. }
        | Body::MinimaleEis { .. }
        | Body::Einddoel { .. } => Rank::Part,
        _ => Rank::Plain,
    }
}

/// Whether a clause stands below this part: only a field has other names.
fn belongs_to(part: &Body, body: &Body) -> bool {
    belongs_to_part(body) || matches!((part, body), (Body::Veld(_), Body::OokBekendAls(_)))
}

/// Clauses that every part can hold; the others return to the block that the part stands in.
fn belongs_to_part(body: &Body) -> bool {
    body.is_of_rule() || body.is_reason() || matches!(body, Body::Negeer { .. })
}

impl Body {
    /// Why something stands in a regioplan.
    pub fn is_reason(&self) -> bool {
        matches!(self, Self::Toelichting(_) | Self::Advies(_) | Self::Interpretatie(_) | Self::Bron(_))
    }

    /// What a rule asks of a plan.
    pub fn is_demand(&self) -> bool {
        matches!(self, Self::Kies { .. } | Self::Eis(_) | Self::Bewijs(_))
    }

    /// When a rule speaks, what it asks and what follows.
    pub fn is_of_rule(&self) -> bool {
        matches!(
            self,
            Self::Scope(_)
                | Self::Als(_)
                | Self::HeleRegio
                | Self::VoorElk { .. }
                | Self::Kies { .. }
                | Self::NietDubbel { .. }
                | Self::Eis(_)
                | Self::Bewijs(_)
                | Self::Beoordeling { .. }
                | Self::PasBijVerantwoording
                | Self::GeplandTeltMee
                | Self::NogNietVanKracht(_)
                | Self::VanKracht { .. }
                | Self::Gevolg { .. }
        )
    }
}
