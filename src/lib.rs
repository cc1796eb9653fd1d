//! `mtvp` checks a practice plan for Meer Tijd Voor de Patiënt against the regioplan of its region.

pub mod check;
pub mod cli;
pub mod compile;
pub mod diagnostic;
pub mod model;
pub mod plan;
pub mod report;
pub mod source;
pub mod syntax;
