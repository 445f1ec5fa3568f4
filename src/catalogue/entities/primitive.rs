//! What `create_primitives` takes: not an entity of a scene (it becomes a mesh), but described like one.

use serde_json::{Map, Value};

use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

/// Which measures each kind has.
pub(in crate::catalogue) const MEASURES: &[(&str, &[&str])] = &[
    ("cube", &["size"]),
    ("sphere", &["radius", "segments", "rings"]),
    ("ico_sphere", &["radius", "subdivisions"]),
    ("cylinder", &["radius", "depth", "segments"]),
    ("cone", &["radius", "radius2", "depth", "segments"]),
    ("plane", &["size"]),
    ("torus", &["radius", "minor_radius", "segments", "rings"]),
    ("circle", &["radius", "segments"]),
];

const KINDS: &[&str] = &["cube", "sphere", "ico_sphere", "cylinder", "cone", "plane", "torus", "circle"];

/// Finer than any host would draw at once.
const FINEST: i64 = 4_096;

/// One ready-made shape.
pub(in crate::catalogue) static PRIMITIVE: Entity = Entity {
    name: "Primitive",
    singular: "primitive",
    plural: "primitives",
    domain: Domain::Model,
    doc: "A ready-made shape, centred on its origin, its axis along the scene's up axis.",
    base: None,
    parent: None,
    fields: &[
        Field::new("kind", Kind::Enum(KINDS), "Which shape.").required(),
        Field::new("name", Kind::Text, "The name that the artist sees; without it the shape's."),
        Field::new("position", Kind::Point, "Position local to the parent, in scene units.").or("[0, 0, 0]"),
        Field::new(
            "rotation",
            Kind::Quaternion,
            "Rotation local to the parent as [x, y, z, w]; {\"euler\": [90, 0, 0]} in degrees on input.",
        )
        .or("[0, 0, 0, 1]"),
        Field::new("scale", Kind::Scale3, "Scale factors.").or("[1, 1, 1]"),
        Field::new("parent_id", Kind::Ref("Node"), "Its parent, null for none.").nullable(),
        Field::new("material_id", Kind::Ref("Material"), "Its material, null for none.").nullable(),
        Field::new("size", Kind::Length, "Length of an edge of a cube or plane, 2 when not given.").within(0.0, 1e12),
        Field::new("radius", Kind::Length, "Radius, of a cone at its base, of a torus of its ring, 1 when not given.")
            .within(0.0, 1e12),
        Field::new("radius2", Kind::Length, "Radius of a cone at its top, 0 when not given.").within(0.0, 1e12),
        Field::new(
            "minor_radius",
            Kind::Length,
            "Radius of the tube of a torus, a quarter of `radius` when not given.",
        )
        .within(0.0, 1e12),
        Field::new("depth", Kind::Length, "Height of a cylinder or cone, 2 when not given.").within(0.0, 1e12),
        Field::new("segments", Kind::Int { min: 3, max: FINEST }, "Steps around, 32 when not given (torus 48)."),
        Field::new(
            "rings",
            Kind::Int { min: 3, max: FINEST },
            "Steps from pole to pole, or around a torus's tube, 16 when not given (torus 12).",
        ),
        Field::new("subdivisions", Kind::Int { min: 1, max: 8 }, "Subdivisions of an ico_sphere, 2 when not given."),
    ],
    example: r#"{"kind": "cube", "name": "Crate", "size": 2}"#,
    check: Some(measures),
};

/// A measure that the shape does not have is refused rather than passed over.
fn measures(item: &Map<String, Value>, _: &[Attachment], _: Verb) -> Vec<Problem> {
    let kind = item.get("kind").and_then(Value::as_str).unwrap_or_default();
    let Some((_, own)) = MEASURES.iter().find(|(name, _)| *name == kind) else { return Vec::new() };
    let any = |name: &str| MEASURES.iter().any(|(_, measures)| measures.contains(&name));
    item.iter()
        .filter(|(name, _)| any(name) && !own.contains(&name.as_str()))
        .map(|(name, value)| Problem::new(name, format!("one of {} for a {kind}", own.join(", ")), value))
        .collect()
}
