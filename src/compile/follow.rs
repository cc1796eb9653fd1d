//! What a leidraad asks of the offer of a regioplan that follows it.

use crate::diagnostic::{Problem, Text};
use crate::model::{Contents, Intervention, Leidraad, Model, Offer, OfferDemand, Programme};
use crate::source::{Source, Span};
use crate::value::same_name;

/// A leidraad with its text, so that its places can be named.
#[derive(Clone, Copy)]
pub struct Guide<'a> {
    pub model: &'a Leidraad,
    pub source: &'a Source,
}

/// Judges the offer of a regioplan; every problem names both places.
#[must_use]
pub fn follow(model: Model<'_>, guide: Guide<'_>) -> Vec<Problem> {
    let Some(follows) = model.follows() else { return Vec::new() };
    let mut problems = Vec::new();
    if !guide.model.editions.iter().any(|edition| edition.version == follows.version) {
        let known = guide.model.editions.iter().map(|edition| edition.version.as_str());
        let text = Text::new("guide-edition").with("version", &follows.version).with("guide", &guide.model.contents.id);
        problems.push(
            Problem::new("leidraad", follows.span, text).help(
                Text::new("choose-from")
                    .with("names", crate::diagnostic::Arg::words(known, crate::diagnostic::Join::Comma)),
            ),
        );
    }
    let known = |rule: &str| guide.model.offer_demands.iter().any(|demand| same_name(&demand.id, rule));
    for deviation in follows.deviations.iter().filter(|deviation| !known(&deviation.rule)) {
        let text = Text::new("deviates-unknown").with("rule", &deviation.rule).with("guide", &guide.model.contents.id);
        problems.push(Problem::new("leidraad", deviation.span, text).help(Text::new("deviates-unknown-help")));
    }
    // An aanvulling offers nothing.
    let Some(model) = model.regioplan() else { return problems };
    let (offer, years) = (&model.contents, &model.programme);
    for demand in &guide.model.offer_demands {
        let deviation = follows.deviations.iter().find(|deviation| deviation.rule == demand.id);
        match (shortfall((offer, years), &guide.model.contents, demand), deviation) {
            (Some((year, count)), None) => problems.push(too_few(offer, guide, demand, year, count, follows.span)),
            (None, Some(deviation)) => {
                let text = Text::new("deviates-needless").with("rule", &demand.id).with("title", &demand.title);
                problems.push(
                    Problem::new("onnodige-afwijking", deviation.span, text)
                        .help(Text::new("deviates-needless-help"))
                        .warning(),
                );
            }
            (Some(_), Some(_)) | (None, None) => {}
        }
    }
    problems
}

fn too_few(model: &Contents, guide: Guide<'_>, demand: &OfferDemand, year: u8, count: usize, span: Span) -> Problem {
    let at = guide.source.position(demand.span.start);
    let text = Text::new("guide-offer")
        .with("title", &demand.title)
        .with("guide", &guide.model.contents.id)
        .with("path", &guide.source.name)
        .with("line", at.line)
        .with("year", year)
        .with("count", count)
        .with("least", demand.at_least);
    let problem = Problem::new("leidraad", span, text).help(Text::new("guide-offer-help").with("rule", &demand.id));
    let elements = demand.targets.iter().filter_map(|target| {
        let id = guide
            .model
            .contents
            .elements
            .iter()
            .find(|element| element.label == target.label)
            .map(|element| &element.id)?;
        model.elements.iter().find(|element| same_name(&element.id, id))
    });
    elements.fold(problem, |problem, element| {
        problem.also(element.span, Text::new("guide-offer-here").with("count", count).with("year", year))
    })
}

/// The first year in which too few interventions are on offer, with their number.
fn shortfall(
    (model, programme): (&Contents, &Programme),
    guide: &Contents,
    demand: &OfferDemand,
) -> Option<(u8, usize)> {
    let years =
        programme.years().filter(|year| demand.periods.iter().all(|period| period.by_number(*year) == Some(true)));
    years
        .map(|year| (year, model.interventions.iter().filter(|one| counts(model, guide, demand, one, year)).count()))
        .find(|(_, count)| *count < demand.at_least as usize)
}

/// Whether an intervention of the regioplan is on offer and belongs to what the demand names.
fn counts(model: &Contents, guide: &Contents, demand: &OfferDemand, one: &Intervention, year: u8) -> bool {
    // An offer that depends on a date may be there in that year; what the region assigns it offers as well.
    let offered = one.is_given() && one.offer(year, None) != Offer::No;
    let element = &model.elements.get(one.element).id;
    let named = |target: &crate::model::Target| {
        guide.elements.iter().any(|found| found.label == target.label && found.id == *element)
            || target.members.iter().any(|id| same_name(&guide.intervention(*id).id, &one.id))
    };
    offered && one.part_of.is_none() && demand.targets.iter().any(named)
}
