//! Operations of the model domain on the vertices, edges and faces of meshes, and on what lies over them.

mod loops;
mod surface;
mod topology;
mod vertices;
mod whole;

use super::Entry;
use crate::catalogue::{Domain, Effect, Field, Kind};

/// In the order in which they are documented.
pub(super) const TABLES: [&[Entry]; 5] = [topology::TABLE, loops::TABLE, vertices::TABLE, whole::TABLE, surface::TABLE];

const FACES: &Kind = &Kind::List(&Kind::Ref("Face"));
const EDGES: &Kind = &Kind::List(&Kind::Ref("Edge"));
const VERTICES: &Kind = &Kind::List(&Kind::Ref("Vertex"));
const NUMBERS: &Kind = &Kind::Array(&Kind::COUNT);
const DISTANCE: Kind = Kind::Length;

const MESH_ID: Field = Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh.").required();
/// Where elements may say which mesh it is.
const OF_MESH: Field =
    Field::new("mesh_id", Kind::Ref("Mesh"), "The mesh; needed where no id says which one, as with numbers.");
const FACE_IDS: Field = Field::new("face_ids", *FACES, "Faces of one mesh.").required();
const EDGE_IDS: Field = Field::new("edge_ids", *EDGES, "Edges of one mesh.").required();
const SOME_FACES: Field = Field::new("face_ids", *FACES, "Only these faces; without it all.");
const SOME_VERTICES: Field = Field::new("vertex_ids", *VERTICES, "Only these vertices; without it all.");
const VERTEX_NUMBERS: Field =
    Field::new("vertex_indices", *NUMBERS, "The same by their numbers in the mesh, which is quicker for many.");
const EDGE_NUMBERS: Field =
    Field::new("edge_indices", *NUMBERS, "The same by their numbers in the mesh, which is quicker for many.");
const FACE_NUMBERS: Field =
    Field::new("face_indices", *NUMBERS, "The same by their numbers in the mesh, which is quicker for many.");
const REVISION: Field = Field::new(
    "revision",
    Kind::Text,
    "The mesh's `revision` now; it changes when elements come, go or are joined otherwise.",
)
.required();

const NEW_VERTICES: Field =
    Field::new("new_vertex_ids", *VERTICES, "Vertices that were not there before, the first 1,000 of them.").required();
const NEW_EDGES: Field =
    Field::new("new_edge_ids", *EDGES, "Edges that were not there before, the first 1,000 of them.").required();
const NEW_FACES: Field =
    Field::new("new_face_ids", *FACES, "Faces that were not there before, the first 1,000 of them.").required();
const VERTEX_COUNT: Field = Field::new("vertex_count", Kind::COUNT, "How many vertices it has now.").required();
const EDGE_COUNT: Field = Field::new("edge_count", Kind::COUNT, "How many edges it has now.").required();
const FACE_COUNT: Field = Field::new("face_count", Kind::COUNT, "How many faces it has now.").required();

/// What every one that changes the elements of a mesh gives back for an item.
const CHANGED: &Kind =
    &Kind::Object(&[MESH_ID, REVISION, NEW_VERTICES, NEW_EDGES, NEW_FACES, VERTEX_COUNT, EDGE_COUNT, FACE_COUNT]);

/// What every one that only moves vertices gives back for an item.
const MOVED: &Kind = &Kind::Object(&[
    MESH_ID,
    REVISION,
    Field::new("vertex_indices", *NUMBERS, "Which vertices were meant.").required(),
    Field::new("positions", Kind::Array(&Kind::Point), "Where each of them is now, local to the mesh, shape [n, 3].")
        .required(),
]);

const EDIT: Entry = Entry { domain: Domain::Model, ..Entry::EDIT };
const DELETE: Entry = Entry { effect: Effect::Delete, ..EDIT };
