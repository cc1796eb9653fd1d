//! The head of two regioplannen: which document, for which plans, which years, which guide.

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Beside, Calendar, Follows, Regioplan, Sort as FileSort};
use crate::source::Span;

use super::change::{Aspect, Change, Effect, Part, Sort};
use super::reasons;
use super::thing::{At, Said, Thing};

/// What differs in the head.
pub fn compare(old: &Regioplan, new: &Regioplan, out: &mut Vec<Change>) {
    let at = |model: &Regioplan| At { id: model.id.clone(), name: model.name.clone(), span: Span::default() };
    let mut thing = Thing { part: Part::Header, sort: Sort::Header, old: at(old), new: at(new), years: vec![], out };
    if old.sort != new.sort {
        let said = |sort: FileSort| Some(Said::new(file_sort(sort)));
        thing.push(Part::Header, Aspect::FileSort, Effect::Different, said(old.sort), said(new.sort));
    }
    thing.words(Aspect::Region, &old.id, &new.id);
    thing.words(Aspect::RegionName, &old.name, &new.name);
    thing.words(Aspect::Version, &old.version, &new.version);
    thing.words(Aspect::Document, &old.document, &new.document);
    if old.valid != new.valid {
        let said = |model: &Regioplan| {
            let text = Text::new("diff-say-days").with("from", model.valid.0).with("to", model.valid.1);
            Some(Said::new(text))
        };
        thing.push(Part::Header, Aspect::Valid, Effect::Different, said(old), said(new));
    }
    let years = |model: &Regioplan| (model.first_year, model.last_year);
    if years(old) != years(new) {
        let said = |model: &Regioplan| {
            let text = Text::new("diff-say-years").with("first", model.first_year).with("last", model.last_year);
            Some(Said::new(text))
        };
        thing.push(Part::Header, Aspect::Years, Effect::Different, said(old), said(new));
    }
    if old.calendar != new.calendar {
        let said = |calendar: Calendar| Some(Said::new(calendar_text(calendar)));
        thing.push(Part::Header, Aspect::Calendar, Effect::Different, said(old.calendar), said(new.calendar));
    }
    let plans = |model: &Regioplan| -> Vec<(String, Arg)> {
        let say = |(first, last): &(u8, u8)| {
            let years = Arg::words((*first..=*last).map(|year| year.to_string()), Join::And);
            (format!("{first}-{last}"), Arg::Text(Text::new("diff-say-plan-years").with("years", years)))
        };
        model.plan_years.iter().map(say).collect()
    };
    thing.each(Aspect::PlanYears, Effect::Different, &plans(old), &plans(new));
    if old.ends != new.ends {
        let said = |model: &Regioplan| {
            Some(Said::new(match model.ends {
                Some(ends) => Text::new("diff-say-ends").with("ends", ends),
                None => Text::new("diff-say-no-end"),
            }))
        };
        thing.push(Part::Header, Aspect::ProgrammeEnd, Effect::Different, said(old), said(new));
    }
    beside(&mut thing, old, new);
    guide(&mut thing, old.follows.as_ref(), new.follows.as_ref());
    reasons::compare(&mut thing, (old, &old.reasons), (new, &new.reasons));
}

/// The aanvullingen that each names.
fn beside(thing: &mut Thing<'_>, old: &Regioplan, new: &Regioplan) {
    let named = |model: &Regioplan| -> Vec<(String, Arg)> {
        let one = |beside: &Beside| {
            let said = match &beside.version {
                Some(version) => format!("{}@{version}", beside.id),
                None => beside.id.clone(),
            };
            (said.clone(), Arg::from(said))
        };
        model.beside.iter().map(one).collect()
    };
    thing.each(Aspect::Beside, Effect::Stricter, &named(old), &named(new));
}

fn guide(thing: &mut Thing<'_>, old: Option<&Follows>, new: Option<&Follows>) {
    let edition =
        |follows: &Follows| Text::new("diff-say-guide").with("id", &follows.id).with("version", &follows.version);
    let (before, after) = (old.map(edition), new.map(edition));
    if before != after {
        thing.push(Part::Region, Aspect::Guide, Effect::Different, before.map(Said::new), after.map(Said::new));
    }
    let deviations = |follows: Option<&Follows>| -> Vec<(String, Arg)> {
        let all = follows.into_iter().flat_map(|follows| &follows.deviations);
        all.map(|one| {
            let text = Text::new("diff-say-deviation").with("rule", &one.rule).with("reason", &one.reason);
            (format!("{} {}", one.rule, one.reason), Arg::Text(text))
        })
        .collect()
    };
    thing.part = Part::Region;
    thing.each(Aspect::Deviation, Effect::Different, &deviations(old), &deviations(new));
    thing.part = Part::Header;
}

fn file_sort(sort: FileSort) -> Text {
    Text::new(match sort {
        FileSort::Regioplan => "diff-say-regioplan",
        FileSort::Leidraad => "diff-say-leidraad",
        FileSort::Werkplan => "diff-say-werkplan",
        FileSort::Aanvulling => "diff-say-aanvulling",
    })
}

fn calendar_text(calendar: Calendar) -> Text {
    match calendar {
        Calendar::StartQuarter => Text::new("diff-say-start-quarter"),
        Calendar::January => Text::new("diff-say-january"),
        Calendar::JanuaryFrom { year, transition: None } => {
            Text::new("diff-say-january-from").with("year", year.to_string())
        }
        Calendar::JanuaryFrom { year, transition: Some(transition) } => Text::new("diff-say-january-transition")
            .with("year", year.to_string())
            .with("transition", transition.to_string()),
    }
}
