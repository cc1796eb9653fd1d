//! The language server, spoken to as an editor does: each file of `tests/cases/editor` is a conversation.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use serde_json::{Value, json};

use crate::support::{files, program, root, snapshot_in};

/// An editor that speaks to the server.
pub struct Editor {
    child: Child,
    input: Option<ChildStdin>,
    output: BufReader<ChildStdout>,
    number: i64,
}

impl Editor {
    pub fn start(folder: &Path, encodings: &[&str], lang: &str) -> Self {
        let mut command = program();
        command.current_dir(folder).args(["lsp", "--stdio", "--lang", lang]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a server");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("an output"));
        let mut editor = Self { child, input, output, number: 0 };
        let started = editor.ask(
            "initialize",
            &json!({ "capabilities": { "general": { "positionEncodings": encodings } }, "processId": null, "rootUri": null }),
        );
        assert_eq!(started["capabilities"]["positionEncoding"], encodings.first().copied().unwrap_or("utf-16"));
        editor.tell("initialized", &json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        let text = message.to_string();
        let input = self.input.as_mut().expect("an input");
        write!(input, "Content-Length: {}\r\n\r\n{text}", text.len()).expect("the server reads");
        input.flush().expect("the server reads");
    }

    pub fn receive(&mut self) -> Value {
        let mut length = 0;
        loop {
            let mut line = String::new();
            assert!(self.output.read_line(&mut line).expect("a line") > 0, "the server stopped");
            match line.trim().split_once(": ") {
                Some(("Content-Length", count)) => length = count.parse().expect("a length"),
                Some(_) => {}
                None => break,
            }
        }
        let mut text = vec![0; length];
        self.output.read_exact(&mut text).expect("a message");
        serde_json::from_slice(&text).expect("JSON")
    }

    pub fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The answer to a request; what the server tells in between is left.
    pub fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.number += 1;
        let id = self.number;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let answer = self.receive();
            if answer["id"] == id {
                assert!(answer["error"].is_null(), "{method}: {}", answer["error"]);
                return answer["result"].clone();
            }
        }
    }

    /// What is wrong in a text, when the server tells it.
    pub fn diagnostics(&mut self, uri: &str, version: i64) -> Value {
        loop {
            let told = self.receive();
            let params = &told["params"];
            if told["method"] == "textDocument/publishDiagnostics"
                && params["uri"] == uri
                && params["version"] == version
            {
                return params["diagnostics"].clone();
            }
        }
    }

    pub fn open(&mut self, uri: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": "yaml", "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Says goodbye; the server ends well.
    pub fn close(mut self) {
        assert!(self.ask("shutdown", &Value::Null).is_null());
        self.tell("exit", &Value::Null);
        drop(self.input.take());
        assert!(self.child.wait().expect("an end").success());
    }
}

/// Where `part` of a text stands: its `|` is the place, else its end.
pub fn position(text: &str, part: &str) -> Value {
    let (before, after) = part.split_once('|').unwrap_or((part, ""));
    let whole = format!("{before}{after}");
    let at = text.find(&whole).unwrap_or_else(|| panic!("`{whole}` is not in the text")) + before.len();
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    let line = text[..at].matches('\n').count();
    json!({ "line": line, "character": text[start..at].encode_utf16().count() })
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The part of a text in a range, for who reads a snapshot.
fn at(text: &str, range: &Value) -> String {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let offset = |place: &Value| {
        let line = text.split_inclusive('\n').take(number(&place["line"])).map(str::len).sum::<usize>();
        let mut left = number(&place["character"]);
        let units = |c: char| c.len_utf16();
        line + text[line..]
            .chars()
            .take_while(|c| (left > 0).then(|| left -= units(*c)).is_some())
            .map(char::len_utf8)
            .sum::<usize>()
    };
    let part = &text[offset(&range["start"])..offset(&range["end"])];
    format!("{}:{} {part:?}", number(&range["start"]["line"]) + 1, number(&range["start"]["character"]) + 1)
}

/// The text after edits of it.
fn edited(text: &str, edits: &Value) -> String {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let offset = |place: &Value| {
        let line = text.split_inclusive('\n').take(number(&place["line"])).map(str::len).sum::<usize>();
        let rest: Vec<u16> = text[line..].encode_utf16().take(number(&place["character"])).collect();
        line + String::from_utf16(&rest).unwrap().len()
    };
    let mut all: Vec<(usize, usize, &str)> = edits
        .as_array()
        .unwrap()
        .iter()
        .map(|edit| (offset(&edit["range"]["start"]), offset(&edit["range"]["end"]), edit["newText"].as_str().unwrap()))
        .collect();
    all.sort_unstable();
    let mut done = text.to_owned();
    for (start, end, new) in all.into_iter().rev() {
        done.replace_range(start..end, new);
    }
    done
}

struct Talk {
    editor: Editor,
    path: PathBuf,
    text: String,
    version: i64,
    said: String,
}

impl Talk {
    fn document(&self) -> Value {
        json!({ "uri": uri(&self.path) })
    }

    fn at(&self, part: &str) -> Value {
        json!({ "textDocument": self.document(), "position": position(&self.text, part) })
    }

    fn note(&mut self, line: &str) {
        self.said.push_str(line);
        self.said.push('\n');
    }

    fn told(&mut self) {
        let found = self.editor.diagnostics(&uri(&self.path), self.version);
        for one in found.as_array().unwrap() {
            let severity =
                ["", "fout", "waarschuwing", "te beoordelen", "later"][one["severity"].as_u64().unwrap() as usize];
            let line = format!("  {severity} {} [{}]", at(&self.text, &one["range"]), one["code"].as_str().unwrap());
            self.note(&line);
            let message = one["message"].as_str().unwrap().replace('\n', "\n    ");
            self.note(&format!("    {message}"));
        }
    }

    fn open(&mut self, path: PathBuf, text: String) {
        self.editor.open(&uri(&path), &text);
        (self.path, self.text, self.version) = (path, text, 1);
        self.told();
    }

    fn step(&mut self, what: &str, part: &Value) {
        let text = part.as_str().unwrap_or_default();
        self.note(&format!("## {what}: {text}"));
        match what {
            "open" => {
                let path = root().join(text);
                let text = std::fs::read_to_string(&path).unwrap();
                self.open(path, text);
            }
            "nieuw" => {
                self.open(root().join(part["pad"].as_str().unwrap()), part["tekst"].as_str().unwrap().to_owned());
            }
            "vervang" => {
                let (old, new) = (part["oud"].as_str().unwrap(), part["nieuw"].as_str().unwrap());
                let range =
                    json!({ "start": position(&self.text, &format!("|{old}")), "end": position(&self.text, old) });
                self.text = self.text.replacen(old, new, 1);
                self.version += 1;
                self.editor.tell(
                    "textDocument/didChange",
                    &json!({
                        "textDocument": { "uri": uri(&self.path), "version": self.version },
                        "contentChanges": [{ "range": range, "text": new }],
                    }),
                );
                self.told();
            }
            "uitleg" => {
                let found = self.editor.ask("textDocument/hover", &self.at(text));
                let said = found["contents"]["value"].as_str().unwrap_or("(niets)").to_owned();
                self.note(&said);
            }
            "aanvullen" => {
                let found = self.editor.ask("textDocument/completion", &self.at(text));
                let items = found.as_array().cloned().unwrap_or_default();
                for item in items {
                    let edit = &item["textEdit"];
                    let detail = item["detail"].as_str().unwrap_or("");
                    self.note(&format!(
                        "  {:?} ({detail}) in plaats van {}",
                        edit["newText"].as_str().unwrap(),
                        at(&self.text, &edit["range"])
                    ));
                }
            }
            "ga-naar" => {
                let found = self.editor.ask("textDocument/definition", &self.at(text));
                let said = match found["uri"].as_str() {
                    Some(uri) => {
                        let path = uri.strip_prefix("file://").unwrap();
                        let there = std::fs::read_to_string(path).unwrap();
                        let name = Path::new(path).strip_prefix(root()).unwrap().display().to_string();
                        format!("  {name} {}", at(&there, &found["range"]))
                    }
                    None => "  (nergens)".to_owned(),
                };
                self.note(&said);
            }
            "verbeter" => {
                let range =
                    json!({ "start": position(&self.text, &format!("|{text}")), "end": position(&self.text, text) });
                let context = json!({ "diagnostics": [] });
                let params = json!({ "textDocument": self.document(), "range": range, "context": context });
                let found = self.editor.ask("textDocument/codeAction", &params);
                for action in found.as_array().cloned().unwrap_or_default() {
                    let edits = &action["edit"]["changes"][uri(&self.path)];
                    let new = edited(&self.text, edits);
                    self.note(&format!("  {}", action["title"].as_str().unwrap()));
                    for change in similar(&self.text, &new) {
                        self.note(&format!("    {change}"));
                    }
                }
            }
            "delen" => {
                let found = self.editor.ask("textDocument/documentSymbol", &json!({ "textDocument": self.document() }));
                let mut lines = Vec::new();
                symbols(&found, 1, &mut lines);
                for line in &lines {
                    self.note(line);
                }
            }
            "vouwen" => {
                let found = self.editor.ask("textDocument/foldingRange", &json!({ "textDocument": self.document() }));
                let one = |fold: &Value| format!("{}-{}", fold["startLine"], fold["endLine"]);
                let folds: Vec<String> = found.as_array().unwrap().iter().map(one).collect();
                self.note(&format!("  {}", folds.join(" ")));
            }
            "opmaak" => {
                let options = json!({ "tabSize": 2, "insertSpaces": true });
                let params = json!({ "textDocument": self.document(), "options": options });
                let found = self.editor.ask("textDocument/formatting", &params);
                let new = if found.is_null() { self.text.clone() } else { edited(&self.text, &found) };
                for change in similar(&self.text, &new) {
                    self.note(&format!("    {change}"));
                }
            }
            other => panic!("{other} is no step"),
        }
    }
}

fn symbols(found: &Value, depth: usize, lines: &mut Vec<String>) {
    for one in found.as_array().into_iter().flatten() {
        lines.push(format!(
            "{}{} ({})",
            "  ".repeat(depth),
            one["name"].as_str().unwrap(),
            one["range"]["start"]["line"]
        ));
        symbols(&one["children"], depth + 1, lines);
    }
}

/// The lines that differ.
fn similar(old: &str, new: &str) -> Vec<String> {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let gone = old[head..old.len() - tail].iter().map(|line| format!("-{line}"));
    gone.chain(new[head..new.len() - tail].iter().map(|line| format!("+{line}"))).collect()
}

#[test]
fn conversations_with_an_editor() {
    for path in files("tests/cases/editor", &["yaml"]) {
        let steps: Vec<serde_yaml::Mapping> = serde_yaml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let editor = Editor::start(&root(), &["utf-16"], "nl");
        let mut talk = Talk { editor, path: PathBuf::new(), text: String::new(), version: 0, said: String::new() };
        for step in steps {
            for (what, part) in step {
                talk.step(what.as_str().unwrap(), &serde_json::to_value(part).unwrap());
            }
        }
        talk.editor.close();
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        snapshot_in("tests/cases/editor", &case, &talk.said);
    }
}

/// Settings that cannot be used make no plan look in order.
#[test]
fn settings_that_are_wrong_are_told_in_each_plan() {
    let folder = std::env::temp_dir().join(format!("mtvp-editor-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("mtvp.toml"), "# Instellingen.\nstrict = 3\n").unwrap();
    let plan = std::fs::read_to_string(root().join("examples/plannen/de-linde.yaml")).unwrap();
    // An editor is seldom started in the folder of the plan.
    let mut editor = Editor::start(&root(), &["utf-8"], "nl");
    let name = uri(&folder.join("plan.yaml"));
    editor.open(&name, &plan);
    let told = editor.diagnostics(&name, 1);
    let [one] = &told.as_array().unwrap()[..] else { panic!("{told}") };
    let message = one["message"].as_str().unwrap();
    assert!(message.contains("mtvp.toml:2:") && message.contains("strict") && one["severity"] == 1, "{message}");
    std::fs::write(folder.join("mtvp.toml"), "# Instellingen.\n").unwrap();
    editor.tell("workspace/didChangeWatchedFiles", &json!({ "changes": [] }));
    let told = editor.diagnostics(&name, 1);
    assert!(told.as_array().unwrap().iter().all(|one| one["code"].is_string()), "{told}");
    editor.close();
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Half-typed texts: every prefix of a plan and of a regioplan, and each with one sign left out, in one conversation. The server
/// answers all of it.
#[test]
fn no_half_text_stops_the_server() {
    let plan = std::fs::read_to_string(root().join("examples/plannen/de-kastanje.yaml")).unwrap();
    let rules = std::fs::read_to_string(root().join("tests/cases/gids/stap-3.regioplan"))
        .unwrap_or_else(|_| std::fs::read_to_string(root().join("regioplans/eemland/2026-2027.regioplan")).unwrap());
    let mut editor = Editor::start(&root(), &["utf-8"], "nl");
    let every = crate::support::every(293);
    for (name, text) in [("examples/plannen/de-kastanje.yaml", plan), ("examples/half.regioplan", rules)] {
        let uri = uri(&root().join(name));
        editor.open(&uri, "");
        let mut version = 1;
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).take(2000).step_by(every).collect();
        for at in places {
            let without: String = text.char_indices().filter(|(index, _)| *index != at).map(|(_, c)| c).collect();
            for half in [&text[..at], without.as_str()] {
                version += 1;
                let document = json!({ "uri": uri, "version": version });
                let params = json!({ "textDocument": document, "contentChanges": [{ "text": half }] });
                editor.tell("textDocument/didChange", &params);
                let end = json!({ "line": half.matches('\n').count(), "character": half.len() - half.rfind('\n').map_or(0, |at| at + 1) });
                for method in ["textDocument/hover", "textDocument/completion", "textDocument/definition"] {
                    editor.ask(method, &json!({ "textDocument": { "uri": uri }, "position": end }));
                }
                let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
                let context = json!({ "diagnostics": [] });
                editor.ask(
                    "textDocument/codeAction",
                    &json!({ "textDocument": { "uri": uri }, "range": range, "context": context }),
                );
                editor.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": uri } }));
            }
        }
    }
    editor.close();
}
