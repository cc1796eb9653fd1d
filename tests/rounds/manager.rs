//! A practice manager who does what the report of a check says, and nothing else.
//!
//! In: the text of a plan, and the report on it as JSON. Out: the text with everything done that the report tells to do. What the
//! manager may look at besides is what `mtvp show` says of the fields of the regioplan: their kind of value. Findings are told
//! apart by the shape of what they say, never by their rule.

use serde_json::Value;

use super::values::{Blank, Fields, Guess};

/// What a manager made of a report.
pub struct Followed {
    pub text: String,
    /// The findings of which the report does not say what to write: rule, and what it says to do.
    pub open: Vec<(String, String)>,
}

/// One edit: from byte, to byte, and what comes there.
type Edit = (usize, usize, String);

/// Does all that the report on this plan says.
pub fn follow(
    text: &str,
    plan: &Value,
    fields: &Fields,
    facts: Option<&serde_yaml::Value>,
    guess: Guess<'_>,
) -> Followed {
    let findings: Vec<&Value> = plan["findings"].as_array().unwrap().iter().filter(|one| is_urgent(one)).collect();
    // What goes into another file is no part of this walk.
    let apart = findings.iter().find(|one| one["help"].as_str().unwrap_or("").contains("in een eigen bestand"));
    let end = apart.map_or(text.len(), |one| place(text, &one["line"], &1.into()));
    let mut page = Page { text, edits: Vec::new(), end };
    let repairs = |certain: bool| {
        let of = |one: &&&Value| one["repair"]["certain"].as_bool() == Some(certain);
        findings.iter().filter(of).map(|one| edits(&one["repair"]["edits"])).collect::<Vec<_>>()
    };
    for repair in repairs(true) {
        page.put(repair);
    }
    let way = &plan["nearest"]["ways"][0];
    let has_way = way["edits"].is_array();
    if has_way {
        page.put(edits(&way["edits"]));
    }
    for repair in repairs(false) {
        page.put(repair);
    }
    let mut blanks = needs(way);
    let mut open = Vec::new();
    for one in &findings {
        let help = one["help"].as_str().unwrap_or("");
        let route = one["path"].as_str().unwrap_or("");
        let named = named_blanks(help, one["message"].as_str().unwrap_or(""));
        if !one["repair"].is_null() {
            continue;
        }
        let word = written_for(help);
        if let Some(edit) = word.filter(|_| !(has_way && is_choice(route))).map(|word| replaced(text, one, word)) {
            page.put(vec![edit]);
        } else if !named.is_empty() {
            for field in named {
                let blank = Blank { route: route.to_owned(), field, expected: Vec::new() };
                match behind(text, one, &blank.field).zip(fields.word(&blank, facts, guess)) {
                    Some(((from, to), word)) => page.put(vec![(from, to, format!(" {word}"))]),
                    None => blanks.push(blank),
                }
            }
        } else if says_to_delete(help) {
            page.put(vec![lines(text, one)]);
        } else if end == text.len() && !(has_way && (is_choice(route) || is_year(route))) {
            open.push((one["rule"].as_str().unwrap().to_owned(), help.to_owned()));
        }
    }
    let text = page.done();
    let text = fields.fill(&text, &blanks, facts, guess).unwrap_or(text);
    Followed { text, open }
}

/// Whether a finding asks for something now.
pub fn is_urgent(finding: &Value) -> bool {
    matches!(finding["severity"].as_str(), Some("violation" | "warning")) && finding["suppressed"].is_null()
}

/// A text with the edits that do not touch each other.
struct Page<'a> {
    text: &'a str,
    /// Where the plan ends.
    end: usize,
    edits: Vec<Edit>,
}

impl Page<'_> {
    /// Puts in all of these, or none.
    fn put(&mut self, mut new: Vec<Edit>) {
        new.retain(|one| one.0 < self.end || self.end == self.text.len());
        let apart =
            |one: &Edit| self.edits.iter().all(|other| one.0 != other.0 && (one.1 <= other.0 || other.1 <= one.0));
        if new.iter().all(apart) {
            self.edits.extend(new);
        }
    }

    fn done(mut self) -> String {
        self.edits.sort();
        let mut text = self.text[..self.end].to_owned();
        for (from, to, new) in self.edits.into_iter().rev() {
            text.replace_range(from..to.min(self.end), &new);
        }
        text
    }
}

fn edits(list: &Value) -> Vec<Edit> {
    let place = |one: &Value, name: &str| usize::try_from(one[name].as_u64().unwrap()).unwrap();
    let edit = |one: &Value| (place(one, "start"), place(one, "end"), one["text"].as_str().unwrap().to_owned());
    list.as_array().unwrap().iter().map(edit).collect()
}

/// The data that the nearest way asks for, each with its route.
fn needs(way: &Value) -> Vec<Blank> {
    let mut found = Vec::new();
    for change in way["changes"].as_array().into_iter().flatten() {
        let (year, id) = (&change["year"], change["intervention"].as_str().unwrap());
        let word = |value: &Value| value.as_str().unwrap().to_owned();
        let of = |one: &Value| (word(&one["field"]), word(&one["values"][0]));
        let by_rule = |all: &Value| all.as_array().unwrap().iter().map(of).collect::<Vec<_>>();
        let expected: Vec<_> = change["expected"].as_array().into_iter().flatten().map(by_rule).collect();
        for field in change["needs"].as_array().into_iter().flatten().map(word) {
            let own = |(name, _): &(String, String)| *name == field || name.ends_with(&format!(" van {field}"));
            let expected = expected.iter().filter(|asked| asked.iter().any(own)).cloned().collect();
            found.push(Blank { route: format!("jaren.{year}.interventies.{id}"), field, expected });
        }
    }
    found
}

/// The words between backquotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// Fields that the advice tells to fill in, or that the finding says are not filled in.
fn named_blanks(help: &str, message: &str) -> Vec<String> {
    let told = |text: &str, from: &str| {
        let sentence = text.split_once(from).map(|(_, rest)| rest.split(['.', ';', ':']).next().unwrap());
        // Of two ways the first.
        let sentence = sentence.map(|part| part.split(", of ").next().unwrap());
        sentence.map(|part| quoted(part).iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    };
    let from_help = help.starts_with("Vul `").then(|| told(help, "Vul ")).flatten();
    let shown = || {
        let (_, shown) = help.split_once("bijvoorbeeld `")?;
        let (field, value) = shown.split('`').next()?.split_once(": ")?;
        (!value.is_empty() && help.starts_with("Schrijf het ")).then(|| vec![field.to_owned()])
    };
    from_help.or_else(shown).or_else(|| told(message, "niet ingevuld: ")).unwrap_or_default()
}

/// The place behind the name of a field, when the finding stands on its line.
fn behind(text: &str, finding: &Value, field: &str) -> Option<(usize, usize)> {
    let from = place(text, &finding["line"], &1.into());
    let line = text[from..].split('\n').next().unwrap();
    let at = line.find(&format!("{field}:"))?;
    let before = line[..at].trim_start();
    (before.is_empty() || before == "- ").then(|| (from + at + field.len() + 1, from + line.len()))
}

/// What the advice says to write in the place that the finding points at: the first that it names.
fn written_for(help: &str) -> Option<&str> {
    help.strip_prefix("Schrijf hier `").and_then(|rest| rest.split('`').next())
}

fn says_to_delete(help: &str) -> bool {
    ["Haal de hele regel", "Haal deze regel", "Haal de regel"].iter().any(|words| help.contains(words))
        && help.contains(" weg")
}

/// Whether a route leads to a choice.
fn is_choice(route: &str) -> bool {
    route.split('.').nth(2) == Some("interventies") && route.split('.').count() == 4
}

/// Whether a route leads to a year.
fn is_year(route: &str) -> bool {
    route.split('.').next() == Some("jaren") && route.split('.').count() == 2
}

/// Where a line begins, and the column after it, in bytes.
fn place(text: &str, line: &Value, column: &Value) -> usize {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap() - 1;
    let start: usize = text.split_inclusive('\n').take(number(line)).map(str::len).sum();
    let rest = text[start..].char_indices().map(|(at, _)| at).chain([text.len() - start]);
    start + rest.take(number(column) + 1).last().unwrap_or(0)
}

fn replaced(text: &str, finding: &Value, word: &str) -> Edit {
    let from = place(text, &finding["line"], &finding["column"]);
    (from, place(text, &finding["end_line"], &finding["end_column"]).max(from), word.to_owned())
}

/// The line of a finding, with what stands below it and further to the right.
fn lines(text: &str, finding: &Value) -> Edit {
    let from = place(text, &finding["line"], &1.into());
    let inset = |line: &str| line.len() - line.trim_start().len();
    let mut lines = text[from..].split_inclusive('\n');
    let first = lines.next().unwrap_or("");
    let below = lines.take_while(|line| inset(line) > inset(first) && !line.trim().is_empty());
    (from, from + first.len() + below.map(str::len).sum::<usize>(), String::new())
}
