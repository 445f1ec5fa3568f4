//! `blend_clips`: a new clip that lies between others.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::{Value, json};

use super::clips::{amounts, clips, steps};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
pub(super) struct Given {
    clip_ids: Vec<String>,
    node_id: Option<String>,
    weights: Option<Vec<f64>>,
    name: String,
    match_length: bool,
    frame_rate: Option<f64>,
}

#[derive(Deserialize)]
struct Channel {
    id: String,
    node_id: Option<String>,
    path: String,
}

#[derive(Deserialize)]
struct Known {
    id: String,
}

/// What one number of one node is in each clip that moves it: which clip, and its values over time.
#[derive(Default)]
struct Mixed {
    parts: Vec<(usize, Vec<f64>)>,
}

pub(super) async fn blend(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let weights = weights(&given)?;
    let clips = clips(&host, &given.clip_ids).await?;
    let whole: f64 = weights.iter().sum();
    let duration = if given.match_length {
        clips.iter().zip(&weights).map(|(clip, weight)| clip.duration * weight).sum::<f64>() / whole
    } else {
        clips.iter().map(|clip| clip.duration).fold(0.0, f64::max)
    };
    let rate = given.frame_rate.unwrap_or(host.world.fps);
    let steps = steps(duration, rate)?;
    let times: Vec<f64> = (0..=steps).map(|step| duration * step as f64 / steps as f64).collect();
    // In the order in which they are found, which is that of the clips.
    let mut found = Vec::with_capacity(clips.len());
    for (number, (id, clip)) in given.clip_ids.iter().zip(&clips).enumerate() {
        let at = |time: f64| {
            let part = if given.match_length && duration > 0.0 { time / duration * clip.duration } else { time };
            clip.start_time + part
        };
        let places: Vec<f64> = times.iter().map(|time| at(*time)).collect();
        found.extend(values(&host, id, &places).await?.into_iter().map(|channel| (number, channel)));
    }
    let player = match &given.node_id {
        Some(node) => {
            let known: Vec<Known> = host.read("get_nodes", std::slice::from_ref(node), &["name"]).await?;
            known.into_iter().next().map(|known| known.id)
        }
        None => player(&found),
    };
    let mut order: Vec<(String, String)> = Vec::new();
    let mut mixed: HashMap<(String, String), Mixed> = HashMap::new();
    for (number, (node, path, values)) in found {
        if let Some(node) = node.or_else(|| player.clone()) {
            let key = (node, path);
            if !mixed.contains_key(&key) {
                order.push(key.clone());
            }
            mixed.entry(key).or_default().parts.push((number, values));
        }
    }
    if order.is_empty() {
        return Err(wrong("clip_ids", "clips that nodes play", &*given.clip_ids));
    }
    let clip = host.make("create_clips", json!({ "name": given.name, "start_time": 0, "duration": duration })).await?;
    let channels = order.iter().map(|(node, path)| json!({ "clip_id": clip, "node_id": node, "path": path }));
    let channels = host.make_all("create_channels", channels.collect()).await?;
    let curves = order.iter().zip(&channels).map(|(key, channel)| {
        json!({ "channel_id": channel, "times": times, "values": mixed[key].mix(&weights, times.len()),
                "interpolation_type": "linear" })
    });
    host.make_all("create_anim_curves", curves.collect()).await?;
    Ok(
        json!({ "clip_id": clip, "channel_ids": channels, "duration": duration, "keyframe_count": times.len() * channels.len() }),
    )
}

impl Mixed {
    /// The mean by weights, over those clips that move it.
    fn mix(&self, weights: &[f64], count: usize) -> Vec<f64> {
        let whole: f64 = self.parts.iter().map(|(clip, _)| weights[*clip]).sum();
        let at = |time: usize| {
            let sum: f64 = self.parts.iter().map(|(clip, values)| weights[*clip] * values[time]).sum();
            // A clip that counts for nothing is all there is where nothing else moves it.
            if whole > 0.0 { sum / whole } else { self.parts[0].1[time] }
        };
        (0..count).map(at).collect()
    }
}

fn weights(given: &Given) -> Result<Vec<f64>, Fault> {
    let count = given.clip_ids.len();
    if count < 2 {
        return Err(wrong("clip_ids", "two clips or more", &*given.clip_ids));
    }
    let weights = given.weights.clone().unwrap_or_else(|| vec![1.0; count]);
    if weights.len() != count {
        return Err(wrong("weights", &format!("one for each of the {count} clips"), weights.len()));
    }
    match weights.iter().sum::<f64>() > 0.0 {
        true => Ok(weights),
        false => Err(wrong("weights", "at least one above 0", json!(weights))),
    }
}

/// The node of a channel, where one plays its clip, its path, and what it amounts to at each time.
type Heard = (Option<String>, String, Vec<f64>);

/// What a clip's channels amount to at these times; those that are muted are left out.
async fn values(host: &Atomics, clip: &str, times: &[f64]) -> Result<Vec<Heard>, Fault> {
    let channels: Vec<Channel> =
        host.list("list_channels", json!({ "parent_id": clip, "fields": ["node_id", "path"] })).await?;
    let mut found = amounts(host, clip, times).await?;
    let of = |channel: Channel| Some((channel.node_id, channel.path, found.remove(&channel.id)?));
    Ok(channels.into_iter().filter_map(of).collect())
}

/// The one node that plays any of them: a clip that is not played now is taken to be for it.
fn player(found: &[(usize, Heard)]) -> Option<String> {
    let mut players = found.iter().filter_map(|(_, (node, ..))| node.as_ref());
    let first = players.next()?;
    players.all(|other| other == first).then(|| first.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    fn clips() -> Double {
        let mut host = Double::new();
        for (clip, seconds, node) in [("Walk", 1.0, Value::Null), ("Run", 0.5, json!("Walker"))] {
            host.has("get_clips", clip, json!({ "start_time": 0.0, "duration": seconds }));
            host.has("get_channels", &format!("{clip}/x"), json!({ "node_id": node, "path": "position.x" }));
        }
        let values = json!([{ "channel_id": "Walk/x", "value": 1.0 }, { "channel_id": "Run/x", "value": 3.0 }]);
        host.answers("evaluate_animation", json!({ "items": [{ "values": values }, { "values": values }] }));
        host
    }

    #[test]
    fn what_no_node_plays_is_the_players_and_lengths_are_between() {
        let mut host = clips();
        let given = json!({ "clip_ids": ["Walk", "Run"], "weights": [1, 3], "frame_rate": 1 });
        let made = host.play("blend_clips", given).unwrap();
        assert!((made["duration"].as_f64().unwrap() - 0.625).abs() < 1e-12);
        assert_eq!(host.asked("create_channels")["items"][0]["node_id"], "Walker");
        assert_eq!(host.asked("create_anim_curves")["items"][0]["times"], json!([0.0, 0.625]));
    }

    #[test]
    fn a_mean_is_over_those_that_move_it() {
        let mixed = Mixed { parts: vec![(0, vec![1.0]), (1, vec![3.0])] };
        assert_eq!(mixed.mix(&[1.0, 3.0], 1), [2.5]);
        let alone = Mixed { parts: vec![(1, vec![3.0])] };
        assert_eq!((alone.mix(&[1.0, 3.0], 1), alone.mix(&[1.0, 0.0], 1)), (vec![3.0], vec![3.0]));
    }
}
