//! The entities, one file per domain.

mod animation;
mod component;
mod core;
mod model;
mod primitive;
mod rendering;
mod surface;

pub(super) use self::component::{EDGE, FACE, SUBDIVISION, UV_MAP, VERTEX};
pub(super) use self::core::{CONSTRAINT, GROUP, NODE, NODE_TYPES};
pub(super) use animation::{CHANNEL, CLIP, INTERPOLATIONS, KEYFRAME};
pub(super) use model::{MATERIAL, MESH};
pub(super) use primitive::PRIMITIVE;
pub(super) use rendering::{CAMERA, LIGHT};
pub(super) use surface::{CURVE, TEXTURE};

use super::Entity;

/// Every entity, in the order in which they are documented.
pub(super) static ALL: &[&Entity] = &[
    &NODE,
    &GROUP,
    &CONSTRAINT,
    &MESH,
    &VERTEX,
    &EDGE,
    &FACE,
    &UV_MAP,
    &TEXTURE,
    &MATERIAL,
    &CURVE,
    &SUBDIVISION,
    &CLIP,
    &CHANNEL,
    &KEYFRAME,
    &CAMERA,
    &LIGHT,
];
