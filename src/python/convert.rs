//! Python values to payloads and back. What JSON cannot say (NaN, infinity, huge integers) is refused with its path,
//! because turned into `null` it would move an object to nowhere without a word. Of a client's arguments the catalogue
//! says what is wrong, as of any others: it is shown them whole.

use std::fmt::Write as _;

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use serde_json::{Map, Value};

use super::array::{self, Buffer, Unread};
use crate::catalogue::{catalogue, unsaid};
use crate::wire::{Attachment, Code, Fault, Payload, placeholder, shortest};

/// As deep as the wire takes JSON.
const MAX_DEPTH: usize = 64;
/// Small numeric arrays go as lists: they are vectors and colours, which are not array fields.
const LIST_UP_TO: u64 = 16;
/// What can be sent.
const SENDABLE: &str = "a JSON value or an array";

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
    let mut reader = Reader { attachments, source, path: Vec::new(), refused: Refused::AtOnce };
    let json = reader.value(object)?;
    Ok(Payload { json, attachments: reader.attachments })
}

/// What a client gives to an operation; what cannot be sent is refused as the operation itself would refuse it.
pub(super) fn arguments(object: &Bound<'_, PyAny>, operation: &str) -> Result<Payload, Fault> {
    let (attachments, path) = (Vec::new(), Vec::new());
    let mut reader = Reader { attachments, source: Source::Client, path, refused: Refused::Later(None) };
    let (json, endless) = match reader.value(object) {
        Ok(json) => (json, None),
        Err(fault) => (Value::Null, Some(fault)),
    };
    let payload = Payload { json, attachments: reader.attachments };
    match (endless, reader.refused) {
        (Some(fault), _) => Err(catalogue().example_of(operation, fault)),
        (None, Refused::Later(Some(fault))) => Err(catalogue().refusal(operation, payload, fault)),
        (None, _) => Ok(payload),
    }
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

/// What becomes of a value that JSON cannot say.
enum Refused {
    /// The fault.
    AtOnce,
    /// Something that stands for it; the first fault is kept.
    Later(Option<Fault>),
}

struct Reader {
    attachments: Vec<Attachment>,
    source: Source,
    path: Vec<Step>,
    refused: Refused,
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

    fn text(&mut self, text: &Bound<'_, PyString>) -> Result<Value, Fault> {
        match text.to_cow() {
            Ok(text) => Ok(Value::String(text.into_owned())),
            // An undecodable file name has no UTF-8.
            Err(_) => self.refused("text that is valid Unicode", "text with a lone surrogate"),
        }
    }

    fn float(&mut self, number: f64) -> Result<Value, Fault> {
        let single = number as f32;
        // What a host keeps as a single is told as one; a number of its own stays as it is.
        let is_single = self.source == Source::Operation && f64::from(single) == number;
        let number = if is_single { shortest(single) } else { number };
        match serde_json::Number::from_f64(number) {
            Some(number) => Ok(Value::Number(number)),
            None if number.is_nan() => self.refused("a finite number", "NaN"),
            None => self.refused("a finite number", if number > 0.0 { "infinity" } else { "-infinity" }),
        }
    }

    fn integer(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        let signed = object.extract::<i64>().map(Value::from);
        match signed.or_else(|_| object.extract::<u64>().map(Value::from)) {
            Ok(number) => Ok(number),
            Err(_) => self.refused("a whole number of at most 64 bits", &digits(object)),
        }
    }

    fn items(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        self.descend()?;
        let mut values = Vec::with_capacity(object.len().unwrap_or(0).min(1 << 20));
        let items = match object.try_iter() {
            Ok(items) => items,
            Err(error) => return self.refuse(object, &error),
        };
        for (index, item) in items.enumerate() {
            let item = match item {
                Ok(item) => item,
                Err(error) => return self.refuse(object, &error),
            };
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
            let Ok(name) = key.extract::<String>() else {
                let got = format!("a dictionary with a key of type {}", type_name(&key));
                return self.refused("a dictionary whose keys are text", &got);
            };
            self.path.push(Step::Key(name));
            let value = self.value(&item)?;
            if let Some(Step::Key(key)) = self.path.pop() {
                map.insert(key, value);
            }
        }
        Ok(Value::Object(map))
    }

    /// Arrays, NumPy scalars, paths, and what merely behaves like a list or a dictionary (`mathutils.Vector`).
    fn other(&mut self, object: &Bound<'_, PyAny>) -> Result<Value, Fault> {
        match array::read(object) {
            Ok(Some(Buffer::Array(attachment))) => return self.array(object, attachment),
            Ok(Some(Buffer::Scalar(plain))) => return self.value(&plain),
            Ok(None) => {}
            Err(Unread::Elements(elements)) => return self.elements(&elements),
            Err(Unread::Failed(error)) => return self.refuse(object, &error),
        }
        if object.hasattr("__fspath__").unwrap_or(false) {
            return match object.call_method0("__fspath__") {
                Ok(path) => self.value(&path),
                Err(error) => self.refuse(object, &error),
            };
        }
        if object.hasattr("keys").unwrap_or(false) {
            let dict = PyDict::new(object.py());
            return match object.cast().map_err(PyErr::from).and_then(|mapping| dict.update(mapping)) {
                Ok(()) => self.dict(&dict),
                Err(error) => self.refuse(object, &error),
            };
        }
        if object.hasattr("__len__").unwrap_or(false) && object.hasattr("__getitem__").unwrap_or(false) {
            return self.items(object);
        }
        if let Ok(number) = object.call_method0("__index__") {
            return self.integer(&number);
        }
        self.refused(SENDABLE, &type_name(object))
    }

    /// An array whose elements the wire does not carry.
    fn elements(&mut self, elements: &str) -> Result<Value, Fault> {
        const REMEDY: &str =
            "give numbers as int32, int64, float32 or float64 (`astype`), anything else as a list (`tolist`)";
        let expected = "an array of int32, int64, float32 or float64";
        let outcome = self.refused(expected, &format!("an array of {elements}"));
        match &mut self.refused {
            Refused::Later(Some(fault)) if !fault.suggestions.iter().any(|known| known == REMEDY) => {
                fault.suggestions.push(REMEDY.to_owned());
            }
            _ => {}
        }
        outcome.map_err(|fault| fault.suggest(REMEDY))
    }

    fn array(&mut self, object: &Bound<'_, PyAny>, attachment: Attachment) -> Result<Value, Fault> {
        let elements: u64 = attachment.shape.iter().product();
        let numeric = object.hasattr("tolist").unwrap_or(false);
        if self.source == Source::Client && numeric && elements <= LIST_UP_TO {
            return match object.call_method0("tolist") {
                Ok(list) => self.value(&list),
                Err(error) => self.refuse(object, &error),
            };
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

    fn refuse(&mut self, object: &Bound<'_, PyAny>, error: &PyErr) -> Result<Value, Fault> {
        self.refused(SENDABLE, &format!("{} ({error})", type_name(object)))
    }

    /// The fault, or what stands for the value until all is read.
    fn refused(&mut self, expected: &str, got: &str) -> Result<Value, Fault> {
        let fault = self.fault(expected, got);
        match &mut self.refused {
            Refused::AtOnce => Err(fault),
            Refused::Later(first) => {
                first.get_or_insert(fault);
                Ok(unsaid(got))
            }
        }
    }

    fn fault(&self, expected: &str, got: &str) -> Fault {
        let path = self.path_text();
        let place = if path.is_empty() { "the arguments".to_owned() } else { format!("`{path}`") };
        Fault::new(Code::InvalidParams, format!("{place}: expected {expected}, got {got}"))
            .detail("path", path)
            .detail("expected", expected)
            .detail("got", got)
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

/// A whole number as an error shows it. Python itself refuses to write very long ones.
fn digits(number: &Bound<'_, PyAny>) -> String {
    const LONGEST: usize = 40;
    match number.str().map(|text| text.to_string()) {
        Ok(text) if text.len() <= LONGEST => text,
        _ => {
            let bits = number.call_method0("bit_length").and_then(|bits| bits.extract::<u64>());
            bits.map_or_else(|_| "a longer one".to_owned(), |bits| format!("a whole number of {bits} bits"))
        }
    }
}

fn type_name(object: &Bound<'_, PyAny>) -> String {
    object.get_type().name().map_or_else(|_| "an object".to_owned(), |name| name.to_string())
}
