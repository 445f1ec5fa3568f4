//! Making and joining clips.

use super::COMPOUND;
use crate::catalogue::entities::{EXTRAPOLATIONS, INTERPOLATIONS};
use crate::catalogue::operations::Entry;
use crate::catalogue::{Domain, Field, Kind};

const FOREVER: f64 = 1e6;
const ANIMATING: Entry = Entry { domain: Domain::Animation, ..COMPOUND };
const CLIP_ID: Field = Field::new("clip_id", Kind::Ref("Clip"), "The clip.").required();
const CHANNEL_IDS: Field = Field::new("channel_ids", Kind::List(&Kind::Ref("Channel")), "Its channels.").required();
const DURATION: Field = Field::new("duration", Kind::Time, "How long it is.").required();
const START: Field = Field::new("start_time", Kind::Time, "Where it begins.").required();
const COUNT: Field = Field::new("keyframe_count", Kind::COUNT, "How many keyframes were set.").required();

const KEYFRAME: &[Field] = &[
    Field::new("time", Kind::Time, "When.").within(-FOREVER, FOREVER).required(),
    Field::new("value", Kind::NUMBER, "The number: degrees for `rotation.x`, scene units for `position.x`.").required(),
    Field::new(
        "interpolation",
        Kind::Enum(INTERPOLATIONS),
        "How the value goes on from it; the channel's when not given.",
    ),
    Field::new("tangent_in", Kind::Vector2, "Handle on its left, from the keyframe: [seconds, value]."),
    Field::new("tangent_out", Kind::Vector2, "Handle on its right, from the keyframe: [seconds, value]."),
];
const CHANNEL: &[Field] = &[
    Field::new("node_id", Kind::Ref("Node"), "The node.").required(),
    Field::new("path", Kind::Text, "Which number of it: `position.x`, `rotation.z` (degrees), or the host's own path.")
        .required(),
    Field::new("keyframes", Kind::List(&Kind::Object(KEYFRAME)), "What it is when; at least one.").required(),
    Field::new("interpolation", Kind::Enum(INTERPOLATIONS), "How values go on from keyframes that do not say."),
    Field::new("extrapolation_pre", Kind::Enum(EXTRAPOLATIONS), "How it goes on before the first.").or("\"constant\""),
    Field::new("extrapolation_post", Kind::Enum(EXTRAPOLATIONS), "How it goes on after the last.").or("\"constant\""),
];

pub(super) const TABLE: &[Entry] = &[
    Entry {
        name: "create_animation",
        doc: "Makes a clip with its channels and all their keyframes in one call; the nodes play it from then on.",
        params: &[
            Field::new("name", Kind::Text, "Of the clip.").required(),
            Field::new("channels", Kind::List(&Kind::Object(CHANNEL)), "What is animated.").required(),
            Field::new("loop", Kind::Bool, "Whether it is meant to be repeated.").or("false"),
            Field::new("start_time", Kind::Time, "Where the clip begins; at its first keyframe when not given.")
                .within(-FOREVER, FOREVER),
            Field::new("duration", Kind::Time, "How long it is; up to its last keyframe when not given.")
                .within(0.0, FOREVER),
        ],
        returns: &[CLIP_ID, CHANNEL_IDS, COUNT, START, DURATION],
        example: r#"{"name": "Hop", "channels": [{"node_id": "Ball", "path": "position.z", "interpolation": "bezier",
            "keyframes": [{"time": 0, "value": 0.5}, {"time": 0.5, "value": 2}, {"time": 1, "value": 0.5}]}]}"#,
        made_of: &["create_clips", "create_channels", "create_keyframes", "update_clips", "get_clips"],
        ..ANIMATING
    },
    Entry {
        name: "blend_clips",
        doc: "Makes a new clip that lies between others, as their weights say, each number by itself; a number that only some of them move \
              is theirs alone. The nodes play the new one from then on, the others stay as they are.",
        params: &[
            Field::new("clip_ids", Kind::List(&Kind::Ref("Clip")), "Two clips or more.").required(),
            Field::new(
                "node_id",
                Kind::Ref("Node"),
                "Who plays what no node plays now; the node that plays the others, when it is one, when not given.",
            ),
            Field::new("weights", Kind::List(&Kind::POSITIVE), "How much each counts; all alike when not given."),
            Field::new("name", Kind::Text, "Of the new clip.").or("\"Blend\""),
            Field::new(
                "match_length",
                Kind::Bool,
                "Whether each is stretched to a common length, that between theirs, so that steps meet steps; else each keeps its pace.",
            )
            .or("true"),
            Field::new("frame_rate", Kind::Float { min: 0.01, max: 1_000.0 }, "Keyframes per second; the scene's when not given."),
        ],
        returns: &[CLIP_ID, CHANNEL_IDS, COUNT, DURATION],
        example: r#"{"clip_ids": ["Walk", "Run"], "weights": [1, 3], "name": "Jog"}"#,
        made_of: &[
            "get_clips",
            "list_channels",
            "evaluate_animation",
            "get_nodes",
            "create_clips",
            "create_channels",
            "create_anim_curves",
        ],
        ..ANIMATING
    },
    Entry {
        name: "create_cycle",
        doc: "Makes a clip go on for ever: its last pose becomes its first, and from there it repeats. What `advancing` names (the way that \
              a walk covers) goes on from where it came to instead.",
        params: &[
            CLIP_ID,
            Field::new("advancing", Kind::List(&Kind::Text), "Paths of channels that go on rather than come back: `position.y`.")
                .or("[]"),
            Field::new("before", Kind::Bool, "Whether it also repeats before its start.").or("true"),
        ],
        returns: &[
            CLIP_ID,
            Field::new("channel_count", Kind::COUNT, "How many channels repeat.").required(),
            START,
            DURATION,
            Field::new("closed_gap", Kind::NUMBER, "The largest difference between a last value and its first that was closed.")
                .required(),
        ],
        example: r#"{"clip_id": "Walk", "advancing": ["position.x"]}"#,
        made_of: &[
            "get_clips",
            "list_channels",
            "evaluate_animation",
            "create_keyframes",
            "update_channels",
            "update_clips",
        ],
        ..ANIMATING
    },
];
