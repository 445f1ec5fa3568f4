//! Keys of gateways: exchanged for a pairing code, and kept for the next session.

use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;
use pyo3::prelude::*;
use tokio::task::AbortHandle;

use super::{fault, runtime};
use crate::cli;
use crate::host::{Endpoint, Folders, Keys, Trust};
use crate::wire::Fault;

/// Empty while the gateway has not answered.
type Outcome = Arc<Mutex<Option<Result<String, Fault>>>>;

/// A code on its way to the gateway and a key on its way back, while the host's main thread goes on.
#[pyclass(frozen, module = "scenewire._native")]
pub(super) struct Redeeming {
    outcome: Outcome,
    task: AbortHandle,
}

#[pymethods]
impl Redeeming {
    /// The key, or None while the gateway has not answered; raises what went wrong.
    fn poll(&self, py: Python<'_>) -> PyResult<Option<String>> {
        let outcome = self.outcome.lock().clone();
        outcome.transpose().map_err(|fault| fault::exception(py, &fault))
    }

    /// Nobody waits for it any more.
    fn forget(&self) {
        self.task.abort();
    }
}

/// Begins to exchange a pairing code for a key of a host's own.
#[pyfunction]
#[pyo3(signature = (url, code, label, ca=None, pin=None))]
pub(super) fn redeem(
    py: Python<'_>,
    url: &str,
    code: String,
    label: String,
    ca: Option<PathBuf>,
    pin: Option<&str>,
) -> PyResult<Redeeming> {
    guarded(py, || {
        let endpoint = Endpoint::new(url, "none", Trust::chosen(ca.as_deref(), pin)?)?;
        let outcome = Outcome::default();
        let told = Arc::clone(&outcome);
        let task = runtime::spawn(async move {
            let done = cli::redeem(endpoint, &code, &label).await;
            *told.lock() = Some(done);
        })?;
        Ok(Redeeming { outcome, task })
    })
}

/// Keeps the key of this gateway in a file that only this user can read.
#[pyfunction]
pub(super) fn keep_key(py: Python<'_>, url: &str, key: &str) -> PyResult<()> {
    guarded(py, || keys()?.keep(url, key))
}

/// The key that was kept for this gateway, or None.
#[pyfunction]
pub(super) fn kept_key(py: Python<'_>, url: &str) -> PyResult<Option<String>> {
    guarded(py, || keys()?.kept(url))
}

/// Whether there was a key of this gateway, which is gone now.
#[pyfunction]
pub(super) fn forget_key(py: Python<'_>, url: &str) -> PyResult<bool> {
    guarded(py, || keys()?.forget(url))
}

fn keys() -> Result<Keys, Fault> {
    Ok(Keys::new(&Folders::from_env()?))
}

fn guarded<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Fault> + Send) -> PyResult<T> {
    fault::guarded(py, || py.detach(work).map_err(|fault| fault::exception(py, &fault)))
}
