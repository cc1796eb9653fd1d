//! `mtvp test`: the examples beside regioplannen, what they exercise, and which changes of a rule they notice.

use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;

use crate::check::{BUILT_IN, Circumstances};
use crate::diagnostic::Text;
use crate::model::RuleId;
use crate::plan::{self, Issue};
use crate::report::{self, Catalog, Screen, TestReport, TestedExample};
use crate::session::{
    AnyLoaded, Around, AskedBeside, Case, Finding, Judged, Library, Looked, Origin, PlanText, Prepared, ReadPlan,
    Reading, Session, Stop, Terms, embedded_text, from_issue, prepare, read_plan, with_version, year_in,
};
use crate::source::Source;
use crate::trial::{
    About, Difference, Example, PlanOfRegion, RegionPlans, Seen, Sort as Kind, Subject, What, announced, coverage,
    difference, expect, fits, notice,
};

use super::args::{ConfigArgs, ShowFormat, TestArgs};
use super::examples::{Beside, PlanFile, RegionFolder};
use super::exit::Exit;
use super::fence::By;
use super::file_kind::{Wanted, refused as refused_file};
use super::files;
use super::own::Place;
use super::paths::{ends_in, folder_of, name, same};
use super::{environment, output, regioplans, words};

pub fn run(args: &TestArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let as_of = environment::as_of(args.as_of.as_deref())?;
    let targets = targets(args, as_of)?;
    let mut tested = Vec::new();
    for target in &targets {
        tested.push(target.examples(as_of)?);
    }
    if tested.is_empty() {
        return Ok(words::nothing(catalog, "test-nothing"));
    }
    let reports: Vec<TestReport<'_>> =
        targets.iter().zip(tested).map(|(target, tested)| target.report(tested, args.mutate)).collect();
    let least = usize::from(args.min_coverage.unwrap_or(0));
    if args.format == ShowFormat::Json {
        output::print(&report::test_json(&reports, catalog));
    } else {
        for one in &reports {
            output::print(&report::test_human(one, args.coverage, screen, catalog));
            for text in one.too_low(least) {
                output::print(&screen.paragraph("  ", &catalog.say(&text)));
            }
            output::print("\n");
        }
        if reports.len() > 1 {
            output::print(&report::test_total(&reports, catalog));
        }
    }
    let fine = reports.iter().all(|one| !one.fails() && one.too_low(least).is_empty());
    Ok(if fine { Exit::Clean } else { Exit::Violations })
}

/// A regioplan that is tested.
pub struct Target {
    /// What judges the examples: the regioplan; of an aanvulling, the regioplan that its examples name, with that aanvulling.
    pub loaded: AnyLoaded,
    /// What is tested.
    pub tested: AnyLoaded,
    pub source: Source,
    pub beside: Beside,
    /// What the examples may name: the regioplannen in the same folder.
    pub session: Session,
    pub terms: Terms,
}

/// The regioplannen of the arguments: files, all below a folder, or known ones by name.
fn targets(args: &TestArgs, as_of: Option<Date>) -> Result<Vec<Target>, Stop> {
    let paths = if args.regioplans.is_empty() { vec![".".to_owned()] } else { args.regioplans.clone() };
    let mut all: Vec<Target> = Vec::new();
    for given in &paths {
        let path = Path::new(given);
        if path.is_dir() {
            for file in files::regioplans_below(path) {
                all.push(of_file(&file, as_of)?);
            }
        } else if ends_in(path, &["regioplan"]) {
            all.push(of_file(path, as_of)?);
        } else if path.is_file() {
            return Err(refused_file(path, Wanted::Regioplan));
        } else if given.contains(['/', '\\']) {
            return Err(files::missing(path));
        } else {
            all.extend(of_name(given, &args.config, as_of)?);
        }
    }
    // A leidraad judges nothing, so it has no examples.
    all.retain(|target| target.tested.guide().is_none());
    let mut seen = std::collections::BTreeSet::new();
    all.retain(|target| seen.insert(target.source.name.clone()));
    Ok(all)
}

fn of_file(path: &Path, as_of: Option<Date>) -> Result<Target, Stop> {
    let source = files::source(path, By::User)?;
    let mut given = regioplans::readable(&files::regioplans_in(folder_of(path)));
    // The file itself under the name by which it was given.
    given.retain(|origin| !same(Path::new(&origin.name), path));
    given.extend(regioplans::origins(&[path.to_path_buf()])?);
    among(given, path, source, as_of)
}

/// A regioplan among these texts, of which it is one.
pub fn among(given: Vec<Origin>, path: &Path, source: Source, as_of: Option<Date>) -> Result<Target, Stop> {
    // The examples beside a regioplan are about that regioplan, and not about what other documents ask besides.
    let library = Library::new(given).without_heads();
    let loaded = regioplans::of_file(&library, path)?;
    // The examples beside a file are about that file, also when another file says that it is the same version.
    let beside = Beside::of(loaded.judged());
    target(library.with_only(&loaded), loaded, (source, beside), as_of, &str::to_owned)
}

/// A version of a region, or all of them.
fn of_name(given: &str, config: &ConfigArgs, as_of: Option<Date>) -> Result<Vec<Target>, Stop> {
    let (id, version) = with_version(given);
    let library = regioplans::loaded(&Place::here(config).own()?.files)?.without_heads();
    let first = library.by_name(id, version, as_of.unwrap_or_else(environment::today))?;
    let versions: Vec<AnyLoaded> = match version {
        Some(_) => vec![first],
        None => library.documents(id).into_iter().filter_map(|load| load.as_ref().ok()).cloned().collect(),
    };
    let one = |loaded: AnyLoaded| {
        if let Some(path) = &loaded.judged().path {
            return of_file(Path::new(path), as_of);
        }
        let path = format!("{}/{}.regioplan", loaded.judged().id, loaded.judged().version);
        let text = embedded_text(&path).unwrap_or("");
        // The version as this library has read it judges the examples.
        let library = Library::new(Vec::new()).without_heads();
        let loaded = library.by_name(&loaded.judged().id, Some(&loaded.judged().version), environment::today())?;
        let beside = Beside::of(loaded.judged());
        target(library, loaded, (Source::new(path, text), beside), as_of, &str::to_owned)
    };
    versions.into_iter().map(one).collect()
}

/// What judges the examples that lie beside it, each as `made` gives its text.
pub fn target(
    library: Library,
    tested: AnyLoaded,
    (source, beside): (Source, Beside),
    as_of: Option<Date>,
    made: &dyn Fn(&str) -> String,
) -> Result<Target, Stop> {
    let terms = Terms { as_of, ..Terms::on(environment::today()) };
    if tested.supplement().is_none() {
        return Ok(Target {
            loaded: tested.clone(),
            tested,
            source,
            beside,
            session: Session::by_plan(library),
            terms,
        });
    }
    let judged = tested.judged();
    let asked = AskedBeside { id: judged.id.clone(), version: Some(judged.version.clone()) };
    let session = Session::by_plan(library.with_supplements(vec![asked]));
    let mut loaded = tested.clone();
    // All examples are about one regioplan: that of the first.
    for file in ["goed", "fout"].into_iter().flat_map(|part| beside.plans(part)) {
        let Some((_, text)) = file.readable() else { continue };
        if let Ok(reading) = session.read(&plan::parse(&made(&text)), &terms)? {
            loaded = AnyLoaded::Regioplan(reading.loaded);
            break;
        }
    }
    Ok(Target { loaded, tested, source, beside, session, terms })
}

/// An example with what is said about it.
pub struct Tested {
    shown: TestedExample,
    example: Option<Example>,
}

impl Tested {
    /// In how many ways it does otherwise than its first lines say; it may be no example at all.
    pub fn differs(&self) -> usize {
        let Difference { missing, surplus } = &self.shown.difference;
        if self.example.is_some() { missing.len() + surplus.len() } else { usize::MAX }
    }
}

impl Target {
    /// Reads all examples.
    fn examples(&self, as_of: Option<Date>) -> Result<Vec<Tested>, Stop> {
        let mut all = Vec::new();
        for (part, kind) in [("goed", Kind::Good), ("fout", Kind::Wrong)] {
            for file in self.beside.plans(part) {
                all.push(self.plan(file, kind)?);
            }
        }
        for (part, kind) in [("goed", Kind::Good), ("fout", Kind::Wrong)] {
            for folder in self.beside.regions(part) {
                all.push(self.region(folder, kind, as_of)?);
            }
        }
        Ok(all)
    }

    /// One plan.
    pub fn plan(&self, file: PlanFile, kind: Kind) -> Result<Tested, Stop> {
        let path = file.path;
        let judged = match files::readable(file.text, &name(&path)) {
            Err(wrong) => self.session.refused(wrong.0, &[wrong.1]),
            Ok(source) => {
                let missing = |plan: &plan::Plan| {
                    let gone = plan.files.iter().filter(|file| !self.beside.has(&path, &file.path));
                    gone.map(|file| file.path.clone()).collect()
                };
                match self.session.look(&source, true, &self.terms, &Around::evidence(&missing))? {
                    Looked::Judged(judged) => *judged,
                    Looked::Figures | Looked::Other | Looked::Exceptions | Looked::Decisions => {
                        return Ok(unfit(source, vec![Text::new("test-figures")]));
                    }
                }
            }
        };
        let (source, findings) = (judged.report.source, judged.report.findings);
        let subject = match judged.rests_on {
            Some((reading, _)) if !reading.loaded.judged.is_version_of(self.loaded.judged()) => {
                return Ok(self.of_another(&reading.loaded.judged, source));
            }
            Some((reading, _)) if !Arc::ptr_eq(&reading.loaded.judged, self.loaded.judged()) => {
                let text = Text::new("test-not-in-force").with("id", self.tested.judged().full_id());
                let valid = self.tested.model().valid();
                let text = valid.into_iter().fold(text, |text, (from, to)| text.with("from", from).with("to", to));
                return Ok(unfit(source, vec![text]));
            }
            Some((Reading { loaded, plan }, now)) => {
                Subject::Plan { plan: Box::new(plan), regioplan: Arc::clone(&loaded.model), now }
            }
            None => Subject::Refused(findings.iter().filter_map(refused).collect()),
        };
        Ok(self.tested(source, kind, subject, findings))
    }

    /// An example that is about another regioplan.
    fn of_another(&self, named: &Judged, source: Source) -> Tested {
        let text = Text::new("test-other-regioplan").with("named", named.full_id());
        unfit(source, vec![text.with("id", self.loaded.judged().full_id())])
    }

    /// One region.
    pub fn region(&self, folder: RegionFolder, kind: Kind, as_of: Option<Date>) -> Result<Tested, Stop> {
        let figures = match folder.figures {
            None => None,
            Some(file) => {
                let path = name(&file.path);
                match file.readable() {
                    Some((path, text)) => Some(Source::new(path, text)),
                    None => return Ok(unfit(Source::new(path, ""), vec![Text::new("region-cannot-read")])),
                }
            }
        };
        let source = figures.clone().unwrap_or_else(|| Source::new(name(&folder.path), ""));
        let reference = as_of.or_else(|| last_day(figures.as_ref()?)).unwrap_or(self.terms.today);
        let fixed = Some(self.loaded.clone()).filter(|_| figures.is_none());
        let case = match prepare(
            figures.as_ref(),
            self.read(folder.plans, reference)?,
            &self.session.library,
            fixed,
            reference,
        )? {
            Prepared::Ready(case) if case.faults.is_empty() => *case,
            Prepared::Nothing => return Ok(unfit(source, vec![Text::new("test-empty-region")])),
            Prepared::Ready(case) => return Ok(self.wrong_figures(source, kind, &case.faults)),
            Prepared::BadFigures(issues) => return Ok(self.wrong_figures(source, kind, &issues)),
        };
        if !case.loaded.judged().is_version_of(self.loaded.judged()) {
            return Ok(self.of_another(case.loaded.judged(), source));
        }
        let skipped: Vec<Text> = case
            .region
            .skipped
            .iter()
            .map(|one| Text::new("test-skipped").with("path", &one.path).with("reason", one.why.clone()))
            .collect();
        if !skipped.is_empty() {
            return Ok(unfit(source, skipped));
        }
        Ok(self.tested(source, kind, Subject::Region(Box::new(region_plans(case, reference))), Vec::new()))
    }

    /// A region whose figures have faults.
    fn wrong_figures(&self, source: Source, kind: Kind, issues: &[Issue]) -> Tested {
        let findings: Vec<Finding> = issues.iter().map(|issue| from_issue(issue, None)).collect();
        let subject = Subject::Refused(findings.iter().filter_map(refused).collect());
        self.tested(source, kind, subject, findings)
    }

    /// Reads the plans of an example of a region, each by the regioplan that it names.
    fn read(&self, plans: Vec<PlanText>, reference: Date) -> Result<Vec<ReadPlan>, Stop> {
        let by_plan = Session::by_plan(Arc::clone(&self.session.library));
        let numbered = plans.into_iter().enumerate();
        numbered.map(|(number, plan)| read_plan(plan, number, &by_plan, &Terms::on(reference))).collect()
    }

    /// Holds an example to what its first lines announce.
    fn tested(&self, source: Source, sort: Kind, subject: Subject, findings: Vec<Finding>) -> Tested {
        let expected = match announced(&source.text).and_then(|found| expect(self.loaded.contents(), &found)) {
            Ok(expected) => expected,
            Err(problems) => return unfit(source, problems),
        };
        if !fits(sort, &expected) {
            let id = if sort == Kind::Good { "test-good-expects" } else { "test-wrong-expects" };
            return unfit(source, vec![Text::new(id)]);
        }
        let of_supplement = self.tested.supplement().is_some();
        let example = Example { sort, subject, expected, of_supplement };
        let seen = example.all(self.loaded.contents());
        let difference = difference(example.is_region(), &example.expected, &seen);
        Tested { shown: TestedExample { source, problems: Vec::new(), difference, findings }, example: Some(example) }
    }

    /// Where the text begins among the texts that stand together.
    fn begins(&self) -> usize {
        if self.loaded.is(&self.tested) {
            return 0;
        }
        let alone = self.loaded.regioplan().and_then(|loaded| loaded.alone.as_ref());
        let regioplan = alone.and_then(|alone| alone.files.first());
        regioplan.map_or(0, |(source, _)| source.text.len() + 1)
    }

    fn report(&self, tested: Vec<Tested>, mutate: bool) -> TestReport<'_> {
        let (model, years) = (self.loaded.contents(), self.loaded.model().years());
        let mut shown = Vec::new();
        let mut examples = Vec::new();
        for one in tested {
            shown.push(one.shown);
            examples.extend(one.example);
        }
        // Of what stands together, only the rules of what is tested are asked.
        let is_own = |id: RuleId| {
            let of_supplement = model.rules.get(id).supplement.is_some();
            of_supplement == (self.tested.supplement().is_some())
        };
        TestReport {
            model,
            judged: self.tested.judged(),
            source: &self.source,
            begins: self.begins(),
            examples: shown,
            coverage: coverage(model, &years, &examples, &is_own),
            changes: mutate.then(|| notice(model, &years, &examples, &is_own)),
        }
    }
}

/// Without a date a region is looked at when its year is over, so that an example says the same every day.
fn last_day(figures: &Source) -> Option<Date> {
    let document = plan::parse(&figures.text);
    let (year, _) = plan::figures_frame(document.root.as_ref()?).0.calendar_year?;
    Date::new(year, 12, 31).ok()
}

/// An example that cannot be tested, and why.
fn unfit(source: Source, problems: Vec<Text>) -> Tested {
    let shown = TestedExample { source, problems, difference: Difference::default(), findings: Vec::new() };
    Tested { shown, example: None }
}

/// What was said about a plan that could not be judged.
fn refused(finding: &Finding) -> Option<Seen> {
    let id = BUILT_IN.into_iter().find(|id| *id == finding.rule)?;
    Some(Seen {
        about: About::BuiltIn(id),
        what: What::Finding(finding.severity),
        year: finding.year,
        intervention: None,
    })
}

fn region_plans(case: Case, reference: Date) -> RegionPlans {
    let year = case.calendar_year;
    let plans = case.region.plans.into_iter().map(|found| {
        let Reading { loaded, plan } = *found.reading;
        let own = year_in(&loaded.model.programme, &plan, year);
        PlanOfRegion { plan, regioplan: Arc::clone(&loaded.model), year: own }
    });
    RegionPlans {
        plans: plans.collect(),
        figures: case.figures.map(|figures| figures.data),
        calendar_year: year,
        now: Circumstances {
            reference,
            accounting: case.accounting,
            missing_files: std::collections::BTreeSet::default(),
            figures: None,
            day_unread: false,
        },
    }
}
