//! What would have fitted where reading stopped, in words.

use crate::diagnostic::{Arg, Text};

use super::build_value::MONTHS;
use super::pest_parser::{Failure, Rule};

/// Words that `een soort gegeven` and `een jaar of een periode` already stand for.
const TYPES: [&str; 14] = [
    "agb-code",
    "bedrag",
    "bestand",
    "datum",
    "e-mailadres",
    "een",
    "gegevens",
    "geheel",
    "getal",
    "ja",
    "kwartaal",
    "lijst",
    "percentage",
    "tekst",
];
const PERIODS: [&str; 5] = ["elk", "in", "tot", "van", "vanaf"];
const CONDITIONS: [&str; 13] = [
    "eerder",
    "ingevuld",
    "ja",
    "later",
    "maximaal",
    "meer",
    "minder",
    "minimaal",
    "nee",
    "niet",
    "op",
    "precies",
    "uiterlijk",
];

/// Words with which something is compared.
const COMPARED: [&str; 2] = ["bevat", "is"];

/// What would have fitted; nothing when that is only the end of the line.
pub fn expected(failure: &Failure) -> Vec<Arg> {
    let mut parts: Vec<Arg> = Vec::new();
    let rules = failure.rules.iter().filter_map(|rule| described(*rule)).map(|id| Arg::Text(Text::new(id)));
    let said: &[&str] = if failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-type")) {
        &TYPES
    } else if failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-period")) {
        &PERIODS
    } else if failure.rules.iter().any(|rule| described(*rule) == Some("syntax-a-condition")) {
        &CONDITIONS
    } else {
        &[]
    };
    // Behind what is compared many words fit: what it is compared with is the news.
    let compared = COMPARED.iter().all(|word| failure.words.iter().any(|one| one == word));
    let rules = rules.chain(compared.then(|| Arg::Text(Text::new("syntax-a-comparison"))));
    let words = failure.words.iter().map(String::as_str).filter(|word| !compared || !COMPARED.contains(word));
    let words = words.filter(|word| !MONTHS.contains(word) && !said.contains(word));
    for part in rules.chain(words.map(|word| Arg::Str(format!("`{word}`")))) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.truncate(14);
    if parts == [Arg::Text(Text::new("syntax-end-of-line"))] { Vec::new() } else { parts }
}

/// What stands for a rule of the grammar that is not one fixed word.
pub fn described(rule: Rule) -> Option<&'static str> {
    Some(match rule {
        Rule::ident
        | Rule::path
        | Rule::names
        | Rule::target
        | Rule::ident_list
        | Rule::target_name
        | Rule::expr
        | Rule::left_sum
        | Rule::sum
        | Rule::added => "syntax-a-name",
        Rule::string => "syntax-a-text",
        Rule::int | Rule::year_no | Rule::number | Rule::share | Rule::int_list => "syntax-a-number",
        Rule::year => "syntax-a-year",
        Rule::date | Rule::moment_value | Rule::day => "syntax-a-date",
        Rule::month => "syntax-a-month",
        Rule::quarter | Rule::quarter_no => "syntax-a-quarter",
        Rule::source_id => "syntax-a-source",
        Rule::ftype | Rule::plain_type => "syntax-a-type",
        Rule::cond
        | Rule::comparison
        | Rule::narrow_comparison
        | Rule::of_value
        | Rule::narrow_of_value
        | Rule::short
        | Rule::narrow => "syntax-a-condition",
        Rule::period | Rule::in_years | Rule::from | Rule::until | Rule::between | Rule::scope => "syntax-a-period",
        Rule::EOI => "syntax-end-of-line",
        Rule::value | Rule::values => "syntax-a-value",
        Rule::selector | Rule::kinds => "syntax-a-name",
        Rule::filter => "syntax-a-filter",
        _ => return None,
    })
}
