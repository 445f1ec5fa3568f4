//! Which places are taken: bounding spheres and boxes that must not meet.

use std::collections::HashMap;

use glam::{DMat3, DVec3, I64Vec3};

/// Something that takes room: a box, turned somehow, and the sphere around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) centre: DVec3,
    /// The directions of its sides.
    pub(super) sides: DMat3,
    /// Half of how large it is along each.
    pub(super) half: DVec3,
    /// Its origin, for the distance between two.
    pub(super) origin: DVec3,
}

/// What of two bodies must not meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Avoid {
    None,
    Spheres,
    Boxes,
}

/// Those that are there, in cells as large as two of the largest may be apart and still meet.
pub(super) struct Room {
    avoid: Avoid,
    distance: f64,
    cell: f64,
    cells: HashMap<I64Vec3, Vec<Body>>,
}

impl Body {
    fn radius(&self) -> f64 {
        self.half.length()
    }

    /// Two boxes are apart when they are so along a side of one of them, or across a side of each.
    fn meets(&self, other: &Body) -> bool {
        let (own, its) = (self.sides, other.sides);
        let way = other.centre - self.centre;
        let apart = |axis: DVec3| {
            let reach = |sides: DMat3, half: DVec3| (sides.transpose() * axis).abs().dot(half);
            // Of two sides that are parallel there is no across.
            axis.length_squared() > 1e-12 && way.dot(axis).abs() > reach(own, self.half) + reach(its, other.half)
        };
        let sides = [own.x_axis, own.y_axis, own.z_axis, its.x_axis, its.y_axis, its.z_axis];
        let across = (0..9).map(|number| own.col(number / 3).cross(its.col(number % 3)));
        !sides.into_iter().chain(across).any(apart)
    }
}

impl Room {
    /// For bodies whose spheres are at most so large.
    pub(super) fn new(avoid: Avoid, distance: f64, radius: f64) -> Self {
        let around = if avoid == Avoid::None { 0.0 } else { 2.0 * radius };
        Self { avoid, distance, cell: distance.max(around).max(1e-9), cells: HashMap::new() }
    }

    /// Takes the place of a body, unless another one is in its way.
    pub(super) fn take(&mut self, body: Body) -> bool {
        if self.avoid == Avoid::None && self.distance <= 0.0 {
            return true;
        }
        // Both centres and origins are looked for around where they are.
        let (by_centre, by_origin) = (self.cell_of(body.centre), self.cell_of(body.origin));
        let free = |other: &Body| {
            let far = body.centre.distance(other.centre) > body.radius() + other.radius();
            let room = match self.avoid {
                Avoid::None => true,
                Avoid::Spheres => far,
                Avoid::Boxes => far || !body.meets(other),
            };
            room && body.origin.distance(other.origin) >= self.distance
        };
        if !self.near(by_centre).chain(self.near(by_origin)).all(free) {
            return false;
        }
        self.cells.entry(by_centre).or_default().push(body);
        if by_origin != by_centre {
            self.cells.entry(by_origin).or_default().push(body);
        }
        true
    }

    fn cell_of(&self, point: DVec3) -> I64Vec3 {
        (point / self.cell).floor().as_i64vec3()
    }

    fn near(&self, cell: I64Vec3) -> impl Iterator<Item = &Body> {
        let around = (0..27).map(move |number| cell + I64Vec3::new(number % 3 - 1, number / 3 % 3 - 1, number / 9 - 1));
        around.filter_map(|cell| self.cells.get(&cell)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use std::f64::consts::FRAC_PI_4;

    use super::*;

    /// A long box, turned about the vertical.
    fn plank(x: f64, y: f64, degrees: f64) -> Body {
        let centre = DVec3::new(x, y, 0.0);
        let sides = DMat3::from_rotation_z(degrees.to_radians());
        Body { centre, sides, half: DVec3::new(2.0, 0.1, 0.1), origin: centre }
    }

    #[test]
    fn boxes_fit_where_their_spheres_meet() {
        let beside = [plank(0.0, 0.0, 0.0), plank(0.0, 0.3, 0.0)];
        for (avoid, fits) in [(Avoid::Spheres, false), (Avoid::Boxes, true), (Avoid::None, true)] {
            let mut room = Room::new(avoid, 0.0, 2.1);
            assert!(room.take(beside[0]));
            assert_eq!(room.take(beside[1]), fits, "{avoid:?}");
        }
        let mut room = Room::new(Avoid::Boxes, 0.0, 2.1);
        assert!(room.take(plank(0.0, 0.0, 0.0)));
        assert!(!room.take(plank(0.0, 0.5, 45.0)), "one across the other");
        assert!(room.take(plank(0.0, 2.5, 90.0)), "end to side");
    }

    #[test]
    fn boxes_that_only_an_edge_of_each_keeps_apart_fit() {
        let cube = |centre: DVec3, sides: DMat3| Body { centre, sides, half: DVec3::ONE, origin: centre };
        // Standing on their edges, across each other: no side of one is between them.
        let (one, other) = (DMat3::from_rotation_x(FRAC_PI_4), DMat3::from_rotation_y(FRAC_PI_4));
        let over = |height: f64| cube(DVec3::Z * height, other).meets(&cube(DVec3::ZERO, one));
        assert!(over(2.82));
        assert!(!over(2.84));
    }

    #[test]
    fn origins_keep_their_distance() {
        let mut room = Room::new(Avoid::None, 1.0, 2.1);
        assert!(room.take(plank(0.0, 0.0, 0.0)));
        assert!(!room.take(plank(0.6, 0.6, 0.0)));
        assert!(room.take(plank(0.8, 0.8, 0.0)));
    }
}
