//! Joints as compounds reckon with them: where they rest, in which rig, one below the other.

use glam::{DMat4, DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Atomics, matrix, wrong};
use crate::wire::{Code, Fault};

/// Fields of a joint that make one of these.
pub(super) const FIELDS: &[&str] = &["name", "rig_id", "parent_id", "position", "orientation", "length"];

/// A joint and its rest, local to its parent's.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Joint {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) rig_id: String,
    pub(super) parent_id: Option<String>,
    position: [f64; 3],
    orientation: [f64; 4],
    pub(super) length: f64,
}

#[derive(Deserialize)]
struct Placed {
    matrix_world: [f64; 16],
}

impl Joint {
    /// Its rest, local to its parent's.
    pub(super) fn local(&self) -> DMat4 {
        DMat4::from_rotation_translation(
            DQuat::from_array(self.orientation).normalize(),
            DVec3::from_array(self.position),
        )
    }

    /// From its beginning to its tip, in its own axes.
    pub(super) fn along(&self) -> DVec3 {
        DVec3::Y * self.length
    }
}

/// These joints, all of one rig, which is the one given where one is.
pub(super) async fn read(host: &Atomics, ids: &[String], rig: Option<&String>) -> Result<Vec<Joint>, Fault> {
    let joints: Vec<Joint> = host.read("get_joints", ids, FIELDS).await?;
    let Some(first) = joints.first() else { return Err(wrong("joint_ids", "at least one joint", json!([]))) };
    let own = match rig {
        None => first.rig_id.clone(),
        Some(rig) => {
            #[derive(Deserialize)]
            struct Known {
                id: String,
            }
            let known: Vec<Known> = host.read("get_rigs", std::slice::from_ref(rig), &["id"]).await?;
            known.into_iter().next().map_or_else(|| first.rig_id.clone(), |known| known.id)
        }
    };
    match joints.iter().position(|joint| joint.rig_id != own) {
        None => Ok(joints),
        Some(other) => {
            Err(wrong(&format!("joint_ids[{other}]"), "a joint of the same rig as the others", &*ids[other]))
        }
    }
}

/// Every joint of a rig, parents before children.
pub(super) async fn all(host: &Atomics, rig: &str) -> Result<Vec<Joint>, Fault> {
    sorted(host.list("list_joints", json!({ "parent_id": rig, "fields": FIELDS })).await?)
}

fn sorted(mut joints: Vec<Joint>) -> Result<Vec<Joint>, Fault> {
    let mut done: Vec<Joint> = Vec::with_capacity(joints.len());
    while !joints.is_empty() {
        let known = |id: &String| done.iter().any(|joint| joint.id == *id);
        let (next, rest): (Vec<_>, Vec<_>) =
            joints.into_iter().partition(|joint| joint.parent_id.as_ref().is_none_or(known));
        if next.is_empty() {
            return Err(Fault::new(Code::HandlerError, "the host tells of joints whose parents are not in the rig"));
        }
        done.extend(next);
        joints = rest;
    }
    Ok(done)
}

/// Where the rests of joints are in their rig; parents come before children.
pub(super) fn rests(joints: &[Joint]) -> Vec<DMat4> {
    let mut rests: Vec<DMat4> = Vec::with_capacity(joints.len());
    for joint in joints {
        let above = joint.parent_id.as_ref().and_then(|id| joints.iter().position(|other| other.id == *id));
        let above = above.and_then(|above| rests.get(above)).copied().unwrap_or(DMat4::IDENTITY);
        rests.push(above * joint.local());
    }
    rests
}

/// Where something is in the world now.
pub(super) async fn world_of(host: &Atomics, operation: &'static str, id: &str) -> Result<DMat4, Fault> {
    let placed: Vec<Placed> = host.read(operation, &[id.to_owned()], &["matrix_world"]).await?;
    let placed = placed.into_iter().next();
    let placed = placed.ok_or_else(|| Fault::new(Code::NotFound, format!("`{id}` is not there")))?;
    Ok(matrix::whole(placed.matrix_world))
}

/// The fields of a rest that is this matrix below its parent.
pub(super) fn put(item: &mut Value, local: DMat4, length: f64) {
    let (_, turn, place) = local.to_scale_rotation_translation();
    item["position"] = place.to_array().into_iter().collect();
    item["orientation"] = turn.normalize().to_array().into_iter().collect();
    item["length"] = length.into();
}
