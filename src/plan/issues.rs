//! Problems of form as they are found: of one sort in one place the first are kept, and the others counted, so that a list of
//! wrong values is one problem and a report stays as short as what can be read of it.

use std::collections::HashMap;

use crate::diagnostic::{Severity, Text};

use super::Issue;

/// Of one sort in one place so many are shown.
pub const MOST_SHOWN: usize = 20;

/// Sort and place: the check, its weight, its message, and the list or the group in which it stands.
type Key = (&'static str, Severity, &'static str, String);

/// Problems in order of finding.
#[derive(Clone, Debug, Default)]
pub struct Issues {
    kept: Vec<Issue>,
    counts: HashMap<Key, usize>,
}

impl Issues {
    pub fn push(&mut self, issue: Issue) {
        let count = self.counts.entry(key(&issue)).or_default();
        *count += 1;
        if *count <= MOST_SHOWN {
            self.kept.push(issue);
        }
    }

    pub fn iter(&self) -> impl Iterator<Item = &Issue> {
        self.kept.iter()
    }

    /// The problems, each sort in one place once: where there are many, the first says how many and points at others.
    #[must_use]
    pub fn into_vec(self) -> Vec<Issue> {
        let mut firsts: HashMap<Key, usize> = HashMap::new();
        let mut all: Vec<Issue> = Vec::with_capacity(self.kept.len());
        for mut issue in self.kept {
            let key = key(&issue);
            let count = self.counts.get(&key).copied().unwrap_or(0);
            if count <= MOST_SHOWN {
                all.push(issue);
            } else if let Some(first) = firsts.get(&key).and_then(|at| all.get_mut(*at)) {
                first.problem = first.problem.clone().also(issue.problem.primary.span, Text::new("issue-many-here"));
            } else {
                let text = Text::new("issue-many").with("message", issue.problem.message).with("count", count);
                issue.problem.message = text.with("shown", MOST_SHOWN);
                firsts.insert(key, all.len());
                all.push(issue);
            }
        }
        all
    }
}

impl Extend<Issue> for Issues {
    fn extend<T: IntoIterator<Item = Issue>>(&mut self, issues: T) {
        issues.into_iter().for_each(|issue| self.push(issue));
    }
}

impl FromIterator<Issue> for Issues {
    fn from_iter<T: IntoIterator<Item = Issue>>(issues: T) -> Self {
        let mut all = Self::default();
        all.extend(issues);
        all
    }
}

fn key(issue: &Issue) -> Key {
    (issue.problem.code, issue.problem.severity, issue.problem.message.id, place(&issue.trail))
}

/// The list or the group that a route leads into: `lijst[7].veld` stands in `lijst`.
fn place(trail: &str) -> String {
    let group = if trail.ends_with(']') { trail } else { trail.rsplit_once('.').map_or("", |(group, _)| group) };
    let mut place = String::with_capacity(group.len());
    for part in group.split('[') {
        let name = part.split_once(']').map_or(part, |(_, rest)| rest);
        place.push_str(name);
    }
    place
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Span;

    #[test]
    fn many_of_one_sort_are_one() {
        let issue = |trail: String, at| Issue {
            trail,
            ..Issue::new("verkeerde-waarde", Span::at(at), Text::new("wrong-value-shape"))
        };
        let some: Issues = (0..MOST_SHOWN).map(|at| issue(format!("lijst[{at}]"), at)).collect();
        assert_eq!(some.into_vec().len(), MOST_SHOWN);
        let mut many: Issues = (0..1000).map(|at| issue(format!("lijst[{at}].veld"), at)).collect();
        many.push(issue("lijst[7][3]".to_owned(), 2000));
        many.push(issue("ander[0]".to_owned(), 2001));
        let told = many.into_vec();
        assert_eq!(told.len(), 2, "{told:?}");
        let first = told.first().unwrap();
        assert_eq!(first.problem.others.len(), MOST_SHOWN - 1);
        assert!(first.problem.message.args.contains(&("count", 1001_usize.into())), "{first:?}");
    }
}
