//! A skeleton as it moves: where its joints are when their poses are so, and which poses bring them somewhere.

use glam::{DQuat, DVec3};
use serde::Deserialize;

use super::turns::Mode;
use crate::host::compounds::joints::{Joint, rests};

/// A joint in its rig: its rest, and the pose that it keeps where nothing moves it.
pub(super) struct Bone {
    pub(super) above: Option<usize>,
    /// Its rest, local to the joint above.
    place: DVec3,
    turn: DQuat,
    /// Its rest in the rig.
    pub(super) rest_place: DVec3,
    pub(super) rest_turn: DQuat,
    pub(super) mode: Option<Mode>,
    pub(super) pose: Pose,
}

/// How far a joint is moved and turned from its rest, in the axes of the rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pose {
    pub(super) offset: DVec3,
    pub(super) turn: DQuat,
}

/// Where a joint is in its rig.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stand {
    pub(super) place: DVec3,
    pub(super) turn: DQuat,
}

/// The fields of a joint that make a `Kept`.
pub(super) const KEPT: [&str; 3] = ["rotation_mode", "rotation", "pose_position"];

/// A joint's pose as the host tells it.
#[derive(Deserialize)]
pub(super) struct Kept {
    rotation_mode: Option<String>,
    rotation: [f64; 4],
    pose_position: [f64; 3],
}

impl Kept {
    fn mode(&self) -> Option<Mode> {
        self.rotation_mode.as_deref().and_then(Mode::of)
    }

    fn pose(&self) -> Pose {
        Pose { offset: DVec3::from_array(self.pose_position), turn: DQuat::from_array(self.rotation).normalize() }
    }
}

/// The bones of these joints, of which those above come first, with the poses and modes that they have.
pub(super) fn bones(joints: &[Joint], kept: &[Kept]) -> Vec<Bone> {
    let rests = rests(joints);
    let above = |joint: &Joint| joints.iter().position(|other| Some(&other.id) == joint.parent_id.as_ref());
    joints
        .iter()
        .zip(rests)
        .zip(kept)
        .map(|((joint, rest), kept)| {
            let (_, turn, place) = joint.local().to_scale_rotation_translation();
            let (_, rest_turn, rest_place) = rest.to_scale_rotation_translation();
            Bone { above: above(joint), place, turn, rest_place, rest_turn, mode: kept.mode(), pose: kept.pose() }
        })
        .collect()
}

/// Where a bone would be, and how its axes lie, were its pose none.
fn unposed(bone: &Bone, stands: &[Stand]) -> Stand {
    match bone.above.and_then(|above| stands.get(above)) {
        Some(above) => Stand { place: above.place + above.turn * bone.place, turn: above.turn * bone.turn },
        None => Stand { place: bone.place, turn: bone.turn },
    }
}

impl Stand {
    /// Where a bone is in this pose that would stand here were it none.
    fn posed(self, pose: &Pose) -> Self {
        Self { place: self.place + self.turn * pose.offset, turn: self.turn * pose.turn }
    }
}

/// Where all are in these poses.
pub(super) fn stands(bones: &[Bone], poses: &[Pose]) -> Vec<Stand> {
    let mut stands: Vec<Stand> = Vec::with_capacity(bones.len());
    for (bone, pose) in bones.iter().zip(poses) {
        stands.push(unposed(bone, &stands).posed(pose));
    }
    stands
}

/// Where a bone shall be: how it is turned and, for the uppermost of those that follow, where it is.
#[derive(Clone, Copy)]
pub(super) struct Wish {
    pub(super) turn: DQuat,
    pub(super) place: Option<DVec3>,
}

/// The bone that each hangs from and so on, from the next up.
pub(super) fn above(bones: &[Bone], at: usize) -> impl Iterator<Item = usize> {
    std::iter::successors(bones[at].above, |above| bones[*above].above)
}

/// The poses in which the bones are as wished; those of which nothing is wished keep theirs.
pub(super) fn poses(bones: &[Bone], wishes: &[Option<Wish>]) -> Vec<Pose> {
    let mut stands: Vec<Stand> = Vec::with_capacity(bones.len());
    let mut poses = Vec::with_capacity(bones.len());
    for (bone, wish) in bones.iter().zip(wishes) {
        let from = unposed(bone, &stands);
        let pose = match wish {
            None => bone.pose,
            Some(wish) => Pose {
                offset: wish.place.map_or(bone.pose.offset, |place| from.turn.inverse() * (place - from.place)),
                turn: (from.turn.inverse() * wish.turn).normalize(),
            },
        };
        stands.push(from.posed(&pose));
        poses.push(pose);
    }
    poses
}

/// The shortest turn that makes one direction another.
pub(super) fn arc(from: DVec3, to: DVec3) -> DQuat {
    match (from.try_normalize(), to.try_normalize()) {
        (Some(from), Some(to)) => DQuat::from_rotation_arc(from, to),
        _ => DQuat::IDENTITY,
    }
}
