//! Operations of the animation domain: what channels amount to, and editing many keyframes at once.

use super::Entry;
use crate::catalogue::entities::{ANIM_CURVE, CHANNEL, INTERPOLATIONS};
use crate::catalogue::{Domain, Field, Kind, Verb};

const READ: Kind = Kind::Item(&CHANNEL, Verb::Get);
const CURVE: Kind = Kind::Item(&ANIM_CURVE, Verb::Get);
const CHANNEL_ID: Field = Field::new("channel_id", Kind::Ref("Channel"), "The channel.").required();
const START: Field =
    Field::new("start_time", Kind::Time, "From here on; without it from the first keyframe.").within(-1e6, 1e6);
const END: Field = Field::new("end_time", Kind::Time, "Up to here; without it to the last keyframe.").within(-1e6, 1e6);

const EVALUATE: &[Field] = &[
    Field::new("clip_id", Kind::Ref("Clip"), "The clip.").required(),
    Field::new("time", Kind::Time, "When.").within(-1e6, 1e6).required(),
];
const AMOUNT: &[Field] = &[
    CHANNEL_ID,
    Field::new("path", Kind::Text, "Which number of the node.").required(),
    Field::new("value", Kind::NUMBER, "What it is then.").required(),
];
const EVALUATED: &[Field] = &[
    Field::new("clip_id", Kind::Ref("Clip"), "The clip.").required(),
    Field::new("time", Kind::Time, "When, in seconds.").required(),
    Field::new("values", Kind::List(&Kind::Object(AMOUNT)), "Each channel that is not muted.").required(),
];
const MUTE: &[Field] = &[CHANNEL_ID, Field::new("muted", Kind::Bool, "Whether it is switched off.").required()];
const BAKE: &[Field] = &[
    CHANNEL_ID,
    START,
    END,
    Field::new(
        "frame_rate",
        Kind::Float { min: 0.01, max: 1_000.0 },
        "Keyframes per second; the scene's when not given.",
    ),
];
const INTERPOLATE: &[Field] = &[
    CHANNEL_ID,
    Field::new("mode", Kind::Enum(INTERPOLATIONS), "How the values go on from each keyframe.").required(),
    START,
    END,
];
const COUNTED: &[Field] = &[
    CHANNEL_ID,
    Field::new("keyframe_ids", Kind::List(&Kind::Ref("Keyframe")), "The keyframes written, in order of time.")
        .required(),
    Field::new("keyframe_count", Kind::COUNT, "How many there are on the channel now.").required(),
];
const SOLO: &[Field] =
    &[CHANNEL_ID, Field::new("solo", Kind::Bool, "Whether it alone of its clip is heard.").required()];
const TRANSFORM: &[Field] = &[
    CHANNEL_ID,
    Field::new(
        "keyframe_ids",
        Kind::List(&Kind::Ref("Keyframe")),
        "Which of its keyframes; without it all, or those from `start_time` to `end_time`.",
    ),
    START,
    END,
    Field::new(
        "operation",
        Kind::Enum(&["scale", "offset", "mirror", "noise"]),
        "What to do; mirror turns them round at `pivot_time`, at `pivot_value`, or at both.",
    )
    .required(),
    Field::new("time_scale", Kind::Float { min: 1e-6, max: 1e6 }, "Of scale: factor on the distance to `pivot_time`."),
    Field::new("value_scale", Kind::NUMBER, "Of scale: factor on the distance to `pivot_value`."),
    Field::new("time_offset", Kind::Time, "Of offset: how much later.").within(-1e6, 1e6),
    Field::new("value_offset", Kind::NUMBER, "Of offset: how much more."),
    Field::new("pivot_time", Kind::Time, "Of scale and mirror: what stays; of scale the first of them when not given.")
        .within(-1e6, 1e6),
    Field::new("pivot_value", Kind::NUMBER, "Of scale and mirror: what stays; of scale 0 when not given."),
    Field::new("noise_amplitude", Kind::POSITIVE, "Of noise: how far a value may go up or down."),
    Field::new("seed", Kind::INT, "Of noise: the same seed gives the same noise; 0 when not given."),
];
const SMOOTH: &[Field] = &[
    Field::new("curve_id", Kind::Ref("AnimCurve"), "The curve.").required(),
    Field::new("strength", Kind::Ratio, "How far each value goes to the line between its neighbours.").or("0.5"),
    Field::new("passes", Kind::Int { min: 1, max: 1_000 }, "How many times.").or("1"),
    Field::new(
        "preserve_ids",
        Kind::List(&Kind::Ref("Keyframe")),
        "Keyframes that keep their values, as the first and the last one do.",
    )
    .or("[]"),
    START,
    END,
];

const EDIT: Entry = Entry { domain: Domain::Animation, ..Entry::EDIT };
const LOOK: Entry = Entry { domain: Domain::Animation, ..Entry::READ };

pub(super) const TABLE: &[Entry] = &[
    LOOK.batch("evaluate_animation", "Computes what the channels of clips amount to at a time, without moving the scene there.", &Kind::Object(EVALUATE), &Kind::Object(EVALUATED)).telling("One for each.").example(r#"{"items": [{"clip_id": "Wave", "time": {"frame": 12}}]}"#),
    EDIT.batch("set_channel_mute", "Switches channels off or on.", &Kind::Object(MUTE), &READ).telling("As read from the host.").example(r#"{"items": [{"channel_id": "PivotAction/rotation.x", "muted": true}]}"#).idempotent(),
    EDIT.batch("set_channel_solo", "Lets channels alone be heard in their clips, by muting the others; `solo: false` alone unmutes all. Hosts that \
              keep no solo know afterwards only who is muted: the result tells all channels of the clips.", &Kind::Object(SOLO), &READ).telling("As read from the host.").example(r#"{"items": [{"channel_id": "PivotAction/rotation.x", "solo": true}]}"#).idempotent(),
    EDIT.batch("transform_keyframes", "Moves many keyframes of channels at once, in time and value: scales, offsets, mirrors or shakes them. They keep \
              their ids, handles go along.", &Kind::Object(TRANSFORM), &Kind::Object(COUNTED)).example(r#"{"items": [{"channel_id": "PivotAction/rotation.x", "operation": "offset", "time_offset": 0.5}]}"#),
    EDIT.batch("smooth_curves", "Takes the jitter out of animation curves: each value goes towards the line between its neighbours.", &Kind::Object(SMOOTH), &CURVE).telling("As read from the host.").example(r#"{"items": [{"curve_id": "PivotAction/position.y", "strength": 0.5, "passes": 3}]}"#),
    EDIT.batch("bake_keyframes", "Puts a keyframe at every step of a stretch of channels, with the values that they have there.", &Kind::Object(BAKE), &Kind::Object(COUNTED)).example(r#"{"items": [{"channel_id": "PivotAction/rotation.x", "start_time": 0, "end_time": 2}]}"#).idempotent(),
    EDIT.batch("set_interpolation", "Sets how channels go on from their keyframes, all or those of a stretch.", &Kind::Object(INTERPOLATE), &Kind::Object(COUNTED)).example(r#"{"items": [{"channel_id": "PivotAction/rotation.x", "mode": "linear"}]}"#).idempotent(),
];
