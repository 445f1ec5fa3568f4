//! The Python module `scenewire._native`. Thin: no rule lives here.

mod array;
mod client;
mod convert;
mod faces;
mod fault;
mod host_adapter;
mod job;
mod keys;
mod logging;
mod materials;
mod rows;
mod runtime;
mod session;
mod watchdog;

use std::path::PathBuf;

use pyo3::prelude::*;

use crate::cli::{self, Runtime};

/// Runs one command line, program name first, and gives its exit code.
#[pyfunction]
fn main(py: Python<'_>, argv: Vec<String>) -> PyResult<i32> {
    let python: Option<PathBuf> = py.import("sys")?.getattr("executable")?.extract()?;
    fault::guarded(py, || Ok(py.detach(|| cli::run(argv, Runtime { python }))))
}

/// Every entity and operation, as JSON.
#[pyfunction]
fn catalogue() -> String {
    crate::catalogue::catalogue().to_json().to_string()
}

#[pymodule(name = "_native")]
mod native {
    #[pymodule_export]
    use super::client::{Client, Pending};
    #[pymodule_export]
    use super::faces::faces;
    #[pymodule_export]
    use super::job::Job;
    #[pymodule_export]
    use super::keys::{Redeeming, forget_key, keep_key, kept_key, redeem};
    #[pymodule_export]
    use super::materials::{material_graph, material_slots, material_specification};
    #[pymodule_export]
    use super::rows::{added, first_places, gather, places_of, scatter, zero_rows};
    #[pymodule_export]
    use super::runtime::shutdown_clients;
    #[pymodule_export]
    use super::session::{
        answer_foreign, approve, cancel, configure, define_operations, file_roots, guarded_roots, hold, instance_at,
        is_hot, is_running, look_again, on_stop, pump, start, state_folder, status, stop, stop_on_signals,
        third_party_code, undo_last, wait, waiting,
    };
    #[pymodule_export]
    use super::watchdog::{Deadline, check_deadline, interruptible, shielded};
    #[pymodule_export]
    use super::{catalogue, main};

    use pyo3::prelude::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
