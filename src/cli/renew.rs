//! `mtvp renew`: the next version of a regioplan, with its register and its examples; and what to look at in the document.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::Text;
use crate::draft::{self, Renewed, Why};
use crate::model::{Contents, Model};
use crate::plan::{mask_citizen_numbers, shorten};
use crate::report::{self, Catalog, Lang, Listed, Screen};
use crate::session::{AnyLoaded, Library, Origin, PlanText, Stop};
use crate::source::Source;
use crate::trial::Sort as Kind;

use super::args::RenewArgs;
use super::examples::{Beside, PlanFile, RegionFolder};
use super::exit::Exit;
use super::paths::{folder_of, in_command, name, plain};
use super::regioplans::{guides, needs_one, one, readable};
use super::test::{Target, target};
use super::written::{self, Content, New};
use super::{environment, files, output};

pub fn run(args: &RenewArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let old = one(&args.regioplan, &args.config, needs_one(&args.regioplan))?;
    let from = environment::as_of(args.from.as_deref())?;
    let new = Renewed::of(old.model(), &args.new_version, from);
    let end = old.model().programme().and_then(|programme| programme.ends);
    if let Some((end, (from, _))) = end.zip(new.valid).filter(|(end, (from, _))| end < from) {
        let text = Text::new("renew-past-end").with("end", end).with("from", from);
        return Err(Stop::Said(text, Some(Text::new("renew-past-end-help"))));
    }
    let place = Place::of(&old, &new, args)?;
    let made = regioplan(&old, &new, &place)?;
    let mut made_files = vec![New { path: place.file("regioplan"), content: Content::Text(made.text.clone()) }];
    let register = old.files().get(1).map(|(source, _)| source);
    made_files.extend(
        register.map(|source| New { path: place.file("bronnen"), content: Content::Text(source.text.clone()) }),
    );
    let Made { text, loaded, library } = made;
    let examples = Examples::of(&old, (&text, &loaded), library, &new, &place)?;
    made_files.extend(examples.files);
    written::whole(&place.folder, &made_files)?;
    let path = place.folder.join(place.file("regioplan"));
    let mut said = vec![written_text(loaded.model(), &path)];
    if examples.moved > 0 {
        said.push(
            Text::new("renew-examples")
                .with("count", examples.moved)
                .with("years", usize::from(new.years.unsigned_abs())),
        );
    }
    let mut lists = to_look_at(&text);
    lists.extend(register.map(|source| register_to_look_at(&source.text)));
    lists.push(Listed { title: Text::new("renew-kept"), lines: examples.kept });
    lists.push(Listed { title: Text::new(why_open(loaded.model())), lines: examples.open });
    lists.retain(|list| !list.lines.is_empty());
    let next =
        after(loaded.model(), register.map(|_| place.folder.join(place.file("bronnen"))), &path, &args.regioplan);
    output::print(&report::renewed(&said, &lists, &next, screen, catalog));
    Ok(Exit::Clean)
}

/// Where the new version goes.
struct Place {
    folder: PathBuf,
    /// The name of its files and of its folder.
    stem: String,
}

impl Place {
    fn of(old: &AnyLoaded, new: &Renewed, args: &RenewArgs) -> Result<Self, Stop> {
        let path = old.judged().path.as_deref().map(Path::new);
        let folder = args.output.clone().unwrap_or_else(|| path.map_or(Path::new("."), folder_of).to_path_buf());
        let safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_');
        if !new.version.starts_with(char::is_alphanumeric) || !new.version.chars().all(safe) {
            let text = Text::new("renew-version").with("version", &new.version);
            return Err(Stop::Said(text, Some(Text::new("renew-version-help"))));
        }
        let version = match old {
            AnyLoaded::Werkplan(_) => format!("werkplan-{}", new.version),
            AnyLoaded::Regioplan(_) | AnyLoaded::Leidraad(_) | AnyLoaded::Aanvulling(_) => new.version.clone(),
        };
        let judged = old.judged();
        if version == judged.version || old.model().editions().iter().any(|one| one.version == version) {
            let text = Text::new("renew-same").with("version", version);
            return Err(Stop::Said(text, Some(Text::new("renew-same-help"))));
        }
        let had = path.and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let stem = match (old, had) {
            // A leidraad holds all its editions, and is found by its own name.
            (AnyLoaded::Leidraad(_), _) => judged.id.clone(),
            (_, Some(had)) if had.contains(&judged.version) => had.replace(&judged.version, &version),
            (_, Some(had)) => format!("{had}-{version}"),
            (_, None) => version,
        };
        Ok(Self { folder, stem })
    }

    fn file(&self, ending: &str) -> PathBuf {
        PathBuf::from(format!("{}.{ending}", self.stem))
    }
}

/// The new version, which loads.
struct Made {
    text: String,
    loaded: AnyLoaded,
    library: Library,
}

fn regioplan(old: &AnyLoaded, new: &Renewed, place: &Place) -> Result<Made, Stop> {
    let source = |number: usize| old.files().get(number).map(|(source, _)| source);
    let dutch = Catalog::new(Lang::Dutch);
    let text = draft::renewed(source(0).map_or("", |source| &source.text), new, &|text| dutch.say(text));
    let path = name(&place.folder.join(place.file("regioplan")));
    let register =
        source(1).map(|source| (name(&place.folder.join(place.file("bronnen"))), Cow::Owned(source.text.clone())));
    let near = old.judged().path.as_deref().map_or(Path::new(&path), Path::new);
    let guides = guides(near, &text);
    let origin = Origin { name: path.clone(), text: Cow::Owned(text.clone()), register, guides, told: None };
    let beside = old.judged().path.as_deref().map(|path| files::regioplans_in(folder_of(Path::new(path))));
    let mut given = readable(&beside.unwrap_or_default());
    given.retain(|origin| origin.name != path);
    given.push(origin);
    let library = Library::new(given);
    let load = library.by_origin(&path).cloned();
    let loaded = load.ok_or_else(|| needs_one(&path))?.map_err(Stop::Broken)?;
    Ok(Made { text, loaded, library })
}

/// The examples of the new version: with their dates moved where they then do what they say.
#[derive(Default)]
struct Examples {
    files: Vec<New<'static>>,
    moved: usize,
    /// Those that only do what they say with dates that they had.
    kept: Vec<String>,
    open: Vec<String>,
}

/// How the texts of an example follow on the old ones.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Moved,
    /// With dates that stay, because a rule names them.
    Kept,
    Open,
}

impl Examples {
    fn of(
        old: &AnyLoaded,
        (text, loaded): (&str, &AnyLoaded),
        library: Library,
        new: &Renewed,
        place: &Place,
    ) -> Result<Self, Stop> {
        let beside = Beside::of(old.judged());
        let moved =
            |text: &str| draft::renewed_example(text, old.contents(), loaded.contents(), new.years, &BTreeSet::new());
        // What is evidence for the old example is it for the new one.
        let own = (Source::new("", ""), Beside::of(old.judged()));
        let target = target(library, loaded.clone(), own, None, &moved)?;
        let renewing = Renewing {
            old: old.contents(),
            new: loaded.contents(),
            target,
            told: draft::Told::of(text),
            years: new.years,
        };
        let mut all = Self::default();
        let mut done: Vec<PathBuf> = Vec::new();
        let top = beside.top();
        let to = |path: &Path| Path::new(&place.stem).join(path.strip_prefix(&top).unwrap_or(path));
        for (part, kind) in [("goed", Kind::Good), ("fout", Kind::Wrong)] {
            for file in beside.plans(part) {
                let Ok(text) = &file.text else { continue };
                let (how, text, days) = renewing.plan(&file.path, text, kind)?;
                all.note(how, &to(&file.path), &days);
                all.files.push(New { path: to(&file.path), content: Content::Text(text) });
                done.push(file.path);
            }
        }
        for (part, kind) in [("goed", Kind::Good), ("fout", Kind::Wrong)] {
            for folder in beside.regions(part) {
                let (how, texts) = renewing.region(&folder, kind)?;
                all.note(how, &to(&folder.path), &BTreeSet::new());
                for (path, text) in texts {
                    all.files.push(New { path: to(&path), content: Content::Text(text) });
                    done.push(path);
                }
            }
        }
        for path in beside.files().into_iter().filter(|path| !done.contains(path)) {
            let content = beside.copied(&path);
            all.files.push(New { path: to(&path), content });
        }
        Ok(all)
    }

    /// With the days that stay as they were, where these are known.
    fn note(&mut self, how: How, path: &Path, days: &BTreeSet<String>) {
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        match how {
            How::Moved => self.moved += 1,
            How::Kept if days.is_empty() => self.kept.push(plain(path)),
            How::Kept => self.kept.push(format!("{}: {}", plain(path), days.join(", "))),
            How::Open => self.open.push(plain(path)),
        }
    }
}

/// What makes an example of the old version one of the new.
struct Renewing<'a> {
    old: &'a Contents,
    new: &'a Contents,
    target: Target,
    /// What the rules name: these dates are those of the document.
    told: draft::Told,
    years: i16,
}

/// A rule names one day, or two; an example that needs more of them is made anew.
const MOST_KEPT: usize = 2;

impl Renewing<'_> {
    fn text(&self, text: &str, keep: &BTreeSet<String>) -> String {
        draft::renewed_example(text, self.old, self.new, self.years, keep)
    }

    fn differs(&self, path: &Path, text: String, kind: Kind) -> Result<usize, Stop> {
        Ok(self.target.plan(PlanFile { path: path.to_path_buf(), text: Ok(text) }, kind)?.differs())
    }

    /// With all dates moved but those that a rule names; else with all moved; else with the dates kept that make it do what it says.
    /// With the days that stay.
    fn plan(&self, path: &Path, text: &str, kind: Kind) -> Result<(How, String, BTreeSet<String>), Stop> {
        let dates = draft::dates(text);
        let told = draft::told_dates(text, &self.told);
        if !told.is_empty() {
            let made = self.text(text, &told);
            if self.differs(path, made.clone(), kind)? == 0 {
                return Ok((How::Kept, made, told));
            }
        }
        let mut keep = BTreeSet::new();
        let moved = self.text(text, &keep);
        let mut least = self.differs(path, moved.clone(), kind)?;
        if least == 0 {
            return Ok((How::Moved, moved, keep));
        }
        for _ in 0..MOST_KEPT {
            let found = self.nearest(path, text, kind, (&keep, &dates))?;
            let Some((found, date)) = found.filter(|(found, _)| *found < least) else { break };
            keep.insert(date);
            least = found;
            if least == 0 {
                return Ok((How::Kept, self.text(text, &keep), keep));
            }
        }
        // The other way round: all stay, but one.
        for date in &dates {
            let keep: BTreeSet<String> = dates.iter().filter(|other| *other != date).cloned().collect();
            let made = self.text(text, &keep);
            if self.differs(path, made.clone(), kind)? == 0 {
                return Ok((How::Kept, made, keep));
            }
        }
        Ok((How::Open, moved, BTreeSet::new()))
    }

    /// The date that does best when it is kept too, and what then still differs.
    fn nearest(
        &self,
        path: &Path,
        text: &str,
        kind: Kind,
        (keep, dates): (&BTreeSet<String>, &BTreeSet<String>),
    ) -> Result<Option<(usize, String)>, Stop> {
        let mut best: Option<(usize, String)> = None;
        for date in dates.difference(keep) {
            let with: BTreeSet<String> = keep.iter().chain([date]).cloned().collect();
            let found = self.differs(path, self.text(text, &with), kind)?;
            if best.as_ref().is_none_or(|(least, _)| found < *least) {
                best = Some((found, date.clone()));
            }
        }
        Ok(best)
    }

    /// With all dates moved, or with none.
    fn region(&self, folder: &RegionFolder, kind: Kind) -> Result<(How, Vec<(PathBuf, String)>), Stop> {
        for how in [How::Moved, How::Kept] {
            if self.target.region(self.folder(folder, how), kind, None)?.differs() == 0 {
                return Ok((how, texts(&self.folder(folder, how))));
            }
        }
        Ok((How::Open, texts(&self.folder(folder, How::Open))))
    }

    fn folder(&self, folder: &RegionFolder, how: How) -> RegionFolder {
        let made = |text: &String| {
            let keep = if how == How::Kept { draft::dates(text) } else { BTreeSet::new() };
            self.text(text, &keep)
        };
        let figures = folder
            .figures
            .as_ref()
            .map(|file| PlanFile { path: file.path.clone(), text: file.text.as_ref().map(made).map_err(Clone::clone) });
        let plan = |(path, text): &PlanText| (path.clone(), text.as_ref().map(made).map_err(Clone::clone));
        RegionFolder { path: folder.path.clone(), figures, plans: folder.plans.iter().map(plan).collect() }
    }
}

/// The files of a region.
fn texts(folder: &RegionFolder) -> Vec<(PathBuf, String)> {
    let figures = folder.figures.iter().filter_map(|file| Some((file.path.clone(), file.text.clone().ok()?)));
    let plans = folder.plans.iter().filter_map(|(path, text)| Some((PathBuf::from(path), text.clone().ok()?)));
    figures.chain(plans).collect()
}

fn written_text(model: Model<'_>, path: &Path) -> Text {
    let text = match model {
        Model::Leidraad(_) => Text::new("renew-written-guide"),
        Model::Regioplan(_) | Model::Aanvulling(_) => Text::new("renew-written"),
        Model::Werkplan(_) => Text::new("renew-written-work-plan"),
    };
    let text = model.valid().into_iter().fold(text, |text, (from, to)| text.with("from", from).with("to", to));
    text.with("path", plain(path))
}

/// What to look at in the document, why by why.
fn to_look_at(text: &str) -> Vec<Listed> {
    let source = Source::new("", text);
    let looks = draft::look(text);
    let line = |look: &draft::Look| {
        let said = look.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        // A day or a year at the end of a line is what to look at: only what says more is cut.
        let whole = !matches!(look.why, Why::Reading | Why::Head);
        let said = if whole { mask_citizen_numbers(&said).into_owned() } else { shorten(&said) };
        format!("{}: {said}", source.position(look.span.start).line)
    };
    let of = |why: Why| Listed {
        title: Text::new(why.text_id()),
        lines: looks.iter().filter(|look| look.why == why).map(line).collect(),
    };
    Why::ALL.into_iter().map(of).collect()
}

/// Lines of the register in which a calendar year stands.
fn register_to_look_at(text: &str) -> Listed {
    let line = |(number, line): (usize, &str)| {
        let said = line.split_whitespace().collect::<Vec<_>>().join(" ");
        draft::has_year(&said).then(|| format!("{}: {}", number + 1, mask_citizen_numbers(&said)))
    };
    Listed { title: Text::new("renew-look-register"), lines: text.lines().enumerate().filter_map(line).collect() }
}

/// Why examples do not yet do what they say.
fn why_open(model: Model<'_>) -> &'static str {
    match model {
        Model::Aanvulling(_) => "renew-open-supplement",
        Model::Regioplan(_) | Model::Leidraad(_) | Model::Werkplan(_) => "renew-open",
    }
}

/// What to do now.
fn after(model: Model<'_>, register: Option<PathBuf>, path: &Path, old: &str) -> Vec<Text> {
    let mut next = Vec::new();
    if let Some(register) = register {
        let text = Text::new("renew-register").with("path", plain(&register));
        next.push(text.with("count", model.contents().register.len()));
    }
    if let Model::Aanvulling(one) = model {
        next.push(Text::new("renew-settings").with("id", one.contents.full_id()));
    }
    let text = Text::new("renew-next").with("path", in_command(&plain(path)));
    next.push(text.with("old", in_command(old)));
    next
}
