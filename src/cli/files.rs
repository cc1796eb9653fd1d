//! Files and folders: what lies below a folder, and the texts of files. Every file is read here: not more of it than its kind
//! can hold, nothing that the fence bars, and never a pipe that nobody fills.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use ignore::WalkBuilder;

use crate::diagnostic::Text;
use crate::plan::{self, Issue, MAX_BESIDE, MAX_BYTES};
use crate::session::Stop;
use crate::source::{Garbled, Source, Span, decode, line_starts, with_line_feeds};

use super::fence::{self, Barred, By};
use super::paths::{ends_in, name};

/// Room for a text that does not say how long it is, in bytes.
const USUAL: usize = 8 * 1024;
/// The largest regioplan, register or file of settings.
const MOST: usize = MAX_BESIDE;
/// The largest list of files.
const MOST_OF_LIST: usize = 64 * 1024 * 1024;
/// So long a pipe may take before somebody opens its other end.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why a file gave no text.
#[derive(Clone, Debug)]
pub enum Unread {
    Barred(Barred),
    /// It is larger than any of its kind.
    TooLarge(usize),
    Garbled(Garbled),
}

impl Unread {
    /// What is wrong, in the same words for every file, and what to do.
    pub fn said(&self, name: &str) -> (Text, Text) {
        let (text, help) = match self {
            Self::Barred(Barred::Missing) => ("path-missing", "path-missing-help"),
            Self::Barred(Barred::Denied) => ("path-unreadable", "path-unreadable-help"),
            Self::Barred(Barred::Outside) => ("file-outside", "file-outside-help"),
            Self::Barred(Barred::Git) => ("file-of-git", "file-outside-help"),
            Self::Barred(Barred::OtherKind) => ("file-other-kind", "file-outside-help"),
            Self::Barred(Barred::Waits) => ("file-waits", "file-special-help"),
            Self::Barred(Barred::Special) => ("file-special", "file-special-help"),
            Self::TooLarge(_) => ("yaml-too-large", "yaml-too-large-help"),
            Self::Garbled(Garbled::Utf16) => ("yaml-utf16", "yaml-not-utf8-help"),
            Self::Garbled(Garbled::Document) => ("yaml-document", "file-help-document"),
            Self::Garbled(Garbled::Latin { .. }) => ("yaml-not-utf8", "yaml-not-utf8-help"),
            Self::Garbled(Garbled::Bytes) => ("yaml-bytes", "yaml-too-large-help"),
        };
        let text = Text::new(text);
        let text = match self {
            Self::TooLarge(limit) => text.with("limit", limit / 1024),
            Self::Barred(_) => text.with("path", name),
            Self::Garbled(_) => text,
        };
        (text, Text::new(help))
    }

    /// The work cannot go on without this file.
    pub fn stop(&self, path: &Path) -> Stop {
        let (why, help) = self.said(&name(path));
        let text = match self {
            Self::Barred(_) => why,
            Self::TooLarge(_) | Self::Garbled(_) => {
                Text::new("file-unread").with("path", name(path)).with("line", self.line()).with("why", why)
            }
        };
        Stop::Said(text, Some(help))
    }

    /// The line of the first letter that cannot be read, where one can be named; else 0.
    pub fn line(&self) -> usize {
        match self {
            Self::Garbled(Garbled::Latin { shown, at }) => line_starts(shown.get(..*at).unwrap_or("")).len(),
            _ => 0,
        }
    }
}

/// There is no such path.
pub fn missing(path: &Path) -> Stop {
    Unread::Barred(Barred::Missing).stop(path)
}

/// What is there cannot be read.
pub fn unreadable(path: &Path) -> Stop {
    Unread::Barred(Barred::Denied).stop(path)
}

/// The regioplannen below a folder, in order of path.
pub fn regioplans_below(folder: &Path) -> Vec<PathBuf> {
    rules(WalkBuilder::new(folder).standard_filters(false), &["regioplan"])
}

/// The regioplannen in a folder itself.
pub fn regioplans_in(folder: &Path) -> Vec<PathBuf> {
    rules(WalkBuilder::new(folder).standard_filters(false).max_depth(Some(1)), &["regioplan"])
}

/// The files with these endings below a folder that are not hidden, in order of path.
pub fn rules_below(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    fence::given(folder);
    rules(WalkBuilder::new(folder).standard_filters(false).hidden(true), endings)
}

/// All files below a folder, in order of path; links are passed over.
pub fn all_below(folder: &Path) -> Vec<PathBuf> {
    let entries = WalkBuilder::new(folder).standard_filters(false).build().filter_map(Result::ok);
    let plain = entries.filter(|entry| entry.file_type().is_some_and(|kind| kind.is_file()));
    let mut files: Vec<PathBuf> = plain.map(ignore::DirEntry::into_path).collect();
    files.sort();
    files
}

fn rules(walker: &mut WalkBuilder, endings: &[&str]) -> Vec<PathBuf> {
    let files = walker.build().filter_map(Result::ok).map(ignore::DirEntry::into_path);
    let mut files: Vec<PathBuf> = files.filter(|file| ends_in(file, endings) && !file.is_dir()).collect();
    files.sort();
    files
}

/// Reads a list of the region, its figures, or another file of YAML that is no plan.
pub fn beside(path: &Path, by: By) -> Result<String, Unread> {
    raw_beside(path, by).map(with_line_feeds)
}

/// The same as it is written, with its mark and its line ends.
pub fn raw_beside(path: &Path, by: By) -> Result<String, Unread> {
    text(path, by, MAX_BESIDE)
}

/// A list of the region or its figures that a command cannot do without.
pub fn needed_beside(path: &Path) -> Result<Source, Stop> {
    let text = beside(path, By::User).map_err(|unread| unread.stop(path))?;
    Ok(Source::new(name(path), text))
}

/// Reads a plan, or another file of YAML, or standard input for `-`.
pub fn read(path: &Path, by: By) -> Result<String, Unread> {
    text(path, by, MAX_BYTES).map(with_line_feeds)
}

/// A plan as it is written, with its mark and its line ends.
pub fn raw(path: &Path, by: By) -> Result<String, Unread> {
    text(path, by, MAX_BYTES)
}

/// A text file that is not YAML, or standard input for `-`.
pub fn source(path: &Path, by: By) -> Result<Source, Stop> {
    let text = text(path, by, MOST).map_err(|unread| unread.stop(path))?;
    Ok(Source::new(name(path), text))
}

/// A list of files, without the mark that it may begin with.
pub fn list(path: &Path) -> Result<String, Stop> {
    let text = text(path, By::User, MOST_OF_LIST).map_err(|unread| unread.stop(path))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// A plan, or another file of YAML, that a command cannot do without.
pub fn needed(path: &Path) -> Result<Source, Stop> {
    let text = read(path, By::User).map_err(|unread| unread.stop(path))?;
    Ok(Source::new(name(path), text))
}

fn text(path: &Path, by: By, most: usize) -> Result<String, Unread> {
    decode(bytes(path, by, most)?).map_err(Unread::Garbled)
}

/// What a file holds that is no text.
pub fn bytes(path: &Path, by: By, most: usize) -> Result<Vec<u8>, Unread> {
    let denied = |error: io::Error| match error.kind() {
        io::ErrorKind::TimedOut => Unread::Barred(Barred::Waits),
        _ => Unread::Barred(Barred::Denied),
    };
    let bytes = if path.as_os_str() == "-" {
        input(most).map_err(denied)?
    } else {
        let (real, found) = fence::real(path, by).map_err(Unread::Barred)?;
        let is_file = found.is_file();
        let file = if is_file { File::open(real) } else { waited(real) };
        // Many texts are kept at once: each takes the room of what stands in it.
        let room = if is_file { usize::try_from(found.len()).unwrap_or(most) } else { USUAL };
        bounded(file.map_err(denied)?, room, most).map_err(denied)?
    };
    if bytes.len() > most {
        return Err(Unread::TooLarge(most));
    }
    Ok(bytes)
}

/// What standard input held. It can be read once, and more than one part of a run asks for it.
static INPUT: Mutex<Option<Vec<u8>>> = Mutex::new(None);

fn input(most: usize) -> io::Result<Vec<u8>> {
    let mut known = INPUT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(bytes) = known.as_ref() {
        return Ok(bytes.clone());
    }
    let bytes = bounded(io::stdin().lock(), USUAL, most)?;
    *known = Some(bytes.clone());
    Ok(bytes)
}

/// What standard input held, as far as it was read.
pub fn input_as_read() -> Vec<u8> {
    INPUT.lock().unwrap_or_else(PoisonError::into_inner).clone().unwrap_or_default()
}

/// Puts a text in the place of standard input: who asks for it from now on gets this.
pub fn put_input(text: &str) {
    *INPUT.lock().unwrap_or_else(PoisonError::into_inner) = Some(text.as_bytes().to_vec());
}

/// All bytes, or one more than may be; `room` is how many are expected.
fn bounded(from: impl Read, room: usize, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(room.min(most));
    from.take(u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Opens a pipe or a device. A pipe opens when somebody opens its other end: that is waited for, but not for ever.
fn waited(path: PathBuf) -> io::Result<File> {
    let (done, opened) = mpsc::channel();
    std::thread::spawn(move || done.send(File::open(path)));
    opened.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

/// The text of a file by its name; or as far as it can be shown, with why it cannot be read. Of a file that is no plan nothing
/// is shown.
pub fn readable(read: Result<String, Unread>, name: &str) -> Result<Source, Box<(Source, Issue)>> {
    let unread = match read {
        Ok(text) => return Ok(Source::new(name, text)),
        Err(unread) => unread,
    };
    let (message, help) = unread.said(name);
    let (shown, span) = match unread {
        Unread::Garbled(Garbled::Latin { shown, at })
            if plan::may_be_plan(plan::parse(&shown).root.as_ref(), &shown) =>
        {
            (shown, Span::new(at, at + 3))
        }
        _ => (String::new(), Span::at(0)),
    };
    Err(Box::new((Source::new(name, shown), Issue::new("yaml", span, message).help(help))))
}
