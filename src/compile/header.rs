//! The block `regioplan`, `leidraad` or `werkplan`: id, version, validity, years, calendar.

use jiff::civil::Date;

use crate::diagnostic::Problem;
use crate::model::{Calendar, Deviation, Follows, Sort};
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

use super::errors::{about, plain};

/// The header, read.
pub struct Header {
    pub sort: Sort,
    pub id: String,
    pub version: String,
    pub name: String,
    pub document: String,
    pub valid: (Date, Date),
    pub first_year: u8,
    pub last_year: u8,
    pub calendar: Calendar,
    pub follows: Option<Follows>,
}

/// What the file is, by its head.
pub fn sort(tree: &Tree) -> Sort {
    let head = tree.blocks.iter().find_map(|block| match &block.head.body {
        Body::Regioplan { .. } => Some(Sort::Regioplan),
        Body::Leidraad { .. } => Some(Sort::Leidraad),
        Body::Werkplan { .. } => Some(Sort::Werkplan),
        _ => None,
    });
    head.unwrap_or(Sort::Regioplan)
}

/// Reads the header; what is missing is reported.
pub fn read(tree: &Tree, problems: &mut Vec<Problem>) -> Option<Header> {
    let is_head = |body: &Body| matches!(body, Body::Regioplan { .. } | Body::Leidraad { .. } | Body::Werkplan { .. });
    let mut heads = tree.blocks.iter().filter(|block| is_head(&block.head.body));
    let Some(block) = heads.next() else {
        let span = tree.blocks.first().map_or(Span::default(), |block| block.head.span);
        problems.push(plain(span, "header-missing", "header-missing-help"));
        return None;
    };
    for second in heads {
        problems.push(plain(second.head.span, "header-twice", "header-twice-help"));
    }
    match &block.head.body {
        Body::Regioplan { id, version } => regioplan(block, &id.text, &version.text, problems),
        Body::Werkplan { id, version } => work_plan(block, &id.text, &version.text, problems),
        Body::Leidraad { id } => guide(block, &id.text, problems),
        _ => None,
    }
}

fn name(block: &Block, problems: &mut Vec<Problem>) -> Option<String> {
    find(block, "naam", problems, |body| match body {
        Body::Naam(text) => Some(text.text.clone()),
        _ => None,
    })
}

fn document(block: &Block, problems: &mut Vec<Problem>) -> Option<String> {
    find(block, "document", problems, |body| match body {
        Body::Document(text) => Some(text.text.clone()),
        _ => None,
    })
}

/// A werkplan judges a region's figures, by calendar year.
fn work_plan(block: &Block, id: &str, version: &str, problems: &mut Vec<Problem>) -> Option<Header> {
    let valid = find(block, "geldt", problems, |body| match body {
        Body::Geldt { from, to } => Some((*from, *to)),
        _ => None,
    });
    let (name, document) = (name(block, problems), document(block, problems));
    Some(Header {
        sort: Sort::Werkplan,
        id: id.to_owned(),
        version: format!("werkplan-{version}"),
        name: name?,
        document: document?,
        valid: ordered(valid?, block, problems),
        first_year: 1,
        last_year: 1,
        calendar: Calendar::January,
        follows: None,
    })
}

/// A leidraad has editions instead of a version, and judges no plan.
fn guide(block: &Block, id: &str, problems: &mut Vec<Problem>) -> Option<Header> {
    let (name, document) = (name(block, problems), document(block, problems));
    let last = block.clauses.iter().rev().find_map(|clause| match &clause.body {
        Body::LeidraadVersie { version, .. } => Some(version.text.clone()),
        _ => None,
    });
    Some(Header {
        sort: Sort::Leidraad,
        id: id.to_owned(),
        version: last.unwrap_or_default(),
        name: name?,
        document: document?,
        valid: (Date::MIN, Date::MAX),
        first_year: 1,
        last_year: 1,
        calendar: Calendar::StartQuarter,
        follows: None,
    })
}

fn ordered(valid: (Date, Date), block: &Block, problems: &mut Vec<Problem>) -> (Date, Date) {
    if valid.0 > valid.1 {
        let span = line_of(block, |body| matches!(body, Body::Beoordeelt { .. } | Body::Geldt { .. }));
        problems.push(plain(span, "header-dates", "header-dates-help"));
    }
    valid
}

/// The line of the header that says something; without it the head itself.
fn line_of(block: &Block, says: impl Fn(&Body) -> bool) -> Span {
    block.clauses.iter().find(|clause| says(&clause.body)).map_or(block.head.span, |clause| clause.span)
}

/// The guide that a regioplan follows, and where it deviates from it.
fn follows(block: &Block, problems: &mut Vec<Problem>) -> Option<Follows> {
    let mut found: Option<Follows> = None;
    for clause in &block.clauses {
        if let Body::VolgtLeidraad { id, version } = &clause.body {
            if found.is_some() {
                problems.push(about(clause.span, "leidraad", "clause-twice", "clause-twice-help"));
                continue;
            }
            found = Some(Follows {
                id: id.text.clone(),
                version: version.text.clone(),
                deviations: Vec::new(),
                span: clause.span,
            });
        }
    }
    for clause in &block.clauses {
        let Body::WijktAf { rule, reason } = &clause.body else { continue };
        match &mut found {
            Some(found) => found.deviations.push(Deviation {
                rule: rule.text.clone(),
                reason: reason.text.clone(),
                span: clause.span,
            }),
            None => problems.push(plain(clause.span, "deviates-from-nothing", "deviates-from-nothing-help")),
        }
    }
    found
}

fn regioplan(block: &Block, id: &str, version: &str, problems: &mut Vec<Problem>) -> Option<Header> {
    let years = find(block, "jaren", problems, |body| match body {
        Body::Jaren { first, last } => Some((*first, *last)),
        _ => None,
    });
    let valid = find(block, "beoordeelt plannen", problems, |body| match body {
        Body::Beoordeelt { from, to } => Some((*from, *to)),
        _ => None,
    });
    let (name, document) = (name(block, problems), document(block, problems));
    let calendar = calendar(block, problems);
    let follows = follows(block, problems);
    let valid = valid.map(|valid| ordered(valid, block, problems));
    let (first, last) = check_years(years?, block, problems)?;
    Some(Header {
        sort: Sort::Regioplan,
        id: id.to_owned(),
        version: version.to_owned(),
        name: name?,
        document: document?,
        valid: valid?,
        first_year: first,
        last_year: last,
        calendar,
        follows,
    })
}

fn find<T>(block: &Block, what: &str, problems: &mut Vec<Problem>, read: impl Fn(&Body) -> Option<T>) -> Option<T> {
    let mut found = block.clauses.iter().filter_map(|clause| read(&clause.body).map(|value| (clause.span, value)));
    let first = found.next();
    if let Some((span, _)) = found.next() {
        problems.push(about(span, what, "clause-twice", "clause-twice-help"));
    }
    if first.is_none() {
        problems.push(about(block.head.span, what, "header-lacks", "header-lacks-help"));
    }
    first.map(|(_, value)| value)
}

fn check_years((first, last): (u32, u32), block: &Block, problems: &mut Vec<Problem>) -> Option<(u8, u8)> {
    let span = line_of(block, |body| matches!(body, Body::Jaren { .. }));
    let (Ok(from), Ok(to)) = (u8::try_from(first), u8::try_from(last)) else {
        problems.push(plain(span, "header-years", "header-years-help"));
        return None;
    };
    if from == 0 || from > to || to > 50 {
        problems.push(plain(span, "header-years", "header-years-help"));
        return None;
    }
    Some((from, to))
}

fn calendar(block: &Block, problems: &mut Vec<Problem>) -> Calendar {
    let mut by_quarter = false;
    let mut january: Option<Option<u16>> = None;
    let mut transition = None;
    for clause in &block.clauses {
        match &clause.body {
            Body::JarenTellen { january_from: None } => by_quarter = true,
            Body::JarenTellen { january_from: Some(from) } => january = Some(*from),
            Body::Transitiejaar(year) => transition = Some((*year, clause.span)),
            _ => {}
        }
    }
    let year = |year: u16| i16::try_from(year).unwrap_or(i16::MAX);
    match (january, transition) {
        (Some(Some(from)), found) => {
            if let Some((transition, span)) = found.filter(|(t, _)| *t + 1 != from) {
                problems.push(about(span, &transition.to_string(), "header-transition", "header-transition-help"));
            }
            Calendar::JanuaryFrom { year: year(from), transition: found.map(|(t, _)| year(t)) }
        }
        (_, Some((transition, span))) => {
            problems.push(about(span, &transition.to_string(), "header-transition", "header-transition-help"));
            Calendar::StartQuarter
        }
        (Some(None), None) => Calendar::January,
        (None, None) => {
            if !by_quarter {
                problems.push(plain(block.head.span, "header-count", "header-count-help"));
            }
            Calendar::StartQuarter
        }
    }
}
