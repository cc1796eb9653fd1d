//! `mtvp new --regioplan`: the first files of a region that encodes its regioplan.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use crate::diagnostic::Text;
use crate::draft;
use crate::report::Catalog;
use crate::session::{Library, Origin, Stop};

use super::args::NewArgs;
use super::exit::Exit;
use super::paths::{in_command, name};
use super::written::{self, Content, New};
use super::{environment, words};

pub fn run(region: &str, args: &NewArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    // `onze-regio@2027`: of another year than this one.
    let (region, year) = match region.split_once('@').map(|(region, year)| (region, year_of(year))) {
        Some((region, Some(year))) => (region, year),
        Some((_, None)) | None => (region, environment::today().year()),
    };
    let made = draft::start(region, year);
    let Some(first) = made.first() else { return Ok(Exit::Clean) };
    // A name that the language does not take is found where every name is read.
    let origin = Origin { name: first.path.clone(), text: Cow::Owned(first.text.clone()), ..Origin::default() };
    let fits = Library::new(vec![origin])
        .by_origin(&first.path)
        .is_some_and(|load| load.as_ref().is_ok_and(|one| one.judged().id == region));
    if !fits || region.chars().any(char::is_whitespace) {
        return Err(Stop::Said(Text::new("start-name").with("name", region), Some(Text::new("start-name-help"))));
    }
    let above = args.output.clone().unwrap_or_else(|| PathBuf::from("."));
    let folder = if above == Path::new(".") { PathBuf::from(region) } else { above.join(region) };
    let files: Vec<New<'_>> = made
        .iter()
        .map(|one| New { path: PathBuf::from(&one.path), content: Content::Text(one.text.clone()) })
        .collect();
    written::whole(&folder, &files)?;
    let path = name(&folder.join(&first.path));
    words::say(catalog, &Text::new("start-written").with("path", &path));
    words::say(catalog, &Text::new("start-next").with("path", in_command(&path)));
    Ok(Exit::Clean)
}

/// A calendar year of this century, as it is written.
fn year_of(text: &str) -> Option<i16> {
    let digits = text.len() == 4 && text.starts_with("20") && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|_| digits)
}
