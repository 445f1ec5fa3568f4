//! One connection after its handshake, the same for both ends: frames in, frames out, signs of life.

use std::time::{Duration, Instant};

use futures_util::future::Either;
use futures_util::stream::{FuturesUnordered, SplitSink, SplitStream};
use futures_util::{FutureExt, SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::{Message as Raw, WebSocketConfig};

use super::outbox::Outbox;
use crate::wire::{Arrival, Code, Envelope, Fault, Frame, Incoming, Message, Outcome, Ping, limits};

/// The largest frame: an envelope of full length with its attachments behind it.
const FRAME: usize = limits::ENVELOPE + limits::INLINE + 4;
/// Read at once from the socket. The library fills so much with zeros before each look at it, so that more would cost
/// every small message the level-1 cache.
const READ: usize = 16 << 10;

/// What a connection is told of.
pub(crate) enum Inbound {
    /// A whole message.
    Message(Message),
    /// The sender gave up a message while its attachments were arriving.
    Abandoned(u64, String),
    /// A call was too large to be taken.
    Refused(u64, String, Fault),
    /// A message of ours for this call could not be sent.
    Unsent(u64, Fault),
}

/// Settings of a connection whose peer is known.
pub(crate) fn settled() -> WebSocketConfig {
    sized(FRAME, READ)
}

/// The same for one among thousands, behind TLS, which hands over a record of 16 KiB at most.
pub(crate) fn frugal() -> WebSocketConfig {
    sized(FRAME, 8 << 10)
}

/// Settings of one whose peer is not.
pub(crate) fn greeting() -> WebSocketConfig {
    sized(limits::GREETING, 4 << 10)
}

fn sized(frame: usize, read: usize) -> WebSocketConfig {
    WebSocketConfig::default()
        .read_buffer_size(read)
        .write_buffer_size(128 << 10)
        .max_message_size(Some(frame))
        .max_frame_size(Some(frame))
}

/// How one end of a connection keeps it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habits {
    /// After each message it looks for the next one this long before it sleeps: who serves, saves its caller the waking
    /// of a thread; who calls, should leave the core to them.
    pub(crate) attention: Duration,
    /// A peer that was silent this long is asked for a sign of life, and after [`SILENCES`] times that it is dead.
    pub(crate) ping: Duration,
}

/// A peer misses so many signs of life before it is given up.
const SILENCES: u32 = 3;

impl Default for Habits {
    fn default() -> Self {
        Self { attention: Duration::ZERO, ping: limits::PING }
    }
}

/// Runs a connection to its end. A fault is what the peer did wrong; it was told so in a `bye`.
pub(crate) async fn run<S, F>(socket: WebSocketStream<S>, outbox: &Outbox, habits: Habits, on: F) -> Result<(), Fault>
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: Fn(Inbound),
{
    let (mut sink, stream) = socket.split();
    // Both halves run in one task: a writer that waits for a slow peer never keeps us from reading its cancel. Each has
    // a waker of its own: one that looks for something to write does not make the other look at the socket.
    let reading = read(stream, outbox, habits.ping, &on);
    let writing = write(&mut sink, outbox, habits.attention, &on);
    let mut halves: FuturesUnordered<_> = [Either::Left(reading), Either::Right(writing)].into_iter().collect();
    let outcome = halves.next().await.unwrap_or(Ok(()));
    drop(halves);
    if let Err(fault) = &outcome {
        let reason = format!("{}: {}", fault.error_code.name(), fault.error_message);
        if let Ok(Frame::Text(text)) =
            crate::wire::encode(&Envelope::Bye(crate::wire::Bye { reason, retry_after_ms: None }), &[])
        {
            // The peer may have gone; it was its own mistake.
            let farewell = async { drop((sink.send(Raw::text(text)).await, sink.close().await)) };
            let _ = tokio::time::timeout(FAREWELL, farewell).await;
        }
    }
    outcome
}

/// How long a peer may take to read why it is dropped.
const FAREWELL: Duration = Duration::from_millis(500);

async fn read<S, F>(
    mut stream: SplitStream<WebSocketStream<S>>,
    outbox: &Outbox,
    ping: Duration,
    on: &F,
) -> Result<(), Fault>
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: Fn(Inbound),
{
    let mut incoming = Incoming::default();
    let mut alive = tokio::time::Instant::now();
    let mut clock = tokio::time::interval_at(tokio::time::Instant::now() + ping, ping);
    loop {
        outbox.room().await;
        let raw = tokio::select! {
            raw = stream.next() => raw,
            _ = clock.tick() => {
                if alive.elapsed() >= ping * SILENCES {
                    return Ok(());
                }
                outbox.push(Envelope::Ping(Ping { nonce: 0, reply: false }));
                continue;
            }
        };
        alive = tokio::time::Instant::now();
        let arrival = match raw {
            Some(Ok(Raw::Text(text))) => incoming.text(&text)?,
            Some(Ok(Raw::Binary(bytes))) => incoming.binary(&bytes)?,
            Some(Ok(Raw::Close(_))) | None => return Ok(()),
            Some(Ok(_)) => continue,
            Some(Err(error)) => return broken(error),
        };
        arrived(arrival, outbox, on);
    }
}

fn arrived<F: Fn(Inbound)>(arrival: Arrival, outbox: &Outbox, on: &F) {
    match arrival {
        Arrival::None => {}
        Arrival::Credit(credit) => outbox.push(Envelope::Credit(credit)),
        Arrival::Abandoned(id, key) => on(Inbound::Abandoned(id, key)),
        Arrival::Refused(id, key, fault) => on(Inbound::Refused(id, key, fault)),
        Arrival::Message(message) => match message.envelope {
            Envelope::Credit(credit) => outbox.credit(credit),
            Envelope::Ping(Ping { nonce: 0, reply: true }) => {}
            Envelope::Ping(Ping { reply: true, .. }) => on(Inbound::Message(message)),
            Envelope::Ping(Ping { nonce, .. }) => outbox.push(Envelope::Ping(Ping { nonce, reply: true })),
            _ => on(Inbound::Message(message)),
        },
    }
}

/// What the peer did wrong is a fault; a connection that ended is not.
fn broken(error: tokio_tungstenite::tungstenite::Error) -> Result<(), Fault> {
    use tokio_tungstenite::tungstenite::Error;
    match error {
        Error::Capacity(error) => Err(Fault::new(Code::TooLarge, error.to_string())),
        Error::Protocol(error) => Err(Fault::new(Code::Protocol, error.to_string())),
        Error::Utf8(error) => Err(Fault::new(Code::Protocol, error)),
        _ => Ok(()),
    }
}

async fn write<S, F>(
    sink: &mut SplitSink<WebSocketStream<S>, Raw>,
    outbox: &Outbox,
    attention: Duration,
    on: &F,
) -> Result<(), Fault>
where
    S: AsyncRead + AsyncWrite + Unpin,
    F: Fn(Inbound),
{
    loop {
        match outbox.next() {
            Some(Ok(frame)) => {
                let raw = match frame {
                    Frame::Text(text) => Raw::text(text),
                    Frame::Binary(bytes) => Raw::Binary(bytes),
                };
                if sink.feed(raw).await.is_err() {
                    return Ok(());
                }
            }
            Some(Err((id, fault))) => on(Inbound::Unsent(id, fault)),
            None => {
                if sink.flush().await.is_err() {
                    return Ok(());
                }
                if outbox.finished() {
                    // The peer may be gone already.
                    let _ = sink.close().await;
                    return Ok(());
                }
                attend(outbox, attention).await;
            }
        }
    }
}

/// Returns when there may be something to write. While it looks, what arrives is read too.
async fn attend(outbox: &Outbox, attention: Duration) {
    let since = Instant::now();
    while since.elapsed() < attention {
        if outbox.filled().now_or_never().is_some() {
            return;
        }
        tokio::task::yield_now().await;
        // The main thread or the caller may want this very core.
        std::thread::yield_now();
    }
    outbox.filled().await;
}

/// The outcome of a call that failed before it ran.
pub(crate) fn failed(id: u64, key: String, fault: Fault, revision: u64) -> Envelope {
    Envelope::Result(Outcome {
        id,
        key,
        ok: false,
        value: serde_json::Value::Null,
        error: Some(Box::new(fault)),
        attachments: Vec::new(),
        revision,
        duration_us: 0,
    })
}

#[cfg(test)]
mod tests {
    use tokio_tungstenite::tungstenite::protocol::Role;

    use super::*;

    async fn pair() -> (WebSocketStream<tokio::io::DuplexStream>, WebSocketStream<tokio::io::DuplexStream>) {
        let (ours, theirs) = tokio::io::duplex(64 << 10);
        (
            WebSocketStream::from_raw_socket(ours, Role::Server, None).await,
            WebSocketStream::from_raw_socket(theirs, Role::Client, None).await,
        )
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_peer_is_asked_and_then_given_up() {
        let (ours, theirs) = pair().await;
        let begun = tokio::time::Instant::now();
        let outbox = Outbox::default();
        let outcome = run(ours, &outbox, Habits::default(), |_| {}).await;
        assert_eq!((outcome, begun.elapsed()), (Ok(()), limits::DEAD));
        let asked =
            theirs.filter(|raw| std::future::ready(matches!(raw, Ok(Raw::Text(text)) if text.contains("ping"))));
        assert_eq!(asked.count().await, 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_peer_that_answers_pings_is_kept() {
        let (ours, theirs) = pair().await;
        let (here, there) = (Outbox::default(), Outbox::default());
        let both = async {
            tokio::select! {
                _ = run(ours, &here, Habits::default(), |_| {}) => (),
                _ = run(theirs, &there, Habits::default(), |_| {}) => (),
            }
        };
        assert!(tokio::time::timeout(Duration::from_secs(3600), both).await.is_err());
    }
}
