//! Loops and rings of edges: selecting, cutting and sliding them.

use super::{EDGE_IDS, EDGES, EDIT, Entry, MESH_ID, MOVED};
use crate::catalogue::{Field, Kind};

const WALK: &Kind = &Kind::Object(&[
    EDGE_IDS,
    Field::new("mode", Kind::Enum(&["replace", "add", "remove"]), "What becomes of the mesh's selection.")
        .or("\"replace\""),
]);
const WALKED: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("edge_ids", *EDGES, "Every edge of the loops or rings.").required(),
    Field::new("closed", Kind::Bool, "Whether each of them ends where it begins.").required(),
    Field::new("selected_edge_count", Kind::COUNT, "How many edges of the mesh are selected now.").required(),
]);
const CUT: &Kind = &Kind::Object(&[
    Field::new("edge_id", Kind::Ref("Edge"), "An edge of the ring that is cut: the loops run across it.").required(),
    Field::new("count", Kind::Int { min: 1, max: 1_000 }, "How many loops, at equal distances.").or("1"),
    Field::new("smoothness", Kind::Ratio, "How round it becomes.").or("0"),
]);
const CUT_CHANGED: &Kind = &Kind::Object(&[
    MESH_ID,
    super::REVISION,
    Field::new("loop_edge_ids", *EDGES, "The edges of the new loops.").required(),
    Field::new("closed", Kind::Bool, "Whether the loops go all around.").required(),
    super::NEW_VERTICES,
    super::NEW_EDGES,
    super::NEW_FACES,
    super::VERTEX_COUNT,
    super::EDGE_COUNT,
    super::FACE_COUNT,
]);
const SLIDE: &Kind = &Kind::Object(&[
    EDGE_IDS,
    Field::new(
        "factor",
        Kind::Float { min: -1.0, max: 1.0 },
        "How far: 0 not at all, 1 onto the next loop to one side, -1 to the other.",
    )
    .required(),
]);

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch(
        "select_edge_loops",
        "Selects the edges that go on from edges, end to end, and tells which.",
        WALK,
        WALKED,
    )
    .example(r#"{"items": [{"edge_ids": ["Crate/edge/0"]}]}"#)
    .idempotent(),
    EDIT.batch(
        "select_edge_rings",
        "Selects the edges that lie across from edges, side by side, and tells which.",
        WALK,
        WALKED,
    )
    .example(r#"{"items": [{"edge_ids": ["Crate/edge/0"]}]}"#)
    .idempotent(),
    EDIT.batch(
        "create_edge_loops",
        "Cuts loops of edges into a mesh, across the ring of quadrangles that an edge belongs to.",
        CUT,
        CUT_CHANGED,
    )
    .example(r#"{"items": [{"edge_id": "Crate/edge/0", "count": 2}]}"#),
    EDIT.batch("slide_edges", "Moves edges over the faces beside them, towards the next loop.", SLIDE, MOVED)
        .example(r#"{"items": [{"edge_ids": ["Crate/edge/0"], "factor": 0.25}]}"#),
];
