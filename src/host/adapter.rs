//! What the engine needs of a host: the seam that `python/` fills with a Python adapter and the tests with a double.

use std::path::{Path, PathBuf};
use std::time::Instant;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::disposable::Launch;
use crate::catalogue::Operation;
pub use crate::wire::HostInfo;
use crate::wire::{Code, Fault, Payload};

/// One validated call on the main thread.
#[derive(Debug)]
pub struct Job {
    /// What to do.
    pub operation: &'static Operation,
    /// Validated arguments.
    pub arguments: Payload,
    /// Whether arguments and result are in glTF's convention and not in the host's own.
    pub gltf: bool,
    /// When the watchdog stops it.
    pub deadline: Instant,
    /// Progress and cancellation.
    pub control: super::Control,
}

/// Something that happened in the scene, whoever did it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Happening {
    /// One of the catalogue's kinds of events.
    pub kind: String,
    /// Its facts: `ids` and `names`, `active_id`, `path`.
    #[serde(flatten)]
    pub data: Map<String, Value>,
}

/// Another host of the same kind, over a copy of the scene.
#[derive(Clone, Debug, Deserialize)]
pub struct Background {
    /// How it is started.
    pub launch: Launch,
    /// What to ask of it: the arguments that were given, with names in place of ids, which end with their process.
    pub arguments: Value,
}

/// The atomics of one host. Called on the host's main thread only, never from two calls at once.
pub trait Adapter: Send + Sync + 'static {
    /// What the host says of itself now.
    fn info(&self) -> Result<HostInfo, Fault>;
    /// Does one atomic operation and gives what was read back.
    fn perform(&self, job: &Job) -> Result<Payload, Fault>;
    /// Opens a transaction: whatever follows can be rolled back to here. `conflict` when that cannot be promised.
    fn begin(&self, label: &str) -> Result<(), Fault>;
    /// Closes the transaction as one undo step of this name.
    fn commit(&self, label: &str) -> Result<(), Fault>;
    /// Puts the scene back to where `begin` found it.
    fn roll_back(&self, label: &str) -> Result<(), Fault>;
    /// Leaves an open transaction for a turn of the host's event loop, in which anybody may edit. False when the host
    /// could not tell afterwards whether somebody has: then it goes on to its end.
    fn suspend(&self, _label: &str) -> Result<bool, Fault> {
        Ok(false)
    }
    /// Comes back to it. `conflict` when somebody else has edited meanwhile: the transaction is over then, and what was
    /// done in it stays, because what they did may stand on it.
    fn resume(&self, _label: &str) -> Result<(), Fault> {
        Ok(())
    }
    /// Takes back the last step that came of a call, and says which; `conflict` when the artist has worked since.
    fn undo_last(&self) -> Result<String, Fault> {
        Err(Fault::new(Code::NotSupported, "this host's adapter cannot tell its own steps from others"))
    }
    /// What happened since the last look, in this order. `fresh`: nothing did; looking begins here.
    fn happenings(&self, _fresh: bool) -> Result<Vec<Happening>, Fault> {
        Ok(Vec::new())
    }
    /// Writes a copy of the scene into a folder, and tells how a host over it is started that may use files in these
    /// roots.
    fn background(&self, _folder: &Path, _roots: &[PathBuf], _arguments: &Value) -> Result<Background, Fault> {
        Err(Fault::new(Code::NotSupported, "this host cannot work in the background"))
    }
    /// Whether this call is better done so than here: it takes long, somebody looks at the window, and a copy is as good.
    fn wants_copy(&self, _operation: &str, _arguments: &Value) -> Result<bool, Fault> {
        Ok(false)
    }
    /// Looks for changes by others that the application does not tell of, so that `revision` counts them.
    fn notice(&self) -> Result<(), Fault> {
        Ok(())
    }
    /// Grows with every change of the scene that was seen, the artist's too.
    fn revision(&self) -> Result<u64, Fault>;
}
