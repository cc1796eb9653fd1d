//! Ways to break one rule, none of which touches another.

use fastrand::Rng;

/// One way to break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// The address of the practice is left out.
    NoAddress,
    /// Seven digits for an AGB code.
    ShortAgb,
    /// A GP without an AGB code.
    HolderWithoutAgb,
    /// A field that nobody declares.
    UnknownField,
    /// A key that stands twice.
    Twice,
    /// A signature with the day first.
    DayFirst,
    /// A word that is not yes and not no.
    NeitherYesNorNo,
    /// A citizen number in an explanation.
    CitizenNumber,
    /// An intervention that does not exist.
    UnknownIntervention,
    /// An intervention that is expressly not offered.
    NotOffered,
    /// Going on with what was never chosen.
    NeverChosen,
    /// Evidence that is not there.
    NoSuchFile,
    /// Nothing out of one of the kernelementen.
    NoWork,
    NoTalk,
    NoNetwork,
    /// A deepening in year 3 without its reason.
    NoReason,
    /// The first meeting of year 1 more than three months after the start.
    LateMeeting,
}

const ANY_YEAR: [Slip; 14] = [
    Slip::NoAddress,
    Slip::ShortAgb,
    Slip::HolderWithoutAgb,
    Slip::UnknownField,
    Slip::Twice,
    Slip::DayFirst,
    Slip::NeitherYesNorNo,
    Slip::CitizenNumber,
    Slip::UnknownIntervention,
    Slip::NotOffered,
    Slip::NeverChosen,
    Slip::NoSuchFile,
    Slip::NoWork,
    Slip::NoTalk,
];

/// Draws different slips that can go together in a plan for this year.
pub fn draw(random: &mut Rng, year: u8, count: usize) -> Vec<Slip> {
    let mut ways = ANY_YEAR.to_vec();
    match year {
        1 => ways.push(Slip::LateMeeting),
        2 => ways.push(Slip::NoNetwork),
        _ => ways.extend([Slip::NoNetwork, Slip::NoReason]),
    }
    random.shuffle(&mut ways);
    let mut drawn: Vec<Slip> = Vec::new();
    for way in ways {
        // An odd choice may be the one that is wanted, and some choice must remain to hang the others on.
        let choices = [
            Slip::NoWork,
            Slip::NoTalk,
            Slip::NoNetwork,
            Slip::NoReason,
            Slip::UnknownIntervention,
            Slip::NotOffered,
            Slip::NeverChosen,
            Slip::LateMeeting,
        ];
        let fits = !choices.contains(&way) || drawn.iter().all(|other| !choices.contains(other));
        if fits && drawn.len() < count {
            drawn.push(way);
        }
    }
    drawn
}
