//! `mtvp schema`: the JSON Schema of a practice plan under one regioplan.

use crate::report::{self, Catalog};
use crate::session::Stop;

use super::args::SchemaArgs;
use super::exit::Exit;
use super::{regioplans, written};

pub fn run(args: &SchemaArgs, catalog: &Catalog) -> Result<Exit, Stop> {
    let loaded = regioplans::one(&args.regioplan, &args.config, regioplans::needs_one(&args.regioplan))?;
    let loaded = loaded.judges_plans()?;
    written::write(
        args.output.as_deref(),
        report::schema(&loaded.model, &written::catalog()),
        "schema-written",
        catalog,
    )
}
