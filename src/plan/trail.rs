//! The route of keys to a place in a plan; written out only when a problem needs it.

use std::fmt;

use crate::model::InterventionId;

/// One step of a route, linked to the step above it.
#[derive(Clone, Copy, Debug)]
pub enum Trail<'a> {
    Top,
    Key(&'a Trail<'a>, &'a str),
    Index(&'a Trail<'a>, usize),
    Year(&'a Trail<'a>, u8),
    Choice(&'a Trail<'a>, &'a str, InterventionId),
}

impl<'a> Trail<'a> {
    fn parent(&self) -> Option<&'a Trail<'a>> {
        match self {
            Trail::Top => None,
            Trail::Key(up, _) | Trail::Index(up, _) | Trail::Year(up, _) | Trail::Choice(up, _, _) => Some(up),
        }
    }

    /// The programme year on the route.
    #[must_use]
    pub fn year(&self) -> Option<u8> {
        match self {
            Trail::Year(_, year) => Some(*year),
            other => other.parent().and_then(Trail::year),
        }
    }

    /// The intervention on the route.
    #[must_use]
    pub fn intervention(&self) -> Option<InterventionId> {
        match self {
            Trail::Choice(_, _, id) => Some(*id),
            other => other.parent().and_then(Trail::intervention),
        }
    }
}

impl fmt::Display for Trail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(up) = self.parent() {
            write!(f, "{up}")?;
            if !matches!(up, Trail::Top) && !matches!(self, Trail::Index(..)) {
                f.write_str(".")?;
            }
        }
        match self {
            Trail::Top => Ok(()),
            Trail::Key(_, key) | Trail::Choice(_, key, _) => f.write_str(key),
            Trail::Index(_, index) => write!(f, "[{index}]"),
            Trail::Year(_, year) => write!(f, "{year}"),
        }
    }
}
