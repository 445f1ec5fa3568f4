//! Opening and saving the scene's file.

use super::Entry;
use super::core::SCENE;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope};

/// Files are neither undone nor done again.
const FILE: Entry = Entry { effect: Effect::Session, scope: Scope::Files, timeout: SCENE_TIMEOUT, ..Entry::READ };

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
];
