//! How files are written: to a temporary file beside the target, which then takes its place. Whatever fails, the old file
//! stays whole and no temporary one is left.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::diagnostic::Text;
use crate::report::Catalog;
use crate::session::Stop;

use super::exit::Exit;
use super::paths::{folded, folder_of, name};
use super::{environment, fence, output, words};

/// The words of a file that is made.
pub fn catalog() -> Catalog {
    Catalog::new(environment::lang_of_files())
}

/// Writes what a command made to standard output, or to a new file with a line on the screen that says so. A file that is
/// there is never overwritten.
pub fn write(path: Option<&Path>, made: impl AsRef<[u8]>, done: &'static str, catalog: &Catalog) -> Result<Exit, Stop> {
    in_pieces(path, done, catalog, |put| {
        put(made.as_ref());
        Ok(())
    })
}

/// The same for what is made in pieces, of which each is written before the next one is made. When it cannot be made to its end, there
/// is no file.
pub fn in_pieces(
    path: Option<&Path>,
    done: &'static str,
    catalog: &Catalog,
    make: impl FnOnce(Put<'_>) -> Result<(), Stop>,
) -> Result<Exit, Stop> {
    let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
        let mut shown = BufWriter::with_capacity(PIECE, Shown);
        make(&mut |piece| drop(shown.write_all(piece)))?;
        drop(shown);
        return Ok(Exit::Clean);
    };
    fresh(path, make)?;
    words::say(catalog, &Text::new(done).with("path", name(path)));
    Ok(Exit::Clean)
}

/// Takes a piece of what is made.
pub type Put<'p> = &'p mut dyn FnMut(&[u8]);

/// Pieces are written together when they are so many bytes.
const PIECE: usize = 64 * 1024;

/// Standard output, which tells by itself what was lost.
struct Shown;

impl Write for Shown {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        output::put(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a file that is not there yet.
pub fn fresh(path: &Path, make: impl FnOnce(Put<'_>) -> Result<(), Stop>) -> Result<(), Stop> {
    not_through_link(path)?;
    let wrong = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => exists(path),
        _ => not_done(path),
    };
    let mut file = BufWriter::with_capacity(PIECE, beside(path).map_err(wrong)?);
    let mut written = Ok(());
    make(&mut |piece| {
        if written.is_ok() {
            written = file.write_all(piece);
        }
    })?;
    let whole = written.and_then(|()| file.into_inner().map_err(io::IntoInnerError::into_error));
    whole.and_then(|file| file.persist_noclobber(path).map_err(|error| error.error)).map(drop).map_err(wrong)
}

/// A file that is made: where, below the folder of all that is made with it, and what it holds.
pub struct New<'m> {
    pub path: PathBuf,
    pub content: Content<'m>,
}

/// What a new file holds.
pub enum Content<'m> {
    Text(String),
    /// What is made when the file is written: of many files no more than one is kept.
    Made(Box<dyn Fn() -> Result<String, Stop> + 'm>),
    /// What another file holds.
    Copy(PathBuf),
}

/// Makes files below a folder: all of them, or none, and none in the place of another.
pub fn whole(folder: &Path, files: &[New<'_>]) -> Result<(), Stop> {
    not_through_link(folder)?;
    let tops = files.iter().filter_map(|file| file.path.components().next());
    let tops: BTreeSet<PathBuf> = tops.map(|top| PathBuf::from(top.as_os_str())).collect();
    if let Some(there) = tops.iter().map(|top| folder.join(top)).find(|path| path.symlink_metadata().is_ok()) {
        return Err(exists(&there));
    }
    let fresh = !folder.exists();
    laid_down(folder, files, &tops).inspect_err(|_| {
        if fresh {
            let _ = std::fs::remove_dir(folder);
        }
    })
}

/// Writes all of it apart, and then gives every file and folder its name.
fn laid_down(folder: &Path, files: &[New<'_>], tops: &BTreeSet<PathBuf>) -> Result<(), Stop> {
    let lost = |_: io::Error| not_done(folder);
    std::fs::create_dir_all(folder).map_err(lost)?;
    let apart = tempfile::Builder::new().prefix(".mtvp-").tempdir_in(folder).map_err(lost)?;
    for file in files {
        let to = apart.path().join(&file.path);
        std::fs::create_dir_all(folder_of(&to)).map_err(lost)?;
        match &file.content {
            Content::Text(text) => std::fs::write(&to, text).map_err(lost)?,
            Content::Made(make) => std::fs::write(&to, make()?).map_err(lost)?,
            Content::Copy(from) => std::fs::copy(from, &to).map(|_| ()).map_err(lost)?,
        }
    }
    named(folder, apart.path(), tops).map_err(lost)
}

/// Gives what was written apart its names: all of it, or nothing.
fn named(folder: &Path, apart: &Path, tops: &BTreeSet<PathBuf>) -> io::Result<()> {
    let mut named: Vec<PathBuf> = Vec::new();
    for top in tops {
        let to = folder.join(top);
        let free = to.symlink_metadata().is_err();
        let done = if free { std::fs::rename(apart.join(top), &to) } else { Err(io::ErrorKind::AlreadyExists.into()) };
        if let Err(error) = done {
            for path in &named {
                drop(std::fs::remove_file(path).or_else(|_| std::fs::remove_dir_all(path)));
            }
            return Err(error);
        }
        named.push(to);
    }
    Ok(())
}

/// Nothing is written over a link, nor behind one in the repository in which one stands or in that of the target: whoever hands in a
/// plan may have put it there.
pub fn not_through_link(path: &Path) -> Result<(), Stop> {
    let whole = folded(path);
    let roots = [fence::root_of(Path::new(".")), fence::root_of(folder_of(&whole))];
    let is_inside = |above: &Path| roots.iter().any(|root| above.starts_with(root) && above != root);
    if whole.is_symlink() || whole.ancestors().any(|above| is_inside(above) && above.is_symlink()) {
        let text = Text::new("write-over-link").with("path", name(path));
        return Err(Stop::Said(text, Some(Text::new("write-over-link-help"))));
    }
    Ok(())
}

fn exists(path: &Path) -> Stop {
    Stop::Said(Text::new("new-exists").with("path", name(path)), Some(Text::new("new-exists-help")))
}

/// Puts a text in the place of a file.
pub fn replace(path: &Path, text: &str) -> Result<(), Stop> {
    let done = beside(path).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        take_place(file, path)
    });
    done.map_err(|_| not_done(path))
}

/// It cannot be written.
pub fn not_done(path: &Path) -> Stop {
    Stop::Said(Text::new("write-not-done").with("path", name(path)), Some(Text::new("write-not-done-help")))
}

/// A file that is written in the course of a run. Until the run is over it has no name, so that nothing of it stays when the
/// run is broken off.
pub struct Growing {
    path: PathBuf,
    file: BufWriter<File>,
    end: Ending,
    lost: bool,
}

/// What happens with a file that is whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ending {
    Replaces,
    Appends,
    /// A device or a pipe, which took all on the way.
    Stands,
}

impl Growing {
    /// A file that takes the place of what stands there.
    pub fn replacing(path: &Path) -> io::Result<Self> {
        if path.metadata().is_ok_and(|found| found.permissions().readonly()) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        let file = tempfile::tempfile_in(folder_of(path))?;
        Ok(Self::of(path, file, Ending::Replaces))
    }

    /// A file to which others write too.
    pub fn appending(path: &Path) -> io::Result<Self> {
        let file = tempfile::tempfile_in(folder_of(path))?;
        Ok(Self::of(path, file, Ending::Appends))
    }

    /// A device or a pipe.
    pub fn straight(path: &Path) -> io::Result<Self> {
        let file = OpenOptions::new().append(true).open(path)?;
        Ok(Self::of(path, file, Ending::Stands))
    }

    fn of(path: &Path, file: File, end: Ending) -> Self {
        Self { path: path.to_path_buf(), file: BufWriter::new(file), end, lost: false }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn put(&mut self, text: &str) {
        self.lost |= self.file.write_all(text.as_bytes()).is_err();
    }

    /// Whether all of it was kept so far.
    pub fn is_whole(&mut self) -> bool {
        self.lost |= self.file.flush().is_err();
        !self.lost
    }

    /// Gives the file its name.
    pub fn finish(self) -> io::Result<()> {
        let mut from = self.file.into_inner().map_err(io::IntoInnerError::into_error)?;
        if self.end == Ending::Stands {
            return Ok(());
        }
        from.rewind()?;
        if self.end == Ending::Appends {
            let mut to = OpenOptions::new().append(true).create(true).open(&self.path)?;
            return io::copy(&mut from, &mut to).map(|_| ());
        }
        let mut file = beside(&self.path)?;
        io::copy(&mut from, &mut file)?;
        take_place(file, &self.path)
    }
}

/// A temporary file in the folder of another, for whom any new file is.
fn beside(path: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".mtvp-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder_of(path))
}

/// Puts a file in the place of another, for whom that one was.
fn take_place(file: NamedTempFile, path: &Path) -> io::Result<()> {
    if let Ok(old) = path.metadata() {
        if old.permissions().readonly() {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        file.as_file().set_permissions(old.permissions())?;
    }
    file.persist(path).map(|_| ()).map_err(|error| error.error)
}
