//! The page of `mtvp explain` about a remark of lint: what it means, why it matters, and how it is right.

use crate::diagnostic::Text;
use crate::lint::Lint;

use super::Catalog;
use super::lint::level_word;
use super::screen::Screen;

/// The page about one kind of remark.
#[must_use]
pub fn lint_page(lint: Lint, screen: Screen, catalog: &Catalog) -> String {
    let [what, why, wrong, right] = texts(lint);
    let mut out = String::new();
    let title = Text::new("lint-page-title").with("code", lint.code()).with("level", catalog.word(level_word(lint)));
    out.push_str(&screen.paragraph("", &catalog.say(&title)));
    out.push_str(&screen.paragraph("  ", &catalog.word(what)));
    for (head, text) in [("lint-page-why", why), ("lint-page-wrong", wrong), ("lint-page-right", right)] {
        out.push('\n');
        out.push_str(&screen.paragraph("", &catalog.word(head)));
        if text == why {
            out.push_str(&screen.paragraph("  ", &catalog.word(text)));
        } else {
            out.push_str(&example(&catalog.word(text)));
        }
    }
    if lint != Lint::Muting {
        out.push('\n');
        out.push_str(&screen.paragraph("", &catalog.say(&Text::new("lint-page-ignore").with("code", lint.code()))));
    }
    out
}

/// Lines of a regioplan, as they stand.
fn example(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}

/// The texts of the catalogue: what it means, why it matters, wrong and right.
#[allow(clippy::too_many_lines, reason = "it is a table")]
fn texts(lint: Lint) -> [&'static str; 4] {
    match lint {
        Lint::Untitled => {
            ["lint-zonder-titel-what", "lint-zonder-titel-why", "lint-zonder-titel-wrong", "lint-zonder-titel-right"]
        }
        Lint::OutsideYears => [
            "lint-jaar-buiten-kop-what",
            "lint-jaar-buiten-kop-why",
            "lint-jaar-buiten-kop-wrong",
            "lint-jaar-buiten-kop-right",
        ],
        Lint::TooFewOffered => [
            "lint-te-weinig-aanbod-what",
            "lint-te-weinig-aanbod-why",
            "lint-te-weinig-aanbod-wrong",
            "lint-te-weinig-aanbod-right",
        ],
        Lint::Contradiction => {
            ["lint-tegenspraak-what", "lint-tegenspraak-why", "lint-tegenspraak-wrong", "lint-tegenspraak-right"]
        }
        Lint::CountingYears => {
            ["lint-jaren-tellen-what", "lint-jaren-tellen-why", "lint-jaren-tellen-wrong", "lint-jaren-tellen-right"]
        }
        Lint::WrongUnit => [
            "lint-eenheid-past-niet-what",
            "lint-eenheid-past-niet-why",
            "lint-eenheid-past-niet-wrong",
            "lint-eenheid-past-niet-right",
        ],
        Lint::BuiltInName => [
            "lint-ingebouwde-naam-what",
            "lint-ingebouwde-naam-why",
            "lint-ingebouwde-naam-wrong",
            "lint-ingebouwde-naam-right",
        ],
        Lint::SameVersion => [
            "lint-dubbele-versie-what",
            "lint-dubbele-versie-why",
            "lint-dubbele-versie-wrong",
            "lint-dubbele-versie-right",
        ],
        Lint::Overlap => [
            "lint-versies-overlappen-what",
            "lint-versies-overlappen-why",
            "lint-versies-overlappen-wrong",
            "lint-versies-overlappen-right",
        ],
        Lint::Unsourced => [
            "lint-regel-zonder-bron-what",
            "lint-regel-zonder-bron-why",
            "lint-regel-zonder-bron-wrong",
            "lint-regel-zonder-bron-right",
        ],
        Lint::OpenStatement => [
            "lint-bron-zonder-besluit-what",
            "lint-bron-zonder-besluit-why",
            "lint-bron-zonder-besluit-wrong",
            "lint-bron-zonder-besluit-right",
        ],
        Lint::TwoDecisions => [
            "lint-bron-twee-besluiten-what",
            "lint-bron-twee-besluiten-why",
            "lint-bron-twee-besluiten-wrong",
            "lint-bron-twee-besluiten-right",
        ],
        Lint::NoRegister => [
            "lint-zonder-register-what",
            "lint-zonder-register-why",
            "lint-zonder-register-wrong",
            "lint-zonder-register-right",
        ],
        Lint::NeedlessDeviation => [
            "lint-onnodige-afwijking-what",
            "lint-onnodige-afwijking-why",
            "lint-onnodige-afwijking-wrong",
            "lint-onnodige-afwijking-right",
        ],
        Lint::Unused => {
            ["lint-ongebruikt-what", "lint-ongebruikt-why", "lint-ongebruikt-wrong", "lint-ongebruikt-right"]
        }
        Lint::Unread => [
            "lint-veld-ongelezen-what",
            "lint-veld-ongelezen-why",
            "lint-veld-ongelezen-wrong",
            "lint-veld-ongelezen-right",
        ],
        Lint::AlwaysMet => [
            "lint-altijd-voldaan-what",
            "lint-altijd-voldaan-why",
            "lint-altijd-voldaan-wrong",
            "lint-altijd-voldaan-right",
        ],
        Lint::NeverInForce => [
            "lint-nooit-van-kracht-what",
            "lint-nooit-van-kracht-why",
            "lint-nooit-van-kracht-wrong",
            "lint-nooit-van-kracht-right",
        ],
        Lint::SameRule => {
            ["lint-zelfde-regel-what", "lint-zelfde-regel-why", "lint-zelfde-regel-wrong", "lint-zelfde-regel-right"]
        }
        Lint::NoExample => [
            "lint-zonder-voorbeeld-what",
            "lint-zonder-voorbeeld-why",
            "lint-zonder-voorbeeld-wrong",
            "lint-zonder-voorbeeld-right",
        ],
        Lint::Gap => [
            "lint-gat-tussen-versies-what",
            "lint-gat-tussen-versies-why",
            "lint-gat-tussen-versies-wrong",
            "lint-gat-tussen-versies-right",
        ],
        Lint::OtherName => {
            ["lint-andere-naam-what", "lint-andere-naam-why", "lint-andere-naam-wrong", "lint-andere-naam-right"]
        }
        Lint::SharedName => {
            ["lint-dubbele-naam-what", "lint-dubbele-naam-why", "lint-dubbele-naam-wrong", "lint-dubbele-naam-right"]
        }
        Lint::Muting => [
            "lint-negeren-klopt-niet-what",
            "lint-negeren-klopt-niet-why",
            "lint-negeren-klopt-niet-wrong",
            "lint-negeren-klopt-niet-right",
        ],
        Lint::LongSentence => {
            ["lint-lange-zin-what", "lint-lange-zin-why", "lint-lange-zin-wrong", "lint-lange-zin-right"]
        }
    }
}
