//! Calls that nobody wants any more, and calls that do not return.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use scenewire::backend::{Link, Progress, Request};
use scenewire::wire::{Attachment, Code, Dtype, Payload};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::sync::mpsc;

use crate::double::pattern;
use crate::rig::{Rig, call, code, request, soon};

#[tokio::test]
async fn dropping_a_running_call_stops_it() {
    let rig = Rig::new();
    let link = rig.link().await;
    let running = rig.block(&link).await;
    running.abort();
    call(&link, code("after")).await.unwrap();
    assert!(rig.double.log.lock().contains(&"roll_back".to_owned()));
}

#[tokio::test]
async fn dropping_a_queued_call_takes_it_out() {
    let mut rig = Rig::idle(|_| {});
    let link = rig.link().await;
    let queued = tokio::spawn({
        let link = link.clone();
        async move { link.call(code("1"), None).await }
    });
    soon(async { while status(&link).await["queue"] != json!(1) {} }).await;
    queued.abort();
    soon(async { while status(&link).await["queue"] != json!(0) {} }).await;
    rig.pump();
    call(&link, code("2")).await.unwrap();
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1);
}

async fn status(link: &scenewire::backend::Link) -> serde_json::Value {
    call(link, request("get_status", json!({}))).await.unwrap().payload.json
}

#[tokio::test]
async fn status_is_answered_while_the_host_is_busy() {
    let rig = Rig::new();
    let link = rig.link().await;
    let running = rig.block(&link).await;
    assert_eq!(status(&link).await["running"]["operation"], "execute_python");
    rig.double.gate.open();
    assert!(soon(running).await.unwrap().is_ok());
}

/// Through a proxy that tells when the transfer is under way.
#[tokio::test]
async fn a_cancel_overtakes_a_500_mb_transfer() {
    let rig = Rig::new();
    let meter = Arc::new(Meter::default());
    let link = Link::connect(&proxy(&rig, meter.clone()).await, &rig.host.token()).await.unwrap();
    let transfer = tokio::spawn({
        let (link, large) = (link.clone(), mesh(bytes::Bytes::from(vec![0; 500 << 20])));
        async move { link.call(large, None).await }
    });
    soon(meter.under_way.notified()).await;
    transfer.abort();
    call(&link, code("next")).await.unwrap();
    let performed = rig.double.log.lock().clone();
    assert!(!performed.contains(&"perform create_meshes".to_owned()), "{performed:?}");
    let carried = meter.carried.load(Ordering::SeqCst);
    assert!(carried < 32 << 20, "{carried} bytes went before the cancel");
}

/// The other way round: the caller gives up while a large result comes, and the connection stays of use.
#[tokio::test]
async fn a_result_that_nobody_wants_stops_coming() {
    let rig = Rig::new();
    let link = rig.link().await;
    for _ in 0..3 {
        let coming = tokio::spawn({
            let link = link.clone();
            async move { link.call(code("big"), None).await }
        });
        while rig.double.log.lock().iter().filter(|word| *word == "commit").count() == 0 {
            tokio::task::yield_now().await;
        }
        rig.double.log.lock().clear();
        coming.abort();
        call(&link, code("next")).await.unwrap();
        rig.double.log.lock().clear();
    }
    let reply = call(&link, code("big")).await.unwrap();
    assert_eq!(reply.payload.attachments[0].data.len(), 100 << 20);
}

#[derive(Default)]
struct Meter {
    carried: AtomicUsize,
    under_way: tokio::sync::Notify,
}

/// A proxy before the host that counts what callers send.
async fn proxy(rig: &Rig, meter: Arc<Meter>) -> String {
    let url = rig.host.url();
    let target = url.trim_start_matches("ws://").split('/').next().unwrap().to_owned();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let through = url.replace(&target, &listener.local_addr().unwrap().to_string());
    tokio::spawn(async move {
        let (inner, _) = listener.accept().await.unwrap();
        let outer = tokio::net::TcpStream::connect(&target).await.unwrap();
        let ((mut from, mut to), (mut back, mut out)) = (inner.into_split(), outer.into_split());
        tokio::spawn(async move { tokio::io::copy(&mut back, &mut to).await });
        let mut buffer = vec![0; 64 << 10];
        while let Ok(count @ 1..) = from.read(&mut buffer).await {
            if meter.carried.fetch_add(count, Ordering::SeqCst) + count > 1 << 20 {
                meter.under_way.notify_one();
            }
            out.write_all(&buffer[..count]).await.unwrap();
        }
    });
    through
}

/// A mesh of which the bytes are points.
fn mesh(data: bytes::Bytes) -> Request {
    let mut arguments = Payload::default();
    let points = (data.len() / 12) as u64;
    let data = data.slice(..points as usize * 12);
    let vertices = arguments.attach(Attachment { dtype: Dtype::F4, shape: vec![points, 3], media: None, data });
    let indices = Attachment {
        dtype: Dtype::U4,
        shape: vec![3],
        media: None,
        data: bytes::Bytes::from_static(&[0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]),
    };
    let indices = arguments.attach(indices);
    arguments.json = json!({ "items": [{ "name": "large", "vertices": vertices, "indices": indices }] });
    Request { operation: "create_meshes".to_owned(), arguments, ..Request::default() }
}

#[tokio::test]
async fn a_large_result_arrives_byte_for_byte() {
    let rig = Rig::new();
    let reply = call(&rig.link().await, code("big")).await.unwrap();
    assert!(reply.payload.attachments[0].data == pattern(100 << 20));
}

#[tokio::test]
async fn a_mesh_comes_back_byte_for_byte() {
    let rig = Rig::new();
    let floats: Vec<u8> = (0..3_000_000u32).flat_map(|n| (n as f32).to_le_bytes()).collect();
    let sent = bytes::Bytes::from(floats);
    let reply = call(&rig.link().await, mesh(sent.clone())).await.unwrap();
    assert!(reply.payload.attachments[0].data == sent);
}

#[tokio::test]
async fn progress_is_paced_and_the_last_word_arrives() {
    let rig = Rig::new();
    let link = rig.link().await;
    let (sender, mut receiver) = mpsc::channel::<Progress>(4096);
    let running = tokio::spawn(async move { link.call(code("progress"), Some(sender)).await });
    let mut count = 0;
    soon(async {
        while let Some(progress) = receiver.recv().await {
            count += 1;
            if progress.message == "last" {
                break;
            }
        }
    })
    .await;
    assert!(count < 100, "{count} messages for 1001 reports");
    rig.double.gate.open();
    assert!(soon(running).await.unwrap().is_ok());
}

#[tokio::test]
async fn a_deadline_in_the_queue_is_told_though_nobody_pumps() {
    let rig = Rig::idle(|_| {});
    let late = Request { timeout: Some(Duration::from_millis(20)), ..code("1") };
    assert_eq!(call(&rig.link().await, late).await.unwrap_err().error_code, Code::TimedOut);
}

#[tokio::test]
async fn code_that_cannot_be_stopped_is_told_and_its_result_is_kept() {
    let rig = Rig::with(|config| config.grace = Duration::ZERO);
    let link = rig.link().await;
    let stubborn = Request { timeout: Some(Duration::from_millis(20)), key: Some("k".to_owned()), ..code("stubborn") };
    let fault = call(&link, stubborn.clone()).await.unwrap_err();
    assert_eq!(fault.error_code, Code::TimedOutStillRunning);
    assert_eq!(status(&link).await["running"]["overdue"], true);
    rig.double.gate.open();
    soon(async { while !status(&link).await["running"].is_null() {} }).await;
    assert_eq!(call(&link, stubborn).await.unwrap().payload.json["value"], true);
    assert_eq!(rig.double.performed.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_full_queue_is_busy() {
    let mut rig = Rig::idle(|config| config.queue_jobs = 2);
    let link = rig.link().await;
    let (a, b) = (spawn(&link), spawn(&link));
    soon(async { while status(&link).await["queue"] != json!(2) {} }).await;
    assert_eq!(call(&link, code("3")).await.unwrap_err().error_code, Code::Busy);
    rig.pump();
    assert!(soon(a).await.unwrap().is_ok() && soon(b).await.unwrap().is_ok());
}

fn spawn(
    link: &scenewire::backend::Link,
) -> tokio::task::JoinHandle<Result<scenewire::backend::Reply, scenewire::wire::Fault>> {
    let link = link.clone();
    tokio::spawn(async move { link.call(code("1"), None).await })
}

#[tokio::test]
async fn a_wake_is_asked_for_when_nobody_pumps() {
    let rig = Rig::idle(|_| {});
    let woken = Arc::new(tokio::sync::Notify::new());
    let bell = woken.clone();
    rig.host.on_wake(Box::new(move || bell.notify_one()));
    let call = spawn(&rig.link().await);
    let begun = Instant::now();
    soon(woken.notified()).await;
    let host = rig.host.clone();
    let report = tokio::task::spawn_blocking(move || host.pump(crate::rig::BUDGET)).await.unwrap();
    assert_eq!((report.ran, report.pending, report.hot), (1, 0, true), "{:?}", begun.elapsed());
    assert!(soon(call).await.unwrap().is_ok());
}
