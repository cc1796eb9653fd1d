//! Input of any size and shape: bounded where it could grow, reported in full, and what is written grows with the
//! findings. Times are not measured; where a test would take hours if the work grew with the square, it says so.

use std::fmt::Write as _;

use crate::support::{Scratch, mtvp, mtvp_with, stderr, stdout};

const HEAD: &str = "regioplan: rijn-en-duin@2.7\nstartkwartaal: 2025-Q1\njaar: 1\ningediend: 2025-03-14\n";

/// The report on a plan, one line a finding, after the exit status was right.
fn report(what: &str, input: &[u8], format: &str) -> String {
    let output = mtvp_with(&["check", "-", "--format", format, "--quiet"], input);
    let said = stderr(&output);
    assert_eq!(output.status.code(), Some(1), "{what}: {said}");
    assert!(said.is_empty(), "{what}: {said}");
    let report = stdout(&output);
    assert!(report.chars().all(|c| c == '\n' || !c.is_control()), "{what}");
    report
}

/// One line a finding, of which one says this.
fn finds(what: &str, input: &[u8], says: &str) -> usize {
    let report = report(what, input, "concise");
    let shown: String = report.chars().take(2000).collect();
    assert!(report.contains(says), "{what}: no `{says}` in {shown}");
    report.lines().count()
}

#[test]
fn aliases_copy_little() {
    // Each alias of a long text is a long text.
    let long = format!("a: &a \"\\x41{}\"\nb: [{}]\n", "x".repeat(300_000), vec!["*a"; 5000].join(", "));
    finds("aliases of a long text", long.as_bytes(), "veel te groot");
    // An anchor keeps what stands behind it, and anchors stand in each other.
    let nested: String = (0..60).map(|n| format!("&a{n} [")).collect();
    let items = "x,".repeat(200_000);
    let text = format!("a: {nested}{items}{}\nb: *a0\n", "]".repeat(60));
    finds("anchors around a long list", text.as_bytes(), "veel te groot");
    let text = format!("{HEAD}a: {nested}{items}{}\n", "]".repeat(60));
    finds("anchors that nobody uses", text.as_bytes(), "onbekend-veld");
    let chain: String = (1..130).map(|n| format!("a{n}: &a{n} [*a{}]\n", n - 1)).collect();
    finds("a chain of aliases", format!("{HEAD}a0: &a0 [x]\n{chain}").as_bytes(), "onbekend-veld");
}

#[test]
fn many_findings_of_one_sort_are_counted() {
    let base = finds("the head alone", HEAD.as_bytes(), "verplicht-veld");
    let twice = format!("{HEAD}{}", "dubbel: x\n".repeat(3000));
    assert_eq!(finds("a field 3000 times", twice.as_bytes(), "Zo zijn er hier 2999"), base + 2);
    let unknown: String = (0..3000).map(|n| format!("onbekend-{n}: x\n")).collect();
    let text = format!("{HEAD}{unknown}");
    assert_eq!(finds("3000 unknown fields", text.as_bytes(), "Zo zijn er hier 3000; de eerste 20"), base + 1);
    let choices: String = (0..3000).map(|n| format!("      iets-{n}: nieuw\n")).collect();
    let text = format!("{HEAD}jaren:\n  1:\n    interventies:\n{choices}");
    assert!(finds("3000 unknown interventions", text.as_bytes(), "Zo zijn er hier 3000") < base + 5);
    // Twenty are still told one by one.
    let unknown: String = (0..20).map(|n| format!("onbekend-{n}: x\n")).collect();
    assert_eq!(finds("20 unknown fields", format!("{HEAD}{unknown}").as_bytes(), "onbekend-19"), base + 20);
    // What rules say of each member of a list is counted too.
    let list = vec!["x"; 20_000].join(", ");
    let text = format!("{HEAD}jaren:\n  1:\n    intervisies: [{list}]\n");
    let output = mtvp_with(&["check", "-", "--format", "json"], text.as_bytes());
    assert!(output.stdout.len() < 100_000, "{} bytes", output.stdout.len());
    finds("20,000 wrong values", text.as_bytes(), "Zo zijn er hier 20000");
}

/// A plan on one line with so many unknown fields.
/// In remarks, in values, and in both, where each value is compared with what stands in it.
#[test]
fn many_citizen_numbers_are_counted() {
    let remarks = "# 111222333\n".repeat(70_000);
    let values: String = (0..40_000).map(|n| format!("k{n}: 111222333\n")).collect();
    for (text, count) in [(remarks, 70_000), (values, 40_000)] {
        for format in ["concise", "json", "human", "github", "gitlab", "junit", "sarif"] {
            let said = report("citizen numbers", format!("{HEAD}{text}").as_bytes(), format);
            assert!(said.len() < 200_000 && said.contains(&count.to_string()), "{format}: {}", said.len());
            assert!(!said.contains("111222333"), "{format}");
        }
    }
}

/// A name in other letters is compared with the others: in one pass, not each with each.
#[test]
fn many_fields_in_other_letters() {
    let text = format!("{HEAD}{}{}", loose(20_000), "Startkwartaal : 1\n".repeat(20_000));
    finds("fields in other letters", text.as_bytes(), "dubbele-sleutel");
    let output = mtvp_with(&["check", "-", "--fix", "--diff"], text.as_bytes());
    assert!(output.status.code().is_some_and(|code| code < 2), "{}", stderr(&output));
}

fn loose(fields: usize) -> String {
    (0..fields).map(|n| format!("veld{n}: 1\n")).collect()
}

fn one_line(fields: usize) -> String {
    let head = HEAD.trim_end().replace('\n', ", ");
    let fields: String = (0..fields).fold(String::new(), |mut all, n| {
        let _ = write!(all, ", onbekend-{n}: {}", "é".repeat(50));
        all
    });
    format!("{{{head}{fields}}}\n")
}

#[test]
fn a_plan_on_one_line_is_drawn_in_parts() {
    let sizes = [10, 20].map(|fields| report("one line", one_line(fields).as_bytes(), "human").len());
    assert!(sizes[1] < sizes[0] * 5 / 2, "twice the findings, {sizes:?} bytes");
    let report = report("one line", one_line(20).as_bytes(), "human");
    let longest = report.lines().map(|line| line.chars().count()).max();
    assert!(longest < Some(1200), "{longest:?}");
    // The place is that of the whole line, and the field itself is drawn.
    let column = one_line(20).split_once("onbekend-19").expect("a field").0.chars().count() + 1;
    assert!(report.contains(&format!("1:{column}]")), "no column {column}");
    assert!(report.contains("onbekend-19: éé"), "the field is not drawn");
}

#[test]
fn what_is_due_later_is_listed_once_a_line() {
    // With the square of the list, this would be a billion comparisons.
    let dates = "      - 2025-05-16\n".repeat(30_000);
    let text = format!("{HEAD}jaren:\n  1:\n    intervisies:\n{dates}");
    let output = mtvp_with(&["check", "-"], text.as_bytes());
    let said = stdout(&output);
    assert!(said.contains("later aan te tonen"), "{}", said.chars().take(2000).collect::<String>());
    assert!(said.len() < 10_000, "{} bytes: once for each rule", said.len());
}

#[test]
fn long_keys_and_long_texts() {
    let key = "k".repeat(250_000);
    finds("a key of 250 KB", format!("{key}: x\n").as_bytes(), "yaml");
    let explicit = format!("? {}\n: x\n", "k".repeat(225_000));
    finds("a key of 225 KB, in the long form", format!("{HEAD}{explicit}").as_bytes(), "onbekend-veld");
    let text = format!("{HEAD}praktijk:\n  naam: {}\n  agb: {}\n", "n".repeat(100_000), "9".repeat(100_000));
    finds("values of 100 KB", text.as_bytes(), "verkeerde-waarde");
    let blanks = format!("{HEAD}praktijk:{}\n", " ".repeat(225_000));
    finds("a line of blanks", blanks.as_bytes(), "verplicht-veld");
    finds("225 KB of empty lines", format!("{}{HEAD}", "\n".repeat(225_000)).as_bytes(), "verplicht-veld");
    finds("only returns", "\r".repeat(225_000).as_bytes(), "yaml");
    finds("225 KB of comments", format!("{}{HEAD}", "# x\n".repeat(56_000)).as_bytes(), "verplicht-veld");
}

#[test]
fn odd_signs() {
    finds("a surrogate as bytes", b"naam: \xed\xa0\x80\n", "niet te lezen");
    finds("an overlong slash", b"naam: \xc0\xaf\n", "niet te lezen");
    finds("half a character at the end", b"naam: \xe2\x82", "niet te lezen");
    finds("UTF-16", b"\xff\xfen\0a\0a\0m\0:\0 \0x\0\n\0", "UTF-16");
    finds("a surrogate as an escape", br#"naam: "\ud800""#, "yaml");
    finds("an escape beyond the last sign", br#"naam: "\Uffffffff""#, "yaml");
    finds("a nul in a key", b"na\0am: x\n", "yaml");
    for sign in
        ["\u{2028}", "\u{2029}", "\u{85}", "\u{feff}", "\u{202e}", "\u{200f}", "\u{2066}", "\u{1b}", "\u{7f}", "\r"]
    {
        let what = format!("{sign:?}");
        let text = format!("{HEAD}naam{sign}van: x{sign}y # {sign}\n");
        let report = report(&what, text.as_bytes(), "human");
        let sign = sign.chars().next().expect("a sign");
        let harmless = matches!(sign, '\u{2028}' | '\u{2029}');
        assert!(harmless || !report.contains(sign), "{what}: {report}");
    }
}

#[test]
fn the_last_year_that_can_be_written_has_no_next() {
    let text = HEAD.replace("jaar: 1", "jaar: 255");
    finds("year 255", text.as_bytes(), "255");
    let scratch = crate::support::Scratch::new("jaar-255");
    let path = scratch.write("plan.yaml", text);
    let output = crate::support::mtvp(&["next", &path]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(!stderr(&output).contains("panicked") && !stderr(&output).is_empty());
}

const REGIOPLAN: &str = "regioplan t versie \"1\"\n  naam \"T\"\n  document \"D\"\n  beoordeelt plannen van 1 januari 2024 tot en met 31 december 2027\n  \
jaren 1 tot en met 3\n  jaren tellen vanaf startkwartaal\n\ngegevens praktijk\n  veld naam: tekst, verplicht \"Naam\"\n  veld leden: lijst van gegevens lid \
\"Leden\"\n  veld bijlage: gegevens g0, verplicht \"Bijlage\"\n\ngegevens lid\n  veld uren: getal \"Uren\"\n\ngegevens g0\n  veld los: tekst \
\"Los\"\n\nkernelement k \"K\"\n\ninterventie a \"A\"\n  hoort bij kernelement k\n  aangeboden elk jaar\n\nregel een \"Een keuze\"\n  in jaar 1\n  kies \
minimaal 1 uit kernelement k\n";

/// Groups of data that each hold the next one so many times.
fn nested(levels: usize, fields: usize) -> String {
    let field = |level: usize| {
        (0..fields).map(|n| format!("  veld f{n}: gegevens g{}, verplicht \"F\"\n", level + 1)).collect::<String>()
    };
    let levels_text: String = (0..levels).map(|n| format!("\ngegevens g{n}\n{}", field(n))).collect();
    REGIOPLAN.replace("gegevens g0\n  veld los: tekst \"Los\"\n", "")
        + &levels_text
        + &format!("\ngegevens g{levels}\n  veld los: tekst \"Los\"\n")
}

/// Nothing here ends, or stays small, when the work grows faster than the text.
#[test]
fn regioplannen_that_would_grow_without_end() {
    let scratch = Scratch::new("regioplan-groei");
    let groups = |count: usize| {
        let one = |n: usize| format!("\ngroep gr{n} \"G\"\n  bestaat uit gr{} met uren meer dan 1\n", n + 1);
        let all: String = (0..count).map(one).collect();
        format!("{REGIOPLAN}\n{all}\ngroep gr{count} \"G\"\n  bestaat uit leden met uren meer dan 1\n")
    };
    let parts: String = (0..500)
        .map(|n| {
            let whole = if n > 0 { format!("  onderdeel van i{}\n", n - 1) } else { String::new() };
            format!("\ninterventie i{n} \"I\"\n  hoort bij kernelement k\n{whole}  aangeboden elk jaar\n")
        })
        .collect();
    let circle = nested(500, 1).replace("gegevens g500\n  veld los: tekst", "gegevens g500\n  veld los: gegevens g0");
    let demands = format!("{REGIOPLAN}\nregel r \"R\"\n{}", "  eis naam is ingevuld\n".repeat(500));
    for (what, text, ends) in [
        ("twice in each other, 40 levels", nested(40, 2), Some("meer dan 16 lagen")),
        ("twice in each other, 12 levels", nested(12, 2), None),
        ("4 times in each other, 14 levels", nested(14, 4), None),
        ("500 levels", nested(500, 1), Some("meer dan 16 lagen")),
        ("a circle of 500", circle, Some("in een kring: g0, g1, g2")),
        ("500 groups in each other", groups(500), Some("meer dan 16 lagen")),
        ("lists of lists", nested(1, 1).replace("lijst van", &"lijst van ".repeat(1500)), Some("te veel in elkaar")),
        ("3,000 broken lines", format!("{REGIOPLAN}\n{}", "\"\n".repeat(3_000)), Some("2901 andere fouten")),
        ("1,000 lines of nothing known", format!("{REGIOPLAN}\n{}", "  kies x\n".repeat(1_000)), Some("andere fouten")),
        ("a chain of parts", format!("{REGIOPLAN}{parts}"), None),
        ("many demands", demands, None),
    ] {
        let path = scratch.write("x.regioplan", text);
        let commands = [&["show"][..], &["lint"], &["docs"], &["schema"], &["new", "--year", "1"], &["test"]];
        // What does not load is refused in one place for all commands.
        for command in &commands[..if ends.is_some() { 2 } else { commands.len() }] {
            let output = mtvp(&[&command[..1], &[path.as_str()], &command[1..]].concat());
            let said = stdout(&output) + &stderr(&output);
            let shown: String = said.chars().take(2000).collect();
            assert!(said.len() < 5_000_000, "{what}, {command:?}: {} bytes", said.len());
            let wrong = output.status.code() == Some(2) && ends.is_some_and(|words| said.contains(words));
            let fine = ends.is_none() && matches!(output.status.code(), Some(0 | 1 | 3));
            assert!(wrong || fine, "{what}, {command:?}: {:?} {shown}", output.status);
        }
    }
}

/// Choices with a mark before them.
fn marked(sign: &str) -> String {
    let choices: String = (0..10_000).map(|n| format!("      {sign} x{n}: nieuw\n")).collect();
    format!("jaren:\n  1:\n    interventies:\n{choices}")
}

/// A text that nothing mends is tried for as long as it is large, and not longer.
#[test]
fn a_text_that_cannot_be_read_is_given_up() {
    for (what, rest, says) in [
        ("an open quotation mark", format!("x: \"{}", "a\n  ".repeat(10_000)), "yaml"),
        ("an open bracket", format!("x: [{}", "a,\n  ".repeat(10_000)), "yaml"),
        ("lines without a colon", "x\n".repeat(10_000), "yaml"),
        ("fields without a place", "\tx: 1\n".repeat(10_000), "yaml"),
        ("aliases of nothing", "x: *a\n".repeat(10_000), "yaml"),
        (
            "kinds without a choice",
            format!("jaren:\n  x: 1\n  x: 1\n{}y: [", "  keuze: nieuw\n".repeat(10_000)),
            "yaml",
        ),
        ("members of a list", format!("x:\n{}y: [", "- a: 1\n".repeat(10_000)), "yaml"),
        ("bullets before choices", marked("•"), "yaml"),
        ("long dashes before choices", marked("–"), "yaml"),
        ("stars before choices", marked("*"), "yaml"),
    ] {
        finds(what, format!("{HEAD}{rest}").as_bytes(), says);
    }
}

#[test]
fn choices_that_nobody_knows_are_compared_once() {
    let choices: String = (0..40_000).map(|n| format!("b{n}: nieuw, ")).collect();
    let text = format!("{HEAD}jaren:\n  1: {{interventies: {{{choices}}}}}\n");
    finds("40,000 unknown interventions in a line", text.as_bytes(), "Zo zijn er hier 40000");
    let choices = "trieren: nieuw, trieren: loopt, ".repeat(20_000);
    finds(
        "one 40,000 times",
        format!("{HEAD}jaren:\n  1: {{interventies: {{{choices}}}}}\n").as_bytes(),
        "dubbele-sleutel",
    );
}
