//! The block `regioplan`, `leidraad`, `werkplan` or `aanvulling`: id, version, validity, years, calendar.
//!
//! What is missing is reported, and stays as it is in an empty file: there is always a model to fill.

use jiff::civil::Date;

use crate::model::{Beside, Calendar, Contents, Deviation, Follows, Programme};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

use super::problem::{Fault, Wrong};

/// What the head of a file says.
pub struct Head {
    /// What every file has there; nothing else stands in it yet.
    pub contents: Contents,
    pub sort: Sort,
}

impl Head {
    /// First and last day on which the file is in force; a leidraad always is.
    pub fn valid(&self) -> (Date, Date) {
        match self.sort {
            Sort::Regioplan { valid, .. } | Sort::Werkplan { valid } | Sort::Aanvulling { valid, .. } => valid,
            Sort::Leidraad => ALWAYS,
        }
    }
}

/// What a file is, with what only that sort of file says in its head.
pub enum Sort {
    Regioplan { valid: (Date, Date), programme: Programme, follows: Option<Follows>, beside: Vec<Beside> },
    Leidraad,
    Werkplan { valid: (Date, Date) },
    Aanvulling { valid: (Date, Date), follows: Option<Follows> },
}

/// Reads the header. Without one a file is read as a regioplan.
pub fn read(tree: &Tree, faults: &mut Vec<Fault>) -> Head {
    let mut found: Option<Head> = None;
    for block in &tree.blocks {
        let mut own = Vec::new();
        match (of_block(block, &mut own), &found) {
            (Some(head), None) => {
                faults.extend(own);
                found = Some(head);
            }
            (Some(_), Some(_)) => faults.push(Wrong::SecondHead.at(block.head.span)),
            (None, _) => {}
        }
    }
    found.unwrap_or_else(|| {
        faults.push(Wrong::NoHead.at(tree.blocks.first().map_or(Span::default(), |block| block.head.span)));
        let sort = Sort::Regioplan { valid: ALWAYS, programme: one_year(), follows: None, beside: Vec::new() };
        Head { contents: Contents::default(), sort }
    })
}

/// Where no days of validity can be read.
const ALWAYS: (Date, Date) = (Date::MIN, Date::MAX);

/// Where no years can be read.
fn one_year() -> Programme {
    Programme { first_year: 1, last_year: 1, calendar: Calendar::StartQuarter, plan_years: Vec::new(), ends: None }
}

/// What a block says, when it is a head. What is missing is reported.
fn of_block(block: &Block, faults: &mut Vec<Fault>) -> Option<Head> {
    let mut lines = Lines { block, faults };
    let (id, version, sort) = match &block.head.body {
        Body::Regioplan { id, version } => {
            let mut programme = one_year();
            lines.years(&mut programme);
            let valid = lines.valid("beoordeelt plannen");
            programme.calendar = calendar(block, lines.faults);
            programme.plan_years = plan_years(block, &programme, lines.faults);
            programme.ends = ends(block, valid, lines.faults);
            let beside = beside(block, lines.faults);
            let follows = follows(block, lines.faults);
            (id, version.text.clone(), Sort::Regioplan { valid, programme, follows, beside })
        }
        // A werkplan judges a region's figures, by calendar year.
        Body::Werkplan { id, version } => {
            (id, format!("werkplan-{}", version.text), Sort::Werkplan { valid: lines.valid("geldt") })
        }
        Body::Aanvulling { id, version } => {
            let valid = lines.valid("geldt");
            (id, version.text.clone(), Sort::Aanvulling { valid, follows: follows(block, lines.faults) })
        }
        // A leidraad has editions instead of a version, and judges no plan.
        Body::Leidraad { id } => (id, last_edition(block).unwrap_or_default(), Sort::Leidraad),
        _ => return None,
    };
    let (name, document) = lines.names();
    Some(Head { contents: Contents { id: id.text.clone(), version, name, document, ..Contents::default() }, sort })
}

fn last_edition(block: &Block) -> Option<String> {
    block.clauses.iter().rev().find_map(|clause| match &clause.body {
        Body::LeidraadVersie { version, .. } => Some(version.text.clone()),
        _ => None,
    })
}

/// The lines of the head, with what is wrong in them.
struct Lines<'a> {
    block: &'a Block,
    faults: &'a mut Vec<Fault>,
}

impl Lines<'_> {
    /// What the one line says that the head must have.
    fn line<T>(&mut self, what: &'static str, read: impl Fn(&Body) -> Option<T>) -> Option<(Span, T)> {
        let mut lines = self.block.clauses.iter();
        let first = lines.find_map(|clause| read(&clause.body).map(|value| (clause.span, value)));
        if first.is_none() {
            self.faults.push(Wrong::HeadLacks(what).at(self.block.head.span));
        }
        first
    }

    /// The name of the region or of the party, and the title of the document.
    fn names(&mut self) -> (String, String) {
        let name = self.line("naam", |body| if let Body::Naam(text) = body { Some(text.text.clone()) } else { None });
        let document =
            self.line("document", |body| if let Body::Document(text) = body { Some(text.text.clone()) } else { None });
        let said = |line: Option<(Span, String)>| line.map(|(_, text)| text).unwrap_or_default();
        (said(name), said(document))
    }

    /// First and last day of validity.
    fn valid(&mut self, what: &'static str) -> (Date, Date) {
        let days = self.line(what, |body| match body {
            Body::Beoordeelt { from, to } | Body::Geldt { from, to } => Some((*from, *to)),
            _ => None,
        });
        let Some((span, valid)) = days else { return ALWAYS };
        if valid.0 > valid.1 {
            self.faults.push(Wrong::Dates.at(span));
        }
        valid
    }

    fn years(&mut self, programme: &mut Programme) {
        let years = self.line("jaren", |body| match body {
            Body::Jaren { first, last } => Some((*first, *last)),
            _ => None,
        });
        match years {
            Some((_, (first, last))) if first > 0 && first <= last && last <= Programme::MOST_YEARS => {
                (programme.first_year, programme.last_year) = (first, last);
            }
            Some((span, _)) => self.faults.push(Wrong::Years.at(span)),
            None => {}
        }
    }
}

/// The guide that a regioplan follows, and where it deviates from it.
fn follows(block: &Block, faults: &mut Vec<Fault>) -> Option<Follows> {
    let mut found = block.clauses.iter().find_map(|clause| match &clause.body {
        Body::VolgtLeidraad { id, version } => Some(Follows {
            id: id.text.clone(),
            version: version.text.clone(),
            deviations: Vec::new(),
            span: clause.span,
        }),
        _ => None,
    });
    for clause in &block.clauses {
        let Body::WijktAf { rule, reason } = &clause.body else { continue };
        match &mut found {
            Some(found) => found.deviations.push(Deviation {
                rule: rule.text.clone(),
                reason: reason.text.clone(),
                at: rule.span,
                span: clause.span,
            }),
            None => faults.push(Wrong::DeviatesFromNothing.at(clause.span)),
        }
    }
    found
}

/// The years for which there is one plan: years of the head that follow each other, each in one plan.
fn plan_years(block: &Block, programme: &Programme, faults: &mut Vec<Fault>) -> Vec<(u8, u8)> {
    let mut found: Vec<(u8, u8)> = Vec::new();
    for clause in &block.clauses {
        let Body::PlanVoorJaren(years) = &clause.body else { continue };
        let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { continue };
        let known = programme.years();
        let follow = years.iter().copied().eq(first..=last) && known.contains(&first) && known.contains(&last);
        let apart = found.iter().all(|(from, to)| last < *from || *to < first);
        if follow && apart {
            found.push((first, last));
        } else {
            faults.push(Wrong::PlanYears.at(clause.span));
        }
    }
    found
}

/// The last day of the programme.
fn ends(block: &Block, valid: (Date, Date), faults: &mut Vec<Fault>) -> Option<Date> {
    let mut lines = block.clauses.iter();
    let (span, date) = lines.find_map(|clause| match &clause.body {
        Body::ProgrammaEindigt(date) => Some((clause.span, *date)),
        _ => None,
    })?;
    if date < valid.0 {
        faults.push(Wrong::EndsEarly.at(span));
        return None;
    }
    Some(date)
}

/// The aanvullingen that a regioplan names, each once.
fn beside(block: &Block, faults: &mut Vec<Fault>) -> Vec<Beside> {
    let mut found: Vec<Beside> = Vec::new();
    for clause in &block.clauses {
        let Body::SamenMet { id, version } = &clause.body else { continue };
        let version = version.as_ref().map(|version| version.text.clone());
        let same =
            |old: &&Beside| old.id == id.text && (old.version == version || old.version.is_none() || version.is_none());
        match found.iter().find(same) {
            Some(first) => faults.push(Wrong::twice(id, first.span)),
            None => found.push(Beside { id: id.text.clone(), version, span: id.span }),
        }
    }
    found
}

fn calendar(block: &Block, faults: &mut Vec<Fault>) -> Calendar {
    let mut by_quarter = false;
    let mut january: Option<Option<i16>> = None;
    let mut transition = None;
    for clause in &block.clauses {
        match &clause.body {
            Body::JarenTellen { january_from: None } => by_quarter = true,
            Body::JarenTellen { january_from: Some(from) } => january = Some(*from),
            Body::Transitiejaar(year) => transition = Some((*year, clause.span)),
            _ => {}
        }
    }
    match (january, transition) {
        (Some(Some(from)), found) => {
            if let Some((transition, span)) = found.filter(|(t, _)| *t + 1 != from) {
                faults.push(Wrong::Transition(transition).at(span));
            }
            Calendar::JanuaryFrom { year: from, transition: found.map(|(year, _)| year) }
        }
        (_, Some((transition, span))) => {
            faults.push(Wrong::Transition(transition).at(span));
            Calendar::StartQuarter
        }
        (Some(None), None) => Calendar::January,
        (None, None) => {
            if !by_quarter {
                faults.push(Wrong::NoCount.at(block.head.span));
            }
            Calendar::StartQuarter
        }
    }
}
