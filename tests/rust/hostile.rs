//! What a peer may do wrong, and what becomes of the others then.

use futures_util::{SinkExt, StreamExt};
use scenewire::backend::Link;
use scenewire::wire::Code;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;

use crate::raw::{frame, greet, next, raw_call, upgrade};
use crate::rig::{Rig, call, code, soon};

fn address(rig: &Rig) -> String {
    rig.host.url().trim_start_matches("ws://").split('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn strangers_are_refused_on_their_headers() {
    let rig = Rig::new();
    let token = rig.host.token();
    for (path, token, more, expected) in [
        ("/v1/link", "wrong", "", "401"),
        ("/v1/link", "", "", "401"),
        ("/v1/link", token.as_str(), "Origin: http://localhost\r\n", "403"),
        ("/other", token.as_str(), "", "404"),
        ("/v1/link", token.as_str(), "", "101"),
    ] {
        let (_, answer) = upgrade(&address(&rig), path, token, more).await;
        assert_eq!(answer.split(' ').nth(1), Some(expected), "{path} {more}");
    }
}

async fn welcomed(rig: &Rig) -> (TcpStream, String) {
    let (mut stream, _) = upgrade(&address(rig), "/v1/link", &rig.host.token(), "").await;
    let welcome = greet(&mut stream).await;
    (stream, welcome["epoch"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn two_frames_in_one_segment_and_one_frame_in_many() {
    let rig = Rig::new();
    let (mut stream, epoch) = welcomed(&rig).await;
    stream.set_nodelay(true).unwrap();
    stream.write_all(&[raw_call(1, &epoch), raw_call(2, &epoch)].concat()).await.unwrap();
    let mut ids = [next(&mut stream).await["id"].clone(), next(&mut stream).await["id"].clone()];
    ids.sort_by_key(|id| id.as_u64());
    assert_eq!(ids, [json!(1), json!(2)]);
    for byte in raw_call(3, &epoch) {
        stream.write_all(&[byte]).await.unwrap();
        stream.flush().await.unwrap();
    }
    let result = next(&mut stream).await;
    assert_eq!((&result["id"], &result["ok"]), (&json!(3), &json!(true)));
}

#[tokio::test]
async fn a_peer_that_breaks_the_protocol_is_told_and_dropped() {
    let rig = Rig::new();
    let deep = format!("{}{}", "[".repeat(100), "]".repeat(100));
    let cases: [(u8, Vec<u8>, &str); 6] = [
        (1, b"not json".to_vec(), "protocol"),
        (1, br#"{"kind":"nonsense"}"#.to_vec(), "protocol"),
        (1, format!(r#"{{"kind":"event","name":"x","data":{deep}}}"#).into_bytes(), "protocol"),
        (2, vec![1, 2], "protocol"),
        (2, vec![255, 255, 255, 255, 0], "too_large"),
        (2, [&[20, 0, 0, 0][..], b"short"].concat(), "protocol"),
    ];
    let other = rig.link().await;
    for (opcode, payload, expected) in cases {
        let (mut stream, _) = welcomed(&rig).await;
        stream.write_all(&frame(opcode, &payload)).await.unwrap();
        let bye = next(&mut stream).await;
        assert_eq!(bye["kind"], "bye");
        assert!(bye["reason"].as_str().unwrap().starts_with(expected), "{bye}");
        assert!(call(&other, code("1")).await.is_ok());
    }
}

#[tokio::test]
async fn an_oversize_length_is_refused_before_its_bytes_come() {
    let rig = Rig::new();
    let (mut stream, _) = welcomed(&rig).await;
    let mut head = vec![0x82, 0x80 | 127];
    head.extend_from_slice(&(1u64 << 40).to_be_bytes());
    head.extend_from_slice(&[0; 4]);
    stream.write_all(&head).await.unwrap();
    assert!(next(&mut stream).await["reason"].as_str().unwrap().starts_with("too_large"));
}

#[tokio::test]
async fn half_a_frame_then_gone_hurts_nobody() {
    let rig = Rig::new();
    let link = rig.link().await;
    let (mut stream, epoch) = welcomed(&rig).await;
    let whole = raw_call(1, &epoch);
    stream.write_all(&whole[..whole.len() / 2]).await.unwrap();
    drop(stream);
    assert!(call(&link, code("1")).await.is_ok());
}

#[tokio::test]
async fn a_call_for_an_earlier_run_never_runs() {
    let rig = Rig::new();
    let (mut stream, _) = welcomed(&rig).await;
    stream.write_all(&raw_call(1, "earlier")).await.unwrap();
    assert_eq!(next(&mut stream).await["error"]["error_code"], Code::OutcomeUnknown.name());
    assert_eq!(rig.double.performed.load(std::sync::atomic::Ordering::SeqCst), 0);
}

#[tokio::test]
async fn a_version_that_nobody_speaks_is_told() {
    let rig = Rig::new();
    let (stream, _) = upgrade(&address(&rig), "/v1/link", &rig.host.token(), "").await;
    let mut socket = tokio_tungstenite::WebSocketStream::from_raw_socket(
        stream,
        tokio_tungstenite::tungstenite::protocol::Role::Client,
        None,
    )
    .await;
    let hello = json!({ "kind": "hello", "protocol": [7, 9], "client": { "name": "t", "version": "1" } });
    socket.send(Message::text(hello.to_string())).await.unwrap();
    let bye = soon(socket.next()).await.unwrap().unwrap().into_text().unwrap();
    assert!(bye.contains("incompatible_version"), "{bye}");
}

#[tokio::test]
async fn a_thousand_connections_leave_a_caller_alone() {
    let rig = Rig::new();
    let link = rig.link().await;
    let mut strangers = Vec::new();
    for _ in 0..1000 {
        strangers.push(TcpStream::connect(address(&rig)).await.unwrap());
    }
    assert!(call(&link, code("1")).await.is_ok());
    drop(strangers);
    assert!(call(&link, code("2")).await.is_ok());
    soon(async {
        while rig.host.status()["counts"]["connections"] != json!(1) {
            tokio::task::yield_now().await;
        }
    })
    .await;
    assert!(call(&rig.link().await, code("3")).await.is_ok());
}

/// One more than 64 that have not said who they are.
#[tokio::test]
async fn the_sixty_fifth_stranger_is_turned_away() {
    let rig = Rig::new();
    let mut strangers = Vec::new();
    for _ in 0..64 {
        strangers.push(TcpStream::connect(address(&rig)).await.unwrap());
    }
    let mut late = TcpStream::connect(address(&rig)).await.unwrap();
    assert_eq!(soon(late.read(&mut [0; 1])).await.unwrap_or(0), 0, "closed without a word");
    strangers.pop();
    // The seat is free as soon as the host has noticed.
    soon(async {
        while Link::connect(&rig.host.url(), &rig.host.token()).await.is_err() {
            tokio::task::yield_now().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_queue_that_is_full_of_bytes_says_so_and_keeps_what_it_has() {
    let mut rig = Rig::idle(|config| config.queue_bytes = 10_000);
    let link = rig.link().await;
    let long = code(&format!("'{}'", "x".repeat(6_000)));
    let first = tokio::spawn({
        let (link, long) = (link.clone(), long.clone());
        async move { link.call(long, None).await }
    });
    soon(async {
        while rig.host.status()["queue"] != json!(1) {
            tokio::task::yield_now().await
        }
    })
    .await;
    assert_eq!(call(&link, long).await.unwrap_err().error_code, Code::Busy);
    rig.pump();
    assert!(soon(first).await.unwrap().is_ok());
}
