//! Where what is there stands, and its copies: on lines and ground, along curves, all over surfaces, in a picture.

mod align;
mod array;
mod copies;
mod curve;
mod distribute;
mod frame;
mod ground;
mod room;
mod scatter;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] = &[
    ("frame_camera", |host, given| play(frame::camera(host, arguments(given)))),
    ("align", |host, given| play(align::align(host, arguments(given)))),
    ("distribute", |host, given| play(distribute::distribute(host, arguments(given)))),
    ("snap_to_ground", |host, given| play(ground::snap(host, arguments(given)))),
    ("array_along_curve", |host, given| play(array::along_curve(host, arguments(given)))),
    ("scatter", |host, given| play(scatter::scatter(host, arguments(given)))),
];
