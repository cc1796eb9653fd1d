//! An object of JSON that is said once, where it is made: its keys with their values.
//!
//! In: names and values. Out: a value that serde writes, with the keys in the order in which they stand. The formats of
//! the pages are made with it; a schema beside this file documents each.

use serde::Serialize;

use super::foreign::in_json;

/// `object! { rule: id, line: 3 }`: a struct without a name. Each key names the type of its value as well.
macro_rules! object {
    ($($(#[$note:meta])* $key:ident: $value:expr),+ $(,)?) => {{
        #[allow(non_camel_case_types, clippy::too_many_arguments, reason = "there are as many as there are keys")]
        fn object<$($key: serde::Serialize),+>($($key: $key),+) -> impl serde::Serialize {
            #[derive(serde::Serialize)]
            struct Object<$($key),+> {
                $($(#[$note])* $key: $key),+
            }
            Object { $($key),+ }
        }
        object($($value),+)
    }};
}

pub(super) use object;

/// Who writes, as every root object says it.
pub const TOOL: &str = concat!("mtvp ", env!("CARGO_PKG_VERSION"));

/// The whole, indented, with a line end.
pub fn written(value: &impl Serialize) -> String {
    let mut text = in_json(serde_json::to_string_pretty(value).unwrap_or_default());
    text.push('\n');
    text
}
