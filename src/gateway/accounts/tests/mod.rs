//! The accounts as the server meets them, over a folder and a clock of their own.

mod admin;
mod disk;
mod keys;
mod pairing;
mod tenants;
mod users;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::*;
use crate::wire::{HostInfo, Instance};

const DAY: Duration = Duration::from_secs(86_400);
/// Some day in 2026.
const START: u64 = 1_780_000_000;

/// A data folder with its clock.
struct World {
    folder: tempfile::TempDir,
    time: Arc<AtomicU64>,
}

impl World {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), time: Arc::new(AtomicU64::new(START)) }
    }

    fn data(&self) -> &Path {
        self.folder.path()
    }

    fn try_open(&self) -> Result<Accounts, Fault> {
        let time = Arc::clone(&self.time);
        Accounts::open_with(self.data(), Arc::new(move || time.load(Ordering::Relaxed)))
    }

    fn open(&self) -> Accounts {
        self.try_open().unwrap()
    }

    fn pass(&self, span: Duration) {
        self.time.fetch_add(span.as_secs(), Ordering::Relaxed);
    }
}

/// What a host says of itself.
fn host(id: &str, name: &str) -> Instance {
    let info = HostInfo { app: "blender".to_owned(), app_version: "4.5.15".to_owned(), ..HostInfo::default() };
    Instance { id: id.to_owned(), name: name.to_owned(), host: info, ..Instance::default() }
}

/// A fault as a caller can tell it from another, without its time and with what was asked for taken out.
fn words(fault: Fault, asked: &str) -> String {
    serde_json::to_string(&Fault { timestamp: String::new(), ..fault }).unwrap().replace(asked, "…")
}

fn changes(from: &mut broadcast::Receiver<Change>) -> Vec<Change> {
    std::iter::from_fn(|| from.try_recv().ok()).collect()
}
