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

const PAIR: &[Field] = &[
    Field::new("source_id", Kind::Ref("Joint"), "The joint of the rig whose clip it is.").required(),
    Field::new("target_id", Kind::Ref("Joint"), "The joint of the other rig that follows it.").required(),
];
const FOLLOWS: &[Field] = &[
    Field::new("source_id", Kind::Ref("Joint"), "The joint that is followed.").required(),
    Field::new("source_name", Kind::Text, "Its name.").required(),
    Field::new("target_id", Kind::Ref("Joint"), "The joint that follows it.").required(),
    Field::new("target_name", Kind::Text, "Its name.").required(),
    Field::new("by", Kind::Enum(&["given", "name", "anatomy"]), "How the pair was found.").required(),
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
    Entry {
        name: "retarget_clip",
        doc: "Makes of a clip of one rig a clip for another rig, whatever its proportions, the names of its joints and how they lie: each joint \
              is turned from its rest as the one that it follows is from its own, and the root goes as far as its legs are longer. What \
              constraints hold goes on being held by them. The target plays the new clip from then on.",
        params: &[
            CLIP_ID,
            Field::new("source_rig_id", Kind::Ref("Rig"), "The rig whose motion it is; the one that plays it when not given."),
            Field::new("target_rig_id", Kind::Ref("Rig"), "The rig that gets it.").required(),
            Field::new("mapping", Kind::List(&Kind::Object(PAIR)), "Which joint follows which, as far as you say it.").or("[]"),
            Field::new(
                "find_others",
                Kind::Bool,
                "Whether the others are found by what their names say: part of the body, side, number; else those of `mapping` alone follow.",
            )
            .or("true"),
            Field::new("name", Kind::Text, "Of the new clip; made of the clip's and the rig's when not given."),
            Field::new(
                "sample",
                Kind::Enum(&["frames", "keyframes"]),
                "Whether there is a keyframe on every frame, which is exact, or only at each time at which a joint had one, which is easier to edit.",
            )
            .or("\"frames\""),
            Field::new("frame_rate", Kind::Float { min: 0.01, max: 1_000.0 }, "Of `frames`: keyframes per second; the scene's when not given."),
            Field::new(
                "translation_scale",
                Kind::Float { min: 1e-6, max: 1e6 },
                "How much further the root goes; as much as the legs are longer when not given.",
            ),
            Field::new(
                "match_rest_poses",
                Kind::Bool,
                "Whether limbs point where those of the source do, when one rests with its arms down and the other with them held out.",
            )
            .or("false"),
        ],
        returns: &[
            CLIP_ID,
            Field::new("channel_count", Kind::COUNT, "How many channels it has.").required(),
            COUNT,
            START,
            DURATION,
            Field::new("translation_scale", Kind::NUMBER, "How much further the root goes.").required(),
            Field::new("mapping", Kind::List(&Kind::Object(FOLLOWS)), "Which joint follows which.").required(),
            Field::new("unmatched", Kind::List(&Kind::Text), "Names of joints that the clip moves and of whose motion nothing is in the new one.").required(),
            Field::new("left_out", Kind::List(&Kind::Text), "Paths of the clip's channels that say something else: scales, the rig itself, joints that are pulled out of their places.")
                .required(),
        ],
        example: r#"{"clip_id": "Walk", "target_rig_id": "Hero"}"#,
        made_of: &[
            "get_clips",
            "get_rigs",
            "list_rigs",
            "list_joints",
            "get_joints",
            "list_channels",
            "list_anim_curves",
            "get_anim_curves",
            "evaluate_animation",
            "create_clips",
            "update_joints",
            "create_channels",
            "create_anim_curves",
        ],
        ..ANIMATING
    },
];
