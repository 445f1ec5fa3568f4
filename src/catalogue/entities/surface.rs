//! Entities of the model domain beside meshes: textures and curves.

use serde_json::{Map, Value};

use super::NODE;
use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

/// A picture that surfaces are made with.
pub(in crate::catalogue) static TEXTURE: Entity = Entity {
    name: "Texture",
    singular: "texture",
    plural: "textures",
    domain: Domain::Model,
    doc: "A texture is a picture for materials: from a file, from bytes that are then kept in the scene, or blank.",
    base: None,
    parent: None,
    fields: &[
        Field::new("id", Kind::Ref("Texture"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new(
            "path",
            Kind::Path { write: false },
            "The file it is read from; absent when it is kept in the scene.",
        ),
        Field::new("data", Kind::Blob("image/*"), "The bytes of a PNG, JPEG or EXR, to be kept in the scene; of one from a file they are read where its owner lets files be used.")
            .on_request(),
        Field::new("width", Kind::PIXELS, "Width in pixels; of a blank one on creation, else it is scaled.").unit("px"),
        Field::new("height", Kind::PIXELS, "Height in pixels; of a blank one on creation, else it is scaled.")
            .unit("px"),
        Field::new(
            "color_space",
            Kind::Enum(&["srgb", "linear", "data"]),
            "What its numbers are: colours as on screens, linear colours, or no colours at all (normals, roughness).",
        ),
        Field::new(
            "extension",
            Kind::Enum(&["repeat", "extend", "clip", "mirror"]),
            "What lies beyond its edges; `not_supported` where that belongs to what shows it.",
        ),
        Field::new("packed", Kind::Bool, "Whether its bytes are kept in the scene.").read_only(),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "Canvas", "width": 64, "height": 32}"#,
    check: Some(texture),
};

/// It comes from one place.
fn texture(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let both = item.contains_key("path") && item.contains_key("data") && verb != Verb::List;
    let problem = || Problem::new("data", "nothing, as there is a `path`", &Value::from("bytes"));
    both.then(problem).into_iter().collect()
}

const CONTROL_POINT: &[Field] = &[
    Field::new("position", Kind::Point, "Position local to the curve.").required(),
    Field::new("weight", Kind::Float { min: 1e-6, max: 1e6 }, "How strongly it draws a NURBS curve.").or("1"),
    Field::new("handle_left", Kind::Point, "Of a Bezier curve: where the tangent towards the point before ends."),
    Field::new("handle_right", Kind::Point, "Of a Bezier curve: where the tangent towards the next point ends."),
];

/// A line in space.
pub(in crate::catalogue) static CURVE: Entity = Entity {
    name: "Curve",
    singular: "curve",
    plural: "curves",
    domain: Domain::Model,
    doc: "A curve is a scene object: a NURBS or Bezier curve, or straight lines from point to point.",
    base: Some(&NODE),
    parent: Some("Node"),
    fields: &[
        Field::new("kind", Kind::Enum(&["nurbs", "bezier", "poly"]), "What sort of curve.").or("\"nurbs\"").once(),
        Field::new(
            "control_points",
            Kind::List(&Kind::Object(CONTROL_POINT)),
            "Its points; of a curve of several pieces those of the first.",
        )
        .required(),
        Field::new(
            "degree",
            Kind::Int { min: 1, max: 5 },
            "Degree of a NURBS curve, 3 when not given; a Bezier curve has 3, a `poly` 1.",
        ),
        Field::new("knots", Kind::List(&Kind::NUMBER), "Knot vector; `not_supported` where the host makes it itself."),
        Field::new("closed", Kind::Bool, "Whether its end meets its start.").or("false"),
        Field::new("length", Kind::POSITIVE, "How long it is, in scene units.").read_only(),
        Field::new("piece_count", Kind::COUNT, "Of how many pieces it is made.").read_only(),
    ],
    example: r#"{"name": "Rail", "kind": "bezier", "control_points": [{"position": [0, 0, 0]}, {"position": [2, 1, 0]}, {"position": [4, 0, 1]}]}"#,
    check: Some(curve),
};

/// A NURBS curve has more points than its degree, and the others have one degree only.
fn curve(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let points = item.get("control_points").and_then(Value::as_array).map(Vec::len);
    let kind = item.get("kind").and_then(Value::as_str);
    let degree = item.get("degree").and_then(Value::as_u64);
    let mut problems = Vec::new();
    if points.is_some_and(|points| points < 2) && verb != Verb::List {
        problems.push(Problem::new("control_points", "two or more", &Value::from(points)));
    }
    if let (Verb::Create, Some("nurbs"), Some(points), Some(degree)) = (verb, kind, points, degree)
        && degree >= points as u64
    {
        problems.push(Problem::new("degree", format!("less than the {points} points"), &Value::from(degree)));
    }
    let only = match kind {
        Some("bezier") => 3,
        Some("poly") => 1,
        _ => degree.unwrap_or_default(),
    };
    if degree.is_some_and(|degree| degree != only) {
        problems.push(Problem::new("degree", format!("{only}, the degree of such a curve"), &Value::from(degree)));
    }
    problems
}
