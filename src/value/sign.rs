//! Signs of a text that nobody sees.

/// Whether a sign leaves nothing on paper: signs of form and direction, marks that only change a neighbour, fillers and blanks
/// that are letters by name. What is white space by name is none of them, but for the ends of lines and paragraphs.
#[must_use]
pub fn is_unseen(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r')
        || !c.is_ascii()
            && matches!(c,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}'
                | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffc}' | '\u{fffe}' | '\u{ffff}'
                | '\u{13430}'..='\u{1345f}' | '\u{16fe4}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d159}' | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_told_from_what_is_white_or_written() {
        for c in [
            '\0',
            '\u{1b}',
            '\u{85}',
            '\u{ad}',
            '\u{200b}',
            '\u{2029}',
            '\u{202e}',
            '\u{2800}',
            '\u{3164}',
            '\u{e0041}',
        ] {
            assert!(is_unseen(c), "{c:?}");
        }
        for c in [' ', '\t', '\n', '\u{a0}', '\u{3000}', 'é', '\u{301}', '中', '👍'] {
            assert!(!is_unseen(c), "{c:?}");
        }
    }
}
