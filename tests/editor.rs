//! The language server, spoken to as an editor does: each file of `tests/cases/editor` is a conversation.

use std::collections::BTreeMap;
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
    /// What the server told of each text, since it was last asked for.
    told: BTreeMap<String, Value>,
}

impl Editor {
    pub fn start(folder: &Path, encodings: &[&str], lang: &str) -> Self {
        Self::start_in(folder, encodings, lang, &[])
    }

    /// With these folders open.
    pub fn start_in(folder: &Path, encodings: &[&str], lang: &str, roots: &[&Path]) -> Self {
        Self::start_able(folder, encodings, lang, roots, &json!({}))
    }

    /// With what it can do in its workspace.
    fn start_able(folder: &Path, encodings: &[&str], lang: &str, roots: &[&Path], workspace: &Value) -> Self {
        let mut command = program();
        command.current_dir(folder).args(["lsp", "--stdio", "--lang", lang]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("a server");
        let input = child.stdin.take();
        let output = BufReader::new(child.stdout.take().expect("an output"));
        let mut editor = Self { child, input, output, number: 0, told: BTreeMap::new() };
        let folders: Vec<Value> = roots
            .iter()
            .map(|root| json!({ "uri": uri(root), "name": root.file_name().unwrap().to_string_lossy() }))
            .collect();
        let started = editor.ask(
            "initialize",
            &json!({
                "capabilities": { "general": { "positionEncodings": encodings }, "workspace": workspace },
                "processId": null,
                "rootUri": null,
                "workspaceFolders": folders,
            }),
        );
        assert_eq!(started["capabilities"]["positionEncoding"], encodings.first().copied().unwrap_or("utf-16"));
        editor.tell("initialized", &json!({}));
        editor
    }

    fn send(&mut self, message: &Value) {
        self.send_raw(&message.to_string());
    }

    fn send_raw(&mut self, text: &str) {
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
        let answer = self.ask_maybe(method, params);
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// The same, or why there is no answer.
    pub fn ask_maybe(&mut self, method: &str, params: &Value) -> Result<Value, Value> {
        let id = self.request(method, params);
        self.answer(id)
    }

    /// Sends a request, and does not wait.
    pub fn request(&mut self, method: &str, params: &Value) -> i64 {
        self.number += 1;
        let id = self.number;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        id
    }

    pub fn answer(&mut self, id: i64) -> Result<Value, Value> {
        loop {
            let answer = self.receive();
            self.note(&answer);
            if answer["id"] == id && answer["method"].is_null() {
                return if answer["error"].is_null() {
                    Ok(answer["result"].clone())
                } else {
                    Err(answer["error"].clone())
                };
            }
        }
    }

    fn note(&mut self, message: &Value) {
        if message["method"] == "textDocument/publishDiagnostics" {
            let params = &message["params"];
            self.told.insert(params["uri"].as_str().unwrap().to_owned(), params["diagnostics"].clone());
        }
    }

    /// What is wrong in a text that rests on one that has just changed.
    fn diagnostics_since(&mut self, uri: &str) -> Value {
        loop {
            if let Some(found) = self.told.remove(uri) {
                return found;
            }
            let message = self.receive();
            self.note(&message);
        }
    }

    /// What is wrong in a text, when the server tells it.
    pub fn diagnostics(&mut self, uri: &str, version: i64) -> Value {
        loop {
            let told = self.receive();
            self.note(&told);
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
        self.open_as(uri, "yaml", text);
    }

    /// Opens a text in a language, which says what a text is that has no file.
    pub fn open_as(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
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
    let path = path.display().to_string();
    if path.starts_with("untitled:") { path } else { format!("file://{path}") }
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
    /// The folder that paths begin at.
    folder: PathBuf,
    /// The texts that are open beside the one in hand.
    open: BTreeMap<PathBuf, (String, i64)>,
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
        self.said.push_str(&line.replace(&format!("{}/", self.folder.display()), ""));
        self.said.push('\n');
    }

    fn told(&mut self) {
        let found = self.editor.diagnostics(&uri(&self.path), self.version);
        self.show(&found);
    }

    fn show(&mut self, found: &Value) {
        for one in found.as_array().unwrap() {
            let severity =
                ["", "fout", "waarschuwing", "te beoordelen", "later"][one["severity"].as_u64().unwrap() as usize];
            let line =
                format!("  {severity} {} [{}]", at(&self.text, &one["range"]), one["code"].as_str().unwrap_or("-"));
            self.note(&line);
            let message = one["message"].as_str().unwrap().replace('\n', "\n    ");
            self.note(&format!("    {message}"));
        }
    }

    /// A text that is open, else on the disk.
    fn text_of(&self, path: &Path) -> String {
        if path == self.path {
            return self.text.clone();
        }
        self.open.get(path).map_or_else(|| std::fs::read_to_string(path).unwrap(), |(text, _)| text.clone())
    }

    fn short(&self, path: &Path) -> String {
        path.strip_prefix(&self.folder).unwrap_or(path).display().to_string()
    }

    fn put_by(&mut self) {
        if self.path != PathBuf::new() {
            self.open.insert(self.path.clone(), (self.text.clone(), self.version));
        }
    }

    fn open(&mut self, path: PathBuf, text: String) {
        self.put_by();
        self.editor.open(&uri(&path), &text);
        (self.path, self.text, self.version) = (path, text, 1);
        self.told();
    }

    fn step(&mut self, what: &str, part: &Value) {
        let text = part.as_str().unwrap_or_default();
        self.note(&format!("## {what}: {text}"));
        match what {
            "open" => {
                let path = self.folder.join(text);
                let text = std::fs::read_to_string(&path).unwrap();
                self.open(path, text);
            }
            "nieuw" => {
                self.open(self.folder.join(part["pad"].as_str().unwrap()), part["tekst"].as_str().unwrap().to_owned());
            }
            "vervang" => {
                let (old, new) = (part["oud"].as_str().unwrap(), part["nieuw"].as_str().unwrap());
                let range =
                    json!({ "start": position(&self.text, &format!("|{old}")), "end": position(&self.text, old) });
                self.text = self.text.replacen(old, new, 1);
                self.version += 1;
                self.editor.told.clear();
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
                        let path = uri.trim_start_matches("file://");
                        let there = self.text_of(Path::new(path));
                        let name = self.short(Path::new(path));
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
                    // What comes in has the line ends of what stands there.
                    let bare = |text: &str| text.replace("\r\n", "").contains('\n');
                    assert!(bare(&self.text) || !bare(&new), "{new:?}");
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
            other => self.step_among_files(other, part),
        }
    }

    /// Steps that are about more than the text in hand.
    fn step_among_files(&mut self, what: &str, part: &Value) {
        let text = part.as_str().unwrap_or_default();
        match what {
            "map" => {
                for (name, text) in part.as_object().unwrap() {
                    let path = self.folder.join(name);
                    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                    std::fs::write(path, text.as_str().unwrap()).unwrap();
                }
            }
            "blad" => {
                let part = |name: &str| part[name].as_str().unwrap();
                self.put_by();
                self.editor.open_as(part("naam"), part("taal"), part("tekst"));
                (self.path, self.text, self.version) = (PathBuf::from(part("naam")), part("tekst").to_owned(), 1);
                self.told();
            }
            "bewaar" => {
                let path = self.folder.join(text);
                self.editor.told.clear();
                self.editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": uri(&path) } }));
                let found = self.editor.diagnostics_since(&uri(&path));
                self.show(&found);
            }
            "sluit" => {
                self.editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": uri(&self.path) } }));
                self.open.remove(&self.path);
                self.path = PathBuf::new();
            }
            "naar" => {
                self.put_by();
                self.path = self.folder.join(text);
                (self.text, self.version) = self.open[&self.path].clone();
            }
            "bevindingen" => {
                let path = self.folder.join(text);
                let found = self.editor.diagnostics_since(&uri(&path));
                self.put_by();
                let kept = (self.path.clone(), self.text.clone(), self.version);
                (self.text, self.version) = self.open[&path].clone();
                self.show(&found);
                (self.path, self.text, self.version) = kept;
            }
            "verwijzingen" => {
                let mut params = self.at(text);
                params["context"] = json!({ "includeDeclaration": true });
                let found = self.editor.ask("textDocument/references", &params);
                for one in found.as_array().cloned().unwrap_or_default() {
                    let path = PathBuf::from(one["uri"].as_str().unwrap().strip_prefix("file://").unwrap());
                    let line = format!("  {} {}", self.short(&path), at(&self.text_of(&path), &one["range"]));
                    self.note(&line);
                }
            }
            "hernoem" => {
                let place = self.at(part["waar"].as_str().unwrap());
                let mut params = place.clone();
                params["newName"] = part["naam"].clone();
                let can = self.editor.ask_maybe("textDocument/prepareRename", &place);
                let edit = can.and_then(|_| self.editor.ask_maybe("textDocument/rename", &params));
                match edit {
                    Ok(edit) => {
                        let changes: BTreeMap<String, Value> = serde_json::from_value(edit["changes"].clone()).unwrap();
                        for (name, edits) in changes {
                            let path = PathBuf::from(name.strip_prefix("file://").unwrap());
                            let old = self.text_of(&path);
                            let new = edited(&old, &edits);
                            self.note(&format!("  {}", self.short(&path)));
                            for (old, new) in old.lines().zip(new.lines()).filter(|(old, new)| old != new) {
                                self.note(&format!("    -{old}\n    +{new}"));
                            }
                        }
                    }
                    Err(error) => self.note(&format!("  {}", error["message"].as_str().unwrap())),
                }
            }
            "kleuren" => {
                let params = json!({ "textDocument": self.document() });
                let found = self.editor.ask("textDocument/semanticTokens/full", &params);
                let numbers: Vec<u64> = serde_json::from_value(found["data"].clone()).unwrap();
                let wanted = position(&self.text, text)["line"].as_u64().unwrap();
                let (mut line, mut column) = (0, 0);
                for token in numbers.chunks(5) {
                    column = if token[0] == 0 { column + token[1] } else { token[1] };
                    line += token[0];
                    let place = |character: u64| json!({ "line": line, "character": character });
                    let range = json!({ "start": place(column), "end": place(column + token[2]) });
                    if line == wanted {
                        let declared = if token[4] == 1 { " (nieuw)" } else { "" };
                        self.note(&format!("  {} {}{declared}", at(&self.text, &range), token[3]));
                    }
                }
            }
            other => self.step_about_rules(other, part),
        }
    }

    /// Steps about what stands in and above the lines of a regioplan.
    fn step_about_rules(&mut self, what: &str, part: &Value) {
        let text = part.as_str().unwrap_or_default();
        match what {
            "lenzen" => {
                let params = json!({ "textDocument": self.document() });
                let found = self.editor.ask("textDocument/codeLens", &params);
                for lens in found.as_array().cloned().unwrap_or_default() {
                    let title = lens["command"]["title"].as_str().unwrap();
                    let about = lens["command"]["arguments"][1].as_str().unwrap_or("alles");
                    self.note(&format!("  {} {about}: {title}", at(&self.text, &lens["range"])));
                }
            }
            "voorbeelden" => {
                let arguments = if text.is_empty() { json!([uri(&self.path)]) } else { json!([uri(&self.path), text]) };
                let params = json!({ "command": "mtvp.voorbeelden", "arguments": arguments });
                match self.editor.ask_maybe("workspace/executeCommand", &params) {
                    Ok(ran) => {
                        self.note(&format!("  {}", ran["text"].as_str().unwrap()));
                        for name in ran["different"].as_array().unwrap() {
                            let name = self.short(Path::new(name.as_str().unwrap()));
                            self.note(&format!("  anders: {name}"));
                        }
                    }
                    Err(error) => self.note(&format!("  {}", error["message"].as_str().unwrap())),
                }
            }
            "bronteksten" => {
                let end = json!({ "line": self.text.lines().count(), "character": 0 });
                let range = json!({ "start": { "line": 0, "character": 0 }, "end": end });
                let params = json!({ "textDocument": self.document(), "range": range });
                let found = self.editor.ask("textDocument/inlayHint", &params);
                for hint in found.as_array().cloned().unwrap_or_default() {
                    let place = &hint["position"];
                    let line =
                        format!("  {}:{} {}", place["line"], place["character"], hint["label"].as_str().unwrap());
                    self.note(&line);
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
        let case = path.file_stem().unwrap().to_string_lossy().into_owned();
        // A conversation with files of its own has a folder of its own.
        let own = steps.iter().any(|step| step.contains_key("map"));
        let folder = if own { folder(&case) } else { root() };
        let mut talk = Talk {
            editor: Editor::start(&folder, &["utf-16"], "nl"),
            folder: folder.clone(),
            open: BTreeMap::new(),
            path: PathBuf::new(),
            text: String::new(),
            version: 0,
            said: String::new(),
        };
        for step in steps {
            for (what, part) in step {
                talk.step(what.as_str().unwrap(), &serde_json::to_value(part).unwrap());
            }
        }
        talk.editor.close();
        if own {
            std::fs::remove_dir_all(&folder).unwrap();
        }
        snapshot_in("tests/cases/editor", &case, &talk.said);
    }
}

/// An empty folder that is a repository of its own.
fn folder(name: &str) -> PathBuf {
    let folder =
        std::env::temp_dir().canonicalize().unwrap().join(format!("mtvp-editor-{name}-{}", std::process::id()));
    std::fs::create_dir_all(folder.join(".git")).unwrap();
    folder
}

/// What was cancelled is not worked on: neither what waits, nor what is busy.
#[test]
fn what_is_cancelled_stops() {
    let mut editor = Editor::start(&root(), &["utf-8"], "nl");
    let path = root().join("regioplans/eemland/2026-2027.regioplan");
    let name = uri(&path);
    editor.open(&name, &std::fs::read_to_string(path).unwrap());
    editor.diagnostics(&name, 1);
    // More than a hundred examples: they are still running when the next messages come.
    let arguments = json!({ "command": "mtvp.voorbeelden", "arguments": [name] });
    let busy = editor.request("workspace/executeCommand", &arguments);
    let waits = editor.request(
        "textDocument/hover",
        &json!({ "textDocument": { "uri": name }, "position": { "line": 0, "character": 0 } }),
    );
    editor.tell("$/cancelRequest", &json!({ "id": waits }));
    editor.tell("$/cancelRequest", &json!({ "id": busy }));
    for id in [busy, waits] {
        assert_eq!(editor.answer(id).unwrap_err()["code"], -32800);
    }
    assert!(editor.ask("textDocument/foldingRange", &json!({ "textDocument": { "uri": name } })).is_array());
    editor.close();
}

/// What is no message is told and passed over; a stream that says no lengths ends with what is wrong with it.
#[test]
fn what_cannot_be_read_does_not_end_the_server() {
    let mut editor = Editor::start(&root(), &["utf-8"], "nl");
    editor.send_raw("{\"jsonrpc\":");
    let told = editor.receive();
    assert_eq!(told["method"], "window/logMessage");
    assert!(
        told["params"]["message"].as_str().unwrap().starts_with("De editor stuurde een bericht dat niet te lezen is.")
    );
    editor.send_raw("{\"jsonrpc\":\"2.0\",\"id\":99,\"method\":3}");
    let refused = editor.answer(99).unwrap_err();
    assert_eq!(refused["code"], -32600);
    let refused = editor.ask_maybe("textDocument/hover", &json!({ "textDocument": 3 })).unwrap_err();
    assert!(
        refused["code"] == -32602 && refused["message"].as_str().unwrap().contains("textDocument/hover"),
        "{refused}"
    );
    let refused = editor.ask_maybe("textDocument/iets", &Value::Null).unwrap_err();
    assert!(
        refused["code"] == -32601 && refused["message"].as_str().unwrap().contains("textDocument/iets"),
        "{refused}"
    );
    editor.close();

    let mut command = program();
    command.args(["lsp", "--lang", "nl"]).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"{\"jsonrpc\":\"2.0\"}\r\n\r\n").unwrap();
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("Content-Length"), "{ended:?}");
}

/// Two folders, each with settings and a regioplan of its own under the same name; and a third that is opened later.
#[test]
fn each_folder_has_its_own_settings() {
    let top = folder("mappen");
    std::fs::remove_dir(top.join(".git")).unwrap();
    let rules = |demand: &str| {
        format!(
            "# Een proef.\nregioplan proef versie \"1\"\n  naam \"Proef\"\n  document \"Een verzonnen document\"\n  beoordeelt plannen van 1 januari 2026 tot en met 31 december 2026\n  jaren 1 tot en met 3\n  jaren tellen vanaf startkwartaal\n\ngegevens plan\n  veld doel: tekst\n\nregel doel-genoemd \"Het doel staat er\"\n  eis doel is {demand}\n  interpretatie \"Een proef.\"\n"
        )
    };
    let plan = "regioplan: proef\nstartkwartaal: 2026-Q1\njaar: 1\ningediend: 2026-03-01\npraktijk: {naam: X}\n";
    for (root, demand) in [("een", "ingevuld"), ("twee", "niet ingevuld"), ("drie", "ingevuld")] {
        let root = top.join(root);
        std::fs::create_dir_all(root.join("regels")).unwrap();
        std::fs::create_dir_all(root.join("plannen")).unwrap();
        std::fs::write(root.join("mtvp.toml"), "# Instellingen.\nregioplans = [\"regels\"]\n").unwrap();
        std::fs::write(root.join("regels/1.regioplan"), rules(demand)).unwrap();
    }
    let mut editor = Editor::start_in(&root(), &["utf-8"], "nl", &[&top.join("een"), &top.join("twee")]);
    let found = |editor: &mut Editor, root: &str| {
        let name = uri(&top.join(root).join("plannen/plan.yaml"));
        editor.open(&name, plan);
        let told = editor.diagnostics(&name, 1);
        told.as_array().unwrap().iter().any(|one| one["code"] == "doel-genoemd")
    };
    assert!(found(&mut editor, "een"));
    assert!(!found(&mut editor, "twee"));
    let folder = json!({ "uri": uri(&top.join("drie")), "name": "drie" });
    editor.tell("workspace/didChangeWorkspaceFolders", &json!({ "event": { "added": [folder], "removed": [] } }));
    assert!(found(&mut editor, "drie"));
    editor.close();
    std::fs::remove_dir_all(&top).unwrap();
}

/// An editor that can tell of files that change is asked to, for those on which a verdict rests.
#[test]
fn files_that_change_are_watched() {
    let mut editor = Editor::start_able(
        &root(),
        &["utf-8"],
        "nl",
        &[],
        &json!({
            "didChangeWatchedFiles": { "dynamicRegistration": true },
        }),
    );
    let asked = editor.receive();
    assert_eq!(asked["method"], "client/registerCapability");
    let one = &asked["params"]["registrations"][0];
    assert_eq!(one["method"], "workspace/didChangeWatchedFiles");
    assert_eq!(
        one["registerOptions"]["watchers"][0]["globPattern"],
        "**/{mtvp.toml,*.regioplan,*.bronnen,*.yaml,*.yml}"
    );
    editor.close();
}

/// What an editor still asks after its goodbye is refused, and the server ends well.
#[test]
fn what_is_asked_after_the_goodbye_is_refused() {
    let mut editor = Editor::start(&root(), &["utf-8"], "nl");
    let path = root().join("regioplans/eemland/2026-2027.regioplan");
    let name = uri(&path);
    // The server is still busy when the next messages come.
    editor.open(&name, &std::fs::read_to_string(path).unwrap());
    let goodbye = editor.request("shutdown", &Value::Null);
    let late = editor.request("textDocument/hover", &json!({}));
    editor.tell("exit", &Value::Null);
    assert!(editor.answer(goodbye).unwrap().is_null());
    assert_eq!(editor.answer(late).unwrap_err()["code"], -32600);
    assert!(editor.child.wait().expect("an end").success());
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

/// A waiver or a decision counts in an editor as it counts for `mtvp check`: not where another plan has the code.
#[test]
fn a_plan_with_the_code_of_another_is_told_in_an_editor() {
    let top = folder("dubbel");
    let text = |path: &str| std::fs::read_to_string(root().join(path)).unwrap();
    let plan = text("tests/cases/afwijkingen/geldig/plannen/plan.yaml");
    let waiver = text("tests/cases/afwijkingen/geldig/afwijkingen.yaml").replace("tot: 2025", "tot: 2099");
    for (name, text) in
        [("mtvp.toml", "waivers = \"w.yaml\"\n"), ("w.yaml", &waiver), ("a.yaml", &plan), ("b.yaml", &plan)]
    {
        std::fs::write(top.join(name), text).unwrap();
    }
    let codes = |told: &Value| -> Vec<bool> {
        let has = |code| told.as_array().unwrap().iter().any(|one| one["code"] == code && one["severity"] != 4);
        vec![has("dubbele-agb"), has("aw-jaar-3")]
    };
    let (a, b) = (uri(&top.join("a.yaml")), uri(&top.join("b.yaml")));
    // An editor is seldom started in the folder of the plan.
    let mut editor = Editor::start_in(&root(), &["utf-8"], "nl", &[&top]);
    editor.open(&a, &plan);
    assert_eq!(codes(&editor.diagnostics(&a, 1)), [true, true]);
    // What is open counts, and not what is on the disk.
    editor.told.clear();
    editor.open(&b, &plan.replace("agb: 01100124", "agb: 01100132"));
    assert_eq!(codes(&editor.diagnostics_since(&a)), [false, false]);
    let change = |text: &str, version: i64| json!({ "textDocument": { "uri": b, "version": version }, "contentChanges": [{ "text": text }] });
    editor.told.clear();
    editor.tell("textDocument/didChange", &change(&plan, 2));
    assert_eq!(codes(&editor.diagnostics_since(&a)), [true, true]);
    editor.told.clear();
    std::fs::remove_file(top.join("b.yaml")).unwrap();
    editor.tell("textDocument/didClose", &json!({ "textDocument": { "uri": b } }));
    editor.tell("textDocument/didSave", &json!({ "textDocument": { "uri": a } }));
    // What was told before the plan was gone is not waited for.
    while codes(&editor.diagnostics_since(&a)) != [false, false] {}
    editor.close();
    std::fs::remove_dir_all(&top).unwrap();
}

/// The colours of the extension for Visual Studio Code know each word of the language, and no other.
#[test]
fn the_extension_knows_the_words_of_the_language() {
    let text = std::fs::read_to_string(root().join("editors/vscode/syntaxes/regioplan.tmLanguage.json")).unwrap();
    let grammar: Value = serde_json::from_str(&text).unwrap();
    let pattern = grammar["repository"]["keyword"]["match"].as_str().unwrap();
    let words = pattern.split_once("(?:").unwrap().1.split_once(')').unwrap().0;
    let words: Vec<&str> = words.split('|').collect();
    let mut known = mtvp::syntax::keywords().to_vec();
    known.sort_unstable();
    assert_eq!(words, known);
}
