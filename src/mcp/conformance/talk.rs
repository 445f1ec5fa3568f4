//! Tools that speak with the client before they answer.

use std::time::Duration;

use rmcp::model::CallToolRequestParams;
use rmcp::model::{
    ClientCapabilities, CreateMessageRequestParams, ElicitRequestParams, ElicitationSchema, LoggingLevel,
    ProgressNotificationParam, SamplingMessage, Tool,
};
use rmcp::service::{RequestContext, ServiceError};
use rmcp::{ErrorData, RoleServer};
use serde_json::{Value, json};
use tokio::time::sleep;

use super::{Answer, http, plain, said, tool};
use crate::backend::Backend;
use crate::mcp::Server;

/// Long enough for a client to tell one message from the next.
const PAUSE: Duration = Duration::from_millis(50);

pub(super) fn tools() -> Vec<Tool> {
    let text =
        |name: &str| json!({ "type": "object", "properties": { name: { "type": "string" } }, "required": [name] });
    vec![
        plain("test_tool_with_logging", "Tells three log messages."),
        plain("test_logging_tool", "Tells a log message to who wants to hear it."),
        plain("test_tool_with_progress", "Tells its progress."),
        tool("test_sampling", "Asks the client's model.", text("prompt")),
        tool("test_elicitation", "Asks the user.", text("message")),
        plain("test_elicitation_sep1034_defaults", "Asks the user, with defaults."),
        plain("test_elicitation_sep1330_enums", "Asks the user to choose."),
        plain("test_missing_capability", "Needs a client that samples."),
        plain("test_reconnection", "Cuts the stream before it answers."),
    ]
}

pub(super) async fn call<B: Backend>(
    server: &Server<B>,
    request: &CallToolRequestParams,
    context: &RequestContext<RoleServer>,
) -> Option<Answer> {
    let given = |name: &str| {
        let value = request.arguments.as_ref().and_then(|arguments| arguments.get(name));
        value.and_then(Value::as_str).unwrap_or_default()
    };
    Some(match request.name.as_ref() {
        "test_tool_with_logging" => {
            for text in ["Tool execution started", "Tool processing data", "Tool execution completed"] {
                server.log.tell(context, LoggingLevel::Info, json!(text)).await;
                sleep(PAUSE).await;
            }
            said("done")
        }
        "test_logging_tool" => {
            server.log.tell(context, LoggingLevel::Info, json!("called")).await;
            said("done")
        }
        "test_tool_with_progress" => progress(context).await,
        "test_sampling" => sample(context, given("prompt")).await,
        "test_elicitation" => elicit(context, given("message"), user()).await,
        "test_elicitation_sep1034_defaults" => elicit(context, "Please check these", defaults()).await,
        "test_elicitation_sep1330_enums" => elicit(context, "Please choose", choices()).await,
        "test_missing_capability" => match context.meta.client_capabilities().and_then(|able| able.sampling) {
            Some(_) => said("the client samples"),
            None => {
                let needed = ClientCapabilities::builder().enable_sampling().build();
                Err(ErrorData::missing_required_client_capability(needed))
            }
        },
        "test_reconnection" => {
            http::cut(context).await;
            sleep(PAUSE).await;
            said("the stream was cut and resumed")
        }
        _ => return None,
    })
}

async fn progress(context: &RequestContext<RoleServer>) -> Answer {
    for done in [0.0, 50.0, 100.0] {
        if let Some(token) = context.meta.get_progress_token() {
            let note = ProgressNotificationParam::new(token, done).with_total(100.0);
            context.peer.notify_progress(note).await.map_err(failed)?;
        }
        sleep(PAUSE).await;
    }
    said("done")
}

async fn sample(context: &RequestContext<RoleServer>, prompt: &str) -> Answer {
    let params = CreateMessageRequestParams::new(vec![SamplingMessage::user_text(prompt)], 100);
    let result = context.peer.create_message(params).await.map_err(failed)?;
    let text = result.message.content.first().and_then(|content| content.as_text()).map(|text| text.text.clone());
    said(format!("LLM response: {}", text.unwrap_or_default()))
}

async fn elicit(context: &RequestContext<RoleServer>, message: &str, schema: Value) -> Answer {
    let result = context.peer.create_elicitation(form(message, schema)).await.map_err(failed)?;
    said(format!("User response: action={}, content={}", json!(result.action), json!(result.content)))
}

/// A form to ask the user with.
pub(super) fn form(message: &str, schema: Value) -> ElicitRequestParams {
    let requested_schema = serde_json::from_value(schema).unwrap_or_else(|error| {
        tracing::error!(%error, "a fixture's form is wrong");
        ElicitationSchema::new(Default::default())
    });
    ElicitRequestParams::FormElicitationParams { meta: None, message: message.to_owned(), requested_schema }
}

fn failed(error: ServiceError) -> ErrorData {
    ErrorData::internal_error(error.to_string(), None)
}

fn user() -> Value {
    json!({
        "type": "object",
        "properties": {
            "username": { "type": "string", "description": "User's response" },
            "email": { "type": "string", "description": "User's email address" },
        },
        "required": ["username", "email"],
    })
}

fn defaults() -> Value {
    json!({
        "type": "object",
        "properties": {
            "name": { "type": "string", "default": "John Doe" },
            "age": { "type": "integer", "default": 30 },
            "score": { "type": "number", "default": 95.5 },
            "status": { "type": "string", "enum": ["active", "inactive", "pending"], "default": "active" },
            "verified": { "type": "boolean", "default": true },
        },
    })
}

fn choices() -> Value {
    let titled = |word: &str| {
        let option = |index: usize, number: &str| json!({ "const": format!("value{index}"), "title": format!("{number} {word}") });
        json!([option(1, "First"), option(2, "Second"), option(3, "Third")])
    };
    let plain = json!(["option1", "option2", "option3"]);
    json!({
        "type": "object",
        "properties": {
            "untitledSingle": { "type": "string", "enum": plain },
            "titledSingle": { "type": "string", "oneOf": titled("Option") },
            "legacyEnum": {
                "type": "string",
                "enum": ["opt1", "opt2", "opt3"],
                "enumNames": ["Option One", "Option Two", "Option Three"],
            },
            "untitledMulti": { "type": "array", "items": { "type": "string", "enum": plain } },
            "titledMulti": { "type": "array", "items": { "anyOf": titled("Choice") } },
        },
    })
}
