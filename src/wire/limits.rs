//! Every bound on what a peer may send, in one place; all are checked before memory is taken.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// The protocol versions that this build speaks, oldest and newest.
pub const PROTOCOL: [u32; 2] = [1, 1];
/// Longest JSON of one envelope.
pub const ENVELOPE: usize = 16 << 20;
/// Longest message of a peer that has not said hello yet.
pub const GREETING: usize = 64 << 10;
/// Attachments up to this many bytes together travel in their envelope's own frame.
pub const INLINE: usize = 256 << 10;
/// Longest chunk of a stream: what a control frame may have to wait for.
pub const CHUNK: usize = 256 << 10;
/// Bytes of one stream that may be under way without the receiver having taken them.
pub const WINDOW: u64 = 4 << 20;
/// Attachments of one message together, and of all messages that are arriving on one connection.
pub const MESSAGE: u64 = 2 << 30;
/// Attachments of one message.
pub const ATTACHMENTS: usize = 4096;
/// Messages of one connection whose streams have not arrived yet.
pub const ARRIVING: usize = 1024;
/// Nesting of JSON; enough for any scene, far from any stack's end.
pub const DEPTH: usize = 64;
/// A peer says hello within this time.
pub const GREETING_TIME: Duration = Duration::from_secs(5);
/// How often a silent peer is asked for a sign of life.
pub const PING: Duration = Duration::from_secs(15);
/// A peer that was silent this long is dead.
pub const DEAD: Duration = Duration::from_secs(45);

/// What a host tells its callers of its limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Longest JSON of one envelope.
    pub envelope: u64,
    /// Attachments of one message.
    pub message: u64,
    /// Longest chunk.
    pub chunk: u64,
    /// Credit of a new stream.
    pub window: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { envelope: ENVELOPE as u64, message: MESSAGE, chunk: CHUNK as u64, window: WINDOW }
    }
}
