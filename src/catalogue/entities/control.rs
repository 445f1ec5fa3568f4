//! Entities of the rig domain that people pose with: controls and saved poses.

use serde_json::{Map, Value};

use super::JOINT;
use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

const SHAPES: &[&str] = &["cube", "sphere", "circle", "square", "arrow", "cross", "pyramid", "diamond", "custom"];

/// What an animator takes hold of.
pub(in crate::catalogue) static RIG_CONTROL: Entity = Entity {
    name: "RigControl",
    singular: "rig_control",
    plural: "rig_controls",
    domain: Domain::Rig,
    doc: "A control is what an animator takes hold of: a joint that bends no mesh, is drawn as a shape, and that other joints follow. Its id is \
          that of the joint, so whatever takes a joint (channels, constraints, IK) takes it too. A new one lies on the first joint that follows it, \
          below that one's parent, unless its rest says otherwise.",
    base: Some(&JOINT),
    parent: Some("Rig"),
    fields: &[
        Field::new(
            "target_joint_ids",
            Kind::List(&Kind::Ref("Joint")),
            "The joints of its rig that follow it; none of those above it.",
        ),
        Field::new(
            "shape",
            Kind::Enum(SHAPES),
            "How it is drawn: `cube` when not given; `custom` is the mesh of `custom_mesh_id`.",
        ),
        Field::new("custom_mesh_id", Kind::Ref("Mesh"), "The mesh that it is drawn as; null for the other shapes.")
            .nullable(),
        Field::new(
            "size",
            Kind::Length,
            "How large it is drawn: the longest side of its shape. As long as the joint when not given.",
        )
        .within(1e-6, 1e12),
        Field::new(
            "offset_matrix",
            Kind::Matrix4,
            "How its shape is moved and turned from the joint, in the joint's axes, row-major; without scale, which `size` is.",
        ),
        Field::new(
            "space_type",
            Kind::Enum(&["object", "world", "parent", "joint"]),
            "In what the joints follow it: its place and turn in its rig (`object`) or in the world; what it moved from its rest with all above \
             it (`parent`), or by itself (`joint`, when not given). Only when joints follow it.",
        ),
        Field::new(
            "display_type",
            Kind::Enum(&["normal", "reference", "template"]),
            "How it shows: as the view is set, or as a `template`, in lines only.",
        )
        .or("\"normal\""),
    ],
    example: r##"{"name": "CTRL_Hip", "rig_id": "Skeleton", "target_joint_ids": ["Hip"], "shape": "circle", "color": "#ffd200"}"##,
    check: Some(control),
};

/// A mesh is given for the shape that is one, and for no other.
fn control(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let shape = item.get("shape").and_then(Value::as_str);
    let mesh = item.get("custom_mesh_id").filter(|mesh| !mesh.is_null());
    match (shape, mesh) {
        _ if verb == Verb::List => Vec::new(),
        (Some("custom"), None) if verb == Verb::Create || item.contains_key("custom_mesh_id") => {
            vec![Problem::new("custom_mesh_id", "a mesh, as the shape is `custom`", &Value::Null)]
        }
        (Some(shape), Some(mesh)) if shape != "custom" => {
            vec![Problem::new("custom_mesh_id", format!("nothing, as the shape is `{shape}`"), mesh)]
        }
        _ => Vec::new(),
    }
}

const TRANSFORM: &[Field] = &[
    Field::new("joint_id", Kind::Ref("Joint"), "The joint.").required(),
    Field::new("matrix", Kind::Matrix4, "Where it is in its rig, row-major.").required(),
];

/// A pose to come back to.
pub(in crate::catalogue) static BIND_POSE: Entity = Entity {
    name: "BindPose",
    singular: "bind_pose",
    plural: "bind_poses",
    domain: Domain::Rig,
    doc: "A pose of a rig that is kept to come back to. Every rig has its rest, in which skins are bound; the others are kept beside it (in \
          Blender as actions that are pose assets: they stand in the asset browser, and belong to every rig that has most of their joints).",
    base: None,
    parent: Some("Rig"),
    fields: &[
        Field::new("id", Kind::Ref("BindPose"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the rest is called `Rest` and stays so."),
        Field::new("rig_id", Kind::Ref("Rig"), "The rig whose pose it is; it stays the same.").required().once(),
        Field::new(
            "transforms",
            Kind::List(&Kind::Object(TRANSFORM)),
            "Where its joints are. On creation the rig's present pose when not given; on input joints that are not named are not part of it, and follow \
             those above them.",
        )
        .on_request(),
        Field::new("joint_ids", Kind::List(&Kind::Ref("Joint")), "The joints that are part of it.").read_only(),
        Field::new(
            "active",
            Kind::Bool,
            "Whether the rig stands in it now. `true` puts its joints there; `false`, when they are, back to their rest.",
        ),
        Field::new("is_bind_pose", Kind::Bool, "Whether skins are bound in it.").read_only(),
        Field::new("is_default", Kind::Bool, "Whether it is the rig's own, which is neither changed here nor deleted.")
            .read_only(),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "A-pose", "rig_id": "Skeleton"}"#,
    check: None,
};
