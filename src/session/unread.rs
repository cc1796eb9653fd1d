//! A plan that cannot be read still says whose it is: its code and its name, and what else of the practice stands there.
//!
//! In: a file that was passed over, and the practices of the region. Out: the practice that it is of, with the plan that is there and
//! the reason why it says no more. No practice stands there twice, and none is said to have handed in nothing while it did.

use std::path::Path;

use jiff::civil::Date;

use crate::model::Quarter;
use crate::plan::{self, mask_citizen_numbers};

use super::post::{Post, Reached};
use super::practice::Practice;
use super::reading::Reading;
use super::region_by::RegionBy;
use super::region_plans::Skipped;
use super::standing::{DeadlineSort, Status};
use super::things::Things;
use super::whose::telling;

/// What a file says of its practice.
#[derive(Default)]
pub(super) struct Unread {
    pub agb: Option<String>,
    pub name: Option<String>,
    pub start: Option<Quarter>,
    pub year: Option<u8>,
    pub handed_in: Option<Date>,
    pub contact: Option<String>,
    pub post: Post,
}

impl Unread {
    /// What stands in a file, as far as the regioplan of the region can read it.
    pub fn of(one: &Skipped, loaded: &RegionBy) -> Self {
        let Some(source) = &one.source else { return Self::default() };
        let (agb, name) = plan::names(&source.text);
        let document = plan::parse(&source.text);
        let Some(root) = &document.root else { return Self { agb, name, ..Self::default() } };
        let (frame, _) = plan::frame(root);
        let said = Self {
            agb,
            name,
            start: frame.start.map(|(start, _)| start),
            year: frame.year.map(|(year, _)| year),
            handed_in: frame.handed_in.map(|(date, _)| date),
            ..Self::default()
        };
        match loaded {
            RegionBy::Regioplan(loaded) => match Reading::of(&document, loaded) {
                Some(reading) => Self {
                    agb: reading.field("agb").or(said.agb),
                    name: reading.field("naam").or(said.name),
                    contact: Reached::at_practice(&reading).map(|reached| reached.in_one()),
                    post: Post::of(&reading),
                    ..said
                },
                None => said,
            },
            // A werkplan knows nothing of what stands in a plan.
            RegionBy::Werkplan(_) => said,
        }
    }

    /// The practice of it, where it stands nowhere yet.
    pub fn practice(self, one: &Skipped, nobody: Practice, words: bool) -> Practice {
        let things = words.then(|| Box::new(Things { list: Vec::new(), post: self.post.clone() }));
        let name = self.name.map(|name| mask_citizen_numbers(&name).into_owned());
        Practice {
            name: name.unwrap_or(nobody.name),
            agb: nobody.agb.or(self.agb),
            start: self.start.or(nobody.start),
            year: self.year,
            handed_in: self.handed_in,
            contact: self.contact,
            path: Some(mask_citizen_numbers(&one.path).into_owned()),
            unread: Some(one.why.clone()),
            things,
            ..nobody
        }
    }

    /// Whether it says more of the practice than the plan that can be read: that one is older, or is of another year than is asked.
    pub fn is_newer(&self, practice: &Practice) -> bool {
        let rank = (self.year, self.handed_in);
        practice.next.is_some() || rank > (practice.year, practice.handed_in)
    }
}

/// The plan of a practice is there, and cannot be read.
pub(super) fn put(practice: &mut Practice, one: &Skipped) {
    practice.path = Some(mask_citizen_numbers(&one.path).into_owned());
    practice.unread = Some(one.why.clone());
    practice.next = None;
    practice.standing.status = Status::Unreadable;
    practice.standing.deadlines.retain(|day| day.sort != DeadlineSort::Plan);
}

/// Whether a file is called after a practice.
pub(super) fn is_called_after(path: &str, practice: &Practice) -> bool {
    let stem = Path::new(path).file_stem().map(|stem| telling(&stem.to_string_lossy())).unwrap_or_default();
    !stem.is_empty() && stem == telling(&practice.name)
}
