//! Both ends of a connection as state machines: what goes out next, and what has come in whole. Control messages
//! overtake everything, and large attachments go in chunks under credit, so that nothing waits behind them.

use std::collections::{HashMap, VecDeque};

use bytes::Bytes;

use super::envelope::{Cancel, Chunk, Credit, Envelope, Message, Part};
use super::frame::{self, Frame, protocol};
use super::limits;
use super::{Attachment, Code, Fault};

/// The sending end.
#[derive(Debug, Default)]
pub struct Outgoing {
    control: VecDeque<Envelope>,
    messages: VecDeque<Message>,
    streams: VecDeque<OutStream>,
    next_stream: u64,
    bytes: usize,
}

#[derive(Debug)]
struct OutStream {
    number: u64,
    call: Option<u64>,
    rest: Bytes,
    credit: u64,
}

impl OutStream {
    fn ready(&self) -> bool {
        self.credit > 0 || self.rest.is_empty()
    }
}

impl Outgoing {
    /// Queues a message; it is cut into chunks when its turn comes.
    pub fn push(&mut self, message: Message) {
        self.bytes += weight(&message);
        match message.envelope {
            Envelope::Call(_) | Envelope::Result(_) | Envelope::Event(_) => self.messages.push_back(message),
            control => self.control.push_back(control),
        }
    }

    /// Bytes that wait, roughly.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether nothing waits, streams without credit included.
    pub fn is_empty(&self) -> bool {
        self.control.is_empty() && self.messages.is_empty() && self.streams.is_empty()
    }

    /// The next frame to write; none when there is nothing, or nothing has credit. A fault concerns the call of that
    /// number only: its message could not be sent.
    pub fn next_frame(&mut self) -> Option<Result<Frame, (u64, Fault)>> {
        if let Some(control) = self.control.pop_front() {
            self.bytes = self.bytes.saturating_sub(CONTROL_WEIGHT);
            return Some(frame::encode(&control, &[]).map_err(|fault| (0, fault)));
        }
        if let Some(message) = self.messages.pop_front() {
            self.bytes = self.bytes.saturating_sub(weight(&message));
            let id = call_of(&message.envelope).unwrap_or_default();
            return Some(self.begin(message).map_err(|fault| (id, fault)));
        }
        let position = self.streams.iter().position(OutStream::ready)?;
        let mut stream = self.streams.remove(position)?;
        let size = stream.rest.len().min(limits::CHUNK).min(usize::try_from(stream.credit).unwrap_or(usize::MAX));
        let piece = stream.rest.split_to(size);
        stream.credit -= size as u64;
        self.bytes = self.bytes.saturating_sub(size);
        let header = Envelope::Chunk(Chunk { stream: stream.number, last: stream.rest.is_empty() });
        if !stream.rest.is_empty() {
            self.streams.push_back(stream);
        }
        Some(frame::encode(&header, &[&piece]).map_err(|fault| (0, fault)))
    }

    /// The receiver took this much of a stream.
    pub fn credit(&mut self, credit: Credit) {
        if let Some(stream) = self.streams.iter_mut().find(|stream| stream.number == credit.stream) {
            stream.credit = stream.credit.saturating_add(credit.bytes).min(limits::MESSAGE);
        }
    }

    /// Forgets what was not sent yet of this call's message. A stream that has begun ends early, which tells the
    /// receiver to forget it too.
    pub fn abandon(&mut self, call: u64) {
        let (gone, rest): (VecDeque<_>, _) =
            std::mem::take(&mut self.streams).into_iter().partition(|stream| stream.call == Some(call));
        self.streams = rest;
        self.messages.retain(|message| call_of(&message.envelope) != Some(call));
        let ends = gone.iter().map(|stream| Envelope::Chunk(Chunk { stream: stream.number, last: true }));
        self.control.extend(ends);
        self.bytes = self.control.len() * CONTROL_WEIGHT
            + self.messages.iter().map(weight).sum::<usize>()
            + self.streams.iter().map(|stream| stream.rest.len()).sum::<usize>();
    }

    fn begin(&mut self, message: Message) -> Result<Frame, Fault> {
        let Message { mut envelope, attachments } = message;
        let total = attachments.iter().map(|a| a.data.len()).sum::<usize>();
        if total as u64 > limits::MESSAGE || attachments.len() > limits::ATTACHMENTS {
            return Err(too_large(total as u64));
        }
        let inline = total <= limits::INLINE;
        let mut parts = Vec::with_capacity(attachments.len());
        for (index, attachment) in attachments.iter().enumerate() {
            parts.push(describe(attachment, (!inline).then_some(self.next_stream + index as u64)));
        }
        envelope.set_parts(parts);
        if inline {
            let body: Vec<&[u8]> = attachments.iter().map(|a| a.data.as_ref()).collect();
            return frame::encode(&envelope, &body);
        }
        let encoded = frame::encode(&envelope, &[])?;
        let call = call_of(&envelope);
        for attachment in attachments {
            let (number, rest) = (self.next_stream, attachment.data);
            self.next_stream += 1;
            self.bytes += rest.len();
            self.streams.push_back(OutStream { number, call, rest, credit: limits::WINDOW });
        }
        Ok(encoded)
    }
}

/// What a control message counts in memory, about.
const CONTROL_WEIGHT: usize = 128;

fn weight(message: &Message) -> usize {
    CONTROL_WEIGHT + message.attachments.iter().map(|a| a.data.len()).sum::<usize>()
}

fn call_of(envelope: &Envelope) -> Option<u64> {
    match envelope {
        Envelope::Call(call) => Some(call.id),
        Envelope::Result(outcome) => Some(outcome.id),
        _ => None,
    }
}

fn describe(attachment: &Attachment, stream: Option<u64>) -> Part {
    let Attachment { dtype, shape, media, data } = attachment;
    Part { dtype: *dtype, shape: shape.clone(), media: media.clone(), bytes: data.len() as u64, stream }
}

fn too_large(bytes: u64) -> Fault {
    let message = format!("attachments of {bytes} bytes; {} are the most in one message", limits::MESSAGE);
    Fault::new(Code::TooLarge, message)
}

/// What a frame completed.
#[derive(Debug, PartialEq)]
pub enum Arrival {
    /// Nothing yet.
    None,
    /// Nothing yet, and this credit goes back.
    Credit(Credit),
    /// A whole message.
    Message(Message),
    /// The sender gave up a message of this call and key whose attachments were still arriving.
    Abandoned(u64, String),
    /// A call is refused by its announcement; the connection goes on, its chunks are ignored.
    Refused(u64, String, Fault),
}

/// The receiving end.
#[derive(Debug, Default)]
pub struct Incoming {
    /// Messages whose streams have not ended, by their first stream.
    arriving: HashMap<u64, Arriving>,
    /// Which message a stream belongs to.
    streams: HashMap<u64, InStream>,
    /// Bytes announced by all of them.
    announced: u64,
}

#[derive(Debug)]
struct Arriving {
    envelope: Envelope,
    numbers: Vec<u64>,
    open: usize,
    announced: u64,
}

#[derive(Debug)]
struct InStream {
    owner: u64,
    expected: u64,
    data: Vec<u8>,
    uncredited: u64,
    ended: bool,
}

/// Credit goes back in portions of this size, so that it costs few messages and the sender never runs dry.
const PORTION: u64 = limits::WINDOW / 4;

impl Incoming {
    /// Takes a text frame.
    pub fn text(&mut self, text: &str) -> Result<Arrival, Fault> {
        self.envelope(frame::decode_text(text)?, None)
    }

    /// Takes a binary frame.
    pub fn binary(&mut self, bytes: &Bytes) -> Result<Arrival, Fault> {
        match frame::decode_binary(bytes)? {
            (Envelope::Chunk(chunk), body) => self.chunk(chunk, &body),
            (envelope, body) => self.envelope(envelope, Some(body)),
        }
    }

    fn envelope(&mut self, envelope: Envelope, body: Option<Bytes>) -> Result<Arrival, Fault> {
        match &envelope {
            Envelope::Chunk(_) => return Err(protocol("a chunk without bytes")),
            Envelope::Cancel(Cancel { id }) => {
                if let Some(key) = self.abandon(*id) {
                    return Ok(Arrival::Abandoned(*id, key));
                }
            }
            _ => {}
        }
        let parts = envelope.parts();
        if parts.len() > limits::ATTACHMENTS {
            return Err(protocol("too many attachments"));
        }
        let streamed = parts.iter().filter(|part| part.stream.is_some()).count();
        if streamed == 0 {
            let attachments = frame::split(parts, body.unwrap_or_default())?;
            return Ok(Arrival::Message(Message { envelope, attachments }));
        }
        if streamed != parts.len() || body.is_some_and(|body| !body.is_empty()) {
            return Err(protocol("attachments are either all behind their envelope or all streams"));
        }
        self.announce(envelope)
    }

    fn announce(&mut self, envelope: Envelope) -> Result<Arrival, Fault> {
        let parts = envelope.parts();
        let total = parts.iter().fold(0u64, |sum, part| sum.saturating_add(part.bytes));
        let full = self.announced.saturating_add(total) > limits::MESSAGE || self.arriving.len() >= limits::ARRIVING;
        if full {
            return match envelope {
                Envelope::Call(call) => Ok(Arrival::Refused(call.id, call.key, too_large(total))),
                _ => Err(too_large(total)),
            };
        }
        let numbers: Vec<u64> = parts.iter().filter_map(|part| part.stream).collect();
        let owner = numbers[0];
        for part in parts {
            let Some(number) = part.stream else { continue };
            let mut data = Vec::new();
            data.try_reserve_exact(usize::try_from(part.bytes).unwrap_or(usize::MAX))
                .map_err(|_| Fault::new(Code::OutOfMemory, "no memory for an attachment"))?;
            let stream = InStream { owner, expected: part.bytes, data, uncredited: 0, ended: false };
            if self.streams.insert(number, stream).is_some() {
                return Err(protocol(format!("stream {number} is announced twice")));
            }
        }
        self.announced += total;
        self.arriving.insert(owner, Arriving { open: numbers.len(), numbers, envelope, announced: total });
        Ok(Arrival::None)
    }

    fn chunk(&mut self, chunk: Chunk, body: &Bytes) -> Result<Arrival, Fault> {
        if body.len() > limits::CHUNK {
            return Err(Fault::new(
                Code::TooLarge,
                format!("a chunk of {} bytes; {} are the most", body.len(), limits::CHUNK),
            ));
        }
        // What was under way when its call was cancelled comes for a stream that is no more.
        let Some(stream) = self.streams.get_mut(&chunk.stream) else { return Ok(Arrival::None) };
        let size = stream.data.len() as u64 + body.len() as u64;
        stream.uncredited += body.len() as u64;
        if stream.ended || size > stream.expected || stream.uncredited > limits::WINDOW {
            return Err(protocol(format!("stream {} is longer than announced or than its credit", chunk.stream)));
        }
        stream.data.extend_from_slice(body);
        if chunk.last {
            return self.end(chunk.stream);
        }
        if stream.uncredited >= PORTION {
            let bytes = std::mem::take(&mut stream.uncredited);
            return Ok(Arrival::Credit(Credit { stream: chunk.stream, bytes }));
        }
        Ok(Arrival::None)
    }

    fn end(&mut self, number: u64) -> Result<Arrival, Fault> {
        let Some(stream) = self.streams.get_mut(&number) else { return Ok(Arrival::None) };
        if stream.data.len() as u64 != stream.expected {
            let owner = stream.owner;
            return Ok(self.abandoned(owner));
        }
        stream.ended = true;
        let owner = stream.owner;
        let Some(arriving) = self.arriving.get_mut(&owner) else { return Ok(Arrival::None) };
        arriving.open -= 1;
        if arriving.open > 0 {
            return Ok(Arrival::None);
        }
        let Some(arriving) = self.arriving.remove(&owner) else { return Ok(Arrival::None) };
        self.announced -= arriving.announced;
        let mut attachments = Vec::with_capacity(arriving.numbers.len());
        for (part, number) in arriving.envelope.parts().iter().zip(&arriving.numbers) {
            let data = self.streams.remove(number).map(|stream| stream.data).unwrap_or_default();
            attachments.push(frame::attachment(part, Bytes::from(data))?);
        }
        Ok(Arrival::Message(Message { envelope: arriving.envelope, attachments }))
    }

    /// Forgets a message of this call that has not arrived whole; its key when there was one.
    fn abandon(&mut self, call: u64) -> Option<String> {
        let owner = *self.arriving.iter().find(|(_, arriving)| call_of(&arriving.envelope) == Some(call))?.0;
        match self.abandoned(owner) {
            Arrival::Abandoned(_, key) => Some(key),
            _ => None,
        }
    }

    fn abandoned(&mut self, owner: u64) -> Arrival {
        let Some(arriving) = self.arriving.remove(&owner) else { return Arrival::None };
        self.announced -= arriving.announced;
        arriving.numbers.iter().for_each(|number| {
            self.streams.remove(number);
        });
        match arriving.envelope {
            Envelope::Call(call) => Arrival::Abandoned(call.id, call.key),
            Envelope::Result(outcome) => Arrival::Abandoned(outcome.id, outcome.key),
            _ => Arrival::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::envelope::Event;
    use super::*;
    use crate::wire::Dtype;

    fn event(name: &str, bytes: usize) -> Message {
        let data = Bytes::from(vec![0; bytes]);
        let file = Attachment { dtype: Dtype::U1, shape: vec![bytes as u64], media: None, data };
        let attachments = if bytes == 0 { Vec::new() } else { vec![file] };
        Message { envelope: Envelope::Event(Event { name: name.to_owned(), data: json!({}) }), attachments }
    }

    /// What the next frame is: an event's name, or the kind of another message.
    fn next(outgoing: &mut Outgoing) -> String {
        let header = match outgoing.next_frame().unwrap().unwrap() {
            Frame::Text(text) => text.into_bytes(),
            Frame::Binary(bytes) => {
                let length = u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize;
                bytes[4..4 + length].to_vec()
            }
        };
        let header: serde_json::Value = serde_json::from_slice(&header).unwrap();
        header.get("name").unwrap_or(&header["kind"]).as_str().unwrap().to_owned()
    }

    #[test]
    fn control_overtakes_messages_and_streams() {
        let mut outgoing = Outgoing::default();
        outgoing.push(event("large", 3 * limits::CHUNK));
        assert_eq!(next(&mut outgoing), "large");
        assert_eq!(next(&mut outgoing), "chunk");
        outgoing.push(event("waiting", 0));
        outgoing.push(Envelope::Cancel(Cancel { id: 7 }).into());
        let order: Vec<String> = (0..4).map(|_| next(&mut outgoing)).collect();
        assert_eq!(order, ["cancel", "waiting", "chunk", "chunk"]);
        assert!(outgoing.is_empty());
    }
}
