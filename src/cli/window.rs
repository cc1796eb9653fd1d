//! A window of its own: somebody who does not type commands started the program by a double-click, or by dragging plans onto it. The
//! window closes with the program, so it waits, and takes a plan that is dragged to it.
//!
//! In: what was dragged onto the program, and lines as they come. Out: the arguments of each piece of work, in their turn. It
//! knows not what that work is, nor how it was found out that there is a window.

use std::ffi::OsString;
use std::io::BufRead;
use std::path::Path;

use crate::diagnostic::Text;
use crate::report::Catalog;

use super::exit::Exit;
use super::{output, words};

/// Works until a line is empty; what the last work came to.
pub fn run(
    given: Vec<OsString>,
    mut lines: impl BufRead,
    catalog: &Catalog,
    mut work: impl FnMut(Vec<OsString>) -> Exit,
) -> Exit {
    words::say(catalog, &Text::new("begin-about"));
    let mut exit = Exit::Clean;
    let mut next = Text::new("begin-window");
    if !given.is_empty() {
        exit = work(given);
        next = Text::new("begin-window-again");
    }
    loop {
        output::print("\n");
        words::say(catalog, &next);
        let mut line = String::new();
        let asked = match lines.read_line(&mut line) {
            Ok(1..) => asked(&line, &|path| path.exists()),
            Ok(0) | Err(_) => Vec::new(),
        };
        if asked.is_empty() {
            return exit;
        }
        exit = work(asked);
        next = Text::new("begin-window-again");
    }
}

/// The arguments that a line means: a command that is typed in full, or the paths that a window writes when files are dragged to it,
/// in quotes where they have a space.
fn asked(line: &str, exists: &dyn Fn(&Path) -> bool) -> Vec<OsString> {
    let whole = line.trim().trim_matches(['"', '\'']);
    if exists(Path::new(whole)) {
        return vec![OsString::from("check"), OsString::from(whole)];
    }
    let mut words = words_of(line);
    let own = ["mtvp", "mtvp.exe", "./mtvp", ".\\mtvp"];
    match words.first().map(|word| word.to_lowercase()) {
        None => Vec::new(),
        Some(first) if own.contains(&first.as_str()) => {
            words.remove(0);
            if words.is_empty() {
                vec![OsString::from("--help")]
            } else {
                words.into_iter().map(OsString::from).collect()
            }
        }
        Some(_) => std::iter::once("check".to_owned()).chain(words).map(OsString::from).collect(),
    }
}

/// The words of a line; a space inside quotes parts no words. A backslash is part of a path.
fn words_of(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for sign in line.trim().chars() {
        match (quote, sign) {
            (Some(open), _) if open == sign => quote = None,
            (None, '"' | '\'') => {
                quote = Some(sign);
                word.get_or_insert_default();
            }
            (None, _) if sign.is_whitespace() => words.extend(word.take()),
            (Some(_) | None, _) => word.get_or_insert_default().push(sign),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Lang;

    fn said(line: &str, there: &str) -> Vec<String> {
        let asked = asked(line, &|path| !there.is_empty() && path == Path::new(there));
        asked.into_iter().map(|arg| arg.into_string().unwrap()).collect()
    }

    #[test]
    fn a_line_is_a_path_or_a_command() {
        let space = r"C:\Mijn plannen\plan 1.yaml";
        assert_eq!(said(&format!("\"{space}\"\r\n"), space), ["check", space]);
        assert_eq!(said(&format!("  {space} \n"), space), ["check", space]);
        assert_eq!(said(r#""C:\a b.yaml" C:\c.yaml"#, ""), ["check", r"C:\a b.yaml", r"C:\c.yaml"]);
        assert_eq!(said("weg.yaml\n", ""), ["check", "weg.yaml"]);
        assert_eq!(said(&format!("mtvp check \"{space}\" --fix\n"), ""), ["check", space, "--fix"]);
        assert_eq!(said("MTVP.exe show", ""), ["show"]);
        assert_eq!(said("mtvp", ""), ["--help"]);
        for nothing in ["", "\n", "\r\n", "   \t"] {
            assert!(said(nothing, "").is_empty());
        }
        // Half a quote is a slip, and no reason to close the window.
        assert_eq!(said("\"weg.yaml", ""), ["check", "weg.yaml"]);
        assert_eq!(said("\"\"", ""), ["check", ""]);
    }

    #[test]
    fn it_works_until_a_line_is_empty() {
        let catalog = Catalog::new(Lang::Dutch);
        let mut done: Vec<Vec<OsString>> = Vec::new();
        let given = vec![OsString::from("een.yaml")];
        let exit = run(given, "twee.yaml\n\ndrie.yaml\n".as_bytes(), &catalog, |args| {
            done.push(args);
            if done.len() == 1 { Exit::Violations } else { Exit::Clean }
        });
        assert_eq!(done, [vec!["een.yaml"], vec!["check", "twee.yaml"]]);
        assert_eq!(exit, Exit::Clean);
        // Nothing dragged onto it, and nobody there: it ends.
        assert_eq!(run(Vec::new(), "".as_bytes(), &catalog, |_| panic!("nothing was asked")), Exit::Clean);
    }
}
