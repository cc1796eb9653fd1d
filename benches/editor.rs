//! How long the language server takes from a key to what it finds: in a plan of 2 KB, and in the longest regioplan.
//!
//! Run by hand: `cargo bench --bench editor`. The server runs within the benchmark; each round changes one sign and waits for what is
//! told of the new text. To reach: 30 ms for the plan, 100 ms for the regioplan.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::thread;

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use mtvp::cli::serve_editor;
use mtvp::report::{Catalog, Lang};
use serde_json::{Value, json};

fn main() {
    for path in [plan(), longest()] {
        println!("{}: {} bytes", path.display(), std::fs::metadata(&path).unwrap().len());
    }
    divan::main();
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn plan() -> PathBuf {
    root().join("examples/plannen/de-linde.yaml")
}

/// The longest regioplan of the repository.
fn longest() -> PathBuf {
    let folders = std::fs::read_dir(root().join("regioplans")).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.filter(|path| path.is_dir()).flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let files = files.map(|entry| entry.unwrap().path());
    let rules = files.filter(|path| path.extension().is_some_and(|end| end == "regioplan"));
    rules.max_by_key(|path| path.metadata().unwrap().len()).unwrap()
}

/// An editor with one text open.
struct Editor {
    connection: Connection,
    uri: String,
    version: i64,
}

impl Editor {
    fn open(path: &Path) -> Self {
        let (client, server) = Connection::memory();
        thread::spawn(move || serve_editor(&server, &Catalog::new(Lang::Dutch)));
        let text = std::fs::read_to_string(path).unwrap();
        let mut editor = Self { connection: client, uri: format!("file://{}", path.display()), version: 1 };
        let start = Request::new(RequestId::from(0), "initialize".to_owned(), json!({ "capabilities": {} }));
        editor.send(Message::Request(start));
        editor.connection.receiver.recv().unwrap();
        editor.tell("initialized", json!({}));
        let document = json!({ "uri": editor.uri, "languageId": "x", "version": 1, "text": text });
        editor.tell("textDocument/didOpen", json!({ "textDocument": document }));
        editor.wait();
        editor
    }

    fn send(&self, message: Message) {
        self.connection.sender.send(message).unwrap();
    }

    fn tell(&self, method: &str, params: Value) {
        self.send(Message::Notification(Notification::new(method.to_owned(), params)));
    }

    /// Waits for what is told of the newest text.
    fn wait(&mut self) {
        loop {
            match self.connection.receiver.recv().unwrap() {
                Message::Notification(told) if told.params["version"] == self.version => return,
                Message::Notification(_) | Message::Request(_) | Message::Response(_) => {}
            }
        }
    }

    /// Types a sign in the first line, or takes it away again.
    fn key(&mut self) {
        self.version += 1;
        let at = |character: u32| json!({ "line": 0, "character": character });
        let (end, text) = if self.version % 2 == 0 { (2, "x") } else { (3, "") };
        let change = json!({ "range": { "start": at(2), "end": at(end) }, "text": text });
        let document = json!({ "uri": self.uri, "version": self.version });
        self.tell("textDocument/didChange", json!({ "textDocument": document, "contentChanges": [change] }));
        self.wait();
    }
}

#[divan::bench]
fn a_key_in_a_plan_of_2_kb(bencher: divan::Bencher<'_, '_>) {
    let mut editor = Editor::open(&plan());
    bencher.bench_local(|| editor.key());
}

#[divan::bench]
fn a_key_in_the_longest_regioplan(bencher: divan::Bencher<'_, '_>) {
    let mut editor = Editor::open(&longest());
    bencher.bench_local(|| editor.key());
}
