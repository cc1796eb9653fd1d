//! `mtvp explain`: one rule, intervention, field or built-in check, with example plans.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::{Arg, Join, Text};
use crate::lint::Lint;
use crate::model::{Contents, Model, Supplement};
use crate::plan;
use crate::report::{self, Catalog, Meaning, Screen, Subject};
use crate::session::{AnyLoaded, Library, Stop};
use crate::value::{name_distance, same_name};

use super::args::ExplainArgs;
use super::examples::{Beside, PlanFile};
use super::exit::Exit;
use super::lint_examples::{announced, met};
use super::own::Place;
use super::paths::{in_command, name};
use super::regioplans::regioplan;
use super::{environment, output};

pub fn run(args: &ExplainArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let asked = args.name.join(" ");
    let lint = Lint::from_code(&asked.to_lowercase()).map(|lint| report::lint_page(lint, screen, catalog));
    match lint.or_else(|| report::waivers_page(&asked, screen, catalog)) {
        Some(page) => output::print(&page),
        None => output::print(&Search::of(args)?.explained(screen, catalog)?),
    }
    Ok(Exit::Clean)
}

/// Where a name is looked up.
struct Search {
    /// The newest version of a region explains first.
    candidates: Vec<AnyLoaded>,
    library: Arc<Library>,
    /// The region that is meant, when the user or the settings say so.
    region: Option<String>,
    /// Whether the name says itself of which region it is.
    of_region: bool,
    /// What was asked, without the region.
    name: String,
    /// What a command that explains one of them must say besides.
    flags: String,
}

/// Of what else has a word no more than so many are told.
const NEAR: usize = 8;

type Found<'a> = Vec<(&'a AnyLoaded, Subject<'a>)>;

impl Search {
    fn of(args: &ExplainArgs) -> Result<Self, Stop> {
        let place = Place::here(&args.config);
        let (library, fixed) = regioplan(args.regioplan.as_deref(), place, environment::today())?;
        let mut candidates: Vec<AnyLoaded> = match fixed {
            Some(fixed) => vec![fixed],
            None => library.all_beside(environment::today())?,
        };
        candidates.sort_by_key(|one| std::cmp::Reverse(one.model().valid()));
        let asked = args.name.join(" ");
        let of_region = asked.contains("::");
        let (region, name) = match asked.split_once("::") {
            Some((region, name)) => (Some(region.to_owned()), name),
            None if args.regioplan.is_none() => (place.own()?.region, asked.as_str()),
            None => (None, asked.as_str()),
        };
        let (region, name) = (region.map(|region| region.to_lowercase()), name.trim().to_owned());
        Ok(Self { candidates, library, region, of_region, name, flags: flags(args) })
    }

    fn explained(&self, screen: Screen, catalog: &Catalog) -> Result<String, Stop> {
        if let Some(page) = report::row_page(&self.name, &self.newest_models(), screen, catalog) {
            return Ok(page);
        }
        let candidates = self.candidates.iter();
        let mut found: Found<'_> =
            candidates.filter_map(|one| Some((one, report::find_subject(one.model(), &self.name)?))).collect();
        self.same_elsewhere(&mut found);
        // A region by its name is its regioplan for practices, as elsewhere, and the one that is valid today.
        let today = environment::today();
        found.sort_by_key(|(loaded, subject)| {
            let is_head = matches!(subject, Subject::Head(_));
            let valid = loaded.model().valid().is_none_or(|(from, to)| from <= today && today <= to);
            (is_head && loaded.regioplan().is_none(), is_head && !valid)
        });
        let everywhere = found.clone();
        if self.of_region {
            // An aanvulling that is not in force today is explained by itself.
            found.retain(|(loaded, subject)| self.is_meant(loaded) || is_own_of_supplement(loaded, *subject));
        } else if found.iter().all(|(_, subject)| is_of_supplement(*subject))
            && found.iter().any(|(loaded, subject)| is_own_of_supplement(loaded, *subject))
        {
            // What an aanvulling says is the same beside every regioplan.
            found.retain(|(loaded, subject)| is_own_of_supplement(loaded, *subject));
        }
        let known = self.word(&found, screen, catalog);
        if let Some(page) = known.or_else(|| self.elsewhere(&found, &everywhere, screen, catalog)) {
            return Ok(page);
        }
        // What every regioplan has is best explained where an example shows it.
        let shown = found.iter().position(|(loaded, subject)| {
            !matches!(subject, Subject::BuiltIn(_)) || Examples::of(loaded, *subject).bad().is_some()
        });
        let Some(first) = found.get(shown.unwrap_or(0)).copied() else {
            if self.whole().is_some() {
                return Err(self.unknown(catalog));
            }
            let page = report::mentions(&self.name, &self.newest(), screen, catalog);
            return page.ok_or_else(|| self.unknown(catalog));
        };
        if matches!(first.1, Subject::BuiltIn(_)) {
            return Ok(page(first, &self.library, screen, catalog));
        }
        found.retain(|(_, subject)| !matches!(subject, Subject::BuiltIn(_)));
        let meant = found.iter().find(|(loaded, _)| self.is_meant(loaded)).copied();
        let Some(one) = meant.or_else(|| only(&found)) else {
            let mut page = report::explain_which(&self.name, &self.meanings(&found), screen, catalog);
            page.push_str(&self.miss(&found, screen, catalog));
            return Ok(page);
        };
        let mut page = page(one, &self.library, screen, catalog);
        let others: Vec<String> = found
            .iter()
            .filter(|(other, _)| !other.is(one.0))
            .map(|(other, subject)| format!("`{}`", self.command((other, *subject), one.0)))
            .collect();
        if !others.is_empty() {
            let text = Text::new("explain-others").with("names", Arg::words(others, Join::Comma));
            page.push_str(&screen.paragraph("", &catalog.say(&text)));
        }
        page.push_str(&self.miss(&found, screen, catalog));
        Ok(page)
    }

    /// That nothing has this name, below what comes near, with what else has these words in its own name.
    fn miss(&self, found: &Found<'_>, screen: Screen, catalog: &Catalog) -> String {
        let name = report::without_sort(&self.name);
        if found.iter().any(|(_, subject)| report::is_called(*subject, name)) {
            return String::new();
        }
        let is_shown = |id: &str| found.iter().any(|(_, subject)| same_name(subject.id(), id));
        let has = |subject: &Subject<'_>| {
            let counts = !matches!(subject, Subject::Head(_) | Subject::Statement(..));
            counts && !is_shown(subject.id()) && plan::has_words(&subject.id().replace('-', " "), name)
        };
        let others = self.newest_models().into_iter().flat_map(|model| {
            let own = report::subjects(model).filter(has);
            own.map(move |subject| format!("`mtvp explain {}::{}{}`", model.contents().id, subject.id(), self.flags))
        });
        let others: BTreeSet<String> = others.take(NEAR).collect();
        let mut texts = vec![Text::new("explain-near").with("name", name)];
        if !others.is_empty() {
            texts.push(Text::new("explain-near-others").with("names", Arg::words(others, Join::Comma)));
        }
        let said: Vec<String> = texts.iter().map(|text| catalog.say(text)).collect();
        format!("\n{}", screen.paragraph("", &said.join(" ")))
    }

    /// What one region calls so, others may have by the same name: these are meant too, rather than something that has no more than
    /// a word of it.
    fn same_elsewhere<'a>(&'a self, found: &mut Found<'a>) {
        let mut ids: BTreeSet<&str> = BTreeSet::new();
        ids.extend(
            found.iter().filter(|(_, subject)| matches!(subject, Subject::Intervention(_))).map(|(_, one)| one.id()),
        );
        let is_strong = |subject: Subject<'_>| {
            matches!(subject, Subject::Intervention(_)) || report::is_called(subject, &self.name)
        };
        if found.iter().any(|(_, subject)| is_strong(*subject)) {
            found.retain(|(_, subject)| is_strong(*subject));
        }
        for loaded in &self.candidates {
            let strong = |(other, subject): &(&AnyLoaded, Subject<'_>)| {
                other.contents().id == loaded.contents().id && is_strong(*subject)
            };
            if found.iter().any(strong) {
                continue;
            }
            if let Some(own) = loaded.contents().interventions.iter().find(|one| ids.contains(one.id.as_str())) {
                found.retain(|(other, _)| !other.is(loaded));
                found.push((loaded, Subject::Intervention(own)));
            }
        }
    }

    /// That the region which was named does not have it, and which regions do; nothing when it has, or when nobody has.
    fn elsewhere(&self, found: &Found<'_>, others: &Found<'_>, screen: Screen, catalog: &Catalog) -> Option<String> {
        let region = self.candidates.iter().find(|loaded| self.of_region && self.is_meant(loaded))?;
        let others = self.meanings(others);
        if !found.is_empty() || others.is_empty() {
            return None;
        }
        let text = Text::new("explain-elsewhere").with("region", &region.contents().name).with("name", &self.name);
        let mut page = screen.paragraph("", &catalog.say(&text));
        page.push('\n');
        page.push_str(&report::explain_which(&self.name, &others, screen, catalog));
        Some(page)
    }

    /// The page about a word that every regioplan knows. A name of a regioplan that is spelled so too is named below it.
    fn word(&self, found: &Found<'_>, screen: Screen, catalog: &Catalog) -> Option<String> {
        if self.of_region && found.iter().any(|(_, subject)| self.is_named(*subject)) {
            return None;
        }
        let every: Vec<Model<'_>> = self.candidates.iter().map(AnyLoaded::model).collect();
        let mut page = report::word_page(&self.name, &self.newest_models(), &every, screen, catalog)?;
        let by_name: Found<'_> =
            found.iter().filter(|(_, subject)| self.is_named(*subject) && !subject.is_kind()).copied().collect();
        let also: Vec<String> =
            self.meanings(&by_name).into_iter().map(|meaning| format!("`{}`", meaning.command)).collect();
        if !also.is_empty() {
            let text = Text::new("explain-also").with("name", &self.name);
            page.push('\n');
            page.push_str(&screen.paragraph("", &catalog.say(&text.with("names", Arg::words(also, Join::Comma)))));
        }
        Some(page)
    }

    /// Whether the name is one of something in a regioplan, rather than words in it.
    fn is_named(&self, subject: Subject<'_>) -> bool {
        !matches!(subject, Subject::BuiltIn(_)) && report::is_called(subject, &self.name)
    }

    /// The newest version of each region, for practices; what else was asked for, when it is no regioplan.
    fn newest(&self) -> Vec<&Contents> {
        self.newest_models().into_iter().map(Model::contents).collect()
    }

    fn newest_models(&self) -> Vec<Model<'_>> {
        let mut seen = BTreeSet::new();
        let here = self.of_region && self.candidates.iter().any(|loaded| self.is_meant(loaded));
        let asked = self.candidates.iter().filter(move |loaded| !here || self.is_meant(loaded));
        let all = || asked.clone().map(AnyLoaded::model);
        let any = all().any(|model| model.regioplan().is_some());
        let wanted = |model: &Model<'_>| model.regioplan().is_some() || !any;
        let mut all: Vec<Model<'_>> =
            all().filter(|model| wanted(model) && seen.insert(model.contents().id.as_str())).collect();
        all.sort_by(|a, b| a.contents().name.cmp(&b.contents().name));
        all
    }

    fn is_meant(&self, loaded: &AnyLoaded) -> bool {
        self.region.as_ref().is_some_and(|region| same_name(&loaded.contents().id, region))
    }

    /// One of each region: its newest version.
    fn meanings<'a>(&self, found: &Found<'a>) -> Vec<Meaning<'a>> {
        let mut seen = BTreeSet::new();
        // What practices choose comes before what a region does.
        let rank = |(loaded, subject): &(&AnyLoaded, Subject<'_>)| {
            (!matches!(subject, Subject::Intervention(_)), loaded.regioplan().is_none())
        };
        let mut found = found.clone();
        found.sort_by_key(rank);
        let newest = found.iter().filter(|(loaded, _)| seen.insert(loaded.contents().id.as_str()));
        let mut all: Vec<Meaning<'a>> = newest
            .map(|(loaded, subject)| Meaning {
                model: loaded.contents(),
                subject: *subject,
                command: format!("mtvp explain {}::{}{}", loaded.contents().id, subject.id(), self.flags),
            })
            .collect();
        all.sort_by(|a, b| a.model.name.cmp(&b.model.name));
        all
    }

    /// How to ask for another one than the one that was shown.
    fn command(&self, (other, subject): (&AnyLoaded, Subject<'_>), shown: &AnyLoaded) -> String {
        let (name, flags) = (subject.id(), &self.flags);
        if other.contents().id != shown.contents().id {
            return format!("mtvp explain {}::{name}{flags}", other.contents().id);
        }
        // Another version of the same region.
        match &other.judged().path {
            Some(path) => format!("mtvp explain {name} --regioplan {}", in_command(path)),
            None => format!("mtvp explain {name} --regioplan {}", other.contents().full_id()),
        }
    }

    /// The regioplan that goes by this name as a whole.
    fn whole(&self) -> Option<&Contents> {
        let name = self.name.to_lowercase();
        let mut models = self.candidates.iter().map(AnyLoaded::contents);
        models.find(|model| name == model.id || name == model.full_id())
    }

    fn unknown(&self, catalog: &Catalog) -> Stop {
        let name = &self.name;
        let all = self.candidates.iter().flat_map(|loaded| report::suggestions(loaded.model(), name));
        let words = report::explained_words(&self.newest(), catalog);
        let words = words.into_iter().filter(|word| name_distance(name, word) <= word.len() / 3);
        let all = all.chain(words);
        let mut near: Vec<(usize, String)> = all.map(|known| (name_distance(name, &known), known)).collect();
        near.sort_unstable();
        near.dedup();
        let near: Vec<String> = near.into_iter().take(5).map(|(_, known)| known).collect();
        let help = if let Some(model) = self.whole() {
            Text::new("explain-whole-help").with("name", model.full_id())
        } else if near.is_empty() {
            Text::new("explain-unknown-help")
        } else {
            Text::new("choose-from").with("names", Arg::words(near, Join::Comma))
        };
        Stop::Said(Text::new("explain-unknown").with("name", name), Some(help))
    }
}

fn flags(args: &ExplainArgs) -> String {
    let folder = args.regioplan.as_ref().map(|folder| format!(" --regioplan {}", in_command(folder)));
    let config = args.config.config.as_ref();
    let config = config.map(|path| format!(" --config {}", in_command(&name(path))));
    let none = args.config.no_config.then(|| " --no-config".to_owned());
    [folder, config, none].into_iter().flatten().collect()
}

/// Whether something is explained by the aanvulling that it comes from.
fn is_own_of_supplement(loaded: &AnyLoaded, subject: Subject<'_>) -> bool {
    loaded.supplement().is_some() && is_of_supplement(subject)
}

/// Whether something came from an aanvulling.
fn is_of_supplement(subject: Subject<'_>) -> bool {
    match subject {
        Subject::Rule(rule) => rule.supplement.is_some(),
        Subject::Field(_, field) => field.supplement.is_some(),
        Subject::Condition(_)
        | Subject::Intervention(_)
        | Subject::Indicator(_)
        | Subject::Offer(_)
        | Subject::Part(..)
        | Subject::Head(_)
        | Subject::Statement(..)
        | Subject::BuiltIn(_) => false,
    }
}

/// The first, when all are of one region.
fn only<'a>(found: &Found<'a>) -> Option<(&'a AnyLoaded, Subject<'a>)> {
    let first = found.first().copied()?;
    found.iter().all(|(loaded, _)| loaded.contents().id == first.0.contents().id).then_some(first)
}

/// The explanation, with an example that is right and one that is wrong.
fn page((loaded, subject): (&AnyLoaded, Subject<'_>), library: &Library, screen: Screen, catalog: &Catalog) -> String {
    let examples = Examples::of(loaded, subject);
    let good = examples.good(loaded, library).map(|(path, text)| (path.as_str(), text.as_str()));
    let bad = examples.bad().map(|(path, text)| (path.as_str(), text.as_str()));
    report::explain(loaded.model(), subject, good, bad, screen, catalog)
}

/// The example plans beside a regioplan.
struct Examples {
    /// Path and text, in order of path.
    good: Vec<(String, String)>,
    bad: Vec<(String, String)>,
    name: String,
}

impl Examples {
    fn of(loaded: &AnyLoaded, subject: Subject<'_>) -> Self {
        let name = subject.id().to_owned();
        let of_rule = if let Subject::Rule(rule) = subject { rule.supplement } else { None };
        let full_id = loaded.contents().supplement(of_rule).map(Supplement::full_id);
        let supplement = full_id.and_then(|id| loaded.judged().supplements.iter().find(|one| one.full_id() == id));
        let beside = Beside::of(supplement.unwrap_or(loaded.judged()));
        if matches!(subject, Subject::Rule(rule) if rule.whole_region) {
            let figures = |part: &str| beside.regions(part).into_iter().filter_map(|one| one.figures?.readable());
            return Self { good: figures("goed").collect(), bad: figures("fout").collect(), name };
        }
        let plans = |part: &str| beside.plans(part).into_iter().filter_map(PlanFile::readable).collect();
        Self { good: plans("goed"), bad: plans("fout"), name }
    }

    /// A plan that breaks it says so in its first lines; one that begins with it shows it best, and then the shortest.
    fn bad(&self) -> Option<&(String, String)> {
        let place = |text: &str| announced(text).iter().position(|rule| same_name(rule, &self.name));
        let found = self.bad.iter().filter_map(|one| Some((place(&one.1)?, one)));
        found.min_by_key(|(place, (path, text))| (*place > 0, text.len(), path)).map(|(_, one)| one)
    }

    /// The shortest plan that meets the rule; for something else, the shortest that has it.
    fn good(&self, loaded: &AnyLoaded, library: &Library) -> Option<&(String, String)> {
        let rule = loaded.contents().rules.iter().find(|rule| rule.id == self.name);
        let shows = |text: &str| match rule {
            Some(rule) if rule.whole_region => true,
            Some(_) => met(loaded, text, library).contains(&self.name),
            None => text.contains(&format!("{}:", self.name)),
        };
        let shortest = |shows: &dyn Fn(&str) -> bool| {
            let fitting = self.good.iter().filter(|(_, text)| shows(text));
            fitting.min_by_key(|(path, text)| (text.len(), path))
        };
        shortest(&shows).or_else(|| self.bad().and_then(|_| shortest(&|_| true)))
    }
}
