//! Texts while somebody writes them: every begin of each regioplan, register and example plan, and each with one sign left out. The
//! language server, here within the test, answers whatever is asked of them.

use std::path::PathBuf;
use std::thread;

use lsp_server::{Connection, Message, Notification, Request, RequestId};
use mtvp::cli::serve_editor;
use mtvp::report::{Catalog, Lang};
use serde_json::{Value, json};

use crate::support::{every, files, name, root};

struct Half {
    connection: Connection,
    server: Option<thread::JoinHandle<bool>>,
    number: i32,
    version: i32,
    /// What is being tried, for who reads that the server stopped.
    what: String,
}

impl Half {
    fn start() -> Self {
        let (client, server) = Connection::memory();
        let server = thread::spawn(move || serve_editor(&server, &Catalog::new(Lang::Dutch)));
        let mut half = Self { connection: client, server: Some(server), number: 0, version: 0, what: String::new() };
        half.ask("initialize", json!({ "capabilities": { "general": { "positionEncodings": ["utf-8"] } } }));
        half.tell("initialized", json!({}));
        half
    }

    fn tell(&self, method: &str, params: Value) {
        let message = Message::Notification(Notification::new(method.to_owned(), params));
        assert!(self.connection.sender.send(message).is_ok(), "the server stopped at {}", self.what);
    }

    /// Asks, and waits for the answer; a refusal is an answer as well.
    fn ask(&mut self, method: &str, params: Value) {
        self.number += 1;
        let id = RequestId::from(self.number);
        let request = Message::Request(Request::new(id.clone(), method.to_owned(), params));
        assert!(self.connection.sender.send(request).is_ok(), "the server stopped at {}", self.what);
        loop {
            match self.connection.receiver.recv() {
                Ok(Message::Response(answer)) if answer.id == id => return,
                Ok(_) => {}
                Err(error) => panic!("the server stopped at {} ({method}): {error}", self.what),
            }
        }
    }

    fn attempt(&mut self, uri: &str, text: &str, at: usize) {
        self.version += 1;
        let document = json!({ "uri": uri });
        let changed = json!({ "uri": uri, "version": self.version });
        self.tell("textDocument/didChange", json!({ "textDocument": changed, "contentChanges": [{ "text": text }] }));
        let line = text[..at].matches('\n').count();
        let place = json!({ "line": line, "character": at - text[..at].rfind('\n').map_or(0, |at| at + 1) });
        let range = json!({ "start": place, "end": place });
        let here = json!({ "textDocument": document, "position": place });
        for method in ["hover", "completion", "definition", "prepareRename"] {
            self.ask(&format!("textDocument/{method}"), here.clone());
        }
        let with = |more: Value| {
            let mut params = here.clone();
            params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            params
        };
        self.ask("textDocument/references", with(json!({ "context": { "includeDeclaration": true } })));
        self.ask("textDocument/codeAction", with(json!({ "range": range, "context": { "diagnostics": [] } })));
        self.ask("textDocument/inlayHint", with(json!({ "range": range })));
        for method in ["documentSymbol", "foldingRange", "semanticTokens/full", "codeLens"] {
            self.ask(&format!("textDocument/{method}"), json!({ "textDocument": document }));
        }
    }

    fn close(mut self) {
        self.ask("shutdown", Value::Null);
        self.tell("exit", Value::Null);
        assert!(self.server.take().unwrap().join().expect("no panic"));
    }
}

/// Tries the texts of these files, at one sign of so many.
fn tries(paths: impl Iterator<Item = PathBuf>, every: usize) {
    let mut half = Half::start();
    let mut seen = 0;
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let here: Vec<usize> = places.iter().copied().filter(|at| (seen + at) % every == 0).collect();
        seen += text.len();
        if here.is_empty() {
            continue;
        }
        let uri = format!("file://{}", path.display());
        let document = json!({ "uri": uri, "languageId": "regioplan", "version": 0, "text": text });
        half.tell("textDocument/didOpen", json!({ "textDocument": document }));
        for at in here {
            half.what = format!("{}, byte {at}", name(&path).strip_prefix(&name(&root())).unwrap_or(&name(&path)));
            half.attempt(&uri, &text[..at], at);
            let without: String = text.char_indices().filter(|(index, _)| *index != at).map(|(_, c)| c).collect();
            half.attempt(&uri, &without, at);
        }
        half.tell("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    }
    half.close();
}

#[test]
fn no_half_regioplan_stops_the_server() {
    let folders = ["regioplans", "examples"].into_iter();
    tries(folders.flat_map(|folder| files(folder, &["regioplan", "bronnen"])), every(50_021));
}

/// Of a plan more is looked at than of a regioplan: it is read faster.
#[test]
fn no_half_plan_stops_the_server() {
    tries(files("examples", &["yaml"]).into_iter().chain(files("regioplans", &["yaml"])), every(40_009));
}
