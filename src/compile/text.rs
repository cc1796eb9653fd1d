//! The texts of a regioplan and its register -> what compiling gives, with one message for one slip.
//!
//! What could not be read is missed elsewhere: a name that it declares, a line that its block needs. Those problems
//! are no news, and are left out until the file can be read.

use crate::diagnostic::{Label, Problem, Text};
use crate::syntax::tree::Tree;
use crate::syntax::{self, Kind};

use super::twins::drop_twins;
use super::unread::{HEADLESS, Unread, block_of, lonely};
use super::{Compiled, compile};

/// Reads and compiles a regioplan with its register, if there is one; there is a model only when all can be read.
#[must_use]
pub fn read(text: &str, register: Option<&str>) -> Compiled {
    let (mut tree, mut problems) = syntax::parse(text, Kind::Regioplan);
    let mut twins = drop_twins(&mut tree);
    let (register_tree, mut register_problems) = match register {
        Some(text) => {
            let (tree, problems) = syntax::parse(text, Kind::Register);
            (Some(tree), problems)
        }
        None => (None, Vec::new()),
    };
    let sound = twins.is_empty();
    let readable = problems.is_empty() && register_problems.is_empty();
    let mut compiled = compile(&tree, register_tree.as_ref());
    let headless = |problem: &Problem| problem.message.id == HEADLESS;
    if compiled.problems.iter().any(headless) {
        // Without its head nothing tells what the file is: a regioplan, a leidraad or a werkplan.
        compiled.problems.retain(headless);
    }
    lonely(&tree, text, &mut compiled.problems);
    if !readable {
        let mut unread = Unread::new(text, &tree);
        let mut unread_register = Unread::default();
        if let (Some(tree), Some(text)) = (&register_tree, register) {
            unread_register = Unread::new(text, tree);
            unread.words.extend(unread_register.words.iter().copied());
        }
        compiled.problems.retain(|problem| !unread.explains(problem));
        compiled.register_problems.retain(|problem| !unread_register.explains(problem));
    }
    problems.append(&mut twins);
    problems.extend(compiled.problems);
    problems.sort_by_key(|problem| (problem.primary.span.start, problem.primary.span.end));
    register_problems.extend(compiled.register_problems);
    let model = compiled.model.filter(|_| readable && sound);
    Compiled { model, problems: together(problems, &tree), register_problems }
}

/// One cause, one message: a name that is unknown is so everywhere, and a year that a rule does not say is missed by
/// each of its lines. The first place tells it; of a name it points at some of the others.
fn together(problems: Vec<Problem>, tree: &Tree) -> Vec<Problem> {
    const SHOWN: usize = 3;
    let mut kept: Vec<Problem> = Vec::new();
    for problem in problems {
        match kept.iter_mut().find(|known| is_same(known, &problem, tree)) {
            Some(first) if first.message == problem.message && first.message.id.starts_with("unknown-") => {
                let also = Text::new("also-here");
                if first.others.iter().filter(|label| label.text.as_ref() == Some(&also)).count() < SHOWN {
                    first.others.push(Label::new(problem.primary.span, also));
                }
            }
            Some(_) => {}
            None => kept.push(problem),
        }
    }
    kept
}

fn is_same(known: &Problem, problem: &Problem, tree: &Tree) -> bool {
    if known.message.id != problem.message.id {
        return false;
    }
    let record = |problem: &Problem| {
        let help = problem.help.as_ref().filter(|help| help.id == "unknown-veld-elsewhere")?;
        help.args.iter().find(|(name, _)| *name == "record").map(|(_, record)| record.clone())
    };
    let block = |problem: &Problem| block_of(tree, problem.primary.span.start);
    match known.message.id {
        "evidence-undeclared" => true,
        "choices-need-year" | "veld-needs-year" => block(known) == block(problem),
        id if id.starts_with("unknown-") => {
            known.message == problem.message && known.help == problem.help
                || record(known).is_some_and(|found| record(problem) == Some(found))
        }
        _ => false,
    }
}
