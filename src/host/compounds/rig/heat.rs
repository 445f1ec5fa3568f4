//! Weights of a skin as warmth: every joint in turn is warm, the vertices nearest to it take its warmth up, and the
//! surface spreads it.
//!
//! After Baran and Popović, "Automatic Rigging and Animation of 3D Characters" (2007): for each joint the solution of
//! `(L + A H) w = A H p`, `L` being the surface's cotangent Laplacian, `A` the area of a vertex, `H` 1 over its distance
//! from the nearest joint squared, `p` whether that is this one. The system is symmetric and positive, so conjugate
//! gradients solve it. Theirs asks besides whether a joint is seen from a vertex through the body; here nearness decides.

use glam::DVec3;

/// Distances this much longer than the shortest count as the same: a vertex between two joints belongs to both.
const AS_NEAR: f64 = 1.01;
/// Steps of the solver at most, and how small what is left must be, as a part of what there was.
const STEPS: usize = 300;
const LEFT: f64 = 1e-6;
/// A vertex on a joint would take up warmth without end, and the solver would look at nothing else: it takes so much
/// more from the joint than from its neighbours, and no more.
const MOST: f64 = 1e3;
/// A cotangent above this comes of a triangle without area.
const STEEP: f64 = 1e3;

/// A surface as warmth sees it.
pub(super) struct Surface {
    /// Neighbours of each vertex, and how well warmth goes there.
    links: Vec<Vec<(usize, f64)>>,
    /// What a vertex takes up from its joint.
    taken: Vec<f64>,
    /// The joints that it takes it from, each with its part.
    nearest: Vec<Vec<(usize, f64)>>,
}

impl Surface {
    /// Of triangles over vertices, between joints from their beginnings to their tips, all in one space.
    pub(super) fn new(vertices: &[DVec3], triangles: &[[usize; 3]], joints: &[(DVec3, DVec3)]) -> Self {
        let mut links = vec![Vec::new(); vertices.len()];
        let mut areas = vec![0.0; vertices.len()];
        let mut join = |a: usize, b: usize, weight: f64| match links[a].iter_mut().find(|(other, _)| *other == b) {
            Some((_, known)) => *known += weight,
            None => links[a].push((b, weight)),
        };
        for triangle in triangles {
            for turn in 0..3 {
                let [a, b, c] = [0, 1, 2].map(|corner| triangle[(corner + turn) % 3]);
                let (one, two) = (vertices[a] - vertices[c], vertices[b] - vertices[c]);
                let twice = one.cross(two).length();
                // Half the cotangent of the angle across from an edge; never negative, so that weights stay weights.
                let weight = (one.dot(two) / twice.max(1e-12)).clamp(1e-6, STEEP) / 2.0;
                join(a, b, weight);
                join(b, a, weight);
                areas[c] += twice / 6.0;
            }
        }
        let mut taken = Vec::with_capacity(vertices.len());
        let mut nearest = Vec::with_capacity(vertices.len());
        for (at, (vertex, &area)) in vertices.iter().zip(&areas).enumerate() {
            let away: Vec<f64> = joints.iter().map(|joint| distance(*vertex, *joint)).collect();
            let least = away.iter().copied().fold(f64::INFINITY, f64::min).max(1e-9);
            let near: Vec<usize> = (0..joints.len()).filter(|&at| away[at] <= least * AS_NEAR).collect();
            let part = 1.0 / near.len().max(1) as f64;
            nearest.push(near.into_iter().map(|at| (at, part)).collect());
            // What no face holds has no area, and takes all from its joint.
            let most = MOST * links[at].iter().map(|(_, weight)| weight).sum::<f64>();
            taken.push(if area > 0.0 { (area / (least * least)).min(most) } else { 1.0 });
        }
        Self { links, taken, nearest }
    }

    /// How warm one joint makes each vertex.
    pub(super) fn warmth(&self, joint: usize) -> Vec<f64> {
        let part = |at: usize| self.nearest[at].iter().find(|(near, _)| *near == joint).map_or(0.0, |(_, part)| *part);
        let wanted: Vec<f64> = (0..self.taken.len()).map(|at| self.taken[at] * part(at)).collect();
        if wanted.iter().all(|wanted| *wanted == 0.0) {
            return wanted;
        }
        let own: Vec<f64> = self
            .links
            .iter()
            .zip(&self.taken)
            .map(|(links, taken)| taken + links.iter().map(|(_, weight)| weight).sum::<f64>())
            .collect();
        self.solve(&own, &wanted)
    }

    /// Conjugate gradients with the diagonal as preconditioner.
    fn solve(&self, own: &[f64], wanted: &[f64]) -> Vec<f64> {
        let dot = |a: &[f64], b: &[f64]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f64>();
        let eased = |rest: &[f64]| rest.iter().zip(own).map(|(rest, own)| rest / own).collect::<Vec<f64>>();
        let mut found = vec![0.0; wanted.len()];
        let mut rest = wanted.to_vec();
        let mut way = eased(&rest);
        let mut slope = dot(&rest, &way);
        let enough = slope * LEFT * LEFT;
        for _ in 0..STEPS {
            let along = self.applied(own, &way);
            let step = slope / dot(&way, &along).max(f64::MIN_POSITIVE);
            for at in 0..found.len() {
                found[at] += step * way[at];
                rest[at] -= step * along[at];
            }
            let eased = eased(&rest);
            let next = dot(&rest, &eased);
            if next <= enough {
                break;
            }
            let keep = next / slope;
            way.iter_mut().zip(&eased).for_each(|(way, eased)| *way = eased + keep * *way);
            slope = next;
        }
        found
    }

    fn applied(&self, own: &[f64], values: &[f64]) -> Vec<f64> {
        let row = |at: usize| {
            own[at] * values[at] - self.links[at].iter().map(|(other, weight)| weight * values[*other]).sum::<f64>()
        };
        (0..values.len()).map(row).collect()
    }
}

fn distance(vertex: DVec3, (from, to): (DVec3, DVec3)) -> f64 {
    let along = to - from;
    let part = (vertex - from).dot(along) / along.length_squared().max(f64::MIN_POSITIVE);
    vertex.distance(from + along * part.clamp(0.0, 1.0))
}

/// The largest so many weights of a vertex, together 1.
pub(super) fn largest(weights: &mut [f64], most: usize) {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by(|a, b| weights[*b].total_cmp(&weights[*a]));
    order.iter().skip(most).for_each(|at| weights[*at] = 0.0);
    // What is so little is nothing.
    weights.iter_mut().filter(|weight| **weight < 1e-3).for_each(|weight| *weight = 0.0);
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A strip of squares along x with these edges, by two joints, the one from 0 to 5, the other from 5 to 10.
    fn strip(edges: [f64; 2]) -> Surface {
        let vertices: Vec<DVec3> =
            (0..=20).flat_map(|at| edges.map(|y| DVec3::new(f64::from(at) / 2.0, y, 0.0))).collect();
        let triangles: Vec<[usize; 3]> =
            (0..20).map(|at| 2 * at).flat_map(|at| [[at, at + 2, at + 1], [at + 1, at + 2, at + 3]]).collect();
        let at = |x: f64| DVec3::new(x, 0.0, 0.0);
        Surface::new(&vertices, &triangles, &[(at(0.0), at(5.0)), (at(5.0), at(10.0))])
    }

    #[test]
    fn warmth_is_whole_on_a_joint_half_between_two_and_fades_evenly() {
        let surface = strip([-0.5, 0.5]);
        let (one, two) = (surface.warmth(0), surface.warmth(1));
        for (one, two) in one.iter().zip(&two) {
            assert!((one + two - 1.0).abs() < 1e-3, "all of it comes from somewhere");
        }
        assert!(one[0] > 0.99 && one[41] < 0.01);
        assert!((one[20] - 0.5).abs() < 1e-3, "{}", one[20]);
        assert!(one.chunks(2).map(|pair| pair[0]).collect::<Vec<_>>().windows(2).all(|two| two[0] >= two[1] - 1e-4));
    }

    #[test]
    fn a_vertex_on_a_joint_leaves_the_others_their_warmth() {
        let surface = strip([0.0, 1.0]);
        let (one, two) = (surface.warmth(0), surface.warmth(1));
        assert!(one[0] > 0.99 && one[10] > 0.95 && one[11] > 0.9, "{one:?}");
        assert!(two[41] > 0.95 && two[30] > 0.95, "{two:?}");
        assert!(one.iter().zip(&two).all(|(one, two)| (one + two - 1.0).abs() < 1e-3), "{one:?} {two:?}");
    }

    #[test]
    fn the_largest_are_kept_and_are_one_together() {
        let mut weights = [0.4, 0.1, 0.3, 0.2];
        largest(&mut weights, 2);
        assert!((weights[0] - 4.0 / 7.0).abs() < 1e-9 && weights[1] == 0.0 && weights[3] == 0.0);
    }
}
