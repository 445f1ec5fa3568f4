//! What the protocol's conformance suite (`@modelcontextprotocol/conformance`) expects to find on a server: tools,
//! prompts and resources of given names that do given things. They stand in the tables of the production handler and
//! are reached through its transport and middleware. Compiled only with the feature `conformance`, served only by
//! `scenewire gateway --conformance`.
// What the suite tests of older protocols is deprecated in the newest one.
#![allow(deprecated)]

mod content;
mod http;
mod jobs;
mod prompts;
mod resources;
mod rounds;
mod seal;
mod talk;

use std::sync::Arc;

use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, DetailedTask, GetPromptRequestParams,
    GetPromptResponse, JsonObject, Prompt, ReadResourceResult, Resource, ResourceTemplate, Tool, UpdateTaskParams,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer};
use serde_json::{Value, json};

use super::Server;
use crate::backend::Backend;

pub(super) use http::with_sessions;
use jobs::Jobs;
use seal::Seal;

/// A red pixel.
const PNG: &str = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

type Answer = Result<CallToolResponse, ErrorData>;

/// The suite's expectations, the key of what it is given to carry from one round to the next, and its tasks.
#[derive(Clone, Debug, Default)]
pub(super) struct Fixtures {
    seal: Arc<Seal>,
    jobs: Jobs,
}

impl Fixtures {
    /// Tools, listed after our own.
    pub(super) fn tools() -> Vec<Tool> {
        [content::tools(), talk::tools(), rounds::tools(), jobs::tools()].concat()
    }

    /// The call of a tool of the suite; none for all others.
    pub(super) async fn call<B: Backend>(
        &self,
        server: &Server<B>,
        request: &CallToolRequestParams,
        context: &RequestContext<RoleServer>,
    ) -> Option<Answer> {
        if let Some(answer) = content::call(&request.name) {
            return Some(answer);
        }
        if let Some(answer) = rounds::call(&self.seal, request, context) {
            return Some(answer);
        }
        if let Some(answer) = self.jobs.call(request, context).await {
            return Some(answer);
        }
        talk::call(server, request, context).await
    }

    /// A task of the suite; none for all others.
    pub(super) fn task(&self, id: &str) -> Option<DetailedTask> {
        self.jobs.tasks.get_task(id).ok()
    }

    /// Gives a task of the suite what it waits for; false for all others.
    pub(super) fn answer_task(&self, answers: &UpdateTaskParams) -> bool {
        self.jobs.tasks.update_task(&answers.task_id, answers.input_responses.clone()).is_ok()
    }

    /// Ends a task of the suite; false for all others.
    pub(super) fn cancel_task(&self, id: &str) -> bool {
        self.jobs.tasks.cancel_task(id).is_ok()
    }

    /// Prompts, listed before our own.
    pub(super) fn prompts(fixtures: Option<&Self>) -> impl Iterator<Item = Prompt> + use<> {
        fixtures.map(|_| prompts::list()).into_iter().flatten()
    }

    /// A prompt of the suite; none for all others.
    pub(super) fn prompt(&self, request: &GetPromptRequestParams) -> Option<Result<GetPromptResponse, ErrorData>> {
        prompts::prompt(request)
    }

    /// Resources, listed before our own.
    pub(super) fn resources(fixtures: Option<&Self>) -> impl Iterator<Item = Resource> + use<> {
        fixtures.map(|_| resources::list()).into_iter().flatten()
    }

    /// Patterns of addresses, listed before our own.
    pub(super) fn templates(fixtures: Option<&Self>) -> impl Iterator<Item = ResourceTemplate> + use<> {
        fixtures.map(|_| resources::templates()).into_iter().flatten()
    }

    /// A resource of the suite; none for all others.
    pub(super) fn read(&self, uri: &str) -> Option<ReadResourceResult> {
        resources::read(uri)
    }

    /// Whether an address may be subscribed to without anything ever happening there.
    pub(super) fn never_changes(&self, uri: &str) -> bool {
        uri == "test://watched-resource" || resources::read(uri).is_some()
    }
}

/// A tool without arguments.
fn plain(name: &'static str, doc: &'static str) -> Tool {
    tool(name, doc, json!({ "type": "object", "properties": {} }))
}

fn tool(name: &'static str, doc: &'static str, schema: Value) -> Tool {
    Tool::new(name, doc, object(schema))
}

fn object(value: Value) -> JsonObject {
    value.as_object().cloned().unwrap_or_default()
}

fn said(text: impl Into<String>) -> Answer {
    Ok(CallToolResult::success(vec![ContentBlock::text(text)]).into())
}
