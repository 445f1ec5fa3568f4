//! What changes which vertices, edges and faces a mesh has.

use super::{
    CHANGED, DELETE, DISTANCE, EDGE_NUMBERS, EDGES, EDIT, Entry, FACE_IDS, FACE_NUMBERS, FACES, MESH_ID, OF_MESH,
    SOME_FACES, SOME_VERTICES, VERTEX_NUMBERS, VERTICES,
};
use crate::catalogue::{Field, Kind};

const SEGMENTS: Kind = Kind::Int { min: 1, max: 1_000 };

const EXTRUDE: &Kind = &Kind::Object(&[
    FACE_IDS,
    Field::new("distance", DISTANCE, "How far, along the normal or the direction; negative inwards.").required(),
    Field::new("direction", Kind::Vector, "Local to the mesh; without it the mean normal."),
    Field::new("individual_faces", Kind::Bool, "Whether each face goes by itself, along its own normal.").or("false"),
    Field::new("create_caps", Kind::Bool, "Whether the faces are at the end of the walls; else the walls end open.")
        .or("true"),
]);
const ALONG_NORMALS: &Kind = &Kind::Object(&[
    FACE_IDS,
    Field::new("distance", DISTANCE, "How far along the normals; negative inwards.").required(),
    Field::new("even", Kind::Bool, "Whether what comes to be is as thick at bends as elsewhere.").or("true"),
]);
const INSET: &Kind = &Kind::Object(&[
    FACE_IDS,
    Field::new("amount", DISTANCE, "How far inside the new border lies.").within(0.0, 1e12).required(),
    Field::new("depth", DISTANCE, "How far the inner face is raised.").or("0"),
    Field::new("individual_faces", Kind::Bool, "Whether each face gets a border of its own.").or("false"),
]);
const BEVEL: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("edge_ids", *EDGES, "Only these edges; without edges and vertices all edges."),
    Field::new("vertex_ids", *VERTICES, "These vertices instead of edges."),
    Field::new("amount", DISTANCE, "How wide.").within(1e-9, 1e12).required(),
    Field::new("segments", SEGMENTS, "In how many steps.").or("1"),
    Field::new("shape", Kind::Ratio, "From hollow (0) by round (0.5) to sharp (1).").or("0.5"),
]);
const SUBDIVIDE: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("edge_ids", *EDGES, "Only these edges; without it all."),
    Field::new("count", Kind::Int { min: 1, max: 100 }, "How many cuts each gets.").or("1"),
    Field::new("smoothness", Kind::Ratio, "How round it becomes.").or("0"),
]);
const DISSOLVE: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("vertex_ids", *VERTICES, "Vertices to be merged into what lies around them."),
    Field::new("edge_ids", *EDGES, "Edges whose two faces become one."),
    Field::new("face_ids", *FACES, "Faces that become one."),
]);
const BRIDGE: &Kind = &Kind::Object(&[
    Field::new("edge_ids", *EDGES, "The edges of two loops of one mesh."),
    Field::new("face_ids", *FACES, "Instead: two patches of faces, which go; their borders are joined."),
    Field::new("twist", Kind::Int { min: -10_000, max: 10_000 }, "By how many vertices one loop is turned first.")
        .or("0"),
    Field::new("smooth", Kind::Bool, "Whether the new faces are shaded smooth.").or("false"),
]);
const FILL: &Kind = &Kind::Object(&[
    Field::new("vertex_ids", *VERTICES, "Two vertices, to be joined by an edge, or the corners of a face, in any order."),
    Field::new("edge_ids", *EDGES, "The edges around what is to be filled, or two to be joined by a face."),
    Field::new(
        "method",
        Kind::Enum(&["face", "triangles", "grid"]),
        "With one face, with triangles (for borders that are not flat or have holes inside), or with a grid of quadrangles.",
    )
    .or("\"face\""),
]);
const REMOVE: &Kind = &Kind::Object(&[
    OF_MESH,
    Field::new("vertex_ids", *VERTICES, "Vertices; of edges and faces, those between them only."),
    Field::new("edge_ids", *EDGES, "Edges; of vertices, their ends, of faces, those with no other edge."),
    Field::new("face_ids", *FACES, "Faces; of vertices and edges, those around them."),
    VERTEX_NUMBERS,
    EDGE_NUMBERS,
    FACE_NUMBERS,
    Field::new(
        "type",
        Kind::Enum(&["vertices", "edges", "faces", "only_edges_and_faces", "only_faces"]),
        "What goes: `vertices` with all that uses them; `edges` or `faces` with what only they used; `only_…` leaves that.",
    )
    .required(),
]);
const MERGE: &Kind = &Kind::Object(&[
    OF_MESH,
    SOME_VERTICES,
    VERTEX_NUMBERS,
    Field::new(
        "method",
        Kind::Enum(&["by_distance", "at_center", "at_first", "at_last", "collapse"]),
        "Those that lie together; or all of the named ones at their middle, the first or the last; or each connected part of them.",
    )
    .or("\"by_distance\""),
    Field::new("distance", DISTANCE, "With `by_distance`: how far apart at most.").within(0.0, 1e12).or("0.0001"),
]);
const TRIANGULATE: &Kind = &Kind::Object(&[
    MESH_ID,
    SOME_FACES,
    Field::new(
        "method",
        Kind::Enum(&["beauty", "fixed", "fan", "delaunay"]),
        "How faces are cut: well shaped, as they are numbered, from their first corner, or by Delaunay's rule.",
    )
    .or("\"beauty\""),
]);
const QUADRANGULATE: &Kind = &Kind::Object(&[
    MESH_ID,
    SOME_FACES,
    Field::new("max_angle_deviation", Kind::Angle, "How far two triangles may be from one plane.")
        .within(0.0, std::f64::consts::PI)
        .or("0.698"),
]);

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch(
        "extrude_faces",
        "Draws faces out of a mesh, with walls between the old place and the new one.",
        EXTRUDE,
        CHANGED,
    )
    .example(r#"{"items": [{"face_ids": ["Tent/face/0"], "distance": 0.5}]}"#),
    EDIT.batch(
        "extrude_along_normals",
        "Draws faces out of a mesh, each corner along its own normal: for shells and for patches that bend.",
        ALONG_NORMALS,
        CHANGED,
    )
    .example(r#"{"items": [{"face_ids": ["Tent/face/0", "Tent/face/1"], "distance": 0.1}]}"#),
    EDIT.batch("inset_faces", "Gives faces a border inside.", INSET, CHANGED)
        .example(r#"{"items": [{"face_ids": ["Tent/face/0"], "amount": 0.1}]}"#),
    EDIT.batch("bevel", "Rounds or cuts off edges or corners of a mesh.", BEVEL, CHANGED)
        .example(r#"{"items": [{"mesh_id": "Tent", "amount": 0.02, "segments": 2}]}"#),
    EDIT.batch("subdivide", "Cuts edges of a mesh, and the faces between them.", SUBDIVIDE, CHANGED)
        .example(r#"{"items": [{"mesh_id": "Tent", "count": 1}]}"#),
    EDIT.batch("dissolve", "Takes vertices, edges or faces out of a mesh without leaving a hole.", DISSOLVE, CHANGED)
        .example(r#"{"items": [{"mesh_id": "Tent", "face_ids": ["Tent/face/0", "Tent/face/1"]}]}"#),
    EDIT.batch("bridge", "Joins two loops of edges of a mesh by faces.", BRIDGE, CHANGED)
        .example(r#"{"items": [{"edge_ids": ["Tube/edge/0", "Tube/edge/1", "Tube/edge/2", "Tube/edge/3", "Tube/edge/4", "Tube/edge/5", "Tube/edge/6", "Tube/edge/7"]}]}"#),
    EDIT.batch(
        "fill_faces",
        "Joins two vertices by an edge, vertices by a face, or fills what lies between edges.",
        FILL,
        CHANGED,
    )
    .example(r#"{"items": [{"vertex_ids": ["Tent/vertex/1", "Tent/vertex/2", "Tent/vertex/3"]}]}"#),
    DELETE
        .batch(
            "delete_elements",
            "Deletes vertices, edges or faces of a mesh, with what hangs on them or without.",
            REMOVE,
            CHANGED,
        )
        .example(r#"{"items": [{"face_ids": ["Crate/face/0"], "type": "only_faces"}]}"#),
    EDIT.batch(
        "merge_vertices",
        "Makes one vertex of several: of those that lie together, or of those named.",
        MERGE,
        CHANGED,
    )
    .example(r#"{"items": [{"mesh_id": "Tent", "distance": 0.001}]}"#),
    EDIT.batch("triangulate", "Cuts faces of a mesh into triangles.", TRIANGULATE, CHANGED)
        .example(r#"{"items": [{"mesh_id": "Tent"}]}"#),
    EDIT.batch("quadrangulate", "Joins pairs of triangles of a mesh to quadrangles.", QUADRANGULATE, CHANGED)
        .example(r#"{"items": [{"mesh_id": "Tent"}]}"#),
];
