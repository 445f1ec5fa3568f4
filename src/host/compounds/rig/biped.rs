//! `create_biped_skeleton`: a human skeleton, its joints where anatomy puts them.
//!
//! Heights and lengths are parts of the stature, after Drillis and Contini, "Body Segment Parameters" (1966), in the form
//! of Winter, "Biomechanics and Motor Control of Human Movement"; what lies between (spine, phalanges) is divided evenly.

use glam::{DMat3, DMat4, DVec3};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::host::compounds::joints::put;
use crate::host::compounds::{Atomics, World};
use crate::wire::Fault;

/// Of a grown human, in metres.
const STATURE: f64 = 1.75;
/// Elbows and knees are bent by so little at rest, so that IK knows which way.
const BEND: f64 = 0.006;
/// Where the spine begins, and the neck and the head.
const SACRUM: f64 = 0.585;
const NECK: f64 = 0.848;
const HEAD: f64 = 0.905;
/// From the middle to where the arm turns: the breadth of the shoulders, 0.129, goes over the flesh.
const SHOULDER: f64 = 0.098;

#[derive(Deserialize)]
pub(super) struct Given {
    name: String,
    height: Option<f64>,
    position: [f64; 3],
    arm_pose: String,
    spine_count: usize,
    fingers: bool,
}

/// A joint in parts of the stature: how far to the left, up, to the front.
struct Bone {
    name: String,
    parent: Option<usize>,
    head: DVec3,
    tail: DVec3,
    /// Where its z points, as far as can be: the axis about which it does not bend.
    hint: DVec3,
}

/// The body, in which x is its left, y is up and z its front.
#[derive(Default)]
struct Body {
    bones: Vec<Bone>,
}

const LEFT: DVec3 = DVec3::X;
const UP: DVec3 = DVec3::Y;
const FRONT: DVec3 = DVec3::Z;

impl Body {
    fn add(&mut self, name: impl Into<String>, parent: Option<usize>, head: DVec3, tail: DVec3, hint: DVec3) -> usize {
        self.bones.push(Bone { name: name.into(), parent, head, tail, hint });
        self.bones.len() - 1
    }

    /// A chain of joints through these places; the last one.
    fn chain(&mut self, names: &[String], parent: usize, places: &[DVec3], hint: DVec3) -> usize {
        names
            .iter()
            .zip(places.windows(2))
            .fold(parent, |parent, (name, ends)| self.add(name.clone(), Some(parent), ends[0], ends[1], hint))
    }

    fn new(given: &Given) -> Self {
        let mut body = Self::default();
        let up = |height: f64| UP * height;
        let hips = body.add("Hips", None, up(0.53), up(SACRUM), FRONT);
        let spine: Vec<String> = (1..=given.spine_count).map(|number| format!("Spine{number}")).collect();
        let step = (NECK - SACRUM) / given.spine_count as f64;
        let places: Vec<DVec3> = (0..=given.spine_count).map(|at| up(SACRUM + step * at as f64)).collect();
        let chest = body.chain(&spine, hips, &places, FRONT);
        let neck = body.add("Neck", Some(chest), up(NECK), up(HEAD), FRONT);
        body.add("Head", Some(neck), up(HEAD), up(1.0), FRONT);
        for (letter, side) in [("L", LEFT), ("R", -LEFT)] {
            body.arm(letter, side, chest, given);
            body.leg(letter, side, hips);
        }
        body
    }

    fn arm(&mut self, letter: &str, side: DVec3, chest: usize, given: &Given) {
        let named = |name: &str| format!("{name}_{letter}");
        let shoulder = side * SHOULDER + UP * 0.818;
        let way = if given.arm_pose == "a" { (side - UP).normalize() } else { side };
        let clavicle = self.add(named("Shoulder"), Some(chest), side * 0.015 + UP * 0.828, shoulder, FRONT);
        let elbow = shoulder + way * 0.186 - FRONT * BEND;
        let wrist = shoulder + way * (0.186 + 0.146);
        let palm = wrist + way * 0.055;
        let names = [named("UpperArm"), named("LowerArm"), named("Hand")];
        // The palm looks down, or to the body where the arms hang.
        let back = way.cross(FRONT) * side.dot(LEFT);
        let hand = self.chain(&names, clavicle, &[shoulder, elbow, wrist, palm], back);
        if !given.fingers {
            return;
        }
        let fingers =
            [("Index", 0.018, 0.046), ("Middle", 0.006, 0.052), ("Ring", -0.006, 0.048), ("Pinky", -0.017, 0.037)];
        for (finger, across, length) in fingers {
            let root = palm + FRONT * across;
            self.finger(named, finger, hand, [root, root + way * length], back);
        }
        let root = wrist + way * 0.012 + FRONT * 0.016;
        self.finger(named, "Thumb", hand, [root, root + (way + FRONT).normalize() * 0.062], back);
    }

    /// Three phalanges, each shorter than the one before.
    fn finger(&mut self, named: impl Fn(&str) -> String, finger: &str, hand: usize, ends: [DVec3; 2], hint: DVec3) {
        let names: Vec<String> = (1..=3).map(|number| named(&format!("{finger}{number}"))).collect();
        let at = |part: f64| ends[0].lerp(ends[1], part);
        self.chain(&names, hand, &[at(0.0), at(0.48), at(0.77), at(1.0)], hint);
    }

    fn leg(&mut self, letter: &str, side: DVec3, hips: usize) {
        let names = ["UpperLeg", "LowerLeg", "Foot", "Toe"].map(|name| format!("{name}_{letter}"));
        let hip = side * 0.052;
        let places = [
            hip + UP * 0.53,
            hip + UP * 0.285 + FRONT * BEND,
            hip + UP * 0.039,
            hip + UP * 0.012 + FRONT * 0.075,
            hip + UP * 0.006 + FRONT * 0.114,
        ];
        let knee = self.chain(&names[..2], hips, &places[..3], FRONT);
        self.chain(&names[2..], knee, &places[2..], UP);
    }
}

pub(super) async fn create(host: Atomics, given: Result<Given, Fault>) -> Result<Value, Fault> {
    let given = given?;
    let height = given.height.unwrap_or(STATURE * host.world.metre);
    let rig = host.make("create_rigs", json!({ "name": given.name, "position": given.position })).await?;
    let bones = Body::new(&given).bones;
    let rests: Vec<DMat4> = bones.iter().map(|bone| rest(bone, height, &host.world)).collect();
    let items = bones.iter().zip(&rests).map(|(bone, rest)| {
        let above = bone.parent.map_or(DMat4::IDENTITY, |parent| rests[parent]);
        let parent = bone.parent.map(|parent| &*bones[parent].name);
        let mut item = json!({ "name": bone.name, "rig_id": rig, "parent_id": parent });
        put(&mut item, above.inverse() * *rest, (bone.tail - bone.head).length() * height);
        item
    });
    let ids = host.make_all("create_joints", items.collect()).await?;
    let named: Map<String, Value> =
        bones.iter().zip(&ids).map(|(bone, id)| (bone.name.clone(), id.as_str().into())).collect();
    Ok(json!({ "rig_id": rig, "root_joint_id": ids[0], "joint_ids": ids, "joints": named, "height": height }))
}

/// Where a joint rests in its rig: its y along it, its z as near to the hint as can be.
fn rest(bone: &Bone, height: f64, world: &World) -> DMat4 {
    let turned = |place: DVec3| world.right() * place.x + world.up * place.y + world.front * place.z;
    let along = turned(bone.tail - bone.head).normalize();
    let hint = turned(bone.hint);
    let across = along.cross(hint).normalize();
    let axes = DMat3::from_cols(across, along, across.cross(along));
    DMat4::from_translation(turned(bone.head) * height) * DMat4::from_mat3(axes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::compounds::double::Double;

    #[test]
    fn parents_come_before_children_and_the_sides_are_alike() {
        for up in ["Z", "Y"] {
            let mut host = Double::new();
            if up == "Y" {
                host = host.y_up();
            }
            let made = host.play("create_biped_skeleton", json!({ "height": 2, "fingers": false })).unwrap();
            assert_eq!(host.called(), ["create_rigs", "create_joints"]);
            let items = host.asked("create_joints")["items"].as_array().unwrap();
            assert_eq!((items.len(), &made["joint_ids"][0]), (22, &json!("Hips")));
            for (at, item) in items.iter().enumerate() {
                let known = items[..at].iter().any(|other| other["name"] == item["parent_id"]);
                assert_eq!(known, at > 0, "{item}");
            }
            let hips = items[0]["position"][if up == "Z" { 2 } else { 1 }].as_f64().unwrap();
            assert!((hips - 1.06).abs() < 1e-9, "{hips}");
        }
    }

    #[test]
    fn without_a_height_it_is_as_tall_as_a_human_in_the_units_of_the_scene() {
        let mut host = Double::new().in_centimetres();
        let made = host.play("create_biped_skeleton", json!({})).unwrap();
        assert!((made["height"].as_f64().unwrap() - 175.0).abs() < 1e-9);
    }
}
