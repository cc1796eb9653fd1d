//! A file that a run looks at, with what holds for it.

use std::path::PathBuf;
use std::sync::Arc;

use super::context::Context;

/// A file to look at.
pub struct Selected {
    pub path: PathBuf,
    /// Its folder, from the root of the repository.
    pub folder: Arc<str>,
    pub context: Arc<Context>,
    /// The user named this very file: it is judged, whatever it holds.
    pub named: bool,
}
