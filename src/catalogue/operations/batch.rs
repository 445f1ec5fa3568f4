//! Many operations as one.

use super::Entry;
use crate::catalogue::operation::BATCH_TIMEOUT;
use crate::catalogue::{Effect, Field, Kind, Scope};

const STEP: &[Field] = &[
    Field::new("operation", Kind::Text, "Name of the operation.").required(),
    Field::new("arguments", Kind::Map, "Its arguments, references among them.").or("{}"),
    Field::new("name", Kind::Text, "For references: letters, digits and `_`."),
];

const OUTCOME: &[Field] = &[
    Field::new("index", Kind::COUNT, "Which step, counted from 0.").required(),
    Field::new("operation", Kind::Text, "What it did.").required(),
    Field::new("name", Kind::Text, "Its name, when it was given one."),
    Field::new("result", Kind::Map, "What the operation gave."),
    Field::new("error", Kind::Map, "Why it failed; only with `on_error: \"continue\"`."),
    Field::new("would", Kind::Map, "What it would do; only with `dry_run`."),
];

pub(super) const TABLE: &[Entry] = &[Entry {
    name: "batch",
    doc: "Runs many operations in order as one call and one undo step: all of them, or, when one fails, nothing. A \
          text `$0.ids[0]` or `$arm.ids` in a step's arguments stands for what an earlier step gave, by its number \
          or its name; a text that really begins with `$` is written `$$`.",
    params: &[
        Field::new("operations", Kind::List(&Kind::Object(STEP)), "The steps, at most 10,000.").required(),
        Field::new(
            "on_error",
            Kind::Enum(&["fail", "continue"]),
            "`fail`: one failed step undoes all; `continue`: the others are kept, each an undo step of its own.",
        )
        .or("\"fail\""),
        Field::new("dry_run", Kind::Bool, "Check everything and tell what would change; touch nothing.").or("false"),
        Field::new("label", Kind::Text, "Name of the undo step, as the artist sees it."),
    ],
    returns: &[
        Field::new("results", Kind::List(&Kind::Object(OUTCOME)), "One for each step, in order.").required(),
        Field::new("completed", Kind::COUNT, "How many steps were done.").required(),
        Field::new("failed", Kind::COUNT, "How many failed; only with `on_error: \"continue\"`."),
        Field::new("asks", Kind::List(&Kind::Text), "What the owner would be asked about; only with `dry_run`."),
    ],
    effect: Effect::Delete,
    scope: Scope::Edit,
    example: r##"{"operations": [
        {"operation": "create_materials", "name": "red", "arguments": {"items": [{"name": "Red", "base_color": "#ff0000"}]}},
        {"operation": "create_primitives", "arguments": {"items": [{"kind": "cube", "material_id": "$red.ids[0]"}]}},
        {"operation": "transform", "arguments": {"items": [{"id": "$1.ids[0]", "position": [0, 0, 1]}]}}]}"##,
    idempotent: false,
    timeout: BATCH_TIMEOUT,
    ..Entry::READ
}];
