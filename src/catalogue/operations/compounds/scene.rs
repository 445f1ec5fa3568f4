//! Putting a scene in order: where things are, how many of them there are, and how they are seen.

use super::{COMPOUND, SUBJECT};
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const NODES: Kind = Kind::List(&Kind::Ref("Node"));
const AXIS: Kind = Kind::Enum(&["x", "y", "z"]);
const MOVED: Field = Field::new("ids", NODES, "What is moved, with all below it: ids or unique names.").required();

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "frame_camera",
        doc: "Moves a camera so that things fill its picture, as it looks now or from a named side; an orthographic one also \
              sees as wide as it must. Where it would cut things off, `near` and `far` move.",
        domain: Domain::Rendering,
        params: &[
            SUBJECT,
            Field::new(
                "camera_id",
                Kind::Ref("Camera"),
                "Which camera; the one that the scene renders through when not given.",
            ),
            Field::new(
                "direction",
                Kind::Enum(&["current", "front", "back", "left", "right", "top", "bottom"]),
                "From which side of the world: `current` as it looks now, else from there, `right` being that of who sees the front.",
            )
            .or("\"current\""),
            Field::new(
                "margin",
                Kind::Float { min: 0.0, max: 0.45 },
                "Which part of the picture's width and height stays free at each of its edges.",
            )
            .or("0.05"),
        ],
        returns: &[
            Field::new("camera_id", Kind::Ref("Camera"), "The camera.").required(),
            Field::new("position", Kind::Point, "Where it is now, in world space.").required(),
            Field::new("center", Kind::Point, "The middle of what is shown, in world space.").required(),
            Field::new("distance", Kind::Length, "From there to the camera.").required(),
            Field::new("ortho_scale", Kind::Length, "How wide it sees; null when it is not orthographic.").required().nullable(),
            Field::new("near", Kind::Length, "Nearest distance that it sees.").required(),
            Field::new("far", Kind::Length, "Farthest distance that it sees.").required(),
        ],
        example: r#"{"ids": ["Tent"], "direction": "front", "margin": 0.1}"#,
        made_of: &["get_children", "get_nodes", "get_cameras", "list_cameras", "list_render_settings", "transform", "update_cameras"],
        ..COMPOUND
    },
    Entry {
        name: "align",
        doc: "Moves nodes so that their sides, middles or origins lie on one line or plane: that of the first, of the active \
              one, of the box around all, or a given one.",
        domain: Domain::Core,
        params: &[
            MOVED,
            Field::new("axes", Kind::List(&AXIS), "Along which of the host's own axes they are moved.").required(),
            Field::new(
                "mode",
                Kind::Enum(&["min", "center", "max", "origin"]),
                "What is aligned: the lower side, the middle or the upper side of the box around each with all below it, or its origin.",
            )
            .or("\"center\""),
            Field::new(
                "relative_to",
                Kind::Enum(&["first", "active", "bounds", "position"]),
                "To what: the first of `ids`, the active node, the box around all of them, or `position`.",
            )
            .or("\"first\""),
            Field::new("position", Kind::Point, "A point of the line or plane, in world space; only what it says of `axes` counts."),
        ],
        returns: &[
            Field::new("position", Kind::Point, "What they are aligned to, along `axes`.").required(),
            Field::new("moved_ids", NODES, "Those that were not there already.").required(),
        ],
        example: r#"{"ids": ["Tent", "Crate"], "axes": ["z"], "mode": "min"}"#,
        made_of: &["get_children", "get_nodes", "get_selection", "transform"],
        ..COMPOUND
    },
    Entry {
        name: "distribute",
        doc: "Moves nodes so that the gaps between them, or the ways from middle to middle, are even: along an axis, in the order \
              in which they lie, or on the line from the first to the last.",
        domain: Domain::Core,
        params: &[
            MOVED,
            Field::new(
                "axis",
                AXIS,
                "Along which of the host's own axes; when not given on the line from the first to the last, in the order of `ids`.",
            ),
            Field::new("mode", Kind::Enum(&["gaps", "centers"]), "What becomes even: what is free between them, or from middle to middle.")
                .or("\"gaps\""),
            Field::new(
                "distance",
                Kind::Length,
                "How large each gap, or how far from middle to middle; the outermost stay where they are when not given, else only the first.",
            )
            .within(-1e12, 1e12),
        ],
        returns: &[
            Field::new("ids", NODES, "They, as they follow each other now.").required(),
            Field::new("distance", Kind::Length, "Each gap, negative where they overlap, or from middle to middle.").required(),
        ],
        example: r#"{"ids": ["Tent", "Crate", "Pivot"], "axis": "x"}"#,
        made_of: &["get_children", "get_nodes", "transform"],
        ..COMPOUND
    },
];
