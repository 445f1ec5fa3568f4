//! A result with its arrays and files in it, for clients that have nothing but JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::wire::{Attachment, Dtype, Payload, placeholder};

/// The JSON of a payload: arrays as lists, in rows where they have two dimensions, and files as base64 beside their
/// media type.
pub(super) fn json(payload: Payload) -> Value {
    let Payload { mut json, attachments } = payload;
    if !attachments.is_empty() {
        place(&mut json, &attachments);
    }
    json
}

fn place(value: &mut Value, attachments: &[Attachment]) {
    if let Some(attachment) = placeholder(value).and_then(|index| attachments.get(index)) {
        *value = written(attachment);
        return;
    }
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| place(item, attachments)),
        Value::Object(map) => map.values_mut().for_each(|item| place(item, attachments)),
        _ => {}
    }
}

fn written(attachment: &Attachment) -> Value {
    if let Some(media) = &attachment.media {
        return json!({ "media": media, "base64": STANDARD.encode(&attachment.data) });
    }
    let numbers: Vec<Value> =
        attachment.data.chunks_exact(attachment.dtype.size()).map(|bytes| number(attachment.dtype, bytes)).collect();
    let width = attachment.shape.get(1).and_then(|&width| usize::try_from(width).ok()).unwrap_or(0);
    match width {
        0 => Value::from(numbers),
        width => numbers.chunks(width).map(|row| Value::from(row.to_vec())).collect(),
    }
}

/// Floats get the digits of their own precision; what JSON cannot say is null.
fn number(dtype: Dtype, bytes: &[u8]) -> Value {
    match (dtype, bytes) {
        (Dtype::U1, &[a]) => Value::from(a),
        (Dtype::I4, &[a, b, c, d]) => Value::from(i32::from_le_bytes([a, b, c, d])),
        (Dtype::U4, &[a, b, c, d]) => Value::from(u32::from_le_bytes([a, b, c, d])),
        (Dtype::F4, &[a, b, c, d]) => {
            f32::from_le_bytes([a, b, c, d]).to_string().parse::<f64>().map_or(Value::Null, Value::from)
        }
        (Dtype::I8, &[a, b, c, d, e, f, g, h]) => Value::from(i64::from_le_bytes([a, b, c, d, e, f, g, h])),
        (Dtype::F8, &[a, b, c, d, e, f, g, h]) => Value::from(f64::from_le_bytes([a, b, c, d, e, f, g, h])),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays_are_lists_and_pictures_base64() {
        let mut payload = Payload::default();
        let data: Vec<u8> = [0.1_f32, 2.0, f32::NAN, 4.0].iter().flat_map(|number| number.to_le_bytes()).collect();
        let rows = payload.attach(Attachment { dtype: Dtype::F4, shape: vec![2, 2], media: None, data: data.into() });
        let data = (-5_i64).to_le_bytes().to_vec().into();
        let flat = payload.attach(Attachment { dtype: Dtype::I8, shape: vec![1], media: None, data });
        let media = Some("image/png".to_owned());
        let picture = payload.attach(Attachment { dtype: Dtype::U1, shape: vec![2], media, data: vec![1, 2].into() });
        payload.json = json!({ "items": [{ "rows": rows }, flat], "image": picture });
        let expected = json!({ "items": [{ "rows": [[0.1, 2.0], [null, 4.0]] }, [-5]],
            "image": { "media": "image/png", "base64": "AQI=" } });
        assert_eq!(json(payload), expected);
    }
}
