//! The wire: what two processes say to each other, as types and as bytes. No IO and no runtime, so that
//! every rule here is tested without a socket.

mod error;
mod instance;
mod payload;

pub use error::{Code, Fault, now_rfc3339};
pub use instance::{HostInfo, Instance, Progress, Reply, Request};
pub use payload::{Attachment, Dtype, Payload, placeholder};
