//! A region's own figures of one calendar year (`regio.yaml`), read like a plan: by the declarations
//! under `gegevens regio`.

use crate::diagnostic::Text;
use crate::model::{LastYear, Model, REGION};
use crate::source::Span;

use super::Issue;
use super::document::Document;
use super::frame::{Frame, Named, bare, named};
use super::reader::Reader;
use super::scalars;
use super::trail::Trail;
use super::value::{Plan, RecordValue};
use super::yaml::Node;

/// The keys of the frame of a file with figures.
const KEYS: [&str; 3] = ["regioplan", "kalenderjaar", "verantwoording"];

/// What the figures are about; it can be read before a regioplan is chosen.
#[derive(Clone, Debug, Default)]
pub struct FiguresFrame {
    pub regioplan: Option<Named>,
    pub calendar_year: Option<(i16, Span)>,
    pub accounting: bool,
}

/// The figures of a region.
#[derive(Clone, Debug)]
pub struct Figures {
    pub data: RecordValue,
    pub issues: Vec<Issue>,
}

/// Reads the frame; what is missing or wrong is a problem.
#[must_use]
pub fn figures_frame(root: &Node<'_>) -> (FiguresFrame, Vec<Issue>) {
    let mut issues = Vec::new();
    let mut frame = FiguresFrame::default();
    let top = root.pairs().and_then(|pairs| pairs.first()).map_or(root.span, |(key, _)| key.span);
    let found = |key: &str| root.get(key).and_then(|(_, node)| Some((node, node.text()?.trim())));
    if let Some((node, text)) = found("regioplan") {
        frame.regioplan = Some(named(text, node.span));
    }
    match found("kalenderjaar") {
        Some((node, text)) => match scalars::calendar_year(text) {
            Ok(year) => frame.calendar_year = Some((year, node.span)),
            Err(wrong) => {
                issues.push(scalars::amiss(node, "kalenderjaar", &wrong).on(&Trail::Key(&Trail::Top, "kalenderjaar")));
            }
        },
        None => issues.push(
            Issue::new("verplicht-veld", top, Text::new("frame-missing").with("key", "kalenderjaar"))
                .help(Text::new("figures-help-year"))
                .on(&Trail::Key(&Trail::Top, "kalenderjaar")),
        ),
    }
    if let Some((node, text)) = found("verantwoording") {
        match scalars::yes_no(text) {
            Ok(value) => frame.accounting = value,
            Err(wrong) => {
                frame.accounting = wrong.right.as_deref() == Some("ja");
                issues.push(
                    scalars::amiss(node, "verantwoording", &wrong).on(&Trail::Key(&Trail::Top, "verantwoording")),
                );
            }
        }
    }
    (frame, issues)
}

/// Whether a document holds the figures of a region and is no plan of a practice.
#[must_use]
pub fn is_figures(root: &Node<'_>) -> bool {
    let of_plan = |key: &str| matches!(&*bare(key), "jaar" | "jaren" | "startkwartaal" | "praktijk");
    let mut keys = root.pairs().unwrap_or_default().iter().filter_map(|(key, _)| key.text());
    root.get("kalenderjaar").is_some() && !keys.any(of_plan) && !has_choices(root)
}

/// Whether a practice chooses somewhere below a node, which figures never say.
fn has_choices(node: &Node<'_>) -> bool {
    let pairs = node.pairs().unwrap_or_default().iter();
    let mut inside = node.items().unwrap_or_default().iter().chain(pairs.clone().map(|(_, value)| value));
    pairs.filter_map(|(key, _)| key.text()).any(|key| bare(key) == "interventies") || inside.any(has_choices)
}

/// Reads the figures by the declarations of a regioplan or werkplan.
#[must_use]
pub fn read_figures(document: &Document<'_>, model: Model<'_>) -> Option<Figures> {
    let resting = model.regioplan().map(|one| one.resting.as_slice()).unwrap_or_default();
    let root = document.root.as_ref()?;
    let top = root.pairs().and_then(|pairs| pairs.first()).map_or(root.span, |(key, _)| key.span);
    let mut reader = Reader {
        text: document.text,
        model: model.contents(),
        resting,
        first_year: None,
        elsewhere: &[],
        own: None,
        issues: document.issues.iter().cloned().collect(),
        files: Vec::new(),
        astray: 0,
        as_written: !document.mended,
        strays: Vec::new(),
        kind_words: Vec::new(),
    };
    let data = reader.record(root, REGION, top, &Trail::Top, &KEYS);
    Some(Figures { data, issues: reader.issues.into_vec() })
}

/// An empty plan: it carries a calendar year, or a start quarter and a year, where no plan is there.
#[must_use]
pub fn empty_plan(frame: Frame) -> Plan {
    let nothing = || RecordValue::empty(Span::default());
    Plan {
        last: frame.year.map(|(year, _)| LastYear::Year(year)),
        frame,
        data: nothing(),
        practice: nothing(),
        practice_absent: true,
        years: Vec::new(),
        years_span: Span::default(),
        years_unread: false,
        files: Vec::new(),
        issues: Vec::new(),
        astray: 0,
    }
}
