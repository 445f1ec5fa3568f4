//! A result with its arrays and files in it, for clients that have nothing but JSON.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::wire::{Attachment, Payload, placeholder};

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
    attachment.list()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Dtype;

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
