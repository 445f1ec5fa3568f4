//! One connection to one host: its handshake, and which call waits for what.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use futures_util::{SinkExt, StreamExt};
use parking_lot::Mutex;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{oneshot, watch};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Message as Raw;
use tokio_util::sync::CancellationToken;
use tokio_util::task::AbortOnDropHandle;

use super::{Endpoint, Habits, Inbound, OnProgress, Outbox, dial, run};
use crate::wire::{
    Ack, Attachment, Bye, Call, Cancel, Code, Envelope, Event, Fault, Frame, Hello, Instance, Message, Outcome, Peer,
    Ping, Progress, Welcome, decode_text, encode, limits, protocol,
};

/// How long the last word of a program may take.
const SETTLING: Duration = Duration::from_secs(1);
const LOOK: Duration = Duration::from_millis(2);
/// Keys that are acknowledged in one message.
const ACKS: usize = 32;
/// A result of this size is acknowledged at once, so that the host can free it.
const HEAVY: usize = 1 << 20;

/// Who tells the host that a result has arrived, so that it need not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Acknowledge {
    /// This end, for every result: the caller is in this process.
    Here,
    /// Somebody behind it, by `acknowledge`: the caller may still lose the result.
    Behind,
}

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
    lost: CancellationToken,
    /// What the peer said when it said goodbye.
    parting: OnceLock<String>,
    /// The last number that the peer gave back.
    heard: watch::Sender<u64>,
    /// What the host says of itself since it welcomed us.
    news: watch::Sender<Option<Instance>>,
}

#[derive(Debug)]
struct Waiting {
    answer: oneshot::Sender<Answer>,
    progress: Option<OnProgress>,
}

impl Connection {
    /// Dials, then greets as the caller.
    pub(crate) async fn open(endpoint: &Endpoint) -> Result<Self, Fault> {
        let socket = dial(endpoint).await?;
        Self::over(socket, Acknowledge::Here, Habits::default())
            .await
            .map_err(|fault| fault.detail("url", endpoint.url()))
    }

    /// Greets as the caller over a socket that is there already, whoever dialled. Its settings must be `settled`.
    pub(crate) async fn over<S>(
        mut socket: WebSocketStream<S>,
        acknowledge: Acknowledge,
        habits: Habits,
    ) -> Result<Self, Fault>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let welcome = match tokio::time::timeout(limits::GREETING_TIME, greet(&mut socket)).await {
            Ok(welcome) => welcome?,
            Err(_) => return Err(silent("it did not answer in time")),
        };
        let state = Arc::new(State::default());
        let task = tokio::spawn(serve(socket, state.clone(), acknowledge, habits));
        Ok(Self { welcome, state, _task: AbortOnDropHandle::new(task) })
    }

    pub(crate) fn lost(&self) -> bool {
        self.state.lost.is_cancelled()
    }

    /// Returns when it is lost.
    pub(crate) async fn closed(&self) {
        self.state.lost.cancelled().await;
    }

    /// Whether the peer gives back a number that is sent to it. A copy of somebody's connection, to whom nobody listens,
    /// has welcomed us in the words that were said on the other one, and would take calls and answer none.
    pub(crate) async fn hears_us(&self) -> bool {
        // Not 0, which is asked for as a sign of life.
        let nonce = 1 + u64::from(getrandom::u32().unwrap_or_default());
        let mut heard = self.state.heard.subscribe();
        self.state.outbox.push(Envelope::Ping(Ping { nonce, reply: false }));
        let heard = tokio::time::timeout(limits::GREETING_TIME, heard.wait_for(|number| *number == nonce));
        tokio::select! {
            heard = heard => heard.is_ok_and(|heard| heard.is_ok()),
            () = self.closed() => false,
        }
    }

    /// Returns when no call waits for an answer here and the peer has read all that was sent, cancels too. Short of that,
    /// after a moment.
    pub(crate) async fn settled(&self) {
        let answered = async {
            while !self.state.waiting.lock().is_empty() {
                tokio::time::sleep(LOOK).await;
            }
            self.hears_us().await
        };
        // A peer that hears nothing more cannot be told either.
        let _ = tokio::time::timeout(SETTLING, answered).await;
    }

    /// Returns the latest of what the host said of itself since it welcomed us, for each reader once.
    pub(crate) fn news(&self) -> watch::Receiver<Option<Instance>> {
        self.state.news.subscribe()
    }

    /// Whether the host said goodbye, so that it will not come back for what is under way.
    pub(crate) fn left(&self) -> bool {
        self.parting().is_some()
    }

    /// The host's last word, once it has said it.
    pub(crate) fn parting(&self) -> Option<&str> {
        self.state.parting.get().map(String::as_str)
    }

    /// The last word to the host.
    pub(crate) fn leave(&self, reason: &str, retry_after: Option<Duration>) {
        let retry_after_ms = retry_after.map(|after| after.as_millis() as u64);
        self.state.outbox.close(Some(Envelope::Bye(Bye { reason: reason.to_owned(), retry_after_ms })));
    }

    /// These results have reached whoever asked for them.
    pub(crate) fn acknowledge(&self, keys: impl IntoIterator<Item = String>) {
        self.state.acknowledge(keys, false);
    }

    /// Sends a call and waits; none when the connection ended first. Dropping the future cancels the call.
    pub(crate) async fn call(
        &self,
        mut call: Call,
        attachments: Vec<Attachment>,
        progress: Option<impl Into<OnProgress>>,
    ) -> Option<Answer> {
        let (answer, answered) = oneshot::channel();
        let id = self.state.next.fetch_add(1, Ordering::Relaxed) + 1;
        call.id = id;
        let progress = progress.map(Into::into);
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

async fn serve<S>(socket: WebSocketStream<S>, state: Arc<State>, acknowledge: Acknowledge, habits: Habits)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let outcome = run(socket, &state.outbox, habits, |inbound| state.inbound(inbound, acknowledge)).await;
    if let Err(fault) = outcome {
        tracing::warn!(error = %fault, "the host broke the protocol");
    }
    state.lost.cancel();
    state.outbox.close(None);
    // Who waits learns of the loss by the end of its channel.
    state.waiting.lock().clear();
}

impl State {
    fn inbound(&self, inbound: Inbound, acknowledge: Acknowledge) {
        match inbound {
            Inbound::Message(Message { envelope: Envelope::Result(outcome), attachments }) => {
                if acknowledge == Acknowledge::Here {
                    let heavy = attachments.iter().map(|attachment| attachment.data.len()).sum::<usize>() >= HEAVY;
                    self.acknowledge([outcome.key.clone()], heavy);
                }
                self.answer(outcome.id, Ok((outcome, attachments)));
            }
            Inbound::Message(Message { envelope: Envelope::Progress(step), .. }) => {
                let progress = self.waiting.lock().get(&step.id).and_then(|waiting| waiting.progress.clone());
                if let Some(progress) = progress {
                    progress.tell(Progress { fraction: step.fraction, message: step.message });
                }
            }
            Inbound::Message(Message { envelope: Envelope::Event(event), .. }) if event.name == Event::INSTANCE => {
                match serde_json::from_value(event.data) {
                    Ok(instance) => drop(self.news.send_replace(Some(instance))),
                    Err(error) => tracing::debug!(%error, "no news of a host"),
                }
            }
            Inbound::Message(Message { envelope: Envelope::Bye(bye), .. }) => {
                tracing::debug!(bye.reason, "the host leaves");
                // The first is the last.
                let _ = self.parting.set(bye.reason);
            }
            Inbound::Message(Message { envelope: Envelope::Ping(Ping { nonce, reply: true }), .. }) => {
                self.heard.send_replace(nonce);
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

    fn acknowledge(&self, keys: impl IntoIterator<Item = String>, at_once: bool) {
        let mut acks = self.acks.lock();
        acks.extend(keys);
        if at_once || acks.len() >= ACKS {
            let keys = std::mem::take(&mut *acks);
            self.outbox.push(Envelope::Ack(Ack { keys }));
        }
    }
}

/// The caller's hello and the host's welcome.
async fn greet<S>(socket: &mut WebSocketStream<S>) -> Result<Welcome, Fault>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let hello = Envelope::Hello(Hello {
        protocol: limits::PROTOCOL,
        client: Peer { name: super::program::name(), version: env!("CARGO_PKG_VERSION").to_owned() },
        token: None,
    });
    let Frame::Text(hello) = encode(&hello, &[])? else { return Err(protocol("a hello has no body")) };
    socket.send(Raw::text(hello)).await.map_err(silent)?;
    loop {
        match socket.next().await {
            Some(Ok(Raw::Text(text))) => match decode_text(&text)? {
                Envelope::Welcome(welcome) => return Ok(*welcome),
                Envelope::Bye(bye) => return Err(told_to_leave(&bye.reason)),
                _ => return Err(protocol("the host did not welcome")),
            },
            Some(Ok(Raw::Ping(_) | Raw::Pong(_))) => {}
            Some(Err(error)) => return Err(silent(error)),
            _ => return Err(silent("it closed the connection")),
        }
    }
}

fn told_to_leave(reason: &str) -> Fault {
    let incompatible = reason.starts_with(Code::IncompatibleVersion.name());
    let code = if incompatible { Code::IncompatibleVersion } else { Code::Unreachable };
    Fault::new(code, format!("the host refused: {reason}"))
}

fn silent(error: impl std::fmt::Display) -> Fault {
    Fault::new(Code::Unreachable, format!("the host did not welcome: {error}"))
}
