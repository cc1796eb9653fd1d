//! `mtvp lsp`: the language server. It speaks the Language Server Protocol over standard input and output.
//!
//! Input: messages of an editor. Output: answers, and what is wrong in the texts that are open. What is read of the disk goes
//! through the same fence as that of a check. Everything is answered in the order in which it was asked; what was cancelled
//! while it waited is not worked on, and running examples stops when it is cancelled.

mod abilities;
mod answers;
mod stream;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::io::IsTerminal as _;

use lsp_server::{Connection, ErrorCode, ExtractError, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{CodeLensRefresh, Initialize, RegisterCapability, Request as _, Shutdown};
use lsp_types::{InitializeParams, LogMessageParams, MessageType, PublishDiagnosticsParams, ShowMessageParams, Uri};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::Text;
use crate::editor::Encoding;
use crate::report::Catalog;
use crate::session::Stop;

use super::exit::Exit;
use super::workspace::Workspace;
use abilities::abilities;
use answers::{Refusal, params};
use stream::{UNREAD, Unread};

/// The files on which a verdict rests: settings, rules, plans, and what a region writes down about them.
const WATCHED: &str = "**/{mtvp.toml,*.regioplan,*.bronnen,*.yaml,*.yml}";

pub fn run(catalog: &Catalog) -> Result<Exit, Stop> {
    if std::io::stdin().is_terminal() {
        return Err(Stop::Said(Text::new("lsp-terminal"), Some(Text::new("lsp-terminal-help"))));
    }
    let help = || Some(Text::new("lsp-broken-help"));
    let broken = || Stop::Said(Text::new("lsp-broken"), help());
    let (connection, threads) = stream::stdio().map_err(|_| broken())?;
    let spoke = serve(&connection, catalog);
    drop(connection);
    threads.join().map_err(|why| Stop::Said(why, help()))?;
    spoke.ok_or_else(broken)
}

/// Speaks over a connection until the editor is done; tells whether it said goodbye as the protocol says.
#[must_use]
pub fn serve_editor(connection: &Connection, catalog: &Catalog) -> bool {
    serve(connection, catalog).is_some_and(|exit| exit == Exit::Clean)
}

/// Speaks until the editor is done; nothing when it spoke otherwise than the protocol says.
fn serve(connection: &Connection, catalog: &Catalog) -> Option<Exit> {
    let mut server = match Server::begin(connection, catalog)? {
        Ok(server) => server,
        Err(exit) => return Some(exit),
    };
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
        while let Some(message) = server.waiting.pop_front() {
            match message {
                Message::Request(request) if request.method == Shutdown::METHOD => {
                    server.send(Response::new_ok(request.id, Value::Null));
                    return server.end();
                }
                // While another was busy more may have come.
                Message::Request(request) if cancelled(&server.waiting).contains(&request.id) => {
                    server.refuse(request.id, &Refusal::cancelled());
                }
                Message::Request(request) => server.answer(request),
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
    /// Whether the editor tells of files that change when it is asked to.
    watches: bool,
    /// How many requests the server sent.
    asked: i32,
}

impl<'c> Server<'c> {
    /// Waits for an editor that says what it can do, and says what the server can; or how it ended before that.
    fn begin(connection: &'c Connection, catalog: &'c Catalog) -> Option<Result<Self, Exit>> {
        let workspace = Workspace::new(Encoding::default(), catalog);
        let waiting = VecDeque::new();
        let changed = BTreeMap::new();
        let mut server =
            Self { connection, catalog, workspace, changed, waiting, refreshes: false, watches: false, asked: 0 };
        loop {
            match connection.receiver.recv().ok()? {
                Message::Request(request) if request.method == Initialize::METHOD => {
                    let id = request.id.clone();
                    match params::<Initialize>(request) {
                        Ok(params) => {
                            server.meet(id, params);
                            return Some(Ok(server));
                        }
                        Err(refusal) => server.refuse(id, &refusal),
                    }
                }
                Message::Request(request) => {
                    let text = Text::new("lsp-first").with("method", request.method);
                    server.refuse(request.id, &Refusal { code: ErrorCode::ServerNotInitialized, text });
                }
                Message::Notification(one) if one.method == told::Exit::METHOD => return Some(Err(Exit::Failed)),
                Message::Notification(one) if one.method == UNREAD => server.hear(one),
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
    }

    fn meet(&mut self, id: RequestId, params: InitializeParams) {
        let roots = roots(&params);
        let client = params.capabilities;
        let workspace = client.workspace.unwrap_or_default();
        self.refreshes = workspace.code_lens.and_then(|lens| lens.refresh_support).unwrap_or_default();
        let watched = workspace.did_change_watched_files;
        self.watches = watched.and_then(|watched| watched.dynamic_registration).unwrap_or_default();
        let offered = client.general.and_then(|general| general.position_encodings).unwrap_or_default();
        let encoding = Encoding::of(&offered);
        self.workspace = Workspace::new(encoding, self.catalog);
        self.workspace.work_in(&roots, &[]);
        let server = serde_json::json!({
            "capabilities": abilities(encoding),
            "serverInfo": { "name": "mtvp", "version": env!("CARGO_PKG_VERSION") },
        });
        self.send(Response::new_ok(id, server));
    }

    /// After its goodbye an editor asks nothing any more.
    fn end(&mut self) -> Option<Exit> {
        loop {
            let waited = self.waiting.pop_front();
            match waited.or_else(|| self.connection.receiver.recv().ok())? {
                Message::Notification(one) if one.method == told::Exit::METHOD => return Some(Exit::Clean),
                Message::Request(request) => {
                    let text = Text::new("lsp-last").with("method", request.method);
                    self.refuse(request.id, &Refusal { code: ErrorCode::InvalidRequest, text });
                }
                Message::Notification(_) | Message::Response(_) => {}
            }
        }
    }

    fn send(&self, message: impl Into<Message>) {
        // An editor that hears nothing any more says so by closing: that ends the loop.
        self.connection.sender.send(message.into()).unwrap_or_default();
    }

    fn refuse(&self, id: RequestId, refusal: &Refusal) {
        self.send(Response::new_err(id, refusal.code as i32, self.catalog.say(&refusal.text)));
    }

    /// A message that cannot be read: the editor hears of it, and keeps it for who looks for what went wrong.
    fn pass_over(&self, unread: Unread) {
        let text = Text::new("lsp-unread").with("why", unread.why);
        match unread.id {
            Some(id) => self.refuse(id, &Refusal { code: ErrorCode::InvalidRequest, text }),
            None => self.log(&text),
        }
    }

    fn log(&self, text: &Text) {
        let params = LogMessageParams { typ: MessageType::ERROR, message: self.catalog.say(text) };
        self.send(Notification::new(told::LogMessage::METHOD.to_owned(), params));
    }

    /// What a notification says; of one that says nothing the editor hears why.
    fn read<N>(&self, one: Notification) -> Option<N::Params>
    where
        N: told::Notification,
        N::Params: DeserializeOwned,
    {
        match one.extract(N::METHOD) {
            Ok(params) => Some(params),
            Err(ExtractError::JsonError { method, error }) => {
                self.log(&Text::new("lsp-unread-params").with("method", method).with("why", error.to_string()));
                None
            }
            Err(ExtractError::MethodMismatch(_)) => None,
        }
    }

    /// Says something to the person.
    fn say(&self, message: String) {
        let params = ShowMessageParams { typ: MessageType::INFO, message };
        self.send(Notification::new(told::ShowMessage::METHOD.to_owned(), params));
    }

    /// What stands above lines is otherwise now.
    fn refresh(&mut self) {
        if self.refreshes {
            self.ask::<CodeLensRefresh>(Value::Null);
        }
    }

    /// Asks to be told of the files on which a verdict rests, when they change on the disk.
    fn watch(&mut self) {
        if self.watches {
            let watchers = serde_json::json!({ "watchers": [{ "globPattern": WATCHED }] });
            let method = told::DidChangeWatchedFiles::METHOD;
            let one = serde_json::json!({ "id": method, "method": method, "registerOptions": watchers });
            self.ask::<RegisterCapability>(serde_json::json!({ "registrations": [one] }));
        }
    }

    fn ask<R: lsp_types::request::Request>(&mut self, params: Value) {
        self.asked += 1;
        let id = RequestId::from(format!("mtvp-{}", self.asked));
        self.send(Request::new(id, R::METHOD.to_owned(), params));
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
            told::Initialized::METHOD => self.watch(),
            told::DidOpenTextDocument::METHOD => {
                if let Some(params) = self.read::<told::DidOpenTextDocument>(one) {
                    let document = params.text_document;
                    self.look_at_disk();
                    self.workspace.open(&document.uri, &document.language_id, document.version, document.text);
                    self.mark(document.uri);
                }
            }
            told::DidChangeTextDocument::METHOD => {
                if let Some(params) = self.read::<told::DidChangeTextDocument>(one) {
                    let document = params.text_document;
                    self.workspace.change(&document.uri, document.version, &params.content_changes);
                    self.mark(document.uri);
                }
            }
            told::DidCloseTextDocument::METHOD => {
                if let Some(params) = self.read::<told::DidCloseTextDocument>(one) {
                    let uri = params.text_document.uri;
                    // Without it, what rests on it rests on the disk again.
                    self.workspace.unsee(&uri);
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
                if let Some(params) = self.read::<told::DidChangeWorkspaceFolders>(one) {
                    let uris = |all: Vec<lsp_types::WorkspaceFolder>| -> Vec<Uri> {
                        all.into_iter().map(|folder| folder.uri).collect()
                    };
                    self.workspace.work_in(&uris(params.event.added), &uris(params.event.removed));
                    self.changed = self.workspace.all().map(|uri| (uri.as_str().to_owned(), uri.clone())).collect();
                }
            }
            told::DidSaveTextDocument::METHOD => {
                if let Some(params) = self.read::<told::DidSaveTextDocument>(one) {
                    let uri = params.text_document.uri;
                    self.look_again(std::slice::from_ref(&uri));
                    self.look_at_disk();
                    // The evidence that it names may have come.
                    self.workspace.unsee(&uri);
                    self.mark(uri);
                }
            }
            told::DidChangeWatchedFiles::METHOD => {
                if let Some(params) = self.read::<told::DidChangeWatchedFiles>(one) {
                    let files: Vec<Uri> = params.changes.into_iter().map(|change| change.uri).collect();
                    self.look_again(&files);
                }
            }
            UNREAD => {
                if let Ok(unread) = serde_json::from_value(one.params) {
                    self.pass_over(unread);
                }
            }
            _ => {}
        }
    }

    /// Files changed on the disk: settings, regioplannen and evidence may be among them.
    fn look_again(&mut self, files: &[Uri]) {
        if self.workspace.rests_on_any(files) {
            self.forget();
        }
    }

    /// Not every editor tells of what changed outside it: what was read is looked up again when somebody opens or saves a text.
    fn look_at_disk(&mut self) {
        if self.workspace.is_stale() {
            self.forget();
        }
        let plans = self.workspace.with_others();
        self.changed.extend(plans.into_iter().map(|other| (other.as_str().to_owned(), other)));
    }

    fn forget(&mut self) {
        self.workspace.forget();
        self.changed = self.workspace.all().map(|uri| (uri.as_str().to_owned(), uri.clone())).collect();
    }

    fn mark(&mut self, uri: Uri) {
        let resting = self.workspace.resting_on(&uri);
        self.changed.extend(resting.into_iter().map(|other| (other.as_str().to_owned(), other)));
        self.changed.insert(uri.as_str().to_owned(), uri);
    }
}
