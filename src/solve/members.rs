//! Who may be in a domain of choices, and how many of them answer: surely, or perhaps.
//!
//! Input: truths about each. Output: the truth that so many of them answer.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::{Amount, Share};

use super::bits::{Bit, Bits};

/// What counts as true: what may be, or only what surely is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    May,
    Sure,
}

impl Sight {
    pub fn other(self) -> Self {
        match self {
            Self::May => Self::Sure,
            Self::Sure => Self::May,
        }
    }

    pub fn unknown(self) -> Bit {
        Bit::of(self == Self::May)
    }
}

/// What may be in a domain, with what it answers: surely, and perhaps.
pub struct Member {
    pub inside: (Bit, Bit),
    pub answers: (Bit, Bit),
}

#[derive(Default)]
pub struct Members {
    pub all: Vec<Member>,
    /// Who is in it hangs on no choice.
    pub fixed: bool,
}

impl Members {
    /// Whether so many answer.
    pub fn holds(&self, amount: Amount, sight: Sight, bits: &mut Bits) -> Bit {
        match amount {
            Amount::AtLeast(share) => self.at_least(share, sight, bits),
            Amount::AtMost(share) => self.at_most(share, sight, bits),
            Amount::Exactly(share) => {
                let both = [self.at_least(share, sight, bits), self.at_most(share, sight, bits)];
                bits.all(both)
            }
            Amount::All => self.every(sight, bits),
            Amount::None => self.nobody(sight, bits),
            Amount::AllOrNone => {
                let both = [self.every(sight, bits), self.nobody(sight, bits)];
                bits.any(both)
            }
        }
    }

    /// Who counts.
    fn counting(&self, sight: Sight, bits: &mut Bits) -> Vec<Bit> {
        let seen = |pair: (Bit, Bit)| match sight {
            Sight::Sure => pair.0,
            Sight::May => pair.1,
        };
        self.all.iter().map(|member| bits.all([seen(member.inside), seen(member.answers)])).collect()
    }

    fn at_least(&self, share: Share, sight: Sight, bits: &mut Bits) -> Bit {
        let Some(bound) = self.bound(share) else { return sight.unknown() };
        let counting = self.counting(sight, bits);
        bound.ceil().to_usize().map_or(Bit::No, |number| bits.at_least(&counting, number))
    }

    fn at_most(&self, share: Share, sight: Sight, bits: &mut Bits) -> Bit {
        let Some(bound) = self.bound(share) else { return sight.unknown() };
        let counting = self.counting(sight.other(), bits);
        bound.floor().to_usize().map_or(Bit::Yes, |number| !bits.at_least(&counting, number + 1))
    }

    fn every(&self, sight: Sight, bits: &mut Bits) -> Bit {
        let mut all = Vec::new();
        for Member { inside, answers } in &self.all {
            let (inside, answers) = match sight {
                Sight::Sure => (inside.1, answers.0),
                Sight::May => (inside.0, answers.1),
            };
            all.push(bits.any([!inside, answers]));
        }
        bits.all(all)
    }

    fn nobody(&self, sight: Sight, bits: &mut Bits) -> Bit {
        let counting = self.counting(sight.other(), bits);
        !bits.any(counting)
    }

    /// A share as a number; none of members whose number hangs on the choices.
    fn bound(&self, share: Share) -> Option<Decimal> {
        let inside = self.all.iter().filter(|member| member.inside.0 == Bit::Yes).count();
        let total = Decimal::from(inside);
        match share {
            Share::Number(number) => Some(Decimal::from(number)),
            Share::Half => self.fixed.then(|| total / Decimal::TWO),
            Share::Percent(part) => self.fixed.then(|| total * part / Decimal::ONE_HUNDRED),
        }
    }
}
