//! What is on offer in a programme year, as far as the number of the year tells. What hangs on a date stays allowed.

use serde_json::{Value, json};

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Intervention, Kind, said_kind};

use super::demands::exactly;
use super::scalars::whole;
use super::{Maker, Object, into_object};

/// What the number of a year says about an intervention.
enum Offer {
    /// Choosing it is a violation, whatever else the plan says.
    No,
    /// These kinds only.
    Kinds(Vec<Kind>),
}

impl Maker<'_> {
    /// The choices of a year that would be a violation.
    pub fn offer(&self, year: u8) -> Object {
        let model = self.model;
        let mut choices = Object::new();
        for one in &model.interventions {
            let schema = match offer(one, year, year == self.programme.first_year) {
                Offer::No => self.refusal(one, year),
                Offer::Kinds(kinds) if kinds.len() < Kind::ALL.len() => self.only(&kinds),
                Offer::Kinds(_) => continue,
            };
            choices.insert(exactly(&one.id), schema);
        }
        if choices.is_empty() {
            return Object::new();
        }
        into_object(json!({"patternProperties": {exactly("interventies"): {"patternProperties": choices}}}))
    }

    fn refusal(&self, one: &Intervention, year: u8) -> Value {
        let text = match one.not_offered.first() {
            Some(refusal) => Text::new("not-offered").with("reason", &refusal.reason),
            None => Text::new("schema-not-offered"),
        };
        let text = self.say(&text.with("name", &one.id).with("year", year));
        // Nothing fits this: what is no text fails by its type, and a text by the pattern. So every editor shows why.
        json!({"type": "string", "pattern": "^(?!)", "patternErrorMessage": text, "errorMessage": text})
    }

    fn only(&self, kinds: &[Kind]) -> Value {
        let words: Vec<&str> = kinds.iter().map(|kind| kind.word()).collect();
        let text = self.say(
            &Text::new("choose-from")
                .with("names", Arg::List(kinds.iter().map(|kind| said_kind(*kind)).collect(), Join::Comma)),
        );
        let one = json!({"pattern": whole(&words.join("|")), "patternErrorMessage": text});
        let mut both = into_object(one.clone());
        both.insert("patternProperties".to_owned(), json!({exactly("keuze"): one}));
        Value::Object(both)
    }
}

/// Whether an intervention is certainly not on offer in a year.
pub fn refused(one: &Intervention, year: u8) -> bool {
    matches!(offer(one, year, false), Offer::No)
}

/// What is softened, tried out, or hangs on a date is left to the check.
fn offer(one: &Intervention, year: u8, first: bool) -> Offer {
    let known = |kinds: Vec<Kind>| {
        // Nothing was chosen before the first year, so nothing goes on.
        let fits = |kind: &Kind| !first || one.without_earlier || *kind == Kind::Nieuw;
        let kinds: Vec<Kind> = kinds.into_iter().filter(fits).collect();
        if kinds.is_empty() { Offer::No } else { Offer::Kinds(kinds) }
    };
    let any = || known(Kind::ALL.to_vec());
    let may = |answer: Option<bool>| answer != Some(false);
    if one.not_offered.iter().any(|one| !one.consequences.is_empty() && may(one.period.by_number(year))) {
        return any();
    }
    if one.not_offered.iter().any(|one| one.period.by_number(year) == Some(true)) {
        return Offer::No;
    }
    if one.trials.iter().any(|trial| may(trial.period.by_number(year))) {
        return any();
    }
    if one.offered.iter().any(|period| period.by_number(year) == Some(false)) {
        return Offer::No;
    }
    if one.assigned.is_some() {
        return any();
    }
    let limits = one.only_kinds.iter().filter(|limit| limit.period.by_number(year) == Some(true));
    let allowed = |kind: &Kind| limits.clone().all(|limit| limit.kinds.allows(*kind));
    known(Kind::ALL.into_iter().filter(allowed).collect())
}
