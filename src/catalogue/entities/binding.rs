//! Entities of the rig domain that bend meshes: skins and blend shapes.

use serde_json::{Map, Value};

use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

const METADATA: Field =
    Field::new("metadata", Kind::Map, "Custom properties by name; `not_supported` where it has none.");

const INFLUENCE: &[Field] = &[
    Field::new("vertex_index", Kind::COUNT, "Number of the vertex in the mesh.").required(),
    Field::new(
        "weights",
        Kind::Map,
        "How strongly it follows each joint, 0 to 1, by the joint's name; ids on input too.",
    )
    .required(),
];

/// What makes a mesh follow a skeleton.
pub(in crate::catalogue) static SKIN: Entity = Entity {
    name: "Skin",
    singular: "skin",
    plural: "skins",
    domain: Domain::Rig,
    doc: "A skin makes the vertices of a mesh follow the joints of a rig, by weights (vertex groups and an armature modifier in Blender). \
          Deleting it takes the weights of that rig's joints off the mesh, unless another skin of the same rig uses them.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("Skin"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees, unique on its mesh."),
        Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh that it bends; it stays the same.").required().once(),
        Field::new("rig_id", Kind::Ref("Rig"), "The rig that bends it.").required(),
        Field::new("joint_ids", Kind::List(&Kind::Ref("Joint")), "The joints of that rig, in the order of the columns of `weight_table`.")
            .read_only(),
        Field::new(
            "influences",
            Kind::List(&Kind::Object(INFLUENCE)),
            "The vertices that follow any joint; on input the others follow none. For large meshes take `weight_table`.",
        )
        .on_request(),
        Field::new(
            "weight_table",
            Kind::Array(&Kind::Ratio),
            "All weights: a row per vertex, in it a number per joint of `joint_ids`, one after the other; shape [vertices * joints].",
        )
        .on_request(),
        Field::new(
            "max_influence_count",
            Kind::Int { min: 1, max: 1_000 },
            "How many joints may move one vertex; `not_supported` where a host keeps no such limit.",
        ),
        Field::new("normalize_weights", Kind::Bool, "Whether a vertex's weights count as parts of their sum."),
        Field::new("dual_quaternion_enabled", Kind::Bool, "Whether volume is kept at bends by dual quaternions.")
            .or("false"),
        Field::new(
            "falloff_radius",
            Kind::Length,
            "How far from a joint its weights end when they are computed; `not_supported` where each joint has its own.",
        )
        .within(0.0, f64::INFINITY),
        Field::new("enabled", Kind::Bool, "Whether it takes effect at all.").or("true"),
        METADATA,
    ],
    example: r#"{"name": "Tent skin", "mesh_id": "Tent", "rig_id": "Skeleton", "influences": [{"vertex_index": 0, "weights": {"Hip": 1}}]}"#,
    check: Some(skin),
};

/// Weights are numbers from 0 to 1, given in one way.
fn skin(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let mut problems = Vec::new();
    if verb != Verb::List && item.contains_key("influences") && item.contains_key("weight_table") {
        problems.push(Problem::new("weight_table", "nothing, as there are `influences`", &Value::from("an array")));
    }
    let influences = item.get("influences").and_then(Value::as_array).into_iter().flatten();
    for (index, influence) in influences.enumerate() {
        let path = format!("influences[{index}].weights");
        let given = influence.get("weights").and_then(Value::as_object).into_iter().flatten();
        problems.extend(given.filter_map(|(joint, weight)| weight_problem(&path, joint, weight)));
    }
    problems
}

const DELTA: &[Field] = &[
    Field::new("vertex_index", Kind::COUNT, "Number of the vertex in the mesh.").required(),
    Field::new("position_delta", Kind::Point, "How far it is moved, local to the mesh.").required(),
];

/// Another form of a mesh.
pub(in crate::catalogue) static BLEND_SHAPE: Entity = Entity {
    name: "BlendShape",
    singular: "blend_shape",
    plural: "blend_shapes",
    domain: Domain::Rig,
    doc: "A blend shape (a shape key in Blender) moves vertices of a mesh, as much as its weight says.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("BlendShape"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees, unique on its mesh."),
        Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh whose form it is; it stays the same.").required().once(),
        Field::new("weight", Kind::Ratio, "How much of it shows.").or("0"),
        Field::new(
            "deltas",
            Kind::List(&Kind::Object(DELTA)),
            "The vertices that it moves; on input the others stay. For large meshes take `position_deltas`.",
        )
        .on_request(),
        Field::new(
            "position_deltas",
            Kind::Array(&Kind::Point),
            "How far it moves every vertex, local to the mesh, shape [n, 3].",
        )
        .on_request(),
        Field::new(
            "normal_deltas",
            Kind::List(&Kind::Vector),
            "How it changes every normal; `not_supported` where the host computes them from the form.",
        ),
        Field::new(
            "tangent_deltas",
            Kind::List(&Kind::Vector),
            "How it changes every tangent; `not_supported` where the host computes them from the form.",
        ),
        Field::new(
            "combine_method",
            Kind::Enum(&["average", "additive"]),
            "Whether several at once are added up, or averaged.",
        )
        .or("\"additive\""),
        Field::new("enabled", Kind::Bool, "Whether it takes effect at all.").or("true"),
        METADATA,
    ],
    example: r#"{"name": "Sagging", "mesh_id": "Tent", "deltas": [{"vertex_index": 0, "position_delta": [0, 0, -0.2]}]}"#,
    check: Some(blend_shape),
};

/// Its form is given in one way.
fn blend_shape(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let both = verb != Verb::List && item.contains_key("deltas") && item.contains_key("position_deltas");
    let problem = || Problem::new("position_deltas", "nothing, as there are `deltas`", &Value::from("an array"));
    both.then(problem).into_iter().collect()
}

/// The forms of a mesh together.
pub(in crate::catalogue) static BLEND_SHAPE_GROUP: Entity = Entity {
    name: "BlendShapeGroup",
    singular: "blend_shape_group",
    plural: "blend_shape_groups",
    domain: Domain::Rig,
    doc: "A group holds the blend shapes that belong together (in Blender all shape keys of a mesh, its `Key`). It comes with the first shape of a \
          mesh; creating one makes the shapes that `target_weights` names, each without a form yet. Deleting it deletes its shapes.",
    base: None,
    parent: Some("Mesh"),
    fields: &[
        Field::new("id", Kind::Ref("BlendShapeGroup"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh whose forms they are; it stays the same.").required().once(),
        Field::new("blend_shape_ids", Kind::List(&Kind::Ref("BlendShape")), "Its shapes, in order.").read_only(),
        Field::new(
            "target_weights",
            Kind::Map,
            "How much of each shape shows, 0 to 1, by the shape's name; on input those that are not named stay as they are.",
        ),
        Field::new(
            "is_inbetween",
            Kind::Bool,
            "Whether its shapes follow each other in time, one turning into the next, rather than being added up by their weights.",
        )
        .or("false"),
        Field::new(
            "driver",
            Kind::Map,
            "What moves all of its weights at once; `not_supported` where each weight has its own.",
        ),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "Face", "mesh_id": "Tent", "target_weights": {"Smile": 0, "Frown": 0}}"#,
    check: Some(weights),
};

/// Weights are numbers from 0 to 1.
fn weights(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let given = item.get("target_weights").and_then(Value::as_object).filter(|_| verb != Verb::List);
    given.into_iter().flatten().filter_map(|(shape, weight)| weight_problem("target_weights", shape, weight)).collect()
}

fn weight_problem(path: &str, name: &str, weight: &Value) -> Option<Problem> {
    let good = weight.as_f64().is_some_and(|weight| (0.0..=1.0).contains(&weight));
    (!good).then(|| Problem::new(&format!("{path}.{name}"), "a number from 0 to 1", weight))
}
