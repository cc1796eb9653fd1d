//! What nobody reads is left out, and nothing else: a run that asks for less says the same about what it asks for. Held for
//! every example plan, before the accounting and at it.

use std::collections::BTreeSet;

use jiff::civil::date;
use mtvp::check::{Circumstances, check_keeping};
use mtvp::compile;
use mtvp::diagnostic::Severity;
use mtvp::plan;
use mtvp::session::{Asked, Finding, resolve_asked};

use crate::support::{every, files, name};

fn said(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| format!("{finding:?}")).collect()
}

#[test]
fn a_run_that_asks_for_less_says_the_same() {
    let mut plans = 0;
    let mut later = 0;
    for path in files("regioplans", &["regioplan"]) {
        let text = std::fs::read_to_string(&path).unwrap();
        let register = std::fs::read_to_string(path.with_extension("bronnen")).ok();
        let Some(model) = compile::read(&text, register.as_deref()).model else { panic!("{}", name(&path)) };
        let folder = path.with_extension("");
        let Some(model) = model.regioplan().filter(|_| folder.is_dir()) else { continue };
        for example in files(folder.to_str().unwrap(), &["yaml"]).iter().step_by(every(8)) {
            let text = std::fs::read_to_string(example).unwrap();
            let document = plan::parse(&text);
            let Some(plan) = plan::read(&document, model, &[]) else { continue };
            plans += 1;
            let reference = plan.frame.handed_in.map_or(date(2025, 6, 1), |(day, _)| day);
            let missing_files: BTreeSet<String> = plan.files.iter().map(|file| file.path.clone()).collect();
            for accounting in [false, true] {
                let now = Circumstances {
                    reference,
                    accounting,
                    missing_files: missing_files.clone(),
                    figures: None,
                    day_unread: false,
                };
                let ask = |asked: Asked| {
                    let outcome = check_keeping(model, &plan, &now, asked.keep());
                    (resolve_asked(&model.contents, &plan, &outcome, asked, None), asked.counted(&outcome).count())
                };
                let (all, none) = ask(Asked::All);
                let is_later = |finding: &Finding| finding.severity == Severity::Pending;
                let due = all.iter().filter(|finding| is_later(finding)).count();
                later += due;

                let urgent: Vec<Finding> = all
                    .iter()
                    .filter(|finding| matches!(finding.severity, Severity::Violation | Severity::Warning))
                    .cloned()
                    .collect();
                assert_eq!(said(&ask(Asked::Urgent).0), said(&urgent), "{}", name(example));

                let (counted, number) = ask(Asked::LaterCounted);
                let now_only: Vec<Finding> = all.iter().filter(|finding| !is_later(finding)).cloned().collect();
                assert_eq!(said(&counted), said(&now_only), "{}", name(example));
                assert_eq!((none, number), (0, due), "{}", name(example));

                let mut titles = all;
                for finding in titles.iter_mut().filter(|finding| is_later(finding)) {
                    (finding.detail, finding.help) = (None, None);
                }
                assert_eq!(said(&ask(Asked::LaterByTitle).0), said(&titles), "{}", name(example));
            }
        }
    }
    assert!(plans * every(8) > 800 && later * every(8) > 1000, "{plans} plans, {later} findings that are due later");
}
