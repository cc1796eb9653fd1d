//! How paths are shown: to people with the sign of their own system, to programs with `/`.
//!
//! Pure: no file is looked at.

use std::borrow::Cow;
use std::path::{MAIN_SEPARATOR, Path};

/// A path as people see it: with the sign of their own system between the names, also where they wrote the other one.
#[must_use]
pub fn for_people(path: &Path) -> String {
    with_own(&path.display().to_string(), MAIN_SEPARATOR)
}

/// A path that people see, as programs read it on any system: with `/` between the names.
#[must_use]
pub fn for_programs(shown: &str) -> Cow<'_, str> {
    with_slash(shown, MAIN_SEPARATOR)
}

/// Both signs part names where `\` does; elsewhere a `\` is part of a name.
fn with_own(path: &str, separator: char) -> String {
    if separator == '\\' { path.replace('/', "\\") } else { path.to_owned() }
}

fn with_slash(path: &str, separator: char) -> Cow<'_, str> {
    if separator == '\\' { Cow::Owned(path.replace('\\', "/")) } else { Cow::Borrowed(path) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_see_one_sign_and_programs_see_another() {
        let mixed = r"plannen/duin\a.yaml";
        assert_eq!(with_own(mixed, '\\'), r"plannen\duin\a.yaml");
        assert_eq!(with_slash(&with_own(mixed, '\\'), '\\'), "plannen/duin/a.yaml");
        assert_eq!(with_slash(r"C:\plannen\a.yaml", '\\'), "C:/plannen/a.yaml");
    }

    #[test]
    fn a_name_with_the_other_sign_stays_what_it_is() {
        let name = r"plannen/a\b.yaml";
        assert_eq!(with_own(name, '/'), name);
        assert_eq!(with_slash(name, '/'), name);
    }
}
