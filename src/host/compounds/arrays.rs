//! Arrays of results as numbers, whichever way they came.

use serde_json::Value;

use crate::wire::{Attachment, Dtype, Payload, placeholder};

/// The numbers of an array field.
pub(super) fn numbers(payload: &Payload, value: &Value) -> Vec<f64> {
    match placeholder(value).and_then(|number| payload.attachments.get(number)) {
        Some(attachment) => elements(attachment),
        None => flat(value),
    }
}

fn flat(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(rows) => rows.iter().flat_map(flat).collect(),
        value => value.as_f64().into_iter().collect(),
    }
}

fn elements(attachment: &Attachment) -> Vec<f64> {
    fn each<const N: usize>(data: &[u8], read: impl Fn([u8; N]) -> f64) -> Vec<f64> {
        data.as_chunks::<N>().0.iter().map(|bytes| read(*bytes)).collect()
    }
    let data = &attachment.data;
    match attachment.dtype {
        Dtype::U1 => data.iter().map(|&byte| f64::from(byte)).collect(),
        Dtype::I4 => each(data, |bytes| f64::from(i32::from_le_bytes(bytes))),
        Dtype::U4 => each(data, |bytes| f64::from(u32::from_le_bytes(bytes))),
        Dtype::I8 => each(data, |bytes| i64::from_le_bytes(bytes) as f64),
        Dtype::F4 => each(data, |bytes| f64::from(f32::from_le_bytes(bytes))),
        Dtype::F8 => each(data, f64::from_le_bytes),
    }
}

/// Numbers as an attachment of single precision.
pub(super) fn attached(payload: &mut Payload, numbers: impl IntoIterator<Item = f64>) -> Value {
    let data: Vec<u8> = numbers.into_iter().flat_map(|number| (number as f32).to_le_bytes()).collect();
    let shape = vec![(data.len() / Dtype::F4.size()) as u64];
    payload.attach(Attachment { dtype: Dtype::F4, shape, media: None, data: data.into() })
}
