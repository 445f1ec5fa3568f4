//! Python values to payloads and back. What JSON cannot say (NaN, infinity, huge integers) is refused with its path,
//! because turned into `null` it would move an object to nowhere without a word.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde_json::{Map, Value};

use super::array::{self, Buffer};
use crate::wire::{Attachment, Code, Fault, Payload, placeholder};

/// As deep as the wire takes JSON.
const MAX_DEPTH: usize = 64;
/// Small numeric arrays go as lists: they are vectors and colours, which are not array fields.
const LIST_UP_TO: u64 = 16;

/// Who made the Python value, and so what its arrays and numbers mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Source {
    /// A typed operation of an adapter: all arrays become attachments, and numbers are mostly the host's own singles.
    Operation,
    /// Somebody's code in the host: all arrays become attachments, numbers stay as they are.
    Code,
    /// A client, which passes NumPy arrays anywhere: only those too large to be a vector or a matrix become attachments.
    Client,
}

/// The payload that `object` says, with `attachments` that its placeholders already stand for.
pub(super) fn payload(
    object: &Bound<'_, PyAny>,
    attachments: Vec<Attachment>,
    source: Source,
) -> Result<Payload, Fault> {
    let mut reader = Reader { attachments, source, path: Vec::new() };
    let json = reader.value(object)?;
    Ok(Payload { json, attachments: reader.attachments })
}

/// JSON without arrays, for error details and options.
pub(super) fn json(object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
    payload(object, Vec::new(), Source::Client).map(|payload| payload.json)
}

/// The Python value of a payload; `place` makes the object that stands for an attachment.
pub(super) fn python<'py>(
    py: Python<'py>,
    payload: &Payload,
    place: &dyn Fn(&Attachment) -> PyResult<Bound<'py, PyAny>>,
) -> PyResult<Bound<'py, PyAny>> {
    if payload.attachments.is_empty() {
        return Ok(pythonize::pythonize(py, &payload.json)?);
    }
    build(py, &payload.json, &|number| match payload.attachments.get(number) {
        Some(attachment) => place(attachment).map(Some),
        None => Ok(None),
    })
}

type Place<'py, 'a> = &'a dyn Fn(usize) -> PyResult<Option<Bound<'py, PyAny>>>;

fn build<'py>(py: Python<'py>, value: &Value, place: Place<'py, '_>) -> PyResult<Bound<'py, PyAny>> {
    if let Some(number) = placeholder(value)
        && let Some(object) = place(number)?
    {
        return Ok(object);
    }
    match value {
        Value::Array(items) => {
            let items = items.iter().map(|item| build(py, item, place)).collect::<PyResult<Vec<_>>>()?;
            Ok(PyList::new(py, items)?.into_any())
        }
        Value::Object(map) => {
            let dict = PyDict::new(py);
            for (key, item) in map {
                dict.set_item(key, build(py, item, place)?)?;
            }
            Ok(dict.into_any())
        }
        plain => Ok(pythonize::pythonize(py, plain)?),
    }
}

enum Step {
    Key(String),
    Index(usize),
}

struct Reader {
    attachments: Vec<Attachment>,
    source: Source,
    path: Vec<Step>,
}

impl Reader {
    fn value(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        if object.is_none() {
            Ok(Value::Null)
        } else if let Ok(flag) = object.cast::<PyBool>() {
            Ok(Value::Bool(flag.is_true()))
        } else if let Ok(text) = object.cast::<PyString>() {
            self.text(text)
        } else if let Ok(float) = object.cast::<PyFloat>() {
            self.float(float.extract().unwrap_or(f64::NAN))
        } else if object.is_instance_of::<PyInt>() {
            self.integer(object)
        } else if object.is_instance_of::<PyList>() || object.is_instance_of::<PyTuple>() {
            self.items(object)
        } else if let Ok(dict) = object.cast::<PyDict>() {
            self.dict(dict)
        } else {
            self.other(object)
        }
    }

    fn text(&self, text: &Bound<'_, PyString>) -> Result<Value, Fault> {
        // A lone surrogate (an undecodable file name) has no UTF-8.
        let text = text.to_cow().map_err(|_| self.fault("text that is valid Unicode", "a lone surrogate"))?;
        Ok(Value::String(text.into_owned()))
    }

    fn float(&self, number: f64) -> Result<Value, Fault> {
        let number = if self.source == Source::Operation { shortest(number) } else { number };
        serde_json::Number::from_f64(number).map(Value::Number).ok_or_else(|| {
            let got = if number.is_nan() { "NaN" } else { "infinity" };
            self.fault("a finite number", got)
        })
    }

    fn integer(&self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        let signed = object.extract::<i64>().map(Value::from);
        signed
            .or_else(|_| object.extract::<u64>().map(Value::from))
            .map_err(|_| self.fault("a whole number of at most 64 bits", "a longer one"))
    }

    fn items(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        self.descend()?;
        let mut values = Vec::with_capacity(object.len().unwrap_or(0).min(1 << 20));
        for (index, item) in object.try_iter().map_err(|error| self.refuse(object, &error))?.enumerate() {
            let item = item.map_err(|error| self.refuse(object, &error))?;
            self.path.push(Step::Index(index));
            values.push(self.value(&item)?);
            self.path.pop();
        }
        Ok(Value::Array(values))
    }

    fn dict(&mut self, dict: &Bound<'_, PyDict>) -> Result<Value, Fault> {
        self.descend()?;
        let mut map = Map::with_capacity(dict.len());
        for (key, item) in dict.iter() {
            let key: String = key.extract().map_err(|_| self.fault("keys that are text", &type_name(&key)))?;
            self.path.push(Step::Key(key));
            let value = self.value(&item)?;
            if let Some(Step::Key(key)) = self.path.pop() {
                map.insert(key, value);
            }
        }
        Ok(Value::Object(map))
    }

    /// Arrays, NumPy scalars, paths, and what merely behaves like a list or a dictionary (`mathutils.Vector`).
    fn other(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        match array::read(object).map_err(|reason| self.fault_about(&reason))? {
            Some(Buffer::Array(attachment)) => return self.array(object, attachment),
            Some(Buffer::Scalar(plain)) => return self.value(&plain),
            None => {}
        }
        let refuse = |reader: &Self, error: PyErr| reader.refuse(object, &error);
        if object.hasattr("__fspath__").unwrap_or(false) {
            let path = object.call_method0("__fspath__").map_err(|error| refuse(self, error))?;
            return self.value(&path);
        }
        if object.hasattr("keys").unwrap_or(false) {
            let dict = PyDict::new(object.py());
            dict.update(object.cast().map_err(|error| refuse(self, error.into()))?)
                .map_err(|error| refuse(self, error))?;
            return self.dict(&dict);
        }
        if object.hasattr("__len__").unwrap_or(false) && object.hasattr("__getitem__").unwrap_or(false) {
            return self.items(object);
        }
        if let Ok(number) = object.call_method0("__index__") {
            return self.integer(&number);
        }
        Err(self.fault("a JSON value or an array", &type_name(object)))
    }

    fn array(&mut self, object: &Bound<'_, PyAny>, attachment: Attachment) -> Result<Value, Fault> {
        let elements: u64 = attachment.shape.iter().product();
        let numeric = object.hasattr("tolist").unwrap_or(false);
        if self.source == Source::Client && numeric && elements <= LIST_UP_TO {
            let list = object.call_method0("tolist").map_err(|error| self.refuse(object, &error))?;
            return self.value(&list);
        }
        self.attachments.push(attachment);
        Ok(serde_json::json!({ "$attachment": self.attachments.len() - 1 }))
    }

    fn descend(&self) -> Result<(), Fault> {
        if self.path.len() < MAX_DEPTH {
            return Ok(());
        }
        Err(self.fault("at most 64 levels", "more, or a value that contains itself"))
    }

    fn refuse(&self, object: &Bound<'_, PyAny>, error: &PyErr) -> Fault {
        self.fault("a JSON value or an array", &format!("{} ({error})", type_name(object)))
    }

    fn fault(&self, expected: &str, got: &str) -> Fault {
        self.fault_about(&format!("expected {expected}, got {got}")).detail("expected", expected).detail("got", got)
    }

    fn fault_about(&self, reason: &str) -> Fault {
        let path = self.path_text();
        let place = if path.is_empty() { "the arguments".to_owned() } else { format!("`{path}`") };
        Fault::new(Code::InvalidParams, format!("{place}: {reason}")).detail("path", path)
    }

    fn path_text(&self) -> String {
        let mut text = String::new();
        for step in &self.path {
            match step {
                Step::Key(key) if text.is_empty() => text.push_str(key),
                // Writing to a String cannot fail.
                Step::Key(key) => drop(write!(text, ".{key}")),
                Step::Index(index) => drop(write!(text, "[{index}]")),
            }
        }
        text
    }
}

/// A single as people write it: 0.1 for the 0.10000000149011612 that it is as a double. Agents pay for every digit.
fn shortest(number: f64) -> f64 {
    let single = number as f32;
    if f64::from(single) != number {
        return number;
    }
    single.to_string().parse().unwrap_or(number)
}

fn type_name(object: &Bound<'_, PyAny>) -> String {
    object.get_type().name().map_or_else(|_| "an object".to_owned(), |name| name.to_string())
}
