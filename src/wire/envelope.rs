//! The messages. Their field names are the protocol: what is here travels as it is spelled.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::limits::Limits;
use super::{Approval, Attachment, Dtype, Fault, Instance};

/// One message without the bytes of its attachments.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Envelope {
    Hello(Hello),
    Welcome(Box<Welcome>),
    Call(Call),
    Result(Outcome),
    Ack(Ack),
    Progress(Step),
    Cancel(Cancel),
    Event(Event),
    Ping(Ping),
    Credit(Credit),
    Chunk(Chunk),
    Bye(Bye),
}

/// The caller's first message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hello {
    /// Oldest and newest version it speaks.
    pub protocol: [u32; 2],
    /// Who it is, for the log.
    pub client: Peer,
    /// The secret, where it could not be sent as a header.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
}

/// A program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Peer {
    /// `scenewire`.
    pub name: String,
    /// `0.1.0`.
    pub version: String,
}

/// The host's answer to `hello`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Welcome {
    /// The version spoken from here on.
    pub protocol: u32,
    /// Names this run of the host: keys are remembered within it.
    pub epoch: String,
    /// What is there.
    pub instance: Instance,
    /// What it takes.
    pub limits: Limits,
    /// The scene's revision.
    pub revision: u64,
}

/// One command.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// Names the call on this connection.
    pub id: u64,
    /// Names the call for good: the same key never runs twice.
    pub key: String,
    /// What to do.
    pub operation: String,
    /// With what.
    #[serde(default)]
    pub arguments: Value,
    /// From arrival; none means the operation's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timeout_ms: Option<u64>,
    /// `conflict` unless the scene is still at this revision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_revision: Option<u64>,
    /// The run of the host that the key was made for.
    pub epoch: String,
    /// Which host is meant, by id, where several are behind one connection: a gateway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instance: Option<String>,
    /// Whether this key was sent before, on a connection that was lost.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub resend: bool,
    /// The user's answer to what an `approval_required` asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approval: Option<Approval>,
    /// On whose behalf, where one connection speaks for several programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// Arrays and files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Part>,
}

/// What became of a call.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The call's.
    pub id: u64,
    /// The call's.
    pub key: String,
    /// Whether there is a value.
    pub ok: bool,
    /// The result.
    #[serde(default, skip_serializing_if = "Value::is_null")]
    pub value: Value,
    /// Or what went wrong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<Box<Fault>>,
    /// Arrays and files.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Part>,
    /// The scene's, after it.
    pub revision: u64,
    /// In the host, queueing included.
    pub duration_us: u64,
}

/// An attachment's description; its bytes follow behind the envelope or as the chunks of `stream`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Element type.
    pub dtype: Dtype,
    /// Extents.
    pub shape: Vec<u64>,
    /// What a file is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
    /// Length in bytes.
    pub bytes: u64,
    /// The sender's number of the stream that carries it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stream: Option<u64>,
}

/// Results that arrived: the host need not keep them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ack {
    /// Of the calls.
    pub keys: Vec<String>,
}

/// How far a call is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// The call's.
    pub id: u64,
    /// 0 to 1 when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fraction: Option<f64>,
    /// What is being done.
    pub message: String,
}

/// Nobody wants the call any more.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cancel {
    /// The call's.
    pub id: u64,
}

/// Something happened in the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// What.
    pub name: String,
    /// Facts.
    #[serde(default)]
    pub data: Value,
}

/// Asks for a sign of life, or gives it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ping {
    /// Comes back in the reply.
    pub nonce: u64,
    /// Whether this is the reply.
    #[serde(default)]
    pub reply: bool,
}

/// The receiver of a stream took this many bytes more.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Credit {
    /// The sender's number.
    pub stream: u64,
    /// How many.
    pub bytes: u64,
}

/// The header of a piece of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chunk {
    /// The sender's number.
    pub stream: u64,
    /// Whether the stream ends with it.
    pub last: bool,
}

/// The last message on a connection.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bye {
    /// Why.
    pub reason: String,
    /// When to come again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after_ms: Option<u64>,
}

impl Event {
    /// The host says anew what it says of itself in its welcome: it was renamed.
    pub const INSTANCE: &str = "instance";
}

impl Envelope {
    /// The descriptions of its attachments.
    pub fn parts(&self) -> &[Part] {
        match self {
            Envelope::Call(call) => &call.attachments,
            Envelope::Result(outcome) => &outcome.attachments,
            _ => &[],
        }
    }

    pub(super) fn set_parts(&mut self, parts: Vec<Part>) {
        match self {
            Envelope::Call(call) => call.attachments = parts,
            Envelope::Result(outcome) => outcome.attachments = parts,
            _ => {}
        }
    }
}

/// An envelope with what belongs to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The message; the descriptions in it are made from `attachments` when it is sent.
    pub envelope: Envelope,
    /// The arrays and files.
    pub attachments: Vec<Attachment>,
}

impl From<Envelope> for Message {
    fn from(envelope: Envelope) -> Self {
        Self { envelope, attachments: Vec::new() }
    }
}
