//! Operations of the model domain beside those on meshes: ready-made shapes, the points of curves.

use super::Entry;
use crate::catalogue::entities::{MESH, PRIMITIVE};
use crate::catalogue::{Domain, Field, Kind, Verb};

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

const EDIT: Entry = Entry { domain: Domain::Model, ..Entry::EDIT };

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
];
