//! Operations of the model domain beside those on meshes: ready-made shapes, the points of curves.

use super::Entry;
use crate::catalogue::entities::{CHANNELS, MATERIAL, MESH, PRIMITIVE, SLOTS};
use crate::catalogue::{Domain, Effect, Field, Kind, Verb};

const SHAPE: &Kind = &Kind::Item(&PRIMITIVE, Verb::Create);
const MADE: &Kind = &Kind::Item(&MESH, Verb::Get);

const CURVE_ID: Field = Field::new("curve_id", Kind::Ref("Curve"), "The curve.").required();
const PIECE: Field = Field::new("piece", Kind::COUNT, "Of a curve of several pieces, which one, counted from 0.");
const POSITION: Field = Field::new("position", Kind::Point, "Position local to the curve.");
const WEIGHT: Field = Field::new("weight", Kind::Float { min: 1e-6, max: 1e6 }, "How strongly it draws a NURBS curve.");
const HANDLE_LEFT: Field =
    Field::new("handle_left", Kind::Point, "Of a Bezier curve: where the tangent towards the point before ends.");
const HANDLE_RIGHT: Field =
    Field::new("handle_right", Kind::Point, "Of a Bezier curve: where the tangent towards the next point ends.");
const RADIUS: Field = Field::new("radius", Kind::POSITIVE, "By which factor the curve is thicker there.");
const TILT: Field = Field::new("tilt", Kind::Angle, "How far it is twisted there.");

const EDIT_POINT: &Kind = &Kind::Object(&[
    CURVE_ID,
    PIECE.or("0"),
    Field::new("index", Kind::COUNT, "Which point, counted from 0; with `insert` where the new one will be.")
        .required(),
    Field::new("action", Kind::Enum(&["set", "insert", "remove"]), "What becomes of the point.").or("\"set\""),
    POSITION,
    WEIGHT,
    HANDLE_LEFT,
    HANDLE_RIGHT,
    RADIUS,
    TILT,
]);
const EDITED_POINT: &Kind = &Kind::Object(&[
    CURVE_ID,
    PIECE.required(),
    Field::new("index", Kind::COUNT, "Which point; absent when it was removed."),
    POSITION,
    WEIGHT,
    HANDLE_LEFT,
    HANDLE_RIGHT,
    RADIUS,
    TILT,
    Field::new("point_count", Kind::COUNT, "How many points the piece has now.").required(),
    Field::new("length", Kind::POSITIVE, "How long the curve is now, in scene units.").required(),
]);

const TEXTURE_MAP: &Kind = &Kind::Object(&[
    Field::new("material_id", Kind::Ref("Material"), "The material.").required(),
    Field::new("slot", Kind::Enum(SLOTS), "What it tells of the surface; `ambient_occlusion` darkens its colour.")
        .required(),
    Field::new("texture_id", Kind::Ref("Texture"), "The texture.").required(),
    Field::new("channel", Kind::Enum(CHANNELS), "Which of its numbers tell it.").or("\"color\""),
    Field::new("invert", Kind::Bool, "Whether it tells the opposite: gloss for roughness, transparency for opacity.")
        .or("false"),
    Field::new("flip_green", Kind::Bool, "Of `normal`: whether its green points down, as DirectX has it.").or("false"),
]);
const SURFACE: &Kind = &Kind::Item(&MATERIAL, Verb::Get);

const SHARE: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref("Mesh"), "The mesh that becomes an instance.").required(),
    Field::new("source_id", Kind::Ref("Mesh"), "The mesh whose vertices, faces and materials it shows from then on.")
        .required(),
    Field::new("only_equal", Kind::Bool, "Whether it stays as it is where it would lose anything by that.").or("false"),
]);
const SHARED: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref("Mesh"), "The mesh.").required(),
    Field::new("source_id", Kind::Ref("Mesh"), "The other one.").required(),
    Field::new("shared", Kind::Bool, "Whether both show the same now.").required(),
    Field::new("changed", Kind::Bool, "Whether they did not before.").required(),
    Field::new("freed", Kind::Bool, "Whether what it showed before is gone, as nothing else shows it.").required(),
]);
const MERGE: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref("Material"), "The material that goes.").required(),
    Field::new("into_id", Kind::Ref("Material"), "The one that everything uses instead.").required(),
]);
const MERGED: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref("Material"), "The material.").required(),
    Field::new("into_id", Kind::Ref("Material"), "The other one.").required(),
    Field::new("name", Kind::Text, "What it was called.").required(),
    Field::new("merged", Kind::Bool, "Whether it is gone; one that the artist protects stays, with all that uses it.")
        .required(),
]);
/// What can be left over when nothing uses it.
pub(super) const UNUSED_TYPES: &[&str] =
    &["material", "texture", "mesh", "curve", "light", "camera", "rig", "clip", "graph", "environment"];
const UNUSED: &Kind = &Kind::Object(&[
    Field::new("type", Kind::Enum(UNUSED_TYPES), "What it is.").required(),
    Field::new("name", Kind::Text, "What it is called.").required(),
]);

const EDIT: Entry = Entry { domain: Domain::Model, ..Entry::EDIT };
const DELETE: Entry = Entry { effect: Effect::Delete, ..EDIT };

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch(
        "create_primitives",
        "Creates meshes of ready-made shapes with real parameters: cube, sphere, cylinder, torus and the like.",
        SHAPE,
        MADE,
    )
    .asking("What to create, one object each.")
    .giving(&[Field::new("ids", Kind::List(&Kind::Ref("Mesh")), "Ids of what was created, in the order of the items.")
        .required()])
    .example(r#"{"items": [{"kind": "cube", "name": "Crate", "size": 2}, {"kind": "sphere", "radius": 0.5, "position": [0, 0, 2]}]}"#),
    EDIT.batch("edit_curve_points", "Moves, weighs, inserts and removes control points of curves.", EDIT_POINT, EDITED_POINT)
        .example(r#"{"items": [{"curve_id": "Rail", "index": 1, "position": [2, 2, 0]}, {"curve_id": "Rail", "index": 2, "action": "insert", "position": [3, 1, 0]}]}"#),
    EDIT.batch(
        "share_meshes",
        "Makes meshes show the vertices, faces and materials of others: instances, which change together from then on.",
        SHARE,
        SHARED,
    )
    .asking("Which mesh shows which one's.")
    .example(r#"{"items": [{"id": "Twin", "source_id": "Tent"}]}"#),
    EDIT.batch(
        "set_texture_maps",
        "Lets textures tell something of materials that `textures` of a material cannot say: by one channel of a packed one, the \
         other way round, as normals made for DirectX. What told it before tells it no more; nodes of the artist's own are a conflict.",
        TEXTURE_MAP,
        SURFACE,
    )
    .telling("The materials, as read from the host.")
    .example(r#"{"items": [{"material_id": "Brass", "slot": "roughness", "texture_id": "Canvas", "channel": "green"}]}"#)
    .idempotent(),
    DELETE
        .batch(
            "merge_materials",
            "Makes everything that uses a material, meshes, curves and graphs, use another one, and deletes it.",
            MERGE,
            MERGED,
        )
        .asking("Which material goes for which one.")
        .example(r#"{"items": [{"id": "Brass copy", "into_id": "Brass"}]}"#),
    Entry {
        name: "delete_unused",
        doc: "Deletes what nothing in the file uses and what only that used; what the artist protects, what comes from a \
              library and a picture that is painted and not saved stay.",
        params: &[
            Field::new("types", Kind::List(&Kind::Enum(UNUSED_TYPES)), "Of which kinds.").required(),
            Field::new("dry_run", Kind::Bool, "Whether it only tells what would go.").or("false"),
        ],
        returns: &[Field::new("items", Kind::List(UNUSED), "What is gone, or would be.").required()],
        example: r#"{"types": ["material", "texture"], "dry_run": true}"#,
        idempotent: true,
        ..DELETE
    },
];
