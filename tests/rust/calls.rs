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

/// Measured with an optimised build only: `cargo test --config profile.dev.opt-level=3 --test rust -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn measures_round_trips() {
    let rig = Rig::new();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let link = rig.link().await;
        let mut times = Vec::new();
        for _ in 0..20_000 {
            let begun = Instant::now();
            call(&link, crate::rig::request("get_selection", json!({}))).await.unwrap();
            times.push(begun.elapsed());
        }
        times.sort();
        eprintln!("one caller: p50 {:?}, p99 {:?}", times[10_000], times[19_800]);
        let links = join_all((0..16).map(|_| rig.link())).await;
        let begun = Instant::now();
        join_all(links.iter().flat_map(|link| (0..8).map(move |_| link)).map(|link| async move {
            for _ in 0..500 {
                link.call(crate::rig::request("get_selection", json!({})), None).await.unwrap();
            }
        }))
        .await;
        eprintln!("16 callers, 8 calls each under way: {:.0} calls/s", 64_000.0 / begun.elapsed().as_secs_f64());
    });
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
