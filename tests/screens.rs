//! Screens that show less than most: forty columns, no UTF-8; the bar that shows how far a long run is; and files that
//! change under way. On a real terminal, which the program `script` of util-linux lends us, and with pipes for plans.
#![cfg(target_os = "linux")]

use std::process::Command;

use unicode_width::UnicodeWidthStr;

use crate::support::{Scratch, program, root, stderr, stdout};

/// What a command of the shell writes on a terminal of so many columns.
fn on_terminal(columns: usize, line: &str) -> String {
    let line = format!("stty rows 24 cols {columns}; {line}");
    let mut command = Command::new("script");
    command.current_dir(root()).args(["-qec", &line, "/dev/null"]).stdin(std::process::Stdio::null());
    for name in ["MTVP_LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "LANG", "NO_COLOR", "CI"] {
        command.env_remove(name);
    }
    let output = command.env("TERM", "xterm").output().expect("util-linux has `script`");
    stdout(&output)
}

/// What mtvp writes there.
fn narrow(columns: usize, args: &str) -> String {
    on_terminal(columns, &format!("{} {args} --color never", env!("CARGO_BIN_EXE_mtvp")))
}

/// A line that may be wider than the screen: a line of a plan itself, or its mark; and one word that is as long.
fn may_be_wide(line: &str) -> bool {
    let quoted = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
    let example = line.starts_with("    ") && (quoted.starts_with("# ") || quoted.contains(": "));
    quoted.starts_with(['│', '·']) || example || line.split_whitespace().count() == 1
}

#[test]
fn forty_columns_are_enough() {
    let commands = [
        ("check examples/plannen/de-kastanje.yaml", "  regel 29: jaar 3: minimaal 1 uit"),
        ("show rijn-en-duin", "  Naam in het plan: taakherschikking"),
        ("show", "Regio: Huisartsen Eemland (eemland)"),
        ("region examples/regio", "Praktijk: Huisartsenpraktijk De Eemoever"),
        ("waivers examples", "  geldt tot en met: 31 december 2031"),
        ("explain aw-jaar-3", "Wat wordt gevraagd"),
    ];
    for (command, expected) in commands {
        let said = narrow(40, command);
        assert!(said.lines().any(|line| line.trim_end().starts_with(expected)), "{command}:\n{said}");
        for line in said.lines().map(|line| line.trim_end_matches('\r')).filter(|line| !may_be_wide(line)) {
            assert!(line.width() <= 40, "{command}: {} columns: {line}", line.width());
        }
    }
    // What has room for tables and labels keeps them.
    assert!(narrow(100, "region examples/regio").contains('┌'));
    // A column that cannot hold its words whole makes a list of the table.
    assert!(!narrow(100, "waivers examples").contains('┌'));
    assert!(narrow(100, "check examples/plannen/de-kastanje.yaml").contains("╰─┤ jaar 3:"));
}

#[test]
fn a_screen_without_utf8_gets_drawings_of_ascii() {
    let drawn = |name: &str, value: &str, args: &[&str]| {
        let mut command = program();
        command.env_remove("LC_CTYPE").env(name, value).args(args).args(["--lang", "nl"]);
        stdout(&command.output().unwrap())
    };
    let drawings = ['╭', '─', '│', '·', '╰', '┬', '×', '┌', '┆', '═'];
    for args in [&["check", "examples/plannen/de-kastanje.yaml"][..], &["show"], &["region", "examples/regio"]] {
        for (name, value) in
            [("LANG", "nl_NL.ISO-8859-1"), ("LC_ALL", "nl_NL.ISO8859-15@euro"), ("LC_CTYPE", "nl.CP1252")]
        {
            let said = drawn(name, value, args);
            assert!(!said.contains(drawings), "{value} {args:?}:\n{said}");
        }
        // What names no encoding, says nothing of the screen.
        for value in ["nl_NL.UTF-8", "nl_NL.utf8", "C.UTF-8", "C", "POSIX", "nl_NL", ""] {
            assert!(drawn("LANG", value, args).contains(drawings), "{value} {args:?}");
        }
    }
    // The words are the same, and still whole.
    let words = |text: &str| {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1).map(str::to_owned).collect::<Vec<_>>()
    };
    let args = ["check", "regioplans/rijn-en-duin/2.7/fout/trieren-training.yaml"];
    let (plain, usual) = (drawn("LANG", "nl_NL.ISO-8859-1", &args), drawn("LANG", "nl_NL.UTF-8", &args));
    assert!(usual.contains("patiënten"), "{usual}");
    assert_eq!(words(&plain), words(&usual));
}

/// Three plans, of which one is a pipe that gives its text when a second and more have passed.
fn long_run(name: &str, env: &str) -> (Scratch, String) {
    let scratch = Scratch::new(name);
    let plan = root().join("regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml");
    let at = scratch.0.display();
    // Each of its own practice.
    let of = |code: &str| std::fs::read_to_string(&plan).unwrap().replace("01021374", code);
    let files = [("a.yaml", "01100017"), ("b.yaml", "01100025")].map(|(file, code)| scratch.write(file, of(code)));
    let pipe = format!("{at}/pijp.yaml");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = format!("(sleep 1.3; exec timeout 60 cp {} {pipe}) &", plan.display());
    let line =
        format!("{writer} env {env} {} check {} {pipe} --quiet --lang nl", env!("CARGO_BIN_EXE_mtvp"), files.join(" "));
    (scratch, line)
}

#[test]
fn a_bar_on_a_terminal_for_a_long_run_and_none_in_ci() {
    let bar = |env: &str| {
        let (_scratch, line) = long_run("balk", env);
        on_terminal(80, &line)
    };
    assert!(bar("").contains("3/3"), "{}", bar(""));
    let ascii = bar("LC_ALL=nl_NL.ISO-8859-1");
    assert!(ascii.contains('=') && ascii.contains("3/3") && ascii.is_ascii(), "{ascii}");
    assert_eq!(bar("CI=true"), "");
    assert_eq!(bar("TERM=dumb"), "");
    // In a file or a pipe.
    let (_scratch, line) = long_run("balk-pijp", "");
    let output = Command::new("sh").args(["-c", &line]).output().unwrap();
    assert_eq!((stdout(&output), stderr(&output), output.status.code()), (String::new(), String::new(), Some(0)));
    // A short run has none.
    let short = "check regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml --quiet";
    assert_eq!(on_terminal(80, &format!("{} {short}", env!("CARGO_BIN_EXE_mtvp"))), "");
}

#[test]
fn a_file_that_changes_between_listing_and_reading() {
    const GOOD: &str = "regioplans/rijn-en-duin/2.7/goed/helmgras-jaar-1.yaml";
    const BAD: &str = "regioplans/rijn-en-duin/2.7/fout/aw-jaar-3.yaml";
    let cases = [
        (format!("cp {BAD} $MAP/b.yaml"), "b.yaml:28:3: overtreding aw-jaar-3 "),
        ("rm $MAP/b.yaml".to_owned(), "b.yaml:1:1: overtreding yaml "),
        ("rm $MAP/b.yaml; mkdir $MAP/b.yaml".to_owned(), "b.yaml:1:1: overtreding yaml "),
        (": > $MAP/b.yaml".to_owned(), "b.yaml:1:1: overtreding yaml "),
        ("head -c 5000000 /dev/zero > $MAP/b.yaml".to_owned(), "b.yaml:1:1: overtreding yaml "),
    ];
    for (change, expected) in cases {
        let scratch = Scratch::new("verandert");
        for file in ["b.yaml", "c.yaml"] {
            scratch.write(file, std::fs::read_to_string(root().join(GOOD)).unwrap());
        }
        let pipe = scratch.0.join("a.yaml");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        // The pipe opens for writing when mtvp has listed all files and begins to read; then a file behind it changes.
        let script = format!("exec 3>$MAP/a.yaml; {change}; cat {GOOD} >&3");
        let mut writer = Command::new("timeout");
        let mut writer =
            writer.current_dir(root()).args(["60", "sh", "-c", &script]).env("MAP", &scratch.0).spawn().unwrap();
        let args = ["check", "a.yaml", "b.yaml", "c.yaml", "--threads", "1", "--format", "concise"];
        let output = program().current_dir(&scratch.0).args(args).output().unwrap();
        assert!(writer.wait().unwrap().success(), "{change}");
        let said = stdout(&output);
        assert!(said.contains(expected), "{change}: {said}");
        assert_eq!(output.status.code(), Some(1), "{change}: {said}");
        assert!(said.contains("\na.yaml: ") && said.contains("\nc.yaml: "), "{change}: {said}");
        assert_eq!(stderr(&output), "", "{change}");
    }
}
