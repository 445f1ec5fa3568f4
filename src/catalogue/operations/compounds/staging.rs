//! Showing things: cameras and lights around them.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::{COMPOUND, SUBJECT};
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const CENTER: Field = Field::new("center", Kind::Point, "The middle of what is shown, in world space.").required();
const FOREVER: f64 = 1e6;

const fn azimuth(name: &'static str, doc: &'static str, radians: &'static str) -> Field {
    Field::new(name, Kind::Angle, doc).within(-TAU, TAU).or(radians)
}

const fn color(name: &'static str, doc: &'static str, linear: &'static str) -> Field {
    Field::new(name, Kind::Color, doc).or(linear)
}

const fn part(name: &'static str, doc: &'static str) -> Field {
    Field::new(name, Kind::Float { min: 0.0, max: 1e3 }, doc)
}

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "create_turntable",
        doc: "Makes a camera go once round things (or turns the things before a camera) in an even loop, framed so that they stay in \
              the picture from every side, and sets the scene's frames to it.",
        domain: Domain::Rendering,
        params: &[
            SUBJECT,
            Field::new(
                "method",
                Kind::Enum(&["camera", "object"]),
                "What turns: a camera around the things, or the things, parented to a pivot, before a camera that stands.",
            )
            .or("\"camera\""),
            Field::new("name", Kind::Text, "How the names of pivot and camera begin.").or("\"Turntable\""),
            Field::new("duration", Kind::Time, "How long it takes.").within(1e-3, FOREVER).or("4"),
            Field::new("start_time", Kind::Time, "When it begins.").within(0.0, FOREVER).or("0"),
            Field::new("turns", Kind::Float { min: -1e3, max: 1e3 }, "How many times round; negative the other way.").or("1"),
            Field::new("elevation", Kind::Angle, "How far above the things' middle the camera is seen from there.")
                .within(-FRAC_PI_2, FRAC_PI_2)
                .or("0.35"),
            azimuth("azimuth", "Where it begins, to the right of who sees their front.", "0"),
            Field::new("distance", Kind::Length, "From the middle to the camera; all of it is in the picture when not given.")
                .within(1e-6, 1e12),
            Field::new("focal_length", Kind::Float { min: 1.0, max: 10_000.0 }, "Of the camera.").or("50").unit("mm"),
            Field::new("set_frame_range", Kind::Bool, "Whether the scene's first and last frame become those of one loop.")
                .or("true"),
        ],
        returns: &[
            Field::new("pivot_id", Kind::Ref("Node"), "What turns, with all that is parented to it.").required(),
            Field::new("camera_id", Kind::Ref("Camera"), "The camera, which the scene renders through from now on.").required(),
            Field::new("clip_id", Kind::Ref("Clip"), "The clip in which it turns; null in a host without clips.").required().nullable(),
            CENTER,
            Field::new("distance", Kind::Length, "From there to the camera.").required(),
            Field::new("frame_start", Kind::INT, "First frame of the loop.").required().unit("frames"),
            Field::new("frame_end", Kind::INT, "Last frame of the loop; the one after it is the first again.")
                .required()
                .unit("frames"),
        ],
        example: r#"{"ids": ["Bust"], "duration": 3, "elevation": 0.5}"#,
        made_of: &[
            "get_children",
            "get_nodes",
            "list_render_settings",
            "create_nodes",
            "create_cameras",
            "set_parent",
            "create_keyframes",
            "update_channels",
            "get_channels",
            "update_render_settings",
        ],
        ..COMPOUND
    },
    Entry {
        name: "three_point_lighting",
        doc: "Lights things as a studio does: a key light to one side, a weaker fill to the other, a rim light behind, all aimed at \
              their middle and parented to one node. As bright as a white surface needs to look white.",
        domain: Domain::Rendering,
        params: &[
            SUBJECT,
            Field::new(
                "camera_id",
                Kind::Ref("Camera"),
                "As which camera sees it; the scene's when not given, or the front where it has none.",
            ),
            Field::new("name", Kind::Text, "Of the node that they are parented to, and how their names begin.")
                .or("\"Lighting\""),
            Field::new("kind", Kind::Enum(&["area", "spot", "point"]), "What sort of lights.").or("\"area\""),
            Field::new("intensity", Kind::POSITIVE, "Power of the key light; as bright as it must be when not given.")
                .unit("W"),
            part("fill_ratio", "Power of the fill light, as a part of the key's.").or("0.4"),
            part("rim_ratio", "Power of the rim light, as a part of the key's.").or("1"),
            azimuth("key_angle", "How far to the right of the camera the key stands.", "0.785"),
            azimuth("fill_angle", "How far to the right of the camera the fill stands.", "-0.873"),
            azimuth("rim_angle", "How far to the right of the camera the rim stands: behind.", "2.62"),
            Field::new("distance", Kind::Length, "From the middle to each light; three times how far the things reach when not given.")
                .within(1e-6, 1e12),
            Field::new("size", Kind::Length, "How large the lights are: the larger, the softer. As the things' radius when not given.")
                .within(1e-6, 1e12),
            color("key_color", "Colour of the key.", "[1, 0.95, 0.88, 1]"),
            color("fill_color", "Colour of the fill.", "[0.85, 0.92, 1, 1]"),
            color("rim_color", "Colour of the rim.", "[1, 1, 1, 1]"),
        ],
        returns: &[
            Field::new("group_id", Kind::Ref("Node"), "The node in their middle, which turns all three.").required(),
            Field::new("key_id", Kind::Ref("Light"), "The key light.").required(),
            Field::new("fill_id", Kind::Ref("Light"), "The fill light.").required(),
            Field::new("rim_id", Kind::Ref("Light"), "The rim light.").required(),
            CENTER,
            Field::new("distance", Kind::Length, "From there to each light.").required(),
            Field::new("intensity", Kind::POSITIVE, "Power of the key light.").required().unit("W"),
        ],
        example: r#"{"ids": ["Bust"], "fill_ratio": 0.3}"#,
        made_of: &["get_children", "get_nodes", "get_cameras", "list_cameras", "create_nodes", "create_lights"],
        ..COMPOUND
    },
];
