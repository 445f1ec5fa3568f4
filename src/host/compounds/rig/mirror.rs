//! `mirror_joints`: the other side of a skeleton.

use glam::{DMat3, DMat4, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::Atomics;
use crate::host::compounds::joints::{self, Joint, put};
use crate::wire::{Code, Fault};

/// How names tell their side, each way round; at their end, at their beginning, or in the middle.
const SIDES: &[[&str; 2]] = &[["Left", "Right"], ["left", "right"], ["LEFT", "RIGHT"]];
/// The same of single letters, which count only at the end of a name or at its beginning.
const LETTERS: &[[&str; 2]] = &[["L", "R"], ["l", "r"]];
const MARKS: &[char] = &['_', '.', '-', ' '];

#[derive(Deserialize)]
pub(super) struct Given {
    joint_ids: Vec<String>,
    axis: String,
    search: Option<String>,
    replace: Option<String>,
    include_children: bool,
}

pub(super) async fn mirror(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let chosen = joints::read(&host, &given.joint_ids, None).await?;
    let rig = chosen[0].rig_id.clone();
    let all = joints::all(&host, &rig).await?;
    let rests = joints::rests(&all);
    let mut wanted: Vec<bool> = all.iter().map(|joint| chosen.iter().any(|one| one.id == joint.id)).collect();
    let above: Vec<Option<usize>> = all
        .iter()
        .map(|joint| joint.parent_id.as_ref().and_then(|id| all.iter().position(|other| other.id == *id)))
        .collect();
    for at in 0..all.len() {
        wanted[at] |= given.include_children && above[at].is_some_and(|above| wanted[above]);
    }
    let mut mirrored: Vec<Option<String>> = vec![None; all.len()];
    for at in (0..all.len()).filter(|&at| wanted[at]) {
        mirrored[at] = Some(other_name(&all[at], &given)?);
    }
    let flip = flip(&given.axis);
    let at_name = |name: &str| all.iter().position(|joint| joint.name == name);
    let (mut made, mut changed, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for at in (0..all.len()).filter(|&at| wanted[at]) {
        let name = mirrored[at].clone().unwrap_or_default();
        // Below the other side of what it is below, where there is one; else below the same.
        let other = above[at].and_then(|above| mirrored[above].clone().or_else(|| other_of(&all[above].name)));
        let there = other.as_deref().and_then(at_name);
        let is_made = other.as_ref().is_some_and(|other| mirrored.contains(&Some(other.clone())));
        let parent = match (above[at], there, is_made) {
            (None, ..) => None,
            (Some(_), Some(there), _) => Some(all[there].id.clone()),
            (Some(_), None, true) => other,
            (Some(above), None, false) => Some(all[above].id.clone()),
        };
        let below = match (above[at], is_made || there.is_some()) {
            (None, _) => DMat4::IDENTITY,
            // As it will be: the other side of it, mirrored too when it is among these, else as it is there.
            (Some(above), true) if is_made => flipped(rests[above], &flip),
            (Some(above), true) => there.map_or(rests[above], |there| rests[there]),
            (Some(above), false) => rests[above],
        };
        let mut item = json!({ "parent_id": parent });
        put(&mut item, below.inverse() * flipped(rests[at], &flip), all[at].length);
        match at_name(&name) {
            Some(there) => {
                item["ids"] = json!([all[there].id]);
                changed.push(item);
            }
            None => {
                item["name"] = name.as_str().into();
                item["rig_id"] = rig.as_str().into();
                made.push(item);
            }
        }
        names.push((name.clone(), at_name(&name)));
    }
    let mut ids = if made.is_empty() { Vec::new() } else { host.make_all("create_joints", made).await? }.into_iter();
    if !changed.is_empty() {
        host.change("update_joints", changed).await?;
    }
    let ids: Vec<String> = names
        .iter()
        .map(|(_, there)| there.map_or_else(|| ids.next().unwrap_or_default(), |there| all[there].id.clone()))
        .collect();
    Ok(json!({
        "joint_ids": ids,
        "created_count": names.iter().filter(|(_, there)| there.is_none()).count(),
        "source_ids": (0..all.len()).filter(|&at| wanted[at]).map(|at| &*all[at].id).collect::<Vec<_>>(),
    }))
}

/// What the mirror does to a place, by axis of the rig.
fn flip(axis: &str) -> DMat3 {
    let factors = match axis {
        "x" => DVec3::new(-1.0, 1.0, 1.0),
        "y" => DVec3::new(1.0, -1.0, 1.0),
        _ => DVec3::new(1.0, 1.0, -1.0),
    };
    DMat3::from_diagonal(factors)
}

/// A rest seen in the mirror. Its own x is turned round, so that it is a rotation again and joints of both sides bend
/// alike by the same angle about x.
fn flipped(rest: DMat4, flip: &DMat3) -> DMat4 {
    let own = DMat3::from_diagonal(DVec3::new(-1.0, 1.0, 1.0));
    let axes = *flip * DMat3::from_mat4(rest) * own;
    DMat4::from_translation(*flip * rest.w_axis.truncate()) * DMat4::from_mat3(axes)
}

fn other_name(joint: &Joint, given: &Given) -> Result<String, Fault> {
    let other = match (&given.search, &given.replace) {
        (Some(search), Some(replace)) if joint.name.contains(search.as_str()) => {
            Some(joint.name.replace(search.as_str(), replace))
        }
        (Some(_), _) => None,
        _ => other_of(&joint.name),
    };
    other.filter(|other| *other != joint.name).ok_or_else(|| {
        let message = format!("the name of the joint `{}` does not tell its side", joint.name);
        Fault::new(Code::InvalidParams, message)
            .detail("path", "joint_ids")
            .detail("expected", "names such as `Arm_L`, `arm.l`, `LeftArm`")
            .detail("got", joint.name.as_str())
            .suggest("say what stands for a side by `search` and `replace`")
    })
}

/// The name of the other side of this one.
fn other_of(name: &str) -> Option<String> {
    for [one, other] in SIDES.iter().flat_map(|[a, b]| [[a, b], [b, a]]) {
        if name.contains(one) {
            return Some(name.replacen(one, other, 1));
        }
    }
    for [one, other] in LETTERS.iter().flat_map(|[a, b]| [[a, b], [b, a]]) {
        if let Some(start) = name.strip_suffix(one).filter(|start| start.ends_with(MARKS)) {
            return Some(format!("{start}{other}"));
        }
        if let Some(end) = name.strip_prefix(one).filter(|end| end.starts_with(MARKS)) {
            return Some(format!("{other}{end}"));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn what_is_missing_is_made_and_what_is_there_is_changed() {
        let mut host = Double::new();
        host.has_joint("Spine", None, [0.0, 0.0, 1.0], 1.0);
        host.has_joint("Arm_L", Some("Spine"), [2.0, 0.0, 1.0], 1.0);
        host.has_joint("Hand_L", Some("Arm_L"), [1.0, 0.0, 0.0], 1.0);
        host.has_joint("Arm_R", Some("Spine"), [0.0, 0.0, 0.0], 1.0);
        let made = host.play("mirror_joints", json!({ "joint_ids": ["Arm_L"] })).unwrap();
        assert_eq!(host.called(), ["get_joints", "list_joints", "create_joints", "update_joints"]);
        assert_eq!((&made["joint_ids"], &made["created_count"]), (&json!(["Arm_R", "Hand_R"]), &json!(1)));
        let (new, known) = (&host.asked("create_joints")["items"][0], &host.asked("update_joints")["items"][0]);
        assert_eq!((&new["name"], &new["parent_id"]), (&json!("Hand_R"), &json!("Arm_R")));
        assert_eq!((&known["ids"], &known["position"]), (&json!(["Arm_R"]), &json!([-2.0, 0.0, 1.0])));
    }

    #[test]
    fn names_tell_their_side() {
        let check = |name: &str, expected: Option<&str>| assert_eq!(other_of(name).as_deref(), expected, "{name}");
        check("UpperArm_L", Some("UpperArm_R"));
        check("hand.r", Some("hand.l"));
        check("LeftHand", Some("RightHand"));
        check("mixamorig:RightFoot", Some("mixamorig:LeftFoot"));
        check("L_hand", Some("R_hand"));
        check("r-toe", Some("l-toe"));
        check("Spine", None);
        check("Pelvis", None);
        check("Ball", None);
    }

    #[test]
    fn what_is_seen_in_the_mirror_is_a_rotation_and_comes_back() {
        let rest = DMat4::from_rotation_translation(
            glam::DQuat::from_euler(glam::EulerRot::XYZ, 0.3, 1.1, -0.7),
            DVec3::new(1.0, 2.0, 3.0),
        );
        for axis in ["x", "y", "z"] {
            let seen = flipped(rest, &flip(axis));
            assert!((DMat3::from_mat4(seen).determinant() - 1.0).abs() < 1e-9);
            assert!(flipped(seen, &flip(axis)).abs_diff_eq(rest, 1e-9));
            // What lies along the joint does so in the mirror.
            let tip = flip(axis) * rest.transform_point3(DVec3::Y);
            assert!(seen.transform_point3(DVec3::Y).distance(tip) < 1e-9);
        }
    }
}
