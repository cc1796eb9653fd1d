//! The documents name only paths that are there, and the README's first command does what it says.

use crate::support::{mtvp, root, stdout};

#[test]
fn paths_in_documents_exist() {
    for document in ["README.md", "grammar/README.md", "regioplans/README.md"] {
        let text = std::fs::read_to_string(root().join(document)).unwrap();
        for word in text.split(|c: char| c.is_whitespace() || matches!(c, '`' | '(' | ')' | '"' | ',')) {
            let word = word.trim_end_matches(['.', ':', ';']);
            let ours = ["src/", "grammar/", "regioplans/", "examples/", "tests/", "benches/"]
                .iter()
                .any(|start| word.starts_with(start));
            if ours && !word.contains(['<', '*', '…', '{']) {
                assert!(root().join(word).exists(), "{document} names {word}, which is not there");
            }
        }
    }
}

/// The commands of the README that begin with `cargo run` or `mtvp`, as far as they check examples.
#[test]
fn the_first_command_of_the_readme_finds_a_violation() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let command = text.lines().find(|line| line.starts_with("cargo run ")).expect("a first command");
    let args: Vec<&str> = command.split(" -- ").nth(1).unwrap().split_whitespace().collect();
    let output = mtvp(&args);
    assert_eq!(output.status.code(), Some(1), "{command}");
    assert!(stdout(&output).contains("overtreding"), "{command}");
}
