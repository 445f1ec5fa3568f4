//! The artist's own edit under way: what would change the scene waits and is told why, what only reads goes on.

use std::sync::atomic::Ordering;
use std::time::Duration;

use scenewire::backend::{Link, Progress, Reply};
use scenewire::wire::{Code, Fault};
use serde_json::json;
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

use crate::rig::{Rig, call, code, nodes, request, soon};

const DRAG: &str = "the artist is dragging (Move)";

type Told = mpsc::Receiver<Progress>;
type Answer = JoinHandle<Result<Reply, Fault>>;

/// A call under way, and what its caller hears meanwhile.
fn started(link: &Link, request: scenewire::backend::Request) -> (Answer, Told) {
    let (sender, told) = mpsc::channel(8);
    let link = link.clone();
    (tokio::spawn(async move { link.call(request, Some(sender)).await }), told)
}

async fn held(link: &Link) -> serde_json::Value {
    call(link, request("get_status", json!({}))).await.unwrap().payload.json["held"].clone()
}

#[tokio::test]
async fn change_waits_for_the_artist_and_its_caller_knows_why() {
    let rig = Rig::new();
    let link = rig.link().await;
    assert_eq!(held(&link).await, json!(null));
    rig.host.hold(Some(DRAG));
    let (answer, mut told) = started(&link, nodes(&["Body"]));
    assert_eq!(soon(told.recv()).await.unwrap().message, format!("waiting: {DRAG}"));
    assert_eq!(held(&link).await, json!(DRAG));
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
    rig.host.hold(None);
    soon(answer).await.unwrap().unwrap();
    assert_eq!(rig.double.names(), ["Body"]);
    assert_eq!(held(&link).await, json!(null));
}

#[tokio::test]
async fn reads_go_on_beside_what_waits() {
    let rig = Rig::new();
    let link = rig.link().await;
    rig.host.hold(Some(DRAG));
    let (answer, mut told) = started(&link, nodes(&["Body"]));
    soon(told.recv()).await.unwrap();
    call(&link, request("get_selection", json!({}))).await.unwrap();
    assert!(rig.double.names().is_empty());
    rig.host.hold(None);
    soon(answer).await.unwrap().unwrap();
}

#[tokio::test]
async fn files_and_code_wait_too() {
    let rig = Rig::new();
    let link = rig.link().await;
    rig.host.hold(Some(DRAG));
    for waiting in [code("1"), request("undo", json!({}))] {
        let (answer, mut told) = started(&link, waiting);
        soon(told.recv()).await.unwrap();
        answer.abort();
    }
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn deadline_goes_on_and_its_error_names_the_artist() {
    let rig = Rig::new();
    let link = rig.link().await;
    rig.host.hold(Some(DRAG));
    let mut request = nodes(&["Body"]);
    request.timeout = Some(Duration::from_millis(100));
    let fault = call(&link, request).await.unwrap_err();
    assert_eq!((fault.error_code, &fault.details["held"]), (Code::TimedOut, &json!(DRAG)));
    assert!(fault.error_message.contains(DRAG), "{}", fault.error_message);
    rig.host.hold(None);
    call(&link, code("after")).await.unwrap();
    assert!(rig.double.names().is_empty());
}

#[tokio::test]
async fn host_that_idles_sees_what_waits() {
    let mut rig = Rig::idle(|_| {});
    let link = rig.link().await;
    assert_eq!(rig.host.waiting(), 0);
    let (answer, _told) = started(&link, nodes(&["Body"]));
    soon(async {
        while rig.host.waiting() != 1 {
            tokio::task::yield_now().await;
        }
    })
    .await;
    rig.pump();
    soon(answer).await.unwrap().unwrap();
    assert_eq!(rig.host.waiting(), 0);
}
