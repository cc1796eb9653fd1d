//! What a person of the region must judge in one plan, and what was decided of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::diagnostic::{Text, worded};
use crate::model::LastYear;
use crate::settings::Answer;

use super::finding::{Decided, Finding, Matter};
use super::judge::{DOUBLED, Judgement};
use super::reading::Reading;
use super::report::Report;

worded! {
    /// How far something is that a person must judge.
    pub enum ReviewState {
        /// Nothing was decided yet.
        Open = "open", "review-open";
        /// It was decided, and what was judged has changed since.
        Returned = "returned", "review-returned";
        Refused = "refused", "review-refused";
        Agreed = "agreed", "review-agreed";
    }
}

impl ReviewState {
    /// Whether somebody of the region must decide.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::Open | Self::Returned => true,
            Self::Refused | Self::Agreed => false,
        }
    }
}

/// Something that a person must judge, or has judged.
#[derive(Clone, Debug)]
pub struct Review {
    /// AGB code of the practice; without one nothing can be decided.
    pub practice: Option<String>,
    pub name: Option<String>,
    pub region: String,
    pub rule: String,
    pub year: Option<u8>,
    pub intervention: Option<String>,
    /// What the rule asks.
    pub title: Text,
    /// What was found.
    pub detail: Option<Text>,
    /// The year that the plan is for.
    pub plan_year: Option<u8>,
    /// The day on which it was handed in.
    pub handed_in: Option<Date>,
    /// Another plan has the code of this one: then a decision names the file.
    pub shared: bool,
    /// The file, and the lines in it.
    pub path: String,
    pub lines: Vec<usize>,
    /// Which text is judged.
    pub fingerprint: String,
    pub state: ReviewState,
    pub decided: Option<Decided>,
}

impl Review {
    /// What a person decides at once, as a finding has it.
    #[must_use]
    pub fn matter(&self) -> Matter<'_> {
        (&self.rule, self.year, self.intervention.as_deref())
    }
}

/// Of something that stands in more plans of a practice, as in that of the next year, only the last plan tells; of two last ones
/// that ask for the same decision, the first.
#[must_use]
pub fn of_last_plans(mut reviews: Vec<Review>) -> Vec<Review> {
    let key = |one: &Review| {
        let own = one.practice.clone().filter(|_| !one.shared);
        let practice = own.unwrap_or_else(|| one.path.clone());
        (practice, one.region.clone(), one.rule.clone(), one.year, one.intervention.clone())
    };
    let plan = |one: &Review| (one.plan_year, one.handed_in);
    let mut last = BTreeMap::new();
    for review in &reviews {
        let newest = last.entry(key(review)).or_insert(plan(review));
        *newest = (*newest).max(plan(review));
    }
    let mut asked = BTreeSet::new();
    reviews.retain(|one| {
        let key = key(one);
        last.get(&key) == Some(&plan(one)) && asked.insert((key, one.fingerprint.clone()))
    });
    reviews
}

impl Judgement {
    /// What a person must judge in this plan.
    #[must_use]
    pub fn reviews(&self) -> Vec<Review> {
        self.rests_on.as_ref().map_or_else(Vec::new, |(reading, _)| self.report.reviews(reading))
    }
}

impl Report {
    /// What a person must judge in the plan that was read, in order of year and rule; each once, with all its lines.
    #[must_use]
    pub fn reviews(&self, reading: &Reading) -> Vec<Review> {
        let mut found: Vec<Review> = Vec::new();
        for finding in self.findings.iter().filter(|finding| finding.is_judged()) {
            let line = self.source.position(finding.span.start).line;
            let same = |known: &&mut Review| known.matter() == finding.matter();
            match found.iter_mut().find(same) {
                Some(known) => known.lines.push(line),
                None => found.push(self.review(reading, finding, line)),
            }
        }
        found.sort_by(|a, b| (a.year, &a.rule, &a.intervention).cmp(&(b.year, &b.rule, &b.intervention)));
        for review in &mut found {
            review.lines.sort_unstable();
            review.lines.dedup();
        }
        found
    }

    fn review(&self, reading: &Reading, finding: &Finding, line: usize) -> Review {
        Review {
            practice: reading.field("agb"),
            name: reading.field("naam"),
            region: reading.loaded.model.contents.id.clone(),
            rule: finding.rule.clone(),
            year: finding.year,
            intervention: finding.intervention.clone(),
            title: finding.title.clone(),
            detail: finding.detail.clone(),
            plan_year: reading.plan.last.and_then(LastYear::year),
            handed_in: reading.plan.frame.handed_in.map(|(date, _)| date),
            shared: self.findings.iter().any(|finding| finding.rule == DOUBLED),
            path: self.path.clone(),
            lines: vec![line],
            fingerprint: reading.fingerprint(finding),
            state: match &finding.decided {
                None => ReviewState::Open,
                Some(decided) if decided.outdated => ReviewState::Returned,
                Some(decided) => match decided.answer {
                    Answer::Agreed => ReviewState::Agreed,
                    Answer::Refused => ReviewState::Refused,
                },
            },
            decided: finding.decided.clone(),
        }
    }
}
