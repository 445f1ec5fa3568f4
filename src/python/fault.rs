//! Python exceptions to faults and back. One table of codes on both sides: `scenewire.errors` is generated from it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pyo3::exceptions::{PyFileNotFoundError, PyMemoryError, PyPermissionError, PyRuntimeError, PySyntaxError};
use pyo3::prelude::*;
use serde_json::Value;

use super::convert;
use super::watchdog::Deadline;
use crate::wire::{Code, Fault};

/// A traceback longer than this is a recursion; its end tells more than its beginning.
const TRACEBACK_BYTES: usize = 16 * 1024;

/// The exception of `scenewire.errors` that says this fault.
pub(super) fn exception(py: Python<'_>, fault: &Fault) -> PyErr {
    let raised = || -> PyResult<PyErr> {
        let value = pythonize::pythonize(py, fault)?;
        let made = py.import("scenewire.errors")?.call_method1("from_dict", (value,))?;
        Ok(PyErr::from_value(made))
    };
    raised().unwrap_or_else(|_| PyRuntimeError::new_err(fault.to_string()))
}

/// Does it, and turns a fault or a panic into an exception: a panic never reaches the host as one.
pub(super) fn guarded<T>(py: Python<'_>, work: impl FnOnce() -> PyResult<T>) -> PyResult<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(outcome) => outcome,
        Err(panic) => Err(exception(py, &panicked(panic.as_ref()))),
    }
}

/// The fault that a panic is.
pub(super) fn panicked(panic: &(dyn std::any::Any + Send)) -> Fault {
    let text = panic.downcast_ref::<&str>().copied().map(str::to_owned);
    let text = text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
    Fault::new(Code::Internal, format!("scenewire panicked: {text}"))
}

/// What an exception of the adapter says to the caller.
pub(super) fn fault(py: Python<'_>, error: &PyErr) -> Fault {
    let value = error.value(py);
    if error.is_instance_of::<Deadline>(py) {
        return Fault::new(Code::TimedOut, error_text(error, py));
    }
    if let Some(fault) = declared(value) {
        return fault;
    }
    if error.is_instance_of::<PySyntaxError>(py) {
        return syntax(value);
    }
    let code = if error.is_instance_of::<PyMemoryError>(py) {
        Code::OutOfMemory
    } else if error.is_instance_of::<PyFileNotFoundError>(py) {
        Code::FileNotFound
    } else if error.is_instance_of::<PyPermissionError>(py) {
        Code::PermissionDenied
    } else {
        Code::HandlerError
    };
    let kind = value.get_type().name().map(|name| name.to_string()).unwrap_or_default();
    let fault = Fault::new(code, format!("{kind}: {}", error_text(error, py))).detail("exception", kind);
    match traceback(py, error) {
        Ok(text) => fault.detail("traceback", text),
        Err(_) => fault,
    }
}

fn error_text(error: &PyErr, py: Python<'_>) -> String {
    error
        .value(py)
        .str()
        .map_or_else(|_| "an error without a text".to_owned(), |text| text.to_string_lossy().into_owned())
}

/// An exception with `error_code` keeps its fields.
fn declared(value: &Bound<'_, PyAny>) -> Option<Fault> {
    let name: String = value.getattr("error_code").ok()?.extract().ok()?;
    let code = serde_json::from_value(Value::String(name)).unwrap_or(Code::HandlerError);
    let text = value.getattr("error_message").or_else(|_| value.getattr("message"));
    let text = text.and_then(|text| text.extract::<String>()).or_else(|_| value.str().map(|text| text.to_string()));
    let mut fault = Fault::new(code, text.unwrap_or_default());
    if let Ok(Value::Object(details)) =
        value.getattr("details").map_err(|_| ()).and_then(|details| convert::json(&details).map_err(|_| ()))
    {
        fault.details = details;
    }
    if let Ok(suggestions) = value.getattr("suggestions").and_then(|list| list.extract()) {
        fault.suggestions = suggestions;
    }
    Some(fault)
}

fn syntax(value: &Bound<'_, PyAny>) -> Fault {
    let fact = |name: &str| value.getattr(name).ok().and_then(|fact| convert::json(&fact).ok()).unwrap_or(Value::Null);
    Fault::new(Code::SyntaxError, value.str().map(|text| text.to_string()).unwrap_or_default())
        .detail("line", fact("lineno"))
        .detail("column", fact("offset"))
        .detail("text", fact("text"))
}

fn traceback(py: Python<'_>, error: &PyErr) -> PyResult<String> {
    let lines = py
        .import("traceback")?
        .call_method1("format_exception", (error.get_type(py), error.value(py), error.traceback(py)))?;
    let text: String = lines.extract::<Vec<String>>()?.concat();
    let mut start = text.len().saturating_sub(TRACEBACK_BYTES);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    Ok(text[start..].to_owned())
}
