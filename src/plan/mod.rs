//! YAML -> practice plan with spans, read by the declarations of a regioplan.
//!
//! Input: the text of one plan and the model that says what it may hold. Output: the plan and every
//! problem of form. Nothing here knows a rule; nothing here touches a disk.

mod blocks;
mod citizen;
mod claim;
mod document;
mod figures;
mod forms;
mod frame;
mod homes;
mod issue;
mod issues;
mod kinds;
mod mend;
mod mend_blanks;
mod mend_colons;
mod mend_heads;
mod mend_indent;
mod mend_lines;
mod mend_lists;
mod mend_marks;
mod mend_members;
mod mend_prose;
mod mend_quotes;
mod mend_shape;
mod mend_slips;
mod mend_text;
mod names;
mod read;
mod reader;
mod scalars;
mod trail;
mod unknown;
mod value;
mod whole;
mod yaml;
mod yaml_errors;
mod years;

pub use citizen::{citizen_number_in_name, citizen_numbers, mask_citizen_numbers};
pub use claim::{Claim, names, plain_claim, possible_codes};
pub use document::{Document, MAX_BESIDE, MAX_BYTES, parse, parse_beside, tree};
pub use figures::{Figures, FiguresFrame, empty_plan, figures_frame, is_figures, read_figures};
pub use forms::calendar_year;
pub use frame::{Frame, KEYS, Named, frame, may_be_plan, plan_keys};
pub use issue::{Chooses, Issue};
pub use issues::{Issues, MOST_SHOWN};
pub use kinds::{is_mark, read as read_kind};
pub use names::{
    bare as bare_name, called_in as fields_called, has_words, of_intervention as intervention_meant, without_number,
};
pub use read::{Unread, read, read_framed};
pub use reader::nearest;
pub use scalars::{
    Wrong, agb as read_agb, certain, date as read_date, first_line, is_filler, of_calendar_year,
    quarter as read_quarter, shorten, year as read_year,
};
pub use trail::Trail;
pub use value::{Choice, Content, Entry, FileRef, Plan, RecordValue, YearPlan};
pub use yaml::{Loaded, Node, NodeKind, load};
