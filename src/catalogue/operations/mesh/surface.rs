//! What lies on the faces of a mesh: texture coordinates and materials.

use super::{EDIT, Entry, FACES, MESH_ID, SOME_FACES};
use crate::catalogue::entities::MESH;
use crate::catalogue::{Field, Kind, Verb};

const READ: &Kind = &Kind::Item(&MESH, Verb::Get);
const CHANNEL: Field = Field::new("channel", Kind::COUNT, "Which UV map, counted from 0.").or("0");
const UV_MAP_ID: Field = Field::new("uv_map_id", Kind::Ref("UVMap"), "The UV map.").required();

const UNWRAP: &Kind = &Kind::Object(&[
    MESH_ID,
    SOME_FACES,
    Field::new(
        "method",
        Kind::Enum(&["angle", "conformal", "lscm", "abf", "smart", "box", "cylinder", "sphere"]),
        "How: along seams (`angle` or `abf`, `conformal` or `lscm`), by the faces' directions (`smart`), or by projection.",
    )
    .or("\"angle\""),
    Field::new("channel", Kind::COUNT, "Which UV map; made when it is the next one.").or("0"),
    Field::new(
        "pack_islands",
        Kind::Bool,
        "Whether the islands are laid out side by side; without it as the method does, which packs all but projections.",
    ),
    Field::new(
        "normalize_uvs",
        Kind::Bool,
        "Whether it is fitted into the square from 0 to 1, as when not given; else a projection keeps the size of the faces.",
    ),
    Field::new("margin", Kind::Ratio, "Room between the islands.").or("0.01"),
]);
const UNWRAPPED: &Kind = &Kind::Object(&[MESH_ID, UV_MAP_ID]);
const PLACE: &Kind = &Kind::Object(&[
    Field::new("vertex_id", Kind::Ref("Vertex"), "The vertex; all corners of faces at it are meant.").required(),
    Field::new("u", Kind::NUMBER, "Where it comes to be, from the left."),
    Field::new("v", Kind::NUMBER, "Where it comes to be, from below."),
    Field::new("offset_u", Kind::NUMBER, "How far it is moved to the right."),
    Field::new("offset_v", Kind::NUMBER, "How far it is moved up."),
]);
const TRANSFORM: &Kind = &Kind::Object(&[
    MESH_ID,
    CHANNEL,
    Field::new("face_ids", *FACES, "Only the corners of these faces are scaled, turned and moved; without it all."),
    Field::new("scale", Kind::Vector2, "By which factors, first."),
    Field::new("rotation", Kind::Angle, "How far it is turned, counter-clockwise, then."),
    Field::new("offset", Kind::Vector2, "How far it is moved, last."),
    Field::new("pivot", Kind::Vector2, "What it is scaled and turned about.").or("[0.5, 0.5]"),
    Field::new("vertex_transforms", Kind::List(PLACE), "Single vertices, after all that."),
]);
const TRANSFORMED: &Kind = &Kind::Object(&[
    MESH_ID,
    UV_MAP_ID,
    Field::new("changed_count", Kind::COUNT, "How many corners of faces have other coordinates now.").required(),
    Field::new("min", Kind::Vector2, "The least u and v of the whole map now.").required(),
    Field::new("max", Kind::Vector2, "The greatest u and v of the whole map now.").required(),
]);
const ASSIGN: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("material_id", Kind::Ref("Material"), "The material, null for none.").required().nullable(),
    SOME_FACES,
]);

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch("unwrap_uvs", "Lays faces of a mesh out on a texture.", UNWRAP, UNWRAPPED)
        .example(r#"{"items": [{"mesh_id": "Tent", "method": "smart"}]}"#),
    EDIT.batch(
        "transform_uvs",
        "Scales, turns and moves texture coordinates of meshes, and sets those of single vertices.",
        TRANSFORM,
        TRANSFORMED,
    )
    .example(r#"{"items": [{"mesh_id": "Tent", "scale": [0.5, 0.5], "pivot": [0, 0]}]}"#),
    EDIT.batch("assign_materials", "Gives meshes, or some of their faces, a material.", ASSIGN, READ)
        .example(r#"{"items": [{"mesh_id": "Tent", "material_id": "Brass", "face_ids": ["Tent/face/0"]}]}"#)
        .idempotent(),
];
