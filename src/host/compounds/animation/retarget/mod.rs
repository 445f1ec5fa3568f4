//! `retarget_clip`: the motion of one rig on another of other proportions and other names.
//!
//! What a joint of the source is turned from its rest, as seen in its whole rig, the joint that follows it is turned from
//! its own: so rigs whose joints lie otherwise move alike. How one rig stands to the other at rest (`bodies`) is told by
//! where the joints are that belong together (`pairs`, by what their names say: `names`).

mod bodies;
mod channels;
mod follow;
mod motion;
mod names;
mod pairs;
mod rigs;
mod skeleton;
mod turns;

use serde::Deserialize;
use serde_json::{Value, json};

use super::clips::steps;
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;
use channels::{Curves, Keys};
use follow::Following;
use motion::Motion;

/// Times that are reckoned before the host gets a turn.
const TURN: usize = 64;

#[derive(Deserialize)]
struct Pair {
    source_id: String,
    target_id: String,
}

#[derive(Deserialize)]
pub(super) struct Given {
    clip_id: String,
    source_rig_id: Option<String>,
    target_rig_id: String,
    mapping: Vec<Pair>,
    find_others: bool,
    name: Option<String>,
    sample: String,
    frame_rate: Option<f64>,
    translation_scale: Option<f64>,
    match_rest_poses: bool,
}

#[derive(Deserialize)]
struct Clip {
    name: String,
    start_time: f64,
    duration: f64,
    node_ids: Vec<String>,
}

pub(super) async fn clip(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let fields = ["name", "start_time", "duration", "node_ids"];
    let clips: Vec<Clip> = host.read("get_clips", std::slice::from_ref(&given.clip_id), &fields).await?;
    let Some(clip) = clips.into_iter().next() else { return Err(wrong("clip_id", "a clip", &*given.clip_id)) };
    let target = rigs::rig(&host, &given.target_rig_id, "target_rig_id").await?;
    let source = rigs::source(&host, &given, &clip).await?;
    if source.id == target.id {
        return Err(wrong("target_rig_id", "another rig than the one whose clip it is", &*given.target_rig_id));
    }
    let motion = motion::motion(&host, &given.clip_id, &source).await?;
    if !motion.moved.contains(&true) {
        return Err(wrong("clip_id", &format!("a clip that moves joints of `{}`", source.name), &*given.clip_id));
    }
    let keys = keys(&host, &given, &clip, &motion).await?;
    let following = follow::follow(&host, &given, &source, &target).await?;
    let curves = curves(&host, &given.clip_id, &motion, &following, &keys.times).await?;
    let name = given.name.unwrap_or_else(|| format!("{} ({})", clip.name, target.name));
    let made = json!({ "name": name, "start_time": clip.start_time, "duration": clip.duration });
    let clip_id = host.make("create_clips", made).await?;
    let channels = channels::write(&host, &target, &clip_id, &curves, &keys).await?;
    let (mapping, unmatched) = following.told(&motion);
    let left_out: Vec<String> = motion.left_out.iter().cloned().chain(following.stretches(&motion)).collect();
    Ok(json!({
        "clip_id": clip_id, "channel_count": channels, "keyframe_count": channels * keys.times.len(),
        "start_time": clip.start_time, "duration": clip.duration, "translation_scale": following.scale,
        "mapping": mapping, "unmatched": unmatched, "left_out": left_out,
    }))
}

/// When the target gets keyframes: where the source has them, or at every frame.
async fn keys(host: &Atomics, given: &Given, clip: &Clip, motion: &Motion) -> Result<Keys, Fault> {
    if given.sample == "keyframes" {
        let interpolation = motion.interpolation.clone().unwrap_or_else(|| "bezier".to_owned());
        return Ok(Keys { times: motion.times(host).await?, interpolation });
    }
    let steps = steps(clip.duration, given.frame_rate.unwrap_or(host.world.fps))?;
    let last = if clip.duration > 0.0 { steps } else { 0 };
    let times = (0..=last).map(|at| clip.start_time + clip.duration * at as f64 / steps as f64).collect();
    Ok(Keys { times, interpolation: "linear".to_owned() })
}

/// What the joints of the target do at each time.
async fn curves(
    host: &Atomics,
    clip: &str,
    motion: &Motion,
    following: &Following<'_>,
    times: &[f64],
) -> Result<Vec<Curves>, Fault> {
    let Following { source, target, .. } = following;
    let followers = following.followers(motion);
    let mut curves: Vec<Curves> =
        followers.iter().map(|follower| Curves::new(target, follower.joint, follower.placed)).collect();
    for (number, poses) in motion.poses(host, clip, &source.bones, times).await?.iter().enumerate() {
        let stands = skeleton::stands(&source.bones, poses);
        let poses = skeleton::poses(&target.bones, &following.wishes(&followers, &stands));
        curves.iter_mut().for_each(|curves| curves.push(&poses));
        if number % TURN == TURN - 1 {
            host.breathe().await;
        }
    }
    Ok(curves)
}

#[cfg(test)]
mod tests;
