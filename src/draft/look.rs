//! What to look at in the document when a version follows on another: everything in a regioplan that is about days and
//! calendar years, or that is a reading of the old text.
//!
//! In: the text of the old version. Out: places in it, each with why.

use crate::diagnostic::worded;
use crate::source::Span;
use crate::syntax::tree::{Body, Clause};
use crate::syntax::{self, Kind, Time};

use super::renew::{clauses, within};

worded! {
    /// Why to look at a line; in the order of the list.
    pub enum Why {
        /// What the head says besides its version and its days.
        Head = "head", "renew-look-head";
        /// A day or a quarter.
        Day = "day", "renew-look-day";
        CalendarYear = "calendar-year", "renew-look-calendar-year";
        Trial = "trial", "renew-look-trial";
        InForce = "in-force", "renew-look-in-force";
        Reading = "reading", "renew-look-reading";
        /// A text in which a calendar year stands.
        Text = "text", "renew-look-text";
    }
}

/// A line to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub why: Why,
    pub span: Span,
}

/// The lines to look at, each once, in the order of the file.
#[must_use]
pub fn look(text: &str) -> Vec<Look> {
    let (tree, _) = syntax::parse(text, Kind::Regioplan);
    let dates = syntax::dates(text, Kind::Regioplan);
    let of = |clause: &Clause| {
        let times =
            dates.iter().filter(|(span, _)| within(*span, clause.span)).map(|(_, time)| *time).collect::<Vec<_>>();
        why(clause, &times, clause.span.of(text)).map(|why| Look { why, span: clause.span })
    };
    clauses(&tree).filter_map(of).collect()
}

fn why(clause: &Clause, times: &[Time], text: &str) -> Option<Why> {
    let body = &clause.body;
    // The version and the days of the head were written anew.
    let renewed = matches!(
        body,
        Body::Regioplan { .. }
            | Body::Werkplan { .. }
            | Body::Aanvulling { .. }
            | Body::Beoordeelt { .. }
            | Body::Geldt { .. }
    );
    if renewed {
        return None;
    }
    let head = matches!(
        body,
        Body::Document(_)
            | Body::JarenTellen { .. }
            | Body::Transitiejaar(_)
            | Body::VolgtLeidraad { .. }
            | Body::WijktAf { .. }
    );
    let of_body = [
        (head, Why::Head),
        (matches!(body, Body::Interpretatie(_)), Why::Reading),
        (matches!(body, Body::Proef { .. }), Why::Trial),
        (matches!(body, Body::VanKracht { .. } | Body::NogNietVanKracht(_)), Why::InForce),
        (times.iter().any(|time| matches!(time, Time::Day(_) | Time::Quarter(_))), Why::Day),
        (times.contains(&Time::CalendarYear), Why::CalendarYear),
        (has_year(text), Why::Text),
    ];
    of_body.into_iter().find(|(found, _)| *found).map(|(_, why)| why)
}

/// Whether a calendar year of this century stands in a text, between quotes or within a name; an amount is none.
#[must_use]
pub fn has_year(text: &str) -> bool {
    let is_year = |part: &str| part.len() == 4 && part.starts_with("20") && part.bytes().all(|b| b.is_ascii_digit());
    text.split('"').enumerate().any(|(number, part)| {
        let quoted = number % 2 == 1;
        let words: Vec<&str> =
            part.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
        words.iter().enumerate().any(|(at, word)| {
            let amount = words.get(at + 1).is_some_and(|next| *next == "euro");
            (quoted || word.contains('-')) && !amount && word.split('-').any(is_year)
        })
    })
}
