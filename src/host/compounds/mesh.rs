//! Meshes as `get_meshes` tells them: the points of one, and which of them its faces have.

use glam::DVec3;
use serde_json::Value;

use super::arrays::numbers;
use crate::wire::{Code, Fault, Payload};

/// The vertices of one face after those of the other, and how many each has.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Faces {
    corners: Vec<usize>,
    sizes: Vec<usize>,
}

/// Where the vertices of a mesh are in its own space. Needs its `vertices`.
pub(super) fn points(told: &Payload, mesh: &Value) -> Result<Vec<DVec3>, Fault> {
    Ok(numbers(told, &mesh["vertices"])?.chunks_exact(3).map(DVec3::from_slice).collect())
}

/// What a mesh tells is not what the catalogue says.
pub(super) fn odd(what: &str) -> Fault {
    Fault::new(Code::HandlerError, format!("`{what}` of a mesh are not as the catalogue says"))
}

impl Faces {
    /// Those of a mesh of so many vertices; without sizes they are triangles. Needs its `indices` and `face_sizes`.
    pub(super) fn of(told: &Payload, mesh: &Value, vertices: usize) -> Result<Self, Fault> {
        let whole = |value: &Value| -> Result<Vec<usize>, Fault> {
            Ok(numbers(told, value)?.into_iter().map(|number| number as usize).collect())
        };
        let corners = whole(&mesh["indices"])?;
        if corners.iter().any(|corner| *corner >= vertices) {
            return Err(odd("indices"));
        }
        let sizes = match whole(&mesh["face_sizes"])? {
            sizes if sizes.is_empty() => vec![3; corners.len() / 3],
            sizes => sizes,
        };
        match sizes.iter().try_fold(0_usize, |sum, size| sum.checked_add(*size)) {
            Some(sum) if sum <= corners.len() => Ok(Self { corners, sizes }),
            _ => Err(odd("face_sizes")),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sizes.is_empty()
    }

    /// The vertices of each.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[usize]> {
        let mut rest = &self.corners[..];
        self.sizes.iter().map_while(move |size| {
            let (face, after) = rest.split_at_checked(*size)?;
            rest = after;
            Some(face)
        })
    }

    /// Each as a fan of triangles around its first vertex.
    pub(super) fn triangles(&self) -> impl Iterator<Item = [usize; 3]> {
        self.iter().flat_map(|face| face.windows(2).skip(1).map(|two| [face[0], two[0], two[1]]))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faces(indices: &Value, sizes: &Value, vertices: usize) -> Result<Vec<[usize; 3]>, Fault> {
        let mesh = json!({ "indices": indices, "face_sizes": sizes });
        Faces::of(&Payload::default(), &mesh, vertices).map(|faces| faces.triangles().collect())
    }

    #[test]
    fn faces_become_fans_and_without_sizes_they_are_triangles() {
        let whole = json!([0, 1, 2, 3, 2, 1, 0]);
        assert_eq!(faces(&whole, &json!([4, 3]), 4), Ok(vec![[0, 1, 2], [0, 2, 3], [2, 1, 0]]));
        assert_eq!(faces(&json!([0, 1, 2, 2, 1, 3]), &Value::Null, 4), Ok(vec![[0, 1, 2], [2, 1, 3]]));
    }

    #[test]
    fn faces_of_vertices_that_are_not_there_are_refused() {
        for (indices, sizes) in [(json!([0, 1, 4]), json!([3])), (json!([0, 1, 2]), json!([4]))] {
            assert!(faces(&indices, &sizes, 4).is_err(), "{indices} {sizes}");
        }
    }
}
