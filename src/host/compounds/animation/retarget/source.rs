//! The motion of a clip, as its rig's joints have it.

use std::collections::HashMap;

use glam::DVec3;
use serde::Deserialize;
use serde_json::json;

use super::super::clips::amounts;
use super::motion::{Bone, Pose};
use super::turns::Mode;
use crate::host::compounds::joints::Joint;
use crate::host::compounds::{Atomics, arrays};
use crate::wire::Fault;

/// Curves whose times are read in one call.
const TOGETHER: usize = 200;
const PLACES: [&str; 3] = ["position.x", "position.y", "position.z"];

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

/// How a path begins that is of this joint.
pub(super) fn start(joint: &Joint) -> String {
    let escaped = joint.name.replace('\\', "\\\\").replace('"', "\\\"");
    format!("joints[\"{escaped}\"].")
}

/// What a clip moves of these joints.
pub(super) async fn motion(host: &Atomics, clip: &str, joints: &[Joint], bones: &[Bone]) -> Result<Motion, Fault> {
    let channels: Vec<Channel> = host.list("list_channels", json!({ "parent_id": clip, "fields": ["path"] })).await?;
    let asked = json!({ "parent_id": clip, "fields": ["path", "interpolation_type"] });
    let curves: Vec<Curve> = host.list("list_anim_curves", asked).await?;
    let mut known: HashMap<String, (usize, Number)> = HashMap::new();
    for (at, (joint, bone)) in joints.iter().zip(bones).enumerate() {
        let start = start(joint);
        let turns = bone.mode.map(Mode::paths).unwrap_or_default();
        known.extend(
            PLACES.iter().enumerate().map(|(axis, path)| (format!("{start}{path}"), (at, Number::Place(axis)))),
        );
        known.extend(turns.iter().enumerate().map(|(axis, path)| (format!("{start}{path}"), (at, Number::Turn(axis)))));
    }
    let mut motion = Motion {
        channels: Vec::new(),
        left_out: Vec::new(),
        moved: vec![false; joints.len()],
        placed: vec![false; joints.len()],
        interpolation: None,
        curves: Vec::new(),
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
    let curves: Vec<Curve> = curves.into_iter().filter(|curve| known.contains_key(&curve.path)).collect();
    let ways: Vec<Option<&String>> = curves.iter().map(|curve| curve.interpolation_type.as_ref()).collect();
    let first = ways.first().copied().flatten();
    motion.interpolation = first.filter(|_| ways.iter().all(|way| *way == first)).cloned();
    motion.curves = curves.into_iter().map(|curve| curve.id).collect();
    Ok(motion)
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
            if time % 64 == 63 {
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

/// The paths of a joint's place, of its turn in this mode.
pub(super) fn paths(mode: Mode, placed: bool) -> Vec<&'static str> {
    let places: &[&str] = if placed { &PLACES } else { &[] };
    places.iter().chain(mode.paths()).copied().collect()
}

/// The numbers of a pose, in the order of `paths`, that go on from those before.
pub(super) fn numbers(mode: Mode, placed: bool, pose: Pose, before: &[f64]) -> Vec<f64> {
    let turn = if placed { before.get(PLACES.len()..).unwrap_or_default() } else { before };
    let mut numbers = if placed { pose.offset.to_array().to_vec() } else { Vec::new() };
    numbers.extend(mode.numbers(pose.turn, turn));
    numbers
}

/// What `list_joints` tells of a pose, to be read beside the rest.
pub(super) const POSE: [&str; 3] = ["rotation_mode", "rotation", "pose_position"];

/// A joint's pose as it is told.
#[derive(Deserialize)]
pub(super) struct Kept {
    rotation_mode: Option<String>,
    rotation: [f64; 4],
    pose_position: [f64; 3],
}

impl Kept {
    pub(super) fn known(&self) -> (Option<Mode>, Pose) {
        let turn = glam::DQuat::from_array(self.rotation).normalize();
        let mode = self.rotation_mode.as_deref().and_then(Mode::of);
        (mode, Pose { offset: DVec3::from_array(self.pose_position), turn })
    }
}
