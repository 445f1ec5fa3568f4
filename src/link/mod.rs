//! One connection between two processes, the same for both ends: frames in and out, signs of life, and the caller's
//! book of which call waits for what.

mod answer;
mod backoff;
mod connection;
mod dial;
mod greeted;
mod outbox;
mod program;
mod progress;
mod random;
mod secure;
mod socket;
mod trust;
mod verdict;

pub(crate) use answer::{is_final, wished};
pub(crate) use backoff::Backoff;
pub(crate) use connection::{Acknowledge, Connection};
pub use dial::Endpoint;
pub(crate) use dial::{Stream, dial};
pub(crate) use greeted::{Greeted, greeted};
pub(crate) use outbox::Outbox;
pub(crate) use program::introduce;
pub(crate) use progress::OnProgress;
pub(crate) use random::{digest, fraction, fresh_key, random_text, same};
pub(crate) use secure::Secure;
pub(crate) use socket::{Habits, Inbound, failed, frugal, greeting, run, settled};
pub use trust::Trust;
