//! `mtvp docs`: a regioplan, leidraad or werkplan as a document to read.

use crate::diagnostic::Text;
use crate::model::Sort;
use crate::report::{self, Catalog};

use super::args::{Cli, DocsArgs, DocsFormat};
use super::choose::{Stop, regioplan};
use super::library::GUIDES;
use super::own::Place;
use super::{Exit, settings, words, written};

pub fn run(args: &DocsArgs, cli: &Cli, catalog: &Catalog) -> Exit {
    let loaded = match regioplan(Some(&args.regioplan), Place::here(&args.config), settings::today()) {
        Ok((_, Some(loaded))) => loaded,
        Ok((_, None)) => return words::stop(catalog, Text::new("new-needs-one").with("path", &args.regioplan), None),
        Err(Stop::Said(message, help)) => return words::stop(catalog, message, help),
        Err(Stop::Broken(found)) => return super::show::broken(&found, settings::screen(cli.color), catalog),
    };
    // A leidraad is asked for by the name of its folder.
    let name = match loaded.model.sort {
        Sort::Leidraad => GUIDES.to_owned(),
        Sort::Regioplan | Sort::Werkplan => loaded.model.full_id(),
    };
    let page = report::document(&loaded.model, &name, catalog);
    let text = match args.format {
        DocsFormat::Markdown => report::docs_markdown(&page),
        DocsFormat::Html => report::docs_html(&page, catalog),
    };
    written::write(args.output.as_deref(), &text, "docs-written", catalog)
}
