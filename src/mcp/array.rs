//! Arrays in words: their extent and range, and rows of them as JSON.

use serde_json::{Value, json};

use crate::wire::Attachment;

/// `{dtype, shape, min, max}`; numbers that are not finite are left out of the range.
pub(crate) fn summary(attachment: &Attachment) -> Value {
    let mut value = json!({ "dtype": attachment.dtype, "shape": attachment.shape });
    let (mut min, mut max) = (f64::INFINITY, f64::NEG_INFINITY);
    for number in attachment.elements().filter(|number| number.is_finite()) {
        min = min.min(number);
        max = max.max(number);
    }
    if min <= max {
        value["min"] = attachment.dtype.json(min);
        value["max"] = attachment.dtype.json(max);
    }
    value
}

/// `count` rows from `start`, each a list when the array has a second dimension.
pub(super) fn rows(attachment: &Attachment, start: usize, count: usize) -> Value {
    let width = attachment.shape.get(1).map_or(1, |&width| usize::try_from(width).unwrap_or(1)).max(1);
    let flat: Vec<Value> = attachment
        .elements()
        .skip(start.saturating_mul(width))
        .take(count.saturating_mul(width))
        .map(|element| attachment.dtype.json(element))
        .collect();
    let rows: Vec<Value> = if attachment.shape.len() > 1 {
        flat.chunks(width).map(|row| Value::from(row.to_vec())).collect()
    } else {
        flat
    };
    json!({ "dtype": attachment.dtype, "shape": attachment.shape, "start": start, "rows": rows })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Dtype;
    use bytes::Bytes;

    fn check(dtype: Dtype, shape: &[u64], data: Vec<u8>, expected: Value) {
        let attachment = Attachment { dtype, shape: shape.to_vec(), media: None, data: Bytes::from(data) };
        assert_eq!(summary(&attachment), expected);
    }

    #[test]
    fn ranges_are_of_the_arrays_own_type() {
        let ints = [-3_i32, 9].iter().flat_map(|number| number.to_le_bytes()).collect();
        check(Dtype::I4, &[2], ints, json!({"dtype": "i4", "shape": [2], "min": -3, "max": 9}));
        let doubles = [0.5_f64, f64::NAN].iter().flat_map(|number| number.to_le_bytes()).collect();
        check(Dtype::F8, &[2], doubles, json!({"dtype": "f8", "shape": [2], "min": 0.5, "max": 0.5}));
        let floats = 0.1_f32.to_le_bytes().to_vec();
        check(Dtype::F4, &[1], floats, json!({"dtype": "f4", "shape": [1], "min": 0.1, "max": 0.1}));
        check(Dtype::U1, &[0], vec![], json!({"dtype": "u1", "shape": [0]}));
    }

    #[test]
    fn rows_are_a_window() {
        let data: Vec<u8> = (0_u8..12).collect();
        let attachment = Attachment { dtype: Dtype::U1, shape: vec![4, 3], media: None, data: data.into() };
        assert_eq!(rows(&attachment, 1, 2)["rows"], json!([[3, 4, 5], [6, 7, 8]]));
        assert_eq!(rows(&attachment, 3, 9)["rows"], json!([[9, 10, 11]]));
        assert_eq!(rows(&attachment, usize::MAX, 9)["rows"], json!([]));
    }
}
