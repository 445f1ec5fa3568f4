//! Operations made of others: one call, one transaction, in slices; what the owner and the host say of their parts holds.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Link, Progress, Reply, Request};
use scenewire::wire::{Code, Fault};
use serde_json::{Value, json};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::rig::{Rig, call, nodes, request, soon};

/// Reads twice, looks for a camera, makes a node and three lights.
const PARTS: [&str; 5] = ["get_children", "get_nodes", "list_cameras", "create_nodes", "create_lights"];

fn lighting(arguments: Value) -> Request {
    let mut request = request("three_point_lighting", json!({ "ids": ["Bust"] }));
    arguments.as_object().into_iter().flatten().for_each(|(name, value)| {
        request.arguments.json[name] = value.clone();
    });
    request
}

fn start(link: &Link, request: Request) -> JoinHandle<Result<Reply, Fault>> {
    let link = link.clone();
    tokio::spawn(async move { link.call(request, None).await })
}

/// A host that lets go of an open transaction and is slow, so that every atomic has a slice of its own.
fn slow() -> Rig {
    let rig = Rig::new();
    rig.double.yields.store(true, Ordering::SeqCst);
    rig.double.slow.store(true, Ordering::SeqCst);
    rig
}

async fn logged(rig: &Rig, word: &str) {
    soon(async {
        while !rig.double.log.lock().iter().any(|said| said == word) {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    })
    .await;
}

#[tokio::test]
async fn its_atomics_are_one_call_and_one_transaction() {
    let rig = Rig::new();
    let value = call(&rig.link().await, lighting(json!({}))).await.unwrap().payload.json;
    assert_eq!(rig.double.names(), ["Lighting", "Lighting key", "Lighting fill", "Lighting rim"]);
    assert_eq!((&value["group_id"], &value["rim_id"]), (&json!("n1"), &json!("n4")));
    let performed = PARTS.iter().map(|part| format!("perform {part}"));
    let expected: Vec<String> =
        std::iter::once("begin".to_owned()).chain(performed).chain(["commit".to_owned()]).collect();
    assert_eq!(*rig.double.log.lock(), expected);
}

#[tokio::test]
async fn what_fails_in_the_middle_leaves_nothing_and_is_named() {
    let rig = Rig::new();
    let fault = call(&rig.link().await, lighting(json!({ "name": "bad" }))).await.unwrap_err();
    assert_eq!(fault.details["atomic"], json!({ "operation": "create_nodes", "call": 3, "item": 0 }), "{fault:?}");
    assert!(rig.double.names().is_empty());
    assert_eq!(rig.double.log.lock().last().unwrap(), "roll_back");
    let fault = call(&rig.link().await, lighting(json!({ "ids": ["Bust", "nobody"] }))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["path"]), (Code::NotFound, &json!("ids[1]")));
}

#[tokio::test]
async fn wrong_arguments_and_what_the_host_lacks_are_told_before_the_main_thread() {
    let rig = Rig::new();
    let fault = call(&rig.link().await, lighting(json!({ "kind": "laser" }))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("kind")));
    *rig.double.lacks.lock() = Some("create_lights");
    // The host tells what it lacks after each change.
    call(&rig.link().await, nodes(&["a"])).await.unwrap();
    let fault = call(&rig.link().await, lighting(json!({}))).await.unwrap_err();
    assert_eq!((fault.error_code, &*fault.error_message), (Code::NotSupported, "a double has no `create_lights`"));
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1);
    let rig = Rig::with(|config| config.rules.read_only = true);
    let fault = call(&rig.link().await, lighting(json!({}))).await.unwrap_err();
    assert_eq!((fault.error_code, rig.double.performed.load(Ordering::SeqCst)), (Code::PermissionDenied, 0));
}

#[tokio::test]
async fn between_two_slices_others_read_and_a_cancel_takes_all_of_it_back() {
    let rig = slow();
    let (link, other) = (rig.link().await, rig.link().await);
    let running = start(&link, lighting(json!({})));
    logged(&rig, "perform create_nodes").await;
    assert_eq!(rig.host.status()["running"]["operation"], "three_point_lighting");
    call(&other, request("get_selection", json!({}))).await.unwrap();
    running.abort();
    logged(&rig, "roll_back").await;
    assert!(rig.double.names().is_empty());
    let log = rig.double.log.lock().clone();
    assert!(log.iter().filter(|word| *word == "suspend").count() >= 3, "{log:?}");
    let at = |word: &str| log.iter().position(|said| said == word);
    assert!(at("perform get_selection") < at("roll_back"), "{log:?}");
}

#[tokio::test]
async fn in_slices_it_is_one_transaction_all_the_same_and_the_caller_hears_of_each_part() {
    let rig = slow();
    let (sender, mut told) = mpsc::channel::<Progress>(64);
    soon(rig.link().await.call(lighting(json!({})), Some(sender))).await.unwrap();
    let log = rig.double.log.lock().clone();
    let count = |word: &str| log.iter().filter(|said| *said == word).count();
    assert_eq!((count("begin"), count("commit"), count("suspend")), (1, 1, count("resume")), "{log:?}");
    let mut all = Vec::new();
    while let Ok(progress) = told.try_recv() {
        all.push((progress.fraction.unwrap(), progress.message));
    }
    assert!(all.iter().any(|(_, words)| words == "three_point_lighting: create_lights"), "{all:?}");
    assert!(all.windows(2).all(|two| two[0].0 <= two[1].0) && all.iter().all(|(part, _)| *part < 1.0), "{all:?}");
}

#[tokio::test]
async fn somebody_elses_edit_is_a_conflict_and_its_deadline_is_for_all_of_it() {
    let rig = slow();
    rig.double.disturbed.store(true, Ordering::SeqCst);
    let fault = call(&rig.link().await, lighting(json!({}))).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["kept"]), (Code::Conflict, &json!(true)));
    assert!(!rig.double.log.lock().contains(&"roll_back".to_owned()));
    let rig = slow();
    let late = Request { timeout: Some(Duration::from_millis(350)), ..lighting(json!({})) };
    let fault = call(&rig.link().await, late).await.unwrap_err();
    assert_eq!(fault.error_code, Code::TimedOut, "{fault:?}");
    assert!(rig.double.names().is_empty());
}

#[tokio::test]
async fn it_may_be_a_step_of_a_batch() {
    let rig = Rig::new();
    let link = rig.link().await;
    let step =
        |name: &str| json!({ "operation": "three_point_lighting", "arguments": { "ids": ["Bust"], "name": name } });
    let child =
        json!({ "operation": "create_nodes", "arguments": { "items": [{ "parent_id": "$0.key_id", "name": "b" }] } });
    let steps = json!([step("L"), child]);
    let value = call(&link, request("batch", json!({ "operations": steps }))).await.unwrap().payload.json;
    assert_eq!((&value["completed"], rig.double.names().len()), (&json!(2), 5));
    let log = rig.double.log.lock().clone();
    assert_eq!(log.iter().filter(|word| *word == "begin").count(), 1, "{log:?}");
    let dry = json!({ "operations": steps, "dry_run": true });
    let value = call(&link, request("batch", dry)).await.unwrap().payload.json;
    assert_eq!(value["results"][0]["would"]["made_of"][4], "create_nodes");
    let going_on = json!({ "operations": [step("bad"), step("good")], "on_error": "continue" });
    let value = call(&link, request("batch", going_on)).await.unwrap().payload.json;
    assert_eq!((&value["completed"], &value["failed"], rig.double.names().len()), (&json!(1), &json!(1), 9));
    let fault = call(&link, request("batch", json!({ "operations": [step("x"), step("bad")] }))).await.unwrap_err();
    assert_eq!((&fault.details["step"]["index"], rig.double.names().len()), (&json!(1), 9));
}

#[tokio::test]
async fn a_script_in_the_host_may_call_one() {
    let rig = Rig::idle(|_| {});
    let host = rig.host.clone();
    *rig.double.hook.lock() = Some(Box::new(move || Ok(host.call_inline(lighting(json!({})))?.payload.json)));
    let reply = rig.host.call_inline(crate::rig::code("hook")).unwrap();
    assert_eq!(reply.payload.json["value"]["key_id"], "n2");
    assert_eq!(rig.double.log.lock().iter().filter(|word| *word == "begin").count(), 1);
    assert_eq!(rig.host.call_inline(lighting(json!({}))).unwrap().payload.json["key_id"], "n6");
}
