//! The motion of a clip, as its rig's joints have it.

use std::collections::HashMap;

use glam::DVec3;
use serde::Deserialize;
use serde_json::json;

use super::super::clips::amounts;
use super::TURN;
use super::channels::{self, PLACES};
use super::rigs::Rig;
use super::skeleton::{Bone, Pose};
use super::turns::Mode;
use crate::host::compounds::{Atomics, arrays};
use crate::wire::Fault;

/// Curves whose times are read in one call.
const TOGETHER: usize = 200;

#[derive(Deserialize)]
struct Channel {
    id: String,
    path: String,
}

#[derive(Deserialize)]
struct Curve {
    id: String,
    path: String,
    interpolation_type: Option<String>,
}

/// A number of a joint: its place in the pose, after that its turn.
#[derive(Clone, Copy)]
enum Number {
    Place(usize),
    Turn(usize),
}

/// Which channels move which joints.
pub(super) struct Motion {
    channels: Vec<(String, usize, Number)>,
    /// Paths that move something else, or in another way.
    pub(super) left_out: Vec<String>,
    /// The joints that are moved, in the order of the rig.
    pub(super) moved: Vec<bool>,
    /// Whether a joint is moved from its place.
    pub(super) placed: Vec<bool>,
    /// How the curves go on from their keyframes, where they all do alike.
    pub(super) interpolation: Option<String>,
    curves: Vec<String>,
}

/// What a clip moves of a rig's joints.
pub(super) async fn motion(host: &Atomics, clip: &str, rig: &Rig) -> Result<Motion, Fault> {
    let channels: Vec<Channel> = host.list("list_channels", json!({ "parent_id": clip, "fields": ["path"] })).await?;
    let asked = json!({ "parent_id": clip, "fields": ["path", "interpolation_type"] });
    let mut curves: Vec<Curve> = host.list("list_anim_curves", asked).await?;
    let known = numbers(rig);
    curves.retain(|curve| known.contains_key(&curve.path));
    let mut motion = Motion {
        channels: Vec::new(),
        left_out: Vec::new(),
        moved: vec![false; rig.joints.len()],
        placed: vec![false; rig.joints.len()],
        interpolation: interpolation(&curves).map(str::to_owned),
        curves: curves.into_iter().map(|curve| curve.id).collect(),
    };
    for channel in channels {
        let Some((at, number)) = known.get(&channel.path) else {
            motion.left_out.push(channel.path);
            continue;
        };
        motion.moved[*at] = true;
        motion.placed[*at] |= matches!(number, Number::Place(_));
        motion.channels.push((channel.id, *at, *number));
    }
    Ok(motion)
}

/// The numbers that move the joints of a rig, by their paths.
fn numbers(rig: &Rig) -> HashMap<String, (usize, Number)> {
    let mut known = HashMap::new();
    for (at, (joint, bone)) in rig.joints.iter().zip(&rig.bones).enumerate() {
        let places = PLACES.iter().enumerate().map(|(axis, path)| (path, Number::Place(axis)));
        let turns = bone.mode.map(Mode::paths).unwrap_or_default();
        let turns = turns.iter().enumerate().map(|(axis, path)| (path, Number::Turn(axis)));
        known.extend(places.chain(turns).map(|(path, number)| (channels::path(joint, path), (at, number))));
    }
    known
}

/// How these curves go on from their keyframes, where they all do alike.
fn interpolation(curves: &[Curve]) -> Option<&str> {
    let first = curves.first()?.interpolation_type.as_deref();
    first.filter(|_| curves.iter().all(|curve| curve.interpolation_type.as_deref() == first))
}

impl Motion {
    /// Every time at which any of its joints has a keyframe.
    pub(super) async fn times(&self, host: &Atomics) -> Result<Vec<f64>, Fault> {
        let mut times: Vec<f64> = Vec::new();
        for some in self.curves.chunks(TOGETHER) {
            let told = host.call("get_anim_curves", json!({ "ids": some, "fields": ["times"] })).await?;
            for item in told.json["items"].as_array().into_iter().flatten() {
                times.extend(arrays::numbers(&told, &item["times"])?);
            }
        }
        times.sort_by(f64::total_cmp);
        times.dedup_by(|one, other| (*one - *other).abs() < 1e-4);
        Ok(times)
    }

    /// The poses of all joints at each of these times.
    pub(super) async fn poses(
        &self,
        host: &Atomics,
        clip: &str,
        bones: &[Bone],
        times: &[f64],
    ) -> Result<Vec<Vec<Pose>>, Fault> {
        let mut found = amounts(host, clip, times).await?;
        let heard: Vec<(usize, Number, Vec<f64>)> = self
            .channels
            .iter()
            .filter_map(|(id, at, number)| Some((*at, *number, found.remove(id)?)))
            .filter(|(_, _, values)| values.len() == times.len())
            .collect();
        let still: Vec<(DVec3, Vec<f64>)> = bones.iter().map(still).collect();
        let mut all = Vec::with_capacity(times.len());
        for time in 0..times.len() {
            let mut numbers = still.clone();
            for (at, number, values) in &heard {
                match number {
                    Number::Place(axis) => numbers[*at].0[*axis] = values[time],
                    Number::Turn(axis) => numbers[*at].1[*axis] = values[time],
                }
            }
            let pose = |(bone, (offset, turn)): (&Bone, (DVec3, Vec<f64>))| Pose {
                offset,
                turn: bone.mode.map_or(bone.pose.turn, |mode| mode.turn(&turn)),
            };
            all.push(bones.iter().zip(numbers).map(pose).collect());
            if time % TURN == TURN - 1 {
                host.breathe().await;
            }
        }
        Ok(all)
    }
}

/// The numbers of a joint that nothing moves.
fn still(bone: &Bone) -> (DVec3, Vec<f64>) {
    let turn = bone.mode.map(|mode| mode.numbers(bone.pose.turn, &vec![0.0; mode.paths().len()]));
    (bone.pose.offset, turn.unwrap_or_default())
}
