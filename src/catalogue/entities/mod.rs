//! The entities, one file per domain.

mod core;
mod model;
mod primitive;
mod rendering;

pub(super) use self::core::{CONSTRAINT, GROUP, NODE, NODE_TYPES};
pub(super) use model::{MATERIAL, MESH};
pub(super) use primitive::PRIMITIVE;
pub(super) use rendering::{CAMERA, LIGHT};

use super::Entity;

/// Every entity, in the order in which they are documented.
pub(super) static ALL: &[&Entity] = &[&NODE, &GROUP, &CONSTRAINT, &MESH, &MATERIAL, &CAMERA, &LIGHT];
