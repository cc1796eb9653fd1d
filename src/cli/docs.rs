//! `mtvp docs`: a regioplan, leidraad or werkplan as a document to read.

use crate::report::{self, Catalog};
use crate::session::{GUIDES, Stop};

use super::args::{DocsArgs, DocsFormat};
use super::exit::Exit;
use super::{regioplans, written};

pub fn run(args: &DocsArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let loaded = regioplans::one(&args.regioplan, &args.config, regioplans::needs_one(&args.regioplan))?;
    // A leidraad is asked for by the name of its folder.
    let name = match loaded.guide() {
        Some(_) => GUIDES.to_owned(),
        None => loaded.judged().full_id(),
    };
    let words = written::catalog();
    let page = report::document(loaded.model(), &name, &words);
    let text = match args.format {
        DocsFormat::Markdown => report::docs_markdown(&page),
        DocsFormat::Html => report::docs_html(&page),
    };
    written::write(args.output.as_deref(), &text, "docs-written", catalog)
}
