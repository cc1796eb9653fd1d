//! Two regioplannen beside each other: what the new one says otherwise, by meaning and not by line; and which plans
//! it judges otherwise.
//!
//! Takes two models and gives inert data; it knows no text of a file, no layout and no language. Order, comments and
//! the texts of the register are no difference; anything else in the model that differs gives at least one
//! [`Change`]. Patterns that name every field and every case keep it so.

mod change;
mod conditions;
mod data;
mod direction;
mod effect;
mod guide;
mod header;
mod ids;
mod impact;
mod key;
mod offer;
mod reasons;
mod region;
mod rules;
mod standing;
mod thing;

use crate::model::Model;

use ids::{Class, Ids};
use key::Keys;

pub use change::{Aspect, Change, Effect, Part, Side, Sort};
pub use impact::{Common, Impact, PlanImpact, Seen, Shift, Tally, Way, impact};

/// Both regioplannen, each with the ids by which both know a thing.
pub(crate) struct Both<'m> {
    old: Keys<'m>,
    new: Keys<'m>,
}

/// Every difference, in the order of an overview: by part, then as the regioplannen are read.
#[must_use]
pub fn diff(old: Model<'_>, new: Model<'_>) -> Vec<Change> {
    let years = (old.years(), new.years());
    let (none, ids) = (Ids::default(), common(old, new));
    let both = Both {
        old: Keys { model: old.contents(), years: &years.0, ids: &none },
        new: Keys { model: new.contents(), years: &years.1, ids: &ids },
    };
    let mut out = Vec::new();
    header::compare((old, new), &mut out);
    offer::compare(&both, &mut out);
    conditions::compare(&both, &mut out);
    rules::compare(&both, &mut out);
    data::compare(&both, &mut out);
    region::compare(&both, &mut out);
    guide::compare(&both, (old, new), &mut out);
    reasons::register(old.contents(), new.contents(), &mut out);
    out.sort_by_key(|change| change.part);
    out
}

/// The things of the new regioplan that have another id in the old one.
fn common(old: Model<'_>, new: Model<'_>) -> Ids {
    let none = Ids::default();
    let mut ids = Ids::of_offer(old.contents(), new.contents());
    let renamed: Vec<(String, String)> = {
        let both = Both {
            old: Keys { model: old.contents(), years: &[], ids: &none },
            new: Keys { model: new.contents(), years: &[], ids: &ids },
        };
        rules::pairs(&both).both.into_iter().map(|(one, other)| (one.id.clone(), other.id.clone())).collect()
    };
    for (one, other) in renamed {
        ids.rename(Class::Rule, &one, &other);
    }
    ids
}
