//! A place in a plan -> the names below which it stands. It also works in a text that is not whole yet: names are found by how
//! far lines stand from the edge, and within braces by the braces.

/// Where a place lies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The names above it, the outermost first; `-` for an item of a list.
    pub route: Vec<String>,
    /// The name on the line itself, when the place lies behind its colon.
    pub key: Option<String>,
    /// The names that stand beside it, below the same name.
    pub beside: Vec<String>,
    /// The word at the place, and where it begins.
    pub word: String,
    pub start: usize,
}

/// What a line of a plan says.
struct Line<'t> {
    /// Where its first word stands, behind dashes.
    indent: usize,
    dashes: usize,
    key: Option<&'t str>,
}

impl Line<'_> {
    /// Where its first dash stands.
    fn dash(&self) -> Option<usize> {
        (self.dashes > 0).then(|| self.indent.saturating_sub(2 * self.dashes))
    }
}

/// Where an offset lies.
#[must_use]
pub fn place(text: &str, offset: usize) -> Place {
    let before = text.get(..offset).unwrap_or(text);
    let start = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let line = text.get(start..).unwrap_or("");
    let line = line.get(..line.find(['\n', '\r']).unwrap_or(line.len())).unwrap_or("");
    let said = text.get(start..offset).unwrap_or("");
    let own = read(line);
    let above_it = before.get(..start).unwrap_or("");
    let mut route = above(above_it, &own);
    let mut beside = beside(above_it, text.get(start + line.len()..).unwrap_or(""), &own);
    let mut key = own.key.filter(|key| said.contains(&format!("{key}:"))).map(bare);
    // Within braces: the names before the last ones that are still open.
    let mut rest = said;
    while let Some(open) = last_open(rest) {
        let inside = rest.get(open + 1..).unwrap_or("");
        if let Some(outer) = key.take().filter(|_| rest.len() == said.len()) {
            route.push(outer);
        }
        let part = inside.rsplit(',').next().unwrap_or("");
        key = part.split_once(':').map(|(name, _)| bare(name));
        rest = inside;
    }
    if rest.len() < said.len() {
        let end = start + said.len();
        let behind = text.get(end..).and_then(|behind| behind.split(['\n', '\r', '}']).next()).unwrap_or("");
        let before = rest.rsplit_once(',').map_or("", |(before, _)| before);
        let behind = behind.split_once(',').map_or("", |(_, behind)| behind);
        beside = before
            .split(',')
            .chain(behind.split(','))
            .filter_map(|part| part.split_once(':'))
            .map(|(name, _)| bare(name))
            .collect();
    }
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '@' | '.');
    let from = said.rfind(|c| !is_part(c)).map_or(0, |at| at + said.get(at..).map_or(1, first_width));
    let behind = text.get(offset..).unwrap_or("");
    let to = behind.find(|c| !is_part(c)).unwrap_or(behind.len());
    let word = text.get(start + from..offset + to).unwrap_or("").to_owned();
    Place { route, key, beside, word, start: start + from }
}

fn first_width(text: &str) -> usize {
    text.chars().next().map_or(0, char::len_utf8)
}

/// Where the last brace stands that is not closed.
fn last_open(text: &str) -> Option<usize> {
    let mut open = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '{' => open.push(at),
            '}' => {
                open.pop();
            }
            '#' => break,
            _ => {}
        }
    }
    open.first().copied()
}

fn read(line: &str) -> Line<'_> {
    let mut rest = line.trim_start_matches(' ');
    let mut dashes = 0;
    while let Some(behind) = rest.strip_prefix("- ").or_else(|| rest.strip_prefix('-').filter(|rest| rest.is_empty())) {
        dashes += 1;
        rest = behind.trim_start_matches(' ');
    }
    let key = rest.split_once(':').map(|(key, _)| key).filter(|key| !key.contains(['{', '[', '#']));
    Line { indent: line.len() - rest.len(), dashes, key }
}

fn bare(key: &str) -> String {
    key.trim().trim_matches(['\'', '"']).to_owned()
}

/// The names on the lines before and behind a line that stand as far from the edge, in the same item of a list.
fn beside(before: &str, behind: &str, own: &Line<'_>) -> Vec<String> {
    let says = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let mut found = Vec::new();
    for line in before.lines().rev().filter(says).map(read).take_while(|_| own.dashes == 0) {
        if line.indent < own.indent {
            break;
        }
        if line.indent == own.indent {
            found.extend(line.key.map(bare));
            if line.dashes > 0 {
                break;
            }
        }
    }
    for line in behind.lines().filter(says).map(read) {
        if line.indent < own.indent || line.indent == own.indent && line.dashes > 0 {
            break;
        }
        if line.indent == own.indent {
            found.extend(line.key.map(bare));
        }
    }
    found
}

/// The names above a line, by how far the lines before it stand from the edge.
fn above(before: &str, own: &Line<'_>) -> Vec<String> {
    let mut route = vec!["-".to_owned(); own.dashes];
    let (mut indent, mut dash) = (own.indent, own.dash());
    for line in before.lines().rev() {
        let found = read(line);
        if line.trim().is_empty() || line.trim_start().starts_with('#') {
            continue;
        }
        // The first line of the same item of a list.
        if dash.is_none() && found.dashes > 0 && found.indent == indent {
            route.extend(std::iter::repeat_n("-".to_owned(), found.dashes));
            dash = found.dash();
            continue;
        }
        // A list may stand as far from the edge as the name above it.
        let is_above = match dash {
            Some(dash) => found.indent < dash || found.dashes == 0 && found.indent == dash,
            None => found.indent < indent,
        };
        let Some(key) = found.key.filter(|_| is_above) else { continue };
        route.push(bare(key));
        route.extend(std::iter::repeat_n("-".to_owned(), found.dashes));
        (indent, dash) = (found.indent, found.dash());
        if indent == 0 {
            break;
        }
    }
    route.reverse();
    route
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "jaar: 3\npraktijk:\n  naam: X\n  contactpersonen:\n    - naam: A\n      e-mail: b\n    - {naam: C, e-m: d}\njaren:\n  3:\n    interventies:\n      trieren: nieuw\n      ai-tools:\n        keuze: ver\n        \n    overleg:\n    - datum: x\n      so\n";

    fn at(part: &str) -> Place {
        place(PLAN, PLAN.find(part).unwrap_or(0) + part.len())
    }

    fn route(part: &str) -> String {
        at(part).route.join(" ")
    }

    #[test]
    fn the_names_above_a_place() {
        assert_eq!(route("jaa"), "");
        assert_eq!(route("  naam"), "praktijk");
        assert_eq!(route("    - na"), "praktijk contactpersonen -");
        assert_eq!(route("      e-m"), "praktijk contactpersonen -");
        assert_eq!(route("{naam: C, e-m"), "praktijk contactpersonen -");
        assert_eq!(route("      trie"), "jaren 3 interventies");
        assert_eq!(route("keuze: ver"), "jaren 3 interventies ai-tools");
        assert_eq!(at("keuze: ver").key.as_deref(), Some("keuze"));
        assert_eq!(at("keuze: ver").word, "ver");
        assert_eq!(route("ver\n        "), "jaren 3 interventies ai-tools");
        assert_eq!(route("      so"), "jaren 3 overleg -");
        assert_eq!(place("a:\n  b: 1\n  c:\n  - d: 1\n    e", 25).route.join(" "), "a c -");
        assert_eq!(at("      so").word, "so");
    }

    #[test]
    fn the_names_beside_a_place() {
        let beside = |part: &str| at(part).beside.join(" ");
        assert_eq!(beside("jaa"), "praktijk jaren");
        assert_eq!(beside("    - na"), "e-mail");
        assert_eq!(beside("      e-m"), "naam");
        assert_eq!(beside("{naam: C, e-m"), "naam");
        assert_eq!(beside("    - {na"), "e-m");
        assert_eq!(beside("      trie"), "ai-tools");
        assert_eq!(beside("ver\n        "), "keuze");
        assert_eq!(beside("      so"), "datum");
        assert_eq!(beside("    over"), "interventies");
    }
}
