//! What surfaces look like.

mod files;
#[cfg(any(test, feature = "python"))]
mod graph;
mod look;
mod maps;
mod material;
#[cfg(any(test, feature = "python"))]
mod specification;
mod vocabulary;

#[cfg(feature = "python")]
pub(crate) use specification::{material_graph, material_slots, material_specification};

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] =
    &[("create_material_from_textures", |host, given| play(material::create(host, arguments(given))))];
