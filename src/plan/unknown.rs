//! A name that is no intervention of the regioplan: what is said of it, with the most likely reason, and what it is read as.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Intervention, InterventionId, Kind, KindLimit, Named, Offer};
use crate::value::same_name;

use super::blocks;
use super::names;
use super::reader::{Reader, SOUGHT, nearest};
use super::yaml::{Node, NodeKind};
use super::{Chooses, Issue};

/// Whether an intervention can be chosen in a year, as far as the number of the year tells.
fn is_open(intervention: &Intervention, year: u8, is_first: bool) -> bool {
    // In the first year nothing was chosen before.
    let begins = |limit: &KindLimit| limit.period.by_number(year) != Some(true) || limit.kinds.allows(Kind::Nieuw);
    let first_time = !is_first || intervention.only_kinds.iter().all(begins);
    intervention.is_open() && intervention.offer(year, None) != Offer::No && first_time
}

/// Where the name of an intervention stands.
#[derive(Clone, Copy)]
pub enum Stands<'s> {
    /// As a choice of a year, beside these.
    Chosen(u8, &'s [InterventionId]),
    /// In a field that names interventions: whether one is on offer does not matter there.
    Named,
}

/// A name that is no intervention: what is said of it, and what it is read as.
pub struct Unknown {
    pub issue: Issue,
    pub meant: Meaning,
}

/// What a name means that is no intervention.
#[derive(Clone, Copy)]
pub enum Meaning {
    Choice(InterventionId),
    /// A kernelement, above its choices.
    Heading,
    /// Probably this one: its name is nearly the same.
    Near(InterventionId),
    Unsure,
}

impl Unknown {
    fn unsure(issue: Issue) -> Self {
        Self { issue, meant: Meaning::Unsure }
    }
}

/// A name that is no intervention of this regioplan, with the most likely reason.
pub fn unknown_intervention(
    reader: &Reader<'_>,
    (key, node): (&Node<'_>, &Node<'_>),
    name: &str,
    stands: Stands<'_>,
) -> Unknown {
    let model = reader.model;
    let issue = Issue::new(
        "onbekende-interventie",
        key.span,
        Text::new("unknown-intervention").with("name", name).with("region", &model.name),
    );
    let lower = name.trim().to_lowercase();
    if lower.trim_end_matches(['.', ')']).chars().count() == 1 {
        return Unknown::unsure(issue.help(Text::new("intervention-letter-help")));
    }
    let wanted = names::bare(names::without_number(name));
    let can_stand = |found: &Intervention| match stands {
        Stands::Chosen(year, _) => is_open(found, year, reader.is_first(year)),
        Stands::Named => found.is_given(),
    };
    let parts = |id: &str| {
        let whole = model.find_intervention(id);
        let parts = model.interventions.iter().filter(|found| found.part_of.is_some() && found.part_of == whole);
        parts.filter(|found| can_stand(found)).map(|found| format!("`{}`", found.id)).collect::<Vec<_>>()
    };
    // What was chosen in a year that was handed in before is a fact, whatever was on offer then.
    let is_past = |year: u8| reader.own.is_some_and(|own| year < own);
    let open = |id: InterventionId| match stands {
        Stands::Chosen(year, _) => {
            let one = model.intervention(id);
            can_stand(one) || is_past(year) && parts(&one.id).is_empty()
        }
        Stands::Named => true,
    };
    let closed_help = |id: &str| match stands {
        Stands::Chosen(..) if !parts(id).is_empty() => {
            Text::new("intervention-of-parts").with("id", id).with("names", Arg::words(parts(id), Join::Or))
        }
        Stands::Chosen(year, _) => Text::new("intervention-not-open").with("id", id).with("year", year),
        Stands::Named => Text::new("did-you-mean").with("name", id),
    };
    let is_element = |element: &Named| {
        let label = names::bare(&element.label);
        let others = std::iter::once(&element.id).chain(&element.also_known).map(|name| names::bare(name));
        label == wanted || others.into_iter().any(|name| name == wanted) || wanted.len() > 6 && label.contains(&wanted)
    };
    let meant = (reader.astray <= SOUGHT).then(|| names::of_intervention(name, model)).flatten();
    let meant = meant.map(|id| (id, model.intervention(id)));
    let sure = meant.is_some_and(|(_, found)| names::is_name_of(name, found));
    // A kernelement and the one intervention of it may have the same name: what stands below it tells which is meant.
    let element = model.elements.find(is_element).filter(|_| matches!(stands, Stands::Chosen(..)));
    let nothing_said = node.is_blank() && !std::ptr::eq(key, node);
    let is_heading = !nothing_said && holds_choices(reader, node);
    if element.is_some() && (nothing_said || is_heading) || !sure && is_heading {
        let raised = node.items().is_none().then(|| blocks::raised(reader.text, key, node)).flatten();
        let issue = issue.help(Text::new("intervention-is-kernelement")).repair(raised);
        return Unknown { issue, meant: Meaning::Heading };
    }
    if let Some(at) = element.filter(|_| !sure) {
        let own = model.interventions.iter().filter(|found| found.element == at && can_stand(found));
        let own: Vec<String> = own.map(|found| format!("`{}`", found.id)).collect();
        let help = Text::new("kernelement-chosen").with("names", Arg::words(own, Join::Comma));
        return Unknown::unsure(issue.help(help).choosing(Chooses::Choice));
    }
    if let Some((id, found)) = meant {
        let help = (!open(id)).then(|| closed_help(&found.id));
        return named_otherwise(reader, (key, node), name, (id, found, sure), (issue, help));
    }
    let ids: Vec<&str> = model.interventions.iter().map(|i| i.id.as_str()).collect();
    if let Some(near) = nearest(name, &ids) {
        let closed = model.find_intervention(near).is_some_and(|id| !open(id));
        let help = if closed { closed_help(near) } else { Text::new("did-you-mean").with("name", near) };
        let repair = if closed { blocks::without(reader.text, key, node) } else { key.repair(near, false) };
        let meant = model.find_intervention(near).filter(|_| !closed).map_or(Meaning::Unsure, Meaning::Near);
        return Unknown { issue: issue.help(help).repair(repair), meant };
    }
    let elsewhere = |(id, region): &&(String, String)| same_name(id, &lower) && *region != model.id;
    if let Some((_, region)) = reader.elsewhere.iter().find(elsewhere) {
        return Unknown::unsure(issue.help(Text::new("intervention-elsewhere").with("region", region)));
    }
    // A year that was handed in before is told as it was; what is on offer does not matter there.
    if matches!(stands, Stands::Chosen(year, _) if is_past(year)) {
        return Unknown::unsure(issue.help(Text::new("unknown-in-past-help")));
    }
    let is_free = |id: InterventionId| !matches!(stands, Stands::Chosen(_, beside) if beside.contains(&id));
    let all = model.interventions.pairs().filter(|(id, found)| can_stand(found) && is_free(*id));
    let names: Vec<String> = all.map(|(_, found)| format!("`{}`", found.id)).collect();
    let help = if names.is_empty() {
        Text::new("no-alternatives")
    } else {
        Text::new("choose-from").with("names", Arg::words(names, Join::Comma))
    };
    Unknown::unsure(match stands {
        Stands::Chosen(..) => issue.help(help).choosing(Chooses::Choice),
        Stands::Named => issue.help(help),
    })
}

/// What is said of a name that means an intervention without being its own: its label, another name of it, or nearly one.
fn named_otherwise(
    reader: &Reader<'_>,
    (key, node): (&Node<'_>, &Node<'_>),
    name: &str,
    (id, found, sure): (InterventionId, &Intervention, bool),
    (unnamed, closed): (Issue, Option<Text>),
) -> Unknown {
    let issue = Issue::new("onbekende-interventie", key.span, Text::new("intervention-by-label").with("name", name));
    let did_you_mean = Text::new("did-you-mean").with("name", &found.id);
    if names::says_more(name, found) {
        // With another name it would lose that.
        return Unknown::unsure(issue.help(did_you_mean));
    }
    if names::is_unticked(name) {
        let help = Text::new("box-unticked").with("id", &found.id);
        let bare = name.trim_start_matches(|c: char| !c.is_alphanumeric());
        let text = Text::new("box-unticked-found").with("name", bare);
        let issue = Issue::new("onbekende-interventie", key.span, text);
        return Unknown::unsure(issue.help(help).repair(blocks::without(reader.text, key, node)));
    }
    if let Some(closed) = closed {
        return Unknown::unsure(issue.help(closed).repair(blocks::without(reader.text, key, node)));
    }
    if !sure {
        let issue = unnamed.help(did_you_mean).repair(key.repair(&found.id, false));
        return Unknown { issue, meant: Meaning::Near(id) };
    }
    let help = Text::new("intervention-by-label-help").with("id", &found.id);
    let called: Vec<&str> =
        [&found.id, &found.label].into_iter().chain(&found.also_known).map(String::as_str).collect();
    let repair = blocks::renamed(reader.text, key, &found.id, names::besides(name, &called), node);
    Unknown { issue: issue.help(help).repair(repair), meant: Meaning::Choice(id) }
}

/// Whether interventions stand below something, as below a heading of the form; what has a kind of its own is a choice.
fn holds_choices(reader: &Reader<'_>, node: &Node<'_>) -> bool {
    let is_choice = |(key, _): &(Node<'_>, Node<'_>)| {
        key.text().is_some_and(|key| {
            let known = reader.model.find_intervention(key);
            known.or_else(|| names::of_intervention(key, reader.model)).is_some()
        })
    };
    if let NodeKind::List(items) = &node.kind {
        return items.iter().any(|item| item.pairs().is_some_and(|pairs| pairs.iter().any(is_choice)));
    }
    node.get("keuze").is_none() && node.pairs().unwrap_or_default().iter().any(is_choice)
}
