//! What surfaces look like.

mod files;
mod maps;
mod material;

use super::{Compound, arguments, play};

pub(super) const ALL: &[(&str, Compound)] =
    &[("create_material_from_textures", |host, given| play(material::create(host, arguments(given))))];
