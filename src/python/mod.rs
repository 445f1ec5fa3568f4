//! The Python module `scenewire._native`. Thin: no rule lives here.

use pyo3::prelude::*;

#[pymodule(name = "_native")]
mod native {}
