//! Entities of the rendering domain: cameras and lights, what surrounds a scene, how it is rendered.

use serde_json::{Map, Value};

use super::NODE;
use crate::catalogue::validate::Problem;
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

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

/// What surrounds a scene.
pub(in crate::catalogue) static ENVIRONMENT: Entity = Entity {
    name: "Environment",
    singular: "environment",
    plural: "environments",
    domain: Domain::Rendering,
    doc: "An environment (a world in Blender) surrounds a scene and lights it from all sides, in one colour or by a picture. There may be \
          several; the `active` one lights the scene.",
    base: None,
    parent: None,
    fields: &[
        Field::new("id", Kind::Ref("Environment"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new(
            "image",
            Kind::Path { write: false },
            "The picture all around (HDRI, EXR, also PNG, JPEG), as latitudes and longitudes; null for one colour.",
        )
        .nullable(),
        Field::new("color", Kind::Color, "Colour, linear rgba; only without an `image`, which has its own colours."),
        Field::new("intensity", Kind::POSITIVE, "How many times as bright as its colour or image it shines.").or("1"),
        Field::new("rotation", Kind::Quaternion, "How the image is turned, as a scene object would be; only with one."),
        Field::new("active", Kind::Bool, "Whether it is the one that lights the scene.").or("true"),
        Field::new("metadata", Kind::Map, "Custom properties by name."),
    ],
    example: r#"{"name": "Overcast", "color": [0.6, 0.7, 0.8, 1], "intensity": 0.5}"#,
    check: Some(environment),
};

/// Its colours come from one place, and only a picture can be seen to be turned.
fn environment(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let (field, expected) = match item.get("image") {
        Some(Value::String(_)) => ("color", "nothing, as the `image` has its own colours"),
        None if verb != Verb::Create => return Vec::new(),
        _ => ("rotation", "nothing, as there is no `image` to be turned"),
    };
    let given = item.get(field).filter(|_| verb != Verb::List);
    given.map(|value| Problem::new(field, expected, value)).into_iter().collect()
}

const ENGINES: &[&str] = &["cycles", "eevee", "workbench"];
const FORMATS: &[&str] = &[
    "png",
    "jpeg",
    "jpeg2000",
    "tiff",
    "bmp",
    "targa",
    "exr",
    "exr_multilayer",
    "hdr",
    "webp",
    "dpx",
    "cineon",
    "video",
];
/// The frames that every host counts.
const FRAME: Kind = Kind::Int { min: 0, max: 1_048_574 };

/// How a scene is rendered: one for each scene.
pub(in crate::catalogue) static RENDER_SETTINGS: Entity = Entity {
    name: "RenderSettings",
    singular: "render_setting",
    plural: "render_settings",
    domain: Domain::Rendering,
    doc: "How a scene is rendered when the artist does it; `render` takes its own settings for one picture. Every scene has one, under \
          the scene's name.",
    base: None,
    parent: None,
    fields: &[
        Field::new("id", Kind::Ref("RenderSettings"), "Opaque id.").read_only().required(),
        Field::new("name", Kind::Text, "The name of its scene.").read_only(),
        Field::new("active", Kind::Bool, "Whether its scene is the one that is open.").read_only(),
        Field::new("engine", Kind::Enum(ENGINES), "Render engine; absent for one of an add-on."),
        Field::new(
            "samples",
            Kind::Int { min: 1, max: 1_000_000 },
            "Samples per pixel of that engine, each of which has its own; workbench takes 1, 5, 8, 11, 16 or 32.",
        ),
        Field::new("width", Kind::Int { min: 4, max: 65_536 }, "Width of the picture before `percentage`.").unit("px"),
        Field::new("height", Kind::Int { min: 4, max: 65_536 }, "Height of the picture before `percentage`.")
            .unit("px"),
        Field::new("percentage", Kind::Int { min: 1, max: 32_767 }, "How large of that it is rendered.").unit("%"),
        Field::new("frame_start", FRAME, "First frame of the animation.").unit("frames"),
        Field::new("frame_end", FRAME, "Last frame of the animation, not before the first.").unit("frames"),
        Field::new("fps", Kind::Float { min: 0.01, max: 10_000.0 }, "Frames per second, also fractions (23.976).")
            .unit("frames/s"),
        Field::new(
            "output_path",
            Kind::Path { write: true },
            "Where rendered frames go: a folder that exists, or how their files' names begin; `####` is the frame.",
        ),
        Field::new("file_format", Kind::Enum(FORMATS), "What rendered frames are written as; absent for another one."),
        Field::new(
            "view_transform",
            Kind::Text,
            "How light becomes colours on a screen, in the host's own words: `Standard`, `AgX`, `Filmic`, `Raw`.",
        ),
        Field::new("metadata", Kind::Map, "Custom properties of the scene by name."),
    ],
    example: r#"{"engine": "cycles", "samples": 64, "width": 1280, "height": 720, "file_format": "png"}"#,
    check: Some(frames),
};

/// What ends does not end before it begins.
fn frames(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let frame = |name: &str| item.get(name).and_then(Value::as_i64);
    match (frame("frame_start"), frame("frame_end")) {
        (Some(start), Some(end)) if start > end && verb != Verb::List => {
            vec![Problem::new("frame_end", format!("{start} or more, as `frame_start` is"), &Value::from(end))]
        }
        _ => Vec::new(),
    }
}
