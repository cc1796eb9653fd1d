//! The page of a region: one file that asks for nothing, in which nothing that was filled in is markup, and in which every chart has
//! its table. A real browser looks at it in `conformance/page.sh`.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Scratch, program, root, snapshot_in, stderr, stdout};

const REGION: &str = "tests/cases/brieven/regio";

fn page(folder: &str, args: &[&str]) -> String {
    let args = [&["region", ".", "--format", "html", "--as-of", "2026-06-01"], args].concat();
    let output = program().current_dir(root().join(folder)).args(args).output().unwrap();
    assert!(matches!(output.status.code(), Some(0 | 1)), "{}", stderr(&output));
    stdout(&output)
}

/// What stands between two marks, each time.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

/// The page without its style and its script.
fn body(text: &str) -> String {
    let (before, rest) = text.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (middle, rest) = rest.split_once("<script>").unwrap();
    let (_, after) = rest.split_once("</script>").unwrap();
    format!("{before}{middle}{after}")
}

#[test]
fn a_region_as_a_page() {
    let text = page(REGION, &[]);
    // The digests change with the style and the script.
    let body = body(&text);
    let policy = between(&body, "Content-Security-Policy\" content=\"", "\"")[0].to_owned();
    snapshot_in("tests/cases/brieven", "pagina", &body.replace(&policy, ""));
}

#[test]
fn it_asks_for_nothing_and_its_policy_says_so() {
    use sha2::{Digest, Sha256};
    for (folder, lang) in [(REGION, "nl"), (REGION, "en"), ("examples/regio", "nl")] {
        let text = page(folder, &["--lang", lang]);
        assert!(text.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\">")));
        for outside in [
            " src=\"",
            "href=\"http",
            "<link",
            "@import",
            "url(http",
            "url(//",
            "fetch(",
            "<form",
            "style=\"",
            " onclick",
        ] {
            assert!(!text.contains(outside), "{outside}");
        }
        let policy = between(&text, "Content-Security-Policy\" content=\"", "\"")[0];
        assert!(policy.starts_with("default-src &#39;none&#39;"), "{policy}");
        for (tag, end) in [("<style>", "</style>"), ("<script>", "</script>")] {
            let found = between(&text, tag, end);
            let [held] = found.as_slice() else { panic!("one {tag}") };
            let digest = Sha256::digest(held);
            // Each digest of 32 bytes ends in one sign of filling.
            let told = between(
                policy,
                if tag == "<style>" { "style-src &#39;sha256-" } else { "script-src &#39;sha256-" },
                "&#39;",
            )[0];
            assert_eq!(unpacked(told), digest.to_vec(), "{tag}");
        }
    }
}

/// Base64, read again.
fn unpacked(text: &str) -> Vec<u8> {
    let signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u32> =
        text.trim_end_matches('=').chars().map(|c| u32::try_from(signs.find(c).unwrap()).unwrap()).collect();
    let all = bits.chunks(4).flat_map(|four| {
        let whole = four.iter().fold(0, |whole, six| whole << 6 | six) << (6 * (4 - four.len()));
        whole.to_be_bytes()[1..four.len()].to_vec()
    });
    all.collect()
}

#[test]
fn it_is_well_formed_and_readable_aloud() {
    for (folder, lang) in
        [(REGION, "nl"), (REGION, "en"), ("examples/regio", "nl"), ("tests/cases/regio/twee-regios", "nl")]
    {
        let whole = page(folder, &["--lang", lang]);
        let text = body(&whole);
        let mut open: Vec<&str> = Vec::new();
        for tag in between(&text, "<", ">") {
            let word = tag.split_whitespace().next().unwrap();
            match word.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{folder}: {tag}"),
                None if ["meta", "!DOCTYPE", "br", "input"].contains(&word) || tag.ends_with('/') => {}
                None => open.push(word),
            }
        }
        assert!(open.is_empty(), "{folder}: {open:?}");
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        for id in between(&text, " id=\"", "\"") {
            *ids.entry(id).or_default() += 1;
        }
        assert!(ids.values().all(|count| *count == 1), "{folder}: {ids:?}");
        let named = between(&text, "aria-labelledby=\"", "\"").into_iter().chain(between(&text, "href=\"#", "\""));
        let lost: Vec<&str> = named.flat_map(str::split_whitespace).filter(|id| !ids.contains_key(id)).collect();
        assert!(lost.is_empty(), "{folder}: {lost:?}");
        let levels: Vec<usize> =
            between(&text, "<h", ">").iter().filter_map(|level| level.split(' ').next()?.parse().ok()).collect();
        assert!(levels[0] == 1 && levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{folder}: {levels:?}");
        // Every head has a scope, every chart a name, and whoever cannot see it finds its numbers in a table.
        assert!(
            between(&text, "<th", ">")
                .iter()
                .all(|head| head.is_empty() || head.contains("scope=") || head.starts_with("ead"))
        );
        assert!(
            between(&text, "<svg", ">")
                .iter()
                .all(|svg| svg.contains("aria-labelledby") || svg.contains("aria-hidden"))
        );
        assert!(text.matches("<table").count() >= 2);
    }
}

#[test]
fn nothing_that_was_filled_in_is_markup_on_the_page() {
    let text = page(REGION, &[]);
    for raw in ["<script>alert", "<img", "<b>Kijk", "\u{202e}", "##[x]"] {
        assert!(!text.contains(raw), "{raw}");
    }
    assert!(text.contains("&lt;script&gt;alert(1)"), "it is there as text");
    // The only scripts and marks are those of the page itself.
    let scripts = text.matches("<script").count();
    assert_eq!(scripts, 1);
    assert!(!text.lines().any(|line| line.starts_with("::")));
}

/// The numbers of the growth model are those of the plans, counted by hand from what `check` says of each.
#[test]
fn as_many_practices_meet_a_rule_as_check_says() {
    let text = page(REGION, &[]);
    let folder = root().join(REGION);
    let output = program()
        .current_dir(&folder)
        .args(["check", ".", "--as-of", "2026-06-01", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let violated: BTreeSet<&str> = json["plans"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|plan| {
            plan["findings"].as_array().unwrap().iter().any(|one| {
                one["rule"] == "andere-netwerk-eigen-voorstel"
                    && one["severity"] == "violation"
                    && one["suppressed"].is_null()
            })
        })
        .map(|plan| plan["path"].as_str().unwrap())
        .collect();
    let table = text.split("id=\"r1-t-regels\"").nth(1).unwrap().split("</table>").next().unwrap();
    let heads = between(table, "<th scope=\"col\" class=\"getal\">", "</th>");
    let row = table.split("<tr>").find(|row| row.contains(">andere-netwerk-eigen-voorstel<")).unwrap();
    let counts = between(row, "<td class=\"getal\">", "</td>");
    let of = |word: &str| counts[heads.iter().position(|head| *head == word).unwrap()].parse::<usize>().unwrap();
    assert_eq!(of("te verbeteren"), violated.len(), "{row}");
    // One was agreed; two wait for the region.
    assert_eq!((of("voldoet of akkoord"), of("te beoordelen")), (1, 2), "{row}");
}

#[test]
fn it_goes_to_a_new_file() {
    let scratch = Scratch::new("pagina");
    let path = scratch.0.join("regio.html").to_string_lossy().into_owned();
    let folder = root().join(REGION);
    let run = |args: &[&str]| program().current_dir(&folder).args(["region", "."]).args(args).output().unwrap();
    let made = run(&["--format", "html", "-o", &path]);
    assert!(made.status.code() == Some(1) && stdout(&made).contains("regio.html"), "{}", stderr(&made));
    let again = run(&["--format", "html", "-o", &path]);
    assert!(again.status.code() == Some(2) && stderr(&again).contains("bestaat al"), "{}", stderr(&again));
}
