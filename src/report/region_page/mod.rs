//! A region as one page for a meeting: figures, charts with a table behind each, a table of practices, and a part for each practice.
//!
//! In: regions that were looked at. Out: one file, which asks for nothing from elsewhere: its policy allows the style and the script
//! in it, by their digests, and nothing else. It works without that script. Nobody is ranked, and no outcome is scored.

mod chart;
mod data;
mod parts;
mod words;

use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::diagnostic::Problem;
use crate::source::Source;

use super::letters::Letter;
use super::region::RegionReport;
use super::template::{Form, Ready, Template};
use super::{Catalog, dates};

use data::{RegionData, Shown};
use words::Words;

const PAGE: &str = include_str!("page.html.j2");
const PRACTICE: &str = include_str!("practice.html.j2");
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// What fills the page.
#[derive(Serialize)]
struct Whole {
    lang: &'static str,
    date: String,
    style: Ready,
    script: Ready,
    policy: String,
    w: Words,
    regions: Vec<RegionData>,
}

/// What fills the part of a practice.
#[derive(Serialize)]
struct Part<'w> {
    w: &'w Words,
    p: Shown,
    b: Letter,
}

/// The page. `asked` is whom practices can ask, as the settings say.
///
/// A template that ships is right, whatever fills it; what is wrong with one is found by a test, and is given back all the same.
pub fn region_page(
    reports: &[RegionReport<'_>],
    asked: Option<&str>,
    catalog: &Catalog,
) -> Result<String, Box<(Source, Vec<Problem>)>> {
    let words = Words::of(catalog);
    let part = Source::new("practice.html.j2", PRACTICE.to_owned());
    let of_practice = Template::of(&part, Form::Html).map_err(|problems| Box::new((part.clone(), problems)))?;
    let mut regions = Vec::new();
    for (report, number) in reports.iter().zip(1..) {
        let mut region = RegionData::of(report, number, catalog);
        let mut parts = String::new();
        for (practice, shown) in report.practices.iter().zip(region.practices.iter().cloned()) {
            let filled = Part { w: &words, p: shown, b: Letter::to(practice, report, asked, catalog) };
            parts.push_str(&of_practice.fill(&filled).map_err(|problems| Box::new((part.clone(), problems)))?);
        }
        region.parts = Ready(parts);
        regions.push(region);
    }
    let page = Source::new("page.html.j2", PAGE.to_owned());
    let whole = Whole {
        lang: catalog.lang().word(),
        date: reports.first().map_or_else(String::new, |report| dates::long(catalog, report.reference)),
        style: Ready(STYLE.to_owned()),
        script: Ready(SCRIPT.to_owned()),
        policy: policy(),
        w: words,
        regions,
    };
    let filled = Template::of(&page, Form::Html).and_then(|template| template.fill(&whole));
    filled.map_err(|problems| Box::new((page, problems)))
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
