//! Pure writers of what was found and of what a regioplan says, one format a file.
//!
//! Writers evaluate nothing: they get verdicts and texts, and put them into words of one language.

mod catalog;
mod concise;
mod dates;
mod edits;
mod explain;
mod finding;
mod human;
mod json;
mod next;
mod plain;
mod problems;
mod region;
mod region_csv;
mod region_human;
mod region_json;
mod screen;
mod show;
mod show_json;
mod show_more;
mod sources;
mod summary;
mod template;
mod wording;

pub use catalog::{Catalog, Lang};
pub use concise::concise;
pub use explain::{Subject, explain, find as find_subject, suggestions};
pub use finding::{Finding, Judged, Report, from_issue, resolve, resolve_only, sort};
pub use human::human;
pub use json::json;
pub use next::{Next, NoNext, next};
pub use problems::problems;
pub use region::{Open, Practice, RegionReport};
pub use region_csv::region_csv;
pub use region_human::region_human;
pub use region_json::region_json;
pub use screen::Screen;
pub use show::{Known, overview, regioplan as show_regioplan};
pub use show_json::{overview as overview_json, regioplan as show_json};
pub use sources::{sources, sources_json};
pub use summary::{Totals, file_line, total_line};
pub use template::template;
