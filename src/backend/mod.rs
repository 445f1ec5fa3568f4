//! The seam under MCP, the command line and the Python client: who is there, and do this there.

mod any;
pub(crate) mod choose;
mod gateway;
mod link;
mod local;
mod shared;

use std::future::Future;

use tokio::sync::mpsc;

pub use crate::link::{Endpoint, Trust};
use crate::wire::Fault;
pub use crate::wire::{Instance, Progress, Reply, Request};
pub use any::Any;
pub use gateway::Gateway;
pub use link::Link;
pub use local::Local;
pub use shared::Shared;

/// Local instances, or a gateway. Dropping the future of a call cancels the call.
pub trait Backend: Clone + Send + Sync + 'static {
    /// All that can be reached, by name.
    fn instances(&self) -> impl Future<Output = Result<Vec<Instance>, Fault>> + Send;
    /// Does it and waits for the outcome.
    fn call(
        &self,
        request: Request,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> impl Future<Output = Result<Reply, Fault>> + Send;

    /// Whether all instances are on this machine, so that a path means the same file to each of them.
    fn on_one_machine(&self) -> bool {
        false
    }

    /// Returns when the hosts know which calls were cancelled: what a program waits for before it ends.
    fn settled(&self) -> impl Future<Output = ()> + Send {
        async {}
    }
}
