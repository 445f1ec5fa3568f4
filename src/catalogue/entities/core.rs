//! Entities of the core domain: what every scene object has.

use serde_json::{Map, Value};

use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

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
    parent: Some("Node"),
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

/// Nodes kept together.
pub(in crate::catalogue) static GROUP: Entity = Entity {
    name: "Group",
    singular: "group",
    plural: "groups",
    domain: Domain::Core,
    doc: "A group keeps nodes together without moving them (a collection in Blender, a set in Maya, a folder in Unreal).",
    base: None,
    parent: Some("Group"),
    fields: &[
        Field::new("id", Kind::Ref("Group"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new("parent_id", Kind::Ref("Group"), "The group that it lies in, null for none.").nullable(),
        Field::new("child_ids", Kind::List(&Kind::Ref("Group")), "The groups that lie in it.").read_only(),
        Field::new(
            "object_ids",
            Kind::List(&Kind::Ref("Node")),
            "The nodes that belong to it; a node may belong to several groups.",
        ),
        Field::new("visible", Kind::Bool, "Whether its nodes show, in the viewport and in renders.").or("true"),
        Field::new("locked", Kind::Bool, "Whether the artist is kept from selecting its nodes.").or("false"),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "Furniture", "visible": true}"#,
    check: None,
};

/// The words of a constraint's `type`.
const CONSTRAINTS: &[&str] =
    &["point", "aim", "orientation", "parent", "pole", "ik", "spring", "path", "scale_to", "look_at", "other"];
const AXES: Kind = Kind::List(&Kind::Enum(&["x", "y", "z"]));

/// What binds one node to another.
pub(in crate::catalogue) static CONSTRAINT: Entity = Entity {
    name: "Constraint",
    singular: "constraint",
    plural: "constraints",
    domain: Domain::Core,
    doc: "A constraint makes a node (`source_id`) follow, aim at or copy another one (`target_id`).",
    base: None,
    parent: Some("Node"),
    fields: &[
        Field::new("id", Kind::Ref("Constraint"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees, unique on its node."),
        Field::new(
            "type",
            Kind::Enum(CONSTRAINTS),
            "What it does: `point` copies the position, `orientation` the rotation, `scale_to` the scale, `parent` all three; \
             `aim` turns one axis to the target by the shortest way, `look_at` keeps another one up; `path` follows a curve, \
             `ik` bends a chain of joints; `other` only on reading what is none of these.",
        )
        .required()
        .once(),
        Field::new("source_id", Kind::Ref("Node"), "The node or joint that is constrained; it stays the same.").required().once(),
        Field::new("target_id", Kind::Ref("Node"), "The node that it follows, null for none yet.").required().nullable(),
        Field::new("influence", Kind::Ratio, "How much of it takes effect.").or("1"),
        Field::new(
            "maintain_offset",
            Kind::Bool,
            "Whether the node stays where it is and keeps the difference from then on; true unless given for types that have it.",
        ),
        Field::new("skip_translation", AXES, "Axes along which it does not move the node."),
        Field::new("skip_rotation", AXES, "Axes around which it does not turn the node."),
        Field::new("skip_scale", AXES, "Axes along which it does not scale the node."),
        Field::new("space", Kind::Enum(&["world", "local", "custom"]), "In which space both are compared.").or("\"world\""),
        Field::new("custom_space_id", Kind::Ref("Node"), "The node whose space it is when `space` is `custom`.").nullable(),
        Field::new("active", Kind::Bool, "Whether it takes effect at all.").or("true"),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "Follow", "type": "point", "source_id": "Pivot", "target_id": "Tent"}"#,
    check: Some(constraint),
};

/// What only one of the others makes sense with.
fn constraint(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let text = |name: &str| item.get(name).and_then(Value::as_str);
    let mut problems = Vec::new();
    if verb == Verb::Create && text("type") == Some("other") {
        problems.push(Problem::new("type", "one of the others; `other` is only read", &Value::from("other")));
    }
    if verb == Verb::Create && text("space") == Some("custom") && text("custom_space_id").is_none() {
        problems.push(Problem::new("custom_space_id", "a node, as `space` is `custom`", &Value::Null));
    }
    if let (Some(source), true) = (text("source_id"), text("source_id") == text("target_id")) {
        problems.push(Problem::new("target_id", "another node than `source_id`", &Value::from(source)));
    }
    problems
}
