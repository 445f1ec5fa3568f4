//! The entities, one file per domain.

mod animation;
mod binding;
mod component;
mod control;
mod core;
mod layering;
mod model;
mod primitive;
mod rendering;
mod rig;
mod solver;
mod surface;

pub(super) use self::component::{EDGE, FACE, SUBDIVISION, UV_MAP, VERTEX};
pub(super) use self::core::{CONSTRAINT, GROUP, NODE, NODE_TYPES};
pub(super) use animation::{ANIM_CURVE, CHANNEL, CLIP, EXTRAPOLATIONS, INTERPOLATIONS, KEYFRAME};
pub(super) use binding::{BLEND_SHAPE, BLEND_SHAPE_GROUP, SKIN};
pub(super) use control::{BIND_POSE, RIG_CONTROL};
pub(super) use layering::{DRIVER, LAYER};
pub(super) use model::{CHANNELS, MATERIAL, MESH, SLOTS};
pub(super) use primitive::PRIMITIVE;
pub(super) use rendering::{CAMERA, ENVIRONMENT, LIGHT, RENDER_SETTINGS};
pub(super) use rig::{JOINT, RIG};
pub(super) use solver::{IK_CHAIN, JOINT_LIMITS, SPLINE_IK};
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
    &ANIM_CURVE,
    &KEYFRAME,
    &LAYER,
    &DRIVER,
    &CAMERA,
    &LIGHT,
    &ENVIRONMENT,
    &RENDER_SETTINGS,
    &RIG,
    &JOINT,
    &SKIN,
    &IK_CHAIN,
    &SPLINE_IK,
    &BLEND_SHAPE,
    &BLEND_SHAPE_GROUP,
    &JOINT_LIMITS,
    &RIG_CONTROL,
    &BIND_POSE,
];
