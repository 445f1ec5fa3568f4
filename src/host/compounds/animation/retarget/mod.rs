//! `retarget_clip`: the motion of one rig on another of other proportions and other names.
//!
//! What a joint of the source is turned from its rest, as seen in its whole rig, the joint that follows it is turned from
//! its own: so rigs whose joints lie otherwise move alike. How one rig stands to the other at rest (`bodies`) is told by
//! where the joints are that belong together (`pairs`).

mod bodies;
mod motion;
mod names;
mod pairs;
mod source;
mod turns;

use glam::{DMat4, DQuat};
use serde::Deserialize;
use serde_json::{Value, json};

use super::clips::steps;
use crate::host::compounds::joints::{self, Joint};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;
use motion::{Bone, Pose, Wish};
use pairs::{By, Pairs};
use source::Motion;
use turns::Mode;

/// Curves that are made in one call.
const TOGETHER: usize = 100;

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

#[derive(Deserialize)]
struct Known {
    id: String,
    name: String,
}

/// A rig with all its joints.
struct Rig {
    id: String,
    name: String,
    world: DMat4,
    joints: Vec<Joint>,
    bones: Vec<Bone>,
}

/// How the target follows the source.
struct Following {
    pairs: Pairs,
    /// From the source's rig to the target's.
    turn: DQuat,
    scale: f64,
    /// What brings each joint of the target to how its source rests.
    matched: Vec<DQuat>,
    /// The joints of the target that are moved too: those above which none follows.
    roots: Vec<bool>,
}

/// What a joint of the target does: its path's numbers at each time.
struct Curves {
    joint: usize,
    mode: Mode,
    placed: bool,
    values: Vec<Vec<f64>>,
}

pub(super) async fn clip(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let fields = ["name", "start_time", "duration", "node_ids"];
    let clips: Vec<Clip> = host.read("get_clips", std::slice::from_ref(&given.clip_id), &fields).await?;
    let Some(clip) = clips.into_iter().next() else { return Err(wrong("clip_id", "a clip", &*given.clip_id)) };
    let target = rig(&host, &given.target_rig_id, "target_rig_id").await?;
    let source = source_rig(&host, &given, &clip).await?;
    if source.id == target.id {
        return Err(wrong("target_rig_id", "another rig than the one whose clip it is", &*given.target_rig_id));
    }
    let motion = source::motion(&host, &given.clip_id, &source.joints, &source.bones).await?;
    if !motion.moved.contains(&true) {
        return Err(wrong("clip_id", &format!("a clip that moves joints of `{}`", source.name), &*given.clip_id));
    }
    let times = times(&host, &given, &clip, &motion).await?;
    let following = follow(&host, &given, &source, &target).await?;
    let poses = motion.poses(&host, &given.clip_id, &source.bones, &times).await?;
    let curves = curves(&host, &following, &source, &target, &motion, &poses).await;
    let name = given.name.unwrap_or_else(|| format!("{} ({})", clip.name, target.name));
    let made = json!({ "name": name, "start_time": clip.start_time, "duration": clip.duration });
    let clip_id = host.make("create_clips", made).await?;
    let way = match &motion.interpolation {
        Some(way) if given.sample == "keyframes" => way.clone(),
        _ => if given.sample == "keyframes" { "bezier" } else { "linear" }.to_owned(),
    };
    let channels = write(&host, &target, &clip_id, &curves, &times, &way).await?;
    let (mapping, unmatched) = told(&following, &source, &target, &motion);
    let mut left_out = motion.left_out.clone();
    left_out.extend(following.stretches(&source, &motion));
    Ok(json!({
        "clip_id": clip_id, "channel_count": channels, "keyframe_count": channels * times.len(),
        "start_time": clip.start_time, "duration": clip.duration, "translation_scale": following.scale,
        "mapping": mapping, "unmatched": unmatched, "left_out": left_out,
    }))
}

/// A rig by its id, and the poses of its joints.
async fn rig(host: &Atomics, id: &str, path: &str) -> Result<Rig, Fault> {
    let known: Vec<Known> = host.read("get_rigs", &[id.to_owned()], &["name"]).await?;
    let Some(known) = known.into_iter().next() else { return Err(wrong(path, "a rig", id)) };
    let world = joints::world_of(host, "get_rigs", id).await?;
    let joints = joints::all(host, &known.id).await?;
    if joints.is_empty() {
        return Err(wrong(path, "a rig with joints", id));
    }
    let ids: Vec<String> = joints.iter().map(|joint| joint.id.clone()).collect();
    let kept: Vec<source::Kept> = host.read("get_joints", &ids, &source::POSE).await?;
    let kept: Vec<(Option<Mode>, Pose)> = kept.iter().map(source::Kept::known).collect();
    let bones = motion::bones(&joints, &kept);
    Ok(Rig { id: known.id, name: known.name, world, joints, bones })
}

/// The rig that plays the clip, where none is given.
async fn source_rig(host: &Atomics, given: &Given, clip: &Clip) -> Result<Rig, Fault> {
    if let Some(id) = &given.source_rig_id {
        return rig(host, id, "source_rig_id").await;
    }
    let rigs: Vec<Known> = host.list("list_rigs", json!({ "fields": ["name"] })).await?;
    let players: Vec<&Known> = rigs.iter().filter(|rig| clip.node_ids.contains(&rig.id)).collect();
    match players[..] {
        [only] => rig(host, &only.id, "source_rig_id").await,
        _ => {
            let those: Vec<&Known> = if players.is_empty() { rigs.iter().collect() } else { players.clone() };
            let names: Vec<&str> = those.iter().map(|rig| &*rig.name).collect();
            let which = if players.is_empty() { "no rig plays the clip now" } else { "several rigs play the clip" };
            let expected = format!("the rig whose motion it is, as {which} ({})", names.join(", "));
            Err(wrong("source_rig_id", &expected, Value::Null))
        }
    }
}

/// When the target gets keyframes.
async fn times(host: &Atomics, given: &Given, clip: &Clip, motion: &Motion) -> Result<Vec<f64>, Fault> {
    if given.sample == "keyframes" {
        return motion.times(host).await;
    }
    let steps = steps(clip.duration, given.frame_rate.unwrap_or(host.world.fps))?;
    let last = if clip.duration > 0.0 { steps } else { 0 };
    Ok((0..=last).map(|at| clip.start_time + clip.duration * at as f64 / steps as f64).collect())
}

/// Which joint follows which, and how.
async fn follow(host: &Atomics, given: &Given, source: &Rig, target: &Rig) -> Result<Following, Fault> {
    let mut pairs = given_pairs(host, given, source, target).await?;
    if given.find_others {
        let read = |rig: &Rig| names::read(rig.joints.iter().map(|joint| &*joint.name));
        pairs::find(&read(source), &read(target), &mut pairs);
    }
    if pairs.iter().all(Option::is_none) {
        let names = |rig: &Rig| rig.joints.iter().take(12).map(|joint| &*joint.name).collect::<Vec<_>>().join(", ");
        let expected = format!(
            "pairs of joints, as no names of `{}` ({}) are like those of `{}` ({})",
            target.name,
            names(target),
            source.name,
            names(source)
        );
        return Err(wrong("mapping", &expected, json!([])));
    }
    let above = |at: usize| nearest_above(&target.bones, at, &pairs);
    let roots: Vec<bool> = (0..pairs.len()).map(|at| pairs[at].is_some() && above(at).is_none()).collect();
    let rest = |at: usize| pairs[at].map(|(from, _)| (source.bones[from].rest_place, target.bones[at].rest_place));
    let (first, others): (Vec<usize>, Vec<usize>) = (0..pairs.len()).partition(|at| roots[*at]);
    let rests: Vec<bodies::Rest> = first.into_iter().chain(others).filter_map(rest).collect();
    let worlds = [source, target].map(|rig| rig.world.to_scale_rotation_translation().1);
    let turn = bodies::turn(&rests, worlds[1].inverse() * worlds[0]);
    let up = worlds[0].inverse() * host.world.up;
    let scale = given.translation_scale.unwrap_or_else(|| bodies::scale(&rests, (up, turn * up)));
    let matched =
        if given.match_rest_poses { matched(source, target, &pairs, turn) } else { vec![DQuat::IDENTITY; pairs.len()] };
    Ok(Following { pairs, turn, scale, matched, roots })
}

/// The pairs that were given.
async fn given_pairs(host: &Atomics, given: &Given, source: &Rig, target: &Rig) -> Result<Pairs, Fault> {
    let mut pairs: Pairs = vec![None; target.joints.len()];
    for (number, pair) in given.mapping.iter().enumerate() {
        let mut found = Vec::new();
        for (side, id, rig) in [("source_id", &pair.source_id, source), ("target_id", &pair.target_id, target)] {
            let path = format!("mapping[{number}].{side}");
            // Names that both rigs have are taken in the rig that is meant.
            let own = rig.joints.iter().position(|joint| joint.name == *id);
            let at = match own {
                Some(own) => Some(own),
                None => {
                    let known: Result<Vec<Joint>, Fault> =
                        host.read("get_joints", std::slice::from_ref(id), joints::FIELDS).await;
                    let known = known.map_err(|fault| fault.detail("path", &*path))?;
                    known.first().and_then(|known| rig.joints.iter().position(|joint| joint.id == known.id))
                }
            };
            match at {
                Some(at) => found.push(at),
                None => return Err(wrong(&path, &format!("a joint of `{}`", rig.name), &**id)),
            }
        }
        let [from, to] = found[..] else { continue };
        if pairs[to].is_some() {
            return Err(wrong(&format!("mapping[{number}].target_id"), "each joint once", &*pair.target_id));
        }
        pairs[to] = Some((from, By::Given));
    }
    Ok(pairs)
}

/// The nearest joint above that follows one.
fn nearest_above(bones: &[Bone], at: usize, pairs: &Pairs) -> Option<usize> {
    std::iter::successors(bones[at].above, |above| bones[*above].above).find(|above| pairs[*above].is_some())
}

/// What turns each joint of the target, as it rests, the way its source points at rest: where one joint that follows is
/// next below it; the others as the one above them.
fn matched(source: &Rig, target: &Rig, pairs: &Pairs, turn: DQuat) -> Vec<DQuat> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); pairs.len()];
    for at in (0..pairs.len()).filter(|at| pairs[*at].is_some()) {
        if let Some(above) = nearest_above(&target.bones, at, pairs) {
            below[above].push(at);
        }
    }
    let mut turns = vec![DQuat::IDENTITY; pairs.len()];
    for at in 0..pairs.len() {
        let Some((from, _)) = pairs[at] else { continue };
        let next = match below[at][..] {
            [next] => pairs[next].map(|(to, _)| (to, next)).filter(|(to, _)| *to != from),
            _ => None,
        };
        turns[at] = match next {
            Some((to, next)) => {
                let theirs = target.bones[next].rest_place - target.bones[at].rest_place;
                motion::arc(theirs, turn * (source.bones[to].rest_place - source.bones[from].rest_place))
            }
            None => nearest_above(&target.bones, at, pairs).map_or(DQuat::IDENTITY, |above| turns[above]),
        };
    }
    turns
}

/// What the joints of the target do at each time.
async fn curves(
    host: &Atomics,
    following: &Following,
    source: &Rig,
    target: &Rig,
    motion: &Motion,
    poses: &[Vec<Pose>],
) -> Vec<Curves> {
    let moved = |from: usize| {
        let above = std::iter::successors(Some(from), |at| source.bones[*at].above);
        above.into_iter().any(|at| motion.placed[at])
    };
    let mut curves: Vec<Curves> = following
        .pairs
        .iter()
        .enumerate()
        .filter_map(|(joint, pair)| {
            let placed = following.roots[joint] && moved((*pair)?.0);
            Some(Curves {
                joint,
                mode: target.bones[joint].mode.unwrap_or(Mode::Quaternion),
                placed,
                values: Vec::new(),
            })
        })
        .collect();
    for (number, poses) in poses.iter().enumerate() {
        let stands = motion::stands(&source.bones, poses);
        let wishes: Vec<Option<Wish>> = following.wishes(source, target, &stands, &curves);
        let poses = motion::poses(&target.bones, &wishes);
        for curves in &mut curves {
            let before = curves.values.last().cloned().unwrap_or_default();
            curves.values.push(source::numbers(curves.mode, curves.placed, poses[curves.joint], &before));
        }
        if number % 64 == 63 {
            host.breathe().await;
        }
    }
    curves
}

impl Following {
    /// What moves joints of the source away from those above them: those of the target keep their lengths.
    fn stretches(&self, source: &Rig, motion: &Motion) -> Vec<String> {
        let mut goes = vec![false; source.joints.len()];
        for (pair, _) in self.pairs.iter().zip(&self.roots).filter(|(_, root)| **root) {
            let from = pair.map(|(from, _)| from);
            std::iter::successors(from, |at| source.bones[*at].above).for_each(|at| goes[at] = true);
        }
        let stretched = (0..goes.len()).filter(|at| motion.placed[*at] && !goes[*at]);
        stretched.map(|at| format!("{}position", source::start(&source.joints[at]))).collect()
    }

    /// Where the joints of the target shall be while those of the source stand so.
    fn wishes(&self, source: &Rig, target: &Rig, stands: &[motion::Stand], curves: &[Curves]) -> Vec<Option<Wish>> {
        let mut wishes = vec![None; self.pairs.len()];
        for Curves { joint, placed, .. } in curves {
            let Some((from, _)) = self.pairs[*joint] else { continue };
            let (bone, rest) = (&target.bones[*joint], &source.bones[from]);
            let turned = stands[from].turn * rest.rest_turn.inverse();
            let turn = self.turn * turned * self.turn.inverse() * self.matched[*joint] * bone.rest_turn;
            let way = self.turn * (stands[from].place - rest.rest_place) * self.scale;
            wishes[*joint] = Some(Wish { turn, place: placed.then_some(bone.rest_place + way) });
        }
        wishes
    }
}

/// Makes the channels and their curves; how many there are.
async fn write(
    host: &Atomics,
    target: &Rig,
    clip: &str,
    curves: &[Curves],
    times: &[f64],
    way: &str,
) -> Result<usize, Fault> {
    // Axis and angle are no numbers between which one could go.
    let odd = curves.iter().filter(|curves| target.bones[curves.joint].mode.is_none());
    let odd: Vec<&str> = odd.map(|curves| &*target.joints[curves.joint].id).collect();
    if !odd.is_empty() {
        host.change("update_joints", vec![json!({ "ids": odd, "rotation_mode": "quaternion" })]).await?;
    }
    let (mut channels, mut values) = (Vec::new(), Vec::new());
    for curves in curves {
        let start = source::start(&target.joints[curves.joint]);
        for (column, path) in source::paths(curves.mode, curves.placed).into_iter().enumerate() {
            channels.push(json!({ "clip_id": clip, "node_id": target.id, "path": format!("{start}{path}") }));
            values.push(curves.values.iter().map(|row| row[column]).collect::<Vec<f64>>());
        }
    }
    let made = host.make_all("create_channels", channels).await?;
    for (some, values) in made.chunks(TOGETHER).zip(values.chunks(TOGETHER)) {
        let item = |(id, values): (&String, &Vec<f64>)| json!({ "channel_id": id, "times": times, "values": values, "interpolation_type": way });
        host.make_all("create_anim_curves", some.iter().zip(values).map(item).collect()).await?;
    }
    Ok(made.len())
}

/// Which joints follow which, and the joints whose motion none of them carries.
fn told(following: &Following, source: &Rig, target: &Rig, motion: &Motion) -> (Vec<Value>, Vec<String>) {
    let mut mapping = Vec::new();
    let mut followed = vec![false; source.joints.len()];
    for (joint, pair) in target.joints.iter().zip(&following.pairs) {
        let Some((from, by)) = pair else { continue };
        followed[*from] = true;
        let from = &source.joints[*from];
        mapping.push(json!({
            "source_id": from.id, "source_name": from.name, "target_id": joint.id, "target_name": joint.name,
            "by": by.word(),
        }));
    }
    // What a joint does is in where those below it are, which go along.
    let mut carried = followed;
    for at in (0..carried.len()).rev() {
        if let Some(above) = source.bones[at].above.filter(|_| carried[at]) {
            carried[above] = true;
        }
    }
    let unmatched = (0..carried.len()).filter(|at| motion.moved[*at] && !carried[*at]);
    (mapping, unmatched.map(|at| source.joints[at].name.clone()).collect())
}

#[cfg(test)]
mod tests;
