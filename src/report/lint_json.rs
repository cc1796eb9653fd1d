//! Remarks about regioplannen as one JSON object; `lint.schema.json` beside this file documents it.

use serde::Serialize;

use super::foreign::for_programs;
use crate::diagnostic::Label;
use crate::lint::Remark;
use crate::source::Source;

use super::Catalog;
use super::lint::{LintFile, LintTotals};
use super::object::{TOOL, object, written};

/// Writes all remarks; `not_loaded` are the regioplannen whose own errors come first.
#[must_use]
pub fn lint_json(files: &[LintFile<'_>], not_loaded: &[String], catalog: &Catalog) -> String {
    written(&object! {
        version: 1,
        tool: TOOL,
        files: files.iter().map(|one| file(one, catalog)).collect::<Vec<_>>(),
        not_loaded: not_loaded,
        summary: object! {
            files: files.len(),
            #[serde(flatten)]
            totals: LintTotals::of(files),
        },
    })
}

fn file(file: &LintFile<'_>, catalog: &Catalog) -> impl Serialize {
    object! {
        path: for_programs(&file.source.name).into_owned(),
        regioplan: file.regioplan.clone(),
        remarks: file.remarks.iter().map(|found| remark(found, file.source, catalog)).collect::<Vec<_>>(),
    }
}

fn remark(remark: &Remark, source: &Source, catalog: &Catalog) -> impl Serialize {
    let problem = &remark.problem;
    let related = problem.others.iter().map(|label| {
        object! {
            #[serde(flatten)]
            place: place(label, source),
            message: label.text.as_ref().map(|text| catalog.say(text)),
        }
    });
    object! {
        code: remark.lint.code(),
        severity: remark.lint.level().word(),
        #[serde(flatten)]
        place: place(&problem.primary, source),
        message: catalog.say(&problem.message),
        help: problem.help.as_ref().map(|help| catalog.say(help)),
        related: related.collect::<Vec<_>>(),
    }
}

fn place(label: &Label, source: &Source) -> impl Serialize + use<> {
    let (start, end) = source.range(label.span);
    object! { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
}
