//! The head of two regioplannen: which document, for which plans, which years, which guide.

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Beside, Calendar, Contents, Follows, Model, Programme, Regioplan};
use crate::source::Span;

use super::change::{Aspect, Change, Effect, Part, Sort};
use super::reasons;
use super::thing::{At, Said, Thing};

/// First and last day on which a document is in force.
type Valid = (Date, Date);

/// What differs in the head.
pub fn compare(models: (Model<'_>, Model<'_>), out: &mut Vec<Change>) {
    let (old, new) = (models.0.contents(), models.1.contents());
    let at = |model: &Contents| At { id: model.id.clone(), name: model.name.clone(), span: Span::default() };
    let mut thing = Thing { part: Part::Header, sort: Sort::Header, old: at(old), new: at(new), years: vec![], out };
    let (before, after) = (file_sort(models.0), file_sort(models.1));
    if before != after {
        thing.push(Part::Header, Aspect::FileSort, Effect::Different, Some(Said::new(before)), Some(Said::new(after)));
    }
    thing.words(Aspect::Region, &old.id, &new.id);
    thing.words(Aspect::RegionName, &old.name, &new.name);
    thing.words(Aspect::Version, &old.version, &new.version);
    thing.words(Aspect::Document, &old.document, &new.document);
    days(&mut thing, (models.0.valid(), models.1.valid()));
    programme(&mut thing, (models.0.programme(), models.1.programme()));
    beside(&mut thing, models.0.regioplan(), models.1.regioplan());
    guide(&mut thing, models.0.follows(), models.1.follows());
    reasons::compare(&mut thing, (old, &old.reasons), (new, &new.reasons));
}

/// First and last day.
fn days(thing: &mut Thing<'_>, (old, new): (Option<Valid>, Option<Valid>)) {
    if old != new {
        let said = |valid: Option<Valid>| {
            valid.map(|(from, to)| Said::new(Text::new("diff-say-days").with("from", from).with("to", to)))
        };
        thing.push(Part::Header, Aspect::Valid, Effect::Different, said(old), said(new));
    }
}

/// The years of the programme; only a regioplan has one.
fn programme(thing: &mut Thing<'_>, (old, new): (Option<&Programme>, Option<&Programme>)) {
    differs(thing, (old, new), Aspect::Years, |one| {
        Text::new("diff-say-years").with("first", one.first_year).with("last", one.last_year)
    });
    differs(thing, (old, new), Aspect::Calendar, |one| calendar_text(one.calendar));
    let plans = |programme: Option<&Programme>| -> Vec<(String, Arg)> {
        let say = |(first, last): &(u8, u8)| {
            let years = Arg::words((*first..=*last).map(|year| year.to_string()), Join::And);
            (format!("{first}-{last}"), Arg::Text(Text::new("diff-say-plan-years").with("years", years)))
        };
        programme.into_iter().flat_map(|one| &one.plan_years).map(say).collect()
    };
    thing.each(Aspect::PlanYears, Effect::Different, &plans(old), &plans(new));
    differs(thing, (old, new), Aspect::ProgrammeEnd, |one| match one.ends {
        Some(ends) => Text::new("diff-say-ends").with("ends", ends),
        None => Text::new("diff-say-no-end"),
    });
}

fn differs(
    thing: &mut Thing<'_>,
    (old, new): (Option<&Programme>, Option<&Programme>),
    aspect: Aspect,
    said: impl Fn(&Programme) -> Text,
) {
    let (before, after) = (old.map(&said), new.map(&said));
    if before != after {
        thing.push(Part::Header, aspect, Effect::Different, before.map(Said::new), after.map(Said::new));
    }
}

/// The aanvullingen that each names.
fn beside(thing: &mut Thing<'_>, old: Option<&Regioplan>, new: Option<&Regioplan>) {
    let named = |model: Option<&Regioplan>| -> Vec<(String, Arg)> {
        let one = |beside: &Beside| {
            let said = match &beside.version {
                Some(version) => format!("{}@{version}", beside.id),
                None => beside.id.clone(),
            };
            (said.clone(), Arg::from(said))
        };
        model.into_iter().flat_map(|model| &model.beside).map(one).collect()
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

fn file_sort(model: Model<'_>) -> Text {
    Text::new(match model {
        Model::Regioplan(_) => "diff-say-regioplan",
        Model::Leidraad(_) => "diff-say-leidraad",
        Model::Werkplan(_) => "diff-say-werkplan",
        Model::Aanvulling(_) => "diff-say-aanvulling",
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
