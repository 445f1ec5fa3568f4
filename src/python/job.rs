//! The running call as its adapter sees it.

use std::time::Instant;

use parking_lot::Mutex;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use super::array;
use crate::host::Control;
use crate::wire::{Attachment, Dtype};

/// One running call: its progress, its deadline, whether anybody still wants it, and its arrays.
#[pyclass(frozen, module = "scenewire._native")]
pub(super) struct Job {
    control: Control,
    deadline: Instant,
    attachments: Mutex<Vec<Attachment>>,
}

impl Job {
    pub(super) fn new(control: Control, deadline: Instant) -> Self {
        Self { control, deadline, attachments: Mutex::default() }
    }

    /// What was attached, once.
    pub(super) fn take(&self) -> Vec<Attachment> {
        std::mem::take(&mut self.attachments.lock())
    }
}

#[pymethods]
impl Job {
    /// Tells the caller how far it is, 0 to 1 when known.
    #[pyo3(signature = (fraction, message))]
    fn progress(&self, fraction: Option<f64>, message: &str) {
        self.control.progress(fraction.filter(|fraction| fraction.is_finite()), message);
    }

    /// Whether nobody wants the result any more.
    fn cancelled(&self) -> bool {
        self.control.cancelled()
    }

    /// Seconds to the deadline.
    fn remaining(&self) -> f64 {
        self.deadline.saturating_duration_since(Instant::now()).as_secs_f64()
    }

    /// Keeps an array or file beside the result and gives the placeholder to put into it.
    #[pyo3(signature = (data, dtype, shape, media=None))]
    fn attach<'py>(
        &self,
        data: &Bound<'py, PyAny>,
        dtype: &str,
        shape: Vec<u64>,
        media: Option<String>,
    ) -> PyResult<Bound<'py, PyDict>> {
        let dtype: Dtype = serde_json::from_value(dtype.into())
            .map_err(|_| PyValueError::new_err(format!("dtype `{dtype}` is none of u1, i4, u4, i8, f4, f8")))?;
        let data_bytes = array::raw_bytes(data)?;
        let expected = shape.iter().try_fold(dtype.size() as u64, |size, &extent| size.checked_mul(extent));
        if expected != Some(data_bytes.len() as u64) {
            let reason = format!("shape {shape:?} of {dtype:?} does not have {} bytes", data_bytes.len());
            return Err(PyValueError::new_err(reason));
        }
        let mut attachments = self.attachments.lock();
        attachments.push(Attachment { dtype, shape, media, data: data_bytes });
        let placeholder = PyDict::new(data.py());
        placeholder.set_item("$attachment", attachments.len() - 1)?;
        Ok(placeholder)
    }
}
