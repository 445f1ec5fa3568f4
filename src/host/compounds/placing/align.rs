//! `align`: things come to lie on one line or plane, by their sides, their middles or their origins.

use glam::DVec3;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::extent::{self, Extent, Thing};
use crate::host::compounds::{Atomics, moving, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    axes: Vec<Axis>,
    mode: Mode,
    relative_to: String,
    position: Option<[f64; 3]>,
}

/// An axis of the host's own world.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Axis {
    X,
    Y,
    Z,
}

/// What of a thing comes to lie there.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Mode {
    Min,
    Center,
    Max,
    Origin,
}

#[derive(Deserialize)]
struct Selection {
    active_id: Option<String>,
}

impl Axis {
    pub(super) fn unit(self) -> DVec3 {
        DVec3::AXES[self as usize]
    }
}

impl Mode {
    fn of(self, extent: Extent, place: DVec3) -> DVec3 {
        match self {
            Mode::Min => extent.min,
            Mode::Center => extent.centre(),
            Mode::Max => extent.max,
            Mode::Origin => place,
        }
    }

    fn of_thing(self, thing: &Thing) -> DVec3 {
        self.of(thing.extent(), thing.place)
    }
}

pub(super) async fn align(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.axes.is_empty() {
        return Err(wrong("axes", "at least one of x, y and z", json!([])));
    }
    let things = extent::things(&host, "ids", &given.ids).await?;
    let least = if given.relative_to == "position" { 1 } else { 2 };
    if things.len() < least {
        let expected = if least == 1 { "at least one node" } else { "at least two nodes" };
        return Err(wrong("ids", expected, &*given.ids));
    }
    let goal = goal(&host, &given, &things).await?;
    // An axis named twice is meant once.
    let along = given.axes.iter().fold(DVec3::ZERO, |all, axis| all.max(axis.unit()));
    let ways = things.iter().map(|thing| {
        let far = goal - given.mode.of_thing(thing);
        (thing, far * along)
    });
    let ways: Vec<(&Thing, DVec3)> = ways.collect();
    moving::shift(&host, &ways).await?;
    let moved = ways.iter().filter(|(_, way)| way.length() > 0.0).map(|(thing, _)| &thing.id);
    Ok(json!({ "position": goal.to_array(), "moved_ids": moved.collect::<Vec<_>>() }))
}

/// Where they come to lie; only what it says of the axes counts.
async fn goal(host: &Atomics, given: &Given, things: &[Thing]) -> Result<DVec3, Fault> {
    let all = |pick: fn(&Thing) -> Extent| things.iter().map(pick).reduce(Extent::with);
    match given.relative_to.as_str() {
        "position" => {
            let none = || wrong("position", "where they come to lie, as `relative_to` is `position`", Value::Null);
            given.position.map(DVec3::from_array).ok_or_else(none)
        }
        "active" => {
            let Selection { active_id } = host.ask("get_selection", json!({})).await?;
            let none = || wrong("relative_to", "`first`, `bounds` or `position`, as no node is active", "active");
            let active = extent::things(host, "relative_to", &[active_id.ok_or_else(none)?]).await?;
            Ok(active.first().map(|thing| given.mode.of_thing(thing)).unwrap_or_default())
        }
        "bounds" => {
            // Of all origins those of the outermost make the box.
            let whole = match given.mode {
                Mode::Origin => all(|thing| Extent::at(thing.place)),
                _ => all(Thing::extent),
            };
            Ok(whole.map(|whole| given.mode.of(whole, whole.centre())).unwrap_or_default())
        }
        _ => Ok(things.first().map(|thing| given.mode.of_thing(thing)).unwrap_or_default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;
    use crate::wire::Code;

    /// Boxes of 1, 2 and 4 metres whose origins are in their lowest corners; the third one's parent is turned and large.
    fn scene() -> Double {
        let mut host = Double::new();
        let mut cube = |id: &str, at: f64, size: f64, parent: Value| {
            let bounds = json!({ "min": [at, at, at], "max": [at + size, at + size, at + size] });
            let matrix = json!([1, 0, 0, at, 0, 1, 0, at, 0, 0, 1, at, 0, 0, 0, 1]);
            host.has(
                "get_nodes",
                id,
                json!({ "name": id, "type": "mesh", "bounds": bounds, "matrix_world": matrix, "parent_id": parent }),
            );
        };
        cube("A", 0.0, 1.0, Value::Null);
        cube("B", 10.0, 2.0, Value::Null);
        cube("C", 20.0, 4.0, json!("Up"));
        let matrix = json!([0, -2, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1]);
        host.has("get_nodes", "Up", json!({ "name": "Up", "type": "empty", "matrix_world": matrix }));
        host
    }

    /// By how much each is moved. The double leaves them where they are, and that is told.
    fn moved(arguments: Value) -> Vec<Value> {
        let mut host = scene();
        let fault = host.play("align", arguments).unwrap_err();
        assert_eq!((fault.error_code, fault.details["name"].is_string()), (Code::Conflict, true), "{fault:?}");
        let items = host.asked("transform")["items"].as_array().unwrap();
        items.iter().map(|item| item["position_offset"].clone()).collect()
    }

    #[test]
    fn they_lie_as_the_first_does() {
        let all = |mode: &str| moved(json!({ "ids": ["A", "B"], "axes": ["x", "x"], "mode": mode }));
        assert_eq!(all("min"), [json!([-10.0, 0.0, 0.0])]);
        assert_eq!(all("center"), [json!([-10.5, 0.0, 0.0])]);
        assert_eq!(all("max"), [json!([-11.0, 0.0, 0.0])]);
        assert_eq!(all("origin"), [json!([-10.0, 0.0, 0.0])]);
    }

    #[test]
    fn the_box_around_all_and_a_place_are_lines_too() {
        let far = moved(json!({ "ids": ["A", "B"], "axes": ["y", "z"], "mode": "max", "relative_to": "bounds" }));
        assert_eq!(far, [json!([0.0, 11.0, 11.0])]);
        let at =
            json!({ "ids": ["B"], "axes": ["z"], "mode": "min", "relative_to": "position", "position": [7, 7, 0] });
        assert_eq!(moved(at), [json!([0.0, 0.0, -10.0])]);
    }

    #[test]
    fn what_is_parented_moves_in_the_space_of_its_parent() {
        let offset = moved(json!({ "ids": ["A", "C"], "axes": ["x"], "mode": "min" })).remove(0);
        // The parent's y is the world's -x, twice as long.
        assert_eq!(offset, json!([0.0, 10.0, 0.0]));
    }

    #[test]
    fn what_cannot_be_meant_is_told() {
        let wrongs = [
            (json!({ "ids": ["A"], "axes": ["x"] }), "ids"),
            (json!({ "ids": ["A", "B"], "axes": [] }), "axes"),
            (json!({ "ids": ["A", "B", "A"], "axes": ["x"] }), "ids[2]"),
            (json!({ "ids": ["A", "B"], "axes": ["x"], "relative_to": "position" }), "position"),
        ];
        for (arguments, path) in wrongs {
            let fault = scene().play("align", arguments).unwrap_err();
            assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!(path)));
        }
        let mut host = scene();
        host.has("get_children", "A", json!({ "child_ids": ["B"] }));
        let fault = host.play("align", json!({ "ids": ["A", "B"], "axes": ["x"] })).unwrap_err();
        assert_eq!(fault.details["path"], json!("ids[1]"), "it would move twice");
    }
}
