//! What is in a scene at all: what is there twice becomes one, what nobody uses goes, what is selected goes out.

use super::{COMPOUND, NODES};
use crate::catalogue::operations::Entry;
use crate::catalogue::operations::exchange::{EXPORT_SELECTION, EXPORTED};
use crate::catalogue::{Domain, Effect, Field, Kind, Scope};

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
        name: "replace_with_instances",
        doc: "Makes meshes that are the same in shape, materials and all else that the host keeps in them share it: instances, which \
              are held in memory once. Everything stays where it is and looks as it did.",
        domain: Domain::Model,
        idempotent: true,
        params: &[Field::new("ids", NODES, "Among which meshes, with all below them; among all when not given.")],
        returns: &[
            Field::new("groups", Kind::List(&Kind::Object(INSTANCES)), "Which meshes are instances of one now.")
                .required(),
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
              empty groups, unused data; each part may be left out. What is locked or what the artist protects stays.",
        domain: Domain::Core,
        effect: Effect::Delete,
        params: &[
            Field::new(
                "ids",
                NODES,
                "In which meshes faces and vertices are looked at, with all below them; in all when not given.",
            ),
            part("degenerate_faces", "Whether faces without area go, and what only they used."),
            part(
                "loose_vertices",
                "Whether vertices that no face has go, in meshes with faces and without edges between.",
            ),
            part("doubled_materials", "Whether of materials that differ in nothing but their names one remains."),
            part("empty_groups", "Whether groups go in which there is nothing but such groups."),
            part("unused_data", "Whether materials, textures, meshes and other data that nothing uses go."),
            Field::new("dry_run", Kind::Bool, "Whether it only tells what would go.").or("false"),
        ],
        returns: &[
            Field::new("degenerate_faces", Kind::COUNT, "How many faces had no area.").required(),
            Field::new("loose_vertices", Kind::COUNT, "How many vertices no face had.").required(),
            Field::new("mesh_ids", NODES, "In which meshes.").required(),
            Field::new("skipped_ids", NODES, "Meshes that are locked, or whose loose vertices may be those of edges.")
                .required(),
            Field::new("merged_materials", Kind::List(&Kind::Object(MERGED)), "Which material went into which one.")
                .required(),
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
