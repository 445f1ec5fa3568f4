//! Meshes of the host as triangles in the world: as they are stored, without what modifiers make of them.

use glam::{DAffine3, DMat3, DVec3};
use serde_json::{Value, json};

use super::Atomics;
use super::arrays::numbers;
use super::matrix::{linear, place};
use super::mesh::{Faces, odd, points};
use crate::wire::{Fault, Payload};

/// A mesh where it stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Shape {
    pub(super) points: Vec<DVec3>,
    pub(super) triangles: Vec<[DVec3; 3]>,
}

/// The meshes of these nodes, in their order. Calls `get_meshes`.
pub(super) async fn shapes(host: &Atomics, ids: &[String]) -> Result<Vec<Shape>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let fields = ["vertices", "indices", "face_sizes", "matrix_world"];
    let told = host.call("get_meshes", json!({ "ids": ids, "fields": fields })).await?;
    told.json["items"].as_array().into_iter().flatten().map(|mesh| Shape::of(&told, mesh)).collect()
}

impl Shape {
    fn of(told: &Payload, mesh: &Value) -> Result<Self, Fault> {
        let matrix: [f64; 16] = numbers(told, &mesh["matrix_world"])?.try_into().map_err(|_| odd("matrix_world"))?;
        let world = DAffine3::from_mat3_translation(linear(matrix), place(matrix));
        let points: Vec<DVec3> = points(told, mesh)?.into_iter().map(|point| world.transform_point3(point)).collect();
        let faces = Faces::of(told, mesh, points.len())?;
        let triangles = faces.triangles().map(|corners| corners.map(|corner| points[corner])).collect();
        Ok(Self { points, triangles })
    }
}

/// Twice its area, along its normal.
pub(super) fn across([a, b, c]: &[DVec3; 3]) -> DVec3 {
    (b - a).cross(c - a)
}

/// How a world matrix turns things, and how large it makes them, a mirrored axis being negative.
pub(super) fn turn_and_size(linear: DMat3) -> (glam::DQuat, DVec3) {
    let (size, turn, _) = glam::DMat4::from_mat3(linear).to_scale_rotation_translation();
    (turn, size)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::*;
    use crate::wire::{Attachment, Dtype};

    #[test]
    fn faces_become_triangles_where_the_mesh_stands() {
        let mut told = Payload::default();
        let quad: Vec<u8> = [0, 1, 2, 3].into_iter().flat_map(i32::to_le_bytes).collect();
        let indices =
            told.attach(Attachment { dtype: Dtype::I4, shape: vec![4], media: None, data: Bytes::from(quad) });
        let mesh = json!({
            "vertices": [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]], "indices": indices, "face_sizes": [4],
            "matrix_world": [2, 0, 0, 5, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1],
        });
        let shape = Shape::of(&told, &mesh).unwrap();
        assert_eq!(shape.points[2], DVec3::new(7.0, 2.0, 0.0));
        let area: f64 = shape.triangles.iter().map(|triangle| across(triangle).length() / 2.0).sum();
        assert_eq!((shape.triangles.len(), area), (2, 4.0));
        assert_eq!(across(&shape.triangles[0]).normalize(), DVec3::Z);
    }
}
