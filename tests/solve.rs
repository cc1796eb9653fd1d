//! The nearest valid plan beside brute force: over all choices of small made-up regioplannen, judged by the check, the changes
//! that are proposed are the cheapest, all that are as cheap are known, and rules that are said to exclude each other do.
//! On the examples of the repository each proposal, done in the text, leaves no violation of choices.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use mtvp::check::Asked;
use mtvp::diagnostic::{Severity, mended};
use mtvp::session::{
    Around, Judgement, Library, Loaded, Origin, Proposal, Proposed, ProposedWay, Session, Terms, advise,
};
use mtvp::solve::{Excused, Mend, Solved, Step};
use mtvp::source::Source;

use crate::support::{every, files, name};

const KINDS: [&str; 5] = ["nieuw", "continuering", "doorontwikkeling", "verdieping", "onderhoud"];
const NAMES: [&str; 4] = ["a", "b", "c", "d"];
/// So many cases are tried under `MTVP_EVERY=1`; else a part of them.
const CASES: usize = 120;

/// Choices: for each year and intervention the kind, when it is chosen.
type Choices = BTreeMap<(u8, &'static str), &'static str>;

/// A made-up regioplan and what a practice chose.
struct Case {
    head: String,
    rules: Vec<String>,
    /// The interventions of which the choices are open; those of a plan for two years are fewer.
    names: &'static [&'static str],
    open: &'static [u8],
    /// What was chosen in a year that is not open.
    facts: Choices,
    now: Choices,
}

impl Case {
    fn made(random: &mut fastrand::Rng) -> Self {
        let two = random.u8(0..5) == 0;
        let (names, open): (&[&str], &[u8]) = if two { (&NAMES[..2], &[1, 2]) } else { (&NAMES, &[2]) };
        let mut head =
            "regioplan t versie \"1\"\n  naam \"T\"\n  document \"D\"\n  beoordeelt plannen van 1 januari 2024 tot en \
                        met 31 december 2027\n  jaren 1 tot en met 3\n  jaren tellen vanaf startkwartaal\n"
                .to_owned();
        if two {
            head += "  een plan geldt voor de jaren 1 en 2\n";
        }
        head += "\ngegevens praktijk\n  veld naam: tekst\n\nkernelement k \"K\"\n\nkernelement m \"M\"\n\nkeuzelijst l \
                 \"L\"\n  bestaat uit a en c\n";
        for name in NAMES {
            let element = if matches!(name, "a" | "b") { "k" } else { "m" };
            head += &format!("\ninterventie {name} \"{name}\"\n  hoort bij kernelement {element}\n");
            head += match random.u8(0..8) {
                // What is not open in a plan for two years is not on offer there.
                _ if !names.contains(&name) => "  aangeboden in jaar 3\n",
                0 => "  aangeboden in jaar 1\n",
                1 => "  aangeboden elk jaar\n  alleen met soort nieuw, verdieping of doorontwikkeling\n",
                2 => "  aangeboden elk jaar\n  alleen met soort continuering of nieuw in jaar 2\n",
                3 => "  aangeboden elk jaar\n  mag zonder eerdere keuze\n",
                _ => "  aangeboden elk jaar\n",
            };
        }
        let some: Vec<String> = (0..random.usize(1..5)).map(|number| rule(number, random)).collect();
        let mut chosen = |year: u8, often: u8, kinds: &[&'static str]| -> Choices {
            let mut choices = Choices::new();
            for name in names {
                if random.u8(0..10) < often {
                    choices.insert((year, *name), kinds[random.usize(0..kinds.len())]);
                }
            }
            choices
        };
        let (mut facts, mut now) = (chosen(1, 5, &["nieuw"]), chosen(2, 5, &KINDS));
        if two {
            now.append(&mut facts);
        }
        Self { head, rules: some, names, open, facts, now }
    }

    fn session(&self, rules: &[usize]) -> Option<Session> {
        let rules: Vec<&str> = rules.iter().map(|index| self.rules[*index].as_str()).collect();
        let text = format!("{}\n{}", self.head, rules.join("\n"));
        let library = Arc::new(Library::new(vec![Origin {
            name: "t.regioplan".to_owned(),
            text: text.clone().into(),
            ..Origin::default()
        }]));
        let loaded: Arc<Loaded> = library.own().next().unwrap().as_ref().ok()?.regioplan().map(Arc::clone)?;
        Some(Session::by(&library, &loaded))
    }

    fn plan(&self, now: &Choices) -> String {
        let lines = |year: u8| -> String {
            let of_year = self.facts.iter().chain(now).filter(|((of, _), _)| *of == year);
            of_year.map(|((_, name), kind)| format!("      {name}: {kind}\n")).collect()
        };
        let (own, day) = if self.open.contains(&1) { (1, "2026-02-01") } else { (2, "2027-02-01") };
        format!(
            "regioplan: t@1\nstartkwartaal: 2026-Q1\njaar: {own}\ningediend: {day}\npraktijk:\n  naam: P\njaren:\n  1:\n    \
             interventies:\n{}  2:\n    interventies:\n{}",
            lines(1),
            lines(2)
        )
    }

    /// What can be chosen.
    fn picks(&self) -> impl Iterator<Item = (u8, &'static str)> {
        self.open.iter().flat_map(|year| self.names.iter().map(|name| (*year, *name)))
    }

    /// Every choice that can be made, with what the change costs.
    fn others(&self) -> Vec<(usize, Choices)> {
        let mut all = vec![(0, Choices::new())];
        for pick in self.picks() {
            let now = self.now.get(&pick).copied();
            let mut next = Vec::new();
            for (cost, choices) in all {
                for kind in std::iter::once(None).chain(KINDS.map(Some)) {
                    let more = match (now, kind) {
                        (None, None) => 0,
                        (Some(now), Some(kind)) if now == kind => 0,
                        (Some(_), Some(_)) => 1,
                        (None, Some(_)) => 3,
                        (Some(_), None) => 5,
                    };
                    let mut choices = choices.clone();
                    choices.extend(kind.map(|kind| (pick, kind)));
                    next.push((cost + more, choices));
                }
            }
            all = next;
        }
        all.sort();
        all
    }

    /// How many warnings these choices draw that were not there.
    fn draws(&self, session: &Session, now: &Choices) -> usize {
        let told = |choices: &Choices| -> BTreeSet<(String, Option<u8>, Option<String>)> {
            let all = judged(session, &Source::new("p.yaml", self.plan(choices))).report.findings;
            let warnings = all.into_iter().filter(|one| one.severity == Severity::Warning);
            warnings.map(|one| (one.rule, one.year, one.intervention)).collect()
        };
        told(now).difference(&told(&self.now)).count()
    }

    /// Whether no rule is broken in the open years.
    fn is_valid(&self, session: &Session, now: &Choices) -> bool {
        let source = Source::new("p.yaml", self.plan(now));
        judged(session, &source)
            .report
            .findings
            .iter()
            .all(|one| one.severity != Severity::Violation || one.year.is_some_and(|year| !self.open.contains(&year)))
    }
}

/// A rule about choices, of a sort that the reference has.
fn rule(number: usize, random: &mut fastrand::Rng) -> String {
    let mut one_of = |all: &[&'static str]| all[random.usize(0..all.len())];
    let targets = ["kernelement k", "kernelement m", "kernelement k of m", "keuzelijst l", "a of d", "b", "b, c of d"];
    let kinds = [
        "",
        "",
        " met soort nieuw",
        " met soort verdieping of doorontwikkeling",
        " met soort continuering of onderhoud",
    ];
    let past = ["", "", " die niet eerder gekozen is", " die eerder gekozen is", " die in jaar 1 gekozen is"];
    let amount = one_of(&["minimaal 1", "minimaal 2", "maximaal 1", "precies 1", "precies 2", "geen", "minimaal 3"]);
    let several = amount.ends_with('3');
    let demand = match one_of(&["kies", "kies", "kies", "alle", "alle of geen", "keuzes", "dubbel", "elk"]) {
        "elk" => format!(
            "  voor elk van de keuzes{}\n  eis {}",
            one_of(&["", " met kernelement k", " met soort niet nieuw", " met interventie a of c"]),
            one_of(&["soort is nieuw of verdieping", "soort is niet continuering", "kernelement is m"])
        ),
        "alle" => format!("  kies alle uit {}", one_of(&["kernelement k", "keuzelijst l", "a en d"])),
        "alle of geen" => format!("  kies alle of geen uit {}", one_of(&["kernelement m", "b en c"])),
        "keuzes" => format!(
            "  eis aantal keuzes met soort {} is {}",
            one_of(&["nieuw", "verdieping of onderhoud"]),
            one_of(&["minimaal 1", "maximaal 1", "precies 2"])
        ),
        "dubbel" => format!(
            "  kies minimaal 1 uit {}\n  kies minimaal 1 uit {}\n  geen keuze telt dubbel",
            one_of(&["a of b", "kernelement m"]),
            one_of(&["kernelement k of m", "b of c"])
        ),
        _ if several => format!("  kies {amount} uit kernelement k of m{}", one_of(&kinds)),
        _ => {
            let target = one_of(&targets);
            let amount = if target == "b" && amount.ends_with('2') { "minimaal 1" } else { amount };
            format!("  kies {amount} uit {target}{}{}", one_of(&kinds), one_of(&past))
        }
    };
    let condition =
        one_of(&["", "", "", "  als minimaal 1 gekozen uit a of c\n", "  als geen gekozen uit kernelement m\n"]);
    let follows = one_of(&["", "", "", "\n  niet voldaan: waarschuwing als minimaal 1 gekozen uit d"]);
    format!("regel r{number} \"R{number}\"\n  in het jaar van het plan\n{condition}{demand}{follows}\n")
}

fn advised(session: &Session, source: &Source) -> Judgement {
    let mut judged = judged(session, source);
    advise(&mut judged);
    judged
}

fn judged(session: &Session, source: &Source) -> Judgement {
    let terms = Terms::on(jiff::civil::date(2027, 2, 1));
    let document = mtvp::plan::parse(&source.text);
    let missing = |_: &mtvp::plan::Plan| BTreeSet::new();
    session.judge(source, &document, &terms, &Around::evidence(&missing)).unwrap_or_else(|_| panic!("not judged"))
}

/// What changes, by year and intervention.
fn signature(case: &Case, to: &Choices) -> BTreeSet<(u8, &'static str, &'static str)> {
    let mut changes = BTreeSet::new();
    for (year, name) in case.picks() {
        match (case.now.get(&(year, name)), to.get(&(year, name))) {
            (None, Some(_)) => changes.insert((year, name, "add")),
            (Some(_), None) => changes.insert((year, name, "remove")),
            (Some(one), Some(other)) if one != other => changes.insert((year, name, "turn")),
            (_, _) => false,
        };
    }
    changes
}

/// The choices that a way ends in, with each of its kinds in turn.
fn ends(case: &Case, way: &ProposedWay) -> Vec<Choices> {
    let mut first = case.now.clone();
    let pick = |year: u8, name: &str| (year, NAMES.into_iter().find(|one| *one == name).unwrap());
    for change in &way.changes {
        let pick = pick(change.year, &change.intervention);
        match change.what {
            Proposed::Remove => first.remove(&pick),
            Proposed::Add | Proposed::Turn => first.insert(pick, change.kinds[0].word()),
        };
    }
    let mut all = vec![first.clone()];
    for change in &way.changes {
        for kind in change.kinds.iter().skip(1) {
            let mut other = first.clone();
            other.insert(pick(change.year, &change.intervention), kind.word());
            all.push(other);
        }
    }
    all
}

/// What a finding advises, done in the plan: where one change is enough, each of those that are advised leaves nothing broken.
fn advice_holds(case: &Case, session: &Session, judged: &Judgement, told: &str) {
    let (reading, now) = judged.rests_on.as_ref().unwrap();
    let model = &reading.loaded.model;
    let solved = Solved::of(Asked { model, plan: &reading.plan, now }, Excused::default(), true);
    let is_open = |year: Option<u8>| year.is_none_or(|year| case.open.contains(&year));
    let broken = judged.report.findings.iter().filter(|one| one.severity == Severity::Violation && is_open(one.year));
    for wanted in broken.filter_map(|one| one.wanted.as_ref()) {
        let Mend::One(options) =
            solved.mend(wanted).unwrap_or_else(|| panic!("nothing is known of {wanted:?}\n{told}"))
        else {
            continue;
        };
        for option in options {
            let name = &model.contents.intervention(option.intervention).id;
            let pick = (option.year, NAMES.into_iter().find(|one| one == name).unwrap());
            let kinds = match &option.step {
                Step::Add(kinds) | Step::Turn(kinds) => kinds.iter().map(|kind| Some(kind.word())).collect(),
                Step::Remove => vec![None],
            };
            for kind in kinds {
                let mut after = case.now.clone();
                match kind {
                    Some(kind) => after.insert(pick, kind),
                    None => after.remove(&pick),
                };
                assert!(case.is_valid(session, &after), "{option:?} for {wanted:?}\n{told}");
            }
        }
    }
}

fn compare(case: &Case, proposal: Option<&Proposal>, told: &str) -> &'static str {
    let all: Vec<usize> = (0..case.rules.len()).collect();
    let session = case.session(&all).unwrap();
    let others = case.others();
    let first = others.iter().find(|(_, choices)| case.is_valid(&session, choices));
    let Some((cost, _)) = first else {
        let proposal = proposal.unwrap_or_else(|| panic!("nothing is told\n{told}"));
        assert!(proposal.ways.is_empty(), "a way where there is none\n{told}");
        let rules: Vec<usize> = proposal.excluding.iter().map(|(id, _)| id[1..].parse().unwrap()).collect();
        let possible = |rules: &[usize]| {
            let session = case.session(rules).unwrap();
            others.iter().any(|(_, choices)| case.is_valid(&session, choices))
        };
        assert!(!possible(&rules), "{rules:?} do not exclude each other\n{told}");
        for left_out in &rules {
            let rest: Vec<usize> = rules.iter().copied().filter(|rule| rule != left_out).collect();
            assert!(possible(&rest), "{rest:?} of {rules:?} exclude each other already\n{told}");
        }
        return "never";
    };
    if *cost == 0 {
        assert!(proposal.is_none(), "a proposal where nothing is broken\n{told}");
        return "valid";
    }
    let proposal = proposal.unwrap_or_else(|| panic!("nothing is told\n{told}"));
    let best: BTreeSet<&Choices> = others
        .iter()
        .filter(|(other, _)| other == cost)
        .map(|(_, choices)| choices)
        .filter(|choices| case.is_valid(&session, choices))
        .collect();
    // Of those that are as cheap only what draws the fewest warnings is told.
    let draws: BTreeMap<&Choices, usize> =
        best.into_iter().map(|choices| (choices, case.draws(&session, choices))).collect();
    let least = draws.values().min().copied().unwrap();
    let best: BTreeSet<&Choices> = draws.into_iter().filter(|(_, draws)| *draws == least).map(|(one, _)| one).collect();
    let sorts: BTreeSet<_> = best.iter().map(|choices| signature(case, choices)).collect();
    assert_eq!(proposal.ways.len(), sorts.len().min(3), "{best:?}\n{told}");
    assert_eq!(proposal.more, sorts.len() > 3, "{best:?}\n{told}");
    let mut seen = BTreeSet::new();
    for way in &proposal.ways {
        let ends = ends(case, way);
        for end in &ends {
            assert!(best.contains(end), "{end:?} is not among the best {best:?}\n{told}");
        }
        let alike = |one: &&&Choices| {
            case.picks().filter(|pick| one.get(pick) != ends[0].get(pick)).count() <= 1
                && signature(case, one) == signature(case, &ends[0])
        };
        assert_eq!(best.iter().filter(alike).count(), ends.len(), "other kinds will do: {best:?}\n{told}");
        assert!(seen.insert(signature(case, &ends[0])), "the same way twice\n{told}");
        let edits = way.edits.as_ref().unwrap_or_else(|| panic!("no edits\n{told}"));
        let (text, _) = mended(&case.plan(&case.now), [edits]);
        let after = judged(&session, &Source::new("p.yaml", text.clone()));
        let is_open = |year: Option<u8>| year.is_none_or(|year| case.open.contains(&year));
        let mut all = after.report.findings.iter();
        let broken = all.any(|one| one.severity == Severity::Violation && is_open(one.year));
        assert!(!broken, "{text}\n{told}");
    }
    "ways"
}

#[test]
fn the_nearest_choices_are_those_of_brute_force() {
    let mut random = fastrand::Rng::with_seed(7);
    let mut ends: BTreeMap<&str, usize> = BTreeMap::new();
    for number in 0..CASES / every(20) {
        let case = Case::made(&mut random);
        let all: Vec<usize> = (0..case.rules.len()).collect();
        let source = Source::new("p.yaml", case.plan(&case.now));
        // What the language refuses is no case.
        let Some(session) = case.session(&all) else { continue };
        let judged = advised(&session, &source);
        let proposal = &judged.report.nearest;
        let told = format!("case {number}\n{}\n{}\n{}\n{proposal:#?}", case.head, case.rules.join("\n"), source.text);
        *ends.entry(compare(&case, proposal.as_ref(), &told)).or_default() += 1;
        if proposal.as_ref().is_some_and(|found| found.ways.first().is_some_and(|way| way.changes.len() == 1)) {
            advice_holds(&case, &session, &judged, &told);
        }
    }
    assert!(ends["ways"] > 2, "{ends:?}");
}

/// Each proposal for an example, done in its text, leaves no rule broken that it did not say would need data.
#[test]
fn proposals_for_the_examples_leave_no_choice_broken() {
    let session = Session::by_plan(Library::new(Vec::new()));
    let (mut proposed, mut done) = (0, 0);
    let plans = files("regioplans", &["yaml"]);
    let plans = plans.iter().filter(|path| path.components().any(|part| part.as_os_str() == "fout"));
    // Each is tried under `MTVP_EVERY=1`; else some of them.
    for path in plans.step_by(every(31)) {
        let source = Source::new(name(path), std::fs::read_to_string(path).unwrap());
        let before = advised(&session, &source);
        let Some(proposal) = before.report.nearest.clone() else { continue };
        proposed += 1;
        let told = |judged: &Judgement| -> BTreeSet<(String, Option<String>)> {
            let findings = judged.report.findings.iter().filter(|one| one.severity == Severity::Violation);
            findings.map(|one| (one.rule.clone(), one.intervention.clone())).collect()
        };
        for way in &proposal.ways {
            let edits = way.edits.as_ref().unwrap_or_else(|| panic!("{}: no edits for {way:?}", name(path)));
            let (text, _) = mended(&source.text, [edits]);
            let after = advised(&session, &Source::new(name(path), text.clone()));
            let again = &after.report.nearest;
            assert!(again.is_none(), "{}:\n{way:?}\nthen {again:?}", name(path));
            let changed: BTreeSet<&str> = way.changes.iter().map(|one| one.intervention.as_str()).collect();
            let new: Vec<_> = told(&after).difference(&told(&before)).cloned().collect();
            let asks = |(_, of): &(String, Option<String>)| of.as_deref().is_some_and(|of| changed.contains(of));
            assert!(new.iter().all(asks), "{}: {new:?}\n{text}", name(path));
            done += 1;
        }
    }
    assert!(proposed > 0 && done > 0, "nothing is proposed");
}
