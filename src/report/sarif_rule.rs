//! A rule as SARIF describes it: what it is called, what it asks, what to do, and where the document says so.

use serde_json::json;
use serde_sarif::sarif::{MultiformatMessageString, ReportingDescriptor};

use crate::diagnostic::Text;
use crate::model::{Contents, Rule, say_rule};

use super::Catalog;
use super::foreign::escape;
use super::markdown::plain;
use super::said::built_in;
use super::sarif::bag;
use crate::session::{Finding, Report};

/// The description of the rule that a finding is about.
pub fn descriptor(id: &str, report: &Report, finding: &Finding, catalog: &Catalog) -> ReportingDescriptor {
    let found = report.model.as_deref().filter(|_| !finding.built_in);
    let found =
        found.and_then(|model| Some((model, model.contents.rules.iter().find(|rule| rule.id == finding.rule)?)));
    let described = match found {
        Some((model, rule)) => of_rule(&model.contents, rule, catalog),
        None => of_check(finding, catalog),
    };
    ReportingDescriptor { id: id.to_owned(), ..described }
}

/// A built-in check, or a rule of which only the finding is known.
fn of_check(finding: &Finding, catalog: &Catalog) -> ReportingDescriptor {
    let asks = built_in(&finding.rule, catalog).unwrap_or_else(|| catalog.say(&finding.title));
    let help = catalog.say(&Text::new("help-explain").with("rule", &finding.rule));
    ReportingDescriptor {
        short_description: Some(words(asks.clone(), None)),
        full_description: Some(words(asks, None)),
        help: Some(words(help.clone(), Some(help))),
        properties: Some(bag(std::iter::empty(), Some(vec!["mtvp".to_owned()]))),
        ..ReportingDescriptor::builder().id("").build()
    }
}

fn of_rule(model: &Contents, rule: &Rule, catalog: &Catalog) -> ReportingDescriptor {
    let asks: Vec<String> = say_rule(rule, &model.rules).iter().map(|sentence| catalog.say(sentence)).collect();
    let reasons = &rule.reasons;
    let full = if reasons.explanation.is_empty() { &asks } else { &reasons.explanation };
    let sources: Vec<String> = reasons
        .sources
        .iter()
        .map(|index| model.register.get(*index))
        .map(|found| {
            let text = Text::new("explain-source").with("id", &found.id).with("section", &found.section);
            catalog.say(&text.with("says", &found.says))
        })
        .collect();
    let parts = [
        ("explain-asks", &asks),
        ("explain-why", &reasons.explanation),
        ("explain-reading", &reasons.reading),
        ("explain-how", &reasons.advice),
        ("explain-sources", &sources),
    ];
    let (text, markdown) = help(&parts, catalog);
    let properties = [
        ("regioplan", json!(model.full_id())),
        ("document", json!(model.supplement(rule.supplement).map_or(&model.document, |one| &one.document))),
        ("sources", json!(model.source_ids(&reasons.sources))),
    ];
    ReportingDescriptor {
        short_description: Some(words(escape(&rule.title), None)),
        full_description: Some(words(escape(&full.join(" ")), None)),
        help: Some(words(text, Some(markdown))),
        properties: Some(bag(properties.into_iter(), Some(vec!["mtvp".to_owned(), model.id.clone()]))),
        ..ReportingDescriptor::builder().id("").build()
    }
}

/// The parts that say something, below their heads: as text and as Markdown.
fn help(parts: &[(&str, &Vec<String>)], catalog: &Catalog) -> (String, String) {
    let (mut text, mut markdown) = (Vec::new(), Vec::new());
    for (head, lines) in parts.iter().filter(|(_, lines)| !lines.is_empty()) {
        let head = catalog.word(head);
        let list = |say: &dyn Fn(&str) -> String, mark: &str| {
            let said: Vec<String> = lines.iter().map(|line| say(line)).collect();
            said.join(mark)
        };
        text.push(format!("{head}:\n  {}", list(&escape, "\n  ")));
        markdown.push(format!("**{}**\n\n- {}", plain(&head), list(&plain, "\n- ")));
    }
    (text.join("\n"), markdown.join("\n\n"))
}

/// Words in a form that SARIF takes.
pub fn words(text: String, markdown: Option<String>) -> MultiformatMessageString {
    MultiformatMessageString { text, markdown, properties: None }
}
