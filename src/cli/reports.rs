//! Where the reports of a run go: one to standard output, others to files, each in a format of its own.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Write};
use std::path::Path;

use jiff::civil::Date;

use crate::diagnostic::{Arg, Join, Text};
use crate::report::{Catalog, End, Format, Head, Options, Screen, Writer, github_summary, writer};
use crate::session::{Report, Stop};

use super::args::CheckArgs;
use super::paths::{folded, is_yaml, name};
use super::{output, words};

/// Where one report goes.
enum Place {
    Screen,
    File { path: String, file: BufWriter<File>, lost: bool },
}

impl Place {
    fn put(&mut self, text: &str) {
        match self {
            _ if text.is_empty() => {}
            Self::Screen => output::print(text),
            Self::File { file, lost, .. } => *lost |= file.write_all(text.as_bytes()).is_err(),
        }
    }
}

/// All reports of a run.
pub struct Reports<'a> {
    all: Vec<(Place, Box<dyn Writer + 'a>)>,
    /// Whether standard output is for people, who are told on standard error when there is no plan to report on.
    spoken: bool,
}

impl<'a> Reports<'a> {
    /// Opens every file first, so that nothing is judged in vain.
    pub fn open(
        args: &CheckArgs,
        options: Options,
        today: Date,
        screen: Screen,
        catalog: &'a Catalog,
    ) -> Result<Self, Stop> {
        let head = |screen| Head { catalog, reference: today, screen };
        let mut all: Vec<(Place, Box<dyn Writer + 'a>)> =
            vec![(Place::Screen, writer(args.format, head(screen), options))];
        for given in &args.report {
            let (form, path) = kind(given)?;
            once(path, &all)?;
            let file = File::create(path).map_err(|_| {
                let help = Some(Text::new("path-unreadable-help"));
                Stop::Said(Text::new("report-not-written").with("path", name(Path::new(path))), help)
            })?;
            let place = Place::File { path: name(Path::new(path)), file: BufWriter::new(file), lost: false };
            all.push((place, writer(form, head(Screen::PAPER), options)));
        }
        let github = args.format == Format::Github || args.report.iter().any(|given| given.starts_with("github="));
        if let (true, Some(place)) = (github, summary()) {
            all.push((place, github_summary(head(Screen::PAPER))));
        }
        for (place, writer) in &mut all {
            place.put(&writer.begin());
        }
        let spoken = matches!(args.format, Format::Human | Format::Concise);
        Ok(Self { all, spoken })
    }

    /// The next plan, in order.
    pub fn plan(&mut self, report: &Report) {
        for (place, writer) in &mut self.all {
            place.put(&writer.plan(report));
        }
    }

    pub fn end(&mut self, end: &End) {
        for (place, writer) in &mut self.all {
            place.put(&writer.end(end));
        }
    }

    /// The end of reports without a plan: programs must find them whole all the same.
    pub fn end_without_plans(&mut self, end: &End) {
        let spoken = self.spoken;
        for (place, writer) in &mut self.all {
            if !(spoken && matches!(place, Place::Screen)) {
                place.put(&writer.end(end));
            }
        }
    }

    /// Closes the files; true when a report could not be written whole.
    pub fn close(self, catalog: &Catalog) -> bool {
        let mut any = false;
        for (place, _) in self.all {
            let Place::File { path, mut file, lost } = place else { continue };
            if lost || file.flush().is_err() {
                any = true;
                words::complain(catalog, Text::new("report-lost").with("path", path), None);
            }
        }
        any
    }
}

/// A report has a file of its own, which is no plan.
fn once(path: &str, before: &[(Place, Box<dyn Writer + '_>)]) -> Result<(), Stop> {
    let same = |place: &Place| matches!(place, Place::File { path: other, .. } if folded(Path::new(other)) == folded(Path::new(path)));
    let (text, help) = if before.iter().any(|(place, _)| same(place)) {
        ("report-twice", Some(Text::new("report-twice-help")))
    } else if is_yaml(Path::new(path)) {
        ("report-over-plan", Some(Text::new("report-twice-help")))
    } else {
        return Ok(());
    };
    Err(Stop::Said(Text::new(text).with("path", name(Path::new(path))), help))
}

/// The file in which GitHub Actions gathers the summary of a job, when it runs this program.
fn summary() -> Option<Place> {
    let path = std::env::var("GITHUB_STEP_SUMMARY").ok().filter(|path| !path.is_empty())?;
    let file = OpenOptions::new().append(true).create(true).open(&path).ok()?;
    Some(Place::File { path, file: BufWriter::new(file), lost: false })
}

/// `sarif=out.sarif`
fn kind(given: &str) -> Result<(Format, &str), Stop> {
    let found = given.split_once('=').filter(|(_, path)| !path.is_empty());
    let of_word = |word: &str| Format::ALL.into_iter().find(|form| form.word() == word);
    found.and_then(|(word, path)| Some((of_word(word)?, path))).ok_or_else(|| {
        let known = Format::ALL.map(Format::word);
        let text = Text::new("usage-value").with("found", given).with("argument", "--report");
        Stop::Said(text, Some(Text::new("usage-report-help").with("names", Arg::words(known, Join::Comma))))
    })
}
