//! A plan that names one region and is made as a plan of another: it is read by that one, and told.
//!
//! In: a document, the regioplan that it names, and how much of it that one does not know. Out: the reading by the region that knows
//! nearly all of it; none when no region, or more than one, does.

use std::sync::Arc;

use jiff::civil::Date;

use crate::diagnostic::{Repair, Text};
use crate::plan::{self, Document, Frame, Issue};

use super::choose::Chosen;
use super::judge::Session;
use super::loaded::{AnyLoaded, Loaded};
use super::moment::Moment;
use super::reading::{LOOKS_LIKE, Reading};
use super::stop::Stop;

/// So many things that its regioplan does not know make a plan one of another region, when that one knows nearly all of them.
const STRANGE: usize = 3;
/// So many times as many the region that is named does not know: what none of them knows are slips.
const TIMES: usize = 2;
/// With more than this it is no plan of any region.
const ALIEN: usize = 200;

impl Session {
    /// A plan for which the region that it names has no version, read by the region as whose plans it is made.
    pub(super) fn by_another_region(
        &self,
        document: &Document<'_>,
        frame: &Frame,
        (day, accounting): (Date, bool),
    ) -> Result<Option<Result<Reading, Vec<Issue>>>, Stop> {
        let named = frame.regioplan.as_ref().filter(|named| !self.library.versions(&named.id).is_empty());
        let Some(named) = named.filter(|_| matches!(self.chosen, Chosen::ByPlan(_))) else { return Ok(None) };
        let Ok(AnyLoaded::Regioplan(loaded)) = self.library.by_name(&named.id, None, day) else { return Ok(None) };
        let root = document.root.as_ref().or(document.guess.as_ref());
        let Some(framed) = root.map(plan::frame) else { return Ok(None) };
        let astray = match plan::read_framed(document, framed, &loaded.model, &[]) {
            Ok(plan) => Some(plan.astray),
            Err(unread) => unread.astray,
        };
        let other = self.of_another_region(document, (frame, astray), &loaded, (day, accounting));
        self.read_by_other(document, other, (day, accounting))
    }

    pub(super) fn read_by_other(
        &self,
        document: &Document<'_>,
        other: Option<(Arc<Loaded>, Issue)>,
        (day, accounting): (Date, bool),
    ) -> Result<Option<Result<Reading, Vec<Issue>>>, Stop> {
        let Some((other, issue)) = other else { return Ok(None) };
        let Some(framed) = document.root.as_ref().or(document.guess.as_ref()).map(plan::frame) else { return Ok(None) };
        let loaded = self.library.beside_at(&other, Moment::of(&other.model.programme, &framed.0, day, accounting))?;
        Ok(Some(match plan::read_framed(document, framed, &loaded.model, self.library.elsewhere()) {
            Ok(mut plan) => {
                plan.issues.push(issue);
                Ok(Reading { loaded, plan })
            }
            Err(mut unread) => {
                unread.issues.push(issue);
                Err(unread.issues)
            }
        }))
    }

    /// The region as whose plans a plan is made that names another, and what is said of that.
    pub(super) fn of_another_region(
        &self,
        document: &Document<'_>,
        (frame, astray): (&Frame, Option<usize>),
        loaded: &Arc<Loaded>,
        (day, accounting): (Date, bool),
    ) -> Option<(Arc<Loaded>, Issue)> {
        let astray = astray.filter(|astray| (STRANGE..=ALIEN).contains(astray))?;
        let named = frame.regioplan.as_ref()?;
        let strange = |other: &Arc<Loaded>| {
            let model = &other.model;
            let may = other.judged.id != loaded.judged.id
                && Moment::of(&model.programme, frame, day, accounting).is_of(model);
            // Reading is what takes time: by regioplannen that may not judge the plan it is not read.
            let framed = document.root.as_ref().or(document.guess.as_ref()).filter(|_| may).map(plan::frame)?;
            let strange = match plan::read_framed(document, framed, model, &[]) {
                Ok(read) => Some(read).filter(|read| !read.years.is_empty())?.astray,
                Err(unread) => unread.astray?,
            };
            (strange * TIMES <= astray).then_some(strange)
        };
        let all = self.library.all();
        let others = all.iter().filter_map(|load| load.as_ref().ok()?.regioplan());
        let mut found: Vec<_> = others.filter_map(|other| Some((strange(other)?, other))).collect();
        found.sort_by_key(|(astray, _)| *astray);
        let ((least, other), next) = (*found.first()?, found.get(1));
        if next.is_some_and(|(astray, _)| *astray == least) {
            return None;
        }
        let text = Text::new(LOOKS_LIKE).with("named", &named.id).with("region", &other.judged.id);
        let right = other.judged.full_id();
        let mut issue = Issue::new("regioplan-onbekend", named.span, text);
        issue = issue.help(Text::new("looks-like-region-help").with("right", right.as_str()));
        "regioplan".clone_into(&mut issue.trail);
        Some((Arc::clone(other), issue.repair(Repair::likely(named.span, right))))
    }
}
