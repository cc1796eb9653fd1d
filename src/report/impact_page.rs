//! What a new regioplan changes for plans, for people: counts, rule by rule, and who must act and why. A screen shows the
//! places as well; Markdown, to hand on, does not.

use crate::compare::{PlanImpact, Tally, Way};
use crate::diagnostic::Text;

use super::Catalog;
use super::impact::{ImpactReport, found, help, practice};
use super::page::{Block, Page, line, words};
use super::screen::Screen;

/// Everything that shifts.
#[must_use]
pub fn impact_human(report: &ImpactReport<'_>, screen: Screen, catalog: &Catalog) -> String {
    let mut page = Page::new(catalog);
    page.line(0, &Text::new("impact-head").with("old", report.old.said()).with("new", report.new.said()));
    for text in report.basis() {
        page.line(0, &text);
    }
    page.head(&report.totals());
    for (way, tallies) in report.ways() {
        title(&mut page, way.text_id());
        let rules = tallies.into_iter().filter_map(|tally| rule(report, tally));
        page.list(rules.map(|text| page.say(&text)).collect::<Vec<_>>());
    }
    let acting = report.acting();
    if !acting.is_empty() {
        title(&mut page, "impact-practices");
    }
    for plan in acting {
        let year = plan.year.map_or_else(String::new, |year| year.to_string());
        let head = Text::new("impact-practice").with("name", practice(plan)).with("path", &plan.path);
        page.line(0, &head.with("year", year));
        shifts(&mut page, plan, true);
    }
    if !report.unread.is_empty() {
        title(&mut page, "impact-unread");
        let unread = report.unread.iter();
        let said = unread.map(|one| words(&format!("{}:{}: {}", one.path, one.line, catalog.say(&one.reason))));
        page.list(said);
    }
    page.on(screen)
}

/// The same as Markdown.
#[must_use]
pub fn impact_markdown(report: &ImpactReport<'_>, catalog: &Catalog) -> String {
    let title_text = Text::new("impact-title")
        .with("name", &report.new.model.contents().name)
        .with("old", &report.old.judged.version)
        .with("new", &report.new.judged.version);
    let mut page = Page::new(catalog);
    page.heading(1, page.say(&title_text));
    page.line(0, &report.totals());
    let basis: Vec<String> = report.basis().iter().map(|text| catalog.say(text)).collect();
    page.paragraph(0, words(&basis.join(" ")));
    for (way, tallies) in report.ways() {
        title(&mut page, way.text_id());
        let row = |tally: &Tally| {
            let title = report.example(tally).map_or_else(|| tally.rule.clone(), |(_, seen)| catalog.say(&seen.title));
            vec![title, tally.plans.len().to_string()]
        };
        page.table(page.heads(&["impact-column-rule", "impact-column-plans"]), tallies.into_iter().map(row));
    }
    let acting = report.acting();
    if !acting.is_empty() {
        title(&mut page, "impact-practices");
    }
    for plan in acting {
        page.heading(3, words(practice(plan)));
        shifts(&mut page, plan, false);
    }
    if !report.unread.is_empty() {
        title(&mut page, "impact-unread");
        let unread = report.unread.iter();
        page.list(unread.map(|one| words(&format!("{}, {}", one.path, catalog.say(&one.reason)))));
    }
    page.markdown()
}

fn title(page: &mut Page<'_>, id: &'static str) {
    page.heading(2, page.say(&Text::new(id)));
}

/// A rule, with the first plan for which it shifts.
fn rule(report: &ImpactReport<'_>, tally: &Tally) -> Option<Text> {
    let (plan, seen) = report.example(tally)?;
    let text = Text::new("impact-rule").with("rule", &tally.rule).with("title", seen.title.clone());
    let text = text.with("plans", tally.plans.len()).with("path", &plan.path);
    Some(text.with("line", seen.line.to_string()))
}

/// What a practice must act upon, each with what to do.
fn shifts(page: &mut Page<'_>, plan: &PlanImpact, on_screen: bool) {
    let catalog = page.catalog;
    let items = plan.shifts.iter().filter(|shift| shift.way() == Way::MustAct).map(|shift| {
        let (said, help) = (found(shift, catalog), help(shift, catalog));
        if !on_screen {
            return [Some(said), help].into_iter().flatten().map(|text| words(&text)).collect();
        }
        let text = match &shift.old {
            Some(old) => Text::new("impact-at-line").with("was", Text::new(old.severity.text_id())),
            None => Text::new("impact-at-line-new"),
        };
        let at = shift.seen().map_or(1, |seen| seen.line);
        let mut item = line(words(&catalog.say(&text.with("line", at.to_string()).with("found", said))));
        item.extend(help.map(|help| words(&format!("{}: {help}", catalog.word("word-help")))));
        item
    });
    page.blocks.push(Block::List(items.collect()));
}
