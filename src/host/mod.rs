//! Inside the 3D application: the queue to its main thread, the engine that runs calls, and the listener.

mod adapter;
mod watchdog;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use serde_json::Value;

use crate::wire::{Code, Fault, Reply, Request};
pub use adapter::{Adapter, HostInfo, Job};
pub use watchdog::{Armed, NoWatchdog, Watchdog};

/// Progress out of a running job, and whether its caller still wants it. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Control;

impl Control {
    /// Tells the caller how far the job is; what comes faster than it can be sent is merged, the latest wins.
    pub fn progress(&self, _fraction: Option<f64>, _message: &str) {}
    /// Whether nobody wants the result any more.
    pub fn cancelled(&self) -> bool {
        false
    }
}

/// Where records of live hosts and their ids are kept.
#[derive(Clone, Debug)]
pub struct Folders {
    /// One record per live host, mode 0600 in a folder 0700.
    pub runtime: PathBuf,
    /// What outlives a host: ids by name, large results.
    pub state: PathBuf,
}

impl Folders {
    /// The user's own, `SCENEWIRE_HOME` first.
    pub fn from_env() -> Result<Self, Fault> {
        Ok(Self { runtime: PathBuf::new(), state: PathBuf::new() })
    }
}

/// What the owner of a host chose. `HostConfig { name: .., ..HostConfig::new(Folders::from_env()?) }`.
#[derive(Clone)]
pub struct HostConfig {
    /// Records and state.
    pub folders: Folders,
    /// Wished name; `-2` and so on is added when a live host has it. None: the application's.
    pub name: Option<String>,
    /// Loopback port, 0 for one of the system's choice.
    pub port: u16,
    /// Whether `execute_python` is allowed.
    pub allow_python: bool,
    /// Whether everything but reading is refused.
    pub read_only: bool,
    /// Folders in which files may be read and written; empty: home, current and temporary folder.
    pub roots: Vec<PathBuf>,
    /// What stops code that does not return.
    pub watchdog: Arc<dyn Watchdog>,
    /// Jobs that may wait; further ones are answered `busy`.
    pub queue_jobs: usize,
    /// Bytes of arguments that may wait.
    pub queue_bytes: usize,
    /// How long after its deadline a job that does not return is answered `timed_out_still_running`.
    pub grace: Duration,
}

impl HostConfig {
    /// The defaults.
    pub fn new(folders: Folders) -> Self {
        Self {
            folders,
            name: None,
            port: 0,
            allow_python: true,
            read_only: false,
            roots: Vec::new(),
            watchdog: Arc::new(NoWatchdog),
            queue_jobs: 1024,
            queue_bytes: 4 << 30,
            grace: Duration::from_secs(1),
        }
    }
}

/// How long one `pump` may take.
#[derive(Clone, Copy, Debug)]
pub struct PumpBudget {
    /// No job is begun after this long.
    pub budget: Duration,
    /// How long to wait for the next job after one.
    pub linger: Duration,
}

/// What one `pump` did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PumpReport {
    /// Jobs that ran.
    pub ran: usize,
    /// Jobs that still wait.
    pub pending: usize,
    /// Whether calls came lately, so that the host should look again soon.
    pub hot: bool,
    /// Whether a job was running already, so that nothing was done.
    pub nested: bool,
}

/// A running host. Cheap to clone; `stop` ends it for all clones.
#[derive(Clone)]
pub struct Host {}

impl Host {
    /// Starts listening; call it on the host's main thread.
    pub fn start(_config: HostConfig, _adapter: Arc<dyn Adapter>) -> Result<Host, Fault> {
        Err(Fault::new(Code::Internal, "signatures only"))
    }
    /// Runs waiting jobs; on the host's main thread only.
    pub fn pump(&self, _budget: PumpBudget) -> PumpReport {
        PumpReport::default()
    }
    /// Blocks until a job waits or stop was asked (true), or the time is over (false).
    pub fn wait(&self, _timeout: Option<Duration>) -> bool {
        false
    }
    /// Called from the listener's thread when a job arrives and nothing pumps or waits.
    pub fn on_wake(&self, _wake: Box<dyn Fn() + Send + Sync>) {}
    /// Ends it: the running job is cancelled and waited for, the waiting ones are answered `cancelled`, port, thread
    /// and record are freed. Doing it again does nothing.
    pub fn stop(&self, _timeout: Duration) {}
    /// Whether it still listens.
    pub fn is_running(&self) -> bool {
        false
    }
    /// What `get_status` answers.
    pub fn status(&self) -> Value {
        Value::Null
    }
    /// `ws://127.0.0.1:PORT/v1/link`.
    pub fn url(&self) -> String {
        String::new()
    }
    /// The secret a caller must show.
    pub fn token(&self) -> String {
        String::new()
    }
    /// A call from this very process: on the main thread it runs here and now (inside the running job's transaction
    /// when there is one); from any other thread it waits for the queue.
    pub fn call_inline(&self, _request: Request) -> Result<Reply, Fault> {
        Err(Fault::new(Code::Internal, "signatures only"))
    }
}
