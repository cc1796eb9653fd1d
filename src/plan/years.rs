//! The part `jaren`: programme years with their data and their choices.

use std::collections::BTreeMap;

use crate::diagnostic::Text;
use crate::model::{InterventionId, Kind, LastYear, PLAN, Programme, YEAR};
use crate::source::Span;

use super::blocks;
use super::frame;
use super::kinds;
use super::names;
use super::reader::{Reader, already, nearest};
use super::scalars;
use super::trail::Trail;
use super::unknown::{Meaning, Stands, Unknown, unknown_intervention};
use super::value::{Choice, RecordValue, YearPlan};
use super::yaml::{Node, NodeKind};
use super::{Chooses, Issue};

/// More choices than any plan has: the whole list could not be read.
const MANY: usize = 1000;

/// The part `jaren` as far as it could be read.
pub struct Years {
    /// In order of number.
    pub all: Vec<YearPlan>,
    /// The key, or the top of the file.
    pub span: Span,
    /// There are years that could not be read; each may be any year.
    pub unread: bool,
}

/// Reads the years. What comes after the last year of the plan is a draft: its form is nobody's business yet.
pub fn read(
    reader: &mut Reader<'_>,
    root: &Node<'_>,
    top: Span,
    (programme, last): (&Programme, Option<LastYear>),
) -> Years {
    let unread = |span: Span| Years { all: Vec::new(), span, unread: true };
    let model = reader.model;
    let is_own = |name: &str| model.record(PLAN).position(name).is_some();
    let Some((key, node)) = frame::find(root, "jaren", &is_own) else {
        if frame::has_lost(root) {
            return unread(top);
        }
        reader.issues.push(missing_years(top));
        return unread(top);
    };
    if node.is_twice() || frame::has_two(root, "jaren") {
        return unread(key.span);
    }
    let Some(pairs) = node.pairs() else {
        reader.issues.push(if node.is_blank() {
            reader.astray += 1;
            missing_years(key.span)
        } else {
            scalars::wrong(node, "jaren", Text::new("expected-years")).on(&Trail::Key(&Trail::Top, "jaren"))
        });
        return unread(key.span);
    };
    let trail = Trail::Key(&Trail::Top, "jaren");
    let mut years = Years { all: Vec::new(), span: key.span, unread: false };
    for (key, node) in pairs {
        if key.is_lost() {
            years.unread = true;
            continue;
        }
        let Some(year) = number(reader, programme, key, &trail, &mut years.unread) else { continue };
        match years.all.iter().find(|old| old.year == year).map(|old| old.key) {
            None => {
                let (issues, files) = (reader.issues.clone(), reader.files.len());
                years.all.push(one(reader, year, key.span, node, &Trail::Year(&trail, year)));
                if last.is_some_and(|last| !last.reaches(year)) {
                    reader.issues = issues;
                    reader.files.truncate(files);
                }
            }
            Some(first) => {
                // The same year in another spelling; one in the same spelling was told when the text was read.
                let again = |(other, _): &(Node<'_>, Node<'_>)| other.span == first && other.text() == key.text();
                if !pairs.iter().any(again) {
                    reader.issues.push(twice(key, first, year).on(&Trail::Year(&trail, year)));
                }
                let before = pairs.iter().find(|(other, _)| other.span == first);
                if before.is_none_or(|(_, before)| !before.says_same(node)) {
                    let old = years.all.iter_mut().filter(|old| old.year == year);
                    old.for_each(YearPlan::leave_out);
                }
            }
        }
    }
    years.all.sort_by_key(|year| year.year);
    years
}

fn twice(key: &Node<'_>, first: Span, year: u8) -> Issue {
    Issue::new("dubbele-sleutel", key.span, Text::new("yaml-twice").with("key", year))
        .also(first, Text::new("yaml-first-here"))
        .help(Text::new("yaml-twice-help").with("key", year))
}

fn missing_years(span: Span) -> Issue {
    Issue::new("verplicht-veld", span, Text::new("frame-missing").with("key", "jaren"))
        .help(Text::new("frame-help-years"))
        .on(&Trail::Key(&Trail::Top, "jaren"))
}

/// The number of a year, when it is one of the regioplan. A key that is no number may be any year.
fn number(
    reader: &mut Reader<'_>,
    programme: &Programme,
    key: &Node<'_>,
    trail: &Trail<'_>,
    unread: &mut bool,
) -> Option<u8> {
    let text = key.text().unwrap_or("").trim();
    match scalars::year(text) {
        Ok(year) if programme.years().contains(&year) => Some(year),
        Ok(year) => {
            let issue = Issue::new("jaar-buiten-regioplan", key.span, Text::new("year-outside").with("year", year))
                .help(
                    Text::new("year-outside-help")
                        .with("first", programme.first_year)
                        .with("last", programme.last_year),
                );
            reader.issues.push(issue.on(&Trail::Key(trail, text)));
            None
        }
        Err(wrong) => {
            reader.astray += 1;
            reader.issues.push(scalars::amiss(key, "jaren", &wrong).on(trail));
            let right = wrong.right.and_then(|right| scalars::year(&right).ok());
            let right = right.filter(|year| programme.years().contains(year));
            *unread |= right.is_none();
            right
        }
    }
}

fn one(reader: &mut Reader<'_>, year: u8, key: Span, node: &Node<'_>, trail: &Trail<'_>) -> YearPlan {
    let outside: Vec<&str> = outside(reader, node);
    let mut also = vec!["interventies"];
    also.extend(&outside);
    let headings = headings(reader, node);
    also.extend(headings.iter().filter_map(|key| key.text()));
    let data = reader.record(node, YEAR, key, trail, &also);
    let unread = if data.unread { MANY } else { 0 };
    let mut plan = YearPlan { year, key, data, choices: Vec::new(), choices_span: None, unread };
    let lacks = node.get("interventies").or_else(|| spelt(node, "interventies")).is_none();
    for (at, key) in headings.iter().enumerate() {
        reader.astray += 1;
        let name = key.text().unwrap_or("");
        let (help, repair) = if at == 0 && lacks {
            ("heading-of-choices-help", key.repair("interventies", false))
        } else {
            ("heading-besides-help", None)
        };
        let issue = Issue::new("onbekend-veld", key.span, Text::new("heading-of-choices").with("name", name));
        reader.issues.push(issue.help(Text::new(help)).repair(repair).on(&Trail::Key(trail, name)));
        plan.unread = MANY;
    }
    let misplaced =
        node.pairs().unwrap_or_default().iter().find(|(key, _)| key.text().is_some_and(|text| outside.contains(&text)));
    if let Some((key, node)) = misplaced {
        // Nobody looks at what stands below it.
        reader.astray += 1 + node.pairs().map_or(0, <[_]>::len);
        let text = Text::new("intervention-outside").with("name", key.text().unwrap_or(""));
        reader
            .issues
            .push(Issue::new("onbekend-veld", key.span, text).help(Text::new("intervention-outside-help")).on(trail));
        plan.unread = MANY;
    }
    if node.is_twice() {
        plan.leave_out();
    }
    let Some((key, list)) = node.get("interventies").or_else(|| spelt(node, "interventies")) else {
        if node.pairs().unwrap_or_default().iter().any(|(key, _)| key.is_lost()) {
            plan.unread = MANY;
        }
        // A field that the regioplan knows is no slip for another.
        let slip = |text: &str| !reader.is_declared(text, YEAR) && nearest(text, &["interventies"]).is_some();
        if node.pairs().unwrap_or_default().iter().any(|(key, _)| key.text().is_some_and(slip)) {
            plan.unread = MANY;
        }
        return plan;
    };
    plan.choices_span = Some(key.span);
    if list.is_twice() || node.has_two(|name| names::is_bare(name, "interventies")) {
        plan.unread = MANY;
        return plan;
    }
    let trail = Trail::Key(trail, "interventies");
    if let Some(pairs) = list.pairs() {
        choices(reader, &mut plan, pairs, &trail);
        return plan;
    }
    if let Some(items) = listed(reader, list) {
        let repair = blocks::without_dashes(reader.text, items.iter().copied());
        let issue = scalars::wrong(list, "interventies", Text::new("expected-choices")).on(&trail);
        reader.issues.push(issue.repair(repair));
        let pairs: Vec<_> = items.iter().filter_map(|item| item.pairs()).flatten().cloned().collect();
        choices(reader, &mut plan, &pairs, &trail);
        return plan;
    }
    if !list.is_blank() {
        reader.astray += usize::from(reader.as_written);
        reader.issues.push(scalars::wrong(list, "interventies", Text::new("expected-choices")).on(&trail));
        plan.unread = MANY;
    }
    plan
}

/// A fixed field, which is bare, in other letters than its own.
fn spelt<'n, 'a>(node: &'n Node<'a>, fixed: &str) -> Option<&'n (Node<'a>, Node<'a>)> {
    let is_spelt = |name: &str| names::is_bare(name, fixed);
    node.pairs()?.iter().find(|(key, _)| key.text().is_some_and(is_spelt))
}

/// Choices that stand behind dashes.
fn listed<'n, 'a>(reader: &Reader<'_>, list: &'n Node<'a>) -> Option<Vec<&'n Node<'a>>> {
    let NodeKind::List(items) = &list.kind else { return None };
    let is_choice =
        |(key, _): &(Node<'_>, Node<'_>)| key.text().is_some_and(|name| reader.model.find_intervention(name).is_some());
    items
        .iter()
        .all(|item| item.pairs().is_some_and(|pairs| pairs.iter().all(is_choice)))
        .then(|| items.iter().collect())
}

/// Reads choices into a year.
fn choices(reader: &mut Reader<'_>, plan: &mut YearPlan, pairs: &[(Node<'_>, Node<'_>)], trail: &Trail<'_>) {
    // What stands there twice and is not the same each time.
    let mut doubled: Vec<(InterventionId, Span)> = Vec::new();
    let first = first_places(reader, pairs);
    for (key, node) in pairs {
        let Some(name) = key.text() else { continue };
        if key.is_lost() {
            plan.unread = MANY;
            continue;
        }
        match reader.model.find_intervention(name) {
            Some(id) if plan.choices.iter().all(|old| old.intervention != id) => {
                let choice = choice(reader, id, key, node, &Trail::Choice(trail, name, id));
                plan.choices.push(choice);
            }
            Some(id) => doubled.extend((!says_first(&first, id, node)).then(|| (id, key.span.to(node.span)))),
            None => {
                let other = unknown(reader, plan, &first, (key, node), trail);
                doubled.extend(other.map(|id| (id, key.span.to(node.span))));
            }
        }
    }
    for choice in &mut plan.choices {
        if let Some((_, again)) = doubled.iter().find(|(id, _)| *id == choice.intervention) {
            choice.leave_out();
            choice.again = Some(*again);
        }
    }
}

/// What stands at the first place of each intervention among these.
type First<'n, 'a> = BTreeMap<InterventionId, &'n (Node<'a>, Node<'a>)>;

fn first_places<'n, 'a>(reader: &Reader<'_>, pairs: &'n [(Node<'a>, Node<'a>)]) -> First<'n, 'a> {
    let mut first = First::new();
    for pair in pairs {
        if let Some(id) = pair.0.text().and_then(|name| reader.model.find_intervention(name)) {
            first.entry(id).or_insert(pair);
        }
    }
    first
}

/// Whether what stands at the first place of an intervention says the same.
fn says_first(first: &First<'_, '_>, id: InterventionId, node: &Node<'_>) -> bool {
    first.get(&id).is_some_and(|(_, first)| first.says_same(node))
}

/// Reads what stands behind a name that is no intervention as what it can only be. Gives what stands there by its own name too,
/// and is something else there.
fn unknown(
    reader: &mut Reader<'_>,
    plan: &mut YearPlan,
    first: &First<'_, '_>,
    (key, node): (&Node<'_>, &Node<'_>),
    trail: &Trail<'_>,
) -> Option<InterventionId> {
    let name = key.text()?;
    reader.astray += 1;
    let stand: Vec<InterventionId> =
        first.keys().copied().chain(plan.choices.iter().map(|choice| choice.intervention)).collect();
    let Unknown { issue, meant } = unknown_intervention(reader, (key, node), name, Stands::Chosen(plan.year, &stand));
    let issue = match meant {
        Meaning::Choice(id) | Meaning::Near(id) => {
            let before = || plan.choices.iter().find(|old| old.intervention == id).map(|old| old.key);
            let own = first.get(&id).map(|(own, _)| own.span).or_else(before);
            let called = &reader.model.intervention(id).id;
            let same = says_first(first, id, node);
            own.into_iter().fold(issue, |issue, own| already(reader.text, issue, (key, node), (own, same), called))
        }
        Meaning::Heading if sound(reader, node) => issue,
        Meaning::Heading => with_repairs_below(reader, plan, issue, node, trail),
        Meaning::Unsure => issue,
    };
    reader.issues.push(issue.on(&Trail::Key(trail, name)));
    let is_free =
        |id: InterventionId| !first.contains_key(&id) && plan.choices.iter().all(|old| old.intervention != id);
    match meant {
        // What only one thing can be meant by is read as that.
        Meaning::Choice(id) if is_free(id) => {
            let choice = choice(reader, id, key, node, &Trail::Choice(trail, name, id));
            plan.choices.push(choice);
        }
        Meaning::Choice(id) => return (!says_first(first, id, node)).then_some(id),
        Meaning::Heading if node.is_blank() => {}
        Meaning::Heading if sound(reader, node) => {
            choices(reader, plan, node.pairs().unwrap_or_default(), trail);
        }
        Meaning::Near(id) => {
            plan.unread += node.pairs().map_or(1, <[_]>::len);
            if is_free(id) {
                form(reader, id, (key, node), &Trail::Choice(trail, name, id));
            }
        }
        Meaning::Heading | Meaning::Unsure => plan.unread += node.pairs().map_or(1, <[_]>::len),
    }
    None
}

/// Tells what is written in another form below a name that is probably this one; what else stands there is nobody's business yet.
fn form(reader: &mut Reader<'_>, id: InterventionId, (key, node): (&Node<'_>, &Node<'_>), trail: &Trail<'_>) {
    let before = std::mem::take(&mut reader.issues);
    let (files, astray) = (reader.files.len(), reader.astray);
    let _ = choice(reader, id, key, node, trail);
    reader.files.truncate(files);
    reader.astray = astray;
    let found = std::mem::replace(&mut reader.issues, before);
    reader.issues.extend(found.into_vec().into_iter().filter(|issue| issue.problem.repair.is_some()));
}

/// What is said of a heading, whose repair writes what stands below it as it must be, too: that is not told by itself.
fn with_repairs_below(
    reader: &mut Reader<'_>,
    plan: &YearPlan,
    mut issue: Issue,
    node: &Node<'_>,
    trail: &Trail<'_>,
) -> Issue {
    let Some(repair) = &mut issue.problem.repair else { return issue };
    let before = std::mem::take(&mut reader.issues);
    let (files, astray, strays) = (reader.files.len(), reader.astray, reader.strays.len());
    choices(reader, &mut plan.clone(), node.pairs().unwrap_or_default(), trail);
    reader.files.truncate(files);
    reader.strays.truncate(strays);
    reader.astray = astray;
    let found = std::mem::replace(&mut reader.issues, before);
    let own = |span: &Span| repair.edits.iter().any(|edit| edit.span.start < span.end && span.start < edit.span.end);
    let below = found.into_vec().into_iter().filter_map(|issue| issue.problem.repair);
    let below: Vec<_> = below.flat_map(|repair| repair.edits).filter(|edit| !own(&edit.span)).collect();
    repair.edits.extend(below);
    repair.edits.sort_by_key(|edit| edit.span);
    issue
}

/// Whether choices stand below a name, each with a kind that can be read.
fn sound(reader: &Reader<'_>, node: &Node<'_>) -> bool {
    let is_choice = |(key, node): &(Node<'_>, Node<'_>)| {
        let kind = node.get("keuze").map_or(node, |(_, kind)| kind);
        let known = key.text().is_some_and(|name| reader.model.find_intervention(name).is_some());
        known && kind.text().is_some_and(|text| kinds::is_kind_in(text, reader.model))
    };
    node.pairs().is_some_and(|pairs| pairs.iter().all(is_choice))
}

/// Names under the year, in the place of `interventies` or beside it, with choices below them.
fn headings<'n, 'a>(reader: &Reader<'_>, node: &'n Node<'a>) -> Vec<&'n Node<'a>> {
    let is_field = |name: &str| {
        let known = !names::called_in(name, reader.model.record(YEAR)).is_empty();
        known || nearest(name, &["interventies"]).is_some() || reader.model.find_intervention(name).is_some()
    };
    let pairs = node.pairs().unwrap_or_default().iter();
    let heads = pairs.filter(|(key, below)| {
        let chosen = |(key, _): &(Node<'_>, Node<'_>)| {
            key.text().is_some_and(|name| reader.model.find_intervention(name).is_some())
        };
        // Below hardly any name stand choices; only of these it is sought what the name is called.
        below.pairs().is_some_and(|pairs| pairs.iter().any(chosen)) && key.text().is_some_and(|name| !is_field(name))
    });
    heads.map(|(key, _)| key).collect()
}

/// Interventions that stand directly under the year instead of under `interventies`.
fn outside<'n>(reader: &Reader<'_>, node: &'n Node<'_>) -> Vec<&'n str> {
    let keys = node.pairs().unwrap_or_default().iter().filter_map(|(key, _)| key.text());
    keys.filter(|text| reader.model.find_intervention(text).is_some()).collect()
}

fn choice(reader: &mut Reader<'_>, id: InterventionId, name: &Node<'_>, node: &Node<'_>, trail: &Trail<'_>) -> Choice {
    let key = name.span;
    let data = RecordValue::empty(key);
    let mut choice = Choice {
        intervention: id,
        key,
        kind: None,
        near: None,
        kind_span: key,
        is_open: false,
        is_refused: false,
        again: None,
        data,
    };
    if let Some(pairs) = node.pairs() {
        let record = reader.model.intervention(id).record;
        let is_slip = |name: &str| reader.is_for_kind(name, record);
        let slip = || pairs.iter().find(|(key, _)| key.text().is_some_and(is_slip));
        let kind = node.get("keuze").or_else(slip);
        let refused = |(_, kind): &(Node<'_>, Node<'_>)| {
            kind.text().filter(|_| !kind.is_blank()).is_some_and(|text| kinds::refused(text).is_some())
        };
        // Of what is not chosen nothing else is looked at.
        if kind.is_some_and(refused) {
            choice.data.unread = true;
        } else {
            choice.data = reader.record(node, record, key, trail, &["keuze"]);
        }
        match kind {
            Some((key, kind)) => read_kind(reader, &mut choice, (key.span, name, node), kind, trail),
            // Only what was told to be the kind is no lack of one: a field may be called like a kind.
            None if pairs.iter().any(|(key, _)| key.is_lost() || reader.kind_words.contains(&key.span)) => {}
            None => reader.issues.push(missing_kind(key, "kind-missing-long-help", trail)),
        }
    } else {
        choice.data.unread = node.text().is_none();
        read_kind(reader, &mut choice, (key, name, node), node, trail);
    }
    choice
}

fn missing_kind(span: Span, help: &'static str, trail: &Trail<'_>) -> Issue {
    Issue::new("verplicht-veld", span, Text::new("kind-missing"))
        .help(Text::new(help))
        .choosing(Chooses::Choice)
        .on(trail)
}

fn read_kind(
    reader: &mut Reader<'_>,
    choice: &mut Choice,
    (key, name, whole): (Span, &Node<'_>, &Node<'_>),
    node: &Node<'_>,
    trail: &Trail<'_>,
) {
    choice.kind_span = node.span;
    if node.is_blank() {
        choice.is_open = node.span.is_empty();
        choice.kind_span = if choice.is_open { key } else { node.span };
        reader.issues.push(missing_kind(key, "kind-missing-help", trail));
        return;
    }
    if node.is_twice() {
        return;
    }
    let Some(text) = node.text() else {
        let issue = scalars::wrong(node, "keuze", Text::new("kind-missing-help"));
        reader.issues.push(issue.choosing(Chooses::Choice).on(trail));
        return;
    };
    match kinds::read_in(text, reader.model) {
        Ok(kind) => choice.kind = Some(kind),
        // What only one thing can be meant by is judged as that.
        Err(wrong) => {
            choice.kind = wrong.right.as_deref().and_then(Kind::from_word);
            choice.near = wrong.near.as_deref().and_then(Kind::from_word);
            let mut issue = scalars::amiss(node, "keuze", &wrong).on(trail);
            issue.chooses = choice.kind.is_none().then_some(Chooses::Choice);
            choice.is_refused = choice.kind.is_none() && choice.near.is_none() && kinds::refused(text).is_some();
            choice.data.unread |= choice.is_refused;
            if let (Some(repair), Some(besides)) = (&mut issue.problem.repair, besides_kind(text, &wrong, reader)) {
                *repair = blocks::remarked(reader.text, repair.clone(), besides);
            }
            // In the first year every choice is a new one.
            if kinds::is_mark(text) && trail.year().is_some_and(|year| reader.is_first(year)) {
                issue = issue.repair(node.repair(Kind::Nieuw.word(), false));
            }
            // What was done before it stopped in that year is not taken away.
            if choice.is_refused && kinds::is_refusal(text) {
                issue = issue.repair(blocks::without(reader.text, name, whole));
            }
            reader.issues.push(issue);
        }
    }
}

/// What stands between brackets behind the kind of a choice.
fn besides_kind<'t>(text: &'t str, wrong: &scalars::Wrong, reader: &Reader<'_>) -> Option<&'t str> {
    let word = wrong.right.as_deref().or(wrong.near.as_deref()).filter(|_| text.contains('('))?;
    let own = reader.model.kinds.iter().find(|kind| kind.id == word);
    let names = own.into_iter().flat_map(|kind| std::iter::once(&kind.label).chain(&kind.also_known));
    let called: Vec<&str> = names.map(String::as_str).chain([word]).collect();
    names::besides(text, &called)
}
