//! Pure writers of what was found and of what a regioplan says, one format a file.
//!
//! Writers evaluate nothing: they get verdicts and texts, and put them into words of one language. What people read beside
//! the findings of a check is a `page` of blocks, which one file each writes for a screen, as Markdown and as HTML; JSON is
//! said with `object`.

mod catalog;
mod concise;
mod csv;
mod dates;
mod diff;
mod diff_json;
mod diff_page;
mod docs;
mod explain;
mod explain_which;
mod explain_word;
mod fingerprint;
mod foreign;
mod frame;
mod github;
mod github_summary;
mod gitlab;
mod human;
mod impact;
mod impact_csv;
mod impact_json;
mod impact_page;
mod json;
mod json_items;
mod junit;
mod lint;
mod lint_json;
mod lint_page;
mod markdown;
mod nearest;
mod nearest_json;
mod object;
mod page;
mod page_html;
mod page_markdown;
mod page_screen;
mod page_table;
mod plain;
mod problems;
mod region;
mod region_csv;
mod region_human;
mod region_json;
mod renew;
mod reviews;
mod said;
mod sarif;
mod sarif_fix;
mod sarif_rule;
mod schema;
mod screen;
mod show;
mod show_json;
mod show_more;
mod sources;
mod spreadsheet;
mod standing;
mod statistics;
mod summary;
mod test;
mod test_human;
mod test_json;
mod waivers;
mod writer;

pub use catalog::{Catalog, Lang};
pub use diff::{Compared, DiffReport, DiffTotals};
pub use diff_json::diff_json;
pub use diff_page::{diff_human, diff_markdown};
pub use docs::document;
pub use explain::{Subject, explain, find as find_subject, suggestions};
pub use explain_which::{Meaning, which as explain_which};
pub use explain_word::{word_page, words as explained_words};
pub use fingerprint::fingerprints;
pub use foreign::escape;
pub use github_summary::github_summary;
pub use human::human;
pub use impact::{ImpactReport, Unread};
pub use impact_csv::impact_csv;
pub use impact_json::impact_json;
pub use impact_page::{impact_human, impact_markdown};
pub use lint::{LintFile, LintTotals, lint};
pub use lint_json::lint_json;
pub use lint_page::lint_page;
pub use page_html::docs_html;
pub use page_markdown::docs_markdown;
pub use problems::problems;
pub use region::RegionReport;
pub use region_csv::region_csv;
pub use region_human::region_human;
pub use region_json::region_json;
pub use renew::{Listed, renewed};
pub use reviews::{
    csv as reviews_csv, human as reviews_human, json as reviews_json, to_fill_in as reviews_to_fill_in,
};
pub use said::is_urgent;
pub use schema::schema;
pub use screen::Screen;
pub use show::{Known, overview, regioplan as show_regioplan};
pub use show_json::{overview as overview_json, regioplan as show_json};
pub use sources::{sources, sources_json};
pub use statistics::statistics;
pub use summary::{Totals, file_line, total_line};
pub use test::{TestReport, TestedExample};
pub use test_human::{test_human, test_total};
pub use test_json::test_json;
pub use waivers::{
    Granted, GrantedState, csv as waivers_csv, human as waivers_human, json as waivers_json, page as waivers_page,
};
pub use writer::{End, Format, Head, Options, Plans, Writer, writer};
