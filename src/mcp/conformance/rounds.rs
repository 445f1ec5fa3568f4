//! Tools that need something of the client first, asked for in the answer itself (from 2026-07-28).

use rmcp::model::{
    CallToolRequestParams, CreateMessageRequest, CreateMessageRequestParams, ElicitRequest, InputRequest,
    InputRequests, InputRequiredResult, InputResponses, ListRootsRequest, SamplingMessage, Tool,
};
use rmcp::service::RequestContext;
use rmcp::{ErrorData, RoleServer};
use serde_json::{Value, json};

use super::seal::Seal;
use super::{Answer, plain, said};

const PREFIX: &str = "test_input_required_result_";
const NAMES: &[&str] = &[
    "test_input_required_result_elicitation",
    "test_input_required_result_sampling",
    "test_input_required_result_list_roots",
    "test_input_required_result_request_state",
    "test_input_required_result_tampered_state",
    "test_input_required_result_multiple_inputs",
    "test_input_required_result_multi_round",
    "test_input_required_result_capabilities",
    "test_streaming_elicitation",
];

pub(super) fn tools() -> Vec<Tool> {
    NAMES.iter().map(|name| plain(name, "Asks the client for something first.")).collect()
}

pub(super) fn call(
    seal: &Seal,
    request: &CallToolRequestParams,
    context: &RequestContext<RoleServer>,
) -> Option<Answer> {
    let given = |key: &str| response(request.input_responses.as_ref(), key);
    let name = request.name.as_ref();
    Some(match name.strip_prefix(PREFIX).unwrap_or(name) {
        "elicitation" => match given("user_name") {
            Some(response) => said(format!("Hello, {}!", response["content"]["name"])),
            None => ask([("user_name", user_name())], None),
        },
        "sampling" => match given("capital_question") {
            Some(response) => said(response["content"]["text"].to_string()),
            None => ask([("capital_question", sampling("What is the capital of France?", 100))], None),
        },
        "list_roots" => match given("client_roots") {
            Some(response) => said(response["roots"].to_string()),
            None => ask([("client_roots", roots())], None),
        },
        "request_state" | "tampered_state" => confirmed(seal, request, given("confirm").is_some()),
        "multiple_inputs" => all_inputs(seal, request),
        "multi_round" => next_round(seal, request),
        "capabilities" => within_capabilities(request, context),
        "test_streaming_elicitation" => {
            ask([("value", question("Which value?", json!({ "type": "string" }), "value"))], None)
        }
        _ => return None,
    })
}

/// What the client answered under this key. What is no object is no answer.
pub(super) fn response<'a>(responses: Option<&'a InputResponses>, key: &str) -> Option<&'a Value> {
    responses?.get(key).filter(|response| response.is_object())
}

/// A form with one field.
pub(super) fn question(message: &str, field: Value, name: &str) -> InputRequest {
    let schema = json!({ "type": "object", "properties": { name: field }, "required": [name] });
    let params = super::talk::form(message, schema);
    InputRequest::Elicitation(ElicitRequest::new(params))
}

fn user_name() -> InputRequest {
    question("What is your name?", json!({ "type": "string" }), "name")
}

fn sampling(prompt: &str, tokens: u32) -> InputRequest {
    let params = CreateMessageRequestParams::new(vec![SamplingMessage::user_text(prompt)], tokens);
    InputRequest::CreateMessage(CreateMessageRequest::new(params))
}

fn roots() -> InputRequest {
    InputRequest::ListRoots(ListRootsRequest::default())
}

fn ask<const N: usize>(requests: [(&str, InputRequest); N], state: Option<String>) -> Answer {
    let requests: InputRequests = requests.into_iter().map(|(key, request)| (key.to_owned(), request)).collect();
    Ok(InputRequiredResult::new(Some(requests), state).into())
}

fn opened(seal: &Seal, request: &CallToolRequestParams) -> Result<Option<String>, ErrorData> {
    request.request_state.as_deref().map(|state| seal.open(state)).transpose()
}

fn confirmed(seal: &Seal, request: &CallToolRequestParams, answered: bool) -> Answer {
    match opened(seal, request)?.as_deref() {
        Some("confirm") if answered => said("state-ok"),
        _ => {
            let confirm = question("Please confirm", json!({ "type": "boolean" }), "ok");
            ask([("confirm", confirm)], Some(seal.close("confirm")))
        }
    }
}

fn all_inputs(seal: &Seal, request: &CallToolRequestParams) -> Answer {
    let begun = opened(seal, request)?.is_some();
    let keys = ["user_name", "greeting", "client_roots"];
    if begun && keys.iter().all(|key| response(request.input_responses.as_ref(), key).is_some()) {
        return said("all inputs are there");
    }
    let requests =
        [("user_name", user_name()), ("greeting", sampling("Generate a greeting", 50)), ("client_roots", roots())];
    ask(requests, Some(seal.close("all")))
}

fn next_round(seal: &Seal, request: &CallToolRequestParams) -> Answer {
    let answered = |key: &str| response(request.input_responses.as_ref(), key).is_some();
    match opened(seal, request)?.as_deref() {
        Some("2") if answered("step2") => said("three rounds are done"),
        Some("1") if answered("step1") => {
            let colour = question("Step 2: What is your favorite color?", json!({ "type": "string" }), "color");
            ask([("step2", colour)], Some(seal.close("2")))
        }
        _ => {
            let name = question("Step 1: What is your name?", json!({ "type": "string" }), "name");
            ask([("step1", name)], Some(seal.close("1")))
        }
    }
}

/// Asks only for what the client says it can do.
fn within_capabilities(request: &CallToolRequestParams, context: &RequestContext<RoleServer>) -> Answer {
    let able = context.meta.client_capabilities().unwrap_or_default();
    let wishes = [
        (able.elicitation.is_some(), "user_name", user_name()),
        (able.sampling.is_some(), "greeting", sampling("Generate a greeting", 50)),
        (able.roots.is_some(), "client_roots", roots()),
    ];
    let wishes: InputRequests =
        wishes.into_iter().filter(|(able, ..)| *able).map(|(_, key, wish)| (key.to_owned(), wish)).collect();
    if wishes.is_empty() || request.input_responses.is_some() {
        return said("done");
    }
    Ok(InputRequiredResult::from_input_requests(wishes).into())
}
