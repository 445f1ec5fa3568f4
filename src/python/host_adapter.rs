//! The engine's adapter over a Python object. The engine runs detached from the interpreter; each call attaches.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use pyo3::prelude::*;
use serde_json::Value;

use super::convert::{self, Source};
use super::job::Job as PyJob;
use super::{array, fault};
use crate::catalogue::{GET_EVENTS, START_TASK, Scope};
use crate::host::{Adapter, Background, Happening, HostInfo, Job};
use crate::wire::{Code, Fault, Payload};

thread_local! {
    /// How many jobs this thread is inside of.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// Whether this thread is performing a job now.
pub(super) fn performing() -> bool {
    DEPTH.get() > 0
}

/// The Python object that does the atomics.
pub(super) struct HostAdapter {
    object: Py<PyAny>,
}

impl HostAdapter {
    pub(super) fn new(object: Py<PyAny>) -> Self {
        Self { object }
    }

    /// Calls it, attached, with exceptions and panics turned into faults.
    fn with<T>(&self, work: impl FnOnce(&Bound<'_, PyAny>) -> Result<T, Failure>) -> Result<T, Fault> {
        let attached = Python::try_attach(|py| {
            let object = self.object.bind(py);
            match catch_unwind(AssertUnwindSafe(|| work(object))) {
                Ok(Ok(value)) => Ok(value),
                Ok(Err(Failure::Fault(fault))) => Err(*fault),
                Ok(Err(Failure::Raised(error))) => Err(fault::fault(py, &error)),
                Err(panic) => Err(fault::panicked(panic.as_ref())),
            }
        });
        attached.unwrap_or_else(|| Err(Fault::new(Code::Cancelled, "the interpreter of the host is ending")))
    }
}

/// Why a call into Python gave nothing.
enum Failure {
    Fault(Box<Fault>),
    Raised(PyErr),
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Failure::Fault(Box::new(fault))
    }
}

impl From<PyErr> for Failure {
    fn from(error: PyErr) -> Self {
        Failure::Raised(error)
    }
}

impl Adapter for HostAdapter {
    fn info(&self) -> Result<HostInfo, Fault> {
        self.with(|object| {
            let told = convert::json(&object.call_method0("info")?)?;
            let mut info: HostInfo = serde_json::from_value(told)
                .map_err(|error| Fault::new(Code::HandlerError, format!("info() of the adapter: {error}")))?;
            let lacking = Arc::make_mut(&mut info.not_supported);
            if !tells_of_events(object)? {
                lacking.entry(GET_EVENTS.to_owned()).or_insert_with(|| NO_EVENTS.to_owned());
            }
            if !object.hasattr("background")? {
                lacking.entry(START_TASK.to_owned()).or_insert_with(|| NO_TASKS.to_owned());
            }
            Ok(info)
        })
    }

    fn perform(&self, job: &Job) -> Result<Payload, Fault> {
        let _inside = Inside::enter();
        self.with(|object| {
            let py = object.py();
            let arguments = convert::python(py, &job.arguments, &|attachment| array::flat(py, attachment))?;
            let handle = Bound::new(py, PyJob::new(job.control.clone(), job.deadline))?;
            let name = &job.operation.name;
            let result = match job.operation.module {
                None => object.call_method1("perform", (name, arguments, &handle))?,
                // A project's own is no adapter's: it is the same function in every host.
                Some(_) => {
                    py.import("scenewire.operations")?.call_method1("perform", (object, name, arguments, &handle))?
                }
            };
            let source = if job.operation.scope == Scope::Python { Source::Code } else { Source::Operation };
            convert::payload(&result, handle.get().take(), source).map_err(|fault| {
                let sentence = format!("the adapter's result of {}: {fault}", job.operation.name);
                Fault { error_code: Code::HandlerError, error_message: sentence, ..fault }.into()
            })
        })
    }

    fn begin(&self, label: &str) -> Result<(), Fault> {
        self.with(|object| Ok(object.call_method1("begin", (label,)).map(drop)?))
    }

    fn commit(&self, label: &str) -> Result<(), Fault> {
        self.with(|object| Ok(object.call_method1("commit", (label,)).map(drop)?))
    }

    fn roll_back(&self, label: &str) -> Result<(), Fault> {
        self.with(|object| Ok(object.call_method1("roll_back", (label,)).map(drop)?))
    }

    fn suspend(&self, label: &str) -> Result<bool, Fault> {
        self.with(|object| match object.hasattr("suspend")? {
            true => Ok(object.call_method1("suspend", (label,))?.extract()?),
            false => Ok(false),
        })
    }

    fn resume(&self, label: &str) -> Result<(), Fault> {
        self.with(|object| Ok(object.call_method1("resume", (label,)).map(drop)?))
    }

    fn undo_last(&self) -> Result<String, Fault> {
        self.with(|object| match object.hasattr("undo_last")? {
            true => Ok(object.call_method0("undo_last")?.extract()?),
            false => {
                let message = "this host's adapter cannot tell its own steps from others";
                Err(Fault::new(Code::NotSupported, message).into())
            }
        })
    }

    fn happenings(&self, fresh: bool) -> Result<Vec<Happening>, Fault> {
        self.with(|object| {
            if !tells_of_events(object)? {
                return Ok(Vec::new());
            }
            let told = convert::json(&object.call_method1("happenings", (fresh,))?)?;
            serde_json::from_value(told)
                .map_err(|error| Fault::new(Code::HandlerError, format!("happenings() of the adapter: {error}")).into())
        })
    }

    fn background(&self, folder: &Path, roots: &[PathBuf], arguments: &Value) -> Result<Background, Fault> {
        self.with(|object| {
            let arguments = pythonize::pythonize(object.py(), arguments).map_err(PyErr::from)?;
            let roots: Vec<_> = roots.iter().map(|root| root.to_string_lossy()).collect();
            let told = object.call_method1("background", (folder.to_string_lossy(), roots, arguments))?;
            serde_json::from_value(convert::json(&told)?)
                .map_err(|error| Fault::new(Code::HandlerError, format!("background() of the adapter: {error}")).into())
        })
    }

    fn wants_copy(&self, operation: &str, arguments: &Value) -> Result<bool, Fault> {
        self.with(|object| match object.hasattr("wants_copy")? {
            true => {
                let arguments = pythonize::pythonize(object.py(), arguments).map_err(PyErr::from)?;
                Ok(object.call_method1("wants_copy", (operation, arguments))?.extract()?)
            }
            false => Ok(false),
        })
    }

    fn notice(&self) -> Result<(), Fault> {
        self.with(|object| match object.hasattr("notice")? {
            true => Ok(object.call_method0("notice").map(drop)?),
            false => Ok(()),
        })
    }

    fn revision(&self) -> Result<u64, Fault> {
        self.with(|object| Ok(object.call_method0("revision")?.extract()?))
    }
}

/// Why there are none.
const NO_EVENTS: &str = "the adapter of this host cannot tell what happened in its scene";

const NO_TASKS: &str = "the adapter of this host cannot start another one in the background";

fn tells_of_events(object: &Bound<'_, PyAny>) -> PyResult<bool> {
    object.hasattr("happenings")
}

struct Inside;

impl Inside {
    fn enter() -> Self {
        DEPTH.set(DEPTH.get() + 1);
        Inside
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}
