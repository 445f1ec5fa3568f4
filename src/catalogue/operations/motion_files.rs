//! Animation from files and into files.

use super::Entry;
use crate::catalogue::operation::SCENE_TIMEOUT;
use crate::catalogue::{Domain, Field, Kind};

const FORMATS: Kind = Kind::Enum(&["glb", "fbx", "bvh", "json"]);
const BYTES: Kind = Kind::Blob("application/octet-stream");
const CLIPS: Kind = Kind::List(&Kind::Ref("Clip"));
const NODES: Kind = Kind::List(&Kind::Ref("Node"));

const IMPORT: &[Field] = &[
    Field::new("path", Kind::Path { write: false }, "The file; or give `data`."),
    Field::new("data", BYTES, "The bytes of the file; or give `path`."),
    Field::new("format", FORMATS, "Needed with `data`; without it as the ending of the path says."),
    Field::new("name", Kind::Text, "What the file is called when it is sent, without its ending."),
    Field::new(
        "target_mapping",
        Kind::Map,
        "Nodes of ours that play the clips, by the names of those in the file; nothing but clips comes then. A `json` \
         file moves the nodes of the names in it when this says nothing of them.",
    ),
];
const IMPORTED: &[Field] = &[
    Field::new("format", FORMATS, "What it was read as.").required(),
    Field::new("clip_ids", CLIPS, "The clips that came.").required(),
    Field::new("names", Kind::List(&Kind::Text), "Their names.").required(),
    Field::new("node_ids", NODES, "The nodes that came with them, or that play them.").required(),
    Field::new(
        "unmatched",
        Kind::List(&Kind::Text),
        "Channels that find nothing to move on the nodes of `target_mapping`, as `clip/path`.",
    )
    .required(),
];
const EXPORT: &[Field] = &[
    Field::new("clip_ids", CLIPS, "What goes into the file, with the nodes that play it.").required(),
    Field::new("path", Kind::Path { write: true }, "Where to; without it the bytes come back."),
    Field::new("format", FORMATS, "Needed without `path`; with it as its ending says."),
];
const EXPORTED: &[Field] = &[
    Field::new("format", FORMATS, "What was written.").required(),
    Field::new("clip_ids", CLIPS, "What went into it.").required(),
    Field::new("node_ids", NODES, "The nodes that went with it.").required(),
    Field::new("size", Kind::COUNT, "Bytes of the file.").required().unit("bytes"),
    Field::new("path", Kind::Text, "Where it was written."),
    Field::new("data", BYTES, "Its bytes, when no path was given."),
];

const EDIT: Entry = Entry { domain: Domain::Animation, ..Entry::EDIT };
const LOOK: Entry = Entry { domain: Domain::Animation, timeout: SCENE_TIMEOUT, ..Entry::READ };

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch(
        "import_animation",
        "Brings clips from files, from a path or as bytes, onto nodes of ours or with the nodes of the file. `json` is what \
         export_animation writes: every keyframe, exactly.",
        &Kind::Object(IMPORT),
        &Kind::Object(IMPORTED),
    )
    .asking("The files.")
    .telling("What came of each.")
    .example(r#"{"items": [{"path": "/projects/walk.bvh", "target_mapping": {"walk": "Skeleton"}}]}"#),
    LOOK.batch(
        "export_animation",
        "Writes clips to files, or gives their bytes; what nodes play and the scene stay as they are. `bvh` takes one clip \
         of one rig.",
        &Kind::Object(EXPORT),
        &Kind::Object(EXPORTED),
    )
    .asking("The files.")
    .telling("What was written of each.")
    .example(r#"{"items": [{"clip_ids": ["PivotAction"], "format": "json"}]}"#),
];
