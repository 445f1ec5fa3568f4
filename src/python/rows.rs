//! Rows of arrays picked and put by their numbers, for adapters: a million of them take milliseconds here, and a second
//! in Python. The arrays come and go as plain bytes, their numbers as 32-bit integers.

use pyo3::exceptions::{PyIndexError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyBytes;

/// The rows of these numbers, one after the other; a row is `size` bytes.
#[pyfunction]
pub(super) fn gather<'py>(py: Python<'py>, rows: &[u8], numbers: &[u8], size: usize) -> PyResult<Bound<'py, PyBytes>> {
    let count = count_of(rows, size)?;
    let numbers = each(numbers, count)?;
    PyBytes::new_with(py, numbers.len() * size, |into| {
        for (place, number) in into.chunks_exact_mut(size).zip(numbers) {
            place.copy_from_slice(&rows[number * size..(number + 1) * size]);
        }
        Ok(())
    })
}

/// All rows, those of these numbers replaced by new ones, in order.
#[pyfunction]
pub(super) fn scatter<'py>(
    py: Python<'py>,
    rows: &[u8],
    numbers: &[u8],
    new: &[u8],
    size: usize,
) -> PyResult<Bound<'py, PyBytes>> {
    let numbers = each(numbers, count_of(rows, size)?)?;
    if count_of(new, size)? != numbers.len() {
        return Err(PyValueError::new_err("as many new rows as numbers are needed"));
    }
    PyBytes::new_with(py, rows.len(), |into| {
        into.copy_from_slice(rows);
        for (number, row) in numbers.into_iter().zip(new.chunks_exact(size)) {
            into[number * size..(number + 1) * size].copy_from_slice(row);
        }
        Ok(())
    })
}

/// For each number below `count` where it stands first among these, -1 for nowhere.
#[pyfunction]
pub(super) fn first_places<'py>(py: Python<'py>, numbers: &[u8], count: usize) -> PyResult<Bound<'py, PyBytes>> {
    let mut first = vec![-1_i32; count];
    for (place, number) in each(numbers, count)?.into_iter().enumerate() {
        if first[number] < 0 {
            first[number] = i32::try_from(place)?;
        }
    }
    PyBytes::new_with(py, 4 * count, |into| {
        for (bytes, place) in into.chunks_exact_mut(4).zip(first) {
            bytes.copy_from_slice(&place.to_ne_bytes());
        }
        Ok(())
    })
}

fn count_of(rows: &[u8], size: usize) -> PyResult<usize> {
    if size == 0 || !rows.len().is_multiple_of(size) {
        return Err(PyValueError::new_err(format!("{} bytes are not rows of {size}", rows.len())));
    }
    Ok(rows.len() / size)
}

/// The numbers, when each is that of one of `count` rows.
fn each(numbers: &[u8], count: usize) -> PyResult<Vec<usize>> {
    count_of(numbers, 4)?;
    let read = |bytes: &[u8]| <[u8; 4]>::try_from(bytes).map(i32::from_ne_bytes).unwrap_or(-1);
    numbers
        .chunks_exact(4)
        .map(|bytes| usize::try_from(read(bytes)).ok().filter(|number| *number < count))
        .map(|number| number.ok_or_else(|| PyIndexError::new_err(format!("a number is not from 0 to {count} less 1"))))
        .collect()
}
