//! What all parts of a form are made from, and what they all tell: where a demand comes from, and whether and when it holds.

use crate::diagnostic::Text;
use crate::draft::{Asks, Call, Say};
use crate::model::{Contents, Field as Declared, Requirement, StatementId, say_cond};

use super::data::{Need, NeedLevel, Said};

/// What a form is made from.
pub struct Making<'a> {
    pub model: &'a Contents,
    /// The year that the plan is for.
    pub year: u8,
    pub asks: Asks<'a>,
    /// The text of the plan; nothing of one that is still empty.
    pub text: &'a str,
    pub say: Say<'a>,
}

impl Making<'_> {
    /// Statements of the source document.
    pub fn sources(&self, sources: &[StatementId]) -> Vec<Said> {
        let known = sources.iter().map(|at| self.model.register.get(*at));
        known.map(|one| Said { id: one.id.clone(), section: one.section.clone(), says: one.says.clone() }).collect()
    }

    /// Whether and when a field must be filled in.
    pub fn need(&self, field: &Declared, asked: Option<&Call<'_>>) -> Need {
        let (level, text) = match (&field.required, asked) {
            (Requirement::Always, _) => return Need { level: NeedLevel::Always, said: String::new() },
            (_, Some(Call::Always(rule))) => {
                (NeedLevel::Always, Text::new("form-need-asked").with("rule", &rule.title))
            }
            (Requirement::If(cond), _) => {
                (NeedLevel::Sometimes, Text::new("form-need-if").with("cond", say_cond(cond)))
            }
            (Requirement::AtAccounting, _) => (NeedLevel::Later, Text::new("form-need-accounting")),
            (Requirement::Optional, Some(Call::Sometimes(rule))) => {
                (NeedLevel::Sometimes, Text::new("form-need-sometimes").with("rule", &rule.title))
            }
            (Requirement::Optional, Some(Call::Later(rule))) => {
                (NeedLevel::Later, Text::new("form-need-later").with("rule", &rule.title))
            }
            (Requirement::Optional, None) => (NeedLevel::Optional, Text::new("form-need-not")),
        };
        Need { level, said: (self.say)(&text) }
    }
}
