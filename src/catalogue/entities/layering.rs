//! Entities of the animation domain that stand above curves: layers, which mix clips, and drivers, which compute.

use std::collections::HashSet;

use serde_json::{Map, Value};

use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

const METADATA: Field =
    Field::new("metadata", Kind::Map, "Custom properties by name; `not_supported` where it has none.");

const STRIP: &[Field] = &[
    Field::new("clip_id", Kind::Ref("Clip"), "The clip that it plays.").required(),
    Field::new("start_time", Kind::Time, "Where it begins in the scene.").required(),
    Field::new("end_time", Kind::Time, "Where it ends in the scene.").required(),
    Field::new("weight", Kind::Ratio, "How much of it counts.").required(),
    Field::new("speed", Kind::NUMBER, "How many times as fast as the clip itself it plays.").required(),
    Field::new("repeat", Kind::NUMBER, "How many times it plays the clip.").required(),
    Field::new("muted", Kind::Bool, "Whether it is switched off by itself.").required(),
];

/// Clips of a node that are played one after the other, mixed with those of other layers.
pub(in crate::catalogue) static LAYER: Entity = Entity {
    name: "Layer",
    singular: "layer",
    plural: "layers",
    domain: Domain::Animation,
    doc: "A layer plays clips on a node, one after the other, over those of the layers before it (an NLA track in Blender).",
    base: None,
    parent: Some("Node"),
    fields: &[
        Field::new("id", Kind::Ref("Layer"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees, unique on its node."),
        Field::new("node_id", Kind::Ref("Node"), "The node that it moves; it stays the same.").required().once(),
        Field::new("order", Kind::COUNT, "Where it stands among the layers of its node, from below.").read_only(),
        Field::new("parent_id", Kind::Ref("Layer"), "The layer that it lies in; null where layers do not nest.").nullable(),
        Field::new(
            "clip_ids",
            Kind::List(&Kind::Ref("Clip")),
            "What it plays, in order of time. On input clips that it has stay where they are, others follow the last one.",
        ),
        Field::new(
            "weight",
            Kind::Ratio,
            "How much of it counts, for all its clips; left out on reading where they differ or follow curves of their own.",
        )
        .or("1"),
        Field::new("additive", Kind::Bool, "Whether it is added to the layers before it, in place of replacing them.")
            .or("false"),
        Field::new("solo", Kind::Bool, "Whether it alone of the node's layers plays.").or("false"),
        Field::new("muted", Kind::Bool, "Whether it is switched off.").or("false"),
        Field::new("locked", Kind::Bool, "Whether the artist is kept from editing it.").or("false"),
        Field::new("strips", Kind::List(&Kind::Object(STRIP)), "How each of the clips is played.").read_only(),
        METADATA,
    ],
    example: r#"{"name": "Waving", "node_id": "Pivot", "clip_ids": ["Wave"], "weight": 0.5}"#,
    check: None,
};

/// What a driver reads of a node's transform.
const TRANSFORMS: &[&str] = &[
    "position.x",
    "position.y",
    "position.z",
    "rotation.x",
    "rotation.y",
    "rotation.z",
    "rotation.w",
    "scale.x",
    "scale.y",
    "scale.z",
    "scale",
    "distance",
    "rotation_difference",
];

const VARIABLE: &[Field] = &[
    Field::new("name", Kind::Text, "What the expression calls it.").required(),
    Field::new(
        "source_node_id",
        Kind::Ref("Node"),
        "The node, or joint, that it is read from; null on reading where it is neither.",
    )
    .nullable(),
    Field::new(
        "source_path",
        Kind::Text,
        "Which number of it, in place of `transform`: `position.x`, or the host's own path (`[\"switch\"]`).",
    ),
    Field::new(
        "transform",
        Kind::Enum(TRANSFORMS),
        "What of its transform, with constraints and parents, in place of `source_path`.",
    ),
    Field::new(
        "space",
        Kind::Enum(&["world", "transform", "local"]),
        "What `transform` is told in; world when not given.",
    ),
    Field::new("other_node_id", Kind::Ref("Node"), "The other end of `distance` and `rotation_difference`."),
];

/// A number of a node that is computed from others.
pub(in crate::catalogue) static DRIVER: Entity = Entity {
    name: "Driver",
    singular: "driver",
    plural: "drivers",
    domain: Domain::Animation,
    doc: "A driver computes a number of a node from numbers of others, whenever those change. Its expression works in the host's \
          own numbers: angles are radians.",
    base: None,
    parent: Some("Node"),
    fields: &[
        Field::new("id", Kind::Ref("Driver"), "Opaque id that survives renaming of the node.").read_only().required(),
        Field::new("name", Kind::Text, "`node/path`.").read_only(),
        Field::new(
            "target_node_id",
            Kind::Ref("Node"),
            "The node whose number it computes; a joint is taken too, and told as its rig with the path from there.",
        )
        .required()
        .once(),
        Field::new(
            "target_path",
            Kind::Text,
            "Which number: `position.x`, `constraints[\"Follow\"].influence` (of a constraint or IK chain on it, by name), or the host's own \
             path, also into the node's data (`data.energy`, `data.shape_keys.key_blocks[\"Smile\"].value`) and its materials.",
        )
        .required()
        .once(),
        Field::new(
            "type",
            Kind::Enum(&["expression", "average", "sum", "minimum", "maximum"]),
            "What it makes of its variables.",
        )
        .or("\"expression\""),
        Field::new(
            "expression",
            Kind::Text,
            "Arithmetic over the variables: + - * / ** %, comparisons, `a if b else c`, `frame`, and functions such as sin, \
             min, max, abs, sqrt, radians, clamp, lerp. Without it what the number is now. Python proper is refused.",
        ),
        Field::new(
            "variables",
            Kind::List(&Kind::Object(VARIABLE)),
            "What the expression works with; on input one of the same name is changed, one that is missing is removed.",
        )
        .or("[]"),
        Field::new("enabled", Kind::Bool, "Whether it computes at all.").or("true"),
        Field::new("valid", Kind::Bool, "Whether the host could compute it the last time.").read_only(),
        METADATA,
    ],
    example: r#"{"target_node_id": "Pivot", "target_path": "scale.x", "expression": "1 + abs(height) / 2",
        "variables": [{"name": "height", "source_node_id": "Pivot", "source_path": "position.z"}]}"#,
    check: Some(driver),
};

/// Each variable reads one thing, and has a name of its own.
fn driver(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    if verb == Verb::List {
        return Vec::new();
    }
    let mut names = HashSet::new();
    let variables = item.get("variables").and_then(Value::as_array).into_iter().flatten().enumerate();
    variables
        .filter_map(|(index, variable)| {
            let at = |field: &str| format!("variables[{index}].{field}");
            if !names.insert(variable["name"].as_str().unwrap_or_default()) {
                return Some(Problem::new(&at("name"), "a name that no other variable has", &variable["name"]));
            }
            reads_one(variable).map(|(field, expected)| Problem::new(&at(field), expected, &variable[field]))
        })
        .collect()
}

/// The field of a variable that is wrong, and what should stand there.
fn reads_one(variable: &Value) -> Option<(&'static str, &'static str)> {
    let has = |field: &str| variable.get(field).is_some_and(|value| !value.is_null());
    let between = matches!(variable["transform"].as_str(), Some("distance" | "rotation_difference"));
    match (has("source_path"), has("transform")) {
        _ if !has("source_node_id") => Some(("source_node_id", "the node that it is read from")),
        (true, true) => Some(("transform", "nothing beside `source_path`")),
        (false, false) => Some(("source_path", "which number of the node, or `transform` in its place")),
        _ if between && !has("other_node_id") => Some(("other_node_id", "the node at the other end")),
        _ if !between && has("other_node_id") => {
            Some(("other_node_id", "nothing, only distance and rotation_difference have it"))
        }
        (true, _) if has("space") => Some(("space", "nothing, only `transform` has it")),
        _ => None,
    }
}
