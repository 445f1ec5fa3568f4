//! The background thread on which clients of this process keep their links; it starts with the first call.

use std::future::Future;
use std::thread::JoinHandle;

use parking_lot::Mutex;
use pyo3::prelude::*;
use tokio::runtime::Handle;
use tokio_util::sync::CancellationToken;

use crate::wire::{Code, Fault};

static BACKGROUND: Mutex<Option<Background>> = Mutex::new(None);

struct Background {
    /// A fork copies this record without its thread.
    pid: u32,
    handle: Handle,
    ended: CancellationToken,
    thread: JoinHandle<()>,
}

/// The handle of the running thread, starting it when there is none.
pub(super) fn handle() -> Result<Handle, Fault> {
    let mut background = BACKGROUND.lock();
    if let Some(running) = background.as_ref()
        && running.pid == std::process::id()
    {
        return Ok(running.handle.clone());
    }
    let started = start().map_err(|error| Fault::new(Code::Internal, format!("no thread for the client: {error}")))?;
    let handle = started.handle.clone();
    // The runtime of a parent process has nobody to end it here.
    std::mem::forget(background.replace(started));
    Ok(handle)
}

fn start() -> std::io::Result<Background> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    let ended = CancellationToken::new();
    let stop = ended.clone();
    let thread = std::thread::Builder::new().name("scenewire-client".into()).spawn(move || {
        runtime.block_on(stop.cancelled());
    })?;
    Ok(Background { pid: std::process::id(), handle, ended, thread })
}

/// Runs it on the background thread.
pub(super) fn spawn<F>(future: F) -> Result<tokio::task::AbortHandle, Fault>
where
    F: Future<Output = ()> + Send + 'static,
{
    Ok(handle()?.spawn(future).abort_handle())
}

/// Ends the thread and every link on it; the next call starts another. Called at exit.
#[pyfunction]
pub(super) fn shutdown_clients(py: Python<'_>) {
    let Some(running) = BACKGROUND.lock().take() else { return };
    if running.pid != std::process::id() {
        std::mem::forget(running);
        return;
    }
    running.ended.cancel();
    py.detach(|| drop(running.thread.join()));
}
