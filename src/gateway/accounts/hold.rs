//! The lock that keeps a second gateway out of the data folder, and how a disk that fails is told.

use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::path::Path;

use crate::private;
use crate::wire::{Code, Fault};

/// Holds the folder for this process until it is dropped.
pub(super) fn lock(data: &Path) -> Result<File, Fault> {
    let file = data.join("lock");
    let mut open = private::open(&file).map_err(|error| failed("the data folder cannot be used", &error))?;
    match open.try_lock() {
        Ok(()) => {
            // Only helps whoever is refused; the lock holds without it.
            let _ = open.set_len(0).and_then(|()| write!(open, "{}", std::process::id()));
            Ok(open)
        }
        Err(TryLockError::WouldBlock) => Err(held(&fs::read_to_string(file).unwrap_or_default())),
        Err(TryLockError::Error(error)) => Err(failed("the data folder cannot be locked", &error)),
    }
}

fn held(process: &str) -> Fault {
    let who = if process.is_empty() { String::new() } else { format!(" (process {process})") };
    let message = format!("a gateway is running with this data folder{who}: only one process can use it at a time");
    Fault::new(Code::Busy, message)
        .detail("process", process)
        .suggest("stop the running gateway first")
        .suggest("or give another folder with --data")
}

/// What the system refused: nothing that a caller could have written otherwise.
pub(super) fn failed(what: &str, error: &dyn std::fmt::Display) -> Fault {
    Fault::new(Code::ExternalServiceError, format!("{what}: {error}"))
        .suggest("see whether the disk is full and who owns the data folder")
}
