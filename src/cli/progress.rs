//! A progress bar on a terminal, for runs that take longer than a moment. None in CI, and none in a file.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// After so long a bar helps.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that shows itself when it is time.
pub struct Progress {
    begun: Instant,
    total: u64,
    done: u64,
    bar: Option<ProgressBar>,
    wanted: bool,
    ascii: bool,
}

impl Progress {
    #[must_use]
    pub fn new(total: usize, ascii: bool) -> Self {
        let quiet = std::env::var_os("CI").is_some() || std::env::var("TERM").as_deref() == Ok("dumb");
        let wanted = !quiet && std::io::stderr().is_terminal();
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        Self { begun: Instant::now(), total, done: 0, bar: None, wanted, ascii }
    }

    /// So many more are done.
    pub fn add(&mut self, count: usize) {
        self.done += u64::try_from(count).unwrap_or(0);
        if self.wanted && self.bar.is_none() && self.begun.elapsed() >= PATIENCE {
            let bar = ProgressBar::new(self.total);
            if let Ok(style) = ProgressStyle::with_template("{wide_bar} {pos}/{len} {eta}") {
                bar.set_style(if self.ascii { style.progress_chars("=> ") } else { style });
            }
            self.bar = Some(bar);
        }
        if let Some(bar) = &self.bar {
            bar.set_position(self.done);
        }
    }

    /// Does something that may write on the same screen.
    pub fn around<T>(&self, work: impl FnOnce() -> T) -> T {
        match &self.bar {
            Some(bar) => bar.suspend(work),
            None => work(),
        }
    }

    /// Takes the bar away.
    pub fn finish(self) {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
    }
}
