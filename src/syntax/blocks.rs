//! Clauses in a row -> blocks with their parts. A clause belongs to the nearest head above it.

use crate::diagnostic::{Problem, Text};
use crate::source::Span;

use super::Placed;
use super::tree::{Block, Body, Clause, Part, Tree};

/// How a clause stands among the others.
enum Rank {
    Block,
    Part,
    Plain,
}

/// Groups the clauses; a clause before the first block is reported.
pub fn group(clauses: Vec<Clause>, text: &str, problems: &mut Vec<Problem>) -> Tree {
    let mut tree = Tree::default();
    for clause in clauses {
        match rank(&clause.body) {
            Rank::Block => tree.blocks.push(Block { head: clause, clauses: Vec::new(), parts: Vec::new() }),
            Rank::Part => match tree.blocks.last_mut() {
                Some(block) => block.parts.push(Part { head: clause, clauses: Vec::new() }),
                None => problems.push(homeless(&clause, text)),
            },
            Rank::Plain => match tree.blocks.last_mut() {
                Some(block) => match block.parts.last_mut() {
                    Some(part) if belongs_to_part(&clause.body) => part.clauses.push(clause),
                    _ => block.clauses.push(clause),
                },
                None => problems.push(homeless(&clause, text)),
            },
        }
    }
    tree
}

/// How deep each clause stands, by the same grouping.
pub fn depths(clauses: &[(Span, Clause)]) -> Vec<Placed> {
    let mut in_part = false;
    clauses
        .iter()
        .map(|(span, clause)| {
            let depth = match rank(&clause.body) {
                Rank::Block => {
                    in_part = false;
                    0
                }
                Rank::Part => {
                    in_part = true;
                    1
                }
                Rank::Plain if in_part && belongs_to_part(&clause.body) => 2,
                Rank::Plain => 1,
            };
            Placed { span: *span, depth }
        })
        .collect()
}

fn homeless(clause: &Clause, text: &str) -> Problem {
    let word = clause.span.of(text).split_whitespace().next().unwrap_or("").to_owned();
    Problem::new("taal", clause.span, Text::new("syntax-no-block").with("word", word))
        .help(Text::new("syntax-no-block-help"))
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
        | Body::Interventie { .. }
        | Body::Regel { .. }
        | Body::Leidraad { .. }
        | Body::Weergave { .. }
        | Body::Werkplan { .. }
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

/// Clauses that a part can hold; the others return to the block that the part stands in.
fn belongs_to_part(body: &Body) -> bool {
    body.is_of_rule() || body.is_reason() || matches!(body, Body::Negeer { .. })
}

impl Body {
    /// Why something stands in a regioplan.
    pub fn is_reason(&self) -> bool {
        matches!(self, Self::Toelichting(_) | Self::Advies(_) | Self::Interpretatie(_) | Self::Bron(_))
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
                | Self::Bewijs { .. }
                | Self::PasBijVerantwoording
                | Self::NogNietVanKracht(_)
                | Self::VanKracht { .. }
                | Self::Gevolg { .. }
        )
    }
}
