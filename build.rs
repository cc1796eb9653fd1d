//! Embeds the folder `regioplans/` in the binary: a table of paths and texts, in order of path.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=regioplans");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut files = Vec::new();
    collect(&root.join("regioplans"), &mut files)?;
    files.sort();
    let mut table = String::from(
        "/// Every file of `regioplans/`: path from there, and text.\npub const FILES: &[(&str, &str)] = &[\n",
    );
    for file in &files {
        let name = file.strip_prefix(root.join("regioplans")).unwrap_or(file).to_string_lossy().replace('\\', "/");
        let path = file.to_string_lossy();
        writeln!(table, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("embedded.rs");
    fs::write(out, table)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // Pieces of evidence (.txt) stand beside the example plans that refer to them.
        let ours = ["regioplan", "bronnen", "yaml", "txt"];
        let kept = path.extension().is_some_and(|ext| ours.iter().any(|ours| ext == *ours));
        if path.is_dir() {
            collect(&path, files)?;
        } else if kept {
            files.push(path);
        }
    }
    Ok(())
}
