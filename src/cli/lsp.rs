//! `mtvp lsp`: the language server. It speaks the Language Server Protocol over standard input and output.
//!
//! Input: messages of an editor. Output: answers, and what is wrong in the texts that are open. What is read of the disk goes
//! through the same fence as that of a check. Everything is answered in the order in which it was asked; what was cancelled
//! while it waited is not worked on.

use std::collections::{BTreeMap, BTreeSet};
use std::io::IsTerminal as _;

use lsp_server::{Connection, ErrorCode, ExtractError, Message, Notification, Request, RequestId, Response};
use lsp_types::notification::{self as told, Notification as _};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    CodeActionKind, CodeActionOptions, CodeActionOrCommand, CodeActionProviderCapability, CompletionOptions,
    CompletionResponse, DocumentSymbolResponse, FoldingRangeProviderCapability, GotoDefinitionResponse,
    HoverProviderCapability, InitializeParams, OneOf, PublishDiagnosticsParams, SaveOptions, ServerCapabilities,
    TextDocumentSyncCapability, TextDocumentSyncKind, TextDocumentSyncOptions, TextDocumentSyncSaveOptions, Uri,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::diagnostic::Text;
use crate::editor::Encoding;
use crate::report::Catalog;
use crate::session::Stop;

use super::exit::Exit;
use super::workspace::Workspace;

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
    let offered = params.capabilities.general.and_then(|general| general.position_encodings).unwrap_or_default();
    let encoding = Encoding::of(&offered);
    let server = serde_json::json!({
        "capabilities": capabilities(encoding),
        "serverInfo": { "name": "mtvp", "version": env!("CARGO_PKG_VERSION") },
    });
    connection.initialize_finish(id, server).ok()?;
    let mut server = Server { connection, workspace: Workspace::new(encoding, catalog), changed: BTreeMap::new() };
    loop {
        // What waits is taken at once: of ten letters typed only the last text is looked at.
        let mut waiting = Vec::new();
        if server.changed.is_empty() {
            waiting.push(connection.receiver.recv().ok()?);
        }
        waiting.extend(connection.receiver.try_iter());
        if waiting.is_empty() {
            server.tell();
            continue;
        }
        let cancelled = cancelled(&waiting);
        for message in waiting {
            match message {
                Message::Request(request) => match connection.handle_shutdown(&request) {
                    Ok(true) => return Some(Exit::Clean),
                    Ok(false) if cancelled.contains(&request.id) => {
                        server.refuse(request.id, ErrorCode::RequestCanceled);
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

fn cancelled(messages: &[Message]) -> BTreeSet<RequestId> {
    let id = |message: &Message| match message {
        Message::Notification(one) if one.method == told::Cancel::METHOD => match one.params.get("id")? {
            Value::String(id) => Some(RequestId::from(id.clone())),
            Value::Number(id) => Some(RequestId::from(i32::try_from(id.as_i64()?).ok()?)),
            _ => None,
        },
        Message::Notification(_) | Message::Request(_) | Message::Response(_) => None,
    };
    messages.iter().filter_map(id).collect()
}

fn capabilities(encoding: Encoding) -> ServerCapabilities {
    ServerCapabilities {
        position_encoding: Some(encoding.kind()),
        text_document_sync: Some(TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(TextDocumentSyncKind::INCREMENTAL),
            save: Some(TextDocumentSyncSaveOptions::SaveOptions(SaveOptions { include_text: Some(false) })),
            ..TextDocumentSyncOptions::default()
        })),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            trigger_characters: Some([" ", ":"].map(str::to_owned).into()),
            ..CompletionOptions::default()
        }),
        definition_provider: Some(OneOf::Left(true)),
        document_symbol_provider: Some(OneOf::Left(true)),
        folding_range_provider: Some(FoldingRangeProviderCapability::Simple(true)),
        document_formatting_provider: Some(OneOf::Left(true)),
        code_action_provider: Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]),
            ..CodeActionOptions::default()
        })),
        ..ServerCapabilities::default()
    }
}

struct Server<'c> {
    connection: &'c Connection,
    workspace: Workspace<'c>,
    /// Texts that changed and were not looked at yet.
    changed: BTreeMap<String, Uri>,
}

impl Server<'_> {
    fn send(&self, message: impl Into<Message>) {
        // An editor that hears nothing any more says so by closing: that ends the loop.
        self.connection.sender.send(message.into()).unwrap_or_default();
    }

    fn refuse(&self, id: RequestId, code: ErrorCode) {
        self.send(Response::new_err(id, code as i32, String::new()));
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
                    self.workspace.close(&uri);
                    self.changed.remove(uri.as_str());
                    // What was told of it goes with it.
                    let params = PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version: None };
                    self.send(Notification::new(told::PublishDiagnostics::METHOD.to_owned(), params));
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
        if let Some(other) = self.workspace.beside(&uri) {
            self.changed.insert(other.as_str().to_owned(), other);
        }
        self.changed.insert(uri.as_str().to_owned(), uri);
    }

    fn answer(&mut self, request: Request) {
        let id = request.id.clone();
        let workspace = &mut self.workspace;
        let answered = match request.method.as_str() {
            asked::HoverRequest::METHOD => with::<asked::HoverRequest>(request, |params| {
                let at = params.text_document_position_params;
                workspace.hover(&at.text_document.uri, at.position)
            }),
            asked::Completion::METHOD => with::<asked::Completion>(request, |params| {
                let at = params.text_document_position;
                workspace.complete(&at.text_document.uri, at.position).map(CompletionResponse::Array)
            }),
            asked::GotoDefinition::METHOD => with::<asked::GotoDefinition>(request, |params| {
                let at = params.text_document_position_params;
                workspace.defined(&at.text_document.uri, at.position).map(GotoDefinitionResponse::Scalar)
            }),
            asked::DocumentSymbolRequest::METHOD => with::<asked::DocumentSymbolRequest>(request, |params| {
                workspace.symbols(&params.text_document.uri).map(DocumentSymbolResponse::Nested)
            }),
            asked::FoldingRangeRequest::METHOD => {
                with::<asked::FoldingRangeRequest>(request, |params| workspace.folds(&params.text_document.uri))
            }
            asked::Formatting::METHOD => {
                with::<asked::Formatting>(request, |params| workspace.formatted(&params.text_document.uri))
            }
            asked::CodeActionRequest::METHOD => with::<asked::CodeActionRequest>(request, |params| {
                let actions = workspace.actions(&params.text_document.uri, params.range)?;
                Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
            }),
            _ => Err(ErrorCode::MethodNotFound),
        };
        match answered {
            Ok(value) => self.send(Response { id, result: Some(value), error: None }),
            Err(code) => self.refuse(id, code),
        }
    }
}

fn read<N>(one: Notification) -> Option<N::Params>
where
    N: told::Notification,
    N::Params: DeserializeOwned,
{
    one.extract(N::METHOD).ok()
}

/// The answer to a request as JSON.
fn with<R>(request: Request, answer: impl FnOnce(R::Params) -> R::Result) -> Result<Value, ErrorCode>
where
    R: asked::Request,
{
    let (_, params) = request.extract(R::METHOD).map_err(|wrong| match wrong {
        ExtractError::MethodMismatch(_) => ErrorCode::MethodNotFound,
        ExtractError::JsonError { .. } => ErrorCode::InvalidParams,
    })?;
    serde_json::to_value(answer(params)).map_err(|_| ErrorCode::InternalError)
}
