//! Operations of the core domain on nodes: moving, parenting, properties, copies, names, metadata.

use super::Entry;
use crate::catalogue::crud::{ERRORS, ON_ERROR};
use crate::catalogue::entities::{NODE, NODE_TYPES};
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope, Verb};

const READ: Kind = Kind::Item(&NODE, Verb::Get);
const ID: Field = Field::new("id", Kind::Ref("Node"), "The node.").required();
const NODES: Field = Field::new("items", Kind::List(&READ), "As read from the host.").required();
const RECURSIVE: Field = Field::new("recursive", Kind::Bool, "Whether all below it are meant too.").or("false");

const TRANSFORM: &[Field] = &[
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
];
const PARENT: &[Field] =
    &[ID, Field::new("parent_id", Kind::Ref("Node"), "Its parent from now on, null for none.").required().nullable()];
const PATH: Field = Field::new(
    "property_path",
    Kind::Text,
    "A field of the node (`position.x`, `visible`), or a path of the host's own (`data.lens`, `modifiers[\"Bevel\"].width`).",
)
.required();
const GET: &[Field] = &[ID, PATH];
const SET: &[Field] = &[ID, PATH, Field::new("value", Kind::Any, "What it becomes.").required()];
const VALUE: &[Field] = &[ID, PATH, Field::new("value", Kind::Any, "As the host has it.").required().nullable()];
const VISIBLE: &[Field] = &[ID, Field::new("visible", Kind::Bool, "Whether it shows.").required()];
const LOCKED: &[Field] = &[ID, Field::new("locked", Kind::Bool, "Whether it is locked.").required()];
const COPY: &[Field] = &[
    ID,
    Field::new("name", Kind::Text, "Name of the copy; numbered after the original when not given."),
    Field::new("duplicate_children", Kind::Bool, "Whether all below it are copied too.").or("true"),
    Field::new(
        "duplicate_dependencies",
        Kind::Bool,
        "Whether the copy gets meshes and other data of its own; else both share them.",
    )
    .or("false"),
];
const NAME: &[Field] = &[
    Field::new("id", Kind::Ref(""), "The node, group, material or texture.").required(),
    Field::new("name", Kind::Text, "Its name from now on.").required(),
];
const METADATA: &[Field] = &[
    Field::new("id", Kind::Ref(""), "The node, group, material or texture.").required(),
    Field::new("metadata", Kind::Map, "Custom properties by name; null takes one away.").required(),
    Field::new("merge", Kind::Bool, "Whether the others stay.").or("true"),
];
const TOLD: &[Field] = &[
    Field::new("id", Kind::Ref(""), "Which one.").required(),
    Field::new("metadata", Kind::Map, "Its custom properties.").required(),
];
const NAMED: &[Field] = &[
    Field::new("id", Kind::Ref(""), "Which one.").required(),
    Field::new("name", Kind::Text, "Its name, as read from the host.").required(),
];
const CHILDREN: &[Field] = &[ID, Field::new("child_ids", Kind::List(&Kind::Ref("Node")), "Those below it.").required()];

const EDIT: Entry =
    Entry { effect: Effect::Edit, scope: Scope::Edit, timeout: SCENE_TIMEOUT, idempotent: false, ..Entry::READ };

/// The argument `items` of objects with these fields.
const fn items(kind: &'static Kind, doc: &'static str) -> Field {
    Field::new("items", Kind::List(kind), doc).required()
}

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "clear_selection",
        doc: "Selects nothing.",
        returns: &[Field::new("selected_ids", Kind::List(&Kind::Ref("Node")), "What is selected now.").required()],
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "transform",
        doc: "Moves, turns and scales nodes, to a place or by an offset, in the world, their parent's or their own space.",
        params: &[items(&Kind::Object(TRANSFORM), "What to move, done in this order."), ON_ERROR],
        returns: &[NODES, ERRORS],
        example: r#"{"items": [{"id": "Pivot", "position_offset": [0, 0, 1], "rotation_offset": {"euler": [0, 0, 90]}}]}"#,
        ..EDIT
    },
    Entry {
        name: "set_parent",
        doc: "Parents nodes to another one, or to none, and keeps their place in the world unless told otherwise.",
        params: &[
            items(&Kind::Object(PARENT), "Which node to which parent."),
            Field::new("maintain_world_transform", Kind::Bool, "Whether they stay where they are in the world.")
                .or("true"),
            ON_ERROR,
        ],
        returns: &[NODES, ERRORS],
        example: r#"{"items": [{"id": "Tent", "parent_id": "Pivot"}]}"#,
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "get_children",
        doc: "Reads what lies below nodes.",
        params: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "Ids or unique names.").required(),
            RECURSIVE,
            Field::new("types", Kind::List(&Kind::Enum(NODE_TYPES)), "Only those of these types."),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(CHILDREN)), "One for each.").required()],
        example: r#"{"ids": ["Pivot"], "recursive": true}"#,
        ..Entry::READ
    },
    Entry {
        name: "get_property",
        doc: "Reads single properties of nodes by path, those included that no entity has.",
        params: &[
            items(&Kind::Object(GET), "Which property of which node."),
            Field::new("recursive", Kind::Bool, "Whether that of all that is below a node too, where it has one.")
                .or("false"),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(VALUE)), "As read from the host.").required()],
        example: r#"{"items": [{"id": "Pivot", "property_path": "position.z"}]}"#,
        ..Entry::READ
    },
    Entry {
        name: "set_property",
        doc: "Writes single properties of nodes by path, those included that no entity has.",
        params: &[items(&Kind::Object(SET), "Which property of which node becomes what."), ON_ERROR],
        returns: &[Field::new("items", Kind::List(&Kind::Object(VALUE)), "As read from the host.").required(), ERRORS],
        example: r#"{"items": [{"id": "Pivot", "property_path": "position.z", "value": 2}]}"#,
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "set_visibility",
        doc: "Shows or hides nodes, in the viewport and in renders.",
        params: &[items(&Kind::Object(VISIBLE), "Which node shows."), RECURSIVE, ON_ERROR],
        returns: &[NODES, ERRORS],
        example: r#"{"items": [{"id": "Pivot", "visible": false}]}"#,
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "set_locked",
        doc: "Keeps the artist from selecting or moving nodes, or lets him again.",
        params: &[items(&Kind::Object(LOCKED), "Which node is locked."), RECURSIVE, ON_ERROR],
        returns: &[NODES, ERRORS],
        example: r#"{"items": [{"id": "Pivot", "locked": true}]}"#,
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "duplicate",
        doc: "Copies nodes, with all below them unless told otherwise.",
        params: &[items(&Kind::Object(COPY), "What to copy."), ON_ERROR],
        returns: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "The copies, in the order of the items.").required(),
            NODES,
            ERRORS,
        ],
        example: r#"{"items": [{"id": "Pivot", "name": "Second pivot"}]}"#,
        ..EDIT
    },
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
    Entry {
        name: "rename",
        doc: "Gives nodes, groups, materials and textures other names; their ids stay.",
        params: &[items(&Kind::Object(NAME), "Which one is called what."), ON_ERROR],
        returns: &[Field::new("items", Kind::List(&Kind::Object(NAMED)), "As read from the host.").required(), ERRORS],
        example: r#"{"items": [{"id": "Pivot", "name": "Pivot"}]}"#,
        idempotent: true,
        ..EDIT
    },
    Entry {
        name: "get_metadata",
        doc: "Reads custom properties of nodes, groups, materials and textures.",
        params: &[
            Field::new("ids", Kind::List(&Kind::Ref("")), "Ids or unique names.").required(),
            Field::new("key", Kind::Text, "Only this one."),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(TOLD)), "One for each.").required()],
        example: r#"{"ids": ["Pivot"]}"#,
        ..Entry::READ
    },
    Entry {
        name: "set_metadata",
        doc: "Writes custom properties of nodes, groups, materials and textures.",
        params: &[items(&Kind::Object(METADATA), "Which one gets what."), ON_ERROR],
        returns: &[Field::new("items", Kind::List(&Kind::Object(TOLD)), "As read from the host.").required(), ERRORS],
        example: r#"{"items": [{"id": "Pivot", "metadata": {"take": 7}}]}"#,
        idempotent: true,
        ..EDIT
    },
];
