//! Everything between reading and writing: regioplannen from texts, the version that judges a plan, what a repository
//! agreed, and judging. The command line, an editor and a browser stand on it alike.
//!
//! Input: texts with their names, and what the day is. Output: outcomes with their findings. Nothing here reads a file or a
//! clock, starts a thread, or holds anything outside its own values; nothing here knows how findings are written.

mod about_decisions;
mod advice;
mod amend;
mod another_region;
mod asked;
mod beside;
mod changes;
mod choose;
mod embedded;
mod exceptions;
mod finding;
mod judge;
mod judged_part;
mod library;
mod loaded;
mod moment;
mod nearest;
mod parts;
mod post;
mod practice;
mod proposal;
mod reading;
mod region_by;
mod region_case;
mod region_plans;
mod region_view;
mod region_year;
mod report;
mod reviews;
mod standing;
mod stop;
mod things;
mod turn;
mod unread;
mod whose;
mod wording;

pub use crate::compile::{Declared, Use};

pub use about_decisions::about_decisions;
pub use advice::{advise, advise_read};
pub use amend::{Agreed, Amended};
pub use asked::AskedBeside;
pub use changes::told;
pub use choose::{Chosen, with_version};
pub use embedded::{GUIDES, embedded_files, embedded_text};
pub use exceptions::{Noticed, about_exceptions};
pub use finding::{Asked, Decided, Finding, Lowered, Suppression, from_issue, resolve, resolve_asked, sort};
pub use judge::{
    Judgement, Looked, Session, is_decisions, is_exceptions, look_beside, may_be_decisions, may_be_exceptions,
};
pub use library::Library;
pub use loaded::{AnyLoaded, Judged, Load, Loaded, Origin, hex};
pub use parts::{Part, PartState};
pub use post::{Post, Reached};
pub use practice::{Open, Practice};
pub use proposal::{Layout, Proposal, Proposed, ProposedChange, ProposedWay, never};
pub use reading::{Around, Missing, Reading, Terms, Twin};
pub use region_by::RegionBy;
pub use region_case::{Case, Doubt, Prepared, prepare, prepare_in};
pub use region_plans::{Found, Gathered, PlanText, ReadPlan, Skipped, SkippedSort, read_plan};
pub use region_view::{Kept, View};
pub use region_year::{expected, year_in};
pub use report::{Report, refused};
pub use reviews::{Review, ReviewState, of_last_plans};
pub use standing::{Deadline, DeadlineSort, RuleDays, Standing, Status};
pub use stop::{Broken, Stop};
pub use things::{Thing, Things};
pub use turn::Turn;
pub use wording::{Wording, value};
