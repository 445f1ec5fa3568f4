//! Entities of the core domain: what every scene object has.

use crate::catalogue::{Domain, Entity, Field, Kind};

/// The words of `type`, the same on every host.
pub(in crate::catalogue) const NODE_TYPES: &[&str] =
    &["mesh", "camera", "light", "empty", "armature", "curve", "other"];

const BOUNDS: &[Field] = &[
    Field::new("min", Kind::Point, "Least x, y, z.").required(),
    Field::new("max", Kind::Point, "Greatest x, y, z.").required(),
];

/// Any scene object.
pub(in crate::catalogue) static NODE: Entity = Entity {
    name: "Node",
    singular: "node",
    plural: "nodes",
    domain: Domain::Core,
    doc: "A node is any scene object; creating one makes an empty that others can be parented to.",
    base: None,
    fields: &[
        Field::new("id", Kind::Ref("Node"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new("type", Kind::Enum(NODE_TYPES), "What it is.").read_only(),
        Field::new("position", Kind::Point, "Position local to the parent, in scene units.").or("[0, 0, 0]"),
        Field::new(
            "rotation",
            Kind::Quaternion,
            "Rotation local to the parent as [x, y, z, w]; {\"euler\": [90, 0, 0]} in degrees or {\"matrix\": [...]} on input.",
        )
        .or("[0, 0, 0, 1]"),
        Field::new("scale", Kind::Scale3, "Scale factors local to the parent.").or("[1, 1, 1]"),
        Field::new("parent_id", Kind::Ref("Node"), "Its parent, null for none.").nullable(),
        Field::new("child_ids", Kind::List(&Kind::Ref("Node")), "Its direct children.").read_only(),
        Field::new("visible", Kind::Bool, "Whether it shows in the viewport and in renders.").or("true"),
        Field::new("locked", Kind::Bool, "Whether the artist is kept from selecting or moving it.").or("false"),
        Field::new("cast_shadow", Kind::Bool, "Whether it casts shadows; the host's own default when not given."),
        Field::new("receive_shadow", Kind::Bool, "Whether shadows fall on it; `not_supported` where a host has no such switch."),
        Field::new("render_order", Kind::INT, "Order of drawing, least first; `not_supported` where a host has none."),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
        Field::new("bounds", Kind::Object(BOUNDS), "Box around it in world space, in scene units.").read_only(),
        Field::new("matrix_world", Kind::Matrix4, "World transform, row-major, acting on column vectors.").read_only(),
    ],
    example: r#"{"name": "Pivot", "position": [0, 0, 1.5], "rotation": {"euler": [0, 0, 45]}}"#,
    check: None,
};
