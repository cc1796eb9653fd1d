//! Why something cannot be done, for a page.

use mtvp::diagnostic::Problem;
use mtvp::report::Catalog;
use mtvp::session::Stop;
use mtvp::source::Source;
use serde_json::{Value, json};

/// Why work cannot go on.
pub fn stopped(stop: &Stop, catalog: &Catalog) -> Value {
    match stop {
        Stop::Said(what, help) => json!({
            "message": catalog.say(what),
            "help": help.as_ref().map(|help| catalog.say(help)),
            "problems": [],
        }),
        Stop::Broken(broken) => {
            let all = broken.files.iter().flat_map(|(source, problems)| problems.iter().map(move |one| (source, one)));
            let problems: Vec<Value> = all.map(|(source, one)| problem(source, one, catalog)).collect();
            json!({ "message": catalog.word("web-region-broken"), "help": null, "problems": problems })
        }
    }
}

/// One thing that is wrong in a text.
pub fn problem(source: &Source, problem: &Problem, catalog: &Catalog) -> Value {
    let (start, end) = source.range(problem.primary.span);
    json!({
        "file": source.name,
        "code": problem.code,
        "severity": problem.severity.word(),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": catalog.say(&problem.message),
        "help": problem.help.as_ref().map(|help| catalog.say(help)),
    })
}
