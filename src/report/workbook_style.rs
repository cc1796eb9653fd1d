//! How a workbook looks: colours, borders, forms of days and numbers, and how wide a column is.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};
use unicode_width::UnicodeWidthStr;

use super::region_table::{Look, Tone};

/// A day as every table writes it.
const DAY: &str = "yyyy-mm-dd";
/// What stands in it stays text, with its noughts.
const TEXT: &str = "@";
const EDGE: u32 = 0x00BF_BFBF;

/// The formats of a workbook.
pub struct Styles {
    head: Format,
    head_to_fill_in: Format,
    short: Format,
    long: Format,
    day: Format,
    number: Format,
    words: Format,
    own_day: Format,
    good: Format,
    wrong: Format,
    look: Format,
    still: Format,
}

impl Styles {
    pub fn new() -> Self {
        let plain = Format::new().set_align(FormatAlign::Top);
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_border_bottom(FormatBorder::Medium)
            .set_background_color(0x00D9_E2F3);
        let open =
            plain.clone().set_background_color(0x00FF_F9E5).set_border(FormatBorder::Thin).set_border_color(EDGE);
        let toned = |fill: u32, ink: u32| plain.clone().set_background_color(fill).set_font_color(ink);
        Self {
            head_to_fill_in: head.clone().set_background_color(0x00FF_E699),
            head,
            short: plain.clone().set_num_format(TEXT),
            long: plain.clone().set_text_wrap(),
            day: plain.clone().set_num_format(DAY),
            number: plain.clone(),
            words: open.clone().set_text_wrap().set_num_format(TEXT),
            own_day: open.set_num_format(DAY),
            good: toned(0x00C6_EFCE, 0x0000_6100),
            wrong: toned(0x00FF_C7CE, 0x009C_0006),
            look: toned(0x00FF_EB9C, 0x0066_4D00),
            still: toned(0x00E7_E6E6, 0x0040_4040),
        }
    }

    pub fn head(&self, look: Look) -> &Format {
        match look {
            Look::Short | Look::Long | Look::Day => &self.head,
            Look::Answer | Look::Words | Look::OwnDay => &self.head_to_fill_in,
        }
    }

    pub fn cell(&self, look: Look) -> &Format {
        match look {
            Look::Short => &self.short,
            Look::Long => &self.long,
            Look::Day => &self.day,
            Look::Answer | Look::Words => &self.words,
            Look::OwnDay => &self.own_day,
        }
    }

    pub fn number(&self) -> &Format {
        &self.number
    }

    pub fn tone(&self, tone: Tone) -> &Format {
        match tone {
            Tone::Good => &self.good,
            Tone::Wrong => &self.wrong,
            Tone::Look => &self.look,
            Tone::Still => &self.still,
        }
    }
}

/// The height of a line.
pub const LINE: f64 = 15.0;

/// How wide a column must be for what stands in it.
pub struct Width {
    chars: usize,
    most: usize,
    wraps: bool,
}

impl Width {
    pub fn new(look: Look) -> Self {
        let (least, most) = match look {
            Look::Short => (6, 45),
            Look::Long => (12, 60),
            Look::Day | Look::OwnDay => (12, 14),
            Look::Answer => (14, 14),
            Look::Words => (24, 40),
        };
        Self { chars: least, most, wraps: most > 45 }
    }

    /// A head may stand on more lines, and has the button of the filter beside it.
    pub fn head(&mut self, text: &str) {
        let longest = text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or_default();
        self.at_least(longest + 3);
    }

    pub fn cell(&mut self, text: &str) {
        self.at_least(text.width());
    }

    /// On how many lines a text stands, where a column has sentences.
    pub fn lines(&self, text: &str) -> usize {
        if self.wraps { text.width().div_ceil(self.most * 9 / 10).max(1) } else { 1 }
    }

    fn at_least(&mut self, chars: usize) {
        self.chars = self.chars.max(chars).min(self.most);
    }

    /// As spreadsheets count: in the letters of their font, with some room.
    pub fn chars(&self) -> f64 {
        f64::from(u32::try_from(self.chars).unwrap_or(u32::MAX)) * 1.1 + 2.0
    }
}
