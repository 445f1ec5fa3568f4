//! `create_animation`: a clip with its channels and keyframes in one call.

use serde::Deserialize;
use serde_json::{Value, json};

use super::clips::clips;
use crate::host::compounds::world::Time;
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    name: String,
    channels: Vec<Channel>,
    r#loop: bool,
    start_time: Option<Time>,
    duration: Option<Time>,
}

#[derive(Deserialize)]
struct Channel {
    node_id: String,
    path: String,
    keyframes: Vec<Keyframe>,
    interpolation: Option<String>,
    extrapolation_pre: String,
    extrapolation_post: String,
}

#[derive(Deserialize)]
struct Keyframe {
    time: Time,
    value: f64,
    interpolation: Option<String>,
    tangent_in: Option<[f64; 2]>,
    tangent_out: Option<[f64; 2]>,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if given.channels.is_empty() {
        return Err(wrong("channels", "at least one channel", json!([])));
    }
    if let Some(empty) = given.channels.iter().position(|channel| channel.keyframes.is_empty()) {
        return Err(wrong(&format!("channels[{empty}].keyframes"), "at least one keyframe", json!([])));
    }
    let clip = host.make("create_clips", json!({ "name": given.name })).await?;
    let channels = given.channels.iter().map(|channel| {
        json!({
            "clip_id": clip, "node_id": channel.node_id, "path": channel.path,
            "extrapolation_pre": channel.extrapolation_pre, "extrapolation_post": channel.extrapolation_post,
        })
    });
    let ids = host.make_all("create_channels", channels.collect()).await?;
    let keyframes: Vec<Value> = given
        .channels
        .iter()
        .zip(&ids)
        .flat_map(|(channel, id)| {
            let host = &host;
            channel.keyframes.iter().map(move |keyframe| item(channel, id, keyframe, host.world.seconds(keyframe.time)))
        })
        .collect();
    let keyframes = host.make_all("create_keyframes", keyframes).await?;
    extent(&host, &given, &clip).await?;
    let clips = clips(&host, std::slice::from_ref(&clip)).await?;
    let told = clips.first();
    Ok(json!({
        "clip_id": clip,
        "channel_ids": ids,
        "keyframe_count": keyframes.len(),
        "start_time": told.map_or(0.0, |clip| clip.start_time),
        "duration": told.map_or(0.0, |clip| clip.duration),
    }))
}

/// Says where it begins and ends and whether it is repeated, now that it has something to repeat.
async fn extent(host: &Atomics, given: &Given, clip: &str) -> Result<(), Fault> {
    let mut patch = json!({ "ids": [clip] });
    for (name, time) in [("start_time", given.start_time), ("duration", given.duration)] {
        if let Some(time) = time {
            patch[name] = host.world.seconds(time).into();
        }
    }
    if given.r#loop {
        patch["loop"] = true.into();
    }
    match patch.as_object().is_some_and(|patch| patch.len() > 1) {
        true => host.change("update_clips", vec![patch]).await,
        false => Ok(()),
    }
}

fn item(channel: &Channel, id: &str, keyframe: &Keyframe, time: f64) -> Value {
    let mut item = json!({ "channel_id": id, "time": time, "value": keyframe.value });
    if let Some(word) = keyframe.interpolation.as_ref().or(channel.interpolation.as_ref()) {
        item["interpolation_out"] = word.as_str().into();
    }
    for (name, tangent) in [("tangent_in", keyframe.tangent_in), ("tangent_out", keyframe.tangent_out)] {
        if let Some(tangent) = tangent {
            item[name] = json!(tangent);
        }
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn clip_channels_and_keyframes_come_one_after_the_other() {
        let mut host = Double::new();
        host.answers("get_clips", json!({ "items": [{ "start_time": 0.0, "duration": 1.5 }] }));
        let key = |time: f64, value: f64| json!({ "time": time, "value": value });
        let mut last = key(1.0, 3.0);
        last["interpolation"] = "step".into();
        let made = host
            .play(
                "create_animation",
                json!({ "name": "Hop", "start_time": 0, "duration": { "frame": 48 }, "channels": [
                    { "node_id": "Ball", "path": "position.z", "keyframes": [key(0.0, 1.0), last], "interpolation": "linear" },
                    { "node_id": "Ball", "path": "scale.x", "keyframes": [key(0.5, 1.0)] },
                ] }),
            )
            .unwrap();
        assert_eq!(host.called(), ["create_clips", "create_channels", "create_keyframes", "update_clips", "get_clips"]);
        assert_eq!(host.asked("create_channels")["items"][1]["clip_id"], "Hop");
        let keys = &host.asked("create_keyframes")["items"];
        assert_eq!(
            keys[0],
            json!({ "channel_id": made["channel_ids"][0], "time": 0.0, "value": 1.0, "interpolation_out": "linear" })
        );
        assert_eq!((&keys[1]["interpolation_out"], &keys[2].get("interpolation_out")), (&json!("step"), &None));
        assert_eq!(host.asked("update_clips")["items"][0]["duration"], 2.0);
        assert_eq!((&made["keyframe_count"], &made["duration"]), (&json!(3), &json!(1.5)));
    }
}
