//! What a call takes and a result gives: JSON, and beside it the arrays and files that must never become JSON.

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

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
    /// Every element as JSON: floats with the digits of their own precision, null for what JSON cannot say.
    pub fn numbers(&self) -> impl Iterator<Item = Value> + '_ {
        self.data.chunks_exact(self.dtype.size()).map(|bytes| number(self.dtype, bytes))
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

fn number(dtype: Dtype, bytes: &[u8]) -> Value {
    match (dtype, bytes) {
        (Dtype::U1, &[a]) => Value::from(a),
        (Dtype::I4, &[a, b, c, d]) => Value::from(i32::from_le_bytes([a, b, c, d])),
        (Dtype::U4, &[a, b, c, d]) => Value::from(u32::from_le_bytes([a, b, c, d])),
        // The shortest text of the single, read as a double: 0.1 and not 0.10000000149011612.
        (Dtype::F4, &[a, b, c, d]) => {
            f32::from_le_bytes([a, b, c, d]).to_string().parse::<f64>().map_or(Value::Null, Value::from)
        }
        (Dtype::I8, &[a, b, c, d, e, f, g, h]) => Value::from(i64::from_le_bytes([a, b, c, d, e, f, g, h])),
        (Dtype::F8, &[a, b, c, d, e, f, g, h]) => Value::from(f64::from_le_bytes([a, b, c, d, e, f, g, h])),
        _ => Value::Null,
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
