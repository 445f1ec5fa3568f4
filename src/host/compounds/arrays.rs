//! Arrays of results as numbers, whichever way they came, and numbers as arrays.

use serde_json::Value;

use crate::wire::{Attachment, Code, Dtype, Fault, Payload, placeholder};

/// The numbers of an array field, attached or in the JSON itself.
pub(super) fn numbers(told: &Payload, value: &Value) -> Result<Vec<f64>, Fault> {
    let Some(number) = placeholder(value) else { return Ok(flat(value)) };
    let array = told.attachments.get(number);
    let array = array.ok_or_else(|| Fault::new(Code::HandlerError, "an array that a result names is not with it"))?;
    Ok(array.elements().collect())
}

fn flat(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(rows) => rows.iter().flat_map(flat).collect(),
        value => value.as_f64().into_iter().collect(),
    }
}

/// Numbers as an attachment of single precision.
pub(super) fn attached(payload: &mut Payload, numbers: impl IntoIterator<Item = f64>) -> Value {
    let data: Vec<u8> = numbers.into_iter().flat_map(|number| (number as f32).to_le_bytes()).collect();
    let shape = vec![(data.len() / Dtype::F4.size()) as u64];
    payload.attach(Attachment { dtype: Dtype::F4, shape, media: None, data: data.into() })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_array_that_is_not_there_is_no_empty_one() {
        let mut told = Payload::default();
        let three = attached(&mut told, [1.0, 2.0, 0.5]);
        assert_eq!(numbers(&told, &three), Ok(vec![1.0, 2.0, 0.5]));
        assert_eq!(numbers(&told, &json!([[1, 2], [0.5, 3]])), Ok(vec![1.0, 2.0, 0.5, 3.0]));
        assert_eq!(numbers(&told, &Value::Null), Ok(Vec::new()));
        assert_eq!(
            numbers(&told, &json!({ "$attachment": 1 })).map_err(|fault| fault.error_code),
            Err(Code::HandlerError)
        );
    }
}
