//! Values that the reference gives in other units or shapes.

use serde_json::{Map, Value, json};

use crate::wire::placeholder;

/// In what a value of the reference differs from ours. What is no such value passes, for validation to refuse.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Unit {
    /// A file, whose bytes are no JSON.
    Bytes,
    /// One, where ours is a list.
    One,
    /// A list of one number, where ours is a number.
    OfOne,
    /// A list that goes behind what another argument gave.
    Joined,
    /// Degrees, where ours are radians.
    Degrees,
    /// A sharpness from 0 to 10, as OpenSubdiv has it, where ours is a ratio; Blender takes `10 * ratio * ratio` for it.
    Sharpness,
    /// A list of objects whose `creaseWeight` is such a sharpness.
    Creases,
    /// Its words, and ours.
    Words(&'static [(&'static str, &'static str)]),
    /// The way that a light shines, where ours is how it is turned: lights look along their own -Z.
    Direction,
    /// Matrices by joint, where ours are a list.
    ByJoint,
}

/// The sharpest crease of OpenSubdiv.
const SHARPEST: f64 = 10.0;
const SHARPNESS: &str = "a number from 0 to 10";

impl Unit {
    /// Theirs as ours, or what was expected.
    pub(super) fn read(self, value: Value) -> Result<Value, &'static str> {
        Ok(match (self, value) {
            (Unit::Bytes, Value::String(_)) => {
                return Err(
                    "an attachment with the bytes, or `path` in its place: how a text stands for bytes is not said",
                );
            }
            (Unit::One, value) => json!([value]),
            (Unit::OfOne, Value::Array(mut list)) => match list.pop().filter(|_| list.is_empty()) {
                Some(number) => number,
                None => return Err("one number: a channel is one component here, `rotation.x` say"),
            },
            (Unit::Degrees, value) => numbers(value, &f64::to_radians),
            (Unit::Sharpness, Value::Number(number)) => match number.as_f64() {
                Some(sharp) if (0.0..=SHARPEST).contains(&sharp) => json!((sharp / SHARPEST).sqrt()),
                _ => return Err(SHARPNESS),
            },
            // A text may be a reference of a batch's step.
            (Unit::Sharpness, value) if !value.is_string() => return Err(SHARPNESS),
            (Unit::Creases, Value::Array(list)) => {
                let creased =
                    list.into_iter().map(|entry| weighed(entry, "creaseWeight", &|it| Unit::Sharpness.read(it)));
                creased.collect::<Result<Value, _>>()?
            }
            (Unit::Words(words), Value::String(text)) => {
                let word = words.iter().find(|(theirs, _)| *theirs == text);
                Value::from(word.map_or(text.as_str(), |(_, ours)| ours))
            }
            (Unit::Words(words), Value::Bool(given)) => {
                let word = words.iter().find(|(theirs, _)| *theirs == given.to_string());
                word.map_or(Value::Bool(given), |(_, ours)| Value::from(*ours))
            }
            (Unit::Direction, Value::Array(list)) => turned(list)?,
            (Unit::ByJoint, Value::Object(map)) if is_plain(&map) => {
                map.into_iter().map(|(joint, matrix)| json!({ "joint_id": joint, "matrix": matrix })).collect()
            }
            (_, value) => value,
        })
    }

    /// Ours as theirs.
    pub(super) fn write(self, value: Value) -> Value {
        match (self, value) {
            (Unit::OfOne, value @ Value::Number(_)) => json!([value]),
            (Unit::Degrees, value) => numbers(value, &f64::to_degrees),
            (Unit::Sharpness, Value::Number(ratio)) => {
                json!(ratio.as_f64().map_or(0.0, |ratio| SHARPEST * ratio * ratio))
            }
            (Unit::Creases, Value::Array(list)) => {
                let creased = list.into_iter().map(|entry| {
                    let weight = |it| Ok::<_, &str>(Unit::Sharpness.write(it));
                    weighed(entry, "creaseWeight", &weight).unwrap_or_default()
                });
                creased.collect()
            }
            (Unit::Words(words), Value::String(text)) => {
                let word = words.iter().find(|(_, ours)| *ours == text);
                Value::from(word.map_or(text.as_str(), |(theirs, _)| theirs))
            }
            (Unit::ByJoint, Value::Array(list)) => {
                let entry = |item: &Value| Some((item["joint_id"].as_str()?.to_owned(), item["matrix"].clone()));
                Value::Object(list.iter().filter_map(entry).collect())
            }
            (_, value) => value,
        }
    }
}

/// The object with one of its values changed.
fn weighed(
    mut entry: Value,
    key: &str,
    change: &dyn Fn(Value) -> Result<Value, &'static str>,
) -> Result<Value, &'static str> {
    if let Some(value) = entry.get_mut(key) {
        *value = change(value.take())?;
    }
    Ok(entry)
}

/// Whether it is an object of the caller's own and does not stand for an array or for what JSON cannot say.
fn is_plain(map: &Map<String, Value>) -> bool {
    !map.keys().any(|key| key.starts_with('$'))
}

/// The value with every number in it changed.
fn numbers(value: Value, change: &dyn Fn(f64) -> f64) -> Value {
    if placeholder(&value).is_some() {
        return value;
    }
    match value {
        Value::Number(number) => number.as_f64().map_or(Value::Null, |number| json!(change(number))),
        Value::Array(list) => list.into_iter().map(|value| numbers(value, change)).collect(),
        Value::Object(map) => map.into_iter().map(|(key, value)| (key, numbers(value, change))).collect(),
        other => other,
    }
}

/// The shortest turn from -Z to a direction.
fn turned(list: Vec<Value>) -> Result<Value, &'static str> {
    let given: Option<Vec<f64>> = list.iter().map(Value::as_f64).collect();
    let Some([x, y, z]) = given.as_deref() else { return Err("a direction of 3 numbers") };
    let length = (x * x + y * y + z * z).sqrt();
    if length <= f64::EPSILON || !length.is_finite() {
        return Err("a direction that is not zero");
    }
    let (x, y, z) = (x / length, y / length, z / length);
    // The half angle from the cross and dot product of -Z and it.
    let (turn, along) = ([y, -x, 0.0], 1.0 - z);
    let size = (turn[0] * turn[0] + turn[1] * turn[1] + along * along).sqrt();
    Ok(match size > 1e-9 {
        true => json!([turn[0] / size, turn[1] / size, 0.0, along / size]),
        // Straight back: half a turn about X.
        false => json!([1.0, 0.0, 0.0, 0.0]),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_go_both_ways() {
        for (unit, theirs) in [
            (Unit::Degrees, json!({ "x": [-90.0, 45.0] })),
            (Unit::Sharpness, json!(2.5)),
            (Unit::Creases, json!([{ "edgeId": "e", "creaseWeight": 2.5 }])),
            (Unit::OfOne, json!([3.0])),
            (Unit::ByJoint, json!({ "Arm": [1.0, 2.0] })),
            (Unit::Words(&[("OPAQUE", "opaque")]), json!("OPAQUE")),
        ] {
            let ours = unit.read(theirs.clone()).unwrap();
            assert_ne!(ours, theirs);
            assert_eq!(unit.write(ours), theirs, "{unit:?}");
        }
        assert_eq!(Unit::Sharpness.read(json!(2.5)), Ok(json!(0.5)));
        assert!(Unit::Sharpness.read(json!(10.5)).is_err() && Unit::OfOne.read(json!([1, 2])).is_err());
    }

    #[test]
    fn a_light_is_turned_to_where_it_shines() {
        for direction in [[0.0, 0.0, -1.0], [0.0, 0.0, 2.0], [1.0, 0.0, 0.0], [1.0, -2.0, 0.5]] {
            let turn = Unit::Direction.read(json!(direction)).unwrap();
            let turn: Vec<f64> = serde_json::from_value(turn).unwrap();
            let [x, y, z, w] = turn[..] else { panic!("no quaternion") };
            // Where a quaternion turns -Z to.
            let shines = [-2.0 * (x * z + w * y), -2.0 * (y * z - w * x), -(1.0 - 2.0 * (x * x + y * y))];
            let length = direction.iter().map(|part| part * part).sum::<f64>().sqrt();
            for (part, wanted) in shines.iter().zip(direction) {
                assert!((part - wanted / length).abs() < 1e-9, "{direction:?}: {shines:?}");
            }
        }
        assert!(Unit::Direction.read(json!([0, 0, 0])).is_err());
    }
}
