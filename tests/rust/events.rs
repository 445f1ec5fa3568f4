//! What happened in a scene reaches whoever may read it, and nobody else, while the host works too.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Backend, Request};
use scenewire::wire::Code;
use serde_json::{Value, json};

use crate::gateway_rig::{Studio, share};
use crate::gateway_web::until;
use crate::rig::{Rig, call, nodes, on, request, soon};

/// Asks for what happens after the cursor of an answer, or from now on.
fn events(after: Option<&Value>, wait: f64) -> Request {
    let mut arguments = json!({ "wait": wait });
    if let Some(after) = after {
        arguments["after"] = after["cursor"].clone();
    }
    request("get_events", arguments)
}

#[tokio::test]
async fn a_reader_is_told_of_its_own_calls_and_of_others_and_of_no_call_s_roll_back() {
    let rig = Rig::new();
    let (link, other) = (rig.link().await, rig.link().await);
    let begun = call(&link, events(None, 0.0)).await.unwrap().payload.json;
    assert_eq!(begun["events"], json!([]));
    call(&link, nodes(&["a"])).await.unwrap();
    call(&other, nodes(&["b", "c"])).await.unwrap();
    assert_eq!(call(&link, nodes(&["d", "bad"])).await.unwrap_err().error_code, Code::HandlerError);
    let told = call(&link, events(Some(&begun), 5.0)).await.unwrap().payload.json;
    let facts = |event: &Value| (event["kind"].clone(), event["ids"].clone(), event["own"].clone());
    assert_eq!(
        told["events"].as_array().unwrap().iter().map(facts).collect::<Vec<_>>(),
        [(json!("nodes_added"), json!(["n1"]), json!(true)), (json!("nodes_added"), json!(["n2", "n3"]), json!(false))]
    );
    assert_eq!(told["events"][0]["operation"], "create_nodes");
}

#[tokio::test]
async fn a_reader_waits_without_a_turn_of_the_host_and_is_let_go_by_its_caller() {
    let rig = Rig::new();
    let link = rig.link().await;
    let running = rig.block(&link).await;
    let begun = call(&link, events(None, 0.05)).await.unwrap().payload.json;
    let reader = tokio::spawn({
        let (link, asked) = (link.clone(), events(Some(&begun), 30.0));
        async move { link.call(asked, None).await }
    });
    tokio::time::sleep(Duration::from_millis(50)).await;
    reader.abort();
    rig.double.gate.open();
    assert!(soon(running).await.unwrap().is_ok());
    soon(link.call(nodes(&["a"]), None)).await.unwrap();
    let told = call(&link, events(Some(&begun), 5.0)).await.unwrap().payload.json;
    assert_eq!(told["events"][0]["ids"], json!(["n1"]));
}

#[tokio::test]
async fn what_was_said_wrong_and_what_a_host_lacks_is_told() {
    let rig = Rig::new();
    let link = rig.link().await;
    for arguments in [json!({ "after": "yesterday" }), json!({ "wait": 31 }), json!({ "kinds": ["everything"] })] {
        let fault = call(&link, request("get_events", arguments.clone())).await.unwrap_err();
        assert_eq!(fault.error_code, Code::InvalidParams, "{arguments}: {fault}");
    }
    *rig.double.lacks.lock() = Some("get_events");
    call(&link, nodes(&["a"])).await.unwrap();
    let fault = call(&link, events(None, 0.0)).await.unwrap_err();
    assert_eq!((fault.error_code, &*fault.error_message), (Code::NotSupported, "a double has no `get_events`"));
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_a_gateway_only_who_may_read_an_instance_hears_of_it() {
    let studio = Studio::start().await;
    let (ana, ben, eve) = (studio.user("ana").await, studio.user("ben").await, studio.user("eve").await);
    let host = studio.host(&ana, "blender").await;
    share(&studio, &ana, &host, &ben, "viewer").await;
    let (hers, his) = (studio.client(&ana), studio.client(&ben));
    let begun = soon(his.call(on("blender", events(None, 0.0)), None)).await.unwrap().payload.json;
    let reader = tokio::spawn({
        let (his, asked) = (his.clone(), on("blender", events(Some(&begun), 30.0)));
        async move { his.call(asked, None).await }
    });
    soon(hers.call(nodes(&["a"]), None)).await.unwrap();
    let told = soon(reader).await.unwrap().unwrap().payload.json;
    assert_eq!((&told["events"][0]["ids"], &told["events"][0]["own"]), (&json!(["n1"]), &json!(false)));
    assert!(!told.to_string().contains("ana"), "who else there is, he is not told");
    let fault = soon(studio.client(&eve).call(on("blender", events(None, 0.0)), None)).await.unwrap_err();
    assert!(matches!(fault.error_code, Code::InstanceNotFound | Code::HostNotRunning), "{fault}");
    // Whoever is let out while waiting hears of nothing that came after.
    let reader = tokio::spawn({
        let (his, asked) = (his.clone(), on("blender", events(Some(&told), 30.0)));
        async move { his.call(asked, None).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let (_, shares) = studio.ask("GET", "/api/v1/shares", &ana.key, None).await;
    let id = shares["given"][0]["id"].as_str().unwrap().to_owned();
    let (status, answer) = studio.ask("DELETE", &format!("/api/v1/shares/{id}"), &ana.key, None).await;
    assert_eq!(status, 200, "{answer}");
    soon(hers.call(nodes(&["b"]), None)).await.unwrap();
    let fault = soon(reader).await.unwrap().unwrap_err();
    assert!(matches!(fault.error_code, Code::InstanceNotFound | Code::HostNotRunning), "{fault}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reader_that_waits_keeps_no_gateway_from_closing_and_goes_on_where_it_was() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    let begun = soon(client.call(on("blender", events(None, 0.0)), None)).await.unwrap().payload.json;
    let reader = tokio::spawn({
        let (client, asked) = (client.clone(), on("blender", events(Some(&begun), 30.0)));
        async move { client.call(asked, None).await }
    });
    tokio::time::sleep(Duration::from_millis(100)).await;
    let closing = std::time::Instant::now();
    studio.restart().await;
    assert!(closing.elapsed() < Duration::from_secs(5), "the gateway waited {:?} for a reader", closing.elapsed());
    // It is told so, or asks the next gateway by itself.
    until("the host is back", async || client.instances().await.is_ok_and(|all| all[0].status == "online")).await;
    soon(client.call(on("blender", nodes(&["a"])), None)).await.unwrap();
    let told = soon(client.call(on("blender", events(Some(&begun), 5.0)), None)).await.unwrap().payload.json;
    assert_eq!((&told["events"][0]["ids"], &told["missed"]), (&json!(["n1"]), &json!(0)));
    drop(soon(reader).await.unwrap());
    assert_eq!(host.double.performed.load(Ordering::SeqCst), 1);
}
