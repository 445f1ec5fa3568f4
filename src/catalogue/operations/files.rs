//! Opening and saving the scene's file.

use super::Entry;
use super::core::SCENE;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope};

/// Files are neither undone nor done again.
const FILE: Entry = Entry { effect: Effect::Session, scope: Scope::Files, timeout: SCENE_TIMEOUT, ..Entry::READ };

const CHECKPOINT: &[Field] = &[
    Field::new("id", Kind::Text, "Opaque id.").required(),
    Field::new("name", Kind::Text, "What it is called.").required(),
    Field::new("file", Kind::Text, "The file that it is of, empty when that was never saved.").required(),
    Field::new("scene", Kind::Text, "Name of the scene.").required(),
    Field::new("created", Kind::Text, "When, in UTC.").required(),
    Field::new("size", Kind::COUNT, "How large it is on disk.").required().unit("bytes"),
];

/// Checkpoints lie in scenewire's own folder, so no path is asked for and none is given.
const KEPT: Entry = Entry { scope: Scope::Edit, ..FILE };

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "open_file",
        doc: "Opens a scene file in place of the open one, whose unsaved changes are lost; ids from before are stale.",
        params: &[Field::new("path", Kind::Path { write: false }, "Absolute path of the file.").required()],
        returns: SCENE,
        example: r#"{"path": "/projects/shot_010.blend"}"#,
        ..FILE
    },
    Entry {
        name: "save_file",
        doc: "Saves the scene.",
        params: &[
            Field::new(
                "path",
                Kind::Path { write: true },
                "Absolute path; without it where it was opened or saved last.",
            ),
            Field::new("copy", Kind::Bool, "Whether to save a copy and stay with the open file.").or("false"),
        ],
        returns: &[Field::new("path", Kind::Text, "Where it was saved.").required()],
        example: r#"{"path": "/projects/shot_010.blend", "copy": true}"#,
        ..FILE
    },
    Entry {
        name: "new_file",
        doc: "Starts a new scene in place of the open one, whose unsaved changes are lost; ids from before are stale.",
        returns: SCENE,
        idempotent: false,
        ..FILE
    },
    Entry {
        name: "create_checkpoint",
        doc: "Keeps a copy of the whole file as it is now, to go back to. The open file and its path stay as they are; of one file the last 20 are kept.",
        params: &[Field::new("name", Kind::Text, "Name; without it the time.")],
        returns: &[
            CHECKPOINT[0],
            CHECKPOINT[1],
            CHECKPOINT[2],
            CHECKPOINT[3],
            CHECKPOINT[4],
            CHECKPOINT[5],
            Field::new("dropped", Kind::List(&Kind::Text), "Ids of the oldest, which made room.").required(),
        ],
        example: r#"{"name": "before the rig"}"#,
        idempotent: false,
        ..KEPT
    },
    Entry {
        name: "list_checkpoints",
        doc: "Lists the checkpoints of the open file, the latest first.",
        params: &[Field::new("every_file", Kind::Bool, "Whether those of other files are listed too.").or("false")],
        returns: &[Field::new("items", Kind::List(&Kind::Object(CHECKPOINT)), "The latest first.").required()],
        ..Entry::READ
    },
    Entry {
        name: "restore_checkpoint",
        doc: "Puts the whole file back to a checkpoint; ids from before are stale. What was not saved is kept in a copy and named.",
        params: &[Field::new("id", Kind::Text, "Id, or name among those of the open file.").required()],
        returns: SCENE,
        example: r#"{"id": "before the rig"}"#,
        ..KEPT
    },
    Entry {
        name: "delete_checkpoints",
        doc: "Removes checkpoints.",
        params: &[Field::new("ids", Kind::List(&Kind::Text), "Ids, or names among those of the open file.").required()],
        returns: &[Field::new("deleted", Kind::List(&Kind::Text), "Ids of what is gone.").required()],
        example: r#"{"ids": ["before the rig"]}"#,
        ..KEPT
    },
];
