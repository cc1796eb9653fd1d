//! Words of the programme that stand in no regioplan by themselves, and years and dates in every form.
//!
//! In: a word. Out: what it means, and for a year or a day what the regions say of it.

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::model::{Calendar, Model};
use crate::plan;
use crate::value::Quarter;

use super::docs::{asks_in, calendar_texts};
use super::page::Page;

/// A word of the programme.
struct Term {
    name: &'static str,
    /// What people write for it.
    also: &'static [&'static str],
    /// The message that says what it is.
    about: &'static str,
}

const fn term(name: &'static str, also: &'static [&'static str], about: &'static str) -> Term {
    Term { name, also, about }
}

const TERMS: [Term; 24] = [
    term("aanvulling", &["aanvullingen", "supplement", "supplements"], "term-supplement"),
    term("afwijking", &["afwijkingen", "ontheffing", "waiver", "waivers"], "term-waiver"),
    term("besluit", &["besluiten", "decision", "decisions"], "term-decision"),
    term("bevinding", &["bevindingen", "finding", "findings"], "term-finding"),
    term("bewijsstuk", &["bewijs", "bewijsstukken", "evidence"], "term-evidence"),
    term("einddoel", &["einddoelen", "end goal", "end goals"], "term-goal"),
    term("groeimodel", &["growth model"], "term-growth"),
    term("interventie", &["interventies", "intervention", "interventions"], "term-intervention"),
    term("kernelement", &["kernelementen", "core element", "core elements"], "term-element"),
    term("kwartaal", &["kwartalen", "quarter", "quarters"], "term-quarter"),
    term("leidraad", &["landelijke leidraad", "leidraad mtvp", "guide", "guideline"], "term-guide"),
    term(
        "minimale eis",
        &["minimale eisen", "inspanningsverplichting", "minimum requirement", "minimum requirements"],
        "term-minimum",
    ),
    term(
        "meer tijd voor de patiënt",
        &["mtvp", "meer tijd voor de patient", "more time for the patient"],
        "term-programme",
    ),
    term("peildatum", &["peildag", "as-of", "as of", "reference date"], "term-as-of"),
    term("praktijkplan", &["individueel praktijkplan", "plan", "practice plan", "practice plans"], "term-plan"),
    term("programmajaar", &["mtvp-jaar", "jaar van het programma", "implementatiejaar", "programme year"], "term-year"),
    term("regel", &["regels", "rule", "rules"], "term-rule"),
    term("soort keuze", &["soorten keuze", "keuzesoort", "kind of choice", "kinds of choice"], "term-kind"),
    term("te laat", &["overdue"], "term-late"),
    term("transitiejaar", &["overgangsjaar", "transition year"], "term-transition"),
    term(
        "uiterste dag",
        &["deadline", "deadlines", "uiterste datum", "inleverdatum", "inlevertermijn", "wanneer inleveren", "due date"],
        "term-deadline",
    ),
    term("uitspraak", &["uitspraken", "bron", "bronnen", "bronnenregister", "statement"], "term-statement"),
    term("vaste controle", &["vaste controles", "built-in check", "fixed check"], "term-built-in"),
    term("werkplan", &["werkplannen", "jaarplan", "work plan", "work plans"], "term-work-plan"),
];

/// What was asked for, when it is a word of the programme, a year or a day.
pub enum Asked {
    Term(usize),
    Year(u8),
    Calendar(i16),
    Quarter(Quarter),
    Day(Date),
}

impl Asked {
    /// Reads a word.
    pub fn of(word: &str) -> Option<Self> {
        let word = word.trim();
        let plain = plan::bare_name(word);
        let same = |name: &str| plan::bare_name(name) == plain;
        if let Some(at) = TERMS.iter().position(|term| same(term.name) || term.also.iter().any(|name| same(name))) {
            return Some(Self::Term(at));
        }
        // A number by itself may be a name.
        let says_year = word.len() > 1 && (plain.contains("jaar") || word.contains(|c: char| c.is_ascii_digit()));
        let year = plan::certain(word, plan::read_year).ok().filter(|_| says_year).map(Self::Year);
        year.or_else(|| plan::calendar_year(word).map(Self::Calendar))
            .or_else(|| plan::certain(word, plan::read_date).ok().map(Self::Day))
            .or_else(|| plan::certain(word, plan::read_quarter).ok().map(Self::Quarter))
    }

    /// Writes what it means; `every` is each version of each region, `newest` one of each.
    pub fn write(&self, page: &mut Page<'_>, newest: &[Model<'_>], every: &[Model<'_>]) {
        match self {
            Self::Term(at) => {
                if let Some(term) = TERMS.get(*at) {
                    page.line(0, &Text::new("term-title").with("id", term.name));
                    page.line(1, &Text::new(term.about));
                }
            }
            Self::Year(year) => of_year(page, *year, newest),
            Self::Calendar(year) => {
                page.line(0, &Text::new("term-calendar-title").with("year", year.to_string()));
                page.line(1, &plan::of_calendar_year(*year));
                let days = Date::new(*year, 1, 1).ok().zip(Date::new(*year, 12, 31).ok());
                in_force(page, days, every);
            }
            Self::Quarter(quarter) => {
                page.line(0, &Text::new("term-quarter-title").with("quarter", named(*quarter)));
                let days = (quarter.first_day(), quarter.last_day());
                page.line(1, &Text::new("term-quarter-days").with("from", days.0).with("until", days.1));
                in_force(page, Some(days), every);
            }
            Self::Day(day) => {
                let quarter = Quarter { year: day.year(), number: (day.month() + 2) / 3 };
                page.line(0, &Text::new("term-day-title").with("date", day.to_string()).with("day", *day));
                page.line(1, &Text::new("term-day-quarter").with("quarter", named(quarter)));
                in_force(page, Some((*day, *day)), every);
            }
        }
    }
}

fn named(quarter: Quarter) -> String {
    format!("{}-Q{}", quarter.year, quarter.number)
}

/// The words that have a page.
pub fn words() -> impl Iterator<Item = String> {
    TERMS.iter().map(|term| term.name.to_owned())
}

fn of_year(page: &mut Page<'_>, year: u8, newest: &[Model<'_>]) {
    page.line(0, &Text::new("term-year-title").with("year", year));
    page.line(1, &Text::new("term-year"));
    let regioplannen = || newest.iter().filter_map(|model| model.regioplan());
    for one in regioplannen().filter(|one| one.programme.calendar != Calendar::StartQuarter) {
        page.line(1, &Text::new("term-year-of").with("region", &one.contents.name));
        for text in calendar_texts(&one.programme) {
            page.line(2, &text);
        }
    }
    for model in newest {
        // A leidraad and a werkplan say nothing of the years of practices.
        let years = model.years();
        let (Some(first), Some(last)) = (years.first(), years.last()) else { continue };
        let model = model.contents();
        let names: Vec<String> = asks_in(model, year).map(|rule| format!("`{}::{}`", model.id, rule.id)).collect();
        page.head(&Text::new("term-year-rules").with("region", &model.name).with("year", year));
        let text = if years.contains(&year) {
            Text::new("explain-names").with("names", Arg::words(names, Join::Comma))
        } else {
            Text::new("year-outside-help").with("first", *first).with("last", *last)
        };
        page.line(1, &text);
    }
}

/// Which versions judge plans that are handed in on one of these days.
fn in_force(page: &mut Page<'_>, days: Option<(Date, Date)>, every: &[Model<'_>]) {
    let Some((from, until)) = days else { return };
    let judging = every.iter().filter_map(|model| model.regioplan());
    let valid = judging.filter(|one| one.valid.0 <= until && from <= one.valid.1).map(|one| &one.contents);
    let mut names: Vec<String> = valid.map(|one| format!("{} (`{}`)", one.name, one.full_id())).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        page.line(1, &Text::new("term-in-force").with("names", Arg::words(names, Join::Comma)));
    }
}
