//! `mtvp letters`: a letter to each practice of a folder, in the template of the region or in the one that ships.

use std::path::{Path, PathBuf};

use crate::diagnostic::Text;
use crate::report::{self, Catalog, Form, Letter, RegionReport, Screen, Template};
use crate::session::{Kept, Stop};
use crate::settings::{At, Key};
use crate::source::{Source, Span};

use super::args::{LettersArgs, LettersFormat};
use super::exit::Exit;
use super::fence::By;
use super::files;
use super::own::{self, Layer, Layers, first, inside};
use super::paths::{in_command, name};
use super::region_views::look;
use super::written::{self, Content, New};
use super::{output, words};

pub fn run(args: &LettersArgs, screen: Screen, catalog: &Catalog) -> Result<Exit, Stop> {
    let made = written::catalog();
    let Some(folder) = args.folder.as_deref().filter(|_| !args.print_template) else {
        let form = form(args.format, args.template.as_deref())?.unwrap_or(Form::Html);
        output::print(report::shipped_letter(form, made.lang()));
        return Ok(Exit::Clean);
    };
    let layers = own::layers(&args.place.config, folder)?;
    let template = template(args, &layers)?;
    let form = form(args.format, template.as_ref().map(|(path, _)| path.as_path()))?;
    if form.is_some() && args.output.is_none() {
        let help = Text::new("letters-where-help").with("folder", in_command(&name(folder)));
        return Err(Stop::Said(Text::new("letters-where"), Some(help)));
    }
    let filled = form.map(|form| filled(template.as_ref(), form, &made)).transpose()?;
    let looked = match look(folder, &args.place, Kept::InWords, screen, catalog)? {
        Ok(looked) => looked,
        Err(exit) => return Ok(exit),
    };
    let reports = looked.reports();
    let asked = first(&layers, |settings| settings.contact.as_ref()).map(|(_, at)| at.value.as_str());
    let done = match (filled, args.output.as_deref()) {
        (Some(filled), Some(output)) => letters(&filled, output, &reports, asked, &made, catalog)?,
        (_, output) => written::in_pieces(output, "letters-csv-written", catalog, |put| {
            report::letters_csv(&reports, asked, &made, &mut |piece| put(piece.as_bytes()));
            Ok(())
        })?,
    };
    Ok(match (looked.partial, looked.wrong) {
        (true, _) => Exit::Failed,
        (false, true) => Exit::Violations,
        (false, false) => done,
    })
}

/// A template that was read, and the ending of what it makes.
struct Filled {
    template: Template,
    source: Source,
    ending: &'static str,
}

/// Writes a letter for each practice: all of them, or none.
fn letters<'r>(
    filled: &Filled,
    output: &Path,
    reports: &'r [RegionReport<'_>],
    asked: Option<&str>,
    made: &Catalog,
    catalog: &Catalog,
) -> Result<Exit, Stop> {
    let all = || reports.iter().flat_map(|report| report.asked_practices().map(move |one| (report, one)));
    let names = report::letter_names(all().map(|(report, one)| (one, report.judged.full_id())));
    let one = |((report, practice), name): ((&'r RegionReport<'_>, _), String)| {
        let text = move || {
            let text = filled.template.fill(&Letter::to(practice, report, asked, made));
            text.map_err(|problems| Stop::broken(filled.source.clone(), problems))
        };
        New { path: PathBuf::from(format!("{name}.{}", filled.ending)), content: Content::Made(Box::new(text)) }
    };
    let files: Vec<New<'_>> = all().zip(names).map(one).collect();
    written::whole(output, &files)?;
    words::say(catalog, &Text::new("letters-written").with("count", files.len()).with("path", name(output)));
    Ok(Exit::Clean)
}

/// What the letters are made as: what the user says, else what the template is for. None for a table, which has no template.
fn form(asked: Option<LettersFormat>, template: Option<&Path>) -> Result<Option<Form>, Stop> {
    let ends = |ending: &str| template.is_some_and(|path| path.to_string_lossy().to_lowercase().ends_with(ending));
    let own = match template {
        Some(_) if ends(".html.j2") => Some(Form::Html),
        Some(_) if ends(".md.j2") => Some(Form::Markdown),
        Some(path) => return Err(other_form(path)),
        None => None,
    };
    let asked = match asked {
        Some(LettersFormat::Csv) => return Ok(None),
        Some(LettersFormat::Html) => Some(Form::Html),
        Some(LettersFormat::Md) => Some(Form::Markdown),
        None => None,
    };
    match (asked, own, template) {
        (Some(asked), Some(own), Some(path)) if asked != own => Err(other_form(path)),
        _ => Ok(Some(asked.or(own).unwrap_or(Form::Html))),
    }
}

fn other_form(path: &Path) -> Stop {
    Stop::Said(Text::new("letters-other-form").with("path", name(path)), Some(Text::new("letters-other-form-help")))
}

/// A template, with where the settings name it when the user does not.
type Named<'l> = (PathBuf, Option<(&'l Layer, Span)>);

/// The template that the user names, else that of the settings.
fn template<'l>(args: &LettersArgs, layers: &'l Layers) -> Result<Option<Named<'l>>, Stop> {
    if let Some(path) = &args.template {
        return Ok(Some((path.clone(), None)));
    }
    let Some((layer, At { value, span })) = first(layers, |settings| settings.template.as_ref()) else {
        return Ok(None);
    };
    let path = layer.path(value);
    inside(layer, Key::Template.word(), *span, &path)?;
    Ok(Some((path, Some((layer, *span)))))
}

/// The text of the template, read and tried.
fn filled(template: Option<&Named<'_>>, form: Form, made: &Catalog) -> Result<Filled, Stop> {
    let source = match template {
        None => Source::new("sjabloon", report::shipped_letter(form, made.lang()).to_owned()),
        Some((path, None)) => files::source(path, By::User)?,
        Some((path, Some((layer, span)))) if !path.exists() => {
            return Err(own::missing(layer, Key::Template.word(), *span, path));
        }
        Some((path, Some(_))) => files::source(path, By::Way)?,
    };
    let template = Template::read(&source, form, &Letter::tried());
    let template = template.map_err(|problems| Stop::broken(source.clone(), problems))?;
    let ending = match form {
        Form::Html => "html",
        Form::Markdown => "md",
    };
    Ok(Filled { template, source, ending })
}
