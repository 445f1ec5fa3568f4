//! A small MCP client of our own: what an AI client does, without the AI.

use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use crate::wire::{Code, Fault};

/// The protocol version that it speaks.
const PROTOCOL: &str = "2025-06-18";

/// A server process and the pipe to it.
pub(super) struct Client {
    child: Child,
    writer: ChildStdin,
    lines: Lines<BufReader<ChildStdout>>,
    last_id: u64,
}

/// What a tool answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) structured: Value,
    pub(super) content: Vec<Value>,
    pub(super) is_error: bool,
    pub(super) took: Duration,
}

impl Client {
    /// Starts the server and greets it.
    pub(super) async fn start(mut command: Command) -> Result<Self, Fault> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().map_err(|error| broken(&format!("the MCP server did not start: {error}")))?;
        let (Some(writer), Some(reader)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(broken("the MCP server has no pipes"));
        };
        let mut client = Self { child, writer, lines: BufReader::new(reader).lines(), last_id: 0 };
        let about = json!({ "name": "scenewire-demo", "version": env!("CARGO_PKG_VERSION") });
        client
            .request("initialize", json!({ "protocolVersion": PROTOCOL, "capabilities": {}, "clientInfo": about }))
            .await?;
        client.send(json!({ "jsonrpc": "2.0", "method": "notifications/initialized" })).await?;
        Ok(client)
    }

    /// One request and its result; notifications in between are passed over.
    pub(super) async fn request(&mut self, method: &str, params: Value) -> Result<Value, Fault> {
        self.last_id += 1;
        let id = self.last_id;
        self.send(json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params })).await?;
        loop {
            let line = self.lines.next_line().await.map_err(|error| broken(&error.to_string()))?;
            let line = line.ok_or_else(|| broken("the MCP server ended"))?;
            let mut message: Value = serde_json::from_str(&line).map_err(|error| broken(&error.to_string()))?;
            if message["id"] != id {
                continue;
            }
            if let Some(error) = message.get("error") {
                return Err(broken(&error.to_string()));
            }
            return Ok(message["result"].take());
        }
    }

    /// One tool call.
    pub(super) async fn tool(&mut self, name: &str, arguments: Value) -> Result<Answer, Fault> {
        let began = Instant::now();
        let mut result = self.request("tools/call", json!({ "name": name, "arguments": arguments })).await?;
        let took = began.elapsed();
        let content = result["content"].as_array().cloned().unwrap_or_default();
        let is_error = result["isError"] == true;
        Ok(Answer { structured: result["structuredContent"].take(), content, is_error, took })
    }

    /// Closes the pipe and waits for the server to end, as a client does that quits.
    pub(super) async fn finish(self) {
        let Self { mut child, writer, .. } = self;
        drop(writer);
        if tokio::time::timeout(Duration::from_secs(5), child.wait()).await.is_err() {
            let _ = child.kill().await;
        }
    }

    async fn send(&mut self, message: Value) -> Result<(), Fault> {
        let line = format!("{message}\n");
        self.writer.write_all(line.as_bytes()).await.map_err(|error| broken(&error.to_string()))
    }
}

fn broken(message: &str) -> Fault {
    Fault::new(Code::Protocol, message)
}
