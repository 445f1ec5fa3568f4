//! Operations of the core domain on groups: what lies in them, and in which other one they lie.

use super::Entry;
use crate::catalogue::{Field, Kind};

const OBJECTS: Kind = Kind::List(&Kind::Ref("Node"));
const GROUP_ID: Field = Field::new("group_id", Kind::Ref("Group"), "The group.").required();
const TARGET: Field = Field::new(
    "target_group_id",
    Kind::Ref("Group"),
    "Of move: the group that takes the objects; of nest: the group that takes this one, null for none.",
)
.nullable();

const EDIT: &Kind = &Kind::Object(&[
    GROUP_ID,
    Field::new(
        "object_ids",
        OBJECTS,
        "Which nodes; remove and move without it mean all of the group, nest takes none.",
    ),
    TARGET,
]);
const EDITED: &Kind = &Kind::Object(&[
    GROUP_ID,
    Field::new("object_ids", OBJECTS, "The nodes that are in it now.").required(),
    Field::new("parent_id", Kind::Ref("Group"), "The group that it lies in now, null for none.").required().nullable(),
    Field::new("target_group_id", Kind::Ref("Group"), "Of move: the group that took the objects."),
    Field::new("target_object_ids", OBJECTS, "Of move: the nodes that are in that one now."),
]);

pub(super) const TABLE: &[Entry] = &[Entry::EDIT
    .batch(
        "edit_groups",
        "Puts nodes into groups, takes them out, moves them from one group to another, or puts groups into others; what \
         is not named stays where it is.",
        EDIT,
        EDITED,
    )
    .with(&[Field::new("operation", Kind::Enum(&["add", "remove", "move", "nest"]), "What to do with each.").required()])
    .example(r#"{"operation": "add", "items": [{"group_id": "Furniture", "object_ids": ["Pivot"]}]}"#)];
