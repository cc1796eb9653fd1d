//! A region as one page for a meeting: figures, charts with a table behind each, a table of practices, and a part for each practice.
//!
//! In: regions that were looked at. Out: one file, which asks for nothing from elsewhere: its policy allows the style and the script
//! in it, by their digests, and nothing else. It works without that script. Nobody is ranked, and no outcome is scored.

mod chart;
mod data;
mod parts;

use std::collections::BTreeMap;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diagnostic::Problem;
use crate::source::Source;

use super::letters::Letter;
use super::object::object;
use super::region::RegionReport;
use super::template::{Form, Named, Ready, Template};
use super::writer::Pieces;
use super::{Catalog, dates};

/// The begin of the page; then for each region its begin, a row for each practice, what stands behind these, and a part for each
/// practice; and the end of the page.
const PAGE: &str = include_str!("page.html.j2");
const REGION: &str = include_str!("region.html.j2");
const ROW: &str = include_str!("row.html.j2");
const OPEN: &str = include_str!("open.html.j2");
const PRACTICE: &str = include_str!("practice.html.j2");
const CLOSED: &str = "\n</section>\n</section>\n";
const END: &str = include_str!("end.html.j2");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// A template that cannot be filled in, with what is wrong.
pub type Wrong = Box<(Source, Vec<Problem>)>;

/// The page, piece by piece: no more of it is kept than one practice. `asked` is whom practices can ask, as the settings say.
///
/// A template that ships is right, whatever fills it; what is wrong with one is found by a test, and is given back all the same.
pub fn region_page(
    reports: &[RegionReport<'_>],
    asked: Option<&str>,
    catalog: &Catalog,
    put: Pieces<'_>,
) -> Result<(), Wrong> {
    // The templates know the words by the names of their messages.
    let words = catalog.words_of("page-").into_iter().map(|(name, word)| (name.replace('-', "_"), word));
    let words = Named::of(&words.collect::<BTreeMap<_, _>>());
    let regions = reports.iter().zip(1..).map(|(report, number)| Named::of(&data::region(report, number, catalog)));
    let regions: Vec<Named> = regions.collect();
    let whole = object! {
        lang: catalog.lang().word(),
        date: reports.first().map_or_else(String::new, |report| dates::long(catalog, report.reference)),
        style: Ready(STYLE.to_owned()),
        script: Ready(SCRIPT.to_owned()),
        policy: policy(),
        w: &words,
        regions: &regions,
    };
    let (begin, open) = (Shipped::of("region.html.j2", REGION)?, Shipped::of("open.html.j2", OPEN)?);
    let (row, part) = (Shipped::of("row.html.j2", ROW)?, Shipped::of("practice.html.j2", PRACTICE)?);
    put(&Shipped::of("page.html.j2", PAGE)?.fill(&whole)?);
    for ((report, region), number) in reports.iter().zip(&regions).zip(1..) {
        let of_region = object! { w: &words, r: region };
        let shown = |practice, at| data::practice(practice, format!("r{number}-p{at}"), report, catalog);
        put(&begin.fill(&of_region)?);
        for (practice, at) in report.practices.iter().zip(1..) {
            put(&row.fill(&object! { w: &words, p: shown(practice, at) })?);
        }
        put(&open.fill(&of_region)?);
        for (practice, at) in report.practices.iter().zip(1..) {
            let letter = Letter::to(practice, report, asked, catalog);
            put(&part.fill(&object! { w: &words, p: shown(practice, at), b: letter })?);
        }
        put(CLOSED);
    }
    put(&Shipped::of("end.html.j2", END)?.fill(&whole)?);
    Ok(())
}

/// A template that ships.
struct Shipped {
    source: Source,
    template: Template,
}

impl Shipped {
    fn of(name: &str, text: &str) -> Result<Self, Wrong> {
        let source = Source::new(name, text);
        match Template::of(&source, Form::Html) {
            Ok(template) => Ok(Self { source, template }),
            Err(problems) => Err(Box::new((source, problems))),
        }
    }

    fn fill(&self, data: &impl Serialize) -> Result<String, Wrong> {
        self.template.fill(data).map_err(|problems| Box::new((self.source.clone(), problems)))
    }
}

/// Nothing may be asked for, or run, but what stands in the page itself.
fn policy() -> String {
    let digest = |text: &str| base64(&Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        digest(STYLE),
        digest(SCRIPT)
    )
}

/// Bytes in letters, four for three (RFC 4648).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let sign = |at: u32| SIGNS.as_bytes().get(at as usize & 63).copied().map_or('=', char::from);
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three.iter().chain(&[0, 0]).take(3).fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        for at in 0..4_usize {
            out.push(if at <= three.len() { sign(bits >> (18 - 6 * at)) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn bytes_in_letters() {
        let all =
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE=")];
        for (bytes, right) in all {
            assert_eq!(base64(bytes.as_bytes()), right);
        }
    }
}
