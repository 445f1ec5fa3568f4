//! Meshes of the demo that no primitive makes: computed here and sent as arrays of numbers.

use std::f64::consts::{PI, TAU};

use serde_json::{Value, json};

type Point = [f64; 3];

/// A grid of points with a normal each, its rows closed to rings or left open.
struct Surface {
    points: Vec<Point>,
    normals: Vec<Point>,
    columns: usize,
    closed: bool,
}

impl Surface {
    /// Samples `at(row, column)` on a grid; normals come from finite differences of the same function.
    fn sample(rows: usize, columns: usize, closed: bool, at: impl Fn(f64, f64) -> Point) -> Self {
        const STEP: f64 = 1e-3;
        let mut surface = Self { points: Vec::new(), normals: Vec::new(), columns, closed };
        for row in 0..rows {
            for column in 0..columns {
                let (u, v) = (row as f64, column as f64);
                let along = minus(at(u + STEP, v), at(u - STEP, v));
                let around = minus(at(u, v + STEP), at(u, v - STEP));
                surface.points.push(at(u, v));
                surface.normals.push(normalised(cross(around, along)));
            }
        }
        surface
    }

    /// Four corners per face, counter-clockwise seen from where the normals point to.
    fn faces(&self) -> Vec<usize> {
        let rows = self.points.len() / self.columns;
        let across = if self.closed { self.columns } else { self.columns - 1 };
        let mut corners = Vec::new();
        for row in 0..rows - 1 {
            for column in 0..across {
                let next = (column + 1) % self.columns;
                let (low, high) = (row * self.columns, (row + 1) * self.columns);
                corners.extend([low + column, low + next, high + next, high + column]);
            }
        }
        corners
    }

    /// The arguments of one item of `create_meshes`.
    fn item(&self, name: &str) -> Value {
        let corners = self.faces();
        let rounded = |points: &[Point]| -> Value {
            points
                .iter()
                .map(|point| point.iter().map(|number| (number * 1e5).round() / 1e5).collect::<Value>())
                .collect()
        };
        json!({
            "name": name,
            "vertices": rounded(&self.points),
            "normals": rounded(&self.normals),
            "indices": corners,
            "face_sizes": vec![4; corners.len() / 4],
        })
    }
}

/// A photographer's paper roll: floor, curve, wall.
pub(super) fn backdrop() -> Value {
    const HALF_WIDTH: f64 = 16.0;
    const FRONT: f64 = -12.0;
    const BACK: f64 = 3.2;
    const RADIUS: f64 = 3.0;
    const HEIGHT: f64 = 12.0;
    const ROWS: usize = 28;
    let curve_rows = (ROWS - 3) as f64;
    let profile = move |row: f64| -> (f64, f64) {
        if row < 1.0 {
            (FRONT + (BACK - FRONT) * row, 0.0)
        } else if row < 1.0 + curve_rows {
            let angle = (row - 1.0) / curve_rows * PI / 2.0;
            (BACK + RADIUS * angle.sin(), RADIUS * (1.0 - angle.cos()))
        } else {
            (BACK + RADIUS, RADIUS + HEIGHT * (row - 1.0 - curve_rows))
        }
    };
    let surface = Surface::sample(ROWS, 2, false, |row, column| {
        let (y, z) = profile(row);
        [-HALF_WIDTH + 2.0 * HALF_WIDTH * column, y, z]
    });
    surface.item("Backdrop")
}

/// Outside from the foot to the lip, then inside down again: `[radius, height]`.
const PROFILE: &[[f64; 2]] = &[
    [0.205, 0.0],
    [0.235, 0.012],
    [0.285, 0.10],
    [0.405, 0.32],
    [0.445, 0.55],
    [0.375, 0.80],
    [0.225, 1.02],
    [0.158, 1.17],
    [0.165, 1.29],
    [0.232, 1.385],
    [0.238, 1.402],
    [0.226, 1.408],
    [0.150, 1.30],
    [0.138, 1.17],
    [0.165, 1.04],
    [0.19, 0.96],
];

/// A fluted vase whose flutes wind around the belly and fade out at foot and neck.
pub(super) fn vase() -> Value {
    const ROWS: usize = 106;
    const COLUMNS: usize = 168;
    const FLUTES: f64 = 14.0;
    const DEPTH: f64 = 0.075;
    const TWIST: f64 = 1.5;
    let (last_row, columns) = ((ROWS - 1) as f64, COLUMNS as f64);
    let spans = (PROFILE.len() - 1) as f64;
    // Beyond it the profile has turned inwards.
    let lip = 10.0;
    let surface = Surface::sample(ROWS, COLUMNS, true, |row, column| {
        let place = row / last_row * spans;
        let [radius, height] = smooth(PROFILE, place);
        let angle = column / columns * TAU;
        let fade = if place < lip { step(0.06, 0.34, height) * (1.0 - step(0.72, 1.1, height)) } else { 0.0 };
        let phase = FLUTES * angle + TWIST * TAU * height;
        // The second wave makes ridges rounder and valleys sharper, which catches the light better than a plain one.
        let radius = radius * (1.0 + DEPTH * fade * (phase.cos() - 0.2 * (2.0 * phase).cos() - 0.4));
        [radius * angle.cos(), radius * angle.sin(), height]
    });
    surface.item("Vase")
}

/// A curve through the points (Catmull-Rom), `place` counting points.
fn smooth(points: &[[f64; 2]], place: f64) -> [f64; 2] {
    let index = (place.max(0.0) as usize).min(points.len() - 2);
    let t = place - index as f64;
    let at = |offset: usize| points[(index + offset).saturating_sub(1).min(points.len() - 1)];
    let (a, b, c, d) = (at(0), at(1), at(2), at(3));
    std::array::from_fn(|axis| {
        let (a, b, c, d) = (a[axis], b[axis], c[axis], d[axis]);
        0.5 * (2.0 * b
            + (c - a) * t
            + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
            + (3.0 * b - a - 3.0 * c + d) * t * t * t)
    })
}

/// 0 below `low`, 1 above `high`, smooth between.
fn step(low: f64, high: f64, value: f64) -> f64 {
    let t = ((value - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// The rotation that turns -Z to the target and keeps +Y up, as cameras and lights look: `[x, y, z, w]`.
pub(super) fn look_at(eye: Point, target: Point) -> [f64; 4] {
    let back = normalised(minus(eye, target));
    let right = normalised(cross([0.0, 0.0, 1.0], back));
    let up = cross(back, right);
    let trace = right[0] + up[1] + back[2];
    // Shepperd's method, with the largest component first so that nothing is divided by almost zero.
    if trace > 0.0 {
        let s = (trace + 1.0).sqrt() * 2.0;
        return [(up[2] - back[1]) / s, (back[0] - right[2]) / s, (right[1] - up[0]) / s, s / 4.0];
    }
    if right[0] > up[1] && right[0] > back[2] {
        let s = (1.0 + right[0] - up[1] - back[2]).sqrt() * 2.0;
        return [s / 4.0, (up[0] + right[1]) / s, (back[0] + right[2]) / s, (up[2] - back[1]) / s];
    }
    if up[1] > back[2] {
        let s = (1.0 + up[1] - right[0] - back[2]).sqrt() * 2.0;
        return [(up[0] + right[1]) / s, s / 4.0, (back[1] + up[2]) / s, (back[0] - right[2]) / s];
    }
    let s = (1.0 + back[2] - right[0] - up[1]).sqrt() * 2.0;
    [(back[0] + right[2]) / s, (back[1] + up[2]) / s, s / 4.0, (right[1] - up[0]) / s]
}

/// How far two points are from each other.
pub(super) fn distance(a: Point, b: Point) -> f64 {
    length(minus(a, b))
}

fn minus(a: Point, b: Point) -> Point {
    std::array::from_fn(|axis| a[axis] - b[axis])
}

fn cross(a: Point, b: Point) -> Point {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

fn length(a: Point) -> f64 {
    a.iter().map(|number| number * number).sum::<f64>().sqrt()
}

fn normalised(a: Point) -> Point {
    let length = length(a).max(1e-12);
    a.map(|number| number / length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rotate([x, y, z, w]: [f64; 4], v: Point) -> Point {
        let q = [x, y, z];
        let t = cross(q, v).map(|number| 2.0 * number);
        let u = cross(q, t);
        std::array::from_fn(|axis| v[axis] + w * t[axis] + u[axis])
    }

    #[test]
    fn cameras_look_where_they_should() {
        for eye in [[3.0, -4.0, 2.0], [-1.0, 5.0, 0.5], [-3.0, -0.1, 0.2], [0.1, 0.0, 9.0], [2.0, 3.0, -4.0]] {
            let target = [0.0, 0.0, 0.6];
            let rotation = look_at(eye, target);
            let seen = rotate(rotation, [0.0, 0.0, -1.0]);
            let wanted = normalised(minus(target, eye));
            assert!(distance(seen, wanted) < 1e-9, "{eye:?} {seen:?} {wanted:?}");
            assert!(rotate(rotation, [1.0, 0.0, 0.0])[2].abs() < 1e-9, "the horizon is level");
        }
    }

    #[test]
    fn normals_point_outwards_and_upwards() {
        let vase = vase();
        let count = vase["vertices"].as_array().map_or(0, Vec::len);
        assert_eq!(vase["normals"].as_array().map_or(0, Vec::len), count);
        // On the belly the normal and the radius point the same way.
        let belly = 168 * 30;
        let dot: f64 = (0..2)
            .map(|axis| {
                vase["vertices"][belly][axis].as_f64().unwrap_or(0.0)
                    * vase["normals"][belly][axis].as_f64().unwrap_or(0.0)
            })
            .sum();
        assert!(dot > 0.1, "{dot}");
        assert_eq!(backdrop()["normals"][0], json!([0.0, 0.0, 1.0]));
        let largest = vase["indices"].as_array().into_iter().flatten().filter_map(Value::as_u64).max();
        assert_eq!(largest, Some(count as u64 - 1));
    }
}
