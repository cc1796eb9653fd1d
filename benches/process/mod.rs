//! What a process used: processor time, wall time and peak memory; and the medians of several runs.

#![allow(clippy::cast_precision_loss)]

use std::cmp::Ordering;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

/// What one process used; memory in bytes.
#[derive(Clone, Copy, Default)]
pub struct Used {
    pub processor: Duration,
    pub wall: Duration,
    pub memory: u64,
}

impl Used {
    /// Runs a process to its end, without its output, and says how it ended.
    pub fn by(command: &mut Command) -> (Self, Option<i32>) {
        let start = Instant::now();
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program runs");
        let used = child.wait4().expect("the program ends");
        let (wall, processor) = (start.elapsed(), used.rusage.utime + used.rusage.stime);
        (Self { processor, wall, memory: used.rusage.maxrss }, used.status.code())
    }

    /// Processor time in seconds.
    pub fn seconds(&self) -> f64 {
        self.processor.as_secs_f64()
    }

    pub fn megabytes(&self) -> f64 {
        self.memory as f64 / 1e6
    }
}

/// The median of each number apart.
pub fn median(used: &[Used]) -> Used {
    Used {
        processor: middle(used.iter().map(|one| one.processor), Ord::cmp),
        wall: middle(used.iter().map(|one| one.wall), Ord::cmp),
        memory: middle(used.iter().map(|one| one.memory), Ord::cmp),
    }
}

pub fn middle<T: Copy>(values: impl Iterator<Item = T>, order: impl FnMut(&T, &T) -> Ordering) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_by(order);
    values.get(values.len() / 2).copied().expect("a round")
}
