//! Channels of joints: their paths, and the curves that are written for those that follow.

use serde_json::json;

use super::rigs::Rig;
use super::skeleton::Pose;
use super::turns::Mode;
use crate::host::compounds::joints::Joint;
use crate::host::compounds::{Atomics, paths};
use crate::wire::Fault;

/// Curves that are made in one call.
const TOGETHER: usize = 100;
/// The numbers of a joint's place in its pose.
pub(super) const PLACES: [&str; 3] = ["position.x", "position.y", "position.z"];

/// The path of one of a joint's numbers.
pub(super) fn path(joint: &Joint, number: &str) -> String {
    format!("{}.{number}", paths::named("joints", &joint.name))
}

/// What a joint does: its numbers at each time.
pub(super) struct Curves {
    joint: usize,
    mode: Mode,
    placed: bool,
    values: Vec<Vec<f64>>,
}

impl Curves {
    /// None yet, of a joint of this rig that is turned and, where `placed`, moved.
    pub(super) fn new(rig: &Rig, joint: usize, placed: bool) -> Self {
        Self { joint, mode: rig.bones[joint].mode.unwrap_or(Mode::Quaternion), placed, values: Vec::new() }
    }

    /// Takes in the next of the rig's poses, in numbers that go on from those before.
    pub(super) fn push(&mut self, poses: &[Pose]) {
        let Pose { offset, turn } = poses[self.joint];
        let places = if self.placed { PLACES.len() } else { 0 };
        let before = self.values.last().and_then(|before| before.get(places..)).unwrap_or_default();
        let turn = self.mode.numbers(turn, before);
        self.values.push(offset.to_array().into_iter().take(places).chain(turn).collect());
    }

    /// The ends of its paths, in the order of its numbers.
    fn paths(&self) -> impl Iterator<Item = &'static str> {
        let places: &[&str] = if self.placed { &PLACES } else { &[] };
        places.iter().chain(self.mode.paths()).copied()
    }
}

/// When keyframes are, and how curves go on from each.
pub(super) struct Keys {
    pub(super) times: Vec<f64>,
    pub(super) interpolation: String,
}

/// Makes the channels of a clip and their curves; how many there are.
pub(super) async fn write(
    host: &Atomics,
    rig: &Rig,
    clip: &str,
    curves: &[Curves],
    keys: &Keys,
) -> Result<usize, Fault> {
    // Axis and angle are no numbers between which one could go.
    let odd = curves.iter().filter(|curves| rig.bones[curves.joint].mode.is_none());
    let odd: Vec<&str> = odd.map(|curves| &*rig.joints[curves.joint].id).collect();
    if !odd.is_empty() {
        host.change("update_joints", vec![json!({ "ids": odd, "rotation_mode": "quaternion" })]).await?;
    }
    let (mut channels, mut values) = (Vec::new(), Vec::new());
    for curves in curves {
        let joint = &rig.joints[curves.joint];
        for (column, end) in curves.paths().enumerate() {
            channels.push(json!({ "clip_id": clip, "node_id": rig.id, "path": path(joint, end) }));
            values.push(curves.values.iter().map(|row| row[column]).collect::<Vec<f64>>());
        }
    }
    let made = host.make_all("create_channels", channels).await?;
    let Keys { times, interpolation } = keys;
    for (some, values) in made.chunks(TOGETHER).zip(values.chunks(TOGETHER)) {
        let item = |(id, values): (&String, &Vec<f64>)| json!({ "channel_id": id, "times": times, "values": values, "interpolation_type": interpolation });
        host.make_all("create_anim_curves", some.iter().zip(values).map(item).collect()).await?;
    }
    Ok(made.len())
}
