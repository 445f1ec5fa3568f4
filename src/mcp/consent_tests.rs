//! A host that wants the client's user asked, seen by clients of both eras of the protocol and by one that cannot ask.

use serde_json::{Value, json};

use super::double::Double;
use super::protocol_tests::Client;
use super::{Server, ToolSet};

const META: &str = "io.modelcontextprotocol/";

/// A host that asks, and a client that says what it can.
async fn client(capabilities: Value) -> Client {
    let mut client = Client::of(Server::new(Double::asking(), &ToolSet::Core, None));
    client.greet_as("2025-11-25", capabilities).await;
    client
}

/// Calls a tool and answers the question in between; the question's text and the result.
async fn answer(client: &mut Client, answer: Value) -> (String, Value) {
    let call = json!({ "name": "execute_python", "arguments": { "code": "1 + 1" } });
    let id = client.begin("tools/call", call).await;
    let question = client.next().await;
    assert_eq!(question["method"], "elicitation/create", "{question}");
    client.reply(&question["id"], answer).await;
    let result = client.next().await;
    assert_eq!(result["id"], id, "{result}");
    (question["params"]["message"].as_str().unwrap().to_owned(), result["result"].clone())
}

#[tokio::test]
async fn the_user_is_asked_in_the_middle_of_the_call() {
    let mut client = client(json!({ "elicitation": {} })).await;
    let yes = json!({ "action": "accept", "content": { "answer": "session" } });
    let (question, result) = answer(&mut client, yes).await;
    assert!(question.contains("it runs Python code") && question.contains("1 + 1"), "{question}");
    assert_eq!(result["isError"], false, "{result}");
    let seen = client.requests();
    let approvals: Vec<_> = seen.iter().map(|request| request.approval.clone()).collect();
    assert_eq!(seen.len(), 2);
    assert!(approvals[0].is_none());
    assert!(approvals[1].as_ref().is_some_and(|approval| approval.id == "a1" && approval.session));
    assert_eq!(seen[1].client.as_deref(), Some("t"));
}

#[tokio::test]
async fn only_a_clear_yes_is_one() {
    for no in [
        json!({ "action": "decline" }),
        json!({ "action": "cancel" }),
        json!({ "action": "accept", "content": { "answer": "deny" } }),
        json!({ "action": "accept", "content": {} }),
        json!({ "action": "decline", "content": { "answer": "once" } }),
    ] {
        let mut client = client(json!({ "elicitation": { "form": {} } })).await;
        let (_, result) = answer(&mut client, no.clone()).await;
        assert_eq!(result["structuredContent"]["error_code"], "permission_denied", "{no} {result}");
        assert_eq!(client.requests().len(), 1, "it was called all the same after {no}");
    }
}

#[tokio::test]
async fn a_client_that_cannot_ask_gets_the_error() {
    for able in [json!({}), json!({ "elicitation": { "url": {} } })] {
        let mut client = client(able).await;
        let result = client.tool("execute_python", json!({ "code": "1 + 1" })).await;
        assert_eq!(result["structuredContent"]["error_code"], "approval_required", "{result}");
        assert!(!result["structuredContent"]["suggestions"].as_array().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_client_without_a_session_calls_again_with_the_answer() {
    let mut client = Client::of(Server::new(Double::asking(), &ToolSet::Core, None));
    let meta = json!({
        format!("{META}protocolVersion"): "2026-07-28",
        format!("{META}clientInfo"): { "name": "t", "version": "1" },
        format!("{META}clientCapabilities"): { "elicitation": { "form": {} } },
    });
    let call = |more: Value| {
        let mut call = json!({ "name": "execute_python", "arguments": { "code": "1 + 1" }, "_meta": meta });
        call.as_object_mut().unwrap().extend(more.as_object().cloned().unwrap());
        call
    };
    let asked = client.request("tools/call", call(json!({}))).await["result"].clone();
    assert_eq!((&asked["resultType"], &asked["requestState"]), (&json!("input_required"), &json!("a1")), "{asked}");
    assert_eq!(asked["inputRequests"]["approval"]["method"], "elicitation/create");
    let again = |action: &str| {
        let responses = json!({ "approval": { "action": action, "content": { "answer": "once" } } });
        call(json!({ "requestState": "a1", "inputResponses": responses }))
    };
    let refused = client.request("tools/call", again("decline")).await["result"].clone();
    assert_eq!(refused["structuredContent"]["error_code"], "permission_denied", "{refused}");
    let done = client.request("tools/call", again("accept")).await["result"].clone();
    assert_eq!(done["isError"], false, "{done}");
    let last = client.requests().pop().unwrap().approval.unwrap();
    assert!(last.id == "a1" && !last.session);
}
