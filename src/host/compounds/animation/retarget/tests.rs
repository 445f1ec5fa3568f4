use glam::{DQuat, DVec3};

use super::*;
use crate::host::compounds::double::Double;

/// A leg of the rig `Rig` as the double has it, with the words of a pose; `length` is that of each of its three joints.
fn leg(host: &mut Double, rig: &str, names: [&str; 3], length: f64) {
    let world = json!([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    host.has("get_rigs", rig, json!({ "name": rig, "matrix_world": world, "joint_ids": [] }));
    // Down the leg: turned so that its y is the rig's -z.
    let down = DQuat::from_rotation_x(-std::f64::consts::FRAC_PI_2);
    for (at, name) in names.into_iter().enumerate() {
        let (position, turn) = match at {
            0 => (DVec3::Z * length * 2.0, down),
            _ => (DVec3::Y * length, DQuat::IDENTITY),
        };
        let joint = json!({
            "name": name, "rig_id": rig, "parent_id": at.checked_sub(1).map(|above| names[above]),
            "position": position.to_array(), "orientation": turn.to_array(), "length": length,
            "rotation_mode": "quaternion", "rotation": [0, 0, 0, 1], "pose_position": [0, 0, 0],
        });
        host.has("get_joints", name, joint);
    }
}

const SOURCE: [&str; 3] = ["LeftUpLeg", "LeftLeg", "LeftFoot"];
const TARGET: [&str; 3] = ["thigh.L", "shin.L", "foot.L"];

/// A clip of two times: the thigh swings by 60 degrees about its x and goes 0.1 down, the foot is turned, a toe is moved
/// that is no joint.
fn swing() -> Double {
    let mut host = Double::new();
    leg(&mut host, "Source", SOURCE, 0.5);
    leg(&mut host, "Target", TARGET, 1.0);
    let clip = json!({ "name": "Swing", "start_time": 0.0, "duration": 1.0, "node_ids": ["Source"] });
    host.has("get_clips", "Swing", clip);
    let (sine, cosine) = 30_f64.to_radians().sin_cos();
    let moves = [
        ("LeftUpLeg\"].quaternion.x", [0.0, sine]),
        ("LeftUpLeg\"].quaternion.w", [1.0, cosine]),
        ("LeftUpLeg\"].position.y", [0.0, 0.1]),
        ("LeftFoot\"].quaternion.z", [0.0, 1.0]),
        ("LeftFoot\"].quaternion.w", [1.0, 0.0]),
        ("Toe\"].quaternion.w", [1.0, 1.0]),
    ];
    let value = |time: usize| -> Vec<Value> {
        moves.iter().map(|(id, values)| json!({ "channel_id": id, "value": values[time] })).collect()
    };
    for (id, _) in moves {
        host.has("get_channels", id, json!({ "path": format!("joints[\"{id}") }));
    }
    host.answers("evaluate_animation", json!({ "items": [{ "values": value(0) }, { "values": value(1) }] }));
    host
}

/// What a channel of the new clip is at the second of two times.
fn last(host: &Double, path: &str) -> f64 {
    let channels = host.asked("create_channels")["items"].as_array().unwrap();
    let at = channels.iter().position(|channel| channel["path"] == path).unwrap();
    host.asked("create_anim_curves")["items"][at]["values"][1].as_f64().unwrap()
}

#[test]
fn a_leg_of_other_names_and_length_swings_alike_and_goes_as_much_further() {
    let mut host = swing();
    let given = json!({ "clip_id": "Swing", "target_rig_id": "Target", "frame_rate": 1 });
    let made = host.play("retarget_clip", given).unwrap();
    assert_eq!((&made["channel_count"], &made["keyframe_count"]), (&json!(15), &json!(30)));
    assert!((made["translation_scale"].as_f64().unwrap() - 2.0).abs() < 1e-9);
    assert!((last(&host, "joints[\"thigh.L\"].quaternion.x") - 0.5).abs() < 1e-9);
    assert!((last(&host, "joints[\"thigh.L\"].position.y") - 0.2).abs() < 1e-9);
    assert!((last(&host, "joints[\"shin.L\"].quaternion.w") - 1.0).abs() < 1e-9);
    assert!((last(&host, "joints[\"foot.L\"].quaternion.z") - 1.0).abs() < 1e-9);
    assert_eq!(made["left_out"], json!(["joints[\"Toe\"].quaternion.w"]));
    let mut by: Vec<&str> =
        made["mapping"].as_array().unwrap().iter().map(|pair| pair["by"].as_str().unwrap()).collect();
    by.sort_unstable();
    assert_eq!(by, ["anatomy", "anatomy", "name"]);
}

#[test]
fn what_is_given_comes_before_what_is_found_and_nothing_else_where_not_wanted() {
    let mut host = swing();
    let pair = json!([{ "source_id": "LeftFoot", "target_id": "thigh.L" }]);
    let given = json!({
        "clip_id": "Swing", "target_rig_id": "Target", "frame_rate": 1, "mapping": pair, "find_others": false,
    });
    let made = host.play("retarget_clip", given).unwrap();
    assert_eq!(made["mapping"].as_array().unwrap().len(), 1);
    assert_eq!(made["unmatched"], json!([]), "what the thigh does is in where the foot is");
    assert!(last(&host, "joints[\"thigh.L\"].quaternion.z").abs() > 0.5, "turned as the foot is");
}

#[test]
fn euler_joints_get_euler_angles_and_axis_and_angle_becomes_a_quaternion() {
    let mut host = swing();
    for (name, mode) in [("thigh.L", "xyz"), ("foot.L", "axis_angle")] {
        let above = (name == "foot.L").then_some("shin.L");
        let turn = if above.is_some() { DQuat::IDENTITY } else { DQuat::from_rotation_x(-std::f64::consts::FRAC_PI_2) };
        let position = if above.is_some() { [0.0, 1.0, 0.0] } else { [0.0, 0.0, 2.0] };
        let joint = json!({
            "name": name, "rig_id": "Target", "parent_id": above, "position": position, "orientation": turn.to_array(),
            "length": 1.0, "rotation_mode": mode, "rotation": [0, 0, 0, 1], "pose_position": [0, 0, 0],
        });
        host.has("get_joints", name, joint);
    }
    let given = json!({ "clip_id": "Swing", "target_rig_id": "Target", "frame_rate": 1 });
    host.play("retarget_clip", given).unwrap();
    assert!((last(&host, "joints[\"thigh.L\"].rotation.x") - 60.0).abs() < 1e-6);
    assert_eq!(host.asked("update_joints")["items"], json!([{ "ids": ["foot.L"], "rotation_mode": "quaternion" }]));
}

#[test]
fn what_cannot_be_is_told_with_what_there_is() {
    let check = |change: Value, path: &str, word: &str| {
        let mut given = json!({ "clip_id": "Swing", "target_rig_id": "Target" });
        for (key, value) in change.as_object().unwrap() {
            given[key] = value.clone();
        }
        let fault = swing().play("retarget_clip", given).unwrap_err();
        assert_eq!(fault.details["path"], path, "{fault:?}");
        assert!(fault.error_message.contains(word), "{}", fault.error_message);
    };
    check(json!({ "target_rig_id": "Source" }), "target_rig_id", "another rig");
    check(json!({ "find_others": false }), "mapping", "thigh.L");
    let pair = |source: &str, target: &str| json!({ "source_id": source, "target_id": target });
    check(json!({ "mapping": [pair("LeftLeg", "LeftFoot")] }), "mapping[0].target_id", "Target");
    let twice = json!({ "mapping": [pair("LeftLeg", "shin.L"), pair("LeftFoot", "shin.L")] });
    check(twice, "mapping[1].target_id", "once");
    check(json!({ "source_rig_id": "Target" , "target_rig_id": "Source" }), "clip_id", "Target");
    check(
        json!({ "frame_rate": 1000.0, "sample": "frames", "translation_scale": 1.0, "clip_id": "Swing" , "mapping": [pair("No", "shin.L")] }),
        "mapping[0].source_id",
        "No",
    );
}
