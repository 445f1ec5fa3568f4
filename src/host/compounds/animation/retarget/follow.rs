//! Which joint of the target follows which of the source, and where that brings it.

use glam::DQuat;
use serde_json::{Value, json};

use super::motion::Motion;
use super::pairs::{self, By, Pairs};
use super::rigs::Rig;
use super::skeleton::{self, Stand, Wish, above};
use super::{Given, bodies, channels, names};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

/// How the target follows the source.
pub(super) struct Following<'a> {
    pub(super) source: &'a Rig,
    pub(super) target: &'a Rig,
    pairs: Pairs,
    /// From the source's rig to the target's.
    turn: DQuat,
    /// How much further the target goes than the source.
    pub(super) scale: f64,
    /// What brings each joint of the target to how its source rests.
    matched: Vec<DQuat>,
    /// The joints of the target that are moved too: those above which none follows.
    roots: Vec<bool>,
}

/// A joint of the target and the one that it follows, by their places in their rigs' lists.
#[derive(Clone, Copy)]
pub(super) struct Follower {
    pub(super) joint: usize,
    pub(super) source: usize,
    /// It is moved from its place too.
    pub(super) placed: bool,
}

/// Finds which joint follows which, and how.
pub(super) async fn follow<'a>(
    host: &Atomics,
    given: &Given,
    source: &'a Rig,
    target: &'a Rig,
) -> Result<Following<'a>, Fault> {
    let mut pairs = given_pairs(host, given, source, target).await?;
    if given.find_others {
        let read = |rig: &Rig| names::read(rig.joints.iter().map(|joint| &*joint.name));
        pairs::find(&read(source), &read(target), &mut pairs);
    }
    if pairs.iter().all(Option::is_none) {
        let (one, other) = (target.some_names(), source.some_names());
        let alike = format!("as no names of `{}` ({one}) are like those of `{}` ({other})", target.name, source.name);
        return Err(wrong("mapping", &format!("pairs of joints, {alike}"), json!([])));
    }
    let roots: Vec<bool> =
        (0..pairs.len()).map(|at| pairs[at].is_some() && nearest_above(target, at, &pairs).is_none()).collect();
    let rest = |at: usize| pairs[at].map(|(from, _)| (source.bones[from].rest_place, target.bones[at].rest_place));
    let (first, others): (Vec<usize>, Vec<usize>) = (0..pairs.len()).partition(|at| roots[*at]);
    let rests: Vec<bodies::Rest> = first.into_iter().chain(others).filter_map(rest).collect();
    let turn = bodies::turn(&rests, target.turned().inverse() * source.turned());
    let up = source.turned().inverse() * host.world.up;
    let scale = given.translation_scale.unwrap_or_else(|| bodies::scale(&rests, (up, turn * up)));
    let matched =
        if given.match_rest_poses { matched(source, target, &pairs, turn) } else { vec![DQuat::IDENTITY; pairs.len()] };
    Ok(Following { source, target, pairs, turn, scale, matched, roots })
}

/// The pairs that were given.
async fn given_pairs(host: &Atomics, given: &Given, source: &Rig, target: &Rig) -> Result<Pairs, Fault> {
    let mut pairs: Pairs = vec![None; target.joints.len()];
    for (number, pair) in given.mapping.iter().enumerate() {
        let from = source.joint(host, &pair.source_id, &format!("mapping[{number}].source_id")).await?;
        let path = format!("mapping[{number}].target_id");
        let to = target.joint(host, &pair.target_id, &path).await?;
        if pairs[to].is_some() {
            return Err(wrong(&path, "each joint once", &*pair.target_id));
        }
        pairs[to] = Some((from, By::Given));
    }
    Ok(pairs)
}

/// The nearest joint above that follows one.
fn nearest_above(target: &Rig, at: usize, pairs: &Pairs) -> Option<usize> {
    above(&target.bones, at).find(|above| pairs[*above].is_some())
}

/// What turns each joint of the target, as it rests, the way its source points at rest: where one joint that follows is
/// next below it; the others as the one above them.
fn matched(source: &Rig, target: &Rig, pairs: &Pairs, turn: DQuat) -> Vec<DQuat> {
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); pairs.len()];
    for at in (0..pairs.len()).filter(|at| pairs[*at].is_some()) {
        if let Some(above) = nearest_above(target, at, pairs) {
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
                skeleton::arc(theirs, turn * (source.bones[to].rest_place - source.bones[from].rest_place))
            }
            None => nearest_above(target, at, pairs).map_or(DQuat::IDENTITY, |above| turns[above]),
        };
    }
    turns
}

impl Following<'_> {
    /// The joints that follow, each with the one that it follows.
    pub(super) fn followers(&self, motion: &Motion) -> Vec<Follower> {
        let goes = |from: usize| motion.placed[from] || above(&self.source.bones, from).any(|at| motion.placed[at]);
        let follower = |(joint, pair): (usize, &Option<(usize, By)>)| {
            let source = (*pair)?.0;
            Some(Follower { joint, source, placed: self.roots[joint] && goes(source) })
        };
        self.pairs.iter().enumerate().filter_map(follower).collect()
    }

    /// Where the joints of the target shall be while those of the source stand so.
    pub(super) fn wishes(&self, followers: &[Follower], stands: &[Stand]) -> Vec<Option<Wish>> {
        let mut wishes = vec![None; self.pairs.len()];
        for Follower { joint, source, placed } in followers {
            let (bone, rest) = (&self.target.bones[*joint], &self.source.bones[*source]);
            let turned = stands[*source].turn * rest.rest_turn.inverse();
            let turn = self.turn * turned * self.turn.inverse() * self.matched[*joint] * bone.rest_turn;
            let way = self.turn * (stands[*source].place - rest.rest_place) * self.scale;
            wishes[*joint] = Some(Wish { turn, place: placed.then_some(bone.rest_place + way) });
        }
        wishes
    }

    /// What moves joints of the source away from those above them: those of the target keep their lengths.
    pub(super) fn stretches(&self, motion: &Motion) -> Vec<String> {
        let mut goes = vec![false; self.source.joints.len()];
        for (pair, _) in self.pairs.iter().zip(&self.roots).filter(|(_, root)| **root) {
            let Some((from, _)) = *pair else { continue };
            std::iter::once(from).chain(above(&self.source.bones, from)).for_each(|at| goes[at] = true);
        }
        let stretched = (0..goes.len()).filter(|at| motion.placed[*at] && !goes[*at]);
        stretched.map(|at| channels::path(&self.source.joints[at], "position")).collect()
    }

    /// Which joints follow which, and the joints whose motion none of them carries.
    pub(super) fn told(&self, motion: &Motion) -> (Vec<Value>, Vec<String>) {
        let mut mapping = Vec::new();
        let mut carried = vec![false; self.source.joints.len()];
        for (joint, pair) in self.target.joints.iter().zip(&self.pairs) {
            let Some((from, by)) = pair else { continue };
            carried[*from] = true;
            let from = &self.source.joints[*from];
            mapping.push(json!({
                "source_id": from.id, "source_name": from.name, "target_id": joint.id, "target_name": joint.name,
                "by": by.word(),
            }));
        }
        // What a joint does is in where those below it are, which go along.
        for at in (0..carried.len()).rev() {
            if let Some(above) = self.source.bones[at].above.filter(|_| carried[at]) {
                carried[above] = true;
            }
        }
        let unmatched = (0..carried.len()).filter(|at| motion.moved[*at] && !carried[*at]);
        (mapping, unmatched.map(|at| self.source.joints[at].name.clone()).collect())
    }
}
