//! How a problem is mended: edits of the text in which it was found, as data.

use crate::source::Span;

/// What stands at a place, and what must stand there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    pub span: Span,
    pub text: String,
}

/// The edits that together mend one problem, in order of place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    pub edits: Vec<Edit>,
    /// It mends the form, or a name with one meaning, and nothing else can be meant. Else a person must look at it.
    pub certain: bool,
}

impl Edit {
    #[must_use]
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

impl Repair {
    /// One edit that nobody need look at.
    #[must_use]
    pub fn certain(span: Span, text: impl Into<String>) -> Self {
        Self { edits: vec![Edit::new(span, text)], certain: true }
    }

    /// One edit that a person must look at.
    #[must_use]
    pub fn likely(span: Span, text: impl Into<String>) -> Self {
        Self { certain: false, ..Self::certain(span, text) }
    }
}

/// The text in which the edits are done that lie apart from those before them; and how many repairs were done whole.
#[must_use]
pub fn mended<'r>(text: &str, repairs: impl IntoIterator<Item = &'r Repair>) -> (String, usize) {
    let mut done: Vec<&Edit> = Vec::new();
    let mut count = 0;
    for repair in repairs {
        let fits = |edit: &Edit| text.get(edit.span.start as usize..edit.span.end as usize).is_some();
        let apart = |edit: &Edit| done.iter().all(|other| are_apart(edit.span, other.span) || are_remarks(edit, other));
        if repair.edits.iter().all(|edit| fits(edit) && apart(edit)) {
            done.extend(&repair.edits);
            count += 1;
        }
    }
    done.sort_by_key(|edit| edit.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in done {
        out.push_str(text.get(at..edit.span.start as usize).unwrap_or(""));
        out.push_str(&edit.text);
        at = edit.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or(""));
    (out, count)
}

/// Whether two edits each put a remark behind the same line: there is room for both.
fn are_remarks(one: &Edit, other: &Edit) -> bool {
    let adds = |edit: &Edit| edit.span.is_empty() && edit.text.starts_with("  # ");
    one.span == other.span && adds(one) && adds(other)
}

/// Whether two edits do not touch each other's place; at one and the same place only one thing can be put in.
fn are_apart(one: Span, other: Span) -> bool {
    if one.start == other.start {
        return false;
    }
    one.end <= other.start || other.end <= one.start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repairs_that_touch_are_not_both_done() {
        let one = Repair::certain(Span::new(0, 2), "x");
        let two = Repair::certain(Span::new(1, 3), "y");
        let three = Repair::certain(Span::new(3, 3), "z");
        assert_eq!(mended("abcd", [&one, &two, &three]), ("xczd".to_owned(), 2));
        assert_eq!(mended("abcd", []), ("abcd".to_owned(), 0));
    }
}
