//! The first words on a connection, at the end that is called.

use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Utf8Bytes;
use tokio_tungstenite::tungstenite::protocol::Message as Raw;

use crate::wire::{Bye, Code, Envelope, Fault, Frame, Hello, Peer, decode_text, encode, limits, protocol};

/// Who has greeted, and the version that both speak.
pub(crate) struct Greeted {
    pub(crate) version: u32,
    pub(crate) peer: Peer,
}

/// Reads the caller's `hello`: who it is, or its last word instead. A caller whose hello is wrong is told why it must
/// leave.
pub(crate) async fn greeted<S>(socket: &mut WebSocketStream<S>) -> Result<Result<Greeted, Bye>, Fault>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let agreed = match first(socket).await {
        Some(Ok(text)) => match decode_text(&text) {
            Ok(Envelope::Hello(hello)) => agree(&hello).map(|version| Greeted { version, peer: hello.client }),
            Ok(Envelope::Bye(bye)) => return Ok(Err(bye)),
            Ok(_) => Err(protocol("the first message is not a hello")),
            Err(fault) => Err(fault),
        },
        Some(Err(fault)) => Err(fault),
        None => return Err(protocol("left without a hello")),
    };
    match agreed {
        Ok(greeted) => Ok(Ok(greeted)),
        Err(fault) => {
            farewell(socket, &fault).await;
            Err(fault)
        }
    }
}

async fn first<S>(socket: &mut WebSocketStream<S>) -> Option<Result<Utf8Bytes, Fault>>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    loop {
        return match socket.next().await {
            Some(Ok(Raw::Text(text))) => Some(Ok(text)),
            Some(Ok(Raw::Ping(_) | Raw::Pong(_))) => continue,
            Some(Ok(Raw::Close(_))) | None => None,
            Some(Ok(_)) => Some(Err(protocol("the first message is not a hello"))),
            Some(Err(error)) => Some(Err(Fault::new(Code::TooLarge, error.to_string()))),
        };
    }
}

async fn farewell<S>(socket: &mut WebSocketStream<S>, fault: &Fault)
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let reason = format!("{}: {}", fault.error_code.name(), fault.error_message);
    if let Ok(Frame::Text(text)) = encode(&Envelope::Bye(Bye { reason, retry_after_ms: None }), &[]) {
        // The caller may have left.
        let _ = socket.send(Raw::text(text)).await;
        let _ = socket.close(None).await;
    }
}

/// The version that both speak, or why there is none.
fn agree(hello: &Hello) -> Result<u32, Fault> {
    let [oldest, newest] = limits::PROTOCOL;
    let version = hello.protocol[1].min(newest);
    if version >= hello.protocol[0].max(oldest) {
        return Ok(version);
    }
    let older = if hello.protocol[1] < oldest { "the caller" } else { "the host" };
    let message =
        format!("the caller speaks protocol {:?}, this host {:?}; upgrade {older}", hello.protocol, limits::PROTOCOL);
    Err(Fault::new(Code::IncompatibleVersion, message))
}
