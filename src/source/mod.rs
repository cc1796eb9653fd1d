//! Where text comes from: bytes as text, a named text, byte spans in it, and lines and columns.
//!
//! Imports nothing of ours. Offsets are bytes in the UTF-8 text; lines and columns count from 1, and a
//! column counts characters.

mod decode;
mod path;
mod span;
mod text;

pub use decode::{Garbled, decode, from_wide, is_wide, with_line_feeds};
pub use path::{for_people, for_programs};
pub use span::Span;
pub use text::{Position, Source, line_starts};
