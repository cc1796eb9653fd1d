//! temporary
use super::{Catalog, Report, Screen, Totals};
use jiff::civil::Date;
pub struct Head<'a> {
    pub catalog: &'a Catalog,
    pub reference: Date,
    pub screen: Screen,
}
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Human,
    Concise,
    Json,
}
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    pub quiet: bool,
}
pub struct End {
    pub totals: Totals,
    pub skipped: usize,
    pub notes: Vec<crate::diagnostic::Text>,
}
pub trait Writer {
    fn begin(&mut self) -> String;
    fn plan(&mut self, report: &Report) -> String;
    fn end(&mut self, end: &End) -> String;
}
struct W<'a> {
    head: Head<'a>,
    format: Format,
    options: Options,
    lines: Vec<String>,
}
impl Writer for W<'_> {
    fn begin(&mut self) -> String {
        String::new()
    }
    fn plan(&mut self, report: &Report) -> String {
        self.lines.push(super::file_line(report, self.head.catalog));
        match self.format {
            Format::Concise => super::concise(report, self.head.catalog),
            _ => super::human(report, self.head.screen, self.head.catalog),
        }
    }
    fn end(&mut self, end: &End) -> String {
        if self.options.quiet {
            return String::new();
        }
        let mut out = String::new();
        for l in &self.lines {
            out.push_str(l);
            out.push('\n');
        }
        out.push_str(&super::total_line(end.totals, self.head.catalog));
        out.push('\n');
        out
    }
}
pub fn writer<'a>(format: Format, head: Head<'a>, options: Options) -> Box<dyn Writer + 'a> {
    Box::new(W { head, format, options, lines: Vec::new() })
}
