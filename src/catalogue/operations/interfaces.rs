//! What node groups take and give, and what nodes give to the inputs of their geometry nodes.

use super::Entry;
use crate::catalogue::{Field, Kind};

const DIRECTION: Kind = Kind::Enum(&["input", "output"]);
const WAY: Field = Field::new("direction", DIRECTION, "Whether the group takes or gives it.");
const TYPE: Field = Field::new("type", Kind::Text, "`float`, `int`, `bool`, `vector`, `color`, `geometry`, `shader` …");
const IDENTIFIER: Field = Field::new("identifier", Kind::Text, "What stays when it is renamed.").required();
const SOCKET_NAME: Field = Field::new("name", Kind::Text, "Name.").required();
const MIN: Field = Field::new("min", Kind::Any, "The least that may be given.");
const MAX: Field = Field::new("max", Kind::Any, "The most that may be given.");
const DEFAULT: Field = Field::new(
    "default",
    Kind::Any,
    "What who gives nothing else gives; of a socket that is there already, to new users of the group only.",
)
.nullable();
const DESCRIPTION: Field = Field::new("description", Kind::Text, "What the artist reads of it.");

/// A socket to be made with a new group.
pub(super) const TO_MAKE: &[Field] = &[SOCKET_NAME, TYPE.required(), WAY.required()];
/// A socket of a group, as it is listed.
pub(super) const SOCKET: &[Field] =
    &[SOCKET_NAME, IDENTIFIER, WAY.required(), TYPE.required(), DEFAULT, MIN, MAX, DESCRIPTION];

const GROUP: Field = Field::new("graph_id", Kind::Text, "Id or name of a node group.").required();
const EDIT: &[Field] = &[
    GROUP,
    Field::new("action", Kind::Enum(&["add", "set", "remove"]), "What becomes of the socket.").required(),
    Field::new("socket", Kind::Text, "Of set and remove: which, by identifier or unique name."),
    Field::new("name", Kind::Text, "Name; with set its name from now on."),
    TYPE,
    Field::new(
        "direction",
        DIRECTION,
        "Of add: whether the group takes or gives it; else where `socket` is looked for.",
    ),
    DEFAULT,
    MIN,
    MAX,
    DESCRIPTION,
    Field::new("index", Kind::COUNT, "Which one it shall be of its direction and panel, counted from 0."),
];
const EDITED: &[Field] = &[
    Field::new("graph_id", Kind::Text, "The group.").required(),
    Field::new("identifier", Kind::Text, "Which socket it was.").required(),
    Field::new("sockets", Kind::List(&Kind::Object(SOCKET)), "All sockets of the group, as they are now.").required(),
    Field::new(
        "removed_links",
        Kind::List(&Kind::Object(super::graphs::LINK)),
        "Links inside the group that are gone with it.",
    )
    .required(),
];

const NODE_ID: Field = Field::new("node_id", Kind::Ref("Node"), "The node that shows the geometry nodes.").required();
const MODIFIER: Field =
    Field::new("modifier", Kind::Text, "Name of the modifier; needed where a node has several with geometry nodes.");
const WHICH: &[Field] = &[NODE_ID, MODIFIER];
const GIVE: &[Field] = &[
    NODE_ID,
    MODIFIER,
    Field::new(
        "inputs",
        Kind::Map,
        "Values by the name that the artist reads, or by identifier; `{\"attribute\": \"density\"}` in place of a value takes \
         it from the geometry.",
    ),
    Field::new("outputs", Kind::Map, "Attributes that outputs are kept as, by name; an empty one keeps it as none."),
];
const ATTRIBUTE: Field =
    Field::new("attribute", Kind::Text, "The attribute of the geometry that stands for it, null for none.").nullable();
const INPUT: &[Field] = &[
    SOCKET_NAME,
    IDENTIFIER,
    WAY.required(),
    TYPE.required(),
    DEFAULT,
    MIN,
    MAX,
    DESCRIPTION,
    Field::new("value", Kind::Any, "What this node gives; absent where it gives none, as to a geometry.").nullable(),
    ATTRIBUTE,
];
const OUTPUT: &[Field] =
    &[SOCKET_NAME, IDENTIFIER, WAY.required(), TYPE.required(), DEFAULT, MIN, MAX, DESCRIPTION, ATTRIBUTE];
const GIVEN: &[Field] = &[
    NODE_ID,
    Field::new("modifier", Kind::Text, "Name of the modifier.").required(),
    Field::new("graph_id", Kind::Text, "The group, for the operations on graphs.").required(),
    Field::new("inputs", Kind::List(&Kind::Object(INPUT)), "What the group takes, and what this node gives.")
        .required(),
    Field::new("outputs", Kind::List(&Kind::Object(OUTPUT)), "What the group gives.").required(),
];

pub(super) const TABLE: &[Entry] = &[
    Entry::EDIT
        .batch(
            "edit_graph_sockets",
            "Adds, renames, changes and removes what node groups take and give. Links and values stay with a socket that is \
             renamed or moved.",
            &Kind::Object(EDIT),
            &Kind::Object(EDITED),
        )
        .example(
            r#"{"items": [{"graph_id": "Scatter", "action": "add", "name": "Density", "type": "float", "direction": "input", "default": 2, "min": 0}]}"#,
        ),
    Entry::READ
        .batch(
            "get_graph_inputs",
            "Reads the inputs and outputs of nodes' geometry nodes by name, with the values that each node gives.",
            &Kind::Object(WHICH),
            &Kind::Object(GIVEN),
        )
        .asking("Which nodes.")
        .example(r#"{"items": [{"node_id": "Tent"}]}"#),
    Entry::EDIT
        .batch(
            "set_graph_inputs",
            "Gives values to the inputs of a node's geometry nodes; other nodes with the same group keep theirs.",
            &Kind::Object(GIVE),
            &Kind::Object(GIVEN),
        )
        .example(r#"{"items": [{"node_id": "Tent", "inputs": {"Density": 4}}]}"#)
        .idempotent(),
];
