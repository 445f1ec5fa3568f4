//! MCP as lines of JSON over two streams. rmcp keeps each message in tree after tree while it tries which of all requests
//! it is, which takes longer than all else that a call costs here. Calls of tools are read at once; all other lines are
//! rmcp's own reader's, in their order.

use std::future::poll_fn;
use std::io;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};

use bytes::{Buf as _, BytesMut};
use parking_lot::Mutex;
use rmcp::RoleServer;
use rmcp::model::{
    CallToolRequest, CallToolRequestParams, ClientJsonRpcMessage, ClientRequest, JsonRpcVersion2_0, RequestId,
};
use rmcp::service::{RxJsonRpcMessage, TxJsonRpcMessage};
use rmcp::transport::Transport;
use rmcp::transport::async_rw::AsyncRwTransport;
use serde::Deserialize;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, ReadBuf};

/// A longer line is rmcp's, who also knows when one is too long.
const LONGEST: usize = 1 << 20;
/// The method of a call stands at its beginning, whichever of its few fields come first.
const BEGINNING: usize = 128;
const METHOD: &str = "tools/call";

/// One client on two streams.
pub(super) struct Lines<R, W: AsyncWrite> {
    reader: R,
    read: BytesMut,
    /// How much of `read` has no end of a line.
    looked: usize,
    /// Whether the beginning of this line is rmcp's already.
    long: bool,
    others: Others,
    rmcp: AsyncRwTransport<RoleServer, Others, W>,
}

impl<R, W> Lines<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    pub(super) fn new(reader: R, writer: W) -> Self {
        let others = Others::default();
        let rmcp = AsyncRwTransport::new(others.clone(), writer);
        Self { reader, read: BytesMut::new(), looked: 0, long: false, others, rmcp }
    }

    /// The next line with its end, when it has arrived; or a piece of a long one.
    fn line(&mut self) -> Option<BytesMut> {
        let end = self.read[self.looked..].iter().position(|byte| *byte == b'\n');
        let whole = end.map(|end| self.looked + end + 1);
        let piece = Some(self.read.len()).filter(|length| *length > LONGEST);
        let Some(length) = whole.or(piece) else {
            self.looked = self.read.len();
            return None;
        };
        self.looked = 0;
        Some(self.read.split_to(length))
    }

    /// A call of a tool; else the line is rmcp's.
    fn call(&mut self, line: BytesMut) -> Option<ClientJsonRpcMessage> {
        let (began, whole) = (self.long, line.ends_with(b"\n"));
        self.long = !whole;
        let call = if began || !whole { None } else { tool_call(&line) };
        if call.is_none() {
            self.others.give(line);
        }
        call
    }

    /// What rmcp reads of what it was given: a message, the end, or nothing that is for us.
    async fn other(&mut self) -> Option<Option<ClientJsonRpcMessage>> {
        let (others, mut receiving) = (&self.others, pin!(self.rmcp.receive()));
        poll_fn(|context| match receiving.as_mut().poll(context) {
            Poll::Ready(message) => Poll::Ready(Some(message)),
            Poll::Pending if others.wanted() => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        })
        .await
    }
}

impl<R, W> Transport<RoleServer> for Lines<R, W>
where
    R: AsyncRead + Send + Unpin,
    W: AsyncWrite + Send + Unpin + 'static,
{
    type Error = io::Error;

    fn send(
        &mut self,
        message: TxJsonRpcMessage<RoleServer>,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send + 'static {
        self.rmcp.send(message)
    }

    /// It is dropped before it is done whenever something else happens: what was read by then stays in `self`.
    async fn receive(&mut self) -> Option<RxJsonRpcMessage<RoleServer>> {
        loop {
            if !self.others.wanted()
                && let Some(message) = self.other().await
            {
                return message;
            }
            if let Some(line) = self.line() {
                match self.call(line) {
                    Some(call) => return Some(call),
                    None => continue,
                }
            }
            match self.reader.read_buf(&mut self.read).await {
                Ok(1..) => {}
                Ok(0) => self.others.end(),
                Err(error) => {
                    tracing::error!(%error, "the client cannot be read");
                    self.others.end();
                }
            }
        }
    }

    async fn close(&mut self) -> Result<(), Self::Error> {
        self.rmcp.close().await
    }
}

/// The lines for rmcp, as the stream from which it reads.
#[derive(Clone, Default)]
struct Others {
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    bytes: BytesMut,
    /// Whether rmcp has something to do: bytes to read, or an answer to write.
    busy: bool,
    ended: bool,
}

impl Others {
    fn give(&self, line: BytesMut) {
        let mut state = self.state.lock();
        state.busy = true;
        match state.bytes.is_empty() {
            true => state.bytes = line,
            false => state.bytes.unsplit(line),
        }
    }

    fn end(&self) {
        let mut state = self.state.lock();
        (state.busy, state.ended) = (true, true);
    }

    /// Whether it has read all that it was given, and waits for more.
    fn wanted(&self) -> bool {
        !self.state.lock().busy
    }
}

impl AsyncRead for Others {
    /// Whoever gives more asks rmcp again: nobody is woken.
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let mut state = self.state.lock();
        if state.bytes.is_empty() && !state.ended {
            state.busy = false;
            return Poll::Pending;
        }
        let length = state.bytes.len().min(buffer.remaining());
        buffer.put_slice(&state.bytes[..length]);
        state.bytes.advance(length);
        Poll::Ready(Ok(()))
    }
}

/// A call as every client writes it. Whatever else is in it, rmcp judges.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Call<'a> {
    #[serde(rename = "jsonrpc")]
    _version: JsonRpcVersion2_0,
    id: RequestId,
    method: &'a str,
    params: CallToolRequestParams,
}

/// What rmcp makes of the same line, when it is the call of a tool.
fn tool_call(line: &[u8]) -> Option<ClientJsonRpcMessage> {
    let beginning = &line[..line.len().min(BEGINNING)];
    if !beginning.windows(METHOD.len()).any(|word| word == METHOD.as_bytes()) {
        return None;
    }
    let Call { id, method, mut params, .. } = serde_json::from_slice(line).ok()?;
    if method != METHOD {
        return None;
    }
    let meta = params.meta.take();
    let mut request = CallToolRequest::new(params);
    if let Some(meta) = meta {
        request.extensions.insert(meta);
    }
    Some(ClientJsonRpcMessage::request(ClientRequest::CallToolRequest(request), id))
}

#[cfg(test)]
mod tests {
    use tokio::io::AsyncWriteExt as _;

    use super::*;

    const CALL: &str =
        r#"{"jsonrpc":"2.0","id":7,"method":"tools/call","params":{"name":"look","arguments":{"a":[1]}}}"#;

    #[test]
    fn calls_are_read_as_rmcp_reads_them() {
        let rest = r#""name":"call","arguments":{"operation":"look","arguments":{"text":"\u00e4\n","n":0.1}}"#;
        for line in [
            CALL.to_owned(),
            format!(r#"{{"method":"tools/call","params":{{{rest}}},"jsonrpc":"2.0","id":"a"}}"#),
            format!(
                r#"{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{"_meta":{{"progressToken":3}},{rest}}}}}"#
            ),
            format!(r#"{{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{{{rest},"_meta":null,"more":[1]}}}}"#),
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"x","requestState":"s"}}"#.to_owned(),
        ] {
            let theirs: ClientJsonRpcMessage = serde_json::from_str(&line).unwrap();
            let ours = tool_call(line.as_bytes());
            assert_eq!(format!("{:?}", ours.unwrap()), format!("{theirs:?}"), "{line}");
        }
    }

    #[test]
    fn what_is_no_plain_call_is_left_to_rmcp() {
        for line in [
            r#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#,
            r#"{"jsonrpc":"2.0","method":"tools/call","params":{"name":"look"}}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"look"},"result":{}}"#,
            r#"{"jsonrpc":"1.0","id":1,"method":"tools/call","params":{"name":"look"}}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"tools/call"}}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{}}"#,
            r#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"look"}"#,
        ] {
            assert!(tool_call(line.as_bytes()).is_none(), "{line}");
        }
    }

    /// What of the lines is heard, in order: the ids of requests, and methods of what has none.
    async fn heard(lines: &str) -> Vec<String> {
        let (reader, mut client) = tokio::io::duplex(64);
        let mut lines_of = Lines::new(reader, tokio::io::sink());
        let hearing = async {
            let mut heard = Vec::new();
            while let Some(message) = lines_of.receive().await {
                heard.push(match message {
                    ClientJsonRpcMessage::Request(request) => request.id.to_string(),
                    other => serde_json::to_value(&other).unwrap()["method"].to_string(),
                });
            }
            heard
        };
        let speaking = async {
            client.write_all(lines.as_bytes()).await.unwrap();
            drop(client);
        };
        tokio::join!(hearing, speaking).0
    }

    #[tokio::test]
    async fn messages_stay_in_order_whoever_reads_them() {
        let ping = |id: u32| format!(r#"{{"jsonrpc":"2.0","id":{id},"method":"ping"}}"#);
        let initialized = r#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#;
        let lsp = r#"{"jsonrpc":"2.0","method":"$/setTrace","params":{}}"#;
        let (first, last) = (ping(1), ping(9));
        let lines = format!("{first}\n{CALL}\r\n{initialized}\n\n{lsp}\nno JSON\n{{\"id\":1}}\n{CALL}\n{last}\n{CALL}");
        assert_eq!(heard(&lines).await, ["1", "7", "\"notifications/initialized\"", "\"$/setTrace\"", "7", "9"]);
    }

    #[tokio::test]
    async fn a_long_call_arrives_whole() {
        let long = CALL.replace("[1]", &format!("\"{}\"", "x".repeat(LONGEST)));
        assert_eq!(heard(&format!("{long}\n{CALL}\n")).await, ["7", "7"]);
    }
}
