//! The block `regioplan`, `leidraad`, `werkplan` or `aanvulling`: id, version, validity, years, calendar.
//!
//! What is missing is reported, and stays as it is in an empty file: there is always a model to fill.

use jiff::civil::Date;

use crate::model::{Beside, Calendar, Deviation, Follows, Program, Reasons, Regioplan, Sort, Table};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

use super::problem::{Fault, Wrong};

/// What the file is, when a block is its head.
fn sort_of(head: &Body) -> Option<Sort> {
    match head {
        Body::Regioplan { .. } => Some(Sort::Regioplan),
        Body::Leidraad { .. } => Some(Sort::Leidraad),
        Body::Werkplan { .. } => Some(Sort::Werkplan),
        Body::Aanvulling { .. } => Some(Sort::Aanvulling),
        _ => None,
    }
}

/// Reads the header: a model with nothing else in it.
pub fn read(tree: &Tree, faults: &mut Vec<Fault>) -> Regioplan {
    let mut heads = tree.blocks.iter().filter_map(|block| Some((sort_of(&block.head.body)?, block)));
    let Some((sort, block)) = heads.next() else {
        faults.push(Wrong::NoHead.at(tree.blocks.first().map_or(Span::default(), |block| block.head.span)));
        return empty(Sort::Regioplan);
    };
    faults.extend(heads.map(|(_, second)| Wrong::SecondHead.at(second.head.span)));
    let mut model = empty(sort);
    if let Body::Regioplan { id, .. }
    | Body::Leidraad { id }
    | Body::Werkplan { id, .. }
    | Body::Aanvulling { id, .. } = &block.head.body
    {
        model.id.clone_from(&id.text);
    }
    let mut head = Head { block, faults };
    match &block.head.body {
        Body::Regioplan { version, .. } => {
            model.version.clone_from(&version.text);
            head.years(&mut model);
            head.valid(&mut model, "beoordeelt plannen");
        }
        // A werkplan judges a region's figures, by calendar year.
        Body::Werkplan { version, .. } => {
            model.version = format!("werkplan-{}", version.text);
            model.calendar = Calendar::January;
            head.valid(&mut model, "geldt");
        }
        // An aanvulling is for regioplannen of any number of years.
        Body::Aanvulling { version, .. } => {
            model.version.clone_from(&version.text);
            model.last_year = MOST_YEARS;
            head.valid(&mut model, "geldt");
        }
        // A leidraad has editions instead of a version, and judges no plan.
        _ => model.version = last_edition(block).unwrap_or_default(),
    }
    head.names(&mut model);
    if sort == Sort::Regioplan {
        model.calendar = calendar(block, faults);
        model.plan_years = plan_years(block, &model, faults);
        model.ends = ends(block, &model, faults);
        model.beside = beside(block, faults);
    }
    if matches!(sort, Sort::Regioplan | Sort::Aanvulling) {
        model.follows = follows(block, faults);
    }
    model
}

/// No programme goes on for so many years.
const MOST_YEARS: u8 = 50;

fn empty(sort: Sort) -> Regioplan {
    Regioplan {
        sort,
        id: String::new(),
        version: String::new(),
        name: String::new(),
        document: String::new(),
        valid: (Date::MIN, Date::MAX),
        first_year: 1,
        last_year: 1,
        calendar: Calendar::StartQuarter,
        plan_years: Vec::new(),
        ends: None,
        follows: None,
        beside: Vec::new(),
        supplements: Table::default(),
        resting: Vec::new(),
        records: Table::default(),
        groups: Table::default(),
        conditions: Table::default(),
        elements: Table::default(),
        lists: Table::default(),
        themes: Table::default(),
        goals: Table::default(),
        kinds: Vec::new(),
        interventions: Table::default(),
        rules: Table::default(),
        indicators: Vec::new(),
        overviews: Vec::new(),
        reasons: Reasons::default(),
        editions: Vec::new(),
        renderings: Vec::new(),
        offer_demands: Vec::new(),
        register: Table::default(),
        program: Program::default(),
    }
}

fn last_edition(block: &Block) -> Option<String> {
    block.clauses.iter().rev().find_map(|clause| match &clause.body {
        Body::LeidraadVersie { version, .. } => Some(version.text.clone()),
        _ => None,
    })
}

/// The lines of the head, with what is wrong in them.
struct Head<'a> {
    block: &'a Block,
    faults: &'a mut Vec<Fault>,
}

impl Head<'_> {
    /// What the one line says that the head must have.
    fn line<T>(&mut self, what: &'static str, read: impl Fn(&Body) -> Option<T>) -> Option<(Span, T)> {
        let mut lines = self.block.clauses.iter();
        let first = lines.find_map(|clause| read(&clause.body).map(|value| (clause.span, value)));
        if first.is_none() {
            self.faults.push(Wrong::HeadLacks(what).at(self.block.head.span));
        }
        first
    }

    fn names(&mut self, model: &mut Regioplan) {
        let name = self.line("naam", |body| if let Body::Naam(text) = body { Some(text.text.clone()) } else { None });
        let document =
            self.line("document", |body| if let Body::Document(text) = body { Some(text.text.clone()) } else { None });
        model.name = name.map(|(_, name)| name).unwrap_or_default();
        model.document = document.map(|(_, document)| document).unwrap_or_default();
    }

    /// First and last day of validity.
    fn valid(&mut self, model: &mut Regioplan, what: &'static str) {
        let days = self.line(what, |body| match body {
            Body::Beoordeelt { from, to } | Body::Geldt { from, to } => Some((*from, *to)),
            _ => None,
        });
        let Some((span, valid)) = days else { return };
        if valid.0 > valid.1 {
            self.faults.push(Wrong::Dates.at(span));
        }
        model.valid = valid;
    }

    fn years(&mut self, model: &mut Regioplan) {
        let years = self.line("jaren", |body| match body {
            Body::Jaren { first, last } => Some((*first, *last)),
            _ => None,
        });
        match years {
            Some((_, (first, last))) if first > 0 && first <= last && last <= MOST_YEARS => {
                (model.first_year, model.last_year) = (first, last);
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
fn plan_years(block: &Block, model: &Regioplan, faults: &mut Vec<Fault>) -> Vec<(u8, u8)> {
    let mut found: Vec<(u8, u8)> = Vec::new();
    for clause in &block.clauses {
        let Body::PlanVoorJaren(years) = &clause.body else { continue };
        let (Some(first), Some(last)) = (years.first().copied(), years.last().copied()) else { continue };
        let known = model.first_year..=model.last_year;
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
fn ends(block: &Block, model: &Regioplan, faults: &mut Vec<Fault>) -> Option<Date> {
    let mut lines = block.clauses.iter();
    let (span, date) = lines.find_map(|clause| match &clause.body {
        Body::ProgrammaEindigt(date) => Some((clause.span, *date)),
        _ => None,
    })?;
    if date < model.valid.0 {
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
