//! The walks of a corpus in numbers, and as a table.

use std::collections::BTreeMap;

use super::Walk;

/// So many rules are shown of which something is left to the practice.
const OPEN: usize = 12;

/// What became of the plans of one corpus.
pub struct Tally {
    pub what: &'static str,
    walks: Vec<Walk>,
}

impl Tally {
    pub fn of(what: &'static str, walks: Vec<Walk>) -> Self {
        Self { what, walks }
    }

    /// The share of plans of which something holds, in percent.
    pub fn share(&self, holds: impl Fn(&Walk) -> bool) -> usize {
        let held = self.walks.iter().filter(|walk| holds(walk)).count();
        held * 100 / self.walks.len().max(1)
    }

    pub fn count(&self, holds: impl Fn(&Walk) -> bool) -> usize {
        self.walks.iter().filter(|walk| holds(walk)).count()
    }

    pub fn median(&self) -> usize {
        let mut rounds: Vec<usize> = self.walks.iter().map(|walk| walk.rounds).collect();
        rounds.sort_unstable();
        rounds.get(rounds.len() / 2).copied().unwrap_or(0)
    }

    fn row(&self) -> String {
        let worst = self.walks.iter().map(|walk| walk.rounds).max().unwrap_or(0);
        let slips: usize = self.walks.iter().map(|walk| walk.slips.len()).sum();
        let findings: usize = self.walks.iter().map(|walk| walk.findings).sum();
        let most = self.share(|walk| walk.findings <= walk.slips.len());
        let per_slip = (findings * 100).checked_div(slips).map_or_else(
            || "-".to_owned(),
            |hundredths| format!("{}.{:02} ({most} %)", hundredths / 100, hundredths % 100),
        );
        format!(
            "| {:16} | {:5} | {:6} | {:4} % | {:4} % | {:5} | {:7} | {:5} | {:6} | {:5} | {:15} |\n",
            self.what,
            self.walks.len(),
            self.median(),
            self.share(|walk| walk.rounds <= 1),
            self.share(|walk| walk.rounds <= 2),
            worst,
            self.count(|walk| walk.circles),
            self.count(|walk| !walk.drawn.is_empty()),
            self.count(|walk| !walk.hidden.is_empty()),
            self.count(|walk| !walk.open.is_empty()),
            per_slip
        )
    }

    /// What did not go well, the most frequent first.
    pub fn trouble(&self, plans: bool) -> String {
        let mut text = format!("== {}\n", self.what);
        let mut kinds: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for walk in &self.walks {
            for slip in &walk.slips {
                let of = kinds.entry(slip).or_default();
                of.0 += 1;
                let well = walk.open.is_empty() && walk.drawn.is_empty() && !walk.circles && walk.rounds <= 1;
                of.1 += usize::from(!well || walk.findings > walk.slips.len());
            }
        }
        for (slip, (all, bad)) in &kinds {
            text += &format!("{bad:4} of {all:4} {slip}\n");
        }
        for walk in &self.walks {
            let bad = walk.circles || walk.rounds > 1 || !walk.drawn.is_empty() || !walk.open.is_empty();
            if bad || !walk.slips.is_empty() && walk.findings > walk.slips.len() {
                text += &format!(
                    "-- {} {:?}: {} findings, {} rounds{}, drawn {:?}, hidden {:?}, open {:?}\n",
                    walk.name,
                    walk.slips,
                    walk.findings,
                    walk.rounds,
                    if walk.circles { ", circles" } else { "" },
                    walk.drawn,
                    walk.hidden,
                    walk.open
                );
                if plans {
                    for (round, said) in walk.said.iter().enumerate() {
                        text += &format!("round {}\n{}\n", round + 1, said.join("\n"));
                    }
                    text += &format!("{}\n>>>>\n{}\n", walk.start, walk.end);
                }
            }
        }
        text
    }
}

/// All corpora, a row each; and what the reports leave to the practice, the most frequent first.
pub fn table(tallies: &[Tally]) -> String {
    let head = "| corpus           | plans | median | <= 1   | <= 2   | worst | circles | drawn | hidden | open  | findings a slip |\n";
    let rule = "| ---------------- | ----- | ------ | ------ | ------ | ----- | ------- | ----- | ------ | ----- | --------------- |\n";
    let rows: String = tallies.iter().map(Tally::row).collect();
    let mut open: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for (rule, help) in tallies.iter().flat_map(|tally| &tally.walks).flat_map(|walk| &walk.open) {
        open.entry(rule).or_insert((0, help)).0 += 1;
    }
    let mut open: Vec<_> = open.into_iter().collect();
    open.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    let of = |(rule, (count, help)): &(&str, (usize, &str))| format!("  {count:4} {rule}: {help}\n");
    let asked: String = open.iter().take(OPEN).map(of).collect();
    format!("{head}{rule}{rows}\nLeft to the practice, for the report cannot know it:\n{asked}")
}
