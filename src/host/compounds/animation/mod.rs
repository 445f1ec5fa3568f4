//! Clips: what makes them, and what makes one of others.

mod blend;
mod clips;
mod create;
mod cycle;
mod retarget;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] = &[
    ("create_animation", |host, given| play(create::create(host, arguments(given)))),
    ("blend_clips", |host, given| play(blend::blend(host, arguments(given)))),
    ("create_cycle", |host, given| play(cycle::create(host, arguments(given)))),
    ("retarget_clip", |host, given| play(retarget::clip(host, arguments(given)))),
];
