//! Operations of the core domain on nodes: moving, parenting, properties, copies, names, metadata.

use super::Entry;
use crate::catalogue::entities::{NODE, NODE_TYPES};
use crate::catalogue::{Field, Kind, Verb};

const NODE_READ: &Kind = &Kind::Item(&NODE, Verb::Get);
const ID: Field = Field::new("id", Kind::Ref("Node"), "The node.").required();
const RECURSIVE: Field = Field::new("recursive", Kind::Bool, "Whether all below it are meant too.").or("false");

const TRANSFORM: &Kind = &Kind::Object(&[
    ID,
    Field::new("position", Kind::Point, "Where it comes to be."),
    Field::new("rotation", Kind::Quaternion, "How it comes to be turned."),
    Field::new("scale", Kind::Scale3, "How large it comes to be."),
    Field::new("position_offset", Kind::Vector, "How far it is moved from there."),
    Field::new("rotation_offset", Kind::Quaternion, "How it is turned from there."),
    Field::new("scale_offset", Kind::Scale3, "By which factors it is scaled from there."),
    Field::new(
        "space",
        Kind::Enum(&["world", "parent", "local"]),
        "What positions and turns count from: the world, its parent, or (offsets) its own axes.",
    )
    .or("\"world\""),
]);
const PARENT: &Kind = &Kind::Object(&[
    ID,
    Field::new("parent_id", Kind::Ref("Node"), "Its parent from now on, null for none.").required().nullable(),
]);
const PATH: Field = Field::new(
    "property_path",
    Kind::Text,
    "A field of the node (`position.x`, `rotation.z` in degrees, `visible`), or a path of the host's own (`data.lens`, `modifiers[\"Bevel\"].width`).",
)
.required();
const GET: &Kind = &Kind::Object(&[ID, PATH]);
const SET: &Kind = &Kind::Object(&[ID, PATH, Field::new("value", Kind::Any, "What it becomes.").required()]);
const VALUE: &Kind =
    &Kind::Object(&[ID, PATH, Field::new("value", Kind::Any, "As the host has it.").required().nullable()]);
const VISIBLE: &Kind = &Kind::Object(&[ID, Field::new("visible", Kind::Bool, "Whether it shows.").required()]);
const LOCKED: &Kind = &Kind::Object(&[ID, Field::new("locked", Kind::Bool, "Whether it is locked.").required()]);
const COPY: &Kind = &Kind::Object(&[
    ID,
    Field::new("name", Kind::Text, "Name of the copy; numbered after the original when not given."),
    Field::new("duplicate_children", Kind::Bool, "Whether all below it are copied too.").or("true"),
    Field::new(
        "duplicate_dependencies",
        Kind::Bool,
        "Whether the copy gets meshes and other data of its own; else both share them.",
    )
    .or("false"),
]);
const NAME: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref(""), "The node, group, material or texture.").required(),
    Field::new("name", Kind::Text, "Its name from now on.").required(),
]);
const METADATA: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref(""), "The node, group, material or texture.").required(),
    Field::new("metadata", Kind::Map, "Custom properties by name; null takes one away.").required(),
    Field::new("merge", Kind::Bool, "Whether the others stay.").or("true"),
]);
const TOLD: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref(""), "Which one.").required(),
    Field::new("metadata", Kind::Map, "Its custom properties.").required(),
]);
const NAMED: &Kind = &Kind::Object(&[
    Field::new("id", Kind::Ref(""), "Which one.").required(),
    Field::new("name", Kind::Text, "Its name, as read from the host.").required(),
]);
const CHILDREN: &Kind =
    &Kind::Object(&[ID, Field::new("child_ids", Kind::List(&Kind::Ref("Node")), "Those below it.").required()]);

const EDIT: Entry = Entry::EDIT;

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "clear_selection",
        doc: "Selects nothing.",
        returns: &[Field::new("selected_ids", Kind::List(&Kind::Ref("Node")), "What is selected now.").required()],
        idempotent: true,
        ..EDIT
    },
    EDIT.batch(
        "transform",
        "Moves, turns and scales nodes, to a place or by an offset, in the world, their parent's or their own space.",
        TRANSFORM,
        NODE_READ,
    )
    .asking("What to move, done in this order.")
    .example(r#"{"items": [{"id": "Pivot", "position_offset": [0, 0, 1], "rotation_offset": {"euler": [0, 0, 90]}}]}"#),
    EDIT.batch(
        "set_parent",
        "Parents nodes to another one, or to none, and keeps their place in the world unless told otherwise.",
        PARENT,
        NODE_READ,
    )
    .asking("Which node to which parent.")
    .with(&[
        Field::new("maintain_world_transform", Kind::Bool, "Whether they stay where they are in the world.").or("true")
    ])
    .example(r#"{"items": [{"id": "Tent", "parent_id": "Pivot"}]}"#)
    .idempotent(),
    Entry {
        name: "get_children",
        doc: "Reads what lies below nodes.",
        params: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "Ids or unique names.").required(),
            RECURSIVE,
            Field::new("types", Kind::List(&Kind::Enum(NODE_TYPES)), "Only those of these types."),
        ],
        returns: &[Field::new("items", Kind::List(CHILDREN), "One for each.").required()],
        example: r#"{"ids": ["Pivot"], "recursive": true}"#,
        ..Entry::READ
    },
    Entry::READ
        .batch(
            "get_property",
            "Reads single properties of nodes by path, those included that no entity has.",
            GET,
            VALUE,
        )
        .asking("Which property of which node.")
        .with(&[RECURSIVE])
        .example(r#"{"items": [{"id": "Pivot", "property_path": "position.z"}]}"#),
    EDIT.batch(
        "set_property",
        "Writes single properties of nodes by path, those included that no entity has.",
        SET,
        VALUE,
    )
    .asking("Which property of which node becomes what.")
    .example(r#"{"items": [{"id": "Pivot", "property_path": "position.z", "value": 2}]}"#)
    .idempotent(),
    EDIT.batch("set_visibility", "Shows or hides nodes, in the viewport and in renders.", VISIBLE, NODE_READ)
        .asking("Which node shows.")
        .with(&[RECURSIVE])
        .example(r#"{"items": [{"id": "Pivot", "visible": false}]}"#)
        .idempotent(),
    EDIT.batch("set_locked", "Keeps the artist from selecting or moving nodes, or lets him again.", LOCKED, NODE_READ)
        .asking("Which node is locked.")
        .with(&[RECURSIVE])
        .example(r#"{"items": [{"id": "Pivot", "locked": true}]}"#)
        .idempotent(),
    EDIT.batch("duplicate", "Copies nodes, with all below them unless told otherwise.", COPY, NODE_READ)
        .asking("What to copy.")
        .giving(&[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "The copies, in the order of the items.").required()
        ])
        .example(r#"{"items": [{"id": "Pivot", "name": "Second pivot"}]}"#),
    Entry {
        name: "query",
        doc: "Finds nodes by type and by values of fields or properties.",
        params: &[
            Field::new("type", Kind::Enum(NODE_TYPES), "Only those of this type."),
            Field::new("properties", Kind::Map, "Only those with these values, by property path; text may hold `*`."),
            Field::new("limit", Kind::Int { min: 1, max: 10_000 }, "How many at most.").or("100"),
            Field::new("offset", Kind::COUNT, "How many to pass over.").or("0"),
        ],
        returns: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "What was found, by name.").required(),
            Field::new("total", Kind::COUNT, "How many there are.").required(),
        ],
        example: r#"{"type": "mesh", "properties": {"visible": true}}"#,
        ..Entry::READ
    },
    EDIT.batch("rename", "Gives nodes, groups, materials and textures other names; their ids stay.", NAME, NAMED)
        .asking("Which one is called what.")
        .example(r#"{"items": [{"id": "Pivot", "name": "Pivot"}]}"#)
        .idempotent(),
    Entry {
        name: "get_metadata",
        doc: "Reads custom properties of nodes, groups, materials and textures.",
        params: &[
            Field::new("ids", Kind::List(&Kind::Ref("")), "Ids or unique names.").required(),
            Field::new("key", Kind::Text, "Only this one."),
        ],
        returns: &[Field::new("items", Kind::List(TOLD), "One for each.").required()],
        example: r#"{"ids": ["Pivot"]}"#,
        ..Entry::READ
    },
    EDIT.batch("set_metadata", "Writes custom properties of nodes, groups, materials and textures.", METADATA, TOLD)
        .asking("Which one gets what.")
        .example(r#"{"items": [{"id": "Pivot", "metadata": {"take": 7}}]}"#)
        .idempotent(),
];
