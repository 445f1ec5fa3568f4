//! What a client hears without having asked just now: log messages and changed resources.

use serde_json::{Value, json};

use super::double::Double;
use super::protocol_tests::Client;
use super::{Server, ToolSet};

const SCENE: &str = "scenewire://blender/scene";
const IMAGE: &str = "scenewire://blender/image";

/// Two clients of one server.
async fn two() -> (Client, Client) {
    let server = Server::new(Double::default(), &ToolSet::Core, None);
    let (mut one, mut other) = (Client::of(server.session()), Client::of(server.session()));
    one.greet("2025-11-25").await;
    other.greet("2025-11-25").await;
    (one, other)
}

/// What arrived so far, as one field of the parameters.
async fn heard(client: &mut Client, field: &str) -> Vec<Value> {
    // Whatever was under way is said before or soon after an answer.
    for _ in 0..3 {
        client.request("ping", json!({})).await;
    }
    client.notifications.drain(..).map(|mut note| note["params"][field].take()).collect()
}

async fn change(client: &mut Client) {
    client.tool("call", json!({ "operation": "create_lights", "arguments": {} })).await;
}

#[tokio::test]
async fn a_session_hears_of_the_level_that_it_set_and_of_graver() {
    let (mut one, mut other) = two().await;
    let fail = json!({ "operation": "delete_nodes" });
    one.tool("call", fail.clone()).await;
    assert!(heard(&mut one, "level").await.is_empty());
    one.request("logging/setLevel", json!({ "level": "info" })).await;
    one.tool("get_scene", json!({})).await;
    one.tool("call", fail.clone()).await;
    other.tool("call", fail).await;
    assert_eq!(heard(&mut one, "level").await, ["warning"]);
    assert!(heard(&mut other, "level").await.is_empty(), "the other session set no level");
    one.request("logging/setLevel", json!({ "level": "debug" })).await;
    one.tool("get_scene", json!({})).await;
    let said = heard(&mut one, "data").await;
    assert_eq!((said.len(), &said[0]["operation"]), (1, &json!("get_scene")), "{said:?}");
}

#[tokio::test]
async fn subscribers_are_told_of_changes_whoever_made_them() {
    let (mut one, mut other) = two().await;
    let answer = one.request("resources/subscribe", json!({ "uri": SCENE })).await;
    assert_eq!(answer["result"], json!({}), "{answer}");
    change(&mut other).await;
    assert_eq!(heard(&mut one, "uri").await, [SCENE]);
    assert!(heard(&mut other, "uri").await.is_empty(), "the other session did not subscribe");
    one.tool("get_scene", json!({})).await;
    one.tool("look", json!({})).await;
    assert!(heard(&mut one, "uri").await.is_empty(), "reading changes no scene");
    one.request("resources/subscribe", json!({ "uri": IMAGE })).await;
    one.tool("look", json!({})).await;
    assert_eq!(heard(&mut one, "uri").await, [IMAGE]);
    one.request("resources/unsubscribe", json!({ "uri": SCENE })).await;
    change(&mut one).await;
    assert!(heard(&mut one, "uri").await.is_empty());
}

#[tokio::test]
async fn subscribers_are_told_of_what_the_artist_does_and_the_host_is_asked_while_there_are_any() {
    let double = Double::default();
    let mut client = Client::of(Server::new(double.clone(), &ToolSet::Core, None).session());
    client.greet("2025-11-25").await;
    let asked = || double.requests.lock().iter().filter(|request| request.operation == "get_events").count();
    assert_eq!(asked(), 0, "nobody watches");
    for uri in [SCENE, IMAGE, SCENE] {
        client.request("resources/subscribe", json!({ "uri": uri })).await;
    }
    double.happened.notify_one();
    assert_eq!(heard(&mut client, "uri").await, [SCENE]);
    assert_eq!(asked(), 2, "once for both subscriptions, and again after the answer");
    assert_eq!(double.requests.lock().last().unwrap().arguments.json["after"], "e-1");
    client.request("resources/unsubscribe", json!({ "uri": SCENE })).await;
    double.happened.notify_one();
    assert!(heard(&mut client, "uri").await.is_empty());
    assert_eq!(asked(), 2, "nobody watches any more");
}

#[tokio::test]
async fn a_task_is_read_by_its_address_with_its_picture() {
    let mut client = Client::new().await;
    let answer = client.request("resources/read", json!({ "uri": "scenewire://blender/tasks/t1" })).await;
    let contents = &answer["result"]["contents"];
    let told: Value = serde_json::from_str(contents[0]["text"].as_str().unwrap()).unwrap();
    assert_eq!((&told["id"], &told["status"]), (&json!("t1"), &json!("completed")), "{answer}");
    assert_eq!(contents[1]["mimeType"], "image/png");
    let answer = client.request("resources/read", json!({ "uri": "scenewire://blender/tasks/none" })).await;
    assert_eq!(answer["error"]["data"]["error_code"], "not_found", "{answer}");
}

#[tokio::test]
async fn only_what_is_there_can_be_subscribed_to() {
    let mut client = Client::new().await;
    for uri in ["scenewire://maya/scene", "scenewire://instances", "file:///etc/passwd"] {
        let answer = client.request("resources/subscribe", json!({ "uri": uri })).await;
        assert_eq!(answer["error"]["data"]["uri"], uri, "{answer}");
    }
}

#[tokio::test]
async fn a_stream_without_a_session_tells_of_changes() {
    let meta = |level: Option<&str>| {
        let mut meta = json!({
            "io.modelcontextprotocol/protocolVersion": "2026-07-28",
            "io.modelcontextprotocol/clientCapabilities": {},
        });
        if let Some(level) = level {
            meta["io.modelcontextprotocol/logLevel"] = json!(level);
        }
        meta
    };
    let mut client = Client::of(Server::new(Double::default(), &ToolSet::Core, None));
    client.request("server/discover", json!({ "_meta": meta(None) })).await;
    let wishes = json!({ "resourceSubscriptions": ["scenewire://maya/scene", SCENE] });
    client.begin("subscriptions/listen", json!({ "notifications": wishes, "_meta": meta(None) })).await;
    assert_eq!(client.next().await["method"], "notifications/subscriptions/acknowledged");
    let call = |level| json!({ "name": "create_primitives", "arguments": { "items": [] }, "_meta": meta(level) });
    client.request("tools/call", call(None)).await;
    let told = loop {
        match client.notifications.pop() {
            Some(note) => break note,
            None => {
                let note = client.next().await;
                client.notifications.push(note);
            }
        }
    };
    assert_eq!((&told["method"], &told["params"]["uri"]), (&json!("notifications/resources/updated"), &json!(SCENE)));
    assert!(told["params"]["_meta"].get("io.modelcontextprotocol/subscriptionId").is_some(), "{told}");
    client.request("tools/call", call(Some("debug"))).await;
    assert!(
        client.notifications.iter().any(|note| note["method"] == "notifications/message"),
        "asked for by this call"
    );
}
