//! HTTP by hand: what a test wants to say must not be put right by a library.

use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

use scenewire::gateway::{Gateway, Sources};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::double::LONG;
use crate::gateway_rig::ADMIN;

/// An MCP client's first request.
pub const INITIALIZE: &str = r#"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}"#;
/// Headers of an MCP request.
pub const MCP: &str = "Content-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";
/// Headers of an upgrade to a WebSocket.
pub const UPGRADE: &str = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    /// In small letters.
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or(Value::Null)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let line = self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.map(str::trim)
    }

    /// The body as it is whenever it is asked for: an error says when.
    pub fn timeless(&self) -> Value {
        let mut value = self.json();
        if let Some(object) = value.as_object_mut() {
            object.remove("timestamp");
        }
        value
    }
}

/// Sends these bytes on a connection of their own and reads to its end.
pub async fn raw(address: SocketAddr, bytes: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    // The gateway may answer and close before it has read everything.
    let _ = stream.write_all(bytes).await;
    let mut answer = Vec::new();
    let _ = tokio::time::timeout(LONG, stream.read_to_end(&mut answer)).await.expect("no end in time");
    parse(&answer)
}

fn parse(bytes: &[u8]) -> Answer {
    let text = String::from_utf8_lossy(bytes);
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// One request with these headers, each with its line end.
pub async fn ask(address: SocketAddr, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let host = if headers.to_lowercase().contains("host:") { String::new() } else { format!("Host: {address}\r\n") };
    let length = body.len();
    let request = format!(
        "{method} {path} HTTP/1.1\r\n{host}{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    );
    raw(address, request.as_bytes()).await
}

pub fn bearer(key: &str) -> String {
    format!("Authorization: Bearer {key}\r\n")
}

/// With a key, and JSON where there is some.
pub async fn act(address: SocketAddr, method: &str, path: &str, key: &str, body: Value) -> Answer {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    ask(address, method, path, &bearer(key), &body).await
}

/// A gateway in this test's own runtime, in this folder, with these flags beside.
pub async fn gateway(data: &Path, file: Option<&Path>, flags: &[(&'static str, &str)]) -> Gateway {
    let own = [("data", data.to_str().unwrap()), ("port", "0"), ("admin_key", ADMIN)];
    let flags = own.iter().chain(flags).map(|(name, value)| (*name, (*value).to_owned())).collect();
    Gateway::start(Sources { file: file.map(Path::to_owned), flags, ..Sources::default() }).await.unwrap()
}

/// Asks again and again until it is so.
pub async fn until<F: Future<Output = bool>>(what: &str, so: impl Fn() -> F) {
    let waited = async {
        while !so().await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(LONG, waited).await.unwrap_or_else(|_| panic!("not in time: {what}"));
}

/// Every operation of `/openapi.json`: method, path, its description.
pub async fn operations(address: SocketAddr) -> Vec<(String, String, Value)> {
    let document = ask(address, "GET", "/openapi.json", "", "").await.json();
    let paths = document["paths"].as_object().unwrap().clone();
    let of_path = |(path, operations): (String, Value)| {
        let operations = operations.as_object().unwrap().clone();
        operations.into_iter().map(move |(method, operation)| (method.to_uppercase(), path.clone(), operation))
    };
    paths.into_iter().flat_map(of_path).collect()
}

/// A value that fits a schema.
pub fn example(schema: &Value) -> Value {
    if let Some(choice) = schema["enum"].get(0) {
        return choice.clone();
    }
    match schema["type"].as_str() {
        Some("integer" | "number") => json!(1),
        Some("array") => json!([]),
        Some("object") => json!({}),
        _ if schema["type"].is_array() => Value::Null,
        _ => json!("sample"),
    }
}

/// A body with all that an operation requires, and a query likewise.
pub fn filled(operation: &Value) -> (Value, String) {
    let schema = &operation["requestBody"]["content"]["application/json"]["schema"];
    let required = schema["required"].as_array().cloned().unwrap_or_default();
    let fields = required.iter().map(|name| {
        let name = name.as_str().unwrap();
        (name.to_owned(), example(&schema["properties"][name]))
    });
    let body: serde_json::Map<String, Value> = fields.collect();
    let parameters = operation["parameters"].as_array().cloned().unwrap_or_default();
    let needed = parameters.iter().filter(|parameter| parameter["in"] == "query" && parameter["required"] == true);
    let pairs: Vec<String> = needed
        .map(|parameter| {
            let value = example(&parameter["schema"]);
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            format!("{}={text}", parameter["name"].as_str().unwrap())
        })
        .collect();
    (Value::Object(body), if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) })
}

/// Only the head: some answers have no end.
pub async fn head(address: SocketAddr, method: &str, path: &str, headers: &str, body: &str) -> Answer {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let length = body.len();
    let request =
        format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\n{headers}Content-Length: {length}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    let read = async {
        while !answer.windows(4).any(|end| end == b"\r\n\r\n") && stream.read_buf(&mut answer).await.unwrap() > 0 {}
    };
    tokio::time::timeout(LONG, read).await.unwrap();
    let text = String::from_utf8_lossy(&answer);
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    Answer { status, head: head.to_lowercase(), body: body.to_owned() }
}

/// Whether it is the object that every error is.
pub fn is_fault(answer: &Answer) -> bool {
    let value = answer.json();
    ["error_code", "error_message", "details", "suggestions", "timestamp"]
        .iter()
        .all(|field| value.get(field).is_some())
}
