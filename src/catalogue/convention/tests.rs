//! What must hold between two conventions.

use glam::{DMat4, DQuat, DVec3};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::catalogue::catalogue;
use crate::wire::Payload;

fn axes() -> impl Strategy<Value = Axes> {
    let words = (prop_oneof![Just("Y"), Just("Z")], prop_oneof![Just("right"), Just("left")]);
    (words, prop_oneof![Just(1.0), Just(0.01), Just(0.0254), 1e-3..1e3])
        .prop_map(|((up, handedness), metres)| Axes::new(up, handedness, metres))
}

fn triple(within: f64) -> impl Strategy<Value = [f64; 3]> {
    prop::array::uniform3(-within..within)
}

/// Position, rotation, scale.
fn local() -> impl Strategy<Value = (DVec3, DQuat, DVec3)> {
    let turned =
        prop::array::uniform4(-1.0..1.0_f64).prop_filter("a direction", |q| q.iter().map(|x| x * x).sum::<f64>() > 0.1);
    (triple(100.0), turned, prop::array::uniform3(0.1..10.0_f64)).prop_map(|(place, turned, scale)| {
        (DVec3::from_array(place), DQuat::from_array(turned).normalize(), DVec3::from_array(scale))
    })
}

fn matrix_of((place, turned, scale): (DVec3, DQuat, DVec3)) -> DMat4 {
    DMat4::from_scale_rotation_translation(scale, turned, place)
}

fn item((place, turned, scale): (DVec3, DQuat, DVec3), world: DMat4) -> Value {
    json!({
        "id": "n1",
        "position": place.to_array(),
        "rotation": turned.to_array(),
        "scale": scale.to_array(),
        "matrix_world": world.transpose().to_cols_array(),
        "bounds": { "min": [-1.0, -2.0, -3.0], "max": [4.0, 5.0, 6.0] },
    })
}

fn local_of(item: &Value) -> DMat4 {
    let row = |name: &str| super::numbers::<3>(&item[name]).unwrap().into();
    matrix_of((row("position"), DQuat::from_array(super::numbers(&item["rotation"]).unwrap()), row("scale")))
}

fn world_of(item: &Value) -> DMat4 {
    DMat4::from_cols_array(&super::numbers(&item["matrix_world"]).unwrap()).transpose()
}

/// The items of a result of `operation`, all of them in these frames.
fn converted(operation: &str, items: Value, frames: &[Frames]) -> Value {
    let next = std::cell::Cell::new(0);
    let of_node = |_: Spoken, _: &Value| frames[next.replace(next.get() + 1)];
    let mut value = json!({ "items": items });
    let operation = catalogue().operation(operation).unwrap();
    Conversion { attachments: &mut [], frames: frames[0], of_node: &of_node }.fields(&operation.returns, &mut value);
    value["items"].take()
}

fn alike(one: &Value, other: &Value, within: f64) -> bool {
    match (one, other) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b, within)),
        (Value::Object(a), Value::Object(b)) => {
            a.iter().all(|(key, a)| b.get(key).is_some_and(|b| alike(a, b, within)))
        }
        _ => match (one.as_f64(), other.as_f64()) {
            (Some(a), Some(b)) => (a - b).abs() <= within * a.abs().max(1.0),
            _ => one == other,
        },
    }
}

/// A quaternion and its negative are one rotation.
fn upright(items: &mut Value) {
    for item in items.as_array_mut().unwrap() {
        let turned = DQuat::from_array(super::numbers(&item["rotation"]).unwrap());
        let first = turned.to_array().into_iter().rev().find(|part| part.abs() > 1e-9).unwrap_or(1.0);
        item["rotation"] = json!((turned * first.signum()).to_array());
    }
}

proptest! {
    #[test]
    fn there_and_back_is_where_it_was(axes in axes(), local in local(), aims: bool, parent_aims: bool) {
        let frames = axes.frames(aims, parent_aims);
        let mut before = json!([item(local, matrix_of(local))]);
        let there = converted("get_nodes", before.clone(), &[frames]);
        let mut after = converted("get_nodes", there, &[frames.back()]);
        upright(&mut before);
        upright(&mut after);
        prop_assert!(alike(&before, &after, 1e-6), "{before} {after}");
    }

    /// What a glTF program makes of parent and child is what the host shows, seen with glTF's axes.
    #[test]
    fn locals_still_make_the_world(axes in axes(), parent in local(), child in local(), parent_aims: bool, aims: bool) {
        // Scaled evenly: a parent stretched along one axis shears a turned child.
        let parent = (parent.0, parent.1, DVec3::splat(parent.2.x));
        let world = matrix_of(parent) * matrix_of(child);
        let items = json!([item(parent, matrix_of(parent)), item(child, world)]);
        let turned = converted("get_nodes", items, &[axes.frames(parent_aims, false), axes.frames(aims, parent_aims)]);
        let made = local_of(&turned[0]) * local_of(&turned[1]);
        prop_assert!(made.abs_diff_eq(world_of(&turned[1]), 1e-6 * (1.0 + made.w_axis.length() * 1e3)), "{made} {}", world_of(&turned[1]));
    }

    #[test]
    fn arrays_turn_like_single_points(axes in axes(), point in triple(1000.0), double: bool) {
        let frames = axes.frames(false, false);
        let expected = super::numbers::<3>(&converted("get_nodes", json!([{ "position": point }]), &[frames])[0]["position"]).unwrap();
        let data: Vec<u8> = match double {
            true => point.iter().flat_map(|number| number.to_le_bytes()).collect(),
            false => point.iter().flat_map(|number| (*number as f32).to_le_bytes()).collect(),
        };
        let dtype = if double { Dtype::F8 } else { Dtype::F4 };
        let mut attachments = [Attachment { dtype, shape: vec![1, 3], media: None, data: data.into() }];
        let mut value = json!({ "items": [{ "vertices": { "$attachment": 0 } }] });
        let of_node = |_: Spoken, _: &Value| frames;
        let operation = catalogue().operation("get_meshes").unwrap();
        Conversion { attachments: &mut attachments, frames, of_node: &of_node }.fields(&operation.returns, &mut value);
        let got: Vec<f64> = match double {
            true => attachments[0].data.chunks_exact(8).map(|b| f64::from_le_bytes(b.try_into().unwrap())).collect(),
            false => attachments[0].data.chunks_exact(4).map(|b| f64::from(f32::from_le_bytes(b.try_into().unwrap()))).collect(),
        };
        for (got, expected) in got.iter().zip(expected) {
            prop_assert!((got - expected).abs() <= 1e-6 * expected.abs().max(1e-3), "{got} {expected}");
        }
    }
}

#[test]
fn a_point_of_blender_in_inches_is_in_metres_with_y_up() {
    let frames = Axes::new("Z", "right", 0.0254).frames(false, false);
    let items = json!([{ "position": [100, 200, 300], "bounds": { "min": [0, 0, 0], "max": [100, 200, 300] } }]);
    let turned = converted("get_nodes", items, &[frames]);
    let expected =
        json!([{ "position": [2.54, 7.62, -5.08], "bounds": { "min": [0, 0, -5.08], "max": [2.54, 7.62, 0] } }]);
    assert!(alike(&expected, &turned, 1e-9), "{turned}");
}

#[test]
fn a_camera_that_looks_ahead_in_blender_looks_ahead_in_gltf() {
    let frames = Axes::new("Z", "right", 1.0).frames(true, false);
    let ahead = DQuat::from_rotation_x(90_f64.to_radians()).to_array();
    let turned = converted("get_cameras", json!([{ "rotation": ahead, "near": 0.5, "focal_length": 50 }]), &[frames]);
    assert!(alike(&json!([{ "rotation": [0, 0, 0, 1], "near": 0.5, "focal_length": 50 }]), &turned, 1e-9), "{turned}");
}

#[test]
fn what_depends_on_axes_or_units_can_be_asked_for_in_gltf() {
    let takes = |name: &str| catalogue().operation(name).unwrap().params.iter().any(|field| field.name == "convention");
    assert!(takes("create_meshes") && takes("update_nodes") && takes("list_cameras"));
    assert!(!takes("create_materials") && !takes("execute_python") && !takes("delete_nodes"));
    let operation = catalogue().operation("update_nodes").unwrap();
    let refused = operation.validate(Payload::json(json!({ "items": [], "convention": "glft" }))).unwrap_err();
    assert!(refused.error_message.contains("convention"), "{refused}");
}
