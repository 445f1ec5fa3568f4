//! Meshes as they are stored, in their own space.

use std::collections::HashSet;

use glam::DVec3;
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::host::compounds::extent::{self, Thing};
use crate::host::compounds::mesh::{Faces, points};
use crate::host::compounds::shape::across;
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

/// Coordinates that differ by no more, as a part of the largest, are the same.
const NEAR: f64 = 1e-5;
/// A face whose area is no larger a part of its longest side's square is none: what single precision leaves of zero.
const FLAT: f64 = 1e-6;

/// What of a mesh decides whether another one is the same.
pub(super) struct Stored {
    points: Vec<DVec3>,
    faces: Faces,
    edge_count: usize,
}

/// The meshes among these nodes and below them, or all, in a type of the compound's own. Calls `get_children`,
/// `get_nodes` and `get_meshes`, or `list_meshes`.
pub(super) async fn meshes<T: DeserializeOwned>(
    host: &Atomics,
    ids: Option<&[String]>,
    fields: &[&str],
) -> Result<Vec<T>, Fault> {
    let Some(ids) = ids else { return host.list("list_meshes", json!({ "fields": fields })).await };
    let things = extent::things(host, "ids", ids).await?;
    let own: Vec<String> = things.iter().flat_map(Thing::meshes).cloned().collect();
    match own.is_empty() {
        true => Err(wrong("ids", "meshes, or nodes with meshes below them", ids)),
        false => host.read("get_meshes", &own, fields).await,
    }
}

impl Stored {
    /// Several, in the order of their ids. Calls `get_meshes`.
    pub(super) async fn read_all(host: &Atomics, ids: &[&String]) -> Result<Vec<Self>, Fault> {
        let fields = ["vertices", "indices", "face_sizes", "edge_count"];
        let told = host.call("get_meshes", json!({ "ids": ids, "fields": fields })).await?;
        let items = told.json["items"].as_array().into_iter().flatten().map(|mesh| {
            let points = points(&told, mesh)?;
            let faces = Faces::of(&told, mesh, points.len())?;
            Ok(Self { points, faces, edge_count: mesh["edge_count"].as_u64().unwrap_or_default() as usize })
        });
        items.collect()
    }

    /// One; none of what has no faces: its vertices are all there is of it.
    pub(super) async fn read(host: &Atomics, id: &String) -> Result<Option<Self>, Fault> {
        let found = Self::read_all(host, &[id]).await?.into_iter().next();
        Ok(found.filter(|mesh| !mesh.faces.is_empty()))
    }

    /// Whether both have the same vertices and faces.
    pub(super) fn is(&self, other: &Self) -> bool {
        let largest = self.points.iter().fold(0.0_f64, |largest, point| largest.max(point.abs().max_element()));
        let near = |(one, other): (&DVec3, &DVec3)| one.abs_diff_eq(*other, NEAR * largest);
        self.faces == other.faces
            && self.points.len() == other.points.len()
            && self.points.iter().zip(&other.points).all(near)
    }

    /// Numbers of the faces that have no area.
    pub(super) fn degenerate(&self) -> Vec<usize> {
        let flat = |face: &[usize]| {
            let points: Vec<DVec3> = face.iter().map(|number| self.points[*number]).collect();
            let around = points.iter().zip(points.iter().cycle().skip(1));
            let longest = around.map(|(from, to)| from.distance_squared(*to)).fold(0.0, f64::max);
            // What crosses itself has no area on balance, and is to be seen all the same.
            let pairs = points.windows(2).skip(1);
            let area: f64 = pairs.map(|pair| across(&[points[0], pair[0], pair[1]]).length() / 2.0).sum();
            area <= FLAT * longest
        };
        self.faces.iter().enumerate().filter(|(_, face)| flat(face)).map(|(number, _)| number).collect()
    }

    /// Numbers of the vertices that no face has; none to be told where there are edges without faces, which may have
    /// them.
    pub(super) fn loose(&self) -> Option<Vec<usize>> {
        let sides = self.faces.iter().flat_map(|face| {
            face.iter().zip(face.iter().cycle().skip(1)).map(|(from, to)| (from.min(to), from.max(to)))
        });
        let edges: HashSet<(&usize, &usize)> = sides.collect();
        if edges.len() < self.edge_count {
            return None;
        }
        let used: HashSet<&usize> = self.faces.iter().flatten().collect();
        Some((0..self.points.len()).filter(|number| !used.contains(number)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Payload;

    fn mesh(points: &[[f64; 3]], corners: &[u32], sizes: &[u32], edge_count: usize) -> Stored {
        let told = json!({ "indices": corners, "face_sizes": sizes });
        let faces = Faces::of(&Payload::default(), &told, points.len()).unwrap();
        Stored { points: points.iter().copied().map(DVec3::from_array).collect(), faces, edge_count }
    }

    #[test]
    fn thin_faces_and_crossed_ones_are_no_degenerate_ones() {
        let points =
            [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.5, 1e-4, 0.0], [0.5, 0.0, 0.0]];
        let crossed = mesh(&points, &[0, 2, 1, 3, 0, 1, 4, 0, 1, 5, 0, 0, 0], &[4, 3, 3, 3], 0);
        assert_eq!(crossed.degenerate(), [2, 3]);
    }

    #[test]
    fn vertices_of_edges_without_faces_are_not_taken_for_loose() {
        let points = [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [1.0, 1.0, 0.0], [5.0, 0.0, 0.0]];
        assert_eq!(mesh(&points, &[0, 1, 2], &[3], 3).loose(), Some(vec![3]));
        assert_eq!(mesh(&points, &[0, 1, 2], &[3], 4).loose(), None);
    }
}
