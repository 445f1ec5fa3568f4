//! At most once, whatever happens to the connection.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use scenewire::backend::{Link, Request};
use scenewire::wire::Code;
use tokio::io::copy_bidirectional;
use tokio::net::{TcpListener, TcpStream};

use crate::rig::{Rig, call, code, soon};

fn keyed(text: &str, key: &str) -> Request {
    Request { key: Some(key.to_owned()), ..code(text) }
}

#[tokio::test]
async fn the_same_key_twice_runs_once() {
    let rig = Rig::new();
    let link = rig.link().await;
    let first = call(&link, keyed("1", "k")).await.unwrap();
    let second = call(&link, keyed("1", "k")).await.unwrap();
    assert_eq!(first.payload, second.payload);
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_key_names_one_call_for_good() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, keyed("1", "k")).await.unwrap();
    assert_eq!(call(&link, keyed("2", "k")).await.unwrap_err().error_code, Code::KeyReused);
}

#[tokio::test]
async fn a_result_that_was_taken_is_expired() {
    let rig = Rig::new();
    let link = rig.link().await;
    call(&link, keyed("1", "k")).await.unwrap();
    // Acknowledgements go in portions: enough further calls send that of the first.
    for n in 0..40 {
        call(&link, code(&n.to_string())).await.unwrap();
    }
    assert_eq!(call(&link, keyed("1", "k")).await.unwrap_err().error_code, Code::ResultExpired);
}

/// A proxy whose first connection is cut by the test.
#[tokio::test]
async fn a_result_survives_the_connection() {
    let rig = Rig::new();
    let url = rig.host.url();
    let target = url.trim_start_matches("ws://").split('/').next().unwrap().to_owned();
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let through = url.replace(&target, &proxy.local_addr().unwrap().to_string());
    let (cut, mut cuts) = tokio::sync::mpsc::channel::<()>(1);
    tokio::spawn(async move {
        for n in 0.. {
            let (mut inner, _) = proxy.accept().await.unwrap();
            let mut outer = TcpStream::connect(&target).await.unwrap();
            if n == 0 {
                tokio::select! {
                    _ = copy_bidirectional(&mut inner, &mut outer) => {}
                    _ = cuts.recv() => {}
                }
            } else {
                tokio::spawn(async move { copy_bidirectional(&mut inner, &mut outer).await });
            }
        }
    });
    let link = Link::connect(&through, &rig.host.token()).await.unwrap();
    let running = rig.block(&link).await;
    cut.send(()).await.unwrap();
    rig.double.gate.open();
    let reply = soon(running).await.unwrap().unwrap();
    assert_eq!(reply.payload.json["value"], "opened");
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_host_that_is_gone_leaves_the_outcome_unknown_within_a_second() {
    let rig = Rig::new();
    let url = rig.host.url();
    let target = url.trim_start_matches("ws://").split('/').next().unwrap().to_owned();
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let through = url.replace(&target, &proxy.local_addr().unwrap().to_string());
    let (cut, cuts) = tokio::sync::oneshot::channel::<()>();
    tokio::spawn(async move {
        let (mut inner, _) = proxy.accept().await.unwrap();
        let mut outer = TcpStream::connect(&target).await.unwrap();
        tokio::select! {
            _ = copy_bidirectional(&mut inner, &mut outer) => {}
            _ = cuts => {}
        }
        // The listener goes with the connection, as when its process dies.
    });
    let link = Link::connect(&through, &rig.host.token()).await.unwrap();
    let running = rig.block(&link).await;
    let begun = Instant::now();
    cut.send(()).unwrap();
    assert_eq!(soon(running).await.unwrap().unwrap_err().error_code, Code::OutcomeUnknown);
    assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
}
