//! Names of files in an editor (`file:///C:/a%20b.yaml`) <-> paths.

use std::path::{Path, PathBuf};

use lsp_types::Uri;
use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// What is written as it is in the path of a name.
const KEPT: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The path of a file; none of what is no file on this computer.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    let rest = uri.as_str().strip_prefix("file://")?;
    let (host, path) = rest.split_at(rest.find('/')?);
    if !host.is_empty() && !host.eq_ignore_ascii_case("localhost") {
        return None;
    }
    let path = percent_decode_str(path).decode_utf8().ok()?.into_owned();
    // On Windows a disk stands behind the first slash.
    let disk = path.get(1..).filter(|rest| rest.get(1..2) == Some(":"));
    Some(PathBuf::from(match disk {
        Some(rest) if cfg!(windows) => rest.replace('/', "\\"),
        Some(_) | None => path,
    }))
}

/// The name of a text that was never saved (`untitled:Untitled-1`), or of the file that it will be; none of anything else.
pub fn unsaved(uri: &Uri) -> Option<PathBuf> {
    let name = percent_decode_str(uri.as_str().strip_prefix("untitled:")?).decode_utf8().ok()?;
    let whole = Path::new(name.as_ref());
    Some(if whole.is_absolute() { whole.to_path_buf() } else { PathBuf::from(name.replace(['/', '\\', ':'], "-")) })
}

/// The name of a file, from its whole path.
pub fn uri_of(path: &Path) -> Option<Uri> {
    let path = path.to_str()?.replace('\\', "/");
    let slash = if path.starts_with('/') { "" } else { "/" };
    format!("file://{slash}{}", utf8_percent_encode(&path, KEPT)).parse().ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_path_comes_back() {
        for path in ["/a/b c.yaml", "/é/%41#?.regioplan", "/a/[x]{y}.yaml"] {
            assert_eq!(uri_of(Path::new(path)).and_then(|uri| path_of(&uri)), Some(PathBuf::from(path)), "{path}");
        }
        let no = |uri: &str| uri.parse().ok().and_then(|uri| path_of(&uri));
        assert_eq!(no("untitled:Untitled-1"), None);
        assert_eq!(no("file://elders/a.yaml"), None);
        let unsaved = |uri: &str| uri.parse().ok().and_then(|uri| unsaved(&uri));
        assert_eq!(unsaved("untitled:Untitled-1"), Some(PathBuf::from("Untitled-1")));
        assert_eq!(unsaved("untitled:/a/een%20plan.yaml"), Some(PathBuf::from("/a/een plan.yaml")));
        assert_eq!(unsaved("git:/a/plan.yaml"), None);
        assert_eq!(no("file://localhost/a.yaml"), Some(PathBuf::from("/a.yaml")));
    }
}
