//! One connection between two processes, the same for both ends: frames in and out, signs of life, and the caller's
//! book of which call waits for what.

mod connection;
mod dial;
mod outbox;
mod random;
mod socket;

pub(crate) use connection::{Acknowledge, Answer, Connection};
pub use dial::Endpoint;
pub(crate) use dial::dial;
pub(crate) use outbox::Outbox;
pub(crate) use random::{fresh_key, random_text, same};
pub(crate) use socket::{Inbound, failed, greeting, run, settled};
