//! The wire: what two processes say to each other, as types and as bytes. No IO and no runtime, so that
//! every rule here is tested without a socket.

mod envelope;
mod error;
pub mod foreign;
mod frame;
mod instance;
pub mod limits;
mod payload;
mod single;
mod stream;
pub(crate) mod time;

pub use envelope::{
    Ack, Bye, Call, Cancel, Chunk, Credit, Envelope, Event, Hello, Message, Outcome, Part, Peer, Ping, Step, Welcome,
};
pub use error::{Code, Fault, now_rfc3339, reason};
pub(crate) use error::{date, rfc3339};
pub(crate) use frame::protocol;
pub use frame::{Frame, decode_binary, decode_file, decode_text, encode, encode_file};
pub use instance::{Approval, HostInfo, Instance, Progress, Reply, Request};
pub(crate) use payload::attached;
pub use payload::{Attachment, Dtype, Payload, placeholder};
pub(crate) use single::shortest;
pub use stream::{Arrival, Incoming, Outgoing};
