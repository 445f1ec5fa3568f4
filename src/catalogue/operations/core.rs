//! Operations of the core domain: the scene, selection, undo, Python, and what can be asked of the host itself.

use super::Entry;
use super::projects::VARIABLE;
use crate::catalogue::entities::NODE_TYPES;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Domain, Effect, Field, Kind, Scope};

const NODE_SUMMARY: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "Opaque id.").required(),
    Field::new("name", Kind::Text, "Name.").required(),
    Field::new("type", Kind::Enum(NODE_TYPES), "What it is.").required(),
    Field::new("parent_id", Kind::Ref("Node"), "Its parent, null for none.").required().nullable(),
];

/// What is below has no bound, so that the kind of `children` cannot say itself again.
const TREE_NODE: &[Field] = &[
    Field::new("id", Kind::Ref("Node"), "Opaque id.").required(),
    Field::new("name", Kind::Text, "Name.").required(),
    Field::new("type", Kind::Enum(NODE_TYPES), "What it is.").required(),
    Field::new(
        "children",
        Kind::List(&Kind::Map),
        "What lies below it, each as this one; absent when nothing is shown.",
    ),
    Field::new("more", Kind::COUNT, "How many children are not shown; absent when all are."),
];

const TREE: &[Field] = &[
    Field::new("roots", Kind::List(&Kind::Object(TREE_NODE)), "The first level, by name.").required(),
    Field::new("more", Kind::COUNT, "How many of the first level are not shown; absent when all are."),
    Field::new("shown", Kind::COUNT, "How many nodes are shown.").required(),
    Field::new("total", Kind::COUNT, "How many there are, on all levels.").required(),
];

const TRACED: &[Field] = &[
    Field::new("line", Kind::COUNT, "Its number, from 1.").required(),
    Field::new("function", Kind::Text, "Where: a function's name, or `<module>`.").required(),
    Field::new("changed", Kind::Map, "What variables are after it, shortened; null for one that has gone.").required(),
];

const TRACE: &[Field] = &[
    Field::new("lines", Kind::List(&Kind::Object(TRACED)), "Up to 1,000, in the order in which they ran.").required(),
    Field::new("cut", Kind::Bool, "Whether more ran than is told.").required(),
];

const RENDER_SUMMARY: &[Field] = &[
    Field::new("engine", Kind::Text, "Render engine.").required(),
    Field::new("width", Kind::COUNT, "Width of a render.").required().unit("px"),
    Field::new("height", Kind::COUNT, "Height of a render.").required().unit("px"),
];

/// What a scene is, in one look.
pub(super) const SCENE: &[Field] = &[
    Field::new("name", Kind::Text, "Name of the scene."),
    Field::new("file", Kind::Text, "The open file, empty when never saved."),
    Field::new("frame", Kind::NUMBER, "The current frame.").unit("frames"),
    Field::new("frame_start", Kind::NUMBER, "First frame.").unit("frames"),
    Field::new("frame_end", Kind::NUMBER, "Last frame.").unit("frames"),
    Field::new("fps", Kind::POSITIVE, "Frames per second.").unit("1/s"),
    Field::new("up_axis", Kind::Enum(&["Z", "Y"]), "Which axis points up."),
    Field::new("metres_per_unit", Kind::POSITIVE, "How long one scene unit is.").unit("m"),
    Field::new("units", Kind::Text, "The unit that the artist sees."),
    Field::new("counts", Kind::Map, "How many nodes there are of each type."),
    Field::new("active_camera", Kind::Ref("Camera"), "The camera that renders, null for none.").nullable(),
    Field::new("selection", Kind::List(&Kind::Ref("Node")), "Ids of what is selected."),
    Field::new("nodes", Kind::List(&Kind::Object(NODE_SUMMARY)), "The first nodes; `list_nodes` gives them all."),
    Field::new("tree", Kind::Object(TREE), "The nodes as a tree, when asked for."),
    Field::new("total", Kind::COUNT, "How many nodes the scene has."),
    Field::new("render", Kind::Object(RENDER_SUMMARY), "Settings of a render."),
    Field::new("modified", Kind::Bool, "Whether there are changes that are not saved."),
];

const SCENE_FIELDS: &[&str] = &[
    "name",
    "file",
    "frame",
    "frame_start",
    "frame_end",
    "fps",
    "up_axis",
    "metres_per_unit",
    "units",
    "counts",
    "active_camera",
    "selection",
    "nodes",
    "tree",
    "total",
    "render",
    "modified",
];

const STEPS: &[Field] = &[Field::new("steps", Kind::Int { min: 1, max: 100 }, "How many steps.").or("1")];

const API_MATCH: &[Field] = &[
    Field::new("path", Kind::Text, "Where it is: `bpy.ops.mesh.bevel`.").required(),
    Field::new("kind", Kind::Text, "`function`, `class`, `property`, `module` …").required(),
    Field::new("doc", Kind::Text, "What the host says of it.").required(),
    Field::new("signature", Kind::Text, "How it is called."),
];

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "get_scene",
        doc: "Reads the scene in one look: file, frames, units, counts, selection, render settings and its first nodes, as a list or as a tree.",
        params: &[
            Field::new(
                "fields",
                Kind::List(&Kind::Enum(SCENE_FIELDS)),
                "Only these fields; without it all but the tree.",
            ),
            Field::new("root_id", Kind::Ref("Node"), "The tree of what lies below this one."),
            Field::new("depth", Kind::Int { min: 1, max: 64 }, "Levels of the tree; without it all."),
            Field::new(
                "budget",
                Kind::Int { min: 1, max: 2_000 },
                "Nodes of the tree at most (200), upper levels first; the others are counted.",
            ),
        ],
        returns: SCENE,
        example: r#"{"fields": ["name", "frame", "counts", "selection"]}"#,
        ..Entry::READ
    },
    Entry {
        name: "get_selection",
        doc: "Reads what is selected and which one of them is active.",
        returns: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "What is selected.").required(),
            Field::new("active_id", Kind::Ref("Node"), "The active one, null for none.").required().nullable(),
        ],
        ..Entry::READ
    },
    Entry {
        name: "select",
        doc: "Selects nodes by id or unique name; an empty list with `replace` selects nothing.",
        params: &[
            Field::new("ids", Kind::List(&Kind::Ref("Node")), "What to select.").required(),
            Field::new(
                "mode",
                Kind::Enum(&["replace", "add", "remove", "toggle"]),
                "What becomes of the selection so far.",
            )
            .or("\"replace\""),
        ],
        returns: &[Field::new("selected_ids", Kind::List(&Kind::Ref("Node")), "What is selected now.").required()],
        effect: Effect::Edit,
        scope: Scope::Edit,
        example: r#"{"ids": ["Cube"]}"#,
        idempotent: false,
        ..Entry::READ
    },
    Entry {
        name: "undo",
        doc: "Takes back the last steps, the artist's own included.",
        params: STEPS,
        returns: &[Field::new("undone", Kind::COUNT, "How many steps were taken back.").required()],
        effect: Effect::Session,
        scope: Scope::Edit,
        idempotent: false,
        ..Entry::READ
    },
    Entry {
        name: "redo",
        doc: "Does again what was undone last.",
        params: STEPS,
        returns: &[Field::new("redone", Kind::COUNT, "How many steps were done again.").required()],
        effect: Effect::Session,
        scope: Scope::Edit,
        idempotent: false,
        ..Entry::READ
    },
    Entry {
        name: "execute_python",
        doc: "Runs Python in the host and gives the value of the last expression, stdout and stderr. Typed operations come first: they validate, undo and read back.",
        params: &[
            Field::new("code", Kind::Code, "Python source.").required(),
            Field::new(
                "timeout",
                Kind::Float { min: 0.01, max: 86_400.0 },
                "Seconds after which it is stopped and rolled back.",
            )
            .unit("s"),
            Field::new(
                "namespace",
                Kind::Text,
                "Calls with the same name share their variables; without it each starts afresh.",
            ),
            Field::new("variables", Kind::Map, "Values that the code finds under these names."),
            Field::new(
                "output_limit",
                Kind::Int { min: 1024, max: 64 << 20 },
                "Characters kept of stdout and of stderr; of longer output the middle is left out.",
            )
            .or("262144"),
            Field::new(
                "variables_after",
                Kind::List(&Kind::Text),
                "Which variables to tell afterwards; `*` stands for anything.",
            ),
            Field::new("trace", Kind::Bool, "Tells the lines that ran and what each changed.").or("false"),
            Field::new(
                "isolated",
                Kind::Bool,
                "Whether it runs on a copy of the scene in a process without network and home folder: nothing changes here.",
            )
            .or("false"),
        ],
        returns: &[
            Field::new("value", Kind::Any, "Value of the last expression when it has a JSON form.").nullable(),
            Field::new("repr", Kind::Text, "The same value as Python prints it.").required(),
            Field::new("stdout", Kind::Text, "What it printed.").required(),
            Field::new("stderr", Kind::Text, "What it printed to stderr.").required(),
            Field::new("variables", Kind::List(&Kind::Object(VARIABLE)), "Those that `variables_after` named."),
            Field::new("trace", Kind::Object(TRACE), "The lines that ran; an error has them in its details."),
            Field::new("whole_stdout", Kind::Blob("text/plain"), "All of stdout, when cut."),
            Field::new("whole_stderr", Kind::Blob("text/plain"), "All of stderr, when cut."),
            Field::new("whole_repr", Kind::Blob("text/plain"), "All of `repr`, when cut."),
        ],
        effect: Effect::Edit,
        scope: Scope::Python,
        example: r#"{"code": "1 + 1"}"#,
        idempotent: false,
        timeout: SCENE_TIMEOUT,
        ..Entry::READ
    },
    Entry {
        name: "get_status",
        doc: "Tells how the instance is: what runs, what waits, versions and counts. Answered at once, also while the host is busy.",
        params: &[Field::new("not_supported", Kind::Bool, "Tells `not_supported` too; long.").or("false")],
        returns: &[
            Field::new("instance", Kind::Map, "Id, name, application, versions.").required(),
            Field::new("queue", Kind::COUNT, "Calls that wait for the main thread.").required(),
            Field::new("running", Kind::Map, "The call that runs now, null for none.").nullable(),
            Field::new("held", Kind::Text, "Why calls that change the scene wait now, null when they do not.")
                .nullable(),
            Field::new("uptime", Kind::POSITIVE, "Seconds since it started.").required().unit("s"),
            Field::new("versions", Kind::Map, "Of scenewire, host, Python and protocol."),
            Field::new("counts", Kind::Map, "Calls done, failed, cancelled; connections now."),
            Field::new("python", Kind::Map, "What code may do here."),
            Field::new("not_supported", Kind::Map, "What it cannot do, and why."),
        ],
        main_thread: false,
        ..Entry::READ
    },
    Entry {
        name: "describe_api",
        doc: "Searches the running host's own Python API by introspection, for what `execute_python` can call.",
        params: &[
            Field::new("query", Kind::Text, "Words or a dotted path: `bevel`, `bpy.ops.mesh`.").required(),
            Field::new("limit", Kind::Int { min: 1, max: 100 }, "How many at most.").or("10"),
        ],
        returns: &[Field::new("matches", Kind::List(&Kind::Object(API_MATCH)), "Best first.").required()],
        example: r#"{"query": "bevel"}"#,
        domain: Domain::Core,
        ..Entry::READ
    },
];
