//! `distribute`: things at even distances, along an axis or from the first to the last.

use glam::DVec3;
use serde::Deserialize;
use serde_json::{Value, json};

use super::align::Axis;
use crate::host::compounds::extent::{self, Thing};
use crate::host::compounds::{Atomics, moving, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    axis: Option<Axis>,
    mode: String,
    distance: Option<f64>,
}

/// A thing on the line: where its middle is, and where it begins and ends.
struct Place<'a> {
    thing: &'a Thing,
    middle: f64,
    from: f64,
    to: f64,
}

pub(super) async fn distribute(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let things = extent::things(&host, "ids", &given.ids).await?;
    let (least, expected) = match given.distance {
        Some(_) => (2, "at least two nodes"),
        None => (3, "at least three nodes, as the outermost two stay where they are"),
    };
    if things.len() < least {
        return Err(wrong("ids", expected, &*given.ids));
    }
    let line = match given.axis {
        Some(axis) => axis.unit(),
        None => line(&things)?,
    };
    let mut places: Vec<Place> = things.iter().map(|thing| Place::of(thing, line)).collect();
    if given.axis.is_some() {
        places.sort_by(|one, other| one.middle.total_cmp(&other.middle));
    }
    let gaps = given.mode == "gaps";
    let distance = given.distance.unwrap_or_else(|| even(&places, gaps));
    let start = things.first().map(|thing| thing.extent().centre()).unwrap_or_default();
    let mut ways = Vec::new();
    let mut next = places.first().map(|first| if gaps { first.from } else { first.middle }).unwrap_or_default();
    for place in &places {
        let along = next - if gaps { place.from } else { place.middle };
        let mut way = line * along;
        if given.axis.is_none() {
            // Onto the line, too.
            let off = start - place.thing.extent().centre();
            way += off - line * off.dot(line);
        }
        ways.push((place.thing, if way.length() > 1e-9 * (1.0 + place.middle.abs()) { way } else { DVec3::ZERO }));
        next += distance + if gaps { place.to - place.from } else { 0.0 };
    }
    moving::shift(&host, &ways).await?;
    let ids: Vec<&String> = places.iter().map(|place| &place.thing.id).collect();
    Ok(json!({ "ids": ids, "distance": distance }))
}

/// The way from the middle of the first to that of the last.
fn line(things: &[Thing]) -> Result<DVec3, Fault> {
    let ends = things.first().zip(things.last()).map(|(first, last)| last.extent().centre() - first.extent().centre());
    let way = ends.and_then(DVec3::try_normalize);
    way.ok_or_else(|| wrong("axis", "x, y or z, as the first and the last node are in one place", Value::Null))
}

impl<'a> Place<'a> {
    fn of(thing: &'a Thing, line: DVec3) -> Self {
        let extent = thing.extent();
        let along = || extent.corners().map(|corner| corner.dot(line));
        Self {
            thing,
            middle: extent.centre().dot(line),
            from: along().fold(f64::INFINITY, f64::min),
            to: along().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

/// The distance at which the first and the last stay where they are.
fn even(places: &[Place], gaps: bool) -> f64 {
    let between = places.len().saturating_sub(1).max(1) as f64;
    let Some((first, last)) = places.first().zip(places.last()) else { return 0.0 };
    if gaps {
        let filled: f64 = places.iter().map(|place| place.to - place.from).sum();
        (last.to - first.from - filled) / between
    } else {
        (last.middle - first.middle) / between
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;
    use crate::wire::Code;

    /// Boxes of 1, 2 and 4 metres in a row, the second a little aside.
    fn scene() -> Double {
        let mut host = Double::new();
        let mut cube = |id: &str, x: f64, y: f64, size: f64| {
            let half = size / 2.0;
            let bounds = json!({ "min": [x - half, y - half, -half], "max": [x + half, y + half, half] });
            let matrix = json!([1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, 0, 0, 0, 0, 1]);
            let node = json!({ "name": id, "type": "mesh", "bounds": bounds, "matrix_world": matrix });
            host.has("get_nodes", id, node);
        };
        cube("A", 0.0, 0.0, 1.0);
        cube("B", 2.0, 1.0, 2.0);
        cube("C", 10.0, 0.0, 4.0);
        host
    }

    fn moved(arguments: Value) -> Vec<(String, Value)> {
        let mut host = scene();
        assert_eq!(host.play("distribute", arguments).unwrap_err().error_code, Code::Conflict, "nothing moved");
        let items = host.asked("transform")["items"].as_array().unwrap().iter();
        items.map(|item| (item["id"].as_str().unwrap().to_owned(), item["position_offset"].clone())).collect()
    }

    #[test]
    fn gaps_or_middles_become_even_and_the_outermost_stay() {
        // From 0.5 to 8 there are 7.5 metres, 2 of which are filled.
        let by_gaps = moved(json!({ "ids": ["C", "A", "B"], "axis": "x" }));
        assert_eq!(by_gaps, [("B".to_owned(), json!([2.25, 0.0, 0.0]))]);
        let by_middles = moved(json!({ "ids": ["C", "A", "B"], "axis": "x", "mode": "centers" }));
        assert_eq!(by_middles, [("B".to_owned(), json!([3.0, 0.0, 0.0]))]);
    }

    #[test]
    fn without_an_axis_they_come_onto_the_line_between_the_ends() {
        let onto = moved(json!({ "ids": ["A", "B", "C"], "mode": "centers" }));
        assert_eq!(onto, [("B".to_owned(), json!([3.0, -1.0, 0.0]))]);
    }

    #[test]
    fn at_a_given_distance_only_the_first_stays() {
        let apart = moved(json!({ "ids": ["A", "B", "C"], "axis": "x", "distance": 1 }));
        assert_eq!(apart, [("B".to_owned(), json!([0.5, 0.0, 0.0])), ("C".to_owned(), json!([-3.5, 0.0, 0.0]))]);
    }

    #[test]
    fn too_few_are_told() {
        for arguments in
            [json!({ "ids": ["A", "B"], "axis": "x" }), json!({ "ids": ["A"], "axis": "x", "distance": 1 })]
        {
            assert_eq!(scene().play("distribute", arguments).unwrap_err().details["path"], json!("ids"));
        }
    }
}
