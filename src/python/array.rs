//! Arrays between Python and attachments. The stable ABI below 3.11 has no buffer protocol, so bytes come through
//! `memoryview.tobytes()`: one copy, no pointer of Python's ever held, and no `unsafe`.

use bytes::Bytes;
use pyo3::prelude::*;
use pyo3::pybacked::PyBackedBytes;
use pyo3::types::{PyBytes, PyMemoryView, PyTuple};

use crate::wire::{Attachment, Dtype};

/// Below this many bytes a copy is cheaper than keeping the Python object alive.
const COPY_BELOW: usize = 64 * 1024;

/// What an object with a buffer turned out to be.
pub(super) enum Buffer<'py> {
    /// A dense array or plain bytes.
    Array(Attachment),
    /// A NumPy scalar, as the plain number.
    Scalar(Bound<'py, PyAny>),
}

/// Why a buffer cannot travel.
pub(super) enum Unread {
    /// The wire has no such elements.
    Elements(String),
    /// Python could not read it.
    Failed(PyErr),
}

impl From<PyErr> for Unread {
    fn from(error: PyErr) -> Self {
        Self::Failed(error)
    }
}

/// The array behind `object`; none when it has no buffer.
pub(super) fn read<'py>(object: &Bound<'py, PyAny>) -> Result<Option<Buffer<'py>>, Unread> {
    if let Ok(plain) = object.cast::<PyBytes>() {
        let length = plain.as_bytes().len() as u64;
        return Ok(Some(Buffer::Array(Attachment {
            dtype: Dtype::U1,
            shape: vec![length],
            media: None,
            data: share(plain),
        })));
    }
    let Ok(view) = PyMemoryView::from(object) else { return Ok(None) };
    read_view(object, &view).map(Some)
}

fn read_view<'py>(object: &Bound<'py, PyAny>, view: &Bound<'py, PyMemoryView>) -> Result<Buffer<'py>, Unread> {
    if view.getattr("ndim")?.extract::<usize>()? == 0 {
        return Ok(Buffer::Scalar(object.call_method0("item")?));
    }
    let format: String = view.getattr("format")?.extract()?;
    let size: usize = view.getattr("itemsize")?.extract()?;
    let Some(dtype) = dtype_of(&format, size) else { return widened(object, view, &format, size) };
    let shape = view.getattr("shape")?.extract()?;
    let data = view.call_method0("tobytes")?;
    let data = share(data.cast::<PyBytes>().map_err(PyErr::from)?);
    Ok(Buffer::Array(Attachment { dtype, shape, media: None, data }))
}

/// Element type of a `struct` format; none for what the wire does not carry.
fn dtype_of(format: &str, size: usize) -> Option<Dtype> {
    let code = match format.as_bytes() {
        [code] => *code,
        [order @ (b'<' | b'=' | b'@' | b'|'), code] if *order != b'<' || cfg!(target_endian = "little") => *code,
        _ => return None,
    };
    match (code, size) {
        (b'B' | b'?' | b'c', 1) => Some(Dtype::U1),
        (b'i' | b'l', 4) => Some(Dtype::I4),
        (b'I' | b'L', 4) => Some(Dtype::U4),
        (b'l' | b'q' | b'n', 8) => Some(Dtype::I8),
        (b'f', 4) => Some(Dtype::F4),
        (b'd', 8) => Some(Dtype::F8),
        _ => None,
    }
}

/// Narrower element types go as the next wider one; NumPy widens any shape, the standard library one dimension.
fn widened<'py>(
    object: &Bound<'py, PyAny>,
    view: &Bound<'py, PyMemoryView>,
    format: &str,
    size: usize,
) -> Result<Buffer<'py>, Unread> {
    let code = format.trim_start_matches(['<', '>', '=', '@', '!', '|']);
    let (numpy, plain) = match (code, size) {
        ("b" | "h", _) | ("i" | "l", 4) => ("<i4", "i"),
        ("H", _) | ("I" | "L", 4) => ("<u4", "I"),
        ("l" | "q", 8) => ("<i8", "q"),
        ("e", _) | ("f", _) => ("<f4", "f"),
        ("d", _) => ("<f8", "d"),
        _ => {
            let named = object.getattr("dtype").and_then(|dtype| dtype.str()).map(|name| name.to_string());
            return Err(Unread::Elements(named.unwrap_or_else(|_| format!("format `{format}`"))));
        }
    };
    let wide = if object.hasattr("astype")? {
        object.call_method1("astype", (numpy,))?
    } else {
        object.py().import("array")?.call_method1("array", (plain, view))?
    };
    read_view(&wide, &PyMemoryView::from(&wide)?)
}

/// The bytes of what an adapter hands to `Job.attach`, whatever its element type says.
pub(super) fn raw_bytes(object: &Bound<'_, PyAny>) -> PyResult<Bytes> {
    if let Ok(plain) = object.cast::<PyBytes>() {
        return Ok(share(plain));
    }
    let data = PyMemoryView::from(object)?.call_method0("tobytes")?;
    Ok(share(data.cast::<PyBytes>()?))
}

/// The bytes of an array, whatever its element type says: those behind a view of all of them, of anything else a copy.
pub(super) struct Plain<'py>(Bound<'py, PyBytes>);

impl Plain<'_> {
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl<'py> FromPyObject<'_, 'py> for Plain<'py> {
    type Error = PyErr;

    fn extract(object: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(plain) = object.cast::<PyBytes>() {
            return Ok(Self(plain.to_owned()));
        }
        let view = PyMemoryView::from(&object)?;
        let behind = view.getattr("obj")?.cast_into::<PyBytes>().ok();
        let whole =
            view.getattr("c_contiguous")?.extract::<bool>()?.then(|| view.getattr("nbytes")?.extract::<usize>());
        match (behind, whole.transpose()?) {
            (Some(plain), Some(size)) if plain.as_bytes().len() == size => Ok(Self(plain)),
            _ => Ok(Self(view.call_method0("tobytes")?.cast_into()?)),
        }
    }
}

fn share(plain: &Bound<'_, PyBytes>) -> Bytes {
    if plain.as_bytes().len() < COPY_BELOW {
        return Bytes::copy_from_slice(plain.as_bytes());
    }
    Bytes::from_owner(PyBackedBytes::from(plain.clone()))
}

/// For a host: files as `bytes`, arrays as a flat typed `memoryview`, which `foreach_set` takes as it is.
pub(super) fn flat<'py>(py: Python<'py>, attachment: &Attachment) -> PyResult<Bound<'py, PyAny>> {
    let bytes = PyBytes::new(py, &attachment.data);
    if attachment.media.is_some() {
        return Ok(bytes.into_any());
    }
    PyMemoryView::from(&bytes)?.call_method1("cast", (format_of(attachment.dtype),))
}

/// For a client: files as `bytes`, arrays as whatever `make(bytearray, format, shape)` gives.
pub(super) fn shaped<'py>(
    py: Python<'py>,
    attachment: &Attachment,
    make: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    if attachment.media.is_some() {
        return Ok(PyBytes::new(py, &attachment.data).into_any());
    }
    let own = pyo3::types::PyByteArray::new(py, &attachment.data);
    make.call1((own, format_of(attachment.dtype), PyTuple::new(py, &attachment.shape)?))
}

const fn format_of(dtype: Dtype) -> &'static str {
    match dtype {
        Dtype::U1 => "B",
        Dtype::I4 => "i",
        Dtype::U4 => "I",
        Dtype::I8 => "q",
        Dtype::F4 => "f",
        Dtype::F8 => "d",
    }
}
