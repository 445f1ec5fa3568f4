//! The owner of a host behind a gateway: sees who calls, is asked as at home, and may rename the host.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Backend, Request};
use scenewire::host::{Answer, Approver};
use scenewire::wire::{Approval, Code};
use serde_json::{Map, Value, json};

use crate::gateway_rig::{Linked, Studio};
use crate::rig::{code, nodes, soon};

fn changes(changes: Value) -> Map<String, Value> {
    changes.as_object().cloned().unwrap()
}

async fn question(host: &Linked) -> Value {
    soon(async {
        loop {
            if let Some(asked) = host.host.status()["approvals"].as_array().and_then(|asked| asked.first().cloned()) {
                return asked;
            }
            tokio::time::sleep(Duration::from_millis(2)).await;
        }
    })
    .await
}

#[tokio::test]
async fn a_question_outlives_the_connection_and_its_call_runs_once() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    host.host.configure(changes(json!({ "ask_python": true }))).unwrap();
    let client = studio.client(&ana);
    let waiting = tokio::spawn({
        let client = client.clone();
        async move { client.call(code("1"), None).await }
    });
    let asked = question(&host).await;
    assert_eq!(asked["client"], "ana (scenewire)");
    // Both sides of the gateway lose their connection while the owner thinks.
    host.line.cut();
    studio.line.cut();
    soon(async {
        while client.instances().await.is_ok_and(|all| all.iter().all(|one| one.status != "online")) {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    })
    .await;
    assert_eq!(question(&host).await["id"], asked["id"], "it is asked about once");
    host.host.approve(asked["id"].as_str().unwrap(), Answer::Once).unwrap();
    soon(waiting).await.unwrap().unwrap();
    assert_eq!(host.double.performed.load(Ordering::SeqCst), 1);
    assert_eq!(host.host.status()["approvals"], json!([]));
}

#[tokio::test]
async fn a_client_behind_a_gateway_brings_its_user_s_answer() {
    let studio = Studio::start().await;
    let (ana, bob) = (studio.user("ana").await, studio.user("bob").await);
    let host = studio.host(&ana, "blender").await;
    let wish = json!({ "instance": host.host.record().id, "to_user": bob.id, "role": "editor" });
    let (status, made) = studio.ask("POST", "/api/v1/shares", &ana.key, Some(wish)).await;
    assert_eq!(status, 200, "{made}");
    host.host.configure(changes(json!({ "ask_deletes_over": 0, "approver": "client" }))).unwrap();
    assert_eq!(host.host.status()["policy"]["approver"], json!(Approver::Client));
    let made = soon(studio.client(&ana).call(nodes(&["a", "b"]), None)).await.unwrap().payload.json;
    let delete = |of: usize, approval: Option<Approval>| Request {
        instance: Some(host.host.record().id),
        approval,
        ..crate::rig::request("delete_nodes", json!({ "ids": [made["ids"][of]] }))
    };
    let fault = soon(studio.client(&ana).call(delete(0, None), None)).await.unwrap_err();
    assert_eq!(fault.error_code, Code::ApprovalRequired);
    let answer = |session| Approval { id: fault.details["approval"].as_str().unwrap().to_owned(), session };
    let of_another = soon(studio.client(&bob).call(delete(0, Some(answer(true))), None)).await.unwrap_err();
    assert_eq!(of_another.error_code, Code::ApprovalRequired, "the answer of another user is none");
    soon(studio.client(&ana).call(delete(0, Some(answer(true))), None)).await.unwrap();
    soon(studio.client(&ana).call(delete(1, None), None)).await.unwrap();
    assert!(host.double.names().is_empty());
}

#[tokio::test]
async fn the_gateway_learns_a_new_name_at_once() {
    let studio = Studio::start().await;
    let ana = studio.user("ana").await;
    let host = studio.host(&ana, "blender").await;
    let client = studio.client(&ana);
    let id = host.host.record().id;
    for name in ["studio", "night shift"] {
        host.host.configure(changes(json!({ "name": name }))).unwrap();
        soon(async {
            while client.instances().await.unwrap().iter().all(|instance| instance.name != name) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        })
        .await;
    }
    let on = Request { instance: Some("night shift".to_owned()), ..nodes(&["a"]) };
    assert_eq!(soon(client.call(on, None)).await.unwrap().instance, id);
}
