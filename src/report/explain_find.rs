//! What people call something -> the part of a regioplan that they mean: by its name, its label, another name, its number in the
//! document, or words that only it has.

use crate::check::BUILT_IN;
use crate::lint::Lint;
use crate::model::{Model, Named};
use crate::plan;
use crate::value::{name_distance, same_name};

use super::explain::Subject;
use super::show_more::parts;

/// Everything that can be explained: rules first, then interventions, indicators, fields, built-in checks and statements.
pub fn subjects(whole: Model<'_>) -> impl Iterator<Item = Subject<'_>> {
    let model = whole.contents();
    let fields = model.records.iter().flat_map(|record| record.fields.iter().map(move |one| (record, one)));
    let rules = model.rules.iter().map(Subject::Rule);
    rules
        .chain(model.interventions.iter().map(Subject::Intervention))
        .chain(model.conditions.iter().map(Subject::Condition))
        .chain(model.indicators.iter().map(Subject::Indicator))
        .chain(whole.offer_demands().iter().map(Subject::Offer))
        .chain(parts(model).map(|(sort, named)| Subject::Part(sort, named)))
        .chain([Subject::Head(model)])
        .chain(fields.map(|(record, field)| Subject::Field(record, field)))
        .chain(BUILT_IN.into_iter().map(Subject::BuiltIn))
        .chain(model.register.ids().map(move |id| Subject::Statement(whole, id)))
}

/// All that a subject is called.
fn names(subject: Subject<'_>) -> Vec<&str> {
    let (id, title) = subject.named();
    let more: Vec<&str> = match subject {
        Subject::Intervention(one) => {
            let options = one.variants.iter().chain(&one.deepenings).flat_map(|(id, label)| [id, label]);
            one.also_known.iter().chain(options).map(String::as_str).collect()
        }
        Subject::Part(_, named) => also_known(named),
        Subject::Field(_, field) => field.also_known.iter().map(String::as_str).collect(),
        Subject::Condition(condition) => also_known(&condition.named),
        // The title of a statement is the part of the document in which it stands, with others.
        Subject::Statement(..) => return vec![id],
        Subject::BuiltIn("bsn") => vec!["burgerservicenummer", "burgerservicenummers", "citizen service number"],
        Subject::Rule(_) | Subject::Indicator(_) | Subject::Offer(_) | Subject::Head(_) | Subject::BuiltIn(_) => {
            Vec::new()
        }
    };
    [id, title].into_iter().chain(abbreviation(title)).chain(more).collect()
}

/// What stands between the brackets of a label: `Huisartsengroep (Hagro)`.
fn abbreviation(label: &str) -> Option<&str> {
    let (_, rest) = label.split_once('(')?;
    rest.split_once(')').map(|(inside, _)| inside).filter(|inside| !inside.contains(' '))
}

fn also_known(named: &Named) -> Vec<&str> {
    named.also_known.iter().map(String::as_str).collect()
}

/// The subject that somebody means.
#[must_use]
pub fn find<'m>(model: Model<'m>, asked: &str) -> Option<Subject<'m>> {
    let id = asked.trim().to_lowercase().replace([' ', '_'], "-");
    let named = || subjects(model).filter(|subject| same_name(subject.id(), &id));
    let first = named().find(|subject| matches!(subject, Subject::Rule(_) | Subject::Intervention(_)));
    let asked = without_sort(asked);
    let called = |subject: &Subject<'m>| is_called(*subject, asked);
    let intervention = || subjects(model).filter(called).find(|subject| matches!(subject, Subject::Intervention(_)));
    first
        .or_else(intervention)
        .or_else(|| named().next())
        .or_else(|| subjects(model).find(called))
        .or_else(|| statement(model, asked))
        .or_else(|| {
            let contents = model.contents();
            Some(Subject::Intervention(contents.intervention(plan::intervention_meant(asked, contents)?)))
        })
        .or_else(|| only(model, asked))
}

/// Whether this is one of the names of a subject.
#[must_use]
pub fn is_called(subject: Subject<'_>, asked: &str) -> bool {
    let plain = plan::bare_name(plan::without_number(asked));
    !plain.is_empty() && names(subject).into_iter().any(|name| plan::bare_name(name) == plain)
}

/// A name without the word that says what sort of thing it is: `kernelement anders werken`.
pub fn without_sort(asked: &str) -> &str {
    const SORTS: [&str; 10] =
        ["kernelement", "interventie", "regel", "veld", "groep", "thema", "doel", "uitspraak", "bron", "soort"];
    let asked = asked.trim();
    let rest = asked
        .split_once(char::is_whitespace)
        .filter(|(first, _)| SORTS.contains(&first.trim_end_matches(':').to_lowercase().as_str()));
    rest.map_or(asked, |(_, rest)| rest.trim())
}

/// A statement by its number, in any spelling: `RED-34`, `red 34`.
fn statement<'m>(whole: Model<'m>, asked: &str) -> Option<Subject<'m>> {
    let plain = plan::bare_name(asked);
    let index = whole.contents().register.find(|one| plan::bare_name(&one.id) == plain)?;
    Some(Subject::Statement(whole, index))
}

/// Words that turn what follows them around.
const DENIALS: [&str; 4] = ["geen", "niet", "zonder", "no"];

/// The one intervention, part, field or rule of which a name has all these words, and not many more.
fn only<'m>(model: Model<'m>, asked: &str) -> Option<Subject<'m>> {
    let count = |text: &str| text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).count();
    // What says that something is not there is no name of that.
    let denies =
        |name: &str| name.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| DENIALS.contains(&word));
    let has = |name: &str| {
        plan::has_words(name, asked) && count(name) <= 3 * count(asked).max(1) && (denies(asked) || !denies(name))
    };
    let sorts: [fn(&Subject<'_>) -> bool; 3] = [
        |subject| matches!(subject, Subject::Intervention(_)),
        |subject| matches!(subject, Subject::Part(..) | Subject::Field(..)),
        |subject| matches!(subject, Subject::Rule(_) | Subject::Condition(_) | Subject::Indicator(_)),
    ];
    // Its own names weigh more than what else it is called; a heading over a field is known as a whole only.
    let own = |subject: &Subject<'m>| [subject.named().0, subject.named().1].into_iter().any(has);
    let any = |subject: &Subject<'m>| !matches!(subject, Subject::Field(..)) && names(*subject).into_iter().any(has);
    let mut ways = sorts.into_iter().flat_map(|sort| [(sort, true), (sort, false)]);
    ways.find_map(|(sort, by_own)| {
        let fits = |subject: &Subject<'m>| if by_own { own(subject) } else { any(subject) };
        let mut found = subjects(model).filter(sort).filter(fits);
        let first = found.next()?;
        found.all(|other| same_name(other.id(), first.id())).then_some(first)
    })
}

/// Names near the one that was asked for.
#[must_use]
pub fn suggestions(model: Model<'_>, asked: &str) -> Vec<String> {
    let name = asked.to_lowercase().replace([' ', '_'], "-");
    let plain = plan::bare_name(asked);
    let near = |known: &str| {
        let key = plan::bare_name(known);
        let distance = name_distance(&plain, &key);
        let part = known.contains(&name) && name.len() > 2;
        (distance <= key.len() / 3 || part).then_some(distance)
    };
    let own = subjects(model).filter_map(|subject| {
        let distance = names(subject).into_iter().filter_map(near).min()?;
        Some((distance, subject.id()))
    });
    let lints = Lint::ALL.into_iter().filter_map(|lint| Some((near(lint.code())?, lint.code())));
    let mut near: Vec<(usize, &str)> = own.chain(lints).collect();
    near.sort_unstable();
    near.dedup_by_key(|(_, id)| *id);
    near.into_iter().take(5).map(|(_, known)| known.to_owned()).collect()
}
