//! What the owner of a host wants the client's user asked before it runs: asked by elicitation, in the middle of the
//! call up to 2025-11-25, and from 2026-07-28 on by an answer with which the client calls again.

use rmcp::RoleServer;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, ElicitRequest, ElicitRequestParams, ElicitationAction, InputRequest,
    InputRequests, InputRequiredResult, ProtocolVersion,
};
use rmcp::service::RequestContext;
use serde_json::{Value, json};

use crate::wire::{Approval, Code, Fault};

/// The one question's name among the answers of a client that calls again.
const KEY: &str = "approval";

/// What came of a question to the user.
pub(super) enum Asked {
    /// Here is the answer: call again with it.
    Allowed(Approval),
    /// The client calls again, with the answer.
    Later(Box<CallToolResponse>),
}

/// The answer that a client brings with a call that it makes again; none with a first one.
pub(super) fn answered(request: &CallToolRequestParams) -> Result<Option<Approval>, Fault> {
    let Some(responses) = &request.input_responses else { return Ok(None) };
    let (Some(answer), Some(id)) = (responses.get(KEY), &request.request_state) else { return Ok(None) };
    let accepted = answer["action"] == "accept";
    approval(id, accepted, &answer["content"]).map(Some)
}

/// Asks the user what the fault wants asked. A client that cannot ask gets the fault itself.
pub(super) async fn ask(fault: Fault, operation: &str, context: &RequestContext<RoleServer>) -> Result<Asked, Fault> {
    let id = fault.details.get("approval").and_then(Value::as_str).unwrap_or_default().to_owned();
    if id.is_empty() || !asks(context) {
        return Err(fault);
    }
    let form = form(operation, &fault)?;
    if context.meta.protocol_version().is_some_and(|version| version >= ProtocolVersion::V_2026_07_28) {
        let request = InputRequest::Elicitation(ElicitRequest::new(form));
        let requests: InputRequests = [(KEY.to_owned(), request)].into_iter().collect();
        return Ok(Asked::Later(Box::new(InputRequiredResult::new(Some(requests), Some(id)).into())));
    }
    let answer = context.peer.create_elicitation(form).await;
    let answer = answer.map_err(|error| {
        let message = format!("the client could not ask its user: {error}; nothing ran");
        Fault::new(Code::PermissionDenied, message).detail("why", fault.details.get("why").cloned().unwrap_or_default())
    })?;
    let content = answer.content.unwrap_or_default();
    approval(&id, answer.action == ElicitationAction::Accept, &content).map(Asked::Allowed)
}

/// Whether the client shows its user a form. One that does not say which kinds it knows means this one.
fn asks(context: &RequestContext<RoleServer>) -> bool {
    let able = context.client_capabilities().and_then(|able| able.elicitation);
    able.is_some_and(|able| able.form.is_some() || able.url.is_none())
}

fn form(operation: &str, fault: &Fault) -> Result<ElicitRequestParams, Fault> {
    let fact = |name: &str| fault.details.get(name).and_then(Value::as_str).unwrap_or_default();
    let message = format!(
        "Allow `{operation}`? The owner of this 3D session wants you asked, because {}:\n\n{}",
        fact("why"),
        fact("summary")
    );
    let schema = json!({
        "type": "object",
        "properties": {
            "answer": {
                "type": "string",
                "title": "Answer",
                "enum": ["once", "session", "deny"],
                "enumNames": ["Allow once", "Allow for this session", "Deny"],
            },
        },
        "required": ["answer"],
    });
    let requested_schema =
        serde_json::from_value(schema).map_err(|error| Fault::new(Code::Internal, error.to_string()))?;
    Ok(ElicitRequestParams::FormElicitationParams { meta: None, message, requested_schema })
}

/// Only a clear yes is one.
fn approval(id: &str, accepted: bool, content: &Value) -> Result<Approval, Fault> {
    match content["answer"].as_str().filter(|_| accepted) {
        Some(answer @ ("once" | "session")) => Ok(Approval { id: id.to_owned(), session: answer == "session" }),
        _ => Err(Fault::new(Code::PermissionDenied, "the user denied it; nothing ran")
            .suggest("ask the user what may be done instead")),
    }
}
