//! Whether normals say anything that the form of a mesh does not: those that follow from it are not written, for written
//! ones no longer follow what an artist does to the form.

use glam::DVec3;

/// Normals that differ by less are the same: one minus the cosine, two degrees.
const NEAR: f64 = 6e-4;

/// A mesh's arrays as numbers.
pub(super) struct Form<'a> {
    pub(super) vertices: &'a [f64],
    pub(super) indices: &'a [f64],
    /// None: all are triangles.
    pub(super) sizes: Option<&'a [f64]>,
}

impl Form<'_> {
    fn point(&self, index: usize) -> DVec3 {
        self.vertices.chunks_exact(3).nth(index).map_or(DVec3::ZERO, DVec3::from_slice)
    }

    /// The vertices of each face.
    fn faces(&self) -> Vec<Vec<usize>> {
        let mut rest = self.indices;
        let count = self.sizes.map_or(self.indices.len() / 3, <[f64]>::len);
        let size = |face: usize| self.sizes.map_or(3, |sizes| sizes[face] as usize);
        (0..count)
            .map_while(|face| {
                let (own, after) = rest.split_at_checked(size(face))?;
                rest = after;
                Some(own.iter().map(|index| *index as usize).collect())
            })
            .collect()
    }

    /// How many edges the faces have.
    pub(super) fn edges(&self) -> usize {
        let around = |face: &Vec<usize>| -> Vec<(usize, usize)> {
            let next = face.iter().cycle().skip(1);
            face.iter().zip(next).map(|(from, to)| (*from.min(to), *from.max(to))).collect()
        };
        let mut edges: Vec<_> = self.faces().iter().flat_map(around).collect();
        edges.sort_unstable();
        edges.dedup();
        edges.len()
    }

    /// The mean of the normals of the faces around each vertex, by their angles there.
    fn smooth(&self) -> Vec<DVec3> {
        let mut sums = vec![DVec3::ZERO; self.vertices.len() / 3];
        for face in self.faces() {
            let points: Vec<DVec3> = face.iter().map(|index| self.point(*index)).collect();
            let count = points.len();
            let normal = (0..count).map(|i| points[i].cross(points[(i + 1) % count])).sum::<DVec3>();
            let normal = normal.normalize_or_zero();
            for (place, vertex) in face.iter().enumerate() {
                let before = (points[(place + count - 1) % count] - points[place]).normalize_or_zero();
                let after = (points[(place + 1) % count] - points[place]).normalize_or_zero();
                if let Some(sum) = sums.get_mut(*vertex) {
                    *sum += normal * before.dot(after).clamp(-1.0, 1.0).acos();
                }
            }
        }
        sums.into_iter().map(DVec3::normalize_or_zero).collect()
    }

    /// Whether normals, one per vertex, are those that the form gives.
    pub(super) fn gives(&self, normals: &[f64]) -> bool {
        if normals.len() != self.vertices.len() {
            return false;
        }
        let told = normals.chunks_exact(3).map(DVec3::from_slice);
        self.smooth().into_iter().zip(told).all(|(own, told)| {
            // Where no face is, or faces fold back on themselves, each host has an opinion of its own.
            own == DVec3::ZERO || told == DVec3::ZERO || 1.0 - own.dot(told.normalize_or_zero()) < NEAR
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pyramid over a square.
    const POINTS: [f64; 15] = [1.0, 0.0, 1.0, 1.0, 0.0, -1.0, -1.0, 0.0, -1.0, -1.0, 0.0, 1.0, 0.0, 1.0, 0.0];
    const CORNERS: [f64; 16] = [3.0, 2.0, 1.0, 0.0, 0.0, 1.0, 4.0, 1.0, 2.0, 4.0, 2.0, 3.0, 4.0, 3.0, 0.0, 4.0];
    const SIZES: [f64; 5] = [4.0, 3.0, 3.0, 3.0, 3.0];

    #[test]
    fn normals_of_the_form_are_known_from_others() {
        let form = Form { vertices: &POINTS, indices: &CORNERS, sizes: Some(&SIZES) };
        let mut own: Vec<f64> = form.smooth().into_iter().flat_map(|normal| normal.to_array()).collect();
        assert!(own[13] > 0.999, "the tip looks up: {own:?}");
        assert!(form.gives(&own));
        own[12..15].copy_from_slice(&[0.6, 0.8, 0.0]);
        assert!(!form.gives(&own), "the tip looks elsewhere");
        assert!(!form.gives(&own[..12]), "there are too few");
        assert_eq!(form.edges(), 8);
    }
}
