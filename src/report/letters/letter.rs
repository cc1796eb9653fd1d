//! A letter to one practice, as what fills a template. Its names are Dutch and stand in docs/regios.md: regions write templates with
//! them.
//!
//! In: one practice, and the region that it is of. Out: texts in one language. Nothing of another practice stands in it.

use serde::Serialize;

use crate::diagnostic::Text;
use crate::model::Quarter;
use crate::session::{Deadline, Practice, Reached, Status, Thing, Turn};
use crate::settings::Answer;

use super::super::Catalog;
use super::super::dates::long;
use super::super::foreign::{escape, for_programs};
use super::super::region::RegionReport;
use super::super::said::decided;

/// Can be filled in with one text all through, to try a template with.
trait Tried {
    fn with(text: &str) -> Self;
}

impl Tried for String {
    fn with(text: &str) -> Self {
        text.to_owned()
    }
}

impl Tried for bool {
    fn with(text: &str) -> Self {
        !text.is_empty()
    }
}

impl<T: Tried> Tried for Vec<T> {
    fn with(text: &str) -> Self {
        vec![T::with(text)]
    }
}

/// What a template names: each name once.
macro_rules! named {
    ($($(#[$about:meta])* pub struct $name:ident { $($(#[$note:meta])* pub $key:ident: $type:ty,)+ })+) => {
        $($(#[$about])*
        #[derive(Debug, Default, Serialize)]
        pub struct $name {
            $($(#[$note])* pub $key: $type),+
        }

        impl Tried for $name {
            fn with(text: &str) -> Self {
                Self { $($key: Tried::with(text)),+ }
            }
        })+
    };
}

named! {
    /// All that a template can name.
    pub struct Letter {
        pub taal: String,
        /// The day from which it is looked.
        pub datum: String,
        pub regio: Region,
        pub praktijk: Receiver,
        pub plan: Plan,
        /// Where the practice stands, in words.
        pub stand: String,
        /// The plan that must be handed in first.
        pub nodig: Needed,
        pub te_doen: Vec<Point>,
        pub mag_beter: Vec<Point>,
        pub te_beoordelen: Vec<Point>,
        pub besluiten: Vec<Decision>,
        pub afwijkingen: Vec<Waiver>,
        /// What waits, and of which the day has passed.
        pub nog_open: Vec<Later>,
        pub later: Vec<Later>,
        pub termijnen: Vec<Day>,
        /// Whom to ask; empty when nobody says.
        pub vragen_aan: String,
    }

    pub struct Region {
        pub naam: String,
        pub regioplan: String,
        pub kalenderjaar: String,
    }

    pub struct Receiver {
        pub naam: String,
        pub agb: String,
        pub adres: Vec<String>,
        pub contactpersoon: String,
        pub e_mail: String,
        pub bestand: String,
    }

    pub struct Plan {
        pub aanwezig: bool,
        pub leesbaar: bool,
        /// Why it cannot be read.
        pub waarom: String,
        pub regioplan: String,
        pub jaar: String,
        /// The year that is looked at, when its plan is judged too.
        pub ook_jaar: String,
        pub startkwartaal: String,
        pub ingediend: String,
    }

    pub struct Needed {
        pub wat: String,
        pub uiterlijk: String,
        pub te_laat: bool,
    }

    /// Something that is open.
    pub struct Point {
        pub titel: String,
        pub uitleg: String,
        pub hulp: String,
        pub jaar: String,
        pub interventie: String,
        pub regel: String,
        pub bron: String,
        /// The line of the plan.
        pub plaats: String,
        pub plan_jaar: String,
        pub uiterlijk: String,
        pub te_laat: bool,
        /// What was decided before.
        pub besluit: String,
    }

    pub struct Decision {
        pub titel: String,
        pub jaar: String,
        pub interventie: String,
        pub akkoord: bool,
        pub besluit: String,
        pub toelichting: String,
        pub door: String,
        pub datum: String,
        /// What was judged has changed since.
        pub verouderd: bool,
    }

    pub struct Waiver {
        pub titel: String,
        pub jaar: String,
        pub reden: String,
        pub door: String,
        pub datum: String,
        pub tot: String,
    }

    /// What is to be shown by one day, later or by now.
    pub struct Later {
        pub datum: String,
        /// The day ends a year, at whose accounting it is to be shown; else it is the last day by a rule.
        pub einde_jaar: bool,
        pub jaar: String,
        pub punten: Vec<String>,
    }

    pub struct Day {
        pub datum: String,
        pub wat: String,
        pub te_laat: bool,
    }
}

impl Letter {
    /// The letter to a practice. `asked` is whom it can ask, as the settings say.
    #[must_use]
    pub fn to(practice: &Practice, report: &RegionReport<'_>, asked: Option<&str>, catalog: &Catalog) -> Self {
        let writer = Writer { report, catalog };
        let things = |turn| practice.things.iter().flat_map(move |things| things.of_turn(turn));
        let points = |turn| things(turn).map(|thing| writer.point(thing)).collect::<Vec<_>>();
        let all = || practice.things.iter().flat_map(|things| &things.list);
        let figures = || report.asked.map(Reached::in_one);
        let has_passed = |thing: &Thing| thing.due.or(thing.after).is_some_and(|date| date < report.reference);
        Self {
            taal: catalog.lang().word().to_owned(),
            datum: long(catalog, report.reference),
            regio: Region {
                naam: own(&report.model.name),
                regioplan: own(&report.judged.full_id()),
                kalenderjaar: report.calendar_year.to_string(),
            },
            praktijk: Writer::receiver(practice),
            plan: writer.plan(practice),
            stand: catalog.word(practice.standing.status.text_id()),
            nodig: practice.next.as_ref().map_or_else(Needed::default, |next| Needed {
                wat: catalog.say(&next.what),
                uiterlijk: next.due.map_or_else(String::new, |date| long(catalog, date)),
                te_laat: next.due.is_some_and(|date| date < report.reference),
            }),
            te_doen: points(Turn::Must),
            mag_beter: points(Turn::May),
            te_beoordelen: points(Turn::Review),
            besluiten: all().filter_map(|thing| writer.decision(thing)).collect(),
            afwijkingen: things(Turn::Waived).filter_map(|thing| writer.waiver(thing)).collect(),
            nog_open: writer.later(things(Turn::Later).filter(|thing| has_passed(thing))),
            later: writer.later(things(Turn::Later).filter(|thing| !has_passed(thing))),
            termijnen: writer.days(practice),
            vragen_aan: own(&asked.map(str::to_owned).or_else(figures).unwrap_or_default()),
        }
    }

    /// Letters to try a template with: one in which nothing is left open, and one in which all is, each with one of everything.
    #[must_use]
    pub fn tried() -> [Self; 3] {
        let with = |text| {
            let letter = Self::with(text);
            Self { taal: "nl".to_owned(), plan: Plan { aanwezig: true, ..letter.plan }, ..letter }
        };
        [with("x"), with(""), Self::default()]
    }
}

struct Writer<'a> {
    report: &'a RegionReport<'a>,
    catalog: &'a Catalog,
}

impl Writer<'_> {
    fn receiver(practice: &Practice) -> Receiver {
        let post = practice.things.as_ref().map(|things| things.post.clone()).unwrap_or_default();
        let (person, email) = post.reached.map(|reached| (reached.person, reached.email)).unzip();
        let path = practice.path.as_deref().map(|path| for_programs(path).into_owned());
        Receiver {
            naam: own(&practice.name),
            agb: own(practice.agb.as_deref().unwrap_or_default()),
            adres: post.address.iter().map(|line| own(line)).collect(),
            contactpersoon: own(&person.flatten().unwrap_or_default()),
            e_mail: own(&email.unwrap_or_default()),
            bestand: own(&path.unwrap_or_default()),
        }
    }

    fn plan(&self, practice: &Practice) -> Plan {
        let readable = match practice.standing.status {
            Status::Unreadable => false,
            Status::InOrder | Status::ToMend | Status::ToReview | Status::NoPlan | Status::NotAsked => {
                practice.source.is_some()
            }
        };
        let start = |quarter: Quarter| format!("{}-Q{}", quarter.year, quarter.number);
        Plan {
            aanwezig: practice.path.is_some(),
            leesbaar: readable,
            waarom: practice.unread.as_ref().map_or_else(String::new, |why| {
                // It stands within a sentence.
                self.catalog.say(why).trim_end_matches('.').to_owned()
            }),
            regioplan: own(practice.regioplan.as_deref().unwrap_or_default()),
            jaar: number(practice.year.filter(|_| readable || practice.source.is_none())),
            ook_jaar: number(practice.of_year.as_ref().map(|(year, _)| *year)),
            startkwartaal: practice.start.map_or_else(String::new, start),
            ingediend: practice.handed_in.map_or_else(String::new, |date| long(self.catalog, date)),
        }
    }

    fn point(&self, thing: &Thing) -> Point {
        let catalog = self.catalog;
        let said = |text: &Option<Text>| text.as_ref().map_or_else(String::new, |text| catalog.say(text));
        let source = thing.source.iter();
        let source = source.map(|(id, part)| if part.is_empty() { id.clone() } else { format!("{id}, {part}") });
        let date = |date| long(catalog, date);
        Point {
            titel: catalog.say(&thing.title),
            uitleg: said(&thing.detail),
            hulp: said(&thing.help),
            jaar: number(thing.year),
            interventie: own(thing.intervention.as_deref().unwrap_or_default()),
            regel: thing.rule.clone(),
            bron: own(&source.collect::<Vec<_>>().join("; ")),
            plaats: thing.line.map_or_else(String::new, |line| line.to_string()),
            plan_jaar: number(thing.of_plan),
            uiterlijk: thing.due.map_or_else(String::new, date),
            te_laat: thing.due.is_some_and(|date| date < self.report.reference),
            besluit: thing.decided.as_ref().map_or_else(String::new, |found| decided(found, catalog)),
        }
    }

    fn decision(&self, thing: &Thing) -> Option<Decision> {
        let found = thing.decided.as_ref()?;
        Some(Decision {
            titel: self.catalog.say(&thing.title),
            jaar: number(thing.year),
            interventie: own(thing.intervention.as_deref().unwrap_or_default()),
            akkoord: match found.answer {
                Answer::Agreed => true,
                Answer::Refused => false,
            },
            besluit: self.catalog.word(found.answer.text_id()),
            toelichting: own(found.note.as_deref().unwrap_or_default()),
            door: own(&found.by),
            datum: long(self.catalog, found.on),
            verouderd: found.outdated,
        })
    }

    fn waiver(&self, thing: &Thing) -> Option<Waiver> {
        let found = thing.waived.as_ref()?;
        Some(Waiver {
            titel: self.catalog.say(&thing.title),
            jaar: number(thing.year),
            reden: own(found.reason.as_deref().unwrap_or_default()),
            door: own(&found.by),
            datum: long(self.catalog, found.agreed),
            tot: found.until.map_or_else(String::new, |date| long(self.catalog, date)),
        })
    }

    /// What comes later, by day; each title once.
    fn later<'t>(&self, things: impl Iterator<Item = &'t Thing>) -> Vec<Later> {
        let mut days: Vec<(_, Later)> = Vec::new();
        for thing in things {
            let key = (thing.due.or(thing.after), thing.due.is_none(), thing.year);
            let title = self.catalog.say(&thing.title);
            match days.iter_mut().find(|(known, _)| *known == key) {
                Some((_, day)) if !day.punten.contains(&title) => day.punten.push(title),
                Some(_) => {}
                None => {
                    let day = Later {
                        datum: key.0.map_or_else(String::new, |date| long(self.catalog, date)),
                        einde_jaar: key.1,
                        jaar: number(thing.year),
                        punten: vec![title],
                    };
                    days.push((key, day));
                }
            }
        }
        days.sort_by_key(|((date, ends, year), _)| (date.is_none(), *date, *ends, *year));
        days.into_iter().map(|(_, day)| day).collect()
    }

    fn days(&self, practice: &Practice) -> Vec<Day> {
        let day = |day: &Deadline| Day {
            datum: long(self.catalog, day.date),
            wat: self.catalog.say(&day.what),
            te_laat: day.is_late(self.report.reference),
        };
        practice.standing.deadlines.iter().map(day).collect()
    }
}

/// What somebody wrote, on one line.
fn own(text: &str) -> String {
    escape(&text.replace(['\n', '\r', '\t'], " "))
}

fn number(year: Option<u8>) -> String {
    year.map_or_else(String::new, |year| year.to_string())
}
