//! Pure writers of what was found and of what a regioplan says, one format a file.
//!
//! Writers evaluate nothing: they get verdicts and texts, and put them into words of one language. What people read beside
//! the findings of a check is a `page` of blocks, which one file each writes for a screen, as Markdown and as HTML; JSON is
//! said with `object`.

mod catalog;
#[cfg(feature = "cli")]
mod concise;
#[cfg(feature = "cli")]
mod csv;
mod dates;
mod diff;
mod diff_json;
mod diff_page;
mod docs;
mod explain;
mod explain_find;
mod explain_mention;
mod explain_row;
mod explain_term;
mod explain_which;
mod explain_word;
mod fingerprint;
mod foreign;
#[cfg(feature = "cli")]
mod formats;
mod frame;
#[cfg(feature = "cli")]
mod github;
#[cfg(feature = "cli")]
mod github_summary;
#[cfg(feature = "cli")]
mod gitlab;
#[cfg(feature = "cli")]
mod human;
mod impact;
mod impact_csv;
mod impact_json;
mod impact_page;
mod json;
mod json_items;
#[cfg(feature = "cli")]
mod junit;
#[cfg(feature = "cli")]
mod letters;
mod lint;
mod lint_json;
mod lint_page;
#[cfg(feature = "cli")]
mod markdown;
mod markdown_text;
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
mod region_figures;
mod region_human;
#[cfg(feature = "cli")]
mod region_ics;
mod region_json;
#[cfg(feature = "cli")]
mod region_page;
mod region_rows;
mod region_table;
mod region_texts;
mod renew;
mod reviews;
mod said;
#[cfg(feature = "cli")]
mod sarif;
#[cfg(feature = "cli")]
mod sarif_fix;
#[cfg(feature = "cli")]
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
#[cfg(feature = "cli")]
mod template;
mod test;
mod test_human;
mod test_json;
mod waivers;
#[cfg(feature = "cli")]
mod workbook;
#[cfg(feature = "cli")]
mod workbook_style;
mod writer;

pub use catalog::{Catalog, Lang};
pub use diff::{Compared, DiffReport, DiffTotals};
pub use diff_json::diff_json;
pub use diff_page::{diff_human, diff_markdown};
pub use docs::document;
pub use explain::{Subject, explain, explain_markdown, record_markdown, value_markdown};
pub use explain_find::{find as find_subject, is_called, subjects, suggestions, without_sort};
pub use explain_mention::mentions;
pub use explain_row::row_page;
pub use explain_which::{Meaning, which as explain_which};
pub use explain_word::{
    element_markdown, key_about, key_markdown, kind_about, kind_markdown, word_page, words as explained_words,
};
pub use fingerprint::fingerprints;
pub use foreign::escape;
#[cfg(feature = "cli")]
pub use formats::{Format, writer};
#[cfg(feature = "cli")]
pub use github_summary::github_summary;
#[cfg(feature = "cli")]
pub use human::human;
pub use impact::{ImpactReport, Unread};
pub use impact_csv::impact_csv;
pub use impact_json::impact_json;
pub use impact_page::{impact_human, impact_markdown};
pub use json::check_json;
#[cfg(feature = "cli")]
pub use letters::{Letter, file_names as letter_names, letters_csv, shipped as shipped_letter};
pub use lint::{LintFile, LintTotals, lint};
pub use lint_json::lint_json;
pub use lint_page::lint_page;
pub use page_html::docs_html;
pub use page_markdown::docs_markdown;
pub use problems::problems;
pub use region::RegionReport;
pub use region_csv::region_csv;
pub use region_human::region_human;
#[cfg(feature = "cli")]
pub use region_ics::region_ics;
pub use region_json::region_json;
#[cfg(feature = "cli")]
pub use region_page::region_page;
pub use region_table::RegionSheet;
pub use renew::{Listed, renewed};
pub use reviews::{csv as reviews_csv, human as reviews_human, json as reviews_json, to_fill_in as reviews_to_fill_in};
pub use said::is_urgent;
pub use schema::schema;
pub use screen::Screen;
pub use show::{Known, overview, regioplan as show_regioplan};
pub use show_json::{overview as overview_json, regioplan as show_json};
pub use sources::{sources, sources_json};
pub use standing::standing;
pub use statistics::statistics;
pub use summary::{Totals, file_line, total_line};
#[cfg(feature = "cli")]
pub use template::{Form, Template};
pub use test::{TestReport, TestedExample};
pub use test_human::{test_human, test_total};
pub use test_json::test_json;
pub use waivers::{
    Granted, GrantedState, csv as waivers_csv, human as waivers_human, json as waivers_json, page as waivers_page,
};
#[cfg(feature = "cli")]
pub use workbook::workbook;
pub use writer::{End, Head, Options, Pieces, Plans, Writer};
