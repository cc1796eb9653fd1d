//! Draws that shrink: a list of numbers that decide, one after another; zero, and the end of the list, is the
//! plainest answer.

use proptest::prelude::*;

pub struct Pick {
    numbers: Vec<u32>,
    at: usize,
}

/// What one rule or one plan is drawn from.
pub fn numbers(most: usize) -> impl Strategy<Value = Vec<u32>> {
    prop::collection::vec(any::<u32>(), most)
}

impl Pick {
    pub fn new(numbers: &[u32]) -> Self {
        Self { numbers: numbers.to_vec(), at: 0 }
    }

    pub fn below(&mut self, limit: usize) -> usize {
        let number = self.numbers.get(self.at).copied().unwrap_or(0);
        self.at += 1;
        number as usize % limit
    }

    pub fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }

    /// Once in so many times.
    pub fn rarely(&mut self, one_in: usize) -> bool {
        self.below(one_in) == one_in - 1
    }

    /// At least one, in order.
    pub fn some<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let first = self.below(all.len());
        all.iter().enumerate().filter(|(at, _)| *at == first || self.rarely(3)).map(|(_, one)| one.clone()).collect()
    }
}
