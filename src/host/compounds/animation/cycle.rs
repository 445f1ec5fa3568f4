//! `create_cycle`: a clip that goes on for ever, its end leading into its start.

use serde::Deserialize;
use serde_json::{Value, json};

use super::clips::{amounts, clips};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    clip_id: String,
    advancing: Vec<String>,
    before: bool,
}

#[derive(Deserialize)]
struct Channel {
    id: String,
    path: String,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let clips = clips(&host, std::slice::from_ref(&given.clip_id)).await?;
    let Some(clip) = clips.first().filter(|clip| clip.duration > 0.0) else {
        return Err(wrong("clip_id", "a clip that lasts", &*given.clip_id));
    };
    let asked = json!({ "parent_id": given.clip_id, "fields": ["path"] });
    let channels: Vec<Channel> = host.list("list_channels", asked).await?;
    if let Some(unknown) = given.advancing.iter().position(|path| channels.iter().all(|channel| channel.path != *path))
    {
        let paths: Vec<&str> = channels.iter().map(|channel| &*channel.path).collect();
        let expected = format!("a path of the clip's channels ({})", paths.join(", "));
        return Err(wrong(&format!("advancing[{unknown}]"), &expected, &*given.advancing[unknown]));
    }
    let (start, end) = (clip.start_time, clip.start_time + clip.duration);
    let amounts = amounts(&host, &given.clip_id, &[start, end]).await?;
    let advances = |channel: &Channel| given.advancing.contains(&channel.path);
    let (mut keys, mut patches, mut gap) = (Vec::new(), Vec::new(), 0.0_f64);
    // A channel that is muted amounts to nothing and stays as it is.
    let heard = channels.iter().filter_map(|channel| match amounts.get(&channel.id)?[..] {
        [from, to] => Some((channel, from, to)),
        _ => None,
    });
    for (channel, from, to) in heard {
        let to = if advances(channel) {
            to
        } else {
            gap = gap.max((to - from).abs());
            from
        };
        for (time, value) in [(start, from), (end, to)] {
            keys.push(json!({ "channel_id": channel.id, "time": time, "value": value }));
        }
        let word = if advances(channel) { "cycle_with_offset" } else { "cycle" };
        let mut patch = json!({ "ids": [channel.id], "extrapolation_post": word });
        if given.before {
            patch["extrapolation_pre"] = word.into();
        }
        patches.push(patch);
    }
    if keys.is_empty() {
        return Err(wrong("clip_id", "a clip with channels that are not muted", &*given.clip_id));
    }
    let count = patches.len();
    host.make_all("create_keyframes", keys).await?;
    host.change("update_channels", patches).await?;
    host.change("update_clips", vec![json!({ "ids": [given.clip_id], "loop": true })]).await?;
    Ok(
        json!({ "clip_id": given.clip_id, "channel_count": count, "start_time": start, "duration": clip.duration, "closed_gap": gap }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn ends_meet_but_for_what_advances() {
        let mut host = Double::new();
        host.has("get_clips", "Walk", json!({ "start_time": 1.0, "duration": 2.0 }));
        host.has("get_channels", "x", json!({ "path": "position.x" }));
        host.has("get_channels", "z", json!({ "path": "position.z" }));
        let at = |x: f64, z: f64| json!({ "values": [{ "channel_id": "x", "value": x }, { "channel_id": "z", "value": z }] });
        host.answers("evaluate_animation", json!({ "items": [at(0.0, 0.5), at(4.0, 0.75)] }));
        let made = host.play("create_cycle", json!({ "clip_id": "Walk", "advancing": ["position.x"] })).unwrap();
        assert_eq!((&made["closed_gap"], &made["channel_count"]), (&json!(0.25), &json!(2)));
        let keys = host.asked("create_keyframes")["items"].as_array().unwrap();
        let last: Vec<(&str, f64, f64)> = keys
            .iter()
            .filter(|key| key["time"] == 3.0)
            .map(|key| (key["channel_id"].as_str().unwrap(), 3.0, key["value"].as_f64().unwrap()))
            .collect();
        assert!(last.contains(&("x", 3.0, 4.0)) && last.contains(&("z", 3.0, 0.5)), "{last:?}");
        let patches = host.asked("update_channels")["items"].to_string();
        assert!(patches.contains("cycle_with_offset") && patches.contains("\"cycle\""), "{patches}");
        assert_eq!(host.asked("update_clips")["items"][0]["loop"], true);
    }
}
