//! Rigs: joints, what takes hold of them and what they hold.

mod biped;
mod controls;
mod heat;
mod ik_fk;
mod mirror;
mod skin;
mod spaces;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] = &[
    ("create_ik_fk_switch", |host, given| play(ik_fk::create(host, arguments(given)))),
    ("create_controls_for_joints", |host, given| play(controls::create(host, arguments(given)))),
    ("create_biped_skeleton", |host, given| play(biped::create(host, arguments(given)))),
    ("mirror_joints", |host, given| play(mirror::mirror(host, arguments(given)))),
    ("auto_skin", |host, given| play(skin::bind(host, arguments(given)))),
    ("create_space_switch", |host, given| play(spaces::create(host, arguments(given)))),
];
