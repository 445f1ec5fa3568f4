//! Calls that go through, in any order and number.

use std::time::Instant;

use futures_util::future::join_all;
use serde_json::json;

use crate::rig::{Rig, call, code, nodes};

#[tokio::test]
async fn a_call_goes_through() {
    let rig = Rig::new();
    let link = rig.link().await;
    let reply = call(&link, nodes(&["Cube"])).await.unwrap();
    assert_eq!(reply.payload.json["items"][0]["name"], "Cube");
    assert_eq!(rig.double.names(), ["Cube"]);
    assert_eq!(*rig.double.log.lock(), ["begin", "perform create_nodes", "commit"]);
    assert_eq!(link.instance().name, "double");
}

#[tokio::test]
async fn pipelined_calls_all_come_back() {
    let rig = Rig::new();
    let link = rig.link().await;
    let replies = join_all((0..500).map(|n| {
        let link = link.clone();
        async move { call(&link, code(&n.to_string())).await.unwrap() }
    }))
    .await;
    for (n, reply) in replies.into_iter().enumerate() {
        assert_eq!(reply.payload.json["value"], json!(n.to_string()));
    }
}

/// Not a measurement, but a hundred times over what a needless wait would cost.
#[tokio::test]
async fn calls_do_not_wait_for_a_tick() {
    let rig = Rig::new();
    let link = rig.link().await;
    let begun = Instant::now();
    for _ in 0..200 {
        call(&link, crate::rig::request("get_selection", json!({}))).await.unwrap();
    }
    let each = begun.elapsed() / 200;
    eprintln!("{each:?} a call");
    assert!(each.as_millis() < 10, "{each:?} a call");
}
