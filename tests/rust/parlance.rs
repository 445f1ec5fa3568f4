//! Callers who speak the reference system's words: answered in the same, while the host knows its own only.

use scenewire::backend::Request;
use scenewire::wire::Code;
use serde_json::{Value, json};

use crate::rig::{Rig, call, nodes, request};

/// Its shape of a look at the children of a node; the double has none.
fn children(id: &str) -> Request {
    request("getChildren", json!({ "id": id, "recursive": true }))
}

#[tokio::test]
async fn a_caller_is_answered_in_its_own_words() {
    let rig = Rig::new();
    let link = rig.link().await;
    let theirs = call(&link, request("getSelection", json!({}))).await.unwrap();
    assert_eq!(theirs.payload.json, json!({ "success": true, "selectedIds": [] }));
    let ours = call(&link, request("get_selection", json!({}))).await.unwrap();
    assert_eq!(ours.payload.json, json!({ "ids": [], "active_id": null }));
    assert_eq!(call(&link, children("a")).await.unwrap().payload.json, json!({ "success": true }));
    let fault = call(&link, request("splitClip", json!({ "clipId": "c", "splitTime": "x" }))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("splitTime")));
    let fault = call(&link, request("getSelection", json!({ "domain": "rig" }))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["path"]), (Code::NotSupported, &json!("domain")));
    // The double, the history and so the owner's panel have heard our names only.
    let done = ["perform get_selection", "perform get_selection", "perform get_children"];
    assert_eq!(*rig.double.log.lock(), done);
    let status = rig.host.status();
    let history = status["history"].as_array().unwrap().iter();
    let names: Vec<&str> = history.map(|entry| entry["operation"].as_str().unwrap()).collect();
    assert_eq!(names, ["get_selection", "split_clips", "get_children", "get_selection", "get_selection"]);
}

#[tokio::test]
async fn a_key_is_of_one_call_whatever_it_is_called() {
    let rig = Rig::new();
    let link = rig.link().await;
    let keyed = |request: Request| Request { key: Some("k".to_owned()), ..request };
    let theirs = call(&link, keyed(request("getSelection", json!({})))).await.unwrap();
    let ours = call(&link, keyed(request("get_selection", json!({})))).await.unwrap();
    assert_eq!((&theirs.payload.json["selectedIds"], &ours.payload.json["ids"]), (&json!([]), &json!([])));
    assert_eq!(*rig.double.log.lock(), ["perform get_selection"]);
}

#[tokio::test]
async fn steps_of_a_batch_too() {
    let rig = Rig::new();
    let link = rig.link().await;
    let step = |operation: &str, arguments: Value| json!({ "operation": operation, "arguments": arguments });
    let batch = |steps: Value| request("batch", json!({ "operations": steps }));
    let made = step("create_nodes", json!({ "items": [{ "name": "a" }] }));
    let reply = call(&link, batch(json!([made, step("getChildren", json!({ "id": "$0.ids[0]" }))]))).await.unwrap();
    assert_eq!(reply.payload.json["results"][1]["result"], json!({ "success": true }));
    let wrong = step("splitClip", json!({ "clipId": "c", "splitTime": "x" }));
    let fault = call(&link, batch(json!([wrong]))).await.unwrap_err();
    assert_eq!(fault.details["path"], "operations[0].arguments.splitTime");
}

#[test]
fn in_the_hosts_own_process_too() {
    let rig = Rig::idle(|_| {});
    rig.host.call_inline(nodes(&["a"])).unwrap();
    let reply = rig.host.call_inline(request("getSelection", json!({}))).unwrap();
    assert_eq!(reply.payload.json, json!({ "success": true, "selectedIds": [] }));
    let fault = rig.host.call_inline(request("splitClip", json!({ "clipId": "c" }))).unwrap_err();
    assert_eq!(fault.details["path"], "splitTime");
}
