//! Rotations: quaternions, Euler angles in degrees and matrices, all to a unit quaternion `[x, y, z, w]`.

use serde_json::{Map, Value, json};

use super::Checker;
use super::scalar::{flatten, only};
use crate::catalogue::Kind;

/// Closer to 1 than this a quaternion is left as it is, so that a second look changes nothing.
const UNIT: f64 = 1e-12;
/// Shorter than this it says nothing of a direction.
const ZERO: f64 = 1e-12;
/// How far the axes of a rotation matrix may be from right angles: what 32-bit floats leave.
const SQUARE: f64 = 1e-3;

const ORDERS: &[&str] = &["XYZ", "XZY", "YXZ", "YZX", "ZXY", "ZYX"];

type Quaternion = [f64; 4];

impl Checker {
    pub(super) fn rotation(&mut self, value: Value) -> Option<Value> {
        match value {
            Value::Array(_) => {
                let row = self.row(&Kind::Quaternion, value)?;
                let quaternion: Quaternion = serde_json::from_value(row.clone()).ok()?;
                unit(quaternion).map_or_else(|| self.refuse("a quaternion that is not zero", &row), |q| Some(json!(q)))
            }
            Value::Object(map) if map.contains_key("euler") => self.euler(map),
            Value::Object(map) if map.contains_key("matrix") => self.matrix(map),
            other => self.refuse(Kind::Quaternion.expectation(), &other),
        }
    }

    fn euler(&mut self, mut map: Map<String, Value>) -> Option<Value> {
        let angles = map.remove("euler").unwrap_or_default();
        let order = map.remove("order").unwrap_or_else(|| json!("XYZ"));
        if !map.is_empty() {
            return self.refuse("only `euler` and `order`", &Value::Object(map));
        }
        let order = self.at_key("order", |this| this.word(ORDERS, order));
        let angles = self.at_key("euler", |this| this.row(&Kind::Vector, angles))?;
        let angles: [f64; 3] = serde_json::from_value(angles).ok()?;
        Some(json!(from_euler(angles, order?.as_str()?)))
    }

    fn matrix(&mut self, map: Map<String, Value>) -> Option<Value> {
        const EXPECTED: &str = "9 or 16 numbers of a rotation matrix, row-major, without shear or mirroring";
        let Some(Value::Array(list)) = only(&map, "matrix") else {
            return self.refuse(format!("only `matrix`: {EXPECTED}"), &Value::Object(map));
        };
        let list = flatten(flatten(list.clone(), 3), 4);
        self.at_key("matrix", |this| {
            let stride = match list.len() {
                9 => 3,
                16 => 4,
                _ => return this.refuse(EXPECTED, &Value::Array(list)),
            };
            let shown = Value::Array(list.clone());
            let numbers = this.numbers(list)?;
            let rows = [0, 1, 2].map(|row| [0, 1, 2].map(|column| numbers[row * stride + column]));
            from_matrix(rows).map_or_else(|| this.refuse(EXPECTED, &shown), |q| Some(json!(q)))
        })
    }
}

/// The same rotation with length 1.
fn unit(quaternion: Quaternion) -> Option<Quaternion> {
    let largest = quaternion.iter().fold(0.0_f64, |largest, part| largest.max(part.abs()));
    if largest < ZERO {
        return None;
    }
    let square: f64 = quaternion.iter().map(|part| part * part).sum();
    if (square - 1.0).abs() <= UNIT {
        return Some(quaternion);
    }
    // Scaled first, so that squares neither overflow nor vanish.
    let scaled = quaternion.map(|part| part / largest);
    let length = scaled.iter().map(|part| part * part).sum::<f64>().sqrt();
    Some(scaled.map(|part| part / length))
}

/// Hamilton product: first `b`, then `a`.
fn product(a: Quaternion, b: Quaternion) -> Quaternion {
    let ([ax, ay, az, aw], [bx, by, bz, bw]) = (a, b);
    [
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
        aw * bw - ax * bx - ay * by - az * bz,
    ]
}

/// Degrees about fixed axes, one after the other in this order, as Blender and Maya read `XYZ`: X first.
fn from_euler(degrees: [f64; 3], order: &str) -> Quaternion {
    let turned = order.bytes().fold([0.0, 0.0, 0.0, 1.0], |turned, axis| {
        let axis = usize::from(axis.saturating_sub(b'X')).min(2);
        let half = (degrees[axis] % 720.0).to_radians() / 2.0;
        let mut turn = [0.0, 0.0, 0.0, half.cos()];
        turn[axis] = half.sin();
        product(turn, turned)
    });
    unit(turned).unwrap_or([0.0, 0.0, 0.0, 1.0])
}

/// Shepperd's method (J. Guidance and Control 1, 1978); scale is taken out first.
fn from_matrix(rows: [[f64; 3]; 3]) -> Option<Quaternion> {
    let column = |at: usize| rows.map(|row| row[at]);
    let length = |v: [f64; 3]| v.iter().map(|part| part * part).sum::<f64>().sqrt();
    let columns = [0, 1, 2].map(|at| column(at).map(|part| part / length(column(at))));
    let dot = |a: [f64; 3], b: [f64; 3]| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    let [x, y, z] = columns;
    let cross = [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]];
    let square = dot(x, y).abs() < SQUARE && dot(x, z).abs() < SQUARE && dot(y, z).abs() < SQUARE;
    // Also false when a length was zero and everything after it is NaN.
    if !(square && dot(cross, z) > 0.0) {
        return None;
    }
    let trace = x[0] + y[1] + z[2];
    let squares = [1.0 + 2.0 * x[0] - trace, 1.0 + 2.0 * y[1] - trace, 1.0 + 2.0 * z[2] - trace, 1.0 + trace];
    let largest = (0..4).max_by(|&a, &b| squares[a].total_cmp(&squares[b]))?;
    let quaternion = match largest {
        0 => [squares[0], y[0] + x[1], z[0] + x[2], y[2] - z[1]],
        1 => [y[0] + x[1], squares[1], z[1] + y[2], z[0] - x[2]],
        2 => [z[0] + x[2], z[1] + y[2], squares[2], x[1] - y[0]],
        _ => [y[2] - z[1], z[0] - x[2], x[1] - y[0], squares[3]],
    };
    unit(quaternion)
}
