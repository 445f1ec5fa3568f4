//! The two rigs: which they are, and what is asked of their joints.

use glam::{DMat4, DQuat};
use serde::Deserialize;
use serde_json::{Value, json};

use super::skeleton::{self, Bone, Kept};
use super::{Clip, Given};
use crate::host::compounds::joints::{self, Joint};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

#[derive(Deserialize)]
struct Known {
    id: String,
    name: String,
}

/// A rig with all its joints; those above come first.
pub(super) struct Rig {
    pub(super) id: String,
    pub(super) name: String,
    world: DMat4,
    pub(super) joints: Vec<Joint>,
    pub(super) bones: Vec<Bone>,
}

/// A rig by its id, and the poses of its joints.
pub(super) async fn rig(host: &Atomics, id: &str, path: &str) -> Result<Rig, Fault> {
    let known: Vec<Known> = host.read("get_rigs", &[id.to_owned()], &["name"]).await?;
    let Some(known) = known.into_iter().next() else { return Err(wrong(path, "a rig", id)) };
    let world = joints::world_of(host, "get_rigs", id).await?;
    let joints = joints::all(host, &known.id).await?;
    if joints.is_empty() {
        return Err(wrong(path, "a rig with joints", id));
    }
    let ids: Vec<String> = joints.iter().map(|joint| joint.id.clone()).collect();
    let kept: Vec<Kept> = host.read("get_joints", &ids, &skeleton::KEPT).await?;
    let bones = skeleton::bones(&joints, &kept);
    Ok(Rig { id: known.id, name: known.name, world, joints, bones })
}

/// The rig whose motion it is: the one that plays the clip, where none is given.
pub(super) async fn source(host: &Atomics, given: &Given, clip: &Clip) -> Result<Rig, Fault> {
    if let Some(id) = &given.source_rig_id {
        return rig(host, id, "source_rig_id").await;
    }
    let rigs: Vec<Known> = host.list("list_rigs", json!({ "fields": ["name"] })).await?;
    let players: Vec<&Known> = rigs.iter().filter(|rig| clip.node_ids.contains(&rig.id)).collect();
    let (which, those) = match players[..] {
        [only] => return rig(host, &only.id, "source_rig_id").await,
        [] => ("no rig plays the clip now", rigs.iter().collect()),
        _ => ("several rigs play the clip", players),
    };
    let names: Vec<&str> = those.iter().map(|rig| &*rig.name).collect();
    let expected = format!("the rig whose motion it is, as {which} ({})", names.join(", "));
    Err(wrong("source_rig_id", &expected, Value::Null))
}

impl Rig {
    /// How it is turned in the world.
    pub(super) fn turned(&self) -> DQuat {
        self.world.to_scale_rotation_translation().1
    }

    /// Where a joint stands in the rig's list. A name that other rigs have too is taken in this one.
    pub(super) async fn joint(&self, host: &Atomics, id: &String, path: &str) -> Result<usize, Fault> {
        if let Some(own) = self.joints.iter().position(|joint| joint.name == *id) {
            return Ok(own);
        }
        let known: Result<Vec<Joint>, Fault> = host.read("get_joints", std::slice::from_ref(id), joints::FIELDS).await;
        let known = known.map_err(|fault| fault.detail("path", path))?;
        let at = known.first().and_then(|known| self.joints.iter().position(|joint| joint.id == known.id));
        at.ok_or_else(|| wrong(path, &format!("a joint of `{}`", self.name), &**id))
    }

    /// Its joints' names, for somebody who is to choose among them; not all of a large rig.
    pub(super) fn some_names(&self) -> String {
        self.joints.iter().take(12).map(|joint| &*joint.name).collect::<Vec<_>>().join(", ")
    }
}
