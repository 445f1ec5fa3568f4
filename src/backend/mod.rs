//! The seam under MCP, the command line and the Python client: who is there, and do this there.

use std::future::Future;
use std::time::Duration;

use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use crate::host::HostInfo;
use crate::wire::{Fault, Payload};

/// One host session as its callers see it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Instance {
    /// Opaque and stable.
    pub id: String,
    /// The artist's name for it, unique among those visible.
    pub name: String,
    /// `online`, `busy` or `unreachable`.
    pub status: String,
    /// Process id on this machine.
    pub pid: u32,
    /// Version of scenewire in it.
    pub scenewire_version: String,
    /// What the host says of itself.
    #[serde(flatten)]
    pub host: HostInfo,
}

/// One call to one instance.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Id or name; none means the only one there is.
    pub instance: Option<String>,
    /// Name of the operation.
    pub operation: String,
    /// Its arguments.
    pub arguments: Payload,
    /// How long it may take; none means the operation's own default.
    pub timeout: Option<Duration>,
    /// Idempotency key; none means a fresh one.
    pub key: Option<String>,
    /// Fail with `conflict` unless the scene is still at this revision.
    pub if_revision: Option<u64>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The result.
    pub payload: Payload,
    /// The scene's revision after it.
    pub revision: u64,
    /// Time in the host, queueing included.
    pub duration: Duration,
    /// Id of the instance that did it.
    pub instance: String,
}

/// How far a call has come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// 0 to 1 when known.
    pub fraction: Option<f64>,
    /// What is being done.
    pub message: String,
}

/// Local instances, or later a gateway. Dropping the future of a call cancels the call.
pub trait Backend: Clone + Send + Sync + 'static {
    /// All that can be reached, by name.
    fn instances(&self) -> impl Future<Output = Result<Vec<Instance>, Fault>> + Send;
    /// Does it and waits for the outcome.
    fn call(
        &self,
        request: Request,
        progress: Option<mpsc::Sender<Progress>>,
    ) -> impl Future<Output = Result<Reply, Fault>> + Send;
}
