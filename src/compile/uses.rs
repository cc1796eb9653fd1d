//! Where names stand, and where what they name is declared: noted while they are looked up.

use crate::source::Span;

/// A name that stands somewhere in a regioplan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    pub at: Span,
    pub declared: Declared,
}

/// Where something is declared: the place of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Declared {
    /// In the text of the regioplan itself.
    Here(Span),
    /// In its source register.
    Register(Span),
    /// In the leidraad that it follows.
    Guide(Span),
}

/// What is noted while a text is read.
#[derive(Debug, Default)]
pub struct Uses(Vec<Use>);

impl Uses {
    /// What the language itself knows is declared nowhere.
    pub fn note(&mut self, at: Span, declared: Option<Span>) {
        self.add(at, declared, Declared::Here);
    }

    pub fn cite(&mut self, at: Span, declared: Option<Span>) {
        self.add(at, declared, Declared::Register);
    }

    fn add(&mut self, at: Span, declared: Option<Span>, of: fn(Span) -> Declared) {
        let found = declared.filter(|span| !span.is_empty() && *span != at);
        self.0.extend(found.map(|span| Use { at, declared: of(span) }));
    }

    /// A name that repeats one that was looked up before.
    pub fn repeat(&mut self, at: Span, first: Span) {
        let found = self.0.iter().rev().find(|one| one.at == first).map(|one| one.declared);
        self.0.extend(found.map(|declared| Use { at, declared }));
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Forgets what was noted in an attempt that failed.
    pub fn forget(&mut self, before: usize) {
        self.0.truncate(before);
    }

    /// The uses in a text, of so many bytes when something stands behind it, each once and in order of place; what stands behind it is of its leidraad.
    pub fn within(self, length: Option<usize>) -> Vec<Use> {
        // No text is longer than can be counted so.
        let behind = length.and_then(|length| u32::try_from(length + 1).ok());
        let own = self.0.into_iter().filter(|one| behind.is_none_or(|behind| one.at.start < behind));
        let mut found: Vec<Use> = own
            .map(|one| match (one.declared, behind) {
                (Declared::Here(span), Some(behind)) if span.start >= behind => {
                    let span = Span { start: span.start - behind, end: span.end - behind };
                    Use { declared: Declared::Guide(span), ..one }
                }
                (Declared::Here(_) | Declared::Register(_) | Declared::Guide(_), _) => one,
            })
            .collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}
