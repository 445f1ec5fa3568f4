//! Every message as bytes, and any message there and back.

use bytes::Bytes;
use proptest::prelude::*;
use scenewire::wire::limits::{CHUNK, INLINE, WINDOW};
use scenewire::wire::*;
use serde_json::{Value, json};

/// The header of a frame in hex: the protocol, byte by byte.
fn hex(frame: &Frame) -> String {
    match frame {
        Frame::Text(text) => text.bytes().map(|byte| format!("{byte:02x}")).collect(),
        Frame::Binary(bytes) => bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
    }
}

fn messages() -> Vec<(Envelope, &'static [u8])> {
    let instance =
        Instance { id: "i_1".into(), name: "blender".into(), status: "online".into(), pid: 7, ..Default::default() };
    let part = Part { dtype: Dtype::F4, shape: vec![1, 1], media: None, bytes: 4, stream: None };
    let fault = Fault { timestamp: "2026-11-21T00:00:00.000Z".into(), ..Fault::new(Code::Busy, "full") };
    let call = Call {
        id: 1,
        key: "k".into(),
        operation: "get_status".into(),
        arguments: json!({}),
        timeout_ms: Some(5),
        if_revision: Some(2),
        epoch: "e".into(),
        instance: None,
        resend: false,
        approval: None,
        client: None,
        attachments: vec![],
    };
    let outcome = Outcome {
        id: 1,
        key: "k".into(),
        ok: true,
        value: json!([1]),
        error: None,
        attachments: vec![],
        revision: 3,
        duration_us: 40,
    };
    let client = Peer { name: "t".into(), version: "1".into() };
    vec![
        (Envelope::Hello(Hello { protocol: [1, 1], client, token: None }), b""),
        (
            Envelope::Welcome(Box::new(Welcome {
                protocol: 1,
                epoch: "e".into(),
                instance,
                limits: Default::default(),
                revision: 3,
            })),
            b"",
        ),
        (Envelope::Call(call.clone()), b""),
        (
            Envelope::Call(Call {
                approval: Some(Approval { id: "a".into(), session: true }),
                client: Some("c".into()),
                ..call.clone()
            }),
            b"",
        ),
        (Envelope::Call(Call { attachments: vec![part], ..call }), b"\0\0\x80\x3f"),
        (Envelope::Result(outcome.clone()), b""),
        (Envelope::Result(Outcome { ok: false, value: Value::Null, error: Some(Box::new(fault)), ..outcome }), b""),
        (Envelope::Ack(Ack { keys: vec!["k".into()] }), b""),
        (Envelope::Progress(Step { id: 1, fraction: Some(0.5), message: "half".into() }), b""),
        (Envelope::Cancel(Cancel { id: 1 }), b""),
        (Envelope::Event(Event { name: "changed".into(), data: json!({}) }), b""),
        (Envelope::Ping(Ping { nonce: 9, reply: true }), b""),
        (Envelope::Credit(Credit { stream: 2, bytes: 1024 }), b""),
        (Envelope::Chunk(Chunk { stream: 2, last: true }), b"xyz"),
        (Envelope::Bye(Bye { reason: "r".into(), retry_after_ms: Some(10) }), b""),
    ]
}

#[test]
fn the_bytes_of_every_message_stay() {
    let frames = messages().into_iter().map(|(envelope, body)| {
        let body: &[&[u8]] = if body.is_empty() { &[] } else { &[body] };
        hex(&encode(&envelope, body).unwrap())
    });
    let now = frames.collect::<Vec<_>>().join("\n") + "\n";
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/rust/frames.hex");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, &now).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(file).unwrap_or_default(),
        now,
        "UPDATE=1 rewrites it, when the change is meant"
    );
}

#[test]
fn every_message_comes_back() {
    for (envelope, body) in messages() {
        let pieces: &[&[u8]] = if body.is_empty() { &[] } else { &[body] };
        let back = match encode(&envelope, pieces).unwrap() {
            Frame::Text(text) => (decode_text(&text).unwrap(), Bytes::new()),
            Frame::Binary(bytes) => decode_binary(&bytes).unwrap(),
        };
        assert_eq!(back, (envelope, Bytes::from_static(body)));
    }
}

fn take(incoming: &mut Incoming, frame: &Frame) -> Result<Arrival, Fault> {
    match frame {
        Frame::Text(text) => incoming.text(text),
        Frame::Binary(bytes) => incoming.binary(bytes),
    }
}

/// Carries everything from one end to the other, credit back, and checks the size of each frame on the way.
fn carry(outgoing: &mut Outgoing, incoming: &mut Incoming) -> Vec<Message> {
    let mut arrived = Vec::new();
    while let Some(frame) = outgoing.next_frame() {
        let frame = frame.unwrap();
        assert!(frame.len() <= INLINE.max(CHUNK) + 64 * 1024);
        match take(incoming, &frame).unwrap() {
            Arrival::Message(message) => arrived.push(message),
            Arrival::Credit(credit) => outgoing.credit(credit),
            Arrival::None => {}
            other => panic!("{other:?}"),
        }
    }
    arrived
}

fn result(id: u64, data: Vec<Bytes>) -> Message {
    let outcome = Outcome {
        id,
        key: format!("k{id}"),
        ok: true,
        value: json!(id),
        error: None,
        attachments: vec![],
        revision: 0,
        duration_us: 0,
    };
    let attachments =
        data.into_iter().map(|data| Attachment { dtype: Dtype::U1, shape: vec![data.len() as u64], media: None, data });
    Message { envelope: Envelope::Result(outcome), attachments: attachments.collect() }
}

#[test]
fn a_large_message_waits_for_credit_and_control_overtakes_it() {
    let mut outgoing = Outgoing::default();
    outgoing.push(result(1, vec![crate::double::pattern(WINDOW as usize + 5)]));
    let mut frames = Vec::new();
    while let Some(frame) = outgoing.next_frame() {
        frames.push(frame.unwrap());
    }
    assert_eq!(frames.len(), 1 + WINDOW as usize / CHUNK, "the window bounds what is under way");
    assert!(!outgoing.is_empty());
    outgoing.credit(Credit { stream: 0, bytes: 5 });
    outgoing.push(Envelope::Cancel(Cancel { id: 4 }).into());
    assert!(matches!(outgoing.next_frame(), Some(Ok(Frame::Text(text))) if text.contains("cancel")));
    assert!(matches!(outgoing.next_frame(), Some(Ok(Frame::Binary(_)))));
    assert!(outgoing.is_empty());
}

#[test]
fn more_than_the_credit_is_a_fault() {
    let mut incoming = Incoming::default();
    let announced = json!({ "kind": "result", "id": 1, "key": "k", "ok": true, "revision": 0, "duration_us": 0,
        "attachments": [{ "dtype": "u1", "shape": [10], "bytes": 10, "stream": 0 }] });
    assert_eq!(incoming.text(&announced.to_string()).unwrap(), Arrival::None);
    let chunk = |size: usize, last| encode(&Envelope::Chunk(Chunk { stream: 0, last }), &[&vec![0; size]]).unwrap();
    assert_eq!(take(&mut incoming, &chunk(11, false)).unwrap_err().error_code, Code::Protocol);
    assert_eq!(take(&mut incoming, &chunk(CHUNK + 1, false)).unwrap_err().error_code, Code::TooLarge);
}

#[test]
fn an_announcement_over_the_limit_refuses_the_call_only() {
    let mut incoming = Incoming::default();
    let call = json!({ "kind": "call", "id": 1, "key": "k", "operation": "x", "epoch": "e",
        "attachments": [{ "dtype": "u1", "shape": [1u64 << 40], "bytes": 1u64 << 40, "stream": 0 }] });
    assert!(
        matches!(incoming.text(&call.to_string()), Ok(Arrival::Refused(1, _, fault)) if fault.error_code == Code::TooLarge)
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..Default::default() })]

    #[test]
    fn any_messages_arrive_whole(sizes in prop::collection::vec(prop::collection::vec(0usize..700_000, 0..4), 1..4)) {
        let (mut outgoing, mut incoming) = (Outgoing::default(), Incoming::default());
        let sent: Vec<Message> = sizes.iter().enumerate()
            .map(|(id, sizes)| result(id as u64, sizes.iter().map(|&size| crate::double::pattern(size)).collect()))
            .collect();
        sent.iter().cloned().for_each(|message| outgoing.push(message));
        let mut arrived = carry(&mut outgoing, &mut incoming);
        arrived.sort_by_key(|message| match &message.envelope { Envelope::Result(outcome) => outcome.id, _ => 0 });
        prop_assert_eq!(arrived.len(), sent.len());
        for (arrived, sent) in arrived.iter().zip(&sent) {
            prop_assert!(arrived.attachments == sent.attachments);
        }
        prop_assert_eq!(outgoing.bytes(), 0);
    }

    #[test]
    fn nothing_that_arrives_panics(bytes in prop::collection::vec(any::<u8>(), 0..300), text in ".{0,200}") {
        let mut incoming = Incoming::default();
        let _ = incoming.binary(&Bytes::from(bytes));
        let _ = incoming.text(&text);
    }
}
