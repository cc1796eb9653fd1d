//! The route of keys to a place in a plan; written out only when a problem needs it.

use std::fmt::Write as _;

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

impl Trail<'_> {
    /// `jaren.3.interventies.trieren`
    #[must_use]
    pub fn written(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        if let Some(up) = self.parent() {
            up.write(out);
            if !matches!(up, Trail::Top) && !matches!(self, Trail::Index(..)) {
                out.push('.');
            }
        }
        match self {
            Trail::Top => {}
            Trail::Key(_, key) | Trail::Choice(_, key, _) => out.push_str(key),
            Trail::Index(_, index) => {
                let _ = write!(out, "[{index}]");
            }
            Trail::Year(_, year) => {
                let _ = write!(out, "{year}");
            }
        }
    }
}
