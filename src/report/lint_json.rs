//! Remarks about regioplannen as one JSON object; `lint.schema.json` beside this file documents it.

use std::borrow::Cow;

use serde::Serialize;

use crate::diagnostic::Label;
use crate::lint::Remark;
use crate::source::{Source, for_programs};

use super::Catalog;
use super::lint::{LintFile, LintTotals};

#[derive(Serialize)]
struct Root<'a> {
    version: u8,
    tool: String,
    files: Vec<JsonFile<'a>>,
    not_loaded: &'a [String],
    summary: JsonSummary,
}

#[derive(Serialize)]
struct JsonFile<'a> {
    path: Cow<'a, str>,
    regioplan: &'a str,
    remarks: Vec<JsonRemark>,
}

#[derive(Serialize)]
struct JsonRemark {
    code: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    place: JsonPlace,
    message: String,
    help: Option<String>,
    related: Vec<JsonRelated>,
}

#[derive(Serialize)]
struct JsonPlace {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
struct JsonRelated {
    #[serde(flatten)]
    place: JsonPlace,
    message: Option<String>,
}

#[derive(Serialize)]
struct JsonSummary {
    files: usize,
    errors: usize,
    warnings: usize,
    hints: usize,
}

/// Writes all remarks; `not_loaded` are the regioplannen whose own errors come first.
#[must_use]
pub fn lint_json(files: &[LintFile<'_>], not_loaded: &[String], catalog: &Catalog) -> String {
    let totals = LintTotals::of(files);
    let root = Root {
        version: 1,
        tool: format!("mtvp {}", env!("CARGO_PKG_VERSION")),
        files: files.iter().map(|one| file(one, catalog)).collect(),
        not_loaded,
        summary: JsonSummary {
            files: files.len(),
            errors: totals.errors,
            warnings: totals.warnings,
            hints: totals.hints,
        },
    };
    let mut text = serde_json::to_string_pretty(&root).unwrap_or_default();
    text.push('\n');
    text
}

fn file<'a>(file: &'a LintFile<'_>, catalog: &Catalog) -> JsonFile<'a> {
    JsonFile {
        path: for_programs(&file.source.name),
        regioplan: &file.regioplan,
        remarks: file.remarks.iter().map(|found| remark(found, file.source, catalog)).collect(),
    }
}

fn remark(remark: &Remark, source: &Source, catalog: &Catalog) -> JsonRemark {
    let problem = &remark.problem;
    let related = |label: &Label| JsonRelated {
        place: place(label, source),
        message: label.text.as_ref().map(|text| catalog.say(text)),
    };
    JsonRemark {
        code: remark.lint.code(),
        severity: remark.lint.level().word(),
        place: place(&problem.primary, source),
        message: catalog.say(&problem.message),
        help: problem.help.as_ref().map(|help| catalog.say(help)),
        related: problem.others.iter().map(related).collect(),
    }
}

fn place(label: &Label, source: &Source) -> JsonPlace {
    let (start, end) = source.range(label.span);
    JsonPlace { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}
