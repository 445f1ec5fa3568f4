//! Where things are, how many of them there are, and how they are seen.

use std::f64::consts::{PI, TAU};

use super::{COMPOUND, NODES, SUBJECT};
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const AXIS: Kind = Kind::Enum(&["x", "y", "z"]);
const MOVED: Field = Field::new("ids", NODES, "What is moved, with all below it: ids or unique names.").required();

/// Copies that one call makes at most; more are a matter of particles.
const MOST: i64 = 10_000;
const COPIED: Field =
    Field::new("ids", NODES, "What is copied, with all below it: ids or unique names; of several, each has its share.")
        .required();
const METHOD: Field = Field::new(
    "method",
    Kind::Enum(&["instance", "copy"]),
    "Whether the copies share meshes and other data with their originals, or have their own.",
)
.or("\"instance\"");
const PARENT: Field =
    Field::new("parent_id", Kind::Ref("Node"), "The node that all of them are parented to.").required();
const MADE: Field = Field::new("ids", NODES, "The copies.").required();
const SNAPPED: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "The node.").required(),
    Field::new("distance", Kind::Length, "How far up it was moved; negative for down.").required(),
];

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
    Entry {
        name: "snap_to_ground",
        doc: "Moves nodes down (or up) onto a plane or onto meshes, so that each touches the ground with what of it is lowest over \
              it. Told by upright rays between vertices and faces of the meshes as they are stored, without modifiers; of what \
              is no mesh by the corners of its box.",
        domain: Domain::Core,
        params: &[
            MOVED,
            Field::new(
                "ground_ids",
                NODES,
                "Meshes, or nodes with meshes below them, that are the ground; a plane at `height` when not given.",
            ),
            Field::new("height", Kind::Length, "How high in the world the plane is.").within(-1e12, 1e12).or("0"),
            Field::new("mode", Kind::Enum(&["lowest", "origin"]), "What touches the ground: what of it comes down first, or its origin.")
                .or("\"lowest\""),
            Field::new("offset", Kind::Length, "How far above the ground it stays; negative to sink in.")
                .within(-1e12, 1e12)
                .or("0"),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(SNAPPED)), "One for each.").required()],
        example: r#"{"ids": ["Tent"]}"#,
        made_of: &["get_children", "get_nodes", "get_meshes", "transform"],
        ..COMPOUND
    },
    Entry {
        name: "array_along_curve",
        doc: "Makes copies of nodes along a curve, so many or so far apart, that look along it and are parented to a new node.",
        domain: Domain::Model,
        params: &[
            COPIED,
            Field::new("curve_id", Kind::Ref("Curve"), "The curve, of one piece.").required(),
            Field::new("count", Kind::Int { min: 1, max: MOST }, "How many copies, from one end to the other; or give `distance`."),
            Field::new("distance", Kind::Length, "How far apart along the curve; or give `count`.").within(1e-9, 1e12),
            Field::new("follow", Kind::Bool, "Whether they are turned as the curve goes; else as their originals are.").or("true"),
            Field::new(
                "forward",
                Kind::Enum(&["x", "y", "z", "-x", "-y", "-z"]),
                "Which of the host's own axes looks along the curve; the front of things when not given.",
            ),
            Field::new("start", Kind::Ratio, "Where on the curve the first one is.").or("0"),
            Field::new("end", Kind::Ratio, "Where on the curve the last one is.").or("1"),
            METHOD,
            Field::new("name", Kind::Text, "Of the node that they are parented to, and how their names begin.").or("\"Array\""),
        ],
        returns: &[
            PARENT,
            MADE,
            Field::new("count", Kind::COUNT, "How many there are.").required(),
            Field::new("length", Kind::Length, "How long the curve is, in the world.").required(),
            Field::new("distance", Kind::Length, "Along it from one to the next; null when there is only one.").required().nullable(),
        ],
        example: r#"{"ids": ["Crate"], "curve_id": "Path", "count": 12}"#,
        made_of: &["get_children", "get_nodes", "get_curves", "create_nodes", "duplicate", "set_parent", "update_nodes"],
        ..COMPOUND
    },
    Entry {
        name: "scatter",
        doc: "Makes copies of nodes all over a mesh, evenly by area and by chance that a seed repeats, turned and scaled by chance \
              and parented to a new node; where it is asked for, none meets another.",
        domain: Domain::Model,
        params: &[
            COPIED,
            Field::new("surface_id", Kind::Ref("Mesh"), "The mesh on which they come to be, as it is stored, without modifiers.").required(),
            Field::new("count", Kind::Int { min: 1, max: MOST }, "How many copies at most; 100 when neither this nor `density` is given."),
            Field::new("density", Kind::Float { min: 1e-12, max: 1e12 }, "Copies per area of a scene unit squared, in place of `count`."),
            Field::new("seed", Kind::COUNT, "The same seed gives the same places.").or("0"),
            Field::new(
                "avoid",
                Kind::Enum(&["none", "spheres", "boxes"]),
                "What of two copies must not meet: nothing, the spheres around their boxes, or the boxes, turned as they are.",
            )
            .or("\"none\""),
            Field::new("min_distance", Kind::Length, "How far apart the origins of two copies are at least.").within(0.0, 1e12).or("0"),
            Field::new("scale_min", Kind::Float { min: 1e-6, max: 1e6 }, "Factor on the original's size, at least.").or("1"),
            Field::new("scale_max", Kind::Float { min: 1e-6, max: 1e6 }, "Factor on the original's size, at most.").or("1"),
            Field::new("spin", Kind::Angle, "The range of chance turns about their own upright.").within(0.0, TAU).or("6.283185307179586"),
            Field::new("tilt", Kind::Angle, "How far chance turns them aside from upright, at most.").within(0.0, PI).or("0"),
            Field::new("align_to_normal", Kind::Ratio, "0 for upright in the world, 1 for upright on the surface.").or("1"),
            METHOD,
            Field::new("name", Kind::Text, "Of the node that they are parented to, and how their names begin.").or("\"Scatter\""),
        ],
        returns: &[
            PARENT,
            MADE,
            Field::new("count", Kind::COUNT, "How many there are.").required(),
            Field::new("missing", Kind::COUNT, "How many more were wanted for which no room was found.").required(),
            Field::new("area", Kind::POSITIVE, "How large the surface is, in scene units squared.").required(),
        ],
        example: r#"{"ids": ["Crate"], "surface_id": "Tent", "count": 50, "avoid": "spheres", "seed": 7}"#,
        made_of: &["get_children", "get_nodes", "get_meshes", "create_nodes", "duplicate", "set_parent", "update_nodes"],
        ..COMPOUND
    },
];
