//! The head of the file, where a remark stands that is about all of it.

use crate::source::Span;
use crate::syntax::tree::{Body, Tree};

/// The head of the file.
pub fn head(tree: &Tree) -> Span {
    let is_head = |body: &Body| {
        matches!(body, Body::Regioplan { .. } | Body::Leidraad { .. } | Body::Werkplan { .. } | Body::Aanvulling { .. })
    };
    tree.blocks.iter().find(|block| is_head(&block.head.body)).map_or_else(Span::default, |block| block.head.span)
}
