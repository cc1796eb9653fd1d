//! The answers of the language server: each request of the protocol -> what the workspace says, as JSON.

use lsp_server::{ErrorCode, ExtractError, Message, Request, Response};
use lsp_types::request::{self as asked, Request as _};
use lsp_types::{
    CodeActionOrCommand, CompletionResponse, DocumentSymbolResponse, GotoDefinitionResponse, PrepareRenameResponse,
    SemanticTokens, SemanticTokensResult, Uri,
};
use serde_json::{Value, json};

use crate::diagnostic::Text;
use crate::editor::RUN_EXAMPLES;
use crate::session::Stop;

use super::super::workspace::Workspace;
use super::{Server, cancelled};

/// Why a request gets no answer.
pub struct Refusal {
    pub code: ErrorCode,
    pub text: Text,
}

impl Refusal {
    pub fn cancelled() -> Self {
        Self { code: ErrorCode::RequestCanceled, text: Text::new("lsp-cancelled") }
    }

    fn unknown(method: String) -> Self {
        Self { code: ErrorCode::MethodNotFound, text: Text::new("lsp-unknown").with("method", method) }
    }

    fn unread(method: String, why: String) -> Self {
        let text = Text::new("lsp-unread-params").with("method", method).with("why", why);
        Self { code: ErrorCode::InvalidParams, text }
    }

    /// Told to the person.
    fn said(text: Text) -> Self {
        Self { code: ErrorCode::RequestFailed, text }
    }
}

impl Server<'_> {
    pub(super) fn answer(&mut self, request: Request) {
        let id = request.id.clone();
        let answered = if request.method == asked::ExecuteCommand::METHOD {
            self.run(request)
        } else {
            about_place(&mut self.workspace, request)
        };
        match answered {
            Ok(value) => self.send(Response { id, result: Some(value), error: None }),
            Err(refusal) => self.refuse(id, &refusal),
        }
    }

    /// Runs the examples of a regioplan, or those of one of its rules.
    fn run(&mut self, request: Request) -> Result<Value, Refusal> {
        let id = request.id.clone();
        let params = params::<asked::ExecuteCommand>(request)?;
        let text = |number: usize| params.arguments.get(number).and_then(Value::as_str);
        let uri = text(0).and_then(|uri| uri.parse::<Uri>().ok()).filter(|_| params.command == RUN_EXAMPLES);
        let uri = uri.ok_or_else(|| Refusal::unknown(params.command.clone()))?;
        let (connection, waiting) = (self.connection, &mut self.waiting);
        let mut stopped = false;
        let mut waits = || {
            let come: Vec<Message> = connection.receiver.try_iter().collect();
            stopped |= cancelled(&come).contains(&id);
            waiting.extend(come);
            !stopped
        };
        let ran = self.workspace.run_examples(&uri, text(1), &mut waits);
        if stopped {
            return Err(Refusal::cancelled());
        }
        match ran {
            Ok(Some(ran)) => {
                self.say(ran.text.clone());
                self.refresh();
                Ok(json!(ran))
            }
            Ok(None) => Ok(Value::Null),
            Err(Stop::Said(text, _)) => Err(Refusal::said(text)),
            Err(Stop::Broken(_)) => Err(Refusal::said(Text::new("editor-examples-broken"))),
        }
    }
}

/// What is asked of a text.
fn about_place(workspace: &mut Workspace<'_>, request: Request) -> Result<Value, Refusal> {
    match request.method.as_str() {
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
        asked::References::METHOD => with::<asked::References>(request, |params| {
            let at = params.text_document_position;
            workspace.references(&at.text_document.uri, at.position, params.context.include_declaration)
        }),
        asked::PrepareRenameRequest::METHOD => {
            let at = params::<asked::PrepareRenameRequest>(request)?;
            let can: Result<PrepareRenameResponse, Text> = workspace.can_rename(&at.text_document.uri, at.position);
            can.map(|range| json!(range)).map_err(Refusal::said)
        }
        asked::Rename::METHOD => {
            let params = params::<asked::Rename>(request)?;
            let at = params.text_document_position;
            let edit = workspace.rename(&at.text_document.uri, at.position, &params.new_name);
            edit.map(|edit| json!(edit)).map_err(Refusal::said)
        }
        _ => about_text(workspace, request),
    }
}

fn about_text(workspace: &mut Workspace<'_>, request: Request) -> Result<Value, Refusal> {
    match request.method.as_str() {
        asked::DocumentSymbolRequest::METHOD => with::<asked::DocumentSymbolRequest>(request, |params| {
            workspace.symbols(&params.text_document.uri).map(DocumentSymbolResponse::Nested)
        }),
        asked::FoldingRangeRequest::METHOD => {
            with::<asked::FoldingRangeRequest>(request, |params| workspace.folds(&params.text_document.uri))
        }
        asked::Formatting::METHOD => {
            with::<asked::Formatting>(request, |params| workspace.formatted(&params.text_document.uri))
        }
        asked::SemanticTokensFullRequest::METHOD => with::<asked::SemanticTokensFullRequest>(request, |params| {
            let data = workspace.tokens(&params.text_document.uri)?;
            Some(SemanticTokensResult::Tokens(SemanticTokens { result_id: None, data }))
        }),
        asked::CodeLensRequest::METHOD => {
            with::<asked::CodeLensRequest>(request, |params| workspace.lenses(&params.text_document.uri))
        }
        asked::InlayHintRequest::METHOD => {
            with::<asked::InlayHintRequest>(request, |params| workspace.hints(&params.text_document.uri, params.range))
        }
        asked::CodeActionRequest::METHOD => with::<asked::CodeActionRequest>(request, |params| {
            let actions = workspace.actions(&params.text_document.uri, params.range)?;
            Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
        }),
        _ => Err(Refusal::unknown(request.method)),
    }
}

/// What a request says of what it asks.
pub fn params<R: asked::Request>(request: Request) -> Result<R::Params, Refusal> {
    let found = request.extract(R::METHOD).map(|(_, params)| params);
    found.map_err(|wrong| match wrong {
        ExtractError::MethodMismatch(request) => Refusal::unknown(request.method),
        ExtractError::JsonError { method, error } => Refusal::unread(method, error.to_string()),
    })
}

/// The answer to a request as JSON.
fn with<R: asked::Request>(request: Request, answer: impl FnOnce(R::Params) -> R::Result) -> Result<Value, Refusal> {
    let answered = serde_json::to_value(answer(params::<R>(request)?));
    answered.map_err(|error| Refusal::unread(R::METHOD.to_owned(), error.to_string()))
}
