//! Operations on whole clips: cutting and joining them, playing them, mixing them in layers; and what drivers compute.

use super::Entry;
use crate::catalogue::crud::{ERRORS, ON_ERROR};
use crate::catalogue::entities::{CLIP, LAYER};
use crate::catalogue::{Domain, Effect, Field, Kind, Verb};

const CLIP_ID: Field = Field::new("clip_id", Kind::Ref("Clip"), "The clip.").required();
const LAYER_ID: Field = Field::new("layer_id", Kind::Ref("Layer"), "The layer.").required();
const CLIP_READ: Kind = Kind::Item(&CLIP, Verb::Get);
const LAYER_READ: Kind = Kind::Item(&LAYER, Verb::Get);
const READ: &str = "As read from the host.";

const TRIM: &[Field] = &[
    CLIP_ID,
    Field::new("start_time", Kind::Time, "Where it begins from now on; without it where it does.").within(-1e6, 1e6),
    Field::new("end_time", Kind::Time, "Where it ends from now on; without it where it does.").within(-1e6, 1e6),
];
const SPLIT: &[Field] = &[
    CLIP_ID,
    Field::new("time", Kind::Time, "Where the clip ends and the new one begins.").within(-1e6, 1e6).required(),
    Field::new("name", Kind::Text, "Of the new clip."),
];
const HALVES: &[Field] = &[
    CLIP_ID,
    Field::new("new_clip_id", Kind::Ref("Clip"), "What came after `time`, at the same times as before.").required(),
    Field::new("new_name", Kind::Text, "Its name.").required(),
];
const MERGE: &[Field] = &[
    Field::new("clip_ids", Kind::List(&Kind::Ref("Clip")), "Two clips or more, in the order in which they are played.")
        .required(),
    Field::new("name", Kind::Text, "Of the new clip."),
    Field::new("blend_time", Kind::Time, "How long each goes over into the next; 0 for a cut.").within(0.0, 1e6),
];
const PLAY: &[Field] = &[
    CLIP_ID,
    Field::new("action", Kind::Enum(&["play", "pause", "stop", "seek"]), "`stop` goes back to where the clip begins.")
        .required(),
    Field::new(
        "time",
        Kind::Time,
        "Where to seek to or play from, in the clip's own time; without it play goes on from where the scene is.",
    )
    .within(-1e6, 1e6),
];
const PLAYED: &[Field] = &[
    CLIP_ID,
    Field::new("action", Kind::Text, "What was done.").required(),
    Field::new("playing", Kind::Bool, "Whether the host plays now.").required(),
    Field::new("time", Kind::Time, "Where the scene is now.").required(),
];
const WEIGHT: &[Field] = &[LAYER_ID, Field::new("weight", Kind::Ratio, "How much of it counts.").required()];
const LAYER_CLIP: &[Field] = &[
    LAYER_ID,
    CLIP_ID,
    Field::new("start_time", Kind::Time, "Of add: where it begins in the scene; without it after the last one.")
        .within(-1e6, 1e6),
    Field::new(
        "order",
        Kind::COUNT,
        "Of add and reorder: which one of the layer's clips it shall be, from 0; they are laid end to end then.",
    ),
];
const COMPUTE: &[Field] = &[
    Field::new("driver_id", Kind::Ref("Driver"), "The driver.").required(),
    Field::new(
        "variables",
        Kind::Map,
        "Numbers in place of its variables, each by its name, to see what it would make of them; nothing changes then.",
    ),
];
const COMPUTED: &[Field] = &[
    Field::new("driver_id", Kind::Ref("Driver"), "The driver.").required(),
    Field::new("value", Kind::NUMBER, "What it computes, in the host's own number: radians for angles.").required(),
    Field::new("valid", Kind::Bool, "Whether the host could compute it.").required(),
    Field::new("enabled", Kind::Bool, "Whether it takes effect.").required(),
];

const EDIT: Entry = Entry { domain: Domain::Animation, ..Entry::EDIT };
const LOOK: Entry = Entry { domain: Domain::Animation, ..Entry::READ };

pub(super) const TABLE: &[Entry] = &[
    EDIT.batch("trim_clips", "Cuts clips off before and after a stretch; inside it their curves keep their form.", &Kind::Object(TRIM), &CLIP_READ).telling(READ).example(r#"{"items": [{"clip_id": "Wave", "start_time": 0.5, "end_time": 1.5}]}"#).idempotent(),
    EDIT.batch("split_clips", "Cuts clips in two. The first half stays what it is and is played where it is; the second is a new clip.", &Kind::Object(SPLIT), &Kind::Object(HALVES)).telling("One for each.").example(r#"{"items": [{"clip_id": "Wave", "time": 1}]}"#),
    EDIT.batch("merge_clips", "Makes a new clip of others, one after the other, each going over into the next or cut; those stay as they are.", &Kind::Object(MERGE), &CLIP_READ).telling(READ).example(r#"{"items": [{"clip_ids": ["PivotAction", "Wave"], "name": "Both"}]}"#),
    Entry { effect: Effect::Session, ..EDIT }.batch("play_clips", "Plays, pauses and stops the scene with a clip that a node plays, or moves the scene to a time of it. The current \
              frame is no undo step; without a window a host can seek, not play.", &Kind::Object(PLAY), &Kind::Object(PLAYED)).telling("One for each.").example(r#"{"items": [{"clip_id": "Wave", "action": "seek", "time": {"frame": 12}}]}"#).idempotent(),
    EDIT.batch("set_layer_weights", "Sets how much of layers counts.", &Kind::Object(WEIGHT), &LAYER_READ).telling(READ).example(r#"{"items": [{"layer_id": "Pivot/Waving", "weight": 0.25}]}"#).idempotent(),
    Entry {
        name: "edit_layer_clips",
        doc: "Adds clips to layers, removes them, or puts them into another order.",
        // What to do is said before to what, so `items` is not the first argument.
        params: &[
            Field::new("operation", Kind::Enum(&["add", "remove", "reorder"]), "What to do with each.").required(),
            Field::new("items", Kind::List(&Kind::Object(LAYER_CLIP)), "What to do, in this order.").required(),
            ON_ERROR,
        ],
        returns: &[Field::new("items", Kind::List(&LAYER_READ), READ).required(), ERRORS],
        example: r#"{"operation": "add", "items": [{"layer_id": "Pivot/Waving", "clip_id": "Wave"}]}"#,
        ..EDIT
    },
    LOOK.batch("evaluate_drivers", "Tells what drivers compute now, or what they would make of other numbers.", &Kind::Object(COMPUTE), &Kind::Object(COMPUTED)).telling("One for each.").example(r#"{"items": [{"driver_id": "Pivot/scale.x", "variables": {"height": 2.5}}]}"#),
];
