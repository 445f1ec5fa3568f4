//! Node graphs: shaders, geometry nodes and the compositor, as the running host has them.

use super::Entry;
use super::interfaces;
use crate::catalogue::{Effect, Field, Kind};

const KINDS: Kind = Kind::Enum(&["shader", "geometry", "compositor"]);
const LIMIT: Kind = Kind::Int { min: 1, max: 1_000 };
const WORDS: Kind = Kind::List(&Kind::Text);
const GRAPH_DOC: &str =
    "Id or name of the graph, or of what has it: a material, world, light, node with geometry nodes; or `compositor`.";
const GRAPH: Field = Field::new("graph_id", Kind::Text, GRAPH_DOC).required();
const READ_GRAPH: Field = Field::new("graph_id", Kind::Text, "The graph.").required();
const NODE: Field = Field::new("node", Kind::Text, "Name of the node, unique in its graph.").required();

const GRAPH_FIELDS: &[Field] = &[
    Field::new("id", Kind::Text, "Id, for `graph_id`.").required(),
    Field::new("name", Kind::Text, "Name of the group, or of what has the graph.").required(),
    Field::new("kind", Kind::Text, "`shader`, `geometry`, `compositor`, or the host's word for others.").required(),
    Field::new("owner", Kind::Enum(&["material", "world", "light", "scene", "group"]), "What it is the graph of.")
        .required(),
    Field::new("node_count", Kind::COUNT, "How many nodes it has.").required(),
    Field::new("link_count", Kind::COUNT, "How many links it has.").required(),
    Field::new("users", WORDS, "Names of nodes and graphs that use a group.").required(),
    Field::new("sockets", Kind::List(&Kind::Object(interfaces::SOCKET)), "What a group takes and gives.").required(),
];
const SOCKET: &[Field] = &[
    Field::new("name", Kind::Text, "Name, not always unique.").required(),
    Field::new("identifier", Kind::Text, "Unique among the node's inputs, or outputs.").required(),
    Field::new("type", Kind::Text, "What goes through it.").required(),
    Field::new("linked", Kind::Bool, "Whether a link is at it."),
    Field::new("value", Kind::Any, "The value of an input without a link.").nullable(),
    Field::new("default", Kind::Any, "The value of a new one.").nullable(),
    Field::new("hidden_by_default", Kind::Bool, "Whether a property must be set before it is there."),
];
const SOCKETS: Kind = Kind::List(&Kind::Object(SOCKET));
const PROPERTY: &[Field] = &[
    Field::new("name", Kind::Text, "Name.").required(),
    Field::new("type", Kind::Text, "The host's word for its type.").required(),
    Field::new("expected", Kind::Text, "What may stand there.").required(),
    Field::new("description", Kind::Text, "What the host says of it.").required(),
];
const TYPE: &[Field] = &[
    Field::new("type", Kind::Text, "What `add_graph_nodes` takes.").required(),
    Field::new("label", Kind::Text, "What the artist reads.").required(),
    Field::new("description", Kind::Text, "What the host says of it.").required(),
    Field::new("inputs", SOCKETS, "Its inputs.").required(),
    Field::new("outputs", SOCKETS, "Its outputs.").required(),
    Field::new("properties", Kind::List(&Kind::Object(PROPERTY)), "What it can be set to.").required(),
];
const NODE_FIELDS: &[Field] = &[
    Field::new("graph_id", Kind::Text, "The graph, where several are told of."),
    NODE,
    Field::new("type", Kind::Text, "The host's word for its type.").required(),
    Field::new("label", Kind::Text, "What the artist reads.").required(),
    Field::new("location", Kind::Vector2, "Where it is in the editor.").required(),
    Field::new("muted", Kind::Bool, "Whether it is passed over.").required(),
    Field::new("frame", Kind::Text, "The frame that it is in, null for none.").required().nullable(),
    Field::new("properties", Kind::Map, "What it is set to.").required(),
    Field::new("inputs", SOCKETS, "Inputs that are there as it is set now.").required(),
    Field::new("outputs", SOCKETS, "Outputs that are there as it is set now.").required(),
];
const NODES: Field = Field::new("items", Kind::List(&Kind::Object(NODE_FIELDS)), "As read from the host.").required();

const PROPERTIES: Field = Field::new(
    "properties",
    Kind::Map,
    "Properties by the host's names; colour ramps as `{\"elements\": [{\"position\": 0, \"color\": [r, g, b, a]}]}`.",
);
const INPUTS: Field = Field::new("inputs", Kind::Map, "Values of inputs by name or identifier.");
const LABEL: Field = Field::new("label", Kind::Text, "What the artist reads instead of the type.");
const LOCATION: Field = Field::new("location", Kind::Vector2, "Where it is in the editor.");
const MUTED: Field = Field::new("muted", Kind::Bool, "Whether it is passed over.");
const FRAME: Field = Field::new("frame", Kind::Text, "The frame that it is in, null for none.").nullable();
const ADD: &[Field] = &[
    GRAPH,
    Field::new("type", Kind::Text, "Type as `list_node_types` gives it, or its label when only one has it.").required(),
    Field::new("name", Kind::Text, "Name; without it the host's."),
    LABEL,
    LOCATION,
    MUTED,
    FRAME,
    PROPERTIES,
    INPUTS,
    Field::new("pair_with", Kind::Text, "Of the beginning of a zone (repeat, simulation): the node at its end."),
];
const SET: &[Field] =
    &[GRAPH, NODE, Field::new("name", Kind::Text, "Another name."), LABEL, LOCATION, MUTED, FRAME, PROPERTIES, INPUTS];
const REMOVE: &[Field] = &[GRAPH, Field::new("nodes", WORDS, "Names of the nodes.").required()];
const REMOVED: &[Field] = &[
    READ_GRAPH,
    Field::new("removed", WORDS, "Names of what is gone.").required(),
    Field::new("links_left", Kind::COUNT, "How many links the graph has left.").required(),
];
const MAKE: &[Field] = &[
    Field::new("kind", KINDS, "What it computes.").required(),
    Field::new("name", Kind::Text, "Name of the node group."),
    Field::new(
        "for_id",
        Kind::Text,
        "A node that gets it as a modifier; a material, world or light whose nodes are turned on; `compositor`.",
    ),
    Field::new(
        "sockets",
        Kind::List(&Kind::Object(interfaces::TO_MAKE)),
        "What a group takes and gives; geometry without it takes and gives a geometry.",
    ),
];

const FROM_NODE: Field = Field::new("from_node", Kind::Text, "Name of the node that gives.");
const FROM_SOCKET: Field = Field::new("from_socket", Kind::Text, "Its output, by identifier or unique name.");
const TO_NODE: Field = Field::new("to_node", Kind::Text, "Name of the node that takes.");
const TO_SOCKET: Field = Field::new("to_socket", Kind::Text, "Its input, by identifier or unique name.");
const CONNECT: &[Field] =
    &[GRAPH, FROM_NODE.required(), FROM_SOCKET.required(), TO_NODE.required(), TO_SOCKET.required()];
const DISCONNECT: &[Field] = &[GRAPH, FROM_NODE, FROM_SOCKET, TO_NODE, TO_SOCKET];
const VALID: Field = Field::new("valid", Kind::Bool, "Whether the host makes something of it.").required();
const LINK_MUTED: Field = Field::new("muted", Kind::Bool, "Whether it is switched off.").required();
/// A link between two nodes.
pub(super) const LINK: &[Field] =
    &[FROM_NODE.required(), FROM_SOCKET.required(), TO_NODE.required(), TO_SOCKET.required(), VALID, LINK_MUTED];
const CONNECTED: &[Field] = &[
    READ_GRAPH,
    FROM_NODE.required(),
    FROM_SOCKET.required(),
    TO_NODE.required(),
    TO_SOCKET.required(),
    VALID,
    LINK_MUTED,
    Field::new("replaced", Kind::List(&Kind::Object(LINK)), "Links that the input had before.").required(),
];
const DISCONNECTED: &[Field] =
    &[READ_GRAPH, Field::new("removed", Kind::List(&Kind::Object(LINK)), "Links that are gone.").required()];

const DELETE: Entry = Entry { effect: Effect::Delete, ..Entry::EDIT };

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "list_graphs",
        doc: "Lists node graphs: of materials, worlds, lights, the compositor, and node groups (geometry nodes among them).",
        params: &[
            Field::new("kind", KINDS, "Only these."),
            Field::new("name", Kind::Text, "Only those of this name; `*` stands for anything."),
        ],
        returns: &[Field::new("items", Kind::List(&Kind::Object(GRAPH_FIELDS)), "The graphs.").required()],
        example: r#"{"kind": "shader"}"#,
        ..Entry::READ
    },
    Entry::EDIT.batch("create_graphs", "Makes node groups, geometry nodes on a node, the compositor's graph, or turns on the nodes of a material, world or light.", &Kind::Object(MAKE), &Kind::Object(GRAPH_FIELDS)).example(r#"{"items": [{"kind": "geometry", "name": "Scatter", "for_id": "Tent"}]}"#),
    Entry {
        name: "list_node_types",
        doc: "Searches the types of nodes that this host has for a kind of graph, with their sockets and properties.",
        params: &[
            Field::new("kind", KINDS, "The kind of graph.").required(),
            Field::new("search", Kind::Text, "Words that type, label or description must have, all of them."),
            Field::new("types", WORDS, "Only these types."),
            Field::new("limit", LIMIT, "How many at most.").or("20"),
            Field::new("offset", Kind::COUNT, "How many to pass over.").or("0"),
        ],
        returns: &[
            Field::new("items", Kind::List(&Kind::Object(TYPE)), "Best first.").required(),
            Field::new("total", Kind::COUNT, "How many fit.").required(),
        ],
        example: r#"{"kind": "geometry", "search": "distribute points"}"#,
        ..Entry::READ
    },
    Entry {
        name: "list_graph_nodes",
        doc: "Lists the nodes of a graph with what they are set to, their sockets and values.",
        params: &[
            GRAPH,
            Field::new("nodes", WORDS, "Only these."),
            Field::new("search", Kind::Text, "Words that name, label or type must have, all of them."),
            Field::new("limit", LIMIT, "How many at most.").or("50"),
            Field::new("cursor", Kind::Text, "Where the last page ended."),
        ],
        returns: &[
            READ_GRAPH,
            Field::new("kind", Kind::Text, "`shader`, `geometry`, `compositor`.").required(),
            NODES,
            Field::new("total", Kind::COUNT, "How many fit.").required(),
            Field::new("next_cursor", Kind::Text, "Give it to go on; absent at the end."),
        ],
        example: r#"{"graph_id": "Brass"}"#,
        ..Entry::READ
    },
    Entry::EDIT.batch("add_graph_nodes", "Adds nodes to graphs, with properties and values of inputs.", &Kind::Object(ADD), &Kind::Object(NODE_FIELDS)).example(r#"{"items": [{"graph_id": "Brass", "type": "ShaderNodeTexNoise", "name": "Noise", "inputs": {"Scale": 12}}]}"#),
    Entry::EDIT.batch("set_node_properties", "Sets properties of a graph's nodes, values of their inputs, names, labels, places and frames.", &Kind::Object(SET), &Kind::Object(NODE_FIELDS)).example(r#"{"items": [{"graph_id": "Brass", "node": "Principled BSDF", "inputs": {"Roughness": 0.2}}]}"#).idempotent(),
    DELETE.batch("remove_graph_nodes", "Removes nodes from graphs, and the links at them.", &Kind::Object(REMOVE), &Kind::Object(REMOVED)).example(r#"{"items": [{"graph_id": "Brass", "nodes": ["Noise"]}]}"#),
    Entry {
        name: "list_connections",
        doc: "Lists the links of a graph, or those at one node.",
        params: &[GRAPH, Field::new("node", Kind::Text, "Only links at this node.")],
        returns: &[READ_GRAPH, Field::new("items", Kind::List(&Kind::Object(LINK)), "The links.").required()],
        example: r#"{"graph_id": "Brass"}"#,
        ..Entry::READ
    },
    Entry::EDIT.batch("connect", "Links outputs of nodes to inputs. What the host would mark invalid (wrong types, loops) is refused.", &Kind::Object(CONNECT), &Kind::Object(CONNECTED)).example(r#"{"items": [{"graph_id": "Brass", "from_node": "Noise", "from_socket": "Color", "to_node": "Principled BSDF", "to_socket": "Roughness"}]}"#).idempotent(),
    Entry::EDIT.batch("disconnect", "Takes links between nodes away: all that fit what an item names.", &Kind::Object(DISCONNECT), &Kind::Object(DISCONNECTED)).example(r#"{"items": [{"graph_id": "Brass", "to_node": "Principled BSDF", "to_socket": "Roughness"}]}"#),
];
