//! What moves or marks elements of a mesh and leaves them joined as they are.

use super::{
    EDGE_NUMBERS, EDGES, EDIT, Entry, MESH_ID, MOVED, OF_MESH, REVISION, SOME_VERTICES, VERTEX_NUMBERS, VERTICES,
};
use crate::catalogue::{Field, Kind};

const TRANSFORM: &Kind = &Kind::Object(&[
    OF_MESH,
    Field::new("vertex_ids", *VERTICES, "Which vertices; without ids and numbers all of the mesh."),
    VERTEX_NUMBERS,
    Field::new("position", Kind::Point, "Where they come to be, all at one place, local to the mesh."),
    Field::new("offset", Kind::Vector, "How far each is moved, local to the mesh."),
    Field::new("normal", Kind::Vector, "Their normal from now on; zero gives them that of their faces again."),
    Field::new("positions", Kind::Array(&Kind::Point), "Where each comes to be, shape [n, 3]."),
    Field::new("offsets", Kind::Array(&Kind::Vector), "How far each is moved, shape [n, 3]."),
    Field::new("normals", Kind::Array(&Kind::Vector), "The normal of each from now on, shape [n, 3]."),
]);
const SMOOTH: &Kind = &Kind::Object(&[
    OF_MESH,
    SOME_VERTICES,
    VERTEX_NUMBERS,
    Field::new("factor", Kind::Ratio, "How far each moves to the middle of its neighbours, each time.").or("0.5"),
    Field::new("repeat", Kind::Int { min: 1, max: 1_000 }, "How often.").or("1"),
]);
const CREASE: &Kind = &Kind::Object(&[
    OF_MESH,
    Field::new("edge_ids", *EDGES, "Which edges; without ids and numbers all of the mesh."),
    EDGE_NUMBERS,
    Field::new("crease_weight", Kind::Ratio, "How sharp they stay under subdivision."),
    Field::new("crease_weights", Kind::Array(&Kind::Ratio), "How sharp each stays, shape [n]."),
]);
const CREASED: &Kind = &Kind::Object(&[
    MESH_ID,
    REVISION,
    Field::new("edge_indices", *super::NUMBERS, "Which edges were meant.").required(),
    Field::new("crease_weights", Kind::Array(&Kind::Ratio), "How sharp each stays now, shape [n].").required(),
]);

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch(
        "transform_vertices",
        "Moves vertices of meshes, all alike or each to its place, and sets their normals; many in one call as arrays.",
        TRANSFORM,
        MOVED,
    )
    .example(r#"{"items": [{"vertex_ids": ["Tent/vertex/3"], "offset": [0, 0, 0.5]}]}"#),
    EDIT.batch("smooth_vertices", "Moves vertices of meshes towards the middle of their neighbours.", SMOOTH, MOVED)
        .example(r#"{"items": [{"mesh_id": "Tent", "factor": 0.2, "repeat": 2}]}"#),
    EDIT.batch(
        "set_edge_creases",
        "Sets how sharp edges of meshes stay under a subdivision surface, alike or each by itself.",
        CREASE,
        CREASED,
    )
    .example(r#"{"items": [{"edge_ids": ["Tent/edge/0"], "crease_weight": 1}]}"#)
    .idempotent(),
];
