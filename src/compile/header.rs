//! The block `regioplan`: id, version, validity, years, calendar.

use jiff::civil::Date;

use crate::diagnostic::Problem;
use crate::model::Calendar;
use crate::source::Span;
use crate::syntax::tree::{Block, Body, Tree};

use super::errors::{about, plain};

/// The header, read.
pub struct Header {
    pub id: String,
    pub version: String,
    pub name: String,
    pub document: String,
    pub valid: (Date, Date),
    pub first_year: u8,
    pub last_year: u8,
    pub calendar: Calendar,
}

/// Reads the header; what is missing is reported.
pub fn read(tree: &Tree, problems: &mut Vec<Problem>) -> Option<Header> {
    let mut heads = tree.blocks.iter().filter(|block| matches!(block.head.body, Body::Regioplan { .. }));
    let Some(block) = heads.next() else {
        let span = tree.blocks.first().map_or(Span::default(), |block| block.head.span);
        problems.push(plain(span, "header-missing", "header-missing-help"));
        return None;
    };
    for second in heads {
        problems.push(plain(second.head.span, "header-twice", "header-twice-help"));
    }
    let Body::Regioplan { id, version } = &block.head.body else { return None };
    let years = find(block, "jaren", problems, |body| match body {
        Body::Jaren { first, last } => Some((*first, *last)),
        _ => None,
    });
    let valid = find(block, "beoordeelt plannen", problems, |body| match body {
        Body::Beoordeelt { from, to } => Some((*from, *to)),
        _ => None,
    });
    let name = find(block, "naam", problems, |body| match body {
        Body::Naam(text) => Some(text.text.clone()),
        _ => None,
    });
    let document = find(block, "document", problems, |body| match body {
        Body::Document(text) => Some(text.text.clone()),
        _ => None,
    });
    let calendar = calendar(block, problems);
    let (first, last) = check_years(years?, block, problems)?;
    let valid = valid?;
    if valid.0 > valid.1 {
        problems.push(plain(block.head.span, "header-dates", "header-dates-help"));
    }
    Some(Header {
        id: id.text.clone(),
        version: version.text.clone(),
        name: name?,
        document: document?,
        valid,
        first_year: first,
        last_year: last,
        calendar,
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
    let (Ok(from), Ok(to)) = (u8::try_from(first), u8::try_from(last)) else {
        problems.push(plain(block.head.span, "header-years", "header-years-help"));
        return None;
    };
    if from == 0 || from > to || to > 50 {
        problems.push(plain(block.head.span, "header-years", "header-years-help"));
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
