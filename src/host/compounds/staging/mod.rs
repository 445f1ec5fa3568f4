//! Showing things: cameras and lights that are made around them.

mod lighting;
mod turntable;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] = &[
    ("create_turntable", |host, given| play(turntable::create(host, arguments(given)))),
    ("three_point_lighting", |host, given| play(lighting::three_points(host, arguments(given)))),
];
