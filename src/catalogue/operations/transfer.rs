//! Things of one session into another one. No host does it: whoever reaches both does (`across/`).

use super::Entry;
use crate::catalogue::operation::BATCH_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope};

/// Its name.
pub(crate) const TRANSFER: &str = "transfer";

const NODES: Kind = Kind::List(&Kind::Ref("Node"));
const TEXTS: Kind = Kind::List(&Kind::Text);

const SOURCE_ID: Field = Field::new("source_id", Kind::Text, "Its id at the source.").required();
const SOURCE_NAME: Field = Field::new("source_name", Kind::Text, "Its name at the source.").required();
const ID: Field = Field::new("id", Kind::Text, "Its id at the target; absent in a dry run.");
const NAME: Field = Field::new(
    "name",
    Kind::Text,
    "Its name at the target, numbered where the old one was taken; absent in a dry run.",
);
const TYPE: Field =
    Field::new("type", Kind::Text, "What it is: `mesh`, `camera`, `light`, `curve`, `empty` ...").required();

const MOVED: &[Field] = &[SOURCE_ID, SOURCE_NAME, ID, NAME, TYPE];
const SHARED: &[Field] = &[
    SOURCE_ID,
    SOURCE_NAME,
    ID,
    NAME,
    Field::new("reused", Kind::Bool, "Whether the target had one of this name, which was taken."),
];
const LEFT: &[Field] =
    &[SOURCE_ID, SOURCE_NAME, TYPE, Field::new("reason", Kind::Text, "Why it could not come along.").required()];
const LOST: &[Field] = &[
    Field::new("field", Kind::Text, "What did not come along: `materials.textures.height`, `constraints` ...")
        .required(),
    Field::new("reason", Kind::Text, "Why.").required(),
    Field::new("ids", TEXTS, "Of which things at the source; the first 20.").required(),
    Field::new("count", Kind::COUNT, "Of how many.").required(),
];
const SESSION: &[Field] = &[
    Field::new("id", Kind::Text, "Its id.").required(),
    Field::new("name", Kind::Text, "Its name.").required(),
    Field::new("app", Kind::Text, "What it is: `blender`, `maya`, `unreal`, `usd`.").required(),
];

pub(super) const TABLE: &[Entry] = &[Entry {
    name: TRANSFER,
    doc: "Copies objects of this session into another one, whatever its axes and units: meshes with normals, UV maps, colours, materials and textures, cameras, lights, curves, empties, and what lies below what. All stand where they stood in the world. At the target it is one undo step, wholly or not at all; `lost` tells what has no place there.",
    params: &[
        Field::new(
            "target",
            Kind::Text,
            "The session that they go to: its id or name, as `list_instances` tells them.",
        )
        .required(),
        Field::new("ids", NODES, "What goes: ids or unique names in this session.").required(),
        Field::new("include_children", Kind::Bool, "Whether all that lies below them goes too.").or("true"),
        Field::new(
            "reuse_materials",
            Kind::Bool,
            "Whether a material of the same name that the target has is taken in place of a new one.",
        )
        .or("false"),
        Field::new("dry_run", Kind::Bool, "Only tells what would go and what would be lost.").or("false"),
    ],
    returns: &[
        Field::new("items", Kind::List(&Kind::Object(MOVED)), "The objects: which one has become which.").required(),
        Field::new("materials", Kind::List(&Kind::Object(SHARED)), "Their materials.").required(),
        Field::new("textures", Kind::List(&Kind::Object(SHARED)), "The textures of these.").required(),
        Field::new("lost", Kind::List(&Kind::Object(LOST)), "What did not come along of what came.").required(),
        Field::new(
            "left_out",
            Kind::List(&Kind::Object(LEFT)),
            "Objects below the chosen ones that no target has a place for, or not this one.",
        )
        .required(),
        Field::new("source", Kind::Object(SESSION), "Where they are.").required(),
        Field::new("target", Kind::Object(SESSION), "Where they went.").required(),
        Field::new("bytes", Kind::INT, "Of all arrays and pictures together.").required().unit("bytes"),
        Field::new("dry_run", Kind::Bool, "Whether nothing has been done.").required(),
    ],
    effect: Effect::Edit,
    scope: Scope::Edit,
    example: r#"{"ids": ["Tent"], "target": "blender-2", "dry_run": true}"#,
    idempotent: false,
    main_thread: false,
    timeout: BATCH_TIMEOUT,
    ..Entry::READ
}];
