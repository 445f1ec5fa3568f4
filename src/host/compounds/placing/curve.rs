//! Curves of the host as points at even ways along them.

use glam::{DAffine3, DVec3};
use serde::Deserialize;

use crate::host::compounds::matrix::{linear, place};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

/// Straight pieces for one between two control points.
const FINE: usize = 48;

#[derive(Deserialize)]
struct Curve {
    name: String,
    kind: Option<String>,
    control_points: Vec<Point>,
    degree: Option<usize>,
    knots: Option<Vec<f64>>,
    closed: bool,
    length: Option<f64>,
    piece_count: Option<usize>,
    matrix_world: [f64; 16],
}

#[derive(Clone, Deserialize)]
struct Point {
    position: [f64; 3],
    weight: Option<f64>,
    handle_left: Option<[f64; 3]>,
    handle_right: Option<[f64; 3]>,
}

/// A curve in the world, as many straight pieces.
pub(super) struct Way {
    pub(super) closed: bool,
    points: Vec<DVec3>,
    /// How far along each of the points is.
    sums: Vec<f64>,
}

const FIELDS: &[&str] =
    &["kind", "control_points", "degree", "knots", "closed", "length", "piece_count", "matrix_world"];

/// A curve's way through the world. Calls `get_curves`.
pub(super) async fn way(host: &Atomics, path: &str, id: &String) -> Result<Way, Fault> {
    let curves: Vec<Curve> = host.read("get_curves", std::slice::from_ref(id), FIELDS).await?;
    let curve = curves.into_iter().next().ok_or_else(|| wrong(path, "a curve", id.as_str()))?;
    if curve.piece_count.is_some_and(|count| count != 1) {
        return Err(wrong(path, "a curve of one piece", curve.piece_count));
    }
    let world = DAffine3::from_mat3_translation(linear(curve.matrix_world), place(curve.matrix_world));
    let local = curve.sampled();
    let way = Way::through(local.into_iter().map(|point| world.transform_point3(point)).collect(), curve.closed);
    if way.length() > 0.0 { Ok(way) } else { Err(wrong(path, "a curve that is longer than nothing", &*curve.name)) }
}

impl Curve {
    fn sampled(&self) -> Vec<DVec3> {
        let mut points: Vec<DVec3> = match self.kind.as_deref() {
            Some("bezier") => self.bezier(),
            Some("poly") => self.control_points.iter().map(Point::place).collect(),
            _ => return self.nurbs(),
        };
        points.extend(points.first().copied().filter(|_| self.closed));
        points
    }

    fn bezier(&self) -> Vec<DVec3> {
        let all = &self.control_points;
        let pieces = if self.closed { all.len() } else { all.len().saturating_sub(1) };
        let mut points = Vec::new();
        for number in 0..pieces {
            let (from, to) = (&all[number], &all[(number + 1) % all.len()]);
            let (a, d) = (from.place(), to.place());
            let b = from.handle_right.map_or(a, DVec3::from_array);
            let c = to.handle_left.map_or(d, DVec3::from_array);
            points.extend((0..FINE).map(|step| {
                let t = step as f64 / FINE as f64;
                let (ab, bc, cd) = (a.lerp(b, t), b.lerp(c, t), c.lerp(d, t));
                ab.lerp(bc, t).lerp(bc.lerp(cd, t), t)
            }));
        }
        points.extend(all.last().map(Point::place).filter(|_| !self.closed));
        points
    }

    /// A host that does not tell its knots lays them so that the curve ends at its last control points, or evenly, or so
    /// that it is made of Bezier curves: by the length that it tells it is known which.
    fn nurbs(&self) -> Vec<DVec3> {
        let own = &self.control_points;
        let degree = self.degree.unwrap_or(3).min(own.len().saturating_sub(1)).max(1);
        let around = |more: usize| own.iter().chain(own.iter().take(more)).cloned().collect::<Vec<_>>();
        if let Some(knots) = &self.knots {
            let all = around(knots.len().saturating_sub(own.len() + degree + 1).min(own.len()));
            if knots.len() == all.len() + degree + 1 {
                return spline(&all, degree, knots);
            }
        }
        let (free, whole) = if self.closed { (around(degree), around(1)) } else { (own.clone(), own.clone()) };
        let even: Vec<f64> = (0..free.len() + degree + 1).map(|number| number as f64).collect();
        let ends: Vec<f64> = even.iter().map(|knot| knot.clamp(degree as f64, free.len() as f64)).collect();
        let mut found = Vec::new();
        if !self.closed {
            found.push(spline(&free, degree, &ends));
        }
        found.push(spline(&free, degree, &even));
        if (whole.len() - 1).is_multiple_of(degree) {
            // Where two of them meet, as many knots as the degree: 0 0 0 1 1 2 2 2.
            let last = ((whole.len() - 1) / degree) as f64;
            let knot = |number: usize| number.div_ceil(degree) as f64 - 1.0;
            let pieces = (0..whole.len() + degree + 1).map(|number| knot(number).clamp(0.0, last)).collect::<Vec<_>>();
            found.push(spline(&whole, degree, &pieces));
        }
        let told = self.length;
        let off =
            |points: &Vec<DVec3>| told.map_or(0.0, |told| (Way::through(points.clone(), false).length() - told).abs());
        found.into_iter().min_by(|one, other| off(one).total_cmp(&off(other))).unwrap_or_default()
    }
}

impl Point {
    fn place(&self) -> DVec3 {
        DVec3::from_array(self.position)
    }
}

/// De Boor's algorithm, with weights as a fourth coordinate.
fn spline(all: &[Point], degree: usize, knots: &[f64]) -> Vec<DVec3> {
    let weighed: Vec<glam::DVec4> = all
        .iter()
        .map(|point| {
            let weight = point.weight.unwrap_or(1.0);
            (point.place() * weight).extend(weight)
        })
        .collect();
    let mut points = Vec::new();
    let spans: Vec<usize> = (degree..all.len()).filter(|span| knots[span + 1] > knots[*span]).collect();
    for span in &spans {
        let last = usize::from(Some(span) == spans.last());
        for step in 0..FINE + last {
            let at = knots[*span] + (knots[span + 1] - knots[*span]) * step as f64 / FINE as f64;
            let mut own: Vec<glam::DVec4> = weighed[span - degree..=*span].to_vec();
            for round in 1..=degree {
                for number in (round..=degree).rev() {
                    let from = knots[span - degree + number];
                    let to = knots[number + 1 + span - round];
                    own[number] = own[number - 1].lerp(own[number], (at - from) / (to - from));
                }
            }
            let end = own[degree];
            points.push(end.truncate() / if end.w.abs() > 1e-12 { end.w } else { 1.0 });
        }
    }
    points
}

impl Way {
    fn through(points: Vec<DVec3>, closed: bool) -> Self {
        let mut sum = 0.0;
        let mut before = points.first().copied().unwrap_or_default();
        let sums = points.iter().map(|point| {
            sum += point.distance(before);
            before = *point;
            sum
        });
        let sums = sums.collect();
        Self { closed, points, sums }
    }

    pub(super) fn length(&self) -> f64 {
        self.sums.last().copied().unwrap_or_default()
    }

    /// Where it is so far along, and which way it goes there.
    pub(super) fn at(&self, far: f64) -> (DVec3, DVec3) {
        let after = self.sums.partition_point(|sum| *sum <= far).clamp(1, self.points.len() - 1);
        // Two points in one place have no way from one to the other.
        let apart = |number: &usize| self.points[*number] != self.points[number - 1];
        let piece = (after..self.points.len()).find(apart).or_else(|| (1..after).rev().find(apart)).unwrap_or(after);
        let (from, to) = (self.points[piece - 1], self.points[piece]);
        let part = (far - self.sums[piece - 1]) / (self.sums[piece] - self.sums[piece - 1]);
        (from.lerp(to, part.clamp(0.0, 1.0)), (to - from).normalize_or_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(kind: &str, points: &[[f64; 3]], closed: bool) -> Curve {
        let point =
            |position: &[f64; 3]| Point { position: *position, weight: None, handle_left: None, handle_right: None };
        Curve {
            name: "Path".to_owned(),
            kind: Some(kind.to_owned()),
            control_points: points.iter().map(point).collect(),
            degree: None,
            knots: None,
            closed,
            length: None,
            piece_count: Some(1),
            matrix_world: [1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 1.0],
        }
    }

    const CORNER: [[f64; 3]; 4] = [[0.0, 0.0, 0.0], [2.0, 0.0, 0.0], [2.0, 2.0, 0.0], [0.0, 2.0, 0.0]];

    #[test]
    fn straight_lines_are_walked_evenly() {
        let way = Way::through(curve("poly", &CORNER, true).sampled(), true);
        assert_eq!(way.length(), 8.0);
        assert_eq!(way.at(3.0), (DVec3::new(2.0, 1.0, 0.0), DVec3::Y));
        assert_eq!(way.at(8.0), (DVec3::ZERO, DVec3::NEG_Y));
    }

    #[test]
    fn a_circle_of_rational_pieces_is_round() {
        // Nine points with the weights of a circle, by knots that a host tells.
        let ring = [[1, 0], [1, 1], [0, 1], [-1, 1], [-1, 0], [-1, -1], [0, -1], [1, -1], [1, 0]];
        let points: Vec<[f64; 3]> = ring.iter().map(|[x, y]| [f64::from(*x), f64::from(*y), 0.0]).collect();
        let mut circle = curve("nurbs", &points, false);
        circle.degree = Some(2);
        circle.knots = Some([0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 4].map(f64::from).to_vec());
        for (number, point) in circle.control_points.iter_mut().enumerate() {
            point.weight = Some(if number % 2 == 0 { 1.0 } else { 0.5_f64.sqrt() });
        }
        let sampled = circle.sampled();
        assert!(sampled.iter().all(|point| (point.length() - 1.0).abs() < 1e-9));
        assert!((Way::through(sampled, false).length() - std::f64::consts::TAU).abs() < 1e-3);
    }

    #[test]
    fn knots_are_told_by_the_length() {
        let ends = Way::through(curve("nurbs", &CORNER, false).sampled(), false);
        assert!(ends.at(0.0).0.distance(DVec3::ZERO) < 1e-9, "it ends at its last points");
        let mut even = curve("nurbs", &CORNER, false);
        even.length = Some(2.2);
        let even = Way::through(even.sampled(), false);
        // A cubic of four points with even knots begins at a sixth of the first, four of the second, one of the third.
        assert!(even.at(0.0).0.distance(DVec3::new(10.0 / 6.0, 2.0 / 6.0, 0.0)) < 1e-9, "{:?}", even.at(0.0));
    }
}
