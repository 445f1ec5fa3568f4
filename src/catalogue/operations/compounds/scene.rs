//! Putting a scene in order: where things are, how many of them there are, and how they are seen.

use std::f64::consts::{PI, TAU};

use super::{COMPOUND, SUBJECT};
use crate::catalogue::operations::Entry;
use crate::catalogue::operations::exchange::{EXPORT_SELECTION, EXPORTED};
use crate::catalogue::{Domain, Effect, Field, Kind, Scope};

const NODES: Kind = Kind::List(&Kind::Ref("Node"));
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

const INSTANCES: &[Field] = &[
    Field::new("source_id", Kind::Ref("Mesh"), "The one whose shape is shown.").required(),
    Field::new("ids", Kind::List(&Kind::Ref("Mesh")), "Those that show it, too.").required(),
];
const MERGED: &[Field] = &[
    Field::new("name", Kind::Text, "What it was called.").required(),
    Field::new("into", Kind::Text, "What the one that remains is called.").required(),
];
const DELETED: &[Field] = &[
    Field::new("type", Kind::Text, "What it was: `material`, `texture`, `mesh` ….").required(),
    Field::new("name", Kind::Text, "What it was called.").required(),
];

const fn part(name: &'static str, doc: &'static str) -> Field {
    Field::new(name, Kind::Bool, doc).or("true")
}

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
    Entry {
        name: "replace_with_instances",
        doc: "Makes meshes that are the same in shape, materials and all else that the host keeps in them share it: instances, which \
              are held in memory once. Everything stays where it is and looks as it did.",
        domain: Domain::Model,
        idempotent: true,
        params: &[Field::new("ids", NODES, "Among which meshes, with all below them; among all when not given.")],
        returns: &[
            Field::new("groups", Kind::List(&Kind::Object(INSTANCES)), "Which meshes are instances of one now.").required(),
            Field::new("replaced", Kind::COUNT, "How many were not before.").required(),
            Field::new("freed", Kind::COUNT, "How many meshes are held in memory no more.").required(),
            Field::new("saved_vertices", Kind::COUNT, "Vertices of these.").required(),
            Field::new("saved_faces", Kind::COUNT, "Faces of these.").required(),
            Field::new(
                "different_ids",
                NODES,
                "Those of the shape of another one that would lose something: weights, blend shapes, attributes.",
            )
            .required(),
        ],
        example: r#"{"ids": ["Tent", "Crate"]}"#,
        made_of: &["get_children", "get_nodes", "list_meshes", "get_meshes", "share_meshes"],
        ..COMPOUND
    },
    Entry {
        name: "clean_up_scene",
        doc: "Deletes what nobody uses or sees: faces without area, loose vertices, all but one of materials that are the same, \
              empty groups, unused data; each part may be left out. What is locked, protected or from a library stays.",
        domain: Domain::Core,
        effect: Effect::Delete,
        params: &[
            Field::new("ids", NODES, "In which meshes faces and vertices are looked at, with all below them; in all when not given."),
            part("degenerate_faces", "Whether faces without area go, and what only they used."),
            part("loose_vertices", "Whether vertices that no face has go, in meshes with faces and without edges between."),
            part("doubled_materials", "Whether of materials that differ in nothing but their names one remains."),
            part("empty_groups", "Whether groups go in which there is nothing but such groups."),
            part("unused_data", "Whether materials, textures, meshes and other data that nothing uses go."),
            Field::new("dry_run", Kind::Bool, "Whether it only tells what would go.").or("false"),
        ],
        returns: &[
            Field::new("degenerate_faces", Kind::COUNT, "How many faces had no area.").required(),
            Field::new("loose_vertices", Kind::COUNT, "How many vertices no face had.").required(),
            Field::new("mesh_ids", NODES, "In which meshes.").required(),
            Field::new("skipped_ids", NODES, "Meshes that are locked, or whose loose vertices may be those of edges.").required(),
            Field::new("merged_materials", Kind::List(&Kind::Object(MERGED)), "Which material went into which one.").required(),
            Field::new("deleted_groups", Kind::List(&Kind::Text), "Names of the groups.").required(),
            Field::new("deleted_data", Kind::List(&Kind::Object(DELETED)), "What nothing used.").required(),
            Field::new("dry_run", Kind::Bool, "Whether all of it is there still.").required(),
        ],
        example: r#"{"dry_run": true, "loose_vertices": false}"#,
        made_of: &[
            "get_children",
            "get_nodes",
            "list_meshes",
            "get_meshes",
            "delete_elements",
            "list_materials",
            "list_graph_nodes",
            "list_connections",
            "merge_materials",
            "list_groups",
            "delete_groups",
            "delete_unused",
        ],
        ..COMPOUND
    },
    Entry {
        name: "export_selection",
        doc: "Writes what is selected to a model file, or gives its bytes; the selection stays as it is.",
        domain: Domain::Model,
        effect: Effect::Read,
        scope: Scope::Read,
        idempotent: true,
        params: EXPORT_SELECTION,
        returns: EXPORTED,
        example: r#"{"format": "gltf", "include_children": true}"#,
        made_of: &["get_selection", "get_children", "export_geometry"],
        ..COMPOUND
    },
];
