//! Truths that hang on each other, with numbers of them, for a solver. The one file that knows which solver that is.
//!
//! Input: literals, and what must hold among them. Output: a way in which all of it holds, or the demands that exclude each
//! other. Nothing here knows what a literal means. The work is bounded by steps, never by a clock: the same question has the
//! same answer everywhere.

use std::cell::Cell;

use batsat::{Callbacks, Lit, Solver, SolverInterface, SolverOpts, lbool};

/// More steps than any regioplan asks.
const STEPS: u32 = 200_000;

/// Something that is true, is not, or is for the solver to find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bit {
    Yes,
    No,
    Open(Lit),
}

impl Bit {
    pub fn of(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }
}

impl std::ops::Not for Bit {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Open(lit) => Self::Open(!lit),
        }
    }
}

/// What the solver found.
#[derive(Debug)]
pub enum Found {
    /// A way; each literal has its value.
    Way(Values),
    /// There is none: these of the assumptions exclude each other.
    None(Vec<Bit>),
    /// It took too many steps.
    TooMuch,
}

/// The values of a way.
#[derive(Debug)]
pub struct Values(Vec<lbool>);

impl Values {
    pub fn holds(&self, bit: Bit) -> bool {
        match bit {
            Bit::Yes => true,
            Bit::No => false,
            Bit::Open(lit) => {
                let value = self.0.get(lit.var().idx() as usize).copied().unwrap_or(lbool::FALSE);
                (value == lbool::TRUE) == lit.sign()
            }
        }
    }
}

/// Stops the solver after so many looks.
struct Steps(Cell<u32>);

impl Callbacks for Steps {
    fn stop(&self) -> bool {
        match self.0.get().checked_sub(1) {
            Some(left) => {
                self.0.set(left);
                false
            }
            None => true,
        }
    }
}

/// What must hold.
pub struct Bits {
    solver: Solver<Steps>,
}

impl Default for Bits {
    fn default() -> Self {
        Self { solver: Solver::new(SolverOpts::default(), Steps(Cell::new(STEPS))) }
    }
}

impl Bits {
    /// Something new that the solver may choose; left alone it is not chosen.
    pub fn open(&mut self) -> Bit {
        Bit::Open(Lit::new(self.solver.new_var(lbool::FALSE, true), true))
    }

    /// One of these must hold.
    pub fn one_of(&mut self, bits: impl IntoIterator<Item = Bit>) {
        let mut clause = Vec::new();
        for bit in bits {
            match bit {
                Bit::Yes => return,
                Bit::No => {}
                Bit::Open(lit) => clause.push(lit),
            }
        }
        self.solver.add_clause_reuse(&mut clause);
    }

    /// Whether all of these hold.
    pub fn all(&mut self, bits: impl IntoIterator<Item = Bit>) -> Bit {
        let negated: Vec<Bit> = bits.into_iter().map(|bit| !bit).collect();
        !self.any(negated)
    }

    /// Whether one of these holds.
    pub fn any(&mut self, bits: impl IntoIterator<Item = Bit>) -> Bit {
        let mut open: Vec<Bit> = Vec::new();
        for bit in bits {
            match bit {
                Bit::Yes => return Bit::Yes,
                Bit::No => {}
                Bit::Open(_) if open.contains(&bit) => {}
                Bit::Open(_) => open.push(bit),
            }
        }
        match open.as_slice() {
            [] => Bit::No,
            [one] => *one,
            _ => {
                let whole = self.open();
                for bit in &open {
                    self.one_of([!*bit, whole]);
                }
                self.one_of(open.into_iter().chain([!whole]));
                whole
            }
        }
    }

    /// For each number up to `most`, whether at least so many of these hold; one that stands there more than once counts as
    /// often.
    pub fn counted(&mut self, bits: &[Bit], most: usize) -> Vec<Bit> {
        let mut at_least = vec![Bit::No; most + 1];
        if let Some(none) = at_least.first_mut() {
            *none = Bit::Yes;
        }
        for bit in bits {
            let before = at_least.clone();
            for (number, now) in at_least.iter_mut().enumerate().skip(1) {
                let (same, fewer) = (before.get(number), before.get(number - 1));
                let (Some(same), Some(fewer)) = (same.copied(), fewer.copied()) else { continue };
                let one_more = self.all([*bit, fewer]);
                *now = self.any([same, one_more]);
            }
        }
        at_least
    }

    /// Whether at least so many of these hold.
    pub fn at_least(&mut self, bits: &[Bit], number: usize) -> Bit {
        if number > bits.len() {
            return Bit::No;
        }
        self.counted(bits, number).pop().unwrap_or(Bit::No)
    }

    /// A way in which everything holds, and these as well.
    pub fn solve(&mut self, assumed: &[Bit]) -> Found {
        let mut lits = Vec::new();
        for bit in assumed {
            match bit {
                Bit::Yes => {}
                Bit::No => return Found::None(vec![Bit::No]),
                Bit::Open(lit) => lits.push(*lit),
            }
        }
        let result = self.solver.solve_limited(&lits);
        if result == lbool::TRUE {
            Found::Way(Values(self.solver.get_model().to_vec()))
        } else if result == lbool::FALSE {
            let core = self.solver.unsat_core();
            // The solver gives them as they stand, or turned around.
            let is_in = |lit: &Lit| core.contains(lit) || core.contains(&!*lit);
            Found::None(lits.iter().copied().filter(is_in).map(Bit::Open).collect())
        } else {
            Found::TooMuch
        }
    }
}
