//! What is in a scene at all: what is there twice becomes one, what nobody uses goes, what is selected goes out.

mod export;
mod materials;
mod replace;
mod stored;
mod tidy;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] = &[
    ("replace_with_instances", |host, given| play(replace::instances(host, arguments(given)))),
    ("clean_up_scene", |host, given| play(tidy::scene(host, arguments(given)))),
    ("export_selection", |host, given| Box::pin(export::selection(host, arguments(given)))),
];
