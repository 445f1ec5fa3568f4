//! Operations of the model domain on the vertices, edges and faces of meshes, and on what lies over them.

use super::Entry;
use crate::catalogue::crud::{ERRORS, ON_ERROR};
use crate::catalogue::entities::MESH;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Domain, Effect, Field, Kind, Scope, Verb};

const READ: Kind = Kind::Item(&MESH, Verb::Get);
const FACES: &Kind = &Kind::List(&Kind::Ref("Face"));
const EDGES: &Kind = &Kind::List(&Kind::Ref("Edge"));
const VERTICES: &Kind = &Kind::List(&Kind::Ref("Vertex"));
const MESH_ID: Field = Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh.").required();
const FACE_IDS: Field = Field::new("face_ids", *FACES, "Faces of one mesh.").required();
const SOME_FACES: Field = Field::new("face_ids", *FACES, "Only these faces; without it all.");
const SEGMENTS: Kind = Kind::Int { min: 1, max: 1_000 };
const DISTANCE: Kind = Kind::Length;

/// What every one of these gives back for an item.
const CHANGED: &[Field] = &[
    Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh.").required(),
    Field::new("new_vertex_ids", *VERTICES, "Vertices that were not there before.").required(),
    Field::new("new_edge_ids", *EDGES, "Edges that were not there before.").required(),
    Field::new("new_face_ids", *FACES, "Faces that were not there before.").required(),
    Field::new("vertex_count", Kind::COUNT, "How many vertices it has now.").required(),
    Field::new("edge_count", Kind::COUNT, "How many edges it has now.").required(),
    Field::new("face_count", Kind::COUNT, "How many faces it has now.").required(),
];
const RESULTS: &[Field] = &[
    Field::new("items", Kind::List(&Kind::Object(CHANGED)), "One for each, as read from the host.").required(),
    ERRORS,
];

const EXTRUDE: &[Field] = &[
    FACE_IDS,
    Field::new("distance", DISTANCE, "How far, along the normal or the direction; negative inwards.").required(),
    Field::new("direction", Kind::Vector, "Local to the mesh; without it the mean normal."),
    Field::new("individual_faces", Kind::Bool, "Whether each face goes by itself, along its own normal.").or("false"),
];
const INSET: &[Field] = &[
    FACE_IDS,
    Field::new("amount", DISTANCE, "How far inside the new border lies.").within(0.0, 1e12).required(),
    Field::new("depth", DISTANCE, "How far the inner face is raised.").or("0"),
    Field::new("individual_faces", Kind::Bool, "Whether each face gets a border of its own.").or("false"),
];
const BEVEL: &[Field] = &[
    MESH_ID,
    Field::new("edge_ids", *EDGES, "Only these edges; without edges and vertices all edges."),
    Field::new("vertex_ids", *VERTICES, "These vertices instead of edges."),
    Field::new("amount", DISTANCE, "How wide.").within(1e-9, 1e12).required(),
    Field::new("segments", SEGMENTS, "In how many steps.").or("1"),
    Field::new("shape", Kind::Ratio, "From hollow (0) by round (0.5) to sharp (1).").or("0.5"),
];
const SUBDIVIDE: &[Field] = &[
    MESH_ID,
    Field::new("edge_ids", *EDGES, "Only these edges; without it all."),
    Field::new("count", Kind::Int { min: 1, max: 100 }, "How many cuts each gets.").or("1"),
    Field::new("smoothness", Kind::Ratio, "How round it becomes.").or("0"),
];
const DISSOLVE: &[Field] = &[
    MESH_ID,
    Field::new("vertex_ids", *VERTICES, "Vertices to be merged into what lies around them."),
    Field::new("edge_ids", *EDGES, "Edges whose two faces become one."),
    Field::new("face_ids", *FACES, "Faces that become one."),
];
const BRIDGE: &[Field] = &[Field::new("edge_ids", *EDGES, "The edges of two loops of one mesh.").required()];
const TRIANGULATE: &[Field] = &[
    MESH_ID,
    SOME_FACES,
    Field::new(
        "method",
        Kind::Enum(&["beauty", "fixed"]),
        "How quadrangles are cut: well shaped, or as they are numbered.",
    )
    .or("\"beauty\""),
];
const QUADRANGULATE: &[Field] = &[
    MESH_ID,
    SOME_FACES,
    Field::new("max_angle_deviation", Kind::Angle, "How far two triangles may be from one plane.")
        .within(0.0, std::f64::consts::PI)
        .or("0.698"),
];
const BOOLEAN: &[Field] = &[
    MESH_ID,
    Field::new("with_id", Kind::Ref("Mesh"), "The mesh that it is combined with.").required(),
    Field::new("operation", Kind::Enum(&["union", "difference", "intersect"]), "What remains.").required(),
    Field::new("keep", Kind::Bool, "Whether the other mesh stays in the scene.").or("true"),
];
const MODIFIER: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "The node.").required(),
    Field::new("type", Kind::Text, "What the host calls it: `bevel`, `mirror`, `solidify`, `array` …").required(),
    Field::new("name", Kind::Text, "Name of the modifier."),
    Field::new("settings", Kind::Map, "Settings by the host's own names: `{\"width\": 0.1, \"segments\": 3}`."),
];
const APPLY: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "The node.").required(),
    Field::new("names", Kind::List(&Kind::Text), "Names of the modifiers, in order; without it all."),
];
const APPLIED: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "The node.").required(),
    Field::new("modifiers", Kind::List(&Kind::Map), "The modifiers that it has now: name, type and settings.")
        .required(),
];
const UNWRAP: &[Field] = &[
    MESH_ID,
    SOME_FACES,
    Field::new(
        "method",
        Kind::Enum(&["angle", "conformal", "smart", "box", "cylinder", "sphere"]),
        "How: along seams (`angle`, `conformal`), by the faces' directions (`smart`), or by projection.",
    )
    .or("\"angle\""),
    Field::new("channel", Kind::COUNT, "Which UV map; made when it is the next one.").or("0"),
    Field::new("margin", Kind::Ratio, "Room between the islands.").or("0.01"),
];
const UNWRAPPED: &[Field] = &[
    Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh.").required(),
    Field::new("uv_map_id", Kind::Ref("UVMap"), "The UV map.").required(),
];
const ASSIGN: &[Field] = &[
    MESH_ID,
    Field::new("material_id", Kind::Ref("Material"), "The material, null for none.").required().nullable(),
    SOME_FACES,
];

const EDIT: Entry = Entry {
    domain: Domain::Model,
    effect: Effect::Edit,
    scope: Scope::Edit,
    timeout: SCENE_TIMEOUT,
    idempotent: false,
    ..Entry::READ
};

/// The argument `items` of objects with these fields.
const fn items(kind: &'static Kind) -> Field {
    Field::new("items", Kind::List(kind), "What to do, in this order.").required()
}

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "extrude_faces",
        doc: "Draws faces out of a mesh, with walls between the old place and the new one.",
        params: &[items(&Kind::Object(EXTRUDE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"face_ids": ["Tent/face/0"], "distance": 0.5}]}"#,
        ..EDIT
    },
    Entry {
        name: "inset_faces",
        doc: "Gives faces a border inside.",
        params: &[items(&Kind::Object(INSET)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"face_ids": ["Tent/face/0"], "amount": 0.1}]}"#,
        ..EDIT
    },
    Entry {
        name: "bevel",
        doc: "Rounds or cuts off edges or corners of a mesh.",
        params: &[items(&Kind::Object(BEVEL)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Tent", "amount": 0.02, "segments": 2}]}"#,
        ..EDIT
    },
    Entry {
        name: "subdivide",
        doc: "Cuts edges of a mesh, and the faces between them.",
        params: &[items(&Kind::Object(SUBDIVIDE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Tent", "count": 1}]}"#,
        ..EDIT
    },
    Entry {
        name: "dissolve",
        doc: "Takes vertices, edges or faces out of a mesh without leaving a hole.",
        params: &[items(&Kind::Object(DISSOLVE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Tent", "face_ids": ["Tent/face/0", "Tent/face/1"]}]}"#,
        ..EDIT
    },
    Entry {
        name: "bridge",
        doc: "Joins two loops of edges of a mesh by faces.",
        params: &[items(&Kind::Object(BRIDGE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"edge_ids": ["Tube/edge/0", "Tube/edge/1", "Tube/edge/2", "Tube/edge/3", "Tube/edge/4", "Tube/edge/5", "Tube/edge/6", "Tube/edge/7"]}]}"#,
        ..EDIT
    },
    Entry {
        name: "triangulate",
        doc: "Cuts faces of a mesh into triangles.",
        params: &[items(&Kind::Object(TRIANGULATE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Tent"}]}"#,
        ..EDIT
    },
    Entry {
        name: "quadrangulate",
        doc: "Joins pairs of triangles of a mesh to quadrangles.",
        params: &[items(&Kind::Object(QUADRANGULATE)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Tent"}]}"#,
        ..EDIT
    },
    Entry {
        name: "boolean",
        doc: "Unites a mesh with another one, cuts that out of it, or keeps what both have.",
        params: &[items(&Kind::Object(BOOLEAN)), ON_ERROR],
        returns: RESULTS,
        example: r#"{"items": [{"mesh_id": "Crate", "with_id": "Tent", "operation": "difference"}]}"#,
        ..EDIT
    },
    Entry {
        name: "add_modifiers",
        doc: "Puts modifiers on nodes, as the host calls them and with its own settings.",
        params: &[items(&Kind::Object(MODIFIER)), ON_ERROR],
        returns: &[
            Field::new("items", Kind::List(&Kind::Object(APPLIED)), "As read from the host.").required(),
            ERRORS,
        ],
        example: r#"{"items": [{"id": "Tent", "type": "solidify", "settings": {"thickness": 0.1}}]}"#,
        ..EDIT
    },
    Entry {
        name: "apply_modifiers",
        doc: "Makes what modifiers show the mesh itself, and takes them off.",
        params: &[items(&Kind::Object(APPLY)), ON_ERROR],
        returns: &[
            Field::new("items", Kind::List(&Kind::Object(APPLIED)), "As read from the host.").required(),
            ERRORS,
        ],
        example: r#"{"items": [{"id": "Tent"}]}"#,
        ..EDIT
    },
    Entry {
        name: "unwrap_uvs",
        doc: "Lays faces of a mesh out on a texture.",
        params: &[items(&Kind::Object(UNWRAP)), ON_ERROR],
        returns: &[Field::new("items", Kind::List(&Kind::Object(UNWRAPPED)), "One for each.").required(), ERRORS],
        example: r#"{"items": [{"mesh_id": "Tent", "method": "smart"}]}"#,
        ..EDIT
    },
    Entry {
        name: "assign_materials",
        doc: "Gives meshes, or some of their faces, a material.",
        params: &[items(&Kind::Object(ASSIGN)), ON_ERROR],
        returns: &[Field::new("items", Kind::List(&READ), "As read from the host.").required(), ERRORS],
        example: r#"{"items": [{"mesh_id": "Tent", "material_id": "Brass", "face_ids": ["Tent/face/0"]}]}"#,
        idempotent: true,
        ..EDIT
    },
];
