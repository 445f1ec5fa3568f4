//! Sessions of clients end when they are idle for too long or have lasted too long; a host stays.

use std::time::Duration;

use scenewire::backend::Backend;
use serde_json::json;

use crate::gateway_rig::{ADMIN, Studio, key};
use crate::gateway_web::until;
use crate::rig::{nodes, on, soon};

/// Ids of the sessions of this kind.
async fn sessions(studio: &Studio, kind: &str) -> Vec<String> {
    let (_, listed) = studio.ask("GET", "/api/v1/sessions", ADMIN, None).await;
    let all = listed["sessions"].as_array().unwrap().iter().filter(|one| one["kind"] == kind);
    all.map(|one| one["id"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_idle_client_is_let_go_and_comes_back_with_its_next_call() {
    let studio = Studio::with(&[("session_idle", "1")]).await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let (_, script) = key(&studio, &ana, json!({})).await;
    let client = studio.client(&ana);
    soon(client.call(nodes(&["a"]), None)).await.unwrap();
    let call = json!({ "operation": "get_selection" });
    let (status, _) = studio.ask("POST", "/api/v1/instances/blender/call", &script.key, Some(call)).await;
    assert_eq!(status, 200);
    let linked = sessions(&studio, "host").await;
    assert_eq!((sessions(&studio, "client").await.len(), sessions(&studio, "http").await.len()), (1, 1));
    until("both idle sessions have ended", async || {
        sessions(&studio, "client").await.is_empty() && sessions(&studio, "http").await.is_empty()
    })
    .await;
    assert_eq!(sessions(&studio, "host").await, linked, "a host was silent for as long, and stays");
    soon(client.call(nodes(&["b"]), None)).await.unwrap();
    assert_eq!(sessions(&studio, "client").await.len(), 1);
    assert_eq!(host.double.names(), ["a", "b"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_client_s_session_ends_too_and_no_call_is_lost_by_it() {
    let studio = Studio::with(&[("session_absolute", "1")]).await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    soon(client.call(nodes(&["0"]), None)).await.unwrap();
    let (first, linked) = (sessions(&studio, "client").await, sessions(&studio, "host").await);
    let mut made = 1;
    soon(async {
        while sessions(&studio, "client").await.iter().any(|id| first.contains(id)) {
            client.call(on("blender", nodes(&[&made.to_string()])), None).await.unwrap();
            made += 1;
            // The list has a limit of its own.
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    soon(client.call(nodes(&["last"]), None)).await.unwrap();
    assert_eq!(host.double.names().len(), made + 1);
    assert_eq!(sessions(&studio, "host").await, linked);
}
