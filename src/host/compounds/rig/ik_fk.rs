//! `create_ik_fk_switch`: a limb that is posed joint by joint or by its end, and a control that slides from one to the
//! other.
//!
//! Beside the limb there are a chain that IK bends and controls for FK. Each joint takes its turn from its FK control and,
//! over that, as much as the switch says from the joint of the chain beside it: so both modes are exact, and what lies
//! between is the shortest way from one to the other.

use glam::{DMat4, DQuat, DVec3};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::joints::{self, Joint, put};
use crate::host::compounds::{Atomics, World, matrix, paths, wrong};
use crate::wire::Fault;

/// A chain whose joints are so near to one line, as a part of its length, has no bend that says where it goes.
const STRAIGHT: f64 = 1e-3;
/// Turned by less than this, in radians, a chain lies as the limb does.
const AS_IT_LIES: f64 = 1e-4;

#[derive(Deserialize)]
pub(super) struct Given {
    joint_ids: Vec<String>,
    rig_id: Option<String>,
    switch_name: String,
    ik_control_shape: String,
    fk_control_shape: String,
    ik_color: Vec<f64>,
    fk_color: Vec<f64>,
    create_pole_vector: bool,
    pole_vector_distance: Option<f64>,
    switch_range: Option<f64>,
}

/// The limb in the space of its rig, as it lies while nothing poses it.
struct Limb {
    joints: Vec<Joint>,
    /// What is above it, as it stands now.
    above: DMat4,
    rests: Vec<DMat4>,
    start: DVec3,
    /// What IK brings to its goal: the tip of the last joint but one.
    end: DVec3,
    length: f64,
    /// The joint that is farthest from the line between both ends, and the way that it bends.
    middle: DVec3,
    bend: DVec3,
}

impl Limb {
    fn new(joints: Vec<Joint>, above: DMat4, world: &World) -> Self {
        let mut rests = Vec::with_capacity(joints.len());
        for joint in &joints {
            let parent = rests.last().copied().unwrap_or(above);
            rests.push(parent * joint.local());
        }
        let start = rests[0].w_axis.truncate();
        let bent = joints.len() - 1;
        let end = rests[bent - 1].transform_point3(joints[bent - 1].along());
        let length = joints[..bent].iter().map(|joint| joint.length).sum();
        let axis = (end - start).normalize_or(DVec3::Y);
        let off = |place: DVec3| (place - start) - axis * (place - start).dot(axis);
        let places = rests[1..bent].iter().map(|rest| rest.w_axis.truncate());
        let farthest = |a: &DVec3, b: &DVec3| off(*a).length().total_cmp(&off(*b).length());
        let middle = places.max_by(farthest).unwrap_or((start + end) / 2.0);
        let bend = off(middle);
        let bend = if bend.length() > STRAIGHT * length {
            bend
        } else {
            // A leg that stands bends its knee forwards, an arm that is held out its elbow backwards.
            let way = if axis.dot(world.up).abs() > 0.7 { world.front } else { -world.front };
            way - axis * way.dot(axis)
        };
        Self { joints, above, rests, start, end, length, middle, bend: bend.normalize_or(world.up) }
    }

    /// How many joints IK bends.
    fn bent(&self) -> usize {
        self.joints.len() - 1
    }
}

/// The ids of what was made, in the order in which it was.
struct Made {
    switch: String,
    ik: String,
    pole: Option<String>,
    fk: Vec<String>,
    chain: Vec<String>,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let joints = limb_of(&host, &given).await?;
    let rig = joints[0].rig_id.clone();
    let placed = joints::world_of(&host, "get_rigs", &rig).await?;
    let above = match &joints[0].parent_id {
        Some(parent) => placed.inverse() * joints::world_of(&host, "get_joints", parent).await?,
        None => DMat4::IDENTITY,
    };
    let limb = Limb::new(joints, above, &host.world);
    let range = given.switch_range.unwrap_or(limb.length / 4.0);
    let made = controls(&host, &given, &limb, range).await?;
    let chain = host
        .make(
            "create_ik_chains",
            json!({
                "name": format!("{} IK", given.switch_name),
                "start_id": made.chain[0],
                "end_id": made.chain[limb.bent() - 1],
                "target_id": made.ik,
                "pole_target_id": made.pole,
            }),
        )
        .await?;
    if made.pole.is_some() {
        lay(&host, &chain, &limb, placed).await?;
    }
    let drivers = switch(&host, &given, &limb, &made, range).await?;
    Ok(json!({
        "switch_control_id": made.switch,
        "ik_control_id": made.ik,
        "fk_control_ids": made.fk,
        "pole_vector_id": made.pole,
        "ik_chain_id": chain,
        "driver_ids": drivers,
        "switch_range": range,
    }))
}

/// The joints of the limb, each directly below the one before.
async fn limb_of(host: &Atomics, given: &Given) -> Result<Vec<Joint>, Fault> {
    if given.joint_ids.len() < 3 {
        return Err(wrong(
            "joint_ids",
            "three joints or more, from the root of the limb to its end",
            &*given.joint_ids,
        ));
    }
    let joints = joints::read(host, &given.joint_ids, given.rig_id.as_ref()).await?;
    for (index, two) in joints.windows(2).enumerate() {
        if two[1].parent_id.as_ref() != Some(&two[0].id) {
            let expected = format!("a joint directly below `{}`", two[0].name);
            return Err(wrong(&format!("joint_ids[{}]", index + 1), &expected, &*two[1].name));
        }
    }
    Ok(joints)
}

/// Makes everything that is no joint of the limb: it bends no mesh.
async fn controls(host: &Atomics, given: &Given, limb: &Limb, range: f64) -> Result<Made, Fault> {
    let (name, rig) = (&given.switch_name, &limb.joints[0].rig_id);
    let above = &limb.joints[0].parent_id;
    let put_at = |item: &mut Value, place: DVec3, turn: DQuat, below: DMat4, length: f64| {
        put(item, below.inverse() * DMat4::from_rotation_translation(turn, place), length);
    };
    let small = limb.length / 8.0;
    let mut switch = json!({
        "name": format!("{name}_switch"), "rig_id": rig, "parent_id": above, "shape": "diamond", "size": small,
        "color": given.ik_color, "channel_control": only(&["tx"]),
    });
    put_at(&mut switch, limb.end - limb.bend * (limb.length / 3.0), DQuat::IDENTITY, limb.above, range);
    let mut ik = json!({
        "name": format!("{name}_IK"), "rig_id": rig, "parent_id": null, "shape": given.ik_control_shape,
        "size": limb.length / 3.0, "color": given.ik_color,
    });
    let (_, turn, _) = limb.rests[limb.bent()].to_scale_rotation_translation();
    put_at(&mut ik, limb.end, turn, DMat4::IDENTITY, small);
    let mut items = vec![switch, ik];
    if given.create_pole_vector {
        let mut pole = json!({
            "name": format!("{name}_pole"), "rig_id": rig, "parent_id": null, "shape": "sphere", "size": small,
            "color": given.ik_color, "channel_control": only(&["tx", "ty", "tz"]),
        });
        let distance = given.pole_vector_distance.unwrap_or(limb.length);
        put_at(&mut pole, limb.middle + limb.bend * distance, DQuat::IDENTITY, DMat4::IDENTITY, small);
        items.push(pole);
    }
    items.extend(beside(given, limb, "FK", limb.joints.len()));
    items.extend(beside(given, limb, "chain", limb.bent()));
    let mut ids = host.make_all("create_rig_controls", items).await?.into_iter();
    let mut next = || ids.next().unwrap_or_default();
    let (switch, ik) = (next(), next());
    let pole = given.create_pole_vector.then(&mut next);
    let fk = limb.joints.iter().map(|_| next()).collect();
    Ok(Made { switch, ik, pole, fk, chain: ids.collect() })
}

/// So many joints that lie on those of the limb, one below the other as they do: controls for FK, or what IK bends,
/// which nobody has to see.
fn beside(given: &Given, limb: &Limb, what: &str, count: usize) -> Vec<Value> {
    let called = |joint: &Joint| format!("{}_{what}_{}", given.switch_name, joint.name);
    let mut above = limb.joints[0].parent_id.clone();
    let mut items = Vec::with_capacity(count);
    for joint in &limb.joints[..count] {
        let mut item = json!({
            "name": called(joint), "rig_id": joint.rig_id, "parent_id": above, "shape": given.fk_control_shape,
            "size": joint.length * 0.6, "color": given.fk_color, "channel_control": only(&["rx", "ry", "rz"]),
        });
        if what == "chain" {
            item["visible"] = false.into();
            item["locked"] = true.into();
        }
        put(&mut item, joint.local(), joint.length);
        above = Some(called(joint));
        items.push(item);
    }
    items
}

/// What of its pose the artist may change.
fn only(free: &[&str]) -> Value {
    let all = ["tx", "ty", "tz", "rx", "ry", "rz", "sx", "sy", "sz"];
    all.iter().map(|channel| ((*channel).to_owned(), Value::from(free.contains(channel)))).collect()
}

#[derive(Deserialize)]
struct Solved {
    joints: Vec<Posed>,
}

#[derive(Deserialize)]
struct Posed {
    matrix_world: [f64; 16],
}

/// Turns the chain about the line between its ends until it lies where the limb does: hosts count the angle to the pole
/// target each from an axis of their own.
async fn lay(host: &Atomics, chain: &str, limb: &Limb, rig: DMat4) -> Result<(), Fault> {
    let turned = twist(host, chain, limb, rig).await?;
    if turned.abs() < AS_IT_LIES {
        return Ok(());
    }
    host.change("update_ik_chains", vec![json!({ "ids": [chain], "pole_angle": -turned })]).await?;
    if twist(host, chain, limb, rig).await?.abs() > turned.abs().min(0.01) {
        host.change("update_ik_chains", vec![json!({ "ids": [chain], "pole_angle": turned })]).await?;
    }
    Ok(())
}

/// How far the first joint of the chain is turned about that line, from where the limb's is.
async fn twist(host: &Atomics, chain: &str, limb: &Limb, rig: DMat4) -> Result<f64, Fault> {
    let solved: Vec<Solved> = host.items("solve_ik", json!({ "items": [{ "ik_chain_id": chain }] })).await?;
    let Some(first) = solved.first().and_then(|solved| solved.joints.first()) else { return Ok(0.0) };
    let now = rig.inverse() * matrix::whole(first.matrix_world);
    let turn = |matrix: DMat4| matrix.to_scale_rotation_translation().1;
    let away = turn(now) * turn(limb.rests[0]).inverse();
    let angle = 2.0 * away.xyz().dot((limb.end - limb.start).normalize_or(DVec3::Y)).atan2(away.w);
    Ok((angle + std::f64::consts::PI).rem_euclid(std::f64::consts::TAU) - std::f64::consts::PI)
}

#[derive(Deserialize)]
struct Named {
    name: String,
}

/// Binds the limb to both, and how much of IK counts to the switch; the drivers.
async fn switch(host: &Atomics, given: &Given, limb: &Limb, made: &Made, range: f64) -> Result<Vec<String>, Fault> {
    let bound = |joint: &Joint, target: &str, mode: &str, influence: f64| {
        json!({
            "name": format!("{} {mode}", given.switch_name), "type": "orientation", "source_id": joint.id,
            "target_id": target, "maintain_offset": false, "influence": influence,
        })
    };
    let mut items = Vec::with_capacity(2 * limb.joints.len());
    for (index, joint) in limb.joints.iter().enumerate() {
        items.push(bound(joint, &made.fk[index], "FK", 1.0));
        items.push(bound(joint, made.chain.get(index).unwrap_or(&made.ik), "IK", 0.0));
    }
    let named: Vec<Named> = host.items("create_constraints", json!({ "items": items })).await?;
    let variable = json!({ "name": "slid", "source_node_id": made.switch, "source_path": "position.x" });
    let driven = limb.joints.iter().zip(named.iter().skip(1).step_by(2)).map(|(joint, constraint)| {
        json!({
            "target_node_id": joint.id,
            "target_path": format!("{}.influence", paths::named("constraints", &constraint.name)),
            "expression": format!("clamp(slid / {range:?}, 0, 1)"),
            "variables": [variable],
        })
    });
    host.make_all("create_drivers", driven.collect()).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;
    use crate::wire::Code;

    /// Three joints along y, bent to z at the second.
    fn limb() -> Double {
        let mut host = Double::new();
        host.has_joint("Upper", None, [0.0, 0.0, 1.0], 1.0);
        host.has_joint("Lower", Some("Upper"), [0.0, 1.0, 0.2], 1.0);
        host.has_joint("Hand", Some("Lower"), [0.0, 1.0, -0.2], 0.3);
        let stands = |turn: f64| {
            let (sin, cos) = turn.sin_cos();
            // Turned about y, along which the limb lies.
            json!([cos, 0, sin, 0, 0, 1, 0, 0, -sin, 0, cos, 1, 0, 0, 0, 1])
        };
        let posed = json!({ "joint_id": "Upper", "matrix_world": stands(0.5) });
        host.answers("solve_ik", json!({ "items": [{ "joints": [posed] }] }));
        host
    }

    fn arguments() -> Value {
        json!({ "joint_ids": ["Upper", "Lower", "Hand"], "switch_name": "Arm" })
    }

    #[test]
    fn controls_chain_constraints_and_drivers_are_one_each() {
        let mut host = limb();
        let made = host.play("create_ik_fk_switch", arguments()).unwrap();
        assert_eq!(
            host.called(),
            [
                "get_joints",
                "get_rigs",
                "create_rig_controls",
                "create_ik_chains",
                "solve_ik",
                "update_ik_chains",
                "solve_ik",
                "update_ik_chains",
                "create_constraints",
                "create_drivers"
            ]
        );
        let controls = host.asked("create_rig_controls")["items"].as_array().unwrap();
        let names: Vec<&str> = controls.iter().map(|item| item["name"].as_str().unwrap()).collect();
        let expected = ["Arm_switch", "Arm_IK", "Arm_pole", "Arm_FK_Upper", "Arm_FK_Lower", "Arm_FK_Hand"];
        assert_eq!(names[..6], expected);
        assert_eq!(names[6..], ["Arm_chain_Upper", "Arm_chain_Lower"]);
        assert_eq!((&controls[5]["parent_id"], &controls[7]["visible"]), (&json!("Arm_FK_Lower"), &json!(false)));
        let pole = controls[2]["position"][2].as_f64().unwrap();
        assert!(pole > 2.0, "to where the limb bends: {pole}");
        assert_eq!(host.asked("create_ik_chains")["items"][0]["end_id"], "Arm_chain_Lower");
        let bound = host.asked("create_constraints")["items"].as_array().unwrap();
        let pairs: Vec<(&str, f64)> = bound
            .iter()
            .map(|item| (item["target_id"].as_str().unwrap(), item["influence"].as_f64().unwrap()))
            .collect();
        assert_eq!(pairs[..2], [("Arm_FK_Upper", 1.0), ("Arm_chain_Upper", 0.0)]);
        assert_eq!(pairs[5], ("Arm_IK", 0.0), "the hand turns as the control does");
        let driver = &host.asked("create_drivers")["items"][2];
        assert_eq!(driver["target_path"], "constraints[\"Arm IK\"].influence");
        assert_eq!(driver["variables"][0]["source_node_id"], made["switch_control_id"]);
    }

    #[test]
    fn the_chain_is_turned_back_to_where_the_limb_lies() {
        let mut host = limb();
        host.play("create_ik_fk_switch", arguments()).unwrap();
        let angles: Vec<f64> = host
            .all_asked("update_ik_chains")
            .iter()
            .map(|asked| asked["items"][0]["pole_angle"].as_f64().unwrap())
            .collect();
        // One way, and as this host does not turn, the other way.
        assert!((angles[0] + 0.5).abs() < 0.05 && (angles[1] - 0.5).abs() < 0.05, "{angles:?}");
    }

    #[test]
    fn what_is_no_chain_is_told_before_anything_is_made() {
        let check = |ids: Value, path: &str| {
            let mut host = limb();
            let mut given = arguments();
            given["joint_ids"] = ids;
            let fault = host.play("create_ik_fk_switch", given).unwrap_err();
            assert_eq!((fault.error_code, &fault.details["path"]), (Code::InvalidParams, &json!(path)));
            assert!(!host.called().contains(&"create_rig_controls"));
        };
        check(json!(["Upper", "Lower"]), "joint_ids");
        check(json!(["Lower", "Upper", "Hand"]), "joint_ids[1]");
    }
}
