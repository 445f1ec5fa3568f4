//! What a call takes and a result gives: JSON, and beside it the arrays and files that must never become JSON.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::shortest;

/// Element type of an array, named as NumPy names it; always little-endian.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dtype {
    /// Unsigned byte; also files and pictures.
    U1,
    /// 32-bit signed integer.
    I4,
    /// 32-bit unsigned integer.
    U4,
    /// 64-bit signed integer.
    I8,
    /// 32-bit float.
    F4,
    /// 64-bit float.
    F8,
}

impl Dtype {
    /// Bytes per element.
    pub const fn size(self) -> usize {
        match self {
            Dtype::U1 => 1,
            Dtype::I4 | Dtype::U4 | Dtype::F4 => 4,
            Dtype::I8 | Dtype::F8 => 8,
        }
    }

    /// An element as JSON: whole numbers stay whole, floats get the digits of their own precision, null is what JSON
    /// cannot say.
    pub(crate) fn json(self, element: f64) -> Value {
        match self {
            Dtype::F8 => Value::from(element),
            Dtype::F4 => Value::from(shortest(element as f32)),
            Dtype::U1 | Dtype::I4 | Dtype::U4 | Dtype::I8 => Value::from(element as i64),
        }
    }
}

/// A dense array or a file that travels as bytes.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// Element type.
    pub dtype: Dtype,
    /// Extent of each dimension; their product times the element size is the length of `data`.
    pub shape: Vec<u64>,
    /// What the bytes are when they are a file, say `image/png`.
    pub media: Option<String>,
    /// Row-major, little-endian.
    pub data: Bytes,
}

impl Attachment {
    /// Every element as a double. Eight-byte integers above 2^53 are rounded: enough for a range and for reckoning.
    pub fn elements(&self) -> impl Iterator<Item = f64> + '_ {
        self.data.chunks_exact(self.dtype.size()).map(|bytes| element(self.dtype, bytes))
    }

    /// Every element as JSON, eight-byte integers to the last digit.
    pub fn numbers(&self) -> impl Iterator<Item = Value> + '_ {
        self.data.chunks_exact(self.dtype.size()).map(|bytes| match (self.dtype, bytes) {
            (Dtype::I8, &[a, b, c, d, e, f, g, h]) => Value::from(i64::from_le_bytes([a, b, c, d, e, f, g, h])),
            (dtype, bytes) => dtype.json(element(dtype, bytes)),
        })
    }

    /// The array as a list, in rows where it has two dimensions.
    pub fn list(&self) -> Value {
        let numbers: Vec<Value> = self.numbers().collect();
        match self.shape.get(1).and_then(|&width| usize::try_from(width).ok()).unwrap_or(0) {
            0 => Value::from(numbers),
            width => numbers.chunks(width).map(|row| Value::from(row.to_vec())).collect(),
        }
    }
}

fn element(dtype: Dtype, bytes: &[u8]) -> f64 {
    match (dtype, bytes) {
        (Dtype::U1, &[a]) => f64::from(a),
        (Dtype::I4, &[a, b, c, d]) => f64::from(i32::from_le_bytes([a, b, c, d])),
        (Dtype::U4, &[a, b, c, d]) => f64::from(u32::from_le_bytes([a, b, c, d])),
        (Dtype::F4, &[a, b, c, d]) => f64::from(f32::from_le_bytes([a, b, c, d])),
        (Dtype::I8, &[a, b, c, d, e, f, g, h]) => i64::from_le_bytes([a, b, c, d, e, f, g, h]) as f64,
        (Dtype::F8, &[a, b, c, d, e, f, g, h]) => f64::from_le_bytes([a, b, c, d, e, f, g, h]),
        _ => f64::NAN,
    }
}

/// JSON in which `{"$attachment": n}` stands for the n-th attachment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Payload {
    /// The JSON part.
    pub json: Value,
    /// The arrays and files.
    pub attachments: Vec<Attachment>,
}

/// The key of the placeholder object.
const PLACEHOLDER: &str = "$attachment";

impl Payload {
    /// JSON without attachments.
    pub fn json(json: Value) -> Self {
        Self { json, attachments: Vec::new() }
    }

    /// Keeps an attachment and gives the placeholder that stands for it in the JSON.
    pub fn attach(&mut self, attachment: Attachment) -> Value {
        self.attachments.push(attachment);
        attached(self.attachments.len() - 1)
    }

    /// Bytes of all attachments.
    pub fn attached_bytes(&self) -> usize {
        self.attachments.iter().map(|attachment| attachment.data.len()).sum()
    }
}

/// What stands for the attachment of this number.
pub(crate) fn attached(number: usize) -> Value {
    json!({ PLACEHOLDER: number })
}

/// The attachment number when `value` is a placeholder.
pub fn placeholder(value: &Value) -> Option<usize> {
    let map = value.as_object()?;
    if map.len() != 1 {
        return None;
    }
    usize::try_from(map.get(PLACEHOLDER)?.as_u64()?).ok()
}

impl From<Value> for Payload {
    fn from(json: Value) -> Self {
        Self::json(json)
    }
}
