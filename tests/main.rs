//! All tests over folders of cases, in one binary. A new case is a new file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::format_push_string,
    clippy::format_collect,
    clippy::cast_possible_truncation
)]

mod advice;
mod advice_followed;
mod architecture;
mod blank;
mod bounds;
mod called;
mod catalogues;
mod claims;
mod claims_repository;
mod commands;
mod compare;
mod decisions;
mod desk;
mod docs;
mod documents;
mod download;
mod dutch;
mod editor;
mod english;
mod evaluator;
mod evidence;
mod examples;
mod explained;
mod form;
mod format;
mod generator;
mod guide;
mod half_text;
mod hostile;
mod import;
mod json;
mod keeping;
mod kept;
mod kern;
mod letters;
mod lint;
mod mending;
mod mistakes;
mod next;
mod offline;
mod oracle;

mod own;
mod page;
mod plan_tree;
mod properties;
mod reading;
mod readme;
mod realms;
mod reference;
mod references;
mod regions;
mod register;
mod renew;
mod reports;
mod repository;
mod rounds;
mod said;
mod schema;
mod screens;
mod selection;
mod sentences;
mod session;
mod settings;
mod several_settings;
mod slips;
mod solve;
mod spreadsheet;
mod stored_names;
mod supplements;
mod support;
mod trials;
mod values;
mod waivers;
mod who_decides;
mod workbook;
mod writing;
mod yaml_suite;
