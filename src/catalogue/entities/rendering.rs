//! Entities of the rendering domain: cameras and lights.

use super::NODE;
use crate::catalogue::{Domain, Entity, Field, Kind};

/// What looks at the scene.
pub(in crate::catalogue) static CAMERA: Entity = Entity {
    name: "Camera",
    singular: "camera",
    plural: "cameras",
    domain: Domain::Rendering,
    doc: "A camera is a scene object that looks along its own -Z axis with +Y up, whatever the host's own convention.",
    base: Some(&NODE),
    parent: Some("Node"),
    // Lengths have no default: a sensible one depends on the unit of the scene.
    fields: &[
        Field::new("projection", Kind::Enum(&["perspective", "orthographic"]), "How it projects.")
            .or("\"perspective\""),
        Field::new("focal_length", Kind::Float { min: 0.1, max: 100_000.0 }, "Focal length in millimetres.")
            .or("50")
            .unit("mm"),
        Field::new("sensor_width", Kind::Float { min: 0.1, max: 10_000.0 }, "Width of the sensor in millimetres.")
            .or("36")
            .unit("mm"),
        Field::new("sensor_height", Kind::Float { min: 0.1, max: 10_000.0 }, "Height of the sensor in millimetres.")
            .or("24")
            .unit("mm"),
        Field::new("ortho_scale", Kind::Length, "Width of what an orthographic camera sees, in scene units.")
            .within(1e-6, 1e12),
        Field::new("near", Kind::Length, "Nearest distance that it sees, in scene units.").within(1e-6, 1e12),
        Field::new("far", Kind::Length, "Farthest distance that it sees, in scene units.").within(1e-6, 1e12),
        Field::new("focus_distance", Kind::Length, "Distance in focus, in scene units; null when all is sharp.")
            .within(0.0, 1e12)
            .nullable(),
        Field::new("f_stop", Kind::Float { min: 0.01, max: 1_000.0 }, "Aperture; the smaller, the less is in focus."),
        Field::new("active", Kind::Bool, "Whether the scene renders through it."),
    ],
    example: r#"{"name": "Shot", "position": [0, -6, 2], "rotation": {"euler": [75, 0, 0]}, "focal_length": 35, "active": true}"#,
    check: Some(crate::catalogue::validate::camera),
};

/// What lights the scene.
pub(in crate::catalogue) static LIGHT: Entity = Entity {
    name: "Light",
    singular: "light",
    plural: "lights",
    domain: Domain::Rendering,
    doc: "A light is a scene object that shines along its own -Z axis (sun, spot, area) or all around (point).",
    base: Some(&NODE),
    parent: Some("Node"),
    fields: &[
        Field::new("kind", Kind::Enum(&["point", "sun", "spot", "area"]), "What sort of light.").or("\"point\""),
        Field::new("color", Kind::Color, "Colour, linear rgba; #rrggbb and CSS names on input.").or("[1, 1, 1, 1]"),
        Field::new(
            "intensity",
            Kind::POSITIVE,
            "Power in watts; for a sun irradiance in watts per square metre. The host's own default when not given.",
        )
        .unit("W, sun W/m2"),
        Field::new("exposure", Kind::NUMBER, "Stops that double the intensity; `not_supported` where a host has none.")
            .within(-32.0, 32.0),
        Field::new(
            "radius",
            Kind::Length,
            "Radius of what shines, in scene units: the larger, the softer the shadows.",
        )
        .within(0.0, 1e12),
        Field::new("spot_angle", Kind::Angle, "Full angle of the cone of a spot, in radians.")
            .within(0.0, std::f64::consts::PI),
        Field::new("spot_blend", Kind::Ratio, "Softness of the edge of a spot's cone."),
        Field::new("width", Kind::Length, "Width of an area light, in scene units.").within(0.0, 1e12),
        Field::new("height", Kind::Length, "Height of an area light, in scene units.").within(0.0, 1e12),
        Field::new("casts_shadow", Kind::Bool, "Whether its light throws shadows.").or("true"),
    ],
    example: r##"{"name": "Key", "kind": "area", "position": [3, -3, 4], "intensity": 500, "color": "#ffd8b0", "width": 2, "height": 1}"##,
    check: Some(crate::catalogue::validate::light),
};
