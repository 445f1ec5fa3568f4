//! Specifications of materials, which need no host.

use pyo3::prelude::*;

use super::{convert, fault};
use crate::host;
use crate::wire::{Fault, Payload};

/// Nodes and links of a material, as images by what they are make it.
#[pyfunction]
#[pyo3(signature = (images, name=None))]
pub(super) fn material_specification<'py>(
    py: Python<'py>,
    images: Vec<(String, String)>,
    name: Option<&str>,
) -> PyResult<Bound<'py, PyAny>> {
    told(py, host::material_specification(&images, name))
}

/// Nodes and links of maps.
#[pyfunction]
pub(super) fn material_graph<'py>(py: Python<'py>, maps: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    told(py, convert::json(maps).and_then(host::material_graph))
}

/// Which key tells what of a surface.
#[pyfunction]
#[expect(clippy::needless_pass_by_value, reason = "Python hands over what it makes of a list")]
pub(super) fn material_slots(py: Python<'_>, keys: Vec<String>) -> PyResult<Bound<'_, PyAny>> {
    told(py, Ok(host::material_slots(&keys)))
}

fn told(py: Python<'_>, outcome: Result<serde_json::Value, Fault>) -> PyResult<Bound<'_, PyAny>> {
    let json = outcome.map_err(|refusal| fault::exception(py, &refusal))?;
    convert::python(py, &Payload::json(json), &|_| Err(pyo3::exceptions::PyTypeError::new_err("no arrays here")))
}
