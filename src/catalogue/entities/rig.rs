//! Entities of the rig domain: skeletons, what they bend and what bends them.

use super::NODE;
use crate::catalogue::{Domain, Entity, Field, Kind};

const METADATA: Field =
    Field::new("metadata", Kind::Map, "Custom properties by name; `not_supported` where it has none.");

const DRAW_SETTINGS: &[Field] = &[
    Field::new(
        "joint_color",
        Kind::Color,
        "Colour of its joints; `not_supported` where there is one for each joint only.",
    ),
    Field::new("bone_color", Kind::Color, "Colour of what is drawn between joints; `not_supported` as above."),
    Field::new(
        "joint_size",
        Kind::Length,
        "How large joints are drawn; `not_supported` where each has its own radius.",
    ),
    Field::new("x_ray_enabled", Kind::Bool, "Whether it is drawn in front of everything."),
];

const CHANNELS: &[Field] = &[
    Field::new("tx", Kind::Bool, "Whether it may be moved along x."),
    Field::new("ty", Kind::Bool, "Whether it may be moved along y."),
    Field::new("tz", Kind::Bool, "Whether it may be moved along z."),
    Field::new("rx", Kind::Bool, "Whether it may be turned about x."),
    Field::new("ry", Kind::Bool, "Whether it may be turned about y."),
    Field::new("rz", Kind::Bool, "Whether it may be turned about z."),
    Field::new("sx", Kind::Bool, "Whether it may be scaled along x."),
    Field::new("sy", Kind::Bool, "Whether it may be scaled along y."),
    Field::new("sz", Kind::Bool, "Whether it may be scaled along z."),
];

/// In which numbers a turn is kept.
const ROTATION_MODES: &[&str] = &["quaternion", "axis_angle", "xyz", "xzy", "yxz", "yzx", "zxy", "zyx"];

/// A skeleton.
pub(in crate::catalogue) static RIG: Entity = Entity {
    name: "Rig",
    singular: "rig",
    plural: "rigs",
    domain: Domain::Rig,
    doc: "A rig is a skeleton: a scene object that holds joints (an armature in Blender).",
    base: Some(&NODE),
    parent: Some("Node"),
    fields: &[
        Field::new("root_joint_id", Kind::Ref("Joint"), "Its first joint without a parent, null while it has none.")
            .read_only()
            .nullable(),
        Field::new("joint_ids", Kind::List(&Kind::Ref("Joint")), "Its joints, parents before children.").read_only(),
        Field::new(
            "influence_limit",
            Kind::Int { min: 1, max: 1_000 },
            "How many joints may move one vertex; `not_supported` where a host keeps no such limit.",
        ),
        Field::new("world_up_vector", Kind::Vector, "Up in its scene; `not_supported` to change where that is fixed."),
        Field::new("auto_ik_enabled", Kind::Bool, "Whether dragging a joint bends the chain above it.").or("false"),
        Field::new("draw_settings", Kind::Object(DRAW_SETTINGS), "How it is drawn in the viewport."),
    ],
    example: r#"{"name": "Skeleton", "draw_settings": {"x_ray_enabled": true}}"#,
    check: None,
};

/// One bone of a skeleton.
pub(in crate::catalogue) static JOINT: Entity = Entity {
    name: "Joint",
    singular: "joint",
    plural: "joints",
    domain: Domain::Rig,
    doc: "A joint (a bone in Blender) has a rest and a pose. `position`, `orientation` and `length` are its rest, local to its \
          parent joint's (to the rig for one without parent): the shape in which the skeleton is bound to a skin. `rotation`, `scale` and \
          `pose_position` are the pose: what it is turned, scaled and moved away from its rest, in its own axes; none of it is \
          identity. From its position it runs along its own y axis (-z with `convention: \"gltf\"`). Changing the rest takes the joints below along.",
    base: None,
    parent: Some("Rig"),
    fields: &[
        Field::new("id", Kind::Ref("Joint"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees, unique in its rig; the host may number it."),
        Field::new("rig_id", Kind::Ref("Rig"), "The rig that it belongs to; it stays the same.").required().once(),
        Field::new("rig_name", Kind::Text, "The name of that rig.").read_only(),
        Field::new(
            "parent_id",
            Kind::Ref("Joint"),
            "Its parent, a joint of the same rig, null for none; changing it keeps its rest where it is. On creation also the name of one made before it in the same call.",
        )
        .nullable(),
        Field::new("child_ids", Kind::List(&Kind::Ref("Joint")), "The joints directly below it.").read_only(),
        // Without defaults: a control lies where a joint is when nobody says where.
        Field::new("position", Kind::Point, "Rest: where it begins, local to the parent's rest; there when not given."),
        Field::new(
            "orientation",
            Kind::Quaternion,
            "Rest: how it is turned, local to the parent's rest; like that when not given.",
        ),
        Field::new("length", Kind::Length, "Rest: how long it is, 1 when not given.").within(1e-5, f64::INFINITY),
        Field::new("pose_position", Kind::Point, "Pose: how far it is moved from its rest, in the axes of the rest.")
            .or("[0, 0, 0]"),
        Field::new(
            "rotation_mode",
            Kind::Enum(ROTATION_MODES),
            "In which numbers the host keeps and animates its turn: those of a quaternion, or Euler angles in this order. Changing it keeps the turn.",
        ),
        Field::new("rotation", Kind::Quaternion, "Pose: how it is turned from its rest, in the axes of the rest.")
            .or("[0, 0, 0, 1]"),
        Field::new("scale", Kind::Scale3, "Pose: scale factors along its own axes.").or("[1, 1, 1]"),
        Field::new("matrix_world", Kind::Matrix4, "World transform of the pose, constraints included, row-major.")
            .read_only(),
        Field::new("visible", Kind::Bool, "Whether it shows.").or("true"),
        Field::new("locked", Kind::Bool, "Whether the artist is kept from selecting it, and so from moving it.")
            .or("false"),
        Field::new(
            "channel_control",
            Kind::Object(CHANNELS),
            "Which parts of its pose the artist may change; those that are not named stay as they are.",
        ),
        Field::new("color", Kind::Color, "In which colour it is drawn, linear rgba; null for that of the artist's theme.")
            .nullable(),
        Field::new("cast_shadow", Kind::Bool, "Whether it casts shadows; `not_supported` where joints are not rendered."),
        Field::new("receive_shadow", Kind::Bool, "Whether shadows fall on it; `not_supported` as above."),
        Field::new("render_order", Kind::INT, "Order of drawing; `not_supported` as above."),
        Field::new(
            "preferred_rotation_axis",
            Kind::Vector,
            "Axis about which IK bends it first; `not_supported` where a slight bend at rest says so.",
        ),
        Field::new("segment_scale_compensate", Kind::Bool, "Whether it keeps its size when its parent is scaled."),
        Field::new("joint_radius", Kind::Length, "Radius at its position, as drawn and as reaching of an envelope.")
            .within(0.0, f64::INFINITY),
        METADATA,
    ],
    example: r#"{"name": "Hip", "rig_id": "Skeleton", "position": [0, 0, 1], "orientation": {"euler": [90, 0, 0]}, "length": 0.5}"#,
    check: None,
};
