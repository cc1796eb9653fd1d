//! `mtvp lsp`: the language server. It speaks the Language Server Protocol over standard input and output.
//!
//! Input: messages of an editor. Output: answers, and what is wrong in the texts that are open. What is read of the disk goes
//! through the same fence as that of a check. Everything is answered in the order in which it was asked; what was cancelled
//! while it waited is not worked on, and running examples stops when it is cancelled.

mod abilities;
mod answers;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::IsTerminal as _;

use lsp_server::{Connection, ErrorCode, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{CodeLensRefresh, Request as _};
use lsp_types::{InitializeParams, MessageType, PublishDiagnosticsParams, ShowMessageParams, Uri};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::Text;
use crate::editor::Encoding;
use crate::report::Catalog;
use crate::session::Stop;

use super::exit::Exit;
use super::workspace::Workspace;
use abilities::abilities;
use answers::Refusal;

pub fn run(catalog: &Catalog) -> Result<Exit, Stop> {
    if std::io::stdin().is_terminal() {
        return Err(Stop::Said(Text::new("lsp-terminal"), Some(Text::new("lsp-terminal-help"))));
    }
    let (connection, threads) = Connection::stdio();
    let spoke = serve(&connection, catalog);
    drop(connection);
    let closed = threads.join();
    match spoke {
        Some(exit) if closed.is_ok() => Ok(exit),
        Some(_) | None => Err(Stop::Said(Text::new("lsp-broken"), Some(Text::new("lsp-broken-help")))),
    }
}

/// Speaks until the editor is done; nothing when it spoke otherwise than the protocol says.
fn serve(connection: &Connection, catalog: &Catalog) -> Option<Exit> {
    let (id, params) = connection.initialize_start().ok()?;
    let params: InitializeParams = serde_json::from_value(params).ok()?;
    let roots = roots(&params);
    let client = params.capabilities;
    let refreshes = client.workspace.and_then(|workspace| workspace.code_lens?.refresh_support).unwrap_or_default();
    let offered = client.general.and_then(|general| general.position_encodings).unwrap_or_default();
    let encoding = Encoding::of(&offered);
    let server = serde_json::json!({
        "capabilities": abilities(encoding),
        "serverInfo": { "name": "mtvp", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, server).ok()?;
    let mut workspace = Workspace::new(encoding, catalog);
    workspace.work_in(&roots, &[]);
    let waiting = VecDeque::new();
    let mut server = Server { connection, catalog, workspace, changed: BTreeMap::new(), waiting, refreshes, asked: 0 };
    loop {
        // What waits is taken at once: of ten letters typed only the last text is looked at.
        if server.changed.is_empty() && server.waiting.is_empty() {
            server.waiting.push_back(connection.receiver.recv().ok()?);
        }
        server.waiting.extend(connection.receiver.try_iter());
        if server.waiting.is_empty() {
            server.tell();
            continue;
        }
        let cancelled = cancelled(&server.waiting);
        while let Some(message) = server.waiting.pop_front() {
            match message {
                Message::Request(request) => match connection.handle_shutdown(&request) {
                    Ok(true) => return Some(Exit::Clean),
                    Ok(false) if cancelled.contains(&request.id) => {
                        server.refuse(request.id, Refusal::of(ErrorCode::RequestCanceled));
                    }
                    Ok(false) => server.answer(request),
                    Err(_) => return None,
                },
                Message::Notification(notification) if notification.method == told::Exit::METHOD => {
                    return Some(Exit::Failed);
                }
                Message::Notification(notification) => server.hear(notification),
                Message::Response(_) => {}
            }
        }
    }
}

/// The folders that the editor has open; older editors know one.
#[expect(deprecated, reason = "older editors say their folder in no other way")]
fn roots(params: &InitializeParams) -> Vec<Uri> {
    let folders = params.workspace_folders.iter().flatten().map(|folder| folder.uri.clone());
    let found: Vec<Uri> = folders.collect();
    if found.is_empty() { params.root_uri.clone().into_iter().collect() } else { found }
}

fn cancelled<'m>(messages: impl IntoIterator<Item = &'m Message>) -> BTreeSet<RequestId> {
    let id = |message: &Message| match message {
        Message::Notification(one) if one.method == told::Cancel::METHOD => match one.params.get("id")? {
            Value::String(id) => Some(RequestId::from(id.clone())),
            Value::Number(id) => Some(RequestId::from(i32::try_from(id.as_i64()?).ok()?)),
            _ => None,
        },
        Message::Notification(_) | Message::Request(_) | Message::Response(_) => None,
    };
    messages.into_iter().filter_map(id).collect()
}

struct Server<'c> {
    connection: &'c Connection,
    catalog: &'c Catalog,
    workspace: Workspace<'c>,
    /// Texts that changed and were not looked at yet.
    changed: BTreeMap<String, Uri>,
    /// Messages that came and were not looked at yet.
    waiting: VecDeque<Message>,
    /// Whether the editor asks for what stands above lines again when it is told to.
    refreshes: bool,
    /// How many requests the server sent.
    asked: i32,
}

impl Server<'_> {
    fn send(&self, message: impl Into<Message>) {
        // An editor that hears nothing any more says so by closing: that ends the loop.
        self.connection.sender.send(message.into()).unwrap_or_default();
    }

    fn refuse(&self, id: RequestId, refusal: Refusal) {
        self.send(Response::new_err(id, refusal.code as i32, refusal.message));
    }

    /// Says something to the person.
    fn say(&self, message: String) {
        let params = ShowMessageParams { typ: MessageType::INFO, message };
        self.send(Notification::new(told::ShowMessage::METHOD.to_owned(), params));
    }

    /// What stands above lines is otherwise now.
    fn refresh(&mut self) {
        if self.refreshes {
            self.asked += 1;
            let id = RequestId::from(format!("mtvp-{}", self.asked));
            self.send(Request::new(id, CodeLensRefresh::METHOD.to_owned(), Value::Null));
        }
    }

    /// Tells what is wrong in one of the texts that changed.
    fn tell(&mut self) {
        let Some((_, uri)) = self.changed.pop_first() else { return };
        if let Some((version, diagnostics)) = self.workspace.diagnostics(&uri) {
            let params = PublishDiagnosticsParams { uri, diagnostics, version: Some(version) };
            self.send(Notification::new(told::PublishDiagnostics::METHOD.to_owned(), params));
        }
    }

    fn hear(&mut self, one: Notification) {
        match one.method.as_str() {
            told::DidOpenTextDocument::METHOD => {
                if let Some(params) = read::<told::DidOpenTextDocument>(one) {
                    let document = params.text_document;
                    self.workspace.open(&document.uri, document.version, document.text);
                    self.mark(document.uri);
                }
            }
            told::DidChangeTextDocument::METHOD => {
                if let Some(params) = read::<told::DidChangeTextDocument>(one) {
                    let document = params.text_document;
                    self.workspace.change(&document.uri, document.version, &params.content_changes);
                    self.mark(document.uri);
                }
            }
            told::DidCloseTextDocument::METHOD => {
                if let Some(params) = read::<told::DidCloseTextDocument>(one) {
                    let uri = params.text_document.uri;
                    // Without it, what rests on it rests on the disk again.
                    let resting = self.workspace.resting_on(&uri);
                    self.changed.extend(resting.into_iter().map(|other| (other.as_str().to_owned(), other)));
                    self.workspace.close(&uri);
                    self.changed.remove(uri.as_str());
                    // What was told of it goes with it.
                    let params = PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None };
                    self.send(Notification::new(told::PublishDiagnostics::METHOD.to_owned(), params));
                }
            }
            told::DidChangeWorkspaceFolders::METHOD => {
                if let Some(params) = read::<told::DidChangeWorkspaceFolders>(one) {
                    let uris = |all: Vec<lsp_types::WorkspaceFolder>| -> Vec<Uri> {
                        all.into_iter().map(|folder| folder.uri).collect()
                    };
                    self.workspace.work_in(&uris(params.event.added), &uris(params.event.removed));
                    self.changed = self.workspace.all().map(|uri| (uri.as_str().to_owned(), uri.clone())).collect();
                }
            }
            told::DidSaveTextDocument::METHOD | told::DidChangeWatchedFiles::METHOD => {
                // Settings, regioplannen and evidence may have changed with it.
                self.workspace.forget();
                self.changed = self.workspace.all().map(|uri| (uri.as_str().to_owned(), uri.clone())).collect();
            }
            _ => {}
        }
    }

    fn mark(&mut self, uri: Uri) {
        let resting = self.workspace.resting_on(&uri);
        self.changed.extend(resting.into_iter().map(|other| (other.as_str().to_owned(), other)));
        self.changed.insert(uri.as_str().to_owned(), uri);
    }
}

fn read<N>(one: Notification) -> Option<N::Params>
where
    N: told::Notification,
    N::Params: DeserializeOwned,
{
    one.extract(N::METHOD).ok()
}
