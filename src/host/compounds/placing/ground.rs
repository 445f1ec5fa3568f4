//! `snap_to_ground`: things come down onto a plane or onto meshes, or up to them.

use std::collections::HashMap;

use glam::{DVec2, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::extent::{self, Thing};
use crate::host::compounds::shape::{self, Shape};
use crate::host::compounds::{Atomics, World, moving, wrong};
use crate::wire::{Code, Fault};

/// Along one side of the largest triangle.
const MOST_CELLS: f64 = 256.0;

#[derive(Deserialize)]
pub(super) struct Given {
    ids: Vec<String>,
    ground_ids: Option<Vec<String>>,
    height: f64,
    mode: String,
    offset: f64,
}

/// What lies over and under each other: triangles in cells of a grid as seen from above.
struct Column {
    /// To the right, to the front, up.
    triangles: Vec<[DVec3; 3]>,
    points: Vec<DVec3>,
    cells: HashMap<(i64, i64), Vec<usize>>,
    cell: f64,
}

pub(super) async fn snap(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.ids.is_empty() {
        return Err(wrong("ids", "at least one node", json!([])));
    }
    let things = extent::things(&host, "ids", &given.ids).await?;
    let ground = match &given.ground_ids {
        Some(ids) => Some(ground(&host, ids, &things).await?),
        None => None,
    };
    let mut ways = Vec::new();
    for (number, thing) in things.iter().enumerate() {
        let body = body(&host, thing, given.mode == "origin").await?;
        let drop = match &ground {
            Some(ground) => drop(&body, ground).ok_or_else(|| nothing_below(number, thing))?,
            None => body.points.iter().map(|point| point.z).fold(f64::INFINITY, f64::min) - given.height,
        };
        ways.push((thing, host.world.up * (given.offset - drop)));
    }
    moving::shift(&host, &ways).await?;
    let items = ways.iter().map(|(thing, way)| json!({ "id": thing.id, "distance": way.dot(host.world.up) }));
    Ok(json!({ "items": items.collect::<Vec<_>>() }))
}

/// All meshes of the ground and below it, none of which may be what is moved.
async fn ground(host: &Atomics, ids: &[String], things: &[Thing]) -> Result<Column, Fault> {
    let mut meshes = Vec::new();
    for (number, thing) in extent::things(host, "ground_ids", ids).await?.iter().enumerate() {
        let own: Vec<&String> = thing.meshes().collect();
        let moved = |other: &Thing| other.id == thing.id || other.meshes().any(|mesh| own.contains(&mesh));
        if things.iter().any(moved) {
            return Err(wrong(&format!("ground_ids[{number}]"), "nodes that are not moved themselves", &*thing.id));
        }
        meshes.extend(own.into_iter().cloned());
    }
    let column = Column::of(&host.world, shape::shapes(host, &meshes).await?, &[]);
    match column.triangles.is_empty() {
        true => Err(wrong("ground_ids", "meshes with faces, or nodes with such below them", ids)),
        false => Ok(column),
    }
}

/// What of a thing touches the ground: its origin, or its vertices and those of all below it; of what is no mesh the
/// corners of its box.
async fn body(host: &Atomics, thing: &Thing, origin: bool) -> Result<Column, Fault> {
    let meshes: Vec<String> = thing.meshes().cloned().collect();
    let shapes = if origin { Vec::new() } else { shape::shapes(host, &meshes).await? };
    let others = thing.seen.iter().filter(|seen| !origin && !seen.mesh).flat_map(|seen| seen.extent.corners());
    let mut points: Vec<DVec3> = others.collect();
    if points.is_empty() && shapes.iter().all(|shape| shape.points.is_empty()) {
        points.push(thing.place);
    }
    Ok(Column::of(&host.world, shapes, &points))
}

fn nothing_below(number: usize, thing: &Thing) -> Fault {
    let message = "nothing of the ground lies below it or above it";
    let fault = Fault::new(Code::InvalidParams, message).detail("path", format!("ids[{number}]"));
    fault.detail("got", &*thing.id).suggest("move it over the ground first").suggest("leave `ground_ids` out")
}

/// How far above the ground a body is: the least way down from a point of it to a face of the ground, or from a face of
/// it to a point of the ground. Of what lies in layers the ground is the highest one that is not above all of the body;
/// of a body that is below everything, the uppermost.
fn drop(body: &Column, ground: &Column) -> Option<f64> {
    let top = body.points.iter().map(|point| point.z).fold(f64::NEG_INFINITY, f64::max);
    let least = |limit: f64| {
        let from_points = body.points.iter().filter_map(|point| {
            let under = ground.heights(point.truncate()).filter(|height| *height <= limit).reduce(f64::max)?;
            Some(point.z - under)
        });
        let from_faces = ground.points.iter().filter(|point| point.z <= limit).filter_map(|point| {
            let over = body.heights(point.truncate()).reduce(f64::min)?;
            Some(over - point.z)
        });
        from_points.chain(from_faces).reduce(f64::min)
    };
    least(top).or_else(|| least(f64::INFINITY))
}

impl Column {
    fn of(world: &World, shapes: Vec<Shape>, points: &[DVec3]) -> Self {
        let own = |point: &DVec3| DVec3::new(point.dot(world.right()), point.dot(world.front), point.dot(world.up));
        let mut points: Vec<DVec3> = points.iter().map(own).collect();
        points.extend(shapes.iter().flat_map(|shape| &shape.points).map(own));
        let faces = shapes.iter().flat_map(|shape| &shape.triangles);
        let triangles: Vec<[DVec3; 3]> = faces.map(|triangle| [0, 1, 2].map(|corner| own(&triangle[corner]))).collect();
        let sizes = triangles.iter().map(|triangle| {
            let (low, high) = reach(triangle);
            (high - low).max_element()
        });
        // Most triangles are in few cells then, and none is in very many.
        let mean = sizes.clone().sum::<f64>() / triangles.len().max(1) as f64;
        let cell = mean.max(sizes.fold(0.0, f64::max) / MOST_CELLS).max(1e-9);
        let mut cells: HashMap<(i64, i64), Vec<usize>> = HashMap::new();
        let mut column = Self { triangles, points, cells: HashMap::new(), cell };
        for (number, triangle) in column.triangles.iter().enumerate() {
            let (low, high) = reach(triangle);
            let ((left, front), (right, back)) = (column.cell_of(low), column.cell_of(high));
            for x in left..=right {
                (front..=back).for_each(|y| cells.entry((x, y)).or_default().push(number));
            }
        }
        column.cells = cells;
        column
    }

    fn cell_of(&self, place: DVec2) -> (i64, i64) {
        ((place.x / self.cell).floor() as i64, (place.y / self.cell).floor() as i64)
    }

    /// Where an upright line goes through triangles.
    fn heights(&self, place: DVec2) -> impl Iterator<Item = f64> {
        let near = self.cells.get(&self.cell_of(place)).into_iter().flatten();
        near.filter_map(move |number| height(&self.triangles[*number], place))
    }
}

/// Both corners of the rectangle around it, seen from above.
fn reach([a, b, c]: &[DVec3; 3]) -> (DVec2, DVec2) {
    let (a, b, c) = (a.truncate(), b.truncate(), c.truncate());
    (a.min(b).min(c), a.max(b).max(c))
}

/// How high the triangle is there; its edges belong to it, one that stands upright is no ground.
fn height([a, b, c]: &[DVec3; 3], place: DVec2) -> Option<f64> {
    let (one, other) = ((b - a).truncate(), (c - a).truncate());
    let area = one.perp_dot(other);
    if area.abs() <= 1e-12 * one.length() * other.length() {
        return None;
    }
    let to = place - a.truncate();
    let (along, aside) = (to.perp_dot(other) / area, one.perp_dot(to) / area);
    let inside = along >= -1e-9 && aside >= -1e-9 && along + aside <= 1.0 + 1e-9;
    inside.then_some(a.z + along * (b.z - a.z) + aside * (c.z - a.z))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    /// A square of this size at this height, as a mesh.
    fn square(host: &mut Double, id: &str, half: f64, height: f64) {
        let corners = [[-half, -half, height], [half, -half, height], [half, half, height], [-half, half, height]];
        let matrix = json!([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
        let bounds = json!({ "min": corners[0], "max": corners[2] });
        host.has("get_nodes", id, json!({ "name": id, "type": "mesh", "bounds": bounds, "matrix_world": matrix }));
        let mesh = json!({ "vertices": corners, "indices": [0, 1, 2, 3], "face_sizes": [4], "matrix_world": matrix });
        host.has("get_meshes", id, mesh);
    }

    fn scene() -> Double {
        let mut host = Double::new();
        square(&mut host, "Tile", 1.0, 5.0);
        square(&mut host, "Floor", 4.0, 1.0);
        square(&mut host, "Ceiling", 4.0, 8.0);
        square(&mut host, "Peg", 0.1, 2.0);
        host
    }

    /// By how much up it is moved. The double leaves it where it is, and that is told.
    fn moved(arguments: Value) -> f64 {
        let mut host = scene();
        assert_eq!(host.play("snap_to_ground", arguments).unwrap_err().error_code, Code::Conflict);
        host.asked("transform")["items"][0]["position_offset"][2].as_f64().unwrap()
    }

    #[test]
    fn it_comes_down_onto_the_highest_face_below_it() {
        assert_eq!(moved(json!({ "ids": ["Tile"] })), -5.0);
        assert_eq!(moved(json!({ "ids": ["Tile"], "height": 7, "offset": 0.5 })), 2.5);
        assert_eq!(
            moved(json!({ "ids": ["Tile"], "ground_ids": ["Floor", "Ceiling"] })),
            -4.0,
            "not up to the ceiling"
        );
        assert_eq!(moved(json!({ "ids": ["Tile"], "ground_ids": ["Ceiling"] })), 3.0, "unless there is nothing else");
        assert_eq!(
            moved(json!({ "ids": ["Tile"], "ground_ids": ["Floor", "Peg"] })),
            -3.0,
            "no vertex of it is over it"
        );
    }

    #[test]
    fn beside_the_ground_there_is_none() {
        let mut host = scene();
        let fault = host.play("snap_to_ground", json!({ "ids": ["Tile", "Tile"] })).unwrap_err();
        assert_eq!(fault.details["path"], json!("ids[1]"));
        let fault = host.play("snap_to_ground", json!({ "ids": ["Tile"], "ground_ids": ["Tile"] })).unwrap_err();
        assert_eq!(fault.details["path"], json!("ground_ids[0]"));
        // Its origin is over the peg, so a peg moved aside must be missed.
        let matrix = json!([1, 0, 0, 50, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
        let far =
            json!({ "vertices": [[0, 0, 0], [1, 0, 0], [0, 1, 0]], "indices": [0, 1, 2], "matrix_world": matrix });
        host.has("get_meshes", "Peg", far);
        let fault = host.play("snap_to_ground", json!({ "ids": ["Tile"], "ground_ids": ["Peg"] })).unwrap_err();
        assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!("ids[0]")));
    }
}
