//! A WebSocket by hand, for what no library would send.

use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::rig::soon;

/// The upgrade request with a key and more headers; the socket and the answer's head.
pub async fn upgrade(address: &str, path: &str, token: &str, more: &str) -> (TcpStream, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
         Authorization: Bearer {token}\r\n{more}\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    soon(async {
        while !answer.windows(4).any(|end| end == b"\r\n\r\n") {
            let mut byte = [0];
            if stream.read(&mut byte).await.unwrap() == 0 {
                break;
            }
            answer.push(byte[0]);
        }
    })
    .await;
    (stream, String::from_utf8(answer).unwrap())
}

/// A masked client frame; the mask is zero, so that the bytes stay readable.
pub fn frame(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0x80 | opcode];
    match payload.len() {
        length @ 0..126 => bytes.push(0x80 | length as u8),
        length @ 126..0x1_0000 => {
            bytes.push(0x80 | 126);
            bytes.extend_from_slice(&(length as u16).to_be_bytes());
        }
        length => {
            bytes.push(0x80 | 127);
            bytes.extend_from_slice(&(length as u64).to_be_bytes());
        }
    }
    bytes.extend_from_slice(&[0; 4]);
    bytes.extend_from_slice(payload);
    bytes
}

/// The payload of the next frame of a host: unmasked, of any length.
pub async fn next(stream: &mut TcpStream) -> serde_json::Value {
    soon(async {
        let mut head = [0; 2];
        stream.read_exact(&mut head).await.unwrap();
        let length = match head[1] {
            126 => usize::from(stream.read_u16().await.unwrap()),
            127 => stream.read_u64().await.unwrap() as usize,
            length => usize::from(length),
        };
        let mut payload = vec![0; length];
        stream.read_exact(&mut payload).await.unwrap();
        serde_json::from_slice(&payload).unwrap_or_default()
    })
    .await
}

/// A caller's first word and the answer to it.
pub async fn greet(stream: &mut TcpStream) -> serde_json::Value {
    let hello = json!({ "kind": "hello", "protocol": [1, 1], "client": { "name": "t", "version": "1" } });
    stream.write_all(&frame(1, hello.to_string().as_bytes())).await.unwrap();
    next(stream).await
}

pub fn raw_call(id: u64, epoch: &str) -> Vec<u8> {
    let call = json!({ "kind": "call", "id": id, "key": format!("k{id}"), "operation": "get_selection",
        "arguments": {}, "epoch": epoch });
    frame(1, call.to_string().as_bytes())
}
