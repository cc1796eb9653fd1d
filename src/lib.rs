//! `mtvp` checks a practice plan for Meer Tijd Voor de Patiënt (MTVP) against the regioplan of its region.
//!
//! Text enters at [`source`] and leaves at [`report`]: [`syntax`] makes a tree, [`compile`] a [`model`], [`plan`] reads a
//! practice plan by that model, and [`check`] judges it. A [`session`] does all of that with texts in memory, [`draft`] makes
//! plans with it, [`editor`] shows it while somebody writes, and [`cli`] is the only room with input and output.
//!
//! # Glossary
//!
//! Words of the field that have no English twin stay Dutch:
//!
//! - *regioplan*: what a regional GP organisation offers and asks in MTVP, in one version.
//! - *praktijkplan*: the plan of one practice, handed in for a programme year; here a plan or practice plan.
//! - *kernelement*: one of the four parts of MTVP: anders werken, het goede gesprek, samenwerken in het netwerk,
//!   personele capaciteit. In the code an element.
//! - *interventie*: something that a practice does within a kernelement; an intervention.
//! - *verantwoording*: accounting for a programme year, when evidence is due.
//! - *intervisie*: a meeting in which practices learn from each other.
//! - *bron*, *bronnenregister*: a statement of the source document, and the list of all of them.
//! - *leidraad*: the national guide that regioplannen follow.

// What only the program writes lies idle in the core alone.
#![cfg_attr(not(feature = "cli"), allow(dead_code))]

pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod compare;
pub mod compile;
pub mod diagnostic;
pub mod draft;
#[cfg(feature = "cli")]
pub mod editor;
pub mod form;
pub mod format;
pub mod lint;
pub mod model;
pub mod plan;
pub mod report;
pub mod session;
pub mod settings;
pub mod solve;
pub mod source;
pub mod syntax;
pub mod trial;
pub mod value;
