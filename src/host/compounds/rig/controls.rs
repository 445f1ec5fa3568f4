//! `create_controls_for_joints`: something to take hold of for each joint, coloured by how deep it lies.

use std::collections::HashMap;

use glam::DMat4;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::compounds::joints::{self, put};
use crate::host::compounds::{Atomics, wrong};
use crate::wire::Fault;

/// In a naming pattern the name of the joint.
const JOINT: &str = "{joint}";
/// Hues of a hierarchy from its root to its tips, in turns: red over yellow and green to blue.
const DEEPEST: f64 = 2.0 / 3.0;

#[derive(Deserialize)]
pub(super) struct Given {
    joint_ids: Vec<String>,
    rig_id: Option<String>,
    control_shape: String,
    control_size: Option<f64>,
    custom_mesh_id: Option<String>,
    use_color_hierarchy: bool,
    base_color: Vec<f64>,
    offset_multiplier: f64,
    create_group_hierarchy: bool,
    naming_pattern: String,
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    if !given.naming_pattern.contains(JOINT) {
        return Err(wrong("naming_pattern", "a text with `{joint}` in it", &*given.naming_pattern));
    }
    let chosen = joints::read(&host, &given.joint_ids, given.rig_id.as_ref()).await?;
    if let Some(twice) = (1..chosen.len()).find(|&at| chosen[..at].iter().any(|other| other.id == chosen[at].id)) {
        return Err(wrong(&format!("joint_ids[{twice}]"), "each joint once", &*chosen[twice].name));
    }
    let rig = chosen[0].rig_id.clone();
    let all = joints::all(&host, &rig).await?;
    let rests = joints::rests(&all);
    let place = |id: &str| all.iter().position(|joint| joint.id == id);
    let wanted = |at: &usize| chosen.iter().any(|joint| joint.id == all[*at].id);
    let above = |at: usize| all[at].parent_id.as_deref().and_then(place);
    let depth = |at: usize| std::iter::successors(above(at), |&at| above(at)).filter(wanted).count();
    // Parents before children, as `all` has them: a control may hang on one of the same call.
    let order: Vec<usize> = (0..all.len()).filter(wanted).collect();
    let deepest = order.iter().map(|&at| depth(at)).max().unwrap_or(0);
    let mut names: HashMap<usize, String> = HashMap::new();
    let mut items = Vec::new();
    for &at in &order {
        let joint = &all[at];
        let name = given.naming_pattern.replace(JOINT, &joint.name);
        let over = std::iter::successors(above(at), |&at| above(at)).find(|at| names.contains_key(at));
        // Below the control above it, else below what its joint is below.
        let parent = match over {
            Some(over) => Some(names[&over].clone()),
            None => joint.parent_id.clone(),
        };
        let below = over.or(above(at)).map_or(DMat4::IDENTITY, |over| rests[over]);
        let mut item = json!({
            "name": name, "rig_id": rig, "parent_id": parent, "target_joint_ids": [joint.id], "space_type": "object",
            "shape": given.control_shape, "size": given.control_size.unwrap_or(joint.length),
            "color": if given.use_color_hierarchy { hue(depth(at), deepest) } else { given.base_color.clone() },
        });
        put(&mut item, below.inverse() * rests[at], joint.length);
        if given.control_shape == "custom" {
            item["custom_mesh_id"] = given.custom_mesh_id.as_deref().into();
        }
        if given.offset_multiplier != 0.0 {
            let moved = DMat4::from_translation(joint.along() * given.offset_multiplier);
            item["offset_matrix"] = moved.transpose().to_cols_array().into_iter().collect();
        }
        if given.create_group_hierarchy {
            let group = format!("{name}_GRP");
            let mut over =
                json!({ "name": group, "rig_id": rig, "parent_id": parent, "visible": false, "locked": true });
            for field in ["position", "orientation", "length"] {
                over[field] = item[field].clone();
            }
            items.push(over);
            item["parent_id"] = group.into();
            put(&mut item, DMat4::IDENTITY, joint.length);
        }
        names.insert(at, name);
        items.push(item);
    }
    let ids = host.make_all("create_rig_controls", items).await?;
    let step = if given.create_group_hierarchy { 2 } else { 1 };
    let of = |joint: &joints::Joint| order.iter().position(|&at| all[at].id == joint.id).unwrap_or_default() * step;
    let groups = given.create_group_hierarchy.then(|| chosen.iter().map(|joint| &*ids[of(joint)]).collect::<Vec<_>>());
    Ok(json!({
        "control_ids": chosen.iter().map(|joint| &*ids[of(joint) + step - 1]).collect::<Vec<_>>(),
        "control_groups": groups.unwrap_or_default(),
    }))
}

/// The colour of a depth, linear: full red, green and blue are the same in any notation, what lies between nearly.
fn hue(depth: usize, deepest: usize) -> Vec<f64> {
    let turn = if deepest == 0 { 0.0 } else { DEEPEST * depth as f64 / deepest as f64 };
    let part = |offset: f64| {
        let at = ((turn + offset).rem_euclid(1.0) * 6.0 - 3.0).abs() - 1.0;
        at.clamp(0.0, 1.0)
    };
    vec![part(0.0), part(-1.0 / 3.0), part(1.0 / 3.0), 1.0]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn each_lies_on_its_joint_below_that_of_the_joint_above() {
        let mut host = Double::new();
        host.has_joint("Root", None, [0.0, 0.0, 1.0], 1.0);
        host.has_joint("Skipped", Some("Root"), [0.0, 1.0, 0.0], 1.0);
        host.has_joint("Tip", Some("Skipped"), [0.0, 1.0, 0.0], 0.5);
        let made = host.play("create_controls_for_joints", json!({ "joint_ids": ["Tip", "Root"] })).unwrap();
        assert_eq!(made["control_ids"], json!(["CTRL_Tip", "CTRL_Root"]));
        assert_eq!(host.called(), ["get_joints", "list_joints", "create_rig_controls"]);
        let items = &host.asked("create_rig_controls")["items"];
        assert_eq!((&items[0]["name"], &items[0]["parent_id"]), (&json!("CTRL_Root"), &Value::Null));
        assert_eq!((&items[1]["parent_id"], &items[1]["position"]), (&json!("CTRL_Root"), &json!([0.0, 2.0, 0.0])));
        assert_eq!((&items[1]["target_joint_ids"], &items[1]["size"]), (&json!(["Tip"]), &json!(0.5)));
        assert_eq!(
            (&items[0]["color"], &items[1]["color"]),
            (&json!([1.0, 0.0, 0.0, 1.0]), &json!([0.0, 0.0, 1.0, 1.0]))
        );
    }

    #[test]
    fn depth_goes_from_red_to_blue() {
        assert_eq!(hue(0, 0), [1.0, 0.0, 0.0, 1.0]);
        assert!(hue(1, 2)[1] > 0.99 && hue(2, 2)[2] > 0.99);
    }
}
