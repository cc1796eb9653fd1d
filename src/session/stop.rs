//! Why work cannot go on.

use std::sync::Arc;

use crate::diagnostic::{Problem, Text};
use crate::source::Source;

/// Texts that do not load: each with its problems.
#[derive(Debug)]
pub struct Broken {
    pub files: Vec<(Source, Vec<Problem>)>,
}

/// Why work cannot go on.
#[derive(Debug)]
pub enum Stop {
    /// What is wrong, and what to do.
    Said(Text, Option<Text>),
    /// Texts with problems in them.
    Broken(Arc<Broken>),
}

impl Stop {
    /// A text with problems in it.
    #[must_use]
    pub fn broken(source: Source, problems: Vec<Problem>) -> Self {
        Self::Broken(Arc::new(Broken { files: vec![(source, problems)] }))
    }
}
