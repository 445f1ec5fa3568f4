//! Long work in the background, beside the artist's session.

use super::Entry;
use crate::catalogue::{Field, Kind};

/// Begins a task.
pub(crate) const START_TASK: &str = "start_task";
/// Tells of one, and may wait for its end.
pub(crate) const GET_TASK: &str = "get_task";
/// Ends one, and waits until it has ended.
pub(crate) const CANCEL_TASK: &str = "cancel_task";

const STATUS: Kind = Kind::Enum(&["running", "completed", "failed", "cancelled"]);

const ID: Field = Field::new("id", Kind::Text, "Opaque id of the task.");

/// What is told of each.
macro_rules! task {
    ($($more:expr),* $(,)?) => {
        &[
            ID.required(),
            Field::new("operation", Kind::Text, "What it does.").required(),
            Field::new("status", STATUS, "Where it stands.").required(),
            Field::new("progress", Kind::Ratio, "How much is done, null when nobody knows.").nullable(),
            Field::new("message", Kind::Text, "What is being done.").required(),
            Field::new("started", Kind::Text, "When it began, in UTC.").required(),
            Field::new("seconds", Kind::Float { min: 0.0, max: f64::INFINITY }, "How long it runs, or ran.")
                .required()
                .unit("s"),
            $($more,)*
        ]
    };
}

const TASK: &[Field] = task![];

const WHOLE: &[Field] = task![
    Field::new("log", Kind::List(&Kind::Text), "The last lines that the background said.").required(),
    Field::new(
        "result",
        Kind::Any,
        "What the operation answered, once it is completed. Names in it hold in your scene; ids are of the copy."
    ),
    Field::new("error", Kind::Map, "Why it failed, as a call would have told it."),
];

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: START_TASK,
        doc: "Begins long work (a render, a bake, an export, a simulation) in the background, on a copy of the scene: the artist works on, and it goes on when you leave. Name things by their names. `get_task` tells how far it is and gives the result.",
        params: &[
            Field::new("operation", Kind::Text, "What to do: render, export_geometry, batch, execute_python ...")
                .required(),
            Field::new("arguments", Kind::Map, "Its arguments."),
            Field::new(
                "save_path",
                Kind::Path { write: true },
                "Where the copy is saved when it is done; needed by what changes it.",
            ),
            Field::new(
                "time_limit",
                Kind::Float { min: 1.0, max: 86_400.0 },
                "How long it may take; six hours without it.",
            )
            .unit("s"),
        ],
        returns: TASK,
        example: r#"{"operation": "render", "arguments": {"width": 64, "height": 48, "engine": "workbench"}}"#,
        idempotent: false,
        ..Entry::READ
    },
    Entry {
        name: GET_TASK,
        doc: "Tells how far a task is, what it said last, and what came of it. Waits for its end when told to.",
        params: &[
            ID.required(),
            Field::new("log_lines", Kind::Int { min: 0, max: 200 }, "How many lines of its log.").or("10"),
            Field::new("wait", Kind::Float { min: 0.0, max: 30.0 }, "How long to wait for its end.").or("0").unit("s"),
        ],
        returns: WHOLE,
        example: r#"{"id": "task_Ab12Cd_0123456789", "wait": 1}"#,
        main_thread: false,
        ..Entry::READ
    },
    Entry {
        name: "list_tasks",
        doc: "Lists your tasks on this host, the newest first: those that run, and the last 32 that are over.",
        returns: &[Field::new("items", Kind::List(&Kind::Object(TASK)), "One for each.").required()],
        main_thread: false,
        ..Entry::READ
    },
    Entry {
        name: CANCEL_TASK,
        doc: "Ends a task that runs; nothing of it remains but the files it has written whole.",
        params: &[ID.required()],
        returns: TASK,
        example: r#"{"id": "task_Ab12Cd_0123456789"}"#,
        main_thread: false,
        ..Entry::READ
    },
];
