//! One connection to one host: its handshake, and which call waits for what.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use parking_lot::Mutex;
use tokio::net::TcpStream;
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::http::HeaderValue;
use tokio_tungstenite::tungstenite::protocol::Message as Raw;
use tokio_tungstenite::tungstenite::{self, http};
use tokio_util::task::AbortOnDropHandle;

use super::{Inbound, Outbox, run, settled};
use crate::wire::{
    Ack, Attachment, Call, Cancel, Code, Envelope, Fault, Frame, Hello, Message, Outcome, Peer, Progress, Welcome,
    decode_text, encode, limits, protocol,
};

/// Keys that are acknowledged in one message.
const ACKS: usize = 32;
/// A result of this size is acknowledged at once, so that the host can free it.
const HEAVY: usize = 1 << 20;

/// What came for a call: its outcome with what is attached, or why it could not even be sent.
pub(crate) type Answer = Result<(Outcome, Vec<Attachment>), Fault>;

#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) welcome: Welcome,
    state: Arc<State>,
    /// Ends the connection with its last user.
    _task: AbortOnDropHandle<()>,
}

#[derive(Debug, Default)]
struct State {
    outbox: Outbox,
    waiting: Mutex<HashMap<u64, Waiting>>,
    acks: Mutex<Vec<String>>,
    next: AtomicU64,
    lost: AtomicBool,
}

#[derive(Debug)]
struct Waiting {
    answer: oneshot::Sender<Answer>,
    progress: Option<mpsc::Sender<Progress>>,
}

impl Connection {
    pub(crate) async fn open(url: &str, token: &str) -> Result<Self, Fault> {
        let (socket, welcome) = match tokio::time::timeout(limits::GREETING_TIME, greet(url, token)).await {
            Ok(greeting) => greeting?,
            Err(_) => return Err(unreachable(url, "no answer in time")),
        };
        let state = Arc::new(State::default());
        let task = tokio::spawn(serve(socket, state.clone()));
        Ok(Self { welcome, state, _task: AbortOnDropHandle::new(task) })
    }

    pub(crate) fn lost(&self) -> bool {
        self.state.lost.load(Ordering::Acquire)
    }

    /// Sends a call and waits; none when the connection ended first. Dropping the future cancels the call.
    pub(crate) async fn call(
        &self,
        mut call: Call,
        attachments: Vec<Attachment>,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> Option<Answer> {
        let (answer, answered) = oneshot::channel();
        let id = self.state.next.fetch_add(1, Ordering::Relaxed) + 1;
        call.id = id;
        self.state.waiting.lock().insert(id, Waiting { answer, progress });
        let _cancel = CancelOnDrop { state: &self.state, id };
        if self.lost() {
            return None;
        }
        self.state.outbox.push(Message { envelope: Envelope::Call(call), attachments });
        answered.await.ok()
    }
}

/// A call whose future is dropped before its answer is wanted by nobody.
struct CancelOnDrop<'a> {
    state: &'a State,
    id: u64,
}

impl Drop for CancelOnDrop<'_> {
    fn drop(&mut self) {
        if self.state.waiting.lock().remove(&self.id).is_some() {
            self.state.outbox.abandon(self.id);
            self.state.outbox.push(Envelope::Cancel(Cancel { id: self.id }));
        }
    }
}

async fn serve(socket: WebSocketStream<TcpStream>, state: Arc<State>) {
    let outcome = run(socket, &state.outbox, Duration::ZERO, |inbound| state.inbound(inbound)).await;
    if let Err(fault) = outcome {
        tracing::warn!(error = %fault, "the host broke the protocol");
    }
    state.lost.store(true, Ordering::Release);
    state.outbox.close(None);
    // Who waits learns of the loss by the end of its channel.
    state.waiting.lock().clear();
}

impl State {
    fn inbound(&self, inbound: Inbound) {
        match inbound {
            Inbound::Message(Message { envelope: Envelope::Result(outcome), attachments }) => {
                self.acknowledge(&outcome, &attachments);
                self.answer(outcome.id, Ok((outcome, attachments)));
            }
            Inbound::Message(Message { envelope: Envelope::Progress(step), .. }) => {
                if let Some(progress) = self.waiting.lock().get(&step.id).and_then(|waiting| waiting.progress.clone()) {
                    // Who does not read its progress misses some.
                    let _ = progress.try_send(Progress { fraction: step.fraction, message: step.message });
                }
            }
            Inbound::Message(Message { envelope: Envelope::Bye(bye), .. }) => {
                tracing::debug!(bye.reason, "the host leaves")
            }
            Inbound::Unsent(id, fault) => self.answer(id, Err(fault)),
            Inbound::Message(_) | Inbound::Abandoned(..) | Inbound::Refused(..) => {}
        }
    }

    fn answer(&self, id: u64, answer: Answer) {
        if let Some(waiting) = self.waiting.lock().remove(&id) {
            // Its receiver may have been dropped this very moment.
            let _ = waiting.answer.send(answer);
        }
    }

    fn acknowledge(&self, outcome: &Outcome, attachments: &[Attachment]) {
        let heavy = attachments.iter().map(|attachment| attachment.data.len()).sum::<usize>() >= HEAVY;
        let mut acks = self.acks.lock();
        acks.push(outcome.key.clone());
        if heavy || acks.len() >= ACKS {
            let keys = std::mem::take(&mut *acks);
            self.outbox.push(Envelope::Ack(Ack { keys }));
        }
    }
}

async fn greet(url: &str, token: &str) -> Result<(WebSocketStream<TcpStream>, Welcome), Fault> {
    let mut request = url.into_client_request().map_err(|error| unreachable(url, error))?;
    let bearer = HeaderValue::from_str(&format!("Bearer {token}"))
        .map_err(|_| Fault::new(Code::Unauthorized, "the token has characters that no token has"))?;
    request.headers_mut().insert(http::header::AUTHORIZATION, bearer);
    let address = address(request.uri()).ok_or_else(|| unreachable(url, "not a `ws://` address"))?;
    let stream = TcpStream::connect(address).await.map_err(|error| unreachable(url, error))?;
    stream.set_nodelay(true).map_err(|error| unreachable(url, error))?;
    let (mut socket, _) = tokio_tungstenite::client_async_with_config(request, stream, Some(settled()))
        .await
        .map_err(|error| refused(url, error))?;
    let hello = Envelope::Hello(Hello {
        protocol: limits::PROTOCOL,
        client: Peer { name: "scenewire".to_owned(), version: env!("CARGO_PKG_VERSION").to_owned() },
        token: None,
    });
    let Frame::Text(hello) = encode(&hello, &[])? else { return Err(protocol("a hello has no body")) };
    socket.send(Raw::text(hello)).await.map_err(|error| unreachable(url, error))?;
    loop {
        match socket.next().await {
            Some(Ok(Raw::Text(text))) => match decode_text(&text)? {
                Envelope::Welcome(welcome) => return Ok((socket, *welcome)),
                Envelope::Bye(bye) => return Err(told_to_leave(&bye.reason)),
                _ => return Err(protocol("the host did not welcome")),
            },
            Some(Ok(Raw::Ping(_) | Raw::Pong(_))) => {}
            Some(Err(error)) => return Err(unreachable(url, error)),
            _ => return Err(unreachable(url, "the host closed the connection")),
        }
    }
}

fn told_to_leave(reason: &str) -> Fault {
    let incompatible = reason.starts_with(Code::IncompatibleVersion.name());
    let code = if incompatible { Code::IncompatibleVersion } else { Code::Unreachable };
    Fault::new(code, format!("the host refused: {reason}"))
}

fn address(uri: &http::Uri) -> Option<(String, u16)> {
    let plain = uri.scheme_str() == Some("ws");
    let host = uri.host()?.trim_matches(['[', ']']).to_owned();
    plain.then_some((host, uri.port_u16().unwrap_or(80)))
}

fn refused(url: &str, error: tungstenite::Error) -> Fault {
    match error {
        tungstenite::Error::Http(response) if response.status() == http::StatusCode::UNAUTHORIZED => {
            Fault::new(Code::Unauthorized, format!("the host at {url} does not know this token"))
        }
        error => unreachable(url, error),
    }
}

fn unreachable(url: &str, error: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Unreachable, format!("no host answers at {url}: {error}")).detail("url", url)
}
