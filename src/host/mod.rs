//! Inside the 3D application: the queue to its main thread, the engine that runs calls, and the listener.

mod adapter;

pub use adapter::{Adapter, HostInfo, Job};

/// Progress out of a running job, and whether its caller still wants it. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Control;
