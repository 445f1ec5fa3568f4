//! What works on whole meshes: combining, splitting, mirroring, modifiers.

use super::{CHANGED, EDIT, Entry, FACE_NUMBERS, FACES, MESH_ID};
use crate::catalogue::entities::{MESH, SUBDIVISION};
use crate::catalogue::{Field, Kind, Verb};

const READ: &Kind = &Kind::Item(&MESH, Verb::Get);
const SUBDIVISION_READ: &Kind = &Kind::Item(&SUBDIVISION, Verb::Get);
const LEVEL: Kind = Kind::Int { min: 0, max: 11 };

const COMBINE: &Kind = &Kind::Object(&[
    Field::new("mesh_ids", Kind::List(&Kind::Ref("Mesh")), "Two or more meshes; the first takes the others in.")
        .required(),
    Field::new("name", Kind::Text, "Name of what comes to be; else that of the first."),
    Field::new(
        "preserve_sub_meshes",
        Kind::Bool,
        "Whether the faces of each keep material slots of their own; else those with one material share a slot.",
    )
    .or("false"),
    Field::new(
        "world_space",
        Kind::Bool,
        "Whether all stays where it is in the world; else local places count as those of the first.",
    )
    .or("true"),
    Field::new("keep", Kind::Bool, "Whether the originals stay in the scene, and what comes to be is a new mesh.")
        .or("false"),
]);
const SPLIT: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new(
        "method",
        Kind::Enum(&["by_material", "by_unconnected", "by_selection"]),
        "A mesh for each material, for each unconnected part, or one for the faces named or selected.",
    )
    .required(),
    Field::new("face_ids", *FACES, "With `by_selection`: these faces; without it those that the artist selected."),
    FACE_NUMBERS,
    Field::new(
        "name_pattern",
        Kind::Text,
        "Names of the new meshes; `{original}`, `{index}` from 1 and `{material}` stand for what they say.",
    )
    .or("\"{original}_part_{index}\""),
]);
const SPLITTED: &Kind = &Kind::Object(&[
    Field::new("original_mesh_id", Kind::Ref("Mesh"), "The mesh, which keeps the first part.").required(),
    Field::new("new_mesh_ids", Kind::List(&Kind::Ref("Mesh")), "The other parts, one mesh each.").required(),
    Field::new("items", Kind::List(READ), "All of them, the original first, as read from the host.").required(),
]);
const SYMMETRIZE: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new(
        "direction",
        Kind::Enum(&["-x_to_+x", "+x_to_-x", "-y_to_+y", "+y_to_-y", "-z_to_+z", "+z_to_-z"]),
        "Which half, along the mesh's own axes in the host's convention, is mirrored onto which.",
    )
    .required(),
    Field::new("threshold", super::DISTANCE, "Vertices this near the middle lie on it.").within(0.0, 1e12).or("0.0001"),
]);
const BOOLEAN: &Kind = &Kind::Object(&[
    MESH_ID,
    Field::new("with_id", Kind::Ref("Mesh"), "The mesh that it is combined with.").required(),
    Field::new("operation", Kind::Enum(&["union", "difference", "intersect"]), "What remains.").required(),
    Field::new("keep", Kind::Bool, "Whether the other mesh stays in the scene.").or("true"),
]);
const LEVELS: &Kind = &Kind::Object(&[
    Field::new("subdivision_surface_id", Kind::Ref("SubdivisionSurface"), "The subdivision surface.").required(),
    Field::new("level", LEVEL, "How often, in the viewport.").required(),
    Field::new("render_level", LEVEL, "How often in renders; as in the viewport when not given."),
]);
const NODE_ID: Field = Field::new("id", Kind::Ref("Node"), "The node.").required();
const MODIFIER: &Kind = &Kind::Object(&[
    NODE_ID,
    Field::new("type", Kind::Text, "What the host calls it: `bevel`, `mirror`, `solidify`, `array` …").required(),
    Field::new("name", Kind::Text, "Name of the modifier."),
    Field::new("settings", Kind::Map, "Settings by the host's own names: `{\"width\": 0.1, \"segments\": 3}`."),
]);
const APPLY: &Kind = &Kind::Object(&[
    NODE_ID,
    Field::new("names", Kind::List(&Kind::Text), "Names of the modifiers, in order; without it all."),
]);
const APPLIED: &Kind = &Kind::Object(&[
    NODE_ID,
    Field::new("modifiers", Kind::List(&Kind::Map), "The modifiers that it has now: name, type and settings.")
        .required(),
]);

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch("combine_meshes", "Makes one mesh of several; the modifiers of all but the first go.", COMBINE, READ)
        .example(r#"{"items": [{"mesh_ids": ["Crate", "Tent"], "name": "Camp", "keep": true}]}"#),
    EDIT.batch(
        "split_meshes",
        "Makes several meshes of one: by material, by unconnected parts, or what is selected by itself.",
        SPLIT,
        SPLITTED,
    )
    .example(r#"{"items": [{"mesh_id": "Tent", "method": "by_selection", "face_ids": ["Tent/face/0"]}]}"#),
    EDIT.batch(
        "symmetrize_meshes",
        "Makes meshes symmetric: one half becomes the mirror image of the other.",
        SYMMETRIZE,
        CHANGED,
    )
    .example(r#"{"items": [{"mesh_id": "Tent", "direction": "+x_to_-x"}]}"#),
    EDIT.batch(
        "boolean",
        "Unites a mesh with another one, cuts that out of it, or keeps what both have.",
        BOOLEAN,
        CHANGED,
    )
    .example(r#"{"items": [{"mesh_id": "Crate", "with_id": "Tent", "operation": "difference"}]}"#),
    EDIT.batch(
        "set_subdivision_levels",
        "Sets how finely subdivision surfaces show their meshes.",
        LEVELS,
        SUBDIVISION_READ,
    )
    .example(r#"{"items": [{"subdivision_surface_id": "Smoothing", "level": 1}]}"#)
    .idempotent(),
    EDIT.batch(
        "add_modifiers",
        "Puts modifiers on nodes, as the host calls them and with its own settings.",
        MODIFIER,
        APPLIED,
    )
    .example(r#"{"items": [{"id": "Tent", "type": "solidify", "settings": {"thickness": 0.1}}]}"#),
    EDIT.batch("apply_modifiers", "Makes what modifiers show the mesh itself, and takes them off.", APPLY, APPLIED)
        .example(r#"{"items": [{"id": "Tent"}]}"#),
];
