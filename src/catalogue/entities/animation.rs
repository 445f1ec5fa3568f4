//! Entities of the animation domain: clips, their channels, the curves of those and the keyframes on them.

use serde_json::{Map, Value};

use crate::catalogue::validate::{Problem, same_rows};
use crate::catalogue::{Domain, Entity, Field, Kind, Verb};
use crate::wire::Attachment;

/// The words of what a curve does beyond its keyframes.
pub(in crate::catalogue) const EXTRAPOLATIONS: &[&str] =
    &["constant", "linear", "cycle", "cycle_with_offset", "oscillate"];
/// The words of a keyframe's interpolation.
pub(in crate::catalogue) const INTERPOLATIONS: &[&str] =
    &["linear", "step", "bezier", "hermite", "catmull", "constant"];
/// Seconds that every host can hold as a frame; what is beyond its own limit a host refuses.
const FOREVER: f64 = 1e6;
const METADATA: Field = Field::new("metadata", Kind::Map, "Custom properties by name.");
/// What lies on a channel names it, or says which number of which node it animates.
const CHANNEL_ID: Field =
    Field::new("channel_id", Kind::Ref("Channel"), "Its channel; or give `node_id` and `path`.").once();
const NODE_ID: Field = Field::new(
    "node_id",
    Kind::Ref("Node"),
    "The node or joint, in place of `channel_id`; clip and channel are made when missing.",
)
.once()
.nullable();
const PATH: Field = Field::new("path", Kind::Text, "Which number of the node, as in channels: `rotation.x`.").once();

/// What is played: the channels of one or more nodes.
pub(in crate::catalogue) static CLIP: Entity = Entity {
    name: "Clip",
    singular: "clip",
    plural: "clips",
    domain: Domain::Animation,
    doc: "A clip keeps the animation of one or more nodes (an action in Blender, a clip in Maya, a sequence in Unreal).",
    base: None,
    parent: Some("Node"),
    fields: &[
        Field::new("id", Kind::Ref("Clip"), "Opaque id that survives renaming.").read_only().required(),
        Field::new("name", Kind::Text, "The name that the artist sees; the host may number it to keep it unique."),
        Field::new("start_time", Kind::Time, "Where it begins; its first keyframe when nobody has said.")
            .within(-FOREVER, FOREVER)
            .unit("s"),
        Field::new("duration", Kind::Time, "How long it is; up to its last keyframe when nobody has said.")
            .within(0.0, FOREVER)
            .unit("s"),
        Field::new("frame_rate", Kind::Float { min: 0.01, max: 1_000.0 }, "Frames per second of the clip itself.")
            .unit("1/s"),
        Field::new("loop", Kind::Bool, "Whether it is meant to be repeated, its end leading into its start.")
            .or("false"),
        Field::new("speed", Kind::NUMBER, "How many times as fast it is played."),
        Field::new("enabled", Kind::Bool, "Whether it takes effect wherever it is used."),
        Field::new("node_ids", Kind::List(&Kind::Ref("Node")), "The nodes that play it.").read_only(),
        METADATA,
    ],
    example: r#"{"name": "Wave", "start_time": 0, "duration": 2, "loop": true}"#,
    check: None,
};

/// One animated number of a node.
pub(in crate::catalogue) static CHANNEL: Entity = Entity {
    name: "Channel",
    singular: "channel",
    plural: "channels",
    domain: Domain::Animation,
    doc: "A channel animates one number of a node in a clip; keyframes lie on it.",
    base: None,
    parent: Some("Clip"),
    fields: &[
        Field::new("id", Kind::Ref("Channel"), "Opaque id that survives renaming of node and clip.")
            .read_only()
            .required(),
        Field::new("name", Kind::Text, "`clip/path`.").read_only(),
        Field::new(
            "node_id",
            Kind::Ref("Node"),
            "The node; a joint is taken too, and told as its rig. Null on reading while no node plays the clip.",
        )
        .required()
        .once()
        .nullable(),
        Field::new(
            "path",
            Kind::Text,
            "Which number: `position.x`, `rotation.z` (Euler degrees), `quaternion.w`, `scale.y`, or the host's own path \
             (`hide_render`, `modifiers[\"Bevel\"].width`). That of the pose of a joint is told as `joints[\"Hip\"].quaternion.w`.",
        )
        .required()
        .once(),
        Field::new(
            "clip_id",
            Kind::Ref("Clip"),
            "Its clip; without it the one that the node plays, made when missing.",
        )
        .once(),
        Field::new("type", Kind::Enum(&["scalar"]), "How many numbers: hosts animate each one by itself.").read_only(),
        Field::new("default_value", Kind::NUMBER, "What the number is when nothing animates it and nobody set it.")
            .read_only(),
        Field::new("enabled", Kind::Bool, "Whether it takes part, where a host tells that from `muted`."),
        Field::new("muted", Kind::Bool, "Whether the artist has switched it off.").or("false"),
        Field::new("locked", Kind::Bool, "Whether the artist is kept from editing it.").or("false"),
        Field::new("extrapolation_pre", Kind::Enum(EXTRAPOLATIONS), "How it goes on before its first keyframe.")
            .or("\"constant\""),
        Field::new("extrapolation_post", Kind::Enum(EXTRAPOLATIONS), "How it goes on after its last keyframe.")
            .or("\"constant\""),
        METADATA,
    ],
    example: r#"{"node_id": "Pivot", "path": "position.z", "extrapolation_post": "cycle", "extrapolation_pre": "cycle"}"#,
    check: Some(channel),
};

/// What the value of a channel is over time.
pub(in crate::catalogue) static ANIM_CURVE: Entity = Entity {
    name: "AnimCurve",
    singular: "anim_curve",
    plural: "anim_curves",
    domain: Domain::Animation,
    doc: "An animation curve is what a channel's number is over time: all its keyframes at once, as arrays, and how it goes on \
          beyond them. A channel says what is animated and has a curve as soon as it has a keyframe (in Blender both are the \
          F-curve); deleting the curve leaves the channel empty.",
    base: None,
    parent: Some("Clip"),
    fields: &[
        Field::new("id", Kind::Ref("AnimCurve"), "Opaque id that survives renaming of node and clip.")
            .read_only()
            .required(),
        Field::new("name", Kind::Text, "`clip/path`.").read_only(),
        CHANNEL_ID,
        NODE_ID,
        PATH,
        Field::new(
            "times",
            Kind::Array(&Kind::Float { min: -FOREVER, max: FOREVER }),
            "When its keyframes are, rising, shape [n].",
        )
        .required()
        .on_request()
        .unit("s"),
        Field::new(
            "values",
            Kind::Array(&Kind::NUMBER),
            "The number at each of them: degrees for `rotation.x`, scene units for `position.x`, shape [n].",
        )
        .required()
        .on_request(),
        Field::new(
            "interpolation_type",
            Kind::Enum(INTERPOLATIONS),
            "How it goes on from all of its keyframes; left out on reading where they differ.",
        ),
        Field::new("pre_infinity", Kind::Enum(EXTRAPOLATIONS), "How it goes on before its first keyframe.")
            .or("\"constant\""),
        Field::new("post_infinity", Kind::Enum(EXTRAPOLATIONS), "How it goes on after its last keyframe.")
            .or("\"constant\""),
        Field::new("weighted_tangents", Kind::Bool, "Whether handles have lengths of their own, beside directions."),
        Field::new("keyframe_count", Kind::COUNT, "How many keyframes it has.").read_only(),
        Field::new("start_time", Kind::Time, "Its first keyframe.").read_only(),
        Field::new("end_time", Kind::Time, "Its last keyframe.").read_only(),
        Field::new("minimum", Kind::NUMBER, "The least of its values.").read_only(),
        Field::new("maximum", Kind::NUMBER, "The greatest of its values.").read_only(),
        METADATA,
    ],
    example: r#"{"node_id": "Pivot", "path": "position.y", "times": [0, 0.5, 1], "values": [0, 2, 0], "interpolation_type": "bezier"}"#,
    check: Some(anim_curve),
};

/// One value at one time.
pub(in crate::catalogue) static KEYFRAME: Entity = Entity {
    name: "Keyframe",
    singular: "keyframe",
    plural: "keyframes",
    domain: Domain::Animation,
    doc: "A keyframe is the value of a channel at one time; setting another one at the same time replaces it.",
    base: None,
    parent: Some("Channel"),
    fields: &[
        Field::new("id", Kind::Ref("Keyframe"), "Opaque id that survives moving it in time.").read_only().required(),
        Field::new("name", Kind::Text, "`clip/path/frame`.").read_only(),
        CHANNEL_ID,
        NODE_ID,
        PATH,
        Field::new("time", Kind::Time, "When, in seconds; {\"frame\": 30} on input.")
            .within(-FOREVER, FOREVER)
            .required()
            .unit("s"),
        Field::new("value", Kind::NUMBER, "The number: degrees for `rotation.x`, scene units for `position.x`.")
            .required(),
        Field::new("interpolation_in", Kind::Enum(INTERPOLATIONS), "How the value comes to it from the one before."),
        Field::new("interpolation_out", Kind::Enum(INTERPOLATIONS), "How the value goes on to the next one."),
        Field::new(
            "tangent_in",
            Kind::Vector2,
            "Handle on its left, from the keyframe: [seconds, value], seconds not above 0.",
        ),
        Field::new(
            "tangent_out",
            Kind::Vector2,
            "Handle on its right, from the keyframe: [seconds, value], seconds not below 0.",
        ),
        Field::new("is_breakdown", Kind::Bool, "Whether it is a breakdown between two keys.").or("false"),
        METADATA,
    ],
    example: r#"{"node_id": "Pivot", "path": "rotation.x", "time": {"frame": 30}, "value": 45}"#,
    check: Some(keyframe),
};

/// A channel is made on a node.
fn channel(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let none = verb == Verb::Create && item.get("node_id").is_none_or(Value::is_null);
    none.then(|| Problem::new("node_id", "the node that it animates", &Value::Null)).into_iter().collect()
}

/// Either a channel, or a node and which of its numbers.
fn place(item: &Map<String, Value>) -> Option<Problem> {
    let has = |name: &str| item.get(name).is_some_and(|value| !value.is_null());
    match (has("channel_id"), has("node_id"), has("path")) {
        (true, false, false) | (false, true, true) => None,
        (true, ..) => Some(Problem::new("channel_id", "nothing beside `node_id` and `path`", &item["channel_id"])),
        (_, true, false) => Some(Problem::new("path", "which number of the node", &Value::Null)),
        (_, false, true) => Some(Problem::new("node_id", "the node of `path`", &Value::Null)),
        _ => Some(Problem::new("channel_id", "a channel, or `node_id` and `path` in its place", &Value::Null)),
    }
}

/// A curve has a value for each time, and one of each at least.
fn anim_curve(item: &Map<String, Value>, kept: &[Attachment], verb: Verb) -> Vec<Problem> {
    let placed = (verb == Verb::Create).then(|| place(item)).flatten();
    placed.into_iter().chain(same_rows(item, kept, "times", "values")).collect()
}

/// Handles point away from the keyframe.
fn keyframe(item: &Map<String, Value>, _: &[Attachment], verb: Verb) -> Vec<Problem> {
    let mut problems: Vec<Problem> = (verb == Verb::Create).then(|| place(item)).flatten().into_iter().collect();
    for (name, sign) in [("tangent_in", -1.0), ("tangent_out", 1.0)] {
        let seconds = item.get(name).and_then(|pair| pair.get(0)).and_then(Value::as_f64);
        if seconds.is_some_and(|seconds| seconds * sign < 0.0) {
            let side = if sign < 0.0 { "0 or less" } else { "0 or more" };
            problems.push(Problem::new(name, format!("seconds of {side}"), &item[name]));
        }
    }
    problems
}
