//! What happened in a scene, whoever did it.

use super::Entry;
use crate::catalogue::{Field, Kind};

/// The one operation that may wait for something to happen.
pub(crate) const GET_EVENTS: &str = "get_events";

const KINDS: Kind = Kind::Enum(&[
    "nodes_added",
    "nodes_removed",
    "selection_changed",
    "scene_changed",
    "file_opened",
    "file_saved",
    "undo",
    "redo",
]);

const EVENT: &[Field] = &[
    Field::new("kind", KINDS, "What happened; `scene_changed` is a change other than of nodes and selection.")
        .required(),
    Field::new("number", Kind::COUNT, "Grows by one from event to event.").required(),
    Field::new("time", Kind::Text, "When the first of those happened for which it stands, in UTC.").required(),
    Field::new("count", Kind::COUNT, "For how many of its kind it stands, which came faster than they are told.")
        .required(),
    Field::new("by", Kind::Enum(&["artist", "call"]), "Who did it: a call, or the artist (or another add-on).")
        .required(),
    Field::new("own", Kind::Bool, "Of a call: whether the reader itself made it."),
    Field::new("operation", Kind::Text, "Of a call: what it did."),
    Field::new("call", Kind::Text, "Of a call: its name in the gateway's audit."),
    Field::new("ids", Kind::List(&Kind::Text), "Nodes added, removed, or selected now; the first 64."),
    Field::new("names", Kind::List(&Kind::Text), "Their names; of what was removed those that were seen last."),
    Field::new("more", Kind::COUNT, "How many more there are; absent for none."),
    Field::new("active_id", Kind::Text, "Of a selection: the active node, null for none.").nullable(),
    Field::new("path", Kind::Text, "The file that was opened or saved, empty for a new one."),
];

pub(super) const TABLE: &[Entry] = &[Entry {
    name: GET_EVENTS,
    doc: "Tells what happened in the scene since `cursor`, by the artist's own hand too: nodes added or removed, selection, files, undo. Waits for it when told to, also while the host is busy. What comes faster than four times a second is merged and counted.",
    params: &[
        Field::new("after", Kind::Text, "The `cursor` of the last answer; without it what happens from now on."),
        Field::new("kinds", Kind::List(&KINDS), "Which events; all without it."),
        Field::new(
            "wait",
            Kind::Float { min: 0.0, max: 30.0 },
            "How long to wait for the first one. In the host's own Python it never waits.",
        )
        .or("0")
        .unit("s"),
    ],
    returns: &[
        Field::new(
            "events",
            Kind::List(&Kind::Object(EVENT)),
            "Oldest first, 256 at most; the rest comes with the next call.",
        )
        .required(),
        Field::new("cursor", Kind::Text, "For `after` of the next call.").required(),
        Field::new("missed", Kind::COUNT, "How many events are no longer kept since `after`: 1024 are.").required(),
        Field::new("restarted", Kind::Bool, "Whether `after` is of an earlier run of the host.").required(),
    ],
    example: r#"{"kinds": ["nodes_added", "nodes_removed"], "wait": 1}"#,
    main_thread: false,
    ..Entry::READ
}];
