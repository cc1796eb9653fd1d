//! The form that a regioplan makes: what a practice fills in for a year, in the order of the document and in its words.
//!
//! In: a regioplan, the year, and a plan where there is one. Out: sections with fields as data, each with its place in the plan, its
//! words, whether it is needed and when, and what is filled in. Nothing here judges a plan or knows how a form looks.

mod answers;
mod beyond;
mod choices;
mod data;
mod fields;
mod find;
mod frame;
mod make;
mod making;

pub use beyond::beyond;
pub use data::{
    Beyond, Choice, Choices, Field, Form, Group, Input, Item, List, Need, NeedLevel, Part, RuleAsked, Said, Section,
    Several, Tick, Word,
};
pub use find::{places, spots};
pub use make::form;
