//! `array_along_curve`: copies of things one after the other along a curve.

use glam::{DMat3, DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use super::copies::{self, Copy, MOST};
use super::curve::{self, Way};
use crate::host::compounds::shape::turn_and_size;
use crate::host::compounds::{Atomics, World, extent, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    curve_id: String,
    count: Option<usize>,
    distance: Option<f64>,
    follow: bool,
    forward: Option<String>,
    start: f64,
    end: f64,
    method: String,
    name: String,
}

pub(super) async fn along_curve(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.start >= given.end {
        return Err(wrong("start", "less than `end`", given.start));
    }
    let things = extent::things(&host, "ids", &given.ids).await?;
    if things.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let way = curve::way(&host, "curve_id", &given.curve_id).await?;
    let far = given.far(&way)?;
    let forward = given.forward(&host.world);
    let mut up = host.world.up;
    let copies = far.iter().enumerate().map(|(number, far)| {
        let (place, tangent) = way.at(*far);
        let of = number % things.len();
        let (own_turn, size) = turn_and_size(things[of].linear);
        if tangent.cross(host.world.up).length() > 1e-3 {
            up = host.world.up;
        } else {
            // Straight up or down: what was up before goes on being it.
            up = (up - tangent * up.dot(tangent)).try_normalize().unwrap_or_else(|| tangent.any_orthonormal_vector());
        }
        let turn =
            if given.follow { facing(tangent, up) * facing(forward, host.world.up).inverse() } else { DQuat::IDENTITY };
        Copy { of, place, turn: turn * own_turn, size }
    });
    let copies: Vec<Copy> = copies.collect();
    let made = copies::make(&host, &things, &given.name, given.method == "copy", &copies).await?;
    let distance = far.first().zip(far.get(1)).map(|(first, second)| second - first);
    Ok(json!({
        "parent_id": made.parent_id,
        "ids": made.ids,
        "count": made.ids.len(),
        "length": way.length(),
        "distance": distance,
    }))
}

impl Given {
    /// How far along the curve each copy is.
    fn far(&self, way: &Way) -> Result<Vec<f64>, Fault> {
        let (from, whole) = (way.length() * self.start, way.length() * (self.end - self.start));
        // All of a closed curve ends where it begins: there one copy is enough.
        let round = way.closed && self.start == 0.0 && self.end == 1.0;
        match (self.count, self.distance) {
            (Some(_), Some(distance)) => Err(wrong("distance", "either `count` or `distance`", distance)),
            (None, None) => Err(wrong("count", "how many copies, or `distance` between two", Value::Null)),
            (Some(count), None) => {
                let gaps = if round { count } else { count.saturating_sub(1) };
                Ok((0..count).map(|number| from + whole * number as f64 / gaps.max(1) as f64).collect())
            }
            (None, Some(distance)) => {
                let fit = (whole / distance + 1e-6).floor();
                if fit >= MOST as f64 {
                    let expected = format!("one at which at most {MOST} copies are on a way of {whole:.4}");
                    return Err(wrong("distance", &expected, distance));
                }
                let last = round && (fit * distance - whole).abs() < distance * 1e-3;
                let count = fit as usize + usize::from(!last);
                Ok((0..count).map(|number| from + distance * number as f64).collect())
            }
        }
    }

    /// The way in which things face: their own axis as it is in the world when they are not turned.
    fn forward(&self, world: &World) -> DVec3 {
        match self.forward.as_deref() {
            Some("x") => DVec3::X,
            Some("y") => DVec3::Y,
            Some("z") => DVec3::Z,
            Some("-x") => DVec3::NEG_X,
            Some("-y") => DVec3::NEG_Y,
            Some("-z") => DVec3::NEG_Z,
            _ => world.front,
        }
    }
}

/// How something is turned whose own z looks this way, with its y as far up as can be.
fn facing(way: DVec3, up: DVec3) -> DQuat {
    let up = if up.cross(way).length() > 1e-6 { up } else { way.any_orthonormal_vector() };
    let right = up.cross(way).normalize();
    DQuat::from_mat3(&DMat3::from_cols(right, way.cross(right), way))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;
    use crate::wire::Code;

    const MATRIX: [f64; 16] = [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0];

    fn scene(closed: bool) -> Double {
        let mut host = Double::new();
        host.has("get_nodes", "Post", json!({ "name": "Post", "type": "mesh", "matrix_world": MATRIX }));
        let points = [[0, 0, 0], [4, 0, 0], [4, 4, 0], [0, 4, 0]].map(|position| json!({ "position": position }));
        let curve = json!({ "name": "Path", "kind": "poly", "control_points": points, "closed": closed, "matrix_world": MATRIX });
        host.has("get_curves", "Path", curve);
        host
    }

    /// Where copies are put, and where their fronts look. The double leaves them where they are, and that is told.
    fn posts(closed: bool, arguments: Value) -> Vec<(DVec3, DVec3)> {
        let mut host = scene(closed);
        let mut given = json!({ "ids": ["Post"], "curve_id": "Path" });
        given.as_object_mut().unwrap().extend(arguments.as_object().unwrap().clone());
        let fault = host.play("array_along_curve", given).unwrap_err();
        assert_eq!(fault.error_code, Code::Conflict, "{fault:?}");
        let row = |value: &Value| serde_json::from_value::<Vec<f64>>(value.clone()).unwrap();
        let items = host.asked("update_nodes")["items"].as_array().unwrap().iter();
        items
            .map(|item| {
                let turn = DQuat::from_slice(&row(&item["rotation"]));
                (DVec3::from_slice(&row(&item["position"])), turn * DVec3::NEG_Y)
            })
            .collect()
    }

    #[test]
    fn the_ends_of_an_open_curve_have_one_each_and_a_closed_one_begins_once() {
        let open: Vec<f64> = posts(false, json!({ "count": 4 })).iter().map(|(place, _)| place.x + place.y).collect();
        assert_eq!(open, [0.0, 4.0, 8.0, 4.0]);
        let closed: Vec<DVec3> = posts(true, json!({ "distance": 4 })).iter().map(|(place, _)| *place).collect();
        assert_eq!(closed, [[0, 0], [4, 0], [4, 4], [0, 4]].map(|[x, y]| DVec3::new(f64::from(x), f64::from(y), 0.0)));
        assert_eq!(posts(false, json!({ "distance": 5 })).len(), 3);
    }

    #[test]
    fn they_look_along_it() {
        let found = posts(false, json!({ "distance": 2 }));
        for (number, way) in [(1, DVec3::X), (3, DVec3::Y), (5, DVec3::NEG_X)] {
            assert!(found[number].1.distance(way) < 1e-9, "{number} {}", found[number].1);
        }
        let still = posts(false, json!({ "distance": 2, "follow": false }));
        assert!(still.iter().all(|(_, way)| way.distance(DVec3::NEG_Y) < 1e-9));
    }

    #[test]
    fn neither_and_both_are_told() {
        for (arguments, path) in [
            (json!({}), "count"),
            (json!({ "count": 3, "distance": 1 }), "distance"),
            (json!({ "distance": 1e-6 }), "distance"),
            (json!({ "count": 3, "start": 0.5, "end": 0.5 }), "start"),
        ] {
            let mut given = json!({ "ids": ["Post"], "curve_id": "Path" });
            given.as_object_mut().unwrap().extend(arguments.as_object().unwrap().clone());
            let fault = scene(false).play("array_along_curve", given).unwrap_err();
            assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!(path)));
        }
    }
}
