//! The days of a region as a calendar (iCalendar, RFC 5545): an event of one day for each, in order.
//!
//! The same input gives the same bytes: an event is known by what it is about, and its stamp is the reference date.

use ics::properties::{Categories, Description, DtStart, Summary, Transp};
use ics::{Event, ICalendar, escape_text};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::diagnostic::{Arg, Join, Text};
use crate::session::hex;

use super::Catalog;
use super::region::{Day, RegionReport};

/// All days of all regions in one calendar.
#[must_use]
pub fn region_ics(reports: &[RegionReport<'_>], catalog: &Catalog) -> String {
    let mut calendar = ICalendar::new("2.0", format!("-//mtvp//mtvp region//{}", catalog.lang().word().to_uppercase()));
    for report in reports {
        for day in report.deadlines() {
            calendar.add_event(event(report, &day, catalog));
        }
    }
    calendar.to_string()
}

fn event<'e>(report: &RegionReport<'_>, day: &Day<'_>, catalog: &Catalog) -> Event<'e> {
    let deadline = day.deadline;
    let what = catalog.say(&deadline.what);
    let known = format!("{}/{}/{:?}/{:?}/{what}", report.judged.id, deadline.date, deadline.rule, deadline.year);
    let uid: String = hex(&Sha256::digest(known)).chars().take(32).collect();
    let mut event = Event::new(format!("{uid}@mtvp"), format!("{}T000000Z", compact(report.reference)));
    let mut start = DtStart::new(compact(deadline.date));
    start.append(ics::parameters!("VALUE" => "DATE"));
    event.push(start);
    let summary = match day.practices.len() {
        0 => Text::new("region-ics-own").with("what", what),
        count => Text::new("region-ics-summary").with("what", what).with("count", count),
    };
    event.push(Summary::new(text(&catalog.say(&summary))));
    let names = day.practices.iter().map(|one| one.name.clone());
    let names = match day.practices.len() {
        0 => day.who(report),
        _ => Text::new("region-names").with("names", Arg::words(names.collect::<Vec<_>>(), Join::Comma)),
    };
    event.push(Description::new(text(&catalog.say(&names))));
    event.push(Categories::new(text(&report.model.name)));
    event.push(Transp::transparent());
    event
}

/// `20261231`
fn compact(date: Date) -> String {
    date.to_string().replace('-', "")
}

/// A text of a calendar: no sign in it means anything.
fn text(said: &str) -> String {
    let seen: String = said.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    escape_text(seen).into_owned()
}
