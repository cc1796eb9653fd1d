//! What must hold for any folder of files, whatever its settings, exceptions, plans and links say. Like `claims.rs`, for the
//! fuzzer and for what it found.

use std::path::{Path, PathBuf};

/// Any bytes as a folder of files: lines `%bestand PAD` and `%link PAD DOEL` cut it. Whatever settings, exceptions, plans and
/// links say, the program ends as it promises, and nothing of a file beside the folder stands in what it says or writes.
pub fn repository(data: &[u8], program: &Path) {
    const SECRET: &str = "dit-blijft-binnen-4711";
    let base =
        std::env::temp_dir().join(format!("mtvp-claim-{}-{:?}", std::process::id(), std::thread::current().id()));
    let _ = std::fs::remove_dir_all(&base);
    let root = base.join("map");
    std::fs::create_dir_all(root.join(".git")).expect("a folder");
    let secret = format!("regioplan: {SECRET}\nnaam: {SECRET}\n");
    std::fs::write(base.join("geheim.yaml"), &secret).expect("a file");
    std::fs::write(base.join("mtvp.toml"), format!("region = \"{SECRET}\"\n")).expect("a file");
    lay_out(data, &root);
    let output = std::process::Command::new(program)
        .args(["check", ".", "--format", "json", "--as-of", "2026-01-01"])
        .current_dir(&root)
        .output()
        .expect("the program runs");
    let said = [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    let whole = std::fs::read_to_string(base.join("geheim.yaml")).expect("the file is still there");
    let _ = std::fs::remove_dir_all(&base);
    assert!(matches!(output.status.code(), Some(0..=3)), "{:?}: {said:?}", output.status);
    assert!(!said.iter().any(|text| text.contains(SECRET) || text.contains("panicked")), "{said:?}");
    assert_eq!(whole, secret);
}

/// Files and links below a folder, never outside it; what has no place there is left out.
fn lay_out(data: &[u8], root: &Path) {
    let text = String::from_utf8_lossy(data);
    let place = |path: &str| {
        let parts: Vec<&str> = path.split('/').collect();
        let sound = |part: &str| !matches!(part, "" | "." | "..") && part.len() < 50 && !part.contains('\0');
        (parts.len() < 6 && parts.iter().all(|part| sound(part))).then(|| root.join(path))
    };
    let mut open: Option<(PathBuf, String)> = None;
    let close = |open: &mut Option<(PathBuf, String)>| {
        let Some((path, text)) = open.take() else { return };
        let _ = path.parent().map(std::fs::create_dir_all);
        // A link that was made before leads where it leads: a file is only made where nothing stands.
        if path.symlink_metadata().is_err() && path.parent().is_some_and(|folder| is_inside(folder, root)) {
            let _ = std::fs::write(&path, text);
        }
    };
    for line in text.lines() {
        if let Some(path) = line.strip_prefix("%bestand ") {
            close(&mut open);
            open = place(path).map(|path| (path, String::new()));
        } else if let Some((path, target)) = line.strip_prefix("%link ").and_then(|rest| rest.split_once(' ')) {
            close(&mut open);
            #[cfg(unix)]
            if let Some(path) = place(path).filter(|path| path.parent().is_some_and(|folder| is_inside(folder, root))) {
                let _ = std::os::unix::fs::symlink(target, path);
            }
        } else if let Some((_, text)) = &mut open {
            text.push_str(line);
            text.push('\n');
        }
    }
    close(&mut open);
}

fn is_inside(folder: &Path, root: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| root.canonicalize().is_ok_and(|root| folder.starts_with(root)))
}
