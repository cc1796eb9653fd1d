//! `mtvp explain`: one rule, intervention, field or built-in check, with example plans.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::{Circumstances, State, check};
use crate::diagnostic::{Arg, Join, Text};
use crate::lint::Lint;
use crate::model::Regioplan;
use crate::plan;
use crate::report::{self, Catalog, Subject};
use crate::trial::announced;

use super::args::{Cli, ExplainArgs};
use super::choose::{Stop, regioplan};
use super::examples::{Beside, PlanFile};
use super::library::{Library, Loaded};
use super::{Exit, output, settings, words};

pub fn run(args: &ExplainArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let screen = settings::screen(cli.color);
    if let Some(lint) = Lint::from_code(&args.name) {
        output::print(&report::lint_page(lint, screen, catalog));
        return Exit::Clean;
    }
    if let Some(page) = report::waivers_page(&args.name, screen, catalog) {
        output::print(&page);
        return Exit::Clean;
    }
    let candidates = match candidates(args) {
        Ok(found) => found,
        Err(Stop::Said(message, help)) => return words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => return super::show::broken(&found, screen, catalog),
    };
    let (region, name) =
        args.name.split_once("::").map_or((None, args.name.as_str()), |(region, name)| (Some(region), name));
    let wanted = |loaded: &&Arc<Loaded>| region.is_none_or(|region| loaded.model.id == region);
    let found: Vec<_> = candidates
        .iter()
        .filter(wanted)
        .filter_map(|loaded| report::find_subject(&loaded.model, name).map(|subject| (loaded, subject)))
        .collect();
    // What every regioplan has is best explained where an example shows it.
    let shown = found.iter().position(|(loaded, subject)| {
        !matches!(subject, Subject::BuiltIn(_)) || Examples::of(loaded, *subject).bad().is_some()
    });
    if let Some((loaded, subject)) = found.get(shown.unwrap_or(0)) {
        let subject = *subject;
        let examples = Examples::of(loaded, subject);
        let (good, bad) = (examples.good(&loaded.model), examples.bad());
        let good = good.map(|(path, text)| (path.as_str(), text.as_str()));
        let bad = bad.map(|(path, text)| (path.as_str(), text.as_str()));
        output::print(&report::explain(&loaded.model, subject, good, bad, screen, catalog));
        let others = found.iter().filter(|(other, _)| !Arc::ptr_eq(other, loaded)).map(|(other, _)| &other.model);
        let others: Vec<String> = match subject {
            Subject::BuiltIn(_) => Vec::new(),
            Subject::Rule(_)
            | Subject::Intervention(_)
            | Subject::Indicator(_)
            | Subject::Offer(_)
            | Subject::Field(..) => {
                others.map(|model| format!("`mtvp explain {name} --regioplan {}`", model.full_id())).collect()
            }
        };
        if !others.is_empty() {
            let text = Text::new("explain-others").with("names", Arg::words(others, Join::Comma));
            output::print(&screen.paragraph("", &catalog.say(&text)));
        }
        return Exit::Clean;
    }
    let all = candidates.iter().flat_map(|loaded| report::suggestions(&loaded.model, name));
    let mut near: Vec<(usize, String)> = all.map(|known| (strsim::damerau_levenshtein(name, &known), known)).collect();
    near.sort_unstable();
    near.dedup();
    let near: Vec<String> = near.into_iter().take(5).map(|(_, known)| known).collect();
    let help = if near.is_empty() {
        Text::new("explain-unknown-help")
    } else {
        Text::new("choose-from").with("names", Arg::words(near, Join::Comma))
    };
    words::stop(catalog, Text::new("explain-unknown").with("name", name), Some(help))
}

/// The regioplannen in which the name is looked up.
fn candidates(args: &ExplainArgs) -> Result<Vec<Arc<Loaded>>, Stop> {
    let (library, fixed) = regioplan(args.regioplan.as_deref(), settings::today())?;
    if let Some(fixed) = fixed {
        return Ok(vec![fixed]);
    }
    library_all(&library)
}

fn library_all(library: &Library) -> Result<Vec<Arc<Loaded>>, Stop> {
    let mut all = library.all().into_iter().map(|load| load.map_err(Stop::Broken)).collect::<Result<Vec<_>, _>>()?;
    // The newest version of a region explains first.
    all.sort_by_key(|one| std::cmp::Reverse(one.model.valid));
    Ok(all)
}

/// The example plans beside a regioplan.
struct Examples {
    /// Path and text, in order of path.
    good: Vec<(String, String)>,
    bad: Vec<(String, String)>,
    name: String,
}

impl Examples {
    fn of(loaded: &Loaded, subject: Subject<'_>) -> Self {
        let name = match subject {
            Subject::Rule(rule) => rule.id.clone(),
            Subject::Intervention(intervention) => intervention.id.clone(),
            Subject::Field(_, field) => field.id.clone(),
            Subject::Indicator(indicator) => indicator.id.clone(),
            Subject::Offer(demand) => demand.id.clone(),
            Subject::BuiltIn(id) => id.to_owned(),
        };
        let beside = Beside::of(&loaded.judged);
        if matches!(subject, Subject::Rule(rule) if rule.whole_region) {
            let figures = |part: &str| beside.regions(part).into_iter().filter_map(|one| one.figures?.readable());
            return Self { good: figures("goed").collect(), bad: figures("fout").collect(), name };
        }
        let plans = |part: &str| beside.plans(part).into_iter().filter_map(PlanFile::readable).collect();
        Self { good: plans("goed"), bad: plans("fout"), name }
    }

    /// A plan that breaks it says so in its first line; the shortest one shows it best.
    fn bad(&self) -> Option<&(String, String)> {
        let breaks =
            |text: &str| announced(text).is_ok_and(|found| found.first().is_some_and(|first| first.rule == self.name));
        self.bad.iter().filter(|(_, text)| breaks(text)).min_by_key(|(path, text)| (text.len(), path))
    }

    /// The shortest plan that meets the rule; for something else, the shortest that has it.
    fn good(&self, model: &Regioplan) -> Option<&(String, String)> {
        let rule = model.rules.iter().position(|rule| rule.id == self.name);
        let shows = |text: &str| match rule {
            Some(rule) if model.rules.get(rule).is_some_and(|rule| rule.whole_region) => true,
            Some(rule) => meets(model, rule, text),
            None => text.contains(&format!("{}:", self.name)),
        };
        let shortest = |plans: Vec<&'_ (String, String)>| {
            plans.into_iter().min_by_key(|(path, text)| (text.len(), path.clone())).map(|(path, _)| path.clone())
        };
        let fitting = shortest(self.good.iter().filter(|(_, text)| shows(text)).collect());
        let any = || self.bad().and_then(|_| shortest(self.good.iter().collect()));
        let path = fitting.or_else(any)?;
        self.good.iter().find(|(known, _)| *known == path)
    }
}

/// Whether a plan meets a rule, or leaves no more than a person's judgement.
fn meets(model: &Regioplan, rule: usize, text: &str) -> bool {
    let document = plan::parse(text);
    let Some(plan) = plan::read(&document, model, &[]) else { return false };
    let reference = plan.frame.handed_in.map_or(model.valid.0, |(date, _)| date);
    let accounting = plan.frame.accounting.is_some_and(|(value, _)| value);
    let outcome = check(model, &plan, &Circumstances { reference, accounting, missing_files: BTreeSet::new() });
    let mut verdicts = outcome.verdicts.iter().filter(|verdict| verdict.rule == rule);
    let good = |state: &State| matches!(state, State::Met | State::Review(_));
    verdicts.any(|verdict| good(&verdict.state) && verdict.failures.is_empty())
}
