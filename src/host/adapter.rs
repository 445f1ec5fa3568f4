//! What the engine needs of a host: the seam that `python/` fills with a Python adapter and the tests with a double.

use std::collections::BTreeMap;
use std::time::Instant;

use serde::{Deserialize, Serialize};

use crate::catalogue::Operation;
use crate::wire::{Fault, Payload};

/// What a host says of itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct HostInfo {
    /// `blender`, `maya`, `unreal` or `usd`.
    pub app: String,
    /// `4.5.15`.
    pub app_version: String,
    /// `3.11.7`.
    pub python_version: String,
    /// Whether there is no window.
    pub headless: bool,
    /// The open file, empty when the scene was never saved.
    pub file: String,
    /// The scene's name.
    pub scene: String,
    /// `Z` or `Y`.
    pub up_axis: String,
    /// `right` or `left`.
    pub handedness: String,
    /// How long one unit is.
    pub metres_per_unit: f64,
    /// Frames per second.
    pub fps: f64,
    /// Operations that this host cannot do, each with the reason and what comes nearest.
    pub not_supported: BTreeMap<String, String>,
}

/// One validated call on the main thread.
#[derive(Debug)]
pub struct Job {
    /// What to do.
    pub operation: &'static Operation,
    /// Validated arguments.
    pub arguments: Payload,
    /// When the watchdog stops it.
    pub deadline: Instant,
    /// Progress and cancellation.
    pub control: super::Control,
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
    /// Grows with every change of the scene, the artist's too.
    fn revision(&self) -> Result<u64, Fault>;
}
