//! Example plans as tests of a regioplan: what they must show, what they exercise, what they would notice.
//!
//! Input: a model, and examples that were read before. Output: differences, coverage, and changes of a rule that
//! no example notices. Pure: it reads no file and writes no report.

mod coverage;
mod differ;
mod example;
mod expect;
mod mutant;
mod notice;
mod vary;
mod vary_choice;
mod vary_cond;
mod vary_time;

pub use coverage::{Asked, Coverage, Limits, RuleCoverage, coverage};
pub use differ::{Difference, difference, fits};
pub use example::{Example, PlanOfRegion, RegionPlans, Seen, Sort, Subject, of_issues};
pub use expect::{About, Announced, Expectation, What, announced, expect};
pub use mutant::{Change, changes};
pub use notice::{Noticed, notice};
