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

/// Where among `numbers`, all below `count`, one of the wanted ones stands, and which of those it is; of one that is
/// wanted twice the last.
#[pyfunction]
pub(super) fn places_of<'py>(
    py: Python<'py>,
    wanted: &[u8],
    numbers: &[u8],
    count: usize,
) -> PyResult<(Bound<'py, PyBytes>, Bound<'py, PyBytes>)> {
    let mut which = vec![None; count];
    for (at, number) in each(wanted, count)?.into_iter().enumerate() {
        which[number] = Some(i32::try_from(at)?);
    }
    let (mut places, mut found) = (Vec::new(), Vec::new());
    for (place, number) in each(numbers, count)?.into_iter().enumerate() {
        if let Some(at) = which[number] {
            places.extend(i32::try_from(place)?.to_ne_bytes());
            found.extend(at.to_ne_bytes());
        }
    }
    Ok((PyBytes::new(py, &places), PyBytes::new(py, &found)))
}

/// The numbers of rows of `width` 32-bit floats that are nothing but zeros.
#[pyfunction]
pub(super) fn zero_rows<'py>(py: Python<'py>, rows: &[u8], width: usize) -> PyResult<Bound<'py, PyBytes>> {
    count_of(rows, 4 * width)?;
    let mut found = Vec::new();
    for (number, row) in rows.chunks_exact(4 * width).enumerate() {
        if row.chunks_exact(4).all(|bytes| float(bytes) == 0.0) {
            found.extend(i32::try_from(number)?.to_ne_bytes());
        }
    }
    Ok(PyBytes::new(py, &found))
}

/// The sums of 32-bit floats, one by one.
#[pyfunction]
pub(super) fn added<'py>(py: Python<'py>, one: &[u8], other: &[u8]) -> PyResult<Bound<'py, PyBytes>> {
    count_of(one, 4)?;
    if one.len() != other.len() {
        return Err(PyValueError::new_err("as many numbers as on the other side are needed"));
    }
    PyBytes::new_with(py, one.len(), |into| {
        for ((sum, a), b) in into.chunks_exact_mut(4).zip(one.chunks_exact(4)).zip(other.chunks_exact(4)) {
            sum.copy_from_slice(&(float(a) + float(b)).to_ne_bytes());
        }
        Ok(())
    })
}

fn float(bytes: &[u8]) -> f32 {
    <[u8; 4]>::try_from(bytes).map(f32::from_ne_bytes).unwrap_or_default()
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
