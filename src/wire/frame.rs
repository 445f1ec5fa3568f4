//! Envelopes to frames and back. Whatever a peer sends ends as a value or as a fault, never as a panic.

use bytes::{BufMut, Bytes, BytesMut};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::envelope::{Envelope, Part};
use super::limits;
use super::{Attachment, Code, Fault};

/// One WebSocket message.
#[derive(Clone, Debug, PartialEq)]
pub enum Frame {
    /// A JSON envelope.
    Text(String),
    /// Header length, JSON header, bytes.
    Binary(Bytes),
}

impl Frame {
    /// Bytes of its payload.
    pub fn len(&self) -> usize {
        match self {
            Frame::Text(text) => text.len(),
            Frame::Binary(bytes) => bytes.len(),
        }
    }

    /// Whether it has no payload.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The frame of an envelope, its body behind it when there is one.
pub fn encode(envelope: &Envelope, body: &[&[u8]]) -> Result<Frame, Fault> {
    let failed =
        |error: serde_json::Error| Fault::new(Code::Internal, format!("a message could not be written: {error}"));
    if body.is_empty() && !matches!(envelope, Envelope::Chunk(_)) {
        let text = serde_json::to_string(envelope).map_err(failed)?;
        bounded(text.len())?;
        return Ok(Frame::Text(text));
    }
    let header = serde_json::to_vec(envelope).map_err(failed)?;
    bounded(header.len())?;
    let total = body.iter().map(|piece| piece.len()).sum::<usize>();
    let mut bytes = BytesMut::with_capacity(4 + header.len() + total);
    bytes.put_u32_le(u32::try_from(header.len()).unwrap_or(u32::MAX));
    bytes.put_slice(&header);
    body.iter().for_each(|piece| bytes.put_slice(piece));
    Ok(Frame::Binary(bytes.freeze()))
}

/// The envelope of a text frame.
pub fn decode_text(text: &str) -> Result<Envelope, Fault> {
    bounded(text.len())?;
    shallow(text.as_bytes())?;
    parse(text)
}

/// The envelope of a binary frame and the bytes behind it, not copied.
pub fn decode_binary(bytes: &Bytes) -> Result<(Envelope, Bytes), Fault> {
    let Some((length, rest)) = bytes.split_first_chunk::<4>() else {
        return Err(protocol("a binary frame is shorter than its own header length"));
    };
    let length = u32::from_le_bytes(*length) as usize;
    bounded(length)?;
    let Some(header) = rest.get(..length) else {
        return Err(protocol(format!("a header of {length} bytes in a frame of {}", bytes.len())));
    };
    shallow(header)?;
    let header = std::str::from_utf8(header).map_err(|_| protocol("a header is not UTF-8"))?;
    Ok((parse(header)?, bytes.slice(4 + length..)))
}

/// The attachments that follow their envelope in the same frame.
pub(super) fn split(parts: &[Part], mut body: Bytes) -> Result<Vec<Attachment>, Fault> {
    let declared = parts.iter().try_fold(0u64, |sum, part| sum.checked_add(part.bytes));
    if declared != Some(body.len() as u64) {
        return Err(protocol(format!("{} bytes of attachments where {declared:?} were announced", body.len())));
    }
    parts.iter().map(|part| attachment(part, body.split_to(part.bytes as usize))).collect()
}

/// An attachment of its description and bytes, when they agree.
pub(super) fn attachment(part: &Part, data: Bytes) -> Result<Attachment, Fault> {
    let expected = part.shape.iter().try_fold(part.dtype.size() as u64, |product, &n| product.checked_mul(n));
    if expected != Some(data.len() as u64) {
        return Err(protocol(format!("shape {:?} does not make {} bytes", part.shape, data.len())));
    }
    Ok(Attachment { dtype: part.dtype, shape: part.shape.clone(), media: part.media.clone(), data })
}

/// The fault of a peer that breaks the protocol.
pub(crate) fn protocol(message: impl Into<String>) -> Fault {
    Fault::new(Code::Protocol, message)
}

fn bounded(length: usize) -> Result<(), Fault> {
    if length > limits::ENVELOPE {
        let message =
            format!("a message of {length} bytes; {} are the most, arrays and files not counted", limits::ENVELOPE);
        return Err(Fault::new(Code::TooLarge, message));
    }
    Ok(())
}

/// Refuses deep nesting before a parser recurses into it.
fn shallow(json: &[u8]) -> Result<(), Fault> {
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    for byte in json {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            b'{' | b'[' if !quoted => {
                depth += 1;
                if depth > limits::DEPTH {
                    return Err(protocol(format!("JSON is nested deeper than {}", limits::DEPTH)));
                }
            }
            b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

#[derive(Deserialize)]
struct Tag<'a> {
    kind: std::borrow::Cow<'a, str>,
}

/// By hand and not by a tagged enum: that would buffer every call in an intermediate tree.
fn parse(json: &str) -> Result<Envelope, Fault> {
    let kind = match leading(json) {
        Some(kind) => kind.into(),
        None => read::<Tag<'_>>(json)?.kind,
    };
    Ok(match kind.as_ref() {
        "hello" => Envelope::Hello(of(json)?),
        "welcome" => Envelope::Welcome(of(json)?),
        "call" => Envelope::Call(of(json)?),
        "result" => Envelope::Result(of(json)?),
        "ack" => Envelope::Ack(of(json)?),
        "progress" => Envelope::Progress(of(json)?),
        "cancel" => Envelope::Cancel(of(json)?),
        "event" => Envelope::Event(of(json)?),
        "ping" => Envelope::Ping(of(json)?),
        "credit" => Envelope::Credit(of(json)?),
        "chunk" => Envelope::Chunk(of(json)?),
        "bye" => Envelope::Bye(of(json)?),
        other => return Err(protocol(format!("there is no message `{}`", other.chars().take(40).collect::<String>()))),
    })
}

/// The kind where we write it ourselves, at the beginning, so that a message is read once and not twice.
fn leading(json: &str) -> Option<&str> {
    let kind = json.strip_prefix("{\"kind\":\"")?;
    let kind = &kind[..kind.find('"')?];
    kind.bytes().all(|byte| byte.is_ascii_lowercase()).then_some(kind)
}

fn of<T: DeserializeOwned>(json: &str) -> Result<T, Fault> {
    read(json)
}

fn read<'a, T: Deserialize<'a>>(json: &'a str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| protocol(format!("not a message: {error}")))
}

/// A message with all its attachments in one piece, for the disk.
pub fn encode_file(mut envelope: Envelope, attachments: &[Attachment]) -> Result<Bytes, Fault> {
    let describe = |a: &Attachment| Part {
        dtype: a.dtype,
        shape: a.shape.clone(),
        media: a.media.clone(),
        bytes: a.data.len() as u64,
        stream: None,
    };
    envelope.set_parts(attachments.iter().map(describe).collect());
    let body: Vec<&[u8]> = std::iter::once(&[][..]).chain(attachments.iter().map(|a| a.data.as_ref())).collect();
    match encode(&envelope, &body)? {
        Frame::Binary(bytes) => Ok(bytes),
        Frame::Text(_) => Err(protocol("a file has a body")),
    }
}

/// And back.
pub fn decode_file(bytes: &Bytes) -> Result<super::Message, Fault> {
    let (envelope, body) = decode_binary(bytes)?;
    let attachments = split(envelope.parts(), body)?;
    Ok(super::Message { envelope, attachments })
}
