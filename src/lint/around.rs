//! What lint must know beyond the regioplan itself; who calls it looks it up.

use std::collections::BTreeSet;

use crate::model::Model;

/// What stands around a regioplan.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'a> {
    /// Other regioplannen, leidraden and werkplannen; the regioplan itself is not among them.
    pub others: &'a [Neighbour<'a>],
    /// The example plans beside it; none when there are no such folders.
    pub examples: Option<&'a Examples>,
    /// Where those folders stand, or would: the name of the folder beside the regioplan.
    pub folder: &'a str,
    /// Names of built-in checks, which no rule may have.
    pub reserved: &'a [&'static str],
}

/// Another file.
#[derive(Clone, Copy, Debug)]
pub struct Neighbour<'a> {
    pub model: Model<'a>,
    /// Its path, or its name when it is built in.
    pub name: &'a str,
}

/// What the example plans show.
#[derive(Clone, Debug, Default)]
pub struct Examples {
    /// Rules that a plan in `goed` meets.
    pub met: BTreeSet<String>,
    /// Rules that a plan in `fout` announces in its first lines.
    pub broken: BTreeSet<String>,
}
